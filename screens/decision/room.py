"""What the room sees of a decision: the question, the proposals, what is asked in a vote, and what came of it."""

from __future__ import annotations

from collections.abc import Callable

from data.i18n import _, plural, told
from data.methods.votes.codes import Outcome
from data.methods.votes.picture import Picture, Row, Tone
from data.methods.votes.ways import spec_of
from data.methods.votes.words import outcome_words
from data.model import Action, ConsentRound, DecisionStatus, Phase
from data.verbs.agreements import who_and_when
from data.verbs.decision.phases import points
from data.words import PHASES, SWOT_POINTS
from screens.decision.consent import step_asks, step_name, whose_turn
from screens.decision.open_vote import named
from screens.decision.result import Shown, sentences
from screens.decision.stages import Stage
from screens.decision.subject import Subject
from screens.decision.words import ASKED, Kind, session_and_day, session_name, way_line
from screens.shell.room import Moment
from widgets.projected import Bar, Item, Projected, Spread

TONES = {Tone.GOOD: "$success", Tone.BAD: "$attention"}
"""The styles of what is felt; the others are as all else."""


def projected(moment: Moment) -> Projected:
    """The decision as it stands."""
    return view(Subject(moment.activity.id, lambda: moment.state, lambda: ""))


def view(subject: Subject) -> Projected:
    """The decision at the stage it is in."""
    return _VIEWS.get(subject.stage, _proposing)(subject)


def _choosing(subject: Subject) -> Projected:
    return Projected(giant=subject.question)


def _exploring(subject: Subject) -> Projected:
    """The question, where it comes from, what makes it important, and which phases are announced for when."""
    going, state = subject.going, subject.state
    said = ((Kind.ORIGIN, going.origin), (Kind.IMPORTANCE, going.importance))
    items = [item for kind, text in said if text for item in (Item(_(ASKED[kind][1]), heading=True), Item(text))]
    when = [(phase, session_and_day(state, session)) for phase, session in going.planned.items()]
    announced = [Item(f"{told(PHASES[phase])}: {meeting}") for phase, meeting in when if meeting]
    items += [Item(_("Which phase comes when?"), heading=True), *announced] if announced else []
    return Projected(told(PHASES[Phase.EXPLORE]), subject.question, items=tuple(items))


def _proposing(subject: Subject) -> Projected:
    """The proposals by their letters."""
    every = subject.standing
    items = tuple(Item(one.text, subject.letter(one)) for one in every)
    facts = (told(PHASES[subject.going.phase]), plural("{n} proposal", "{n} proposals", len(every)) if every else "")
    return Projected(" · ".join(filter(None, facts)), subject.question, items=items)


def _examining(subject: Subject) -> Projected:
    """One proposal with its strengths, weaknesses, opportunities and threats."""
    proposal, every = subject.proposal, subject.standing
    if proposal is None:
        return _proposing(subject)
    place = [one.id for one in every].index(proposal.id) + 1
    said = points(subject.state, proposal.id)
    items = []
    for kind, heading in SWOT_POINTS.items():
        texts = [point.text for point in said if point.kind is kind] or ["–"]
        items += [Item(text, told(heading) if number == 0 else "") for number, text in enumerate(texts)]
    return Projected(
        status=" · ".join((told(PHASES[Phase.EXAMINE]), _("{n} of {all}").format(n=place, all=len(every)))),
        giant=f"{subject.letter(proposal)}: {proposal.text}",
        items=tuple(items),
        asked=subject.question,
    )


def _asking(subject: Subject) -> Projected:
    """A vote that is open: what is asked, about what, and how one can answer; no count before the close."""
    vote = subject.vote
    if vote is None:
        return _proposing(subject)
    spec = spec_of(vote)
    legend = tuple(Item(told(said)) for said in spec.legend(vote))
    return Projected(
        status=way_line(vote, rules=not legend),
        giant=told(spec.asks(len(vote.options))),
        items=(
            *(Item(wording, letter) for letter, wording in named(subject.state, vote).values()),
            *((Item(_("How to answer"), heading=True), *legend) if legend else ()),
        ),
        asked=subject.question,
    )


