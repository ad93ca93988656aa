"""TinyDB over the storage: what stock TinyDB gets wrong, this gets right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from data.store.codec import Damaged, holds
from data.store.storage import KringStorage, Overtaken
from data.store.tiny import KringDB


def test_any_tinydb_reads_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "db.json"
    with KringDB(path) as db:
        db.table("notes").insert_multiple([{"text": "é"}, {"text": "\u2028 🎉"}])
    with TinyDB(path) as stock:
        assert [doc["text"] for doc in stock.table("notes")] == ["é", "\u2028 🎉"]
        stock.table("notes").insert({"text": "by hand"})
    with KringDB(path) as db:
        assert [doc.doc_id for doc in db.table("notes")] == [1, 2, 3]


def test_the_storage_serves_a_stock_tinydb(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "db.json", storage=KringStorage) as db:
        assert db.insert({"a": 1}) == 1
        assert db.search(where("a") == 1) == [{"a": 1}]
    assert holds((tmp_path / "db.json").read_bytes())


def test_two_handles_never_give_one_number_twice(tmp_path: Path) -> None:
    one, other = KringDB(tmp_path / "db.json"), KringDB(tmp_path / "db.json")
    numbers = [db.insert({"by": place % 2}) for place, db in enumerate([one, other] * 5)]
    assert numbers == list(range(1, 11))


def test_a_number_is_not_given_again_after_its_document_is_gone(tmp_path: Path) -> None:
    db = KringDB(tmp_path / "db.json")
    db.insert_multiple([{}, {}])
    db.remove(doc_ids=[2])
    assert db.insert({}) == 3
    db.truncate()
    assert KringDB(tmp_path / "db.json").insert({}) == 4


def test_a_query_sees_what_another_handle_wrote(tmp_path: Path) -> None:
    one, other = KringDB(tmp_path / "db.json"), KringDB(tmp_path / "db.json")
    one.insert({"a": 1})
    assert len(other.search(where("a") == 1)) == 1
    one.insert({"a": 1})
    assert len(other.search(where("a") == 1)) == 2


def test_nested_values_are_nobody_elses(tmp_path: Path) -> None:
    db = KringDB(tmp_path / "db.json")
    value = {"list": [1]}
    db.insert(value)
    value["list"].append(2)
    db.all()[0]["list"].append(3)
    assert db.all() == [{"list": [1]}]


def test_a_write_that_missed_another_one_is_refused(tmp_path: Path) -> None:
    one, other = KringStorage(tmp_path / "db.json"), KringStorage(tmp_path / "db.json")
    assert one.read() is None
    one.write({"t": {1: {"a": 1}}})
    data = other.read()
    assert data is not None
    one.read()
    one.write({"t": {1: {"a": 2}}})
    with pytest.raises(Overtaken):
        other.write(data)
    assert json.loads((tmp_path / "db.json").read_text())["t"] == {"1": {"a": 2}}


@pytest.mark.parametrize("data", [b"", b"null", b"7", b"[]", b"   \n", b"\0" * 80])
def test_a_file_without_tables_is_never_written_over(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "db.json"
    path.write_bytes(data)
    with pytest.raises(Damaged):
        KringDB(path).insert({"a": 1})
    assert path.read_bytes() == data


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {"deep": [float("-inf")]}, object()])
def test_what_json_has_no_form_for_is_refused(tmp_path: Path, value: object) -> None:
    db = KringDB(tmp_path / "db.json")
    db.insert({"a": 1})
    before = (tmp_path / "db.json").read_bytes()
    with pytest.raises(ValueError):
        db.insert({"a": value})
    assert (tmp_path / "db.json").read_bytes() == before


def test_large_integers_and_half_characters_survive(tmp_path: Path) -> None:
    db = KringDB(tmp_path / "db.json")
    db.insert({"n": 123456789012345678901234567890, "t": "a\ud800b"})
    assert KringDB(tmp_path / "db.json").all() == [{"n": 123456789012345678901234567890, "t": "a\ufffdb"}]


def test_everything_beside_the_file_may_vanish(tmp_path: Path) -> None:
    import shutil

    db = KringDB(tmp_path / "db.json")
    db.insert({"a": 1})
    shutil.rmtree(tmp_path / ".db.json.kring")
    db.insert({"a": 2})
    assert len(KringDB(tmp_path / "db.json")) == 2


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "db.json").symlink_to(tmp_path / "far" / "real.json")
    KringDB(tmp_path / "db.json").insert({"a": 1})
    assert (tmp_path / "db.json").is_symlink()
    assert (tmp_path / "far" / "real.json").is_file()
