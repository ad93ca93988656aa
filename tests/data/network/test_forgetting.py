"""Erasing a person, for who has no command line: what it would touch is shown first, and what was chosen is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import Note, Participant
from data.network import Network
from data.network.forgetting import Damaged, erase, named, whole
from data.network.mending import put_back
from data.network.opening import Unopened
from data.store import image as images
from data.store.backups import Backup, listed
from data.store.storage import KringStorage
from tests.data.store.samples import PROFILE, add, make, note


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "n.kring.json"
    people = [Participant(id="p1", name="Zoë Quux", organisation="Huis"), Participant(id="p2", name="An")]
    Network.create(path, [PROFILE, *people, note(1, "Zoë Quux vroeg"), note(2, "Quux zei"), note(3)]).close()
    return path


def texts(path: Path) -> list[str]:
    return [each.text for each in images.load(path.read_bytes()).state.all(Note)]


def test_who_is_meant_is_shown_with_the_texts_and_nothing_is_touched(path: Path) -> None:
    before = path.read_bytes()
    ((person, mentions),) = named(path, "zoe quux")
    assert person.id == "p1" and [each.text for each in mentions] == ["Zoë Quux vroeg", "Quux zei"]
    assert [whole(each) for each in mentions] == [True, False]
    assert named(path, "Nobody") == []
    assert path.read_bytes() == before


def test_what_was_chosen_is_replaced_and_the_person_has_the_name_that_was_given(path: Path) -> None:
    ((person, _mentions),) = named(path, "Zoë Quux")
    outcome = erase(path, person, "Somebody", lambda mention: "zei" in mention.text)
    assert [each.text for each in outcome.replaced] == ["Quux zei"]
    assert [each.text for each in outcome.left] == ["Zoë Quux vroeg"]
    assert texts(path) == ["Zoë Quux vroeg", "… zei", "idea 3"]
    (left, other) = images.load(path.read_bytes()).state.all(Participant)
    assert (left.id, left.name, left.organisation, other.name) == ("p1", "Somebody", "", "An")


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_bytes(b"{")
    with pytest.raises(Damaged):
        named(tmp_path / "bad.json", "An")
    with pytest.raises(OSError):
        named(tmp_path / "none.json", "An")


# Putting a good copy back.


def test_a_good_copy_is_put_back_and_the_file_as_it_was_is_kept(tmp_path: Path) -> None:
    path = make(tmp_path / "n.kring.json", 2)
    network = Network.open(path)
    network.apply(add, "later").wait(10)
    network.close()
    (backup,) = listed(KringStorage(path))[-1:]
    before = path.read_bytes()
    kept = put_back(path, backup)
    assert kept is not None and kept.read_bytes() == before and "replaced" in kept.name
    assert texts(path) == ["idea 0", "idea 1"]
    path.unlink()
    assert put_back(path, backup) is None and texts(path) == ["idea 0", "idea 1"]


def test_a_copy_that_is_damaged_too_is_not_put_back(tmp_path: Path) -> None:
    path = make(tmp_path / "n.kring.json", 2)
    before = path.read_bytes()
    (tmp_path / "copy.json").write_bytes(b"{")
    backup = listed(KringStorage(path))
    assert backup == []
    from datetime import datetime

    with pytest.raises(Unopened) as caught:
        put_back(path, Backup(tmp_path / "copy.json", datetime(2027, 3, 14), 1, {}))  # noqa: DTZ001 - as the names are
    assert caught.value.said.message and path.read_bytes() == before
