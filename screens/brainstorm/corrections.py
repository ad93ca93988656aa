"""What people move in a proposed grouping: it is proposed anew around that, and what they placed stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from data.i18n import plural
from data.methods import clusters as methods
from data.methods.clusters import MOST_MOVES, Group, NoteText
from data.model import Profile
from screens.brainstorm.canvas import Canvas
from screens.brainstorm.worked import Worked


class Corrections:
    """The grouping as it stands. A move is shown at once; what goes along with it is worked out in the background.

    After MOST_MOVES moves nothing goes along any more. ``changed`` is called when it stands otherwise.
    """

    def __init__(self, canvas: Canvas, changed: Callable[[], None]) -> None:
        self._canvas = canvas
        self._changed = changed
        self._stands: Worked | None = None
        self._by_hand: dict[str, str] = {}
        self._waiting: list[tuple[str, str]] = []

    # -- as it stands

    @property
    def worked(self) -> Worked | None:
        """The grouping as it is shown: also the moves that are still being worked out."""
        stands = self._stands
        for note, title in self._waiting:
            stands = stands.moved(note, title) if stands else None
        return stands

    @property
    def count(self) -> int:
        """How many post-its were moved by hand."""
        return len(self._by_hand)

    @property
    def frozen(self) -> bool:
        """Whether nothing goes along any more."""
        return self.count >= MOST_MOVES

    def take(self, worked: Worked) -> None:
        """Another grouping was worked out."""
        self._stands = worked
        self._waiting.clear()

    def anew(self) -> None:
        """Nothing was moved by hand."""
        self._by_hand.clear()

    def placed(self) -> Mapping[str, str]:
        """Where people want each note, by title: as they put it on the board, or moved it in what is proposed."""
        title = {cluster.id: cluster.title for cluster in self._canvas.clusters}
        really = {note.id: title[note.cluster] for note in self._canvas.found.notes if note.cluster in title}
        return {**self._by_hand, **really}

    # -- moves

    def move(self, notes: Sequence[str], title: str) -> None:
        """Put notes in the group with this title, and let what is like them go along."""
        if self._stands is None:
            return
        self._stands = self._stands.having(notes)
        if self._stands.place(title) is None:
            made = Group(title, self._stands.notes.index(notes[0]), (), given=True)
            self._stands = self._stands.standing([*self._stands.proposal.clusters, made])
        idle = not self._waiting
        self._waiting += [(id_, title) for id_ in notes]
        self._by_hand |= dict.fromkeys(notes, title)
        if idle:
            self._work_out()
        self._changed()

    def _work_out(self) -> None:
        """Work out in the background what goes along with the first move that waits."""
        stands, (note, title) = self._stands, self._waiting[0]
        assert stands is not None
        before = self._by_hand.keys() - {id_ for id_, _title in self._waiting}
        work = partial(
            methods.after_move,
            self._texts(stands),
            standing=stands.proposal.clusters,
            note=stands.notes.index(note),
            to=stands.place(title),
            by_hand=[stands.notes.index(id_) for id_ in before if id_ in stands.notes],
            lang=language(self._canvas),
        )
        self._think(lambda: work(encoder=methods.encoder()), partial(self._went_along, stands))

    def _went_along(self, before: Worked, groups: tuple[Group, ...]) -> None:
        """The first move is worked out."""
        if self._stands is None or before.proposal is not self._stands.proposal or not self._waiting:
            return
        note, title = self._waiting.pop(0)
        alone = before.moved(note, title).titles()
        self._stands = self._stands.standing(groups)
        along = sum(alone.get(id_) != now for id_, now in self._stands.titles().items())
        if along:
            told = plural("{n} post-it like it goes with it", "{n} post-its like it go with it", along)
            self._canvas.house.tell(told)
        if self._waiting:
            self._work_out()
        else:
            self.take_in()
        self._changed()

    def take_in(self) -> None:
        """Let notes that came in meanwhile join the group that suits each best; nothing else moves."""
        notes = [note.id for note in self._canvas.found.notes]
        if self._stands is None or self._waiting or self._stands.titles().keys() >= set(notes):
            return
        stands = self._stands = self._stands.having(notes)
        work = partial(methods.with_late, self._texts(stands), standing=stands.proposal.clusters)
        self._think(lambda: work(encoder=methods.encoder()), partial(self._taken_in, stands))

    def _taken_in(self, before: Worked, groups: tuple[Group, ...]) -> None:
        if self._stands and before.proposal is self._stands.proposal:
            self._stands = self._stands.standing(groups)
            self._changed()

    def _texts(self, worked: Worked) -> list[NoteText]:
        return worked.texts({note.id: note for note in self._canvas.found.notes}, self.placed())

    def _think(self, work: Callable[[], tuple[Group, ...]], then: Callable[[tuple[Group, ...]], None]) -> None:
        """In the background, where nothing of the screen is touched."""
        canvas = self._canvas

        def think() -> None:
            canvas.house.call_from_thread(canvas.if_there, then, work())

        self._canvas.screen.run_worker(think, thread=True, group="corrections")


def language(canvas: Canvas) -> str | None:
    """The language of the network."""
    return next((profile.language for profile in canvas.house.state.all(Profile)), None)
