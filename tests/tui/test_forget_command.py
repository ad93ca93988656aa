"""``kring forget``: no byte of the name is left; counts and contributions are."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import (
    Attendance,
    Change,
    Evaluation,
    Note,
    Participant,
    Presence,
    Question,
    Record,
    Stamp,
    State,
    say,
)
from data.network import Network
from data.store import image as images
from tests.data.store.samples import PROFILE, SESSION, add
from tests.tui.commands_run import kring

ZOE = Participant(id="zoe-id", name="Zoë Quux", organisation="Acme", function="directrice")
OTHER = Participant(id="jan", name="Jan Quuxman")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "n.kring.json"
    people: list[Record] = [
        PROFILE, SESSION, ZOE, OTHER,
        Attendance(id="t", session="s", participant=ZOE.id, presence=Presence.EXCUSED, reason="ziek"),
        Question(id="q", session="s", text="Hoe?", participant=ZOE.id, also=("jan",)),
        Evaluation(id="e", session="s", activity="a", participant=ZOE.id, content=8),
        Note(id="n", session="s", activity="a", text="vraag het aan zoe  quux of ZOË QUUX", participant=ZOE.id),
    ]  # fmt: skip
    network = Network.create(path, people)

    def changed(state: State, at: Stamp) -> Change:
        return Change(say("Zoë Quux"), puts=(Participant(id=ZOE.id, name="Zoë Quux", organisation="Acme bis"),))

    network.apply(changed).wait(10)
    network.drafts.set("line", "Zoë Quux zegt")
    for number in range(60):
        network.apply(add, f"idee {number} van Zo\u00eb Quux")
    network.close()
    path.write_bytes(path.read_bytes().replace(b"idee 3 ", b"idee drie "))
    Network.open(path).close()
    path.with_name(f".{path.name}.tmp").write_text("Zoë Quux")
    return path


def test_no_byte_of_the_name_is_left(path: Path) -> None:
    folder = path.parent
    assert any("Zoë".encode() in each.read_bytes() for each in folder.rglob("*.history"))
    assert any(path.with_name(f".{path.name}.kring").joinpath("aside").iterdir())
    done = kring("forget", path, "zoe quux")
    assert done.returncode == 0, done.stderr
    assert b"notes 1:" in done.stdout
    for each in folder.rglob("*"):
        if each.is_file() and each.name != "reserve":
            data = each.read_bytes().decode()
            assert "zo\u00eb quux" not in data.casefold() and "zoe  quux" not in data and "\\u00eb" not in data, each
            assert "Acme" not in data and "ziek" not in data and "directrice" not in data, each
    state = images.load(path.read_bytes()).state
    assert len(state.all(Participant)) == 2 and OTHER in state.all(Participant)
    assert state.all(Attendance)[0].presence is Presence.EXCUSED
    assert state.all(Question)[0].participant is None and state.all(Question)[0].also == ("jan",)
    assert state.all(Evaluation)[0].participant is None and state.all(Evaluation)[0].content == 8
    assert state.all(Note)[0].text == "vraag het aan … of …" and state.all(Note)[0].participant is None
    for copy in path.with_name(f".{path.name}.kring").joinpath("backups").iterdir():
        assert images.load(copy.read_bytes()).sound


def test_an_open_window_can_no_longer_undo_to_before(path: Path) -> None:
    window = Network.open(path, watch=True)
    window.apply(add, "Zoë Quux zei dit").wait(10)
    assert window._desk.history.undoes
    assert kring("forget", path, "Zoë Quux").returncode == 0
    with window._desk.guard:
        assert window._desk.guard.wait_for(lambda: not window._desk.history.undoes, 10)
    window.close()
    assert not any("Zoë".encode() in each.read_bytes() for each in path.parent.rglob("*.history"))


def test_listing_changes_nothing_and_each_can_be_chosen(path: Path) -> None:
    before = path.read_bytes()
    done = kring("forget", path, "Zoë Quux", "--list")
    assert done.returncode == 0 and done.stdout.count(b"\n") == 61 and path.read_bytes() == before
    done = kring("forget", path, "Zoë Quux", "--each", given=b"n\n" + b"\n" * 60)
    assert done.returncode == 0
    held = images.load(path.read_bytes()).state
    assert sum("…" in each.text for each in held.all(Note)) == 60
    assert "zoe  quux" in held.all(Note)[0].text


def test_who_is_not_there_or_not_the_only_one_is_said(path: Path, tmp_path: Path) -> None:
    for words in ((path, "Niemand"), (tmp_path / "none.json", "Zoë Quux")):
        done = kring("forget", *words)
        assert done.returncode == 1 and done.stderr.startswith(b"kring: ") and done.stderr.count(b"\n") == 1
    twin = Participant(id="twin", name="Zoe Quux", organisation="Elders")
    network = Network.open(path)
    network.apply(lambda state, at: Change(say("Twin"), puts=(twin,))).wait(10)
    network.close()
    assert kring("forget", path, "Zoë Quux").returncode == 1
    assert kring("forget", path, "Zoë Quux", "--organisation", "elders").returncode == 0
    left = images.load(path.read_bytes()).state.all(Participant)
    assert [each.id for each in left if "Zo" in each.name] == ["zoe-id"]
