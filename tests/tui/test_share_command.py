"""``kring share`` and ``kring join`` without a screen: two files on one machine, worked on by other processes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from data.i18n import set_language
from data.network import Network
from data.together.events import Alone, Event, WithOthers
from tests.data.together.laptops import records
from tests.data.together.sharings import has, shown
from tui.cli import main
from tui.together.waiting import Telling


@contextmanager
def running(*words: object) -> Iterator[dict[str, Any]]:
    """A command that goes on, and the line it said when it was ready; it ends well on SIGTERM."""
    command = [sys.executable, "-m", "tui", *map(str, words), "--no-screen", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        try:
            yield json.loads(process.stdout.readline())
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0, process.stderr.read()
        finally:
            process.kill()


def kring(*words: object, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tui", *map(str, words)]
    return subprocess.run(command, input=given, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="ends by SIGTERM")
def test_two_files_become_one_network_and_end_well(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "a.kring.json", tmp_path / "b.kring.json"
    Network.create(ours, records()).close()
    with ExitStack() as stack:
        shared = stack.enter_context(running("share", ours))
        assert shared.keys() == {"code", "room_code", "address", "file"} and shared["file"] == str(ours)
        joined = stack.enter_context(running("join", shared["code"], theirs))
        assert joined == {"role": "co", "address": shared["address"], "file": str(theirs)}
        viewer = stack.enter_context(running("join", shared["room_code"]))
        assert viewer == {"role": "room", "address": shared["address"], "file": None}
        assert kring("capture", theirs, given="van de ander\n").returncode == 0
        network = Network.open(ours, watch=True)
        shown(network, has("van de ander"))
        network.close()
    assert "together" not in json.loads(ours.read_text(encoding="utf-8"))
    assert not list(tmp_path.rglob("server"))


def test_who_gives_the_file_where_the_code_belongs_is_told_what_comes_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.kring.json"
    Network.create(path, records()).close()
    assert main(["join", str(path)]) == 1
    assert f"kring join kring://… {path}" in capsys.readouterr().err


def test_what_cannot_be_shared_or_joined_is_said_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        ("share", tmp_path / "none.kring.json"),
        ("join", "no code", tmp_path / "b.kring.json"),
        ("join", "b.kring.json"),
        ("join", tmp_path, "kring://127.0.0.1:1/" + "k" * 36),
        ("join", "kring://127.0.0.1:1/" + "k" * 36, tmp_path),
        ("join", "kring://127.0.0.1:1/" + "k" * 36),
        ("join",),
    ):
        assert main([*map(str, words), "--no-screen", "--json"]) == 1
        assert json.loads(capsys.readouterr().out).keys() == {"error"}
    assert not list(tmp_path.iterdir())


def test_that_the_line_is_down_is_told_once_however_much_waits() -> None:
    set_language("nl")
    telling = Telling()
    dropped, again = (datetime(2026, 11, 26, 14, minute, tzinfo=UTC) for minute in (2, 9))
    events: list[Event] = [Alone(dropped, 0), Alone(dropped, 1), WithOthers(), Alone(again, 0), Alone(again, 1)]
    said = [telling.of(event) for event in events]
    assert [each for each in said if each] == ["alleen sinds 14:02", "weer samen", "alleen sinds 14:09"]
