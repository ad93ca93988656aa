"""Break: when everybody is back."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Static

from data.model import Activity, ActivityKind, Change, Countdown, Session, SessionStatus, Stamp, State, say
from data.verbs.clock import left
from screens.breaks.screen import BreakScreen
from screens.shell.screen import KringScreen
from tests.pilot import read, running, shown, until
from tests.screens.group import group
from tui.app import Kring
from widgets.digits import countdown


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
        await until(pilot, lambda: "███" in shown(app))
        assert isinstance(app.screen, KringScreen)
        assert app.screen.projected().left == pytest.approx(1, abs=0.01)


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


@pytest.mark.parametrize(
    ("seconds", "rings"),
    [((5, 1), 0), ((1, 0, -0.5, -1, -1.5), 1), ((-1.9, -1.9), 1), ((-2, -3), 0), ((-3600,), 0)],
)
async def test_the_bell_rings_once_when_a_break_is_over_and_not_for_one_that_was_over_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: tuple[float, ...], rings: int
) -> None:
    ends = datetime.fromisoformat("2026-11-24T10:00:00+01:00")

    def going(state: State, at: Stamp) -> Change:
        clock = Countdown(ends=ends.isoformat(), total=900, what="break")
        return Change(say("Clock started"), puts=(replace(state.get(Activity, "a0"), countdown=clock),))

    heard: list[float] = []
    monkeypatch.setattr(Kring, "now", lambda self: ends - timedelta(minutes=5))
    monkeypatch.setattr(Kring, "bell", lambda self: heard.append(1))
    async with running(group(tmp_path, [ActivityKind.BREAK])) as (app, pilot):
        app.go("a0")
        app.network.apply(going)
        await read(pilot, "Iedereen terug om")
        screen = app.screen
        assert isinstance(screen, BreakScreen)
        for to_go in seconds:
            monkeypatch.setattr(Kring, "now", lambda self, to_go=to_go: ends - timedelta(seconds=to_go))
            screen.tick()
            screen.tick()
        assert len(heard) == rings


async def test_a_digit_that_makes_it_too_long_begins_the_number_anew(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.BREAK]), size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "20 minuten")
        await pilot.press("2", "4", "0")
        await read(pilot, "240▏ minuten")
        await pilot.press("backspace", "1")
        await read(pilot, " 1▏ min")
        await read(pilot, "241 is te groot: hoogstens 240. Er staat nu 1.")


@pytest.mark.parametrize(("ended", "told"), [("2026-11-24T10:47:12+01:00", "duurde tot"), ("", "is voorbij")])
async def test_a_break_of_a_closed_session_keeps_its_hour_where_that_is_known(
    tmp_path: Path, ended: str, told: str
) -> None:
    def close(state: State, at: Stamp) -> Change:
        session = replace(state.get(Session, "s"), status=SessionStatus.CLOSED)
        return Change(say("Session closed"), puts=(session, replace(state.get(Activity, "a0"), ended=ended)))

    async with running(group(tmp_path, [ActivityKind.BREAK], now=None), size=(80, 24)) as (app, pilot):
        app.go("a0")
        app.network.apply(close)
        await read(pilot, f"Deze pauze {told}")
        hour = app.screen.query_one("#hour", Static)
        drawn = str(countdown("10:47", 72, rows=10)) if ended else ""
        assert str(hour.render()) == drawn
        assert hour.display is bool(ended)
        lines = shown(app).splitlines()
        sentence = next(row for row, line in enumerate(lines) if told in line)
        assert not lines[sentence + 1].strip(), "air below the sentence"


async def test_digits_are_minutes_after_the_room_view_too(tmp_path: Path) -> None:
    """In the room view they choose nothing, and the pane that kept them had the focus ever after."""
    async with running(group(tmp_path, [ActivityKind.BREAK]), size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "20 minuten")
        await pilot.press("f9")
        await until(pilot, lambda: app.screen.has_class("-room"))
        await pilot.press("7", "f9")
        await until(pilot, lambda: not app.screen.has_class("-room"))
        await read(pilot, "20 minuten")
        await pilot.press("1", "5")
        await read(pilot, "15▏ minuten")
