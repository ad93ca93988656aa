"""What is kept beside a network file: set aside files, copies, the reserve, the latest version, and the windows."""

from __future__ import annotations

import os
from collections import namedtuple
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.model import say
from data.store import aside, backups, beside, latest, window
from data.store import image as images
from data.store.backups import DAYS, EVERY, NEWEST, WRITES, Backups, listed, superfluous
from data.store.beside import Known
from data.store.checking import check
from data.store.compare import differences
from data.store.disk import Disk
from data.store.history import Step
from data.store.lineage import Relation
from data.store.reserve import LEAST, Reserve
from data.store.sidecar import Sidecar
from data.store.storage import KringStorage
from data.store.tiny import KringDB
from data.store.window import SEEN, Kept, claim
from tests.data.store.samples import make

NOW = datetime(2027, 3, 14, 12, 30)  # noqa: DTZ001 - as the names of backups are


@pytest.fixture
def sidecar(tmp_path: Path) -> Sidecar:
    return Sidecar(tmp_path / "n.json", Disk())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "n.kring.json", 3)


# Set aside.


def test_bytes_are_set_aside_once_under_a_name_that_says_why(sidecar: Sidecar) -> None:
    one = aside.keep(sidecar, Disk(), b"one", "damaged")
    other = aside.keep(sidecar, Disk(), b"two", "damaged")
    assert one is not None and other is not None and one != other
    assert one.parent == sidecar.aside and "-damaged" in one.name and one.suffix == ".json" == other.suffix
    assert aside.keep(sidecar, Disk(), b"one", "theirs") == one
    assert {each.read_bytes() for each in sidecar.aside.iterdir()} == {b"one", b"two"}


