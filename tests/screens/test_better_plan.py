"""A better plan while people talk: offered with a sentence, taken with one key, and nothing announced changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import enumerate as threads

import pytest
from textual.pilot import Pilot

from data.i18n import set_language
from data.methods.rounds import Plan, Request, evaluate, plan
from data.model import Attendance, Change, DateSettings, Presence, Round, say
from data.verbs import clock, speed_dates
from screens.speed_dates import improver
from screens.speed_dates.improver import Breather
from screens.speed_dates.words import gains
from tests.pilot import read, running, shown, until
from tests.screens.test_speed_dates import dates, end_in_sight, phase, screen, turns
from tui.app import Kring


@pytest.fixture(autouse=True)
def at_full_speed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The search begins at once and does not rest: how much it rests is tested without a screen."""
    monkeypatch.setattr(improver, "AFTER", 0)
    monkeypatch.setattr(improver, "SHARE", 1)


def looking() -> bool:
    return any(thread.name == "better plan" for thread in threads())


def everybody(turn: Round) -> list[str]:
    return sorted(who for table in turn.tables for who in table)


async def talk_on_a_bad_plan(app: Kring, pilot: Pilot[None]) -> None:
    """Twelve people at four tables who would meet the same three people four times; the first round runs."""
    app.go("a0")
    await read(pilot, "Wie doet mee")
    app.do(speed_dates.set_up, activity="a0", dates=DateSettings(size=3, rounds=4))
    people = [f"p{number}" for number in range(12)]
    seats = [people[first : first + 3] for first in range(0, 12, 3)]
    app.do(speed_dates.plan_rounds, activity="a0", tables=[seats] * 4, prompts=["een", "twee", "drie", "vier"])
    await pilot.press("space")
    await read(pilot, "Ronde 1 van 4")


async def offered(pilot: Pilot[None], text: str = "Er is een beter plan") -> None:
    await until(pilot, lambda: text in shown(pilot.app), seconds=60)


async def test_a_better_plan_is_offered_taken_with_one_key_and_taken_back(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 12)) as (app, pilot):
        await talk_on_a_bad_plan(app, pilot)
        before = turns(app)
        await offered(pilot)
        assert "minder" in shown(app)
        assert turns(app) == before, "an offer changes nothing"
        await pilot.press("enter")
        await until(pilot, lambda: turns(app) != before)
        after = turns(app)
        assert after[0] == before[0], "the round that runs stays"
        assert after[1] != before[1], "the next one is not announced yet"
        assert [turn.prompt for turn in after] == ["een", "twee", "drie", "vier"]
        assert all(everybody(turn) == everybody(before[0]) for turn in after)
        assert max(speed_dates.pairs(after).values()) == 1, "nobody meets again"
        await pilot.press("ctrl+z")
        await until(pilot, lambda: turns(app) == before)
        await offered(pilot)


async def test_what_is_shown_ahead_is_announced_and_stays(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 12)) as (app, pilot):
        await talk_on_a_bad_plan(app, pilot)
        before = turns(app)
        await offered(pilot)
        assert screen(app).dating.stage.ahead is None, "the search goes on while the end is not in sight"
        end_in_sight(app)
        await until(pilot, lambda: screen(app).dating.stage.ahead)
        await until(pilot, lambda: (search := screen(app).bettering._improver) and search.announced == 1)
        await offered(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: turns(app) != before)
        assert turns(app)[:2] == before[:2]
        assert max(speed_dates.pairs(turns(app)).values()) == 2, "only the announced round meets again"


async def test_seats_that_the_room_could_not_see_are_not_announced(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 12), looking_along=False) as (app, pilot):
        await talk_on_a_bad_plan(app, pilot)
        before = turns(app)
        end_in_sight(app)
        await until(pilot, lambda: screen(app).dating.stage.ahead)
        await offered(pilot)
        assert (search := screen(app).bettering._improver) and search.announced == 0
        # From here on the room may have seen where it sits next, also once it does not look along any more.
        await pilot.press("f8")
        await until(pilot, lambda: (search := screen(app).bettering._improver) and search.announced == 1)
        await pilot.press("f8")
        await until(pilot, lambda: not app.looking_along)
        await offered(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: turns(app) != before)
        assert turns(app)[:2] == before[:2]


