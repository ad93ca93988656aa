"""Hands are counted, cluster by cluster: who wants to go on with it next session?"""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.model import Cluster, say
from data.verbs.brainstorm.board import poll
from data.verbs.brainstorm.noting import arranged, clusters
from data.verbs.check_in import headcount
from screens.brainstorm.asking import Ask, Asking
from screens.brainstorm.canvas import Canvas, Keys
from widgets.command import Command


class Polling:
    """Asks the clusters that were not asked yet, one after the other; once all were, those from the cursor on.

    The cursor stays where it is. Whoever types on after the last one types numbers to a board that moves post-its by
    them: as long as nothing else happened they are not taken.
    """

    def __init__(self, canvas: Canvas, asking: Asking) -> None:
        self._canvas = canvas
        self._asking = asking
        self._again = False
        self._asked: tuple[str, Ask] | None = None
        self._ended: object = None

    def start(self) -> None:
        """Begin with the first cluster that was not asked yet."""
        row = self._row()
        unasked = [cluster for cluster in row if cluster.hands is None]
        self._again = not unasked
        self._ask([*unasked, self._canvas.cluster or row[0]][0])

    def _row(self) -> list[Cluster]:
        """The clusters in their order, as they are at this moment."""
        return clusters(self._canvas.house.state, self._canvas.place)

    def _ask(self, cluster: Cluster) -> None:
        base = headcount(self._canvas.house.state, cluster.session)

        def submit(typed: str) -> bool:
            hands, _slash, of = typed.partition("/")
            if typed.strip() and not hands.strip().isdecimal():
                return False
            count = int(hands) if hands.strip() else None
            given = int(of) if of.strip().isdecimal() else None
            if count is None or self._canvas.house.do(poll, cluster=cluster.id, hands=count, base=given):
                self._next(cluster)
            return False

        def walk(by: int) -> None:
            row = self._row()
            place = _place_of(cluster, row) + by
            if 0 <= place < len(row):
                self._ask(row[place])

        told = _("of {base} present · 9/36 is 9 dots of 36 · empty: next · Esc stops").format(base=base)
        if cluster.hands is not None:
            told = _("{n} of {base} now").format(n=cluster.hands, base=cluster.base) + " · " + told
        prompt = _("Hands for “{title}”").format(title=cluster.title[:30])
        self._canvas.board.reveal(f"head {cluster.id}")
        ask = Ask(prompt, submit, hint=lambda _typed: Content(told), walk=walk, numbers=True)
        self._asked = cluster.id, ask
        self._asking.ask(ask)

    def _next(self, cluster: Cluster) -> None:
        row = self._row()
        coming = [other for other in row[_place_of(cluster, row) + 1 :] if self._again or other.hands is None]
        if coming:
            self._ask(coming[0])
        else:
            self._asking.end()
            self._ended = self._moment()

    def _moment(self) -> object:
        """The board as it is: it differs by whatever is done next."""
        board = self._canvas.board
        return arranged(self._canvas.house.state, self._canvas.place), board.cursor, board.marked

    @property
    def polled(self) -> str | None:
        """The cluster that is asked now, empty when the poll has just ended; None while there is none."""
        if self._asked and self._asking.asked is self._asked[1]:
            return self._asked[0]
        return "" if self._ended and self._ended == self._moment() else None

    def takes_number(self) -> bool:
        """Whether a number typed on the board was meant for the poll that has just ended; then it is told."""
        if self._ended is None or self._ended != self._moment():
            self._ended = None
            return False
        self._canvas.house.warn(say("Every cluster has been polled: h polls again."))
        return True

    # -- its keys

    def nobody_to_ask(self) -> str | None:
        """Why nothing can be polled."""
        return None if self._canvas.clusters else _("There is no cluster yet: n makes one.")

    KEYS: ClassVar[Keys[Polling]] = Keys(
        board=(
            Command(
                start,
                N_("Count hands"),
                N_("Who wants to continue with each cluster next session?"),
                ("h",),
                numbered=True,
                cannot=nobody_to_ask,
            ),
        )
    )


def _place_of(cluster: Cluster, row: list[Cluster]) -> int:
    """Where a cluster stands; in front of all when it is gone."""
    return next((place for place, other in enumerate(row) if other.id == cluster.id), -1)
