"""What is given of a network, its people and its sessions is kept field by field, and the rest stays as it was."""

from typing import Any

import pytest
from msgspec.structs import replace

from data.model import (
    ActivityKind,
    Participant,
    Presence,
    Profile,
    Role,
    Session,
    SessionStatus,
)
from data.people import Person
from data.text import LINE_LIMIT, NAME_LIMIT, TEXT_LIMIT
from data.verbs import check_in, clock, network, programme
from data.verbs.profile import rename, set_profile
from tests.data.verbs.room import Room, room

SHORT = ("organisation", "function", "email")
LONG = ("interest", "goal", "context")


def somebody(id_: str) -> Participant:
    texts: dict[str, Any] = {field: f"zijn {field}" for field in (*SHORT, *LONG)}
    return Participant(id=id_, name="Bram Jacobs", role=Role.GUEST, **texts)


def said_of(who: Participant) -> dict[str, Any]:
    return {field: getattr(who, field) for field in (*SHORT, *LONG)}


def test_a_network_begins_with_all_that_was_typed() -> None:
    here = Room()
    bram = somebody("x")
    here.do(
        network.start_network,
        name=" PC  218 ",
        theme=" Leren ",
        purpose=" Samen\tbeter ",
        language="en",
        participants=[Person(bram.name, role=Role.GUEST, **said_of(bram))],
        template="kick_off",
        date="1/4",
        starts="9u",
        place=" Gent ",
    )
    profile, who, session = here.only(Profile), here.only(Participant), here.only(Session)
    assert profile == Profile(
        id=profile.id,
        name="PC 218",
        theme="Leren",
        purpose="Samen beter",
        language="en",
        created=here.now.isoformat(),
    )
    assert who == replace(bram, id=who.id)
    assert session == Session(id=session.id, number=1, date="2027-04-01", starts="09:00", place="Gent")
    items = programme.programme(here.state, session.id)
    assert [item.position for item in items] == list(range(1, len(items) + 1))
    assert all(item.minutes for item in items if item.kind is not ActivityKind.CLOSE)


def test_a_network_begins_with_a_name_alone() -> None:
    here = Room()
    here.do(network.start_network, name="N")
    profile, session = here.only(Profile), here.only(Session)
    assert profile == Profile(id=profile.id, name="N", language="nl", created=here.now.isoformat())
    assert session == Session(id=session.id, number=1)
    assert here.state.all(Participant) == []
    assert programme.of_kind(here.state, session.id, ActivityKind.SPEED_DATES), "the kick-off, unless another is chosen"


def test_nothing_can_be_asked_of_a_network_that_was_not_begun() -> None:
    assert "no network in this file" in Room().refused(rename, name="N")


def test_each_field_of_the_network_changes_alone() -> None:
    here = room()
    asked = {
        "theme": "Nieuw",
        "purpose": "Doel",
        "language": "en",
        "reviving_questions": ("r", "s"),
        "prompts": ("v",),
    }
    for field, value in asked.items():
        before = here.only(Profile)
        here.do(set_profile, **{field: value})
        assert here.only(Profile) == replace(before, **{field: value})
    here.do(set_profile, theme="", prompts=[])
    assert (here.only(Profile).theme, here.only(Profile).prompts) == ("", ())


def test_somebody_is_added_with_all_that_was_typed() -> None:
    here = room()
    here.do(network.add_participant, name="bram jacobs", role=Role.GUEST, **said_of(somebody("x")))
    who = here.last(Participant)
    assert who == replace(somebody(who.id), name=who.name)
    here.do(network.add_participant, name="Wout Daems")
    assert here.last(Participant) == Participant(id=here.last(Participant).id, name="Wout Daems")
    assert "name" in here.refused(network.add_participant, name=" ")


def test_each_field_of_somebody_changes_alone() -> None:
    here = room()
    karel = here.who("Karel")
    asked = {"name": "Karel Wouters-Claes", "hosts": True, **said_of(somebody("x"))}
    for field, value in asked.items():
        before = here.state.get(Participant, karel)
        here.do(network.edit_participant, participant=karel, **{field: value})
        assert here.state.get(Participant, karel) == replace(before, **{field: value})
    here.do(network.edit_participant, participant=karel, hosts=False, goal="")
    assert not here.state.get(Participant, karel).hosts
    assert here.state.get(Participant, karel).goal == ""
    assert "name" in here.refused(network.edit_participant, participant=karel, name="")
    assert "already there" in here.refused(
        network.edit_participant, participant=karel, name="Lien Vermeulen", organisation="Stad A"
    )


@pytest.mark.parametrize(("fields", "limit"), [(("name", *SHORT), NAME_LIMIT), (LONG, TEXT_LIMIT)])
def test_what_is_kept_of_somebody_has_a_length(fields: tuple[str, ...], limit: int) -> None:
    assert limit < LINE_LIMIT
    long = dict.fromkeys(fields, "x" * (limit + 5))
    here = room()
    here.do(network.add_participant, **{"name": "Bram", **long})
    added = here.last(Participant)
    assert {len(getattr(added, field)) for field in fields} == {limit}
    here.do(network.edit_participant, participant=here.who("Karel"), **{**long, "name": "y" * (limit + 5)})
    changed = here.state.get(Participant, here.state.all(Participant)[0].id)
    assert {len(getattr(changed, field)) for field in fields} == {limit}


