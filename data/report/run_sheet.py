"""The facilitator's sheet for a session: from when to when, in which form, what to prepare, what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from data.methods.forms import FORMS
from data.methods.reviving import BANK
from data.model import Activity, ActivityKind, Decision, Session, State, say
from data.report.announced import called
from data.report.blocks import Block, Document, Heading, Paragraph, Point, Points, filled
from data.report.tongue import Tongue
from data.verbs.network import members, profile
from data.verbs.prepared import asked_of, assignments, deliveries
from data.verbs.programme import programme

DAY = 24 * 60

REVIVED = frozenset({ActivityKind.BRAINSTORM, ActivityKind.EXCHANGE})
"""Where ideas can dry up."""


def run_sheet(state: State, session: str, language: str) -> Document:
    """The whole session on a few pages.

    Raises:
        Refused: there is no such session, or no network.
    """
    t, meeting = Tongue(language), state.get(Session, session)
    items = programme(state, meeting.id)
    hours = hours_of(meeting, items)
    blocks: list[Block] = [
        Heading(1, t(say("Run sheet: {network}, session {n}", network=profile(state).name, n=meeting.number))),
        Paragraph(_facts(state, meeting, t)),
        *_prepare(state, meeting, items, t),
        *_overview(items, hours, t),
    ]
    for item, hour in zip(items, hours, strict=True):
        blocks += _item(state, item, hour, t)
    return Document(t.language, tuple(blocks))


def hours_of(meeting: Session, items: Sequence[Activity]) -> list[str]:
    """From when to when each item is planned (``13:30–13:40``); nothing where the session has no hour to begin."""
    if not meeting.starts:
        return [""] * len(items)
    hour, minute = map(int, meeting.starts.split(":"))
    at = hour * 60 + minute
    found = []
    for item in items:
        found.append(f"{_clock(at)}–{_clock(at + item.minutes)}")
        at += item.minutes
    return found


def _clock(minutes: int) -> str:
    return f"{minutes % DAY // 60:02}:{minutes % 60:02}"


def _facts(state: State, meeting: Session, t: Tongue) -> str:
    hours = "–".join(hour for hour in (meeting.starts, meeting.ends) if hour)
    day = t.day(meeting.date) if meeting.date else ""
    there = len(members(state, meeting.id))
    people = t.count(say("one person"), say("{n} people", n=there), there)
    return t.sentence(t.joined((meeting.title or t.joined(meeting.themes), day, hours, meeting.place, people)))


def _prepare(state: State, meeting: Session, items: Iterable[Activity], t: Tongue) -> Iterator[Block]:
    """What is to be ready before people come in: each thing once; and who was asked to bring what."""
    things = dict.fromkeys(t(thing) for item in items for thing in FORMS[item.kind].prepare)
    if things:
        yield Heading(2, t(say("To prepare")))
        yield Points(tuple(map(Point, things)))
    asked = tuple(
        Point(
            each.text,
            t(
                say(
                    "{done} of {all} delivered it",
                    done=len(deliveries(state, each.id)),
                    all=len(asked_of(state, each)),
                )
            ),
        )
        for each in assignments(state, meeting.id)
    )
    if asked:
        yield Heading(2, t(say("Asked beforehand")))
        yield Points(asked)


def _overview(items: Sequence[Activity], hours: Sequence[str], t: Tongue) -> Iterator[Block]:
    if items:
        yield Heading(2, t(say("Programme")))
        columns = (
            (t(say("Time")), hours),
            (t(say("Activity")), [called(item, t) for item in items]),
            (t(say("Planned")), [t(say("{n} min", n=item.minutes)) for item in items]),
        )
        yield filled(columns, right=(columns[2][0],))
    else:
        yield Paragraph(t(say("There is nothing on the programme of this session yet.")))


def _item(state: State, item: Activity, hour: str, t: Tongue) -> Iterator[Block]:
    form = FORMS[item.kind]
    yield Heading(2, t.joined((hour, called(item, t), t(say("{n} min", n=item.minutes)))))
    decision = state.find(Decision, item.decision)
    for question in filter(None, (item.question, decision.question if decision else "")):
        yield Paragraph(f"“{question}”")
    yield Paragraph(t(form.purpose), quiet=True)
    yield Points(tuple(Point(t(step)) for step in form.steps))
    prompts = profile(state).prompts if item.kind is ActivityKind.SPEED_DATES else ()
    if prompts:
        yield Heading(3, t(say("To talk about")))
        yield Points(tuple(map(Point, prompts)))
    if item.kind in REVIVED:
        own = profile(state).reviving_questions
        yield Heading(3, t(say("When ideas dry up")))
        yield Points(tuple(map(Point, dict.fromkeys((*own, *map(t, BANK))))))
