"""The writer, turn by turn: what it writes and when, what it tells, and what it does when the disk refuses."""

from __future__ import annotations

import errno
import json
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from data.model import Change, Evaluation, Keep, Note, Refused, Said, Stamp, State, say
from data.network import Changed, Diverged, Noticed, RefusedLater, SavedEvent, TroubleEvent
from data.network.words import FULL, NEWER, SCARCE, broken, trouble
from data.network.writer import AGAIN, IDLE, LOOK, PATIENCE, UNTOLD, _why
from data.store import migrations
from data.store.disk import Disk
from data.store.history import History, Step, Way
from data.store.storage import KringStorage
from tests.data.network.parts import Clock, Parts, parts, task, version
from tests.data.store.samples import PROFILE, SESSION, add, edit, heavier, note, remove

FORM = Evaluation(id="e", session="s", activity="a", content=7)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "n.kring.json"
    version(path, PROFILE, SESSION, note(0), note(1))
    return path


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("data.network.writer.time", clock)
    return clock


def put(_state: State, _at: Stamp, *records: Any, keep: Keep = Keep.HISTORY) -> Change:
    return Change(say("Put"), puts=records, keep=keep)


def failing(error: Exception) -> Callable[..., Any]:
    def fails(*_: object, **__: object) -> None:
        raise error

    return fails


def backups(each: Parts) -> list[str]:
    return sorted(path.name for path in each.keeper.storage.sidecar.backups.iterdir())


def kept_in(path: Path) -> list[Step]:
    history = History(path, Disk())
    history.load(revision=10**6, erased=0)
    return history.undoes


# A change is written.


def test_one_change_a_turn_is_written_in_its_order_and_the_last_is_told(path: Path) -> None:
    each = parts(path)
    one, other = task(each.desk, add, "a"), task(each.desk, edit, "n0", "b")
    each.writer._turn()
    assert one.saved and not other.saved and each.saved == ["idea 0", "idea 1", "a"]
    assert each.heard == [] and list(each.desk.pending) == [other]
    each.writer._turn()
    assert other.saved and each.saved == ["b", "idea 1", "a"] and each.heard == [SavedEvent()]
    assert each.desk.image is each.keeper.known is each.keeper.storage.image
    each.writer._turn()
    assert each.heard == [SavedEvent()], "nothing is in line"


def test_what_the_verb_makes_of_it_on_the_file_as_it_is_now_is_written(path: Path) -> None:
    each = parts(path)
    task(each.desk, heavier, "n0")
    version(path, replace(note(0), weight=4), note(2, "theirs"))
    each.writer._turn()
    state = each.keeper.known.state
    assert state.get(type(note(0)), "n0").weight == 5 and each.desk.state == state
    assert each.heard == [Changed(frozenset({"notes"}), ours=False), SavedEvent()]


def test_a_change_that_became_impossible_is_dropped_and_the_next_is_written(path: Path) -> None:
    each = parts(path)
    gone, other = task(each.desk, edit, "n0", "too late"), task(each.desk, edit, "n1", "b")
    version(path, drops=(note(0),))
    before = each.keeper.known.about
    each.writer._turn()
    assert not gone.saved and list(each.desk.pending) == [other]
    assert isinstance(each.heard[0], RefusedLater) and each.heard[0].texts == ("too late",)
    each.writer._turn()
    assert each.saved == ["b"] and each.desk.state == each.keeper.known.state
    assert each.keeper.known.about.revision == before.revision + 2


def test_what_overtakes_another_window_is_told(path: Path) -> None:
    each = parts(path)
    task(each.desk, edit, "n0", "ours")
    version(path, note(0, "theirs"))
    each.writer._turn()
    assert each.heard[0] == Noticed(
        say("Another window had just made “{theirs}” of this; yours holds.", theirs="theirs")
    )
    assert each.saved[0] == "ours"


def test_a_file_of_a_newer_kring_is_not_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    each = parts(path)
    made = task(each.desk, add, "a")
    before = path.read_bytes()
    monkeypatch.setattr(migrations, "SCHEMA", 0)
    each.writer._turn()
    with pytest.raises(Refused) as caught:
        made.wait(0)
    assert caught.value.said == NEWER and path.read_bytes() == before


def test_a_change_goes_on_from_the_versions_it_joins(path: Path) -> None:
    each = parts(path)
    task(each.desk, add, "a", joins=("t1",))
    each.writer._turn()
    assert each.keeper.known.about.ancestors[-1] == "t1"


