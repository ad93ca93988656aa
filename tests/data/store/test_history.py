"""What a window can undo, and make again: in order, bounded, never from a version that the file does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import Keep, say
from data.store import history
from data.store.disk import Disk
from data.store.history import DEPTH, History, Step, Way


def step(
    id_: str, way: Way = Way.DO, *, of: str = "", revision: int = 1, erased: int = 0, keep: Keep = Keep.HISTORY
) -> Step:
    return Step(label=say("Edited"), id=id_, of=of, way=way, revision=revision, erased=erased, keep=keep)


def ids(steps: list[Step]) -> list[str]:
    return [each.id for each in steps]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.history"


def test_what_is_taken_back_can_be_made_again_and_taken_back_again() -> None:
    made = History(None, Disk())
    made.take(step("1"))
    made.take(step("2"))
    made.take(step("3", Way.UNDO, of="2"))
    assert (ids(made.undoes), ids(made.redoes)) == (["1"], ["3"])
    made.take(step("4", Way.REDO, of="3"))
    assert (ids(made.undoes), ids(made.redoes)) == (["1", "4"], [])


def test_after_a_new_change_nothing_is_made_again() -> None:
    made = History(None, Disk())
    made.take(step("1"))
    made.take(step("2", Way.UNDO, of="1"))
    made.take(step("3"))
    assert (ids(made.undoes), ids(made.redoes)) == (["3"], [])


def test_behind_what_is_never_taken_back_stands_what_came_before_and_nothing_is_made_again(path: Path) -> None:
    made = History(path, Disk())
    for each in (step("1"), step("2"), step("3", Way.UNDO, of="2"), step("4", Way.END), step("5")):
        made.take(each)
        made.keep(each)
    assert (ids(made.undoes), ids(made.redoes)) == (["1", "4", "5"], [])
    again = History(path, Disk())
    again.load(1, 0)
    assert (ids(again.undoes), ids(again.redoes)) == (["1", "4", "5"], [])


def test_what_is_passed_over_is_in_neither_list() -> None:
    made = History(None, Disk())
    for each in (step("1"), step("2"), step("3", Way.UNDO, of="2")):
        made.take(each)
    made.take(step("4", Way.PASS, of="1"))
    assert (ids(made.undoes), ids(made.redoes)) == ([], ["3"])
    made.take(step("5", Way.PASS, of="3"))
    assert (ids(made.undoes), ids(made.redoes)) == ([], [])


def test_what_is_struck_out_is_forgotten_and_the_others_stay() -> None:
    made = History(None, Disk())
    for each in (step("1"), step("2"), step("3"), step("4", Way.UNDO, of="3")):
        made.take(each)
    made.strike(step("1"))
    assert (ids(made.undoes), ids(made.redoes)) == (["2"], ["4"])
    made.strike(step("4"))
    assert (ids(made.undoes), ids(made.redoes)) == (["2"], [])


def test_two_hundred_changes_can_be_undone_and_no_more() -> None:
    made = History(None, Disk())
    for number in range(DEPTH + 5):
        made.take(step(f"{number}"))
    assert ids(made.undoes) == [f"{number}" for number in range(5, DEPTH + 5)]


def test_all_is_forgotten_at_once() -> None:
    made = History(None, Disk())
    for each in (step("1"), step("2"), step("3", Way.UNDO, of="2")):
        made.take(each)
    made.clear()
    assert (made.undoes, made.redoes) == ([], [])


def test_what_was_kept_is_there_after_a_restart(path: Path) -> None:
    made = History(path, Disk())
    for each in (step("1"), step("2"), step("3", Way.UNDO, of="2")):
        made.keep(each)
    again = History(path, Disk())
    again.load(revision=1, erased=0)
    assert (ids(again.undoes), ids(again.redoes)) == (["1"], ["3"])


def test_what_the_file_does_not_have_is_not_undone(path: Path) -> None:
    made = History(path, Disk())
    for each in (step("1", revision=3), step("2", revision=4), step("3", revision=3, erased=1), step("4", revision=2)):
        made.keep(each)
    again = History(path, Disk())
    again.load(revision=3, erased=0)
    assert ids(again.undoes) == ["1", "4"]


@pytest.mark.parametrize("keep", [Keep.MEMORY, Keep.NEVER])
def test_what_is_not_for_the_history_is_never_on_the_disk(path: Path, keep: Keep) -> None:
    History(path, Disk()).keep(step("secret", keep=keep))
    assert not path.exists()


def test_without_a_file_nothing_is_kept_and_nothing_is_there() -> None:
    made = History(None, Disk())
    made.keep(step("1"))
    made.load(revision=9, erased=0)
    assert made.undoes == []


def test_a_torn_or_strange_line_costs_only_itself(path: Path) -> None:
    made = History(path, Disk())
    made.keep(step("1"))
    with path.open("ab") as file:
        file.write(b'\n{"label":{"mess\nnull\n{"id":7}')
    made.keep(step("2"))
    again = History(path, Disk())
    again.load(revision=1, erased=0)
    assert ids(again.undoes) == ["1", "2"]


def test_a_file_that_is_full_keeps_the_last_changes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "DEPTH", 3)
    monkeypatch.setattr(history, "_FULL", 6)
    made = History(path, Disk())
    for number in range(6):
        made.keep(step(f"{number}"))
    assert path.read_bytes().count(b"\n") == 6, "as many as that may stand in it"
    made.keep(step("6"))
    assert path.read_bytes().count(b"\n") == 3
    again = History(path, Disk())
    again.load(revision=1, erased=0)
    assert ids(again.undoes) == ["4", "5", "6"]
    for number in range(7, 10):  # those of an earlier life count
        again.keep(step(f"{number}"))
    assert path.read_bytes().count(b"\n") == 6
    again.keep(step("10"))
    assert path.read_bytes().count(b"\n") == 3


def test_a_file_that_is_large_keeps_less(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = History(path, Disk())
    made.keep(step("0"))
    line = path.stat().st_size
    monkeypatch.setattr(history, "_LARGE", 8 * line)
    for number in range(1, 8):
        made.keep(step(f"{number}"))
    assert path.stat().st_size == 8 * line
    made.keep(step("8"))
    assert path.stat().st_size <= 4 * line
    again = History(path, Disk())
    again.load(revision=1, erased=0)
    assert ids(again.undoes) == ["5", "6", "7", "8"], "more than half of the lines went"
    made.keep(step("9"))
    again.load(revision=1, erased=0)
    assert again.undoes[-1].id == "9"
