"""Forms are typed with as few keys as there are answers, and show nothing before there are five."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from data.model import (
    Activity,
    ActivityKind,
    Change,
    Evaluation,
    Record,
    Session,
    SessionStatus,
    Spoken,
    Stamp,
    State,
    say,
)
from data.verbs.check_in import arrive
from data.verbs.evaluation import forms
from screens.evaluation.screen import EvaluationScreen
from tests.pilot import read, running, shown, type_text, until
from tests.screens.group import group
from tui.app import Kring
from widgets.capture_line import CaptureLine
from widgets.evaluation_answers import Answers
from widgets.evaluation_form import EvaluationForm
from widgets.score import Score


def evaluation_of(app: Kring) -> Activity:
    """The evaluation of the session that is going on."""
    return next(activity for activity in app.programme if activity.kind is ActivityKind.EVALUATION)


def kept(app: Kring) -> list[Evaluation]:
    """The forms of that evaluation."""
    return forms(app.state, evaluation_of(app).id)


async def second_form(app: Kring, pilot: Pilot[None]) -> EvaluationForm:
    """The form of the evaluation, blank, behind one that is kept."""
    app.go(evaluation_of(app).id)
    await read(pilot, "formulier 1 van")
    await pilot.press("8", "7", "9", "f5")
    await until(pilot, lambda: len(kept(app)) == 1)
    return app.screen.query_one(EvaluationForm)


async def test_the_rows_of_a_form_have_air_between_them_for_as_long_as_all_are_in_sight(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        form = app.screen.query_one(EvaluationForm)

        def tops() -> list[int]:
            return [row.region.y for row in form.query(".row") if row.display]

        await until(pilot, lambda: all(below - above >= 2 for above, below in pairwise(tops())))
        await pilot.press("8", "7", "9", "enter")
        for word in ("een", "twee", "drie", "vier", "vijf", "zes"):
            await type_text(pilot, word)
            await pilot.press("enter")
        await read(pilot, "zes")
        await until(pilot, lambda: tops()[1] - tops()[0] == 1)
        assert form.max_scroll_y == 0


@pytest.mark.parametrize(("size", "of_rows"), [((80, 24), False), ((120, 36), True)])
async def test_a_field_without_the_focus_has_an_edge_too_or_its_row_where_that_has_a_ground(
    demo: Path, size: tuple[int, int], *, of_rows: bool
) -> None:
    async with running(demo, size=size) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        form = app.screen.query_one(EvaluationForm)
        await until(pilot, lambda: form.has_class("-tall") is of_rows)
        here, *others = [row for row in form.query(".row") if row.display]
        edges = [[each.styles.border_left[0] == "outer" for each in (row, *row.query(CaptureLine))] for row in others]
        assert edges == [[of_rows, not of_rows]] * len(others)
        assert here.styles.border_left[1] != others[0].query_one(CaptureLine).styles.border_left[1]


async def test_five_forms_open_a_result(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        # 8, then 7 and a half, then 1 that waits for its 0; a learning point; a comment by just typing.
        await pilot.press("8", "7", "comma", "space", "1", "0", "enter")
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
        # The AZERTY row counts; - is no answer; a 1 before another score ends with a space.
        for keys in (["ç", "è", "à"], ["minus", "6", "1", "f5"], ["1", "space", "9", "7"], ["5", "5", "5"]):
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


async def test_leafing_through_forms_changes_nothing(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        for score in ("9", "4"):
            await pilot.press(score, "f5")
        await until(pilot, lambda: len(kept(app)) == 2)
        done = app.network._desk.history.undoes[-1].id
        await pilot.press("pageup", "pageup", "pagedown", "pagedown", "pageup", "f5")
        await read(pilot, "formulier 3 van")
        assert "verbeterd" not in shown(app)
        assert app.network._desk.history.undoes[-1].id == done


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
        assert kept(app)[0].content_comment == "fijn"
        await read(pilot, "formulier 2 van")
        assert "fijn" not in shown(app), "whoever comes next sees nothing of it"
        assert "fijn" not in app.network.drafts.get(f"{evaluation_of(app).id}:form")
        await pilot.press("f5")
        await read(pilot, "niets ingevuld")
        assert len(kept(app)) == 1


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("7,5 8 6,5", (7.5, 8, 6.5)),
        ("7,586,5", (7.5, 8, 6.5)),
        ("8.579", (8.5, 7, 9)),
        ("1 0 10", (1, 0, 10)),
        ("7, 8, -", (7.5, 8.5, None)),
        ("8.0 7,0 10", (8, 7, 10)),
    ],
)
async def test_scores_are_taken_whole_as_they_are_read_out(
    demo: Path, typed: str, marks: tuple[float | None, ...]
) -> None:
    async with running(demo) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        await type_text(pilot, typed)
        await pilot.press("f5")
        await until(pilot, lambda: len(kept(app)) == 1)
        form = kept(app)[0]
        assert (form.content, form.discussion, form.facilitation) == marks
        assert form.learning == ()


@pytest.mark.parametrize(
    ("typed", "stays", "marks"),
    [
        ("8 8,2 7", "8,2 7", (8, None, None)),
        ("8.2.3", "8.2.3", (None, None, None)),
        ("117", "117", (None, None, None)),
        ("10,5", "10,5", (None, None, None)),
        ("7,5,8", "7,5,8", (None, None, None)),
        ("9 8 7,,", "7,,", (9, 8, None)),
    ],
)
async def test_what_is_no_score_is_refused_and_stays_and_nothing_of_it_is_another_score(
    demo: Path, typed: str, stays: str, marks: tuple[float | None, ...]
) -> None:
    async with running(demo) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        form = app.screen.query_one(EvaluationForm)
        await type_text(pilot, typed)
        await read(pilot, "Dat is geen score")
        for key in ("enter", "f5"):
            await pilot.press(key)
            await read(pilot, "Dat is geen score")
            await read(pilot, "formulier 1 van")
        assert stays not in shown(app), "the room is watching"
        assert kept(app) == []
        assert (form.answers.content, form.answers.discussion, form.answers.facilitation) == marks
        assert [score.refused for score in form.query(Score) if score.has_class("-refused")] == [stays]
        app.looking_along = False
        await pilot.press("enter")
        await read(pilot, f"“{stays}” is geen score")
        await pilot.press("backspace")
        await type_text(pilot, "8,5 ")
        await pilot.press("f5")
        await until(pilot, lambda: len(kept(app)) == 1)
        assert 8.5 in (kept(app)[0].content, kept(app)[0].discussion, kept(app)[0].facilitation)


async def test_a_comment_belongs_to_the_score_before_it(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        await pilot.press("8")
        await type_text(pilot, "veel geleerd")
        await pilot.press("enter", "7")
        await type_text(pilot, "rustig")
        await pilot.press("enter", "9", "enter")
        await type_text(pilot, "luisteren")
        await pilot.press("enter", "f5")
        await until(pilot, lambda: len(kept(app)) == 1)
        form = kept(app)[0]
        assert (form.content, form.discussion, form.facilitation) == (8, 7, 9)
        assert (form.content_comment, form.discussion_comment) == ("veel geleerd", "rustig")
        assert form.learning == ("luisteren",)


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


def marked(session: str, activity: str, marks: list[int]) -> list[Record]:
    return [
        Evaluation(
            id=f"{activity}-{n}", session=session, activity=activity, content=mark, discussion=mark if n < 4 else None
        )
        for n, mark in enumerate(marks)
    ]


def held(activity: str, session: str, *, revealed: bool = True) -> Activity:
    return Activity(id=activity, session=session, kind=ActivityKind.EVALUATION, position=1, revealed=revealed)


async def test_a_trend_says_when_it_may_be_chance(tmp_path: Path) -> None:
    records: list[Record] = [
        *(Session(id=f"s{n}", number=n + 1, status=SessionStatus.CLOSED) for n in range(3)),
        Session(id="s", number=4, status=SessionStatus.OPEN, now="a0"),
        *(held("e0", "s0"), held("e1", "s1"), held("e2", "s2", revealed=False), held("a0", "s")),
        *marked("s0", "e0", [5] * 5),
        *marked("s1", "e1", [7] * 6),
        *marked("s2", "e2", [1] * 6),
        *marked("s", "a0", [8] * 6),
    ]
    async with running(group(tmp_path, [ActivityKind.EVALUATION], extra=records), size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "Sinds sessie 2")
        await read(pilot, "Sinds sessie 2  inhoud +1, kan toeval zijn")
        assert shown(app).count("toeval") == 1, "a field that fewer than five people scored tells nothing"
        for each in marked("s", "a0", [10] * 6):
            app.do(partial(put, each))
        await read(pilot, "+3  meer dan toeval")


def put(record: Record, _state: State, _at: Stamp) -> Change:
    return Change(say("put"), puts=(record,))


async def test_the_first_evaluation_has_no_trend(tmp_path: Path) -> None:
    records = [
        held("a0", "s"),
        *marked("s", "a0", [8] * 6),
    ]
    async with running(group(tmp_path, [ActivityKind.EVALUATION], extra=records)) as (app, pilot):
        app.go("a0")
        await read(pilot, "6 formulieren")
        assert "Sinds" not in shown(app)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_it_shows_how_far_one_is_and_where_one_is(tmp_path: Path, language: str) -> None:
    path = group(tmp_path, [ActivityKind.EVALUATION])
    async with running(path, size=(80, 24), language=language) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: isinstance(app.focused, Score))
        for who in ("p0", "p1", "p2"):
            app.do(arrive, session="s", participant=who)
        await until(pilot, lambda: "◉○○" in shown(app))
        row = app.screen.query_one("#score-content").parent
        await until(pilot, lambda: isinstance(row, Widget) and row.region.height == 3)
        hint = app.screen.query_one("#eva-hint")
        await until(pilot, lambda: hint.region.height == 1)
        await type_text(pilot, "7 8 9")
        await pilot.press("f5")
        await until(pilot, lambda: "●◉○" in shown(app))


@pytest.mark.parametrize(("size", "high"), [((80, 24), 1), ((120, 36), 3), ((200, 50), 3)])
async def test_where_there_is_height_every_field_is_as_tall_as_the_one_of_now(
    tmp_path: Path, size: tuple[int, int], high: int
) -> None:
    async with running(group(tmp_path, [ActivityKind.EVALUATION]), size=size) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: isinstance(app.focused, Score))
        rows = [row for row in app.screen.query(".row") if row.display]
        await until(pilot, lambda: [row.region.height for row in rows] == [3, *[high] * (len(rows) - 1)])
        assert all(row.region.bottom < app.screen.query_one("KeyBar").region.y for row in rows)


async def test_the_last_keys_before_an_earlier_form_is_shown_come_back_with_the_form(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        await pilot.press("9", "f5")
        await until(pilot, lambda: len(kept(app)) == 1)
        assert isinstance(app.screen, EvaluationScreen)
        # On a busy machine the key that turns the form is read before what was typed is told.
        app.screen.query_one("#line-learning", CaptureLine).value = "op tijd stoppen"
        app.screen.forms.turn(-1)
        await read(pilot, "om te verbeteren")
        assert "op tijd stoppen" not in shown(app)
        await pilot.press("pagedown")
        await read(pilot, "op tijd stoppen")


async def test_what_is_typed_while_the_result_is_open_goes_into_no_form(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        for number in range(1, 6):
            await pilot.press("8", "7", "9", "f5")
            await read(pilot, f"formulier {number + 1} van")
        await pilot.press("f6")
        await read(pilot, "5 formulieren")
        await type_text(pilot, "88 leer")
        await pilot.press("f6")
        await read(pilot, "formulier 6 van")
        assert isinstance(app.screen, EvaluationScreen)
        assert app.screen.forms.form.answers == Answers()


async def test_how_a_form_is_typed_stands_above_it_and_a_high_page_has_more_air_between_its_fields(demo: Path) -> None:
    async with running(demo, size=(200, 50)) as (app, pilot):
        app.go(evaluation_of(app).id)
        await until(pilot, lambda: app.screen.query(EvaluationForm))
        form = app.screen.query_one(EvaluationForm)
        await until(pilot, lambda: form.has_class("-high"))
        assert app.screen.query_one("#eva-hint").region.bottom < form.region.y
        await pilot.resize_terminal(200, 36)
        await until(pilot, lambda: form.has_class("-tall") and not form.has_class("-high"))


async def test_a_comment_goes_on_at_its_end_from_the_score(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        await pilot.press("8")
        await type_text(pilot, "goed")
        form = app.screen.query_one(EvaluationForm)
        await pilot.press("home", "shift+tab", "e", "r", "slash")
        await until(pilot, lambda: form.answers.content_comment != "goed")
        assert form.answers.content_comment == "goeder/"


async def test_the_arrows_and_tab_go_from_field_to_field_past_an_empty_comment(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        form = app.screen.query_one(EvaluationForm)
        await pilot.press("8", "comma", "5", "tab", "6", "up", "9")
        assert (form.answers.content, form.answers.discussion) == (9, 6), "a digit gives another score"
        assert [form.answers.content_comment] == [""]
        await type_text(pilot, "goed")
        await pilot.press("tab", "shift+tab", "x", "down", "down", "down")
        assert form.answers.content_comment == "goedx", "a comment that was begun is a field"
        await type_text(pilot, "luisteren")
        await pilot.press("enter", "up", "up")
        assert form.answers.learning == ("luisteren",)
        await pilot.press("7", "f1")
        await read(pilot, "Haal de score weg")
        assert form.answers.facilitation == 7


async def test_on_an_earlier_form_undo_takes_back_what_was_done_there_first_and_then_says_which_form_it_takes(
    demo: Path,
) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(evaluation_of(app).id)
        await read(pilot, "formulier 1 van")
        form = app.screen.query_one(EvaluationForm)
        await pilot.press("8", "7", "9", "enter")
        await type_text(pilot, "luisteren")
        await pilot.press("enter", "f5", "6", "6", "6", "f5")
        await until(pilot, lambda: len(kept(app)) == 2)
        await pilot.press("pageup", "pageup")
        await until(pilot, lambda: form.answers.content == 8)
        before = form.answers
        # A score, and the last line of a list that was pulled up to be changed.
        await pilot.press("5", "down", "down", "down", "up")
        await until(pilot, lambda: app.screen.query_one("#line-learning", CaptureLine).value == "luisteren")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: not app.screen.query_one("#line-learning", CaptureLine).value)
        assert "· luisteren" in shown(app)
        assert form.answers.content == 5
        await pilot.press("ctrl+z")
        await until(pilot, lambda: form.answers == before)
        assert len(kept(app)) == 2
        await pilot.press("ctrl+z")
        await read(pilot, "Ongedaan: Formulier 2 bewaard")
        assert len(kept(app)) == 1
        assert form.answers == before


async def test_on_a_new_form_undo_takes_back_scores_and_lines_before_the_form_before_it(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        form = await second_form(app, pilot)
        await pilot.press("4", "comma", "1", "1", "enter")
        await read(pilot, "Dat is geen score")
        await pilot.press("ctrl+z", "ctrl+z", "down", "2", "3", "enter")
        await type_text(pilot, "tijd")
        await pilot.press("enter", "ctrl+z")
        await until(pilot, lambda: app.screen.query_one("#line-learning", CaptureLine).value == "tijd")
        await pilot.press("ctrl+u")
        assert form.answers == Answers(content=4.5, discussion=2, facilitation=3)
        assert len(kept(app)) == 1