def test_a_mistake_of_the_verb_on_the_file_is_a_refusal(path: Path) -> None:
    each, calls = parts(path), [0]

    def mistaken(state: State, at: Stamp) -> Change:
        calls[0] += 1
        if calls[0] > 1:
            raise ZeroDivisionError("the reason")
        return add(state, at, "x")

    for verb in (mistaken, lambda state, at: put(state, at, replace(FORM, content=float("nan")))):
        made = task(each.desk, verb)
        each.writer._turn()
        with pytest.raises(Refused) as caught:
            made.wait(0)
        assert caught.value.said.fills["why"] in {"the reason", "nan is no number"}
        assert caught.value.__cause__ is None or isinstance(caught.value.__cause__, Exception)
    assert not each.desk.pending


# What can be undone.


def test_what_was_written_is_kept_in_the_history_with_where_it_stood(path: Path, tmp_path: Path) -> None:
    each = parts(path, history=tmp_path / "w.history")
    made = task(each.desk, edit, "n1", "b")
    each.writer._turn()
    about = each.keeper.known.about
    (step,) = kept_in(tmp_path / "w.history")
    assert step == made.step and (step.revision, step.erased) == (about.revision, about.erased)
    (trace,) = step.traces
    assert (trace.table, trace.id, trace.doc_id) == ("notes", "n1", 2)
    assert trace.before is not None and trace.before["text"] == "idea 1" and trace.after and trace.after["text"] == "b"


def test_the_history_knows_how_often_somebody_was_erased(path: Path, tmp_path: Path) -> None:
    version(path, erases=True)
    each = parts(path, history=tmp_path / "w.history")
    task(each.desk, edit, "n1", "b")
    each.writer._turn()
    assert json.loads((tmp_path / "w.history").read_bytes())["erased"] == 1


@pytest.mark.parametrize(("keep", "on_disk"), [(Keep.HISTORY, 1), (Keep.MEMORY, 0), (Keep.NEVER, 0)])
def test_only_what_is_for_the_history_is_on_the_disk(path: Path, tmp_path: Path, keep: Keep, on_disk: int) -> None:
    each = parts(path, history=tmp_path / "w.history")
    made = task(each.desk, lambda state, at: add(state, at, "x", keep))
    foreseen = made.step.traces
    each.writer._turn()
    kept = kept_in(tmp_path / "w.history")
    assert sum(bool(step.traces) for step in kept) == on_disk
    assert [step.way for step in kept if not step.traces] == [Way.END] * (keep is Keep.NEVER), "only that there was one"
    assert (made.step.traces == foreseen) is (keep is Keep.NEVER), "of a secret nothing more is known"


def test_what_comes_back_stands_where_it_stood(path: Path) -> None:
    each = parts(path)
    removed = task(each.desk, remove, "n0")
    each.writer._turn()
    task(each.desk, lambda state, at: put(state, at, note(0)), undoes=removed.step)
    each.writer._turn()
    assert each.saved == ["idea 0", "idea 1"] and each.keeper.known.ids["notes"]["n0"] == 1
    assert Changed(frozenset({"notes"}), ours=True) in each.heard


def test_a_history_that_cannot_be_written_costs_only_undo_and_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    each = parts(path)
    monkeypatch.setattr(each.desk.history, "keep", failing(OSError(errno.EIO, "broken")))
    made = task(each.desk, add, "a")
    each.writer._turn()
    assert made.saved
    assert each.heard[0] == Noticed(say("After a restart this cannot be undone ({why}).", why="broken"))


def test_what_was_passed_over_is_remembered_too(path: Path, tmp_path: Path) -> None:
    each = parts(path, history=tmp_path / "w.history")
    for id_ in ("1", "2"):
        each.desk.passed.append(Step(label=say("Edited"), id=id_))
    each.writer._turn()
    assert [step.id for step in kept_in(tmp_path / "w.history")] == ["1", "2"] and not each.desk.passed


# Backups.


def test_before_a_write_a_backup_is_made_when_it_is_time(path: Path) -> None:
    each = parts(path)
    before = path.read_bytes()
    task(each.desk, add, "a")
    each.writer._turn()
    (name,) = backups(each)
    assert (each.keeper.storage.sidecar.backups / name).read_bytes() == before
    assert abs(datetime.now() - datetime.strptime(name[:15], "%Y%m%dT%H%M%S")) < timedelta(minutes=1)  # noqa: DTZ005, DTZ007


