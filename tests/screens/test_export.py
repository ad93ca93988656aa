"""Export: what is ticked is written beside the work, as it stands on the screen, and nothing private goes along."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Static

from data.demo import demo_records
from data.i18n import set_language
from data.model import ActivityKind, ExportChoice, Naming, Profile, State, say
from data.report.blocks import Document
from data.report.formats import FORMATS, Format, formats_for
from data.report.markdown import render
from data.report.report import SUBJECTS
from data.report.wanted import About, Version
from data.report.writing import Writing
from data.verbs.network import sessions
from data.verbs.reporting import write_lead
from screens.dialogs.palette import hit
from screens.export import view
from screens.export.screen import ExportScreen
from screens.export.wish import Wish, first_wish, sessions_for, stepped, ticked
from tests.pilot import read, running, shown, type_text, until
from tui.app import Kring
from tui.everywhere import EVERYWHERE
from widgets.capture_line import CaptureLine
from widgets.command import Bound

STATE = State.holding(demo_records("nl", date(2027, 3, 18)))
GOING_ON = threading.Event()


def slow(document: Document) -> str:
    """A format that takes as long as the test wants."""
    assert GOING_ON.wait(20)
    return render(document)


def labels(wish: Wish, language: str = "en") -> dict[str, str]:
    """What stands on each row."""
    set_language(language)
    return {row.key: row.value for row in view.rows(wish, STATE)}


# -- the wish


def test_it_begins_with_the_participants_whatever_was_asked_before() -> None:
    wish = first_wish(STATE, sessions(STATE)[1].id, None)
    assert (wish.about, wish.fitting, wish.wanted.version) == (About.SESSION, ("md",), Version.PARTICIPANTS)
    assert labels(wish)["session"].startswith("2 · ") and labels(wish)["names"] == "in full"


@pytest.mark.parametrize("row", ["session", "version", "names", "language"])
def test_every_row_goes_round(row: str) -> None:
    first = first_wish(STATE, sessions(STATE)[0].id, "nl")
    seen, wish = set(), first
    for _step in range(len(sessions(STATE)) + 3):
        seen.add(labels(wish)[row])
        wish = stepped(wish, row, 1, STATE)
        assert stepped(stepped(wish, row, 1, STATE), row, -1, STATE) == wish
    assert len(seen) == {"session": len(sessions(STATE)), "language": 2}.get(row, 3)


def test_of_everything_there_is_a_report_with_formats_and_a_session_that_it_fits() -> None:
    wish = first_wish(STATE, sessions(STATE)[0].id, None)
    for _about in SUBJECTS:
        wish = stepped(wish, "about", 1, STATE)
        rows = labels(wish)
        assert set(formats_for(wish.about)) <= set(rows) and "{" not in rows["about"]
        fitting = [session.id for session in sessions_for(wish.about, STATE)]
        assert not fitting or wish.session in fitting
    assert wish.about is About.SESSION


def test_a_format_is_ticked_and_no_longer_and_those_that_do_not_fit_are_kept() -> None:
    wish = ticked(ticked(first_wish(STATE, sessions(STATE)[0].id, None), "json"), "csv")
    assert wish.fitting == tuple(ending for ending in FORMATS if ending in {"md", "csv", "json"})
    cards = stepped(wish, "about", list(SUBJECTS).index(About.CARDS), STATE)
    assert cards.about is About.CARDS and "csv" not in cards.fitting and "csv" in cards.formats
    assert "md" not in ticked(wish, "md").fitting


def test_what_is_private_or_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    set_language("en")
    wish = first_wish(STATE, sessions(STATE)[0].id, None)
    assert "keep it to yourself" in view.said_of(wish, "json")
    assert "For yourself" in view.said_of(stepped(wish, "version", 1, STATE), "version")
    monkeypatch.setattr(view, "installed", lambda extra: False)
    assert "pip install 'kring[office]'" in view.said_of(wish, "xlsx")
    (row,) = (row for row in view.rows(wish, STATE) if row.key == "xlsx")
    assert row.faded and not row.ticked


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("typed", ["exporteer", "export", "Exp"])
def test_it_is_found_by_its_dutch_and_its_english_name_in_both_languages(language: str, typed: str) -> None:
    set_language(language)
    (export,) = (command for command in EVERYWHERE if command.label == "Export")
    assert hit(Bound(export, None), typed) and not hit(Bound(export, None), typed + "xyz")


# -- the screen


def kept(app: Kring) -> ExportChoice:
    """How this network's reports are made."""
    return app.state.all(Profile)[0].export or ExportChoice()


