"""Exploring, proposing and examining: what is typed, changed, planned and taken from clusters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from data.i18n import _, day
from data.model import Decision, DecisionStatus, Participant, Phase, Proposal, Session, SwotKind, SwotPoint
from data.verbs.check_in import matching, present
from data.verbs.decision.closing import resume
from data.verbs.decision.phases import (
    clusters_left,
    drop,
    edit_point,
    examine,
    explore,
    plan_phase,
    point_at,
    propose,
    propose_clusters,
    remove_point,
    reword,
    set_source,
    standing,
    start_decision,
    touched,
)
from data.verbs.network import people, sessions
from screens.decision.base import DecisionBase
from screens.decision.keys import Stage
from screens.decision.words import PHASES, Kind, session_name
from screens.dialogs.ask import AskLine, Choose
from screens.dialogs.who import Who
from widgets.matches import Match

NEW, NONE, ALL = "new", "none", "all"


class Talking(DecisionBase):
    """The three phases in which a decision is talked about."""

    def needs(self) -> dict[str, Callable[[], str | None]]:
        """Something must be chosen to change it."""
        return super().needs() | {
            "screen.edit": lambda: None if self._editable() else _("Choose a line first."),
            "screen.remove": lambda: None if self.page.chosen else _("Choose a line first."),
            "screen.source": lambda: None if self.page.chosen else _("Choose a line first."),
        }

    def _editable(self) -> bool:
        return bool(self.page.chosen) or self.stage is Stage.EXPLORE

    def hint(self) -> Content:
        """What F5 offers, when it would help."""
        if self.stage is Stage.PROPOSE:
            left = len(clusters_left(self.house.state, self.going.id))
            if left and not self.line.value:
                said = _("takes clusters of the brainstorm as proposals ({n} left)").format(n=left)
                return Content.assemble(("F5", "bold $accent"), f" {said}")
        if self.stage is Stage.EXPLORE and not self.line.value:
            return Content.assemble(("F5", "bold $accent"), " " + _("says in which session a phase is treated"))
        return super().hint()

    # -- which decision

    def choose_or_begin(self) -> None:
        """Enter without a decision: begin one with the typed question, or go on with the chosen one."""
        typed = self.line.value
        if typed.strip():
            if self.house.do(start_decision, session=self.session.id, question=typed, activity=self.place):
                self._emptied()
        elif self.page.chosen:
            self._treat(self.page.chosen)

    def action_other_decision(self) -> None:
        """Let this item treat another decision, or a new one."""
        there = [one for one in self.choices() if one.id != self.activity.decision]
        choices = [(NEW, _("A new decision"), _("type its question"))]
        choices += [(one.id, one.question, self._where(one)) for one in there]
        self.app.push_screen(Choose(_("Which decision do we treat?"), choices), self._treat)

    def _where(self, decision: Decision) -> str:
        return _("parked") if decision.status is DecisionStatus.PARKED else _(PHASES[decision.phase])

    def _treat(self, chosen: str | None) -> None:
        if chosen == NEW:
            self.house.do(point_at, activity=self.place, decision=None)
        elif chosen:
            decision = self.house.state.find(Decision, chosen)
            if decision and decision.status is DecisionStatus.PARKED:
                self.house.do(resume, decision=chosen)
            self.house.do(point_at, activity=self.place, decision=chosen)

    def _emptied(self) -> None:
        self.line.take()
        self.show_data()

    # -- the line

    def keep_talk(self, typed: str) -> None:
        """Keep what was said in one of the three phases."""
        kind, going = self.kind, self.going
        if kind in {Kind.QUESTION, Kind.ORIGIN, Kind.IMPORTANCE}:
            before = {Kind.ORIGIN: going.origin, Kind.IMPORTANCE: going.importance}.get(kind, "")
            text = f"{before} · {typed}" if before else typed
            done = self.house.do(explore, decision=going.id, **{kind.value: text})
        elif kind is Kind.PROPOSAL:
            done = self.house.do(propose, decision=going.id, session=self.session.id, text=typed)
        else:
            proposal = self.proposal
            if proposal is None:
                return
            done = self.house.do(
                examine, proposal=proposal.id, session=self.session.id, kind=SwotKind(kind.value), text=typed
            )
        if done:
            self._emptied()
            if done.change.puts:
                self.page.choose(done.change.puts[0].id)
                self.show_data()

    # -- the help of F5

    def action_offer(self) -> None:
        """What helps most in this phase."""
        offers = {Stage.EXPLORE: self.action_plan, Stage.PROPOSE: self._clusters, Stage.EXAMINE: self.action_turn}
        offer = offers.get(self.stage)
        if offer:
            offer()

    def action_plan(self) -> None:
        """In which session the chosen phase is treated, else the next phase."""
        chosen = self.page.chosen
        if chosen.startswith("phase:"):
            phase = Phase(chosen.removeprefix("phase:"))
        else:
            without = [one for one in Phase if one not in self.going.planned]
            phase = without[0] if without else self.going.phase
        heading = _("In which session do we treat “{phase}”?").format(phase=_(PHASES[phase]))
        choices = [
            (one.id, session_name(self.house.state, one.id), day(one.date) if one.date else "")
            for one in sessions(self.house.state)
            if one.number >= self.session.number
        ]
        choices.append((NONE, _("not planned"), ""))
        self.app.push_screen(Choose(heading, choices), lambda session: self._planned(phase, session))

    def _planned(self, phase: Phase, session: str | None) -> None:
        if session:
            asked = None if session == NONE else self.house.state.get(Session, session).id
            self.house.do(plan_phase, decision=self.going.id, phase=phase, session=asked)
            self.page.choose(f"phase:{phase.value}")

    def _clusters(self) -> None:
        left = clusters_left(self.house.state, self.going.id)
        if not left:
            self.house.tell(_("Every cluster is a proposal already, or there is none."))
            return
        choices = [(one.id, one.title, session_name(self.house.state, one.session)) for one in left]
        if len(left) > 1:
            choices.append((ALL, _("All of them"), ""))
        self.app.push_screen(Choose(_("Which cluster becomes a proposal?"), choices), self._from_clusters)

    def _from_clusters(self, chosen: str | None) -> None:
        if chosen:
            every = [one.id for one in clusters_left(self.house.state, self.going.id)]
            ids = every if chosen == ALL else [chosen]
            self.house.do(propose_clusters, decision=self.going.id, session=self.session.id, clusters=ids)

    def action_turn(self, by: int = 1) -> None:
        """Examine another proposal."""
        every = standing(self.house.state, self.going.id)
        if every and (now := self.proposal):
            place = [one.id for one in every].index(now.id) if now in every else 0
            self._examined = every[(place + by) % len(every)].id
            self.show_data()

    def action_walk(self, by: int) -> None:
        """While a point is typed, another proposal; else another line."""
        if self.stage is Stage.EXAMINE and self.line.has_focus:
            self.action_turn(by)
        else:
            super().action_walk(by)

    # -- one line

    def action_edit(self) -> None:
        """Type the chosen line over."""
        chosen = self.page.chosen
        state = self.house.state
        if chosen.startswith("phase:"):
            self.action_plan()
        elif self.stage is Stage.EXPLORE:
            now = getattr(self.going, chosen or "question")
            self._ask(_("Change this line"), now, lambda text: self._explored(chosen or "question", text))
        elif proposal := state.find(Proposal, chosen):
            self._ask(_("Word the proposal anew"), proposal.text, lambda text: self._why(proposal.id, text))
        elif point := state.find(SwotPoint, chosen):
            self._ask(_("Change this line"), point.text, lambda text: self._pointed(point.id, text))

    def _ask(self, heading: str, value: str, then: Callable[[str], None]) -> None:
        self.app.push_screen(AskLine(heading, value), lambda text: None if text is None else then(text))

    def _explored(self, what: str, text: str) -> None:
        self.house.do(explore, decision=self.going.id, **{what: text})

    def _pointed(self, id_: str, text: str) -> None:
        self.house.do(edit_point, point=id_, text=text)

    def _why(self, id_: str, text: str) -> None:
        """A new version asks its reason; a slip of the pen needs none."""
        proposal = self.house.state.get(Proposal, id_)
        if text.strip() == proposal.text:
            return
        must = touched(self.house.state, proposal)
        heading = (
            _("Why does it change? It becomes a new version.") if must else _("Why? Empty mends a slip of the pen.")
        )
        self.app.push_screen(AskLine(heading), lambda why: self._reword(id_, text, why))

    def _reword(self, id_: str, text: str, why: str | None) -> None:
        if why is not None and not self.house.do(reword, proposal=id_, session=self.session.id, text=text, why=why):
            self._why(id_, text)

    def action_remove(self) -> None:
        """Take a point away; drop a proposal, or take it back."""
        state, chosen = self.house.state, self.page.chosen
        if proposal := state.find(Proposal, chosen):
            self.house.do(drop, proposal=proposal.id, dropped=not proposal.dropped)
        elif state.find(SwotPoint, chosen) and self.house.do(remove_point, point=chosen):
            self.house.tell(_("Taken away · Ctrl+Z brings it back"))

    def action_source(self) -> None:
        """From whom the chosen proposal comes."""
        proposal = self.house.state.find(Proposal, self.page.chosen)
        if proposal:
            heading = _("Whose proposal is it? “{text}”").format(text=proposal.text)
            self.app.push_screen(Who(heading, self.anybody), lambda who: self._sourced(proposal.id, who))

    def anybody(self, letters: str) -> Sequence[Match]:
        """Whom two letters may mean: those present first."""
        here = present(self.house.state, self.session.id)
        found: list[Participant] = here
        if letters.strip():
            found = matching(here, letters) or matching(people(self.house.state), letters)
        return [Match(who.id, who.name) for who in found]

    def _sourced(self, id_: str, who: str | None) -> None:
        if who:
            self.house.do(set_source, proposal=id_, participant=who)
