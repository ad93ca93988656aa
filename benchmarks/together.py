"""From Enter on one laptop to drawn on the other, beside two windows on one file: ``python -m benchmarks.together``.

Two processes capture at once, each on a file of its own, with decisions in between by chance: post-its are edited,
weighed, binned and undone. With ``--spaces`` (root, Linux) each is in a network namespace of its own. Afterwards both
files are compared record by record.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from data.model import Note, Refused
from data.network import Changed, Network
from data.store.tiny import KringDB
from data.together import join, start_sharing
from data.together.placing import differences, same
from data.verbs.brainstorm.noting import add_weight, bin_notes, capture, edit_note
from tests.data.together.laptops import STORM, records

PAUSE = 0.1
"""Seconds between two lines of one keyboard: faster than two people type, slower than the disk."""

PATIENCE = 60.0
"""Seconds in which both must hold the same."""


class Keyboard:
    """Types lines, changes what is there, and notes when each line of the other was there to be drawn."""

    def __init__(self, name: str, network: Network) -> None:
        self.name = name
        self.network = network
        self.typed: dict[str, float] = {}
        self.seen: dict[str, float] = {}
        network.subscribe(self._hear)

    def _hear(self, event: object) -> None:
        if isinstance(event, Changed) and not event.ours:
            now = time.time()
            for note in self.network.state.all(Note):
                self.seen.setdefault(note.id, now)

    def type(self, count: int) -> None:
        chance = random.Random(self.name)
        for number in range(count):
            now = time.time()
            self.typed[self.network.apply(capture, activity=STORM, text=f"{self.name} {number}").new()] = now
            if number % 5 == 4:
                self._change(chance)
            time.sleep(PAUSE)

    def _change(self, chance: random.Random) -> None:
        note = chance.choice(self.network.state.all(Note)).id
        try:
            match chance.randrange(4):
                case 0:
                    self.network.apply(add_weight, note=note, by=1)
                case 1:
                    self.network.apply(bin_notes, notes=[note])
                case 2:
                    self.network.apply(edit_note, note=note, text=f"{self.name} {chance.random()}")
                case _:
                    self.network.apply(add_weight, note=note, by=1)
                    self.network.undo()
        except Refused:
            pass


def played(role: str, path: Path, where: str, count: int) -> None:
    """One laptop: it says when it is ready, types when it is told to, and tells what it saw."""
    with ExitStack() as stack:
        if role == "share":
            network = Network.open(path, watch=True)
            sharing = start_sharing(path, listen=[(where, 0)], network=network)
            print(sharing.code, flush=True)
            stack.callback(sharing.close)
        elif role == "join":
            sharing = join(where, path)
            network = Network.open(path, watch=True)
            sharing.use(network)
            print("ready", flush=True)
            stack.callback(sharing.close)
        else:
            network = Network.open(path, watch=True)
            print("ready", flush=True)
        stack.callback(network.close)
        keyboard = Keyboard(role, network)
        sys.stdin.readline()
        keyboard.type(count)
        sys.stdin.readline()
        print(json.dumps([keyboard.typed, keyboard.seen]), flush=True)
        sys.stdin.readline()


def laptop(space: str, *words: object) -> subprocess.Popen[str]:
    before = ["ip", "netns", "exec", space] if space else []
    command = [*before, sys.executable, "-m", "benchmarks.together", *map(str, words)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)


def measured(roles: list[subprocess.Popen[str]], *files: Path) -> None:
    def say(each: subprocess.Popen[str]) -> None:
        assert each.stdin is not None
        each.stdin.write("\n")

    def hear(each: subprocess.Popen[str]) -> str:
        assert each.stdout is not None
        return each.stdout.readline()

    for each in roles:
        say(each)
    began = time.monotonic()
    while not _equal(*files) and time.monotonic() - began < PATIENCE:
        time.sleep(0.5)
    for each in roles:
        say(each)
    heard: list[Any] = [json.loads(hear(each)) for each in roles]
    for each in roles:
        say(each)
        each.wait(30)
    took = sorted(
        1000 * (seen[text] - at)
        for (typed, _), (_, seen) in (heard, heard[::-1])
        for text, at in typed.items()
        if text in seen
    )
    count = sum(len(typed) for typed, _ in heard)
    print(
        f"  {count} lines, seen by the other: {len(took)}; "
        f"p50 {took[len(took) // 2]:.1f} ms, p95 {took[int(len(took) * 0.95)]:.1f} ms, longest {took[-1]:.1f} ms"
    )


def _equal(*files: Path) -> bool:
    """Whether the files hold the same, twice in a row."""
    first, *others = [KringDB(path).state for path in files]
    time.sleep(2)
    return all(same(first, KringDB(path).state) for path in (*files, *files[1:])) and all(
        same(first, each) for each in others
    )


def compared(one: Path, other: Path) -> None:
    states = [KringDB(path).state for path in (one, other)]
    count = sum(map(len, states[0].tables.values()))
    print(f"  {count} records, equal: {same(*states)}, other: {len(differences(*states))}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("played", nargs="*", help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, default=250, help="lines of each keyboard")
    parser.add_argument("--spaces", action="store_true", help="each laptop in a network namespace")
    args = parser.parse_args()
    if args.played:
        role, path, where, count = args.played
        played(role, Path(path), where, int(count))
        return
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        ours, theirs = folder / "a.kring.json", folder / "b.kring.json"
        spaces, where = ("", ""), "127.0.0.1"
        if args.spaces:
            from benchmarks.torture.laptops import laptops

            found = stack.enter_context(laptops(folder))
            spaces, where = (found[0].space, found[1].space), found[0].address
        Network.create(ours, records()).close()
        print("two windows on one file")
        windows = [laptop("", "window-1", ours, "-", args.count), laptop("", "window-2", ours, "-", args.count)]
        for each in windows:
            assert each.stdout is not None and each.stdout.readline()
        measured(windows, ours)
        print("two laptops")
        host = laptop(spaces[0], "share", ours, where, args.count)
        assert host.stdout is not None
        code = host.stdout.readline().strip()
        other = laptop(spaces[1], "join", theirs, code, args.count)
        assert other.stdout is not None and other.stdout.readline()
        measured([host, other], ours, theirs)
        compared(ours, theirs)


if __name__ == "__main__":
    main()
