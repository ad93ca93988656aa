"""Sharing over a real server on this computer: what two laptops see, and who is not let in."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from nats.js import JetStreamContext

from data.model import Note, Participant, Refused
from data.network import Network
from data.network.forgetting import erase, whole
from data.together import join, lines, roles, start_sharing
from data.together import sharing as sharings
from data.together.code import Code, read
from data.together.events import Alone, Laptop, Others, RoomPicture, WithOthers, told_apart
from data.together.placing import same
from data.together.sharing import Sharing
from data.verbs.brainstorm.noting import capture
from data.verbs.network import add_participant
from tests.data.together.laptops import STORM, records
from tests.data.together.sharings import WITHIN, Ears, Wire, has, shown


def test_two_laptops_hold_the_same_and_know_of_each_other(host: tuple[Network, Sharing], tmp_path: Path) -> None:
    ours, sharing = host
    ears = Ears(sharing)
    path = tmp_path / "b.kring.json"
    joined = join(sharing.code, path, name="Laptop B")
    theirs = Network.open(path, watch=True)
    theirs.apply(capture, activity=STORM, text="van B").wait(WITHIN)
    ours.apply(capture, activity=STORM, text="van A").wait(WITHIN)
    shown(ours, has("van B"))
    shown(theirs, has("van A"))
    assert same(ours.state, theirs.state)
    ears.wait(lambda event: isinstance(event, Others) and any(each.name == "Laptop B" for each in event.others))
    joined.close()
    theirs.close()
    ears.wait(lambda event: isinstance(event, Others) and not event.others)
    assert not path.with_name(f".{path.name}.kring").joinpath("together", "joined").exists()


def test_no_call_waits_for_the_answer_to_another(
    host: tuple[Network, Sharing], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over a line on which an answer takes a second, three would take three."""
    publish, together, begun = JetStreamContext.publish, asyncio.Event(), list[bytes]()

    async def slow(self: JetStreamContext, subject: str, payload: bytes, *more: Any, **named: Any) -> Any:
        if subject.endswith(".calls"):
            begun.append(payload)
            if len(begun) == 3:
                together.set()
            await together.wait()
        return await publish(self, subject, payload, *more, **named)

    ours, sharing = host
    path = tmp_path / "b.kring.json"
    joined = join(sharing.code, path)
    theirs = Network.open(path, watch=True)
    monkeypatch.setattr(JetStreamContext, "publish", slow)
    for text in ("eerste", "tweede", "derde"):
        theirs.apply(capture, activity=STORM, text=text).wait(WITHIN)
    shown(ours, has("derde"))
    assert [note.text for note in ours.state.all(Note)][-3:] == ["eerste", "tweede", "derde"]
    joined.close()
    theirs.close()


def test_laptops_of_one_name_are_told_apart_on_all_in_the_same_way() -> None:
    names = {"b": "kring", "a": "kring", "c": "Laptop van An"}
    assert told_apart(names) == {"a": "kring", "b": "kring (2)", "c": "Laptop van An"}


def test_who_only_looks_along_is_seen_by_all_who_work(
    host: tuple[Network, Sharing], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharings, "GREETS", 0.1)
    _ours, sharing = host
    joined = join(sharing.code, tmp_path / "b.kring.json", name="Laptop B")
    ears = [Ears(sharing), Ears(joined)]
    viewer = join(sharing.room_code, None, name="Projector\x1b[2J")
    for each in ears:
        each.wait(lambda event: isinstance(event, Others) and Laptop("Projector[2J", "room") in event.others)
    viewer.close()
    for each, of in zip(ears, (sharing, joined), strict=True):
        each.wait(lambda _, of=of: all(other.role != "room" for other in of.others))  # type: ignore[misc]
    joined.close()


def test_a_viewer_sees_what_the_room_sees_and_nothing_else(host: tuple[Network, Sharing]) -> None:
    _ours, sharing = host
    viewer = join(sharing.room_code, None)
    ears = Ears(viewer)
    sharing.show_room(b"the room")
    ears.wait(lambda event: event == RoomPicture(b"the room"))
    assert {type(event) for event in ears.heard} <= {RoomPicture}
    viewer.close()


def test_what_is_shared_is_not_shared_twice(host: tuple[Network, Sharing]) -> None:
    with pytest.raises(Refused):
        start_sharing(host[0].path, listen=[("127.0.0.1", 0)])


