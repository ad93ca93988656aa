"""A summary in brief: what the session was about, what came of it, and what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.model import QuestionKind, say
from data.report.announced import called
from data.report.blocks import Block, Heading, Lead, Paragraph
from data.report.records import SummaryView
from data.report.tongue import Tongue


def in_brief(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """The sentences, the themes, who came to speak, and what is still to come of a session that goes on.

    It stands behind what was decided and agreed, which is what most people look for.
    """
    told: list[Block] = [*lead(view, t), *_facts(view, t)]
    if told:
        yield Heading(2, t(say("In brief")))
        yield from told


def _facts(view: SummaryView, t: Tongue) -> Iterator[Paragraph]:
    if view.themes:
        yield Paragraph(t(say("Themes: {themes}", themes=t.joined(view.themes))))
    if view.speakers:
        yield Paragraph(t(say("With {speakers}", speakers=t.all(view.speakers))))
    if view.still:
        still = t.all(called(item, t) for item in view.still)
        yield Paragraph(t(say("Still to come: {activities}.", activities=still)))


def lead(view: SummaryView, t: Tongue) -> Iterator[Lead]:
    """What the facilitator wrote, else three sentences at the most of what there is."""
    if view.lead:
        yield Lead(view.lead)
        return
    about = re.sub("(?<=[.?!…]”)[.]$", "", _about(view, t))  # a question in quotes ends the sentence
    sentences = tuple(filter(None, (about, _came(view, t), _next(view, t))))
    if sentences:
        yield Lead(sentences)


def _about(view: SummaryView, t: Tongue) -> str:
    there = len(view.attendance.present)
    themes = [storm.question for storm in view.storms if storm.question] or list(view.themes)
    if not there:
        return ""
    if not themes:
        alone = say("One person worked in this session.")
        return t.count(alone, say("{n} people worked together in this session.", n=there), there)
    if view.goes_on:
        alone = say("One person is working on “{theme}”.", theme=themes[0])
        return t.count(alone, say("{n} people are working on “{theme}”.", n=there, theme=themes[0]), there)
    alone = say("One person worked on “{theme}”.", theme=themes[0])
    return t.count(alone, say("{n} people worked on “{theme}”.", n=there, theme=themes[0]), there)


def _came(view: SummaryView, t: Tongue) -> str:
    taken = sum(decided.here for decided in view.decisions)
    agreed = len(view.agreements)
    notes = sum(column.count for storm in view.storms for column in storm.columns)
    clusters = sum(bool(column.title) for storm in view.storms for column in storm.columns)
    written = t.count(say("1 post-it"), say("{n} post-its", n=notes), notes) if notes else ""
    if notes and clusters > 1:
        written = t(say("{notes} in {n} clusters", notes=written, n=clusters))
    told = t.all(
        (
            t.count(say("1 decision"), say("{n} decisions", n=taken), taken) if taken else "",
            t.count(say("1 agreement"), say("{n} agreements", n=agreed), agreed) if agreed else "",
            written,
        )
    )
    brought = (
        say("So far that has led to {what}.", what=told) if view.goes_on else say("That led to {what}.", what=told)
    )
    return t(brought) if told else ""


def _next(view: SummaryView, t: Tongue) -> str:
    waiting = sum(asked.kind is QuestionKind.QUESTION and not (asked.answered or asked.dropped) for asked in view.asked)
    still = t.count(say("one question is still open"), say("{n} questions are still open", n=waiting), waiting)
    if view.next and view.next.date:
        meet = t(say("we meet again on {day}", day=t.day(view.next.date)))
        return f"{t.sentence(t.all([still, meet]) if waiting else meet)}."
    return f"{t.sentence(still)}." if waiting else ""
