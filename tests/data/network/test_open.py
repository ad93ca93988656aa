"""The open network: what it takes over when it opens, other versions that are settled, and what closing leaves."""

from __future__ import annotations

import atexit
import errno
import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from data.i18n import set_language, told
from data.model import Change, Keep, Note, Refused, Said, Stamp, State, say
from data.network import Changed, Choice, Event, Network, NotSaved, Unopened
from data.network import network as networks
from data.network import opening as openings
from data.network.foreign import Foreign, foreign
from data.network.opening import opened
from data.network.words import NEWER, SCARCE, busy, unreadable
from data.store import aside, beside, migrations
from data.store import image as images
from data.store.history import Way
from data.store.lineage import Lineage
from data.store.sidecar import Sidecar
from data.store.storage import KringStorage
from data.store.window import Window, claim, elsewhere
from tests.data.network.parts import texts, version
from tests.data.store.samples import PROFILE, SESSION, add, edit, heavier, note


@pytest.fixture(autouse=True)
def in_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_language("en")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "n.kring.json"
    version(path, PROFILE, SESSION, note(0), note(1))
    return path


def shown(path: Path) -> list[str]:
    return texts(images.load(path.read_bytes()).state)


def failing(error: Exception) -> Callable[..., Any]:
    def fails(*_: object, **__: object) -> None:
        raise error

    return fails


# What it takes over.


@pytest.mark.parametrize(("watch", "sort"), [(True, "window"), (False, "command")])
def test_a_window_and_a_command_leave_files_of_their_own(path: Path, watch: bool, sort: str) -> None:
    network = Network.open(path, watch=watch)
    network.drafts.set("line", "half")
    network.close()
    assert {file.name.split("-")[0] for file in KringStorage(path).sidecar.windows.iterdir()} == {sort}


def test_what_was_done_before_somebody_was_erased_is_not_taken_over(path: Path) -> None:
    network = Network.open(path)
    network.apply(edit, "n0", "b").wait(10)
    network.close()
    again = Network.open(path)
    assert len(again._desk.history.undoes) == 1
    again.close()
    version(path, erases=True)
    last = Network.open(path)
    assert last._desk.history.undoes == []
    last.close()


def test_what_a_cut_off_write_left_is_swept_after_ten_minutes(path: Path) -> None:
    for age in (590, 610):
        file = path.with_name(f".{path.name}.{age}.tmp")
        file.write_text("half")
        os.utime(file, (time.time() - age, time.time() - age))
    Network.open(path).close()
    assert [age for age in (590, 610) if path.with_name(f".{path.name}.{age}.tmp").exists()] == [590]


def test_what_could_not_be_saved_is_done_again_and_told(path: Path) -> None:
    network = Network.open(path, watch=True)
    network.apply(edit, "n0", "b").wait(10)
    steps = tuple(network._desk.history.undoes)
    network.undo()
    network.drafts.hold(steps)
    network.drafts.flush()
    network.close()
    assert shown(path) == ["idea 0", "idea 1"]
    command = Network.open(path)
    assert command.notices == []
    command.close()
    sidecar = KringStorage(path).sidecar
    window = claim(sidecar, KringStorage(path).disk, "window")
    kept = window.read()
    window.write(replace(kept, unsaved=steps))
    window.close()
    again = Network.open(path, watch=True)
    assert texts(again.state)[0] == "b"
    assert again.notices == [say("The changes that were not saved when Kring stopped are back: {count}.", count=1)]
    again.close()
    assert shown(path)[0] == "b"


def test_without_files_of_its_own_a_window_lives_as_long_as_it_is_open_and_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(networks, "claim", failing(OSError(errno.EACCES, "Permission denied")))
    made: list[tuple[Any, ...]] = []

    class Watched(Window):
        def __init__(self, *args: Any, **more: Any) -> None:
            made.append((args, more))
            super().__init__(*args, **more)

    monkeypatch.setattr(networks, "Window", Watched)
    network = Network.open(path)
    assert network.notices == [
        say("Undo and drafts last only as long as this window ({why}).", why="Permission denied")
    ]
    network.apply(edit, "n0", "b").wait(10)
    network.undo()
    network.close()
    (((disk,), more),) = made
    place: Path = more["elsewhere"]
    assert disk is network._storage.disk and place.parent == elsewhere(network._storage.sidecar)
    assert place.suffix == ".unsaved" and len(place.stem) == 32
    monkeypatch.setattr(networks, "claim", failing(OSError("as it is")))
    network = Network.open(path)
    assert network.notices[0].fills == {"why": "as it is"}
    network.close()


