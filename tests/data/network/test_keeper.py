"""What is kept around the file: whether another version is ours, and what is put right when it is not."""

from __future__ import annotations

import errno
import json
import logging
from pathlib import Path
from typing import Any

import pytest

from data.i18n import set_language
from data.model import Keep, Note, Profile, State, say
from data.network import Diverged, Noticed, TroubleEvent
from data.network.drafts import Drafts
from data.network.foreign import Choice, _both, base_of, foreign, offered, read
from data.network.keeper import edited
from data.network.minder import AGAIN, HELD, TURN, Minder
from data.network.words import BROKEN, Renamed, busy, trouble
from data.store import aside, beside
from data.store import image as images
from data.store.image import Image
from data.store.lineage import Relation
from data.store.storage import KringStorage
from data.store.window import Kept
from tests.data.network.parts import Clock, Parts, parts, task, texts, version
from tests.data.network.test_desk import Paper
from tests.data.store.samples import PROFILE, SESSION, add, edit, note


@pytest.fixture(autouse=True)
def in_english() -> None:
    set_language("en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "n.kring.json"
    version(path, PROFILE, SESSION, note(0), note(1))
    return path


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    for module in ("keeper", "minder"):
        monkeypatch.setattr(f"data.network.{module}.time", clock)
    return clock


def elsewhere(path: Path, *records: Any) -> bytes:
    """The file as another computer changed it."""
    far = path.parent / "far"
    far.mkdir(exist_ok=True)
    (far / path.name).write_bytes(path.read_bytes())
    version(far / path.name, *records)
    return (far / path.name).read_bytes()


def kept_aside(each: Parts) -> dict[str, bytes]:
    """The files that were set aside, by the word in their name."""
    found = each.keeper.storage.sidecar.aside.iterdir()
    return {path.name.split("-")[1].removesuffix(".json"): path.read_bytes() for path in found}


def failing(error: Exception) -> Any:
    def fails(*_: object, **__: object) -> None:
        raise error

    return fails


# What may be gone on from.


def test_the_file_is_as_large_as_its_documents(path: Path) -> None:
    each = parts(path)
    lines = [doc.line for table in each.keeper.known.tables.values() for doc in table.values()]
    assert each.keeper.size == sum(map(len, lines)) + 2, "two notes stand in one block"


def test_whether_the_file_is_another_than_this_windows_is_known(path: Path) -> None:
    each = parts(path)
    assert not each.keeper.changed()
    version(path, note(2))
    assert each.keeper.changed()
    each.keeper.storage.fresh()
    assert each.keeper.changed(), "it was read, and not gone on from"
    each.keeper.look()
    assert not each.keeper.changed()


def test_a_later_version_is_gone_on_from_and_remembered(path: Path) -> None:
    each = parts(path)
    assert each.keeper.look() is each.keeper.known
    path.write_bytes(elsewhere(path, note(2, "far")))
    image = each.keeper.look()
    assert image is not None and image is each.keeper.known and texts(image.state)[-1] == "far"
    assert each.keeper.storage.lineage.last() == image.about.token
    path.write_bytes(elsewhere(path, note(3, "farther")))
    image, events = each.keeper.present()
    assert image is each.keeper.known and texts(image.state)[-1] == "farther" and events == []
    assert each.keeper.storage.lineage.last() == image.about.token


@pytest.mark.parametrize("hand", ["older", "unsound", "misfit"])
def test_what_is_older_or_of_another_program_is_not_gone_on_from(path: Path, hand: str) -> None:
    each, old = parts(path), path.read_bytes()
    if hand == "older":
        task(each.desk, add, "a")
        each.writer._turn()
        path.write_bytes(old)
    elif hand == "unsound":
        path.write_bytes(old.replace(b"idea 1", b"idea 3"))
    else:
        tree = json.loads(old)
        tree["notes"]["1"]["text"] = 7
        path.write_bytes(b"".join(images.load(json.dumps(tree).encode()).next("x").encoded()))
    known = each.keeper.known
    assert each.keeper.look() is None and each.keeper.known is known


def test_nothing_was_written_before_a_write(path: Path) -> None:
    each = parts(path)
    each.keeper.storage._image = None
    with pytest.raises(RuntimeError, match=r"^nothing was written$"):
        each.keeper.wrote()


# What is put right.


def test_a_file_that_was_deleted_is_put_back_and_told(path: Path) -> None:
    each, before = parts(path), path.read_bytes()
    path.unlink()
    image, events = each.keeper.present()
    assert image is each.keeper.known and path.read_bytes() == before
    (event,) = events
    assert isinstance(event, Noticed) and "deleted" in event.said.message


def test_a_file_with_another_name_is_not_put_back(path: Path) -> None:
    each = parts(path)
    (path.parent / "aaa").mkdir()
    (path.parent / "bbb").symlink_to("nowhere")
    path.rename(path.with_name("other.json"))
    with pytest.raises(Renamed) as caught:
        each.keeper.present()
    assert caught.value.path == path.with_name("other.json") and not path.exists()
    error = caught.value
    assert (error.errno, error.strerror, error.filename) == (
        errno.ENOENT, "the file has another name now", str(path.with_name("other.json"))
    )  # fmt: skip
    each.keeper.storage._signature = None
    assert each.keeper._renamed() is None, "which file it was is not known"


def test_of_a_stick_that_was_taken_out_the_empty_folder_is_left_empty(path: Path) -> None:
    each = parts(path)
    path.unlink()
    each.keeper._device += 1
    with pytest.raises(FileNotFoundError):
        each.keeper.present()
    assert not path.exists()


def test_a_damaged_file_is_set_aside_and_ours_put_back(path: Path, clock: Clock) -> None:
    each, before = parts(path), path.read_bytes()
    path.write_bytes(b"ruined")
    image, events = each.keeper.present()
    assert image is each.keeper.known and path.read_bytes() == before
    assert kept_aside(each) == {"damaged": b"ruined"}
    (event,) = events
    assert isinstance(event, Noticed) and event.said.fills["why"] == "line 1, column 1 is not JSON"
    assert Path(str(event.said.fills["kept"])).read_bytes() == b"ruined"
    assert clock.slept == [0.05] * 3, "who writes in place gets the time to finish"


def test_a_program_that_writes_in_place_is_waited_for(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    each, before = parts(path), path.read_bytes()
    path.write_bytes(b"half")

    def finished(seconds: float) -> None:
        clock.slept.append(seconds)
        if len(clock.slept) == 2:
            path.write_bytes(before)

    monkeypatch.setattr(clock, "sleep", finished)
    assert each.keeper.present() == (each.keeper.known, []) and len(clock.slept) == 2
    assert kept_aside(each) == {}


@pytest.mark.parametrize(
    ("data", "word"), [(b"ruined", "a damaged file could not be set aside"), (b"", "another version of the file")]
)
def test_nothing_is_put_in_the_place_of_what_could_not_be_set_aside(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, data: bytes, word: str
) -> None:
    each = parts(path)
    data = data or path.read_bytes().replace(b"idea 1", b"idea 3")
    path.write_bytes(data)
    monkeypatch.setattr(aside, "keep", lambda *_: None)
    with pytest.raises(OSError, match="could not be set aside") as caught:
        each.keeper.present()
    assert str(caught.value.strerror).startswith(word) and path.read_bytes() == data


def test_another_version_is_kept_with_ours_and_told_once(path: Path) -> None:
    each = parts(path)
    far = elsewhere(path, note(2, "far"))
    task(each.desk, add, "ours")
    each.writer._turn()
    ours = path.read_bytes()
    path.write_bytes(far)
    image, events = each.keeper.present()
    assert image is each.keeper.known and texts(image.state) == ["idea 0", "idea 1", "ours"] == each.saved
    assert kept_aside(each) == {"theirs": far, "ours": ours}
    (event,) = events
    assert isinstance(event, Diverged) and event.said == event.foreign.said(path.name)
    other = event.foreign
    assert (other.path.read_bytes(), other.digest, other.relation) == (far, beside.digest(far), Relation.APART)
    assert (other.same, other.sound, other.both) == (True, True, 0)
    assert [dict(said.fills) for said in other.differs] == [{"table": "notes", "more": 0, "other": 1, "gone": 0}]
    theirs = images.load(far).about
    assert image.about.revision > theirs.revision and image.about.token not in theirs.descent
    path.write_bytes(far)
    assert each.keeper.present()[1] == [] and each.saved[-1] == "ours"


def test_no_number_that_the_other_version_gave_is_given_again(path: Path) -> None:
    each = parts(path)
    far = elsewhere(path, *(note(number) for number in range(2, 9)))
    task(each.desk, edit, "n0", "ours")
    each.writer._turn()
    path.write_bytes(far)
    each.keeper.present()
    task(each.desk, add, "new")
    each.writer._turn()
    assert each.keeper.known.ids["notes"][each.keeper.known.tables["notes"][10].record.id] == 10  # type: ignore[union-attr]


def test_around_an_anonymous_form_ours_is_not_kept_beside_the_other_version(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    each, asked = parts(path), []

    def hidden(now: object) -> bool:
        asked.append(now)
        return True

    monkeypatch.setattr(each.keeper.backups, "hidden", hidden)
    path.write_bytes(path.read_bytes().replace(b"idea 1", b"idea 3"))
    each.keeper.present()
    assert list(kept_aside(each)) == ["theirs"] and asked[0] is not None


def test_only_the_present_version_is_kept_as_the_latest(path: Path) -> None:
    each = parts(path)
    kept = each.keeper.storage.sidecar.latest
    version(path, note(2))
    each.keeper.keep_latest()
    assert not kept.exists(), "it is not this window's yet"
    each.keeper.look()
    each.keeper.keep_latest()
    assert kept.read_bytes() == path.read_bytes()


def test_of_an_edit_by_hand_it_is_told_what_differs(path: Path) -> None:
    known = images.load(path.read_bytes())
    tree = json.loads(path.read_bytes().replace(b"idea 1", b"by hand"))
    image = images.load(json.dumps(tree).replace('"id": "n0"', '"id": "x", "id": "n0"').encode())
    said = edited(image, known)
    assert "outside Kring" in said[0].message and said[1:2] == list(image.remarks) and len(said) == 3
    assert said[2].fills == {"table": "notes", "more": 0, "other": 2, "gone": 0}
    assert edited(image, None) == said[:2]


# Other versions, and what both were made from.


def split(path: Path) -> tuple[Parts, Image, Image]:
    """Ours and theirs, each with one change of its own, and one note in both."""
    each = parts(path)
    far = elsewhere(path, note(0, "theirs"), note(5, "far"))
    for verb in ((add, "ours"), (edit, "n0", "ours")):
        task(each.desk, *verb)
        each.writer._turn()
    return each, images.load(far), each.keeper.known


def test_what_there_is_to_say_of_another_version(path: Path) -> None:
    each, theirs, ours = split(path)
    kept = path.with_name("kept.json")
    kept.write_bytes(b"".join(theirs.encoded()))
    found = foreign(each.keeper.storage, kept, theirs, ours)
    assert (found.path, found.digest) == (kept, beside.digest(kept.read_bytes()))
    assert (found.relation, found.sound, found.same, found.both) == (Relation.APART, True, True, 1)
    assert len(found.differs) == 1
    gone = replace_all(theirs, PROFILE)
    assert foreign(each.keeper.storage, kept, gone, ours).both == 0, "of another network nothing is in both"
    assert not foreign(each.keeper.storage, kept, gone, ours).same


def replace_all(image: Image, profile: Profile) -> Image:
    """The version as if it were another network's."""
    tree = image.documents()
    tree["network"] = {"1": {"id": "q", "name": profile.name}}
    return images.load(json.dumps(tree).encode())


OLD, OURS, THEIRS = note(1, "old"), note(1, "ours"), note(1, "theirs")


@pytest.mark.parametrize(
    ("theirs", "ours", "was", "both"),
    [
        (THEIRS, OURS, OLD, True),
        (THEIRS, OURS, None, True),
        (THEIRS, OLD, OLD, False),
        (OLD, OURS, OLD, False),
        (None, OURS, OLD, False),
        (THEIRS, None, OLD, False),
    ],
)
def test_in_both_is_a_record_that_both_changed_from_what_it_was(
    theirs: Note | None, ours: Note | None, was: Note | None, both: bool
) -> None:
    assert _both(theirs, ours, "notes", "n1", State.holding([was] if was else [])) is both
    assert _both(theirs, ours, "notes", "n1", None) is (theirs is not None and ours is not None)


def test_what_both_were_made_from_is_the_nearest_copy_that_both_come_from(path: Path) -> None:
    first = images.load(path.read_bytes())
    storage = KringStorage(path)
    second = version(path, note(0, "second"))
    far = images.load(elsewhere(path, note(2, "far")))
    ours = version(path, note(3, "ours"))
    folder = storage.sidecar.aside
    base = base_of(storage, far, ours)
    assert base is None
    for number, image in enumerate((first, ours, far, second)):
        (folder / f"{number}-x.json").write_bytes(b"".join(image.encoded()))
    (folder / "0-damaged.json").write_bytes(b"{")
    base = base_of(storage, far, ours)
    assert base is not None and texts(base) == ["second", "idea 1"]
    (folder / "3-x.json").unlink()
    base = base_of(storage, far, ours)
    assert base is not None and texts(base) == ["idea 0", "idea 1"]
    (folder / "0-x.json").rename(storage.sidecar.backups / "20270314T120000-r1.json")
    base = base_of(storage, far, ours)
    assert base is not None and texts(base) == ["idea 0", "idea 1"]


def test_what_an_older_version_and_ours_were_made_from_is_the_older_one_if_it_is_sound(path: Path) -> None:
    storage, old = KringStorage(path), images.load(path.read_bytes())
    ours = version(path, note(3, "ours"))
    assert base_of(storage, old, ours) is old.state
    assert base_of(storage, ours, old) is old.state, "a later one was made from ours"
    assert base_of(storage, ours, ours) is ours.state
    harmed = images.load(b"".join(old.encoded()).replace(b"idea 1", b"idea 3"))
    assert base_of(storage, harmed, ours) is None
    (storage.sidecar.aside / "x.json").write_bytes(b"".join(old.encoded()))
    base = base_of(storage, harmed, ours)
    assert base is not None and base == old.state


def test_other_versions_are_offered_until_it_was_said_what_to_do_with_them(path: Path) -> None:
    each, theirs, ours = split(path)
    storage, data = each.keeper.storage, b"".join(theirs.encoded())
    assert list(offered(storage, ours)) == []
    one = storage.sidecar.aside / "20270314T120000-theirs.json"
    one.write_bytes(data)
    (storage.sidecar.aside / "20270314T120000-theirs-2.json").write_bytes(b"ruined")
    (storage.sidecar.aside / "20270314T120000-edited.json").write_bytes(data)
    two = path.with_name("n (1).kring.json")
    two.write_bytes(data + b" ")
    path.with_name("n (2).kring.json").write_bytes(b'{"network":{"1":{"id":"q"}}}')
    found = list(offered(storage, ours))
    assert found == [foreign(storage, one, theirs, ours), foreign(storage, two, images.load(data + b" "), ours)]
    beside.remember(storage, settled=(beside.digest(data),))
    assert [other.path for other in offered(storage, ours)] == [two]
    other = path.with_name("n (2).kring.json")
    assert [each.path for each in offered(storage, images.blank())] == [two, other], "of no network it may be any"


def test_a_version_that_cannot_be_read_is_none(path: Path) -> None:
    assert read(path.with_name("none.json")) is None
    path.with_name("bad.json").write_bytes(b"{")
    assert read(path.with_name("bad.json")) is None
    found = read(path)
    assert found is not None and found.sound


def test_the_choices_have_names_that_a_command_can_give() -> None:
    assert [*Choice] == ["merge", "merge_theirs", "ours", "theirs"]


# What must not wait for the file.


class Alive:
    """A writer that lives or does not."""

    lives = True

    def is_alive(self) -> bool:
        return self.lives


def minding(each: Parts, paper: Paper | None = None) -> tuple[Minder, Drafts, Alive, Paper]:
    paper, writer = paper or Paper(), Alive()
    drafts = Drafts(paper)
    return Minder(each.desk, each.keeper, drafts, writer), drafts, writer, paper  # type: ignore[arg-type]


def test_a_lock_that_another_program_holds_is_told_when_something_waits_for_it(path: Path, clock: Clock) -> None:
    each = parts(path)
    minder, *_ = minding(each)
    each.keeper.storage.waits_since = clock.now - HELD - 0.01
    minder._watch()
    assert each.heard == [], "nothing waits"
    task(each.desk, add, "a")
    each.keeper.storage.waits_since = clock.now - HELD
    minder._watch()
    each.keeper.storage.waits_since = None
    minder._watch()
    assert each.heard == []
    each.keeper.storage.waits_since = clock.now - HELD - 0.01
    each.desk.closing = True
    minder._watch()
    assert each.heard == []
    each.desk.closing = False
    minder._watch()
    assert each.heard == [TroubleEvent(busy(path))]


def test_a_writer_that_is_dead_is_told_when_something_waits_for_it(path: Path) -> None:
    each = parts(path)
    minder, _, writer, _ = minding(each)
    writer.lives = False
    minder._watch()
    assert each.heard == []
    task(each.desk, add, "a")
    minder._watch()
    assert each.heard == [TroubleEvent(BROKEN)]


def test_what_waits_is_kept_beside_the_drafts_while_there_is_trouble(path: Path) -> None:
    each = parts(path)
    minder, drafts, _, paper = minding(each)
    made = task(each.desk, add, "a")
    minder._keep()
    assert len(drafts.holds) == 0
    each.desk.set_trouble(say("Trouble."))
    minder._keep()
    assert [*drafts.holds] == [made.step]
    each.desk.set_trouble(None)
    each.writer._turn()
    minder._keep()
    assert not drafts.holds and paper.kept == Kept(), "it is saved"


def test_of_what_waits_secrets_are_not_kept_and_forms_tell_nothing_of_their_order(path: Path) -> None:
    each = parts(path)
    minder, *_ = minding(each)
    ways = [Keep.MEMORY, Keep.NEVER, Keep.HISTORY, Keep.MEMORY, Keep.HISTORY, Keep.MEMORY]
    steps = []
    for number, keep in enumerate(ways):
        made = task(each.desk, lambda state, at, keep=keep: add(state, at, "x", keep))
        made.step.id = f"{9 - number}"
        steps.append(made.step)
    assert [step.id for step in minder._unsaved()] == ["7", "5", "4", "6", "9"]


def test_drafts_are_written_when_they_are_due_and_again_a_second_after_an_error(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    each = parts(path)
    minder, drafts, _, paper = minding(each)
    drafts.set("line", "half")
    minder._keep()
    assert paper.kept == Kept(), "they are not due yet"
    monkeypatch.setattr(drafts, "due", lambda: 0.0)
    paper.error = OSError(errno.EACCES, "Permission denied")
    minder._keep()
    assert each.heard == [TroubleEvent(trouble(paper.error, path))]
    paper.error = None
    clock.now += AGAIN - 0.01
    minder._keep()
    assert paper.kept == Kept()
    clock.now += 0.01
    minder._keep()
    assert paper.kept.texts == {"line": "half"}


@pytest.mark.parametrize(("number", "laid"), [(errno.ENOSPC, False), (errno.EIO, True)])
def test_for_drafts_too_the_reserve_is_given_up_on_a_full_disk(path: Path, number: int, laid: bool) -> None:
    each = parts(path)
    each.keeper.reserve.lay(each.keeper.size)
    minder, drafts, _, paper = minding(each)
    drafts.set("line", "half")
    paper.error = OSError(number, "no")
    minder._flush()
    assert each.keeper.storage.sidecar.reserve.exists() is laid and len(each.heard) == 1


def test_the_name_of_who_was_erased_goes_from_the_drafts(path: Path) -> None:
    each = parts(path)
    minder, drafts, _, _ = minding(each, Paper(Kept(texts={"a": "vraag Zoë Quux", "b": "An Peeters"})))
    each.desk.forgotten += ["Zoë Quux", "An Peeters"]
    minder._keep()
    assert (drafts.get("a"), drafts.get("b"), each.desk.forgotten) == ("vraag …", "…", [])


def test_at_the_end_what_there_is_is_kept_at_once(path: Path, clock: Clock) -> None:
    each = parts(path)
    minder, drafts, _, paper = minding(each)
    made = task(each.desk, add, "a")
    drafts.set("line", "half")
    minder._not_before = clock.now + AGAIN
    minder.start()
    minder.end()
    assert not minder.is_alive() and paper.kept == Kept(texts={"line": "half"}, unsaved=(made.step,))
    assert minder._not_before == 0


def test_at_the_end_nothing_is_written_when_nothing_changed(path: Path) -> None:
    each = parts(path)
    minder, _, _, paper = minding(each)
    paper.error = OSError(errno.EIO, "broken")
    minder.start()
    minder.end()
    assert each.heard == []


def test_a_mistake_while_minding_is_logged_and_it_goes_on(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    each, waited = parts(path), []
    minder, drafts, _, _ = minding(each)

    def wait(seconds: float) -> None:
        waited.append(seconds)
        minder._ends = len(waited) == 2

    monkeypatch.setattr(drafts, "wait", wait)
    monkeypatch.setattr(minder, "_watch", failing(ZeroDivisionError()))
    with caplog.at_level(logging.ERROR):
        minder.run()
    assert waited == [TURN, TURN] and caplog.messages == ["Minding failed"] * 2
    assert minder._not_before == clock.now + AGAIN


def test_it_watches_and_keeps_at_every_turn(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    each, done = parts(path), []
    minder, drafts, _, _ = minding(each)
    assert minder.name == "kring-minder" and minder.daemon and minder._not_before == 0
    monkeypatch.setattr(minder, "_watch", lambda: done.append("watch"))
    monkeypatch.setattr(minder, "_keep", lambda: done.append("keep"))
    monkeypatch.setattr(drafts, "wait", lambda _seconds: setattr(minder, "_ends", len(done) == 4))
    minder.run()
    assert done == ["watch", "keep"] * 2
