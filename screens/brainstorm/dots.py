"""Dots on loose post-its: each says which cluster suits it best, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from data.i18n import _
from data.verbs.brainstorm.board import move_notes, new_clusters
from screens.brainstorm.canvas import Canvas
from screens.brainstorm.columns import Advice
from screens.brainstorm.worked import Worked
from widgets.board_paint import DOTS


class Dots:
    """What is suggested for each loose post-it, and its acceptance."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._ranked: dict[str, list[tuple[str, float]]] = {}

    def advice(self, worked: Worked) -> dict[str, Advice]:
        """The best cluster of each loose note, with its number and how sure."""
        titles = self._canvas.titles
        self._ranked = worked.ranked(titles)
        best = {note.id: ranked[0] for note in self._canvas.found.loose if (ranked := self._ranked.get(note.id))}
        return {
            id_: Advice(f"→ {titles.index(title) + 1} {title}", max(1, min(DOTS, round(sure * DOTS))))
            for id_, (title, sure) in best.items()
        }

    def accept(self, notes: Sequence[str]) -> None:
        """Put each of these notes where it is suggested."""
        titles, clusters = self._canvas.titles, self._canvas.clusters
        by_title: dict[str, list[str]] = {}
        for id_ in notes:
            for title, _sure in self._ranked.get(id_, [])[:1]:
                if title in titles:
                    by_title.setdefault(title, []).append(id_)
        board, house = self._canvas.board, self._canvas.house
        after = board.next_to(notes)
        done = len(by_title) > 1 and house.do(new_clusters, activity=self._canvas.place, groups=list(by_title.items()))
        if len(by_title) == 1:
            ((title, ids),) = by_title.items()
            done = house.do(move_notes, notes=ids, cluster=clusters[titles.index(title)].id)
        if done:
            board.unmark()
            board.go_to(after)

    def accept_here(self) -> None:
        """Accept for the marked notes, or the one at the cursor."""
        self.accept(self._canvas.board.chosen)

    def accept_all(self) -> None:
        """Accept everything."""
        self.accept([note.id for note in self._canvas.found.loose])

    def hint(self) -> Content:
        """The keys, and what else would suit this note."""
        note, titles = self._canvas.at_cursor, self._canvas.titles
        others = self._ranked.get(note.id, [])[1:] if note else []
        told = "   ".join(f"{titles.index(title) + 1} {title}" for title, _sure in others if title in titles)
        rest = Content.styled("   " + _("or") + f"  {told}", "$muted") if told else Content()
        return self._canvas.keys(("g", _("accept")), ("G", _("accept all")), ("F5", _("whole grouping"))) + rest
