"""Open: what is carried over is looked at, planned, closed, let go and opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.i18n import told
from data.model import (
    Action,
    ActivityKind,
    Decision,
    Engagement,
    Fate,
    Parked,
    Participant,
    Question,
    QuestionKind,
    Session,
    Strand,
    Theme,
)
from data.verbs.network import sessions
from data.words import STRAND
from screens.pending import view
from screens.shell.screen import KringScreen
from tests.pilot import read, read_large, running, shown, type_text, until
from tests.screens.group import HOSTILE, group
from tui.app import Kring

OPEN = [
    Question(id="q0", session="s", text="Hoe spoor je talent op?", participant="p4", also=("p3",)),
    Question(id="q1", session="s", text="Wie begint?", participant="p0"),
    Question(id="q2", session="s", text="Al beantwoord?", fate=Fate.CLOSED, closed="s", words="Ja hoor"),
    Question(id="q3", session="s", text="Cases", kind=QuestionKind.EXPECTATION),
    Parked(id="k0", session="s", text="Loonbeleid", participant="p1", why="dat leeft"),
    Action(id="a", session="s", text="Zaal zoeken", who=("p1",)),
    Engagement(id="e", session="s", text="Brengt een case", who=("p2",), due="maart"),
    Theme(id="t", session="s", text="Feedback"),
    Decision(id="d", session="s", question="Hoe vaak komen we samen?"),
]


@pytest.fixture()
def path(tmp_path: Path) -> Path:
    return group(tmp_path, [ActivityKind.ROUND_TABLE, ActivityKind.DECISION], extra=OPEN)


def question(app: Kring, id_: str = "q0") -> Question:
    return app.state.get(Question, id_)


async def test_each_key_gives_the_chosen_one_another_fate_and_undo_takes_it_back(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("programme")
        await pilot.press("o")
        await read(pilot, "Hoe spoor je talent op?")
        assert "Al beantwoord?" not in shown(app)
        await pilot.press("n")
        await until(pilot, lambda: question(app).planned)
        coming = sessions(app.state)[1]
        assert question(app).planned == coming.id, "a session to come was planned for it"
        await read(pilot, "voor sessie 2")
        await pilot.press("n")
        await until(pilot, lambda: question(app).planned is None)
        await pilot.press("b")
        await read(pilot, "behandeld in sessie 1")
        await pilot.press("p")
        await read(pilot, "geparkeerd in sessie 1")
        await pilot.press("a")
        await read(pilot, "Wat was het antwoord")
        await type_text(pilot, "door te kijken")
        await pilot.press("enter")
        await until(pilot, lambda: question(app).answered == "s")
        assert question(app).words == "door te kijken"
        await pilot.press("ctrl+z")
        await until(pilot, lambda: question(app).waits)


async def test_what_was_answered_is_shown_again_and_opened(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("pending")
        await read(pilot, "Wie begint?")
        await pilot.press("z", "1")
        await read(pilot, "Al beantwoord?")
        assert "Zaal zoeken" not in shown(app)
        await pilot.press("end", "o")
        await until(pilot, lambda: question(app, "q2").reopened == "s")
        await read(pilot, "heropend in sessie 1")
        await read(pilot, "“Ja hoor”")
        await pilot.press("l", "enter")
        await read(pilot, "Typ in een paar woorden waarom")
        assert question(app, "q2").waits
        await read(pilot, "Waarom laten we dit los?")
        await type_text(pilot, "te groot")
        await pilot.press("enter")
        await until(pilot, lambda: question(app, "q2").fate is Fate.DROPPED)
        await read(pilot, "“te groot”")


async def test_letters_groups_and_a_theme_of_the_facilitator(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("pending")
        await read(pilot, "Wie begint?")
        await pilot.press("f")
        await type_text(pilot, "karel")
        await pilot.press("enter")
        await until(pilot, lambda: "Wie begint?" not in shown(app))
        await read(pilot, "Hoe spoor je talent op?")
        await pilot.press("0", "g")
        await read(pilot, "per stand")
        await read(pilot, "Geparkeerd  1")
        await pilot.press("g", "g")
        await read(pilot, "Van niemand in het bijzonder")
        await pilot.press("t")
        await type_text(pilot, "Coaching")
        await pilot.press("enter")
        await until(pilot, lambda: [theme.text for theme in app.state.all(Theme)] == ["Feedback", "Coaching"])


async def test_a_decision_is_planned_and_parked_here_and_taken_in_its_own_place(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("pending")
        await read(pilot, "Hoe vaak komen we samen?")
        await pilot.press("8", "a")
        await read(pilot, "Een besluit neem je op zijn eigen plek")
        await pilot.press("n")
        await until(pilot, lambda: app.state.get(Decision, "d").planned)
        await read(pilot, "voor sessie 2")
        await pilot.press("p")
        await until(pilot, lambda: app.state.get(Decision, "d").status == "parked")
        await pilot.press("o")
        await until(pilot, lambda: app.state.get(Decision, "d").status == "open")


async def test_the_room_reads_what_is_open_and_not_of_whom(path: Path) -> None:
    async with running(path, looking_along=False) as (app, pilot):
        app.go("pending")
        await read(pilot, "Bram")
        await pilot.press("3")
        await read(pilot, "want dat leeft")
        await pilot.press("f8")
        await until(pilot, lambda: "want dat leeft" not in shown(app))
        await pilot.press("0")
        await until(pilot, lambda: "Brengt een case" in shown(app))
        assert "Bram" not in shown(app)
        await pilot.press("f9")
        await read_large(pilot, "Wat staat er nog open?")
        assert isinstance(app.screen, KringScreen)
        there = shown(app) + repr(app.screen.projected())
        assert "Loonbeleid" in there
        for private in ("Zaal zoeken", "Brengt een case", "dat leeft", "Karel", "Els"):
            assert private not in there, private


async def test_whatever_people_typed_is_shown_as_text(tmp_path: Path) -> None:
    odd = [Question(id=f"h{n}", session="s", text=text, words=text) for n, text in enumerate(HOSTILE)]
    async with running(group(tmp_path, [ActivityKind.BREAK], extra=odd)) as (app, pilot):
        app.go("pending")
        await read(pilot, "[bold]vet")
        await pilot.press("end", "f9")
        await read(pilot, "日本語の名前")


def test_the_life_is_told_in_the_order_it_was_lived() -> None:
    from data.i18n import set_language
    from data.model import State
    from data.verbs.pending import carried_over

    set_language("en")
    here = Session(id="s", number=1)
    asked = Question(
        id="q",
        session="s",
        text="Hoe?",
        participant="p",
        treated="s2",
        reopened="s3",
        closed="s4",
        fate=Fate.CLOSED,
        words="zo",
    )
    every = [Session(id=f"s{n}", number=n) for n in (2, 3, 4)]
    state = State.holding([here, *every, Participant(id="p", name="Bo Peeters"), asked])
    overview = view.Overview(state, here, view.Sight(), hidden=True)
    (found,) = carried_over(state)
    assert view.life(overview, found).plain.split(" → ") == [
        "Question · Bo Peeters · session 1",
        "discussed in session 2",
        "reopened in session 3",
        "answered in session 4  “zo”",
    ]
    assert view.life(overview, None).plain == ""


def test_one_of_a_kind_is_called_so_behind_its_number() -> None:
    from data.i18n import set_language
    from data.model import State

    set_language("en")
    here = Session(id="s", number=1)
    overview = view.Overview(State.holding([here, *OPEN]), here, view.Sight(), hidden=False)
    seen = {item.text: item.label for item in view.for_the_room(overview).shorter}
    assert (seen["Learning questions"], seen["Decision"], seen["Theme"]) == ("2", "1", "1")
    assert "8 points" in view.heading(overview, 40).plain
    one = view.Overview(overview.state, here, view.Sight(Strand.DECISIONS), hidden=False)
    assert "1 decision" in view.heading(one, 40).plain


@pytest.mark.parametrize("width", [50, 60, 120])
def test_what_the_marks_say_is_shorter_where_it_fits_beside_the_heading_only_so(width: int) -> None:
    from data.i18n import set_language
    from data.model import State

    set_language("en")
    here = Session(id="s", number=1)
    treated = Question(id="q", session="s", text="Wie?", treated="s")
    parked = Parked(id="p", session="s", text="Later", parked="s")
    state = State.holding([here, *OPEN, treated, parked])
    by_kind, by_status = (
        view.heading(view.Overview(state, here, view.Sight(grouping=grouping), hidden=False), width).plain
        for grouping in (view.Grouping.STRAND, view.Grouping.STATUS)
    )
    assert ("\n" in by_kind) is (width == 50)
    assert ("still open" in by_kind, "by kind" in by_kind) == (width != 60, width != 60)
    assert "by status" in by_status, "which the chapters do not say"


@pytest.mark.parametrize(("rows", "folded"), [(0, False), (7, True), (8, False)])
def test_kinds_stand_in_their_headings_where_a_narrow_window_has_fewer_rows_than_are_open(
    rows: int, *, folded: bool
) -> None:
    from data.i18n import set_language
    from data.model import State

    set_language("en")
    here = Session(id="s", number=1)
    overview = view.Overview(State.holding([here, *OPEN]), here, view.Sight(), hidden=False, rows=rows)
    first, *others = view.chapters(overview, brief=True)
    assert (first.title, first.note) == (("1 " * folded) + "Learning questions", "2" + " · 1-8 shows one kind" * folded)
    assert not any("shows" in chapter.note for chapter in others)
    assert others[-1].title == ("8 " * folded) + "Decisions"


async def test_each_says_in_words_how_it_stands_and_for_how_many(tmp_path: Path) -> None:
    asked = Question(id="x", session="s", text="Waar begint talent?", participant="p4", also=("p3", "p2", "p6"))
    parked = Parked(id="y", session="s", text="Samen één map", participant="p1", parked="s")
    path = group(tmp_path, [ActivityKind.ROUND_TABLE], extra=[asked, parked])
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("programme")
        await pilot.press("o")
        await read(pilot, "Karel +3 · open sinds sessie 1")
        await read(pilot, "geparkeerd in sessie 1")
        await pilot.press("b")
        await read(pilot, "Karel +3 · behandeld in sessie 1")


@pytest.mark.parametrize(("width", "there"), [(120, True), (80, True), (60, False)])
async def test_what_the_marks_say_stands_beside_the_heading_or_below_it_where_it_fits(
    demo: Path, width: int, there: bool
) -> None:
    async with running(demo, size=(width, 36)) as (app, pilot):
        app.go("pending")
        await read(pilot, "39 punten")
        assert ("▸ gepland" in shown(app)) is there


async def test_a_narrow_page_shows_each_in_brief_where_they_are_many_and_says_the_rest_of_the_chosen_one(
    demo: Path,
) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go("pending")
        await read(pilot, "behandeld in sessie 1")
        seen = shown(app)
        assert seen.count("behandeld in sessie 1") == 1, "of the chosen one alone"
        assert sum(line.startswith(("  ○ ", "  ▸ ", "  ◐ ", "  ↺ ", "  = ")) for line in seen.splitlines()) >= 11
        assert " 1 Leervragen  12 · 1-8 toont één soort" in seen, "the kinds have no rows of their own"
        kinds = {told(kind) for kind in STRAND.values()}
        for grouping in ("per stand", "per sessie", "per persoon"):
            await pilot.press("g")
            await read(pilot, grouping)
            assert not {line.strip() for line in shown(app).splitlines()} & kinds, "nor below their text"
            assert "1 Leervragen 12   " in shown(app), "but where no heading says them"
        await pilot.press("g")
        await pilot.press("8")
        await read(pilot, "Afwegen · voor sessie 3")
        assert "1 Leervragen 12   " in shown(app), "or one of them is looked at"
