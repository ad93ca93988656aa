"""Many lines were pasted: what they will become, and one key to keep them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from data.i18n import _, plural
from data.methods.capture_syntax import bare
from data.text import fold

SHOWN = 10
"""So many of the lines are shown."""


class PasteSheet(ModalScreen[list[str] | None]):
    """Shows what a paste will become. Gives the lines to keep: all, only the new ones, or none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", show=False),
        Binding("n", "keep_new", show=False),
        Binding("escape", "dismiss", show=False),
    ]

    def __init__(self, lines: Sequence[str], known: Sequence[str], cluster: str, group: str, *, more: bool) -> None:
        super().__init__()
        self._lines = [bare(line) for line in lines]
        seen = {fold(text) for text in known}
        self._new = [line for line in self._lines if fold(line) not in seen]
        self._place = f"{cluster} · {group}"
        self._more = more

    def compose(self) -> ComposeResult:
        """How many, the first of them, and the keys."""
        count = len(self._lines)
        with Vertical(classes="sheet"):
            told = plural("{n} line becomes {n} post-it", "{n} lines become {n} post-its", count)
            yield Static(told, classes="heading", markup=False)
            shown = [Content.assemble(("▌ ", "$muted"), line[:200]) for line in self._lines[:SHOWN]]
            if count > SHOWN:
                shown.append(Content.styled(_("… and {n} more").format(n=count - SHOWN), "$muted"))
            yield Static(Content("\n").join(shown), id="pasted", markup=False)
            yield Static(Content("\n" + "\n".join(self._notes())), classes="muted", markup=False)
        foot = _("Enter keeps them all · Esc keeps none")
        if self._there:
            foot = _("Enter keeps them all · n only the new ones · Esc keeps none")
        yield Static(foot, classes="sheet-foot", markup=False)

    @property
    def _there(self) -> int:
        return len(self._lines) - len(self._new)

    def _notes(self) -> list[str]:
        notes = [self._place]
        if self._there:
            notes.append(plural("{n} is there already.", "{n} are there already.", self._there))
        if self._more:
            notes.append(_("There was more than can be kept at once: paste the rest afterwards."))
        return notes

    def action_keep(self) -> None:
        """Keep every line."""
        self.dismiss(self._lines)

    def action_keep_new(self) -> None:
        """Keep what is not there yet."""
        self.dismiss(self._new)
