"""The drawer for guarding the process: over any activity, and nothing of it that is not for the room."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from data.model import Activity, ActivityKind, Parked, Rule, Session, Turn
from screens.dialogs.park import ParkScreen
from tests.pilot import read, read_large, running, shown, type_text, until
from tests.screens.group import group
from tui.app import Kring

RULE = Rule(id="r", session="s", text="Wie spreekt, heeft ieders aandacht", agreed=True)


async def opened(app: Kring, pilot: Pilot[None], place: str = "a0", title: str = "Het proces bewaken") -> None:
    app.go(place)
    await until(pilot, lambda: app.focused is not None)
    await pilot.press("f12")
    await read(pilot, title)


async def note(app: Kring, pilot: Pilot[None], letters: str) -> None:
    before = len(app.state.all(Turn))
    await type_text(pilot, letters)
    await pilot.press("enter")
    await until(pilot, lambda: len(app.state.all(Turn)) == before + 1)


async def test_turns_are_noted_by_two_letters_and_who_was_not_heard_is_for_the_facilitator(tmp_path: Path) -> None:
    path = group(tmp_path, [ActivityKind.BRAINSTORM], names=("An Claes", "Bram Jacobs", "Karel Wouters", "Els De Smet"))
    async with running(path, size=(80, 24), looking_along=False) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "line")
        await type_text(pilot, "half een zin")
        await pilot.press("f12")
        for letters in ("ka", "ka", "br"):
            await note(app, pilot, letters)
        await read(pilot, "Gehoord  Karel 2 · Bram 1")
        await read(pilot, "Nog niet  An · Els")
        await read(pilot, "2 nog niet gehoord: stel ze voor")
        await pilot.press("ctrl+z")
        await read(pilot, "Gehoord  Karel 2")
        await pilot.press("f12")
        await until(pilot, lambda: "Gehoord" not in shown(app))
        await read(pilot, "› half een zin")
        assert app.focused is not None and app.focused.id == "line"


async def test_while_the_room_looks_along_it_does_not_learn_who_was_heard_nor_what_is_said(tmp_path: Path) -> None:
    point = Parked(id="k", session="s", text="Het loon", participant="p3", why="Daar zit het echte probleem")
    path = group(tmp_path, [ActivityKind.ROUND_TABLE], extra=[point, RULE])
    async with running(path) as (app, pilot):
        await opened(app, pilot)
        await note(app, pilot, "karel")
        await read(pilot, "Genoteerd")
        await read(pilot, "F8 toont het")
        assert "Gehoord" not in shown(app) and "Nog niet" not in shown(app) and "Beurt van" not in shown(app)
        await type_text(pilot, "kar")
        await read(pilot, "Karel Wouters")
        assert "1×" not in shown(app)
        await pilot.press(*["backspace"] * 3, "6")
        await read(pilot, "Dit is niet voor de zaal")
        await pilot.press("4")
        await read(pilot, "Het loon")
        assert "Els" not in shown(app) and "probleem" not in shown(app)
        await pilot.press("escape", "f8")
        await read(pilot, "Gehoord  Karel 1")
        await pilot.press("4")
        await read(pilot, "Els De Smet")
        await read(pilot, "probleem")


async def test_over_the_room_view_it_hides_as_well(tmp_path: Path) -> None:
    path = group(
        tmp_path, [ActivityKind.ROUND_TABLE], extra=[Turn(id="t", session="s", activity="a0", participant="p4")]
    )
    async with running(path, looking_along=False) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: app.focused is not None)
        await pilot.press("f9", "f12")
        await read(pilot, "F8 toont het")
        assert "Gehoord" not in shown(app)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_digression_is_noted_parked_with_who_and_why_and_brought_back(tmp_path: Path, language: str) -> None:
    dutch = language == "nl"
    path = group(tmp_path, [ActivityKind.ROUND_TABLE])
    async with running(path, size=(80, 24), language=language) as (app, pilot):
        await opened(app, pilot, title="Het proces bewaken" if dutch else "Guarding the process")
        await pilot.press("2")
        await until(pilot, lambda: app.state.get(Activity, "a0").digressing)
        await read(pilot, "Terug naar de vraag" if dutch else "Back to the question")
        await pilot.press("2", "1")
        await read(pilot, "Van wie" if dutch else "Who from")
        assert isinstance(app.screen, ParkScreen), "the same sheet as that of F4"
        await type_text(pilot, "Het loon")
        await pilot.press("tab")
        await type_text(pilot, "xx")
        await pilot.press("tab")
        await type_text(pilot, "te groot voor nu")
        await pilot.press("enter")
        await read(pilot, "Niemand heet xx" if dutch else "Nobody is called xx")
        assert not app.state.all(Parked)
        await read(pilot, "te groot voor nu")
        await pilot.press("ctrl+u")
        await type_text(pilot, "els")
        await pilot.press("enter")
        await read(
            pilot, "Wat zegt dit ons over onze vraag?" if dutch else "What does this tell us about our question?"
        )
        (point,) = app.state.all(Parked)
        assert (point.text, point.participant, point.why) == ("Het loon", "p3", "te groot voor nu")
        assert app.state.get(Activity, "a0").digressing, "until the question was read out"
        await pilot.press("down", "enter")
        await until(pilot, lambda: not app.state.get(Activity, "a0").digressing)


async def test_a_parked_point_is_taken_up_put_on_the_agenda_or_closed_with_a_word(tmp_path: Path) -> None:
    points = [Parked(id=id_, session="s", text=text) for id_, text in (("1", "Loon"), ("2", "Zaal"), ("3", "Boek"))]
    path = group(tmp_path, [ActivityKind.ROUND_TABLE], extra=points)
    async with running(path) as (app, pilot):
        await opened(app, pilot)
        await pilot.press("4")
        await read(pilot, "Loon")
        await pilot.press("b")
        await until(pilot, lambda: app.state.get(Parked, "1").treated == "s")
        await until(pilot, lambda: "Loon" not in shown(app))
        await pilot.press("n")
        await until(pilot, lambda: app.state.get(Parked, "2").planned)
        planned = app.state.get(Session, app.state.get(Parked, "2").planned)
        assert planned.number == 2
        await pilot.press("down", "a")
        await type_text(pilot, "An leent het uit")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.get(Parked, "3").words == "An leent het uit")
        await until(pilot, lambda: "Boek" not in shown(app))
        await pilot.press("f12")
        await read(pilot, "Het proces bewaken")


async def test_what_to_say_quotes_the_rule_and_shows_it_large(tmp_path: Path) -> None:
    other = Rule(id="q", session="s", text="We laten uitspreken", agreed=True)
    path = group(tmp_path, [ActivityKind.ROUND_TABLE], extra=[RULE, other])
    async with running(path, looking_along=False) as (app, pilot):
        await opened(app, pilot)
        await pilot.press("6", "1")
        await read(pilot, "We spraken af: “Wie spreekt, heeft ieders aandacht”")
        await pilot.press("right")
        await read(pilot, "We spraken af: “We laten uitspreken”")
        await pilot.press("r")
        await read(pilot, "2 van 2")
        await read_large(pilot, "We laten")
        await pilot.press("escape", "escape", "7")
        await read(pilot, "1 van 2")
        await pilot.press("escape", "6", "6")
        await read(pilot, "dit gaat over een persoon")


async def test_what_is_not_for_the_room_goes_away_when_the_room_looks_along_again(tmp_path: Path) -> None:
    point = Parked(id="k", session="s", text="Het loon", participant="p3", why="Daar zit het echte probleem")
    path = group(tmp_path, [ActivityKind.ROUND_TABLE], extra=[RULE, point])
    async with running(path, looking_along=False) as (app, pilot):
        await opened(app, pilot)
        for keys, private in (
            (("6",), "Wat gebeurt er?"),
            (("6", "1"), "We spraken af"),
            (("6", "1", "r"), "1 van 1"),
            (("4",), "Daar zit het echte probleem"),
        ):
            await pilot.press(*keys)
            await read(pilot, private)
            await pilot.press("f8")
            await until(pilot, lambda gone=private: gone not in shown(app))  # type: ignore[misc]
            await read(pilot, "F8 toont het")
            await pilot.press("4")
            await read(pilot, "Het loon")
            await pilot.press("f8")
            await read(pilot, "Geparkeerde punten")
            await pilot.press("escape")
            await read(pilot, "nog geen beurt")


async def test_the_keys_of_the_parked_points_are_told_whole_on_a_small_screen(tmp_path: Path) -> None:
    parked = Parked(id="p", session="s", text="Het loon")
    path = group(tmp_path, [ActivityKind.ROUND_TABLE], extra=[parked])
    for language, title, last in (
        ("nl", "Het proces bewaken", "Esc terug"),
        ("en", "Guarding the process", "Esc goes back"),
    ):
        async with running(path, size=(80, 24), looking_along=False, language=language) as (app, pilot):
            await opened(app, pilot, title=title)
            await pilot.press("4")
            await read(pilot, f"p park{'eren' if language == 'nl' else ''} · {last}")


async def test_in_a_narrow_drawer_what_is_said_of_an_occasion_stands_below_it_and_not_below_its_number(
    tmp_path: Path,
) -> None:
    path = group(tmp_path, [ActivityKind.ROUND_TABLE])
    async with running(path, size=(80, 24), looking_along=False) as (app, pilot):
        await opened(app, pilot)
        await pilot.press("6")
        await read(pilot, "3 Eigen kennis blijft liggen\n")
        lines = shown(app).splitlines()
        (at,) = (number for number, line in enumerate(lines) if "3 Eigen kennis" in line)
        assert lines[at + 1].index("men zoekt") == lines[at].index("Eigen")


async def test_without_rules_nothing_is_quoted_and_it_says_where_to_make_some(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.ROUND_TABLE]), looking_along=False) as (app, pilot):
        await opened(app, pilot)
        for keys in (("7",), ("6", "1")):
            await pilot.press(*keys)
            await read(pilot, "Er zijn nog geen spelregels")


async def test_the_twin_opens_it_over_the_programme_and_an_arrow_and_enter_do_as_a_digit(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.ROUND_TABLE], now=None)) as (app, pilot):
        app.go("programme")
        await until(pilot, lambda: app.focused is not None)
        await pilot.press("ctrl+end")
        await read(pilot, "Het proces bewaken")
        await pilot.press("2")
        await read(pilot, "Er is niets bezig")
        await pilot.press("down", "down", "down", "down", "down", "enter")
        await read(pilot, "Neem een minuut stilte")
        await pilot.press("escape", "ctrl+end")
        await until(pilot, lambda: "Het proces bewaken" not in shown(app))
