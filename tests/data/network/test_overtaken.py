"""Who is overtaken by another window is told, with the text; who was not is left in peace."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from data.model import Action, Note, Participant, Record, Said, State, say
from data.network.overtaken import RECENT, by_others, by_us, written
from data.store.history import Step
from data.store.records import Trace
from tests.data.store.samples import note


def plain(record: Record | None) -> dict[str, Any] | None:
    return None if record is None else msgspec.to_builtins(record)


def trace(before: Record | None, after: Record | None) -> Trace:
    record = before or after
    assert record is not None
    return Trace(record.table, record.id, 1, plain(before), plain(after))


def step(*traces: Trace) -> Step:
    return Step(label=say("Edited"), id="1", traces=traces)


def fills(told: list[Said]) -> list[dict[str, str | int]]:
    return [dict(each.fills) for each in told]


OURS, THEIRS = note(1, "ours"), note(1, "theirs")
MINE = step(trace(note(1, "old"), OURS))


# What another window did to what this one wrote.


def test_a_text_that_another_window_changed_is_told_with_both() -> None:
    told = by_others(State.holding([OURS]), State.holding([THEIRS]), [MINE])
    assert fills(told) == [{"yours": "ours", "theirs": "theirs"}]


def test_a_text_that_another_window_took_away_is_told() -> None:
    assert fills(by_others(State.holding([OURS]), State(), [MINE])) == [{"yours": "ours"}]


@pytest.mark.parametrize("restarted", [False, True])
def test_it_is_told_of_a_text_that_was_written_before_a_restart_too(restarted: bool) -> None:
    """On the disk rows are lists, in a record they are tuples."""
    ours = Action(id="a1", session="s1", text="ours", who=("p1",))
    kept = step(trace(None, ours))
    if restarted:
        kept = msgspec.json.decode(msgspec.json.encode(kept), type=Step)
    assert fills(by_others(State.holding([ours]), State(), [kept])) == [{"yours": "ours"}]


def test_what_is_as_this_window_left_it_is_not_told() -> None:
    assert not by_others(State.holding([OURS]), State.holding([OURS]), [MINE])


def test_what_was_no_longer_this_windows_own_is_not_told_again() -> None:
    """Another change, of another window, was told when it came."""
    later = note(1, "later")
    assert not by_others(State.holding([THEIRS]), State.holding([later]), [MINE])
    assert not by_others(State(), State.holding([later]), [MINE])


def test_what_this_window_took_away_itself_cannot_be_overtaken() -> None:
    assert not by_others(State(), State.holding([THEIRS]), [step(trace(OURS, None))])


def test_another_field_than_a_text_is_nothing_to_tell() -> None:
    moved = replace(OURS, cluster="c", weight=3)
    assert not by_others(State.holding([OURS]), State.holding([moved]), [MINE])
    assert fills(by_others(State.holding([OURS]), State.holding([replace(moved, text="theirs")]), [MINE])) == [
        {"yours": "ours", "theirs": "theirs"}
    ]


def test_a_record_of_a_newer_kring_is_passed_over_and_what_comes_after_it_is_not() -> None:
    newer = Trace("dreams", "d", 1, None, {"id": "d", "text": "a dream"})
    gone = step(trace(note(2), None))
    told = by_others(State.holding([OURS]), State.holding([THEIRS]), [gone, step(newer, *MINE.traces)])
    assert fills(told) == [{"yours": "ours", "theirs": "theirs"}]


def test_a_text_is_told_once_and_of_two_texts_each() -> None:
    other = note(2, "ours too")
    before, after = State.holding([OURS, other]), State.holding([THEIRS])
    told = by_others(before, after, [MINE, step(trace(None, OURS)), step(trace(None, other))])
    assert fills(told) == [{"yours": "ours", "theirs": "theirs"}, {"yours": "ours too"}]


def test_of_one_change_every_text_is_looked_at() -> None:
    other = note(2, "ours too")
    made = step(trace(None, note(3)), trace(None, OURS), trace(None, other))
    before = State.holding([note(3), OURS, other])
    told = by_others(before, State.holding([note(3), OURS, note(2, "theirs")]), [made])
    assert fills(told) == [{"yours": "ours too", "theirs": "theirs"}]
    told = by_others(State.holding([THEIRS, other]), State.holding([note(1, "again"), note(2, "theirs")]), [made])
    assert fills(told) == [{"yours": "ours too", "theirs": "theirs"}], "the first was no longer this window's"


def test_a_text_that_another_window_emptied_is_told() -> None:
    mine = Participant(id="p", name="An", interest="bouw")
    told = by_others(State.holding([mine]), State.holding([replace(mine, interest="")]), [step(trace(None, mine))])
    assert fills(told) == [{"yours": "bouw", "theirs": ""}]


def test_only_recent_changes_are_looked_at() -> None:
    others = [step(trace(None, note(9)))] * (RECENT - 1)
    before, after = State.holding([OURS]), State.holding([THEIRS])
    assert by_others(before, after, [MINE, *others])
    assert not by_others(before, after, [MINE, *others, others[0]])


# What this window did to what another had just done.


def test_a_text_of_another_window_that_ours_replaces_is_told() -> None:
    told = by_us([trace(note(1, "old"), OURS)], [trace(THEIRS, OURS)])
    assert fills(told) == [{"theirs": "theirs"}]


def test_what_was_as_foreseen_is_not_told() -> None:
    assert not by_us([trace(note(1, "old"), OURS)], [trace(note(1, "old"), OURS)])
    assert not by_us([], [trace(THEIRS, OURS)])


def test_what_is_new_or_taken_away_replaces_no_text() -> None:
    assert not by_us([trace(None, OURS)], [trace(None, OURS)])
    assert not by_us([trace(note(1, "old"), None)], [trace(THEIRS, None)])
    assert not by_us([trace(note(1, "old"), OURS)], [trace(None, OURS)])


def test_a_text_of_another_window_that_ours_leaves_stands_and_is_not_told() -> None:
    old, theirs = note(1, "old"), note(1, "theirs")
    assert not by_us([trace(old, replace(old, weight=2))], [trace(theirs, replace(theirs, weight=2))])


def test_another_field_than_the_text_that_ours_replaces_is_not_told() -> None:
    old = note(1, "old")
    assert not by_us([trace(old, OURS)], [trace(replace(old, weight=4), OURS)])


def test_what_another_window_had_just_binned_is_told_when_it_comes_back() -> None:
    old = note(1, "old")
    told = by_us([trace(old, OURS)], [trace(replace(old, binned=True), OURS)])
    assert len(told) == 1 and "bin" in told[0].message
    known = replace(old, binned=True)
    assert not by_us([trace(known, OURS)], [trace(replace(known, weight=1), OURS)])


def test_after_one_that_was_foreseen_the_others_are_looked_at_too() -> None:
    same = trace(note(2), note(2, "b"))
    told = by_us([same, trace(note(1, "old"), OURS)], [same, trace(THEIRS, OURS)])
    assert fills(told) == [{"theirs": "theirs"}]


# What is given back.


def test_the_texts_of_a_change_are_those_that_people_wrote() -> None:
    records: list[Record] = [
        Note(id="n", session="the session", activity="a", text="one"),
        Participant(id="p", name="An Peeters", function="arts"),
        Note(id="m", session="s", activity="a", text=""),
    ]
    assert written(records) == ("one", "arts")
