"""Agreements: rules, the goal, the next session, and one line for what, who, when."""

from pathlib import Path

import pytest
from textual.events import Paste

from data.model import Action, ActivityKind, Participant, Profile, Rule, RuleKind, Session, SessionStatus
from data.verbs.network import next_session, profile
from tests.pilot import read, read_large, running, shown, type_text, until
from tests.screens.group import group
from widgets.capture_line import CaptureLine


@pytest.fixture()
def path(tmp_path: Path) -> Path:
    before = [
        Session(id="s0", number=0, status=SessionStatus.CLOSED, date="2026-10-01"),
        Action(id="old", session="s0", text="Zaal regelen", who=("p5",), due="vrijdag"),
    ]
    return group(tmp_path, [ActivityKind.AGREEMENTS], extra=before)


async def test_the_third_part_of_a_kick_off(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 stelt de twee gewone spelregels voor")
        await pilot.press("f5")
        await until(pilot, lambda: len(app.state.all(Rule)) == 2)
        await type_text(pilot, "We beginnen stipt")
        await pilot.press("enter", "f6")
        await until(pilot, lambda: all(rule.agreed for rule in app.state.all(Rule)))
        await pilot.press("tab")
        await type_text(pilot, "Om de beurt gastheer")
        await pilot.press("enter", "tab")
        await type_text(pilot, "Elkaar helpen groeien")
        await pilot.press("enter", "tab")
        await type_text(pilot, "Verslag maken; lv, jos; vrijdag")
        await read(pilot, "wat Verslag maken   wie Lien Vermeulen, jos (geen deelnemer)")
        await read(pilot, " vrijdag\n")
        await pilot.press("enter", "tab")
        await type_text(pilot, "do 14 januari 2027 13u30-16u Gent; thema's: feedback")
        await read(pilot, "do 14 januari 2027 · 13:30-16:00 · Gent · feedback")
        await pilot.press("enter")
        await read(pilot, "do 14 januari 2027 · 13:30-16:00 · Gent   feedback")
        await until(pilot, lambda: next_session(app.state, "s") is not None)
        coming = next_session(app.state, "s")
        assert coming is not None
        assert (coming.date, coming.starts, coming.ends, coming.place) == ("2027-01-14", "13:30", "16:00", "Gent")
        assert app.state.all(Rule)[-1].kind is RuleKind.WAY_OF_WORKING
        assert app.state.all(Profile)[0].shared_goal == "Elkaar helpen groeien"
        action = app.state.all(Action)[-1]
        assert (action.text, action.who, action.named, action.due) == ("Verslag maken", ("p6",), "jos", "vrijdag")
        await pilot.press("f9")
        await read_large(pilot, "helpen")
        await read(pilot, "We beginnen stipt")


async def test_what_a_later_session_agreed_is_not_still_to_do_from_an_earlier_one(tmp_path: Path) -> None:
    later = [
        Session(id="s0", number=0, status=SessionStatus.CLOSED),
        Session(id="s2", number=2, status=SessionStatus.CLOSED),
        Action(id="before", session="s0", text="Zaal regelen"),
        Action(id="after", session="s2", text="Koffie regelen"),
    ]
    async with running(group(tmp_path, [ActivityKind.AGREEMENTS], extra=later), size=(120, 36)) as (app, pilot):
        app.go("a0")
        await read(pilot, "Nog te doen uit vorige sessies")
        assert "Zaal regelen" in shown(app)
        assert "Koffie regelen" not in shown(app)


async def test_a_date_that_does_not_exist_says_so_and_keeps_the_line(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 stelt")
        await pilot.press("shift+tab")
        await type_text(pilot, "31/2 Gent")
        await read(pilot, "is geen datum")
        await pilot.press("enter")
        await read(pilot, "› 31/2 Gent")
        assert next_session(app.state, "s") is None


async def test_entries_are_ticked_changed_and_taken_away(path: Path) -> None:
    async with running(path, size=(200, 50)) as (app, pilot):
        app.go("a0")
        await read(pilot, "Zaal regelen")
        await pilot.press("f5", "escape", "home", "space")
        await until(pilot, lambda: app.state.all(Rule)[0].agreed)
        await pilot.press("e")
        await read(pilot, "Wijzig deze regel")
        await type_text(pilot, " Echt waar.")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.all(Rule)[0].text.endswith("Echt waar."))
        await pilot.press("delete")
        await until(pilot, lambda: len(app.state.all(Rule)) == 1)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: len(app.state.all(Rule)) == 2)
        await pilot.press("end", "e")
        await read(pilot, "wat; wie; wanneer")
        await pilot.press("ctrl+a", "ctrl+k")
        await type_text(pilot, "Zaal boeken; kadir; maandag")
        await pilot.press("enter")
        await read(pilot, "Kadir · maandag")
        await pilot.press("space")
        await until(pilot, lambda: app.state.get(Action, "old").done)
        # Once done it is no longer something to do from before.
        await until(pilot, lambda: "Zaal boeken" not in shown(app))


