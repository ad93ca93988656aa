"""One thing at a time is asked in the line, while the capture line waits behind it with what it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from data.i18n import N_
from screens.brainstorm.canvas import Canvas, Keys
from screens.shell.half import Half
from widgets.command import Command


def nothing(typed: str) -> None:
    """Do nothing with what is typed."""
    del typed


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked. ``submit`` tells whether it is answered; ``typing`` hears every key.

    What is typed and left is offered, selected, when the same is asked again, where it ``keeps``: a text, and not what
    is looked for. ``walk`` goes to the one before or after in what is asked; with ``numbers`` the AZERTY row gives
    digits. A ``passing`` one ends when another place or the room view is shown before anything was changed, with the
    focus on what it gives. ``begins`` tells that ideas come next, so that the capture line has the focus then.
    """

    prompt: str
    submit: Callable[[str], bool]
    value: str = ""
    hint: Callable[[str], Content] = lambda _typed: Content()
    typing: Callable[[str], None] = nothing
    walk: Callable[[int], None] | None = None
    numbers: bool = False
    passing: Callable[[], Widget] | None = None
    keeps: bool = False
    begins: bool = False


class Asking:
    """What is asked now. It stays asked behind the room view and in other places; who goes elsewhere here leaves it."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.asked: Ask | None = None

    def ask(self, ask: Ask) -> None:
        """Ask one thing in the line; what was asked before it is left as it was."""
        if self.asked:
            self.asked.typing("")
        self.asked = ask
        line = self._canvas.ask_line
        line.numbers = ask.numbers
        line.restore(ask.value)
        if typed := self._half.get(*self._named(ask)) if ask.keeps else "":
            line.type_over(typed)
            line.select_all()
            self._half.tell()
        self._canvas.screen.add_class("-asking")
        self._canvas.put("prompt", f"{ask.prompt} › ")
        line.focus()
        self._canvas.show_hint()

    def end(self, *, to: Widget | None = None) -> None:
        """Ask nothing any more, and go back to where the person was; on an empty board there is nothing to do yet."""
        self._take_away()
        (to or self._back).focus()
        self._canvas.show_hint()

    @property
    def _back(self) -> Widget:
        """Where the work is: on the board, and in the line while no post-it lies there."""
        return self._canvas.board if self._canvas.found.notes else self._canvas.line

    def leave(self) -> None:
        """Leave it as it was."""
        if self.asked:
            self.asked.typing("")
        self.end()

    def looked_away(self) -> None:
        """Something else is shown: what may pass and was not touched is asked no more."""
        asked = self.asked
        if asked and asked.passing and self._canvas.ask_line.value == asked.value:
            self._take_away()
            self._canvas.screen.set_focus(asked.passing())  # at once: the room view remembers where the focus is
            self._canvas.show_hint()

    def left(self) -> None:
        """The person went to the board or the line: nothing is asked any more."""
        if self.asked:
            self.asked.typing("")
            self._take_away()

    def _take_away(self) -> None:
        self.asked = None
        self._canvas.screen.remove_class("-asking")
        self._canvas.ask_line.restore("")
        self._canvas.put("prompt", "› ")

    def walk(self, by: int) -> None:
        """Go to the one before or after."""
        if self.asked and self.asked.walk:
            self.asked.walk(by)

    def typed(self, typed: str) -> None:
        """Hear what is typed."""
        if self.asked:
            if self.asked.keeps:
                self._half.set(typed, *self._named(self.asked))
            self.asked.typing(typed)
            self._canvas.show_hint()

    def answered(self, typed: str) -> None:
        """Take the answer; it is asked on where it is none."""
        asked = self.asked
        if asked and asked.submit(typed):
            self._half.set("", *self._named(asked))
            if self.asked is asked:
                self.end(to=self._canvas.line if asked.begins else None)

    @property
    def _half(self) -> Half:
        return self._canvas.house.half

    def _named(self, ask: Ask) -> tuple[str, str, str]:
        return self._canvas.place, ask.prompt, ask.value

    def hint(self) -> Content | None:
        """What to tell about what is asked; None while nothing is."""
        return self.asked.hint(self._canvas.ask_line.value) if self.asked else None

    # -- its keys

    KEYS: ClassVar[Keys[Asking]] = Keys(
        asked=(
            Command(leave, N_("Never mind"), N_("Leave it as it is"), ("escape",), 10),
            Command(lambda it: it.walk(-1), N_("The previous one"), N_("Correct the post-it before this one"), ("up",)),
            Command(lambda it: it.walk(1), N_("The next one"), N_("Correct the post-it after this one"), ("down",)),
        )
    )