def test_names_of_what_is_set_aside_in_one_second_are_numbered(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = aside._free(tmp_path, "x")
        path.touch()
        names.append(path.name)
    assert names == ["x.json", "x-2.json", "x-3.json"]


def test_of_many_that_were_set_aside_the_oldest_go(sidecar: Sidecar) -> None:
    for number in range(aside.MOST + 2):
        kept = aside.keep(sidecar, Disk(), b"%d" % number, "edited")
        assert kept is not None
        os.utime(kept, (number + 1, number + 1))
        assert len(list(sidecar.aside.iterdir())) == min(number + 1, aside.MOST)
    assert {int(each.read_bytes()) for each in sidecar.aside.iterdir()} == set(range(2, aside.MOST + 2))


def test_what_cannot_be_set_aside_is_said(sidecar: Sidecar) -> None:
    sidecar.folder.write_text("in the way")
    assert aside.keep(sidecar, Disk(), b"one", "damaged") is None


# What was told of copies.


def test_what_was_told_and_settled_is_remembered_once(path: Path) -> None:
    storage = KringStorage(path)
    assert beside.known(storage.sidecar) == Known()
    beside.remember(storage, told=("a", "b"))
    beside.remember(storage, told=("b", "c"), settled=("a",))
    assert beside.known(storage.sidecar) == Known(["a", "b", "c"], ["a"])
    before = storage.sidecar.known.stat().st_ino
    beside.remember(storage, told=("a",))
    assert storage.sidecar.known.stat().st_ino == before, "nothing is new"
    beside.remember(storage, told=tuple(f"{number}" for number in range(200)))
    assert beside.known(storage.sidecar).told == [f"{number}" for number in range(200)]
    storage.sidecar.known.write_bytes(b"torn")
    assert beside.known(storage.sidecar) == Known()


def test_a_copy_counts_when_it_holds_the_same_network_and_is_not_the_same_file(path: Path) -> None:
    storage, data = KringStorage(path), path.read_bytes()
    path.with_name("n (1).kring.json").write_bytes(data)
    changed = path.with_name("n (2).kring.json")
    changed.write_bytes(data + b" ")
    path.with_name("n (3).kring.json").write_bytes(data.replace(b'"id":"p"', b'"id":"q"'))
    path.with_name("n (4).kring.json").write_bytes(b"")
    path.with_name("n (5).kring.json").mkdir()
    assert list(beside.copies(storage, '"id":"p"')) == [(changed, beside.digest(data + b" "))]
    assert beside.digest(data) != beside.digest(data + b" ") and len(beside.digest(data)) == 24


# Room that is kept free.

_Usage = namedtuple("_Usage", "total used free")


def test_the_reserve_has_room_for_the_file_and_more_and_is_given_up_once(
    sidecar: Sidecar, monkeypatch: pytest.MonkeyPatch
) -> None:
    sidecar.make()
    kept = Reserve(sidecar, Disk())
    assert not kept.give_up(), "there is none yet"
    assert kept.lay(1000)
    size = sidecar.reserve.stat().st_size
    assert LEAST + 3000 <= size < LEAST + 3000 + 70_000
    assert len(set(sidecar.reserve.read_bytes())) == 255, "a disk that compresses takes up room for it too"
    monkeypatch.setattr("shutil.disk_usage", lambda _path: _Usage(0, 0, 0))
    assert kept.lay(1000) and Reserve(sidecar, Disk()).lay(1000), "it is there already"
    assert kept.give_up() and not sidecar.reserve.exists()
    assert not kept.give_up() and not kept.lay(1000)


def test_the_last_room_of_a_disk_is_not_taken_for_a_reserve(sidecar: Sidecar, monkeypatch: pytest.MonkeyPatch) -> None:
    sidecar.make()
    twice = 2 * (LEAST + 3000)
    for free, laid in ((twice - 1, False), (twice, True)):
        monkeypatch.setattr("shutil.disk_usage", lambda _path, free=free: _Usage(0, 0, free))
        assert Reserve(sidecar, Disk()).lay(1000) is laid
        assert sidecar.reserve.exists() is laid


def test_a_reserve_grows_with_the_file(sidecar: Sidecar) -> None:
    sidecar.make()
    kept = Reserve(sidecar, Disk())
    kept.lay(0)
    before = sidecar.reserve.stat().st_size
    assert kept.lay(LEAST) and sidecar.reserve.stat().st_size > before


def test_without_a_folder_there_is_no_reserve(sidecar: Sidecar) -> None:
    assert not Reserve(sidecar, Disk()).lay(1000)


# Backups.


def names(path: Path) -> list[str]:
    return sorted(each.name for each in KringStorage(path).sidecar.backups.iterdir())


def rewritten(storage: KringStorage, times: int = 1) -> None:
    with storage.locked():
        for _ in range(times):
            storage.put(storage.fresh().next(f"{storage.fresh().about.revision}"))


def test_a_backup_is_made_at_the_first_write_and_then_after_ten_minutes_or_fifty_writes(path: Path) -> None:
    storage = KringStorage(path)
    made = Backups(storage)
    made.before(NOW)
    assert names(path) == [], "nothing was read yet"
    first = storage.fresh().about.revision
    made.before(NOW)
    assert names(path) == [f"20270314T123000-r{first}.json"]
    rewritten(storage)
    made.before(NOW + EVERY - timedelta(seconds=1))
    assert len(names(path)) == 1
    made.before(NOW + EVERY)
    assert len(names(path)) == 2
    rewritten(storage, WRITES - 1)
    made.before(NOW + EVERY)
    assert len(names(path)) == 2
    rewritten(storage)
    made.before(NOW + EVERY)
    assert len(names(path)) == 3
    again = Backups(storage)
    rewritten(storage)
    again.before(NOW + EVERY * 2 - timedelta(seconds=1))
    assert len(names(path)) == 3, "a new window goes on from those there are"
    again.before(NOW + EVERY * 2)
    assert len(names(path)) == 4


def test_a_window_leaves_its_version_as_a_backup_of_its_own_unless_it_is_there(path: Path) -> None:
    storage = KringStorage(path)
    made = Backups(storage)
    made.end(NOW)
    assert names(path) == []
    storage.fresh()
    made.end(NOW)
    made.end(NOW + EVERY)
    (name,) = names(path)
    copy = storage.sidecar.backups / name
    assert copy.read_bytes() == path.read_bytes() and copy.stat().st_ino != path.stat().st_ino
    rewritten(storage)
    made.end(NOW + EVERY)
    assert len(names(path)) == 2


def test_what_is_not_sound_is_no_backup(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"idea 1", b"by hand"))
    storage = KringStorage(path)
    storage.fresh()
    Backups(storage).before(NOW)
    Backups(storage).end(NOW)
    assert names(path) == []


