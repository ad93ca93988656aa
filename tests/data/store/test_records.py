"""Records that are put in the place of documents, and the trace of that; and how the storage holds a file."""

from __future__ import annotations

import errno
import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from data.model import Evaluation, Note, Record
from data.store import image as images
from data.store.disk import Disk
from data.store.records import Trace, Was, more, write
from data.store.storage import KringStorage, Overtaken
from data.store.tiny import KringDB
from tests.data.store.samples import PROFILE, note

FORM = Evaluation(id="e", session="s", activity="a", content=7)
SIGNED = replace(FORM, participant="p")


@pytest.fixture
def db(tmp_path: Path) -> KringDB:
    db = KringDB(tmp_path / "n.kring.json")
    write(db, [PROFILE, note(0), note(1)])
    return db


def plain(record: Record, **more: Any) -> dict[str, Any]:
    return {**msgspec.to_builtins(record), **more}


def tables(db: KringDB) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(db.files.path.read_bytes())
    return found


# Putting records in place.


def test_a_record_is_put_in_and_changed_and_taken_away_with_a_trace(db: KringDB) -> None:
    assert write(db, [note(5)]) == [Trace("notes", "n5", 3, None, plain(note(5)))]
    assert write(db, [note(0, "b")]) == [Trace("notes", "n0", 1, plain(note(0)), plain(note(0, "b")))]
    made = write(db, [note(6)], [note(1), note(9), note(5, "as it is there counts")])
    assert made == [
        Trace("notes", "n1", 2, plain(note(1)), None),
        Trace("notes", "n5", 3, plain(note(5)), None),
        Trace("notes", "n6", 4, None, plain(note(6))),
    ]
    assert tables(db)["notes"] == {"1": plain(note(0, "b")), "4": plain(note(6))}


def test_what_no_record_has_stays_with_its_document(db: KringDB) -> None:
    db.table("notes").update({"colour": "red"}, doc_ids=[1])
    (trace,) = write(db, [note(0, "b")])
    assert trace == Trace("notes", "n0", 1, plain(note(0), colour="red"), plain(note(0, "b"), colour="red"))
    assert more("notes", trace.after or {}) == {"colour": "red"}
    weighed = replace(note(0, "b"), weight=3)
    write(db, [weighed])
    (trace,) = write(db, [note(0, "b")])
    assert trace.after == plain(note(0, "b"), colour="red"), "a field that was emptied does not stay"


def test_a_document_that_comes_back_stands_where_it_stood_if_that_is_free(db: KringDB) -> None:
    write(db, [], [note(0)])
    was = {("notes", "n0"): Was(1, {"colour": "red"}), ("notes", "n7"): Was(2, {"colour": "blue"})}
    (trace,) = write(db, [note(0)], was=was)
    assert trace == Trace("notes", "n0", 1, None, plain(note(0), colour="red"))
    (taken,) = write(db, [note(7)], was=was)
    assert taken == Trace("notes", "n7", 3, None, plain(note(7))), "another stands there now"
    assert tables(db)["notes"]["1"] == plain(note(0), colour="red")


def test_all_of_it_is_one_write_or_none(db: KringDB) -> None:
    before = db.image().about.revision
    write(db, [note(5), note(6)], [note(0)])
    assert db.image().about.revision == before + 1
    with pytest.raises(ValueError):
        write(db, [note(7), replace(FORM, content=float("nan"))], [note(1)])
    assert db.image().about.revision == before + 1 and "3" in tables(db)["notes"]


