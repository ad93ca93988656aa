"""What was said in work forms of their own, in a summary: exchanges of experience and peer consultations."""

from __future__ import annotations

from collections.abc import Iterator

from data.model import ACTIVITIES, Action, Activity, ActivityKind, ConsultationStep, ExchangeStep, State, say
from data.report.blocks import Block, Heading, Paragraph, Point, Points
from data.report.names import Names
from data.report.records import SummaryView
from data.report.tongue import Tongue
from data.report.worked import Consulted, Exchanged, Reported, StepTaken
from data.verbs.consultation import consultation, earlier_steps, next_steps
from data.verbs.exchange import exchange, reporter
from data.verbs.heard import heard
from data.words import CONSULTATION, EXCHANGE


def consulted_in(state: State, item: Activity, names: Names) -> Consulted | None:
    """What there is to say of a peer consultation; None when nothing was."""
    going = consultation(item)
    said = tuple(
        (step, tuple(one.text for one in heard(state, item.id, step.value)))
        for step in ConsultationStep
        if step is not ConsultationStep.NEXT
    )
    steps = tuple(_taken(step, names) for step in next_steps(state, item.id))
    earlier = tuple(_taken(step, names) for step in earlier_steps(state, item.session))
    if not (any(texts for _step, texts in said) or steps or earlier):
        return None
    return Consulted(item.title, names.who(going.bringer), going.success, said, steps, earlier)


def _taken(step: Action, names: Names) -> StepTaken:
    return StepTaken(step.text, names.all(step.who), step.due, step.done, step.words)


def consulted(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """The cases that were treated, step by step, and what became of what was taken on before."""
    for each in view.consultations:
        yield Heading(2, each.title or t(ACTIVITIES[ActivityKind.PEER_CONSULTATION].title))
        about = t(say("about a success")) if each.success else t(say("about a problem"))
        yield Paragraph(t.joined([t(say("A case of {name}", name=each.who)) if each.who else "", about]))
        for step, texts in each.said:
            if texts:
                yield Heading(3, t(CONSULTATION[step]))
                yield Points(tuple(Point(text) for text in texts))
        for title, steps in (
            (CONSULTATION[ConsultationStep.NEXT], each.steps),
            (say("Next steps of earlier cases"), each.earlier),
        ):
            if steps:
                yield Heading(3, t(title))
                yield Points(tuple(_point(step, t) for step in steps))


def _point(step: StepTaken, t: Tongue) -> Point:
    done = t(say("done")) if step.done else ""
    return Point(step.text, t.joined([t.all(step.who), step.due, done, step.words]))


def exchanged_in(state: State, item: Activity, names: Names) -> Exchanged | None:
    """What there is to say of an exchange of experience; None when nothing was reported."""
    said = heard(state, item.id)
    if not said:
        return None
    groups = tuple(
        Reported(
            names.all(members),
            names.who(reporter(item, number)),
            tuple(one.text for one in said if one.part == ExchangeStep.REPORTS.value and (one.subgroup or 0) == number),
        )
        for number, members in enumerate(item.subgroups or ((),))
    )
    tips = tuple(one.text for one in said if one.part == ExchangeStep.TIPS.value)
    return Exchanged(item.title, item.question, exchange(item).advice_for, groups, tips)


def exchanged(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """What the small groups reported, and the tips."""
    for each in view.exchanges:
        yield Heading(2, each.title or t(ACTIVITIES[ActivityKind.EXCHANGE].title))
        advice = t(say("Advice for {name}", name=each.advice_for)) if each.advice_for else ""
        if facts := t.joined([each.question, advice]):
            yield Paragraph(facts)
        for number, group in enumerate(each.groups, start=1):
            if group.said:
                yield Heading(3, t(say("Group {n}", n=number)) if len(each.groups) > 1 else t(_REPORTS))
                reports = t(say("{name} reported", name=group.reporter)) if group.reporter else ""
                if told := t.joined([t.all(group.who), reports]):
                    yield Paragraph(told, quiet=True)
                yield Points(tuple(Point(text) for text in group.said))
        if each.tips:
            yield Heading(3, t(EXCHANGE[ExchangeStep.TIPS]))
            yield Points(tuple(Point(text) for text in each.tips))


_REPORTS = EXCHANGE[ExchangeStep.REPORTS]
