"""What is asked in a line: it ends cleanly or survives, a refusal leaves it selected, and nothing typed is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste

from data.model import (
    Activity,
    ActivityKind,
    Cluster,
    Decision,
    Note,
    Parked,
    Participant,
    Phase,
    Proposal,
    Question,
    Version,
)
from screens.dialogs.ask import AskLine
from tests.pilot import network_file, read, running, shown, type_text, until
from tests.screens.group import group
from tests.screens.storm import STORM, storm
from tui.app import Kring
from widgets.board import Board
from widgets.capture_line import CaptureLine
from widgets.listing import Listing

ASKED = ["h", "n", "m", "slash", "e", "q"]
"""Keys on the board that ask something in its line."""


@pytest.mark.parametrize("key", ASKED)
@pytest.mark.parametrize("away", [["f9", "f9"], ["f2", "1"], ["f3", "f3"], ["f1", "escape"]])
async def test_what_is_asked_on_the_board_survives_the_room_view_and_other_places(
    tmp_path: Path, key: str, away: list[str]
) -> None:
    records = storm(["Praten"], {"Houding": ["Luisteren"]})
    async with running(network_file(tmp_path, records)) as (app, pilot):
        app.go(STORM)
        await until(pilot, lambda: bool(app.screen.query("#line")) and app.screen.query_one("#line").has_focus)
        await pilot.press("escape", key)
        asked = app.screen.query_one("#ask", CaptureLine)
        if not asked.has_focus:
            pytest.skip(f"{key} asks nothing here")
        await pilot.press("7", *away)
        await until(pilot, lambda: app.screen is app.get_screen(STORM) and asked.has_focus)
        assert asked.value.endswith("7")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen.query_one(Board).has_focus)
        await pilot.press("8", "enter", "escape")
        assert {note.text for note in app.state.all(Note)} == {"Praten", "Luisteren"}


async def test_a_count_of_hands_is_a_number_of_no_more_than_there_are(tmp_path: Path) -> None:
    async with running(network_file(tmp_path, storm([], {"Houding": ["Luisteren"]}))) as (app, pilot):
        app.go(STORM)
        await read(pilot, "Luisteren")
        await pilot.press("escape", "h", "z")
        await read(pilot, "Hier hoort alleen een getal")
        await type_text(pilot, "99")
        await pilot.press("enter")
        await read(pilot, "99")
        asked = app.screen.query_one("#ask", CaptureLine)
        assert asked.has_focus
        assert asked.selected_text == "99"
        await pilot.press("3", "enter")
        await until(pilot, lambda: app.state.all(Cluster)[0].hands == 3)


async def test_a_question_in_a_dialog_is_asked_again_when_its_answer_is_refused(tmp_path: Path) -> None:
    said = Question(id="q", session="s", text="Wat nu?")
    async with running(group(tmp_path, [ActivityKind.ROUND_TABLE], extra=[said])) as (app, pilot):
        app.go("a0")
        await read(pilot, "Wat nu?")
        await pilot.press("escape", "e")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await pilot.press("ctrl+u", "space", "enter")
        await read(pilot, "is er een eigen toets")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        # Another place is gone to, or it is left by Esc: what is half typed is there again, to be typed over or kept.
        await type_text(pilot, "En dan?")
        for away in (["f2", "1"], ["escape"]):
            await pilot.press(*away, "e")
            await until(pilot, lambda: isinstance(app.screen, AskLine))
            asked = app.screen.query_one(CaptureLine)
            assert asked.selected_text == asked.value == "En dan?"
            await read(pilot, "Eerder getypt en nog niet bewaard")
        await pilot.press("ctrl+z")
        assert asked.value == "Wat nu?"
        await pilot.press("x", "enter")
        await until(pilot, lambda: app.state.get(Question, "q").text == "Wat nu?x")
        # What is kept is offered no more, also where the same stands again.
        await pilot.press("ctrl+z", "e")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        assert app.screen.query_one(CaptureLine).value == "Wat nu?"


async def test_what_is_typed_to_be_parked_is_one_text_however_often_it_is_asked(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        app.go("a0")
        await pilot.press("f4", "a")
        await until(pilot, lambda: app.screen.query_one(CaptureLine).value == "a")
        app.screen.query_one(CaptureLine).post_message(Paste("een\ntwee"))
        await read(pilot, "▌ een")
        await pilot.press("f4", "b")  # another sheet that asks the same does not open over what is asked
        await until(pilot, lambda: app.half.get("park", "line", "") == "ab")
        await pilot.press("escape", "c")
        await until(pilot, lambda: app.half.get("park", "line", "") == "abc")


async def test_every_proposal_is_examined_from_its_strengths_on(tmp_path: Path) -> None:
    going = Decision(id="d", session="s", question="Wie?", phase=Phase.EXAMINE)
    both = [
        Proposal(id=f"v{n}", decision="d", versions=(Version(text=text, session="s"),))
        for n, text in enumerate(("Een", "Twee"))
    ]
    item = Activity(id="a0", session="s", kind=ActivityKind.DECISION, position=0, decision="d")
    async with running(group(tmp_path, [], now=None, extra=[going, item, *both])) as (app, pilot):
        app.go("a0")
        await read(pilot, "Wat is er sterk aan?")
        await pilot.press("tab")
        await read(pilot, "Wat is er zwak aan?")
        await pilot.press("f5")
        await read(pilot, "Wat is er sterk aan?")


async def test_the_cursor_of_the_programme_ends_follows_and_chooses_what_was_added(tmp_path: Path) -> None:
    kinds = [ActivityKind.CHECK_IN, ActivityKind.BREAK, ActivityKind.CLOSE]
    async with running(group(tmp_path, kinds)) as (app, pilot):
        await pilot.press("f2")
        await until(pilot, lambda: bool(app.screen.query(Listing)) and app.screen.query_one(Listing).has_focus)
        listing = app.screen.query_one(Listing)
        assert listing.chosen == "a0"
        await pilot.press("up")
        assert listing.chosen == "a0"
        await pilot.press("end", "down")
        assert listing.chosen == "a2"
        await pilot.press("up", "a", "2")
        await until(pilot, lambda: len(app.programme) == 4)
        await until(pilot, lambda: listing.chosen == app.programme[2].id)
        await pilot.press("n", "f2")
        await until(pilot, lambda: app.screen.query_one(Listing).chosen == app.session.now == "a1")


async def test_a_refused_form_shows_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with running(None, size=(80, 24)) as (app, pilot):
        await read(pilot, "Nog geen netwerk")
        await pilot.press("n")
        await read(pilot, "Een nieuw netwerk")
        await pilot.press("tab", "shift+tab")
        await until(pilot, lambda: app.screen.query_one("#new-name").has_focus)
        await pilot.press("shift+tab", "ctrl+s")
        await read(pilot, "Geef het netwerk een naam")
        assert app.screen.query_one("#new-name").has_focus
        await type_text(pilot, "Noord")
        await pilot.press("tab", "tab")
        await type_text(pilot, "ooit")
        await pilot.press("tab", "ctrl+s")
        await read(pilot, "is geen datum")
        date = app.screen.query_one("#new-date", CaptureLine)
        assert date.has_focus and date.has_class("-faulty") and date.selected_text == "ooit"
        await pilot.press("1", "slash", "2")
        await until(pilot, lambda: not date.has_class("-faulty"))
        assert "ooit" not in shown(app)


async def test_a_point_is_parked_with_from_whom_and_why(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        await pilot.press("f2", "f4")
        await read(pilot, "Parkeer een punt")
        await type_text(pilot, "Wat vinden de bonden?")
        await pilot.press("tab")
        await type_text(pilot, "zzz")
        await pilot.press("enter")
        await read(pilot, "Niemand heet zzz")
        await pilot.press("ctrl+a", "ctrl+k")
        await type_text(pilot, "kw")
        await pilot.press("down")
        await type_text(pilot, "Het komt telkens terug")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.all(Parked)[-1].text == "Wat vinden de bonden?")
        point = app.state.all(Parked)[-1]
        assert (point.why, app.state.get(Participant, point.participant or "").name) == (
            "Het komt telkens terug",
            "Karel Wouters",
        )


def notes(app: Kring) -> set[str]:
    return {note.text for note in app.state.all(Note)}


async def test_a_number_behind_a_refused_command_means_nothing_else(tmp_path: Path) -> None:
    async with running(network_file(tmp_path, storm(["Praten"])), size=(80, 24)) as (app, pilot):
        app.go(STORM)
        await read(pilot, "Praten")
        for typed in (["9"], ["0", "5"], []):
            await pilot.press("escape", "h", *typed, "enter")
            await read(pilot, "Er is nog geen cluster: n maakt er een.")
            assert app.screen.query_one(Board).has_focus, typed
            await pilot.press("escape")
        # Without it a number that leads nowhere takes its Enter along, and Enter by itself corrects.
        await pilot.press("escape", "9", "enter")
        await read(pilot, "Er is geen cluster 9")
        assert app.screen.query_one(Board).has_focus
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.query_one("#ask").has_focus)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("away", [["f9", "f9"], ["f2", "1"], ["shift+f4", "f2", "1"]])
@pytest.mark.parametrize(("begin", "after"), [(["escape", "enter"], ["escape"]), (["up"], [])])
async def test_a_correction_that_was_not_begun_does_not_wait_for_the_next_idea(
    tmp_path: Path, language: str, away: list[str], begin: list[str], after: list[str]
) -> None:
    file = network_file(tmp_path, storm(["Praten"]))
    async with running(file, size=(80, 24), language=language) as (app, pilot):
        app.go(STORM)
        await until(pilot, lambda: bool(app.screen.query("#line")) and app.screen.query_one("#line").has_focus)
        await pilot.press(*begin)
        await read(pilot, {"nl": "Verbeter “Praten” ›", "en": "Correct “Praten” ›"}[language])
        await read(pilot, {"nl": "Enter wijzigt “Praten”", "en": "Enter changes “Praten”"}[language])
        await pilot.press(*away, *after)
        await until(pilot, lambda: app.screen is app.get_screen(STORM) and app.screen.query_one("#line").has_focus)
        await type_text(pilot, "nieuw idee")
        await pilot.press("enter")
        await until(pilot, lambda: notes(app) == {"Praten", "nieuw idee"})


async def test_a_correction_that_was_begun_is_named_and_told(tmp_path: Path) -> None:
    async with running(network_file(tmp_path, storm(["Praten " * 9])), size=(80, 24)) as (app, pilot):
        app.go(STORM)
        await read(pilot, "Praten")
        await pilot.press("up", "x", "f9", "f9")
        await read(pilot, "Verbeter “Praten Praten Prate…” ›")
        await pilot.press("ctrl+u")
        await type_text(pilot, "Zwijgen")
        await pilot.press("enter")
        await read(pilot, "Verbeterd: “Zwijgen”")
        assert notes(app) == {"Zwijgen"}
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "Zwijgen" not in notes(app))


async def test_a_question_that_is_open_when_kring_is_quit_is_half_typed_at_the_next_start(tmp_path: Path) -> None:
    said = Question(id="q", session="s", text="Wat nu?")
    path = group(tmp_path, [ActivityKind.ROUND_TABLE], extra=[said])
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "Wat nu?")
        await pilot.press("escape", "e")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await type_text(pilot, " En dan?")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)
    async with running(path) as (app, pilot):
        await read(pilot, "Wat nu?")
        await pilot.press("escape", "e")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        assert app.screen.query_one(CaptureLine).value == "Wat nu? En dan?"


async def test_a_number_that_stands_there_is_typed_over(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN, ActivityKind.BREAK])) as (app, pilot):
        app.go("programme")
        await until(pilot, lambda: bool(app.screen.query(Listing)) and app.screen.query_one(Listing).has_focus)
        await pilot.press("end", "m")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await pilot.press("2", "5", "enter")
        await until(pilot, lambda: app.state.get(Activity, "a1").minutes == 25)