def test_around_an_anonymous_form_no_backup_is_made(path: Path) -> None:
    each, began = parts(path), datetime.now()  # noqa: DTZ005 - local, as the names of backups are
    task(each.desk, put, FORM)
    each.writer._turn()
    assert backups(each) == []
    until = datetime.fromisoformat(each.keeper.storage.sidecar.embargo.read_text())
    assert timedelta(minutes=30) == UNTOLD and UNTOLD <= until - began < UNTOLD + timedelta(minutes=1)
    task(each.desk, add, "a")
    each.writer._turn()
    assert backups(each) == []


@pytest.mark.parametrize("record", [replace(FORM, participant="p"), note(7)])
def test_a_form_with_a_name_is_as_any_other_change(path: Path, record: Any) -> None:
    each = parts(path)
    task(each.desk, put, record)
    each.writer._turn()
    assert len(backups(each)) == 1 and not each.keeper.storage.sidecar.embargo.exists()


@pytest.mark.parametrize(("act", "record"), [("before", note(7)), ("postpone", FORM)])
def test_a_backup_that_cannot_be_made_is_told_and_the_change_is_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch, act: str, record: Any
) -> None:
    each = parts(path)
    monkeypatch.setattr(each.keeper.backups, act, failing(OSError(errno.EIO, "broken")))
    made = task(each.desk, put, record)
    each.writer._turn()
    assert made.saved and each.heard[0] == Noticed(say("No backup could be made ({why}).", why="broken"))


def test_the_reason_of_an_error_is_its_words_or_what_it_was_made_of() -> None:
    assert _why(OSError(errno.EIO, "broken")) == "broken" and _why(OSError("as it is")) == "as it is"


# When the disk refuses.


class Refusing(Disk):
    """A disk that gives this error while it has one."""

    error: OSError | None = None

    def create(self, path: Path, mode: int = 0o600, *, fresh: bool = False) -> int:
        if self.error is not None and fresh:
            raise self.error
        return super().create(path, mode, fresh=fresh)


def test_what_cannot_be_written_waits_and_is_tried_again(path: Path, clock: Clock) -> None:
    disk = Refusing()
    each = parts(path, disk=disk)
    disk.error = OSError(errno.EACCES, "Permission denied")
    made = task(each.desk, add, "a")
    each.writer._turn()
    said = trouble(disk.error, path)
    assert each.heard == [TroubleEvent(said)] and list(each.desk.pending) == [made] and not made.saved
    disk.error = None
    clock.now += AGAIN - 0.01
    each.writer._turn()
    assert list(each.desk.pending) == [made]
    clock.now += 0.01
    each.writer._turn()
    assert made.saved and each.heard[1:] == [SavedEvent(), TroubleEvent(None)]


def test_at_closing_it_is_tried_at_once_and_then_given_up(path: Path, clock: Clock) -> None:
    disk = Refusing()
    each = parts(path, disk=disk)
    disk.error = OSError(errno.EACCES, "Permission denied")
    task(each.desk, add, "a")
    each.writer._turn()
    assert each.writer._gave_up is False
    each.desk.closing = True
    each.writer._turn()
    assert each.writer._gave_up is True and each.desk.pending
    assert not each.writer._pause(), "there is no later"


@pytest.mark.parametrize("number", sorted(FULL))
def test_on_a_full_disk_the_reserve_is_given_up_and_it_is_tried_at_once(path: Path, clock: Clock, number: int) -> None:
    disk = Refusing()
    each = parts(path, disk=disk)
    assert each.keeper.reserve.lay(each.keeper.size)
    disk.error = OSError(number, "No space left on device")
    made = task(each.desk, add, "a")
    each.writer._turn()
    assert each.heard == [TroubleEvent(SCARCE)] and not each.keeper.storage.sidecar.reserve.exists()
    each.writer._turn()
    assert each.heard[1:] == [TroubleEvent(trouble(disk.error, path))], "there is nothing more to give up"
    disk.error = None
    each.writer.hurry()
    each.writer._turn()
    assert made.saved and each.desk.trouble is None