def test_after_an_anonymous_form_no_process_makes_a_backup_for_a_while(path: Path) -> None:
    storage, other = KringStorage(path), KringStorage(path)
    storage.fresh()
    other.fresh()
    half_an_hour = timedelta(minutes=30)
    assert not Backups(other).hidden(NOW)
    Backups(storage).postpone(NOW, half_an_hour)
    last = NOW + half_an_hour - timedelta(seconds=1)
    assert Backups(other).hidden(last)
    Backups(other).before(last)
    Backups(other).end(last)
    assert names(path) == []
    assert not Backups(other).hidden(NOW + half_an_hour)
    Backups(other).before(NOW + half_an_hour)
    assert len(names(path)) == 1


def test_half_a_mark_after_a_power_cut_still_keeps_backups_from_being_made(path: Path) -> None:
    storage = KringStorage(path)
    storage.sidecar.embargo.write_text("2027-03-1")
    os.utime(storage.sidecar.embargo, (NOW.timestamp(), NOW.timestamp()))
    assert Backups(storage).hidden(NOW + EVERY - timedelta(seconds=1))
    assert not Backups(storage).hidden(NOW + EVERY)


def test_good_copies_are_listed_newest_first_with_what_they_hold(path: Path) -> None:
    storage = KringStorage(path)
    storage.fresh()
    made = Backups(storage)
    made.end(NOW)
    rewritten(storage)
    made.end(NOW + EVERY)
    (storage.sidecar.backups / "20270314T140000-r99.json").write_bytes(b"damaged")
    (storage.sidecar.backups / "other.json").write_bytes(path.read_bytes())
    found = listed(storage)
    revision = storage.fresh().about.revision
    assert [(each.made, each.revision) for each in found] == [(NOW + EVERY, revision), (NOW, revision - 1)]
    assert {each.counts["notes"] for each in found} == {3}
    assert [each.path.name for each in found] == [
        f"20270314T124000-r{revision}.json", f"20270314T123000-r{revision - 1}.json"
    ]  # fmt: skip
    assert backups.candidates(storage)[0].name == "20270314T140000-r99.json"
    newest = backups.newest(storage)
    assert newest is not None and newest.about.revision == revision


def test_the_version_that_was_last_here_is_listed_first_when_the_file_is_not_that_one(path: Path) -> None:
    storage, old = KringStorage(path), path.read_bytes()
    latest.keep(storage, storage.fresh())
    assert listed(storage) == []
    Backups(storage).end(NOW)
    rewritten(storage)
    latest.keep(storage, storage.fresh())
    path.write_bytes(old)
    newest, first = listed(KringStorage(path))
    assert newest.path == storage.sidecar.latest
    for each in storage.sidecar.backups.iterdir():
        each.unlink()
    assert listed(KringStorage(path)) == [newest], "without any other copy too"
    assert newest.path == storage.sidecar.latest and newest.revision == first.revision + 1
    assert newest.counts["notes"] == 3


def test_thinned_are_the_oldest_beyond_twelve_but_for_one_an_hour_of_a_day_and_one_a_day_of_a_month() -> None:
    def thinned(*ages: timedelta) -> list[int]:
        twelve = [(NOW, 99, Path("new"))] * NEWEST
        old = [(NOW - age, 1, Path(f"{place}")) for place, age in enumerate(ages)]
        return [int(each.name) for each in superfluous([*twelve, *old], NOW)]

    hour, minute = timedelta(hours=1), timedelta(minutes=1)
    assert thinned(hour, hour + minute, 2 * hour) == [1]
    assert thinned(timedelta(days=2), timedelta(days=2, minutes=1), timedelta(days=3)) == [1]
    assert thinned(24 * hour, 25 * hour) == [1] and thinned(23 * hour, 24 * hour) == [1]
    assert thinned(timedelta(days=DAYS) - minute, timedelta(days=DAYS)) == [1]
    assert superfluous([(NOW, 1, Path("x"))] * NEWEST, NOW) == []


# The version that was last here.


