"""What the window and the writer share: what is shown, what is told to whom, and what becomes of what is on its way."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import Change, Participant, Refused, say
from data.network import Changed, Event, Noticed, RefusedLater, TroubleEvent
from data.network.desk import Desk, differing, tables, unkept
from data.network.drafts import WITHIN, Drafts
from data.store import image as images
from data.store.disk import Disk
from data.store.history import History, Step
from data.store.window import Kept, Window
from tests.data.network.parts import heard_by, task, texts, version
from tests.data.store.samples import PROFILE, SESSION, add, edit, note


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "n.kring.json"


@pytest.fixture
def desk(path: Path) -> Desk:
    return Desk(version(path, PROFILE, SESSION, note(0), note(1)), History(None, Disk()))


def test_a_change_is_shown_at_once_and_waits_in_line(desk: Desk) -> None:
    assert not desk.pending and list(desk.passed) == [] and desk.forgotten == [] and desk.trouble is None
    one, other = task(desk, add, "a"), task(desk, edit, "n0", "b")
    assert texts(desk.state) == ["b", "idea 1", "a"] and list(desk.pending) == [one, other]
    assert texts(desk.image.state) == ["idea 0", "idea 1"]


def test_a_change_that_is_on_the_disk_is_no_longer_in_line_and_nothing_is_told(desk: Desk, path: Path) -> None:
    heard = heard_by(desk)
    made = task(desk, edit, "n0", "b")
    after = version(path, note(0, "b"))
    desk.written(made, made.change, after, frozenset())
    assert made.saved and not desk.pending and desk.image is after and desk.state == after.state
    assert heard == []


def test_the_last_change_that_is_written_leaves_the_state_of_the_file_itself(desk: Desk, path: Path) -> None:
    one, other = task(desk, edit, "n0", "b"), task(desk, edit, "n1", "c")
    shown = desk.state
    desk.written(one, one.change, version(path, note(0, "b")), frozenset())
    assert desk.state is shown, "nothing is to be shown otherwise"
    after = version(path, note(1, "c"))
    desk.written(other, other.change, after, frozenset())
    assert desk.state is after.state
    last = task(desk, edit, "n1", "d")
    task(desk, edit, "n0", "e")
    desk.written(last, Change(say("Edited"), puts=(note(1, "otherwise"),)), version(path, note(1, "f")), frozenset())
    assert texts(desk.state) == ["e", "f"], "another change than was foreseen"


def test_what_is_still_on_its_way_has_the_ids_it_was_shown_with(desk: Desk, path: Path) -> None:
    made = task(desk, add, "a")
    desk.seen(version(path, note(2, "theirs")))
    assert list(desk.state.tables["notes"]) == ["n0", "n1", "n2", made.new()]


def test_what_comes_back_and_what_others_wrote_meanwhile_is_told(desk: Desk, path: Path) -> None:
    heard = heard_by(desk)
    made = task(desk, edit, "n0", "b", undoes=Step(label=say("x"), id="1"))
    desk.written(made, made.change, version(path, note(0, "b")), frozenset({"rules"}))
    assert heard == [Changed(frozenset({"notes"}), ours=True), Changed(frozenset({"rules"}), ours=False)]


def test_what_is_still_on_its_way_is_shown_on_what_others_wrote(desk: Desk, path: Path) -> None:
    made, later = task(desk, edit, "n0", "b"), task(desk, edit, "n1", "c")
    after = version(path, note(0, "b"), note(2, "theirs"))
    desk.written(made, made.change, after, frozenset({"notes"}))
    assert texts(desk.state) == ["b", "c", "theirs"] and list(desk.pending) == [later]


def test_what_others_made_impossible_is_no_longer_shown_and_what_comes_after_it_is(desk: Desk, path: Path) -> None:
    task(desk, edit, "n0", "too late")
    task(desk, edit, "n1", "c")
    desk.seen(version(path, drops=(note(0),)))
    assert texts(desk.state) == ["c"] and len(desk.pending) == 2


def test_a_change_that_cannot_be_written_is_taken_back_and_told_with_its_texts(desk: Desk) -> None:
    heard = heard_by(desk)
    made = task(desk, edit, "n0", "in vain")
    desk.dropped(made, say("No."))
    assert texts(desk.state) == ["idea 0", "idea 1"] and not desk.pending and not desk.history.undoes
    assert heard == [
        RefusedLater(say("No."), made.change.label, ("in vain",)),
        Changed(frozenset({"notes"}), ours=True),
    ]
    with pytest.raises(Refused) as caught:
        made.wait(0)
    assert caught.value.said == say("No.")


def test_an_undo_that_cannot_be_written_gives_no_text_back(desk: Desk) -> None:
    heard = heard_by(desk)
    desk.dropped(task(desk, edit, "n0", "was", undoes=Step(label=say("x"), id="1")), say("No."))
    assert isinstance(heard[0], RefusedLater) and heard[0].texts == ()


def test_what_another_process_wrote_is_seen_and_told_once(desk: Desk, path: Path) -> None:
    heard = heard_by(desk)
    after = version(path, note(2, "theirs"))
    desk.seen(after)
    desk.seen(images.load(path.read_bytes()))
    assert texts(desk.state) == ["idea 0", "idea 1", "theirs"]
    assert heard == [Changed(frozenset({"notes"}), ours=False)]


def test_who_is_overtaken_is_told_after_what_changed(desk: Desk, path: Path) -> None:
    made = task(desk, edit, "n0", "ours")
    desk.written(made, made.change, version(path, note(0, "ours")), frozenset())
    heard = heard_by(desk)
    desk.seen(version(path, note(0, "theirs")))
    assert isinstance(heard[0], Changed)
    assert [dict(each.said.fills) for each in heard if isinstance(each, Noticed)] == [
        {"yours": "ours", "theirs": "theirs"}
    ]


def test_when_somebody_was_erased_nothing_before_that_is_undone_and_the_name_is_known(desk: Desk, path: Path) -> None:
    people = [Participant(id="p1", name="Zoë Quux"), Participant(id="p2", name="An")]
    desk.seen(version(path, *people))
    task(desk, edit, "n0", "b")
    desk.seen(version(path, Participant(id="p1", name="…"), erases=True))
    assert not desk.history.undoes and desk.forgotten == ["Zoë Quux"]
    desk.seen(version(path, Participant(id="p2", name="…"), erases=True))
    assert desk.forgotten == ["Zoë Quux", "An"]
    desk.seen(version(path, Participant(id="p2", name="Ann")))
    assert desk.forgotten == ["Zoë Quux", "An"], "a name that was mended is no name that was erased"


def test_trouble_is_told_once_and_so_is_its_end(desk: Desk) -> None:
    heard = heard_by(desk)
    for said in (None, say("Full."), say("Full."), say("Gone."), None, None):
        desk.set_trouble(said)
        assert desk.trouble == said
    assert heard == [TroubleEvent(say("Full.")), TroubleEvent(say("Gone.")), TroubleEvent(None)]


def test_a_listener_that_fails_keeps_the_others_from_nothing_and_one_can_stop(desk: Desk) -> None:
    def fails(_: Event) -> None:
        raise RuntimeError

    desk.listen(fails)
    first: list[Event] = []
    second = heard_by(desk)
    stop = desk.listen(first.append)
    desk.set_trouble(say("Full."))
    stop()
    desk.set_trouble(None)
    assert len(first) == 1 and len(second) == 2


def test_the_tables_of_a_change_are_those_of_what_it_puts_and_takes_away() -> None:
    assert tables(Change(say("x"), puts=(note(1), note(2)), drops=(SESSION,))) == {"notes", "sessions"}


def test_the_tables_that_differ_are_those_with_other_documents(path: Path) -> None:
    one = version(path, PROFILE, SESSION, note(0))
    assert differing(one, images.load(path.read_bytes())) == frozenset()
    assert differing(one, version(path, note(0, "b"))) == {"notes"}
    other = version(path, drops=(SESSION,))
    assert differing(one, other) == {"notes", "sessions"} == differing(other, one)
    assert {"network", "notes"} <= differing(other, version(path, erases=True))


def test_a_mistake_while_saving_is_named_in_short() -> None:
    assert unkept(ValueError("x" * 500)).fills == {"why": "x" * 200}


# The lines being typed.


class Paper(Window):
    """A window in memory that can fail."""

    def __init__(self, kept: Kept | None = None) -> None:
        super().__init__(Disk())
        self.kept = kept or Kept()
        self.error: OSError | None = None

    def read(self) -> Kept:
        return self.kept

    def write(self, kept: Kept) -> None:
        if self.error is not None:
            raise self.error
        self.kept = kept


def a_step(id_: str) -> Step:
    return Step(label=say("Edited"), id=id_)


def test_drafts_of_an_earlier_life_are_there_and_need_not_be_written() -> None:
    drafts = Drafts(Paper(Kept(place="here", texts={"line": "half"}, unsaved=(a_step("1"),))))
    assert (drafts.get("line"), drafts.get("other"), drafts.place) == ("half", "", "here")
    assert drafts.holds == (a_step("1"),) and drafts.due() is None


def test_a_draft_is_due_within_half_a_second_of_the_first_key() -> None:
    paper = Paper()
    drafts = Drafts(paper)
    drafts.set("line", "h")
    first = drafts.due()
    assert first is not None and 0 < first <= WITHIN
    drafts.set("line", "ha")
    drafts.wait(0.01)
    assert (drafts.due() or 0) < first, "another key does not put it off"
    drafts.flush()
    assert drafts.due() is None and paper.kept == Kept(texts={"line": "ha"})


def test_an_empty_draft_is_forgotten_and_the_same_one_need_not_be_written() -> None:
    paper = Paper(Kept(place="here", texts={"line": "half", "name": "An"}))
    drafts = Drafts(paper)
    drafts.set("line", "half")
    drafts.set("other", "")
    drafts.place = "here"
    drafts.hold(())
    assert drafts.due() is None
    drafts.set("line", "")
    assert drafts.get("line") == "" and drafts.due() is not None
    drafts.flush()
    assert paper.kept == Kept(place="here", texts={"name": "An"})


def test_the_place_and_what_is_not_saved_are_kept_too() -> None:
    paper = Paper()
    drafts = Drafts(paper)
    drafts.place = "there"
    assert drafts.due() is not None and drafts.place == "there"
    drafts.flush()
    drafts.hold((a_step("1"),))
    assert drafts.due() is not None
    drafts.flush()
    assert paper.kept == Kept(place="there", unsaved=(a_step("1"),)) and drafts.holds == (a_step("1"),)
    drafts.hold((a_step("1"),))
    assert drafts.due() is None
    drafts.hold((a_step("2"),))
    assert drafts.due() is not None


def test_who_waits_is_woken_when_a_draft_is_due_or_when_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    drafts, waited, woken = Drafts(Paper()), [], []

    class Guard:
        def __enter__(self) -> None:
            pass

        def __exit__(self, *_: object) -> None:
            pass

        def wait(self, seconds: float) -> None:
            waited.append(seconds)

        def notify_all(self) -> None:
            woken.append(1)

    drafts._guard = Guard()  # type: ignore[assignment]
    drafts.wait(0.3)
    for due, seconds in ((0.2, 0.2), (0.4, 0.3)):
        monkeypatch.setattr(drafts, "due", lambda due=due: due)
        drafts.wait(0.3)
        assert waited[-1] == seconds
    assert waited[0] == 0.3 and woken == []
    drafts.wake()
    drafts.set("line", "h")
    drafts.set("line", "ha")
    assert woken == [1, 1], "the first key of several"


def test_drafts_that_could_not_be_written_are_due_again() -> None:
    paper = Paper()
    drafts = Drafts(paper)
    drafts.set("line", "half")
    paper.error = OSError()
    with pytest.raises(OSError):
        drafts.flush()
    assert drafts.due() is not None and paper.kept == Kept()
    paper.error = None
    drafts.flush()
    assert drafts.due() is None and paper.kept.texts == {"line": "half"}


def test_the_name_of_who_was_erased_goes_from_every_draft() -> None:
    drafts = Drafts(Paper(Kept(texts={"line": "vraag Zoë Quux", "note": "Zoë Quux", "other": "niemand"})))
    drafts.forget("Zoë Quux")
    assert [drafts.get(key) for key in ("line", "note", "other")] == ["vraag …", "…", "niemand"]
    assert drafts.due() is not None
