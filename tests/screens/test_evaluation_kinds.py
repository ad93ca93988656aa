"""An evaluation looks back on a session, on the network so far, or on all of it: by keys, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from data.i18n import set_language
from data.model import (
    Activity,
    ActivityKind,
    Change,
    Evaluation,
    EvaluationKind,
    Kept,
    Liked,
    Liking,
    Promise,
    Record,
    Session,
    SessionStatus,
    Spoken,
    State,
    say,
)
from data.network import Network
from screens.evaluation.looking_back import series
from screens.network.harvest import harvest
from screens.shell.room import projected
from tests.pilot import read, read_large, running, shown, type_text, until
from tests.screens import moments as at
from tests.screens.group import group
from widgets.capture_line import CaptureLine


def looking_back(folder: Path) -> Path:
    """The evaluation of the third session; the first had six forms, the second four, and two things were promised."""
    forms: list[Record] = [
        Evaluation(id=f"f{session}{n}", session=f"s{session}", activity=f"e{session}", content=mark)
        for session, marks in ((1, [4, 7, 7, 8, 8, 9]), (2, [1, 1, 1, 1]))
        for n, mark in enumerate(marks)
    ]
    records: list[Record] = [
        *(Session(id=f"s{n}", number=n, status=SessionStatus.CLOSED) for n in (1, 2)),
        Session(id="s", number=3, status=SessionStatus.OPEN, now="a1"),
        *(
            Activity(id=f"e{n}", session=f"s{n}", kind=ActivityKind.EVALUATION, position=1, revealed=n == 1)
            for n in (1, 2)
        ),
        Promise(id="pr1", session="s1", text="Cases", checks={"s1": Kept.PARTLY}),
        Promise(id="pr2", session="s1", text="Tips"),
        *forms,
    ]
    return group(folder, [ActivityKind.ROUND_TABLE, ActivityKind.EVALUATION], extra=records, now=0)


WORDS = {
    "nl": ("een tussentijdse evaluatie", "Kwam het netwerk", "deels nagekomen", "Waar blijf je", "gesmaakt"),
    "en": ("an interim evaluation", "Did the network", "partly kept", "What do you still miss", "liked"),
}


KEPT = {"nl": "1 van 2 beloften nagekomen", "en": "1 of 2 promises kept"}


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_promises_are_gone_through_and_then_the_forms(tmp_path: Path, language: str) -> None:
    proposes, promises, partly, missing, liked = WORDS[language]
    async with running(looking_back(tmp_path), size=(80, 24), language=language) as (app, pilot):
        app.go("a1")
        await read(pilot, proposes)
        await pilot.press("shift+f8", "1")
        await until(pilot, lambda: app.state.get(Activity, "a1").evaluates is EvaluationKind.INTERIM)
        await pilot.press("shift+f6")
        await read(pilot, promises)
        await pilot.press("tab")
        await type_text(pilot, "rouw")
        await pilot.press("enter")
        await until(pilot, lambda: [said.kind for said in app.state.all(Spoken)] == ["hunger"])
        await read(pilot, missing)
        await pilot.press("escape", "home", "h", "down", "g")
        await until(pilot, lambda: app.state.get(Promise, "pr2").checks == {"s": Kept.KEPT})
        assert app.state.get(Promise, "pr1").checks == {"s1": Kept.PARTLY, "s": Kept.PARTLY}
        await read(pilot, partly)
        assert harvest(app.state, app.state.get(Activity, "a1")) == KEPT[language]
        await pilot.press("g")
        await until(pilot, lambda: app.state.get(Promise, "pr2").checks == {})
        await pilot.press("f9")
        await read_large(pilot, "Cases")
        await pilot.press("f9", "shift+f8")
        await read(pilot, "1")
        await pilot.press("3")
        await until(pilot, lambda: app.state.get(Activity, "a1").evaluates is EvaluationKind.FINAL)
        await pilot.press("home", "g", "w")
        await type_text(pilot, "rustig")
        await pilot.press("enter")
        await until(
            pilot, lambda: [(each.liked, each.why) for each in app.state.all(Liking)] == [(Liked.LIKED, "rustig")]
        )
        await read(pilot, liked)
        assert app.network.undo()
        await until(pilot, lambda: app.state.all(Liking)[0].why == "")


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_scores_over_the_sessions_hide_what_the_room_did_not_see(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(looking_back(tmp_path), size=size) as (app, pilot):
        app.go("a1")
        await read(pilot, "formulier 1 van")
        await pilot.press("shift+f7")
        await read(pilot, "7,2")
        assert "sessie 2" not in shown(app), "it was not opened for the group"
        await pilot.press("escape", "f8", "shift+f7")
        await read(pilot, "minder dan 5 cijfers")
        assert "4–9" in shown(app)
        assert "Discussie" not in shown(app).partition("De cijfers")[2].partition("Esc")[0], "nobody scored it"
        await pilot.press("f8")
        await read(pilot, "Wat niet voor de groep geopend werd")
        assert "minder dan 5 cijfers" not in shown(app)


def test_where_all_scores_are_kept_from_the_room_it_does_not_say_that_there_are_none(tmp_path: Path) -> None:
    set_language("nl")
    file = Network.open(looking_back(tmp_path))
    closed = [replace(each, revealed=False) for each in file.state.all(Activity)]
    told = series(file.state.after(Change(say("Result closed"), puts=tuple(closed))), "s", 80, hidden=True).plain
    file.close()
    assert "Wat niet voor de groep geopend werd" in told
    assert "Nog niets te tonen" not in told


def test_the_room_reads_the_questions_and_the_marks_and_no_names() -> None:
    set_language("nl")
    now = at.forms(6, spoken=True, evaluates=EvaluationKind.INTERIM)
    promises = [
        Promise(id="x", session="s", text="Cases", checks={"s": Kept.PARTLY}),
        Promise(id="y", session="s", text="Tips"),
    ]
    view = projected(replace(now, state=State.holding([*at.everything(now.state), *promises])))
    assert view.giant == "Wat heb je geleerd? Waar blijf je op je honger zitten? Wat doen we voortaan anders?"
    assert [(item.label, item.text) for item in view.items] == [
        ("", "Kwam het netwerk zijn beloften na?"),
        ("◐", "Cases"),
        ("•", "Tips"),
    ]


async def test_a_final_form_asks_no_themes(tmp_path: Path) -> None:
    async with running(looking_back(tmp_path), size=(80, 24)) as (app, pilot):
        app.go("a1")
        await read(pilot, "formulier 1 van")
        await pilot.press("shift+f8", "3")
        await read(pilot, "Eindevaluatie")
        assert "Thema" not in shown(app)
        await pilot.press("8", "7", "9", "enter")
        await type_text(pilot, "de sfeer")
        await pilot.press("enter", "enter", "enter")
        await type_text(pilot, "speeddates")
        await pilot.press("enter", "f5")
        await until(pilot, lambda: len(app.state.all(Evaluation)) == 11)
        form = next(form for form in app.state.all(Evaluation) if form.activity == "a1")
        assert (form.well, form.improve, form.liked) == (("de sfeer",), (), ("speeddates",))


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_at_80_columns_what_stands_in_an_empty_line_is_whole(tmp_path: Path, language: str) -> None:
    async with running(looking_back(tmp_path), size=(80, 24), language=language) as (app, pilot):
        app.go("a1")
        await until(pilot, lambda: app.screen.query("EvaluationForm CaptureLine"))
        lines = [line for line in app.screen.query(CaptureLine) if line.placeholder and line.id]
        room = max(line.size.width for line in lines)
        assert [line.placeholder for line in lines if cell_len(str(line.placeholder)) >= room] == []


async def test_who_types_in_a_list_that_another_kind_does_not_ask_goes_on_in_one_that_it_asks(tmp_path: Path) -> None:
    async with running(looking_back(tmp_path), size=(80, 24)) as (app, pilot):
        app.go("a1")
        await read(pilot, "formulier 1 van")
        await pilot.press("8", "7", "9", "enter", "enter")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "line-treat")
        await pilot.press("shift+f8", "3")
        await read(pilot, "Eindevaluatie")
        await type_text(pilot, "de sfeer")
        await pilot.press("enter", "enter")
        await type_text(pilot, "meer cases")
        await pilot.press("f5")
        await until(pilot, lambda: any(form.well == ("de sfeer",) for form in app.state.all(Evaluation)))
        (form,) = [form for form in app.state.all(Evaluation) if form.well]
        assert form.improve == ("meer cases",)
