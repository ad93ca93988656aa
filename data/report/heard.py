"""What was said in work forms of their own, in a summary; and the glossary that grows from them."""

from __future__ import annotations

from collections.abc import Iterator

from data.model import (
    ACTIVITIES,
    Action,
    Activity,
    ActivityKind,
    ConsultationStep,
    ContributionStep,
    ExchangeStep,
    InputStep,
    PreparationStep,
    State,
    say,
)
from data.report.blocks import Block, Heading, Paragraph, Point, Points
from data.report.names import Names
from data.report.records import SummaryView
from data.report.tongue import Tongue
from data.report.worked import (
    Answered,
    Brought,
    Consulted,
    Contributed,
    Discussed,
    Exchanged,
    Invited,
    Reported,
    StepTaken,
    TermLine,
)
from data.verbs.consultation import consultation, earlier_steps, next_steps
from data.verbs.contribution import brought_in, came_of
from data.verbs.exchange import exchange, reporter
from data.verbs.external_input import expert, for_expert
from data.verbs.heard import heard
from data.verbs.preparation import answers, gathered, posed, prepared_for
from data.verbs.terms import known_by
from data.words import CONSULTATION, CONTRIBUTION, EXCHANGE, EXTERNAL_INPUT, PREPARATION


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


def of_case(state: State, action: Action) -> bool:
    """Whether an agreement is what somebody takes on for a case of theirs."""
    item = state.find(Activity, action.activity)
    return item is not None and item.kind is ActivityKind.PEER_CONSULTATION


def consulted(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """The cases that were treated, step by step, and what became of what was taken on before."""
    for each in view.consultations:
        yield Heading(2, each.title or t(ACTIVITIES[ActivityKind.PEER_CONSULTATION].title))
        about = t(say("about a success")) if each.success else t(say("about a problem"))
        yield Paragraph(t.joined([t(say("A case from {name}", name=each.who)) if each.who else "", about]))
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


def _asked(item: Activity) -> bool:
    """Whether its question was put to the group: that is told also where nothing came of it."""
    return bool(item.started and item.question)


def exchanged_in(state: State, item: Activity, names: Names) -> Exchanged | None:
    """What there is to say of an exchange of experience; None when nothing was asked or reported."""
    said = heard(state, item.id)
    if not (said or _asked(item)):
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


def invited_in(state: State, item: Activity) -> Invited | None:
    """What there is to say of external input; None when nothing was asked or told."""

    def said(part: str) -> tuple[str, ...]:
        return tuple(one.text for one in heard(state, item.id, part))

    answers = [(each.text, said(each.id)) for each in for_expert(state, item)]
    answers += [("", loose)] if (loose := said(InputStep.ANSWERS.value)) else []
    talk = said(InputStep.TALK.value)
    if not (talk or answers or _asked(item)):
        return None
    return Invited(item.title, item.question, expert(state, item), talk, tuple(answers))


def invited(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """Who came, what was told, and what was answered to each question."""
    for each in view.inputs:
        yield Heading(2, each.title or t(ACTIVITIES[ActivityKind.EXTERNAL_INPUT].title))
        if facts := t.joined([t(say("With {speakers}", speakers=each.expert)) if each.expert else "", each.question]):
            yield Paragraph(facts)
        if each.talk:
            yield Heading(3, t(EXTERNAL_INPUT[InputStep.TALK]))
            yield Points(tuple(Point(text) for text in each.talk))
        if each.answers:
            yield Heading(3, t(say("Questions and answers")))
            yield Points(tuple(point for asked, said in each.answers for point in _answered(asked, said, t)))


def _answered(asked: str, said: tuple[str, ...], t: Tongue) -> Iterator[Point]:
    if not asked:
        yield from (Point(text) for text in said)
    elif said:
        yield Point(asked, under=tuple(Point(text) for text in said))
    else:
        yield Point(asked, t(say("unanswered")))


def terms_of(state: State, session: str, names: Names) -> tuple[TermLine, ...]:
    """The glossary by the end of a session."""
    return tuple(TermLine(term.text, term.meaning, names.number(term.session)) for term in known_by(state, session))


def glossary_of(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """The terms of the network with what they mean; those of an earlier session say so."""
    if not view.terms:
        return
    yield Heading(2, t(say("Glossary")))
    points = []
    for term in view.terms:
        since = t(say("from session {number}", number=term.session)) if term.session != view.number else ""
        text = f"{term.text}: {term.meaning}" if term.meaning else term.text
        points.append(Point(text, since if term.meaning else t(say("to be cleared up"))))
    yield Points(tuple(points))


def contributed_in(state: State, item: Activity, names: Names) -> Contributed | None:
    """What there is to say of contributions; None when nothing was asked or came of them."""
    brought = tuple(
        Brought(
            asked.text,
            (*names.all(asked.who), *([asked.named] if asked.named else [])),
            asked.due,
            tuple(one.text for one in came_of(state, item, asked)),
        )
        for asked in brought_in(state, item)
        if came_of(state, item, asked) or asked.closed == item.session
    )
    taken = tuple(one.text for one in heard(state, item.id, ContributionStep.TAKEN.value))
    return Contributed(item.title, item.question, brought, taken) if brought or taken or _asked(item) else None


def contributed(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """Who brought what, what was told, and what the group takes from it."""
    for each in view.contributions:
        yield Heading(2, each.title or t(ACTIVITIES[ActivityKind.CONTRIBUTION].title))
        if each.question:
            yield Paragraph(each.question)
        if each.brought:
            yield Points(
                tuple(Point(one.text, t.all(one.who), tuple(Point(text) for text in one.said)) for one in each.brought)
            )
        if each.taken:
            yield Heading(3, t(CONTRIBUTION[ContributionStep.TAKEN]))
            yield Points(tuple(Point(text) for text in each.taken))


def discussed_in(state: State, item: Activity) -> Discussed | None:
    """What there is to say of a preparation: of the questions that were on the wall; None when none was."""

    def said(part: str) -> tuple[str, ...]:
        return tuple(one.text for one in heard(state, item.id, part))

    questions = tuple(
        Answered(each.text, tuple(gathered(answers(state, each))), said(each.key))
        for each in posed(state, item)
        if each.key in item.passed
    )
    concluded = said(PreparationStep.CONCLUSION.value)
    forms = tuple(asked.text for asked in prepared_for(state, item) if asked.questions)
    return Discussed(item.title, forms, questions, concluded) if questions or concluded else None


def discussed(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """Each question with its answers, without who gave them, and what strikes; then what is done with it."""
    for each in view.preparations:
        yield Heading(2, each.title or t(ACTIVITIES[ActivityKind.PREPARATION].title))
        if each.forms:
            yield Paragraph(t.joined(each.forms))
        for question in each.questions:
            yield Heading(3, question.text)
            given = tuple(Point(text, t(say("{n} times", n=n)) if n > 1 else "") for text, n in question.answers)
            if given:
                yield Points(given)
            if question.strikes:
                yield Paragraph(t(say("What stands out:")), quiet=True)
                yield Points(tuple(Point(text) for text in question.strikes))
        if each.concluded:
            yield Heading(3, t(PREPARATION[PreparationStep.CONCLUSION]))
            yield Points(tuple(Point(text) for text in each.concluded))
