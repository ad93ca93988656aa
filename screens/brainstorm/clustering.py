"""Clusters on the board: they are titled, merged, split, taken apart, and moved along."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.model import Cluster
from data.verbs.brainstorm.board import dissolve_cluster, merge_clusters, move_cluster, rename_cluster, split_cluster
from screens.brainstorm.asking import Ask, Asking
from screens.brainstorm.canvas import Canvas, Keys
from screens.brainstorm.choosing import ClusterChoice, texts_of
from widgets.command import Command


class Clustering:
    """What is done to the cluster in which the cursor stands."""

    def __init__(self, canvas: Canvas, asking: Asking) -> None:
        self._canvas = canvas
        self._asking = asking

    def rename(self) -> None:
        """Give the cluster another title."""
        cluster = self._canvas.here

        def submit(title: str) -> bool:
            return self._canvas.house.do(rename_cluster, cluster=cluster.id, title=title) is not None

        self._asking.ask(Ask(_("Title"), submit, cluster.title, keeps=True))
        self._canvas.ask_line.select_all()  # another title is typed over it; an arrow keeps it

    def join(self) -> None:
        """Put this cluster in another one, which keeps its title."""
        gone, house = self._canvas.here, self._canvas.house

        def then(into: Cluster) -> None:
            if house.do(merge_clusters, clusters=[into.id, gone.id]):
                house.tell(_("“{gone}” is now in “{title}”").format(gone=gone.title, title=into.title))

        prompt = _("Merge “{title}” with").format(title=gone.title[:24])
        other = ClusterChoice(self._canvas, but=gone)
        self._asking.ask(other.ask(prompt, then, _("its number or a few letters, then Enter")))

    def split(self) -> None:
        """Take the marked post-its into a new cluster right behind this one."""
        cluster, notes = self._canvas.here, self._canvas.board.chosen

        def submit(title: str) -> bool:
            done = self._canvas.house.do(split_cluster, cluster=cluster.id, notes=notes, title=title)
            if done:
                self._canvas.board.unmark()
            return done is not None

        told = Content(texts_of(self._canvas, notes))
        self._asking.ask(Ask(_("Split off as"), submit, hint=lambda _typed: told, keeps=True))

    def take_apart(self) -> None:
        """Make the post-its of this cluster loose again."""
        if self._canvas.house.do(dissolve_cluster, cluster=self._canvas.here.id):
            self._canvas.house.tell(_("Broken up; ^Z puts it back."))

    def along(self, by: int) -> None:
        """Move the cluster along the board."""
        self._canvas.house.do(move_cluster, cluster=self._canvas.here.id, by=by)

    def hint(self) -> Content:
        """The keys for the cluster that the cursor stands on; above the loose post-its and the bin no cluster is."""
        if self._canvas.cluster is None:
            hands = (("h", _("hands")),) if self._canvas.clusters else ()
            return self._canvas.keys(("n", _("new cluster")), *hands, ("b", _("bin")))
        on = (("d", _("decision")), ("k", _("park")), ("a", _("agenda")))
        return self._canvas.keys(("t", _("title")), ("j", _("merge")), ("h", _("hands")), *on, ("o", _("break up")))

    # -- its keys

    def none_here(self) -> str | None:
        """Why nothing can be done to a cluster."""
        return self._canvas.no_cluster()

    def nothing_to_split(self) -> str | None:
        """Why nothing can be split off."""
        nothing = None if self._canvas.board.chosen else _("Mark the post-its to split off first.")
        return self._canvas.no_cluster() or nothing

    KEYS: ClassVar[Keys[Clustering]] = Keys(
        board=(
            Command(rename, N_("Title"), N_("Give the cluster another title"), ("t",), 16, cannot=none_here),
            Command(join, N_("Merge clusters"), N_("Put this cluster in another one"), ("j",), cannot=none_here),
            Command(
                split,
                N_("Split off"),
                N_("Move the marked post-its to a new cluster after this one"),
                ("s",),
                cannot=nothing_to_split,
            ),
            Command(take_apart, N_("Break up"), N_("Its post-its are loose again"), ("o",), cannot=none_here),
            Command(
                lambda it: it.along(-1),
                N_("Cluster to the left"),
                N_("Move the cluster along the board"),
                ("ctrl+left", "less_than_sign"),
                cannot=none_here,
            ),
            Command(
                lambda it: it.along(1),
                N_("Cluster to the right"),
                N_("Move the cluster along the board"),
                ("ctrl+right", "greater_than_sign"),
                cannot=none_here,
            ),
        )
    )
