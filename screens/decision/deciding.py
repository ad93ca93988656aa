"""What follows on a vote: its meaning and next steps, objections, ties, and how a decision ends."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from data.i18n import _, plural
from data.methods.votes.codes import NextStep
from data.model import Action, DecisionStatus, Objection, ObjectionFate, Phase, Proposal
from data.report.decisions import whole
from data.report.process import record
from data.report.tongue import Tongue
from data.verbs.agreements import agree, as_line, edit_action, remove_action, set_done
from data.verbs.decision.closing import (
    close_decision,
    confirm,
    integrate,
    object_to,
    objections,
    park_decision,
    reopen,
    resume,
    set_fate,
    set_speaker,
    unresolved,
)
from data.verbs.decision.phases import go_to_phase
from data.verbs.decision.vote import break_tie
from data.verbs.network import profile
from screens.decision.dialogs import Conclude, WholeRecord, Written
from screens.decision.keys import TYPING, Stage
from screens.decision.result import Step, favourite, sentence, steps
from screens.decision.voting import Voting
from screens.decision.words import Kind, way_line
from screens.dialogs.ask import AskLine
from screens.dialogs.who import Who
from screens.shell.by_name import by_name
from widgets.command import Bound


class Ending(Voting):
    """From a result to a decision that is written down, parked, confirmed or opened again."""

    def needs(self) -> dict[str, Callable[[], str | None]]:
        """An objection, a tie, or a decision that is over must be there."""
        return super().needs() | {
            "screen.integrate": lambda: None if self._stands else _("Choose an objection on the page first."),
            "screen.fate('withdrawn')": lambda: None if self._objection else _("Choose an objection first."),
            "screen.fate('noted')": lambda: None if self._objection else _("Choose an objection first."),
            "screen.settle('discuss')": self._no_tie,
            "screen.settle('draw')": self._no_tie,
            "screen.hear": lambda: None if self.shown else _("There was no vote yet."),
            "screen.confirm": self._not_to_confirm,
            "screen.reopen": self._not_decided,
        }

    @property
    def _objection(self) -> Objection | None:
        """The chosen objection, else the only one that stands."""
        chosen = self.house.state.find(Objection, self.page.chosen)
        standing = unresolved(self.house.state, self.going.id)
        return chosen or (standing[0] if len(standing) == 1 else None)

    @property
    def _stands(self) -> bool:
        said = self._objection
        return said is not None and said.fate is not ObjectionFate.INTEGRATED

    def _no_tie(self) -> str | None:
        keys = [step.key for step in self.steps()]
        return None if "t" in keys or "l" in keys else _("There is no tie to settle.")

    def _not_to_confirm(self) -> str | None:
        waits = self.going.provisional and not self.going.confirmed
        return None if waits else _("There is nothing to confirm.")

    def _not_decided(self) -> str | None:
        parked = self.going.status is DecisionStatus.PARKED
        return _("This is parked: Enter takes it up again.") if parked else None

    # -- what it means

    def steps(self) -> list[Step]:
        """What may follow now, the likeliest first."""
        if self.stage is Stage.OVER:
            return self._steps_over()
        if self.stage is not Stage.DECIDE:
            return []
        shown = self.shown
        standing = unresolved(self.house.state, self.going.id)
        if shown is None:
            return [Step("v", "screen.vote", _("choose how to decide"))]
        if standing:
            first = [
                Step("i", "screen.integrate", _("integrate the objection in a new wording")),
                Step("x", "screen.fate('withdrawn')", _("it is withdrawn")),
            ]
            return [*first, *(step for step in steps(shown) if step.key in "kgv")]
        return self._after_integrating(steps(shown))

    def _after_integrating(self, found: list[Step]) -> list[Step]:
        """A new wording asks for a new round."""
        shown = self.shown
        proposal = self.house.state.find(Proposal, favourite(shown)) if shown else None
        voted = {option.proposal: option.version for option in shown.vote.options} if shown else {}
        if proposal and len(proposal.versions) - 1 > voted.get(proposal.id, 0) and found[0].key in {"o", "h"}:
            said = _("ask consent about the new wording of {letter}").format(letter=self.letter(proposal))
            return [Step("c", "screen.consent", said), *found]
        return found

    def _steps_over(self) -> list[Step]:
        going = self.going
        if going.status is DecisionStatus.PARKED:
            return [Step("", "screen.resume", _("take it up again"))]
        found = []
        if going.provisional and not going.confirmed and going.decided_in != self.session.id:
            found.append(Step("f", "screen.confirm", _("confirm it, now that more people are here")))
        return [
            *found,
            Step("a", "screen.agreement", _("add an action point")),
            Step("u", "screen.record", _("read the whole record")),
            Step("y", "screen.reopen", _("open it again as a new decision")),
        ]

    def verdict(self) -> Content | None:
        """The sentence, and the next steps as keys."""
        stage = self.stage
        if stage is Stage.SECRET:
            return self._secret_verdict()
        if stage not in {Stage.DECIDE, Stage.OVER}:
            return None
        shown = self.shown if stage is Stage.DECIDE else None
        parts: list[tuple[str, str] | str] = []
        if shown:
            parts += [(sentence(shown), "bold"), "\n"]
        elif stage is Stage.DECIDE:
            parts += [(_("The usual question: with which proposals can you agree?"), ""), "\n"]
        parts.append((_("Next: "), "$muted"))
        for number, step in enumerate(self.steps()[:5]):
            key = _("Enter") if not number else step.key
            parts += [("   " if number else "", ""), (step.label, "bold" if not number else ""), (f" {key}", "$accent")]
        return Content.assemble(*parts)

    def _secret_verdict(self) -> Content:
        vote, box = self.vote, self._box
        if vote is None:
            return Content("")
        if self.lost_box():
            said = _("The ballots were only in the memory of a window that was closed. They are gone: vote again.")
            return Content.assemble((said, "bold $attention"), "\n", _("F5: everybody votes again   z: call it off"))
        cast = len(box.ballots) if box else 0
        said = plural("{n} ballot in the box", "{n} ballots in the box", cast)
        more = _("of {base}. Nothing shows before the close.").format(base=len(vote.base))
        return Content.assemble((f"{said} {more}", "bold"), "\n", _("F5: to the booth   F6: close the vote"))

    # -- acting

    async def action_act(self) -> None:
        """Enter on the page: the likeliest next step, or change what is chosen."""
        stage = self.stage
        if stage is Stage.CHOOSE:
            self.choose_or_begin()
        elif stage in {Stage.DECIDE, Stage.OVER}:
            if first := next(iter(self.steps()), None):
                await self.house.perform(Bound(by_name(first.action, "", "", ()), self))
        elif stage is Stage.SECRET:
            self.action_offer()
        elif stage in TYPING and stage not in {Stage.HANDS, Stage.PERSON}:
            self.action_edit()
        else:
            self.line.focus()

    def action_resume(self) -> None:
        """Take a parked decision up again."""
        self.house.do(resume, decision=self.going.id)

    def action_hear(self) -> None:
        """Ask the room, never a name; what is said is noted as an objection or a concern."""
        self.house.tell(_("Ask: who would like to say more? Note it as an objection or a concern."))
        self.action_line(Kind.OBJECTION.value)

    def action_agreement(self) -> None:
        """An action point on the line; before the decision, or without one, a quick agreement in one line."""
        if self.stage in {Stage.DECIDE, Stage.OVER}:
            self.action_line(Kind.AGREEMENT.value)
        else:
            self.app.push_screen(
                AskLine(_("An agreement, in one line"), placeholder=_("what; who; when")), self._agreed
            )

    def _agreed(self, text: str | None) -> None:
        if text is not None:
            about = self.decision
            self.house.do(
                agree, session=self.session.id, text=text, activity=self.place, decision=about.id if about else None
            )

    def keep_after(self, typed: str) -> None:
        """Keep an objection, a concern, an action point, or begin to write the decision down."""
        kind, proposal = self.kind, self.proposal
        if kind is Kind.OUTCOME:
            self._conclude(Written(outcome=typed))
            return
        if kind is Kind.AGREEMENT:
            done = self.house.do(
                agree, session=self.session.id, text=typed, activity=self.place, decision=self.going.id
            )
        elif proposal is None:
            return
        else:
            done = self.house.do(
                object_to,
                proposal=proposal.id,
                session=self.session.id,
                text=typed,
                concern=kind is Kind.CONCERN,
            )
        if done:
            self.line.take()
            self.show_data()
            self.page.choose(done.change.puts[0].id)
            self.show_data()

    # -- objections

    def action_integrate(self) -> None:
        """Word the proposal so that it takes the objection in: a new version."""
        if (said := self._objection) and (proposal := self.house.state.find(Proposal, said.proposal)):
            heading = _("A wording that takes this in: “{text}”").format(text=said.text)
            self._reworded(said.id, heading, proposal.text)

    def _reworded(self, id_: str, heading: str, value: str) -> None:
        self.app.push_screen(AskLine(heading, value), lambda text: self._integrate(id_, heading, text))

    def _integrate(self, id_: str, heading: str, text: str | None) -> None:
        if text is not None and not self.house.do(integrate, objection=id_, session=self.session.id, text=text):
            self._reworded(id_, heading, text)

    def action_fate(self, fate: str) -> None:
        """An objection is withdrawn, or noted and stays."""
        if said := self._objection:
            self.house.do(set_fate, objection=said.id, fate=ObjectionFate(fate))

    def action_source(self) -> None:
        """From whom an objection comes, when it may be said; else of a proposal."""
        said = self.house.state.find(Objection, self.page.chosen)
        if said is None:
            super().action_source()
            return
        heading = _("Who said it? “{text}”").format(text=said.text)
        self.app.push_screen(Who(heading, self.anybody), lambda who: self._said_by(said.id, who))

    def _said_by(self, id_: str, who: str | None) -> None:
        if who:
            self.house.do(set_speaker, objection=id_, participant=who)

    # -- ties

    def action_settle(self, how: str) -> None:
        """How the group goes on after a tie, and why."""
        heading = _("Why do you draw lots? The reason is kept.") if how == "draw" else _("Why discuss it? It is kept.")
        self.app.push_screen(AskLine(heading), lambda reason: self._settled(how, reason))

    def _settled(self, how: str, reason: str | None) -> None:
        if reason is not None and (shown := self.shown):
            self.house.do(break_tie, vote=shown.vote.id, how=NextStep(how), reason=reason)

    # -- the end

    def action_conclude(self) -> None:
        """Write the decision down."""
        proposal = self.proposal
        typed = self.line.value if self.kind is Kind.OUTCOME else ""
        self._conclude(Written(outcome=typed or (proposal.text if proposal and self.shown else "")))

    def _conclude(self, written: Written) -> None:
        """The sheet, filled in with what is known; concerns and withdrawn objections are the dissent."""
        state, shown = self.house.state, self.shown
        if not written.decided_by and shown:
            written = Written(
                written.outcome,
                f"{way_line(shown.vote)}. {sentence(shown)}",
                "; ".join(said.text for said in objections(state, self.going.id) if said.fate is ObjectionFate.NOTED),
                written.review,
            )
        self.app.push_screen(Conclude(self.going.question, written), self._concluded)

    def _concluded(self, written: Written | None) -> None:
        if written is None:
            return
        proposal = self.proposal if self.shown else None
        done = self.house.do(
            close_decision,
            decision=self.going.id,
            session=self.session.id,
            outcome=written.outcome,
            decided_by=written.decided_by,
            dissent=written.dissent,
            review=written.review,
            proposal=proposal.id if proposal else None,
        )
        if done:
            self.house.network.drafts.set(f"{self.place}:line:{Stage.DECIDE.value}", "")
            self.show_data()
            self.page.focus()
        else:
            self._conclude(written)

    def action_park_decision(self) -> None:
        """Keep the whole decision for later."""
        self.house.do(park_decision, decision=self.going.id, session=self.session.id, activity=self.place)

    def action_small_group(self) -> None:
        """A small group works it out: an action point, and back to the proposals."""
        value = _("Work out a proposal: {question}; ; next session").format(question=self.going.question)
        self.app.push_screen(AskLine(_("Who works it out, and by when? what; who; when"), value), self._given)

    def _given(self, text: str | None) -> None:
        if text is None:
            return
        done = self.house.do(agree, session=self.session.id, text=text, activity=self.place, decision=self.going.id)
        if done:
            self.house.do(go_to_phase, decision=self.going.id, phase=Phase.PROPOSE)

    def action_confirm(self) -> None:
        """Confirm a provisional decision."""
        self.house.do(confirm, decision=self.going.id, session=self.session.id)

    def action_reopen(self) -> None:
        """A new decision in the place of this one."""
        self.house.do(reopen, decision=self.going.id, session=self.session.id, activity=self.place)

    def action_edit(self) -> None:
        """Of a decision that is over only its action points can be changed."""
        action = self.house.state.find(Action, self.page.chosen)
        said = self.house.state.find(Objection, self.page.chosen)
        if action:
            now = as_line(self.house.state, action)
            self.app.push_screen(AskLine(_("what; who; when"), now), lambda text: self._acted(action.id, text))
        elif said:
            self.action_source()
        elif self.stage is not Stage.OVER:
            super().action_edit()

    def _acted(self, id_: str, text: str | None) -> None:
        if text is not None:
            self.house.do(edit_action, action=id_, text=text)

    def action_remove(self) -> None:
        """Take an action point away."""
        if self.house.state.find(Action, self.page.chosen):
            self.house.do(remove_action, action=self.page.chosen)
        else:
            super().action_remove()

    def action_tick(self) -> None:
        """An action point is done, or not yet."""
        if action := self.house.state.find(Action, self.page.chosen):
            self.house.do(set_done, action=action.id, done=not action.done)

    def action_record(self) -> None:
        """Everything that was said of this decision, to be read."""
        tongue = Tongue(self.house.settings.language or profile(self.house.state).language)
        told = whole(self.house.state, self.going, self.session)
        self.app.push_screen(WholeRecord(list(record(told, tongue))))
