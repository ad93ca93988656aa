"""Break: when everybody is back."""

from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from data.model import Activity, ActivityKind, Change, Countdown, Stamp, State, say
from data.verbs.clock import left
from tests.pilot import read, running, shown, until
from tests.screens.group import group
from tui.app import Kring


def clock_of(app: Kring) -> Countdown | None:
    return app.state.get(Activity, "a0").countdown


def minutes_left(app: Kring) -> float:
    running_clock = clock_of(app)
    assert running_clock is not None
    return left(running_clock, datetime.now().astimezone()) / 60


async def test_digits_of_azerty_and_enter_begin_it_and_plus_and_minus_change_it(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.BREAK]), size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "20 minuten")
        await pilot.press("ampersand", "left_parenthesis")
        await read(pilot, "15▏ minuten")
        await pilot.press("backspace", "2")
        await read(pilot, "12▏ minuten")
        await pilot.press("enter")
        await read(pilot, "Iedereen terug om")
        assert 11.9 < minutes_left(app) <= 12
        assert clock_of(app) == replace(clock_of(app) or Countdown(), what="break", total=720)
        await pilot.press("plus", "plus", "minus")
        await until(pilot, lambda: 12.9 < minutes_left(app) <= 13)
        await pilot.press("5")
        assert 12.9 < minutes_left(app) <= 13
        await pilot.press("space")
        await read(pilot, "staat stil")
        await pilot.press("space", "delete")
        await read(pilot, "Pauze: terug om")
        assert clock_of(app) is None


async def test_the_room_reads_the_hour(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.BREAK]), size=(120, 36)) as (app, pilot):
        app.go("a0")
        await read(pilot, "Pauze: terug om")
        await pilot.press("enter", "f9")
        await read(pilot, "te gaan")
        assert "███" in shown(app)


async def test_after_the_hour_it_says_so_and_begins_nothing(tmp_path: Path) -> None:
    def past(state: State, at: Stamp) -> Change:
        over = Countdown(ends="2026-01-01T10:00:00+01:00", total=900, what="break")
        return Change(say("Clock started"), puts=(replace(state.get(Activity, "a0"), countdown=over),))

    async with running(group(tmp_path, [ActivityKind.BREAK])) as (app, pilot):
        app.go("a0")
        app.network.apply(past)
        await read(pilot, "We gaan verder")
        await pilot.press("enter")
        await read(pilot, "De pauze loopt")
        assert (clock_of(app) or Countdown()).ends == "2026-01-01T10:00:00+01:00"
