"""The close: what is read there is what is exported."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import ActivityKind, Session, SessionStatus, say
from data.report.formats import FORMATS, USUAL, Format
from tests.pilot import read, running, type_text, until


@pytest.fixture
def one_format(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the usual format, however many there are."""
    for ending in [ending for ending in FORMATS if ending != USUAL]:
        monkeypatch.delitem(FORMATS, ending)


@pytest.mark.usefixtures("one_format")
async def test_the_summary_is_read_planned_on_and_exported(demo: Path, tmp_path: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(next(item.id for item in app.programme if item.kind is ActivityKind.CLOSE))
        await read(pilot, "Verslag van Klankbordgroep talent, sessie 3")
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
        await pilot.press("f5", "ctrl+u")
        await type_text(pilot, str(tmp_path / "out"))
        await pilot.press("enter")
        await until(pilot, lambda: list((tmp_path / "out").glob("*.md")))
        (exported,) = (tmp_path / "out").glob("*.md")
        assert "Gent" in exported.read_text(encoding="utf-8")
        await pilot.press("f6")
        await until(pilot, lambda: app.session.status is SessionStatus.CLOSED)
        # The session after it is the one to work in now; the bars speak of the one whose summary is shown.
        assert app.session.number == 3
        await read(pilot, "de sessie is gesloten")
        await pilot.press("enter")
        await until(pilot, lambda: app.place == "programme")
        assert app.session.number == 4


@pytest.mark.usefixtures("one_format")
async def test_a_folder_that_cannot_be_is_told(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        app.go(next(item.id for item in app.programme if item.kind is ActivityKind.CLOSE))
        await read(pilot, "Verslag van")
        await pilot.press("f5", "ctrl+u")
        await type_text(pilot, str(demo / "in a file"))
        await pilot.press("enter")
        await read(pilot, "andere plaats")


@pytest.mark.usefixtures("one_format")
async def test_it_asks_which_format_once_there_are_several(
    tmp_path: Path, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, "txt", Format(say("Text"), "data.report.markdown:render"))
    async with running(demo) as (app, pilot):
        app.go(next(item.id for item in app.programme if item.kind is ActivityKind.CLOSE))
        await read(pilot, "Verslag van")
        await pilot.press("f5")
        await read(pilot, "In welk formaat?")
        await pilot.press("3")
        await read(pilot, "In welke map")
        await pilot.press("ctrl+u")
        await type_text(pilot, str(tmp_path / "out"))
        await pilot.press("enter")
        out = tmp_path / "out"
        await until(pilot, lambda: out.exists() and {path.suffix for path in out.iterdir()} == {".md", ".txt"})
