"""The network over time, by keys: its profile, people, sessions, invitation, assignments and material."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.widgets import TextArea

from data.model import Action, ActivityKind, Engagement, Participant, Profile, Promise, Reach, Resource, Session
from data.verbs.leaving import open_of
from data.verbs.network import members, sessions
from data.verbs.prepared import deliveries
from data.verbs.profile import set_shape
from screens.dialogs.ask import AskLine, Choose
from screens.dialogs.ask_text import AskText
from screens.dialogs.form import FormSheet
from screens.dialogs.people_sheet import PeopleSheet
from screens.network.network import NetworkScreen
from screens.network.tabs.tab import Tab
from tests.pilot import read, running, shown, type_text, until
from tests.screens.group import group
from tui.app import Kring
from widgets.capture_line import CaptureLine


def network(tmp_path: Path) -> Path:
    action = Action(id="act", session="s", text="Verslag nalezen", who=("p4",))
    person = Participant(id="p9", name="Wout Daems", organisation="Stad A", email="wout@stad.example", goal="durven")
    return group(tmp_path, [ActivityKind.CHECK_IN, ActivityKind.SPEED_DATES], extra=[action, person])


def tab(app: Kring) -> Tab:
    """The tab that is shown."""
    assert isinstance(app.screen, NetworkScreen)
    return app.screen.tab


async def at(app, pilot, tab: str) -> None:  # type: ignore[no-untyped-def]
    """Go to a tab of the network."""
    if not isinstance(app.screen, NetworkScreen):
        app.go("programme")
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, NetworkScreen))
    await pilot.press(tab)


async def test_everything_of_the_profile_is_changed_by_keys_and_undone(tmp_path: Path) -> None:
    async with running(network(tmp_path)) as (app, pilot):
        await at(app, pilot, "1")
        await read(pilot, "Proefgroep")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await pilot.press("end", "ctrl+u")
        await type_text(pilot, "Leerkring")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.all(Profile)[0].name == "Leerkring")
        for field in ("theme", "purpose", "shared_goal", "language", "reach"):
            await pilot.press("down")
            await until(pilot, lambda field=field: tab(app).chosen == field)  # type: ignore[misc]
        await pilot.press("enter", "enter")
        await until(pilot, lambda: app.state.all(Profile)[0].reach is Reach.EXTERNAL)
        await pilot.press("end")
        await pilot.press("up", "enter")
        await until(pilot, lambda: isinstance(app.screen, AskText))
        await type_text(pilot, "een methode")
        await pilot.press("enter")
        await type_text(pilot, "contacten")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: [promise.text for promise in app.state.all(Promise)] == ["een methode", "contacten"])
        await pilot.press("ctrl+z")
        await until(pilot, lambda: not app.state.all(Promise))


async def test_for_how_many_a_network_is_meant_stands_beside_how_many_there_are(tmp_path: Path) -> None:
    async with running(network(tmp_path), size=(120, 36)) as (app, pilot):
        await at(app, pilot, "1")
        there = len(app.state.all(Participant))
        for places, said in ((there - 1, f"{there - 1} mensen · nu {there}"), (there, f"{there} mensen")):
            app.network.apply(set_shape, places=places).wait(10)
            await until(pilot, lambda said=said: said in shown(app))  # type: ignore[misc]
        assert f"nu {there}" not in shown(app)


async def test_home_leads_to_the_network_with_a_letter(tmp_path: Path) -> None:
    path = network(tmp_path)
    async with running(None) as (app, pilot):
        app.keep_settings(recent=(str(path),))
        app.screen.show_data()  # type: ignore[attr-defined]
        await read(pilot, "Proefgroep")
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, NetworkScreen))
        assert app.place == "network"


async def test_people_are_typed_pasted_and_imported_and_leave(tmp_path: Path) -> None:
    listed = tmp_path / "lijst.csv"
    listed.write_text("Naam;Bedrijf;Maat\nMila Stas;Haven;XL\nWout Daems;Stad A;M\n", encoding="cp1252")
    async with running(network(tmp_path)) as (app, pilot):
        await at(app, pilot, "2")
        await pilot.press("escape")
        await type_text(pilot, "Jan Maas; Haven")
        await read(pilot, "Jan Maas · Haven")
        await pilot.press("enter", "escape")
        await until(pilot, lambda: "Jan Maas" in [who.name for who in members(app.state)])
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await type_text(pilot, "nergens.csv")
        await pilot.press("enter")
        await read(pilot, "niet te lezen")
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await pilot.press("end", "ctrl+u")
        app.screen.query_one("CaptureLine").value = str(listed)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PeopleSheet))
        assert "Mila Stas" in shown(app) and "Maat" in shown(app) and "Wout Daems staat er al" in shown(app)
        assert "Bedrijf → organisatie" in shown(app)
        await pilot.press("k")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("3")
        await read(pilot, "Wat staat er onder “Maat”?")
        await pilot.press("7")
        await read(pilot, "Mila Stas · Haven · XL")
        await pilot.press("enter")
        await until(pilot, lambda: "Mila Stas" in [who.name for who in members(app.state)])

        tab(app).lined.page.choose("p4")  # Karel, who would still do something
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await read(pilot, "1 punt nog open")
        await pilot.press("2")
        await until(pilot, lambda: "p4" not in [who.id for who in members(app.state)])
        await read(pilot, "Verliet het netwerk")
        other = app.state.get(Participant, "p4").replaced_by
        assert other and [each.id for each in open_of(app.state, other)] == ["act"]
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "p4" in [who.id for who in members(app.state)])


async def test_every_remark_on_a_list_can_be_read_before_it_is_taken_and_rows_that_are_left_out_come_first(
    tmp_path: Path,
) -> None:
    odd = [f"Iemand {chr(65 + place)}oe;x@{place}" for place in range(20)]
    listed = tmp_path / "lijst.csv"
    listed.write_text("\n".join(["naam;mail", *odd, "0475 12 34 56;"]), "utf-8")
    async with running(network(tmp_path), size=(80, 24)) as (app, pilot):
        await at(app, pilot, "2")
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        app.screen.query_one("CaptureLine").value = str(listed)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await read(pilot, "20 mensen   1 rij valt weg · 39 opmerkingen   ↑↓")
        await read(pilot, "“0475 12 34 56” is geen naam")
        await read(pilot, "k leest een kolom anders")
        assert "x@19" not in shown(app)
        await pilot.press("end")
        await read(pilot, "“x@19” is geen volledig mailadres")
        await pilot.press("enter")
        await until(pilot, lambda: len(app.state.all(Participant)) > 20)


async def test_what_is_not_for_the_room_is_hidden_while_it_looks_along(tmp_path: Path) -> None:
    async with running(network(tmp_path)) as (app, pilot):
        await at(app, pilot, "2")
        tab(app).lined.page.choose("p9")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, FormSheet))
        assert "wout@stad.example" not in shown(app) and "durven" not in shown(app)
        await pilot.press("escape", "f8")
        await read(pilot, "wout@stad.example")
        await read(pilot, "durven")
        await pilot.press("f8")
        await until(pilot, lambda: "durven" not in shown(app) and "stad.example" not in shown(app))


async def test_a_form_that_is_refused_comes_back_as_it_was_typed(tmp_path: Path) -> None:
    async with running(network(tmp_path)) as (app, pilot):
        await at(app, pilot, "3")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, FormSheet))
        await type_text(pilot, "Start")
        await pilot.press("enter", "end", "ctrl+u")
        await type_text(pilot, "32/3")
        await pilot.press("ctrl+s")
        await read(pilot, "32/3")
        await until(pilot, lambda: isinstance(app.screen, FormSheet))
        assert app.state.get(Session, "s").title == ""
        await until(pilot, lambda: isinstance(app.focused, CaptureLine) and app.focused.value == "32/3")
        await pilot.press("ctrl+u")
        await type_text(pilot, "14/3/2027")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.state.get(Session, "s").date == "2027-03-14")
        assert app.state.get(Session, "s").title == "Start"


async def test_a_session_is_planned_as_a_copy_kept_and_taken_away(tmp_path: Path) -> None:
    async with running(network(tmp_path)) as (app, pilot):
        await at(app, pilot, "3")
        await pilot.press("k")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await type_text(pilot, "Onze middag")
        await pilot.press("enter")
        await read(pilot, "Bewaarde programma")
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await read(pilot, "Kopie van sessie 1")
        await pilot.press("7")
        await until(pilot, lambda: isinstance(app.screen, FormSheet))
        await pilot.press("escape")
        await until(pilot, lambda: len(sessions(app.state)) == 2)
        await read(pilot, "Sessie 2")
        await pilot.press("p")
        await until(pilot, lambda: app.place == "programme" and app.session.number == 2)
        assert [item.kind for item in app.programme] == [ActivityKind.CHECK_IN, ActivityKind.SPEED_DATES]
        await at(app, pilot, "3")
        tab(app).lined.page.choose(sessions(app.state)[1].id)
        await pilot.press("delete")
        await until(pilot, lambda: len(sessions(app.state)) == 1)
        await read(pilot, "Sessie 2 weggehaald")
        assert "verwittig" not in shown(app), "it had no day"


async def test_of_a_session_with_a_day_that_is_taken_away_it_is_said_that_calendars_still_have_it(
    tmp_path: Path,
) -> None:
    coming = Session(id="next", number=2, date="2027-06-01", starts="13:30")
    async with running(group(tmp_path, [ActivityKind.CHECK_IN], extra=[coming])) as (app, pilot):
        await at(app, pilot, "3")
        await read(pilot, "Sessie 2")
        tab(app).lined.page.choose("next")
        await pilot.press("delete")
        await until(pilot, lambda: len(sessions(app.state)) == 1)
        await read(pilot, "Sessie 2 weg")
        assert "staat nog in agenda’s: verwittig mensen" in shown(app)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: len(sessions(app.state)) == 2)


async def test_a_large_group_is_advised_and_one_key_does_it(tmp_path: Path) -> None:
    many = [Participant(id=f"m{place}", name=f"Deelnemer {place}") for place in range(12)]
    path = group(tmp_path, [ActivityKind.CHECK_IN, ActivityKind.SPEED_DATES], extra=many)
    async with running(path, looking_along=False) as (app, pilot):
        await at(app, pilot, "3")
        await read(pilot, "tafels van 3 in plaats van duo")
        await pilot.press("f8")
        await until(pilot, lambda: "tafels van 3" not in shown(app))
        await pilot.press("f8", "f")
        await until(pilot, lambda: app.programme[1].dates is not None and app.programme[1].dates.size == 3)


async def test_what_an_invitation_lacks_is_one_key_away_and_it_is_edited_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(network(tmp_path)) as (app, pilot):
        await at(app, pilot, "4")
        await read(pilot, "waarvoor het dient: het doel")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await type_text(pilot, "Van elkaar leren")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.all(Profile)[0].purpose == "Van elkaar leren")
        await pilot.press("f6")
        await until(pilot, lambda: len(app.state.all(Engagement)) == 4)
        await until(pilot, lambda: "wat verwacht wordt" not in shown(app))

        editor = tmp_path / "editor.py"
        editor.write_text(
            "import sys, pathlib\np = pathlib.Path(sys.argv[1])\nt = p.read_text('utf-8')\n"
            "p.write_text(t.replace('## Wat we bieden', '## Wat we bieden\\n\\n- een begeleider'), 'utf-8')\n",
            encoding="utf-8",
        )
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv("EDITOR", f"{sys.executable} {editor}")
        monkeypatch.setattr(type(app), "suspend", lambda self: nullcontext())
        await pilot.press("f5")
        await until(pilot, lambda: [promise.text for promise in app.state.all(Promise)] == ["een begeleider"])
        monkeypatch.delenv("EDITOR")
        await pilot.press("f5")
        await read(pilot, "EDITOR")


async def test_an_assignment_is_asked_and_the_answers_come_in(tmp_path: Path) -> None:
    async with running(network(tmp_path), looking_along=False) as (app, pilot):
        await at(app, pilot, "5")
        await pilot.press("escape")
        await type_text(pilot, "Vul de scan in; Karel, Lien; 20/3/2027")
        await pilot.press("enter", "escape")
        await read(pilot, "0 van 2 bezorgd")
        asked = app.state.all(Engagement)[0]
        await pilot.press("down", "space")
        await read(pilot, "1 van 2 bezorgd")
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, AskText))
        app.screen.query_one(TextArea).text = "Dag,\nLien Vermeulen: zes op tien\nmaar dat groeit\n"
        await pilot.press("ctrl+s")
        await read(pilot, "zes op tien maar dat groeit")
        await read(pilot, "Dag,")
        assert deliveries(app.state, asked.id)["p6"].text == "zes op tien maar dat groeit"
        await pilot.press("f8")
        await until(pilot, lambda: "zes op tien" not in shown(app))
        tab(app).lined.page.choose(f"{asked.id}:p6")
        await pilot.press("enter")
        await read(pilot, "niet voor de zaal")
        assert "zes op tien" not in shown(app)


async def test_a_form_is_answered_a_line_a_question_and_what_is_nobodys_is_offered_again(tmp_path: Path) -> None:
    async with running(network(tmp_path), looking_along=False, size=(80, 24)) as (app, pilot):
        await at(app, pilot, "5")
        await pilot.press("escape")
        await type_text(pilot, "Vul de scan in; Karel, Lien")
        await pilot.press("enter", "escape", "v")
        await until(pilot, lambda: isinstance(app.screen, AskText))
        app.screen.query_one(TextArea).text = "1. Hoe vaak geef je feedback?\n2. Aan wie?\n3. Waarover?"
        await pilot.press("ctrl+s")
        await read(pilot, "3 vragen")
        asked = app.state.all(Engagement)[0]
        assert asked.questions == ("Hoe vaak geef je feedback?", "Aan wie?", "Waarover?")
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, AskText))
        assert app.screen.query_one(TextArea).text == "", "what was typed on another sheet is none of this one"
        app.screen.query_one(TextArea).text = "Dag,\nLien Vermeulen: 1. elke week 3. werk"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: deliveries(app.state, asked.id))
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, AskText))
        assert app.screen.query_one(TextArea).text == "Dag,"
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, AskText))
        tab(app).lined.page.choose(f"{asked.id}:p6")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, FormSheet))
        await read(pilot, "Aan wie?")
        await pilot.press("enter")
        await type_text(pilot, "de ploeg")
        await pilot.press("enter", "enter")
        answer = "1. elke week 2. de ploeg 3. werk"
        await until(pilot, lambda: deliveries(app.state, asked.id)["p6"].text == answer)


async def test_slides_and_links_are_kept_with_their_session(tmp_path: Path) -> None:
    async with running(network(tmp_path)) as (app, pilot):
        await at(app, pilot, "6")
        await pilot.press("escape")
        await type_text(pilot, "Slides talent")
        await pilot.press("enter")
        await until(pilot, lambda: [each.text for each in app.state.all(Resource)] == ["Slides talent"])
        await pilot.press("escape", "enter")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await pilot.press("end")
        await type_text(pilot, " ~/talent.pdf")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.all(Resource)[0].where == "~/talent.pdf")
