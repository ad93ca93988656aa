"""Forms are typed with as few keys as there are answers, and show nothing before there are five."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import Activity, ActivityKind, Evaluation, Spoken
from data.verbs.evaluation import forms
from tests.pilot import read, running, shown, type_text, until
from tui.app import Kring


def evaluation_of(app: Kring) -> Activity:
    """The evaluation of the session that is going on."""
    return next(activity for activity in app.programme if activity.kind is ActivityKind.EVALUATION)


def kept(app: Kring) -> list[Evaluation]:
    """The forms of that evaluation."""
    return forms(app.state, evaluation_of(app).id)


async def test_five_forms_open_a_result(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        # 8, then 7 and a half, then 1 that waits for its 0; a learning point; a comment by just typing.
        await pilot.press("8", "7", "comma", "1", "0")
        await type_text(pilot, "luisteren")
        await pilot.press("enter", "enter")
        await type_text(pilot, "feedback")
        await pilot.press("enter", "enter", "enter")
        await until(pilot, lambda: len(kept(app)) == 1)
        (first,) = kept(app)
        assert (first.content, first.discussion, first.facilitation) == (8, 7.5, 10)
        assert (first.learning, first.treat) == (("luisteren",), ("feedback",))
        assert first.participant is None

        await pilot.press("f6")
        await read(pilot, "opent vanaf vijf")
        # The AZERTY row counts; - is no answer; 1 followed by another digit is a 1.
        for keys in (["ç", "è", "à"], ["minus", "6", "1", "f5"], ["1", "9", "7"], ["5", "5", "5"]):
            await pilot.press(*keys, *([] if "f5" in keys else ["f5"]))
        await until(pilot, lambda: len(kept(app)) == 5)
        marks = [(form.content, form.discussion, form.facilitation) for form in kept(app)]
        # Where a form stands in the file says nothing of when it was filled in.
        assert set(marks) == {(8, 7.5, 10), (9, 7, 0), (None, 6, 1), (1, 9, 7), (5, 5, 5)}

        await pilot.press("f6")
        await read(pilot, "5 formulieren")
        await read(pilot, "luisteren")
        assert "Minder dan 5" not in shown(app)


async def test_scores_are_dots_while_looking_along_and_a_form_can_be_corrected(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        await pilot.press("9", "4")
        await read(pilot, "•")
        await pilot.press("f5")
        await until(pilot, lambda: len(kept(app)) == 1)
        await pilot.press("pageup")
        await read(pilot, "om te verbeteren")
        await pilot.press("3", "f5")
        await until(pilot, lambda: kept(app)[0].content == 3)
        assert kept(app)[0].discussion == 4
        assert app.network.undo()
        await until(pilot, lambda: kept(app)[0].content == 9)


async def test_a_form_half_way_is_there_after_a_restart_and_names_nobody(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        await pilot.press("8")
        await type_text(pilot, "fijn")
        await until(pilot, lambda: "fijn" in app.network.drafts.get(f"{evaluation_of(app).id}:form"))
    async with running(demo) as (app, pilot):
        await read(pilot, "fijn")
        await pilot.press("f5")
        await until(pilot, lambda: len(kept(app)) == 1)
        assert kept(app)[0].content == 8
        assert kept(app)[0].discussion_comment == "fijn"
        await read(pilot, "formulier 2 van")
        assert "fijn" not in shown(app), "whoever comes next sees nothing of it"
        assert "fijn" not in app.network.drafts.get(f"{evaluation_of(app).id}:form")
        await pilot.press("f5")
        await read(pilot, "niets ingevuld")
        assert len(kept(app)) == 1


async def test_an_empty_form_is_refused(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        await pilot.press("f5")
        await read(pilot, "niets ingevuld")
        assert kept(app) == []


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_spoken_form(demo: Path, size: tuple[int, int]) -> None:
    async with running(demo, size=size) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        await pilot.press("shift+f6")
        await read(pilot, "mondeling")
        await type_text(pilot, "veel geleerd")
        await pilot.press("enter", "tab")
        await type_text(pilot, "rustig tempo")
        await pilot.press("enter")
        await read(pilot, "rustig tempo")
        assert [(said.kind, said.text) for said in app.state.all(Spoken)][-2:] == [
            ("learned", "veel geleerd"),
            ("went", "rustig tempo"),
        ]
