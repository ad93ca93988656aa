"""Without sharing nothing of it is there: not what it is made of, no thread of it, nothing beside the file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from data.model import ActivityKind
from tests.screens.group import group

OF_SHARING = {"nats", "zeroconf", "cryptography", "segno", "textual_serve", "aiohttp", "data.together.sharing"}
THREADS = {"kring-sharing", "kring-together", "kring-gate", "kring-nearby"}

A_SESSION = """
import asyncio, json, sys, threading
from pathlib import Path
from tests.pilot import read, running, type_text, until
from data.model import Note
from tui.cli import main

path, out = Path(sys.argv[1]), sys.argv[2]

async def session():
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "Brainstorm")
        await type_text(pilot, "van hier")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.all(Note) and app.network.saved)
        await pilot.press("ctrl+z", "ctrl+y", "f2")
        app.go("a1")
        await pilot.press("f5")
        await read(pilot, "Markdown")
        return [thread.name for thread in threading.enumerate()]

threads = asyncio.run(session())
main(["export", str(path), "--to", out, "--format", "md,html,json"])
print(json.dumps({"modules": sorted(sys.modules), "threads": threads}))
"""


def test_from_start_to_capture_to_export_nothing_of_sharing_is_read(tmp_path: Path) -> None:
    path = group(tmp_path, [ActivityKind.BRAINSTORM, ActivityKind.CLOSE])
    out = tmp_path / "out"
    words = [sys.executable, "-c", A_SESSION, str(path), str(out)]
    root = Path(__file__).parents[2]
    done = subprocess.run(words, check=True, capture_output=True, text=True, cwd=root, encoding="utf-8", timeout=100)
    found = json.loads(done.stdout.splitlines()[-1])
    assert list(out.iterdir())
    assert "data.network.network" in found["modules"] and not OF_SHARING & set(found["modules"])
    assert not THREADS & set(found["threads"])
    assert "together" not in json.loads(path.read_text(encoding="utf-8"))
    assert not list(tmp_path.rglob("together"))
