"""One post-it a group is placed first: what people place says more than any reckoning, and the rest follows it."""

from __future__ import annotations

from textual.content import Content

from data.i18n import _
from data.methods.clusters import first_to_place
from data.verbs.brainstorm.board import new_clusters
from screens.brainstorm.canvas import Canvas
from screens.brainstorm.columns import Advice
from screens.brainstorm.worked import Worked


class Beginning:
    """The post-its to begin with, as they were first worked out: they stay while people place them."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._first: dict[str, str] | None = None

    def anew(self) -> None:
        """Forget which they were."""
        self._first = None

    @property
    def known(self) -> bool:
        """Whether it was worked out which they are."""
        return self._first is not None

    def take(self, worked: Worked) -> None:
        """They are those that say best what each proposed group is about."""
        groups = {group.quote: group.title for group in worked.proposal.clusters}
        self._first = {worked.notes[i]: groups[i] for i in first_to_place(worked.proposal)}
        if to_place := self.to_place():
            self._canvas.board.go_to(next(iter(to_place)))

    def to_place(self) -> dict[str, str]:
        """Those that are still loose, with the title of their group."""
        found = {id_: self._canvas.note(id_) for id_ in self._first or ()}
        loose = [id_ for id_, note in found.items() if note and not note.cluster and not note.binned]
        return {id_: title for id_, title in (self._first or {}).items() if id_ in loose}

    def advice(self) -> dict[str, Advice]:
        """What stands at each of them."""
        return {id_: Advice(f"→ {title}") for id_, title in self.to_place().items()}

    def coming(self, after: str) -> str:
        """Where the cursor goes when one was placed: to the next one; to ``after`` when there is none."""
        return next(iter(self.to_place()), after)

    def accept_here(self) -> None:
        """Make the group of the chosen ones, each with the title that is proposed."""
        self._accept([id_ for id_ in self._canvas.board.chosen if id_ in self.to_place()])

    def accept_all(self) -> None:
        """Make all of their groups."""
        self._accept(list(self.to_place()))

    def _accept(self, notes: list[str]) -> None:
        to_place = self.to_place()
        groups = [(to_place[id_], [id_]) for id_ in notes]
        after = self._canvas.board.next_to(notes)
        if groups and self._canvas.house.do(new_clusters, activity=self._canvas.place, groups=groups):
            self._canvas.board.unmark()
            self._canvas.board.go_to(self.coming(after))

    def hint(self) -> Content:
        """How many are left, and the keys."""
        left = len(self.to_place())
        if not left:
            return self._canvas.keys(("F5", _("every group has its first: see where the rest could go")))
        return self._canvas.keys(
            ("g", _("this one")),
            ("n", _("your own title")),
            ("F5", _("whole grouping")),
            ("G", _("all of it")),
            ("1-9", _("with another")),
            behind=_("Place {n} first, one a group").format(n=left),
        )