def test_a_file_that_can_only_be_read_leaves_nothing_beside_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "SCHEMA", 0)
    swept: list[object] = []
    monkeypatch.setattr(Sidecar, "sweep", lambda *_: swept.append(1))
    monkeypatch.setattr(Lineage, "took", lambda *_: swept.append(1))
    network = Network.open(path, watch=True)
    assert network.read_only == NEWER
    network.close()
    assert swept == [] and list(network._storage.sidecar.windows.iterdir()) == []


# What is done in it.


def test_a_change_is_stamped_with_the_moment_to_the_second_and_its_zone(path: Path) -> None:
    network, began = Network.open(path), datetime.now().astimezone()
    one, other = network.apply(edit, "n0", "b"), network.apply(edit, "n0", "c")
    network.close()
    moment = datetime.fromisoformat(one.stamp.now)
    assert moment.tzinfo is not None and moment.microsecond == 0 and 0 <= (moment - began).total_seconds() + 1 < 60
    assert one.step.at == one.stamp.now and one.stamp.seed != other.stamp.seed and len(one.stamp.seed) == 36
    assert (one.step.way, one.undoes, one.joins) == (Way.DO, None, ())


def test_writer_and_minder_share_one_desk_and_one_keeper(path: Path) -> None:
    network = Network.open(path)
    minder, writer = network._minder, network._writer
    assert minder._keeper is writer._keeper and minder._desk is writer._desk is network._desk
    assert minder._drafts is network.drafts and minder._writer is writer
    network.close()


def test_what_is_given_to_a_verb_comes_to_it(path: Path) -> None:
    def verb(state: State, at: Stamp, id_: str, *, text: str) -> Change:
        return edit(state, at, id_, text)

    network = Network.open(path)
    network.apply(verb, "n1", text="c").wait(10)
    network.close()
    assert shown(path)[1] == "c"


def test_a_change_that_cannot_be_taken_back_is_passed_over_with_all_that_is_known_of_it(path: Path) -> None:
    version(path, erases=True)
    network = Network.open(path)
    task = network.apply(edit, "n0", "b")
    task.wait(10)
    version(path, note(0, "theirs"))
    network.apply(edit, "n1", "x").wait(10)  # the file is read
    network.undo()
    with network._desk.guard:
        with pytest.raises(Refused):
            network.undo()
        (passed,) = network._desk.passed
    about = network._desk.image.about
    assert (passed.label, passed.of, passed.way, passed.keep) == (say("Edited"), task.step.id, Way.PASS, Keep.HISTORY)
    assert (passed.revision, passed.erased, passed.id) == (about.revision, 1, "")
    with pytest.raises(Refused) as caught:
        network.undo()
    assert caught.value.said == say("There is nothing to undo.")
    network.close()
    again = Network.open(path)
    assert again._desk.history.undoes == [] and len(again._desk.history.redoes) == 1
    again.close()


def secretly(state: State, _at: Stamp, text: str) -> Change:
    kept = next(each for each in state.all(Note) if each.id == "n1")
    return Change(say("In secret"), puts=(replace(kept, text=text),), keep=Keep.NEVER)


def test_undo_stops_at_what_is_secret_also_after_a_restart_and_goes_back_to_it(path: Path) -> None:
    network = Network.open(path)
    network.apply(edit, "n0", "before").wait(10)
    network.apply(edit, "n0", "too soon").wait(10)
    network.undo()
    network.apply(secretly, "ssst").wait(10)
    assert network.last is None
    with pytest.raises(Refused) as caught:
        network.redo()
    assert caught.value.said == say("There is nothing to redo.")
    for _again in range(2):
        network.apply(edit, "n0", "after").wait(10)
        assert network.undo() == say("Edited")
        for _press in range(2):
            with pytest.raises(Refused) as caught:
                network.undo()
            assert "secret" in caught.value.said.message
        assert texts(network.state) == ["before", "ssst"]
        network.close()
        assert b"ssst" not in b"".join(file.read_bytes() for file in path.parent.rglob("*.history"))
        network = Network.open(path)
    network.close()


def test_undo_and_redo_are_steps_that_name_what_they_take_back(path: Path) -> None:
    network = Network.open(path)
    made = network.apply(heavier, "n0").step
    network.undo()
    (undone,) = network._desk.history.redoes
    assert (undone.way, undone.of) == (Way.UNDO, made.id)
    network.redo()
    (again,) = network._desk.history.undoes
    assert (again.way, again.of) == (Way.REDO, undone.id)
    with pytest.raises(Refused) as caught:
        network.redo()
    assert caught.value.said == say("There is nothing to redo.")
    network.close()
    with pytest.raises(Refused):
        network.undo()
    assert len(network._desk.history.undoes) == 1 and not network._desk.passed, "closed: nothing is passed over"