def _consenting(subject: Subject, asked: ConsentRound) -> Projected:
    """Which step it is, what it asks about which proposal, and whose turn it is."""
    proposal = subject.proposal
    turns = whose_turn(subject.state, subject.place)
    return Projected(
        status=step_name(asked),
        giant=step_asks(asked),
        items=(
            Item(proposal.text if proposal else "", subject.letter(proposal)),
            *(Item(part, now=not number) for number, part in enumerate(turns)),
        ),
        asked=subject.question,
    )


# -- what came of it


def _resulting(subject: Subject) -> Projected:
    """The step of consent, else what the vote came to, and how it was answered."""
    shown, asked = subject.shown, subject.consent
    if asked:
        return _consenting(subject, asked)
    if shown is None:
        return _proposing(subject)
    first, *others = sentences(shown)
    words = outcome_words(shown.vote.outcome)
    if words and shown.vote.outcome == Outcome.TOO_FEW_ANSWERS:
        first, others = told(words.sentence), [first, *others]
    meant, drawn = Item(" ".join(others), style="$muted"), _drawn(shown)
    return Projected(
        status=way_line(shown.vote),
        giant=first,
        style=TONES.get(words.tone, "$foreground") if words else "$foreground",
        items=(*drawn, meant),
        shorter=(*map(_in_words, drawn), meant),
        beside=True,
        asked=subject.question,
    )


def _drawn(shown: Shown) -> tuple[Item, ...]:
    """What was voted on, and a bar or columns for each answer."""
    spec, result = spec_of(shown.vote), shown.result
    if result is None:
        return tuple(_kept(shown, id_) for id_ in shown.named)
    about = tuple(Item(wording, letter) for letter, wording in shown.named.values()) if spec.one_proposal else ()
    picture = spec.picture(shown.vote, result, shown.letters)
    return (*about, *(_row(row, picture, shown) for row in picture.rows))


def _in_words(item: Item) -> Item:
    """A row of a result without what is drawn, where not all of that fits."""
    said = item.drawing.said if isinstance(item.drawing, Bar) else ""
    return Item(item.text, item.label, " · ".join(filter(None, (said, item.aside))))


def _kept(shown: Shown, id_: str) -> Item:
    """Of a few secret ballots only what a proposal came to."""
    letter, wording = shown.named[id_]
    words = outcome_words(shown.vote.results.get(id_, ""))
    return Item(wording, letter, told(words.short) if words else "")


def _row(row: Row, picture: Picture, shown: Shown) -> Item:
    letter, wording = shown.named.get(row.proposal, ("", "")) if row.label is None else ("", told(row.label))
    style = TONES.get(row.tone, "$foreground")
    if row.columns:
        marks = tuple(str(mark) for mark in range(len(row.columns)))
        outcome = row.notes[-1] if row.notes else ""
        said = outcome if isinstance(outcome, str) else told(outcome)
        return Item(wording, letter, said, drawing=Spread(row.columns, marks, style, split=3))
    count = _("{n} of {base}").format(n=row.count, base=row.of) if row.of else "–"
    behind = [note if isinstance(note, str) else told(note) for note in row.notes]
    return Item(wording, letter, ", ".join(behind), drawing=Bar(row.count, row.of, count, style, half=picture.half))


def _over(subject: Subject) -> Projected:
    """What was decided, what decided it, and who does what."""
    going = subject.going
    if going.status is DecisionStatus.PARKED:
        return Projected(_("Parked"), subject.question, style="$muted")
    actions = subject.state.where(Action, lambda action: action.decision == going.id)
    to_do = tuple(Item(action.text, aside=who_and_when(subject.state, action)) for action in actions)
    shown = subject.shown
    how = (Item(going.decided_by, style="$muted"),) if going.decided_by else ()
    return Projected(
        status=_("Decided in {session}").format(session=session_name(subject.state, going.decided_in)),
        giant=going.outcome or subject.question,
        style="$success",
        items=(
            *(_drawn(shown) if shown else ()),
            *how,
            *((Item(_("Action points"), heading=True), *to_do) if to_do else ()),
        ),
        shorter=(*how, *to_do),
        asked=subject.question,
    )


_VIEWS: dict[Stage, Callable[[Subject], Projected]] = {
    Stage.CHOOSE: _choosing,
    Stage.EXPLORE: _exploring,
    Stage.EXAMINE: _examining,
    Stage.DECIDE: _resulting,
    Stage.HANDS: _asking,
    Stage.PERSON: _asking,
    Stage.SECRET: _asking,
    Stage.OVER: _over,
}
