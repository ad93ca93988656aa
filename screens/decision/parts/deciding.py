"""Deciding: from a result, its objections and its ties to a decision that is written down or parked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.methods.votes.codes import NextStep, Outcome
from data.model import Objection, Proposal, State
from data.verbs.agreements import agree
from data.verbs.decision.closing import object_to
from screens.decision import lines
from screens.decision.consent import step_asks, step_name, whose_turn
from screens.decision.parts.anywhere import OTHER, RECORD, RECORD_BY_LETTER
from screens.decision.parts.ending import Ending
from screens.decision.parts.objections import Objections
from screens.decision.parts.opening import Opening
from screens.decision.parts.part import BACK, KEEP, TURN_KIND, WALK, Part
from screens.decision.parts.planning import PLAN_PHASE
from screens.decision.parts.rewording import ask_source, ask_wording
from screens.decision.parts.stepping import Stepping
from screens.decision.parts.steps import Step, first_key, offered, once
from screens.decision.result import Shown, among, favourite, heard, sentence, steps, tied
from screens.decision.stages import VOTING, Stage
from screens.decision.subject import Subject
from screens.decision.words import Kind
from screens.shell.screen import KringScreen
from widgets.command import Bound, Command, key_name
from widgets.laid_out import Layout


class Deciding(Part):
    """What was voted is talked through, and the decision is taken."""

    LISTS = True

    KINDS = (Kind.OUTCOME, Kind.OBJECTION, Kind.CONCERN, Kind.AGREEMENT)
    TYPES = False

    def __init__(self, screen: KringScreen, subject: Subject, in_secret: Callable[[], None]) -> None:
        super().__init__(screen, subject)
        self._opening = Opening(screen, subject, in_secret)
        self._objections = Objections(screen, subject)
        self._stepping = Stepping(screen, subject)
        self._ending = Ending(screen, subject)

    def commands(self, *, typing: bool) -> list[Bound]:
        """Its own, and those of opening a vote, of objections, of consent in steps and of the end."""
        owners = (self._opening, self._objections, self._stepping, self._ending)
        return [*super().commands(typing=typing), *(bound for one in owners for bound in one.commands(typing=typing))]

    # -- what is shown

    def enter(self, before: Stage | None) -> None:
        """After a vote the line asks for the decision."""
        if before in VOTING:
            self.kind = Kind.OUTCOME

    def layout(self) -> Layout:
        """The last result and the objections; before any vote the proposals."""
        state, going, shown = self.subject.state, self.subject.going, self.subject.shown
        return lambda width, _height: lines.decide(state, going, shown, width)

    def to_choose(self, *, entered: bool) -> str:
        """The proposal to begin with."""
        if not entered:
            return ""
        shown, every = self.subject.shown, self.subject.standing
        return favourite(shown) if shown else every[0].id if every else ""

    def verdict(self) -> Content:
        """The step of consent, else what the vote says; and the next steps."""
        shown, going = self.subject.shown, self.subject.consent
        if going:
            turns = "   ".join(whose_turn(self.subject.state, self.subject.place))
            letter = self.subject.letter(self.subject.proposal)
            said = Content.assemble(
                (f"{letter}  ", "bold"),
                (step_name(going), "bold"),
                ("\n" + step_asks(going), ""),
                (f"\n{turns}" if turns else "", "$accent"),
            )
        elif shown:
            since = heard(self.subject.state, shown.vote) if steps(shown)[0] in _OPEN else ""
            said = Content.styled(" ".join(filter(None, (sentence(shown), since))), "bold")
        else:
            said = Content(_("The usual question: which proposals can you agree with?"))
        return Content.assemble(said, "\n", offered(self.steps(), typing=self.screen.typing, asked=self._asked))

    # -- what may follow

    def steps(self) -> list[Step]:
        """What may follow now, the likeliest first."""
        shown = self.subject.shown
        if going := self.subject.consent:
            return [self._step(key, label) for key, label in self._stepping.follow(going)]
        if shown is None:
            return [self._step("v", _("choose how to decide")), self._step("s", _("consent, step by step"))]
        follow = steps(shown)
        after = [self._step(*_in_words(step, shown)) for step in follow]
        if self._objections.standing:
            return [
                self._step("i", _("integrate the objection by rewording")),
                self._step("x", _("it is withdrawn")),
                *(self._step(*_in_words(step, shown)) for step in follow if step in _BESIDE_OBJECTIONS),
            ]
        talked = [self._step(*step) for step in _after_talk(self.subject, shown, follow[0])]
        return once([*talked, *after])

    def _step(self, key: str, label: str) -> Step:
        bound = next(bound for bound in self.commands(typing=False) if key in bound.command.keys)
        return Step(bound, label, key_name("f6") if key == "b" and self._settled else "")

    @property
    def _asked(self) -> bool:
        """Whether the line asks already for the objection that the likeliest step would have noted in it."""
        noting = self.screen.typing and self.kind in {Kind.OBJECTION, Kind.CONCERN}
        return noting and self.steps()[0].bound.command.key in {"o", "h"}

    async def act(self) -> None:
        """The likeliest next step."""
        await self.house.perform(self.steps()[0].bound)

    # -- F6

    @property
    def _settled(self) -> bool:
        """Whether what was asked comes to a decision that can be written down as it is."""
        shown = self.subject.shown
        if self.subject.consent:
            return self._stepping.is_last
        return shown is not None and not self._objections.standing and NextStep.RECORD in steps(shown)

    def onward(self) -> None:
        """Once it is settled, write it down; in consent step by step, who or what comes next."""
        if self._settled:
            self.conclude()
        else:
            self._stepping.onward()

    def no_way_on(self) -> str | None:
        """What is to be done before there is a way on."""
        if self._settled or self.subject.consent:
            return None
        first = self.steps()[0]
        return _("First: {step} ({key}).").format(step=first.label, key=first_key(asked=self._asked))

    # -- the line

    def asks(self, kind: Kind) -> None:
        """Let the line hold this kind, and go to it."""
        self.kind = kind
        self.screen.show_data()
        self.lined.line.focus()

    def hear(self) -> None:
        """Ask the room, never a name; what is said is noted as an objection or a concern."""
        self.house.feedback.remarked(_("Ask: who would like to say more? Note it as an objection or a concern."))
        self.asks(Kind.OBJECTION)

    async def keep(self) -> None:
        """Keep an objection, a concern, an action point, or begin to write the decision down."""
        typed, kind, subject = self.lined.line.value, self.kind, self.subject
        proposal, session = subject.proposal, subject.session.id
        if not typed.strip() and not self._asked:
            await self.act()
            return
        if kind is Kind.OUTCOME:
            self._ending.write_down(typed)
            return
        if kind is Kind.AGREEMENT:
            done = self.house.do(agree, session=session, text=typed, activity=subject.place, decision=subject.going.id)
        elif proposal:
            concern = kind is Kind.CONCERN
            done = self.house.do(object_to, proposal=proposal.id, session=session, text=typed, concern=concern)
        else:
            return
        if done:
            self.taken()
            self.lined.page.choose(done.change.puts[0].id)
            self.screen.show_data()

    # -- one line of the page

    @property
    def _objection(self) -> Objection | None:
        return self.subject.state.find(Objection, self.subject.chosen)

    def no_line(self) -> str | None:
        """Why there is nothing to change."""
        return None if self.subject.chosen else _("Choose a line first.")

    def change(self) -> None:
        """Word the chosen proposal anew, or say from whom the chosen objection comes."""
        if said := self._objection:
            self._objections.ask_speaker(said)
        else:
            ask_wording(self, self.subject.state.get(Proposal, self.subject.chosen))

    def source(self) -> None:
        """From whom the chosen objection or proposal comes."""
        if said := self._objection:
            self._objections.ask_speaker(said)
        else:
            ask_source(self, self.subject.state.get(Proposal, self.subject.chosen))

    # -- the end

    def conclude(self) -> None:
        """Write the decision down, in the words of the proposal unless it was voted down."""
        proposal, shown = self.subject.settled, self.subject.shown
        typed = self.lined.line.value if self.kind is Kind.OUTCOME else ""
        known = self.subject.consent or (shown and shown.vote.outcome != Outcome.REJECTED)
        self._ending.write_down(typed or (proposal.text if proposal and known else ""))

    # -- its keys

    KEYS: ClassVar[tuple[Command[Any], ...]] = (
        *TURN_KIND,
        BACK,
        Command(
            onward,
            N_("Continue"),
            N_("Write down what is settled; in step-by-step consent, go to the next person or step"),
            ("f6",),
            11,
            cannot=no_way_on,
        ),
        RECORD,
        *WALK,
    )
    LINE_KEYS = (KEEP,)
    PAGE_KEYS: ClassVar[tuple[Command[Deciding], ...]] = (
        Command(act, N_("Next step"), N_("The likeliest next step"), ("enter",), 10),
        Command(change, N_("Change"), N_("Edit it; a proposal becomes a new version"), ("e",), 40, cannot=no_line),
        Command(
            source,
            N_("Who from"),
            N_("Who a proposal or an objection comes from"),
            ("w",),
            41,
            cannot=no_line,
        ),
        Command(lambda part: part.asks(Kind.OBJECTION), N_("Objection"), N_("Note a reasoned objection"), ("o",), 24),
        Command(lambda part: part.asks(Kind.CONCERN), N_("Concern"), N_("Note a concern; it never blocks"), ("q",)),
        Command(
            hear,
            N_("Who has more to say?"),
            N_("Ask who would like to say more"),
            ("h",),
            cannot=lambda part: None if part.subject.shown else _("There was no vote yet."),
        ),
        Command(conclude, N_("Write it down"), N_("Write the decision in one sentence, and close it"), ("b",), 22),
        Command(
            lambda part: part.asks(Kind.AGREEMENT),
            N_("Action point"),
            N_("An agreement in one line: what, who, when"),
            ("a",),
            27,
        ),
        PLAN_PHASE,
        RECORD_BY_LETTER,
        OTHER,
    )


FOLLOWS: dict[NextStep, tuple[str, str]] = {
    NextStep.RECORD: ("b", N_("write down the decision")),
    NextStep.CONFIRM_NEXT_TIME: ("b", N_("write down the decision")),
    NextStep.ASK_AGAIN: ("r", N_("vote again")),
    NextStep.HEAR_LOW_FINGERS: ("h", N_("ask: who would like to say more?")),
    NextStep.HEAR_OBJECTIONS: ("o", N_("hear and note the objections")),
    NextStep.INTEGRATE: ("o", N_("note the objection, then integrate it")),
    NextStep.PARK: ("k", N_("park it")),
    NextStep.SMALL_GROUP: ("g", N_("give it to a small group")),
    NextStep.VOTE: ("v", N_("vote, when the group consents to voting")),
    NextStep.CONSENT_ROUND: ("c", N_("ask for consent to {letter}")),
    NextStep.CHOOSE_AMONG: ("r", N_("vote again")),
    NextStep.DISCUSS: ("t", N_("discuss it")),
    NextStep.VOTE_AGAIN: ("r", N_("vote again")),
    NextStep.DRAW: ("l", N_("draw lots, and say why")),
}
"""The key of the page that takes a next step, and its words."""

_BESIDE_OBJECTIONS = frozenset({NextStep.PARK, NextStep.SMALL_GROUP, NextStep.VOTE})
"""The next steps that remain while an objection stands."""

_TO_BE_HEARD = frozenset({NextStep.HEAR_OBJECTIONS, NextStep.INTEGRATE, NextStep.HEAR_LOW_FINGERS})

_OPEN = _TO_BE_HEARD | _BESIDE_OBJECTIONS
"""The likeliest next steps after a vote to which there may be objections."""


def _in_words(step: NextStep, shown: Shown) -> tuple[str, str]:
    """The key of a next step, and what it comes to after this vote."""
    key, label = FOLLOWS[step]
    few = among(shown)
    if key == "r" and len(few) < len(shown.vote.options):
        return key, _("vote again among {letters}").format(letters=shown.letters(few))
    return key, _(label).replace("{letter}", shown.letters([favourite(shown)]))


def _after_talk(subject: Subject, shown: Shown, likeliest: NextStep) -> list[tuple[str, str]]:
    """What goes before the ``likeliest`` step once what was to be heard was: a tie stays one, also then."""
    anew, noted = _worded_anew(subject.state, shown), heard(subject.state, shown.vote)
    if likeliest not in _OPEN or not (anew or noted):
        return []
    if tied(shown):
        return [_in_words(NextStep.VOTE_AGAIN, shown)]
    if anew and likeliest in _TO_BE_HEARD:
        return [("c", _("ask for consent to the new wording of {letter}").format(letter=subject.letter(anew)))]
    if not noted:
        return []
    first = NextStep.CONSENT_ROUND if likeliest in _TO_BE_HEARD else likeliest
    return [_in_words(step, shown) for step in (first, NextStep.RECORD)]


def _worded_anew(state: State, shown: Shown) -> Proposal | None:
    """The proposal that the vote put first, when it has another wording since: that asks for a new round."""
    proposal = state.find(Proposal, favourite(shown))
    voted = {option.proposal: option.version for option in shown.vote.options}
    return proposal if proposal and len(proposal.versions) - 1 > voted.get(proposal.id, 0) else None
