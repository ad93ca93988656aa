"""A network to press keys on: the demo, as it is right now."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from data.demo import demo_records
from tests.pilot import network_file


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """The Dutch demo network in a file of its own."""
    now = datetime.now().astimezone()
    return network_file(tmp_path, demo_records("nl", now.date(), now.time()))
