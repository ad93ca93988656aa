"""What is printed before a session, to be written on: evaluation forms, an attendance sheet, and the run sheet."""

from __future__ import annotations

from collections.abc import Iterator

from data.methods.evaluation import ASKED, TOP
from data.methods.evaluation import SCORES as SCORED
from data.model import ActivityKind, EvaluationKind, Participant, Said, Session, State, say
from data.names import name_of
from data.report.blocks import Block, Document, Heading, Lines, Paragraph, Table, Ticks
from data.report.run_sheet import run_sheet
from data.report.tongue import Tongue
from data.report.wanted import Wanted, language_of
from data.text import fold, slug
from data.verbs.network import members, profile
from data.verbs.programme import of_kind
from data.words import EVALUATIONS, SCORES

FORM, ATTENDANCE, RUN_SHEET = "evaluation_form", "attendance_sheet", "run_sheet"

NEWCOMERS = 3
"""So many rows are left for whoever is not on the list."""

QUESTIONS: dict[str, Said] = {
    "learning": say("What do you take away from this session?"),
    "treat": say("What should the next session be about?"),
    "deepen": say("What would you like to explore further?"),
    "hunger": say("What did you hope for and not get yet?"),
    "adjust": say("What should we do differently from now on?"),
    "well": say("What went well?"),
    "improve": say("What could be better?"),
    "liked": say("Which activities did you like, and why?"),
    "less_liked": say("Which activities did you like less, and why?"),
    "suggestions": say("Any tips for a next network?"),
}
"""What a form asks, by the field of the record."""


def sheets() -> tuple[str, ...]:
    """What can be left out."""
    return FORM, ATTENDANCE, RUN_SHEET


def documents(state: State, session: str, wanted: Wanted) -> Iterator[tuple[str, Document]]:
    """A form for each evaluation of a session (by id), the attendance sheet and the run sheet of the facilitator."""
    language = language_of(state, wanted)
    t = Tongue(language)
    if FORM not in wanted.without:
        kinds = dict.fromkeys(item.evaluates for item in of_kind(state, session, ActivityKind.EVALUATION))
        for number, kind in enumerate(kinds or (EvaluationKind.SESSION,), start=1):
            behind = slug(t(say("evaluation form")))
            yield behind if number == 1 else f"{behind}-{number}", evaluation_form(state, session, kind, language)
    if ATTENDANCE not in wanted.without:
        yield slug(t(say("attendance sheet"))), attendance_sheet(state, session, language)
    if RUN_SHEET not in wanted.without:
        yield slug(t(say("run sheet"))), run_sheet(state, session, language)


def _head(state: State, session: Session, title: str, t: Tongue) -> Iterator[Block]:
    yield Heading(1, title)
    number = t(say("session {n}", n=session.number))
    hours = "–".join(hour for hour in (session.starts, session.ends) if hour)
    day = t.day(session.date) if session.date else ""
    yield Paragraph(t.joined((profile(state).name, number, day, hours, session.place)))


def evaluation_form(state: State, session: str, kind: EvaluationKind, language: str) -> Document:
    """One page: marks, why, and what this kind of evaluation asks; under the session's own title.

    Raises:
        Refused: there is no such session, or no network.
    """
    t, meeting = Tongue(language), state.get(Session, session)
    about = meeting.title or t.joined(meeting.themes)
    title = t(EVALUATIONS[kind])
    asked = ASKED[kind]
    lines = 3 if len(asked) < 4 else 2
    return Document(
        t.language,
        (
            *_head(state, meeting, f"{title}: {about}" if about else title, t),
            Paragraph(
                t(say("Give each a mark from 0 (not good at all) to 10 (could not be better). No need to sign.")),
                quiet=True,
            ),
            Ticks(("", *map(str, range(TOP + 1))), tuple(t(SCORES[field]) for field in SCORED)),
            *(Lines(t(say("{on}: why this mark?", on=t(SCORES[field]))), 1) for field in SCORED),
            *(Lines(t(QUESTIONS[field]), lines) for field in asked),
        ),
    )


def attendance_sheet(state: State, session: str, language: str) -> Document:
    """Everybody who is expected, by family name, with a place to sign, and room for whoever is not on the list.

    Where nobody's organisation is known, nobody is asked for it.

    Raises:
        Refused: there is no such session, or no network.
    """
    t, meeting = Tongue(language), state.get(Session, session)
    expected = sorted(members(state, session), key=_by_family)
    blank = ("",) * NEWCOMERS
    columns = (
        (t(say("No.")), tuple(str(place) for place in range(1, len(expected) + NEWCOMERS + 1))),
        (t(say("Name")), (*map(_family_first, expected), *blank)),
        (t(say("Organisation")), (*(who.organisation for who in expected), *blank)),
        (t(say("Signature")), ("",) * len(expected) + blank),
    )
    shown = [column for column in columns if column != columns[2] or any(column[1])]
    rows = tuple(zip(*(cells for _head, cells in shown), strict=True))
    table = Table(tuple(head for head, _cells in shown), rows, frozenset({0}), tall=True)
    return Document(t.language, (*_head(state, meeting, t(say("Attendance sheet")), t), table))


def _by_family(who: Participant) -> tuple[str, str, str]:
    name = name_of(who.name)
    return fold(name.family or name.given), fold(name.given), who.id


def _family_first(who: Participant) -> str:
    name = name_of(who.name)
    return f"{name.family}, {name.given}" if name.family and name.given else name.rest
