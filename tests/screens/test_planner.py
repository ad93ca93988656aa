"""Plans are made beside the screen: what is shown and not there yet, each once, in the order in which it was wanted."""

from __future__ import annotations

from collections.abc import Coroutine
from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.screen import Screen

from data.methods.rounds import Request
from screens.speed_dates.planner import Planner
from screens.speed_dates.planning import Plans, Wish


class Desk:
    """A screen that keeps the work it is given, and counts how often it is drawn."""

    def __init__(self) -> None:
        self.app = SimpleNamespace(is_running=True)
        self.work: list[Coroutine[Any, Any, None]] = []
        self.drawn = 0

    def run_worker(self, work: Coroutine[Any, Any, None], group: str) -> None:
        assert group == "plans"
        self.work.append(work)

    def draw(self) -> None:
        self.drawn += 1


def wish(people: int) -> Wish:
    return Wish(tuple(f"p{number}" for number in range(people)), Request(people, 2, 1))


def desk() -> tuple[Desk, Planner]:
    found = Desk()
    return found, Planner(cast("Screen[None]", found), found.draw)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(2, 6), min_size=1, max_size=8))
async def test_each_plan_is_made_once_and_drawn_when_it_is_there(asked: list[int]) -> None:
    screen, plans = desk()
    for people in asked:
        assert plans.known(wish(people)) is None
        assert plans.made(wish(people)) is None
    plans.go_on()
    plans.go_on()
    assert len(screen.work) == 1, "one worker makes all"

    def shows() -> None:
        """Drawing asks for the same again; what is there is wanted no more."""
        screen.draw()
        plans.forget_wishes()
        for people in asked:
            plans.made(wish(people))

    plans._show = shows
    await screen.work[0]
    assert screen.drawn == len({*asked})
    for people in asked:
        made = plans.made(wish(people))
        assert made is not None and sum(len(table) for table in made.rounds[0]) == people - people % 2
        assert wish(people) in plans
    plans.go_on()
    assert len(screen.work) == 1, "nothing is wanted any more"


async def test_what_cannot_be_planned_is_asked_once_and_has_no_plan() -> None:
    screen, plans = desk()
    wrong = Wish(("p0",), Request(1, 2, 1))
    plans.made(wrong)
    plans.go_on()
    plans._show = plans.forget_wishes
    await screen.work[0]
    assert wrong in plans and plans.made(wrong) is None
    plans.go_on()
    assert len(screen.work) == 1


async def test_a_plan_that_was_made_while_kring_ends_is_not_drawn() -> None:
    screen, plans = desk()
    plans.made(wish(4))
    plans.made(wish(6))
    plans.go_on()
    screen.app.is_running = False
    await screen.work[0]
    assert screen.drawn == 0 and plans.known(wish(4)) and not plans.known(wish(6))


@given(st.lists(st.integers(2, 30), min_size=1, max_size=40))
def test_of_many_plans_the_last_ones_are_kept(asked: list[int]) -> None:
    kept = Plans()
    for people in asked:
        kept.keep(wish(people), None)
    last = asked[-Plans.MOST :]
    assert all(wish(people) in kept for people in last)
    assert not any(wish(people) in kept for people in {*asked} - {*last})
