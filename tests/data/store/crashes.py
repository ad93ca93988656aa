"""What a power cut may leave of a file, at every moment of a recorded run.

The model is the weakest that POSIX allows: of the names in a folder any subset of the changes since its last sync may
be there, and of a file's contents since its last sync all, none, any piece, or zeros in its place.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple


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
