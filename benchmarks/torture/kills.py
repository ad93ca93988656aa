"""Kills with SIGKILL at random moments: a driver over the store, ``kring capture``, and the app in a terminal."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.terminal import Terminal
from data.model import Note, Refused, State
from data.network import Network
from data.store import image as images
from data.store.codec import Damaged
from tests.data.store.samples import add, edit, remove

KRING = [sys.executable, "-m", "tui"]
FRESH = 40
"""A new file is begun after so many kills, so that they stay small."""

Notes = dict[str, str]


def held(path: Path) -> Notes | str:
    """The notes of a file, or why they cannot be read."""
    try:
        image = images.load(path.read_bytes())
    except (Damaged, OSError) as error:
        return str(error)
    if not image.sound or image.misfits:
        return "not sound"
    return notes_of(image.state)


def notes_of(state: State) -> Notes:
    return {note.id: note.text for note in state.all(Note)}


# The store, by a driver.


def drive(path: Path, seed: int, out: int) -> None:
    """Add, edit, delete, undo and redo until killed; tell the notes after each change that is on the disk."""
    chance, network = random.Random(seed), Network.open(path, watch=True)
    os.write(out, json.dumps(notes_of(network.state)).encode() + b"\n")
    number = 0
    while True:
        number += 1
        _change(network, chance, f"{seed} {number}")
        while not network.saved:
            time.sleep(0)
        os.write(out, json.dumps(notes_of(network.state)).encode() + b"\n")


def _change(network: Network, chance: random.Random, text: str) -> None:
    ids = list(notes_of(network.state))
    act = chance.choice(("add", "add", "add", "edit", "remove", "undo", "redo"))
    try:
        if act in ("undo", "redo"):
            getattr(network, act)()
        elif act == "add" or not ids:
            network.apply(add, text + " x" * chance.randrange(60))
        elif act == "edit":
            network.apply(edit, chance.choice(ids), text)
        elif len(ids) > 3:
            network.apply(remove, chance.choice(ids))
    except Refused:
        pass


def kill_driver(path: Path, seed: int) -> str:
    """Start the driver in a fork, kill it at a random moment; what was wrong, or nothing."""
    here, there = os.pipe()
    child = os.fork()
    if not child:
        os.close(here)
        try:
            drive(path, seed, there)
        finally:
            os._exit(1)
    os.close(there)
    lines = _read_until(here, random.Random(seed).uniform(0.005, 0.12))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(here, "rb") as rest:
        lines += rest.read()
    found = held(path)
    if isinstance(found, str):
        return f"unreadable: {found}"
    told: Notes = json.loads(lines[: lines.rindex(b"\n")].split(b"\n")[-1])
    # One change more may have been on its way.
    differ = [id_ for id_ in told.keys() | found.keys() if told.get(id_) != found.get(id_)]
    return f"{len(differ) - 1} acknowledged changes lost" if len(differ) > 1 else ""


def _read_until(descriptor: int, seconds: float) -> bytes:
    """What is told, until so many seconds after the first line."""
    data, end = b"", time.monotonic() + 30
    while (left := end - time.monotonic()) > 0:
        if select.select([descriptor], [], [], left)[0]:
            fresh = os.read(descriptor, 1 << 16)
            if not fresh:
                break
            if b"\n" not in data and b"\n" in fresh:
                end = time.monotonic() + seconds
            data += fresh
    return data


# kring capture.


def kill_capture(path: Path, seed: int) -> str:
    """Pipe lines into ``kring capture``, kill it at a random moment; what was wrong, or nothing."""
    pipe = subprocess.PIPE
    process = subprocess.Popen([*KRING, "capture", str(path)], stdin=pipe, stdout=pipe, stderr=pipe)
    assert process.stdin and process.stdout and process.stderr
    texts = [f"regel {seed} {number}" for number in range(400)]
    os.set_blocking(process.stdin.fileno(), False)
    process.stdin.write("\n".join(texts).encode())
    process.stdin.flush()
    data = _read_until(process.stdout.fileno(), random.Random(seed).uniform(0.001, 0.12))
    process.kill()
    data += process.stdout.read()
    process.wait()
    said = process.stderr.read().decode()
    for each in (process.stdout, process.stdin, process.stderr):
        each.close()
    if said:
        return f"it said: {said[:120]}"
    found = held(path)
    if isinstance(found, str):
        return f"unreadable: {found}"
    ids = [line.split()[1].decode() for line in data[: data.rfind(b"\n") + 1].splitlines()]
    lost = [id_ for id_, text in zip(ids, texts, strict=False) if found.get(id_) != text]
    return f"{len(lost)} acknowledged lines lost" if lost else ""


# The app.


def kill_app(path: Path, seed: int) -> str:
    """Type post-its in the app, kill it at a random moment; what was wrong, or nothing."""
    chance = random.Random(seed)
    before = held(path)
    if isinstance(before, str):
        return f"unreadable: {before}"
    terminal, told = Terminal([*KRING, "open", str(path)]), []
    try:
        terminal.until(lambda: terminal.shows("▌ › "), 60)
        terminal.quiet()
        end = time.monotonic() + chance.uniform(0.05, 1.5)
        for number in range(20):
            text = f"idee{seed}x{number}z"
            terminal.send(text)
            terminal.send("\r")
            if not _acknowledged(terminal, len(before) + number + 1, end):
                break
            told.append(text)
    except TimeoutError as error:
        return f"the app did not answer: {str(error)[:2000]}"
    finally:
        terminal.close()
    found = held(path)
    if isinstance(found, str):
        return f"unreadable: {found}"
    # The line that was being typed at the kill before came back as a draft, and the first line is typed behind it.
    there = "\n".join(found.values())
    lost = [text for text in (*before.values(), *told) if text not in there]
    return f"{len(lost)} acknowledged lines lost" if lost else ""


def _acknowledged(terminal: Terminal, count: int, end: float) -> bool:
    """Whether the board counts the note and the bar says it is saved, before the end."""
    while time.monotonic() < end:
        if terminal.shows(f"{count} post-its") and "✓" in terminal.screen.display[0]:
            return True
        terminal.read(max(0.0, min(0.05, end - time.monotonic())))
    return False


def board(path: Path) -> Path:
    """A network that opens on its one brainstorm."""
    from benchmarks.typing import board as records

    network = Network.create(path, records(4), watch=True)
    network.drafts.place = "storm"
    network.close()
    return path


# All of it.


def killed(folder: Path, name: str, count: int, kill: Callable[[Path, int], str], start: Callable[[Path], Path]) -> int:
    """So many kills, each on what the one before left; gives how many went wrong."""
    wrong, begin, path = Counter[str](), time.monotonic(), folder
    notes = 0
    for seed in range(count):
        if seed % FRESH == 0:
            path = start(folder / f"{name.replace(' ', '-')}-{seed}.kring.json")
        if fault := kill(path, seed):
            wrong[fault] += 1
            path = start(folder / f"{name.replace(' ', '-')}-{seed}-after.kring.json")
        notes = max(notes, len(found) if not isinstance(found := held(path), str) else 0)
    unreadable = sum(number for fault, number in wrong.items() if fault.startswith("unreadable"))
    lost = sum(number for fault, number in wrong.items() if "lost" in fault)
    print(
        f"{count:5} kills of {name}: {unreadable} unreadable, {lost} lost lines, {sum(wrong.values())} wrong in all; "
        f"up to {notes} notes a file, {time.monotonic() - begin:.0f} s",
        flush=True,
    )
    for fault, number in wrong.most_common(5):
        print(f"      {number} x {fault}")
    return sum(wrong.values())
