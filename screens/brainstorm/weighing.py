"""Ideas are weighed by two digits each: how feasible, and how valuable."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.model import Note, say
from data.verbs.brainstorm.noting import WEIGHED, weigh
from screens.brainstorm.canvas import Canvas, Keys
from widgets.command import Command
from widgets.two_way import TwoWay


class Weighing:
    """While it is on, digits weigh the post-it at the cursor, and the picture stands beside the board."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._feasible: int | None = None

    @property
    def on(self) -> bool:
        """Whether digits weigh."""
        return self._canvas.showing.weighing

    def toggle(self) -> None:
        """Weigh by two digits, or go back to moving."""
        self._feasible = None
        self._canvas.screen.set_class(not self.on, "-weighing")
        self._canvas.show_as(weighing=not self.on)
        self.show()

    def number(self, digit: str) -> None:
        """The first digit is how feasible and the second how valuable; then comes the next post-it."""
        note, mark = self._canvas.at_cursor, int(digit)
        low, high = WEIGHED
        if note is None or not (low <= mark <= high or mark == 0):
            self._canvas.house.warn(say("Weigh from {low} to {high}; 0 clears it.", low=low, high=high))
        elif mark == 0:
            self._feasible = None
            self._canvas.house.do(weigh, note=note.id)
        elif self._feasible is None:
            self._feasible = mark
        elif self._canvas.house.do(weigh, note=note.id, feasibility=self._feasible, value=mark):
            self._feasible = None
            self._canvas.board.go_to(self._after(note))
        self.show()
        self._canvas.show_hint()

    def _after(self, note: Note) -> str:
        """The next post-it to weigh, cluster by cluster; the same one at the end."""
        order = [other.id for other in self._canvas.found.notes]
        place = order.index(note.id) + 1
        return order[place] if place < len(order) else note.id

    def let_go(self) -> bool:
        """Forget the first of two digits, or stop weighing; says whether there was something to let go of."""
        if not self.on:
            return False
        if self._feasible is None:
            self.toggle()
        else:
            self.moved()
        return True

    def moved(self) -> None:
        """Another idea is weighed now."""
        self._feasible = None
        self.show()

    def show(self) -> None:
        """Draw the picture, and lift the post-its that stand in the same cell of it."""
        if not self.on:
            self._canvas.board.lift(frozenset())
            return
        notes = self._canvas.found.notes
        counts = Counter((n.feasibility, n.value) for n in notes if n.feasibility and n.value)
        note = self._canvas.at_cursor
        here = (self._feasible, None) if self._feasible else (note.feasibility, note.value) if note else (None, None)
        self._canvas.board.lift(frozenset(n.id for n in notes if None not in here and (n.feasibility, n.value) == here))
        picture = self._canvas.screen.query_one(TwoWay)
        picture.show({(f, v): c for (f, v), c in counts.items() if f and v}, len(notes), here)

    def hint(self) -> Content | None:
        """What the next digit means."""
        if not self.on:
            return None
        if self._canvas.at_cursor is None:
            return Content(_("Go to a post-it to weigh it."))
        if self._feasible is None:
            return self._canvas.keys(
                ("1-5", _("feasible with our resources?")), ("0", _("not weighed")), ("w", _("stop"))
            )
        told = _("feasible {f}, and how valuable for the goal?").format(f=self._feasible)
        return self._canvas.keys(("1-5", told), ("Esc", _("again")))

    # -- its keys

    def nothing_to_weigh(self) -> str | None:
        """Why nothing can be weighed."""
        return None if self._canvas.found.notes else _("There is no post-it yet.")

    KEYS: ClassVar[Keys[Weighing]] = Keys(
        board=(
            Command(
                toggle,
                N_("Weigh"),
                N_("How feasible, how valuable: two digits a post-it"),
                ("w",),
                numbered=True,
                cannot=nothing_to_weigh,
            ),
        )
    )
