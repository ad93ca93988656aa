"""Random keys and pastes over every screen, for a while; ``make torture`` goes on for longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.monkey import ROUND, play


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(4))
async def test_whatever_is_pressed_nothing_crashes_is_lost_or_cannot_be_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    # What it types as a path goes nowhere else.
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    tally = await play(tmp_path, seed, ROUND)
    assert not tally.faults, "\n\n".join(tally.faults)
    assert tally.compared + tally.left_out
