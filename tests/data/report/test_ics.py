"""The next session as an appointment: read again by other readers, moved where it moves, and literal."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.demo import demo_records
from data.model import Change, Participant, Phase, Profile, Record, Refused, Role, Session, SessionStatus, State, say
from data.model.decision import Decision
from data.network import Network
from data.report import zone
from data.report.export import made_of, rendered, write
from data.report.report import Report
from data.report.wanted import Naming, Version, Wanted
from data.report.zone import rules, time_zone
from data.text import line
from data.verbs import agreements, carried, leaving, network, programme
from tests.data.report import hostile
from tests.data.report.calendars import Part, read, zone_of
from tests.data.verbs.room import Room, room
from tui.cli import main

BRUSSELS = ZoneInfo("Europe/Brussels")


def planned(**when: object) -> Room:
    here = room()
    here.do(programme.begin_activity, activity=programme.programme(here.state, here.session)[0].id)
    here.do(agreements.set_next_session, session=here.session, **when)
    return here


def put(here: Room, *records: Record) -> None:
    here.state = here.state.after(Change(say("Start"), puts=records))


def made(here: Room, wanted: Wanted | None = None) -> tuple[bytes, Part]:
    (data,) = rendered(Report(here.state, here.session, wanted=wanted or Wanted("en")), "ics").values()
    assert isinstance(data, bytes)
    return data, read(data).only("VEVENT")


def test_another_reader_finds_the_session_with_all_that_is_known_of_it() -> None:
    here = planned(
        date="20/4/2027", starts="13:30", ends="16:30", place="Gent, zaal 3; boven", themes=["zorg"], speakers=["An"]
    )
    here.do(network.set_role, participant=here.who("Els"), role=Role.FACILITATOR)
    here.do(network.edit_participant, participant=here.who("Els"), email="els@voorbeeld.be")
    data, event = made(here)
    calendar = read(data)
    assert (calendar.name, calendar.text("VERSION"), calendar.text("METHOD")) == ("VCALENDAR", "2.0", "PUBLISH")
    ((params, begins),) = event.properties["DTSTART"]
    assert (params, begins, event.text("DTEND")) == ({"TZID": "Europe/Brussels"}, "20270420T133000", "20270420T163000")
    assert event.text("SUMMARY") == "PC 218 · session 2" and event.text("LOCATION") == "Gent, zaal 3; boven"
    assert "Themes: zorg" in event.text("DESCRIPTION") and "With An" in event.text("DESCRIPTION")
    alarm = event.only("VALARM")
    assert (alarm.text("TRIGGER"), alarm.text("ACTION"), event.text("STATUS")) == ("-P1D", "DISPLAY", "CONFIRMED")
    assert event.properties["ORGANIZER"] == [({"CN": "Els De Smet"}, "mailto:els@voorbeeld.be")]
    assert event.text("UID") == f"{network.sessions(here.state)[1].id}@kring"
    assert "ORGANIZER" not in made(here, Wanted("en", naming=Naming.NONE))[1].properties
    here.do(leaving.leave_network, participant=here.who("Els"))
    assert "ORGANIZER" not in made(here)[1].properties


def test_a_session_that_is_moved_moves_in_the_calendar_and_one_that_is_not_stays() -> None:
    here = planned(date="20/4/2027", starts="13:30")
    coming = network.sessions(here.state)[1].id
    seen = []
    for change in (
        {},
        {"date": "27/4/2027"},
        {"starts": "14:00"},
        {"ends": "17:00"},
        {"place": "Brugge"},
        {"place": "Brugge", "title": "Slot"},
    ):
        here.do(network.plan_session, session=coming, **change)
        event = made(here)[1]
        seen.append((event.text("UID"), int(event.text("SEQUENCE"))))
    assert seen == [(f"{coming}@kring", moves) for moves in (0, 1, 2, 3, 4, 4)]
    here.do(network.open_session, session=coming)
    assert here.state.get(Session, coming).moves == 4
    put(here, Session(id="undated", number=3))
    here.do(network.open_session, session="undated")
    assert here.state.get(Session, "undated").moves == 0


def test_a_move_that_is_taken_back_moves_back_in_the_calendar_too(tmp_path: Path) -> None:
    session = Session(id="s", number=1, date="2027-04-20", title="Start")
    here = Network.create(tmp_path / "n.kring.json", [Profile(id="p", name="Klankbord"), session])
    moves = []
    for step in (
        lambda: here.apply(network.plan_session, session="s", date="2027-04-27"),
        here.undo,
        here.redo,
        lambda: here.apply(network.plan_session, session="s", title="Slot"),
        here.undo,
    ):
        step()
        now = here.state.get(Session, "s")
        moves.append((now.date[-2:], now.moves))
    here.close()
    assert moves == [("27", 1), ("20", 2), ("27", 3), ("27", 3), ("27", 3)]


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ({"date": "20/4/2027"}, ("20270420", "20270421", "-PT15H")),
        ({"date": "20/4/2027", "starts": "22:00", "ends": "01:30"}, ("20270420T220000", "20270421T013000", "-P1D")),
        ({"date": "28/3/2027", "starts": "02:30", "ends": "05:00"}, ("20270328T033000", "20270328T050000", "-P1D")),
    ],
)
def test_a_day_without_an_hour_a_night_and_an_hour_that_is_skipped(
    when: dict[str, str], found: tuple[str, str, str]
) -> None:
    event = made(planned(**when))[1]
    assert (event.text("DTSTART"), event.text("DTEND"), event.only("VALARM").text("TRIGGER")) == found


@pytest.mark.parametrize("ends", [{}, {"ends": "13:30"}])
def test_without_an_end_it_lasts_as_long_as_the_programme(ends: dict[str, str]) -> None:
    here = planned(date="20/4/2027", starts="13:30", **ends)
    minutes = sum(item.minutes for item in programme.programme(here.state, network.sessions(here.state)[1].id))
    until = datetime(2027, 4, 20, 13, 30) + timedelta(minutes=minutes)  # noqa: DTZ001
    assert minutes and made(here)[1].text("DTEND") == f"{until:%Y%m%dT%H%M%S}"


def test_what_stands_on_the_agenda_is_told_but_not_to_a_commissioner() -> None:
    here = planned(date="20/4/2027")
    coming = network.sessions(here.state)[1].id
    put(here, Decision(id="d", session=here.session, question="Verder?", planned={Phase.DECIDE: coming}))
    told_of = [made(here, Wanted("en", version))[1].text("DESCRIPTION") for version in Version]
    assert ["Verder?" in text for text in told_of] == [True, True, False]


@pytest.mark.parametrize("when", [{"place": "Gent"}, {}])
def test_without_a_day_there_is_no_calendar_and_the_others_are_written(tmp_path: Path, when: dict[str, str]) -> None:
    outcome = write(Report(planned(**when).state, room().session), ["ics", "md"], tmp_path)
    assert [path.suffix for path in outcome.paths] == [".md"] and len(outcome.refused) == 1 and not outcome.remarks


def test_the_command_says_so_in_one_sentence_and_exits_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "demo.kring.json"
    records = demo_records("nl", date(2027, 3, 18))
    Network.create(path, [replace(each, date="") if isinstance(each, Session) else each for each in records]).close()
    assert main(["export", str(path), "--format", "ics,md"]) == 1
    captured = capsys.readouterr()
    assert captured.out.count("\n") == captured.err.count("\n") == 1 and captured.out.strip().endswith(".md")


def test_a_session_that_is_still_to_come_is_the_one_in_the_calendar() -> None:
    here = room()
    assert made(here)[1].text("DTSTART") == "20270316T133000"
    put(here, Session(id="x", number=2, date="someday", status=SessionStatus.PLANNED))
    here.do(network.close_session, session=here.session)
    with pytest.raises(Refused):
        made(here)


# The time zone.


ZONES = ["Europe/Brussels", "America/New_York", "Asia/Tokyo", "Africa/Casablanca", "Australia/Lord_Howe", "UTC"]


@pytest.mark.parametrize(("name", "year"), [*((name, 2027) for name in ZONES), ("America/Mexico_City", 2023)])
def test_the_rules_of_a_zone_say_what_its_clocks_say(name: str, year: int) -> None:
    there = ZoneInfo(name)
    data = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + rules(there, year).to_ical() + b"END:VCALENDAR\r\n"
    read(data)
    again = zone_of(data)
    for day in range(0, 365, 5):
        noon = datetime(year, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)
        wall = noon.astimezone(there).replace(tzinfo=None)
        assert wall.replace(tzinfo=again).utcoffset() == wall.replace(tzinfo=there).utcoffset(), wall


def test_the_zone_is_that_of_the_settings_or_of_the_machine(
    settings_of_its_own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for machine, name in (("America/New_York", "America/New_York"), ("Etc/UTC", "Europe/Brussels"), (None, None)):
        monkeypatch.setattr("tzlocal.get_localzone_name", lambda machine=machine: machine)
        assert time_zone().key == (name or zone.USUAL)
    settings_of_its_own.write_text('time_zone = "Asia/Tokyo"\n', "utf-8")
    assert time_zone().key == "Asia/Tokyo"
    here = planned(date="20/4/2027", starts="13:30")
    _contents, (said,) = made_of(Report(here.state, here.session), "ics")
    assert said.fills == {"zone": "Asia/Tokyo"}
    assert made_of(Report(planned(date="20/4/2027").state, here.session), "ics")[1] == []
    for nonsense in ("Mars/Olympus", "../../etc/passwd", ""):
        settings_of_its_own.write_text(f'time_zone = "{nonsense}"\n', "utf-8")
        assert time_zone().key == "Europe/Brussels"


# What people type.


@given(st.text(max_size=120).map(line).filter(bool))
def test_any_line_is_read_as_it_was_typed(typed: str) -> None:
    here = planned(date="20/4/2027", place="x", themes=["x"])
    coming = network.sessions(here.state)[1]
    els = here.state.get(Participant, here.who("Els"))
    put(
        here,
        Session(id=coming.id, number=2, date="2027-04-20", title=typed, place=typed, themes=(typed,)),
        Participant(id=els.id, name=typed, role=Role.FACILITATOR, email="els@voorbeeld.be"),
    )
    event = made(here)[1]
    assert event.text("SUMMARY").endswith(f"session 2 · {typed}") and event.text("LOCATION") == typed
    assert typed in event.text("DESCRIPTION")


@pytest.mark.parametrize("texts", [hostile.TYPED, "shared"])
def test_hostile_words_stay_words(texts: tuple[str, ...] | str) -> None:
    typed = tuple(hostile.shared()) if isinstance(texts, str) else texts
    state, session = hostile.session(typed)
    here = Room()
    here.state = state
    here.do(network.open_session, session=session)
    here.do(agreements.set_next_session, session=session, date="20/4/2027", place=typed[0], themes=typed)
    coming = network.sessions(state=here.state)[1].id
    for question in network_questions(here.state):
        here.do(carried.plan, item=question, session=coming)
    event = made(here)[1]
    told_there = event.text("DESCRIPTION")
    assert {text for text in typed if text not in told_there} == set()
    assert len(event.properties["SUMMARY"]) == 1 and "ATTACH" not in event.properties


def network_questions(state: State) -> list[str]:
    return list(state.tables["questions"])
