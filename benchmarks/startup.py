"""How long it takes to start, beside what Textual itself takes in the same run: ``python -m benchmarks.startup``.

Each figure is the median of several cold processes, taken in turns so that a busy moment counts for both.
"""

from __future__ import annotations

import os
import pty
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

RUNS = 9
HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("KRING-PAINTED")
Hello().run()
"""


def seconds(command: list[str]) -> float:
    """Wall time of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def painted(command: list[str], text: bytes) -> float:
    """Seconds from the start of a process in a terminal until it has written ``text``."""
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="120", LINES="36", COLORTERM="truecolor")
        os.execvp(command[0], command)
    try:
        seen = b""
        while text not in seen:
            if not select.select([terminal], [], [], 20)[0]:
                raise TimeoutError(f"{text!r} was never painted")
            seen += os.read(terminal, 65536)
        return time.perf_counter() - start
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def side_by_side(ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float]:
    """Medians of both, run in turns after one warm-up of each."""
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(RUNS)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def main() -> None:
    """Print the two comparisons."""
    kring = str(Path(sys.executable).parent / "kring")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KRING_SETTINGS"] = f"{folder}/settings.toml"
        demo = f"{folder}/demo.kring.json"
        subprocess.run([kring, "demo", "--write", demo], check=True, stdout=subprocess.DEVNULL)
        rows = [
            (
                "kring --version / import textual",
                *side_by_side(
                    lambda: seconds([kring, "--version"]), lambda: seconds([sys.executable, "-c", "import textual"])
                ),
                0.5,
            ),
            (
                "first screen / hello world",
                *side_by_side(
                    lambda: painted([kring, demo], b"kring"),
                    lambda: painted([sys.executable, "-c", HELLO], b"KRING-PAINTED"),
                ),
                1.5,
            ),
        ]
    print(f"{'':36}{'kring':>10}{'baseline':>10}{'ratio':>8}{'limit':>8}")
    for name, ours, theirs, limit in rows:
        print(f"{name:36}{ours * 1000:8.0f}ms{theirs * 1000:8.0f}ms{ours / theirs:8.2f}{limit:8.2f}")


if __name__ == "__main__":
    main()
