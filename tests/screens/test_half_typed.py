"""What is typed on a sheet and not kept is offered when the same is asked again, however the sheet was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import TextArea

from data.model import Activity, ActivityKind, Decision, Note, Parked, Participant, Phase, Session
from screens.brainstorm.reviving_sheet import RevivingSheet
from screens.decision.dialogs import Conclude, Written
from screens.dialogs.ask_text import AskText
from screens.dialogs.form import FormSheet
from screens.dialogs.next_session import NextSession
from screens.dialogs.park import ParkScreen
from tests.pilot import network_file, read, running, shown, type_text, until
from tests.screens.group import group
from tests.screens.storm import STORM, storm
from tui.app import Kring
from widgets.capture_line import CaptureLine

AGAIN = "Eerder getypt en nog niet bewaard"
AWAY = [["escape"], ["f2"]]
NEXT = Session(id="t", number=2, date="2026-12-24", starts="13:30", place="Gent", themes=("Luisteren",))


def line(app: Kring, draft: str) -> CaptureLine:
    """A line of the sheet in front."""
    return next(each for each in app.screen.query(CaptureLine) if each.draft == draft)


async def open_sheet(app: Kring, pilot: Pilot[None], kind: type, *keys: str) -> None:
    """Press what opens a sheet, and wait for it."""
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(app.screen, kind) and app.screen.query(CaptureLine))


@pytest.mark.parametrize("away", AWAY)
async def test_the_next_session_is_offered_as_it_was_typed_where_somebody_typed(
    tmp_path: Path, away: list[str]
) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN], extra=[NEXT])) as (app, pilot):

        async def opened() -> None:
            app.go("a0")
            await until(pilot, lambda: app.screen is app.get_screen("a0") and bool(app.screen.query("#line")))
            app.push_screen(NextSession("s"))
            await until(pilot, lambda: bool(app.screen.query("#next-when:focus")))

        await opened()
        assert AGAIN not in shown(app)
        assert [line(app, key).between for key in ("themes", "speakers", "place")] == [", ", ", ", " "]
        await pilot.press("tab")
        await type_text(pilot, ", lokaal 2")
        await pilot.press("tab", "tab", "tab")
        await type_text(pilot, "een spel")
        await pilot.press(*away)
        await until(pilot, lambda: not isinstance(app.screen, NextSession))
        await opened()
        await read(pilot, AGAIN)
        typed = {each.draft: each.value for each in app.screen.query(CaptureLine)}
        assert typed.pop("when").endswith("13:30")
        assert typed == {"place": "Gent, lokaal 2", "themes": "Luisteren", "speakers": "", "asked": "een spel"}
        # One key brings back what is agreed; what nobody typed was never asked.
        await pilot.press("tab", "ctrl+z")
        assert line(app, "place").value == "Gent"
        await type_text(pilot, " of Aalst")
        await pilot.press("enter")
        await until(pilot, lambda: line(app, "asked").has_focus or not isinstance(app.screen, NextSession))
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: app.state.get(Session, "t").place == "Gent of Aalst")
        await opened()
        assert line(app, "place").value == "Gent of Aalst" and AGAIN not in shown(app)


@pytest.mark.parametrize("away", [["escape"], ["f2"], ["f4"]])
async def test_why_a_point_is_parked_is_offered_again_with_the_point(tmp_path: Path, away: list[str]) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await open_sheet(app, pilot, ParkScreen, "f4")
        await type_text(pilot, "De bonden")
        await pilot.press("tab", "e", "l", "tab")
        await type_text(pilot, "Het komt telkens terug")
        await pilot.press(*away)
        await until(pilot, lambda: not isinstance(app.screen, ParkScreen))
        await open_sheet(app, pilot, ParkScreen, "f4")
        assert [each.value for each in app.screen.query(CaptureLine)] == ["De bonden", "el", "Het komt telkens terug"]
        await pilot.press("enter")
        await until(pilot, lambda: [point.why for point in app.state.all(Parked)] == ["Het komt telkens terug"])
        await open_sheet(app, pilot, ParkScreen, "f4")
        assert not any(each.value for each in app.screen.query(CaptureLine))


async def test_why_a_point_is_parked_survives_what_is_asked_below_it(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await pilot.press("f2", "t")
        await read(pilot, "Titel van deze activiteit")
        await open_sheet(app, pilot, ParkScreen, "f4", "tab", "tab")
        await type_text(pilot, "ja")
        await pilot.press("f4")
        await until(pilot, lambda: not isinstance(app.screen, ParkScreen))
        await open_sheet(app, pilot, ParkScreen, "f4")
        assert line(app, "why").value == "ja"


async def test_while_it_is_asked_what_becomes_of_a_paste_in_a_point_no_other_point_is_begun(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await open_sheet(app, pilot, ParkScreen, "f4")
        await type_text(pilot, "De bonden")
        line(app, "line").post_message(Paste("een\ntwee"))
        await read(pilot, "2 regels worden 2 geparkeerde punten")
        await pilot.press("x", "f4")
        await read(pilot, "Beantwoord dit eerst, of verlaat het met Esc.")
        await pilot.press("y", "escape")
        await until(pilot, lambda: isinstance(app.screen, ParkScreen))
        assert line(app, "line").value == "De bondenxy"


async def test_a_question_typed_at_once_stands_behind_one_that_was_typed_before(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: bool(app.screen.query("#line:focus")))
        await pilot.press("escape")
        for typed in ("Xylofoon of", "quiz?"):
            await pilot.press("k")
            await read(pilot, "Openingsvraag van vandaag")
            await type_text(pilot, typed)
            await until(pilot, lambda typed=typed: line(app, "ask").value.endswith(typed))  # type: ignore[misc]
            said = line(app, "ask").value
            await pilot.press("escape")
            await until(pilot, lambda: not app.screen.is_modal)
        assert said == "Xylofoon of quiz?"


@pytest.mark.parametrize("away", AWAY)
async def test_a_form_is_offered_as_it_was_typed_to_whom_it_is_about(tmp_path: Path, away: list[str]) -> None:
    twins = ["An Claes", "An Claes"]
    async with running(group(tmp_path, [ActivityKind.CHECK_IN], names=twins), looking_along=False) as (app, pilot):

        async def opened(*walk: str) -> None:
            app.go("network")
            await pilot.press("2")
            await until(pilot, lambda: "Stad A" in shown(app))
            await pilot.press("home", *walk)
            await open_sheet(app, pilot, FormSheet, "e")

        await opened()
        await pilot.press("down")
        organisation = app.focused
        assert isinstance(organisation, CaptureLine) and organisation.value == "Stad A"
        await type_text(pilot, "alst")
        await pilot.press(*away)
        await until(pilot, lambda: not isinstance(app.screen, FormSheet))
        await opened("down")
        assert line(app, organisation.draft).value == "Stad A"
        await pilot.press("escape")
        await opened()
        assert line(app, organisation.draft).value == "Stad Aalst"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: {who.organisation for who in app.state.all(Participant)} == {"Stad A", "Stad Aalst"})


@pytest.mark.parametrize("away", AWAY)
async def test_a_decision_is_offered_as_it_was_written_down(tmp_path: Path, away: list[str]) -> None:
    item = Activity(id="a1", session="s", kind=ActivityKind.DECISION, position=1, decision="d")
    going = Decision(id="d", session="s", question="Wie?", phase=Phase.DECIDE)
    async with running(group(tmp_path, [ActivityKind.CHECK_IN], extra=[going, item])) as (app, pilot):

        async def opened() -> None:
            app.go("a1")
            await until(pilot, lambda: app.screen is app.get_screen("a1") and bool(app.screen.query("#line")))
            app.push_screen(Conclude("d", "Wie?", Written("Els")))
            await until(pilot, lambda: bool(app.screen.query("#outcome:focus")))

        await opened()
        await pilot.press("down", "down")
        await type_text(pilot, "Bram niet")
        await pilot.press(*away)
        await until(pilot, lambda: not isinstance(app.screen, Conclude))
        await opened()
        await read(pilot, AGAIN)
        assert [line(app, draft).value for draft in ("outcome", "dissent")] == ["Els", "Bram niet"]


@pytest.mark.parametrize("away", AWAY)
async def test_lines_to_write_are_offered_as_they_were_typed_until_they_are_kept(
    tmp_path: Path, away: list[str]
) -> None:
    given: list[str | None] = []
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):

        async def opened() -> None:
            app.go("a0")
            await until(pilot, lambda: app.screen is app.get_screen("a0") and bool(app.screen.query("#line")))
            app.push_screen(AskText("Waarom?", "Daarom"), given.append)
            await until(pilot, lambda: isinstance(app.screen, AskText) and isinstance(app.focused, TextArea))

        await opened()
        await type_text(pilot, ", dus")
        await pilot.press(*away)
        await until(pilot, lambda: not isinstance(app.screen, AskText))
        await opened()
        await read(pilot, AGAIN)
        area = app.screen.query_one(TextArea)
        assert area.text == "Daarom, dus"
        await pilot.press("ctrl+z")
        assert area.text == "Daarom"
        await pilot.press("ctrl+y", "ctrl+s")
        await until(pilot, lambda: given[-1:] == ["Daarom, dus"])
        await opened()
        assert app.screen.query_one(TextArea).text == "Daarom"


async def test_a_text_that_is_asked_on_the_board_and_left_is_offered_again(tmp_path: Path) -> None:
    async with running(network_file(tmp_path, storm(["Praten", "Zwijgen"]))) as (app, pilot):
        app.go(STORM)
        await until(pilot, lambda: bool(app.screen.query("#line:focus")))
        asked = app.screen.query_one("#ask", CaptureLine)
        await pilot.press("up")
        await until(pilot, lambda: asked.has_focus)
        first = asked.value
        await type_text(pilot, " eerst")
        # To another post-it and back, and out and in again.
        for away in (["up", "down"], ["escape", "escape", "up"]):
            await pilot.press(*away)
            await until(pilot, lambda: asked.has_focus and asked.value == f"{first} eerst")
            await read(pilot, AGAIN)
        assert asked.selected_text == asked.value
        await pilot.press("end", "enter")
        await until(pilot, lambda: f"{first} eerst" in {note.text for note in app.state.all(Note)})
        # What is only looked for begins empty each time.
        await pilot.press("escape", "slash", "x", "escape", "slash")
        await until(pilot, lambda: asked.has_focus)
        assert not asked.value


async def test_an_own_reviving_question_is_offered_again(tmp_path: Path) -> None:
    async with running(network_file(tmp_path, storm(["Praten"]))) as (app, pilot):
        app.go(STORM)
        await until(pilot, lambda: bool(app.screen.query("#line:focus")))
        for before, text in (("", "Wat als"), ("Wat als", "Wat als het lukt?")):
            app.push_screen(RevivingSheet(0))
            await until(pilot, lambda: isinstance(app.screen, RevivingSheet) and app.screen.query(CaptureLine))
            await pilot.press("tab")
            await until(pilot, lambda: bool(app.screen.query("#own-line:focus")))
            assert line(app, "own").value == before
            await type_text(pilot, text.removeprefix(before))
            assert line(app, "own").value == text
            await pilot.press("escape", "tab")
            assert line(app, "own").value == text
            await pilot.press("tab")
            await read(pilot, "Tab om te typen")
            await pilot.press("tab")
            await until(pilot, lambda: bool(app.screen.query("#own-line:focus")))
            await pilot.press("escape", "escape")
            await until(pilot, lambda: not isinstance(app.screen, RevivingSheet))


@pytest.mark.parametrize("asked", ["Wat als x niet kan?", "nu eens anders", "x-factor?"])
async def test_a_reviving_question_typed_at_once_is_in_the_line_for_ones_own(tmp_path: Path, asked: str) -> None:
    async with running(network_file(tmp_path, storm(["Praten"]))) as (app, pilot):
        app.go(STORM)
        await until(pilot, lambda: bool(app.screen.query("#line:focus")))
        app.push_screen(RevivingSheet(0))
        await until(pilot, lambda: isinstance(app.screen, RevivingSheet) and app.screen.query(CaptureLine))
        await type_text(pilot, asked)
        await until(pilot, lambda: line(app, "own").value == asked and line(app, "own").has_focus)
        await pilot.press("enter")
        await read(pilot, f"· {asked}")


async def test_a_new_network_is_there_as_it_was_typed_in_another_language_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with running(None) as (app, pilot):
        await read(pilot, "Nog geen netwerk")
        await pilot.press("n")
        await until(pilot, lambda: bool(app.screen.query("#new-name:focus")))
        await type_text(pilot, "Noord")
        app.screen.query_one("#new-file").focus()
        await pilot.press("ctrl+u")
        await type_text(pilot, str(tmp_path / "mijn.kring.json"))
        app.screen.query_one("#people").focus()
        await type_text(pilot, "An Claes")
        app.screen.query_one("#new-name").focus()
        await type_text(pilot, "zee")
        assert app.screen.query_one("#new-file", CaptureLine).value == str(tmp_path / "mijn.kring.json")
        app.keep_settings(language="en")
        await read(pilot, "A new network")
        await until(pilot, lambda: bool(app.screen.query("#new-name:focus")))
        assert app.screen.query_one("#new-name", CaptureLine).value == "Noordzee"
        assert app.screen.query_one("#new-file", CaptureLine).value == str(tmp_path / "mijn.kring.json")
        assert app.screen.query_one("#people", TextArea).text == "An Claes"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.open_network is not None and app.place == "programme")
        assert [who.name for who in app.state.all(Participant)] == ["An Claes"]
        # What became a network is not offered for the next one.
        app.leave_network()
        app.go("home")
        await pilot.press("n")
        await until(pilot, lambda: bool(app.screen.query("#new-name:focus")))
        assert not app.screen.query_one("#new-name", CaptureLine).value
        assert not app.screen.query_one("#people", TextArea).text
