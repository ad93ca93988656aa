"""Suggestions: where loose post-its could go, and how a board could be grouped. They propose, one key accepts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar, Protocol

from textual.content import Content
from textual.timer import Timer

from data.i18n import N_, _
from data.methods import clusters as methods
from data.methods.clusters import NoteText, Proposal
from data.model import Note
from screens.brainstorm.beginning import Beginning
from screens.brainstorm.canvas import Canvas, Keys
from screens.brainstorm.columns import Advice as CardAdvice
from screens.brainstorm.corrections import language
from screens.brainstorm.dots import Dots
from screens.brainstorm.grouping import PROPOSED, STEPS, Grouping
from screens.brainstorm.worked import Worked
from widgets.board_layout import Column
from widgets.command import Command

MANY = 12
"""From so many post-its on one is asked to place one a group first."""

FEWEST = 4
"""With fewer post-its there is nothing to group."""

PAUSE = 0.7
"""Seconds without a change before the suggestions are worked out anew."""


class Advice(Protocol):
    """One kind of advice that can be shown and accepted."""

    def accept_here(self) -> None:
        """Do it for the marked post-its or the one at the cursor."""

    def accept_all(self) -> None:
        """Do all of it."""

    def hint(self) -> Content:
        """Its keys."""


class Suggesting:
    """Suggestions are worked out in the background, and never move a note by themselves.

    ``shown`` is ``dots`` on loose notes, the ``first`` ones to place, a whole ``grouping``, or nothing.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.dots = Dots(canvas)
        self.beginning = Beginning(canvas)
        self.grouping = Grouping(canvas, self._work_out_anew, self.let_go)
        self._asked: str | None = None
        self._mirrored = True
        self._worked: Worked | None = None
        self._soon: Timer | None = None

    # -- which advice is shown

    @property
    def shown(self) -> str:
        """What is shown. Unasked it is dots, and only while nobody looks along: what F5 shows is meant for the room."""
        if self._asked is not None:
            return self._asked
        canvas = self._canvas
        return "dots" if canvas.clusters and canvas.found.loose and not canvas.house.looking_along else ""

    @property
    def _advice(self) -> Advice:
        """The advice that is shown."""
        advice: dict[str, Advice] = {"first": self.beginning, "grouping": self.grouping}
        return advice.get(self.shown, self.dots)

    @property
    def waits(self) -> bool:
        """Whether there is advice that nobody sees."""
        loose = self._canvas.found.loose
        return bool(loose) and not self.shown and bool(self._canvas.clusters or len(loose) >= FEWEST)

    def next_advice(self) -> None:
        """Where loose post-its could go, or on a board without clusters those to begin with; then a whole grouping."""
        self.grouping.usual()
        self._show(self._next())
        self._work_out()
        if self.shown:
            self._canvas.board.focus()

    def _next(self) -> str:
        if self.shown in ("first", "grouping"):
            return "grouping" if self.shown == "first" else ""
        if self._canvas.clusters:
            return "grouping" if self.shown else "dots"
        self.beginning.anew()
        return "first" if len(self._canvas.found.loose) >= MANY and not self.grouping.corrections.count else "grouping"

    def let_go(self) -> bool:
        """Show no advice any more that was asked for; says whether there was some."""
        had = bool(self._asked)
        if had:
            self._show("")
        return had

    def _show(self, advice: str | None) -> None:
        self._asked = advice
        self._canvas.screen.set_class(self.shown == "grouping", "-proposing")
        self._draw()

    def _draw(self) -> None:
        """Show what was worked out, or no longer."""
        advice: Mapping[str, CardAdvice] = {}
        if self.shown == "first":
            advice = self.beginning.advice()
        elif self.shown == "dots" and self._worked:
            advice = self.dots.advice(self._worked)
        self._canvas.show_as(advice=advice)

    def columns(self) -> list[Column] | None:
        """The board as it is proposed; None while no grouping is shown."""
        return self.grouping.columns() if self.shown == "grouping" else None

    def board_changed(self) -> None:
        """Work the suggestions out anew once it is quiet, when they are shown; when people begin to look, they go."""
        mirrored, self._mirrored = self._mirrored, self._canvas.house.looking_along
        if self._mirrored and not mirrored:
            self._show(None)
        elif self.shown == "first" or (not self.shown and self._canvas.showing.advice):
            self._draw()
        if not self._canvas.found.loose:
            self.grouping.corrections.anew()
        if self._soon:
            self._soon.stop()
        self._soon = self._canvas.screen.set_timer(PAUSE, self._work_out) if self.shown else None

    # -- working it out

    def get_ready(self) -> None:
        """Read the encoder in the background, and all that it imports: numpy alone takes longer than a key may."""
        self._canvas.screen.run_worker(lambda: methods.encoder().load(), thread=True, group="encoder")

    def _work_out(self) -> None:
        """Work out what is shown; what people begin with or corrected stays as it is."""
        if self.shown == "grouping" and self.grouping.corrections.count:
            self.grouping.corrections.take_in()
        elif self.shown != "first" or not self.beginning.known:
            self._work_out_anew()

    def _work_out_anew(self) -> None:
        notes, clusters = self._canvas.found.notes, self._canvas.clusters
        if not self.shown or not notes:
            return
        placed = self.grouping.corrections.placed()
        step = self.grouping.step
        before = self._worked if self._worked and self._worked.step == step else Worked()
        work = partial(
            methods.suggest,
            [NoteText(note.text, placed.get(note.id)) for note in notes],
            lang=language(self._canvas),
            coarseness=STEPS[step],
            previous=before.again({note.id: place for place, note in enumerate(notes)}),
            titles=[cluster.title for cluster in clusters],
        )
        then = partial(self._thought, corrected=self.grouping.corrections.count)
        think = partial(self._think, tuple(note.id for note in notes), step, work, then)
        self._canvas.screen.run_worker(think, thread=True, exclusive=True, group="advice")

    def _think(
        self, notes: tuple[str, ...], step: int, work: Callable[..., Proposal], then: Callable[[Worked], None]
    ) -> None:
        """In the background: nothing of the screen is touched here."""
        worked = Worked(notes, step, work(encoder=methods.encoder()))
        self._canvas.house.call_from_thread(self._canvas.if_there, then, worked)

    def _thought(self, worked: Worked, corrected: int) -> None:
        if self.grouping.corrections.count != corrected:
            return  # what stands was corrected while this was worked out
        self._worked = worked
        self.grouping.corrections.take(worked)
        if self.shown == "first":
            self.beginning.take(worked)
        self._draw()

    def twin(self, note: Note) -> Note | None:
        """A note on the board that says nearly the same, while advice is shown."""
        if not self.shown or self._worked is None:
            return None
        return self._worked.twin(note, {other.id: other for other in self._canvas.found.notes})

    # -- what people do with it

    def send(self, notes: Sequence[str], number: int) -> bool:
        """Move notes to a proposed group, numbered on behind the clusters; says whether there is one."""
        groups = self.grouping.open() if self.shown == "grouping" else []
        place = number - len(self._canvas.clusters) - 1
        if 0 <= place < len(groups):
            self.grouping.move(notes, groups[place])
        return 0 <= place < len(groups)

    def drop(self, notes: Sequence[str], column: str) -> None:
        """Notes were dragged to a proposed group."""
        self.grouping.move(notes, column.removeprefix(PROPOSED))

    @property
    def numbers(self) -> int:
        """How many groups have a number beside the clusters."""
        return len(self.grouping.open()) if self.shown == "grouping" else 0

    def was_moved(self, notes: Sequence[str], cluster: str) -> None:
        """Notes were put in a cluster (its title): in a proposed grouping what is like them goes along."""
        if self.shown == "grouping":
            self.grouping.corrections.move(notes, cluster)

    def coming(self, after: str) -> str:
        """Where the cursor goes when post-its left: ``after``, or to the next one to begin with."""
        return self.beginning.coming(after) if self.shown == "first" else after

    def accept(self) -> None:
        """Do what is suggested here: for the marked post-its or this one, or on a title for its whole group."""
        self._advice.accept_here()

    def accept_all(self) -> None:
        """Do everything that is suggested; behind those to begin with comes the whole grouping."""
        beginning = self.shown == "first"
        self._advice.accept_all()
        if beginning:
            self._canvas.look()
            self.next_advice()

    def hint(self) -> Content | None:
        """What can be done with the advice."""
        if not self.shown:
            return None
        if self._worked is None or (self.shown == "first" and not self.beginning.known):
            return Content(_("working out …"))
        note = self._canvas.at_cursor
        if note and self.shown != "first" and (twin := self.twin(note)):
            same = _("same as “{text}”: count it").format(text=twin.text[:60])
            return self._canvas.keys(("=", same), ("g", _("accept")))
        return self._advice.hint()

    # -- its keys

    def no_use(self) -> str | None:
        """Why there is nothing to suggest."""
        if self._canvas.clusters and not self._canvas.found.loose:
            return _("Every post-it is in a cluster already.")
        return None if len(self._canvas.found.notes) >= FEWEST else _("There are too few post-its to group.")

    def not_shown(self) -> str | None:
        """Why there is nothing to accept."""
        return None if self.shown else _("No suggestion is shown: F5 shows them.")

    KEYS: ClassVar[Keys[Suggesting]] = Keys(
        everywhere=(
            Command(
                next_advice,
                N_("Suggest clusters"),
                N_("Show where post-its could go, or hide it"),
                ("f5",),
                20,
                cannot=no_use,
            ),
        ),
        board=(
            Command(
                accept,
                N_("Accept"),
                N_("Accept the suggestion for this post-it, or on a title for its group"),
                ("g",),
                cannot=not_shown,
            ),
            Command(accept_all, N_("Accept all"), N_("Accept every suggestion"), ("G",), cannot=not_shown),
        ),
    )
