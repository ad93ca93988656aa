"""A whole grouping is proposed: the board as it could be, finer or coarser, accepted by group or all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.methods.clusters import MOST_MOVES
from data.verbs.brainstorm.board import move_notes, new_clusters
from screens.brainstorm.canvas import Canvas, Keys
from screens.brainstorm.corrections import Corrections
from screens.brainstorm.worked import Worked
from widgets.board_layout import Card, Column, Look
from widgets.command import Command

STEPS = (0.5, 0.7, 1.0, 1.4, 2.0)
"""Coarseness, from many small groups to few large ones."""

USUAL = 2
"""The step one begins with."""

PROPOSED = "proposed "
"""Before the title of a group that is only proposed, in the id of its column."""


class Grouping:
    """The proposed board. ``anew`` has it worked out again; ``hide`` shows the board itself again."""

    def __init__(self, canvas: Canvas, anew: Callable[[], None], hide: Callable[[], object]) -> None:
        self._canvas = canvas
        self._anew = anew
        self._hide = hide
        self.corrections = Corrections(canvas, self._changed)
        self.step = USUAL

    def _changed(self) -> None:
        self._canvas.show_board()
        self._canvas.show_hint()

    def usual(self) -> None:
        """Back to the usual size of groups, unless somebody corrected what stands."""
        if not self.corrections.count:
            self.step = USUAL

    # -- the board as it is proposed

    def columns(self) -> list[Column] | None:
        """The columns: clusters with what is proposed for them, then the proposed groups, numbered on.

        None while nothing was worked out.
        """
        worked = self.corrections.worked
        if worked is None:
            return None
        rows = self._rows(worked)
        clusters = {cluster.title: cluster.id for cluster in self._canvas.clusters}
        numbers = {title: number for number, title in enumerate([*clusters, *self.open()], start=1)}
        columns = [
            Column(
                clusters.get(title, f"{PROPOSED}{title}"),
                title,
                tuple(rows[title]),
                number,
                Look.CLUSTER if title in clusters else Look.PROPOSED,
            )
            for title, number in numbers.items()
            if rows.get(title)
        ]
        late = tuple(rows.get("", ()))
        return [*columns, Column("", _("Loose"), late, look=Look.LOOSE)] if late else columns

    def _rows(self, worked: Worked) -> dict[str, list[Card]]:
        """The cards by the title of their column; those that nothing is proposed for yet under ``""``."""
        really = {cluster.id: cluster.title for cluster in self._canvas.clusters}
        proposed = worked.titles()
        rows: dict[str, list[Card]] = {}
        for note in self._canvas.found.notes:
            card = self._canvas.cards.card(note, self._canvas.showing)
            title = really.get(note.cluster or "")
            if title is None:
                title = proposed.get(note.id, "")
                card = replace(card, proposed=bool(title))
            rows.setdefault(title, []).append(card)
        return rows

    def open(self) -> list[str]:
        """The titles of the groups that are only proposed, in their order."""
        worked = self.corrections.worked
        if worked is None:
            return []
        loose = {note.id for note in self._canvas.found.loose}
        titles = [group.title for group, ids in worked.groups() if loose.intersection(ids)]
        return [title for title in titles if title not in self._canvas.titles]

    # -- correcting

    def move(self, notes: Sequence[str], title: str) -> None:
        """Move notes to a group that is only proposed; those that people had placed are loose again."""
        board = self._canvas.board
        placed = [id_ for id_ in notes if (note := self._canvas.note(id_)) and note.cluster]
        if placed and not self._canvas.house.do(move_notes, notes=placed, cluster=None):
            return
        after = board.next_to(notes)
        self.corrections.move(notes, title)
        board.unmark()
        board.go_to(after)

    # -- accepting

    def accept_here(self) -> None:
        """Take over the marked notes or the one at the cursor, or on a title its whole group."""
        board = self._canvas.board
        column = board.column
        if column and not board.card and not board.marked:
            self._accept([card.id for card in column.cards])
        else:
            self._accept(board.chosen)

    def accept_all(self) -> None:
        """Take over all of it."""
        self._accept([note.id for note in self._canvas.found.loose])
        self.corrections.anew()
        self._hide()

    def _accept(self, notes: Sequence[str]) -> None:
        """Only notes that are still loose are moved; what people placed stays."""
        worked = self.corrections.worked
        loose = {note.id for note in self._canvas.found.loose}.intersection(notes)
        groups = worked.groups() if worked else []
        wanted = [(group.title, kept) for group, ids in groups if (kept := [id_ for id_ in ids if id_ in loose])]
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
        """The keys, and how fine it is, or whether what is like a moved post-it still goes along."""
        slider = "".join("●" if step == self.step else "─" for step in range(len(STEPS)))
        size = (("<", _("finer")), (slider, ""), (">", _("coarser")))
        accept = (("g", _("this one")), ("G", _("all of it")), ("F5", _("hide")))
        if self.corrections.count:
            return self._canvas.keys(("1-9", _("elsewhere")), *accept, behind=self._moved())
        return self._canvas.keys(("1-9", _("elsewhere")), *size, *accept)

    def _moved(self) -> str:
        count = self.corrections.count
        if self.corrections.frozen:
            return _("{n} moved: existing groups stay").format(n=count)
        return _("{n} of {most} moved, with what is like it").format(n=count, most=MOST_MOVES)

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
