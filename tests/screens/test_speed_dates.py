"""Speed dates by keyboard: fifteen people, two late, one leaving, a swap, a pinned person, and a next session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Static

from data.model import (
    Activity,
    ActivityKind,
    Attendance,
    Change,
    Participant,
    Presence,
    Record,
    Role,
    Round,
    Session,
    SessionStatus,
    Stamp,
    State,
    say,
)
from data.network import Network
from data.verbs import check_in, clock, programme, speed_dates
from screens.speed_dates.screen import SpeedDatesScreen
from screens.speed_dates.stage import Phase
from tests.pilot import read, running, shown, type_text, until
from tests.screens.group import HOSTILE, group
from tui.app import Kring
from widgets.choices import Choices

NAMES = (
    *("An Peeters", "Bilal Aktas", "Chris De Smet", "Dorien Maes", "Els Vandamme", "Femke Jacobs", "Gert Willems"),
    *("Hanne Claes", "Ilse Goossens", "Jonas Mertens", "Karel Wouters", "Lien Hermans", "Mieke Thijs", "Noël Baeten"),
    *("Olivier Smets", "Pieter Aerts", "Quinten Raes"),
)


def here(people: Sequence[int], session: str = "s") -> list[Record]:
    return [
        Attendance(id=f"here-{place}", session=session, participant=f"p{place}", presence=Presence.PRESENT)
        for place in people
    ]


def dates(folder: Path, present: int, names: Sequence[str] = NAMES, extra: Sequence[Record] = ()) -> Path:
    """A file with speed dates of an hour, everybody from another organisation, the first so many present."""
    people = [Participant(id=f"p{place}", name=name) for place, name in enumerate(names)]
    hour = Activity(id="a0", session="s", kind=ActivityKind.SPEED_DATES, position=0, minutes=60)
    kinds = [ActivityKind.SPEED_DATES]
    return group(folder, kinds, names=names, now=None, extra=[*people, hour, *here(range(present)), *extra])


def screen(app: Kring) -> SpeedDatesScreen:
    found = app.get_screen("a0") if "a0" in app._installed_screens else app.screen
    assert isinstance(found, SpeedDatesScreen)
    return found


def turns(app: Kring) -> list[Round]:
    return speed_dates.rounds(app.state, "a0")


def seated(turn: Round) -> list[str]:
    return sorted(who for table in (*turn.tables, turn.sits_out) for who in table)


def phase(app: Kring) -> Phase:
    return screen(app).dating.stage.phase


def seconds(app: Kring) -> int:
    time = screen(app).dating.stage.time
    return time.left if time else 0


async def begin(app: Kring, pilot: Pilot[None], text: str = "Wie doet mee") -> None:
    app.go("a0")
    await read(pilot, text)
    await until(pilot, lambda: not screen(app).planner._wanted)


async def run_out(app: Kring, pilot: Pilot[None]) -> None:
    """Let the time of the talk run out, as it does by itself."""
    app.do(clock.add, activity="a0", seconds=-36_000)
    await until(pilot, lambda: phase(app) in {Phase.CHANGE, Phase.OVER})


async def name(pilot: Pilot[None], letters: str) -> None:
    await type_text(pilot, letters)
    await pilot.press("enter")


async def test_fifteen_people_with_two_late_one_leaving_a_swap_and_a_pin(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 15)) as (app, pilot):
        await begin(app, pilot)
        await read(pilot, "56 min 15 s")  # both proposals, side by side
        await read(pilot, "55 min 30 s")
        await pilot.press("space")
        await read(pilot, "Zoek je plaats")
        assert [len(turn.tables) for turn in turns(app)] == [7] * 12
        await pilot.press("space")
        await read(pilot, "Ronde 1 van 12")
        await run_out(app, pilot)
        await read(pilot, "Ronde 2 van 12")
        assert not turns(app)[0].held, "nothing is written until a person goes on"
        await pilot.press("space")
        await until(pilot, lambda: turns(app)[0].held and phase(app) is Phase.TALK)

        # Two come late: the plan no longer fits, and says what Enter does.
        for letters in ("pi", "qu"):
            await pilot.press("f7")
            await read(pilot, "Wie komt binnen")
            await name(pilot, letters)
        await read(pilot, "Pieter Aerts, Quinten Raes")
        await read(pilot, "plant 10 rondes opnieuw")
        held = turns(app)[:2]
        await until(pilot, lambda: not screen(app).planner._wanted)
        await pilot.press("enter")
        await until(pilot, lambda: len(seated(turns(app)[2])) == 17)
        assert turns(app)[:2] == held, "what was held and what is going on stays as it was"
        assert len(turns(app)) == 12
        await until(pilot, lambda: "opnieuw" not in shown(app))

        # One leaves in the middle of a round: the round stays, the coming ones are planned for the others.
        await pilot.press("f7")
        await read(pilot, "Wie komt binnen")
        await name(pilot, "ge")
        await read(pilot, "weg: Gert Willems")
        await until(pilot, lambda: not screen(app).planner._wanted)
        await pilot.press("enter")
        await until(pilot, lambda: all("p6" not in seated(turn) for turn in turns(app)[2:]))
        assert "p6" in seated(turns(app)[1])

        # By hand: two people swap in the coming round, and one stays at a table.
        await pilot.press("n")
        await until(pilot, lambda: phase(app) is Phase.CHANGE)
        before = turns(app)[2]
        await pilot.press("w")
        await read(pilot, "Ronde 3: wie wisselt van plaats?")
        await name(pilot, "an")
        await read(pilot, "Met wie wisselt An Peeters")
        partner = next(who for who in NAMES if who not in {"An Peeters", "Gert Willems"} and not beside(before, who))
        await name(pilot, partner)
        await until(pilot, lambda: turns(app)[2] != before)
        assert table_of(turns(app)[2], "p0") == table_of(before, f"p{NAMES.index(partner)}")
        assert seated(turns(app)[2]) == seated(before)

        await pilot.press("p")
        await read(pilot, "Wie blijft aan één tafel?")
        await name(pilot, "hc")
        await read(pilot, "Aan welke tafel blijft Hanne Claes?")
        await pilot.press("é")  # the digit 2 on an AZERTY keyboard
        await until(pilot, lambda: speed_dates.settings(app.state.get(Activity, "a0")).pinned == {"p7": 1})
        if any("p7" not in turn.tables[1] for turn in turns(app)[2:]):
            await until(pilot, lambda: not screen(app).planner._wanted)
            await pilot.press("enter")
        await until(pilot, lambda: sum("p7" in turn.tables[1] for turn in turns(app)[2:]) >= 9)


def beside(turn: Round, who: str) -> bool:
    return table_of(turn, "p0") == table_of(turn, f"p{NAMES.index(who)}")


def table_of(turn: Round, who: str) -> int:
    return next((place for place, table in enumerate(turn.tables) if who in table), -1)


async def test_the_next_session_knows_who_met_before(tmp_path: Path) -> None:
    earlier: list[Record] = [
        Session(id="s1", number=1, status=SessionStatus.CLOSED),
        Session(id="s", number=2, status=SessionStatus.OPEN),
        Activity(id="old", session="s1", kind=ActivityKind.SPEED_DATES, position=0),
        Round(
            id="r",
            session="s1",
            activity="old",
            number=1,
            tables=(("p0", "p1"), ("p2", "p3"), ("p4", "p5")),
            held=True,
        ),
    ]
    async with running(dates(tmp_path, 6, NAMES[:6], earlier)) as (app, pilot):
        await begin(app, pilot)
        await read(pilot, "3 duo's zagen elkaar al eerder")
        await pilot.press("m")
        await read(pilot, "3 van 15")
        await pilot.press("space")
        await read(pilot, "Zoek je plaats")
        assert turns(app)


async def test_the_clock_pauses_goes_on_and_gets_a_minute(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 4), size=(80, 24)) as (app, pilot):
        await begin(app, pilot)
        await pilot.press("space", "space")
        await read(pilot, "Ronde 1 van 3")
        await pilot.press("space")
        await read(pilot, "gepauzeerd")
        await read(pilot, "Spatie Ga verder")
        left = seconds(app)
        await pilot.press("plus")
        await until(pilot, lambda: seconds(app) == left + 60)
        await pilot.press("space")
        await until(pilot, lambda: "gepauzeerd" not in shown(app))
        await pilot.press("backspace")
        await read(pilot, "Zoek je plaats")
        assert not any(turn.started for turn in turns(app))


async def test_behind_a_dialog_a_round_has_its_own_keys_and_not_those_of_the_hidden_set_up(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 4), size=(80, 24)) as (app, pilot):
        await begin(app, pilot)
        await pilot.press("space", "space")
        await read(pilot, "Ronde 1 van 3")
        await pilot.press("f1")
        await read(pilot, "Kennismaken in rondes")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen(app))
        assert app.focused is None
        await pilot.press("enter", "+")
        await until(pilot, lambda: seconds(app) > 240)
        assert phase(app) is Phase.TALK


async def test_who_comes_in_a_round_sits_down_with_who_was_left_alone(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 4), size=(80, 24)) as (app, pilot):
        await begin(app, pilot)
        await pilot.press("space", "space")
        await read(pilot, "Ronde 1 van 3")
        left, alone = turns(app)[0].tables[1]
        app.do(check_in.leave, session="s", participant=left)
        await read(pilot, "zonder gezelschap: " + app.state.get(Participant, alone).name)
        await pilot.press("f7")
        await read(pilot, "Wie komt binnen")
        await name(pilot, "qu")
        await until(pilot, lambda: "zonder gezelschap" in shown(app) and "Quinten Raes" in shown(app))
        await pilot.press("a")
        await read(pilot, "Ronde 1: wie gaat aan een tafel zitten?")
        await name(pilot, "qu")
        await read(pilot, "Aan welke tafel gaat Quinten Raes zitten?")
        await pilot.press("down", "enter")
        await read(pilot, "Quinten Raes zit aan tafel 2.")
        assert turns(app)[0].tables[1] == (alone, "p16")
        assert "zonder gezelschap" not in shown(app)


async def test_after_the_last_round_everybody_met_and_one_more_can_follow(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 4)) as (app, pilot):
        await begin(app, pilot)
        await pilot.press("space")
        for number in (1, 2, 3):
            await pilot.press("space")
            await until(pilot, lambda: phase(app) is Phase.TALK)
            await read(pilot, f"Ronde {number} van 3")
            await pilot.press("n")
            await until(pilot, lambda: phase(app) is not Phase.TALK)
        await read(pilot, "De kennismaking is voorbij")
        met = Counter(pair for turn in turns(app) for table in turn.tables for pair in combinations(sorted(table), 2))
        assert sorted(met.values()) == [1] * 6
        await read(pilot, "6 van 6")
        await read(pilot, "6 duo's ontmoetten elkaar, niemand twee keer")
        lines = shown(app).splitlines()
        first, second = (next(at for at, line in enumerate(lines) if f"ronde {n}" in line) for n in (1, 2))
        assert second == first + 2, "a blank line between them while there are lines for it"
        assert "■ ontmoet" in shown(app)
        assert "◆ nu" not in shown(app), "the legend is of what is drawn"
        assert "vaker" not in shown(app)
        await pilot.press("r")
        await read(pilot, "Ronde 4 van 4")


async def test_the_set_up_changes_by_arrows_and_digits_and_says_what_it_is_worth(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 16), language="en", looking_along=False) as (app, pilot):
        await begin(app, pilot, "Who takes part")
        await read(pilot, "for 16 people: trios")
        await pilot.press("down", "right")  # one proposal above: the size
        await until(pilot, lambda: speed_dates.settings(app.state.get(Activity, "a0")).size == 3)
        await read(pilot, "trios")
        await pilot.press("down")
        await pilot.press("(")  # the digit 5 on an AZERTY keyboard
        await until(pilot, lambda: speed_dates.settings(app.state.get(Activity, "a0")).minutes == 5)
        await pilot.press("tab")
        await type_text(pilot, "ch")
        await pilot.press("enter")
        await read(pilot, "15 of 16 present")
        await pilot.press("f8")
        await until(pilot, lambda: "people: " not in shown(app))


async def test_of_a_proposal_and_what_is_set_one_is_said_to_hold_and_of_the_other_what_takes_it(tmp_path: Path) -> None:
    def marked(label: str) -> str:
        return "\n".join("\n".join(shown(app).split(f" {label} ")[1:]).splitlines()[:2])

    async with running(dates(tmp_path, 4), language="en") as (app, pilot):
        await begin(app, pilot, "Enter takes it")
        assert "○ pairs, 3 rounds of 10'" in marked("Proposal") and "  Enter takes it  " in marked("Proposal")
        assert "● pairs, 3 rounds of 4'" in marked("As set now")
        await pilot.press("enter")
        await until(pilot, lambda: "●" in marked("Proposal"))
        assert "  set now  " in marked("Proposal") and not marked("As set now")
        assert "Enter takes it" not in shown(app)
        await pilot.press(*["down"] * 4, "left")  # the rounds: one less than the proposal has
        await until(pilot, lambda: "● pairs, 2 rounds of 10'" in marked("As set now"))
        assert "○ pairs, 3 rounds of 10'" in marked("Proposal")
        assert "Enter takes it" not in shown(app), "a key is named by the row it works on"


async def test_with_one_person_the_reason_is_told(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 1), language="en") as (app, pilot):
        await begin(app, pilot, "Who takes part")
        await pilot.press("space")
        await read(pilot, "at least two people")


async def test_a_facilitator_makes_an_odd_group_even(tmp_path: Path) -> None:
    zoe = Participant(id="z", name="Zoë Facilitator", role=Role.FACILITATOR)
    in_room = Attendance(id="z-here", session="s", participant="z", presence=Presence.PRESENT)
    async with running(dates(tmp_path, 5, NAMES[:5], [zoe, in_room]), language="en") as (app, pilot):
        await begin(app, pilot, "5 of 6 present")
        await pilot.press("tab")
        await type_text(pilot, "zo")
        await pilot.press("enter")
        await read(pilot, "6 of 6 present")
        await pilot.press("space")
        await until(pilot, lambda: len(seated(turns(app)[0])) == 6)


async def test_the_bell_rings_once_when_the_talk_is_over_and_takes_no_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(dates(tmp_path, 4)) as (app, pilot):
        rung: list[int] = []
        monkeypatch.setattr(app, "bell", lambda: rung.append(1))
        await begin(app, pilot)
        await pilot.press("space", "space")
        await until(pilot, lambda: phase(app) is Phase.TALK)
        await until(pilot, lambda: screen(app)._bell._clock)
        started = app.now()
        monkeypatch.setattr(app, "now", lambda: started + timedelta(minutes=3, seconds=50))
        await read(pilot, "rond af")
        assert not rung
        monkeypatch.setattr(app, "now", lambda: started + timedelta(minutes=4, seconds=1))
        await read(pilot, "Zoek je plaats")
        await until(pilot, lambda: rung)
        await pilot.press("m")
        await until(pilot, lambda: screen(app).dating.square)
        assert rung == [1]
        await pilot.press("b")
        await read(pilot, "De bel staat uit")


async def test_the_clock_goes_on_after_a_crash_and_is_the_same_in_two_windows(tmp_path: Path) -> None:
    path = dates(tmp_path, 4)
    async with running(path) as (app, pilot):
        await begin(app, pilot)
        await pilot.press("space", "space")
        await until(pilot, lambda: phase(app) is Phase.TALK)
        app.do(clock.pause, activity="a0")
        left = screen(app).dating.stage.time
    async with running(path) as (app, pilot):
        await begin(app, pilot, "Ronde 1 van 3")
        assert screen(app).dating.stage.time == left


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_the_room_sees_the_talk_and_then_the_seats(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(dates(tmp_path, 16), size=size, language="en") as (app, pilot):
        await begin(app, pilot, "Who takes part")
        await pilot.press("space", "space")
        await until(pilot, lambda: phase(app) is Phase.TALK)
        await pilot.press("f9")
        await until(pilot, lambda: "█" in shown(app))
        seats = " ".join(item.text for item in screen(app).projected().items)
        assert all(who in seats for who in NAMES[:16])
        await pilot.press("n")
        await until(pilot, lambda: "Find your place" in screen(app).projected().status)
        seats = " ".join(item.short for item in screen(app).projected().items)
        assert all(who.split()[0] in seats for who in NAMES[:16])
        await pilot.press("f9")
        await read(pilot, "Find your place")


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_hostile_names_and_prompts_show_as_they_are(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(dates(tmp_path, len(HOSTILE), HOSTILE), size=size) as (app, pilot):
        await begin(app, pilot)
        await read(pilot, "[@click=app.quit]x[/]")
        await pilot.press("space")
        await read(pilot, "Zoek je plaats")
        await pilot.press("t")
        await read(pilot, "Waarover gaat het gesprek")
        await pilot.press(*["backspace"] * 80)
        await type_text(pilot, "[/] [b]")
        await pilot.press("enter")
        await read(pilot, "[/] [b]")
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press("space")
        await until(pilot, lambda: phase(app) is Phase.TALK)
        await pilot.press("f9", "m", "m")
        assert "\x1b" not in shown(app)


async def test_a_time_that_is_too_long_begins_anew_and_says_so(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 4), language="en") as (app, pilot):
        await begin(app, pilot, "First prompt")
        rows = app.screen.query_one(Choices)
        while rows.at != "minutes":
            await pilot.press("down")
        await pilot.press("9", "9")
        await read(pilot, "99 is too large: at most 60. It reads 9 now.")


async def test_a_prompt_of_ones_own_goes_first_and_is_kept(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 4), language="en") as (app, pilot):
        await begin(app, pilot, "First prompt")
        await pilot.press(*["down"] * 9, "enter")
        await read(pilot, "Your own prompt")
        await type_text(pilot, "Why here?")
        await pilot.press("enter")
        await read(pilot, "Why here?")
        await pilot.press("space")
        await until(pilot, lambda: bool(turns(app)))
        assert turns(app)[0].prompt == "Why here?"
        assert len({turn.prompt for turn in turns(app)}) == 3


def end_in_sight(app: Kring) -> None:
    """A tenth of the time is left, and the clock stands still."""

    def nearly_over(state: State, _at: Stamp) -> Change:
        here = state.get(Activity, "a0")
        assert here.countdown
        standing = replace(here.countdown, ends="", left=here.countdown.total // 10)
        return Change(say("Time taken off"), puts=(replace(here, countdown=standing),))

    app.do(nearly_over)


async def test_one_sits_out_in_turn_and_is_named(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 5, NAMES[:5]), language="en") as (app, pilot):
        await begin(app, pilot, "Who takes part")
        await pilot.press("down", "enter")  # the second proposal
        await until(pilot, lambda: speed_dates.settings(app.state.get(Activity, "a0")).odd == "sit")
        await until(pilot, lambda: not screen(app).planner._wanted)
        await pilot.press("space")
        await until(pilot, lambda: len(turns(app)) == 5)
        assert sorted(who for turn in turns(app) for who in turn.sits_out) == ["p0", "p1", "p2", "p3", "p4"]
        await read(pilot, "–")
        await pilot.press("space")
        await until(pilot, lambda: phase(app) is Phase.TALK)
        end_in_sight(app)
        await read(pilot, "sits out: ")


async def test_undo_takes_back_a_start_and_another_window_sees_what_this_one_does(tmp_path: Path) -> None:
    path = dates(tmp_path, 4)
    async with running(path) as (app, pilot):
        await begin(app, pilot)
        await pilot.press("space", "space")
        await until(pilot, lambda: phase(app) is Phase.TALK)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: phase(app) is Phase.CHANGE)
        with_other = Network.open(path)
        try:
            with_other.apply(speed_dates.start_round, activity="a0").wait(10)
        finally:
            with_other.close()
        await until(pilot, lambda: phase(app) is Phase.TALK)
        await read(pilot, "Ronde 1 van 3")


async def test_the_set_up_can_be_left_and_the_rest_dropped_half_way(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 6, NAMES[:6]), size=(80, 24), language="en") as (app, pilot):
        await begin(app, pilot, "Who takes part")
        await pilot.press("space", "space")
        await until(pilot, lambda: phase(app) is Phase.TALK)
        await pilot.press("f6")
        await read(pilot, "1 round held stays as it was")
        await pilot.press("escape")
        await read(pilot, "Round 1 of 5")
        await pilot.press("m")
        await read(pilot, "Who met whom")
        await pilot.press("m")
        await read(pilot, "in all sessions")
        await pilot.press("m")
        await read(pilot, "Round 1 of 5")
        await pilot.press("f6", *["down"] * 9)  # the last row, how many rounds
        await pilot.press("left", "left")
        await until(pilot, lambda: not screen(app).planner._wanted)
        await pilot.press("space")
        await read(pilot, "Round 1 of 3")
        await pilot.press("e")
        await read(pilot, "The speed dates are over")
        assert [turn.held for turn in turns(app)] == [True]


async def test_when_the_activity_is_taken_away_elsewhere_there_is_the_programme(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 4)) as (app, pilot):
        await begin(app, pilot)
        app.do(programme.remove_activity, activity="a0")
        await until(pilot, lambda: not isinstance(app.screen, SpeedDatesScreen))


def ahead(app: Kring) -> list[str]:
    return str(app.screen.query_one("#panel-ahead", Static).content).splitlines()


async def test_before_anybody_met_the_rounds_ahead_stand_in_the_place_of_the_square(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 8), size=(200, 50)) as (app, pilot):
        await begin(app, pilot)
        await read(pilot, "ronde 1")
        heading, air, first, *_rest = ahead(app)
        assert (heading, air) == ("Rondes", "")
        assert first.startswith("ronde 1    1 ") and "   2 " in first
        assert "Wie ontmoette wie" not in shown(app)
        assert not turns(app), "it is a look ahead"
        assert app.screen.query_one("#choices").size.width <= 112, "the ground of a row ends near its words"
        await pilot.resize_terminal(120, 36)
        place = app.screen.query_one("#panel-ahead")
        await until(pilot, lambda: all(cell_len(line) <= place.size.width for line in ahead(app)))
        assert "ronde 1" in shown(app)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "ronde 1" not in shown(app))
        await pilot.resize_terminal(120, 36)
        await read(pilot, "ronde 1")
        await pilot.press("m")
        await read(pilot, "Wie zag wie, in alle sessies")
        assert "ronde 1" not in shown(app)


async def test_the_first_round_begins_the_speed_dates_in_the_programme(tmp_path: Path) -> None:
    async with running(dates(tmp_path, 4)) as (app, pilot):
        await begin(app, pilot)
        await pilot.press("space")
        await read(pilot, "Zoek je plaats")
        assert app.session.now is None, "seats can be shown before it is time"
        await pilot.press("space")
        await until(pilot, lambda: app.session.now == "a0")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: app.session.now is None and not turns(app)[0].started)


async def test_hosts_come_first_when_somebody_is_to_stay(tmp_path: Path) -> None:
    host = Participant(id="p9", name="Jonas Mertens", hosts=True)
    async with running(dates(tmp_path, 15, extra=[host])) as (app, pilot):
        await begin(app, pilot)
        await pilot.press("p")
        await read(pilot, "gastheer of gastvrouw")
        assert shown(app).index("gastheer") < shown(app).index("Bilal Aktas", shown(app).index("Wie blijft"))
        await pilot.press("enter", "1")
        await until(pilot, lambda: speed_dates.settings(app.state.get(Activity, "a0")).pinned == {"p9": 0})


async def test_how_many_rounds_stand_below_is_told_until_the_last_is_seen(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(next(item.id for item in app.state.all(Activity) if item.kind is ActivityKind.SPEED_DATES))
        await read(pilot, "↓ nog 4 rondes hieronder")
        assert "ronde 5 " in shown(app) and "ronde 6 " not in shown(app)
        await pilot.press("end")
        await read(pilot, "ronde 9 ")
        await until(pilot, lambda: "hieronder" not in shown(app))


async def test_beside_who_met_whom_the_rows_have_names(demo: Path) -> None:
    async with running(demo, size=(120, 36)) as (app, pilot):
        app.go(next(item.id for item in app.state.all(Activity) if item.kind is ActivityKind.SPEED_DATES))
        await until(pilot, lambda: any(line.rstrip().endswith("■  Fatima") for line in shown(app).splitlines()))
