"""Programmes that worked, kept and copied; and sessions that are taken away again."""

from data.model import Activity, ActivityKind, KeptProgramme, Session
from data.verbs import kept_programmes, network, prepared, programme, round_table
from tests.data.verbs.room import room


def shape(items: list[Activity]) -> list[tuple[str, int, str]]:
    return [(item.kind, item.minutes, item.title) for item in items]


def test_a_programme_that_worked_plans_another_session() -> None:
    here = room()
    storm = here.activity(ActivityKind.BRAINSTORM)
    here.do(programme.rename_activity, activity=storm, title="Storm")
    here.do(programme.set_question, activity=storm, question="Wat nu?")
    here.do(kept_programmes.keep_programme, session=here.session, name=" Onze namiddag ")
    kept = here.only(KeptProgramme)
    assert kept.name == "Onze namiddag" and kept_programmes.kept_programmes(here.state) == [kept]
    for key in (kept.id, here.session):
        session = here.do(network.plan_session, template=key).puts[0].id
        fresh = programme.programme(here.state, session)
        assert shape(fresh) == shape(programme.programme(here.state, here.session))
        assert not any(item.question or item.started for item in fresh)


def test_a_name_that_is_there_keeps_the_newer_programme() -> None:
    here = room()
    here.do(kept_programmes.keep_programme, session=here.session, name="Namiddag")
    here.do(network.plan_session, template="closing")
    here.do(kept_programmes.keep_programme, session=here.last(Session).id, name="namiddag")
    assert [item.kind for item in here.only(KeptProgramme).items][:2] == [
        ActivityKind.CHECK_IN,
        ActivityKind.ROUND_TABLE,
    ]
    here.do(kept_programmes.drop_programme, programme=here.only(KeptProgramme).id)
    assert not here.state.all(KeptProgramme)
    empty = here.do(network.plan_session).puts[0].id
    assert "nothing" in here.refused(kept_programmes.keep_programme, session=empty, name="Leeg")
    assert empty not in [session.id for session in kept_programmes.copyable(here.state)]
    assert "no programme" in here.refused(network.plan_session, template="nergens")


def test_a_session_to_come_can_be_taken_away_with_what_was_prepared() -> None:
    here = room()
    assert "at least one" in here.refused(network.cancel_session, session=here.session)
    second = here.do(network.plan_session, template="working").puts[0].id
    here.do(prepared.ask_beforehand, session=second, text="Scan")
    here.do(prepared.keep_resource, session=second, text="Slides")
    before = len(here.state.all(Activity))
    here.do(network.cancel_session, session=second)
    assert [session.number for session in network.sessions(here.state)] == [1]
    assert len(here.state.all(Activity)) < before
    assert not prepared.assignments(here.state, second) and not prepared.resources(here.state, second)
    here.do(network.plan_session)
    here.do(round_table.say_question, session=here.session, text="Hoe?")
    assert "stays" in here.refused(network.cancel_session, session=here.session)


def test_a_session_that_did_not_begin_takes_another_programme() -> None:
    here = room()
    here.do(kept_programmes.start_from, session=here.session, template="closing")
    assert [item.kind for item in programme.programme(here.state, here.session)][:2] == [
        ActivityKind.CHECK_IN,
        ActivityKind.ROUND_TABLE,
    ]
    here.do(kept_programmes.start_from, session=here.session, template="")
    assert programme.programme(here.state, here.session) == []
    here.do(kept_programmes.start_from, session=here.session, template="kick_off")
    here.begin(ActivityKind.CHECK_IN)
    assert "in use" in here.refused(kept_programmes.start_from, session=here.session, template="working")