@pytest.mark.parametrize(("said", "fails"), [(None, False), (SCARCE, False), (say("Gone."), True)])
def test_a_disk_that_is_nearly_full_or_a_lock_that_is_held_is_only_slow(
    path: Path, said: Said | None, fails: bool
) -> None:
    network = Network.open(path)
    network._desk.trouble = said
    assert network.failing is fails and network.trouble == said
    network._desk.trouble = busy(path)
    assert not network.failing
    network._desk.trouble = None
    network.close()


# Another version is settled.


def other_version(network: Network, path: Path, *records: Any, **more: Any) -> Foreign:
    """Another version that was made of the file elsewhere, and is kept beside it."""
    far = path.with_name("far")
    far.mkdir()
    (far / path.name).write_bytes(path.read_bytes())
    theirs = version(far / path.name, *records, **more)
    kept = KringStorage(path).sidecar.aside / "20270314T120000-theirs.json"
    kept.write_bytes(b"".join(theirs.encoded()))
    return foreign(network._storage, kept, theirs, network._desk.image)


def test_another_version_is_taken_in_as_one_change_that_is_told_and_joins_both(path: Path) -> None:
    network = Network.open(path)
    heard: list[Event] = []
    other = other_version(network, path, note(0, "theirs"), note(5, "far"))
    network.subscribe(heard.append)
    task = network.settle(other, Choice.MERGE)
    assert heard[0] == Changed(frozenset({"notes"}), ours=True)
    task.wait(10)
    assert shown(path) == ["theirs", "idea 1", "far"] and network.foreign == []
    theirs = images.load(other.path.read_bytes()).about
    assert theirs.token in images.load(path.read_bytes()).about.descent
    assert beside.known(network._storage.sidecar).settled == [other.digest]
    network.close()


def test_of_both_that_which_both_were_made_from_decides_what_was_taken_away(path: Path) -> None:
    network = Network.open(path)
    other = other_version(network, path, drops=(note(1),))
    network.settle(other, Choice.MERGE).wait(10)
    assert shown(path) == ["idea 0"]
    network.close()


def test_keeping_ours_is_a_write_too_so_that_the_other_computer_takes_it(path: Path) -> None:
    network = Network.open(path)
    other = other_version(network, path, note(5, "far"))
    network.settle(other, Choice.OURS).wait(10)
    about = images.load(path.read_bytes()).about
    assert images.load(other.path.read_bytes()).about.token in about.descent and shown(path) == ["idea 0", "idea 1"]
    network.close()


def test_an_edit_by_another_program_joins_no_version(path: Path) -> None:
    network = Network.open(path)
    other = other_version(network, path, note(5, "far"))
    other.path.write_bytes(other.path.read_bytes().replace(b"far", b"FAR"))
    task = network.settle(other, Choice.MERGE)
    assert task.joins == ()
    network.close()
    assert shown(path)[-1] == "FAR"


def test_what_was_settled_and_cannot_be_remembered_is_only_offered_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Network.open(path)
    other = other_version(network, path, note(5, "far"))
    monkeypatch.setattr(beside, "remember", failing(OSError(errno.EIO, "broken")))
    network.settle(other, Choice.MERGE).wait(10)
    assert [each.path for each in network.foreign] == [other.path]
    network.close()


def test_what_cannot_be_taken_in_is_refused_with_its_reason(path: Path) -> None:
    network = Network.open(path)
    other = other_version(network, path, note(5, "far"))
    strange = replace(other, same=False)
    for choice in (Choice.MERGE, Choice.MERGE_THEIRS):
        with pytest.raises(Refused) as caught:
            network.settle(strange, choice)
        assert "another network" in caught.value.said.message
    version(path, erases=True)
    network.apply(edit, "n1", "x").wait(10)
    with pytest.raises(Refused) as caught:
        network.settle(other, Choice.THEIRS)
    assert "forgotten" in caught.value.said.message
    network.settle(other, Choice.OURS).wait(10)
    other.path.unlink()
    with pytest.raises(Refused) as caught:
        network.settle(other, Choice.MERGE)
    assert caught.value.said == say("{file} cannot be read.", file=other.path.name)
    network.close()
    assert shown(path) == ["idea 0", "x"]


# Closing, and a copy of all.


