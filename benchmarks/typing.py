"""Typing post-its in a real terminal, beside a bare input line in the same run: ``python -m benchmarks.typing``.

Key to screen: from the byte going in until the screen shows it. Enter to saved: until the note stands on the board
and the bar says it is saved. Latencies are of the 95th of a hundred. Bursts are checked letter for letter.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from benchmarks.terminal import Terminal
from data.model import Activity, ActivityKind, Cluster, Note, Profile, Record, Session, SessionStatus
from data.network import Network

KEYS = 400
NOTES = 60
BURST = 200
RATE = 15
WORDS = [
    "leren",
    "ploeg",
    "tijd",
    "ruimte",
    "vertrouwen",
    "feedback",
    "planning",
    "opdracht",
    "groei",
    "talent",
    "fout",
    "gesprek",
]
BARE = """
from textual.app import App
from textual.widgets import Input
class Bare(App):
    def compose(self):
        yield Input(placeholder="READY")
    def on_input_submitted(self, event):
        event.input.clear()
        event.input.placeholder = "TAKEN " + event.value[-6:]
Bare().run()
"""


def board(size: int, clusters: int = 8) -> list[Record]:
    """A network with one brainstorm of so many notes, a third of them loose."""
    chance = random.Random(size)
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    session = Session(id="session", number=1, status=SessionStatus.OPEN, now="storm", date=now[:10])
    storm = Activity(
        id="storm", session="session", kind=ActivityKind.BRAINSTORM, position=1, question="Wat helpt?", started=now
    )
    groups = [
        Cluster(id=f"c{n}", session="session", activity="storm", title=f"Cluster {n + 1}", position=n + 1.0)
        for n in range(clusters)
    ]
    notes = [
        Note(
            id=f"n{n}",
            session="session",
            activity="storm",
            text=f"{' '.join(chance.choices(WORDS, k=chance.randint(2, 8)))} {n}",
            at=now,
            cluster=f"c{n % clusters}" if n % 3 else None,
            position=float(n),
            subgroup=n % 3 + 1,
        )
        for n in range(size)
    ]
    return [Profile(id="profile", name="Meting"), session, storm, *groups, *notes]


class Line:
    """The line to type in: where it stands on the screen, and what it shows."""

    def __init__(self, terminal: Terminal, prompt: str) -> None:
        self.terminal = terminal
        self.prompt = prompt

    def row(self) -> str:
        """The text of the line."""
        for line in reversed(self.terminal.screen.display):
            if self.prompt in line:
                return line.partition(self.prompt)[2]
        return ""

    def _shows(self, text: str) -> bool:
        return self.row().startswith(text)

    def type(self, text: str) -> list[float]:
        """Press one key after the other, each once the one before is seen; gives milliseconds from key to screen."""
        took = []
        typed = ""
        for character in text:
            typed += character
            start = time.perf_counter()
            self.terminal.send(character)
            seen = self.terminal.until(partial(self._shows, typed.rstrip()))
            if character != " ":
                took.append(1000 * (seen - start))
        return took


def p95(took: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(took, n=20)[-1]


def sentence(chance: random.Random, letters: int) -> str:
    """Words of so many letters in all."""
    text = ""
    while len(text) < letters:
        text += chance.choice(WORDS) + " "
    return text[:letters].strip()


def bare() -> dict[str, float]:
    """The same keys in a bare input line."""
    terminal = Terminal([sys.executable, "-c", BARE])
    try:
        terminal.until(lambda: terminal.shows("READY"))
        line = Line(terminal, "▊  ")
        chance = random.Random(1)
        took: list[float] = []
        entered = []
        while len(took) < KEYS:
            text = sentence(chance, 40)
            took += line.type(text)
            start = time.perf_counter()
            terminal.send("\r")
            entered.append(1000 * (terminal.until(partial(terminal.shows, "TAKEN " + text[-6:])) - start))
        return {"key": p95(took), "enter": p95(entered)}
    finally:
        terminal.close()


def kring(path: Path) -> tuple[Terminal, Line]:
    """The program on a board, ready to type."""
    terminal = Terminal([str(Path(sys.executable).parent / "kring"), "open", str(path)])
    terminal.until(lambda: terminal.shows("Meting"))
    terminal.quiet(2.0)
    return terminal, Line(terminal, "▌ › ")


def saved(terminal: Terminal) -> bool:
    """Whether the bar says that all is on the disk."""
    return "✓" in terminal.screen.display[0]


def _there(terminal: Terminal, line: Line, text: str, count: int) -> bool:
    """Whether a note is counted, its line free, and all of it saved."""
    return terminal.shows(f"{count} post-its") and not line.row().startswith(text) and saved(terminal)


def typed(folder: Path, size: int) -> dict[str, float]:
    """The figures at so many notes."""
    path = folder / f"board-{size}.kring.json"
    Network.create(path, board(size)).close()
    terminal, line = kring(path)
    chance = random.Random(2)
    try:
        figures = {"first visit": _visit(terminal)}
        terminal.send("\x0f")
        terminal.until(lambda: terminal.shows("Brainstorm") and not terminal.shows("Cluster 4"))
        terminal.quiet()
        figures["again"] = _visit(terminal)
        took: list[float] = []
        entered: list[float] = []
        for number in range(NOTES):
            text = f"{sentence(chance, 14)} z{number}z"
            took += line.type(text)
            start = time.perf_counter()
            terminal.send("\r")
            seen = terminal.until(partial(_there, terminal, line, text, size + number + 1))
            entered.append(1000 * (seen - start))
        figures |= {"key": p95(took), "enter": p95(entered)}
        in_bursts, texts = _bursts(terminal, line, chance)
    finally:
        terminal.send("\x11")
        terminal.quiet()
        terminal.close()
    return {**figures, **in_bursts, "lost": _lost(path, texts)}


def _visit(terminal: Terminal) -> float:
    """Milliseconds from the key in the programme to the whole board on the screen; the first time also loads it."""
    terminal.send("1")
    start = time.perf_counter()
    seen = terminal.until(lambda: terminal.shows("▌ › ") and terminal.shows("Cluster 4"))
    terminal.quiet()
    return 1000 * (seen - start)


def _bursts(terminal: Terminal, line: Line, chance: random.Random) -> tuple[dict[str, float], list[str]]:
    """Two hundred keys at once, and fifteen a second; gives the figures and what was typed."""
    burst = "".join(chance.choice("abcdefghij klmnop") for _ in range(BURST)).replace("  ", "xy").strip()
    start = time.perf_counter()
    for character in burst:
        terminal.send(character)
    seen = terminal.until(lambda: burst[-20:] in line.row())
    terminal.send("\r")
    terminal.until(lambda: burst[-20:] not in line.row() and saved(terminal))
    steady = "".join(f"{sentence(chance, 11)} {n} " for n in range(5)).strip()
    took = [_steady(terminal, line, steady[:place]) for place in range(1, len(steady) + 1)]
    terminal.send("\r")
    terminal.until(lambda: steady[-20:] not in line.row() and saved(terminal))
    return {"burst": 1000 * (seen - start), "steady": p95(list(filter(None, took)))}, [burst, steady]


def _steady(terminal: Terminal, line: Line, text: str) -> float:
    """Press the last key of a text and wait for the next one's time; gives milliseconds, 0 for a blank or unseen."""
    began = time.perf_counter()
    terminal.send(text[-1])
    took = 0.0
    while (left := began + 1 / RATE - time.perf_counter()) > 0:
        terminal.read(left)
        if not took and text[-1] != " " and line.row().startswith(text):
            took = 1000 * (terminal.came - began)
    return took


def _lost(path: Path, texts: list[str]) -> int:
    """How many of these are not in the file, letter for letter."""
    network = Network.open(path)
    kept = {note.text for note in network.state.all(Note)}
    network.close()
    return sum(text not in kept for text in texts)


def told(name: str, figures: dict[str, float]) -> str:
    """A figure of the table."""
    if name not in figures:
        return " " * 14
    return f"{figures[name]:14.0f}" if name == "lost" else f"{figures[name]:12.1f}ms"


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KRING_SETTINGS"] = f"{folder}/settings.toml"
        rows: list[tuple[str, Callable[[], dict[str, float]]]] = [
            ("bare input", bare),
            ("500 notes", lambda: typed(Path(folder), 500)),
            ("1,000 notes", lambda: typed(Path(folder), 1000)),
        ]
        names = ("key", "enter", "first visit", "again", "steady", "burst", "lost")
        print(f"{'':14}" + "".join(f"{name:>14}" for name in names))
        for name, measure in rows:
            figures = measure()
            print(f"{name:14}" + "".join(told(what, figures) for what in names), flush=True)
        print("limits: key 16 ms at 500 and 25 ms at 1,000 notes; enter 30 ms; board 100 ms; lost 0")


if __name__ == "__main__":
    main()
