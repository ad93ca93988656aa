"""Suggestions: where loose post-its could go, and how a board could be grouped. They propose, one key accepts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.content import Content
from textual.timer import Timer

from data.i18n import N_, _
from data.methods import clusters as methods
from data.methods.clusters import NoteText, Proposal
from data.model import Note, Profile
from screens.brainstorm.canvas import Canvas, Keys
from screens.brainstorm.dots import Dots
from screens.brainstorm.grouping import STEPS, Grouping
from screens.brainstorm.worked import Worked
from widgets.board_layout import Column
from widgets.command import Command

FEWEST = 4
"""With fewer post-its there is nothing to group."""

PAUSE = 0.7
"""Seconds without a change before the suggestions are worked out anew."""


class Suggesting:
    """Suggestions are worked out in the background, and never move a note by themselves."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.dots = Dots(canvas)
        self.grouping = Grouping(canvas, self._work_out, self.let_go)
        self._asked: str | None = None
        self._mirrored = True
        self._worked: Worked | None = None
        self._soon: Timer | None = None

    # -- which advice is shown

    @property
    def shown(self) -> str:
        """What is shown: nothing, ``dots`` on loose notes, or a whole ``grouping``.

        Unasked it is dots, and only while nobody looks along: what F5 shows is meant for the room.
        """
        if self._asked is not None:
            return self._asked
        canvas = self._canvas
        return "dots" if canvas.clusters and canvas.found.loose and not canvas.house.looking_along else ""

    @property
    def waits(self) -> bool:
        """Whether there is advice that nobody sees."""
        loose = self._canvas.found.loose
        return bool(loose) and not self.shown and bool(self._canvas.clusters or len(loose) >= FEWEST)

    def next_advice(self) -> None:
        """Dots on loose post-its, then a whole grouping, then nothing; without clusters the grouping at once."""
        order = ["", "dots", "grouping"] if self._canvas.clusters else ["", "grouping"]
        place = order.index(self.shown) if self.shown in order else 0
        self.grouping.usual()
        self._show(order[(place + 1) % len(order)])
        self._work_out()
        if self.shown:
            self._canvas.board.focus()

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
        dots = self.shown == "dots" and self._worked
        self._canvas.show_as(advice=self.dots.advice(self._worked) if dots and self._worked else {})

    def columns(self) -> list[Column] | None:
        """The board as it is proposed; None while no grouping is shown."""
        return self.grouping.columns() if self.shown == "grouping" else None

    def board_changed(self) -> None:
        """Work the suggestions out anew once it is quiet, when they are shown; when people begin to look, they go."""
        mirrored, self._mirrored = self._mirrored, self._canvas.house.looking_along
        if self._mirrored and not mirrored:
            self._show(None)
        elif not self.shown and self._canvas.showing.advice:
            self._draw()
        if self._soon:
            self._soon.stop()
        self._soon = self._canvas.screen.set_timer(PAUSE, self._work_out) if self.shown else None

    # -- working it out

    def _work_out(self) -> None:
        notes, clusters = self._canvas.found.notes, self._canvas.clusters
        if not self.shown or not notes:
            return
        title = {cluster.id: cluster.title for cluster in clusters}
        step = self.grouping.step
        before = self._worked if self._worked and self._worked.step == step else Worked()
        work = partial(
            methods.suggest,
            [NoteText(note.text, title.get(note.cluster or "")) for note in notes],
            lang=next((profile.language for profile in self._canvas.house.state.all(Profile)), None),
            coarseness=STEPS[step],
            previous=before.again({note.id: place for place, note in enumerate(notes)}),
            titles=list(title.values()),
        )
        think = partial(self._think, tuple(note.id for note in notes), step, work)
        self._canvas.screen.run_worker(think, thread=True, exclusive=True, group="advice")

    def _think(self, notes: tuple[str, ...], step: int, work: Callable[..., Proposal]) -> None:
        """In the background: nothing of the screen is touched here."""
        worked = Worked(notes, step, work(encoder=methods.encoder()))
        self._canvas.house.call_from_thread(self._thought, worked)

    def _thought(self, worked: Worked) -> None:
        self._worked = worked
        self.grouping.take(worked)
        self._draw()

    def twin(self, note: Note) -> Note | None:
        """A note on the board that says nearly the same, while advice is shown."""
        if not self.shown or self._worked is None:
            return None
        return self._worked.twin(note, {other.id: other for other in self._canvas.found.notes})

    # -- accepting

    def accept(self) -> None:
        """Do what is suggested here: for the marked post-its or this one, or on a title for its whole group."""
        (self.grouping if self.shown == "grouping" else self.dots).accept_here()

    def accept_all(self) -> None:
        """Do everything that is suggested."""
        (self.grouping if self.shown == "grouping" else self.dots).accept_all()

    def hint(self) -> Content | None:
        """What can be done with the advice."""
        if not self.shown:
            return None
        if self._worked is None:
            return Content(_("working out …"))
        note = self._canvas.at_cursor
        if note and (twin := self.twin(note)):
            same = _("the same as “{text}”: count it").format(text=twin.text[:60])
            return self._canvas.keys(("=", same), ("g", _("accept")))
        return (self.grouping if self.shown == "grouping" else self.dots).hint()

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
                N_("Do what is suggested for this post-it, or on a title for its group"),
                ("g",),
                cannot=not_shown,
            ),
            Command(accept_all, N_("Accept all"), N_("Do everything that is suggested"), ("G",), cannot=not_shown),
        ),
    )
