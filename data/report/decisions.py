"""The decisions of a session as a summary shows them: the whole record, as far as it came."""

from __future__ import annotations

from data.model import (
    Activity,
    Cluster,
    Decision,
    DecisionStatus,
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
from data.verbs.decision.phases import letters, points, proposals, superseded_by
from data.verbs.decision.tally import counted


def decisions(state: State, session: Session, names: Names) -> tuple[Decided, ...]:
    """The decisions that this session worked on or had on its programme, those it took first."""
    found = [
        told_of(state, decision, names, session) for decision in state.all(Decision) if _here(state, decision, session)
    ]
    return tuple(sorted(found, key=lambda decided: not decided.here))


def whole(state: State, decision: Decision, session: Session) -> Decided:
    """One decision as this session sees it, to be read in the application."""
    return told_of(state, decision, Names.of(state), session)


def _here(state: State, decision: Decision, session: Session) -> bool:
    """Whether anything of a decision belongs to this session, or was to be treated in it."""
    every = proposals(state, decision.id)
    ids = {proposal.id for proposal in every}
    touched = {
        decision.session,
        decision.decided_in,
        *(version.session for proposal in every for version in proposal.versions),
        *(point.session for point in state.where(SwotPoint, lambda point: point.proposal in ids)),
        *(vote.session for vote in state.where(Vote, lambda vote: vote.decision == decision.id)),
        *(objection.session for objection in state.where(Objection, lambda o: o.decision == decision.id)),
        *(item.session for item in state.where(Activity, lambda item: item.decision == decision.id)),
    }
    return session.id in touched


def told_of(state: State, decision: Decision, names: Names, session: Session | None = None) -> Decided:
    """One decision with its whole record, as a session sees it, or none."""
    every = proposals(state, decision.id)
    by_letter = letters(every)
    planned = [(phase, names.session(decision.planned.get(phase))) for phase in Phase]
    before = state.find(Decision, decision.supersedes)
    after = superseded_by(state, decision.id)
    return Decided(
        question=decision.question,
        origin=decision.origin,
        importance=decision.importance,
        status=decision.status,
        phase=decision.phase,
        planned=tuple((phase, number) for phase, number in planned if number),
        proposals=tuple(_proposed(state, proposal, by_letter[proposal.id], names) for proposal in every),
        votes=tuple(
            _vote(state, vote, by_letter, names)
            for vote in state.where(Vote, lambda vote: vote.decision == decision.id and bool(vote.closed))
        ),
        objections=tuple(
            Objected(by_letter.get(o.proposal, ""), o.text, names.who(o.participant), o.concern, o.fate, o.resolution)
            for o in state.where(Objection, lambda objection: objection.decision == decision.id)
        ),
        outcome=decision.outcome,
        decided_by=decision.decided_by,
        decided_in=names.session(decision.decided_in),
        here=decision.status is DecisionStatus.DECIDED and session is not None and decision.decided_in == session.id,
        provisional=decision.provisional,
        dissent=decision.dissent,
        review=decision.review,
        confirmed=names.session(decision.confirmed),
        supersedes=before.question if before else "",
        superseded=after.question if after else "",
    )


def _proposed(state: State, proposal: Proposal, letter: str, names: Names) -> Proposed:
    said = points(state, proposal.id)
    swot = ((kind, tuple(point.text for point in said if point.kind is kind)) for kind in SwotKind)
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
    counts = counted(vote)
    options = []
    for option in vote.options:
        proposal = state.find(Proposal, option.proposal)
        versions = proposal.versions if proposal else ()
        options.append(
            Voted(
                letter=by_letter.get(option.proposal, ""),
                text=versions[option.version].text if option.version < len(versions) else "",
                counts=tuple(counts.get(option.proposal, {}).items()),
                result=vote.results.get(option.proposal, ""),
            )
        )
    return VoteLine(
        session=names.number(vote.session),
        way=vote.way,
        entry=vote.entry,
        base=len(vote.base),
        roster=vote.roster,
        answered=vote.answered if vote.answered is not None else len(vote.ballots) or None,
        abstained=vote.abstained,
        options=tuple(options),
        outcome=vote.outcome,
        tie_way=vote.tie_way,
        tie_break=vote.tie_break,
        drawn=by_letter.get(vote.drawn or "", ""),
    )
