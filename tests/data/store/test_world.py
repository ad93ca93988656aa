"""Values that fit the form and not the world: refused when a file is read, with the field named."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.demo import demo_records
from data.network import Network, Unopened
from data.store import image as images
from data.store.world import LONGEST, wrong
from tests.data.store.samples import make


def test_all_that_kring_writes_fits_the_world() -> None:
    for language in ("nl", "en"):
        assert [each for each in demo_records(language, date(2027, 3, 16)) if wrong(each)] == []


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("sessions", "date", "2027-02-30"),
        ("sessions", "date", "gisteren"),
        ("sessions", "starts", "25:00"),
        ("sessions", "closed_at", "9999-12-31T23:59:59+00:00"),
        ("sessions", "number", -1),
        ("notes", "at", "2027-03-16T14:31:00"),
        ("notes", "position", 1e308),
        ("notes", "weight", 10**30),
        ("notes", "feasibility", 11),
        ("notes", "text", "x" * (LONGEST + 1)),
        ("notes", "id", ""),
        ("network", "language", "tlh"),
        ("notes", "text", 7),
    ],
)
@pytest.mark.parametrize("sealed", [False, True])
def test_it_is_refused_with_its_field_named(tmp_path: Path, table: str, field: str, value: Any, sealed: bool) -> None:
    path = make(tmp_path / "n.kring.json", 1)
    tree = json.loads(path.read_bytes())
    tree[table]["1"][field] = value
    data = json.dumps(tree).encode()
    path.write_bytes(b"".join(images.load(data).next("t").encoded()) if sealed else data)
    with pytest.raises(Unopened) as caught:
        Network.open(path)
    assert any(field in str(said.fills) for said in caught.value.details)
    assert caught.value.rescue == (table != "network")


@pytest.mark.parametrize(
    ("table", "document"),
    [
        ("proposals", {"id": "v", "decision": "d", "versions": []}),
        ("proposals", {"id": "v", "decision": "d", "versions": [{"text": 1, "session": "s"}]}),
        ("activities", {"id": "a", "session": "s", "kind": "break", "position": 1, "countdown": {"ends": "straks"}}),
        ("activities", {"id": "a", "session": "nergens", "kind": "break", "position": 1}),
        ("activities", {"id": "a", "session": "s", "kind": "break", "position": 1, "dates": {"size": 0}}),
        ("evaluations", {"id": "e", "session": "s", "activity": "a", "content": 10.5}),
    ],
)
def test_what_is_in_a_part_of_a_record_is_looked_at_too(tmp_path: Path, table: str, document: dict[str, Any]) -> None:
    path = make(tmp_path / "n.kring.json")
    tree = json.loads(path.read_bytes())
    tree[table] = {"1": document}
    assert len(images.load(json.dumps(tree).encode()).misfits) == 1


def test_odd_values_in_every_field_crash_nothing(tmp_path: Path) -> None:
    """A short part of ``make torture``."""
    from benchmarks.torture.fields import mutated

    assert mutated(tmp_path, 150, shown=2) == 0
