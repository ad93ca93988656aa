"""After the board: ideas are weighed, clusters polled, and sent on to where they are taken further."""

from __future__ import annotations

from collections import Counter

from textual.content import Content

from data.i18n import _
from data.model import ActivityKind, Cluster, DecisionStatus, Note
from data.verbs.brainstorm.board import DECISION, poll, send_cluster
from data.verbs.brainstorm.noting import WEIGHED, weigh
from data.verbs.check_in import present
from data.verbs.decision.phases import start_decision, under_way
from data.verbs.programme import of_kind
from screens.brainstorm.arranging import Arranging
from screens.brainstorm.canvas import Ask
from screens.brainstorm.columns import SENT
from widgets.two_way import TwoWay


class Weighing(Arranging):
    """Feasibility and value by two digits a post-it, hands for a cluster, and where clusters go."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._feasible: int | None = None

    # -- weigh

    def action_weigh(self) -> None:
        """Weigh by two digits, or go back to moving."""
        self._feasible = None
        self.set_class(not self.showing.weighing, "-weighing")
        self.show_as(weighing=not self.showing.weighing)
        self.show_weighed()

    def number(self, digit: str) -> None:
        """While weighing, the first digit is how feasible and the second how valuable; then comes the next post-it."""
        if not self.showing.weighing:
            super().number(digit)
            return
        note, mark = self.note(self.board.card), int(digit)
        low, high = WEIGHED
        if note is None or not (low <= mark <= high or mark == 0):
            self.house.tell(_("Weigh from {low} to {high}; 0 takes it away.").format(low=low, high=high))
        elif mark == 0:
            self._feasible = None
            self.house.do(weigh, note=note.id)
        elif self._feasible is None:
            self._feasible = mark
        elif self.house.do(weigh, note=note.id, feasibility=self._feasible, value=mark):
            self._feasible = None
            self.board.go_to(self._after(note))
        self.show_weighed()
        self.show_hint()

    def _after(self, note: Note) -> str:
        """The next post-it to weigh, cluster by cluster; the same one at the end."""
        order = [other.id for other in self.found.notes]
        place = order.index(note.id) + 1
        return order[place] if place < len(order) else note.id

    def forget_digit(self) -> bool:
        """Forget the first of two digits, also while weighing; then Esc ends the weighing."""
        if self._feasible is not None:
            self._feasible = None
            self.show_weighed()
            return True
        if self.showing.weighing:
            self.action_weigh()
            return True
        return super().forget_digit()

    def cursor_moved(self) -> None:
        """Another idea is weighed now."""
        self._feasible = None
        self.show_weighed()
        super().cursor_moved()

    def show_weighed(self) -> None:
        """Draw the picture."""
        if not self.showing.weighing:
            return
        notes = self.found.notes
        counts = Counter((n.feasibility, n.value) for n in notes if n.feasibility and n.value)
        note = self.note(self.board.card)
        here = (self._feasible, None) if self._feasible else (note.feasibility, note.value) if note else (None, None)
        for id_ in ("#two-way", "#room-two-way"):
            self.query_one(id_, TwoWay).show({(f, v): c for (f, v), c in counts.items() if f and v}, len(notes), here)

    def weigh_hint(self) -> Content:
        """What the next digit means."""
        note = self.note(self.board.card)
        if note is None:
            return Content(_("Go to a post-it to weigh it."))
        if self._feasible is None:
            return self.keys(("1-5", _("feasible with the resources?")), ("0", _("not weighed")), ("w", _("stop")))
        told = _("feasible {f}, and valuable for the goal?").format(f=self._feasible)
        return self.keys(("1-5", told), ("Esc", _("once more")))

    # -- poll

    def action_hands(self) -> None:
        """Count who wants to go on with this cluster; then the next cluster is asked."""
        self._ask_hands(self._here())

    def _ask_hands(self, cluster: Cluster) -> None:
        base = len(present(self.house.state, cluster.session))

        def submit(typed: str) -> bool:
            hands, _slash, of = typed.partition("/")
            if typed.strip() and not hands.strip().isdecimal():
                return False
            count = int(hands) if hands.strip() else None
            given = int(of) if of.strip().isdecimal() else None
            if count is None or self.house.do(poll, cluster=cluster.id, hands=count, base=given):
                self._next_hands(cluster)
            return False

        told = _("of {base} present · 9/36 counts dots of 36 · empty goes on · Esc stops").format(base=base)
        prompt = _("Hands for “{title}”").format(title=cluster.title[:30])
        self.board.go_to(f"head {cluster.id}")
        self.ask(Ask(prompt, submit, hint=lambda _typed: Content(told), numbers=True))

    def _next_hands(self, cluster: Cluster) -> None:
        ids = [other.id for other in self.clusters]
        after = ids.index(cluster.id) + 1
        if after < len(ids):
            self._ask_hands(self.clusters[after])
        else:
            self.ask_no_more()

    # -- on

    def action_send(self, to: str) -> None:
        """Send the cluster to a decision, to the parking lot, or to the next agenda."""
        cluster = self._here()
        decision = self._open_decision(cluster) if to == DECISION else None
        if to == DECISION and decision is None:
            self._ask_decision(cluster)
        else:
            self._send(cluster, to, decision)

    def _send(self, cluster: Cluster, to: str, decision: str | None) -> bool:
        done = self.house.do(send_cluster, cluster=cluster.id, to=to, decision=decision)
        if done:
            self.house.tell(_("“{title}” goes to: {place}").format(title=cluster.title, place=_(SENT[to])))
        return done is not None

    def _open_decision(self, cluster: Cluster) -> str | None:
        """The decision that gets the cluster as a proposal: that of this session's programme, else the last one."""
        state = self.house.state
        going = [decision.id for decision in under_way(state) if decision.status is DecisionStatus.OPEN]
        planned = [item.decision for item in of_kind(state, cluster.session, ActivityKind.DECISION)]
        return next((id_ for id_ in planned if id_ in going), going[-1] if going else None)

    def _ask_decision(self, cluster: Cluster) -> None:
        """There is no open decision yet: begin one, and make the cluster its first proposal."""
        items = of_kind(self.house.state, cluster.session, ActivityKind.DECISION)
        item = next((item.id for item in items if not item.decision), None)

        def begin(question: str) -> bool:
            begun = self.house.do(start_decision, session=cluster.session, question=question, activity=item)
            return begun is not None and self._send(cluster, DECISION, begun.new())

        told = Content(_("“{title}” becomes the first proposal of this decision").format(title=cluster.title))
        self.ask(Ask(_("What do we decide?"), begin, hint=lambda _typed: told))
