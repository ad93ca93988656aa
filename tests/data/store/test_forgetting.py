"""Erasing a person: free text only, nobody else's name, everywhere it may stand, and finished when done again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from data.model import (
    RECORDS,
    Action,
    Evaluation,
    Note,
    Participant,
    Proposal,
    Record,
    Role,
    Session,
    Version,
)
from data.network import Network
from data.store import forgetting
from data.store import image as images
from data.store.codec import Damaged
from data.store.forgetting import Kind, forget, mentions, people
from data.store.free_text import FREE
from data.store.storage import KringStorage
from tests.data.store.samples import PROFILE, add
from tests.data.test_network import until


def written(path: Path, *records: Record) -> Path:
    Network.create(path, [PROFILE, *records]).close()
    return path


def note(id_: str, text: str) -> Note:
    return Note(id=id_, session="s", activity="a", text=text)


def erase(path: Path, name: str) -> forgetting.Outcome:
    storage = KringStorage(path)
    (person,) = people(storage.fresh(), name)
    outcome = forget(storage, person, "Vergeten deelnemer")
    storage.close()
    return outcome


def texts(path: Path) -> dict[str, str]:
    return {each.id: each.text for each in images.load(path.read_bytes()).state.all(Note)}


def test_only_free_text_is_touched_and_never_somebody_else(tmp_path: Path) -> None:
    path = written(
        tmp_path / "n.kring.json",
        Session(id="s", number=1, speakers=("An",), place="bij An"),
        Participant(id="an", name="An"),
        Participant(id="peeters", name="An Peeters", organisation="Huis An", function="maatje van An"),
        Participant(id="gast", name="Guest", role=Role.GUEST),
        Participant(id="els", name="Els", role=Role.GUEST),
        Action(id="actie", session="s", text="An belt", who=("an", "peeters"), named="An"),
        Proposal(id="v", decision="d", versions=(Version(text="van An", session="s", why="An vroeg het"),)),
        note("1", "An zei het"),
        note("2", "An Peeters zei het"),
        note("3", "An De Smet of An-Sofie of An van Dam"),
        note("4", "ander, dan, AN!"),
    )
    outcome = erase(path, "An")
    state = images.load(path.read_bytes()).state
    other = state.get(Participant, "peeters")
    assert (other.name, other.organisation, other.function) == ("An Peeters", "Huis An", "maatje van …")
    assert state.get(Session, "s").speakers == ("…",) and state.get(Session, "s").place == "bij …"
    action = state.get(Action, "actie")
    assert (action.text, action.who, action.named) == ("… belt", ("an", "peeters"), "…")
    assert state.get(Proposal, "v").versions == (Version(text="van …", session="s", why="… vroeg het"),)
    found = texts(path)
    assert found["1"] == "… zei het" and found["4"] == "ander, dan, …!"
    assert found["2"] == "An Peeters zei het" and found["3"] == "An De Smet of An-Sofie of An van Dam"
    assert {(each.number, each.kind) for each in outcome.left if each.table == "notes"} == {
        (2, Kind.PART),
        (3, Kind.PART),
    }
    erase(path, "Guest")
    image = images.load(path.read_bytes())
    assert image.sound and not image.misfits
    assert image.state.get(Participant, "els").role is Role.GUEST


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Tine d'Hondt", "vraag Tine d’Hondt", "vraag …"),
        ("Tine d’Hondt", "vraag tine D'HONDT", "vraag …"),
        ("Tine Maes", "T\u200bine\u00a0Ma\u00ades zei", "… zei"),
        ("Łukasz Søren", "lukasz soren", "…"),
        ("Pieter de Vries", "de Vries, Pieter", "…"),
        ("Dr. Pieter de Vries", "met Pieter de Vries", "met …"),
    ],
)
def test_the_whole_name_is_found_as_people_write_it(tmp_path: Path, name: str, text: str, left: str) -> None:
    path = written(tmp_path / "n.kring.json", Participant(id="x", name=name), note("1", text))
    erase(path, name)
    assert texts(path)["1"] == left


@pytest.mark.parametrize("text", ["Jans idee", "P. de Vries", "vraag Pieter"])
def test_what_only_seems_to_be_the_name_is_listed_and_left(tmp_path: Path, text: str) -> None:
    name = "Pieter de Vries" if "Jan" not in text else "Jan de Vries"
    path = written(tmp_path / "n.kring.json", Participant(id="x", name=name), note("1", text))
    storage = KringStorage(path)
    (person,) = people(storage.fresh(), name)
    assert [each.text for each in mentions(storage.fresh(), person)] == [text]
    outcome = erase(path, name)
    assert texts(path)["1"] == text and [each.kind for each in outcome.left] == [Kind.HINT]


def test_what_would_no_longer_open_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "n.kring.json", Participant(id="x", name="Zoë Quux"), note("1", "Zoë Quux"))
    before = path.read_bytes()
    real = forgetting._anonymous

    def broken(tables: Any, *words: Any) -> Any:
        real(tables, *words)["notes"][1]["text"] = 7
        return tables

    monkeypatch.setattr(forgetting, "_anonymous", broken)
    with pytest.raises(Damaged):
        erase(path, "Zoë Quux")
    assert path.read_bytes() == before


def test_what_is_kept_beside_an_earlier_name_of_the_file_is_erased_too(tmp_path: Path) -> None:
    old = tmp_path / "old.kring.json"
    written(old, Participant(id="0b5f2f6e-zoe", name="Zoë Quux"), Evaluation(id="e", session="s", activity="a"))
    network = Network.open(old, watch=True)
    network.drafts.set("line", "Zoë Quux zegt")
    network.apply(add, "Zoë Quux zei").wait(10)
    network.close()
    written(tmp_path / "gone.kring.json", note("1", "Zoë Quux"))
    (tmp_path / "gone.kring.json").unlink()
    path = old.rename(tmp_path / "new.kring.json")
    erase(path, "Zoë Quux")
    for each in (*(tmp_path / ".old.kring.json.kring").rglob("*"), path):
        assert not each.is_file() or "Zoë".encode() not in each.read_bytes(), each
    assert images.load(next((tmp_path / ".old.kring.json.kring/backups").iterdir()).read_bytes()).sound


def test_the_drafts_of_an_open_window_lose_the_name(tmp_path: Path) -> None:
    path = written(tmp_path / "n.kring.json", Participant(id="x", name="Zoë Quux"))
    window = Network.open(path, watch=True)
    window.drafts.set("line", "vraag Zoë Quux")
    erase(path, "Zoë Quux")
    until(lambda: window.drafts.get("line") == "vraag …")
    window.close()
    assert not any("Zoë".encode() in each.read_bytes() for each in path.parent.rglob("*.drafts"))


def test_every_text_of_every_record_is_free_or_known_not_to_be() -> None:
    fixed = {
        "id", "session", "participant", "activity", "decision", "proposal", "cluster", "organisation", "language",
        "created", "date", "starts", "ends", "now", "closed_at", "since", "until", "started", "ended", "attribution",
        "phase", "speaking", "speakers", "subgroups", "at", "also", "treated", "who", "sent", "planned",
        "decided_by", "decided_in", "proposals", "review", "supersedes", "chosen", "decided_at", "confirmed", "base",
        "settings", "part", "counts", "ballots", "voters", "opened", "closed", "results", "tie_way", "among", "drawn",
        "options", "email", "parked", "reopened", "checks", "tables", "sits_out", "turns", "left", "replaced_by",
        "host", "assignment", "about", "digressing", "treats", "passed", "vote",
    }  # fmt: skip
    for kind in RECORDS:
        for each in msgspec.structs.fields(kind):
            if "str" in str(each.type) and each.name not in FREE[kind.table]:
                named = (kind.table, each.name) in {
                    ("participants", "name"),
                    ("ballots", "outcome"),
                    ("assignments", "due"),
                    ("shown", "place"),
                }
                assert named or each.name in fixed, f"say in FREE whether {kind.table}.{each.name} is what people write"
