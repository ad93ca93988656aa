"""What a terminal may do to the app: bytes that are no text, and signals to end."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tui.terminal import lenient

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal here")


def test_a_byte_that_is_no_text_is_one_odd_character() -> None:
    decoder = lenient("utf-8")()
    assert decoder.decode(b"a\xffb") == "a\ufffdb"
    assert decoder.decode(b"\xc3") + decoder.decode(b"\xab") == "\u00eb"


@pytest.mark.pty
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_leaves_the_terminal_sane_and_nothing_lost(tmp_path: Path, number: signal.Signals) -> None:
    from benchmarks.torture.signals import signal_app

    assert signal_app(tmp_path, number, 1) == ""
