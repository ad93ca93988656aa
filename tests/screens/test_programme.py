"""The programme as a cockpit: what came of each activity, what waits beside it, and the next step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from data.i18n import clock
from data.methods.agenda import timetable
from data.model import (
    Activity,
    ActivityKind,
    Attendance,
    Countdown,
    Decision,
    DecisionStatus,
    KeptProgramme,
    Note,
    Parked,
    Participant,
    Presence,
    Question,
    QuestionKind,
    Session,
    SessionStatus,
    State,
)
from data.verbs.clock import start
from data.verbs.programme import begin_activity
from screens.dialogs.ask import AskLine, Choose
from screens.dialogs.library import Library
from screens.network.programme import ProgrammeScreen
from screens.network.programme_view import rows
from screens.shell.house import House
from screens.shell.standing import on_the_clock, share_left
from tests.pilot import read, running, shown, until
from tests.screens.group import group
from widgets.listing import Listing
from widgets.session_bar import SessionBar


def with_post_its(folder: Path) -> Path:
    notes = [Note(id=f"n{n}", session="s", activity="a1", text=f"idee {n}") for n in range(15)]
    parked = Parked(id="k", session="s", text="Het budget van volgend jaar")
    later = Session(id="t", number=2, date="2026-12-10", place="Loods 7", themes=("Wie doet mee?",))
    kinds = [ActivityKind.CHECK_IN, ActivityKind.BRAINSTORM, ActivityKind.CLOSE]
    return group(folder, kinds, extra=[*notes, parked, later])


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_it_says_what_came_of_each_activity_and_what_the_next_step_is(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(with_post_its(tmp_path), size=size) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "15 post-its")
        assert "n begint Brainstorm" in shown(app)
        assert "o Nog open" in shown(app)
        if size[0] >= 100:
            assert "Het budget van volgend jaar" in shown(app)
            assert "Loods 7" in shown(app)
            assert "Wie doet mee?" in shown(app)
        else:
            assert "1 geparkeerd punt" in shown(app)


async def test_at_80_columns_what_came_of_an_activity_is_told_whole_on_a_second_line(tmp_path: Path) -> None:
    outcome = "We vragen iemand van buiten voor een half uur"
    decision = Decision(id="d", session="s", question="Wie komt?", status=DecisionStatus.DECIDED, outcome=outcome)
    kinds = [ActivityKind.CHECK_IN, ActivityKind.EXCHANGE, ActivityKind.DECISION, *[ActivityKind.BREAK] * 6]
    item = Activity(id="b", session="s", kind=ActivityKind.DECISION, position=20, minutes=30, decision="d")
    async with running(group(tmp_path, kinds, extra=[decision, item]), size=(80, 24)) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "besloten: We")
        told = " ".join(line[40:].strip() for line in shown(app).splitlines())
        assert f"besloten: {outcome}" in " ".join(told.split())
        assert "…" not in shown(app).partition("besloten")[2].partition("Nog open")[0]


async def test_at_80_columns_a_question_stands_below_its_activity_whole(tmp_path: Path) -> None:
    question = "Hoe ziet een gewone werkweek eruit waarin iedereen iets leert?"
    item = Activity(id="b", session="s", kind=ActivityKind.BRAINSTORM, position=20, minutes=30, question=question)
    kinds = [ActivityKind.CHECK_IN, *[ActivityKind.BREAK] * 7]
    async with running(group(tmp_path, kinds, extra=[item]), size=(80, 24)) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "Hoe ziet een gewone werkweek")
        assert question in " ".join(shown(app).split())


async def test_the_bar_of_what_is_now_gets_shorter_by_itself(tmp_path: Path) -> None:
    async with running(with_post_its(tmp_path)) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "15 post-its")
        app.do(begin_activity, activity="a1")
        listing = app.screen.query_one("#items")

        def bar() -> int:
            return next(row for row in shown(app).splitlines()[listing.region.y :] if "Brainstorm" in row).count("━")

        await until(pilot, lambda: bar() > 6)
        whole, later = bar(), app.now() + timedelta(minutes=15)
        with patch.object(House, "now", lambda self: later):
            await until(pilot, lambda: 0 < bar() < whole)


async def test_the_hours_around_the_list_move_on_with_those_in_it(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN, ActivityKind.BREAK])) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "n begint Pauze")
        screen = app.screen
        assert isinstance(screen, ProgrammeScreen)
        later = app.now() + timedelta(days=1, minutes=7)
        with patch.object(House, "now", lambda self: later):
            screen.tick()
            ends, begins = clock(on_the_clock(app).ends or later), clock(on_the_clock(app).slots[1].expected)
            await read(pilot, f"tot {ends}")
            await read(pilot, f"n begint Pauze, om {begins}")


async def test_who_only_looks_at_an_activity_is_told_what_is_on_the_clock_and_what_starts_it(tmp_path: Path) -> None:
    kinds = [ActivityKind.CHECK_IN, ActivityKind.ROUND_TABLE, ActivityKind.DECISION]
    async with running(group(tmp_path, kinds), size=(80, 24)) as (app, pilot):
        await pilot.press("f2", "2")
        await read(
            pilot, " · Check-in loopt nog op de klok: F2, dan b begint Tafelronde."
        )  # a tick is for what was done
        assert app.session.now == "a0", "nothing begins by itself"
        await pilot.press("f2", "b")
        await until(pilot, lambda: app.session.now == "a1" and app.place == "a1")
        await pilot.press("f2", "1")
        await until(pilot, lambda: app.place == "a0")
        assert "op de klok" not in shown(app), "it was held"


async def test_what_is_undone_elsewhere_is_told_with_its_activity(tmp_path: Path) -> None:
    kinds = [ActivityKind.BRAINSTORM, ActivityKind.BREAK]
    async with running(group(tmp_path, kinds)) as (app, pilot):
        for place, told in (("a1", " · Brainstorm"), ("a0", "")):
            app.do(start, activity="a0", seconds=60)
            app.go(place)
            await until(pilot, lambda place=place: app.place == place)  # type: ignore[misc]
            await pilot.press("ctrl+z")
            await read(pilot, f"✓ Ongedaan: Klok gestart{told}\n" if told else "✓ Ongedaan: Klok gestart")
            assert (" · Brainstorm" in shown(app)) is bool(told)


async def test_on_a_wide_terminal_it_stands_in_the_middle(tmp_path: Path) -> None:
    async with running(with_post_its(tmp_path), size=(200, 50)) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "15 post-its")
        work = app.screen.query_one("#work")
        await until(pilot, lambda: (work.region.x, work.region.right) == (14, 186))
        assert app.screen.query_one(SessionBar).region.width == 200
        assert app.state.get(Activity, "a0").kind is ActivityKind.CHECK_IN


async def test_how_many_are_here_is_the_same_number_in_the_programme_and_in_the_bar(tmp_path: Path) -> None:
    gone = {1: Presence.LEFT, 2: Presence.EXCUSED}
    here = [
        Attendance(id=f"h{n}", session="s", participant=f"p{n}", presence=gone.get(n, Presence.PRESENT))
        for n in range(7)
    ]
    async with running(group(tmp_path, [ActivityKind.CHECK_IN], extra=here)) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "5 van 7 aanwezig")
        assert "5 aanwezig" in shown(app).splitlines()[0]
        app.go("a0")
        await read(pilot, "5 van 7 aanwezig  ")


async def test_a_break_that_was_begun_counts_only_from_enter_in_the_bar_too(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN, ActivityKind.BREAK])) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "n begint Pauze")
        await pilot.press("n")
        await read(pilot, "Enter begint")
        bar = app.screen.query_one(SessionBar)
        assert "▸ Pauze  " in bar.render().plain, "nothing counts yet"
        await pilot.press("enter")
        await until(pilot, lambda: "▸ Pauze 19:" in bar.render().plain or "▸ Pauze 20:00" in bar.render().plain)


@pytest.mark.parametrize(
    ("clock", "left"),
    [(None, 1.0), (Countdown(left=900, total=1800), 0.5), (Countdown(ends="2027-03-16T13:59:00+00:00", total=60), 0)],
)
def test_what_is_left_of_a_break_is_a_part_of_its_own_clock(clock: Countdown | None, left: float) -> None:
    pause = Activity(id="a", session="s", kind=ActivityKind.BREAK, position=1, minutes=15, countdown=clock)
    assert share_left(pause, datetime(2027, 3, 16, 14, tzinfo=UTC)) == left


@pytest.mark.parametrize(("size", "longest"), [((120, 36), 12), ((200, 50), 40)])
async def test_the_ground_of_the_chosen_row_lies_on_its_text_and_bars_are_longer_in_a_wide_list(
    tmp_path: Path, size: tuple[int, int], longest: int
) -> None:
    async with running(with_post_its(tmp_path), size=size) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "15 post-its")
        listing = app.screen.query_one("#items", Listing)
        await until(pilot, lambda: listing.highlighted is not None)
        first, below = (listing.render_line(row) for row in (0, 1))
        grounds = [{segment.style.bgcolor for segment in strip if segment.style} for strip in (first, below)]
        assert "Check-in" in first.text
        assert not below.text.strip()
        assert grounds[0].isdisjoint(grounds[1])
        bars = [line.count("─") + line.count("━") for line in (listing.render_line(row).text for row in range(6))]
        assert max(bars) == longest
        beside, strip = (app.screen.query_one(name).region for name in ("#beside", "#next"))
        assert beside.bottom < strip.y, "its rule does not run into the strip"


@pytest.mark.parametrize(("key", "place"), [("2", "a1"), ("à", "a9"), ("A", "a10"), ("C", "a12")])
async def test_any_activity_is_two_keys_from_any_other_also_behind_the_tenth(
    tmp_path: Path, key: str, place: str
) -> None:
    kinds = [ActivityKind.BRAINSTORM, *[ActivityKind.BREAK] * 12]
    async with running(group(tmp_path, kinds), size=(80, 24)) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "line")
        await pilot.press("f2", key)
        await until(pilot, lambda: app.place == place)


async def test_the_sign_that_goes_to_an_activity_stands_before_it_and_one_that_is_none_does_nothing(
    tmp_path: Path,
) -> None:
    async with running(group(tmp_path, [ActivityKind.BREAK] * 12), size=(80, 24)) as (app, pilot):
        await pilot.press("f2", "C", "f2")
        await until(pilot, lambda: app.place == "programme" and "Pauze" in shown(app))
        signs = [line.split()[0] for line in shown(app).splitlines()[2:] if "Pauze" in line and "20'" in line]
        assert signs == [*"1234567890", "A", "B"]


async def test_a_form_is_added_from_the_library_with_its_time_for_the_people(tmp_path: Path) -> None:
    async with running(with_post_its(tmp_path), size=(80, 24)) as (app, pilot):
        await pilot.press("f2", "a")
        await until(pilot, lambda: isinstance(app.screen, Library))
        await pilot.press("down")
        await read(pilot, "Hoe het verloopt")
        await read(pilot, "Met 7 mensen: 20 minuten")
        await pilot.press("enter")
        await until(pilot, lambda: len(app.programme) == 4)
        added = app.programme[1]
        assert (added.kind, added.minutes) == (ActivityKind.ROUND_TABLE, 20)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: len(app.programme) == 3)


@pytest.mark.parametrize(("language", "letters"), [("nl", "pau"), ("en", "bre")])
async def test_letters_lead_to_a_form_in_the_words_of_the_screen(tmp_path: Path, language: str, letters: str) -> None:
    async with running(with_post_its(tmp_path), size=(80, 24), language=language) as (app, pilot):
        await pilot.press("f2", "a")
        await until(pilot, lambda: isinstance(app.screen, Library))
        await pilot.press(*letters, "enter")
        await until(pilot, lambda: len(app.programme) == 4)
        assert app.programme[1].kind is ActivityKind.BREAK


async def test_a_session_to_come_takes_another_programme_and_one_that_began_keeps_its_own(tmp_path: Path) -> None:
    async with running(with_post_its(tmp_path)) as (app, pilot):
        await pilot.press("f2", "v")
        await read(pilot, "in gebruik")
        await pilot.press("right")
        await until(pilot, lambda: app.session.number == 2)
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await read(pilot, "Kopie van sessie 1")
        await pilot.press("6")
        await until(pilot, lambda: [item.kind.value for item in app.programme] == ["check_in", "brainstorm", "close"])
        await pilot.press("k")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await pilot.press("x", "enter")
        await until(pilot, lambda: [kept.name for kept in app.state.all(KeptProgramme)] == ["x"])


async def test_a_session_that_is_held_on_another_day_is_neither_ahead_nor_behind(tmp_path: Path) -> None:
    later = Session(id="s", number=1, date="2036-01-01", status=SessionStatus.OPEN, now="a0", starts="13:30")
    path = group(tmp_path, [ActivityKind.CHECK_IN, ActivityKind.CLOSE], extra=[later])
    async with running(path, looking_along=False) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "2036")
        assert "voor" not in shown(app).splitlines()[2]


async def test_of_another_session_what_comes_next_is_chosen_and_not_what_stood_in_the_same_row(tmp_path: Path) -> None:
    kinds = [ActivityKind.CHECK_IN, ActivityKind.BRAINSTORM, ActivityKind.CLOSE]
    coming = [Activity(id=f"t{n}", session="t", kind=kind, position=n, minutes=9) for n, kind in enumerate(kinds)]
    path = group(tmp_path, kinds, extra=[Session(id="t", number=2), *coming], now=2)
    async with running(path) as (app, pilot):
        await pilot.press("f2")
        items = app.screen.query_one("#items", Listing)
        await until(pilot, lambda: items.chosen == "a2")
        await pilot.press("right")
        await until(pilot, lambda: items.chosen == "t0")


async def test_a_programme_is_made_to_fit_a_large_group_but_not_while_the_room_looks_along(tmp_path: Path) -> None:
    many = [Participant(id=f"m{place}", name=f"Deelnemer {place}") for place in range(12)]
    path = group(tmp_path, [ActivityKind.CHECK_IN, ActivityKind.SPEED_DATES], extra=many)
    async with running(path) as (app, pilot):
        await pilot.press("f2", "f")
        await read(pilot, "F8 toont het")
        assert "past het aan" not in shown(app)
        await pilot.press("f8")
        await read(pilot, "f past het aan 19 mensen aan")
        await pilot.press("f")
        await until(pilot, lambda: app.programme[1].dates is not None and app.programme[1].dates.size == 3)


async def test_a_question_below_its_activity_folds_where_there_are_lines_to_spare(tmp_path: Path) -> None:
    question = "Hoe ziet een gewone werkweek eruit waarin iedereen iets leert, ook wie daar geen tijd voor heeft?"
    item = Activity(id="b", session="s", kind=ActivityKind.BRAINSTORM, position=20, minutes=30, question=question)
    async with running(group(tmp_path, [ActivityKind.CHECK_IN], extra=[item]), size=(120, 36)) as (app, pilot):
        app.go("programme")
        await read(pilot, "tijd voor heeft?")
        assert "…" not in "".join(row for row in shown(app).split("\n") if "werkweek" in row)


@pytest.mark.parametrize("size", [(80, 15), (120, 15)])
async def test_a_programme_longer_than_the_terminal_scrolls_clear_of_what_stands_around_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    kinds = [ActivityKind.CHECK_IN, *[ActivityKind.BREAK] * 18, ActivityKind.BRAINSTORM]
    async with running(group(tmp_path, kinds), size=size) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "n begint")
        assert "Brainstorm" not in "\n".join(shown(app).splitlines()[2:-2])
        await pilot.press("end")
        await read(pilot, "Brainstorm")
        listing, first, step = (app.screen.query_one(id_).region for id_ in ("#items", "#heading", "#next"))
        assert first.bottom <= listing.y
        assert listing.bottom <= step.y
        assert "Sessie 1" in shown(app)
        assert "n begint" in shown(app)


async def test_what_a_round_table_brought_is_counted_by_kind(tmp_path: Path) -> None:
    said = [
        Question(id=f"q{n}", session="s", activity="a0", text="Wat?", kind=kind)
        for n, kind in enumerate((QuestionKind.QUESTION, QuestionKind.EXPERIENCE, QuestionKind.EXPERIENCE))
    ]
    async with running(group(tmp_path, [ActivityKind.ROUND_TABLE], extra=said), size=(80, 24)) as (app, pilot):
        app.go("programme")
        await read(pilot, "1 vraag · 2 ervaringen")


async def test_a_wide_programme_is_drawn_once_when_it_opens_and_again_for_another_size(tmp_path: Path) -> None:
    draw = ProgrammeScreen.show_data
    with patch.object(ProgrammeScreen, "show_data", autospec=True, side_effect=draw) as drawn:
        async with running(with_post_its(tmp_path)) as (app, pilot):
            await read(pilot, "15 post-its")
            assert app.screen.place == "programme"  # type: ignore[attr-defined]
            assert drawn.call_count == 1
            await pilot.resize_terminal(80, 24)
            # What is open is filled before it is in sight, so that it can be read before the second drawing.
            await until(pilot, lambda: drawn.call_count > 1)
            await read(pilot, "1 geparkeerd punt")


def test_where_there_is_height_for_it_two_blank_lines_stand_between_activities() -> None:
    items = [Activity(id=f"a{n}", session="s", kind=ActivityKind.BREAK, position=n, minutes=10) for n in range(4)]
    state = State.holding(items)
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    table = timetable(items, now, now)

    def high(height: int) -> int:
        return sum(row.plain.count("\n") + 1 for _id, row in rows(state, table, 90, height, now))

    assert [high(height) for height in (7, 8, 11, 12)] == [4, 8, 8, 12]


async def test_in_a_small_window_every_third_activity_has_air_below_it_where_all_of_them_are_in_sight(
    demo: Path,
) -> None:
    for height, blank in ((24, True), (23, False)):
        async with running(demo, size=(80, height)) as (app, pilot):
            app.go("programme")
            await read(pilot, "Afronding  ")
            lines = shown(app).splitlines()
            above = {
                n: next(y for y, line in enumerate(lines) if line.lstrip().startswith(f"{n}  ")) - 1 for n in (4, 7)
            }
            assert [not lines[y].strip() for y in above.values()] == [blank, blank]
            assert any(line.lstrip().startswith("9  ") for line in lines)
