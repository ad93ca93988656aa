"""The network, its people and its sessions."""

from datetime import date

import msgspec
import pytest

from data.model import Activity, ActivityKind, Participant, Profile, Refused, Role, Session, SessionStatus
from data.people import read_people
from data.verbs import network, programme
from data.verbs.given import read_date, read_hour
from data.verbs.profile import rename, set_profile
from tests.data.verbs.room import Room, room


def test_a_network_starts_with_its_people_and_a_programme() -> None:
    here = room()
    profile = here.only(Profile)
    assert (profile.name, profile.theme, profile.language) == ("PC 218", "Leren", "nl")
    assert [who.name for who in network.people(here.state)][:3] == ["An Claes", "An Peeters", "Els De Smet"]
    session = here.only(Session)
    assert (session.number, session.date, session.starts, session.status) == (
        1,
        "2027-03-16",
        "13:30",
        SessionStatus.PLANNED,
    )
    kinds = [activity.kind for activity in programme.programme(here.state, session.id)]
    assert kinds[0] is ActivityKind.CHECK_IN
    assert kinds[-1] is ActivityKind.CLOSE
    assert len({record.id for rows in here.state.tables.values() for record in rows.values()}) == 1 + 6 + 1 + len(kinds)


def test_one_file_holds_one_network() -> None:
    assert "another name" in room().refused(network.start_network, name="Nog een")


@pytest.mark.parametrize("name", ["", "  \t ", "\x1b\x00"])
def test_a_network_needs_a_name(name: str) -> None:
    assert Room().refused(network.start_network, name=name) == "Give the network a name."


def test_what_is_typed_is_cleaned() -> None:
    here = Room()
    here.do(network.start_network, name="[/] \x1b[31mrood\u202e", participants="A\x07nn; X\x9bY", template="")
    assert here.only(Profile).name == "[/] [31mrood"
    assert (here.only(Participant).name, here.only(Participant).organisation) == ("Ann", "XY")
    assert not here.state.all(Activity)


def test_an_unknown_programme_or_language_is_refused() -> None:
    assert "programme" in Room().refused(network.start_network, name="N", template="feest")
    assert "A summary cannot be in" in Room().refused(network.start_network, name="N", language="fr")


def test_a_list_of_people_is_added_at_once() -> None:
    here = room()
    known = network.people(here.state)
    read = read_people("Naam;E-mail;Leervraag\nJan Maas;jan@haven.example;Hoe begin ik?\nLien Vermeulen;;", known)
    here.do(network.add_people, people=read.people)
    added = here.last(Participant)
    assert (added.name, added.email, added.goal) == ("Jan Maas", "jan@haven.example", "Hoe begin ik?")
    assert len(network.people(here.state)) == len(known) + 1, "Lien was there already"
    assert "already there" in here.refused(network.add_people, people=read.people)


def test_an_older_participant_has_nothing_in_the_fields_that_came_later() -> None:
    old = msgspec.convert({"id": "p", "name": "Jan Maas", "organisation": "Haven"}, Participant)
    assert (old.email, old.interest, old.goal, old.context) == ("", "", "", "")
    assert msgspec.to_builtins(old) == {"id": "p", "name": "Jan Maas", "organisation": "Haven"}


def test_somebody_is_added_corrected_and_given_a_role() -> None:
    here = room()
    here.do(network.add_participant, name="Bram Jacobs", organisation="Water C")
    bram = here.who("Bram")
    assert "already there" in here.refused(network.add_participant, name="bram jacobs", organisation="WATER C")
    here.do(network.edit_participant, participant=bram, function="monteur")
    here.do(network.set_role, participant=bram, role=Role.OBSERVER)
    person = here.state.get(Participant, bram)
    assert (person.name, person.function, person.may_vote, person.may_date) == ("Bram Jacobs", "monteur", False, False)
    here.do(network.set_role, participant=bram, votes=True)
    assert here.state.get(Participant, bram).may_vote
    assert here.state.get(Participant, bram).role is Role.OBSERVER


