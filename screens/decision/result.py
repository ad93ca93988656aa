"""A vote that is closed, drawn: bars, hands or a matrix, what it means, and what may follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content

from data.i18n import _, told
from data.methods.votes.codes import NextStep, Outcome
from data.methods.votes.room import enough
from data.methods.votes.way import Result, options
from data.methods.votes.ways import spec_of
from data.methods.votes.words import OUTCOMES, outcome_words
from data.model import Proposal, State, Vote
from data.verbs.decision.closing import objections, unresolved
from data.verbs.decision.phases import letters, proposals
from data.verbs.decision.tally import told_apart
from data.verbs.decision.vote import reckoned
from screens.decision.words import answer_word
from widgets.laid_out import BLANK, text
from widgets.page import Line
from widgets.result import TONES, draw


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

    def letters(self, ids: Iterable[str]) -> str:
        """Several proposals by their letters."""
        return ", ".join(self.named[id_][0] for id_ in ids if id_ in self.named)


def picture(shown: Shown, width: int) -> list[Line]:
    """The result: what was voted on, what was answered, and nothing that tells who."""
    result, spec = shown.result, spec_of(shown.vote)
    if result is None:
        return _kept(shown, width)
    lines: list[Line] = []
    if spec.one_proposal:
        ((id_, (letter, wording)),) = shown.named.items()
        lines = [*text(Content.assemble((f" {letter}  ", "bold"), wording), width, id_, hang=3), BLANK]
    return lines + draw(spec.picture(shown.vote, result, shown.letters), shown.named, width)


def _kept(shown: Shown, width: int) -> list[Line]:
    """Of a few secret ballots only what each proposal came to."""
    lines: list[Line] = []
    for id_, (letter, wording) in shown.named.items():
        words = outcome_words(shown.vote.results.get(id_, ""))
        came = (f"   {told(words.short)}", f"bold {TONES[words.tone]}") if words else ("", "")
        lines += text(Content.assemble((f" {letter}  ", "bold"), wording, came), width, id_)
    return lines


# -- what it means


def sentence(shown: Shown) -> str:
    """What the vote says, in a sentence or two, its base included."""
    return " ".join(sentences(shown))


def sentences(shown: Shown) -> list[str]:
    """What the vote says, what matters most first, then out of how many."""
    vote, result = shown.vote, shown.result
    # Few answers are no decision, and what they object to is heard all the same: then it says that they are few.
    few = not enough(vote.answered or 0, len(vote.base)) and vote.outcome != Outcome.TOO_FEW_ANSWERS
    said = _("Only {n} of {base} answered: half or fewer.") if few else _("{n} of {base} answered.")
    parts = [*_meaning(shown), said.format(n=vote.answered or 0, base=len(vote.base))]
    if result is None:
        parts.append(_("With fewer than five secret ballots only the outcome is kept."))
    if 2 * len(vote.base) < vote.roster:
        parts.append(_("Less than half of the network is here: it is provisional until next time."))
    if vote.tie_way:
        parts.append(_broken(shown))
    return list(filter(None, parts))


def _meaning(shown: Shown) -> list[str]:
    vote, outcome = shown.vote, Outcome(shown.vote.outcome)
    if outcome is Outcome.TOO_FEW_ANSWERS:
        if not vote.answered:
            return [_("Nobody answered: the result does not count.")]
        return [_("Half of those present or fewer answered: the result does not count.")]
    if outcome is Outcome.NOT_ADOPTED:
        return [_("Everybody abstained: there is nothing to decide on.")]
    if shown.result is not None:
        return [told(said) for said in spec_of(vote).meaning(vote, shown.result, shown.letters)]
    reached = shown.letters([id_ for id_, code in vote.results.items() if code == outcome])
    about = _("That is {letters}.").format(letters=reached) if reached and len(shown.named) > 1 else ""
    return [told(OUTCOMES[outcome].sentence), about]


def _broken(shown: Shown) -> str:
    vote = shown.vote
    if vote.drawn:
        drawn = shown.named.get(vote.drawn, (answer_word(vote, vote.drawn), ""))[0]
        return _("Drawn by lot: {letter} ({why}; seed {seed}).").format(
            letter=drawn, why=vote.tie_break, seed=vote.seed
        )
    return _("The tie: {why}.").format(why=vote.tie_break)


def heard(state: State, vote: Vote) -> str:
    """That objections to what was voted on were noted and none of any stands; empty where that is not so.

    What was settled before the vote is not what somebody objects in it: that is still to be heard.
    """
    voted = {(option.proposal, option.version) for option in vote.options}
    said = objections(state, vote.decision)
    since = [one for one in said if one.vote in {None, vote.id} and (one.proposal, one.version) in voted]
    noted = any(not one.concern for one in since)
    stands = bool(unresolved(state, vote.decision))
    return _("No noted objection stands any more.") if noted and not stands else ""


# -- what may follow


def steps(shown: Shown) -> list[NextStep]:
    """What may follow on this vote, the likeliest first."""
    tie = tied(shown)
    if shown.result is None:
        settled = shown.vote.results and Outcome(shown.vote.outcome) not in _UNSETTLED
        return [NextStep.VOTE_AGAIN] if tie else [NextStep.RECORD] if settled else [NextStep.DISCUSS]
    spec = spec_of(shown.vote)
    left_out = {NextStep.CONFIRM_NEXT_TIME, *(_OF_ONE if tie else ())}
    found: list[NextStep] = [step for step in spec.steps(shown.result) if step not in left_out]
    if spec.tied(shown.result) and not shown.vote.tie_way:
        found += [step for step in (NextStep.DISCUSS, NextStep.VOTE_AGAIN, NextStep.DRAW) if step not in found]
    if shown.vote.tie_way:
        drawn = bool(shown.vote.drawn)
        found = [NextStep.RECORD] if drawn else [step for step in found if step is not NextStep.DRAW]
    if NextStep.VOTE_AGAIN not in found:
        found.append(NextStep.VOTE_AGAIN)
    return found


_OF_ONE = frozenset({NextStep.CONSENT_ROUND, NextStep.RECORD})
"""The next steps that are about the one proposal that a vote put first."""

_UNSETTLED = frozenset(
    {
        Outcome.TOO_FEW_ANSWERS,
        Outcome.NOT_ADOPTED,
        Outcome.OBJECTION,
        Outcome.TALK_FIRST,
        Outcome.NOT_UNANIMOUS,
        Outcome.SHORTLIST,
        Outcome.NO_SHORTLIST,
        Outcome.TIE,
        Outcome.NO_WINNER,
    }
)
"""What a vote came to without anything to write down."""


def tied(shown: Shown) -> list[str]:
    """The proposals that share the first place, as long as no lot was drawn: of these none was chosen."""
    vote = shown.vote
    if vote.drawn:
        return []
    if shown.result is None:
        several = [id_ for id_ in shown.named if vote.results.get(id_) in _CARRIED]
        return several if len(several) > 1 else []
    return [id_ for id_ in spec_of(vote).tied(shown.result) if id_ in shown.named]


_CARRIED = frozenset({Outcome.SUPPORTED, Outcome.UNANIMOUS, Outcome.WINNER})


def favourite(shown: Shown) -> str:
    """The proposal that the vote puts first: what was drawn, what is carried, or the top of the ranking."""
    vote = shown.vote
    if vote.drawn in shown.named:
        return str(vote.drawn)
    good = {*_CARRIED, Outcome.SHORTLIST}
    ranked = (
        [id_ for tier in spec_of(vote).order(vote, shown.result) for id_ in tier] if shown.result else options(vote)
    )
    return next((id_ for id_ in ranked if vote.results.get(id_) in good), ranked[0])


def among(shown: Shown) -> list[str]:
    """Between what a next vote would go: the tied, else the short list or what everybody agrees with, else all."""
    if shown.result is None:
        return options(shown.vote)
    shared = [id_ for id_ in spec_of(shown.vote).tied(shown.result) if id_ in shown.named]
    listed = [id_ for id_, code in shown.vote.results.items() if code in {Outcome.SHORTLIST, Outcome.UNANIMOUS}]
    return shared or (listed if len(listed) > 1 else options(shown.vote))
