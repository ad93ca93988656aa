"""A call on its way: it does the same on every laptop, and what is no call is refused with a sentence."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest

from data.demo import demo_records
from data.demo.telling import Telling
from data.model import Change, Record, Refused, Stamp, State
from data.together import calls
from data.together.calls import LARGEST, Message, call_of, read, run, written
from data.verbs.brainstorm.noting import capture

NETWORK = "4a4b0f0e-0000-4000-8000-000000000001"
AT = Stamp("2026-11-26T14:00:00+01:00", "1c7b8c1a-73a4-4b1c-9d3e-0a5f6b7c8d9e")


UNSEEDED = {"verb": "back", "now": AT.now, "seed": "no-uuid", "args": {"traces": []}}


def message(**call: Any) -> Message:
    return Message(network=NETWORK, origin="a" * 32, number=1, call=calls.Call(now=AT.now, seed=AT.seed, **call))


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read(data, NETWORK)
    said = caught.value.said
    return said.message.format_map(dict(said.fills))


@pytest.fixture(scope="module")
def told_calls() -> list[tuple[State, Callable[..., Change], Stamp, dict[str, Any], Change]]:
    """Every call by which the demo network is told, with the state it was made on."""
    found = []
    original = Telling.do

    def noting(self: Telling, verb: Callable[..., Change], **asked: object) -> Record:
        before, at = self.state, Stamp(self.now.isoformat(timespec="seconds"), "")
        record = original(self, verb, **asked)
        at = Stamp(at.now, str(uuid.uuid5(uuid.NAMESPACE_URL, f"kring:demo:{self._changes}")))
        found.append((before, verb, at, asked, verb(before, at, **asked)))
        return record

    Telling.do = noting  # type: ignore[method-assign]
    try:
        demo_records("nl", date(2026, 11, 26))
    finally:
        Telling.do = original  # type: ignore[method-assign]
    return found


def test_every_call_of_a_whole_network_does_the_same_after_its_way(told_calls: Any) -> None:
    assert len(told_calls) > 100
    for before, verb, at, asked, change in told_calls:
        call = call_of(verb, at, asked)
        assert call is not None, verb
        came = read(written(Message(network=NETWORK, origin="a" * 32, number=1, call=call)), NETWORK)
        assert run(before, came.call) == change


def test_every_verb_has_a_name_of_its_own_and_arguments_that_can_travel() -> None:
    found = calls.table()
    assert len(found) > 170
    assert len({verb.run for verb in found.values()}) == len(found)
    for verb in found.values():
        for hint in verb.takes.values():
            msgspec.json.Decoder(hint)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not from Kring"),
        (b"\xff\xfe", "not from Kring"),
        (b"[" * 100_000, "not from Kring"),
        (b'{"network": 3}', "not from Kring"),
        (b"{}" + b" " * LARGEST, "too large"),
        (written(msgspec.structs.replace(message(verb="x"), network="another")), "another network"),
        (written(msgspec.structs.replace(message(verb="x"), form=9)), "another version of Kring"),
        (written(msgspec.structs.replace(message(verb="brainstorm.noting.capture"), number=0)), "not from Kring"),
        (written(message(verb="os.system", args={"command": "true"})), "os.system"),
        (written(message(verb="brainstorm.noting.capture", args={})), "not from Kring"),
        (written(message(verb="brainstorm.noting.capture", args={"activity": "a", "text": 7})), "not from Kring"),
        (
            written(message(verb="brainstorm.noting.capture", args={"activity": "a", "text": "b", "c": 1})),
            "not from Kring",
        ),
        (msgspec.json.encode({"network": NETWORK, "origin": "a", "number": 1, "call": UNSEEDED}), "not from Kring"),
    ],
)
def test_what_is_no_call_is_refused_with_a_sentence(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_hostile_texts_are_cleaned() -> None:
    args = {"activity": "a", "text": "vraag\x1b[2J\u202e \x9b31m"}
    came = read(written(message(verb="brainstorm.noting.capture", args=args)), NETWORK)
    assert came.call.args["text"] == "vraag[2J 31m"


@pytest.mark.parametrize(
    "traces",
    [
        [["kring", "1", 1, None, {"id": "1"}]],
        [["notes", "1", 1, None, {"id": "1"}]],
        [["activities", "1", 1, None, {"id": "1", "session": "nowhere", "kind": "brainstorm", "position": 1.0}]],
        [["notes", "1", 1, None, {"id": "1", "session": "s", "activity": "a", "text": "x" * 200_000}]],
    ],
)
def test_what_no_file_can_hold_is_refused_wherever_it_comes_from(traces: list[Any]) -> None:
    came = read(written(message(verb="documents", args={"traces": traces})), NETWORK)
    with pytest.raises(Refused):
        run(State(), came.call)


def test_a_session_with_activities_is_not_taken_from_under_them() -> None:
    from data.model import Session

    state = State.holding(demo_records("nl", date(2026, 11, 26)))
    session = state.all(Session)[0]
    traces = [["sessions", session.id, 1, msgspec.to_builtins(session), None]]
    with pytest.raises(Refused):
        run(state, message(verb="documents", args={"traces": traces}).call)


def test_a_function_that_is_no_verb_has_no_call() -> None:
    assert call_of(lambda state, at: Change(calls.NO_CALL), AT, {}) is None
    assert call_of(capture, AT, {"activity": object()}) is None


SUM = """
import sys, json, hashlib
from datetime import date
from data.demo import demo_records
import msgspec
print(hashlib.sha256(msgspec.json.encode(demo_records("nl", date(2026, 11, 26)))).hexdigest())
"""


def test_the_same_calls_come_to_the_same_whatever_the_order_of_hashes() -> None:
    """Two laptops do not put the members of a set in the same order."""
    runs = [
        subprocess.run([sys.executable, "-c", SUM], capture_output=True, check=True, env={"PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]
    sums = {each.stdout for each in runs}
    assert len(sums) == 1
