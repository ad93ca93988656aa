"""Peer consultation: a case from its beginning to a next step, which is looked at in the session after."""

from pathlib import Path

import pytest

from data.model import Action, Activity, ActivityKind, ConsultationStep, Fate, Heard, Session, SessionStatus
from data.verbs.consultation import brings, consultation, go_to_step
from screens.shell.screen import KringScreen
from tests.pilot import read, running, shown, type_text, until
from tests.screens.group import group

BEFORE = [
    Session(id="s0", number=0, status=SessionStatus.CLOSED, date="2026-10-01"),
    Activity(id="c0", session="s0", kind=ActivityKind.PEER_CONSULTATION, position=0),
    Action(id="old", session="s0", activity="c0", text="Een uur vrijhouden", who=("p3",), due="eind oktober"),
]


@pytest.fixture()
def path(tmp_path: Path) -> Path:
    return group(tmp_path, [ActivityKind.PEER_CONSULTATION], extra=BEFORE)


async def test_a_case_by_keyboard(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 kiest van wie de casus is")
        await pilot.press("f5")
        await type_text(pilot, "kw")
        await pilot.press("enter")
        await read(pilot, "▸ KAREL WOUTERS")
        await type_text(pilot, "Nieuwe mensen haken af")
        await pilot.press("enter", "f6")
        await read(pilot, "Niemand geeft al raad")
        await pilot.press("tab")
        await read(pilot, "te gaan")
        await type_text(pilot, "Wie haakt af?")
        await pilot.press("enter")
        await type_text(pilot, "Wanneer?")
        await pilot.press("enter", "f6")
        await read(pilot, "Wat zie je erin? Karel luistert.")
        await read(pilot, "Tab start de klok")
        await pilot.press("f6", "f6")
        await read(pilot, "Karel, wat is nieuw voor jou?")
        await type_text(pilot, "Ik wachtte te lang")
        await pilot.press("enter", "f6")
        await type_text(pilot, "Iedereen bellen; vrijdag")
        await pilot.press("enter")
        await read(pilot, "Iedereen bellen   Karel · vrijdag")
        await pilot.press("f6")
        await read(pilot, "Dit is de laatste stap")
        assert [(said.part, said.text, said.participant) for said in app.state.all(Heard)] == [
            ("case", "Nieuwe mensen haken af", "p4"),
            ("questions", "Wie haakt af?", None),
            ("questions", "Wanneer?", None),
            ("insight", "Ik wachtte te lang", "p4"),
        ]
        step = app.state.all(Action)[-1]
        assert (step.text, step.who, step.due, step.activity) == ("Iedereen bellen", ("p4",), "vrijdag", "a0")
        await pilot.press("ctrl+z", "shift+f6")
        await until(pilot, lambda: [action.id for action in app.state.all(Action)] == ["old"])
        await until(pilot, lambda: consultation(app.state.get(Activity, "a0")).step is ConsultationStep.INSIGHT)


async def test_an_earlier_next_step_is_looked_at_and_opened_again(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "Een uur vrijhouden")
        await pilot.press("escape", "a")
        await read(pilot, "Wat is ervan gekomen, in een paar woorden?")
        await type_text(pilot, "Dat lukte")
        await pilot.press("enter")
        await read(pilot, "Dat lukte")
        assert app.state.get(Action, "old").fate is Fate.CLOSED
        await pilot.press("a")
        await until(pilot, lambda: app.state.get(Action, "old").waits)
        await pilot.press("e")
        await type_text(pilot, " in november")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.get(Action, "old").due == "eind oktober in november")


async def test_lines_are_typed_over_and_taken_away(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 kiest van wie de casus is")
        await type_text(pilot, "Een casus")
        await pilot.press("enter", "escape", "e")
        await read(pilot, "Wijzig deze regel")
        await type_text(pilot, " van mij")
        await pilot.press("enter")
        await read(pilot, "Een casus van mij")
        await pilot.press("s")
        await read(pilot, "Wat ging er goed")
        await pilot.press("delete")
        await until(pilot, lambda: not app.state.all(Heard))
        await pilot.press("space")
        await until(pilot, lambda: app.state.get(Activity, "a0").countdown is not None)
        await pilot.press("space")
        await read(pilot, "staat stil")


async def test_the_room_sees_the_step_and_not_what_was_said(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 kiest van wie de casus is")
        await type_text(pilot, "Mijn baas luistert niet")
        await pilot.press("enter")
        app.do(brings, activity="a0", participant="p4")
        app.do(go_to_step, activity="a0", step=ConsultationStep.ANALYSIS)
        await pilot.press("f9")
        assert isinstance(app.screen, KringScreen)
        seen = app.screen.projected()
        assert (seen.giant, seen.status) == ("Wat zie je erin? Karel luistert.", "Intervisie · Karel Wouters")
        assert [item.label for item in seen.items] == ["✓", "✓", "▸", "•", "•", "•"]
        assert "Mijn baas" not in str(seen)
        await until(pilot, lambda: "Mijn baas" not in shown(app))
