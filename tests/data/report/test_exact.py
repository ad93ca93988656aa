"""What a summary holds field by field, and what of it stands where in the document."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from data.model import (
    ActivityKind,
    Change,
    Cluster,
    Decision,
    Objection,
    ObjectionFate,
    Phase,
    Presence,
    Proposal,
    Record,
    Session,
    SpokenKind,
    SwotKind,
    SwotPoint,
    Version,
    say,
)
from data.report.announced import NextSession
from data.report.blocks import Heading, Paragraph, Table
from data.report.cards import cards, documents
from data.report.document import dates, document
from data.report.names import Names, initials
from data.report.records import Dates, Decided, Objected, Proposed, Wording
from data.report.tongue import Tongue
from data.report.view import summary
from data.report.wanted import Naming, Wanted
from data.verbs import agreements, check_in, evaluation, network, programme, speed_dates
from tests.data.verbs.room import Room, room


def put(here: Room, *records: Record) -> None:
    here.state = here.state.after(Change(say("Start"), puts=records))


def test_the_next_session_is_told_with_all_that_is_known_of_it() -> None:
    here = room()
    for _ in range(2):
        here.do(network.plan_session)
    second = network.sessions(here.state)[1]
    put(
        here,
        msgspec.structs.replace(
            second, date="2027-04-20", starts="09:00", ends="12:00", place="Gent", themes=("zorg",), speakers=("An",)
        ),
    )
    assert summary(here.state, here.session).next == NextSession(
        2, "2027-04-20", "09:00", "12:00", "Gent", ("zorg",), ("An",)
    )
    assert summary(here.state, network.sessions(here.state)[2].id).next is None


def test_a_session_is_told_with_its_own_facts() -> None:
    here = room()
    session = here.state.get(Session, here.session)
    put(here, msgspec.structs.replace(session, title="Kick-off", place="Ieper", themes=("a",), speakers=("Els",)))
    view = summary(here.state, here.session)
    session = here.state.get(Session, here.session)
    for field in ("number", "title", "date", "starts", "ends", "place", "themes", "speakers"):
        assert getattr(view, field) == getattr(session, field), field


def test_a_decision_is_told_field_by_field() -> None:
    here = room()
    here.do(network.plan_session)
    second = network.sessions(here.state)[1].id
    decision = Decision(
        id="d",
        session=here.session,
        question="Wat?",
        origin="de peiling",
        importance="tijd",
        phase=Phase.DECIDE,
        planned={Phase.EXPLORE: here.session, Phase.DECIDE: second, Phase.PROPOSE: "weg"},
        outcome="Zo",
        decided_by="consent",
        decided_in=second,
        dissent="één twijfelt",
        review="in mei",
        provisional=True,
        supersedes="old",
        confirmed=second,
    )
    put(
        here,
        decision,
        Decision(id="old", session=here.session, question="Eerder?"),
        Decision(id="new", session=here.session, question="Later?", supersedes="d"),
        Cluster(id="c", session=here.session, activity="a", title="Houding"),
        Proposal(
            id="p",
            decision="d",
            versions=(Version(text="Oud", session=here.session, why="korter"), Version(text="Nieuw", session=second)),
            cluster="c",
            participant=here.who("Els"),
            dropped=True,
        ),
        SwotPoint(id="w", proposal="p", kind=SwotKind.THREAT, text="regen", session=second),
        SwotPoint(id="x", proposal="p", kind=SwotKind.STRENGTH, text="goedkoop", session=second),
        Objection(
            id="o",
            decision="d",
            proposal="p",
            text="Te duur",
            session=second,
            participant=here.who("Karel"),
            concern=True,
            fate=ObjectionFate.NOTED,
            resolution="later",
        ),
        Objection(id="q", decision="old", proposal="p", text="elders", session=second),
    )
    told = next(each for each in summary(here.state, here.session).decisions if each.question == "Wat?")
    assert told == Decided(
        question="Wat?",
        origin="de peiling",
        importance="tijd",
        status=decision.status,
        phase=Phase.DECIDE,
        planned=((Phase.EXPLORE, 1), (Phase.DECIDE, 2)),
        proposals=(
            Proposed(
                "A",
                (Wording("Oud", 1, "korter"), Wording("Nieuw", 2)),
                "Houding",
                "Els De Smet",
                dropped=True,
                swot=((SwotKind.STRENGTH, ("goedkoop",)), (SwotKind.THREAT, ("regen",))),
            ),
        ),
        votes=(),
        objections=(Objected("A", "Te duur", "Karel Wouters", True, ObjectionFate.NOTED, "later"),),
        outcome="Zo",
        decided_by="consent",
        decided_in=2,
        here=False,
        provisional=True,
        dissent="één twijfelt",
        review="in mei",
        confirmed=2,
        supersedes="Eerder?",
        superseded="Later?",
    )


@pytest.mark.parametrize("kind", SpokenKind)
def test_what_was_only_said_aloud_makes_an_evaluation_too(kind: SpokenKind) -> None:
    here = room()
    sitting = here.begin(ActivityKind.EVALUATION)
    assert summary(here.state, here.session).evaluations == ()
    here.do(evaluation.say_aloud, activity=sitting, kind=kind, text="veel")
    (told,) = summary(here.state, here.session).evaluations
    assert told.said == {kind: ("veel",)}


def test_a_guest_of_one_session_stands_in_its_attendance_alone() -> None:
    here = room()
    here.do(network.plan_session)
    first, second = (session.id for session in network.sessions(here.state))
    for session in (first, second):
        there = summary(here.state, session).attendance
        members = network.members(here.state, session)
        assert len(there.unknown) == len(members) and there.present == ()
    here.do(check_in.set_presence, session=first, participant=here.who("Els"), presence=Presence.PRESENT)
    assert [who.name for who in summary(here.state, first).attendance.present] == ["Els De Smet"]
    assert summary(here.state, second).attendance.present == ()


def test_who_agreed_what_stands_in_a_table() -> None:
    here = room()
    here.do(agreements.agree, session=here.session, text="Zaal zoeken; Els; vrijdag")
    view = summary(here.state, here.session)
    (agreed,) = view.agreements
    assert (agreed.text, agreed.who, agreed.due, agreed.done, agreed.session) == (
        "Zaal zoeken", ("Els De Smet",), "vrijdag", False, 1
    )  # fmt: skip
    tables = [block for block in document(view, "en").blocks if isinstance(block, Table)]
    assert ("What", "Who", "When") in [table.head for table in tables]


# Speed dates.


def dated(people: tuple[str, ...], met: tuple[tuple[int, ...], ...], sat_out: tuple[int, ...]) -> list[object]:
    here = room()
    view = replace(summary(here.state, here.session), dates=(Dates(3, 4.5, people, met, sat_out),))
    return list(dates(view, Tongue("en")))


def test_who_met_whom_stands_in_a_square_with_initials() -> None:
    heading, facts, table = dated(("An Bos", "Bo Maes", "Cem Ay"), ((0, 2, 0), (2, 0, 1), (0, 1, 0)), (0, 0, 1))
    assert heading == Heading(2, "Getting acquainted")
    assert facts == Paragraph("3 rounds of 4.5 minutes: 2 pairs sat together.")
    assert table == Table(
        ("Who met whom", "AB", "BM", "CA"),
        (("An Bos", "—", "2", ""), ("Bo Maes", "2", "—", "1"), ("Cem Ay", "", "1", "—")),
        frozenset({1, 2, 3}),
    )


def test_whoever_is_named_by_initials_is_so_above_the_square_too() -> None:
    *_, table = dated(("AC", "AP", "BJ"), ((0, 1, 0), (1, 0, 1), (0, 1, 0)), (0, 0, 0))
    assert isinstance(table, Table) and table.head == ("Who met whom", "AC", "AP", "BJ")


@pytest.mark.parametrize(("many", "wide"), [(16, 17), (17, 3)])
def test_of_many_people_only_how_many_they_met_is_told(many: int, wide: int) -> None:
    people = tuple(f"Naam{number} X{number}" for number in range(many))
    met = tuple(tuple(int(one == 0 != other) + int(other == 0 != one) for other in range(many)) for one in range(many))
    *_, table = dated(people, met, (2, *(0,) * (many - 1)))
    assert isinstance(table, Table) and len(table.head) == wide and len(table.rows) == many
    if wide == 3:
        assert table.head == ("Name", "People met", "Rounds sat out") and table.right == frozenset({1, 2})
        assert table.rows[:2] == ((people[0], "16", "2"), (people[1], "1", ""))


def test_one_round_and_one_pair_are_told_as_one() -> None:
    here = room()
    one = replace(summary(here.state, here.session), dates=(Dates(1, 4, ("An", "Bo"), ((0, 1), (1, 0)), (0, 0)),))
    assert list(dates(one, Tongue("en")))[1] == Paragraph("One round of 4 minutes: one pair sat together.")


def test_without_names_only_how_many_is_told() -> None:
    assert len(dated(("", ""), ((0, 1), (1, 0)), (0, 0))) == 2


def test_cards_are_those_of_the_speed_dates_of_this_session_that_have_rounds() -> None:
    here = room()
    here.do(network.plan_session)
    second = network.sessions(here.state)[1].id
    for _ in range(2):
        here.do(programme.add_activity, session=here.session, kind=ActivityKind.SPEED_DATES)
    items = [item.id for item in programme.of_kind(here.state, here.session, ActivityKind.SPEED_DATES)]
    karel, lien = here.who("Karel"), here.who("Lien")
    for item in (items[0], items[2]):
        here.do(speed_dates.plan_rounds, activity=item, tables=[[[karel, lien]]], sits_out=[[]])
    made = list(documents(here.state, here.session, Wanted(language="en")))
    assert [behind for behind, _document in made] == ["", "table-plan", "2", "table-plan-2", "name-tags"]
    assert (made[0][1], made[2][1]) == (cards(here.state, items[0], "en"), cards(here.state, items[2], "en"))
    assert [behind for behind, _document in documents(here.state, second, Wanted())] == ["naamkaartjes"]
    table = next(block for block in made[0][1].plain if isinstance(block, Table))
    assert table == Table(("Round", "Table", "With"), (("1", "1", "Lien Vermeulen"),), frozenset({0, 1}))
    assert made[0][1].language == "en"


# Names.


def test_people_are_named_as_it_is_wanted() -> None:
    here = room()
    full, short, none = (Names.of(here.state, naming) for naming in Naming)
    els = here.who("Els")
    assert (full.who(els), short.who(els), none.who(els)) == ("Els De Smet", "ES", "")
    assert full.all((els, "gone")) == ("Els De Smet",) and none.all((els,)) == ()
    assert full.in_order(("zzz", here.who("Karel"), els, "aaa")) == [els, here.who("Karel"), "aaa", "zzz"]
    assert (full.session(here.session), full.session(None), full.number("gone")) == (1, None, 0)
    assert full.who(None) == "" == full.who("gone")


def test_initials_of_namesakes_are_spelled_further() -> None:
    assert initials(["An Bos", "Bo Maes", "An Maes", "Zita"]) == ("AB", "BM", "AM", "Z")
    assert initials(["An Maes", "Al Maas", "Ann Mertens"]) == ("AMae", "AMaa", "AMe")
    assert initials(["An Bos", "An Bos"]) == ("AB", "AB")
