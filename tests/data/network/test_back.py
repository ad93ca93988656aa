"""Taking a change back, and bringing one back that could not be saved: never at the cost of what others did."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from data.model import Change, Evaluation, Keep, Record, Refused, Shown, Stamp, State, say
from data.network.recall import _GONE, _changed, _having, recall
from data.network.task import Applied, NotSaved, foreseen, kept, secret
from data.network.undo import reverse
from data.store.history import Step, Way
from data.store.records import Trace, Was
from tests.data.store.samples import note

AT = Stamp("2027-03-14T12:00:00+01:00", "12345678123456781234567812345678")
OLD, NEW = note(1, "old"), note(1, "new")


def plain(record: Record | None) -> dict[str, Any] | None:
    return None if record is None else msgspec.to_builtins(record)


def trace(before: Record | None, after: Record | None, number: int = 7) -> Trace:
    record = before or after
    assert record is not None
    return Trace(record.table, record.id, number, plain(before), plain(after))


def step(*traces: Trace, keep: Keep = Keep.HISTORY) -> Step:
    return Step(label=say("Edited"), id="1", traces=traces, keep=keep)


def both(change: Change) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    return change.puts, change.drops


# Taking back.


@pytest.mark.parametrize(
    ("before", "after", "puts", "drops"),
    [(OLD, NEW, (OLD,), ()), (OLD, None, (OLD,), ()), (None, NEW, (), (NEW,))],
    ids=["changed", "taken away", "added"],
)
def test_a_change_is_taken_back(before: Any, after: Any, puts: Any, drops: Any) -> None:
    state = State.holding([after] if after else [])
    change = reverse(state, AT, step=step(trace(before, after), keep=Keep.MEMORY))
    assert both(change) == (puts, drops)
    assert change.label == say("Edited") and change.keep is Keep.MEMORY


@pytest.mark.parametrize(
    ("before", "after", "now"),
    [(OLD, NEW, note(1, "theirs")), (OLD, NEW, None), (OLD, None, NEW), (None, NEW, None)],
)
def test_what_was_changed_since_is_not_taken_back(before: Any, after: Any, now: Any) -> None:
    with pytest.raises(Refused):
        reverse(State.holding([now] if now else []), AT, step=step(trace(before, after)))


def test_a_change_of_several_is_taken_back_whole_or_not() -> None:
    made = step(trace(OLD, NEW), trace(None, note(2)), trace(note(3), None))
    assert both(reverse(State.holding([NEW, note(2)]), AT, step=made)) == ((OLD, note(3)), (note(2),))
    with pytest.raises(Refused):
        reverse(State.holding([NEW]), AT, step=made)


# Bringing back what was not saved.


def brought_back(now: list[Record], *traces: Trace) -> State:
    state = State.holding(now)
    return state.after(recall(state, AT, step=step(*traces)))


def test_only_the_fields_that_were_changed_are_brought_back() -> None:
    theirs = replace(OLD, weight=5, binned=True)
    (found,) = brought_back([theirs], trace(OLD, NEW)).all(type(OLD))
    assert found == replace(theirs, text="new")


def test_a_field_that_was_emptied_is_emptied_again() -> None:
    """A field that has its usual value does not stand in a document."""
    weighed = replace(OLD, weight=5)
    (found,) = brought_back([replace(weighed, text="theirs")], trace(weighed, OLD)).all(type(OLD))
    assert found == note(1, "theirs")


def test_what_changed_is_told_apart_from_what_is_not_there() -> None:
    assert _changed({"a": None, "b": 1, "c": 2, "d": 4}, {"b": 1, "c": 3, "e": None}) == {
        "a": _GONE, "c": 3, "d": _GONE, "e": None
    }  # fmt: skip
    assert _having({"a": 1, "b": 2}, {"a": _GONE, "c": None}) == {"b": 2, "c": None}


def test_what_was_added_or_taken_away_is_so_again_and_never_twice() -> None:
    assert brought_back([], trace(None, NEW)).all(type(OLD)) == [NEW]
    assert brought_back([NEW], trace(None, NEW)).all(type(OLD)) == [NEW]
    assert brought_back([note(1, "theirs")], trace(None, NEW)).all(type(OLD)) == [note(1, "theirs")]
    assert brought_back([OLD], trace(OLD, None)).all(type(OLD)) == []
    assert brought_back([], trace(OLD, None)).all(type(OLD)) == []


def test_what_somebody_changed_since_is_not_taken_away() -> None:
    assert brought_back([note(1, "theirs")], trace(OLD, None)).all(type(OLD)) == [note(1, "theirs")]


def test_what_somebody_took_away_since_comes_back_with_the_change() -> None:
    assert brought_back([], trace(OLD, NEW)).all(type(OLD)) == [NEW]


def test_a_change_that_changed_nothing_writes_nothing() -> None:
    state = State.holding([note(1, "theirs")])
    change = recall(state, AT, step=step(trace(OLD, OLD), keep=Keep.MEMORY))
    assert both(change) == ((), ())
    assert change.label == say("Edited") and change.keep is Keep.MEMORY


def test_all_of_a_change_is_brought_back() -> None:
    traces = (trace(note(3), None), trace(note(4), None), trace(None, note(2)), trace(OLD, NEW))
    found = brought_back([note(3), note(4), OLD], *traces)
    assert sorted(each.text for each in found.all(type(OLD))) == ["idea 2", "new"]


def test_a_record_with_rows_is_taken_away_again_after_a_restart() -> None:
    """On the disk rows are lists, in a record they are tuples."""
    form = Evaluation(id="e1", session="s1", activity="a1", learning=("vragen stellen",))
    kept_step = msgspec.json.decode(msgspec.json.encode(step(trace(form, None))), type=Step)
    state = State.holding([form])
    assert both(recall(state, AT, step=kept_step)) == ((), (form,))
    theirs = State.holding([replace(form, learning=("vragen stellen", "zwijgen"))])
    assert both(recall(theirs, AT, step=kept_step)) == ((), ())


def test_rows_that_were_not_changed_stay_as_others_made_them() -> None:
    form = Evaluation(id="e1", session="s1", activity="a1", learning=("vragen stellen",))
    changed = step(trace(form, replace(form, treat=("conflict",))))
    listed = changed.traces[0]._replace(before=msgspec.json.decode(msgspec.json.encode(form)))
    theirs = replace(form, learning=("vragen stellen", "zwijgen"))
    (found,) = brought_back([theirs], listed).all(Evaluation)
    assert found == replace(theirs, treat=("conflict",))


def test_what_the_room_sees_is_no_secret_and_a_ballot_is() -> None:
    seen = trace(None, Shown(id="s1", session="1"))
    assert not secret(step(seen, keep=Keep.NEVER))
    assert secret(step(trace(None, NEW), keep=Keep.NEVER)) and secret(step(seen, trace(None, NEW), keep=Keep.NEVER))
    assert not secret(step(trace(None, NEW)))


# A change on its way.


def test_what_a_change_will_do_is_foreseen_document_by_document() -> None:
    state = State.holding([OLD, note(3)])
    change = Change(say("Mixed"), puts=(NEW, note(2)), drops=(note(3), note(9)), keep=Keep.MEMORY)
    of = step()
    made = foreseen(state, change, Way.UNDO, "now", of)
    assert made.traces == (trace(note(3), None, 0), trace(OLD, NEW, 0), trace(None, note(2), 0))
    assert (made.label, made.way, made.at, made.keep, made.of) == (say("Mixed"), Way.UNDO, "now", Keep.MEMORY, "1")
    another = foreseen(state, change, Way.DO, "now", None)
    assert another.of == "" and another.id != made.id
    assert len(made.id) == 16 and set(made.id) <= set("0123456789abcdef")


def test_what_stays_as_it_is_is_no_step_to_undo() -> None:
    state = State.holding([OLD, note(3)])
    assert foreseen(state, Change(say("Same"), puts=(OLD, note(3))), Way.DO, "now", None).traces == ()
    half = foreseen(state, Change(say("Half"), puts=(OLD, note(2))), Way.DO, "now", None)
    assert half.traces == (trace(None, note(2), 0),)


@pytest.mark.parametrize(("keep", "can"), [(Keep.HISTORY, True), (Keep.MEMORY, True), (Keep.NEVER, False)])
def test_only_a_secret_can_never_be_undone(keep: Keep, can: bool) -> None:
    assert kept(Change(say("x"), keep=keep)) is can


def applied(undoes: Step | None = None) -> Applied:
    change = Change(say("Edited"), puts=(NEW,))
    return Applied(AT, lambda _state, _at: change, change, step(), undoes)


def test_a_change_is_saved_once_it_is_on_the_disk_without_an_error() -> None:
    task = applied()
    assert not task.saved
    with pytest.raises(NotSaved) as waiting:
        task.wait(0)
    assert waiting.value.said.message and str(waiting.value) == waiting.value.said.message
    task.finish()
    task.wait(0)
    assert task.saved


def test_who_waits_for_a_change_that_fails_is_told_why() -> None:
    task, error = applied(), Refused(say("No."))
    task.finish(error)
    assert not task.saved
    with pytest.raises(Refused) as caught:
        task.wait(0)
    assert caught.value is error


def test_the_reason_stands_in_the_error_with_what_fills_it() -> None:
    assert str(NotSaved(say("{n} of it", n=3))) == "3 of it"


def test_a_new_record_has_the_id_that_the_change_will_give_it_again() -> None:
    task = applied()
    assert task.new() == AT.new(0) == task.new(0) and task.new(1) == AT.new(1) != task.new()


def test_a_document_that_comes_back_stands_where_it_stood_with_what_no_record_has() -> None:
    document = {**(plain(OLD) or {}), "colour": "red"}
    undoes = step(
        Trace("notes", "n1", 7, document, None),
        trace(None, note(2)),
        trace(note(3), note(3, "x"), 0),
    )
    assert applied(undoes).was() == {("notes", "n1"): Was(7, {"colour": "red"})}
    assert applied().was() == {}
