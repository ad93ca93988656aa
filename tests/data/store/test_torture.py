"""A short part of ``make torture``: real processes, killed at random moments."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL here")


def test_kills_lose_nothing(tmp_path: Path) -> None:
    from benchmarks.torture import kill_capture, kill_driver, killed
    from tests.data.store.samples import make

    assert killed(tmp_path, "the store", 15, kill_driver, make) == 0
    assert killed(tmp_path, "kring capture", 4, kill_capture, make) == 0


def test_two_processes_at_once_lose_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from benchmarks.store import one_killed, together

    together(tmp_path, 40)
    one_killed(tmp_path, 40)
    told = capsys.readouterr().out
    assert "all there" in told and "lost 0, of the killed one 0" in told
