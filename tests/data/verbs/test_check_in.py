"""Who is in the room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import ActivityKind, Attendance, Participant, Presence, Role
from data.names import matching
from data.text import fold
from data.verbs import check_in, network
from tests.data.verbs.room import Room, room


def names(people: list[Participant]) -> list[str]:
    return [who.name for who in people]


def of(here: Room, name: str) -> Attendance:
    return check_in.attendance(here.state, here.session)[here.who(name)]


def arrive(here: Room, *who: str) -> None:
    for name in who:
        here.do(check_in.arrive, session=here.session, participant=here.who(name))


def test_who_comes_during_the_check_in_is_present_and_later_since_when() -> None:
    here = room()
    here.begin(ActivityKind.CHECK_IN)
    here.later(30)
    arrive(here, "Lien")
    assert of(here, "Lien").since == ""
    here.begin(ActivityKind.ROUND_TABLE)
    here.later(10)
    arrive(here, "Karel")
    assert of(here, "Karel").since == here.now.isoformat()
    assert names(check_in.present(here.state, here.session)) == ["Karel Wouters", "Lien Vermeulen"]
    assert here.do(check_in.arrive, session=here.session, participant=here.who("Karel")).puts == ()


@pytest.mark.parametrize(("minutes", "late"), [(-20, False), (10, False), (11, True)])
def test_without_a_programme_begun_the_clock_decides(minutes: int, late: bool) -> None:
    here = room()
    here.later(minutes)
    arrive(here, "Els")
    assert bool(of(here, "Els").since) is late


def test_an_hour_can_be_given() -> None:
    here = room()
    here.do(check_in.arrive, session=here.session, participant=here.who("Els"), since="14u40")
    assert of(here, "Els").since == "2027-03-16T14:40:00+01:00"
    here.do(check_in.arrive, session=here.session, participant=here.who("Els"), since="")
    assert of(here, "Els").since == ""


def test_somebody_leaves_and_is_back() -> None:
    here = room()
    here.begin(ActivityKind.CHECK_IN)
    arrive(here, "Els")
    here.begin(ActivityKind.BRAINSTORM)
    here.later(60)
    here.do(check_in.leave, session=here.session, participant=here.who("Els"))
    assert (of(here, "Els").presence, of(here, "Els").until) == (Presence.LEFT, here.now.isoformat())
    assert here.do(check_in.leave, session=here.session, participant=here.who("Els")).puts == ()
    assert not check_in.present(here.state, here.session)
    assert names(check_in.attended(here.state, here.session)) == ["Els De Smet"]
    here.later(5)
    arrive(here, "Els")
    assert (of(here, "Els").presence, of(here, "Els").since, of(here, "Els").until) == (Presence.PRESENT, "", "")


def test_absence_with_and_without_notice_and_back_to_unknown() -> None:
    here = room()
    els, an = here.who("Els"), here.who("An P")
    here.do(
        check_in.set_presence, session=here.session, participant=els, presence=Presence.EXCUSED, reason=" ziek\x1b "
    )
    here.do(check_in.set_presence, session=here.session, participant=an, presence=Presence.NOT_EXCUSED)
    assert (of(here, "Els").presence, of(here, "Els").reason) == (Presence.EXCUSED, "ziek")
    assert len(check_in.unknown(here.state, here.session)) == 4
    here.do(check_in.forget_presence, session=here.session, participant=els)
    assert els in {who.id for who in check_in.unknown(here.state, here.session)}
    assert here.do(check_in.forget_presence, session=here.session, participant=els).drops == ()


def test_there_is_one_line_of_attendance_a_person() -> None:
    here = room()
    els = here.who("Els")
    for presence in (*Presence, *reversed(Presence)):
        here.do(check_in.set_presence, session=here.session, participant=els, presence=presence)
        assert len(here.state.all(Attendance)) == 1
        assert of(here, "Els").presence is presence


def test_an_unexpected_name_is_added_and_present_a_known_one_only_arrives() -> None:
    here = room()
    here.do(check_in.add_and_arrive, session=here.session, name="Wout Daems")
    assert names(check_in.present(here.state, here.session)) == ["Wout Daems"]
    here.do(check_in.add_and_arrive, session=here.session, name="els de smet")
    assert len(here.state.all(Participant)) == 7
    assert here.refused(check_in.add_and_arrive, session=here.session, name=" ") == "Type a name."


def test_the_role_decides_who_dates_and_votes() -> None:
    here = room()
    arrive(here, "Karel", "Lien", "Els")
    here.do(network.set_role, participant=here.who("Karel"), role=Role.FACILITATOR)
    here.do(network.set_role, participant=here.who("Lien"), role=Role.GUEST)
    assert names(check_in.datable(here.state, here.session)) == ["Els De Smet", "Lien Vermeulen"]
    assert names(check_in.voters(here.state, here.session)) == ["Els De Smet"]


@pytest.mark.parametrize(
    ("letters", "first"),
    [
        ("kw", "Karel Wouters"),
        ("LV", "Lien Vermeulen"),
        ("es", "Els De Smet"),
        ("ed", "Els De Smet"),
        ("nb", "Noël Baeten"),
        ("noel", "Noël Baeten"),
        ("ap", "An Peeters"),
        ("ac", "An Claes"),
        ("an", "An Claes"),
        ("smet", "Els De Smet"),
        ("de sm", "Els De Smet"),
        ("el sm", "Els De Smet"),
        ("An P", "An Peeters"),
        ("wout", "Karel Wouters"),
    ],
)
def test_two_letters_name_somebody(letters: str, first: str) -> None:
    assert matching(network.people(room().state), letters)[0].name == first


def test_exact_initials_come_before_names_that_begin_so() -> None:
    people = [Participant(id=name, name=name) for name in ("Andrea Bos", "Abel Maes", "Tom Abeels", "Jan-Bart Ick")]
    assert names(matching(people, "ab")) == ["Andrea Bos", "Abel Maes", "Tom Abeels"]
    assert names(matching(people, "ba")) == ["Jan-Bart Ick"]
    assert matching(people, "") == matching(people, "zz") == []


@given(st.lists(st.text(min_size=1, max_size=20), max_size=8), st.text(max_size=6))
def test_matching_never_fails_and_a_whole_name_finds_itself(texts: list[str], letters: str) -> None:
    people = [Participant(id=str(place), name=text) for place, text in enumerate(texts)]
    assert {who.id for who in matching(people, letters)} <= {who.id for who in people}
    for who in people:
        if fold(who.name):
            assert fold(matching(people, who.name)[0].name) == fold(who.name)


def test_the_steady_core_was_at_three_of_four_sessions() -> None:
    here = room()
    for number in range(4):
        if number:
            here.do(network.plan_session)
        session = network.sessions(here.state)[number].id
        here.do(network.open_session, session=session)
        here.do(check_in.arrive, session=session, participant=here.who("Karel"))
        if number != 2:
            here.do(check_in.arrive, session=session, participant=here.who("Els"))
        if number < 2:
            here.do(check_in.arrive, session=session, participant=here.who("Lien"))
    assert names(check_in.steady_core(here.state)) == ["Els De Smet", "Karel Wouters"]
    assert check_in.times_attended(here.state)[here.who("Lien")] == 2
    assert check_in.steady_core(room().state) == []


def test_the_others_are_absent_and_who_was_known_stays_so() -> None:
    here = room()
    arrive(here, "Lien", "Karel")
    change = here.do(check_in.rest_absent, session=here.session)
    assert len(change.puts) == len(here.state.all(Participant)) - 2
    assert of(here, "Noël").presence is Presence.NOT_EXCUSED
    assert of(here, "Lien").presence is Presence.PRESENT
    assert here.do(check_in.rest_absent, session=here.session).puts == ()


def test_the_others_are_here_and_who_was_known_stays_so() -> None:
    here = room()
    here.begin(ActivityKind.CHECK_IN)
    excused = here.who("Karel")
    here.do(check_in.set_presence, session=here.session, participant=excused, presence=Presence.EXCUSED)
    change = here.do(check_in.rest_present, session=here.session)
    assert len(change.puts) == len(here.state.all(Participant)) - 1
    assert of(here, "Karel").presence is Presence.EXCUSED
    assert (of(here, "Noël").presence, of(here, "Noël").since) == (Presence.PRESENT, "")
    assert here.do(check_in.rest_present, session=here.session).puts == ()


def test_the_others_come_late_or_at_the_hour_that_is_typed() -> None:
    here = room()
    here.begin(ActivityKind.ROUND_TABLE)
    here.do(check_in.rest_present, session=here.session)
    assert of(here, "Noël").since == here.now.isoformat()
    here = room()
    here.do(check_in.rest_present, session=here.session, since="14u40")
    assert of(here, "Noël").since == "2027-03-16T14:40:00+01:00"
    assert "not a time" in room().refused(check_in.rest_present, session=here.session, since="25:00")


def test_somebody_new_is_kept_with_organisation_and_function() -> None:
    here = room()
    here.do(check_in.add_and_arrive, session=here.session, name="Jan Nieuw", organisation="Stad A", function="coach")
    new = here.state.get(Participant, here.who("Jan"))
    assert (new.organisation, new.function) == ("Stad A", "coach")
    assert of(here, "Jan").presence is Presence.PRESENT


def test_somebody_left_at_the_hour_that_is_typed() -> None:
    here = room()
    arrive(here, "Lien")
    here.do(check_in.leave, session=here.session, participant=here.who("Lien"), until="15u10")
    assert of(here, "Lien").until == "2027-03-16T15:10:00+01:00"
    here.do(check_in.leave, session=here.session, participant=here.who("Lien"), until="15:20")
    assert of(here, "Lien").until == "2027-03-16T15:20:00+01:00"
    assert "not a time" in here.refused(
        check_in.leave, session=here.session, participant=here.who("Lien"), until="25:00"
    )


def test_two_of_one_name_are_asked_for_when_they_arrive() -> None:
    here = room()
    for place in ("Haven", "Zorgpunt"):
        here.do(network.add_participant, name="Cis Baert", organisation=place)
    assert "Several people" in here.refused(check_in.add_and_arrive, session=here.session, name="cis baert")
    here.do(check_in.add_and_arrive, session=here.session, name="Dr. Nele D’Hooghe", organisation="Haven")
    count = len(network.people(here.state))
    here.do(check_in.add_and_arrive, session=here.session, name="nele d'hooghe")
    assert len(network.people(here.state)) == count, "the same person but for the apostrophe and the title"