def test_a_form_stands_in_its_order_with_a_name_and_by_chance_without(
    db: KringDB, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = iter([4711, 4711, 815])
    asked: list[tuple[int, int]] = []

    class Chance:
        def randrange(self, first: int, end: int) -> int:
            asked.append((first, end))
            return next(numbers)

    monkeypatch.setattr("data.store.records.random.SystemRandom", Chance)
    assert write(db, [SIGNED])[0].doc_id == 1
    assert write(db, [replace(SIGNED, content=8)])[0].doc_id == 1
    assert write(db, [replace(FORM, id="f")])[0].doc_id == 4711
    assert write(db, [replace(FORM, id="f", content=3)])[0].doc_id == 4711, "it stays where it is"
    (trace,) = write(db, [FORM])
    assert trace == Trace("evaluations", "e", 815, plain(replace(SIGNED, content=8)), plain(FORM))
    assert list(tables(db)["evaluations"]) == ["815", "4711"] and asked == [(1, 2**31)] * 3


# TinyDB and the file.


def test_a_table_knows_the_numbers_of_documents_by_their_ids(db: KringDB) -> None:
    table = db.table("notes")
    assert (table.number_of("n1"), table.number_of("zz"), db.table("none").number_of("n1")) == (2, None, None)
    with db.transaction():
        table.remove(doc_ids=[2])
        assert table.number_of("n1") is None
    assert table.number_of("n1") is None


def test_one_transaction_in_another_is_part_of_it_and_only_in_its_own_thread(db: KringDB) -> None:
    before = db.image().about.revision
    seen: list[bool] = []
    assert db.mine is None
    with db.transaction() as outer:
        assert db.mine is outer
        with db.transaction("another") as inner:
            assert inner is outer
            db.table("notes").insert(plain(note(5)))
        assert db.mine is outer
        other = threading.Thread(target=lambda: seen.append(db.mine is None))
        other.start()
        other.join()
    assert seen == [True] and db.mine is None and db.image().about.revision == before + 1


def test_a_write_has_the_token_that_was_given_or_one_of_its_own(db: KringDB) -> None:
    with db.transaction("this one"):
        db.table("notes").insert(plain(note(5)))
    assert db.image().about.token == "this one"
    db.table("notes").insert(plain(note(6)))
    token = db.image().about.token
    assert token is not None and len(token) == 16 and token != "this one"
    assert db.image().about.ancestors == (), "nothing was handed over"
    with KringDB(db.files.path) as other:
        other.table("notes").insert(plain(note(7)))
        assert other.image().about.ancestors == (token,)


def test_somebody_is_erased_by_a_write_also_when_nothing_else_changes(db: KringDB) -> None:
    with db.transaction(erases=True):
        pass
    assert db.image().about.erased == 1
    with db.transaction(erases=False):
        pass
    with db.transaction():
        db.table("notes").insert(plain(note(5)))
    assert db.image().about.erased == 1 and db.state.get(Note, "n5") == note(5)


def test_where_there_is_no_file_there_is_nothing_yet(tmp_path: Path) -> None:
    db = KringDB(tmp_path / "new.json")
    assert db.tables() == set() and db.image() == images.blank() and not (tmp_path / "new.json").exists()


# The storage.


def test_a_file_is_read_again_only_when_it_changed(db: KringDB) -> None:
    storage, other = KringStorage(db.files.path), KringStorage(db.files.path)
    assert storage.image is None and storage.inode == 0 and storage.changed()
    first = storage.fresh()
    assert storage.fresh() is first is storage.image and not storage.changed()
    assert storage.inode == db.files.path.stat().st_ino
    with other.locked():
        other.put(other.fresh().next("t"))
    assert other.own == "t" and other.image is other.fresh() and not other.changed()
    assert storage.changed() and storage.image is first
    again = storage.fresh()
    assert again is not first and again.tables["notes"] is first.tables["notes"] and storage.own is None
    db.files.path.write_bytes(b"ruined")
    with pytest.raises(ValueError):
        storage.fresh()
    assert storage.image is again and storage.changed()


def test_a_version_that_could_not_be_remembered_is_written_all_the_same(db: KringDB) -> None:
    storage = db.files
    assert storage.forgot is None and storage.lineage.last() == storage.fresh().about.token
    storage.sidecar.lineage.unlink()
    storage.sidecar.lineage.mkdir()
    storage.put(storage.fresh().next("t"))
    assert isinstance(storage.forgot, OSError) and KringStorage(storage.path).fresh().about.token == "t"


def test_the_lock_is_held_as_long_as_the_outermost_asks(db: KringDB) -> None:
    storage, other = db.files, KringStorage(db.files.path)
    with storage.locked():
        with storage.locked():
            pass
        assert not other._lock.acquire(wait=False)
    assert other._lock.acquire(wait=False)
    other.close()
    with pytest.raises(LookupError), storage.locked():
        raise LookupError
    assert other._lock.acquire(wait=False)
    other.close()


def test_since_when_it_waits_for_the_lock_can_be_seen(db: KringDB, monkeypatch: pytest.MonkeyPatch) -> None:
    storage, seen = db.files, []
    acquire: Callable[[], bool] = storage._lock.acquire

    def watched() -> bool:
        seen.append(storage.waits_since)
        return acquire()

    monkeypatch.setattr(storage._lock, "acquire", watched)
    monkeypatch.setattr("data.store.storage.time.monotonic", lambda: 42.0)
    with storage.locked():
        assert storage.waits_since is None
    assert seen == [42.0] and storage.waits_since is None


def test_what_is_beside_the_file_is_made_for_the_lock(tmp_path: Path) -> None:
    storage = KringStorage(tmp_path / "n.json")
    with storage.locked():
        assert storage.sidecar.lock.exists() and storage.sidecar.windows.is_dir()
    storage.close()
    storage.close()


def test_stock_tinydb_is_told_when_another_process_was_first(tmp_path: Path) -> None:
    one, other = KringStorage(tmp_path / "n.json"), KringStorage(tmp_path / "n.json")
    assert one.read() is None
    one.write({"t": {1: {"a": 1}, "3": {"a": 3}}, "kring": {1: {"revision": 70}}})
    assert one.read() == {"kring": one.fresh().documents()["kring"], "t": {"1": {"a": 1}, "3": {"a": 3}}}
    assert one.fresh().about.revision == 1
    one.write({"t": {1: {"a": 2}}})  # what was just written need not be read again
    with pytest.raises(Overtaken, match=r"n\.json"):
        other.write({"t": {}})
    other.read()
    (tmp_path / "n.json").unlink()
    with pytest.raises(Overtaken):
        other.write({"t": {}})
    assert other.read() is None
    other.write({"t": {}})
    assert other.fresh().documents()["t"] == {}


def test_a_link_is_followed_to_the_file_that_is_kept(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "n.json").symlink_to(tmp_path / "far" / "real.json")
    storage = KringStorage(str(tmp_path / "n.json"))
    assert storage.path == tmp_path / "far" / "real.json"
    assert storage.sidecar.folder == tmp_path / "far" / ".real.json.kring"


def test_a_disk_that_fails_while_writing_leaves_the_version_that_was_read(db: KringDB) -> None:
    class Broken(Disk):
        def sync(self, descriptor: int) -> None:
            raise OSError(errno.EIO, "broken")

    storage = KringStorage(db.files.path, Broken())
    before = storage.fresh()
    with storage.locked(), pytest.raises(OSError):
        storage.put(before.next("t"))
    assert storage.image is before and storage.own is None and not storage.changed()
