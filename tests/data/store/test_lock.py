"""The lock between processes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from data.store.lock import WaitingLock

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no fcntl here")


def test_one_at_a_time(tmp_path: Path) -> None:
    one, other = WaitingLock(tmp_path / "lock"), WaitingLock(tmp_path / "lock")
    assert one.acquire() and not other.acquire(wait=False)
    one.release()
    assert other.acquire(wait=False)


def test_a_lock_whose_file_was_taken_away_is_not_one(tmp_path: Path) -> None:
    """Whoever holds the old file locks nobody out; so the one that others lock is opened again."""
    one, other = WaitingLock(tmp_path / "lock"), WaitingLock(tmp_path / "lock")
    assert one.acquire()
    one.release()
    (tmp_path / "lock").unlink()
    assert other.acquire()
    assert not one.acquire(wait=False)
    other.release()
    assert one.acquire(wait=False)
