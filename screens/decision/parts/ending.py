"""How deciding ends: a tie is settled, the decision is written down, parked, or given to a small group."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import ClassVar

from data.i18n import N_, _
from data.methods.votes.codes import NextStep
from data.model import ObjectionFate, Phase
from data.verbs.agreements import agree
from data.verbs.decision.closing import close_decision, objections, park_decision, unresolved
from data.verbs.decision.consent import asked
from data.verbs.decision.phases import go_to_phase
from data.verbs.decision.vote import break_tie
from screens.decision.dialogs import Conclude, Written
from screens.decision.parts.part import Owner
from screens.decision.result import favourite, heard, sentence, steps
from screens.decision.stages import Stage
from screens.decision.words import way_line
from screens.dialogs.form import spoken_of
from widgets.command import Command


class Ending(Owner):
    """The ways out of deciding."""

    def no_tie(self) -> str | None:
        """Why there is no tie to settle."""
        shown = self.subject.shown
        follow = steps(shown) if shown and not unresolved(self.subject.state, self.subject.going.id) else []
        return None if {NextStep.DISCUSS, NextStep.DRAW} & {*follow} else _("There is no tie to settle.")

    def settle(self, how: NextStep) -> None:
        """How the group goes on after a tie, and why."""
        draw = how is NextStep.DRAW
        heading = _("Why draw lots? The reason is recorded.") if draw else _("Why discuss it? The reason is recorded.")
        self.ask(heading, "", lambda reason: self._settled(how, reason))

    def _settled(self, how: NextStep, reason: str) -> None:
        if shown := self.subject.shown:
            self.house.do(break_tie, vote=shown.vote.id, how=how, reason=reason)

    def write_down(self, outcome: str) -> None:
        """The sheet, filled in with what is known; concerns and noted objections are the dissent."""
        said = objections(self.subject.state, self.subject.going.id)
        noted = [one.text for one in said if one.fate is ObjectionFate.NOTED]
        self._ask_to_write(Written(outcome, self._what_decided(), "; ".join(noted)))

    def _ask_to_write(self, known: Written, refused: Written | None = None) -> None:
        begin = spoken_of(self.house, asdict(refused)) if refused else ""
        sheet = Conclude(self.subject.going.id, self.subject.going.question, known, refused, begin)
        self.house.push_screen(sheet, partial(self._concluded, sheet))

    def _what_decided(self) -> str:
        """What carries the decision: consent in steps without an objection that stands, else a vote that came to it.

        That no objection remains is said where everybody was asked: to the wording of now nobody may have been.

        Nothing where the last vote says otherwise, or put something else first: that is for a person to say.
        """
        if self.subject.consent and not unresolved(self.subject.state, self.subject.going.id):
            return _consent(*asked(self.subject.state, self.subject.place))
        shown, proposal = self.subject.shown, self.subject.settled
        if shown is None or proposal is None or proposal.id != favourite(shown):
            return ""
        said = sentence(shown) if NextStep.RECORD in steps(shown) else heard(self.subject.state, shown.vote)
        return f"{way_line(shown.vote)}. {said}" if said else ""

    def _concluded(self, sheet: Conclude, written: Written | None) -> None:
        if written is None:
            return
        proposal = self.subject.settled if self.subject.shown or self.subject.consent else None
        done = self.house.do(
            close_decision,
            decision=self.subject.going.id,
            session=self.subject.session.id,
            outcome=written.outcome,
            decided_by=written.decided_by,
            dissent=written.dissent,
            review=written.review,
            proposal=proposal.id if proposal else None,
        )
        if done:
            sheet.half.kept()
            self.house.network.drafts.set(f"{self.subject.place}:line:{Stage.DECIDE.value}", "")
            self.screen.show_data()
            self.lined.page.focus()
        else:
            self._ask_to_write(sheet.written, written)

    def park(self) -> None:
        """Keep the whole decision for later."""
        subject = self.subject
        self.house.do(park_decision, decision=subject.going.id, session=subject.session.id, activity=subject.place)

    def small_group(self) -> None:
        """A small group works it out: an action point, and back to the proposals."""
        value = _("Work out a proposal: {question}; ; next session").format(question=self.subject.going.question)
        self.ask(_("Who works it out, and by when? what; who; when"), value, self._given)

    def _given(self, text: str) -> None:
        subject = self.subject
        going = subject.going.id
        if self.house.do(agree, session=subject.session.id, text=text, activity=subject.place, decision=going):
            self.house.do(go_to_phase, decision=going, phase=Phase.PROPOSE)

    # -- its keys

    PAGE_KEYS: ClassVar[tuple[Command[Ending], ...]] = (
        Command(
            lambda part: part.settle(NextStep.DISCUSS),
            N_("Discuss"),
            N_("A tie: discuss it, and why"),
            ("t",),
            cannot=no_tie,
        ),
        Command(
            lambda part: part.settle(NextStep.DRAW),
            N_("Draw lots"),
            N_("A tie: draw lots, with the reason"),
            ("l",),
            cannot=no_tie,
        ),
        Command(park, N_("Park it"), N_("Put the whole decision aside for later"), ("k",)),
        Command(small_group, N_("Small group"), N_("A small group works it out: who, and by when"), ("g",)),
    )


def _consent(of: int, everybody: int) -> str:
    """What is to be said of consent in steps, for which so many were asked of so many."""
    if not of:
        return _("Consent, step by step.")
    if of < everybody:
        return _("Consent, asked step by step of {n} of the {all}.").format(n=of, all=everybody)
    return _("Consent, asked step by step. No objection remains.")
