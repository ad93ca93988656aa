"""A whole grouping is proposed: the board as it could be, finer or coarser, accepted by group or all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.model import Note
from data.verbs.brainstorm.board import new_clusters
from screens.brainstorm.canvas import Canvas, Keys
from screens.brainstorm.worked import Worked
from widgets.board_layout import Card, Column, Look
from widgets.command import Command

STEPS = (0.5, 0.7, 1.0, 1.4, 2.0)
"""Coarseness, from many small groups to few large ones."""

USUAL = 2
"""The step one begins with."""


class Grouping:
    """The proposed board. ``anew`` has it worked out again; ``hide`` shows the board itself again."""

    def __init__(self, canvas: Canvas, anew: Callable[[], None], hide: Callable[[], object]) -> None:
        self._canvas = canvas
        self._anew = anew
        self._hide = hide
        self._worked: Worked | None = None
        self.step = USUAL

    def take(self, worked: Worked) -> None:
        """This was worked out."""
        self._worked = worked

    def usual(self) -> None:
        """Back to the usual size of groups."""
        self.step = USUAL

    # -- the board as it is proposed

    def columns(self) -> list[Column] | None:
        """The columns; None while nothing was worked out."""
        if self._worked is None:
            return None
        notes = {note.id: note for note in self._canvas.found.notes}
        numbers = {title: number for number, title in enumerate(self._canvas.titles, start=1)}
        columns = []
        for place, (group, ids) in enumerate(self._worked.groups()):
            cards = tuple(self._card(notes[id_], group.title) for id_ in ids if id_ in notes)
            look = Look.CLUSTER if group.title in numbers else Look.PROPOSED
            if cards:
                columns.append(Column(f"proposed {place}", group.title, cards, numbers.get(group.title, 0), look))
        known = set(self._worked.notes)
        late = tuple(
            self._canvas.cards.card(note, self._canvas.showing) for id_, note in notes.items() if id_ not in known
        )
        return [*columns, Column("", _("Loose"), late, look=Look.LOOSE)] if late else columns

    def _card(self, note: Note, title: str) -> Card:
        """A note in a proposed group: told apart from those that people put there."""
        card = self._canvas.cards.card(note, self._canvas.showing)
        here = any(cluster.id == note.cluster and cluster.title == title for cluster in self._canvas.clusters)
        return card if here else replace(card, proposed=True)

    # -- accepting

    def accept_here(self) -> None:
        """Take over the marked notes or the one at the cursor, or on a title its whole group."""
        self._accept(self._here())

    def accept_all(self) -> None:
        """Take over all of it."""
        if self._worked:
            self._accept([(group.title, ids) for group, ids in self._worked.groups()])
            self._hide()

    def _here(self) -> list[tuple[str, list[str]]]:
        """What is accepted at the cursor: titles with their notes."""
        board = self._canvas.board
        column, chosen = board.column, set(board.chosen)
        if self._worked is None or column is None:
            return []
        if not board.card and not board.marked:
            return [(column.title, [card.id for card in column.cards])] if column.look is not Look.LOOSE else []
        picked = [(group.title, [id_ for id_ in ids if id_ in chosen]) for group, ids in self._worked.groups()]
        return [(title, ids) for title, ids in picked if ids]

    def _accept(self, groups: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Only notes that are still loose are moved; what people placed stays."""
        loose = {note.id for note in self._canvas.found.loose}
        wanted = [(title, [id_ for id_ in ids if id_ in loose]) for title, ids in groups]
        wanted = [(title, ids) for title, ids in wanted if ids]
        if wanted and self._canvas.house.do(new_clusters, activity=self._canvas.place, groups=wanted):
            self._canvas.board.unmark()

    # -- finer and coarser

    def coarser(self, by: int) -> None:
        """Fewer and larger groups, or more and smaller ones (negative)."""
        if 0 <= self.step + by < len(STEPS):
            self.step += by
            self._anew()
            self._canvas.show_hint()

    def hint(self) -> Content:
        """The keys, and how fine it is."""
        slider = "".join("●" if step == self.step else "─" for step in range(len(STEPS)))
        return self._canvas.keys(
            ("<", _("finer")),
            (slider, ""),
            (">", _("coarser")),
            ("g", _("this one")),
            ("G", _("all of it")),
            ("F5", _("hide")),
        )

    # -- its keys, while it is shown

    KEYS: ClassVar[Keys[Grouping]] = Keys(
        board=(
            Command(
                lambda it: it.coarser(-1),
                N_("Finer"),
                N_("Propose more and smaller groups"),
                ("less_than_sign", "ctrl+left"),
            ),
            Command(
                lambda it: it.coarser(1),
                N_("Coarser"),
                N_("Propose fewer and larger groups"),
                ("greater_than_sign", "ctrl+right"),
            ),
        )
    )
