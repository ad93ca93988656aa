"""A good copy in the place of a file: the next version after all that was there, and what it replaces is kept."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from data.model import Note
from data.store import aside
from data.store import image as images
from data.store.codec import Damaged
from data.store.image import ANCESTORS, About, Image, load
from data.store.lineage import Relation
from data.store.records import write
from data.store.restoring import _following, restore
from data.store.storage import KringStorage
from data.store.tiny import KringDB
from tests.data.store.samples import PROFILE, note


def version(path: Path, *texts: str) -> bytes:
    with KringDB(path) as db:
        write(db, [PROFILE, *(note(number, text) for number, text in enumerate(texts))])
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "n.kring.json"


def held(path: Path) -> Image:
    return load(path.read_bytes())


def texts(path: Path) -> list[str]:
    return [each.text for each in held(path).state.all(Note)]


def test_a_copy_is_put_back_as_the_version_after_the_present_one(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    copy.write_bytes(version(path, "old"))
    present = version(path, "new", "newer")
    storage = KringStorage(path)
    kept = restore(storage, copy)
    assert kept is not None and kept.read_bytes() == present and "-replaced" in kept.name
    assert texts(path) == ["old"]
    before, after, of_copy = load(present).about, held(path).about, load(copy.read_bytes()).about
    assert after.revision == before.revision + 1 and after.last["notes"] == 2, "no number is given again"
    assert storage.lineage.relation(after, before) is Relation.LATER
    assert after.writes == (*of_copy.writes, after.token) and len(after.token or "") == 16
    assert before.token in after.ancestors and storage.lineage.last() == after.token


def test_a_copy_is_put_where_there_is_no_file(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    copy.write_bytes(version(path, "old"))
    path.unlink()
    assert restore(KringStorage(path), copy) is None and texts(path) == ["old"]
    assert held(path).about.revision == load(copy.read_bytes()).about.revision + 1


def test_a_ruined_file_and_the_version_that_was_last_here_are_followed(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    copy.write_bytes(version(path, "old"))
    version(path, "new")
    latest = version(path, "new", "newer", "newest")
    KringStorage(path).sidecar.latest.write_bytes(latest)
    path.write_bytes(b"ruined")
    kept = restore(KringStorage(path), copy)
    assert kept is not None and kept.read_bytes() == b"ruined"
    after = held(path).about
    assert after.revision == load(latest).about.revision + 1 and after.last["notes"] == 3
    assert load(latest).about.token in after.ancestors


def test_a_copy_that_is_damaged_is_not_put_back_and_nothing_is_touched(path: Path, tmp_path: Path) -> None:
    before = version(path, "new")
    (tmp_path / "copy.json").write_bytes(b"{")
    with pytest.raises(Damaged):
        restore(KringStorage(path), tmp_path / "copy.json")
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_set_aside_is_not_replaced(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "copy.json").write_bytes(version(path, "old"))
    before = version(path, "new")
    monkeypatch.setattr(aside, "keep", lambda *_: None)
    with pytest.raises(OSError) as caught:
        restore(KringStorage(path), tmp_path / "copy.json")
    assert caught.value.strerror == "the present file could not be set aside" and path.read_bytes() == before


def test_a_copy_follows_each_version_there_was_and_remembers_a_bounded_number(path: Path) -> None:
    storage = KringStorage(path)
    storage.sidecar.make()
    copy = msgspec.structs.replace(images.blank(), about=About(revision=2, writes=("a", "b"), ancestors=("x", "y")))
    alone = _following(storage, copy, None).about
    assert (alone.revision, alone.ancestors) == (3, ("x", "y", "b")) and alone.writes[:2] == ("a", "b")
    present = msgspec.structs.replace(images.blank(), about=About(revision=9, writes=("c", "y"), erased=2))
    data = b"".join(present.encoded())
    storage.lineage.wrote(About(writes=("z",)))
    after = _following(storage, copy, data).about
    assert (after.revision, after.erased) == (10, 2)
    assert after.ancestors == ("x", "y", "b", "z") and after.writes[:2] == ("a", "b") and len(after.writes) == 3
    assert _following(storage, copy, b"ruined").about.ancestors == ("x", "y", "b", "z")
    many = tuple(f"{number}" for number in range(ANCESTORS))
    old = msgspec.structs.replace(images.blank(), about=About(writes=("a",), ancestors=many))
    kept = _following(storage, old, data).about.ancestors
    assert len(kept) == ANCESTORS and kept[-3:] == ("a", "y", "z")
