"""The open network: what is shown, what is saved, undo, two windows, drafts, and files from elsewhere."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.i18n import told
from data.model import Change, Evaluation, Note, Profile, Refused, Stamp, State, say
from data.network import Changed, Event, Network, Noticed, RefusedLater, SavedEvent, Unopened
from data.store import image as images
from data.store import migrations
from data.store.backups import EVERY, superfluous
from data.store.disk import Disk
from data.store.history import History, Step
from data.store.tiny import KringDB
from data.store.transaction import Rows, Transaction
from tests.data.store.samples import PROFILE, add, edit, heavier, make, records, remove, texts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "n.kring.json", 3)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder where anybody can come."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def until(met: Callable[[], object]) -> None:
    end = time.monotonic() + 10
    while not met():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.005)


def saved_texts(path: Path) -> list[str]:
    return [each.text for each in images.load(path.read_bytes()).state.all(Note)]


def history_of(path: Path) -> bytes:
    return b"".join(each.read_bytes() for each in path.with_name(f".{path.name}.kring").rglob("*.history"))


def test_a_change_shows_at_once_and_is_saved_after(path: Path) -> None:
    network = Network.open(path)
    heard: list[Event] = []
    network.subscribe(heard.append)
    task = network.apply(add, "typed")
    assert texts(network)[-1] == "typed"
    task.wait(10)
    until(lambda: network.saved)
    network.close()
    assert network.state.get(Note, task.new()).text == "typed"
    assert heard[0] == Changed(frozenset({"notes"}), ours=True) and SavedEvent() in heard
    assert saved_texts(path)[-1] == "typed"


def test_a_verb_that_says_no_changes_nothing(path: Path) -> None:
    network = Network.open(path)
    before = path.read_bytes()
    with pytest.raises(Refused):
        network.apply(remove, "nobody")
    network.close()
    assert path.read_bytes() == before


def test_a_verb_that_does_nothing_writes_nothing(path: Path) -> None:
    network = Network.open(path)
    before = path.read_bytes()
    network.apply(lambda state, at: Change(say("Nothing"))).wait(1)
    with pytest.raises(Refused):
        network.undo()
    network.close()
    assert path.read_bytes() == before


def test_undo_and_redo_go_through_every_kind_of_change(path: Path) -> None:
    network = Network.open(path)
    seen = [network.state]
    for verb in ((add, "a"), (edit, "n1", "b"), (remove, "n0"), (heavier, "n2")):
        network.apply(*verb).wait(10)
        seen.append(network.state)
    for state in reversed(seen[:-1]):
        network.undo()
        until(lambda: network.saved)
        assert network.state.tables["notes"] == state.tables["notes"]
        assert list(network.state.tables["notes"]) == list(state.tables["notes"])
    with pytest.raises(Refused):
        network.undo()
    for state in seen[1:]:
        network.redo()
        until(lambda: network.saved)
        assert network.state.tables["notes"] == state.tables["notes"]
    network.close()


def test_a_hundred_changes_can_be_undone_after_a_restart(path: Path) -> None:
    network = Network.open(path, watch=True)
    for number in range(105):
        network.apply(edit, "n0", f"version {number}")
    network.close()
    network = Network.open(path, watch=True)
    for _ in range(104):
        network.undo()
    network.close()
    assert images.load(path.read_bytes()).state.get(Note, "n0").text == "version 0"


def test_undo_before_the_change_itself_is_saved(path: Path) -> None:
    network = Network.open(path)
    with network._storage.locked():
        network.apply(add, "soon gone")
        network.undo()
        assert not network.saved and "soon gone" not in texts(network)
    until(lambda: network.saved)
    network.close()
    assert saved_texts(path) == ["idea 0", "idea 1", "idea 2"]


def test_undo_never_takes_back_what_another_window_did_later(path: Path) -> None:
    one, other = Network.open(path, watch=True), Network.open(path, watch=True)
    one.apply(add, "mine").wait(10)
    one.apply(edit, "n0", "mine").wait(10)
    other.apply(edit, "n0", "theirs").wait(10)
    until(lambda: one.state.get(Note, "n0").text == "theirs")
    with pytest.raises(Refused):
        one.undo()
    assert one.state.get(Note, "n0").text == "theirs"
    one.undo()  # the one before it is still its own to take back
    until(lambda: one.saved)
    assert "mine" not in texts(one)
    with pytest.raises(Refused):
        one.undo()
    other.undo()
    until(lambda: other.saved)
    assert other.state.get(Note, "n0").text == "mine"
    one.close()
    other.close()


def test_the_earlier_text_of_a_note_changed_in_two_windows_is_in_the_history(path: Path) -> None:
    one, other = Network.open(path, watch=True), Network.open(path, watch=True)
    one.apply(edit, "n0", "the first to save").wait(10)
    other.apply(edit, "n0", "the last to save").wait(10)
    until(lambda: one.state.get(Note, "n0").text == "the last to save")
    one.close()
    other.close()
    assert b"the first to save" in history_of(path)


def test_a_window_sees_what_another_wrote_and_keeps_what_is_on_its_way(path: Path) -> None:
    one, other = Network.open(path, watch=True), Network.open(path)
    heard: list[Event] = []
    one.subscribe(heard.append)
    other.apply(add, "from elsewhere").wait(10)
    until(lambda: "from elsewhere" in texts(one))
    assert Changed(frozenset({"notes"}), ours=False) in heard
    one.close()
    other.close()


def test_what_another_window_made_impossible_is_told_and_taken_back(path: Path) -> None:
    one = Network.open(path)
    heard: list[Event] = []
    one.subscribe(heard.append)
    with one._storage.locked():  # its own writer waits
        task = one.apply(edit, "n0", "too late")
        assert "too late" in texts(one)
        _write_elsewhere(path)
    with pytest.raises(Refused):
        task.wait(10)
    until(lambda: any(isinstance(each, RefusedLater) for each in heard))
    assert "too late" not in texts(one) and not one._desk.history.undoes
    one.close()


def test_who_is_overtaken_by_another_window_is_told_with_the_text(path: Path) -> None:
    one, other = Network.open(path, watch=True), Network.open(path, watch=True)
    heard: list[Event] = []
    one.subscribe(heard.append)
    one.apply(edit, "n0", "of the one").wait(10)
    other.apply(edit, "n0", "of the other").wait(10)
    until(lambda: any(isinstance(each, Noticed) for each in heard))
    (said,) = [each.said for each in heard if isinstance(each, Noticed)]
    assert said.fills == {"yours": "of the one", "theirs": "of the other"}
    heard.clear()
    one.apply(add, "soon gone").wait(10)
    until(lambda: "soon gone" in texts(other))
    other.apply(remove, other.state.all(Note)[-1].id).wait(10)
    until(lambda: any(isinstance(each, Noticed) for each in heard))
    assert [each.said.fills for each in heard if isinstance(each, Noticed)] == [{"yours": "soon gone"}]
    one.close()
    other.close()


def test_whose_change_overtakes_one_that_was_not_seen_yet_is_told(path: Path) -> None:
    one, other = Network.open(path), Network.open(path)
    heard: list[Event] = []
    one.subscribe(heard.append)
    other.apply(edit, "n0", "of the other").wait(10)
    one.apply(edit, "n0", "of the one").wait(10)  # it does not watch
    assert [each.said.fills for each in heard if isinstance(each, Noticed)] == [{"theirs": "of the other"}]
    heard.clear()
    other.close()
    one.apply(edit, "n1", "undisturbed").wait(10)
    assert not any(isinstance(each, Noticed) for each in heard)
    one.close()


def test_a_late_refusal_gives_the_text_back(path: Path) -> None:
    one, other = Network.open(path), Network.open(path)
    heard: list[Event] = []
    one.subscribe(heard.append)
    other.apply(remove, "n0").wait(10)
    task = one.apply(edit, "n0", "typed too late")
    with pytest.raises(Refused):
        task.wait(10)
    until(lambda: any(isinstance(each, RefusedLater) for each in heard))
    assert next(each for each in heard if isinstance(each, RefusedLater)).texts == ("typed too late",)
    one.close()
    other.close()


def _write_elsewhere(path: Path) -> None:
    """Another process that takes note n0 away, without asking for the lock that is held here."""
    image = images.load(path.read_bytes())
    other = Transaction(image, "other")
    rows = Rows(other.docs("notes"))
    del rows[1]
    other.take("notes", rows)
    Disk().put(path, *other.image().encoded())


def test_verbs_run_again_with_the_same_stamp(path: Path) -> None:
    stamps: list[Stamp] = []

    def verb(state: State, at: Stamp) -> Change:
        stamps.append(at)
        return add(state, at, "x")

    network = Network.open(path)
    network.apply(verb).wait(10)
    network.close()
    assert len(stamps) >= 2 and len(set(stamps)) == 1


def test_drafts_and_the_place_are_there_after_a_kill(path: Path) -> None:
    code = (
        "import sys, pathlib; from data.network import Network\n"
        f"n = Network.open(pathlib.Path({str(path)!r}), watch=True)\n"
        "n.drafts.set('capture', 'half a sen'); n.drafts.place = 'brainstorm'\n"
        "print('typed', flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert process.stdout and process.stdout.readline()
    folder = path.with_name(f".{path.name}.kring") / "windows"
    until(lambda: any(b"half a sen" in each.read_bytes() for each in folder.glob("*.drafts")))
    process.kill()
    process.wait()
    network = Network.open(path, watch=True)
    assert network.drafts.get("capture") == "half a sen" and network.drafts.place == "brainstorm"
    other = Network.open(path, watch=True)  # a second window begins empty
    assert other.drafts.get("capture") == ""
    network.drafts.set("capture", "")
    network.close()
    other.close()
    network = Network.open(path, watch=True)
    assert network.drafts.get("capture") == ""
    network.close()


def test_a_command_leaves_a_windows_drafts_alone(path: Path) -> None:
    window = Network.open(path, watch=True)
    window.drafts.set("capture", "typed")
    window.close()
    Network.open(path).close()
    window = Network.open(path, watch=True)
    assert window.drafts.get("capture") == "typed"
    window.close()


def test_everything_is_for_the_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        network = Network.create(tmp_path / "n.kring.json", records(1), watch=True)
        network.drafts.set("a", "b")
        for number in range(3):
            network.apply(add, f"{number}").wait(10)
        network.close()
    finally:
        os.umask(before)
    for each in (tmp_path / "n.kring.json", *tmp_path.rglob(".*"), *(tmp_path / ".n.kring.json.kring").rglob("*")):
        assert stat.S_IMODE(each.stat().st_mode) == (0o700 if each.is_dir() else 0o600), each


def test_backups_are_kept_and_a_copy_alone_works(path: Path, tmp_path: Path) -> None:
    network = Network.open(path)
    for number in range(120):
        network.apply(add, f"{number}")
    network.close()
    copies = sorted((tmp_path / ".n.kring.json.kring/backups").glob("*.json"))
    assert len(copies) >= 3
    assert all(images.load(copy.read_bytes()).sound for copy in copies)
    mailed = tmp_path / "mailed"
    mailed.mkdir()
    shutil.copy(path, mailed / "copy.json")
    copy = Network.open(mailed / "copy.json")
    assert len(texts(copy)) == 123 and not copy._desk.history.undoes and not copy.notices
    copy.close()


def test_backups_thin_by_number_and_by_age() -> None:
    now = datetime(2027, 3, 14, 12)  # noqa: DTZ001 - as their names are
    listed = [(now - EVERY * number, 1000 - number, Path(f"{number}")) for number in range(5000)]
    gone = set(superfluous(listed, now))
    kept = [each for each in listed if each[2] not in gone]
    assert [each[2] for each in kept[:12]] == [Path(f"{number}") for number in range(12)]
    ages = [now - each[0] for each in kept]
    assert len(kept) < 12 + 24 + 31
    assert max(ages) > timedelta(days=28)


def test_anonymous_forms_tell_nothing_of_their_order(path: Path) -> None:
    network = Network.open(path)
    made = []
    for number in range(12):
        task = network.apply(_form, number / 2)
        task.wait(10)
        made.append(task.new())
    network.close()
    table = json.loads(path.read_bytes())["evaluations"]
    numbers = [int(number) for number in table]
    assert numbers == sorted(numbers) and max(numbers) > 1000
    assert [each["id"] for each in table.values()] != made
    assert "evaluations" not in json.loads(path.read_bytes())["kring"]["1"]["last"]
    backups = path.with_name(f".{path.name}.kring") / "backups"
    partial = [copy for copy in backups.glob("*.json") if b'"evaluations"' in copy.read_bytes()]
    assert not partial


def test_forms_of_one_process_stay_out_of_the_backups_of_another(path: Path) -> None:
    one, other = Network.open(path, watch=True), Network.open(path, watch=True)
    for number in range(5):
        one.apply(_form, number).wait(10)
        for _ in range(60):  # more writes than a backup waits for
            other.apply(heavier, "n0")
        until(lambda: other.saved)
    one.close()
    other.close()
    backups = path.with_name(f".{path.name}.kring") / "backups"
    assert not [copy for copy in backups.glob("*.json") if b'"content"' in copy.read_bytes()]


def test_no_backup_is_made_right_before_an_anonymous_form(path: Path) -> None:
    """It would be the one without the form, and tell by the next one which form it was."""
    network = Network.open(path)
    network.apply(_form, 3).wait(10)
    network.close()
    assert not list((path.with_name(f".{path.name}.kring") / "backups").glob("*.json"))


def _form(state: State, at: Stamp, content: float) -> Change:
    return Change(say("Form"), puts=(Evaluation(id=at.new(), session="s", activity="e", content=content),))


def test_what_was_done_before_somebody_was_erased_is_not_read_from_a_history(tmp_path: Path) -> None:
    """Also when the erasing was done by hand, or stopped before the histories were taken away."""
    history = History(tmp_path / "w.history", Disk())
    history.keep(Step(label=say("Before"), id="1", revision=3, erased=0))
    history.keep(Step(label=say("After"), id="2", revision=5, erased=1))
    again = History(tmp_path / "w.history", Disk())
    again.load(revision=6, erased=1)
    assert [step.id for step in again.undoes] == ["2"]


def test_fields_of_a_newer_kring_survive_an_edit_and_undo(path: Path) -> None:
    with KringDB(path) as db:
        db.table("notes").update({"colour": "red"}, doc_ids=[1])
    network = Network.open(path)
    network.apply(edit, "n0", "x").wait(10)
    network.apply(remove, "n0").wait(10)
    network.undo()
    network.close()
    document = json.loads(path.read_bytes())["notes"]["1"]
    assert document["colour"] == "red" and document["text"] == "x"


# Files from elsewhere.


def test_a_newer_version_can_only_be_read(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"schema":2', b'"schema":9'))
    network = Network.open(path)
    assert network.read_only and texts(network) == ["idea 0", "idea 1", "idea 2"]
    before = path.read_bytes()
    with pytest.raises(Refused):
        network.apply(add, "no")
    with pytest.raises(Refused):
        network.undo()
    network.close()
    assert path.read_bytes() == before


def test_an_older_version_is_brought_to_the_present_one_and_a_copy_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def step(tables: migrations.Tables) -> migrations.Tables:
        for document in tables["notes"].values():
            document["text"] = document["text"].upper()
        return tables

    monkeypatch.setattr(migrations, "SCHEMA", 3)
    monkeypatch.setattr(migrations, "STEPS", {2: step})
    network = Network.open(path)
    assert texts(network) == ["IDEA 0", "IDEA 1", "IDEA 2"]
    network.close()
    assert json.loads(path.read_bytes())["kring"]["1"]["schema"] == 3
    assert b"idea 0" in next((path.parent / ".n.kring.json.kring/backups").glob("*.json")).read_bytes()


def test_an_edit_by_hand_is_taken_told_and_kept(path: Path) -> None:
    network = Network.open(path)
    network.apply(add, "so that there is a backup").wait(10)
    network.close()
    path.write_bytes(path.read_bytes().replace(b"idea 1", b"by hand"))
    network = Network.open(path)
    assert texts(network)[1] == "by hand"
    assert any("outside Kring" in said.message for said in network.notices)
    assert any(said.fills.get("other") == 1 for said in network.notices)
    network.close()
    aside = list((path.parent / ".n.kring.json.kring/aside").iterdir())
    assert [b"by hand" in each.read_bytes() for each in aside] == [True]
    again = Network.open(path)
    assert not again.notices
    again.close()


def test_a_file_that_is_damaged_or_deleted_while_open_is_put_back(path: Path) -> None:
    network = Network.open(path, watch=True)
    heard: list[Event] = []
    network.subscribe(heard.append)
    for harm in (lambda: path.write_bytes(b'{"notes": {'), path.unlink, lambda: path.write_bytes(b"")):
        heard.clear()
        harm()
        until(lambda: any(isinstance(each, Noticed) for each in heard))
        assert len(images.load(path.read_bytes()).state.all(Note)) == 3
    path.write_bytes(b"null")
    network.apply(add, "right then").wait(10)
    network.close()
    assert len(images.load(path.read_bytes()).state.all(Note)) == 4
    kept = [each.read_bytes() for each in (path.parent / ".n.kring.json.kring/aside").iterdir()]
    assert b'{"notes": {' in kept and b"null" in kept


def test_a_stick_that_is_pulled_out_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.network.writer.AGAIN", 0.02)
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    path = make(stick / "n.kring.json", 1)
    network = Network.open(path, watch=True)
    stick.rename(away)
    network.apply(add, "typed without the stick")
    until(lambda: network.trouble)
    assert "stick" in network.trouble.message if network.trouble else False
    network.save_copy(tmp_path / "copy.kring.json")
    away.rename(stick)
    until(lambda: network.saved)
    until(lambda: network.trouble is None)
    network.close()
    assert len(images.load(path.read_bytes()).state.all(Note)) == 2
    assert "typed without" in (tmp_path / "copy.kring.json").read_text()


def test_what_is_no_file_to_keep_is_not_opened(path: Path, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "full").symlink_to("/dev/full")
    (tmp_path / "empty.json").write_text("{}")
    for bad in (tmp_path, tmp_path / "none.json", tmp_path / "no/folder.json", tmp_path / "loop", tmp_path / "full",
                tmp_path / "empty.json"):  # fmt: skip
        with pytest.raises(Unopened) as caught:
            Network.open(bad)
        assert told(caught.value.said)
    assert not (tmp_path / "none.json").exists() and (tmp_path / "empty.json").read_text() == "{}"
    with pytest.raises(Unopened):
        Network.create(path, records())


def test_a_deleted_file_offers_its_backups(path: Path) -> None:
    network = Network.open(path)
    network.apply(add, "x").wait(10)
    network.close()
    path.unlink()
    with pytest.raises(Unopened) as caught:
        Network.open(path)
    assert caught.value.backups[0].counts["notes"] == 4


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs to become somebody else")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_only_be_read_opens_to_read(open_folder: Path, what: str) -> None:
    folder = open_folder / "f"
    folder.mkdir()
    path = make(folder / "n.kring.json", 1)
    shutil.rmtree(folder / ".n.kring.json.kring")
    os.chown(folder, 65534, 65534)
    os.chown(path, 65534, 65534)
    (path if what == "file" else folder).chmod(0o444 if what == "file" else 0o555)
    child = os.fork()
    if not child:
        code = 1
        try:
            os.setuid(65534)
            code = _reads_only(path)
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert not (folder / ".n.kring.json.kring").exists()


def _reads_only(path: Path) -> int:
    network = Network.open(path, watch=True)
    try:
        network.apply(add, "no")
    except Refused:
        return 0 if network.read_only and len(texts(network)) == 1 else 2
    return 3


def test_a_disk_error_while_opening_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("data.store.disk.Disk.read", staticmethod(broken))
    with pytest.raises(Unopened):
        Network.open(path)


def test_a_listener_that_fails_does_not_stop_the_writer(path: Path) -> None:
    network = Network.open(path)

    def fails(_: Event) -> None:
        raise RuntimeError

    stop = network.subscribe(fails)
    network.apply(add, "x").wait(10)
    stop()
    network.apply(add, "y").wait(10)
    network.close()


def test_a_number_that_is_none_is_refused_and_told(path: Path) -> None:
    network = Network.open(path)

    def score(state: State, at: Stamp) -> Change:
        return Change(say("Form"), puts=(Evaluation(id=at.new(), session="s", activity="e", content=float("nan")),))

    with pytest.raises(Refused):
        network.apply(score).wait(10)
    network.apply(add, "goes on").wait(10)
    network.close()
    assert not network.state.all(Evaluation) and network.state.all(Profile) == [PROFILE]


def test_the_threads_end_when_the_network_is_closed(path: Path) -> None:
    before = threading.active_count()
    network = Network.open(path, watch=True)
    assert threading.active_count() == before + 2
    network.close()
    assert threading.active_count() == before
