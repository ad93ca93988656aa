"""The decisions of a session as a summary shows them: the whole record, as far as it came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from string import ascii_uppercase

from data.methods.evaluation import ENOUGH
from data.model import (
    Activity,
    Cluster,
    Decision,
    DecisionStatus,
    Entry,
    Objection,
    Phase,
    Proposal,
    Session,
    State,
    SwotKind,
    SwotPoint,
    Vote,
)
from data.report.names import Names
from data.report.records import Decided, Objected, Proposed, Voted, VoteLine, Wording


def decisions(state: State, session: Session) -> tuple[Decided, ...]:
    """The decisions that this session worked on or had on its programme, those it took first."""
    names = Names.of(state)
    found = [
        _decided(state, decision, session, names) for decision in state.all(Decision) if _here(state, decision, session)
    ]
    return tuple(sorted(found, key=lambda decided: not decided.here))


def _here(state: State, decision: Decision, session: Session) -> bool:
    """Whether anything of a decision belongs to this session, or was to be treated in it."""
    proposals = _proposals(state, decision)
    ids = {proposal.id for proposal in proposals}
    touched = {
        decision.session,
        decision.decided_in,
        *(version.session for proposal in proposals for version in proposal.versions),
        *(point.session for point in state.where(SwotPoint, lambda point: point.proposal in ids)),
        *(vote.session for vote in state.where(Vote, lambda vote: vote.decision == decision.id)),
        *(objection.session for objection in state.where(Objection, lambda o: o.decision == decision.id)),
        *(item.session for item in state.where(Activity, lambda item: item.decision == decision.id)),
    }
    return session.id in touched


def _proposals(state: State, decision: Decision) -> list[Proposal]:
    found = state.where(Proposal, lambda proposal: proposal.decision == decision.id)
    return sorted(found, key=lambda proposal: proposal.position)


def letters(proposals: Iterable[Proposal]) -> dict[str, str]:
    """The letter of each proposal by id: A to Z, then A2 and so on."""
    signs = (letter + (str(turn) if turn > 1 else "") for turn in range(1, 100) for letter in ascii_uppercase)
    return {proposal.id: sign for proposal, sign in zip(proposals, signs, strict=False)}


def _decided(state: State, decision: Decision, session: Session, names: Names) -> Decided:
    proposals = _proposals(state, decision)
    by_letter = letters(proposals)
    planned = [(phase, names.session(decision.planned.get(phase))) for phase in Phase]
    before = state.find(Decision, decision.supersedes)
    return Decided(
        question=decision.question,
        origin=decision.origin,
        importance=decision.importance,
        status=decision.status,
        phase=decision.phase,
        planned=tuple((phase, number) for phase, number in planned if number),
        proposals=tuple(_proposed(state, proposal, by_letter[proposal.id], names) for proposal in proposals),
        votes=tuple(
            _vote(state, vote, by_letter, names)
            for vote in state.where(Vote, lambda vote: vote.decision == decision.id and bool(vote.closed))
        ),
        objections=tuple(
            Objected(by_letter.get(o.proposal, ""), o.text, names.who(o.participant), o.concern, o.fate)
            for o in state.where(Objection, lambda objection: objection.decision == decision.id)
        ),
        outcome=decision.outcome,
        decided_by=decision.decided_by,
        decided_in=names.session(decision.decided_in),
        here=decision.status is DecisionStatus.DECIDED and decision.decided_in == session.id,
        provisional=decision.provisional,
        dissent=decision.dissent,
        review=decision.review,
        supersedes=before.question if before else "",
    )


def _proposed(state: State, proposal: Proposal, letter: str, names: Names) -> Proposed:
    points = state.where(SwotPoint, lambda point: point.proposal == proposal.id)
    swot = ((kind, tuple(point.text for point in points if point.kind is kind)) for kind in SwotKind)
    cluster = state.find(Cluster, proposal.cluster)
    return Proposed(
        letter=letter,
        wordings=tuple(Wording(v.text, names.number(v.session), v.why) for v in proposal.versions),
        cluster=cluster.title if cluster else "",
        who=names.who(proposal.participant),
        dropped=proposal.dropped,
        swot=tuple((kind, texts) for kind, texts in swot if texts),
    )


def _vote(state: State, vote: Vote, by_letter: dict[str, str], names: Names) -> VoteLine:
    options = []
    for option in vote.options:
        proposal = state.find(Proposal, option.proposal)
        versions = proposal.versions if proposal else ()
        text = versions[option.version].text if option.version < len(versions) else ""
        options.append(Voted(by_letter.get(option.proposal, ""), text, _counts(vote, option.proposal)))
    return VoteLine(
        session=names.number(vote.session),
        way=vote.way,
        entry=vote.entry,
        base=len(vote.base),
        roster=vote.roster,
        answered=vote.answered,
        abstained=vote.abstained,
        options=tuple(options),
        outcome=vote.outcome,
        tie_break=vote.tie_break,
    )


def _counts(vote: Vote, proposal: str) -> tuple[tuple[str, int], ...]:
    """How often each answer was given to a proposal: counted hands, or the answers of all people together."""
    if vote.counts:
        return tuple(vote.counts.get(proposal, {}).items())
    if vote.entry is Entry.SECRET and len(vote.ballots) < ENOUGH:
        return ()  # so few answers would tell who gave which
    marks = Counter(ballot[proposal] for ballot in vote.ballots if proposal in ballot)
    return tuple((str(mark), times) for mark, times in sorted(marks.items()))
