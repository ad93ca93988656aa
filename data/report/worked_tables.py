"""What was said in work forms of their own, as tables: a line of what was said in each row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from data.model import (
    ACTIVITIES,
    ActivityKind,
    ContributionStep,
    ExchangeStep,
    InputStep,
    PreparationStep,
    Said,
    say,
    say_in,
)
from data.report.records import SummaryView
from data.report.sheet import Cell, Sheet
from data.report.tongue import Tongue
from data.words import CONSULTATION, CONTRIBUTION, EXCHANGE, EXTERNAL_INPUT, PREPARATION

Rows = Iterable[tuple[Cell, ...]]

_ACTIVITY, _PART, _TEXT, _WHO = say("Activity"), say("Part"), say("Text"), say("Who")


def _sheet(key: str, kind: ActivityKind, head: tuple[Said, ...], rows: Rows, t: Tongue) -> Sheet:
    """The sheet of a kind of activity, which goes with its section of the summary."""
    spec = ACTIVITIES[kind]
    section = spec.section.key if spec.section else ""
    return Sheet(key, section, t(spec.title), tuple(map(t, head)), tuple(rows))


def _exchanges(view: SummaryView, t: Tongue) -> Sheet:
    def rows() -> Iterator[tuple[Cell, ...]]:
        for each in view.exchanges:
            title = each.title or t(ACTIVITIES[ActivityKind.EXCHANGE].title)
            for number, group in enumerate(each.groups, start=1):
                who = ", ".join(group.who)
                for text in group.said:
                    yield title, each.question, t(EXCHANGE[ExchangeStep.REPORTS]), number, who, group.reporter, text
            for text in each.tips:
                yield title, each.question, t(EXCHANGE[ExchangeStep.TIPS]), None, "", "", text

    head = (_ACTIVITY, say("Question"), _PART, say_in("the head of a column", "Group"), _WHO, say("Reporter"), _TEXT)
    return _sheet("exchanges", ActivityKind.EXCHANGE, head, rows(), t)


def _consultations(view: SummaryView, t: Tongue) -> Sheet:
    def rows() -> Iterator[tuple[Cell, ...]]:
        for each in view.consultations:
            title = each.title or t(ACTIVITIES[ActivityKind.PEER_CONSULTATION].title)
            for step, texts in each.said:
                yield from ((title, each.who, t(CONSULTATION[step]), text) for text in texts)

    head = (_ACTIVITY, say("Whose case"), _PART, _TEXT)
    return _sheet("consultations", ActivityKind.PEER_CONSULTATION, head, rows(), t)


def _inputs(view: SummaryView, t: Tongue) -> Sheet:
    def rows() -> Iterator[tuple[Cell, ...]]:
        for each in view.inputs:
            title = each.title or t(ACTIVITIES[ActivityKind.EXTERNAL_INPUT].title)
            parts = [(InputStep.TALK, "", text) for text in each.talk]
            parts += [(InputStep.ANSWERS, asked, text) for asked, said in each.answers for text in said or ("",)]
            yield from ((title, each.expert, t(EXTERNAL_INPUT[step]), asked, text) for step, asked, text in parts)

    head = (_ACTIVITY, say("Expert"), _PART, say("Question"), _TEXT)
    return _sheet("external_input", ActivityKind.EXTERNAL_INPUT, head, rows(), t)


def _terms(view: SummaryView, t: Tongue) -> Sheet:
    head = (say("Term"), say("Meaning"), say("In session"))
    rows = tuple((term.text, term.meaning, term.session) for term in view.terms)
    return Sheet("terms", "terms", t(say("Glossary")), tuple(map(t, head)), rows)


def _contributions(view: SummaryView, t: Tongue) -> Sheet:
    def rows() -> Iterator[tuple[Cell, ...]]:
        for each in view.contributions:
            title = each.title or t(ACTIVITIES[ActivityKind.CONTRIBUTION].title)
            brought, taken = t(CONTRIBUTION[ContributionStep.BROUGHT]), t(CONTRIBUTION[ContributionStep.TAKEN])
            for one in each.brought:
                yield from ((title, brought, one.text, ", ".join(one.who), text) for text in one.said or ("",))
            yield from ((title, taken, "", "", text) for text in each.taken)

    head = (_ACTIVITY, _PART, say("What was asked"), _WHO, _TEXT)
    return _sheet("contributions", ActivityKind.CONTRIBUTION, head, rows(), t)


def _preparations(view: SummaryView, t: Tongue) -> Sheet:
    def rows() -> Iterator[tuple[Cell, ...]]:
        for each in view.preparations:
            title = each.title or t(ACTIVITIES[ActivityKind.PREPARATION].title)
            for question in each.questions:
                yield from ((title, question.text, t(say("Answer")), text, n) for text, n in question.answers)
                yield from ((title, question.text, t(say("What stands out")), text, None) for text in question.strikes)
            concluded = t(PREPARATION[PreparationStep.CONCLUSION])
            yield from ((title, "", concluded, text, None) for text in each.concluded)

    head = (_ACTIVITY, say("Question"), _PART, _TEXT, say("Number"))
    return _sheet("preparations", ActivityKind.PREPARATION, head, rows(), t)


OF_WORK_FORMS: tuple[Callable[[SummaryView, Tongue], Sheet], ...] = (
    _exchanges,
    _consultations,
    _inputs,
    _terms,
    _contributions,
    _preparations,
)
"""The writers of these tables, in the order of the kinds of activity."""
