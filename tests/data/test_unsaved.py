"""What cannot be saved now: told, kept, tried again at closing, and back at the next start."""

from __future__ import annotations

import errno
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from data.i18n import told
from data.model import Change, Keep, Note, Sees, Shown, Stamp, State, say
from data.network import Event, Network, Noticed, Unopened
from data.network.words import BROKEN, SCARCE
from data.store import image as images
from data.store.checking import check
from data.store.disk import Disk
from data.store.storage import KringStorage
from tests.data.store.samples import add, edit, make, remove
from tests.data.test_network import saved_texts, until


class Closed(Disk):
    """A disk on which one folder may not be written, while ``shut`` is true."""

    def __init__(self, folder: Path, *, whole: bool = False) -> None:
        self.folder = folder
        self.whole = whole
        self.shut = False

    def create(self, path: Path, mode: int = 0o600, *, fresh: bool = False) -> int:
        if self.shut and (path.parent == self.folder or (self.whole and path.is_relative_to(self.folder))):
            raise OSError(errno.EACCES, "Permission denied")
        return super().create(path, mode, fresh=fresh)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "folder").mkdir()
    return make(tmp_path / "folder" / "n.kring.json", 3)


def stuck(path: Path, *, whole: bool = False) -> Network:
    """A window on a folder that may no longer be written."""
    disk = Closed(path.parent, whole=whole)
    network = Network.open(path, watch=True, disk=disk)
    disk.shut = True
    return network


@pytest.mark.parametrize("whole", [False, True], ids=["beside the file", "elsewhere"])
def test_what_could_not_be_saved_is_back_at_the_next_start(path: Path, whole: bool) -> None:
    network = stuck(path, whole=whole)
    network.apply(add, "typed in vain")
    network.apply(edit, "n0", "changed in vain")
    network.apply(remove, "n1")
    network.close(1)
    assert not network.saved and saved_texts(path) == ["idea 0", "idea 1", "idea 2"]
    again = Network.open(path, watch=True)
    assert again.notices[-1].fills["count"] == 3
    again.close()
    assert saved_texts(path) == ["changed in vain", "idea 2", "typed in vain"]
    last = Network.open(path, watch=True)
    assert not last.notices
    last.close()
    assert Counter(saved_texts(path))["typed in vain"] == 1
    assert not list((path.parents[1] / "state").rglob("*.unsaved"))


def test_what_is_brought_back_leaves_what_others_did_since(path: Path) -> None:
    network = stuck(path)
    network.apply(edit, "n0", "changed in vain")
    network.apply(remove, "n1")
    network.close(1)
    other = Network.open(path)
    other.apply(_weighed, "n0").wait(10)
    other.apply(edit, "n1", "worth keeping").wait(10)
    other.close()
    again = Network.open(path, watch=True)
    again.close()
    notes = {note.id: note for note in images.load(path.read_bytes()).state.all(Note)}
    assert (notes["n0"].text, notes["n0"].weight) == ("changed in vain", 5)
    assert notes["n1"].text == "worth keeping"


def _weighed(state: State, at: Stamp, id_: str) -> Change:
    return Change(say("Weighed"), puts=(replace(state.get(Note, id_), weight=5),))


def test_another_window_takes_over_what_a_dead_one_could_not_save(path: Path) -> None:
    one, other = stuck(path), stuck(path)
    one.apply(add, "of the one")
    other.apply(add, "of the other")
    one.close(1)
    other.close(1)
    Network.open(path).close()  # a command leaves it alone
    assert "of the one" not in saved_texts(path)
    Network.open(path, watch=True).close()
    assert sorted(saved_texts(path))[-2:] == ["of the one", "of the other"]
    Network.open(path, watch=True).close()
    assert len(saved_texts(path)) == 5


def test_a_secret_is_not_kept_beside_the_file(path: Path) -> None:
    network = stuck(path)
    network.apply(add, "a ballot", keep=Keep.NEVER)
    network.apply(add, "a form", keep=Keep.MEMORY)
    network.close(1)
    kept = b"".join(each.read_bytes() for each in path.parent.rglob("*.drafts"))
    assert b"a ballot" not in kept and b"a form" in kept


def test_what_the_room_sees_is_no_secret_and_comes_back(path: Path) -> None:
    network = stuck(path)
    network.apply(_blank)
    assert network.unkept == 0
    network.close(1)
    Network.open(path, watch=True).close()
    assert [each.sees for each in images.load(path.read_bytes()).state.all(Shown)] == [Sees.BLANK]


def _blank(_state: State, at: Stamp) -> Change:
    shown = Shown(id=at.new(), session="1", sees=Sees.BLANK)
    return Change(say("What the room sees"), puts=(shown,), keep=Keep.NEVER)


