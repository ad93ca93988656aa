"""Evaluations in a document: what forms and group say together, and the scores over the sessions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from data.methods.evaluation import ENOUGH, SCORES, Results, Scored, trend
from data.model import ACTIVITIES, Said, SpokenKind, say, say_in
from data.report.blocks import Block, Heading, Paragraph, Point, Points, Score, Scores
from data.report.records import Evaluated, SummaryView
from data.report.tongue import Tongue
from data.text import times
from data.words import ASKED_ALOUD, EVALUATIONS, KEPT, LIKED
from data.words import SCORES as WORDS

WRITTEN: dict[str, Said] = {
    "treat": say("To cover in a future session"),
    "deepen": say("To explore further"),
    "hunger": say("What we still miss"),
    "adjust": say("What should change"),
    "well": say("What went well"),
    "improve": say("What could be better"),
    "liked": say("Activities that were liked"),
    "less_liked": say("Activities that were liked less"),
    "suggestions": say("Suggestions"),
}
"""The heading of each list of the forms."""

DRAWN = say("How many gave each mark, from 0 to 10")


def learned(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """What people take along, as they wrote or said it."""
    written = [line for each in view.evaluations for line in each.written.get("learning", ())]
    said = [(text, 1) for each in view.evaluations for text in each.said.get(SpokenKind.LEARNED, ())]
    if written or said:
        yield Heading(2, t(say("What we learned")))
        yield counted((*written, *said))


def evaluations(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """What the evaluations say together, beside what was learned."""
    for evaluated in view.evaluations:
        yield Heading(2, t(EVALUATIONS[evaluated.kind]))
        yield from _scores(evaluated, t)
        for field, title in WRITTEN.items():
            if lines := evaluated.written.get(field):
                yield Heading(3, t(title))
                yield counted(lines)
        yield from _looked_at(evaluated, t)
        for kind, question in ASKED_ALOUD.items():
            if kind is not SpokenKind.LEARNED and (said := evaluated.said.get(kind)):
                yield Heading(3, t(question))
                yield Points(tuple(Point(text) for text in said))


def counted(lines: Iterable[tuple[str, int]]) -> Points:
    """Texts, each with how often it was written where that was more than once."""
    return Points(tuple(Point(text, times(count)) for text, count in lines))


def _scores(evaluated: Evaluated, t: Tongue) -> Iterator[Block]:
    forms = evaluated.results.forms
    if not forms:
        return
    many = say("{n} forms were filled in.", n=forms)
    sentence = t.count(say("One form was filled in."), many, forms)
    if forms < ENOUGH:
        few = t(say("What they say is shown from {enough} forms on.", enough=ENOUGH))
        yield Paragraph(f"{sentence} {few}")
        return
    yield Paragraph(sentence)
    head = (t(say("Out of 10")), t(say("Average")), t(say("Range")), t(say("Answers")))
    scores = tuple(_score(t(WORDS[scored.field]), scored, t) for scored in evaluated.results.scored)
    yield Scores(head, scores, t(DRAWN))
    for field, comments in evaluated.comments:
        yield Heading(3, t(say("Comments: {on}", on=t(WORDS[field]).lower())))
        yield Points(tuple(Point(text) for text in comments))


def _score(subject: str, scored: Scored, t: Tongue, *more: str) -> Score:
    low, high = t.number(scored.lowest), t.number(scored.highest)
    told = (t.number(scored.average), f"{low}–{high}", str(scored.count))
    answers = t.count(say("one answer"), say("{n} answers", n=scored.count), scored.count)
    spread = t(say("from {low} to {high}", low=low, high=high)) if low != high else ""
    since = [t(say("since the one before {change}", change=each)) for each in more if each]
    return Score(
        subject,
        scored.average,
        (*told, *more),
        scored.distribution,
        aside=t.joined((answers, spread, *since)),
        drawn=f"{subject}: {_given(scored.distribution, t)}",
    )


def _given(distribution: Sequence[int], t: Tongue) -> str:
    """How many gave each mark, in words."""
    return t.all(
        t.count(say("1 gave {mark}", mark=mark), say("{n} gave {mark}", n=many, mark=mark), many)
        for mark, many in enumerate(distribution)
        if many
    )


def _looked_at(evaluated: Evaluated, t: Tongue) -> Iterator[Block]:
    """What the group says of each promise and of each work form."""
    if evaluated.promises:
        yield Heading(3, t(say("Did the network keep its promises?")))
        yield Points(tuple(Point(text, t(KEPT[kept])) for text, kept in evaluated.promises))
    if evaluated.forms:
        yield Heading(3, t(say("Which activities were liked, which less, and why?")))
        yield Points(
            tuple(
                Point(t(ACTIVITIES[form].title), t.joined([t(LIKED[liked]) if liked else "", why]))
                for form, liked, why in evaluated.forms
            )
        )


def over_time(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """The scores over the sessions so far."""
    yield from trends(view.over, t)


def trends(over: Sequence[tuple[int, Results]], t: Tongue) -> Iterator[Block]:
    """Scores over sessions (by number), once there are two: average, spread, and whether a difference may be chance."""
    scored = [(number, results) for number, results in over if results.scored]
    if len(scored) < 2:
        return
    yield Heading(2, t(say("The scores over the sessions")))
    for field in SCORES:
        rows = tuple(_moving(field, scored, t))
        if rows:
            yield Heading(3, t(WORDS[field]))
            head = (
                say("Session"),
                say("Average"),
                say("Range"),
                say("Answers"),
                say_in("the head of a column", "Change"),
            )
            yield Scores(tuple(map(t, head)), rows, t(DRAWN))
    few = [t(say("session {n}", n=number)) for number, results in over if not results.scored]
    if few:
        yield Paragraph(t(say("Too few forms to show: {sessions}.", sessions=t.all(few))), quiet=True)


def _moving(field: str, over: list[tuple[int, Results]], t: Tongue) -> Iterator[Score]:
    before = None
    for number, results in over:
        scored = results.of(field)
        if scored is None:
            continue
        here = _score(t(say("session {n}", n=number)), scored, t, _moved(before, scored, t) if before else "")
        yield replace(here, subject=t.sentence(here.subject), drawn=f"{t(WORDS[field])}, {here.drawn}")
        before = scored


def _moved(before: Scored, after: Scored, t: Tongue) -> str:
    change = trend(before, after)
    sign = "+" if change.change > 0 else "−" if change.change < 0 else ""
    chance = say("may be chance") if change.may_be_chance else say("more than chance")
    return f"{sign}{t.number(abs(change.change))}, {t(chance)}"
