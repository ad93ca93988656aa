"""The work of an activity of steps: who or what it is about, the steps, what this one asks, what it holds, a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from screens.shell.chapters import show_chapters
from screens.shell.how_it_goes import how_it_goes
from screens.shell.line_and_page import capture_row
from screens.shell.screen import KringScreen
from screens.shell.standing import When, when
from screens.shell.timing import time_told
from widgets.capture_line import CaptureLine
from widgets.ledger import Chapter, Ledger
from widgets.phases import PhaseMark, Phases
from widgets.question import Question


@dataclass(frozen=True, slots=True)
class Work:
    """What stands in it: whom it is about, its steps, what is asked, its chapters; what the line holds.

    ``fact`` is said beside whom it is about, and never cut.
    """

    who: Content
    marks: Sequence[PhaseMark]
    asks: str
    chapters: Sequence[Chapter]
    line: str
    fact: str = ""


def stepped_work() -> ComposeResult:
    """The places for all of it."""
    with Horizontal(id="head"):
        yield Static(id="whose", markup=False)
        yield Static(id="fact", markup=False)
        yield Static(id="time", markup=False)
    with Horizontal(id="steps"):
        yield Phases()
        yield Static(id="clock", markup=False)
    yield Question(id="asks")
    yield Ledger(id="said")
    yield from capture_row(CaptureLine("line", id="line"), many=True)


def show_stepped(screen: KringScreen, work: Work) -> None:
    """Draw it."""
    screen.query_one("#head").set_class(not work.who and not work.fact, "-empty")
    screen.put("whose", work.who)
    screen.put("fact", Content.styled(work.fact, "$muted"))
    screen.query_one(Phases).show(work.marks, still=when(screen.house) is not When.NOW)
    screen.put("asks", work.asks)
    show_chapters(screen, [*work.chapters, *how_it_goes(screen.house, screen.activity)])
    screen.query_one("#line", CaptureLine).placeholder = work.line
    show_time(screen)


def show_time(screen: KringScreen) -> None:
    """Draw how much time the step has left: beside whom it is about, or beside the steps where that is nobody."""
    time = time_told(screen.activity, screen.house.now(), over=when(screen.house) is When.OVER)
    alone = screen.query_one("#head").has_class("-empty")
    screen.put("time", Content() if alone else time)
    screen.put("clock", time if alone else Content())