def test_the_latest_version_is_no_second_name_of_the_file_and_is_written_once(path: Path) -> None:
    storage = KringStorage(path)
    latest.keep(storage, storage.fresh())
    kept = storage.sidecar.latest
    assert kept.read_bytes() == path.read_bytes() and kept.stat().st_ino != path.stat().st_ino
    before = kept.stat().st_ino
    latest.keep(storage, storage.fresh())
    assert kept.stat().st_ino == before
    rewritten(storage)
    latest.keep(storage, storage.fresh())
    assert kept.read_bytes() == path.read_bytes()


def test_ours_is_found_again_when_an_older_copy_is_put_in_the_place_of_the_file(path: Path) -> None:
    storage, old = KringStorage(path), path.read_bytes()
    assert latest.newer(storage, storage.fresh()) == (None, Relation.LATER)
    rewritten(storage, 2)
    ours = storage.fresh()
    theirs = images.load(old)
    assert latest.newer(storage, theirs) == (None, Relation.OLDER), "it was kept nowhere"
    latest.keep(storage, ours)
    found, relation = latest.newer(storage, theirs)
    assert found is not None and found.about == ours.about and relation is Relation.OLDER
    stranger = images.blank().next("stranger")
    found, relation = latest.newer(storage, stranger)
    assert found is not None and found.about == ours.about and relation is Relation.APART
    storage.sidecar.latest.write_bytes(b"".join(images.blank().next("another").encoded()))
    assert latest.newer(storage, stranger) == (None, Relation.APART), "what never was here is not gone on with"


# What differs.


def test_what_differs_is_counted_by_table(path: Path) -> None:
    before = images.load(path.read_bytes())
    assert differences(before, before) == []
    with KringDB(path) as db:
        db.table("notes").remove(doc_ids=[1])
        db.table("notes").update({"text": "other"}, doc_ids=[2])
        db.table("notes").insert_multiple([{"id": "a"}, {"id": "b"}])
        db.table("dreams").insert({"id": "d"})
    after = images.load(path.read_bytes())
    assert [dict(each.fills) for each in differences(before, after)] == [
        {"table": "notes", "more": 2, "other": 1, "gone": 1},
        {"table": "dreams", "more": 1, "other": 0, "gone": 0},
    ]
    assert [dict(each.fills) for each in differences(after, before)][-1] == {
        "table": "dreams", "more": 0, "other": 0, "gone": 1
    }  # fmt: skip


# Whether a file is sound.


