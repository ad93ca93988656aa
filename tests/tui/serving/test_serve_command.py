"""``kring serve``: one line with the address, no window left behind, and what cannot be served is said."""

from __future__ import annotations

import json
import signal
import sys
import time
from pathlib import Path

import pytest
from aiohttp import ClientSession

from data.model import ActivityKind
from tests.screens.group import group
from tests.tui.commands_run import started
from tui.cli import main

ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="children are looked up in /proc")


def children(process: int) -> list[int]:
    """The processes that this one began."""
    return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def is_alive(process: int) -> bool:
    """Whether it runs; one that ended and nobody asked after does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@ON_LINUX
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
async def test_no_window_is_left_behind_when_it_ends_or_is_killed(tmp_path: Path, end: signal.Signals) -> None:
    path = group(tmp_path, [ActivityKind.CHECK_IN])
    serving = started("serve", path, "--json")
    assert serving.stdout is not None
    said = json.loads(serving.stdout.readline())
    assert said["file"] == str(path) and said["room"] is False and said["address"].startswith("http://127.0.0.1:")
    async with ClientSession() as client, client.ws_connect(said["address"] + "ws") as socket:
        assert await socket.receive_bytes(timeout=20)
        (window,) = children(serving.pid)
        serving.send_signal(end)
        until = time.monotonic() + 20
        while is_alive(window) and time.monotonic() < until:
            await socket.receive(timeout=20)
    assert not is_alive(window)
    assert serving.wait(20) == (0 if end is signal.SIGTERM else -end)
    serving.communicate()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["none.kring.json", "--json"], 1),
        (["test.kring.json", "--listen", "nowhere", "--json"], 2),
        (["test.kring.json", "--listen", "192.0.2.1:80", "--json"], 1),
        (["test.kring.json", "--listen", "192.0.2.1:80"], 1),
    ],
)
def test_what_cannot_be_served_is_said(
    tmp_path: Path, words: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    group(tmp_path, [ActivityKind.CHECK_IN])
    file, *options = words
    assert main(["serve", str(tmp_path / file), *options]) == code
    said = capsys.readouterr()
    if "--json" in words:
        assert json.loads(said.out)["error"] and not said.err
    else:
        assert "192.0.2.1:80" in said.err and not said.out
