"""Exchange of experience: a question, small groups, their reports, tips, and what is left open."""

from pathlib import Path

import pytest

from data.model import Activity, ActivityKind, Attendance, Heard, Presence, Question
from data.verbs.brainstorm.noting import set_subgroups
from data.verbs.check_in import arrive, leave
from data.verbs.exchange import exchange, reporter
from screens.shell.screen import KringScreen
from tests.pilot import read, running, shown, type_text, until
from tests.screens.group import NAMES, group

HERE = [
    Attendance(id=f"x{place}", session="s", participant=f"p{place}", presence=Presence.PRESENT)
    for place in range(len(NAMES))
]


@pytest.fixture()
def path(tmp_path: Path) -> Path:
    return group(tmp_path, [ActivityKind.EXCHANGE], extra=HERE)


async def test_who_comes_when_the_small_groups_are_made_is_named_and_goes_to_one(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.EXCHANGE]), size=(80, 24)) as (app, pilot):
        for who in ("p0", "p2", "p3", "p4"):
            app.do(arrive, session="s", participant=who)
        app.do(set_subgroups, activity="a0", subgroups=[["p0", "p2"], ["p3", "p4"]])
        app.go("a0")
        await read(pilot, "Groepje 2")
        assert "In geen groepje" not in shown(app)
        app.do(leave, session="s", participant="p4")
        app.do(arrive, session="s", participant="p6")
        await read(pilot, "Niet hier: Karel Wouters. In geen groepje: Lien Vermeulen. Esc, dan a")
        await pilot.press("escape", "a")
        await read(pilot, "Wie gaat naar een groepje?")
        await type_text(pilot, "li")
        await pilot.press("enter")
        await read(pilot, "Naar welk groepje gaat Lien Vermeulen?")
        await pilot.press("2")
        await read(pilot, "Lien Vermeulen zit in groepje 2")
        await until(pilot, lambda: "In geen groepje" not in shown(app))
        assert app.state.get(Activity, "a0").subgroups == (("p0", "p2"), ("p3", "p4", "p6"))


async def test_an_exchange_by_keyboard(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 splitst de groep")
        await type_text(pilot, "Hoe meet je dat?")
        await pilot.press("enter", "f5")
        await read(pilot, "2 groepjes")
        await pilot.press("enter")
        await read(pilot, "te gaan")
        item = app.state.get(Activity, "a0")
        assert (item.question, len(item.subgroups)) == ("Hoe meet je dat?", 2)
        assert sorted(who for small in item.subgroups for who in small) == [f"p{place}" for place in range(len(NAMES))]
        await pilot.press("shift+f5")
        await type_text(pilot, "kw")
        await pilot.press("enter")
        await read(pilot, "Karel (brengt verslag)")
        await pilot.press("f6")
        await read(pilot, "1 van 2")
        await type_text(pilot, "Vraag het aan de ploeg")
        await pilot.press("enter", "f6")
        await read(pilot, "2 van 2")
        await type_text(pilot, "Meet niet te veel")
        await pilot.press("enter", "f6")
        await type_text(pilot, "Begin klein")
        await pilot.press("enter", "f6")
        await type_text(pilot, "Wie betaalt dat?")
        await pilot.press("enter")
        await read(pilot, "Wie betaalt dat?")
        await pilot.press("f6")
        await read(pilot, "Dit is de laatste stap")
        assert [(said.part, said.subgroup, said.text) for said in app.state.all(Heard)] == [
            ("reports", 0, "Vraag het aan de ploeg"),
            ("reports", 1, "Meet niet te veel"),
            ("tips", None, "Begin klein"),
        ]
        assert [(asked.text, asked.waits) for asked in app.state.all(Question)] == [("Wie betaalt dat?", True)]
        await pilot.press("ctrl+z", "shift+f6")
        await until(pilot, lambda: not app.state.all(Question))
        at = next(place for place, small in enumerate(item.subgroups) if "p4" in small)
        assert reporter(app.state.get(Activity, "a0"), at) == "p4"


async def test_lines_and_questions_are_typed_over_and_taken_away(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 splitst de groep")
        await pilot.press("shift+f5")
        await read(pilot, "Er zijn nog geen groepjes")
        await pilot.press("f6")
        await type_text(pilot, "Een verslag")
        await pilot.press("enter", "escape", "e")
        await read(pilot, "Wijzig deze regel")
        await type_text(pilot, " van ons")
        await pilot.press("enter")
        await read(pilot, "Een verslag van ons")
        await pilot.press("delete")
        await until(pilot, lambda: not app.state.all(Heard))
        await pilot.press("f6", "f6", "escape")
        await type_text(pilot, "Wie?")
        await pilot.press("enter", "escape", "e")
        await type_text(pilot, " Echt")
        await pilot.press("enter")
        await read(pilot, "Wie? Echt")
        await pilot.press("delete")
        await until(pilot, lambda: not app.state.all(Question))


async def test_the_groups_draft_an_advice_and_the_room_reads_for_whom(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 splitst de groep")
        await pilot.press("escape", "v")
        await type_text(pilot, "de directie")
        await pilot.press("enter")
        await read(pilot, "Wat raden we de directie aan")
        assert exchange(app.state.get(Activity, "a0")).advice_for == "de directie"
        await pilot.press("space")
        await until(pilot, lambda: app.state.get(Activity, "a0").countdown is not None)
        await pilot.press("f5", "enter", "f9")
        assert isinstance(app.screen, KringScreen)
        seen = app.screen.projected()
        assert seen.question == "Wat raden we de directie aan, vanuit onze eigen ervaring?"
        assert [row.label for row in seen.items] == ["1", "2"]
        assert seen.left is not None and ":" in seen.giant
        await until(pilot, lambda: "█" in shown(app))
