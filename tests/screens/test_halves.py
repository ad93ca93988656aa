"""The line and the page: the one without the focus says so, and what is typed lands where it was meant."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from textual.pilot import Pilot

from data.model import Activity, ActivityKind, Decision, Note, Phase, Question, RecapPoint, say
from screens.dialogs.ask import AskLine
from screens.shell.halves import Ran
from tests.pilot import network_file, read, running, shown, type_text, until
from tests.screens.group import group
from tests.screens.storm import STORM, storm
from tui.app import Kring
from widgets.board import Board
from widgets.capture_line import CaptureLine
from widgets.page import Page

ASLEEP = "Esc om te typen"
LINED = [
    ActivityKind.CHECK_IN,
    ActivityKind.ROUND_TABLE,
    ActivityKind.AGREEMENTS,
    ActivityKind.DECISION,
    ActivityKind.BRAINSTORM,
]


def line_of(app: Kring) -> CaptureLine:
    """The line of the screen in front."""
    return app.screen.query_one("#line", CaptureLine)


async def open_at(app: Kring, pilot: Pilot[None], place: str) -> None:
    """Go to a place, and wait until its line has the focus."""
    app.go(place)
    await until(pilot, lambda: any(line.has_focus for line in app.screen.query(CaptureLine)))


async def stand_on(app: Kring, pilot: Pilot[None], at: str) -> None:
    """Go to the board of the brainstorm, and stand on this there."""
    await open_at(app, pilot, STORM)
    await pilot.press("escape")
    board = app.screen.query_one(Board)
    await until(pilot, lambda: board.has_focus)
    board.go_to(at)


def edge(app: Kring) -> str:
    """The colour of the edge before the line."""
    row = line_of(app).parent
    assert row is not None
    return str(row.styles.border_left[1].hex)


@pytest.mark.parametrize("kind", LINED)
async def test_a_line_without_the_focus_looks_asleep_and_is_given_it_back_by_escape(
    tmp_path: Path, kind: ActivityKind
) -> None:
    async with running(group(tmp_path, [kind])) as (app, pilot):
        await open_at(app, pilot, "a0")
        asks, awake = line_of(app).placeholder, edge(app)
        await until(pilot, lambda: asks in shown(app))
        assert ASLEEP not in shown(app)
        for away in (["escape"], ["f9", "f9"], ["f3", "f3"], ["f2", "1"]):
            await pilot.press(*away)
            await read(pilot, ASLEEP)
            assert asks not in shown(app).splitlines()[-3]
            assert not line_of(app).has_focus
            await until(pilot, lambda: edge(app) != awake)
        await pilot.press("escape")
        await read(pilot, asks)
        await until(pilot, lambda: edge(app) == awake)
        await pilot.press("f9", "f9", "x")
        await until(pilot, lambda: line_of(app).value == "x")


async def test_what_is_typed_stays_readable_while_the_line_is_asleep(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.ROUND_TABLE]), size=(80, 24)) as (app, pilot):
        await open_at(app, pilot, "a0")
        await type_text(pilot, "Hoe lang " * 12)
        await pilot.press("escape")
        await read(pilot, ASLEEP)
        assert "Hoe lang Hoe lang" in shown(app)


async def test_two_letters_on_the_page_are_words_for_the_line(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.ROUND_TABLE])) as (app, pilot):
        await open_at(app, pilot, "a0")
        # The second letter may be a command there: together they are a word.
        await pilot.press("escape", "W")
        await read(pilot, f"W…   {ASLEEP}")
        await type_text(pilot, "at nu?")
        await pilot.press("enter")
        await until(pilot, lambda: [said.text for said in app.state.all(Question)] == ["Wat nu?"])
        # A letter alone is none, once another key came between.
        await pilot.press("escape", "z", "up", "z")
        await read(pilot, f"z…   {ASLEEP}")
        await pilot.press("escape")
        assert line_of(app).value == ""
        # A command is one, at its first letter.
        await pilot.press("escape", "e")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen.query_one(Page).has_focus)


async def test_words_typed_on_the_board_become_a_post_it(tmp_path: Path) -> None:
    async with running(network_file(tmp_path, storm(["Praten"]))) as (app, pilot):
        await open_at(app, pilot, STORM)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen.query_one(Board).has_focus)
        await type_text(pilot, "Zwijgen")
        await pilot.press("enter")
        await until(pilot, lambda: "Zwijgen" in {note.text for note in app.state.all(Note)})


async def test_a_phase_that_began_in_the_room_view_has_the_focus_where_its_work_is(tmp_path: Path) -> None:
    going = Decision(id="d", session="s", question="Wie begint?", phase=Phase.EXAMINE)
    item = Activity(id="a0", session="s", kind=ActivityKind.DECISION, position=0, decision="d")
    async with running(group(tmp_path, [], now=None, extra=[going, item])) as (app, pilot):
        await open_at(app, pilot, "a0")
        await pilot.press("escape", "f9", "f6")
        await until(pilot, lambda: app.state.get(Decision, "d").phase is Phase.DECIDE)
        await pilot.press("shift+f6", "f9", "x")
        await until(pilot, lambda: line_of(app).value == "x")


async def test_a_question_mark_helps_outside_a_line_and_is_text_in_it(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.ROUND_TABLE])) as (app, pilot):
        await open_at(app, pilot, "a0")
        await pilot.press("question_mark", "escape", "question_mark")
        await until(pilot, lambda: type(app.screen).__name__ == "HelpScreen")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: line_of(app).value == "?")


@pytest.mark.parametrize(
    ("size", "says"),
    [
        ((40, 15), "Tab wijzigt het"),
        ((80, 24), "naast het netwerkbestand "),
        ((120, 36), "naast het netwerkbestand · Tab wijzigt het"),
    ],
)
async def test_the_folder_of_an_export_sleeps_and_says_where_files_come_and_what_enter_does(
    demo: Path, size: tuple[int, int], says: str
) -> None:
    async with running(demo, size=size) as (app, pilot):
        app.go("export")
        await until(pilot, lambda: bool(app.screen.query("#choices:focus")))
        folder = app.screen.query_one("#folder", CaptureLine)
        for away in ([], ["f9", "f9"], ["f1", "escape"], ["f2"]):
            await pilot.press(*away)
            app.go("export")
            await until(pilot, lambda: app.screen.query_one("#choices").has_focus)
            await until(pilot, lambda: f"in map › {says}" in shown(app))
            await until(pilot, lambda: "Enter schrijft 1 formaat" in shown(app))
        await pilot.press("tab")
        await until(pilot, lambda: folder.has_focus and "Tab wijzigt" not in shown(app))
        await type_text(pilot, "uit")
        await pilot.press("escape")
        await read(pilot, "uit   Tab wijzigt het")


async def test_a_word_that_begins_with_a_command_is_whole_in_the_line_and_what_that_did_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.shell.halves.AT_ONCE", 60)
    asked = Question(id="q", session="s", text="Hoe lang duurt het?", treated="s")
    async with running(group(tmp_path, [ActivityKind.RECAP], extra=[asked]), size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "Hoe lang duurt het?")
        await type_text(pilot, "leren is leuk")
        await until(pilot, lambda: line_of(app).value == "leren is leuk")
        await read(pilot, "! “l” was een toets: Dit punt laten we los · Esc, Ctrl+Z herstelt")
        await pilot.press("escape", "ctrl+z")
        await read(pilot, "Ongedaan: Dit punt laten we los")
        assert not app.state.all(RecapPoint)
        assert line_of(app).value == "leren is leuk"


def test_of_letters_that_changed_nothing_no_change_from_before_is_told() -> None:
    class Told:
        """Stands for the application, of which undo takes this back."""

        open_network = SimpleNamespace(last=("before", say("This point is dropped")))

    house: Any = Told()
    ran = Ran()
    ran.add("l", house)
    assert ran.done(house) is None
    house.open_network.last = ("now", say("Line changed"))
    ran.add("e", house)
    assert ran.letters == "le" and ran.done(house) == say("Line changed")
    assert Ran().done(house) is None, "no letter ran anything"


@pytest.mark.parametrize(
    ("at", "word"),
    [
        ("head bin", "bakker"),  # the bin opens, the next is refused
        ("head bin", "kat"),  # two that are refused
        ("een", "tel"),  # one that is refused, one that corrects
        ("een", "er"),  # corrects a post-it, whose text ends in a letter
        ("een", "een buurvrouw"),
        ("een", "a place"),  # refused
        ("een", "u of ik"),  # no command
        ("head bin", "eentje"),  # the same is refused twice, and then another
    ],
)
async def test_a_word_of_commands_on_the_board_is_whole_in_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str, word: str
) -> None:
    monkeypatch.setattr("screens.shell.halves.AT_ONCE", 60)
    async with running(network_file(tmp_path, storm(["een", "twee"])), size=(80, 24)) as (app, pilot):
        await stand_on(app, pilot, at)
        await type_text(pilot, word)
        await until(pilot, lambda: line_of(app).has_focus and line_of(app).value == word)
        await pilot.press("enter")
        await until(pilot, lambda: [note.text for note in app.state.all(Note)] == ["een", "twee", word])


async def test_enter_at_once_behind_letters_that_ran_and_one_that_waits_puts_the_word_in_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.shell.halves.AT_ONCE", 60)
    async with running(network_file(tmp_path, storm(["een", "twee"])), size=(80, 24)) as (app, pilot):
        await stand_on(app, pilot, "een")
        await pilot.press("x", "r", "enter")
        await until(pilot, lambda: line_of(app).has_focus and line_of(app).value == "xr")
        await read(pilot, "! “x” was een toets: Post-it in de prullenmand")
        assert len(app.state.all(Note)) == 2


async def test_a_letter_that_is_refused_twice_says_so_twice_and_is_no_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.shell.halves.AT_ONCE", 60)
    async with running(network_file(tmp_path, storm(["een", "twee"])), size=(80, 24)) as (app, pilot):
        await stand_on(app, pilot, "een")
        told: list[object] = []
        monkeypatch.setattr(app.feedback, "refused", told.append)
        await pilot.press("k", "k", "k", "enter")
        await pilot.pause()
        assert len(told) == 3, told
        assert line_of(app).value == ""


async def test_a_letter_some_time_behind_the_key_for_a_correction_belongs_to_that(tmp_path: Path) -> None:
    async with running(network_file(tmp_path, storm(["buur"])), size=(80, 24)) as (app, pilot):
        await open_at(app, pilot, STORM)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen.query_one(Board).has_focus)
        await type_text(pilot, "evrouw")
        await pilot.press("enter")
        await until(pilot, lambda: [note.text for note in app.state.all(Note)] == ["buurvrouw"])
        # A command that cannot run, and a letter some time behind it, are no word.
        await pilot.press("k", "r")
        await read(pilot, f"r…   {ASLEEP}")


async def test_a_word_some_time_behind_a_command_is_a_word_of_its_own(tmp_path: Path) -> None:
    asked = Question(id="q", session="s", text="Hoe lang duurt het?", treated="s")
    async with running(group(tmp_path, [ActivityKind.RECAP], extra=[asked]), size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "Hoe lang duurt het?")
        await type_text(pilot, "lWat nu?")
        await until(pilot, lambda: line_of(app).value == "Wat nu?")
        assert "was een toets" not in shown(app)
