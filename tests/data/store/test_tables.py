"""What TinyDB promises of tables and queries, on a network file; the differences are told by name at the end."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from tinydb import Query, where
from tinydb import operations as to
from tinydb.queries import QueryLike

from data.store import image as images
from data.store.tiny import Document, KringDB
from tests.data.store.disks import RecordingDisk

Found = list[dict[str, Any]]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[KringDB]:
    """Three documents that share one value and differ in another."""
    with KringDB(tmp_path / "db.json") as made:
        made.insert_multiple({"n": 1, "c": letter} for letter in "abc")
        yield made


def letters(db: KringDB) -> str:
    return "".join(str(each["c"]) for each in db)


# Putting in.


def test_numbers_go_up_and_come_back(db: KringDB) -> None:
    assert db.insert({"c": "d"}) == 4
    assert db.insert_multiple([{"c": "e"}, {"c": "f"}]) == [5, 6]
    assert [each.doc_id for each in db] == [1, 2, 3, 4, 5, 6]


def test_a_document_may_bring_its_number(db: KringDB) -> None:
    assert db.insert(Document({"c": "z"}, 40)) == 40
    assert db.insert({"c": "d"}) == 41
    assert db.insert_multiple([Document({"c": "y"}, 20), {"c": "e"}]) == [20, 42]
    assert letters(db) == "abcyzde"
    for again in ((Document({}, 40),), (Document({}, 50), Document({}, 50))):
        with pytest.raises(ValueError):
            db.insert_multiple(again)
    with pytest.raises(ValueError):
        db.insert(Document({}, 40))
    assert len(db) == 7, "none of a refused lot is in"


@pytest.mark.parametrize("bad", [[1], "text", {1, 2}, None])
def test_only_mappings_are_documents(db: KringDB, bad: Any) -> None:
    with pytest.raises(ValueError):
        db.insert(bad)
    with pytest.raises(ValueError):
        db.insert_multiple([{"c": "d"}, bad])
    assert len(db) == 3


def test_any_mapping_and_any_iterable_will_do(db: KringDB) -> None:
    db.insert(MappingProxyType({"c": "d"}))
    db.insert_multiple({"c": letter} for letter in "ef")
    db.insert_multiple([])
    assert letters(db) == "abcdef"


# Changing and taking away.


def test_update_reaches_all_some_or_none(db: KringDB) -> None:
    assert db.update({"n": 2}) == [1, 2, 3]
    assert db.update({"n": 3}, where("c") == "a") == [1]
    assert db.update({"n": 4}, doc_ids=[2, 99]) == [2]
    assert db.update({"n": 5}, where("c") == "z") == []
    assert [each["n"] for each in db] == [3, 4, 2]


def test_update_by_a_function_and_by_the_operations_of_tinydb(db: KringDB) -> None:
    def shout(document: Any) -> None:
        document["c"] = document["c"].upper()

    db.update(shout, where("c") == "b")
    db.update(to.increment("n"), doc_ids=[1])
    db.update(to.decrement("n"), doc_ids=[3])
    db.update(to.add("n", 10), doc_ids=[2])
    db.update(to.subtract("n", 1), doc_ids=[2])
    db.update(to.set("more", [1]), doc_ids=[3])
    assert db.all() == [{"n": 2, "c": "a"}, {"n": 10, "c": "B"}, {"n": 0, "c": "c", "more": [1]}]
    db.update(to.delete("n"))
    assert not db.search(where("n").exists())


def test_several_updates_at_once(db: KringDB) -> None:
    assert db.update_multiple([({"n": 7}, where("c") == "a"), (to.delete("n"), where("c") == "b")]) == [1, 2]
    assert [each.get("n") for each in db] == [7, None, 1]


def test_an_update_that_fails_halfway_changes_nothing(db: KringDB) -> None:
    before = db.files.path.read_bytes()
    with pytest.raises(KeyError):
        db.update(lambda document: document.__setitem__("n", document["c"] and {"a": 5}[document["c"]]))
    with pytest.raises(TypeError):
        db.update(to.increment("c"))
    assert db.files.path.read_bytes() == before


def test_upsert_changes_what_matches_or_inserts(db: KringDB) -> None:
    assert db.upsert({"n": 9}, where("c") == "a") == [1]
    assert db.upsert({"c": "d"}, where("c") == "d") == [4]
    assert db.upsert(Document({"c": "B"}, 2)) == [2]
    assert db.upsert(Document({"c": "z"}, 30)) == [30]
    with pytest.raises(ValueError):
        db.upsert({"c": "e"})
    assert letters(db) == "aBcdz"


def test_removing(db: KringDB) -> None:
    assert db.remove(where("c") == "b") == [2]
    assert db.remove(doc_ids=[3, 99]) == [3]
    assert db.remove(where("n") == 1) == [1]
    with pytest.raises(RuntimeError):
        db.remove()
    assert len(db) == 0 and not db.all()


# Finding.


def test_getting_one_some_or_none(db: KringDB) -> None:
    one = db.get(where("c") == "b")
    assert isinstance(one, Document) and one.doc_id == 2
    assert db.get(doc_id=3) == {"n": 1, "c": "c"}
    assert [each["c"] for each in db.get(doc_ids=[1, 3, 99])] == ["a", "c"]
    assert db.get(where("c") == "z") is None and db.get(doc_id=99) is None
    with pytest.raises(RuntimeError):
        db.get()


def test_whether_and_how_many(db: KringDB) -> None:
    assert db.contains(where("c") == "a") and db.contains(doc_id=1)
    assert not db.contains(where("c") == "z") and not db.contains(doc_id=99)
    with pytest.raises(RuntimeError):
        db.contains()
    assert db.count(where("n") == 1) == 3 and len(db) == 3


PEOPLE: Found = [
    {"name": "Els", "age": 40, "tags": ["zorg", "bouw"], "at": {"place": "Gent", "days": [{"d": 1}, {"d": 5}]}},
    {"name": "An", "age": 31, "tags": [], "at": {"place": "Ieper"}},
    {"name": "Karel", "tags": ["bouw"]},
]


def _as_long_as(name: Any, size: int = 0) -> bool:
    return len(name) == size


QUERIES: list[tuple[QueryLike, str]] = [
    (where("age") == 40, "Els"),
    (where("age") != 40, "An"),
    (where("age") < 40, "An"),
    (where("age") <= 40, "Els An"),
    (where("age") > 31, "Els"),
    (where("age") >= 31, "Els An"),
    ((where("age") > 30) & (where("name") == "An"), "An"),
    ((where("name") == "An") | (where("name") == "Els"), "Els An"),
    (~(where("name") == "An"), "Els Karel"),
    (where("age").exists(), "Els An"),
    (where("at").place == "Gent", "Els"),
    (where("at")["place"] == "Ieper", "An"),
    (where("name").matches("K.*"), "Karel"),
    (where("name").search("l$"), "Karel"),
    (where("name").search("L", flags=re.IGNORECASE), "Els Karel"),
    (where("name").one_of(["An", "Niemand"]), "An"),
    (where("name").test(_as_long_as, 3), "Els"),
    (where("tags").any(["bouw"]), "Els Karel"),
    (where("tags").all(["bouw", "zorg"]), "Els"),
    (where("at").days.any(where("d") == 5), "Els"),
    (where("at").days.all(where("d") > 0), "Els"),
    (Query().fragment({"name": "An", "age": 31}), "An"),
    (where("at").fragment({"place": "Gent"}), "Els"),
    (Query().noop(), "Els An Karel"),
    (where("name").map(str.lower) == "an", "An"),
    (where("tags").map(len) == 1, "Karel"),
]


@pytest.mark.parametrize(("query", "expected"), QUERIES, ids=range(len(QUERIES)))
def test_queries(tmp_path: Path, query: QueryLike, expected: str) -> None:
    with KringDB(tmp_path / "db.json") as db:
        db.insert_multiple(PEOPLE)
        assert " ".join(str(each["name"]) for each in db.search(query)) == expected


def test_a_document_is_found_by_what_it_holds_after_any_change(db: KringDB) -> None:
    query = where("c") == "q"
    assert not db.search(query)
    db.update({"c": "q"}, doc_ids=[2])
    assert [each.doc_id for each in db.search(query)] == [2]
    db.truncate()
    assert not db.search(query)


# Several tables.


def test_tables_are_apart(db: KringDB) -> None:
    db.table("one").insert({"c": 1})
    db.table("other").insert_multiple([{"c": 1}, {"c": 2}])
    assert (len(db), len(db.table("one")), len(db.table("other"))) == (3, 1, 2)
    assert db.table("one") is db.table("one") and db.table("one").name == "one"
    assert db.tables() == {"_default", "one", "other"}
    db.table("one").truncate()
    assert (len(db), len(db.table("one")), len(db.table("other"))) == (3, 0, 2)


def test_tables_can_be_dropped(db: KringDB) -> None:
    db.table("one").insert({})
    db.drop_table("one")
    db.drop_table("never there")
    assert db.tables() == {"_default"}
    db.drop_tables()
    assert not db.tables() and json.loads(db.files.path.read_bytes()).keys() == {"kring"}
    assert db.table("one").insert({}) == 2, "a number is not given again"


def test_an_empty_table_can_be_kept(tmp_path: Path) -> None:
    with KringDB(tmp_path / "db.json") as db:
        db.table("loose")
        db.table("kept", persist_empty=True)
        assert db.tables() == {"kept"}


def test_it_says_what_it_is(db: KringDB) -> None:
    assert "_default" in repr(db) and "total=3" in repr(db.table("_default"))


# Transactions.


def _writes(disk: RecordingDisk, path: Path) -> int:
    return sum(call[0] == "replace" and call[2] == path for call in disk.log)


def test_many_operations_are_one_durable_write(tmp_path: Path) -> None:
    disk = RecordingDisk()
    with KringDB(tmp_path / "db.json", disk) as db:
        with db.transaction():
            first = db.table("one").insert({"c": 1})
            db.table("other").insert_multiple([{"c": 1}, {"c": 2}])
            assert db.table("one").get(doc_id=first) == {"c": 1}, "it sees what it did itself"
            db.table("one").update({"c": 5}, doc_ids=[first])
            db.table("other").remove(where("c") == 1)
            db.drop_table("never")
        assert _writes(disk, db.files.path) == 1
    with KringDB(tmp_path / "db.json") as again:
        assert again.table("one").all() == [{"c": 5}] and again.table("other").all() == [{"c": 2}]


def test_an_error_in_a_transaction_undoes_all_of_it(db: KringDB) -> None:
    before = db.files.path.read_bytes()
    with pytest.raises(LookupError), db.transaction():
        db.insert({"c": "d"})
        db.drop_table("_default")
        raise LookupError
    assert db.files.path.read_bytes() == before and letters(db) == "abc"
    with pytest.raises(ValueError), db.transaction():
        db.insert({"c": "d"})
        db.insert({"c": float("nan")})
    assert letters(db) == "abc"


def test_nobody_else_sees_half_a_transaction(db: KringDB) -> None:
    seen: list[int] = []
    reader = threading.Thread(target=lambda: seen.append(len(KringDB(db.files.path))))
    with db.transaction():
        db.truncate()
        reader.start()
        reader.join()
    assert seen == [3] and len(db) == 0


def test_a_write_in_doubt_is_not_made_twice_and_its_name_is_synced(tmp_path: Path) -> None:
    disk = RecordingDisk()
    with KringDB(tmp_path / "db.json", disk) as db:
        for again in (False, True):
            disk.log.clear()
            with db.transaction("this one") as open_:
                assert open_.done is again
                if not open_.done:
                    db.insert({"c": 1})
            assert ("sync_folder", tmp_path) in disk.log
            assert _writes(disk, db.files.path) == (not again)
        assert len(db) == 1


def test_what_changes_nothing_writes_nothing(db: KringDB) -> None:
    before = db.files.path.read_bytes()
    db.update({"n": 1})
    db.remove(where("c") == "z")
    with db.transaction():
        pass
    assert db.files.path.read_bytes() == before


def test_only_what_is_touched_is_decoded(db: KringDB, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    read = images.document

    def counted(number: int, doc: Any) -> dict[str, Any]:
        seen.append(number)
        return read(number, doc)

    monkeypatch.setattr("data.store.transaction.document", counted)
    db.insert({"c": "d"})
    db.update({"n": 2}, doc_ids=[3])
    assert db.get(doc_id=3) == {"n": 2, "c": "c"}
    assert {*seen} == {3}


# What differs from TinyDB, on purpose.


def test_the_table_about_the_file_is_the_storages_own(db: KringDB) -> None:
    with pytest.raises(ValueError):
        db.table("kring")
    assert "kring" not in db.tables()


def test_numbers_never_come_back(db: KringDB) -> None:
    db.truncate()
    assert db.insert({"c": "d"}) == 4
    db.remove(doc_ids=[4])
    assert db.insert({"c": "e"}) == 5


def test_no_answer_is_kept_from_one_query_to_the_next(db: KringDB) -> None:
    query, other = where("c") == "a", KringDB(db.files.path)
    assert len(db.search(query)) == 1
    other.insert({"c": "a"})
    assert len(db.search(query)) == 2
    found: Mapping[str, Any] = db.search(query)[0]
    assert found is not db.search(query)[0]
