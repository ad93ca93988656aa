"""Many lines were pasted: what they will become, and one key to keep them.

Whoever types on meanwhile is typing the next line: no letter answers, and all of them go to the line behind.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static

from data.i18n import _, plural
from data.methods.capture_syntax import bare
from data.text import fold
from screens.dialogs.typed_on import TypedOn
from widgets.capture_line import CaptureLine

SHOWN = 10
"""So many of the lines are shown."""


class PasteSheet(ModalScreen[list[str] | None]):
    """Shows what a paste will become. Gives the lines to keep: all, only the new ones, or none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", show=False),
        Binding("f5", "keep_new", show=False),
        Binding("escape", "dismiss", show=False),
    ]

    def __init__(self, pasted: CaptureLine.Pasted, known: Sequence[str], heading: str, place: str = "") -> None:
        """``heading`` says what ``{n}`` lines become, ``known`` are those that are there already."""
        super().__init__()
        self._lines = [bare(line) for line in pasted.lines]
        seen = {fold(text) for text in known}
        self._new = [line for line in self._lines if fold(line) not in seen]
        self._heading = heading
        self._place = place
        self._pasted = pasted
        self._typed_on = TypedOn(pasted.line)

    def compose(self) -> ComposeResult:
        """How many, the first of them, and the keys."""
        count = len(self._lines)
        with Vertical(classes="sheet"):
            yield Static(Content(self._heading.format(n=count)), classes="heading")
            shown = [Content.assemble(("▌ ", "$muted"), line[:200]) for line in self._lines[:SHOWN]]
            if count > SHOWN:
                shown.append(Content.styled(_("… and {n} more").format(n=count - SHOWN), "$muted"))
            yield Static(Content("\n").join(shown), id="pasted", markup=False)
            yield Static(Content("\n" + "\n".join(self._notes())), classes="muted", markup=False)
            yield Static(id="typed-on", markup=False)
        foot = _("Enter adds them all · Esc adds none")
        if self._there:
            foot = _("Enter adds them all · F5 only the new ones · Esc adds none")
        yield Static(foot, classes="sheet-foot", markup=False)

    @property
    def _there(self) -> int:
        return len(self._lines) - len(self._new)

    def _notes(self) -> list[str]:
        left, cut = self._pasted.left, self._pasted.cut
        notes = [self._place] if self._place else []
        if self._there:
            notes.append(plural("{n} is already there.", "{n} are already there.", self._there))
        if left:
            notes.append(
                plural(
                    "{n} more line is left out: paste it afterwards.",
                    "{n} more lines are left out: paste them afterwards.",
                    left,
                )
            )
        if cut:
            notes.append(
                plural(
                    "{n} line is too long and will be cut.",
                    "{n} lines are too long and will be cut.",
                    cut,
                )
            )
        return notes

    def on_key(self, event: Key) -> None:
        """A letter is for the line, which has it once this is answered."""
        if self._typed_on.takes(event):
            self.query_one("#typed-on", Static).update(self._typed_on.said)

    def action_keep(self) -> None:
        """Keep every line."""
        self.dismiss(self._lines)

    def action_keep_new(self) -> None:
        """Keep what is not there yet, where some are."""
        if self._there:
            self.dismiss(self._new)


def offer_each(pasted: CaptureLine.Pasted, kind: str, enter: Callable[[], Awaitable[None] | None]) -> None:
    """Show what pasted lines will become, and keep them one by one when it is agreed with; ``kind`` says as what."""
    app, line = pasted.line.app, pasted.line

    def keep(lines: list[str] | None) -> None:
        app.run_worker(keep_each(line, lines, enter))

    app.push_screen(PasteSheet(pasted, (), _("{n} lines, one entry each"), kind), keep)


async def keep_each(
    line: CaptureLine, lines: Sequence[str] | None, enter: Callable[[], Awaitable[None] | None]
) -> None:
    """Keep pasted lines one by one, as if each was typed; what was being typed comes back behind them.

    ``enter`` keeps what the line says and empties it, or leaves it there when it is refused: then the line holds that
    and all that was still to come.
    """
    typed, rest = line.value, list(lines or ())
    while rest:
        line.restore(rest[0])
        entered = enter()
        if entered is not None:
            await entered
        if line.value:
            line.restore(" ".join(filter(None, (*rest, typed))))
            return
        del rest[0]
    line.restore(typed)
