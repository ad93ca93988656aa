"""From which version another was made: an older or foreign one is never taken for a newer one."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.store import lineage
from data.store.disk import Disk
from data.store.image import ANCESTORS, TOKENS, About
from data.store.lineage import Lineage, Relation
from data.store.sidecar import Sidecar


@pytest.fixture
def sidecar(tmp_path: Path) -> Sidecar:
    made = Sidecar(tmp_path / "n.json", Disk())
    made.make()
    return made


def version(*writes: str, ancestors: tuple[str, ...] = ()) -> About:
    return About(writes=writes, ancestors=ancestors)


def known(sidecar: Sidecar, *tokens: str) -> Lineage:
    made = Lineage(sidecar, Disk())
    for each in tokens:
        made.wrote(version(each))
    return made


def test_the_versions_that_were_written_are_known_in_their_order(sidecar: Sidecar) -> None:
    made = known(sidecar, "a", "b", "c")
    assert made.tokens() == ["a", "b", "c"] and made.last() == "c"
    assert Lineage(sidecar, Disk()).tokens() == ["a", "b", "c"]


def test_where_nothing_was_written_nothing_is_known(sidecar: Sidecar, tmp_path: Path) -> None:
    assert known(sidecar).tokens() == [] and known(sidecar).last() is None
    known(sidecar).wrote(About())
    assert not sidecar.lineage.exists()
    sidecar.lineage.write_bytes(b"\xff\xfe")
    assert known(sidecar).tokens() == []
    nowhere = Lineage(Sidecar(tmp_path / "other.json", Disk()), Disk())
    nowhere.wrote(version("a"))
    assert nowhere.tokens() == []


def test_a_version_that_was_taken_over_is_remembered_once(sidecar: Sidecar) -> None:
    made = known(sidecar, "a")
    made.took(version("x", "b"))
    made.took(version("a"))
    made.took(version("b"))
    made.took(About())
    assert made.tokens() == ["a", "b"]


def test_a_version_that_cannot_be_remembered_is_taken_over_all_the_same(sidecar: Sidecar) -> None:
    sidecar.lineage.mkdir()
    Lineage(sidecar, Disk()).took(version("a"))
    with pytest.raises(OSError):
        Lineage(sidecar, Disk()).wrote(version("a"))


def test_of_very_many_versions_the_last_are_remembered(sidecar: Sidecar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lineage, "MOST", 4)
    monkeypatch.setattr(lineage, "_LINE", 2)
    made = known(sidecar, *"abcd")
    assert made.tokens() == list("abcd")
    made.wrote(version("e"))
    assert made.tokens() == ["d", "e"]
    made.wrote(version("f"))
    assert made.tokens() == ["d", "e", "f"]


@pytest.mark.parametrize(
    ("theirs", "ours", "relation"),
    [
        (version("a"), version("a"), Relation.SAME),
        (version("a", "x"), version("b", "x"), Relation.SAME),
        (About(), About(), Relation.SAME),
        (version("a"), About(), Relation.LATER),
        (version("a", "b"), version("a"), Relation.LATER),
        (version("y", ancestors=("a",)), version("a"), Relation.LATER),
        (version("b"), version("a"), Relation.LATER),  # this computer wrote both, a first
        (version("a"), version("b"), Relation.OLDER),
        (version("z"), version("z", "b"), Relation.OLDER),
        (version("z"), version("b", ancestors=("z",)), Relation.OLDER),
        (version("y"), version("z"), Relation.APART),
        (version("a"), version("z"), Relation.APART),
        (version("z"), version("a"), Relation.APART),
        (About(), version("a"), Relation.APART),
    ],
)
def test_how_another_version_stands_to_ours(sidecar: Sidecar, theirs: About, ours: About, relation: Relation) -> None:
    assert known(sidecar, "a", "b").relation(theirs, ours) is relation


# What a version says of where it comes from.


def test_a_version_is_known_by_its_last_write_and_remembers_the_last_of_them() -> None:
    about = About(last={"notes": 3})
    assert about.token is None and about.descent == ()
    for number in range(TOKENS + 2):
        about = about.next(f"{number}", {"notes": number})
    assert about.token == f"{TOKENS + 1}" and about.revision == TOKENS + 2 and about.last == {"notes": TOKENS + 1}
    assert about.writes == tuple(f"{number}" for number in range(2, TOKENS + 2)) == about.descent
    assert about.erased == 0 and about.next("x", {}, erases=True).erased == 1


def test_versions_that_were_handed_over_are_remembered_once_and_the_last_of_many() -> None:
    about = About().next("a", {}, handed=("x", "y")).next("b", {}, handed=("y", "z"))
    assert about.ancestors == ("x", "y", "z") and about.descent == ("x", "y", "z", "a", "b")
    many = about.next("c", {}, handed=tuple(f"h{number}" for number in range(ANCESTORS)))
    assert many.ancestors == tuple(f"h{number}" for number in range(ANCESTORS))
