"""Opening a file, and minding it while it is open: what is said, what is kept, what is put right, and by whom."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.i18n import set_language, told
from data.model import Change, Keep, Note, Refused, Said, Stamp, State, say
from data.network import Changed, Event, Network, NotSaved, TroubleEvent, Unopened
from data.network.opening import opened
from data.store import aside, latest, migrations
from data.store import image as images
from data.store.disk import Disk
from data.store.storage import KringStorage
from tests.data.store.samples import PROFILE, SESSION, add, edit, make, note, records, remove, texts
from tests.data.test_network import saved_texts, until


@pytest.fixture(autouse=True)
def in_english() -> None:
    set_language("en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "n.kring.json", 3)


@pytest.fixture
def network(path: Path) -> Iterator[Network]:
    made = Network.open(path)
    yield made
    made.close()


def by_hand(path: Path, old: bytes, new: bytes) -> bytes:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))
    return path.read_bytes()


def all_told(notices: list[Said]) -> str:
    return "\n".join(map(told, notices))


# What cannot be opened.


def test_a_damaged_file_is_left_and_a_copy_of_it_kept_and_its_good_copies_are_offered(path: Path) -> None:
    data = by_hand(path, b'"notes"', b'"notes')
    with pytest.raises(Unopened) as first:
        Network.open(path)
    assert first.value.backups == [] and not first.value.rescue and len(first.value.details) == 1
    assert "It was left as it is" in told(first.value.said) and path.name in told(first.value.said)
    assert first.value.kept is not None and first.value.kept.read_bytes() == data == path.read_bytes()
    folder = KringStorage(path).sidecar.backups
    good = make(path.with_name("good.kring.json"), 2)
    shutil.copy(good, folder / "20270314T123000-r7.json")
    with pytest.raises(Unopened) as second:
        Network.open(path)
    (backup,) = second.value.backups
    assert backup.counts["notes"] == 2 and "2027-03-14 12:30" in told(second.value.said)


def test_what_does_not_fit_is_told_whole_and_the_rest_can_be_rescued(path: Path) -> None:
    by_hand(path, b'"text":"idea 1"', b'"text":7')
    by_hand(path, b'"text":"idea 2"', b'"text":8')
    with pytest.raises(Unopened) as caught:
        Network.open(path)
    assert caught.value.rescue and len(caught.value.details) == 2 and caught.value.kept is not None
    rescued = Network.open(path, rescue=True)
    assert texts(rescued) == ["idea 0"] and all_told(rescued.notices).count("notes number") == 2
    rescued.close()
    assert saved_texts(path) == ["idea 0"] and images.load(path.read_bytes()).sound


def test_a_file_without_a_network_is_named_and_offers_copies(path: Path) -> None:
    folder = KringStorage(path).sidecar.backups
    shutil.copy(path, folder / "20270314T123000-r1.json")
    by_hand(path, b'"network"', b'"netwerk"')
    with pytest.raises(Unopened) as caught:
        Network.open(path)
    assert "n.kring.json holds no network" in told(caught.value.said) and len(caught.value.backups) == 1


def test_the_sentence_stands_in_the_error_too(tmp_path: Path) -> None:
    with pytest.raises(Unopened, match=r"There is no file .*none\.json") as caught:
        opened(tmp_path / "none.json")
    assert caught.value.details == () and caught.value.kept is None and not caught.value.rescue


# What was changed by hand.


def test_an_edit_by_hand_is_told_with_what_differs_and_when_the_good_copy_is_of(path: Path) -> None:
    storage = KringStorage(path)
    shutil.copy(path, storage.sidecar.backups / "20270314T123000-r1.json")
    data = by_hand(path, b"idea 1", b"by hand")
    made = Network.open(path)
    said = all_told(made.notices)
    assert "outside Kring" in said and "notes: 0 new, 1 changed, 0 gone" in said and "2027-03-14 12:30" in said
    made.close()
    assert [each.read_bytes() for each in storage.sidecar.aside.glob("*-edited*")] == [data]
    assert images.load(path.read_bytes()).sound


def test_an_edit_by_hand_without_a_copy_to_compare_is_told_alone(path: Path) -> None:
    storage = KringStorage(path)
    for each in storage.sidecar.backups.iterdir():
        each.unlink()
    storage.sidecar.latest.unlink(missing_ok=True)
    by_hand(path, b"idea 1", b"by hand")
    made = Network.open(path)
    assert len(made.notices) == 1
    made.close()


def test_without_a_copy_of_it_an_edit_by_hand_is_not_sealed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_hand(path, b"idea 1", b"by hand")
    monkeypatch.setattr(aside, "keep", lambda *_: None)
    found = opened(path)
    assert found.notices and found.read_only is None
    assert not images.load(path.read_bytes()).sound


def test_what_could_not_be_written_in_the_present_form_is_opened_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand(path, b"idea 1", b"by hand")

    def fails(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(KringStorage, "put", fails)
        found = opened(path)
    assert [each.text for each in found.image.state.all(Note)] == ["idea 0", "by hand", "idea 2"]


def test_an_older_form_is_backed_up_before_it_is_brought_to_the_present_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(migrations, "SCHEMA", 3)
    monkeypatch.setattr(migrations, "STEPS", {2: lambda tables: tables})
    found = opened(path)
    assert found.image.about.schema == 3 and found.image is not None and not found.image.migrated
    assert before in [each.read_bytes() for each in KringStorage(path).sidecar.backups.iterdir()]


# What is put in the place of the file while it is closed.


def test_when_ours_is_gone_from_this_computer_that_is_told(path: Path) -> None:
    old = path.read_bytes()
    made = Network.open(path)
    made.apply(add, "later").wait(10)
    made.close()
    path.write_bytes(old)
    storage = KringStorage(path)
    for each in (*storage.sidecar.backups.iterdir(), storage.sidecar.latest):
        each.unlink(missing_ok=True)
    found = opened(path)
    assert "look it over" in all_told(found.notices) and found.diverged == []
    assert [each.text for each in found.image.state.all(Note)] == ["idea 0", "idea 1", "idea 2"]


def test_an_older_copy_is_kept_as_another_version_and_ours_goes_on(path: Path) -> None:
    old = path.read_bytes()
    made = Network.open(path)
    made.apply(add, "later").wait(10)
    made.close()
    storage = KringStorage(path)
    latest.keep(storage, storage.fresh())
    path.write_bytes(old)
    found = opened(path)
    (other,) = found.diverged
    assert other.path.read_bytes() == old and found.notices == [other.said(path.name)]
    assert saved_texts(path)[-1] == "later" and found.image.about == images.load(path.read_bytes()).about


# The open network.


def test_a_network_that_was_made_is_open_with_what_it_was_made_of(tmp_path: Path) -> None:
    class Counting(Disk):
        puts = 0

        def put(self, path: Path, *pieces: bytes) -> object:  # type: ignore[override]
            Counting.puts += path.name == "n.kring.json"
            return super().put(path, *pieces)

    made = Network.create(tmp_path / "n.kring.json", records(2), disk=Counting())
    assert Counting.puts == 1 and texts(made) == ["idea 0", "idea 1"] and made.path == tmp_path / "n.kring.json"
    made.apply(add, "x").wait(10)
    assert Counting.puts == 2, "it goes on with the disk it was made on"
    made.close()
    with pytest.raises(Unopened):
        Network.create(tmp_path / "n.kring.json", records())


def test_what_was_undone_and_made_again_says_its_name(network: Network) -> None:
    for act in (network.undo, network.redo):
        with pytest.raises(Refused):
            act()
    network.apply(edit, "n0", "x").wait(10)
    assert network.undo() == say("Edited") == network.redo()


def test_listeners_hear_of_undo_and_of_a_change_which_tables_it_touched(network: Network) -> None:
    heard: list[Event] = []
    stop = network.subscribe(heard.append)
    network.apply(edit, "n0", "x").wait(10)
    assert Changed(frozenset({"notes"}), ours=True) in heard
    heard.clear()
    network.undo()
    assert heard[0] == Changed(frozenset({"notes"}), ours=True)
    stop()
    heard.clear()
    network.apply(edit, "n0", "y").wait(10)
    assert heard == []


def test_what_is_on_its_way_can_be_asked_and_secrets_are_counted_apart(network: Network) -> None:
    with network._storage.locked():
        network.apply(edit, "n0", "x")
        network.apply(_secret)
        assert [told(each) for each in network.unsaved] == ["Edited", "Ballot"] and not network.saved
        assert network.unkept == 1
    until(lambda: network.saved)
    assert network.unsaved == [] and network.unkept == 0


def _secret(state: State, at: Stamp) -> Change:
    return Change(say("Ballot"), puts=(note(9, "secret"),), keep=Keep.NEVER)


def test_a_secret_cannot_be_undone(network: Network) -> None:
    network.apply(_secret).wait(10)
    with pytest.raises(Refused):
        network.undo()


def test_a_closed_network_takes_no_more_changes(path: Path) -> None:
    made = Network.open(path)
    made.close()
    for act in (lambda: made.apply(add, "x"), made.undo):
        with pytest.raises(Refused):
            act()
    assert len(saved_texts(path)) == 3


def test_who_waits_at_closing_is_told_that_it_is_not_saved(path: Path) -> None:
    made, holder = Network.open(path), KringStorage(path)
    with holder.locked():
        task = made.apply(add, "x")
        made.close(0.05)
        with pytest.raises(NotSaved):
            task.wait(0)
    holder.close()


def test_a_copy_has_all_that_is_shown_and_is_never_put_over_a_file(network: Network, tmp_path: Path) -> None:
    with network._storage.locked():
        network.apply(add, "unsaved yet")
        network.save_copy(tmp_path / "copy.kring.json")
    assert saved_texts(tmp_path / "copy.kring.json")[-1] == "unsaved yet"
    copy = images.load((tmp_path / "copy.kring.json").read_bytes())
    assert copy.state.tables == {**network.state.tables} and copy.state.all(type(PROFILE)) == [PROFILE]
    with pytest.raises(Unopened):
        network.save_copy(tmp_path / "copy.kring.json")


def test_trying_again_at_once_does_not_wait_for_its_turn(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.network.writer.AGAIN", 3600.0)
    disk = _Full()
    made = Network.open(path, disk=disk)
    heard: list[Event] = []
    made.subscribe(heard.append)
    disk.full = True
    made.apply(add, "x")
    until(lambda: made.trouble and "full: not saved" in made.trouble.message)
    disk.full = False
    made.retry()
    until(lambda: made.saved)
    until(lambda: made.trouble is None)
    until(lambda: TroubleEvent(None) in heard)
    made.close()
    assert saved_texts(path)[-1] == "x"


class _Full(Disk):
    """A disk that can be full."""

    full = False

    def create(self, path: Path, mode: int = 0o600, *, fresh: bool = False) -> int:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().create(path, mode, fresh=fresh)


def test_when_the_disk_is_full_the_reserve_makes_room_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Network.open(path)
    made.apply(add, "x").wait(10)
    reserve = KringStorage(path).sidecar.reserve
    until(reserve.exists)
    made.close()
    disk = _FullOnce(reserve)
    again = Network.open(path, disk=disk)
    again.apply(add, "y").wait(10)
    assert disk.gone, "the reserve was given up before the second try"
    again.close()
    assert saved_texts(path)[-1] == "y"


class _FullOnce(_Full):
    """A disk that is full for as long as the reserve is there."""

    def __init__(self, reserve: Path) -> None:
        self.reserve = reserve
        self.gone = False

    def create(self, path: Path, mode: int = 0o600, *, fresh: bool = False) -> int:
        if "kring.json." in path.name and path.parent == self.reserve.parent.parent and not self.gone:
            self.gone = not self.reserve.exists()
            if not self.gone:
                raise OSError(errno.ENOSPC, "No space left on device")
        return super().create(path, mode, fresh=fresh)


def test_the_version_that_is_left_is_kept_beside_the_file_when_something_was_written(path: Path) -> None:
    kept = KringStorage(path).sidecar.latest
    kept.unlink(missing_ok=True)
    Network.open(path).close()
    assert not kept.exists(), "nothing was written by a command that only looked"
    made = Network.open(path)
    made.apply(add, "x").wait(10)
    made.close()
    assert kept.read_bytes() == path.read_bytes()


def test_a_change_that_fails_by_a_mistake_is_refused_and_the_next_is_saved(network: Network) -> None:
    calls: list[int] = []

    def mistaken(state: State, at: Stamp) -> Change:
        calls.append(1)
        if len(calls) > 1:
            raise ZeroDivisionError("the reason")
        return add(state, at, "x")

    task = network.apply(mistaken)
    with pytest.raises(Refused) as caught:
        task.wait(10)
    assert caught.value.said.fills == {"why": "the reason"}
    network.apply(remove, "n0").wait(10)
    assert texts(network) == ["idea 1", "idea 2"]


def test_a_record_that_is_put_unchanged_is_no_less_saved(network: Network) -> None:
    network.apply(lambda _state, _at: Change(say("Same"), puts=(SESSION,))).wait(10)
    assert network.saved
