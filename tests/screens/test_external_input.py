"""External input: questions gathered from what is open, an answer to each, terms, and what is agreed."""

from pathlib import Path

import pytest

from data.model import (
    Action,
    Activity,
    ActivityKind,
    Heard,
    Parked,
    Participant,
    Question,
    Record,
    Session,
    SessionStatus,
    State,
    Term,
)
from data.verbs.external_input import expert, for_expert
from screens.external_input import view
from screens.shell.screen import KringScreen
from tests.pilot import read, running, shown, type_text, until
from tests.screens.group import group

BEFORE = [
    Session(id="s0", number=0, status=SessionStatus.CLOSED, date="2026-10-01"),
    Question(id="q0", session="s0", text="Hoe hangt loon samen met competenties?", participant="p4"),
    Parked(id="k0", session="s0", text="Functiewaardering"),
    Term(id="t0", session="s0", text="Competentie", meaning="wat iemand kan"),
]


@pytest.fixture()
def path(tmp_path: Path) -> Path:
    return group(tmp_path, [ActivityKind.EXTERNAL_INPUT], extra=BEFORE)


async def test_an_expert_by_keyboard(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 verzamelt de vragen")
        await pilot.press("shift+f5")
        await type_text(pilot, "Mieke Maes")
        await pilot.press("enter")
        await read(pilot, "▸ MIEKE MAES")
        await pilot.press("f5")
        await read(pilot, "Karel Wouters")
        await type_text(pilot, "Wat kost het?")
        await pilot.press("enter", "f6")
        await read(pilot, "Mieke Maes vertelt")
        await pilot.press("tab")
        await read(pilot, "te gaan")
        await type_text(pilot, "Loon volgt de functie")
        await pilot.press("enter", "f6")
        await read(pilot, "1 van 2")
        await type_text(pilot, "Niet rechtstreeks")
        await pilot.press("enter")
        await read(pilot, "1 antwoord")
        asked = app.state.get(Question, "q0")
        assert (asked.answered, asked.words) == ("s", "Niet rechtstreeks")
        await pilot.press("f6", "f6")
        await read(pilot, "Competentie: wat iemand kan")
        await type_text(pilot, "talent")
        await pilot.press("enter")
        await read(pilot, "nog te verduidelijken")
        await type_text(pilot, "talent: waar iemand in groeit")
        await pilot.press("enter", "f6")
        await type_text(pilot, "Dat navragen; Els; mei")
        await pilot.press("enter")
        await read(pilot, "Els · mei")
        await pilot.press("f6")
        await read(pilot, "Dit is de laatste stap")
        assert [(said.part, said.text) for said in app.state.all(Heard)] == [
            ("talk", "Loon volgt de functie"),
            ("q0", "Niet rechtstreeks"),
        ]
        assert {term.text: term.meaning for term in app.state.all(Term)}["talent"] == "waar iemand in groeit"
        await pilot.press("ctrl+z")
        await until(pilot, lambda: not app.state.all(Action))


async def test_the_list_is_put_together_and_an_answer_taken_back(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "Nog open in het netwerk")
        await pilot.press("escape", "v", "down", "v")
        await until(pilot, lambda: len(for_expert(app.state, app.state.get(Activity, "a0"))) == 2)
        await pilot.press("home", "a")
        await until(pilot, lambda: not app.state.get(Question, "q0").waits)
        await pilot.press("a")
        await until(pilot, lambda: app.state.get(Question, "q0").waits)
        await pilot.press("down", "delete")
        await until(pilot, lambda: [each.id for each in for_expert(app.state, app.state.get(Activity, "a0"))] == ["q0"])
        assert app.state.find(Parked, "k0"), "it is only no longer asked of the expert"
        await pilot.press("home", "g")
        await read(pilot, "1 van 1")
        await type_text(pilot, "Dat hangt ervan af")
        await pilot.press("enter", "escape", "e")
        await type_text(pilot, ", zegt Mieke")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.get(Question, "q0").words == "Dat hangt ervan af, zegt Mieke")
        await pilot.press("delete")
        await until(pilot, lambda: app.state.get(Question, "q0").waits)
        assert expert(app.state, app.state.get(Activity, "a0")) == ""
        await pilot.press("f9")
        assert isinstance(app.screen, KringScreen)
        assert app.screen.projected().giant == "Hoe hangt loon samen met competenties?"
        await until(pilot, lambda: "Karel" not in shown(app))


def test_a_step_is_done_once_no_term_waits_for_its_meaning_and_no_question_for_its_answer() -> None:
    term = Term(id="t1", session="s", activity="a0", text="loon", meaning="geld")
    asked = [Question(id=f"q{n}", session="s", text="Hoe?") for n in range(2)]
    answer = Heard(id="h0", session="s", activity="a0", text="Zo", part="q0")

    def done(*records: Record, about: tuple[str, ...] = ()) -> set[str]:
        item = Activity(id="a0", session="s", kind=ActivityKind.EXTERNAL_INPUT, position=0, about=about)
        state = State.holding([item, Session(id="s", number=1), Participant(id="p", name="Bo"), term, *records])
        return {mark.title for mark in view.work(state, item).marks if mark.done}

    assert done() == {"Begrippen"}
    assert done(Term(id="t2", session="s", text="talent")) == set()
    assert done(*asked, answer, about=("q0", "q1")) == {"Vragen", "Begrippen"}
    assert done(*asked, answer, about=("q0",)) == {"Vragen", "Antwoorden", "Begrippen"}