def test_closing_tries_once_more(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.network.writer.AGAIN", 3600.0)
    disk = Closed(path.parent)
    network = Network.open(path, watch=True, disk=disk)
    disk.shut = True
    network.apply(add, "just in time")
    until(lambda: network.trouble)
    disk.shut = False
    network.close()
    assert network.saved and "just in time" in saved_texts(path)


def test_a_nearly_full_disk_slows_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The look whether there is room again has a clock of its own."""
    monkeypatch.setattr("data.network.writer.AGAIN", 3600.0)
    monkeypatch.setattr("data.store.reserve.Reserve.lay", lambda *_: False)
    network = Network.open(path, watch=True)
    for number in range(3):
        network.apply(add, f"{number}").wait(10)
        until(lambda: network._writer._next_probe)
        assert network.trouble == SCARCE
    network.apply(add, "the last one")
    network.close()
    assert network.saved and saved_texts(path)[-1] == "the last one"


# A lock that another program holds.


def test_a_held_lock_is_told_and_the_drafts_do_not_wait_for_it(path: Path) -> None:
    network, holder = Network.open(path, watch=True), KringStorage(path)
    with holder.locked():
        network.apply(add, "waits")
        network.drafts.set("line", "half a sen")
        until(lambda: network.trouble)
        assert network.trouble and "is using" in network.trouble.message
        drafts = path.with_name(f".{path.name}.kring") / "windows"
        until(lambda: any(b"half a sen" in each.read_bytes() for each in drafts.glob("*.drafts")))
        until(lambda: any(b"waits" in each.read_bytes() for each in drafts.glob("*.drafts")))
    until(lambda: network.saved)
    until(lambda: network.trouble is None)
    network.close()
    holder.close()


def test_quitting_while_another_program_holds_the_lock_keeps_the_line(path: Path) -> None:
    network, holder = Network.open(path, watch=True), KringStorage(path)
    with holder.locked():
        network.apply(add, "waits in vain")
        network.close(0.2)
        assert not network.saved
    holder.close()
    again = Network.open(path, watch=True)
    again.close()
    assert saved_texts(path).count("waits in vain") == 1


# A writer that fails.


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_writer_that_dies_is_told_and_what_was_typed_comes_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network.open(path, watch=True)

    def dies(*_: object) -> None:
        raise SystemExit

    monkeypatch.setattr("data.network.writer.Writer._turn", dies)
    network.apply(add, "typed to a dead writer")
    until(lambda: network.trouble == BROKEN)
    network.close(1)
    monkeypatch.undo()
    monkeypatch.setenv("XDG_STATE_HOME", str(path.parents[1] / "state"))
    Network.open(path, watch=True).close()
    assert "typed to a dead writer" in saved_texts(path)


def test_a_mistake_while_saving_ends_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.network.writer.AGAIN", 0.02)
    network = Network.open(path, watch=True)

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("data.network.keeper.Keeper.present", fails)
        network.apply(add, "in spite of it")
        until(lambda: network.trouble)
        assert network.trouble and network.trouble.fills["why"] == "ZeroDivisionError"
    until(lambda: network.saved and network.trouble is None)
    network.close()
    assert "in spite of it" in saved_texts(path)


def deep(_: Path) -> bytes:
    return b'{"notes":{"1":' + b'{"a":' * 500 + b"1" + b"}" * 500 + b"}}"


def deeper(_: Path) -> bytes:
    return b'{"notes":{"1":' + b"[" * 100_000 + b"]" * 100_000 + b"}}"


def long_number(path: Path) -> bytes:
    return path.read_bytes().replace(b'"1":{"id":"n0"', b'"' + b"7" * 5000 + b'":{"id":"n0"')


def long_value(path: Path) -> bytes:
    return path.read_bytes().replace(b'"text":"idea 0"', b'"text":"idea 0","n":' + b"7" * 5000)


STRANGE: list[Callable[[Path], bytes]] = [deep, deeper, long_number, long_value]


@pytest.mark.parametrize("strange", STRANGE)
def test_a_strange_file_is_refused_in_a_sentence(path: Path, strange: Callable[[Path], bytes]) -> None:
    path.write_bytes(strange(path))
    with pytest.raises(Unopened) as caught:
        Network.open(path)
    assert told(caught.value.said)
    assert not check(path).ok


@pytest.mark.parametrize("strange", STRANGE)
def test_a_strange_file_over_an_open_one_is_set_aside(path: Path, strange: Callable[[Path], bytes]) -> None:
    network = Network.open(path, watch=True)
    heard: list[Event] = []
    network.subscribe(heard.append)
    data = strange(path)
    path.write_bytes(data)
    until(lambda: any(isinstance(event, Noticed) for event in heard))
    network.apply(add, "goes on").wait(10)
    network.close()
    assert saved_texts(path) == ["idea 0", "idea 1", "idea 2", "goes on"]
    assert data in [each.read_bytes() for each in (path.parent / ".n.kring.json.kring/aside").iterdir()]
