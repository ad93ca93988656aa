"""A decision: a question explored, proposals with versions, and their examination; perhaps over several sessions."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_uppercase

from msgspec.structs import replace

from data.model import (
    Activity,
    Change,
    Cluster,
    Decision,
    DecisionStatus,
    Objection,
    Participant,
    Phase,
    Proposal,
    Record,
    Refused,
    Session,
    Stamp,
    State,
    SwotKind,
    SwotPoint,
    Version,
    Vote,
    say,
)
from data.text import fold, line
from data.verbs.given import needed

_ASK_PROPOSAL = say("Type the proposal.")


def proposals(state: State, decision: str) -> list[Proposal]:
    """Every proposal of a decision in its order, dropped ones too."""
    found = state.where(Proposal, lambda proposal: proposal.decision == decision)
    return sorted(found, key=lambda proposal: proposal.position)


def standing(state: State, decision: str) -> list[Proposal]:
    """The proposals that are not dropped."""
    return [proposal for proposal in proposals(state, decision) if not proposal.dropped]


def letters(every: Iterable[Proposal]) -> dict[str, str]:
    """The letter of each proposal by id: A to Z, then A2 and so on."""
    signs = (letter + (str(turn) if turn > 1 else "") for turn in range(1, 100) for letter in ascii_uppercase)
    return {proposal.id: sign for proposal, sign in zip(every, signs, strict=False)}


def points(state: State, proposal: str) -> list[SwotPoint]:
    """The examination of a proposal: its points in the order they were said."""
    return state.where(SwotPoint, lambda point: point.proposal == proposal)


def under_way(state: State) -> list[Decision]:
    """The decisions that are not taken: open ones first, then the parked."""
    found = state.where(Decision, lambda decision: decision.status is not DecisionStatus.DECIDED)
    return sorted(found, key=lambda decision: decision.status is DecisionStatus.PARKED)


def superseded_by(state: State, decision: str) -> Decision | None:
    """The decision that takes the place of this one, if any."""
    return next(iter(state.where(Decision, lambda other: other.supersedes == decision)), None)


def open_decision(state: State, decision: str) -> Decision:
    """The decision, to be changed.

    Raises:
        Refused: it is closed or parked.
    """
    found = state.get(Decision, decision)
    if found.status is DecisionStatus.DECIDED:
        raise Refused(say("This was decided and stays as it is: reopen it as a new decision."))
    if found.status is DecisionStatus.PARKED:
        raise Refused(say("This is parked: resume it first."))
    return found


def start_decision(
    state: State,
    at: Stamp,
    *,
    session: str,
    question: str,
    activity: str | None = None,
    origin: str = "",
    importance: str = "",
) -> Change:
    """Begin a decision; the programme item ``activity``, if any, points at it from now on."""
    decision = Decision(
        id=at.new(),
        session=state.get(Session, session).id,
        question=needed(question, say("Type the question to decide.")),
        origin=line(origin),
        importance=line(importance),
    )
    item = (replace(state.get(Activity, activity), decision=decision.id),) if activity else ()
    return Change(say("Decision begun"), puts=(decision, *item))


def point_at(state: State, at: Stamp, *, activity: str, decision: str | None) -> Change:
    """Let a programme item treat another decision, or none."""
    item = state.get(Activity, activity)
    chosen = state.get(Decision, decision).id if decision else None
    return Change(say("Decision chosen"), puts=(replace(item, decision=chosen),))


def explore(
    state: State,
    at: Stamp,
    *,
    decision: str,
    question: str | None = None,
    origin: str | None = None,
    importance: str | None = None,
) -> Change:
    """Word the question, where it comes from, or what makes it important; None leaves it as it is."""
    old = open_decision(state, decision)
    new = replace(
        old,
        question=old.question if question is None else needed(question, say("Type the question to decide.")),
        origin=old.origin if origin is None else line(origin),
        importance=old.importance if importance is None else line(importance),
    )
    return Change(say("Question explored"), puts=(new,) if new != old else ())


def go_to_phase(state: State, at: Stamp, *, decision: str, phase: Phase) -> Change:
    """Go on with a phase, or back to one: phases are places, not gates."""
    old = open_decision(state, decision)
    return Change(say("Another phase"), puts=(replace(old, phase=Phase(phase)),) if old.phase != phase else ())


def plan_phase(state: State, at: Stamp, *, decision: str, phase: Phase, session: str | None) -> Change:
    """Announce in which session a phase is treated; None takes the announcement back."""
    old = open_decision(state, decision)
    planned = {key: value for key, value in old.planned.items() if key is not Phase(phase)}
    if session:
        planned[Phase(phase)] = state.get(Session, session).id
    ordered = {key: planned[key] for key in Phase if key in planned}
    return Change(say("Phase planned"), puts=(replace(old, planned=ordered),))


# -- proposals


def propose(
    state: State, at: Stamp, *, decision: str, session: str, text: str, participant: str | None = None
) -> Change:
    """Add a proposal; what is proposed already is not proposed twice."""
    going = open_decision(state, decision)
    kept = needed(text, _ASK_PROPOSAL)
    there = proposals(state, going.id)
    label = say("Proposal added")
    if any(fold(proposal.text) == fold(kept) and not proposal.dropped for proposal in there):
        return Change(label)
    who = state.get(Participant, participant).id if participant else None
    version = Version(text=kept, session=state.get(Session, session).id)
    new = Proposal(id=at.new(), decision=going.id, versions=(version,), position=_behind(there), participant=who)
    return Change(label, puts=(new,))


def _behind(there: Sequence[Proposal]) -> float:
    return 1 + max((proposal.position for proposal in there), default=0.0)


def clusters_left(state: State, decision: str) -> list[Cluster]:
    """The clusters of the network's boards that are no proposal of this decision yet, latest board first."""
    taken = {proposal.cluster for proposal in standing(state, decision)}
    numbers = {session.id: session.number for session in state.all(Session)}
    left = [cluster for cluster in state.all(Cluster) if cluster.id not in taken]
    return sorted(left, key=lambda cluster: (-numbers.get(cluster.session, 0), cluster.position))