def fill(app: Kring, folder: str) -> None:
    """A folder in the line that has the focus, all at once."""
    assert isinstance(app.focused, CaptureLine)
    app.focused.value = folder


async def test_what_is_ticked_is_written_beside_the_work(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    GOING_ON.clear()
    for ending in ("slow", "last"):
        monkeypatch.setitem(FORMATS, ending, Format(say("Slow"), lays_out="tests.screens.test_export:slow"))
    out = tmp_path / "out"
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(next(item.id for item in app.programme if item.kind is ActivityKind.CLOSE))
        await read(pilot, "Verslag van Klankbordgroep talent, sessie")
        await pilot.press("f5")
        await read(pilot, "[✓] Markdown")
        await read(pilot, "Verslag van Klankbordgroep")
        # The facilitator's version is not for the room; how people are named is kept for the network.
        await pilot.press("down", "down", "right")
        await read(pilot, "F8 toont wat")
        await pilot.press("f8", "left", "down", "right")
        await until(pilot, lambda: kept(app).naming is Naming.INITIALS)
        await pilot.press("ctrl+z")
        await read(pilot, "voluit")
        await pilot.press("ctrl+y")
        await read(pilot, "initialen")
        # A section is left out, and it is told in brief in own words.
        await pilot.press("down", "enter")
        await read(pilot, "Wat staat erin?")
        await pilot.press("space", "enter")
        await until(pilot, lambda: kept(app).without == ("decisions",))
        await read(pilot, "1 deel")
        await pilot.press("down", "enter")
        await read(pilot, "Hoe vertel je het in het kort?")
        await pilot.press("ctrl+end", "enter")
        await type_text(pilot, "Tot straks!")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.session.lead.endswith("Tot straks!"))
        await read(pilot, "eigen woorden")
        # What cannot be a folder is told while it is typed.
        await pilot.press("tab")
        fill(app, str(demo / "in"))
        await read(pilot, "is geen map")
        fill(app, str(out))
        await read(pilot, "wordt gemaakt")
        await pilot.press("escape", *["down"] * 20, "space", "right", "space", "f5")
        await read(pilot, "bezig")
        await pilot.press("f2")
        await read(pilot, "Programma")
        # What is changed now does not stand in what was asked before.
        assert app.network.apply(write_lead, session=app.session.id, text="Te laat")
        app.go("export")
        await read(pilot, "slow")
        # What was asked to stop writes what it had begun, and nothing after it.
        await pilot.press("escape")
        GOING_ON.set()
        await read(pilot, "gestopt: niet geschreven")
        await read(pilot, "2 bestanden zijn geschreven")
        assert {path.suffix for path in out.iterdir()} == {".md", ".slow"}
        text = next(out.glob("*.slow")).read_text(encoding="utf-8")
        assert "Tot straks!" in text and "An Peeters" not in text
        assert set(kept(app).formats) == {"md", "slow", "last"}
        await pilot.press("f5")
        await read(pilot, "eigen woorden")
        await pilot.press("enter")
        await read(pilot, "naast het vorige, dat blijft")
        await read(pilot, "3 bestanden zijn geschreven")
        # Whoever comes back another time begins anew, with what is for the participants.
        await pilot.press("f2")
        await until(pilot, lambda: app.place == "programme")
        app.go("export")
        await read(pilot, "eigen woorden")
        await pilot.press(*["up"] * 20, *["down"] * 2, "right")
        await read(pilot, "facilitator ›")
        await pilot.press("escape")
        await until(pilot, lambda: app.place == "programme")
        app.go("export")
        await read(pilot, "deelnemers")
        # From Home the network that is chosen opens at its export.
        app.go("home")
        await read(pilot, "Klankbordgroep talent")
        await pilot.press("x")
        await read(pilot, "[✓] Markdown")