def test_a_laptop_that_cannot_reach_the_address_is_told_at_once(tmp_path: Path, host: tuple[Network, Sharing]) -> None:
    code = read(host[1].code)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = Code("127.0.0.1", free.getsockname()[1], code.secret, code.fingerprint)
        with pytest.raises(Refused):
            join(str(nobody), tmp_path / "c.kring.json")


def test_another_kring_reads_along_and_is_told_which_to_install(
    host: tuple[Network, Sharing], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, sharing = host
    monkeypatch.setattr(roles, "own_version", lambda: "0.0.1")
    path = tmp_path / "b.kring.json"
    joined = join(sharing.code, path)
    assert joined.read_only is not None
    theirs = Network.open(path, watch=True)
    assert same(theirs.state, ours.state)
    with pytest.raises(Refused):
        theirs.apply(capture, activity=STORM, text="van een oude Kring").wait(WITHIN)
    ours.apply(capture, activity=STORM, text="van nu").wait(WITHIN)
    shown(theirs, has("van nu"))
    joined.close()
    theirs.close()


def test_a_server_that_ends_by_itself_begins_again_with_its_log(tmp_path: Path) -> None:
    ours = Network.create(tmp_path / "a.kring.json", records(), watch=True)
    sharing = start_sharing(ours.path, listen=[("127.0.0.1", 0)], network=ours)
    joined = join(sharing.code, tmp_path / "b.kring.json")
    theirs = Network.open(tmp_path / "b.kring.json", watch=True)
    joined.use(theirs)
    ears = Ears(joined)
    theirs.apply(capture, activity=STORM, text="eerst").wait(WITHIN)
    shown(ours, has("eerst"))
    found = subprocess.run(["pgrep", "-f", f"nats-server.*{tmp_path}"], capture_output=True, text=True, check=True)
    os.kill(int(found.stdout.split()[0]), signal.SIGKILL)
    ears.wait(lambda event: isinstance(event, Alone))
    theirs.apply(capture, activity=STORM, text="alleen").wait(WITHIN)
    ears.wait(lambda event: isinstance(event, WithOthers))
    shown(ours, has("alleen"))
    assert same(ours.state, theirs.state)
    for each in (joined, sharing, ours, theirs):
        each.close()


def test_a_line_that_dies_without_a_word_is_told_before_long(
    host: tuple[Network, Sharing], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "PINGS", 0.2)
    ours, sharing = host
    code = read(sharing.code)
    wire = Wire((code.host, code.port))
    wire.start()
    path = tmp_path / "b.kring.json"
    joined = join(str(msgspec.structs.replace(code, port=wire.port)), path)
    theirs = Network.open(path, watch=True)
    joined.use(theirs)
    ears = Ears(joined)
    wire.dead = True
    theirs.apply(capture, activity=STORM, text="op een dode lijn").wait(WITHIN)
    ears.wait(lambda event: isinstance(event, Alone) and event.to_send == 1)
    wire.dead = False
    ears.wait(lambda event: isinstance(event, WithOthers))
    shown(ours, has("op een dode lijn"))
    joined.close()
    theirs.close()


def test_who_is_forgotten_is_gone_from_the_log_of_the_server_too(tmp_path: Path) -> None:
    ours = Network.create(tmp_path / "a.kring.json", records(), watch=True)
    sharing = start_sharing(ours.path, listen=[("127.0.0.1", 0)], network=ours)
    path = tmp_path / "b.kring.json"
    joined = join(sharing.code, path)
    theirs = Network.open(path, watch=True)
    ours.apply(add_participant, name="Jan Peeters").wait(WITHIN)
    theirs.apply(capture, activity=STORM, text="zoals Jan Peeters zegt").wait(WITHIN)
    shown(ours, has("zoals Jan Peeters zegt"))
    shown(theirs, lambda network: bool(network.state.all(Participant)))
    erase(path, theirs.state.all(Participant)[0], "Iemand", whole)
    shown(ours, lambda network: network.state.all(Participant)[0].name == "Iemand")
    until(lambda: b"Peeters" not in b"".join(log_of(tmp_path)))
    for each in (joined, sharing, ours, theirs):
        each.close()
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and b"Peeters" in file.read_bytes()]


def until(holds: Callable[[], bool]) -> None:
    """Wait for what nobody tells."""
    ends = time.monotonic() + WITHIN
    while not holds():
        assert time.monotonic() < ends
        threading.Event().wait(0.02)


def log_of(folder: Path) -> Iterator[bytes]:
    """What stands in the log of a server, that takes files and folders away meanwhile."""
    for place, _folders, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(FileNotFoundError):
                yield Path(place, name).read_bytes() if name.endswith(".blk") else b""
