"""An older, foreign or hand-made version in the place of the file: ours goes on, theirs is kept, told and offered."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.i18n import told
from data.model import Refused, Session
from data.network import Choice, Diverged, Event, Foreign, Network, Noticed
from data.store import image as images
from data.store.backups import listed
from data.store.beside import _copied
from data.store.restoring import restore
from data.store.storage import KringStorage
from tests.data.store.samples import PROFILE, add, edit, make, remove, texts
from tests.data.test_network import saved_texts, until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "n.kring.json", 3)


def by_rename(path: Path, data: bytes) -> None:
    """What a synchronising program does."""
    other = path.with_name("download.part")
    other.write_bytes(data)
    other.replace(path)


def in_place(path: Path, data: bytes) -> None:
    """What cp does."""
    path.write_bytes(data)


PUTS = [by_rename, in_place]
Put = Callable[[Path, bytes], None]


def told_of(network: Network) -> list[Diverged]:
    heard: list[Diverged] = []

    def hear(event: Event) -> None:
        if isinstance(event, Diverged):
            heard.append(event)

    network.subscribe(hear)
    return heard


def written(path: Path, *lines: str) -> bytes:
    """The file after these lines; another process wrote them."""
    network = Network.open(path)
    for each in lines:
        network.apply(add, each).wait(10)
    network.close()
    return path.read_bytes()


def elsewhere(path: Path, folder: Path, *lines: str) -> bytes:
    """What another computer makes of the file."""
    folder.mkdir(exist_ok=True)
    shutil.copy(path, folder / path.name)
    return written(folder / path.name, *lines)


# An older copy.


@pytest.mark.parametrize("put", PUTS)
def test_an_older_copy_over_the_open_file_loses_nothing(path: Path, put: Put) -> None:
    old = path.read_bytes()
    network = Network.open(path, watch=True)
    heard = told_of(network)
    for each in ("one", "two", "three"):
        network.apply(add, each).wait(10)
    put(path, old)
    until(lambda: heard)
    assert len(heard) == 1 and "older" in heard[0].said.message
    assert saved_texts(path)[3:] == ["one", "two", "three"]
    network.undo()
    until(lambda: network.saved)
    network.close()
    assert saved_texts(path)[3:] == ["one", "two"]
    assert [each.read_bytes() for each in path.parent.rglob("*-theirs.json")] == [old]
    assert max(copy.counts["notes"] for copy in listed(KringStorage(path))) >= 5


@pytest.mark.parametrize("put", PUTS)
def test_an_older_copy_over_the_closed_file_loses_nothing(path: Path, put: Put) -> None:
    old = path.read_bytes()
    network = Network.open(path, watch=True)
    for each in ("one", "two", "three"):
        network.apply(add, each).wait(10)
    network.close()
    put(path, old)
    assert listed(KringStorage(path))[0].counts["notes"] == 6, "restore lists the newer state"
    again = Network.open(path, watch=True)
    assert texts(again)[3:] == ["one", "two", "three"] and saved_texts(path)[3:] == ["one", "two", "three"]
    assert [each.message for each in again.notices if "older" in each.message]
    assert [other.both for other in again.diverged] == [0]
    again.close()
    last = Network.open(path, watch=True)
    assert not last.notices
    last.close()


def test_an_older_copy_is_not_taken_after_a_kill_either(path: Path) -> None:
    """The version that was last here is kept while the window is still open."""
    old = path.read_bytes()
    network = Network.open(path, watch=True)
    network.apply(add, "one").wait(10)
    latest = path.with_name(f".{path.name}.kring") / "latest.json"
    until(lambda: latest.exists() and b'"one"' in latest.read_bytes())
    by_rename(path, old)
    other = Network.open(path)
    assert "one" in texts(other)
    other.close()
    network.close()


def test_what_is_taken_from_an_older_copy_can_be_undone(path: Path) -> None:
    old = written(path, "one")
    network = Network.open(path, watch=True)
    heard = told_of(network)
    network.apply(remove, "n0").wait(10)
    network.apply(edit, "n1", "changed").wait(10)
    by_rename(path, old)
    until(lambda: heard)
    other = network.foreign[0]
    network.settle(other, Choice.THEIRS).wait(10)
    assert sorted(texts(network)) == ["idea 0", "idea 1", "idea 2", "one"]
    assert not network.foreign
    network.undo()
    until(lambda: network.saved)
    assert texts(network) == ["changed", "idea 2", "one"]
    network.close()


# A version made elsewhere.


@pytest.mark.parametrize("put", PUTS)
def test_a_later_version_from_elsewhere_is_taken_as_another_windows_change(
    path: Path, tmp_path: Path, put: Put
) -> None:
    network = Network.open(path, watch=True)
    heard = told_of(network)
    network.apply(add, "here").wait(10)
    network.apply(edit, "n0", "here too").wait(10)
    put(path, elsewhere(path, tmp_path / "far", *(f"far {number}" for number in range(40))))
    until(lambda: "far 39" in texts(network))
    network.apply(add, "and on").wait(10)
    network.close()
    assert not heard and texts(network)[-1] == "and on"
    put(path, elsewhere(path, tmp_path / "farther", "again"))
    again = Network.open(path, watch=True)
    assert "again" in texts(again) and not again.notices
    again.close()


def diverged(path: Path, tmp_path: Path) -> Network:
    """Both sides changed: a note of each, one note in both, one taken away by each."""
    network = Network.open(path, watch=True)
    network.apply(add, "common").wait(10)
    network.close()  # its end is kept: what both will be made from
    far = tmp_path / "far"
    far.mkdir()
    shutil.copy(path, far / path.name)
    theirs = Network.open(far / path.name)
    for verb in ((add, "theirs"), (edit, "n0", "theirs"), (remove, "n1")):
        theirs.apply(*verb).wait(10)
    theirs.close()
    network = Network.open(path, watch=True)
    heard = told_of(network)
    for verb in ((add, "ours"), (edit, "n0", "ours"), (remove, "n2")):
        network.apply(*verb).wait(10)
    by_rename(path, (far / path.name).read_bytes())
    until(lambda: heard)
    assert "elsewhere" in heard[0].said.message and heard[0].foreign.both == 1
    assert sorted(saved_texts(path)) == ["common", "idea 1", "ours", "ours"]
    return network


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice.MERGE, ["common", "ours", "ours", "theirs"]),
        (Choice.MERGE_THEIRS, ["common", "ours", "theirs", "theirs"]),
        (Choice.OURS, ["common", "idea 1", "ours", "ours"]),
        (Choice.THEIRS, ["common", "idea 2", "theirs", "theirs"]),
    ],
)
def test_two_versions_become_one_as_it_is_chosen(
    path: Path, tmp_path: Path, choice: Choice, expected: list[str]
) -> None:
    network = diverged(path, tmp_path)
    network.settle(network.foreign[0], choice).wait(10)
    assert sorted(texts(network)) == expected
    assert not network.foreign
    network.close()
    assert sorted(saved_texts(path)) == expected
    # The other computer takes what was made of both for a later version of its own.
    far = tmp_path / "far" / path.name
    shutil.copy(path, far)
    there = Network.open(far, watch=True)
    assert sorted(texts(there)) == expected and not there.notices
    there.close()


def test_without_what_both_were_made_from_nothing_is_lost(path: Path, tmp_path: Path) -> None:
    network = diverged(path, tmp_path)
    folder = path.with_name(f".{path.name}.kring")
    for each in (*(folder / "backups").iterdir(), *(folder / "aside").glob("*-ours*"), folder / "latest.json"):
        each.unlink(missing_ok=True)
    network.settle(network.foreign[0], Choice.MERGE).wait(10)
    assert sorted(texts(network)) == ["common", "idea 1", "idea 2", "ours", "ours", "theirs"]
    network.close()


def test_another_network_cannot_be_joined(path: Path, tmp_path: Path) -> None:
    from msgspec.structs import replace

    other = tmp_path / "other.kring.json"
    Network.create(other, [replace(PROFILE, id="q"), Session(id="t", number=1)]).close()
    network = Network.open(path, watch=True)
    heard = told_of(network)
    by_rename(path, other.read_bytes())
    until(lambda: heard)
    assert "Another network" in heard[0].said.message and len(saved_texts(path)) == 3
    with pytest.raises(Refused):
        network.settle(network.foreign[0], Choice.MERGE)
    network.settle(network.foreign[0], Choice.THEIRS).wait(10)
    network.close()
    assert not saved_texts(path)


def test_a_change_on_its_way_when_another_version_comes_is_kept(path: Path, tmp_path: Path) -> None:
    far = elsewhere(path, tmp_path / "far", "far")
    network = Network.open(path, watch=True)
    heard = told_of(network)
    network.apply(add, "first").wait(10)
    with network._storage.locked():
        task = network.apply(add, "on its way")
        by_rename(path, far)
    task.wait(10)
    until(lambda: heard)
    network.close()
    assert saved_texts(path)[3:] == ["first", "on its way"]


def test_a_window_that_another_one_outran_sees_a_later_version(path: Path) -> None:
    """Many more writes than the file itself remembers."""
    one = Network.open(path, watch=True)
    heard = told_of(one)
    with one._desk.guard:  # it cannot look meanwhile
        written(path, *(f"{number}" for number in range(60)))
    until(lambda: len(texts(one)) == 63)
    one.close()
    assert not heard


def test_a_kill_before_the_file_is_written_is_not_taken_for_a_version_that_is_gone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Network.open(path)
    network.apply(add, "one").wait(10)
    network.close()
    storage = KringStorage(path)

    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    monkeypatch.setattr(storage.disk, "put", killed)
    with pytest.raises(Killed):
        storage.put(storage.fresh().next("never written"))
    again = Network.open(path)
    assert not again.notices
    again.close()


# Changes by other programs.


def flipped(data: bytes) -> bytes:
    return data.replace(b"idea 1", b"idea 3", 1)


def by_hand(change: Callable[[Any], None]) -> Callable[[bytes], bytes]:
    def changed(data: bytes) -> bytes:
        tree = json.loads(data)
        change(tree)
        return json.dumps(tree).encode()

    return changed


HANDS: dict[str, Callable[[bytes], bytes]] = {
    "one bit": flipped,
    "a misfit": by_hand(lambda tree: tree["notes"]["1"].update(text=7)),
    "no profile": by_hand(lambda tree: tree.pop("network")),
    "no session": by_hand(lambda tree: tree.pop("sessions")),
    "no notes": by_hand(lambda tree: tree["notes"].clear()),
    "an id twice": by_hand(lambda tree: tree["notes"]["1"].update(id="n1")),
    "nothing": by_hand(lambda tree: tree.clear()),
    "nothing of the file itself": by_hand(lambda tree: tree.pop("kring")),
}


@pytest.mark.parametrize("hand", list(HANDS))
def test_a_change_by_another_program_is_never_sealed_as_ours(path: Path, hand: str) -> None:
    network = Network.open(path, watch=True)
    heard: list[Event] = []
    network.subscribe(heard.append)
    data = HANDS[hand](path.read_bytes())
    path.write_bytes(data)
    until(lambda: any(isinstance(each, Diverged | Noticed) for each in heard))
    until(lambda: images.load(path.read_bytes()).sound)
    network.apply(add, "goes on").wait(10)
    network.close()
    assert saved_texts(path) == ["idea 0", "idea 1", "idea 2", "goes on"]
    kept = path.with_name(f".{path.name}.kring") / "aside"
    assert data in [each.read_bytes() for each in kept.iterdir()]


def test_an_edit_by_hand_can_be_taken_in(path: Path) -> None:
    network = Network.open(path, watch=True)
    heard = told_of(network)
    path.write_bytes(path.read_bytes().replace(b"idea 1", b"by hand"))
    until(lambda: heard)
    network.apply(add, "and on").wait(10)
    network.settle(heard[0].foreign, Choice.MERGE).wait(10)
    network.close()
    assert saved_texts(path) == ["idea 0", "by hand", "idea 2", "and on"]


def test_the_same_foreign_version_is_told_once(path: Path) -> None:
    old = path.read_bytes()
    network = Network.open(path, watch=True)
    heard = told_of(network)
    network.apply(add, "one").wait(10)
    for _ in range(3):
        by_rename(path, old)
        until(lambda: path.read_bytes() != old)
    network.apply(add, "two").wait(10)
    network.close()
    assert len(heard) == 1 and saved_texts(path)[3:] == ["one", "two"]


# restore.


def test_a_restored_copy_is_a_later_version_and_gives_no_number_again(path: Path) -> None:
    written(path, "one", "two")
    copies = listed(KringStorage(path))
    window = Network.open(path, watch=True)
    heard = told_of(window)
    restore(KringStorage(path), copies[-1].path)
    until(lambda: texts(window) == ["idea 0", "idea 1", "idea 2"])
    window.apply(add, "after").wait(10)
    window.close()
    assert not heard
    assert list(json.loads(path.read_bytes())["notes"]) == ["1", "2", "3", "6"]


def test_a_file_that_is_ruined_and_restored_is_a_later_version(path: Path) -> None:
    window = Network.open(path, watch=True)
    window.apply(add, "one").wait(10)
    window.close()
    path.write_bytes(b"ruined")
    storage = KringStorage(path)
    restore(storage, listed(storage)[0].path)
    again = Network.open(path, watch=True)
    assert "one" in texts(again) and not again.notices
    again.close()


def test_the_end_of_a_window_is_a_backup(path: Path) -> None:
    network = Network.open(path, watch=True)
    network.apply(add, "the last line").wait(10)
    network.close()
    copies = path.with_name(f".{path.name}.kring") / "backups"
    assert any(b"the last line" in each.read_bytes() for each in copies.iterdir())
    assert all(each.stat().st_ino != path.stat().st_ino for each in copies.iterdir()), "cp would write into it"


# Copies beside the file.


@pytest.mark.parametrize(
    ("name", "copied"),
    [
        ("x-LAPTOP.kring.json", True),
        ("x.kring-LAPTOP-7.json", True),
        ("x (1).kring.json", True),
        ("x.kring (1).json", True),
        ("x 2.kring.json", True),
        ("x.kring 2.json", True),
        ("x (Els's conflicted copy 2027-03-14).kring.json", True),
        ("x.kring (conflicted copy 2027-03-14 141210).json", True),
        ("x.kring.sync-conflict-20270314-141210-ABCDEFG.json", True),
        ("x.sync-conflict-20270314-141210-ABCDEFG.kring.json", True),
        ("xylofoon-conflict.kring.json", False),
        ("x.kring.json", False),
        ("x tra.kring.json", False),
        ("y (1).kring.json", False),
        ("x (1).txt", False),
    ],
)
def test_names_of_copies(name: str, copied: bool) -> None:
    assert _copied("x", name.casefold()) is copied


def test_a_copy_beside_the_file_is_told_once_and_can_be_merged(path: Path, tmp_path: Path) -> None:
    data = elsewhere(path, tmp_path / "far", "far")
    for name in ("n (1).kring.json", "n.kring.sync-conflict-20270314-141210-ABCDEFG.json"):
        path.with_name(name).write_bytes(data)
    path.with_name("n-other.kring.json").write_bytes(
        data.replace(b'"network":{\n"1":{"id":"p"', b'"network":{\n"1":{"id":"q"')
    )
    path.with_name("nogal-conflict.kring.json").write_bytes(data)
    network = Network.open(path, watch=True)
    names = [str(each.fills.get("name")) for each in network.notices]
    assert names[0] == "n (1).kring.json" and "nogal-conflict.kring.json" not in names
    others: list[Foreign] = network.foreign
    network.settle(others[0], Choice.MERGE).wait(10)
    assert not network.foreign
    network.close()
    assert saved_texts(path)[-1] == "far"
    again = Network.open(path, watch=True)
    assert not again.notices
    again.close()


def test_every_sentence_about_another_version_can_be_told(path: Path, tmp_path: Path) -> None:
    network = diverged(path, tmp_path)
    assert all("{" not in told(other.said("n")) for other in network.foreign)
    network.close()