def test_a_copy_has_what_is_shown_and_not_what_was_taken_away(path: Path, tmp_path: Path) -> None:
    network = Network.open(path)
    network._desk.state = State.holding([PROFILE, SESSION, note(1, "changed"), note(7)])
    network.save_copy(tmp_path / "copy.json")
    assert shown(tmp_path / "copy.json") == ["changed", "idea 7"]
    network._desk.state = State.holding([PROFILE])
    network.save_copy(tmp_path / "other.json")
    assert shown(tmp_path / "other.json") == []
    about = images.load((tmp_path / "other.json").read_bytes()).about
    assert about.revision == network._desk.image.about.revision + 2 and len(about.writes[-2]) == 16
    network.close()


def test_a_network_that_is_left_open_is_closed_at_the_end_of_the_process_and_only_then(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told_: list[tuple[str, object]] = []
    monkeypatch.setattr(atexit, "register", lambda act: told_.append(("register", act)))
    monkeypatch.setattr(atexit, "unregister", lambda act: told_.append(("unregister", act)))
    network = Network.open(path)
    network.close()
    assert told_ == [("register", network.close), ("unregister", network.close)]


def test_who_waits_at_closing_is_told_what_is_wrong(path: Path) -> None:
    for trouble, said in ((say("Gone."), say("Gone.")), (None, say("This is not saved."))):
        network, holder = Network.open(path), KringStorage(path)
        with holder.locked():
            task = network.apply(add, "x")
            network._desk.trouble = trouble
            network.close(0.02)
            with pytest.raises(NotSaved) as caught:
                task.wait(0)
        assert caught.value.said == said
        network._writer.join(10)
        holder.close()


# Opening: what is wrong is said.


def unopened(path: Path, **more: Any) -> Unopened:
    with pytest.raises(Unopened) as caught:
        opened(path, **more)
    return caught.value


def test_each_reason_why_a_file_cannot_be_opened_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = path.parent
    assert unopened(folder).said == say("{file} is a folder, not a file.", file=str(folder))
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe")
        assert unopened(folder / "pipe").said == say(
            "{file} is not a file that can be kept.", file=str(folder / "pipe")
        )
    error = unopened(folder / "none.json")
    assert error.said == say("There is no file {file}.", file=str(folder / "none.json")) and error.backups == []
    (folder / "list.csv").write_text("naam;organisatie\nAn;Huis\n")
    assert "list.csv" in told(unopened(folder / "list.csv").said)
    (folder / "loop").symlink_to(folder / "loop")
    assert unopened(folder / "loop").said == say("{file} is a link that leads to itself.", file="loop")
    reason = OSError(errno.EIO, "Strange")
    monkeypatch.setattr(KringStorage, "fresh", failing(reason))
    assert unopened(path).said == unreadable(reason, path)


def test_the_good_copies_of_a_file_that_is_gone_are_offered(path: Path) -> None:
    (KringStorage(path).sidecar.backups / "20270314T123000-r1.json").write_bytes(path.read_bytes())
    path.unlink()
    assert [each.revision for each in unopened(path).backups] == [1]


def test_what_does_not_fit_is_only_opened_when_that_is_asked(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"text":"idea 1"', b'"text":7'))
    error = unopened(path)
    assert error.rescue and len(error.details) == 1 and error.said.fills["why"] == told(error.details[0])
    found = opened(path, rescue=True)
    assert texts(found.image.state) == ["idea 0"] and error.details[0] in found.notices


def test_a_file_that_is_newer_is_opened_as_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "SCHEMA", 0)
    path.write_bytes(path.read_bytes().replace(b"idea 1", b"by hand"))
    found = opened(path)
    assert found.read_only == NEWER and found.notices == []


def test_what_may_not_be_written_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused: set[Path] = set()
    access = os.access
    monkeypatch.setattr(os, "access", lambda where, mode: where not in refused and access(where, mode))
    refused.add(path)
    assert opened(path).read_only == say(
        "{file} is read-only: nothing can be changed. Make a copy to continue.", file=path.name
    )
    refused.clear()
    refused.add(path.parent)
    said = opened(path).read_only
    assert said is not None and said.fills == {"folder": str(path.parent)}
    refused.clear()
    assert opened(path).read_only is None


def test_a_hand_edited_file_that_may_only_be_read_is_told_and_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(path.read_bytes().replace(b"idea 1", b"by hand"))
    before = path.read_bytes()
    monkeypatch.setattr(os, "access", lambda *_: False)
    found = opened(path)
    assert found.notices and path.read_bytes() == before and texts(found.image.state)[1] == "by hand"


# Opening: what is put right.


def test_all_that_is_odd_about_a_file_is_told(path: Path) -> None:
    storage = KringStorage(path)
    with storage.sidecar.lineage.open("a") as file:
        file.write("another\n")
    path.write_bytes(path.read_bytes().replace(b"idea 1", b"by hand"))
    found = opened(path)
    assert "look it over" in found.notices[0].message and found.notices[0].fills == {"file": path.name}
    assert "outside Kring" in found.notices[1].message and len(found.notices) == 2
    assert list(storage.sidecar.backups.iterdir()) == [], "of an edit by hand no backup is made"
    assert found.image.about.revision == 2 and found.image.sound and found.image is found.db.image()
    assert len(found.image.about.token or "") == 16


def test_an_older_form_is_brought_to_the_present_one_with_a_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "STEPS", {migrations.SCHEMA: lambda tables: tables})
    monkeypatch.setattr(migrations, "SCHEMA", migrations.SCHEMA + 1)
    before = path.read_bytes()
    found = opened(path)
    (copy,) = KringStorage(path).sidecar.backups.iterdir()
    assert copy.read_bytes() == before and images.load(path.read_bytes()).about == found.image.about
    assert abs(datetime.now().timestamp() - datetime.strptime(copy.name[:15], "%Y%m%dT%H%M%S").timestamp()) < 60  # noqa: DTZ005, DTZ007


