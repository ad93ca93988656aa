"""What becomes of objections, and how a decision ends: taken, parked, confirmed, or opened again as a new one."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.model import (
    Activity,
    Change,
    Decision,
    DecisionStatus,
    Objection,
    ObjectionFate,
    Participant,
    Phase,
    Proposal,
    Record,
    Refused,
    Session,
    Stamp,
    State,
    say,
)
from data.text import line
from data.verbs.check_in import voters
from data.verbs.decision.phases import open_decision, proposals, reworded, superseded_by
from data.verbs.decision.vote import last_vote, open_vote_of, roster
from data.verbs.given import moment, needed
from data.verbs.parked import park
from data.verbs.when import read_day


def objections(state: State, decision: str, proposal: str | None = None) -> list[Objection]:
    """The objections and concerns of a decision, or to one proposal, in the order they were said."""
    return state.where(
        Objection, lambda said: said.decision == decision and (proposal is None or said.proposal == proposal)
    )


def unresolved(state: State, decision: str, proposal: str | None = None) -> list[Objection]:
    """The objections that still stand."""
    return [said for said in objections(state, decision, proposal) if said.fate is ObjectionFate.OPEN]


def _voted(state: State, decision: str) -> str:
    """The vote that an objection of now belongs to: the last one that was closed; empty before any."""
    last = last_vote(state, decision)
    return last.id if last else ""


def object_to(
    state: State,
    at: Stamp,
    *,
    proposal: str,
    session: str,
    text: str,
    participant: str | None = None,
    concern: bool = False,
) -> Change:
    """Note a reasoned objection to the wording of now, or a concern, which is noted and never blocks."""
    to = state.get(Proposal, proposal)
    open_decision(state, to.decision)
    said = Objection(
        id=at.new(),
        decision=to.decision,
        proposal=to.id,
        text=needed(text, say("Type the reason.")),
        session=state.get(Session, session).id,
        participant=state.get(Participant, participant).id if participant else None,
        concern=concern,
        fate=ObjectionFate.NOTED if concern else ObjectionFate.OPEN,
        version=len(to.versions) - 1,
        vote=_voted(state, to.decision),
    )
    return Change(say("Concern noted") if concern else say("Objection noted"), puts=(said,))


def set_fate(state: State, at: Stamp, *, objection: str, fate: ObjectionFate, resolution: str = "") -> Change:
    """Note what became of an objection: withdrawn, noted, or open again."""
    old = state.get(Objection, objection)
    open_decision(state, old.decision)
    if fate is ObjectionFate.INTEGRATED:
        raise Refused(say("An objection is integrated by rewording the proposal."))
    new = replace(
        old,
        fate=ObjectionFate(fate),
        integrated=None,
        resolution=line(resolution) or old.resolution,
        vote=_voted(state, old.decision),
    )
    return Change(say("Objection settled"), puts=(new,))


def set_speaker(state: State, at: Stamp, *, objection: str, participant: str | None) -> Change:
    """Note who raised an objection, when they want that said; None takes the name away."""
    old = state.get(Objection, objection)
    open_decision(state, old.decision)
    who = state.get(Participant, participant).id if participant else None
    return Change(say("Who it comes from"), puts=(replace(old, participant=who),))


def integrate(state: State, at: Stamp, *, objection: str, session: str, text: str) -> Change:
    """Take an objection or a concern into a new version of its proposal; the old votes stay with the old one."""
    old = state.get(Objection, objection)
    open_decision(state, old.decision)
    proposal = state.get(Proposal, old.proposal)
    new = reworded(state, proposal, state.get(Session, session).id, text, why=old.text)
    if new == proposal:
        raise Refused(say("Reword the proposal so that it meets the objection."))
    settled = replace(
        old, fate=ObjectionFate.INTEGRATED, integrated=len(new.versions) - 1, vote=_voted(state, old.decision)
    )
    return Change(say("Objection integrated"), puts=(new, settled))


def provisional(state: State, session: str) -> bool:
    """Whether less than half of those who may vote in the network are present."""
    return 2 * len(voters(state, session)) < roster(state)


def close_decision(
    state: State,
    at: Stamp,
    *,
    decision: str,
    session: str,
    outcome: str,
    decided_by: str = "",
    dissent: str = "",
    review: str = "",
    proposal: str | None = None,
) -> Change:
    """Take the decision: the statement as agreed, what decided it, dissent, and the day to look at it again.

    Raises:
        Refused: no statement, a vote that is open, an objection that still stands, or a day that is none.
    """
    going = open_decision(state, decision)
    meeting = state.get(Session, session)
    statement = needed(outcome, say("Type what was decided, in a sentence."))
    if open_vote_of(state, going.id):
        raise Refused(say("A vote is open: close it first."))
    chosen = state.get(Proposal, proposal) if proposal else None
    if chosen and unresolved(state, going.id, chosen.id):
        raise Refused(say("An objection still stands: integrate it, or note that it is withdrawn or noted."))
    taken = replace(
        going,
        phase=Phase.DECIDE,
        status=DecisionStatus.DECIDED,
        outcome=statement,
        decided_by=line(decided_by),
        decided_in=meeting.id,
        decided_at=at.now,
        dissent=line(dissent),
        review=read_day(review, moment(at).date()),
        provisional=provisional(state, meeting.id),
        chosen=chosen.id if chosen else None,
    )
    return Change(say("Decided"), puts=(taken,))


def confirm(state: State, at: Stamp, *, decision: str, session: str) -> Change:
    """Confirm a provisional decision, in a later session with at least half of the network."""
    old = state.get(Decision, decision)
    meeting = state.get(Session, session)
    if old.status is not DecisionStatus.DECIDED or not old.provisional or old.confirmed:
        raise Refused(say("There is nothing to confirm."))
    if meeting.id == old.decided_in:
        raise Refused(say("It will be confirmed next time, by those present then."))
    if provisional(state, meeting.id):
        raise Refused(say("Less than half of the network is here: it stays provisional."))
    return Change(say("Decision confirmed"), puts=(replace(old, confirmed=meeting.id),))


def park_decision(state: State, at: Stamp, *, decision: str, session: str, activity: str | None = None) -> Change:
    """Park the decision for later; its question goes to the parking lot too."""
    going = open_decision(state, decision)
    if open_vote_of(state, going.id):
        raise Refused(say("A vote is open: close it first."))
    kept = park(state, at, session=session, text=going.question, activity=activity)
    return Change(say("Decision parked"), puts=(replace(going, status=DecisionStatus.PARKED), *kept.puts))


def resume(state: State, at: Stamp, *, decision: str) -> Change:
    """Take a parked decision up again."""
    old = state.get(Decision, decision)
    if old.status is not DecisionStatus.PARKED:
        raise Refused(say("This is not parked."))
    return Change(say("Decision resumed"), puts=(replace(old, status=DecisionStatus.OPEN),))


def reopen(state: State, at: Stamp, *, decision: str, session: str, activity: str | None = None) -> Change:
    """Begin a new decision on the same question, which takes the place of a closed one; that one stays as it was.

    The proposals that stood come along in their last wording.
    """
    old = state.get(Decision, decision)
    meeting = state.get(Session, session)
    if old.status is not DecisionStatus.DECIDED:
        raise Refused(say("This is not decided yet: continue with it."))
    if superseded_by(state, old.id):
        raise Refused(say("It was reopened already."))
    new = Decision(
        id=at.new(),
        session=meeting.id,
        question=old.question,
        origin=old.origin,
        importance=old.importance,
        supersedes=old.id,
    )
    kept = [proposal for proposal in proposals(state, old.id) if not proposal.dropped]
    copies: list[Record] = [
        Proposal(
            id=at.new(number),
            decision=new.id,
            versions=(replace(proposal.versions[-1], session=meeting.id, why=""),),
            position=float(number),
            cluster=proposal.cluster,
            participant=proposal.participant,
        )
        for number, proposal in enumerate(kept, start=1)
    ]
    return Change(say("Reopened"), puts=(new, *copies, *_pointing(state, activity, new.id)))


def _pointing(state: State, activity: str | None, decision: str) -> tuple[Record, ...]:
    return (replace(state.get(Activity, activity), decision=decision),) if activity else ()