def test_a_sound_file_has_no_problems_and_its_documents_counted(path: Path) -> None:
    found = check(path)
    assert found.ok and found.problems == [] and found.counts["notes"] == 3 and found.counts["rules"] == 0


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        (b"idea 1", b"by hand", "checksum"),
        (b'"schema":2', b'"schema":9', "newer"),
        (b'"network"', b'"netwerk"', "no network"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(path: Path, old: bytes, new: bytes, word: str) -> None:
    path.write_bytes(path.read_bytes().replace(old, new))
    found = check(path)
    assert not found.ok and any(word in each.message for each in found.problems)
    assert "checksum" in found.problems[0].message


def test_a_file_that_is_not_there_or_damaged_has_a_problem_and_no_documents(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"{")
    for bad in (path, tmp_path / "none.json", tmp_path):
        found = check(bad)
        assert len(found.problems) == 1 and set(found.counts.values()) == {0}


# The windows.


def step(id_: str) -> Step:
    return Step(label=say("Edited"), id=id_)


@pytest.fixture
def state_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.mark.usefixtures("state_home")
def test_a_window_takes_over_the_newest_that_no_longer_lives(sidecar: Sidecar) -> None:
    one, other = claim(sidecar, Disk(), SEEN), claim(sidecar, Disk(), SEEN)
    one.write(Kept(place="one", texts={"line": "half"}))
    other.write(Kept(place="other"))
    for place, each in enumerate(sorted(sidecar.windows.iterdir())):
        newer = b"other" in each.read_bytes()
        os.utime(each, (2000 + place, 2000) if newer else (1000, 1000))
    third = claim(sidecar, Disk(), SEEN)
    assert third.read() == Kept(), "both live"
    one.close()
    other.close()
    again = claim(sidecar, Disk(), SEEN)
    assert again.read() == Kept(place="other")
    assert claim(sidecar, Disk(), "command").read() == Kept(), "of another sort"
    assert claim(sidecar, Disk(), SEEN).read() == Kept(place="one", texts={"line": "half"})
    third.close()
    again.close()


@pytest.mark.usefixtures("state_home")
def test_what_windows_that_are_gone_could_not_save_goes_to_the_next_one_and_only_there(sidecar: Sidecar) -> None:
    windows = [claim(sidecar, Disk(), SEEN) for _ in range(3)]
    for place, each in enumerate(windows):
        each.write(Kept(texts={"line": f"{place}"}, unsaved=(step(f"{place}"),)))
    alive = windows.pop()
    for each in windows:
        each.close()
    heir = claim(sidecar, Disk(), SEEN)
    assert {each.id for each in heir.read().unsaved} == {"0", "1"}
    other = claim(sidecar, Disk(), SEEN)
    assert other.read().unsaved == () and other.read().texts, "its drafts are still its own"
    assert [each.id for each in alive.read().unsaved] == ["2"]
    for each in (heir, other, alive):
        each.close()


def test_what_is_not_saved_goes_elsewhere_when_it_cannot_stand_beside_the_file(
    sidecar: Sidecar, state_home: Path
) -> None:
    class Shut(Disk):
        def put(self, path: Path, *pieces: bytes) -> object:  # type: ignore[override]
            if path.is_relative_to(sidecar.folder):
                raise PermissionError(13, "Permission denied")
            return super().put(path, *pieces)

    shut = claim(sidecar, Shut(), SEEN)
    with pytest.raises(PermissionError):
        shut.write(Kept(texts={"line": "half"}))
    assert not list(state_home.rglob("*.unsaved")), "a draft alone stays beside the file"
    shut.write(Kept(unsaved=(step("1"),)))
    (kept,) = state_home.rglob("*.unsaved")
    assert [each.id for each in window.read(kept).unsaved] == ["1"]
    assert kept.parent == window.elsewhere(sidecar) and kept.parents[1] == state_home / "kring" / "unsaved"
    assert kept.parent.stat().st_mode & 0o777 == 0o700
    shut.close()
    heir = claim(sidecar, Disk(), SEEN)
    assert [each.id for each in heir.read().unsaved] == ["1"] and not kept.exists()
    heir.close()


@pytest.mark.usefixtures("state_home")
def test_of_many_windows_that_no_longer_live_the_last_are_remembered_and_all_with_a_draft(sidecar: Sidecar) -> None:
    drafted = claim(sidecar, Disk(), SEEN)
    drafted.write(Kept(texts={"line": "half"}))
    many = [claim(sidecar, Disk(), SEEN) for _ in range(window.MOST + 3)]
    for each in many:
        each.write(Kept(place="somewhere"))
    drafted.close()
    for file in sidecar.windows.iterdir():
        age = 1000 if file.suffix == ".drafts" and b"half" in file.read_bytes() else 2000
        os.utime(file, (age, age))
    for each in many:
        each.close()
    last = claim(sidecar, Disk(), SEEN)
    left = {file.stem for file in sidecar.windows.iterdir()}
    assert window.MOST <= len(left) <= window.MOST + 1
    assert any(b"half" in file.read_bytes() for file in sidecar.windows.glob("*.drafts"))
    last.close()


def test_a_window_without_files_lives_in_memory_alone() -> None:
    alone = window.Window(Disk())
    alone.write(Kept(texts={"line": "half"}))
    assert alone.read() == Kept()
    alone.close()


@pytest.mark.parametrize("data", [b"", b"{", b'{"texts":7}', b"[" * 100_000])
def test_drafts_that_are_damaged_are_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "w.drafts").write_bytes(data)
    assert window.read(tmp_path / "w.drafts") == Kept()
    assert window.read(tmp_path / "none.drafts") == Kept()


def test_everything_beside_a_file_stands_in_one_hidden_folder_named_after_it(tmp_path: Path, sidecar: Sidecar) -> None:
    assert sidecar.folder == tmp_path / ".n.json.kring"
    kept = [sidecar.lock, sidecar.reserve, sidecar.lineage, sidecar.latest, sidecar.embargo, sidecar.known]
    assert len(set(kept)) == 6 and {each.parent for each in kept} == {sidecar.folder}
    sidecar.make()
    sidecar.make()
    assert {each.name for each in sidecar.folder.iterdir()} == {"backups", "windows", "aside"}