def test_a_file_that_another_process_writes_meanwhile_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(path.read_bytes().replace(b"idea 1", b"by hand"))
    keep = aside.keep

    def meanwhile(*args: Any) -> Any:
        kept = keep(*args)
        version(path, note(2, "theirs"))
        return kept

    monkeypatch.setattr(aside, "keep", meanwhile)
    opened(path)
    assert shown(path)[-1] == "theirs"


def test_what_fails_while_going_on_with_ours_keeps_no_file_from_opening(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openings, "_go_on_with_ours", failing(OSError(errno.EIO, "broken")))
    assert texts(opened(path).image.state) == ["idea 0", "idea 1"]


def put_back_to_an_older_copy(path: Path) -> tuple[bytes, bytes]:
    """The older copy that stands in the place of the file, and ours, which is kept beside it."""
    old = path.read_bytes()
    version(path, note(2, "later"))
    ours = path.read_bytes()
    KringStorage(path).sidecar.latest.write_bytes(ours)
    path.write_bytes(old)
    return old, ours


def test_ours_goes_on_in_the_place_of_an_older_copy_that_is_kept_and_told(path: Path) -> None:
    old, ours = put_back_to_an_older_copy(path)
    found = opened(path)
    (other,) = found.diverged
    assert other.path.read_bytes() == old and "-theirs" in other.path.name
    assert found.notices == [other.said(path.name)] and texts(found.image.state)[-1] == "later"
    assert found.image is found.db.image() and found.image.about.revision == images.load(ours).about.revision + 1
    assert list(KringStorage(path).sidecar.aside.iterdir()) == [other.path]


def test_an_older_copy_that_cannot_be_kept_or_is_written_meanwhile_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, _ = put_back_to_an_older_copy(path)
    monkeypatch.setattr(aside, "keep", lambda *_: None)
    found = opened(path)
    assert found.diverged == [] and path.read_bytes() == old
    another = b"".join(images.load(old).next("another").encoded())

    def meanwhile(*_: Any) -> Path:
        path.write_bytes(another)
        return path

    monkeypatch.setattr(aside, "keep", meanwhile)
    assert opened(path).diverged == [] and path.read_bytes() == another


# Opening: copies beside the file.


def test_a_copy_beside_the_file_is_told_once_with_what_there_is_to_say(path: Path) -> None:
    storage, copy = KringStorage(path), path.with_name("n (1).kring.json")
    data = path.read_bytes()
    theirs = version(path, note(0, "theirs"))
    copy.write_bytes(path.read_bytes())
    path.with_name("n (2).kring.json").write_bytes(b'{"id":"p"')
    path.write_bytes(data)
    storage.sidecar.lineage.unlink()
    found = opened(path)
    assert found.diverged == [foreign(found.db.files, copy, theirs, found.image)]
    assert found.notices == [found.diverged[0].said(path.name, beside=True)]
    assert beside.known(storage.sidecar).told == [found.diverged[0].digest]
    assert opened(path).notices == []


def test_a_copy_that_was_told_and_cannot_be_remembered_is_only_told_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.with_name("n (1).kring.json").write_bytes(path.read_bytes() + b" ")
    monkeypatch.setattr(beside, "remember", failing(OSError(errno.EIO, "broken")))
    assert len(opened(path).diverged) == 1 == len(opened(path).diverged)