@pytest.mark.parametrize(("size", "language"), [((80, 24), "nl"), ((80, 24), "en"), ((200, 50), "nl")])
async def test_the_offer_can_be_read_at_every_size_and_stays_out_of_the_room(
    tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    words = {"nl": "Er is een beter plan", "en": "A better plan was found"}
    async with running(dates(tmp_path, 12), size=size) as (app, pilot):
        await talk_on_a_bad_plan(app, pilot)
        app.keep_settings(language=language)
        await offered(pilot, words[language])
        assert "Enter" in shown(app)
        await pilot.press("f9")
        await until(pilot, lambda: screen(app).in_room)
        await until(pilot, lambda: words[language] not in shown(app))


async def test_the_search_ends_with_the_round_and_when_the_screen_closes(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 12)) as (app, pilot):
        await talk_on_a_bad_plan(app, pilot)
        await offered(pilot)
        app.do(clock.add, activity="a0", seconds=-36_000)
        await until(pilot, lambda: not looking())
        await until(pilot, lambda: "beter plan" not in shown(app))
        before = turns(app)
        await pilot.press("enter")
        await pilot.pause()
        assert turns(app) == before
        await pilot.press("space")
        await offered(pilot)
        app.leave_network()
        await until(pilot, lambda: not looking())


async def test_who_arrives_makes_it_begin_anew(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 12)) as (app, pilot):
        await talk_on_a_bad_plan(app, pilot)
        await offered(pilot)
        first = screen(app).bettering._improver
        came = Attendance(id="late", session="s", participant="p14", presence=Presence.PRESENT)
        app.do(lambda _state, _at: Change(say("here"), puts=(came,)))
        await read(pilot, "plant 3 rondes opnieuw")
        await until(pilot, lambda: "beter plan" not in shown(app))
        await until(pilot, lambda: screen(app).bettering._improver is None)
        await pilot.press("ctrl+z")
        await offered(pilot)
        assert screen(app).bettering._improver is not first


async def test_a_plan_that_cannot_get_better_is_left_alone(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 12)) as (app, pilot):
        app.go("a0")
        await read(pilot, "Wie doet mee")
        await pilot.press("space")
        await read(pilot, "Zoek je plaats")
        await pilot.press("space")
        await until(pilot, lambda: phase(app).name == "TALK")
        await until(pilot, lambda: screen(app).bettering._improver)
        await until(pilot, lambda: not looking())
        assert "beter plan" not in shown(app)


# -- without a screen


def test_it_rests_three_times_as_long_as_it_works() -> None:
    spent, waited = iter([0.0, 0.5, 0.5, 0.75, 0.75]), []

    def wait(seconds: float) -> bool:
        waited.append(seconds)
        return len(waited) == 2

    rest = Breather(0.25, wait, lambda: next(spent))
    assert [rest(), rest()] == [False, True]
    assert waited == [1.5, 0.75]


def compared(before: Sequence[Sequence[tuple[int, ...]]], after: Sequence[Sequence[tuple[int, ...]]]) -> str:
    request = Request(8, rounds=len(before), met_before=((0, 1),), apart=((2, 3),))
    stands, better = (evaluate(request, tuple(map(tuple, turns))) for turns in (before, after))
    return gains(stands, better)


ONE, TWO = ((0, 2), (1, 3), (4, 6), (5, 7)), ((0, 3), (1, 2), (4, 7), (5, 6))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([ONE, ONE], [ONE, TWO], "4 fewer pairs meet twice"),
        ([ONE, ONE, ONE], [ONE, TWO, ONE], "4 fewer repeated meetings"),
        ([((0, 1), *TWO[2:], (2, 4))], [TWO], "1 fewer pair from an earlier session"),
        ([((2, 3), *TWO[2:], (0, 4))], [TWO], "1 fewer pair of colleagues"),
        (
            [ONE, ONE],
            [ONE, ((2, 3), (0, 1), *TWO[2:])],
            "4 fewer pairs meet twice, but 1 more pair from an earlier session,",
        ),
        ([ONE, ONE, ONE, ONE, TWO, TWO], [ONE, ONE, ONE, TWO, TWO, TWO], "repeat meetings are kept to a minimum"),
    ],
)
def test_what_gets_better_is_said(
    before: list[tuple[tuple[int, ...], ...]], after: list[tuple[tuple[int, ...], ...]], said: str
) -> None:
    set_language("en")
    assert compared(before, after).startswith(said)


def test_a_plan_as_good_says_nothing() -> None:
    made: Plan = plan(Request(8, rounds=3))
    assert gains(made, made) == ""
