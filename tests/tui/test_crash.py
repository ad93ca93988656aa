"""A mistake of the program is one sentence in the room, and a report that holds nothing people typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = """
from tui.app import Kring
from data.settings import Settings


def broken(app):
    name = "Zoë Quux"
    raise ValueError(name)


Kring.on_mount = broken
Kring(Settings(language="nl")).run(headless=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the state folder is set in another way there")
def test_a_mistake_is_told_in_one_sentence(tmp_path: Path) -> None:
    program = tmp_path / "broken.py"
    program.write_text(CODE, encoding="utf-8")
    environment = {
        "PYTHONPATH": str(ROOT),
        "PATH": "/usr/bin:/bin",
        "XDG_STATE_HOME": str(tmp_path),
        "KRING_SETTINGS": str(tmp_path / "s.toml"),
    }
    done = subprocess.run(
        [sys.executable, str(program)], capture_output=True, text=True, env=environment, encoding="utf-8", check=False
    )
    assert "start het opnieuw" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stdout + done.stderr
    assert "Quux" not in done.stdout + done.stderr
    (report,) = tmp_path.rglob("mistake-*.txt")
    text = report.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "broken" in text
    assert "Quux" not in text
    assert report.stat().st_mode & 0o777 == 0o600
