"""What a decision on the screen is about: which one, where it stands, and what of it is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from data.model import Activity, ConsentRound, Decision, DecisionStatus, Entry, Phase, Proposal, Session, State, Vote
from data.verbs.decision.consent import consent_round
from data.verbs.decision.phases import letters, proposals, standing, under_way
from data.verbs.decision.vote import last_vote, open_vote_of
from screens.decision.result import Shown, favourite, tied
from screens.decision.stages import Stage


class Subject:
    """The decision that an item of the programme treats, read from what the network holds now.

    ``state`` and ``chosen`` give the state and the id of what is chosen on the page whenever they are asked;
    ``examined`` is the proposal (id) that is examined, ``picked`` the one that a person went to after a vote.
    """

    def __init__(self, place: str, state: Callable[[], State], chosen: Callable[[], str]) -> None:
        self.place = place
        self._state = state
        self._chosen = chosen
        self.examined = ""
        self.picked = ""

    @property
    def state(self) -> State:
        """What the network holds."""
        return self._state()

    @property
    def chosen(self) -> str:
        """The id of what is chosen on the page; empty when there is nothing."""
        return self._chosen()

    @property
    def activity(self) -> Activity:
        """The item of the programme."""
        return self.state.get(Activity, self.place)

    @property
    def session(self) -> Session:
        """The session in which the item stands."""
        return self.state.get(Session, self.activity.session)

    @property
    def decision(self) -> Decision | None:
        """The decision of the item, if one was chosen."""
        return self.state.find(Decision, self.activity.decision)

    @property
    def going(self) -> Decision:
        """The decision of the item.

        Raises:
            Refused: none was chosen.
        """
        return self.state.get(Decision, self.activity.decision)

    @property
    def question(self) -> str:
        """What is decided about; before there is a decision what the item says."""
        return self.decision.question if self.decision else self.activity.question or self.activity.title

    @property
    def vote(self) -> Vote | None:
        """The vote that is open."""
        return open_vote_of(self.state, self.going.id) if self.decision else None

    @property
    def shown(self) -> Shown | None:
        """The vote that was closed last, to be drawn."""
        last = last_vote(self.state, self.going.id) if self.decision else None
        return Shown.of(self.state, last) if last else None

    @property
    def consent(self) -> ConsentRound | None:
        """How far consent is, where it is asked step by step."""
        return consent_round(self.state, self.place)

    @property
    def stage(self) -> Stage:
        """Where we are."""
        decision = self.decision
        if decision is None:
            return Stage.CHOOSE
        if decision.status is not DecisionStatus.OPEN:
            return Stage.OVER
        vote = self.vote
        return _voting(vote.entry) if decision.phase is Phase.DECIDE and vote else Stage(decision.phase.value)

    @property
    def standing(self) -> list[Proposal]:
        """The proposals that are not dropped."""
        return standing(self.state, self.going.id)

    @property
    def proposal(self) -> Proposal | None:
        """The proposal that a command is about: of consent in steps, the chosen one, or what a vote put first."""
        stage = self.stage
        if stage is Stage.DECIDE and (asked := self.consent):
            return self.state.get(Proposal, asked.proposal)
        if stage is Stage.EXAMINE:
            every = self.standing
            return next((one for one in every if one.id == self.examined), every[0] if every else None)
        if stage is Stage.DECIDE and (shown := self.shown):
            return self.state.find(Proposal, self.picked) or self.state.find(Proposal, favourite(shown))
        if chosen := self.state.find(Proposal, self.chosen):
            return chosen
        every = proposals(self.state, self.going.id) if self.decision else []
        return every[0] if every else None

    @property
    def settled(self) -> Proposal | None:
        """The proposal that a decision is written from: of a tie none, unless a person went to one."""
        shown = self.shown
        if self.consent or shown is None or self.picked in shown.named or not tied(shown):
            return self.proposal
        return None

    def letter(self, proposal: Proposal | None) -> str:
        """The letter of a proposal."""
        by_letter = letters(proposals(self.state, proposal.decision)) if proposal else {}
        return by_letter.get(proposal.id, "?") if proposal else "?"

    def choices(self) -> list[Decision]:
        """The decisions that the item may treat, under way or to be confirmed, those for this session first."""
        waiting = self.state.where(
            Decision,
            lambda one: (
                one.status is DecisionStatus.DECIDED
                and one.provisional
                and not one.confirmed
                and one.decided_in != self.session.id
            ),
        )
        every = [*under_way(self.state), *waiting]
        return sorted(every, key=lambda one: self.session.id not in one.planned.values())


def _voting(entry: Entry) -> Stage:
    match entry:
        case Entry.HANDS:
            return Stage.HANDS
        case Entry.PERSON:
            return Stage.PERSON
        case Entry.SECRET:
            return Stage.SECRET
        case _:
            assert_never(entry)
