"""Consent step by step: from one step to the next, and from one person to the next in a step with turns."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _
from data.methods.consent_steps import IN_TURNS
from data.model import ConsentRound, ConsentStep
from data.verbs.decision.closing import unresolved
from data.verbs.decision.consent import begin_consent, consent_turns, give_turn, go_back, go_on, next_step, next_turn
from data.verbs.network import called
from screens.decision.consent import STEPS
from screens.decision.parts.anywhere import ask_whose
from screens.decision.parts.part import Owner
from widgets.command import Command


class Stepping(Owner):
    """The steps of consent about one proposal."""

    @property
    def going(self) -> ConsentRound | None:
        """How far consent is; None where it is not asked step by step."""
        return self.subject.consent

    # -- why not

    def no_proposal(self) -> str | None:
        """Why there is nothing to begin with."""
        return None if self.subject.standing else _("There is no proposal to ask consent for yet.")

    def no_steps(self) -> str | None:
        """Why there is no step to go back to."""
        return None if self.going else _("Consent is not being asked step by step: s starts that.")

    def no_turns(self) -> str | None:
        """Why nobody can be given the floor."""
        in_turns = self.going is not None and self.going.step in IN_TURNS
        return self.no_steps() or (None if in_turns else _("This step has no turns."))

    # -- what is done

    def step(self) -> None:
        """Begin, or go to the next step."""
        if self.going:
            self.house.do(go_on, activity=self.subject.place)
        elif proposal := self.subject.proposal:
            self.house.do(begin_consent, activity=self.subject.place, proposal=proposal.id)

    def onward(self) -> None:
        """Whoever comes next has the floor; once all were heard, or where there are no turns, the next step."""
        if consent_turns(self.subject.state, self.subject.place).to_come:
            self.turn()
        else:
            self.step()

    @property
    def is_last(self) -> bool:
        """Whether no step comes any more: nothing stands in the way of the decision."""
        here = self.subject.place
        return next_step(self.subject.state, here) is None and not consent_turns(self.subject.state, here).to_come

    def turn(self) -> None:
        """Give the floor to whoever comes next."""
        self.house.do(next_turn, activity=self.subject.place)

    def floor(self) -> None:
        """Give the floor to somebody by two letters."""
        ask_whose(
            self,
            _("Who has the floor?"),
            lambda who: self.house.do(give_turn, activity=self.subject.place, participant=who),
        )

    def back(self) -> None:
        """Go back a step; from the first one it is over."""
        self.house.do(go_back, activity=self.subject.place)

    # -- what may follow

    def follow(self, going: ConsentRound) -> list[tuple[str, str]]:
        """The keys of what may follow now and their words, the likeliest first."""
        subject = self.subject
        after = next_step(subject.state, subject.place)
        further = ("s", _(STEPS[after][0])) if after else ("b", _("write down the decision"))
        if going.step is ConsentStep.INTEGRATE and unresolved(subject.state, subject.going.id, going.proposal):
            steps = [("i", _("integrate the objection by rewording")), ("x", _("it is withdrawn")), further]
        elif coming := consent_turns(subject.state, subject.place).next:
            steps = [("n", _("{name} has the floor").format(name=called(subject.state).get(coming, "?"))), further]
        else:
            steps = [further]
        if going.step is ConsentStep.CONSENT:
            steps.append(("o", _("note an objection")))
        return [*steps, ("p", _("a step back"))]

    # -- its keys

    PAGE_KEYS: ClassVar[tuple[Command[Stepping], ...]] = (
        Command(
            step,
            N_("Step by step"),
            N_("Consent in steps: start with the chosen proposal, or go to the next step"),
            ("s",),
            30,
            cannot=no_proposal,
        ),
        Command(turn, N_("Next person"), N_("Give the floor to whoever is next"), ("n",), cannot=no_turns),
        Command(floor, N_("Give the floor"), N_("Choose who speaks, by two letters"), ("f",), cannot=no_turns),
        Command(
            back, N_("A step back"), N_("The previous step; before the first one it ends"), ("p",), cannot=no_steps
        ),
    )
