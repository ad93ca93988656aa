"""A vote that is closed, drawn for a room: bars, hands or a matrix, what it means, and what may follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from data.i18n import N_, _, number
from data.methods.votes.all_of_us import AllOfUsResult
from data.methods.votes.codes import ConsentAnswer, NextStep, Outcome, Stance
from data.methods.votes.consent import ConsentResult
from data.methods.votes.dots import DotResult
from data.methods.votes.fingers import FingersResult
from data.methods.votes.for_against import ForAgainstResult
from data.methods.votes.ranking import RankingResult
from data.model import Proposal, State, Vote
from data.verbs.decision.phases import letters, proposals
from data.verbs.decision.tally import Result, next_steps, options, order, tied, told_apart, turnout
from data.verbs.decision.vote import reckoned
from screens.decision.words import ANSWERS, OUTCOMES
from widgets.bars import Bar, bars
from widgets.fingers import Hands, Heads, histogram
from widgets.laid_out import text
from widgets.matrix import Ranked, matrix
from widgets.page import Line


@dataclass(frozen=True, slots=True)
class Shown:
    """A closed vote with what it is about: letter and wording at that time, by proposal id."""

    vote: Vote
    result: Result | None
    named: dict[str, tuple[str, str]]

    @classmethod
    def of(cls, state: State, vote: Vote) -> Shown:
        """The vote as it can be shown; a few secret ballots leave no result but what they came to."""
        by_letter = letters(proposals(state, vote.decision))
        named = {}
        for option in vote.options:
            proposal = state.find(Proposal, option.proposal)
            wording = proposal.versions[option.version].text if proposal else ""
            named[option.proposal] = (by_letter.get(option.proposal, "?"), wording)
        return cls(vote, reckoned(vote) if told_apart(vote) else None, named)

    def letters(self, ids: Sequence[str]) -> str:
        """Several proposals by their letters."""
        return ", ".join(self.named[id_][0] for id_ in ids if id_ in self.named)


def picture(shown: Shown, width: int, *, tall: bool = False) -> list[Line]:
    """The result, as large as asked."""
    result = shown.result
    if result is None:
        return _few(shown, width)
    if isinstance(result, FingersResult):
        return _fingers(shown, result, width, tall)
    if isinstance(result, RankingResult):
        return _ranking(shown, result, width, tall)
    return bars(_bars(shown, result), width, tall=tall)


def _few(shown: Shown, width: int) -> list[Line]:
    lines: list[Line] = []
    for id_, (letter, wording) in shown.named.items():
        said, style = _outcome_word(shown.vote.results.get(id_, ""))
        content = Content.assemble((f" {letter}  ", "bold"), wording, (f"   {said}" if said else "", f"bold {style}"))
        lines += text(content, width, id_)
    return lines


def _outcome_word(code: str) -> tuple[str, str]:
    said, style = OUTCOMES.get(code, ("", "$muted"))
    return _(said), style


def _bars(shown: Shown, result: Result) -> list[Bar]:
    base = turnout(result).base
    if isinstance(result, ConsentResult):
        asked = base + result.stand_aside
        return [
            Bar(sign, _(ANSWERS[answer]), getattr(result, answer.value), asked, style)
            for answer, sign, style in (
                (ConsentAnswer.AGREE, "✓", "$success"),
                (ConsentAnswer.CONCERN, "~", "$accent"),
                (ConsentAnswer.OBJECTION, "!", "$attention"),
                (ConsentAnswer.STAND_ASIDE, "·", "$muted"),
            )
        ]
    if isinstance(result, ForAgainstResult):
        return [
            Bar("+", _(ANSWERS[Stance.FOR]), result.in_favour, base, "$success"),
            Bar("−", _(ANSWERS[Stance.AGAINST]), result.against, base, "$attention"),
        ]
    assert isinstance(result, AllOfUsResult | DotResult)
    counts = result.agree if isinstance(result, AllOfUsResult) else result.dots
    found = shown.vote.results
    return [
        Bar(
            *shown.named[id_],
            counts[id_],
            base,
            "$success" if id_ in found else "$cluster-1",
            "  ".join(filter(None, (_outcome_word(found.get(id_, ""))[0], _("shared") if len(tier) > 1 else ""))),
            id_,
        )
        for tier in order(shown.vote, result)
        for id_ in tier
    ]


def _fingers(shown: Shown, result: FingersResult, width: int, tall: bool) -> list[Line]:
    rows = []
    for id_ in (id_ for tier in result.ranking for id_ in tier):
        one = result.proposals[id_]
        said, style = _outcome_word(one.outcome)
        median = "–" if one.median is None else str(one.median)
        rows.append(Hands(*shown.named[id_], one.hands, one.to_hear, median, said, style, id_))
    return histogram(rows, Heads(_("to be heard"), _("median"), _("outcome")), width, tall=tall)


def _ranking(shown: Shown, result: RankingResult, width: int, tall: bool) -> list[Line]:
    rows = [
        Ranked(
            id_,
            *shown.named[id_],
            result.pairwise[id_],
            number(float(result.points[id_])),
            leads=id_ == result.winner or (result.winner is None and id_ in result.smith),
        )
        for tier in result.ranking
        for id_ in tier
    ]
    return matrix(rows, _("points"), width, tall=tall)


# -- what it means


def sentence(shown: Shown) -> str:
    """What the vote says, in a sentence or two, its base included."""
    vote, result = shown.vote, shown.result
    parts = [_meaning(shown)]
    parts.append(_("{n} of {base} answered.").format(n=vote.answered or 0, base=len(vote.base)))
    if result is None:
        parts.append(_("With fewer than five secret ballots only the outcome is kept."))
    if 2 * len(vote.base) < vote.roster:
        parts.append(_("Less than half of the network is here: it is provisional until next time."))
    if vote.tie_way:
        parts.append(_broken(shown))
    return " ".join(filter(None, parts))


def _broken(shown: Shown) -> str:
    vote = shown.vote
    if vote.drawn:
        drawn = shown.named.get(vote.drawn, (_(ANSWERS.get(vote.drawn, "")), ""))[0]
        return _("Drawn by lot: {letter} ({why}; seed {seed}).").format(
            letter=drawn, why=vote.tie_break, seed=vote.seed
        )
    return _("The tie: {why}.").format(why=vote.tie_break)


def _meaning(shown: Shown) -> str:
    outcome = Outcome(shown.vote.outcome)
    result = shown.result
    if isinstance(result, FingersResult) and outcome not in {Outcome.TOO_FEW_ANSWERS, Outcome.NOT_ADOPTED}:
        return _hands_mean(shown, result)
    if outcome in _SAID:
        return _(_SAID[outcome])
    reached = shown.letters([id_ for id_, code in shown.vote.results.items() if code == outcome])
    if outcome in _REACHED and reached:
        said = _(_REACHED[outcome]).format(letters=reached)
        cut = shown.letters(tied(result)) if isinstance(result, DotResult) else ""
        shared = _("Shared at the cut: {letters}.").format(letters=cut) if cut else ""
        return f"{said} {shared}".strip()
    if isinstance(result, RankingResult | AllOfUsResult):
        ahead = result.smith if isinstance(result, RankingResult) else result.ranking[0]
        unreached = _NOBODY_WINS if isinstance(result, RankingResult) else _NOT_ALL
        return _(unreached).format(letters=shown.letters(ahead))
    word = _outcome_word(outcome)[0]
    return f"{word[:1].upper()}{word[1:]}."


_REACHED = {
    Outcome.UNANIMOUS: N_("Everybody agrees with {letters}."),
    Outcome.SHORTLIST: N_("The short list: {letters}."),
    Outcome.WINNER: N_("{letters} beats every other."),
}
_NOBODY_WINS = N_("No proposal beats every other; ahead are {letters}: talk about these.")
_NOT_ALL = N_("There is no proposal yet that everybody agrees with; most agree with {letters}.")

_SAID = {
    Outcome.TOO_FEW_ANSWERS: N_("Half of those present or fewer answered: this does not count."),
    Outcome.NOT_ADOPTED: N_("Everybody abstained: there is nothing to decide on."),
    Outcome.OBJECTION: N_("There is a reasoned objection: hear it before anything else."),
    Outcome.DECIDED: N_("There is consent: nobody objects."),
    Outcome.DECIDED_WITH_CONCERNS: N_("There is consent; the concerns are noted."),
    Outcome.NO_SHORTLIST: N_("Nothing got a dot."),
    Outcome.TIE: N_("As many for as against: a tie."),
    Outcome.ADOPTED: N_("Adopted."),
    Outcome.REJECTED: N_("Rejected: not enough are for it."),
}


def _hands_mean(shown: Shown, result: FingersResult) -> str:
    """Carried ones first; of the others how many are still to be heard, never who."""
    carried = [id_ for tier in result.ranking for id_ in tier if result.proposals[id_].outcome is Outcome.SUPPORTED]
    parts = []
    if carried:
        parts.append(_("Carried, nobody below 3: {letters}.").format(letters=shown.letters(carried)))
    waiting = [
        _("{n} about {letter}").format(n=result.proposals[id_].to_hear, letter=shown.letters([id_]))
        for tier in result.ranking
        for id_ in tier
        if id_ not in carried and result.proposals[id_].to_hear
    ]
    if waiting:
        parts.append(_("To be heard: {people}.").format(people=", ".join(waiting)))
    return " ".join(parts) or _("Nothing is carried yet.")


# -- what may follow


def steps(shown: Shown) -> list[NextStep]:
    """What may follow on this vote, the likeliest first."""
    if shown.result is None:
        return [NextStep.RECORD] if shown.vote.results else [NextStep.DISCUSS]
    found: list[NextStep] = [step for step in next_steps(shown.result) if step is not NextStep.CONFIRM_NEXT_TIME]
    if tied(shown.result) and not shown.vote.tie_way:
        found += [step for step in (NextStep.DISCUSS, NextStep.VOTE_AGAIN, NextStep.DRAW) if step not in found]
    if shown.vote.tie_way:
        drawn = bool(shown.vote.drawn)
        found = [NextStep.RECORD] if drawn else [step for step in found if step is not NextStep.DRAW]
    if NextStep.RECORD in found and isinstance(shown.result, FingersResult):
        found.insert(0, NextStep.CONSENT_ROUND)
    if NextStep.VOTE_AGAIN not in found:
        found.append(NextStep.VOTE_AGAIN)
    return found


def favourite(shown: Shown) -> str:
    """The proposal that the vote puts first: what was drawn, what is carried, or the top of the ranking."""
    vote = shown.vote
    if vote.drawn in shown.named:
        return str(vote.drawn)
    good = {Outcome.SUPPORTED, Outcome.UNANIMOUS, Outcome.WINNER, Outcome.SHORTLIST}
    ranked = [id_ for tier in order(vote, shown.result) for id_ in tier] if shown.result else options(vote)
    return next((id_ for id_ in ranked if vote.results.get(id_) in good), ranked[0])


def among(shown: Shown) -> list[str]:
    """Between what a next vote would go: the tied, else the short list or what everybody agrees with, else all."""
    if shown.result is None:
        return options(shown.vote)
    shared = [id_ for id_ in tied(shown.result) if id_ in shown.named]
    listed = [id_ for id_, code in shown.vote.results.items() if code in {Outcome.SHORTLIST, Outcome.UNANIMOUS}]
    return shared or (listed if len(listed) > 1 else options(shown.vote))
