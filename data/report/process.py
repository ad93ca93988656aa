"""Decisions in a document: what was decided, and the whole way there."""

from __future__ import annotations

from collections.abc import Iterator

from data.methods.votes.ways import WAYS
from data.methods.votes.words import TIES, outcome_words
from data.model import DecisionStatus, Way, say
from data.report.blocks import Heading, Paragraph, Plain, Point, Points
from data.report.records import Decided, Objected, Proposed, Voted, VoteLine, Wording
from data.report.tongue import Tongue
from data.words import ENTRIES, FATES, PHASES_UNDER_WAY, SWOT


def outcome_point(decided: Decided, t: Tongue) -> Point:
    """A decision that was taken, in one item: the outcome, and the question it answers."""
    aside = [decided.question, decided.decided_by]
    if decided.provisional and not decided.confirmed:
        aside.append(t(say("provisional: to be confirmed next time")))
    return Point(decided.outcome, t.joined(aside))


def record(decided: Decided, t: Tongue) -> Iterator[Plain]:
    """The record of a decision, phase by phase, as far as it came."""
    yield Heading(3, decided.question)
    yield Paragraph(standing(decided, t), quiet=True)
    if decided.origin:
        yield Paragraph(t(say("Background: {text}", text=decided.origin)))
    if decided.importance:
        yield Paragraph(t(say("Why it matters: {text}", text=decided.importance)))
    if decided.supersedes:
        yield Paragraph(t(say("It replaces: {text}", text=decided.supersedes)))
    yield from _list(t(say("Proposals")), [_proposal(proposal, t) for proposal in decided.proposals])
    for vote in decided.votes:
        yield from _vote(vote, t)
    objections = [_objection(objection, t) for objection in decided.objections]
    yield from _list(t(say("Objections and concerns")), objections)
    yield from _ending(decided, t)


def _list(title: str, points: list[Point]) -> Iterator[Plain]:
    """A list under a line of its own, so that two lists never run together."""
    if points:
        yield Paragraph(title, quiet=True)
        yield Points(tuple(points))


def standing(decided: Decided, t: Tongue) -> str:
    """How a decision stands, in a sentence."""
    if decided.status is DecisionStatus.DECIDED:
        number = decided.decided_in or 0
        return t(say("Decided in session {number}.", number=number))
    if decided.status is DecisionStatus.PARKED:
        return t(say("Parked: this was not decided."))
    plan = {
        phase: t(say("{phase} in session {number}", phase=t(PHASES_UNDER_WAY[phase]), number=number))
        for phase, number in decided.planned
    }
    here = plan.pop(decided.phase, "") or t(PHASES_UNDER_WAY[decided.phase])
    now = t(say("Not decided yet: {phase}.", phase=here))
    then = t(say("Planned: {plan}.", plan=t.all(plan.values()))) if plan else ""
    return f"{now} {then}".strip()


def _proposal(proposal: Proposed, t: Tongue) -> Point:
    facts = [
        t(say("from the cluster “{title}”", title=proposal.cluster)) if proposal.cluster else "",
        t(say("by {name}", name=proposal.who)) if proposal.who else "",
        t(say("dropped")) if proposal.dropped else "",
    ]
    *earlier, last = proposal.wordings
    facts += [t(say("changed because: {why}", why=last.why))] if last.why else []
    under = [_earlier(wording, t) for wording in earlier]
    under += [Point(f"{t(SWOT[kind])}: {text}") for kind, texts in proposal.swot for text in texts]
    return Point(f"{proposal.letter}: {last.text}", t.joined(facts), tuple(under))


def _earlier(wording: Wording, t: Tongue) -> Point:
    text = t(say("earlier wording, session {number}: {text}", number=wording.session, text=wording.text))
    return Point(text, wording.why)


def _vote(vote: VoteLine, t: Tongue) -> Iterator[Plain]:
    answered = (
        t(say("{answered} of {base} present answered", answered=vote.answered, base=vote.base))
        if vote.answered is not None
        else t(say("{base} present", base=vote.base))
    )
    facts = [
        t(say("vote in session {number}", number=vote.session)),
        t(WAYS[vote.way].words.title),
        t(ENTRIES[vote.entry]),
        answered,
        t(say("network of {roster}", roster=vote.roster)),
        t(say("{n} abstained", n=vote.abstained)) if vote.abstained else "",
    ]
    options = [
        Point(f"{option.letter}: {option.text}", t.joined([*_answers(vote.way, option, t), _result(vote, option, t)]))
        for option in vote.options
    ]
    yield from _list(t.sentence(t.joined(facts)), options)
    words = outcome_words(vote.outcome)
    said = [t(words.sentence) if words else vote.outcome]
    tie = t.joined([t(TIES[vote.tie_way]) if vote.tie_way in TIES else vote.tie_way, vote.drawn, vote.tie_break])
    said += [t(say("The tie: {how}.", how=tie))] if tie else []
    if any(said):
        yield Paragraph(" ".join(filter(None, said)))


def _answers(way: Way, option: Voted, t: Tongue) -> Iterator[str]:
    for code, times in option.counts:
        word = WAYS[way].answer_word(code)
        yield f"{t(word) if word else code}: {times}"


def _result(vote: VoteLine, option: Voted, t: Tongue) -> str:
    """What this proposal came to, where that is not what the vote as a whole came to."""
    if option.result == vote.outcome and len(vote.options) == 1:
        return ""
    words = outcome_words(option.result)
    return t(words.proposal) if words and words.proposal else ""


def _objection(objection: Objected, t: Tongue) -> Point:
    kind = t(say("Concern")) if objection.concern else t(say("Objection"))
    where = f" ({objection.letter})" if objection.letter else ""
    aside = t.joined([objection.who, t(FATES[objection.fate]), objection.resolution])
    return Point(f"{kind}{where}: {objection.text}", aside)


def _ending(decided: Decided, t: Tongue) -> Iterator[Plain]:
    if decided.outcome:
        yield Paragraph(t(say("Outcome: {text}", text=decided.outcome)))
    if decided.decided_by:
        yield Paragraph(t(say("Decided by: {text}", text=decided.decided_by)))
    if decided.confirmed:
        yield Paragraph(t(say("Confirmed in session {number}.", number=decided.confirmed)))
    elif decided.provisional:
        yield Paragraph(t(say("To be confirmed next time: less than half of the network was there.")))
    if decided.dissent:
        yield Paragraph(t(say("Dissent and concerns: {text}", text=decided.dissent)))
    if decided.review:
        yield Paragraph(t(say("To be reviewed: {text}", text=t.day(decided.review))))
    if decided.superseded:
        yield Paragraph(t(say("Replaced by: {text}", text=decided.superseded)))
