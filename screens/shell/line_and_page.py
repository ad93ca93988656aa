"""One line to type in and one page to walk through: what many screens have below and above."""

from __future__ import annotations

from typing import Protocol

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from data.i18n import N_, _
from screens.shell.house import house_of
from widgets.capture_line import CaptureLine
from widgets.command import Command
from widgets.page import Page


def capture_row(line: CaptureLine, *, many: bool = False, prompt: str | None = None) -> ComposeResult:
    """The line at the bottom, with what it holds behind it; with ``many`` pasted lines are offered one by one.

    ``prompt`` is the id of the sign before it, where a screen says there what the line holds.
    """
    line.many, line.asleep = many, _("Esc to type")
    with Horizontal(classes="capture"):
        yield Static("› ", id=prompt, classes="prompt", markup=False)
        yield line
        yield Static(id="aside", classes="aside", markup=False)


def take_back(screen: Screen[None], text: str) -> None:
    """Put what could not be kept after all back in the line, unless something new is typed there; then tell it."""
    lines = list(screen.query(CaptureLine))
    line = next((each for each in lines if each.has_focus), next(iter(lines), None))
    if line is None or line.value:
        house_of(screen).news.tell(f"“{text}”")
    else:
        line.restore(text)


class LineAndPage:
    """The line (``#line``) and the page of a screen: Esc goes from the one to the other, where letters are commands."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen

    @property
    def line(self) -> CaptureLine:
        """The line that is typed in."""
        return self._screen.query_one("#line", CaptureLine)

    @property
    def page(self) -> Page:
        """The page above it."""
        return self._screen.query_one(Page)

    @property
    def typed(self) -> str:
        """What stands in the line while it has the focus; elsewhere nothing is being typed."""
        return self.line.value if self.line.has_focus else ""

    @property
    def has_line(self) -> bool:
        """Whether the line is shown now."""
        return all(node.display for node in self.line.ancestors_with_self)

    def other(self) -> None:
        """From the line to the page, or back."""
        (self.page if self.line.has_focus else self.line).focus()

    def no_line(self) -> str | None:
        """Why there is no way to the line: what is typed in one that nobody sees would be lost."""
        return None if self.has_line else _("There is nothing to type here now.")

    def walk(self, by: int) -> None:
        """Choose another line of the page, without leaving the one that is typed."""
        self.page.action_walk(by)


class Lined(Protocol):
    """A screen with a line and a page."""

    lined: LineAndPage


TO_PAGE: Command[Lined] = Command(
    lambda screen: screen.lined.other(), N_("List"), N_("To the list, where letters are commands"), ("escape",), 50
)
TO_LINE: Command[Lined] = Command(
    lambda screen: screen.lined.other(),
    N_("Line"),
    N_("Back to the line"),
    ("escape",),
    50,
    cannot=lambda screen: screen.lined.no_line(),
)
WALK: tuple[Command[Lined], ...] = (
    Command(lambda screen: screen.lined.walk(-1), N_("Previous line"), N_("Choose the previous line"), ("up",)),
    Command(lambda screen: screen.lined.walk(1), N_("Next line"), N_("Choose the next line"), ("down",)),
)