@pytest.mark.parametrize("verb", [network.start_network, rename])
def test_the_name_of_a_network_has_a_length(verb: object) -> None:
    here = room() if verb is rename else Room()
    here.do(verb, name="x" * (NAME_LIMIT + 5))  # type: ignore[arg-type]
    assert len(here.only(Profile).name) == NAME_LIMIT
    assert "name" in here.refused(rename, name="")


def test_a_list_adds_everybody_with_all_that_it_says() -> None:
    here = room()
    bram = somebody("x")
    people = [Person(bram.name, role=Role.GUEST, **said_of(bram)), Person("Wout Daems")]
    change = here.do(network.add_people, people=people)
    first, second = here.state.all(Participant)[-2:]
    assert (first, second) == (replace(bram, id=first.id), Participant(id=second.id, name="Wout Daems"))
    assert change.label.fills == {"n": 2}


def test_a_namesake_of_another_organisation_is_somebody_else() -> None:
    here = room()
    here.do(network.add_participant, name="Karel Wouters", organisation="Ziekenhuis B")
    assert len(network.people(here.state)) == 7
    assert "already there" in here.refused(network.add_participant, name="Karel Wouters", organisation="stad a")


def test_a_role_votes_and_dates_as_roles_do_until_it_is_said() -> None:
    here = room()
    karel = here.who("Karel")
    before = here.state.get(Participant, karel)
    here.do(network.set_role, participant=karel, role=Role.FACILITATOR, dates=True)
    assert here.state.get(Participant, karel) == replace(before, role=Role.FACILITATOR, dates=True)
    here.do(network.set_role, participant=karel, votes=True)
    assert here.state.get(Participant, karel) == replace(before, role=Role.FACILITATOR, votes=True)


def test_a_session_is_planned_with_all_that_was_typed() -> None:
    here = room()
    asked = {"title": " Twee ", "place": " Gent ", "starts": "9u30", "ends": "12"}
    change = here.do(network.plan_session, **asked, date="14/4", themes=["a", " "], speakers=["s", ""])
    second = here.last(Session)
    assert second == Session(
        id=second.id,
        number=2,
        title="Twee",
        date="2027-04-14",
        starts="09:30",
        ends="12:00",
        place="Gent",
        themes=("a",),
        speakers=("s",),
    )
    assert change.label.fills == {"number": 2}
    for field, value in {"title": "X", "ends": "13:00", "themes": ("b",), "speakers": ()}.items():
        before = here.state.get(Session, second.id)
        here.do(network.plan_session, session=second.id, **{field: value})
        moved = before.moves + (field == "ends")
        assert here.state.get(Session, second.id) == replace(before, moves=moved, **{field: value})
    assert programme.programme(here.state, second.id) == [], "no programme, unless one is chosen"
    here.do(network.plan_session, session=second.id, template="working")
    assert programme.programme(here.state, second.id), "a programme that is still empty is filled"


def test_a_session_that_opens_has_a_day() -> None:
    here = room()
    here.do(network.plan_session)
    second = here.last(Session)
    here.do(network.open_session, session=second.id)
    assert here.last(Session) == replace(second, status=SessionStatus.OPEN, date="2027-03-16")
    here.do(network.open_session, session=here.session)
    assert here.state.get(Session, here.session).date == "2027-03-16"


def test_a_session_closes_with_what_goes_on_in_it_and_remembers_when_first() -> None:
    here = room()
    item = here.begin(ActivityKind.BREAK)
    here.do(clock.start, activity=item, seconds=60)
    here.later(5)
    first = here.now.isoformat()
    before = here.fresh(item)
    change = here.do(network.close_session, session=here.session)
    assert here.fresh(item) == replace(before, ended=first, countdown=None)
    closed = here.only(Session)
    assert (closed.status, closed.now, closed.closed_at) == (SessionStatus.CLOSED, None, first)
    assert change.label.fills == {"number": 1}
    here.later(5)
    here.do(network.close_session, session=here.session)
    assert here.only(Session).closed_at == first


def test_the_session_one_works_in_and_the_next_one() -> None:
    here = room()
    for _ in range(3):
        here.do(network.plan_session)
    first, second, third, fourth = network.sessions(here.state)
    assert network.current_session(here.state) == first, "the first planned one"
    assert network.next_session(here.state, first.id) == second
    here.do(network.open_session, session=second.id)
    here.do(network.open_session, session=third.id)
    current = network.current_session(here.state)
    assert current is not None and current.id == third.id, "the last of those that are open"
    upcoming = network.next_session(here.state, first.id)
    assert upcoming is not None and upcoming.id == fourth.id, "one that is open is not to come"
    for session in (first, second, third, fourth):
        here.do(network.close_session, session=session.id)
    last = network.current_session(here.state)
    assert last is not None and last.id == fourth.id, "the last held"
    assert network.next_session(here.state, fourth.id) is None
    assert network.current_session(Room().state) is None


def test_who_is_named_anywhere_stays() -> None:
    here = room()
    change = here.ask(network.remove_participant, participant=here.who("Lien"))
    assert (change.puts, [record.id for record in change.drops]) == ((), [here.who("Lien")])
    here.do(
        check_in.set_presence, session=here.session, participant=here.who("Lien"), presence=Presence.EXCUSED, reason="z"
    )
    assert "took part" in here.refused(network.remove_participant, participant=here.who("Lien"))
