"""What works everywhere: going places, undo, parking, languages, looking along, and starting again where one was."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input, Static, TextArea

from data.model import Activity, Note, Parked, Participant, Profile
from data.network import Network
from data.settings import load
from screens.dialogs.ask import AskLine
from tests.pilot import network_file, read, running, shown, type_text, until
from tests.screens.storm import STORM, storm
from tui.everywhere import forget
from widgets.capture_line import CaptureLine


async def test_f2_goes_anywhere_and_a_digit_is_enough(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        await read(pilot, "Sessie 3")
        await pilot.press("è")
        await until(pilot, lambda: app.place == app.programme[6].id)
        await pilot.press("f2")
        await read(pilot, "Nog open")
        await pilot.press("t")
        await type_text(pilot, "Even bijpraten")
        await pilot.press("enter")
        await read(pilot, "Even bijpraten")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "Even bijpraten" not in shown(app).split("Ongedaan")[0])
        await pilot.press("ctrl+y")
        await read(pilot, "Even bijpraten")


async def test_redo_goes_the_way_of_undo_backwards_from_a_line_to_the_network_and_back(tmp_path: Path) -> None:
    async with running(network_file(tmp_path, storm(["een"]))) as (app, pilot):
        app.go(STORM)
        await until(pilot, lambda: bool(app.screen.query("#line:focus")))
        line = app.screen.query_one("#line", CaptureLine)
        await type_text(pilot, "drie")
        await pilot.press("enter")
        await until(pilot, lambda: len(app.state.all(Note)) == 2)
        await type_text(pilot, "ab")
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        await until(pilot, lambda: len(app.state.all(Note)) == 1)
        await pilot.press("ctrl+y")
        await until(pilot, lambda: len(app.state.all(Note)) == 2)
        assert line.value == ""
        await pilot.press("ctrl+y")
        assert line.value == "a"
        await pilot.press("ctrl+y")
        assert line.value == "ab"


async def test_the_programme_is_changed_live(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        await read(pilot, "Sessie 3")
        before = [item.id for item in app.programme]
        await pilot.press("end", "a", "6")
        await until(pilot, lambda: len(app.programme) == len(before) + 1)
        await pilot.press("home", "down", "plus", "plus", "minus", "shift+down")
        await until(pilot, lambda: [item.id for item in app.programme][2] == before[1])
        assert app.state.get(Activity, before[1]).minutes == 25
        await pilot.press("m")
        await type_text(pilot, "ab")
        await read(pilot, "Hier hoort alleen een getal")
        await type_text(pilot, "/2")
        await pilot.press("enter")
        await read(pilot, "Minuten zijn een heel getal")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        assert app.screen.query_one(CaptureLine).selected_text == "/2"  # typed over the number that stood there
        await pilot.press("escape")
        await pilot.press("left")
        await read(pilot, "sessie 2")


async def test_starting_again_comes_back_to_the_same_place_and_line(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        await read(pilot, "Sessie 3")
        await pilot.press("f4")
        await type_text(pilot, "over het budget")
        await pilot.press("escape", "9")
        await read(pilot, "Verslag van")
    async with running(demo) as (app, pilot):
        await read(pilot, "Verslag van")
        await pilot.press("f4")
        await read(pilot, "over het budget")
        # Ctrl+Z first undoes the typing, not the last change.
        await pilot.press("x", "ctrl+z")
        assert app.screen.query_one(CaptureLine).value == "over het budget"
        await pilot.press("enter")
        await until(pilot, lambda: any(point.text == "over het budget" for point in app.state.all(Parked)))


async def test_the_language_changes_while_running(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        await read(pilot, "Nog open")
        await pilot.press("h")
        await read(pilot, "taal Nederlands")
        await pilot.press("l")
        await read(pilot, "language English")
        await pilot.press("f2")
        await read(pilot, "Still open")
        text = shown(app)
        for stale in ("Programma ", "bewaard", "aanwezig", "Tafelronde", "sessie 3"):
            assert stale not in text
        assert load().language == "en"
        await pilot.press("f1")
        await read(pilot, "Everywhere")
        await pilot.press("escape", "ctrl+p")
        await read(pilot, "Type part of a command")


async def test_looking_along_hides_other_networks(demo: Path, tmp_path: Path) -> None:
    other = network_file(tmp_path, [Profile(id="1", name="Geheim netwerk")], "geheim.kring.json")
    async with running(demo) as (app, pilot):
        app.keep_settings(recent=(str(demo), str(other)))
        app.go("home")
        await read(pilot, "ga verder met sessie 3")
        assert "eheim" not in shown(app)
        await pilot.press("f8")
        await read(pilot, "Geheim netwerk")


async def test_a_new_network_takes_a_minute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with running(None, size=(80, 24)) as (app, pilot):
        await read(pilot, "Nog geen netwerk")
        await pilot.press("f7")
        await read(pilot, "Open eerst een netwerk")
        await pilot.press("n")
        await read(pilot, "Een nieuw netwerk")
        await type_text(pilot, "Kring Noord")
        await pilot.press("tab")
        await type_text(pilot, "Leren leren")
        await pilot.press("tab", "tab", "tab", "tab", "tab", "right", "tab", "tab")
        await type_text(pilot, "An Peeters; Stad X; trekker")
        await pilot.press("enter")
        await type_text(pilot, "Bo Claes")
        await read(pilot, "2 mensen")
        await pilot.press("ctrl+s")
        await read(pilot, "Kring Noord")
        assert [person.name for person in app.state.all(Participant)] == ["An Peeters", "Bo Claes"]
        assert app.network.path == tmp_path / "Kring" / "kring-noord.kring.json"
        assert app.programme


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
async def test_a_list_that_is_opened_begins_a_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    people = tmp_path / "lijst.csv"
    people.write_text("Voornaam;Naam;Bedrijf;Maat\nZoë;Maas;Haven;L\nAn;Coppens;;\nan;coppens;;\n", encoding=encoding)
    async with running(people, size=(80, 30)) as (app, pilot):
        await read(pilot, "lijst.csv is een lijst")
        await read(pilot, "Een nieuw netwerk")
        await type_text(pilot, "Kring Zuid")
        screen = app.screen
        await until(pilot, lambda: "Zoë Maas · Haven" in str(screen.query_one("#people-said", Static).render()))
        said = str(screen.query_one("#people-said", Static).render())
        assert all(text in said for text in ("2 mensen", "“Maat” wordt niet bewaard", "rij 4: an coppens staat er al"))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.open_network is not None)
        assert [who.name for who in app.state.all(Participant)] == ["Zoë Maas", "An Coppens"]
        assert sorted(each.name for each in tmp_path.iterdir()) == ["Kring", "lijst.csv"]


async def test_lines_pasted_in_a_form_become_one_and_a_table_becomes_people(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with running(None, size=(80, 40)) as (app, pilot):
        await read(pilot, "Nog geen netwerk")
        await pilot.press("n")
        await read(pilot, "Een nieuw netwerk")
        for name in ("name", "theme", "date", "starts", "place"):
            line = app.screen.query_one(f"#new-{name}", CaptureLine)
            line.post_message(Paste("een\n\ntwee\n"))
            await until(pilot, partial(holds, line))
        await read(pilot, "2 regels werden er één.")
        line.post_message(Paste("x" * 3000))
        await read(pilot, "tekens pasten er niet bij")
        people = app.screen.query_one("#people", TextArea)
        people.post_message(Paste('Naam,Organisatie\n"Maas, Jan",Haven\nGriet Baert,\n'))
        await read(pilot, "Jan Maas · Haven")


def holds(line: CaptureLine) -> bool:
    return line.value == "een twee"


async def test_lines_pasted_to_park_are_parked_one_by_one(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        await pilot.press("f4")
        await read(pilot, "Parkeer een punt")
        before = len(app.state.all(Parked))
        app.screen.query_one(CaptureLine).post_message(Paste("eerste punt\ntweede punt\n"))
        await read(pilot, "2 regels worden 2 geparkeerde punten")
        await pilot.press("enter")
        await until(pilot, lambda: len(app.state.all(Parked)) == before + 2)
        assert [point.text for point in app.state.all(Parked)[-2:]] == ["eerste punt", "tweede punt"]


async def test_a_file_that_cannot_be_opened_is_told_and_home_stays(tmp_path: Path) -> None:
    bad = tmp_path / "bad.kring.json"
    bad.write_text('{"notes": ', encoding="utf-8")
    async with running(bad) as (app, pilot):
        await read(pilot, "bad.kring.json")
        assert app.open_network is None
        assert bad.read_text(encoding="utf-8") == '{"notes": '


async def test_a_line_keeps_what_is_typed_while_another_window_writes(demo: Path) -> None:
    from data.verbs.parked import park

    async with running(demo) as (app, pilot):
        await pilot.press("f4")
        await type_text(pilot, "half een zin")
        other = Network.open(demo)
        other.apply(park, session=app.session.id, text="uit het andere venster").wait(5)
        other.close()
        await until(pilot, lambda: any("andere venster" in point.text for point in app.state.all(Parked)))
        line = app.screen.query_one(Input)
        assert (line.value, line.cursor_position) == ("half een zin", 12)


async def test_a_damaged_file_offers_its_newest_good_copy(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        await pilot.press("f4")
        await type_text(pilot, "voor de schade")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.all(Parked)[-1].text == "voor de schade" and app.network.saved)
    whole = demo.read_bytes()
    demo.write_bytes(whole[: len(whole) // 2])
    async with running(demo) as (app, pilot):
        await until(pilot, lambda: "1 " in shown(app) and "mensen" in shown(app))
        assert app.open_network is None
        assert demo.read_bytes() == whole[: len(whole) // 2]
        await pilot.press("1")
        await until(pilot, lambda: app.open_network is not None)
        await read(pilot, "Klankbordgroep talent")


async def test_a_person_is_forgotten_step_by_step(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        who = next(person for person in app.state.all(Participant) if person.name == "Lien Vermeulen")
        await pilot.press("f4")
        await type_text(pilot, "Lien Vermeulen belt terug")
        await pilot.press("enter")
        await until(pilot, lambda: app.network.saved and "belt terug" in app.state.all(Parked)[-1].text)
        forget(app)
        await read(pilot, "hele naam")
        await type_text(pilot, "lien vermeulen")
        await pilot.press("enter")
        await read(pilot, "vervang de naam overal")
        await pilot.press("1")
        await until(
            pilot,
            lambda: app.open_network is not None and app.state.get(Participant, who.id).name == "Vergeten deelnemer",
        )
        assert not any("Vermeulen" in point.text for point in app.state.all(Parked))
    for path in demo.parent.rglob("*"):
        assert not path.is_file() or b"Vermeulen" not in path.read_bytes(), path


async def test_the_room_looks_along_again_at_the_next_start(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        await pilot.press("f8")
        await until(pilot, lambda: not app.looking_along)
        app.keep_settings(theme="light")
        assert load().looking_along


async def test_who_goes_to_an_activity_of_another_session_looks_at_that_session(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        await read(pilot, "Sessie 3")
        now = app.session.id
        there = next(item for item in app.state.all(Activity) if item.session != now)
        app.go(there.id)
        assert app.session.id == there.session
        await read(pilot, "sessie 1")
        app.go(next(item.id for item in app.state.all(Activity) if item.session == now))
        assert app.session.id == now
        await read(pilot, "sessie 3")


async def test_on_home_the_bars_speak_of_the_session_that_home_names(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        await pilot.press("f2", "left")
        await read(pilot, "· sessie 2")
        app.go("home")
        await read(pilot, "ga verder met sessie 3")
        await read(pilot, "· sessie 3")


async def test_a_file_without_a_session_is_told_and_not_opened(tmp_path: Path) -> None:
    path = network_file(tmp_path, [Profile(id="p", name="Leeg")])
    before = path.read_bytes()
    async with running(path, size=(80, 24)) as (app, pilot):
        await read(pilot, "bevat geen sessie")
        assert app.place == "home" and app.open_network is None
    assert path.read_bytes() == before