async def test_hostile_text_shows_literally(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 stelt")
        await type_text(pilot, "[/] [@click=app.quit]x[/]")
        await pilot.press("enter")
        await read(pilot, "[/] [@click=app.quit]x[/]")
        await pilot.press("f9")
        await read_large(pilot, "[@click=app.quit]x[/]")


async def test_it_asks_which_of_two_is_meant(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 stelt")
        await pilot.press("tab", "tab", "tab")
        await type_text(pilot, "Zaal zoeken; an; vrijdag")
        await read(pilot, "an: An Claes / An Peeters")
        await pilot.press("enter")
        await read(pilot, "Welke an is het?")
        await pilot.press("2")
        await until(pilot, lambda: app.state.all(Action)[-1].text == "Zaal zoeken")
        assert [app.state.get(Participant, id_).name for id_ in app.state.all(Action)[-1].who] == ["An Peeters"]
        assert app.state.all(Action)[-1].named == ""


async def test_who_types_on_while_it_asks_who_is_meant_chooses_nobody_and_loses_nothing(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 stelt")
        line = app.screen.query_one("#line", CaptureLine)
        await pilot.press("tab", "tab", "tab")
        await type_text(pilot, "Zaal zoeken; an; vrijdag")
        await pilot.press("left", "enter")
        await read(pilot, "Welke an is het?")
        await type_text(pilot, "Lijst 2 sturenx")
        await pilot.press("backspace")
        await read(pilot, "› Lijst 2 sturen   blijft op de regel")
        await pilot.press("enter")
        await read(pilot, "Kies eerst")
        assert not any(action.text == "Zaal zoeken" for action in app.state.all(Action))
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.state.all(Action)[-1].text == "Zaal zoeken")
        assert [app.state.get(Participant, id_).name for id_ in app.state.all(Action)[-1].who] == ["An Peeters"]
        await until(pilot, lambda: line.value == "Lijst 2 sturen")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.all(Action)[-1].text == "Lijst 2 sturen")


async def test_what_stood_there_is_told_when_the_goal_or_the_next_session_is_typed_over(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "spelregel ›")
        await pilot.press("tab", "tab")
        await read(pilot, "gedeeld doel ›")
        await type_text(pilot, "Elkaar helpen")
        await pilot.press("enter")
        await until(pilot, lambda: profile(app.state).shared_goal == "Elkaar helpen")
        assert "Het was" not in shown(app)
        await type_text(pilot, "1/1/2020")
        await pilot.press("enter")
        await read(pilot, "Het was: Elkaar helpen · Ctrl+Z zet dat terug")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: profile(app.state).shared_goal == "Elkaar helpen")
        await pilot.press("tab", "tab")
        await read(pilot, "volgende sessie ›")
        for typed in ("14/3/2040", "15/3/2040"):
            await type_text(pilot, typed)
            await pilot.press("enter")
        await read(pilot, "Het was: ")
        assert "14 maart 2040" in shown(app)


async def test_a_next_session_before_this_one_is_refused_and_stays_typed(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 stelt")
        await pilot.press("shift+tab")
        await type_text(pilot, "1/1/2020")
        await pilot.press("enter")
        await read(pilot, "1/1/2020 valt vóór deze sessie")
        assert app.screen.query_one("#line", CaptureLine).value == "1/1/2020"


async def test_pasted_lines_become_rules_one_by_one_and_one_goal(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 stelt")
        line = app.screen.query_one("#line", CaptureLine)
        line.post_message(Paste("- Stipt beginnen\n- Uitspreken\n\n- Vragen stellen"))
        await read(pilot, "3 regels, elk apart bewaard")
        await pilot.press("enter")
        await until(pilot, lambda: len(app.state.all(Rule)) == 3)
        assert [rule.text for rule in app.state.all(Rule)] == ["Stipt beginnen", "Uitspreken", "Vragen stellen"]
        await pilot.press("tab", "tab")
        await read(pilot, "gedeeld doel")
        line.post_message(Paste("Elkaar helpen\ngroeien"))
        await read(pilot, "2 regels werden er één.")
        await until(pilot, lambda: line.value == "Elkaar helpen groeien")
