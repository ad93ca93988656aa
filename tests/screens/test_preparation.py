"""Preparation review: a scan from its questions to what strikes, and nobody named before the room."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from data.model import Activity, ActivityKind, Delivery, Engagement, EngagementKind, Heard, Participant
from data.verbs.prepared import set_delivered
from screens.shell.screen import KringScreen
from tests.pilot import read, running, shown, type_text, until
from tests.screens.group import group

SCAN = Engagement(
    id="e0",
    session="s",
    kind=EngagementKind.ASSIGNMENT,
    text="Korte scan",
    planned="s",
    questions=("Weet iedereen wat verwacht wordt?", "Wie volgt op?"),
)
GIVEN = [
    Delivery(id="d0", assignment="e0", participant="p4", text="1. ja 2. ik zelf"),
    Delivery(id="d1", assignment="e0", participant="p6", text="1. Ja"),
]


@pytest.fixture()
def path(tmp_path: Path) -> Path:
    return group(tmp_path, [ActivityKind.PREPARATION], extra=[SCAN, *GIVEN])


async def test_a_scan_by_keyboard(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "2 van 7 bezorgd")
        await type_text(pilot, "Waarover praat je?")
        await pilot.press("enter")
        await read(pilot, "3  Waarover praat je?")
        assert [shown(app).count(told) for told in ("2 beantwoord", "1 beantwoord", "geen antwoorden")] == [1, 1, 1]
        await pilot.press("f6")
        await read(pilot, "1 van 3")
        await read(pilot, "2 keer")
        assert "Karel" not in shown(app), "the room is watching"
        await pilot.press("tab")
        await read(pilot, "te gaan")
        await type_text(pilot, "Niemand zegt neen")
        await pilot.press("enter", "f8")
        await read(pilot, "Karel Wouters")
        await pilot.press("f9")
        assert isinstance(app.screen, KringScreen)
        seen = app.screen.projected()
        assert (seen.giant, seen.status) == ("Weet iedereen wat verwacht wordt?", "Voorbereiding besproken · 1 van 3")
        assert [(row.text, row.aside) for row in seen.items] == [
            ("Ja", "2 keer"),
            ("Wat ons opvalt", ""),
            ("Niemand zegt neen", ""),
        ]
        await pilot.press("f9", "f6", "f6", "f6")
        await read(pilot, "Wat doen we met wat we zagen?")
        await type_text(pilot, "In het team bespreken")
        await pilot.press("enter", "f6")
        await read(pilot, "Dit is de laatste stap")
        assert [(said.part, said.text) for said in app.state.all(Heard)] == [
            ("e0.0", "Niemand zegt neen"),
            ("conclusion", "In het team bespreken"),
        ]
        assert app.state.get(Activity, "a0").passed == ("e0.0", "e0.1", "e0.2")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: len(app.state.all(Heard)) == 1)


async def test_questions_are_written_and_answers_pasted(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "2 van 7 bezorgd")
        await pilot.press("f5")
        await read(pilot, "Eén vraag per regel")
        await pilot.press("enter")
        await type_text(pilot, "En wie betaalt?")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.state.get(Engagement, "e0").questions[-1] == "En wie betaalt?")
        await pilot.press("shift+f5")
        await read(pilot, "Plak wat per mail kwam")
        await type_text(pilot, "Els De Smet: 3. de baas")
        await pilot.press("ctrl+s")
        await read(pilot, "3 van 7 bezorgd")
        await pilot.press("escape", "end", "g")
        await read(pilot, "de baas")


async def test_how_many_delivered_is_whole_beside_a_form_with_a_long_name(tmp_path: Path) -> None:
    long = replace(SCAN, text="Breng mee wat je in je eigen ploeg uitprobeerde, ook als het mislukte")
    async with running(group(tmp_path, [ActivityKind.PREPARATION], extra=[long]), size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, f"{long.text}\n")
        await read(pilot, "Vragen  2 · 0 van 7 bezorgd\n")
        assert "geen antwoorden" not in shown(app), "that nothing was handed in says it"
        assert shown(app).count("Breng mee") == 1, "it is what is asked below"
        await pilot.press("f6")
        await read(pilot, "…  0 van 7 bezorgd  Tab start de klok")


async def test_who_was_asked_several_things_counts_once_and_a_typed_question_says_where_it_went(tmp_path: Path) -> None:
    more = [replace(SCAN, id="e1", text="Een case", questions=()), replace(SCAN, id="e2", text="Mee", who=("p4",))]
    given = [
        GIVEN[0],
        replace(GIVEN[0], id="d8", assignment="e1"),
        replace(GIVEN[0], id="d9", assignment="e2"),
        GIVEN[1],
    ]
    path = group(tmp_path, [ActivityKind.PREPARATION], extra=[SCAN, *more, *given])
    async with running(path, size=(120, 36)) as (app, pilot):
        app.go("a0")
        await read(pilot, "1 van 7 bezorgd · 1 deels")
        await type_text(pilot, "Extra vraag")
        await pilot.press("enter")
        await read(pilot, "Vraag toegevoegd aan “Korte scan”")
        assert app.state.get(Engagement, "e0").questions[-1] == "Extra vraag"


async def test_who_did_not_deliver_yet_stands_first_and_is_not_for_the_room(demo: Path) -> None:
    async with running(demo, size=(120, 36), looking_along=True) as (app, pilot):
        app.go(next(item.id for item in app.state.all(Activity) if item.kind is ActivityKind.PREPARATION))
        await read(pilot, "Hoe het verloopt")
        assert "Wie bezorgde" not in shown(app)
        await pilot.press("f8")
        await read(pilot, "Wie bezorgde")
        form = next(each for each in app.state.all(Engagement) if each.questions)
        first = next(who for who in app.state.all(Participant) if who.name == "An Claes")
        app.do(set_delivered, assignment=form.id, participant=first.id, delivered=True)
        await read(pilot, "✓ An Claes")
        text = shown(app)
        assert text.index("○ Noël Baeten") < text.index("✓ An Claes")