def test_another_error_leaves_the_reserve(path: Path) -> None:
    disk = Refusing()
    each = parts(path, disk=disk)
    each.keeper.reserve.lay(each.keeper.size)
    disk.error = OSError(errno.EIO, "broken")
    task(each.desk, add, "a")
    each.writer._turn()
    assert each.keeper.storage.sidecar.reserve.exists() and each.desk.trouble == trouble(disk.error, path)


def test_without_room_for_a_reserve_the_disk_is_nearly_full(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    each, sizes = parts(path), []

    def lay(size: int) -> bool:
        sizes.append(size)
        return False

    monkeypatch.setattr(each.keeper.reserve, "lay", lay)
    task(each.desk, add, "a")
    each.writer._turn()
    assert each.desk.trouble == SCARCE and {*sizes} == {each.keeper.size}
    monkeypatch.setattr(each.keeper.reserve, "lay", lambda _size: True)
    task(each.desk, add, "b")
    each.writer._turn()
    assert each.desk.trouble is None


def test_a_write_in_doubt_is_made_once(path: Path, tmp_path: Path) -> None:
    class Doubtful(Disk):
        fails = True

        def sync_folder(self, path: Path) -> None:
            super().sync_folder(path)
            if self.fails and path == tmp_path:
                raise OSError(errno.EIO, "broken")

    disk = Doubtful()
    each = parts(path, disk=disk, history=tmp_path / "w.history")
    made = task(each.desk, heavier, "n0")
    foreseen = made.step.traces
    each.writer._turn()
    assert not made.saved
    disk.fails = False
    each.writer.hurry()
    each.writer._turn()
    assert made.saved and each.keeper.known.state.get(type(note(0)), "n0").weight == 1
    (step,) = kept_in(tmp_path / "w.history")
    assert step.traces == foreseen and step.revision == each.keeper.known.about.revision


def test_what_could_not_be_remembered_beside_a_write_is_told_once(path: Path) -> None:
    each = parts(path)
    each.keeper.storage.sidecar.lineage.unlink()
    each.keeper.storage.sidecar.lineage.mkdir()
    task(each.desk, add, "a")
    each.writer._turn()
    (noticed, *_) = each.heard
    assert isinstance(noticed, Noticed) and "yours may be gone" in noticed.said.message
    assert noticed.said.fills["why"] == "Is a directory" and each.keeper.storage.forgot is None
    each.keeper.storage.sidecar.lineage.rmdir()
    each.heard.clear()
    task(each.desk, add, "b")
    each.writer._turn()
    assert each.heard == [SavedEvent()]


def test_a_mistake_of_the_writer_is_told_and_logged_and_does_not_end_it(
    path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    each, error = parts(path), KeyError("x")
    with caplog.at_level(logging.ERROR):
        each.writer._guarded(failing(error))
    assert caplog.messages == ["The writer failed"] and each.heard == [TroubleEvent(broken(error))]
    assert each.writer._not_before == clock.now + AGAIN
    done: list[int] = []
    each.writer._guarded(lambda: done.append(1))
    assert done == [1] and len(each.heard) == 1


# Looking at what others do.


def test_what_another_process_wrote_is_seen(path: Path) -> None:
    each = parts(path, watch=True)
    each.writer._turn()
    assert each.heard == []
    version(path, note(2, "theirs"))
    each.writer._turn()
    each.writer._turn()
    assert each.heard == [Changed(frozenset({"notes"}), ours=False)] and each.desk.image is each.keeper.known
    assert [note.text for note in each.desk.state.all(type(note(0)))][-1] == "theirs"


def test_who_does_not_watch_looks_only_while_there_is_trouble(path: Path, clock: Clock) -> None:
    each = parts(path)
    version(path, note(2, "theirs"))
    each.writer._turn()
    assert each.heard == []
    each.desk.set_trouble(say("Trouble."))
    each.writer._turn()
    assert Changed(frozenset({"notes"}), ours=False) in each.heard and each.desk.trouble is None


@pytest.mark.parametrize("harm", ["gone", "damaged", "foreign"])
def test_what_is_no_version_of_ours_is_put_right_at_the_third_look_in_a_row(path: Path, harm: str) -> None:
    each, before = parts(path, watch=True), path.read_bytes()
    other = path.with_name("other.json")
    version(other, replace(PROFILE, id="q"))

    def harmed() -> None:
        if harm == "gone":
            path.unlink()
        else:
            path.write_bytes(b"{" if harm == "damaged" else other.read_bytes())

    harmed()
    for _ in range(PATIENCE - 1):
        each.writer._look()
    assert each.heard == []
    path.write_bytes(before)
    each.writer._look()
    harmed()
    for _ in range(PATIENCE - 1):
        each.writer._look()
    assert each.heard == [] and (not path.exists() or path.read_bytes() != before)
    each.writer._look()
    (told,) = each.heard
    assert isinstance(told, Diverged if harm == "foreign" else Noticed)
    assert each.saved == ["idea 0", "idea 1"] and each.desk.image is each.keeper.known
    each.writer._look()
    assert len(each.heard) == 1


def test_an_error_while_looking_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    each, error = parts(path, watch=True), OSError(errno.EIO, "broken")
    monkeypatch.setattr(each.keeper, "changed", failing(error))
    each.writer._look()
    assert each.heard == [TroubleEvent(trouble(error, path))] and each.writer._puzzled == 0


def test_an_error_while_putting_ours_back_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    each, error = parts(path, watch=True), OSError(errno.EIO, "broken")
    monkeypatch.setattr(each.keeper, "present", failing(error))
    each.writer._put_back()
    assert each.heard == [TroubleEvent(trouble(error, path))]


def test_whether_the_trouble_is_over_is_looked_at_once_a_second_and_only_when_nothing_waits(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    each, tried = parts(path), [0]

    def lay(_size: int) -> bool:
        tried[0] += 1
        return False

    monkeypatch.setattr(each.keeper.reserve, "lay", lay)
    each.writer._look()
    assert tried == [0], "there is no trouble"
    each.desk.set_trouble(SCARCE)
    each.writer._look()
    each.writer._look()
    assert tried == [1]
    clock.now += AGAIN - 0.01
    each.writer._look()
    assert tried == [1]
    clock.now += 0.01
    each.writer._look()
    assert tried == [2]
    clock.now += AGAIN
    task(each.desk, add, "a")
    each.writer._look()
    assert tried == [2]


# The version that is left.


def test_after_two_seconds_without_a_change_the_version_is_kept_beside_the_file(path: Path, clock: Clock) -> None:
    each = parts(path)
    latest = each.keeper.storage.sidecar.latest
    task(each.desk, add, "a")
    each.writer._turn()
    clock.now += IDLE
    each.writer._turn()
    assert not latest.exists()
    clock.now += 0.01
    task(each.desk, add, "b")
    each.desk.closing, each.writer._not_before = False, clock.now + 1
    each.writer._turn()
    assert not latest.exists(), "something waits"
    each.writer.hurry()
    each.writer._turn()
    clock.now += IDLE + 0.01
    each.writer._turn()
    assert latest.read_bytes() == path.read_bytes()
    latest.unlink()
    clock.now += IDLE + 0.01
    each.writer._turn()
    assert not latest.exists(), "it was kept already"


@pytest.mark.parametrize(("watch", "kept"), [(True, True), (False, False)])
def test_a_window_keeps_the_version_it_found_too(path: Path, clock: Clock, watch: bool, kept: bool) -> None:
    each = parts(path, watch=watch)
    clock.now += IDLE + 0.01
    each.writer._turn()
    assert each.keeper.storage.sidecar.latest.exists() is kept


def test_what_could_not_be_kept_beside_the_file_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    each = parts(path)
    monkeypatch.setattr(each.keeper, "keep_latest", failing(OSError(errno.EIO, "broken")))
    each.writer._keep_latest()
    (told,) = each.heard
    assert isinstance(told, Noticed) and told.said.fills == {"why": "broken"} and each.writer._wrote_at is None


@pytest.mark.parametrize(
    ("watch", "wrote", "latest", "copies"),
    [(False, False, False, 0), (False, True, True, 1), (True, False, True, 0), (True, True, True, 2)],
)
def test_a_window_leaves_a_backup_of_what_it_wrote(
    path: Path, watch: bool, wrote: bool, latest: bool, copies: int
) -> None:
    each = parts(path, watch=watch)
    if wrote:
        task(each.desk, add, "a")
        each.writer._turn()
    each.desk.closing = True
    each.writer.run()
    assert each.keeper.storage.sidecar.latest.exists() is latest and len(backups(each)) == copies


def test_what_a_refused_write_read_is_seen(path: Path) -> None:
    each = parts(path, watch=True)
    task(each.desk, edit, note(0).id, "anders")
    version(path, drops=(note(0),))
    each.writer._turn()
    assert [type(event) for event in each.heard][:1] == [RefusedLater]
    assert each.desk.state.find(Note, note(0).id) is None


def test_a_window_leaves_no_backup_of_what_another_process_wrote_over(path: Path) -> None:
    each = parts(path, watch=True)
    task(each.desk, add, "a")
    each.writer._turn()
    before = backups(each)
    version(path, PROFILE, erases=True)
    each.writer._leave()
    assert backups(each) == before


def test_a_backup_at_the_end_that_cannot_be_made_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    each = parts(path, watch=True)
    each.writer._wrote = True
    monkeypatch.setattr(each.keeper.backups, "end", failing(OSError(errno.EIO, "broken")))
    each.writer._leave()
    assert each.heard == [Noticed(say("No backup could be made ({why}).", why="broken"))]


# Waiting.


class Guard:
    """In the place of a desk's guard: notes how long somebody waited."""

    def __init__(self) -> None:
        self.waited: list[float | None] = []
        self.woken = 0

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        pass

    def wait(self, seconds: float | None) -> None:
        self.waited.append(seconds)

    def notify_all(self) -> None:
        self.woken += 1


def guarded(each: Parts) -> Guard:
    guard = Guard()
    each.desk.guard = guard  # type: ignore[assignment]
    return guard


def said() -> Said:
    return say("Trouble.")


@pytest.mark.parametrize(
    ("watch", "trouble", "seconds"), [(False, False, None), (True, False, LOOK), (False, True, LOOK)]
)
def test_it_waits_until_there_is_something_to_do_or_to_look_at(
    path: Path, watch: bool, trouble: bool, seconds: float | None
) -> None:
    each = parts(path, watch=watch)
    if trouble:
        each.desk.set_trouble(said())
    guard = guarded(each)
    assert each.writer._pause() and guard.waited == [seconds]


def test_it_does_not_wait_while_there_is_something_to_do(path: Path, clock: Clock) -> None:
    each = parts(path)
    task(each.desk, add, "a")
    guard = guarded(each)
    assert each.writer._pause() and guard.waited == []
    each.writer._not_before = clock.now + 1
    assert each.writer._pause() and guard.waited == [None], "it is to be tried later"
    each.writer.hurry()
    assert each.writer._not_before == 0 and guard.woken == 1
    each.desk.pending.clear()
    each.desk.passed.append(Step(label=say("Edited"), id="1"))
    assert each.writer._pause() and len(guard.waited) == 1


def test_it_goes_on_at_closing_until_all_is_written_or_cannot_be(path: Path) -> None:
    each = parts(path)
    each.desk.closing = True
    guard = guarded(each)
    assert each.writer._pause() is False and guard.waited == []
    task(each.desk, add, "a")
    assert each.writer._pause() is True
    each.writer._gave_up = True
    assert each.writer._pause() is False and guard.waited == []


def test_it_works_until_all_is_written_and_then_leaves(path: Path, tmp_path: Path) -> None:
    each = parts(path, history=tmp_path / "w.history")
    one, other = task(each.desk, add, "a"), task(each.desk, add, "b")
    each.desk.passed.append(Step(label=say("Passed"), id="p"))
    each.desk.closing = True
    each.writer.run()
    assert one.saved and other.saved and each.saved[2:] == ["a", "b"]
    assert {step.id for step in kept_in(tmp_path / "w.history")} == {one.step.id, other.step.id, "p"}
    assert KringStorage(path).sidecar.latest.read_bytes() == path.read_bytes()


def test_what_was_passed_over_last_is_remembered_at_closing(path: Path, tmp_path: Path) -> None:
    each = parts(path, history=tmp_path / "w.history")
    each.desk.passed.append(Step(label=say("Passed"), id="p"))
    each.desk.closing = True
    each.writer.run()
    assert [step.id for step in kept_in(tmp_path / "w.history")] == ["p"]


def test_it_is_known_by_its_name_and_keeps_no_process_alive(path: Path) -> None:
    writer = parts(path).writer
    assert writer.name == "kring-writer" and writer.daemon


def test_a_hurry_while_it_was_busy_is_not_waited_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What came from another laptop is drawn at once, not only at the next look."""
    each, waited = parts(path, watch=True), list[float | None]()
    monkeypatch.setattr(each.desk.guard, "wait", waited.append)
    each.writer.hurry()
    assert each.writer._pause() and not waited
    assert each.writer._pause() and waited == [LOOK]
