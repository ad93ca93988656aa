"""The app is told to end, or its terminal hangs up: what was acknowledged is there, and the terminal as it was."""

from __future__ import annotations

import signal
from pathlib import Path

from benchmarks.terminal import Terminal
from benchmarks.torture.kills import KRING, board, held

SANE = ("\x1b[?1049l", "\x1b[?25h")
"""Back from the other screen, and the cursor is seen again."""


def signalled(folder: Path, count: int) -> int:
    """So many windows, each told to end after an odd byte and a line."""
    both = (signal.SIGTERM, signal.SIGHUP)
    wrong = [fault for seed in range(count) if (fault := signal_app(folder, both[seed % 2], seed))]
    print(f"{count:5} windows told to end: {len(wrong)} violations {wrong[:3] or ''}", flush=True)
    return len(wrong)


def signal_app(folder: Path, number: signal.Signals, seed: int) -> str:
    """Type a byte that is no text and a line, then send the signal; what was wrong, or nothing."""
    path = board(folder / f"signal-{seed}.kring.json")
    terminal = Terminal([*KRING, "open", str(path)])
    try:
        terminal.until(lambda: terminal.shows("▌ › "), 60)
        terminal.quiet()
        terminal.send_bytes(b"\xff")
        terminal.send(f"idee{seed}z")
        terminal.send("\r")
        terminal.until(lambda: terminal.shows("5 post-its") and "✓" in terminal.screen.display[0], 30)
        end = terminal.ended_by(number)
    except TimeoutError as error:
        return f"the app did not answer: {str(error)[:500]}"
    finally:
        terminal.close()
    found = held(path)
    if isinstance(found, str) or not any(f"idee{seed}z" in text for text in found.values()):
        return f"a line is lost: {found}"
    if number == signal.SIGTERM and not all(each in end for each in SANE):
        return "the terminal is not as it was"
    return ""
