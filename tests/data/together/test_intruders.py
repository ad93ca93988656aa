"""Who is not let in, and what somebody who was may not do: tried against the real server."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import socket
import ssl
import threading
from pathlib import Path
from typing import Any

import msgspec
import nats
import pytest

from data.model import Note, Refused, say
from data.network import Network, Noticed
from data.text import NAME_LIMIT
from data.together import gate, join, start_sharing
from data.together.calls import LARGEST, Message, call_of, written
from data.together.certificates import context, for_role
from data.together.code import Code, read
from data.together.events import Others
from data.together.found import stamp_of_now
from data.together.placing import same
from data.together.sharing import Sharing
from data.verbs.brainstorm.noting import capture
from tests.data.together.laptops import STORM, records
from tests.data.together.sharings import WITHIN, Ears, Wire, has, shown

Host = tuple[Network, Sharing]


def changed(code: str, at: int) -> str:
    """The code with one letter of its token mistyped."""
    head, _, token = code.rpartition("/")
    return f"{head}/{token[:at]}{'b' if token[at] == 'a' else 'a'}{token[at + 1 :]}"


@pytest.mark.parametrize("at", [3, 30])
def test_a_wrong_code_is_refused_and_leaves_nothing(host: Host, tmp_path: Path, at: int) -> None:
    with pytest.raises(Refused):
        join(changed(host[1].code, at), tmp_path / "c.kring.json")
    assert not list(tmp_path.iterdir())


def test_who_has_no_code_is_answered_nothing(host: Host) -> None:
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


def test_ten_megabytes_from_who_has_no_code_go_nowhere(host: Host) -> None:
    code = read(host[1].code)
    for first in (b"PUB", bytes([gate.HELLO])):
        with socket.create_connection((code.host, code.port), 10) as door, contextlib.suppress(OSError):
            door.sendall(first * 10_000_000)
            while door.recv(1000):
                pass
    assert host[1].alive


def test_who_is_turned_away_waits_longer_each_time(host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    turn_away, known, turned_away = gate._turn_away, list[int](), threading.Semaphore(0)

    def noticed(turned: gate.Turned) -> None:
        known.append(turned.times)
        turn_away(turned)
        turned_away.release()

    monkeypatch.setattr(gate, "_turn_away", noticed)
    for _ in range(3):
        with pytest.raises(Refused):
            join(changed(host[1].code, 3), tmp_path / "c.kring.json")
        assert turned_away.acquire(timeout=WITHIN)
    assert all(one < other for one, other in itertools.pairwise(known))


ANOTHER = say("Something else is being shared there now: ask for the current code.")


def test_an_old_code_is_worth_nothing_once_it_is_shared_again(tmp_path: Path) -> None:
    ours = Network.create(tmp_path / "a.kring.json", records())
    first = start_sharing(ours.path, listen=[("127.0.0.1", 0)])
    port = read(first.code).port
    copy = join(first.code, tmp_path / "c.kring.json")
    ears = Ears(copy)
    first.close()
    again = start_sharing(ours.path, listen=[("127.0.0.1", port)])
    ears.wait(lambda event: event == Noticed(ANOTHER))
    assert copy.alone_since is not None
    copy.close()
    for code, path in ((first.code, tmp_path / "b.kring.json"), (first.room_code, None)):
        with pytest.raises(Refused) as refused:
            join(code, path)
        assert refused.value.said == ANOTHER
    new = read(again.code)
    mixed = msgspec.structs.replace(new, secret=read(first.code).secret)
    with pytest.raises(Refused) as refused:
        join(str(mixed), tmp_path / "b.kring.json")
    assert refused.value.said.message == "That code is wrong, or from an earlier sharing: ask for the current code."
    assert not (tmp_path / "b.kring.json").exists()
    again.close()
    ours.close()


def test_nothing_on_the_line_is_in_the_clear(host: Host, tmp_path: Path) -> None:
    ours, sharing = host
    code = read(sharing.code)
    wire = Wire((code.host, code.port))
    wire.start()
    path = tmp_path / "b.kring.json"
    joined = join(str(msgspec.structs.replace(code, port=wire.port)), path, name="Laptop van Bo")
    theirs = Network.open(path, watch=True)
    for number in range(20):
        theirs.apply(capture, activity=STORM, text=f"geheim woord {number}").wait(WITHIN)
    ours.apply(capture, activity=STORM, text="geheim woord terug").wait(WITHIN)
    shown(ours, has("geheim woord 19"))
    shown(theirs, has("geheim woord terug"))
    joined.close()
    theirs.close()
    assert len(wire.read) > 20_000
    for word in (b"geheim", b"woord", b"Laptop", b"Talent", b"capture", b"kring", code.secret.encode()):
        assert word not in wire.read


async def published(
    code: Code, role: str, folder: Path, subject: str, data: bytes, *, refusal: bool = True
) -> list[str]:
    """What the server says to who publishes this, with a client that does not mind how large it is."""
    said: list[str] = []
    refused = asyncio.Event()

    async def hear(error: Exception) -> None:
        said.append(str(error).lower())
        if "violation" in said[-1]:
            refused.set()

    async def close() -> None:
        refused.set()

    tls = context(for_role(role, code.secret), code.fingerprint, folder)
    client = await nats.connect(
        f"tls://{code.address}",
        tls=tls,
        tls_handshake_first=True,
        tls_hostname="kring",
        error_cb=hear,
        closed_cb=close,
        allow_reconnect=False,
    )
    client._max_payload = 1 << 30
    await client.publish(subject, data)
    if refusal:
        await asyncio.wait_for(refused.wait(), WITHIN)
    else:
        await client.flush()
    await client.close()
    return said


@pytest.mark.parametrize("what", ["calls", "who", "room"])
def test_a_viewer_may_not_publish(host: Host, tmp_path: Path, what: str) -> None:
    code = read(host[1].room_code)
    said = asyncio.run(published(code, "room", tmp_path, f"kring.{code.fingerprint}.{what}", b"{}"))
    assert any("permissions violation" in each for each in said)


def test_a_co_facilitator_cannot_take_the_log_away(host: Host, tmp_path: Path) -> None:
    code = read(host[1].code)
    stream = f"kring-{code.fingerprint}-calls"
    said: Any = asyncio.run(published(code, "co", tmp_path, f"$JS.API.STREAM.DELETE.{stream}", b""))
    assert any("permissions violation" in each for each in said)


def test_a_co_facilitator_does_not_say_what_the_room_sees(host: Host, tmp_path: Path) -> None:
    code = read(host[1].code)
    said = asyncio.run(published(code, "co", tmp_path, f"kring.{code.fingerprint}.room", b"{}"))
    assert any("permissions violation" in each for each in said)


def test_a_message_of_ten_megabytes_ends_the_line_of_who_sends_it_and_of_nobody_else(
    host: Host, tmp_path: Path
) -> None:
    ours, sharing = host
    joined = join(sharing.code, tmp_path / "b.kring.json")
    before, code = ours.state, read(sharing.code)
    said = asyncio.run(published(code, "co", tmp_path, f"kring.{code.fingerprint}.calls", b" " * 10_000_000))
    assert said, "the line is ended, with or without a word"
    assert same(ours.state, before)
    theirs = Network.open(tmp_path / "b.kring.json", watch=True)
    theirs.apply(capture, activity=STORM, text="na tien megabyte").wait(WITHIN)
    shown(ours, has("na tien megabyte"))
    assert joined.alone_since is None and sharing.alone_since is None
    joined.close()
    theirs.close()


def sent(network: str, *, verb: str = "", **other: Any) -> bytes:
    """A message with a call that is right, but for this."""
    call = call_of(capture, stamp_of_now(), {"activity": STORM, "text": "x"})
    assert call is not None
    found = msgspec.to_builtins(Message(network=network, origin="somebody", number=1, call=call)) | other
    if verb:
        found["call"]["verb"] = verb
    return msgspec.json.encode(found)


NO_MESSAGES: dict[str, tuple[bytes, str]] = {
    "no call": (b'{"verb": "os.system"}', "This message is not from Kring."),
    "no text": (b"\xff\x00\xfe" * 100, "This message is not from Kring."),
    "deep": (b"[" * 100_000, "This message is not from Kring."),
    "number": (b'{"form": 1e999}', "This message is not from Kring."),
    "another network": (sent("another"), "This message is from another network."),
    "another form": (sent("network", form=2), "This message is from another version of Kring."),
    "unknown verb": (sent("network", verb="os.system"), "This call ({verb}) is from another version of Kring."),
    "hostile verb": (
        sent("network", verb="\x1b]0;x\x07\u202e[red]" * 50),
        "This call ({verb}) is from another version of Kring.",
    ),
    "before the first": (sent("network", number=0), "This message is not from Kring."),
    "too large": (b" " * (LARGEST + 1), "This message is too large ({size} MB)."),
}


@pytest.mark.parametrize("name", NO_MESSAGES)
def test_a_message_that_is_no_call_is_told_and_changes_nothing(host: Host, tmp_path: Path, name: str) -> None:
    ours, sharing = host
    ears, before, code = Ears(sharing), ours.state, read(sharing.code)
    data, said = NO_MESSAGES[name]
    asyncio.run(published(code, "co", tmp_path, f"kring.{code.fingerprint}.calls", data, refusal=False))
    ears.wait(lambda event: isinstance(event, Noticed) and event.said.message == said)
    fills = " ".join(
        str(each) for event in ears.heard if isinstance(event, Noticed) for each in event.said.fills.values()
    )
    assert "\x1b" not in fills and "\u202e" not in fills and len(fills) < 200
    assert same(ours.state, before)


HOSTILE = "\x1b]0;x\x07\x1b[2J\x9b2J\x00\u202e\u2066[red]$(reboot)\r\n<b>" + "\U0001f469\u200d" * 3


def test_hostile_text_is_saved_as_text_that_does_nothing(host: Host, tmp_path: Path) -> None:
    ours, sharing = host
    code = read(sharing.code)
    call = call_of(capture, stamp_of_now(), {"activity": STORM, "text": f"vijandig {HOSTILE}"})
    assert call is not None
    data = written(Message(network="network", origin="hostile", number=1, call=call))
    asyncio.run(published(code, "co", tmp_path, f"kring.{code.fingerprint}.calls", data, refusal=False))
    shown(ours, lambda network: any("vijandig" in note.text for note in network.state.all(Note)))
    text = next(note.text for note in ours.state.all(Note) if "vijandig" in note.text)
    assert not set("\x00\x07\x1b\x9b\r\n\u202e\u2066") & set(text)
    hello = msgspec.json.encode({"id": "x", "name": HOSTILE * 40, "role": "co", "place": HOSTILE})
    ears = Ears(sharing)
    asyncio.run(published(code, "co", tmp_path, f"kring.{code.fingerprint}.who", hello, refusal=False))
    ears.wait(lambda event: isinstance(event, Others) and bool(event.others))
    name = sharing.others[0].name
    assert not set("\x00\x07\x1b\x9b\r\n\u202e\u2066") & set(name) and len(name) <= NAME_LIMIT
