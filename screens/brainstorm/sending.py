"""A cluster is sent on to where it is taken further: a decision, the parking lot, or the next agenda."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.model import ActivityKind, Cluster, DecisionStatus
from data.verbs.brainstorm.board import AGENDA, DECISION, PARKING, send_cluster
from data.verbs.decision.phases import start_decision, under_way
from data.verbs.programme import of_kind
from screens.brainstorm.asking import Ask, Asking
from screens.brainstorm.canvas import Canvas, Keys
from screens.brainstorm.columns import SENT
from widgets.command import Command


class Sending:
    """Where the cluster at the cursor goes from here; it stays on the board as well."""

    def __init__(self, canvas: Canvas, asking: Asking) -> None:
        self._canvas = canvas
        self._asking = asking

    def send(self, to: str) -> None:
        """Send the cluster to the parking lot, or to the next agenda."""
        self._send(self._canvas.here, to, None)

    def to_decision(self) -> None:
        """Make the cluster a proposal of the open decision; while there is none, begin one."""
        cluster = self._canvas.here
        decision = self._open_decision(cluster)
        if decision:
            self._send(cluster, DECISION, decision)
        else:
            self._ask_decision(cluster)

    def _send(self, cluster: Cluster, to: str, decision: str | None) -> bool:
        done = self._canvas.house.do(send_cluster, cluster=cluster.id, to=to, decision=decision)
        if done:
            told = _("“{title}” goes to: {place}").format(title=cluster.title, place=_(SENT[to]))
            self._canvas.house.tell(told)
        return done is not None

    def _open_decision(self, cluster: Cluster) -> str | None:
        """The decision that gets the cluster as a proposal: that of this session's programme, else the last one."""
        state = self._canvas.house.state
        going = [decision.id for decision in under_way(state) if decision.status is DecisionStatus.OPEN]
        planned = [item.decision for item in of_kind(state, cluster.session, ActivityKind.DECISION)]
        return next((id_ for id_ in planned if id_ in going), going[-1] if going else None)

    def _ask_decision(self, cluster: Cluster) -> None:
        house = self._canvas.house
        items = of_kind(house.state, cluster.session, ActivityKind.DECISION)
        item = next((item.id for item in items if not item.decision), None)

        def begin(question: str) -> bool:
            begun = house.do(start_decision, session=cluster.session, question=question, activity=item)
            return begun is not None and self._send(cluster, DECISION, begun.new())

        told = Content(_("“{title}” becomes the first proposal of this decision").format(title=cluster.title))
        self._asking.ask(Ask(_("What do we decide?"), begin, hint=lambda _typed: told, keeps=True))

    # -- its keys

    def none_here(self) -> str | None:
        """Why nothing can be sent."""
        return self._canvas.no_cluster()

    KEYS: ClassVar[Keys[Sending]] = Keys(
        board=(
            Command(
                to_decision,
                N_("To a decision"),
                N_("Make the cluster a proposal for a decision"),
                ("d",),
                cannot=none_here,
            ),
            Command(
                lambda it: it.send(PARKING),
                N_("Park it"),
                N_("Put the cluster in the parking lot"),
                ("k",),
                cannot=none_here,
            ),
            Command(
                lambda it: it.send(AGENDA),
                N_("On next agenda"),
                N_("Put the cluster on the agenda of the next session"),
                ("a",),
                cannot=none_here,
            ),
        )
    )
