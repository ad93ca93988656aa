"""Sharing over a real server on this computer: what two laptops see, and who is not let in."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nats
import pytest
from nats.js import JetStreamContext

from data.model import Note, Participant, Refused
from data.network import Network, Noticed
from data.network.forgetting import erase, whole
from data.together import gate, join, roles, start_sharing
from data.together.certificates import context, for_role
from data.together.code import Code, read
from data.together.events import Alone, Event, Others, RoomPicture, WithOthers
from data.together.placing import same
from data.together.server import free_port, program_path, wait_for
from data.together.sharing import Sharing
from data.verbs.brainstorm.noting import capture
from data.verbs.network import add_participant
from tests.data.together.laptops import STORM, records

WITHIN = 20.0


class Ears:
    """What was told, and a wait for it."""

    def __init__(self, sharing: Sharing) -> None:
        self.heard: list[Event] = []
        self._changed = threading.Condition()
        sharing.subscribe(self._hear)

    def _hear(self, event: Event) -> None:
        with self._changed:
            self.heard.append(event)
            self._changed.notify_all()

    def wait(self, holds: Callable[[Event], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: any(map(holds, self.heard)), WITHIN), self.heard


def shown(network: Network, holds: Callable[[Network], bool]) -> None:
    """Wait until an open network shows it."""
    changed = threading.Event()
    stop = network.subscribe(lambda _: changed.set())
    while not holds(network):
        assert changed.wait(WITHIN), [note.text for note in network.state.all(Note)]
        changed.clear()
    stop()


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Network, Sharing]]:
    patience, gate.LONGEST = gate.LONGEST, 0.0
    network = Network.create(tmp_path_factory.mktemp("host") / "a.kring.json", records(), watch=True)
    sharing = start_sharing(network.path, listen=[("127.0.0.1", 0)], name="Laptop A", network=network)
    yield network, sharing
    sharing.close()
    network.close()
    gate.LONGEST = patience


def has(text: str) -> Callable[[Network], bool]:
    return lambda network: any(note.text == text for note in network.state.all(Note))


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


def test_a_viewer_sees_what_the_room_sees_and_nothing_else(host: tuple[Network, Sharing]) -> None:
    _ours, sharing = host
    viewer = join(sharing.room_code, None)
    ears = Ears(viewer)
    sharing.show_room(b"the room")
    ears.wait(lambda event: event == RoomPicture(b"the room"))
    assert {type(event) for event in ears.heard} <= {RoomPicture}
    viewer.close()


def changed(code: str, at: int) -> str:
    """The code with one letter of its token mistyped."""
    head, _, token = code.rpartition("/")
    return f"{head}/{token[:at]}{'b' if token[at] == 'a' else 'a'}{token[at + 1 :]}"


@pytest.mark.parametrize("at", [3, 30])
def test_a_wrong_code_is_refused_and_leaves_nothing(host: tuple[Network, Sharing], tmp_path: Path, at: int) -> None:
    with pytest.raises(Refused):
        join(changed(host[1].code, at), tmp_path / "c.kring.json")
    assert not list(tmp_path.iterdir())


def test_who_has_no_code_is_answered_nothing(host: tuple[Network, Sharing]) -> None:
    code = read(host[1].code)
    with socket.create_connection((code.host, code.port), 5) as door:
        door.sendall(b"CONNECT {}\r\nPING\r\n")
        with contextlib.suppress(ConnectionResetError):
            assert door.recv(100) == b""
    anybody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
    said = b""
    with (
        contextlib.suppress(ssl.SSLError, ConnectionResetError),
        socket.create_connection((code.host, code.port), 5) as door,
        anybody.wrap_socket(door) as secret,
    ):
        said = secret.recv(100)
    assert said == b""


async def published(
    code: Code, role: str, folder: Path, subject: str, data: bytes, *, refusal: bool = True
) -> list[str]:
    """What the server says to who publishes this."""
    said: list[str] = []
    refused = asyncio.Event()

    async def hear(error: Exception) -> None:
        said.append(str(error).lower())
        if "violation" in said[-1]:
            refused.set()

    tls = context(for_role(role, code.secret), code.fingerprint, folder)
    client = await nats.connect(
        f"tls://{code.address}",
        tls=tls,
        tls_handshake_first=True,
        tls_hostname="kring",
        error_cb=hear,
        allow_reconnect=False,
    )
    await client.publish(subject, data)
    await client.flush()
    if refusal:
        await asyncio.wait_for(refused.wait(), WITHIN)
    await client.close()
    return said


@pytest.mark.parametrize("what", ["calls", "who", "room"])
def test_a_viewer_may_not_publish(host: tuple[Network, Sharing], tmp_path: Path, what: str) -> None:
    code = read(host[1].room_code)
    said = asyncio.run(published(code, "room", tmp_path, f"kring.{code.fingerprint}.{what}", b"{}"))
    assert any("permissions violation" in each for each in said)


def test_a_message_that_is_no_call_is_told_and_changes_nothing(host: tuple[Network, Sharing], tmp_path: Path) -> None:
    ours, sharing = host
    ears = Ears(sharing)
    before = ours.state
    code = read(sharing.code)
    asyncio.run(
        published(code, "co", tmp_path, f"kring.{code.fingerprint}.calls", b'{"verb": "os.system"}', refusal=False)
    )
    ears.wait(lambda event: isinstance(event, Noticed))
    assert same(ours.state, before)


def test_a_co_facilitator_cannot_take_the_log_away(host: tuple[Network, Sharing], tmp_path: Path) -> None:
    code = read(host[1].code)
    stream = f"kring-{code.fingerprint}-calls"
    said: Any = asyncio.run(published(code, "co", tmp_path, f"$JS.API.STREAM.DELETE.{stream}", b""))
    assert any("permissions violation" in each for each in said)


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


CONFIGURATION = """
listen: "127.0.0.1:{port}"
server_name: organisation
max_payload: 3MB
jetstream {{ store_dir: "{folder}/log", sync_interval: always }}
authorization {{ users = [ {{ user: kring, password: geheim }} ] }}
"""


@pytest.fixture
def organisation(tmp_path: Path) -> Iterator[str]:
    """A server of an organisation."""
    port = free_port()
    path = tmp_path / "nats.conf"
    path.write_text(CONFIGURATION.format(port=port, folder=tmp_path), encoding="utf-8")
    with subprocess.Popen([program_path(), "-c", str(path)], stderr=subprocess.DEVNULL) as process:
        wait_for(port)
        yield f"nats://kring:geheim@127.0.0.1:{port}"
        process.terminate()


def test_an_organisation_has_a_server_of_its_own(organisation: str, tmp_path: Path) -> None:
    ours = Network.create(tmp_path / "a.kring.json", records(), watch=True)
    sharing = start_sharing(ours.path, at=organisation, network=ours)
    joined = join(sharing.code, tmp_path / "b.kring.json")
    theirs = Network.open(tmp_path / "b.kring.json", watch=True)
    theirs.apply(capture, activity=STORM, text="van B").wait(WITHIN)
    shown(ours, has("van B"))
    sharing.close()
    theirs.apply(capture, activity=STORM, text="zonder A").wait(WITHIN)
    again = start_sharing(ours.path, at=organisation, network=ours)
    shown(ours, has("zonder A"))
    assert same(ours.state, theirs.state)
    for each in (again, joined, ours, theirs):
        each.close()


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
    for file in folder.rglob("*.blk"):
        with contextlib.suppress(FileNotFoundError):
            yield file.read_bytes()
