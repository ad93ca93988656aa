"""The close: what is read there is what is exported."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.i18n import day
from data.model import ActivityKind, Profile, Session, SessionStatus
from data.verbs.network import close_session, sessions
from data.verbs.programme import programme
from screens.shell.standing import standing
from tests.pilot import read, running, shown, type_text, until
from tests.screens.group import group
from widgets.capture_line import CaptureLine
from widgets.paging import Footed


async def test_the_summary_is_read_planned_on_and_exported(demo: Path, tmp_path: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(next(item.id for item in app.programme if item.kind is ActivityKind.CLOSE))
        await read(pilot, "Verslag van Klankbordgroep talent, sessie 3")
        assert shown(app).count("Verslag") == 1, "its title stands there once"
        await pilot.press("n")
        await read(pilot, "Wanneer is de volgende sessie")
        await pilot.press("ctrl+u")
        await type_text(pilot, "31/12 13:30-16:00 Gent")
        await pilot.press("enter")
        await read(pilot, "“Gent” is niet begrepen")
        await pilot.press(*["backspace"] * 5, "tab", "ctrl+u")
        await type_text(pilot, "Gent")
        await pilot.press("enter")
        await until(pilot, lambda: any(s.place == "Gent" and s.starts == "13:30" for s in app.state.all(Session)))
        await pilot.press("l")
        await read(pilot, "Summary of Klankbordgroep talent")
        await pilot.press("f5", "tab")
        assert isinstance(app.focused, CaptureLine)
        app.focused.value = str(tmp_path / "out")
        await pilot.press("enter")
        await read(pilot, "is geschreven")
        (exported,) = (tmp_path / "out").iterdir()
        assert exported.suffix == ".md" and "Gent" in exported.read_text(encoding="utf-8")
        await pilot.press("escape", "f6")
        await until(pilot, lambda: app.session.status is SessionStatus.CLOSED)
        # The session after it is the one to work in now; the bars speak of the one whose summary is shown.
        assert app.session.number == 3
        await read(pilot, "de sessie is gesloten")
        await pilot.press("enter")
        await until(pilot, lambda: app.place == "programme")
        assert app.session.number == 4


@pytest.mark.parametrize(("meetings", "later", "asked"), [(0, 0, True), (2, 0, True), (1, 0, False), (0, 1, False)])
async def test_a_next_session_is_asked_for_where_one_is_to_come(
    tmp_path: Path, meetings: int, later: int, asked: bool
) -> None:
    held = [Session(id=f"s{n}", number=2 + n, status=SessionStatus.CLOSED) for n in range(later)]
    path = group(tmp_path, [ActivityKind.CLOSE], extra=[Profile(id="n", name="Proef", meetings=meetings), *held])
    async with running(path, size=(120, 36)) as (app, pilot):
        app.network.apply(close_session, session="s").wait(10)
        app.go("a0")
        await read(pilot, "de sessie is gesloten")
        assert ("nog geen volgende sessie" in shown(app)) is asked


async def test_the_key_that_closes_the_session_is_seen_and_opens_it_again(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(next(item.id for item in app.programme if item.kind is ActivityKind.CLOSE))
        await read(pilot, "F6 Sluit de sessie")
        assert "Volgende sessie" not in shown(app)
        await pilot.press("f6")
        await read(pilot, "Enter gaat naar sessie 4.")
        await read(pilot, "Enter Volgende sessie   F5 Exporteer")
        await until(pilot, lambda: "F6 Sluit" not in shown(app))
        await pilot.press("f6")
        await read(pilot, "F6 Sluit de sessie")


async def test_what_is_exported_after_a_close_is_of_the_session_that_was_closed(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(next(item.id for item in app.programme if item.kind is ActivityKind.CLOSE))
        await read(pilot, "F6 Sluit de sessie")
        await pilot.press("f6")
        await until(pilot, lambda: app.session.status is SessionStatus.CLOSED)
        await pilot.press("f5")
        await read(pilot, "‹ verslag sessie 3 ›")
        assert app.session.number == 3, "the bars speak of it too"
        # Another day too, from Home: the session to come has nothing to tell yet.
        app.go("home")
        await read(pilot, "Klankbordgroep talent")
        await pilot.press("x")
        await read(pilot, "‹ verslag sessie 3 ›")


async def test_a_summary_that_goes_on_below_says_so_until_its_end(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(next(item.id for item in app.programme if item.kind is ActivityKind.CLOSE))
        await read(pilot, "↓ verder hieronder")
        await pilot.press("end")
        await until(pilot, lambda: "hieronder" not in shown(app))


async def test_the_preview_begins_with_what_was_decided(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        held = sessions(app.state)[1]
        app.go(next(item.id for item in programme(app.state, held.id) if item.kind is ActivityKind.CLOSE))
        await read(pilot, "↓ verder hieronder")
        rows = shown(app).splitlines()
        title = next(y for y, row in enumerate(rows) if "Verslag van" in row)
        assert f"{day(held.date)} · 13:30–16:40 · {held.place}" in rows[title + 1]
        assert "de sessie is gesloten" in rows[title + 2]
        assert [row.strip() for row in rows[title + 3 : title + 5]] == ["", "Besluiten en afspraken"]
        assert "Kort verteld" not in shown(app) and "Thema's" not in shown(app)
        page = app.screen.query_one(Footed)
        assert page.styles.scrollbar_background != page.background_colors[1], "it has a track"
        await pilot.press("pagedown", "pagedown")
        await read(pilot, "Kort verteld")


async def test_nothing_is_to_come_in_a_session_that_is_closed(tmp_path: Path) -> None:
    kinds = [ActivityKind.CHECK_IN, ActivityKind.BRAINSTORM, ActivityKind.ROUND_TABLE, ActivityKind.CLOSE]
    async with running(group(tmp_path, kinds), size=(60, 24)) as (app, pilot):
        app.go("a3")
        await read(pilot, "+2 tot ")
        await pilot.press("f6")
        await until(pilot, lambda: app.session.status is SessionStatus.CLOSED)
        await until(pilot, lambda: "+2" not in shown(app).splitlines()[1])
        path = shown(app).splitlines()[1]
        assert "Afronding" in path and "tot " not in path and "'" not in path
        assert {stop.state for stop in standing(app, "a3").stops} <= {"done", "skipped"}