def test_enter_says_how_many_formats_it_writes_or_asks_for_one() -> None:
    set_language("nl")
    assert view.does(Wish("s1", formats=("md", "pdf"))) == "Enter schrijft 2 formaten"
    assert view.does(Wish("s1", formats=())) == "Vink eerst een formaat aan: dat doet de spatiebalk."


def test_where_no_file_was_written_that_is_said_and_what_is_said_of_one_stands_apart(tmp_path: Path) -> None:
    set_language("en")
    report = first_wish(STATE, sessions(STATE)[0].id, "en").report(STATE)

    def title_and_asides(folder: Path) -> tuple[str, list[str]]:
        writing = Writing(report, ["eml"], folder)
        writing.run(lambda: None)
        (chapter,) = view.chapters(writing)
        return chapter.title, [entry.aside for entry in chapter.entries]

    (tmp_path / "file").write_text("", encoding="utf-8")
    assert title_and_asides(tmp_path / "file")[0] == "No file was written"
    assert title_and_asides(tmp_path)[0] == "1 file is written"
    both = Writing(report, ["ics", "eml"], tmp_path / "both")
    both.run(lambda: None)
    zones = ["Europe/Brussels" in entry.aside for entry in view.chapters(both)[0].entries]
    assert zones == [True, False], "what was said of one above is not said again"
    assert " · e the mail · " in view.then(both)
    calendar = Writing(report, ["ics"], tmp_path / "calendar")
    calendar.run(lambda: None)
    assert view.then(calendar).startswith("Enter opens a file") and "mail" not in view.then(calendar)
    title, (aside,) = title_and_asides(tmp_path)
    assert title == "1 file is written" and aside.startswith("next to the earlier one, which stays · ")


async def test_the_text_is_that_of_now_also_when_it_is_drawn_again_while_it_is_made(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        app.go("export")
        await read(pilot, "Verslag van Klankbordgroep")
        await until(pilot, lambda: app.network.saved)
        screen = app.screen
        assert isinstance(screen, ExportScreen)
        shown_text = screen.query_one("#export-preview", Static)
        before = str(shown_text.content)
        screen.asking.step("session", 1)
        screen.show_all()
        await until(pilot, lambda: str(shown_text.content) != before)


async def test_in_a_small_terminal_the_title_and_the_line_have_air_and_every_format_is_in_sight(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go("export")
        await read(pilot, "JSON, het hele netwerk")
        lines = [line.strip() for line in shown(app).splitlines()]
        title = next(number for number, line in enumerate(lines) if line.startswith("Exporteer"))
        line = next(number for number, line in enumerate(lines) if line.startswith("▌ in map"))
        assert not lines[title + 1] and not lines[line - 1]
        assert any(line.startswith("[✓] Markdown    [ ] HTML ") for line in lines), "two in a line"


async def test_how_many_choices_stand_below_is_told_until_the_last_is_seen(demo: Path) -> None:
    async with running(demo, size=(80, 20)) as (app, pilot):
        app.go("export")
        await read(pilot, "↓ nog 3 hieronder")
        assert "JSON" not in shown(app)
        await pilot.press(*["down"] * 20)
        await read(pilot, "De JSON is een kopie")
        await read(pilot, "JSON, het hele netwerk")
        await until(pilot, lambda: "nog 3 hieronder" not in shown(app))
