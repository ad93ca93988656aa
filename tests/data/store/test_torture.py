"""A short part of ``make torture``: real processes, killed at random moments."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL here")


def test_kills_lose_nothing(tmp_path: Path) -> None:
    from benchmarks.torture.kills import kill_capture, kill_driver, killed
    from tests.data.store.samples import make

    assert killed(tmp_path, "the store", 15, kill_driver, make) == 0
    assert killed(tmp_path, "kring capture", 4, kill_capture, make) == 0


def test_erasing_a_person_is_finished_after_a_kill(tmp_path: Path) -> None:
    from benchmarks.torture.forgetting import kill_forget
    from benchmarks.torture.kills import killed
    from tests.data.store.samples import make

    assert killed(tmp_path, "kring forget", 3, kill_forget, make) == 0


@pytest.mark.parametrize("part", ["foreign_copies", "quit_unsaved", "nearly_full"])
def test_rounds_around_the_file_lose_nothing(tmp_path: Path, part: str) -> None:
    from benchmarks.torture import rounds

    assert getattr(rounds, part)(tmp_path, 4) == 0


def test_two_processes_at_once_lose_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from benchmarks.store import one_killed, together

    together(tmp_path, 40)
    one_killed(tmp_path, 40)
    told = capsys.readouterr().out
    assert "all there" in told and "lost 0, of the killed one 0" in told
