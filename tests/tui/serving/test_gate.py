"""The gate opens to whoever knows the token, to our own page, and to nothing else."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, WSServerHandshakeError, web
from aiohttp.test_utils import TestServer

from data.i18n import set_language
from data.model import ActivityKind, Refused
from tests.screens.group import group
from tui.serving.gate import HEADERS, MOST, POLICY, STATICS, Gate, is_own
from tui.serving.listening import Place, found_at, place_of
from tui.serving.window import packet, said, size_of


class Served:
    """A gate that answers, and somebody who asks it."""

    def __init__(self, gate: Gate, server: TestServer, client: ClientSession) -> None:
        self.gate, self.server, self.client = gate, server, client
        self.home = f"/{gate.token}/"

    async def get(self, path: str) -> tuple[int, str, dict[str, str]]:
        async with self.client.get(str(self.server.make_url(path)), allow_redirects=False) as answer:
            return answer.status, await answer.text(errors="replace"), dict(answer.headers)


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    path = group(tmp_path, [ActivityKind.CHECK_IN])
    gate = Gate(["room", str(path)], "<b>proef</b>.kring.json")
    server = TestServer(gate.application())
    await server.start_server()
    async with ClientSession() as client:
        yield Served(gate, server, client)
    await server.close()


async def test_without_the_token_nothing_is_answered_and_nothing_told(served: Served) -> None:
    wrong = "x" * len(served.gate.token)
    paths = ["/", "/ws", "/static", "/static/", "/textual.js", "/download/x", f"/{served.gate.token[:-1]}/"]
    paths += [f"/{wrong}/", f"/{wrong}/ws", *(f"/{wrong}/{name}" for name in STATICS)]
    for path in paths:
        status, text, headers = await served.get(path)
        assert (status, text) == (404, "404: Not Found"), path
        assert headers.items() >= HEADERS.items()


async def test_with_it_there_is_a_page_that_takes_nothing_from_elsewhere(served: Served) -> None:
    status, page, headers = await served.get(served.home)
    assert status == 200 and headers["Content-Type"].startswith("text/html")
    assert headers.items() >= HEADERS.items()
    assert "http" not in page and "//" not in page.replace("<!DOCTYPE", "")
    assert "<b>" not in page and "&lt;b&gt;proef" in page and 'lang="nl"' in page and "Nog eens openen" in page
    asked = set(re.findall(r'(?:src|href)="([^":]+)"', page))
    assert asked == set(STATICS)
    for name in STATICS:
        status, text, headers = await served.get(served.home + name)
        assert status == 200 and text and headers.items() >= HEADERS.items(), name
    assert not re.search(r"url\((?!\"mono.ttf\")", (await served.get(served.home + "kring.css"))[1])
    assert all("http" not in whence and "*" not in whence for whence in POLICY.values())


async def test_no_folder_is_listed_and_no_other_file_is_there(served: Served) -> None:
    others = ["static/", "js/", "page/", "server.py", "page.html", "..%2fserver.py", "%2e%2e/", "kring.js/", "window"]
    for path in others:
        assert (await served.get(served.home + path))[0] == 404, path


async def test_a_foreign_page_gets_no_window(served: Served) -> None:
    for origin in ("http://elsewhere.example", "null", "http://127.0.0.1", "https://127.0.0.1:1"):
        with pytest.raises(WSServerHandshakeError) as refused:
            await served.client.ws_connect(served.server.make_url(served.home + "ws"), origin=origin)
        assert refused.value.status == 403
    with pytest.raises(WSServerHandshakeError) as unknown:
        await served.client.ws_connect(served.server.make_url("/" + "x" * 32 + "/ws"))
    assert unknown.value.status == 404


async def test_a_window_is_seen_hears_keys_and_ends_with_its_page(served: Served) -> None:
    url = served.server.make_url(served.home + "ws").with_query(width="100", height="30")
    own = f"http://{served.server.host}:{served.server.port}"
    async with served.client.ws_connect(url, origin=own) as socket:
        for nonsense in ("", "{}", "[]", '["stdin", 5]', '["resize", [1]]', '["quit"]', '["resize", {"width": "x"}]'):
            await socket.send_str(nonsense)
        await socket.send_bytes(b"\0\1")
        await _read(socket, b"Proefgroep")
        await socket.send_json(["stdin", "x"])
        await _read(socket, b"Ctrl+Q sluit dit venster")
        assert len(served.gate._shown) == 1
        await socket.send_json(["stdin", "q"])
        while not (await socket.receive(timeout=20)).type.name.startswith("CLOS"):
            pass
    assert not served.gate._shown


async def _read(socket: object, text: bytes) -> None:
    """Wait until this was drawn in one go."""
    seen = b""
    while text not in seen:
        message = await socket.receive(timeout=20)  # type: ignore[attr-defined]
        assert isinstance(message.data, bytes), message
        seen += re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", message.data)


async def test_there_are_only_so_many_windows(served: Served) -> None:
    import asyncio

    ever = asyncio.get_running_loop().create_future
    served.gate._shown |= {asyncio.ensure_future(_wait(ever())) for _number in range(MOST)}
    with pytest.raises(WSServerHandshakeError) as full:
        await served.client.ws_connect(served.server.make_url(served.home + "ws"))
    assert full.value.status == web.HTTPServiceUnavailable.status_code


async def _wait(for_what: object) -> None:
    await for_what  # type: ignore[misc]


def test_each_serving_has_another_token() -> None:
    assert len({Gate([], "").token for _each in range(20)}) == 20
    assert len(Gate([], "").token) >= 32


def test_an_origin_is_that_of_the_page_or_none() -> None:
    assert is_own(None, "a:1") and is_own("http://a:1", "a:1") and is_own("https://a:1", "a:1")
    assert not is_own("", "a:1") and not is_own("http://a", "a:1") and not is_own("a:1", "a:1")


def test_messages_of_a_browser_become_packets_of_a_window() -> None:
    assert said('["stdin", "é\\u0011"]') == packet(b"D", "é\x11".encode())
    assert said('["resize", {"width": 9999, "height": 1}]') == packet(
        b"M", b'{"type": "resize", "width": 500, "height": 8}'
    )
    assert said('["focus"]') == packet(b"M", b'{"type": "focus"}')
    for nothing in ("", "x", "[", "[]", "{}", '["quit"]', '["exit"]', '["stdin"]', '[["stdin"]]', '{"stdin": 1}'):
        assert said(nothing) is None, nothing
    assert size_of({"width": "120", "height": "36"}) == (120, 36)
    assert size_of({"width": "", "height": "-5"}) == (80, 8)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("", Place("127.0.0.1", 0)),
        (":8000", Place("127.0.0.1", 8000)),
        ("localhost:80", Place("127.0.0.1", 80)),
        ("192.168.1.20:8000", Place("192.168.1.20", 8000)),
        (" 192.168.1.20 ", Place("192.168.1.20", 0)),
        ("[::1]:90", Place("::1", 90)),
        ("::1", Place("::1", 0)),
        ("*:80", Place("0.0.0.0", 80)),
    ],
)
def test_where_it_listens_is_read_as_people_write_it(typed: str, place: Place) -> None:
    assert place_of(typed) == place
    assert place.alone is (place.host in {"127.0.0.1", "::1"})


@pytest.mark.parametrize("typed", ["x:1", "1.2.3.4:99999", "1.2.3:80", "[::1]:x", "1.2.3.4:-1", "http://1.2.3.4:80"])
def test_what_is_no_address_is_refused(typed: str) -> None:
    set_language("en")
    with pytest.raises(Refused) as refused:
        place_of(typed)
    assert refused.value.said.fills["text"] == typed


def test_an_address_is_given_that_can_be_typed() -> None:
    assert found_at("192.168.1.20") == "192.168.1.20"
    assert found_at("::1") == "[::1]"
    assert found_at("0.0.0.0") not in {"0.0.0.0", ""}
