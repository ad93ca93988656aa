"""A network as JSON and back: the same records, also of an earlier form, and nothing that no network holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from data import text
from data.demo import demo_records
from data.model import RECORDS, Note, Participant, Profile, Promise, Question, Record, Refused, Session, State
from data.store import copies
from tests.data.report import whole

SCHEMA = Path(__file__).parents[3] / "docs" / "network.schema.json"
DEMO = State.holding(demo_records("nl", date(2027, 3, 18)))

LINES = st.text(max_size=40).map(text.line).filter(bool)


def records(state: State) -> list[list[Record]]:
    return [state.all(kind) for kind in RECORDS]


@st.composite
def networks(draw: st.DrawFn) -> State:
    """A network in which anything stands where people can write a line."""
    people = [
        Participant(id=f"p{n}", name=draw(LINES), organisation=draw(LINES)) for n in range(draw(st.integers(0, 4)))
    ]
    notes = [
        Note(id=f"n{n}", session="s", activity="a", text=draw(LINES), weight=draw(st.integers(0, 40)))
        for n in range(draw(st.integers(0, 4)))
    ]
    asked = [Question(id="q", session="s", text=draw(LINES), also=tuple(who.id for who in people))]
    return State.holding(
        [Profile(id="p", name=draw(LINES)), Session(id="s", number=1, title=draw(LINES)), *people, *notes, *asked]
    )


@given(networks())
def test_out_and_in_again_is_the_same_network(network: State) -> None:
    again = copies.read(copies.written(network))
    assert records(again) == records(network)
    assert copies.written(again) == copies.written(network)


def worded(value: Any, words: Mapping[str, str]) -> Any:
    """The value with other words in the place of these."""
    if isinstance(value, dict):
        return {key: worded(each, words) for key, each in value.items()}
    if isinstance(value, list):
        return [worded(each, words) for each in value]
    return words.get(value, value) if isinstance(value, str) else value


@settings(max_examples=25)
@given(st.lists(LINES, min_size=1, max_size=20))
def test_whatever_stands_in_any_field_of_any_record_comes_back(lines: list[str]) -> None:
    words = dict(zip(whole.MARKS.values(), cycle(lines), strict=False))
    every = [
        msgspec.convert(worded(msgspec.to_builtins(record), words), kind)
        for kind in RECORDS
        for record in whole.whole().all(kind)
    ]
    network = State.holding(every)
    assert records(copies.read(copies.written(network))) == records(network)


def test_the_demo_with_every_kind_of_activity_comes_back_whole() -> None:
    assert records(copies.read(copies.written(DEMO))) == records(DEMO)
    assert records(copies.read(b"\xef\xbb\xbf" + copies.written(DEMO))) == records(DEMO)


def test_a_copy_of_an_earlier_form_is_brought_to_the_present_one() -> None:
    old = {
        "kring": 1,
        "network": [{"id": "p", "name": "Klankbord", "promises": ["to listen"]}],
        "sessions": [{"id": "s", "number": 1}],
        "questions": [{"id": "q", "session": "s", "text": "why?", "answered": "s"}],
    }
    state = copies.read(json.dumps(old).encode())
    assert [promise.text for promise in state.all(Promise)] == ["to listen"]
    assert [(asked.closed, asked.waits) for asked in state.all(Question)] == [("s", False)]


def with_(**changed: Any) -> bytes:
    whole: dict[str, Any] = json.loads(copies.written(DEMO))
    return json.dumps({**whole, **changed}).encode()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "not a copy of a network"),
        (b'{"network": []}', "not a copy of a network"),
        (b'{"kring": true}', "not a copy of a network"),
        (b'{"kring": 2}', "not a copy of a network"),
        (with_(kring=99), "newer Kring"),
        (with_(weather=[]), "no network has"),
        (with_(notes={}), "no network has"),
        (with_(notes=[1]), "no network has"),
        (with_(notes=[{"id": "n", "session": "s", "activity": "a"}]), "number"),
        (with_(notes=[{"id": "n", "session": "s", "activity": "a", "text": "x", "feasibility": 9}]), "number"),
    ],
)
def test_what_is_no_copy_of_a_network_is_refused_in_a_sentence(data: bytes, told: str) -> None:
    with pytest.raises(Refused) as caught:
        copies.read(data)
    said = caught.value.said
    assert told in said.message.format_map(dict(said.fills)) or told in said.message


def test_the_published_schema_is_that_of_the_records_and_holds_for_the_demo() -> None:
    published = json.loads(SCHEMA.read_text("utf-8"))
    assert published == json.loads(json.dumps(copies.schema())), "make schema"
    validator = Draft202012Validator(published)
    whole: Mapping[str, Any] = json.loads(copies.written(DEMO))
    assert list(validator.iter_errors(whole)) == []
    assert list(validator.iter_errors({**whole, "weather": []}))
