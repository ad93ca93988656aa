"""A programme is made to fit the people that are awaited."""

from data.model import Activity, ActivityKind, Presence, Role
from data.people import Person
from data.verbs import check_in, fitting, network, speed_dates
from tests.data.verbs.room import Room, room


def many(number: int) -> Room:
    here = room()
    here.do(
        network.add_people, people=[Person(f"Deelnemer {place}", f"Org {place % 5}") for place in range(number - 6)]
    )
    return here


def test_a_large_group_gets_tables_groups_and_time_in_one_change() -> None:
    here = many(30)
    assert len(fitting.advised(here.state, here.session)) == 9
    here.do(fitting.fit_programme, session=here.session)
    dates = here.fresh(here.activity(ActivityKind.SPEED_DATES))
    storm = here.fresh(here.activity(ActivityKind.BRAINSTORM))
    assert speed_dates.settings(dates).size == 4
    assert (
        sorted(map(len, storm.subgroups)) == [5] * 6 and len({who for group in storm.subgroups for who in group}) == 30
    )
    assert fitting.advised(here.state, here.session) == []
    assert "fits" in here.refused(fitting.fit_programme, session=here.session)


def test_one_activity_can_be_adapted_alone() -> None:
    here = many(30)
    table = here.activity(ActivityKind.ROUND_TABLE)
    before = here.state.all(Activity)
    here.do(fitting.fit_programme, session=here.session, activity=table)
    assert [new.id for old, new in zip(before, here.state.all(Activity), strict=True) if old != new] == [table]
    assert here.fresh(table).minutes == 65


def test_who_is_awaited_is_who_sent_no_word_and_later_who_is_there() -> None:
    here = room()
    els, karel = here.who("Els"), here.who("Karel")
    here.do(check_in.set_presence, session=here.session, participant=els, presence=Presence.EXCUSED)
    here.do(network.set_role, participant=here.who("Lien"), role=Role.OBSERVER)
    assert len(fitting.awaited(here.state, here.session)) == 4
    here.do(check_in.arrive, session=here.session, participant=karel)
    assert [who.id for who in fitting.awaited(here.state, here.session)] == [karel]


def test_a_form_of_three_sessions_is_worn_out_in_the_third() -> None:
    here = room()
    for template in ("kick_off", "kick_off"):
        here.do(network.plan_session, template=template)
    first, _second, third = network.sessions(here.state)
    assert fitting.worn_out(here.state, first.id) == {}
    assert set(fitting.worn_out(here.state, third.id)) == {ActivityKind.BRAINSTORM}
