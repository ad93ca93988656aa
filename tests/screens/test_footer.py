"""The footer says what can be done here and now, and always leads to the room view and back to the programme."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from data.model import Activity, ActivityKind
from data.verbs.network import sessions
from data.verbs.programme import programme
from screens.shell.across import WIDEST
from screens.shell.places import NEW, PLACES
from screens.shell.together import Side, Standing
from tests.pilot import running, shown, until
from tui.app import Kring
from widgets.key_bar import KeyBar
from widgets.ledger import Ledger
from widgets.page import AIR
from widgets.phases import Phases


def footer(app: Kring) -> str:
    return "".join(bar.render().plain for bar in app.screen.query(KeyBar))


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_in_every_activity_the_way_back_and_the_room_view_are_in_the_footer(demo: Path, language: str) -> None:
    async with running(demo, size=(80, 24), language=language) as (app, pilot):
        for session in sessions(app.state):
            for activity in programme(app.state, session.id):
                app.go(activity.id)
                await until(pilot, lambda place=activity.id: app.screen is app.get_screen(place))  # type: ignore[misc]
                await until(pilot, lambda: "F1 Help" in footer(app))
                assert "F2 Program" in footer(app), activity.kind
                assert "F9 " in footer(app), activity.kind
                assert len(footer(app)) <= 78


async def test_home_has_no_keys_of_a_network_and_a_closed_session_nothing_to_begin(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        await pilot.press("f2")
        await until(pilot, lambda: "n Volgende" in footer(app))
        await pilot.press("left")
        await until(pilot, lambda: "n Volgende" not in footer(app))
        assert "b Begin" not in footer(app)
        assert "a Voeg toe" in footer(app)
        pause = next(item for item in app.programme if item.kind is ActivityKind.BREAK)
        app.go(pause.id)
        await until(pilot, lambda: "Deze pauze duurde tot" in shown(app))
        assert not {"Enter", "+"} & set(footer(app).split())
        talk = next(item for item in app.programme if item.kind is ActivityKind.EXCHANGE)
        app.go(talk.id)
        await until(pilot, lambda: "Ervaringsuitwisseling" in shown(app) and "duurde" not in shown(app))
        assert "start de klok" not in shown(app)
        await pilot.press("tab")
        assert app.state.get(Activity, talk.id).countdown is None
        app.go("home")
        await until(pilot, lambda: "n Nieuw netwerk" in footer(app))
        assert not {"F7", "^Z"} & set(footer(app).split())


async def test_what_is_over_has_nothing_in_the_colour_of_now_and_a_new_network_is_of_no_session(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        held = sessions(app.state)[1]
        talk = next(item for item in programme(app.state, held.id) if item.kind is ActivityKind.EXCHANGE)
        app.go(talk.id)
        await until(pilot, lambda: app.screen.has_class("-still"))
        assert not {"F7", "^Z"} & set(footer(app).split())
        styles = [str(span.style) for span in app.screen.query_one(Phases).render().spans]
        assert not any("accent" in style for style in styles)
        app.go(app.session.now or "")
        await until(pilot, lambda: not app.screen.has_class("-still"))
        app.go("home")
        await until(pilot, lambda: "Naam, thema, mensen en een programma" in shown(app))
        await until(pilot, lambda: "Typ waar het bestand staat" in shown(app))
        await until(pilot, lambda: "t thema donker" in shown(app))
        app.go("new")
        await until(pilot, lambda: "Een nieuw netwerk" in shown(app))
        await until(pilot, lambda: "Klankbordgroep" not in shown(app))


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_outside_the_programme_they_are_there_too_and_who_hosts_reads_how_to_go_on_alone(
    demo: Path, language: str
) -> None:
    async with running(demo, size=(80, 24), language=language, looking_along=False) as (app, pilot):
        for place in PLACES.keys() - {NEW}:
            app.go(place)
            await until(pilot, lambda place=place: app.screen is app.get_screen(place))  # type: ignore[misc]
            await until(pilot, lambda: "F2 Program" in footer(app))
            assert "F9 " in footer(app), place
            assert len(footer(app)) <= 78
        hosts = Standing(Side.HOST, "192.168.1.20:4222", "kring://a/b", "kring://a/c")
        with patch.object(type(app.together), "standing", hosts):
            app.go("together")
            await until(pilot, lambda: " x " in footer(app))
            assert " q " in footer(app)
            assert "F9 " in footer(app)
        # A network that is not there yet has nothing to go back to.
        app.go(NEW)
        await until(pilot, lambda: "Esc " in footer(app))
        assert "Tab " in footer(app)
        assert "F2 " not in footer(app)
        assert "F9 " in footer(app)


async def test_a_head_of_whole_facts_takes_one_line_and_a_hint_that_says_nothing_has_no_ground(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        await pilot.press("f2")
        app.go(app.programme[0].id)
        await until(pilot, lambda: "aanwezig" in shown(app))
        await until(pilot, lambda: app.screen.query_one("#counts").region.height == 1)
        recap = next(item for item in app.programme if item.kind is ActivityKind.RECAP)
        app.go(recap.id)
        await until(pilot, lambda: app.screen.query("#hint"))
        hint = app.screen.query_one("#hint")
        await until(pilot, lambda: hint.has_class("-empty") != bool(str(hint.render()).strip()))


async def test_the_footer_of_a_closed_session_has_only_what_can_still_be_done(demo: Path) -> None:
    async with running(demo, size=(120, 36)) as (app, pilot):
        held = sessions(app.state)[0]
        for activity in programme(app.state, held.id):
            app.go(activity.id)
            await until(pilot, lambda place=activity.id: app.screen is app.get_screen(place))  # type: ignore[misc]
            await until(pilot, lambda: "F2 Programma" in footer(app))
            assert not {"F7", "^Z"} & set(footer(app).split()), activity.kind
        dates = next(item for item in programme(app.state, held.id) if item.kind is ActivityKind.SPEED_DATES)
        app.go(dates.id)
        await until(pilot, lambda: "ronde 1" in shown(app))
        assert "Nog een ronde" not in footer(app)
        await pilot.press("r")
        await until(pilot, lambda: "is afgesloten" in shown(app))
        app.go(app.session.now or "")
        await until(pilot, lambda: "Check-in" in shown(app) and "F2 Programma" in footer(app))


async def test_the_work_of_places_stands_between_the_same_edges_and_the_chosen_line_reaches_both(
    demo: Path,
) -> None:
    async with running(demo, size=(200, 50)) as (app, pilot):
        recap = next(item for item in programme(app.state, app.session.id) if item.kind is ActivityKind.RECAP)
        for place, words in ((recap.id, "besproken"), ("pending", "Leervragen"), ("programme", "Nog open")):
            app.go(place)
            await until(pilot, lambda words=words: words in shown(app))  # type: ignore[misc]
            work = app.screen.query_one("#work").region
            assert (work.width, work.x) == (WIDEST, (200 - WIDEST) // 2)
        app.go(recap.id)
        await until(pilot, lambda: "besproken" in shown(app))
        ledger, line = app.screen.query_one(Ledger), app.screen.query_one(".capture")
        (chosen,) = (cells for cells in ledger._lines if any(cell.id == ledger.chosen for cell in cells))
        assert (
            ledger.region.x + sum(cell.width for cell in chosen) + AIR
            == line.region.right - ledger.styles.scrollbar_size_vertical
        )


async def test_a_round_table_of_a_closed_session_asks_nobody_to_speak(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        held = sessions(app.state)[1]
        table = next(item for item in programme(app.state, held.id) if item.kind is ActivityKind.ROUND_TABLE)
        app.go(table.id)
        await until(pilot, lambda: "niets genoteerd" in shown(app))
        assert "KAREL WOUTERS   Stad Nergenshuizen · teamleider groendienst" in shown(app)
        assert not {"▸", "hierna", "F5"} & set(shown(app).split())
        await pilot.resize_terminal(120, 36)
        await until(pilot, lambda: "Volgorde" in shown(app))
        assert not {"▸", "hierna", "F5"} & set(shown(app).split())


async def test_the_board_has_the_whole_width_and_rounds_with_their_square_that_of_other_places(demo: Path) -> None:
    async with running(demo, size=(200, 50)) as (app, pilot):
        for kind, width in ((ActivityKind.BRAINSTORM, 200), (ActivityKind.SPEED_DATES, WIDEST)):
            app.go(next(item.id for item in programme(app.state, sessions(app.state)[0].id) if item.kind is kind))
            await until(
                pilot,
                lambda width=width: (  # type: ignore[misc]
                    app.screen.query("#work") and app.screen.query_one("#work").region.width == width
                ),
            )


async def test_a_dimmed_command_says_why_at_the_end_of_the_footer_where_there_is_room(demo: Path) -> None:
    for width, told in ((200, True), (80, False)):
        async with running(demo, size=(width, 40)) as (app, pilot):
            app.go(next(item.id for item in app.programme if item.kind is ActivityKind.BRAINSTORM))
            await until(pilot, lambda: "F5 Stel clusters voor" in footer(app))
            bound = next(each for each, _able in app.screen.query_one(KeyBar)._shown if each.command.key == "F5")
            assert bound.reason
            assert (f"F5: {bound.reason}" in footer(app)) is told
