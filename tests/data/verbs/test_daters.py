"""Who dates, and what a round is about."""

import pytest
from msgspec.structs import replace

from data.model import (
    Activity,
    ActivityKind,
    Attendance,
    Change,
    DateSettings,
    Participant,
    Presence,
    Refused,
    Role,
    Round,
    Session,
    Stamp,
    State,
    say,
)
from data.verbs import speed_dates as verbs

AT = Stamp("2027-03-02T14:00:00+01:00", "6f0c0b0e-0000-4000-8000-000000000001")


def room() -> State:
    people = [
        Participant(id="an", name="An"),
        Participant(id="bo", name="Bo"),
        Participant(id="zoe", name="Zoë", role=Role.FACILITATOR),
    ]
    here = [Attendance(id=f"a-{who.id}", session="s", participant=who.id, presence=Presence.PRESENT) for who in people]
    dates = Activity(id="d", session="s", kind=ActivityKind.SPEED_DATES, position=1)
    return State.holding([Session(id="s", number=1), dates, *people, *here])


def done(state: State, change: Change) -> State:
    return state.after(change)


def ids(state: State) -> list[str]:
    return [who.id for who in verbs.daters(state, "d")]


def test_a_facilitator_dates_only_when_asked() -> None:
    state = room()
    assert ids(state) == ["an", "bo"]
    state = done(state, verbs.join(state, AT, activity="d", participant="zoe", joins=True))
    assert ids(state) == ["an", "bo", "zoe"]
    state = done(state, verbs.join(state, AT, activity="d", participant="zoe", joins=False))
    assert state.get(Activity, "d").dates == DateSettings(), "what the role says already is not kept"


def test_somebody_who_does_not_take_part_is_left_out_and_comes_back() -> None:
    state = room()
    state = done(state, verbs.join(state, AT, activity="d", participant="an", joins=False))
    assert ids(state) == ["bo"]
    state = done(state, verbs.join(state, AT, activity="d", participant="an", joins=True))
    assert ids(state) == ["an", "bo"]


def test_a_prompt_can_change_until_the_round_is_over() -> None:
    state = room()
    state = done(state, verbs.plan_rounds(state, AT, activity="d", tables=[[["an", "bo"]]], prompts=["Who are you?"]))
    (turn,) = verbs.rounds(state, "d")
    state = done(state, verbs.set_prompt(state, AT, round=turn.id, text=" What do  you do? \x1b"))
    assert verbs.rounds(state, "d")[0].prompt == "What do you do?"
    state = done(state, Change(say("Held"), puts=(replace(state.get(Round, turn.id), held=True),)))
    with pytest.raises(Refused):
        verbs.set_prompt(state, AT, round=turn.id, text="too late")


@pytest.mark.parametrize("rounds", [0, 100, -1])
def test_there_is_at_least_one_round_and_at_most_99(rounds: int) -> None:
    with pytest.raises(Refused):
        verbs.set_up(room(), AT, activity="d", dates=DateSettings(rounds=rounds))
