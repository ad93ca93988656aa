"""What puts back each thing that was done on an evaluation form: a score, a line that was saved or pulled up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol

from textual.widget import Widget

from widgets.capture_line import CaptureLine
from widgets.score import Score


class Filled(Protocol):
    """The form, as far as its steps know it."""

    _lists: dict[str, list[str]]
    _steps: list[Callable[[], None]]

    @property
    def _here(self) -> Score: ...

    def _go_to(self, place: int) -> None: ...

    def _send(self, widget: Widget) -> None: ...

    def _line(self, field: str) -> CaptureLine: ...

    def _show_list(self, field: str) -> None: ...


def put_back(form: Filled, place: int, value: float | None, refused: str) -> None:
    """A score as it was before."""
    form._go_to(place)
    form._here.value, form._here.refused = value, refused


def pull(form: Filled, field: str) -> None:
    """The last line of a list is in its line again, to be changed."""
    line = form._line(field)
    form._send(line)
    line.restore(form._lists[field].pop())
    form._show_list(field)


def push(form: Filled, field: str, said: list[str]) -> None:
    """What was pulled out of a list stands in it again, and below it what was typed in its place."""
    form._send(form._line(field))
    typed = form._line(field).take()
    form._lists[field] = [*said, *([typed] if typed not in ("", said[-1]) else [])]
    form._show_list(field)


def unsave(form: Filled, field: str) -> None:
    """A line that was saved is in its line again, as if it was just typed there: that is taken back next.

    What was typed there since goes first: the step waits for it.
    """
    line = form._line(field)
    form._send(line)
    if _typed(line):
        form._steps.append(partial(unsave, form, field))
    elif form._lists[field] and not line.value:
        line.type_over(form._lists[field].pop())
        form._show_list(field)


def to_take_back(lines: Iterable[CaptureLine]) -> CaptureLine | None:
    """The last of the lines of a form in which typing is not taken back yet; None when there is none."""
    found = [line for line in lines if _typed(line) and all(row.display for row in line.ancestors_with_self)]
    return found[-1] if found else None


def _typed(line: CaptureLine) -> bool:
    return bool(line.check_action("typing", ("back",)))