def propose_clusters(state: State, at: Stamp, *, decision: str, session: str, clusters: Sequence[str]) -> Change:
    """Make clusters proposals, under their titles; those that are proposals already stay so."""
    going = open_decision(state, decision)
    meeting = state.get(Session, session)
    there = proposals(state, going.id)
    taken = {proposal.cluster for proposal in there if not proposal.dropped}
    place = _behind(there)
    new = [state.get(Cluster, id_) for id_ in dict.fromkeys(clusters) if id_ not in taken]
    puts = tuple(
        Proposal(
            id=at.new(number),
            decision=going.id,
            versions=(Version(text=line(cluster.title), session=meeting.id),),
            position=place + number,
            cluster=cluster.id,
        )
        for number, cluster in enumerate(new)
    )
    return Change(say("Proposals from clusters"), puts=puts)


def touched(state: State, proposal: Proposal) -> bool:
    """Whether the last version was voted on or objected to: then another wording is a new version."""
    last = len(proposal.versions) - 1
    votes = state.where(Vote, lambda vote: any(o.proposal == proposal.id and o.version == last for o in vote.options))
    said = state.where(Objection, lambda objection: objection.proposal == proposal.id and objection.version == last)
    return bool(votes or said)


def reworded(state: State, proposal: Proposal, session: str, text: str, why: str) -> Proposal:
    """The proposal with another wording: a new version with its reason, or without one a slip of the pen mended.

    Raises:
        Refused: the last version was voted on or objected to, and no reason is given.
    """
    kept, reason = needed(text, _ASK_PROPOSAL), line(why)
    last = proposal.versions[-1]
    if kept == last.text:
        return proposal
    if not reason and touched(state, proposal):
        raise Refused(say("People answered this wording: say why it changes."))
    new = Version(text=kept, session=session, why=reason)
    if not reason and last.session == session:
        return replace(proposal, versions=(*proposal.versions[:-1], replace(last, text=kept)))
    return replace(proposal, versions=(*proposal.versions, new))


def reword(state: State, at: Stamp, *, proposal: str, session: str, text: str, why: str = "") -> Change:
    """Word a proposal anew; old votes stay with the old version."""
    old = state.get(Proposal, proposal)
    open_decision(state, old.decision)
    new = reworded(state, old, state.get(Session, session).id, text, why)
    return Change(say("Proposal reworded"), puts=(new,) if new != old else ())


def drop(state: State, at: Stamp, *, proposal: str, dropped: bool = True) -> Change:
    """Drop a proposal, or take it back; nothing of it is lost."""
    old = state.get(Proposal, proposal)
    open_decision(state, old.decision)
    label = say("Proposal dropped") if dropped else say("Proposal restored")
    return Change(label, puts=(replace(old, dropped=dropped),) if old.dropped != dropped else ())


def set_source(state: State, at: Stamp, *, proposal: str, participant: str | None) -> Change:
    """Note from whom a proposal comes; None takes the name away."""
    old = state.get(Proposal, proposal)
    open_decision(state, old.decision)
    who = state.get(Participant, participant).id if participant else None
    return Change(say("Who it comes from"), puts=(replace(old, participant=who),))


# -- examination


def examine(state: State, at: Stamp, *, proposal: str, session: str, kind: SwotKind, text: str) -> Change:
    """Add a strength, weakness, opportunity or threat to a proposal."""
    examined = state.get(Proposal, proposal)
    open_decision(state, examined.decision)
    point = SwotPoint(
        id=at.new(),
        proposal=examined.id,
        kind=SwotKind(kind),
        text=needed(text, say("Type the point.")),
        session=state.get(Session, session).id,
    )
    return Change(say("Point added"), puts=(point,))


def edit_point(state: State, at: Stamp, *, point: str, text: str | None = None, kind: SwotKind | None = None) -> Change:
    """Word a point anew, or put it in another quadrant."""
    old = _point(state, point)
    new = replace(
        old,
        text=old.text if text is None else needed(text, say("Type the point.")),
        kind=old.kind if kind is None else SwotKind(kind),
    )
    return Change(say("Point changed"), puts=(new,))


def remove_point(state: State, at: Stamp, *, point: str) -> Change:
    """Take a point away."""
    gone: tuple[Record, ...] = (_point(state, point),)
    return Change(say("Point removed"), drops=gone)


def _point(state: State, point: str) -> SwotPoint:
    found = state.get(SwotPoint, point)
    open_decision(state, state.get(Proposal, found.proposal).decision)
    return found
