"""Running ``kring`` as a script would: in a process of its own, or (quicker) in this one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
KRING = [sys.executable, "-m", "tui"]


def kring(*words: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run ``kring`` with these words and this standard input."""
    return subprocess.run(
        [*KRING, *map(str, words)], input=given, capture_output=True, cwd=HERE, check=False, timeout=60
    )


def started(*words: str | Path, **options: int) -> subprocess.Popen[bytes]:
    """Start ``kring`` with pipes to it."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.Popen([*KRING, *map(str, words)], cwd=HERE, env=os.environ.copy(), **pipes)  # type: ignore[call-overload,no-any-return]
