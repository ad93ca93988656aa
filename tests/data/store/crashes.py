"""What a power cut may leave of a file, at every moment of a recorded run.

The model is the weakest that POSIX allows: of the names in a folder any subset of the changes since its last sync may
be there, and of a file's contents since its last sync all, none, any piece, or zeros in its place.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from data.model import Note, State
from data.network import Network
from data.store import image as images
from data.store.codec import Damaged
from tests.data.store.disks import RecordingDisk
from tests.data.store.samples import add, edit, records, remove


class Crash(NamedTuple):
    """One state after a power cut: what the file holds (None when it is not there), and what had been acknowledged."""

    content: bytes | None
    acknowledged: list[Any]
    after: tuple[Any, ...]


class _File:
    def __init__(self) -> None:
        self.durable = b""
        self.loose: list[bytes] = []

    def sync(self) -> None:
        self.durable += b"".join(self.loose)
        self.loose = []

    def contents(self) -> set[bytes]:
        found = {self.durable}
        for end in range(len(self.loose) + 1):
            head = self.durable + b"".join(self.loose[:end])
            found.add(head)
            if end < len(self.loose):
                piece = self.loose[end]
                found |= {head + piece[: len(piece) // 2], head + bytes(len(piece)), head + piece[:1]}
                found.add(head + piece[: len(piece) // 2] + bytes(len(piece) - len(piece) // 2))
        later = b"".join(self.loose[1:])
        if later:
            found.add(self.durable + bytes(len(self.loose[0])) + later)
        return found


def crashes(log: list[tuple[Any, ...]], target: Path) -> Iterator[Crash]:
    """Every state of the file ``target`` that a power cut may leave, after each recorded call."""
    files: dict[int, _File] = {}
    names: dict[Path, int] = {}
    loose: list[tuple[Any, ...]] = []
    acknowledged: list[Any] = []
    for call in log:
        kind = call[0]
        if kind == "ack":
            acknowledged.append(call[1])
        elif kind == "create":
            files[call[2]] = _File()
        elif kind == "write":
            files[call[1]].loose.append(call[2])
        elif kind == "sync":
            files[call[1]].sync()
        if kind in ("create", "replace", "remove") and call[1].parent == target.parent:
            loose.append(call)
        elif kind == "sync_folder" and call[1] == target.parent:
            names, loose = _named(names, loose), []
        for content in _states(files, names, loose, target):
            yield Crash(content, list(acknowledged), call)


def _states(
    files: dict[int, _File], names: dict[Path, int], loose: list[tuple[Any, ...]], target: Path
) -> set[bytes | None]:
    found: set[bytes | None] = set()
    for size in range(len(loose) + 1):
        for some in itertools.combinations(loose, size):
            node = _named(names, list(some)).get(target)
            found |= {None} if node is None else files[node].contents()
    return found


def _named(names: dict[Path, int], calls: list[tuple[Any, ...]]) -> dict[Path, int]:
    found = dict(names)
    for call in calls:
        if call[0] == "create":
            found[call[1]] = call[2]
        elif call[0] == "replace":
            found.pop(call[1], None)
            found[call[2]] = call[3]
        else:
            found.pop(call[1], None)
    return found


def survey(folder: Path) -> tuple[int, list[str]]:
    """Record adds, edits, removals and undo, cut the power at every moment, and judge what is left.

    Gives the number of states and what was wrong with any of them: a file that is missing, unreadable or unsound, or
    that holds neither what was last acknowledged nor the one change that was on its way.
    """
    disk, path = RecordingDisk(), folder / "n.kring.json"
    network = Network.create(path, records(2), disk=disk)
    stages = [_notes(network.state)]
    disk.acknowledge(0)

    def done() -> None:
        stages.append(_notes(network.state))
        disk.acknowledge(len(stages) - 1)

    ids = []
    for number in range(4):
        task = network.apply(add, f"line {number}")
        task.wait(20)
        ids.append(task.new())
        done()
    changes: list[tuple[Any, ...]] = [(edit, ids[0], "other"), (remove, ids[1]), (edit, ids[2], "long " * 40)]
    for verb, *words in changes:
        network.apply(verb, *words).wait(20)
        done()
    for act in (network.undo, network.undo, network.redo):
        act()
        with network._desk.guard:
            network._desk.guard.wait_for(lambda: network.saved, 20)
        done()
    network.close()
    wrong, states = [], 0
    for crash in crashes(disk.log, path):
        states += 1
        if fault := _fault(crash, stages):
            wrong.append(f"{fault} after {crash.after[:2]}")
    return states, wrong


def _fault(crash: Crash, stages: list[dict[str, str]]) -> str:
    if crash.content is None:
        return "no file" if crash.acknowledged else ""
    try:
        image = images.load(crash.content)
    except Damaged as damaged:
        return str(damaged)
    if not image.sound or image.misfits:
        return "not sound"
    if not crash.acknowledged:
        return ""
    last = crash.acknowledged[-1]
    return "" if _notes(image.state) in stages[last : last + 2] else "a line is lost"


def _notes(state: State) -> dict[str, str]:
    return {each.id: each.text for each in state.all(Note)}
