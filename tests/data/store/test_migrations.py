"""Files of an earlier form are brought to the present one with everything in place."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import Action, Fate, Parked, Profile, Promise, Question
from data.network import Network
from data.store import image as images
from data.store import migrations
from data.store.codec import Damaged, encode, parse
from tests.data.store.samples import make

TABLES: migrations.Tables = {
    "network": {1: {"id": "p", "name": "Klankbord", "promises": ["Cases", "Tips"]}},
    "sessions": {3: {"id": "t", "number": 2}, 4: {"id": "s", "number": 1}},
    "questions": {
        1: {"id": "q1", "session": "s", "text": "Hoe?", "treated": "s", "answered": "t"},
        2: {"id": "q2", "session": "s", "text": "Wie?", "treated": "s"},
    },
    "actions": {
        1: {"id": "a1", "session": "s", "text": "Zaal", "done": True},
        2: {"id": "a2", "session": "s", "text": "B"},
    },
    "parked": {
        1: {"id": "k1", "session": "s", "text": "Loon", "treated": "t"},
        2: {"id": "k2", "session": "s", "text": "C"},
    },
}


def written(path: Path, tables: migrations.Tables) -> Path:
    """A file of the first form."""
    about = parse(make(path).read_bytes()).about
    about["schema"] = 1
    body = [b'"kring":{"1":%b}' % encode(about)]
    body += [
        b'"%b":{%b}' % (name.encode(), b",".join(b'"%d":%b' % (n, encode(each)) for n, each in table.items()))
        for name, table in tables.items()
    ]
    path.write_bytes(b"{" + b",".join(body) + b"}")
    return path


def test_the_first_form_is_read_with_everything_in_place(tmp_path: Path) -> None:
    path = written(tmp_path / "n.kring.json", TABLES)
    network = Network.open(path)
    state = network.state
    assert [(q.id, q.answered, q.treated, q.waits) for q in state.all(Question)] == [
        ("q1", "t", "s", False),
        ("q2", None, "s", True),
    ]
    assert [(a.id, a.done, a.closed) for a in state.all(Action)] == [("a1", True, None), ("a2", False, None)]
    assert [(k.id, k.fate, k.treated) for k in state.all(Parked)] == [("k1", Fate.CLOSED, "t"), ("k2", Fate.OPEN, None)]
    assert [(p.text, p.session) for p in state.all(Promise)] == [("Cases", "s"), ("Tips", "s")]
    assert state.all(Profile)[0].name == "Klankbord"
    network.close()
    again = images.load(path.read_bytes())
    assert again.about.schema == migrations.SCHEMA and again.state.all(Promise) == state.all(Promise)


def test_what_no_kring_wrote_is_no_promise_and_stops_nothing() -> None:
    odd: migrations.Tables = {"network": {1: {"id": "p", "promises": "all"}}, "questions": {1: {"id": "q"}}}
    assert migrations.migrate(odd, 1)["promises"] == {}
    with pytest.raises(Damaged):
        migrations.migrate({}, 0)


def test_promises_of_a_network_without_a_session_are_of_none() -> None:
    moved = migrations.migrate(
        {"network": {1: {"id": "p", "promises": ["Cases", "Tips"]}, 2: {"id": "q", "promises": 7}}}, 1
    )
    one, other = moved["promises"].values()
    assert (one["session"], one["text"], other["text"]) == ("", "Cases", "Tips") and one["id"] != other["id"]
    assert moved["network"] == {1: {"id": "p"}, 2: {"id": "q"}}