def test_only_who_took_no_part_can_be_taken_away() -> None:
    from data.verbs import check_in

    here = room()
    here.do(check_in.arrive, session=here.session, participant=here.who("Els"))
    assert "took part" in here.refused(network.remove_participant, participant=here.who("Els"))
    here.do(network.remove_participant, participant=here.who("Lien"))
    assert len(here.state.all(Participant)) == 5


def test_the_network_is_described_field_by_field() -> None:
    here = room()
    here.do(set_profile, purpose="Samen beter", language="en")
    here.do(rename, name="PC 219")
    profile = here.only(Profile)
    assert (profile.name, profile.theme, profile.purpose, profile.language) == (
        "PC 219",
        "Leren",
        "Samen beter",
        "en",
    )


def test_the_next_session_is_planned_and_changed() -> None:
    here = room()
    here.do(network.plan_session, date="14/4", starts="9u30", themes=["Feedback", ""], template="working")
    second = network.next_session(here.state, here.session)
    assert second is not None
    assert (second.number, second.date, second.starts, second.themes) == (2, "2027-04-14", "09:30", ("Feedback",))
    length = len(programme.programme(here.state, second.id))
    here.do(network.plan_session, session=second.id, place="Gent", template="closing")
    changed = here.state.get(Session, second.id)
    assert (changed.place, changed.date) == ("Gent", "2027-04-14")
    assert len(programme.programme(here.state, second.id)) == length, "a programme that is there is not replaced"


def test_the_session_one_works_in_is_the_open_one() -> None:
    here = room()
    here.do(network.plan_session)
    assert network.current_session(here.state) == network.sessions(here.state)[0]
    here.begin(ActivityKind.CHECK_IN)
    here.do(network.close_session, session=here.session)
    closed = network.sessions(here.state)[0]
    assert (closed.status, closed.now) == (SessionStatus.CLOSED, None)
    assert here.fresh(here.activity(ActivityKind.CHECK_IN)).ended
    assert network.current_session(here.state) == network.sessions(here.state)[1]
    here.do(network.open_session, session=here.session)
    current = network.current_session(here.state)
    assert current is not None
    assert (current.number, current.closed_at) == (1, "")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""),
        ("2027-03-14", "2027-03-14"),
        ("14/3/2027", "2027-03-14"),
        ("14.3.27", "2027-03-14"),
        ("14-3", "2028-03-14"),
        ("16/3", "2027-03-16"),
        ("29/2", "2028-02-29"),
        (" 1 / 12 ", "2027-12-01"),
    ],
)
def test_dates_are_read_as_people_type_them(typed: str, meant: str) -> None:
    assert read_date(typed, date(2027, 3, 16)) == meant


@pytest.mark.parametrize("typed", ["31/2", "30/2/2027", "morgen", "14/13", "1", "2027-02-30", "0/0"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        read_date(typed, date(2027, 3, 16))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""),
        ("9", "09:00"),
        ("9u", "09:00"),
        ("14u30", "14:30"),
        ("14.05", "14:05"),
        ("1430", "14:30"),
        ("0:00", "00:00"),
        ("14 uur", "14:00"),
        ("9am", "09:00"),
        ("2.30 p.m.", "14:30"),
        ("12 AM", "00:00"),
        ("23:59", "23:59"),
    ],
)
def test_hours_are_read_as_people_type_them(typed: str, meant: str) -> None:
    assert read_hour(typed) == meant


@pytest.mark.parametrize("typed", ["24", "12:60", "kwart voor", "2460", "-1", "13 pm", "0am", "uur"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        read_hour(typed)


def test_the_latest_session_is_the_one_going_on_else_the_last_held_else_the_first_planned() -> None:
    with pytest.raises(Refused):
        network.latest_session(Room().state)
    here = room()
    for _ in range(2):
        here.do(network.plan_session)
    first, second, third = (session.id for session in network.sessions(here.state))
    assert network.latest_session(here.state).id == first
    for session in (first, second):
        here.do(network.open_session, session=session)
        here.do(network.close_session, session=session)
    assert network.latest_session(here.state).id == second
    here.do(network.open_session, session=first)
    assert network.latest_session(here.state).id == first
    here.do(network.open_session, session=third)
    assert network.latest_session(here.state).id == third
