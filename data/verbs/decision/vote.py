"""Rounds of voting: opened with frozen rules and base, answered, and closed once; a tie is broken aloud."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

import uuid
from collections.abc import Sequence

from msgspec.structs import replace

from data.methods.evaluation import ENOUGH
from data.methods.votes import lots
from data.methods.votes.codes import NextStep, Outcome, Problem
from data.methods.votes.ranking import MAX_PROPOSALS, MIN_BALLOTS
from data.methods.votes.room import VoteError
from data.methods.votes.way import Asked, Ballot, Letters, Result
from data.methods.votes.ways import WAYS, spec_of
from data.model import (
    Change,
    Decision,
    Entry,
    Keep,
    Option,
    Participant,
    Proposal,
    Refused,
    Said,
    Session,
    Stamp,
    State,
    Vote,
    Way,
    say,
)
from data.verbs.check_in import voters
from data.verbs.decision.ballot import canonical
from data.verbs.decision.phases import letters, open_decision, proposals, standing
from data.verbs.decision.tally import tallied
from data.verbs.given import needed

PROBLEMS: dict[Problem, Said] = {
    Problem.NEGATIVE_COUNT: say("A count cannot be below zero."),
    Problem.MORE_ANSWERS_THAN_PEOPLE: say("That is more answers than people who may vote: count again."),
    Problem.MORE_AGREEMENT_THAN_ANSWERS: say("More people agree than answered: count again."),
    Problem.INVALID_DOTS: say("Somebody has too many dots."),
    Problem.MORE_DOTS_THAN_POSSIBLE: say("That is more dots than these people had: count again."),
    Problem.INVALID_FINGERS: say("Fingers are 0 to 5."),
    Problem.NO_PROPOSALS: say("There is no proposal to vote on."),
    Problem.TOO_MANY_PROPOSALS: say("A ranking takes at most {most} proposals.", most=MAX_PROPOSALS),
    Problem.TOO_FEW_BALLOTS: say("A ranking takes at least {least} people.", least=MIN_BALLOTS),
    Problem.UNKNOWN_PROPOSAL: say("Somebody chose a proposal that is not being voted on."),
    Problem.REPEATED_PROPOSAL: say("An answer names a proposal twice."),
    Problem.GRADE_OUT_OF_RANGE: say("That answer does not exist."),
    Problem.NOTHING_TO_DRAW: say("There is nothing to draw among."),
}


def votes(state: State, decision: str) -> list[Vote]:
    """The rounds of voting of a decision, oldest first; an open one is the last."""
    return state.where(Vote, lambda vote: vote.decision == decision)


def open_vote_of(state: State, decision: str) -> Vote | None:
    """The vote that is going on, if any."""
    return next((vote for vote in votes(state, decision) if not vote.closed), None)


def last_vote(state: State, decision: str) -> Vote | None:
    """The vote that was closed last, if any."""
    closed = [vote for vote in votes(state, decision) if vote.closed]
    return closed[-1] if closed else None


def roster(state: State) -> int:
    """How many people of the network may vote at all."""
    return sum(who.may_vote for who in state.all(Participant))


def consent_rounds(state: State, proposal: str) -> int:
    """How many rounds of consent a proposal had, whatever its wording; one that too few answered does not count."""
    held = state.where(
        Vote,
        lambda vote: (
            vote.way is Way.CONSENT
            and bool(vote.closed)
            and vote.outcome != Outcome.TOO_FEW_ANSWERS
            and vote.options[0].proposal == proposal
        ),
    )
    return len(held)


def open_vote(
    state: State,
    at: Stamp,
    *,
    decision: str,
    session: str,
    way: Way,
    entry: Entry = Entry.HANDS,
    proposals: Sequence[str] = (),
    rule: str = "",
) -> Change:
    """Open a vote among those who may vote and are present now; the rules and the people stay as they are.

    ``proposals`` are all that stand unless some are named; ``rule`` is the key of one of the way's rules.

    Raises:
        Refused: another vote is open, nobody is here, or the way does not fit.
    """
    going = open_decision(state, decision)
    if open_vote_of(state, going.id):
        raise Refused(say("A vote is open: close it first."))
    spec = WAYS[Way(way)]
    chosen = _chosen(state, going, proposals)
    if spec.one_proposal and len(chosen) > 1:
        raise Refused(say("This way is about one proposal: choose which."))
    if Entry(entry) is Entry.HANDS and not spec.by_hands:
        raise Refused(say("This way is taken per person or in secret."))
    base = tuple(who.id for who in voters(state, state.get(Session, session).id))
    if not base:
        raise Refused(say("Nobody who may vote is marked present: note who is here first."))
    asked = Asked(len(chosen), len(base), consent_rounds(state, chosen[0].id))
    if unfit := spec.unfit(asked):
        raise Refused(unfit)
    vote = Vote(
        id=at.new(),
        decision=going.id,
        session=session,
        way=Way(way),
        entry=Entry(entry),
        options=tuple(Option(proposal=proposal.id, version=len(proposal.versions) - 1) for proposal in chosen),
        base=base,
        roster=max(roster(state), len(base)),
        settings=spec.settings(asked, rule),
        opened=at.now,
    )
    return Change(say("Vote opened"), puts=(vote,))


def _chosen(state: State, decision: Decision, ids: Sequence[str]) -> list[Proposal]:
    there = standing(state, decision.id)
    chosen = [proposal for proposal in there if proposal.id in ids] if ids else there
    if not chosen:
        raise Refused(say("There is no proposal to vote on yet."))
    return chosen


def _open(state: State, vote: str) -> Vote:
    found = state.get(Vote, vote)
    open_decision(state, found.decision)
    if found.closed:
        raise Refused(say("This vote is closed and stays as it is."))
    return found


def count_hands(
    state: State,
    at: Stamp,
    *,
    vote: str,
    proposal: str | None = None,
    answer: str = "",
    hands: int | None,
) -> Change:
    """Keep how many hands gave an answer to a proposal; without one ``answer`` is ``answered`` or ``abstained``.

    None takes the count away. Whether the counts fit together is seen when the vote is closed.

    Raises:
        Refused: it is more than there are people (or dots).
    """
    old = _open(state, vote)
    most = len(old.base) if proposal is None else spec_of(old).most(old)
    if hands is not None and not 0 <= hands <= most:
        raise Refused(say("{hands} is more than the {most} there can be.", hands=hands, most=most))
    label = say("Hands counted")
    if proposal is None:
        number = hands if answer == "answered" else (hands or 0)
        return Change(label, puts=(replace(old, **{answer: number}),))
    row = {key: value for key, value in old.counts.get(proposal, {}).items() if key != answer}
    if hands is not None:
        row[answer] = hands
    return Change(label, puts=(replace(old, counts={**old.counts, proposal: row}),))


def answer(state: State, at: Stamp, *, vote: str, participant: str, ballot: Ballot | None) -> Change:
    """Keep somebody's answer, in place of an earlier one; None takes it away.

    Raises:
        Refused: this person came after the vote was opened, and joins the next.
    """
    old = _open(state, vote)
    who = state.get(Participant, participant)
    if who.id not in old.base:
        raise Refused(say("{name} joins the next vote: this one keeps the people it began with.", name=who.name))
    others = [(voter, given) for voter, given in zip(old.voters, old.ballots, strict=True) if voter != who.id]
    if ballot is not None:
        others.append((who.id, dict(ballot)))
    new = replace(old, voters=tuple(voter for voter, _ in others), ballots=tuple(given for _, given in others))
    return Change(say("Answer saved"), puts=(new,))


def cancel_vote(state: State, at: Stamp, *, vote: str) -> Change:
    """Call off an open vote, as if it had not been opened."""
    return Change(say("Vote called off"), drops=(_open(state, vote),))


def close_vote(state: State, at: Stamp, *, vote: str) -> Change:
    """Close a vote on what was counted or answered; from now on it stays as it is.

    Raises:
        Refused: the answers do not fit together; what was typed stays.
    """
    old = _open(state, vote)
    if old.entry is Entry.SECRET:
        raise Refused(say("A secret vote is closed with its ballots."))
    if old.entry is Entry.HANDS and (uncounted := spec_of(old).uncounted(old, _letters(state, old))):
        raise Refused(uncounted)
    return Change(say("Vote closed"), puts=(_closed(old, at),))


def _letters(state: State, vote: Vote) -> Letters:
    """Proposals of a vote by their letters, in a sentence."""
    by_letter = letters(proposals(state, vote.decision))
    return lambda ids: ", ".join(by_letter.get(id_, "?") for id_ in ids)


def close_secret(state: State, at: Stamp, *, vote: str, ballots: Sequence[Ballot]) -> Change:
    """Close a secret vote: its ballots are written once, in no order, and never taken back.

    Fewer than five are not written at all: only what they come to.
    """
    old = _open(state, vote)
    if old.entry is not Entry.SECRET:
        raise Refused(say("This vote is not secret."))
    closed = _closed(replace(old, ballots=canonical(old, ballots)), at)
    if len(ballots) < ENOUGH:
        closed = replace(closed, ballots=(), abstained=0)
    return Change(say("Secret vote closed"), puts=(closed,), keep=Keep.NEVER)


def _closed(vote: Vote, at: Stamp) -> Vote:
    result = reckoned(vote)
    turned_out = result.turnout
    return replace(
        vote,
        closed=at.now,
        answered=turned_out.answered,
        abstained=turned_out.answered - turned_out.base,
        outcome=result.outcome.value,
        results=spec_of(vote).results(vote, result),
    )


def reckoned(vote: Vote) -> Result:
    """What the answers come to.

    Raises:
        Refused: they do not fit together, and why.
    """
    try:
        return tallied(vote)
    except VoteError as error:
        raise Refused(PROBLEMS[error.code]) from error


def break_tie(state: State, at: Stamp, *, vote: str, how: NextStep, reason: str) -> Change:
    """Keep how the group goes on after a tie and why: it discusses, votes again, or draws lots.

    A draw is logged: among whom, with which seed, and what came out, so that anybody can do it over.
    """
    old = state.get(Vote, vote)
    open_decision(state, old.decision)
    why = needed(reason, say("Type why: the reason is recorded."))
    if not old.closed or old.tie_way:
        raise Refused(say("This tie was settled already."))
    among = spec_of(old).tied(reckoned(old)) if old.ballots or old.counts else ()
    if len(among) < 2:
        raise Refused(PROBLEMS[Problem.NOTHING_TO_DRAW])
    settled = replace(old, tie_way=NextStep(how).value, tie_break=why, among=among)
    if how is NextStep.DRAW:
        lot = lots.draw(among, uuid.UUID(at.seed).int % 2**32)
        settled = replace(settled, among=lot.among, seed=lot.seed, drawn=lot.drawn)
    return Change(say("Tie settled"), puts=(settled,))


def missing(vote: Vote) -> list[str]:
    """Who is still to answer, per person; never for the room to see."""
    return [who for who in vote.base if who not in vote.voters]
