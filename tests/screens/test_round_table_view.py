"""What a round table tells of its lines and asks on its line, without a screen."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from data.i18n import set_language
from data.model import (
    Activity,
    ActivityKind,
    Attendance,
    Fate,
    Participant,
    Presence,
    Question,
    QuestionKind,
    Session,
    SessionStatus,
    State,
)
from screens.round_table.view import NEXT, PROMPTS, Table, asked_kind, beside, chapters, order
from screens.shell.turns import in_turn
from widgets.ledger import Chapter

PEOPLE = [Participant(id=f"p{n}", name=name) for n, name in enumerate(("Karel Wouters", "Joris Declercq", "An Claes"))]
SESSIONS = [Session(id="s0", number=1, status=SessionStatus.CLOSED), Session(id="s", number=2)]
ROUND = Activity(id="a", session="s", kind=ActivityKind.ROUND_TABLE, position=0, speaking="p0")


def said(id_: str, session: str, who: str, *also: str, kind: QuestionKind = QuestionKind.QUESTION) -> Question:
    return Question(id=id_, session=session, text=id_, participant=who, also=also, kind=kind)


def table(*questions: Question, asked: Activity = ROUND, kind: QuestionKind = QuestionKind.QUESTION) -> Table:
    set_language("nl")
    state = State.holding([*PEOPLE, *SESSIONS, asked, *questions])
    return Table(state, asked, kind, hidden=False, now=datetime(2026, 11, 26, tzinfo=UTC))


def asides(found: list[Chapter]) -> dict[str, str]:
    return {entry.id: entry.aside for chapter in found for entry in chapter.entries}


def test_of_what_was_asked_before_it_is_told_who_asked_it_first_and_who_joined_in() -> None:
    own, other = said("eigen", "s0", "p0", "p1", "p2"), said("ander", "s0", "p1", "p0")
    today = said("vandaag", "s", "p2", "p1")
    found = asides(chapters(table(own, other, today)))
    assert found["eigen"] == "sessie 1 · met Joris, An"
    assert found["ander"] == "sessie 1 · van Joris · met Karel"
    assert found["vandaag"] == "An Claes · met Joris"


def test_a_kind_is_told_only_where_it_differs() -> None:
    same = [said(id_, "s", "p1", kind=QuestionKind.EXPERIENCE) for id_ in ("een", "twee")]
    (chapter,) = chapters(table(*same))[1:]
    assert chapter.note == "2 · ervaring"
    assert set(asides([chapter]).values()) == {"Joris Declercq"}
    (chapter,) = chapters(table(*same, said("vraag", "s", "p1")))[1:]
    assert chapter.note == "3"
    assert asides([chapter]) == {
        "vraag": "Joris Declercq",
        "twee": "ervaring · Joris Declercq",
        "een": "ervaring · Joris Declercq",
    }


def test_the_line_asks_what_the_round_asks_with_the_kind_that_belongs_to_it() -> None:
    own = replace(ROUND, question="Wat probeerde je uit?")
    assert (asked_kind(ROUND), asked_kind(own)) == (QuestionKind.QUESTION, QuestionKind.EXPERIENCE)
    assert table(asked=own, kind=asked_kind(own)).asks == "Wat probeerde je uit?"
    assert table(asked=own).asks == table().asks == "Wat wil je precies leren?"


def test_what_comes_from_earlier_sessions_says_how_much_of_it_is_open_and_is_of_no_later_one() -> None:
    done = replace(said("nu beantwoord", "s0", "p1"), fate=Fate.CLOSED, closed="s")
    (_own, before) = chapters(table(said("open", "s0", "p1"), done))
    assert (before.title, before.note) == ("Uit vorige sessies", "1 open")
    assert [entry.text for entry in before.entries] == ["open", "nu beantwoord"]
    first = replace(ROUND, session="s0")
    assert all(
        entry.id != "later" for each in chapters(table(said("later", "s", "p1"), asked=first)) for entry in each.entries
    )


@pytest.mark.parametrize("kind", PROMPTS)
def test_the_line_of_a_round_that_is_over_asks_nothing(kind: QuestionKind) -> None:
    after = table(asked=replace(ROUND, ended="2026-11-26T14:00:00+00:00"), kind=kind)
    closed = table(asked=replace(ROUND, session="s0"), kind=kind)
    assert after.asks == closed.asks == "Typ om toch nog iets toe te voegen"


@pytest.mark.parametrize(
    ("names", "begun", "told"),
    [
        ([], False, ""),
        (["Lien"], False, "Lien first"),
        (["Lien", "Karel"], False, "Lien first, then Karel"),
        (["Lien", "Karel"], True, "next: Lien · Karel"),
    ],
)
def test_as_long_as_nobody_spoke_it_says_who_comes_first_and_who_then(names: list[str], begun: bool, told: str) -> None:
    set_language("en")
    assert in_turn(names, begun=begun) == told


def test_of_a_round_that_is_over_it_is_told_beside_the_name_that_nothing_was_noted() -> None:
    over = replace(ROUND, session="s0")
    said_by_another = said("vandaag", "s0", "p1")

    silent = table(said_by_another, asked=over)
    assert beside(silent, order=False) == beside(silent, order=True) == "niets genoteerd"
    assert [chapter.title for chapter in chapters(silent)] == ["Vandaag gezegd"], "what was said has its place"
    for goes_on in (table(said_by_another), table(said_by_another, said("eigen", "s0", "p0"), asked=over)):
        assert beside(goes_on, order=True) == ""
        assert chapters(goes_on)[0].title == ""


def test_before_the_room_the_order_says_how_many_are_still_to_come_and_not_who() -> None:
    set_language("en")
    more = [Participant(id=f"q{n}", name=f"Guest {n}") for n in range(4)]
    here = [
        Attendance(id=f"h{who.id}", session="s", participant=who.id, presence=Presence.PRESENT)
        for who in (*PEOPLE, *more)
    ]
    state = State.holding([*PEOPLE, *more, *SESSIONS, ROUND, *here])
    told = Table(state, ROUND, QuestionKind.QUESTION, hidden=True, now=datetime(2026, 11, 26, tzinfo=UTC))
    *_names, count, _blank, why = order(told).plain.splitlines()
    assert count.strip() == f"… and {len(told.to_come) - NEXT} more"
    assert why == "F8 shows who: the room is watching", "or it would look like a fault"
    assert not {"more", "F8"} & set(order(dataclasses.replace(told, hidden=False)).plain.split())
