"""``kring capture``: lines on standard input become notes, each told once it is on the disk."""

from __future__ import annotations

import argparse
import os
import select
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from data.i18n import _, plural, told

if TYPE_CHECKING:
    from data.network import Applied, Network

PATIENCE = 30.0
TROUBLED = 2.0
"""Seconds to wait for the disk: in all, and while it gives errors."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("capture", help=_("make a note of every line on standard input"))
    parser.add_argument("file", type=Path, metavar="FILE", help=_("a network file"))
    parser.add_argument("--session", type=int, metavar="N", help=_("the number of the session; the latest if left out"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Save every line that is not empty, one by one, and print ``saved`` and its id once it is on the disk."""
    from data.model import Refused
    from data.network import Network, Unopened

    try:
        network = Network.open(args.file)
    except Unopened as unopened:
        return _sorry(told(unopened.said))
    lines = _Lines(sys.stdin.fileno())
    try:
        activity = _brainstorm(network, args.session)
        for line in lines:
            if not _save(network, activity, line):
                return _sorry(_unsaved(network, 1 + lines.rest()))
    except Refused as refused:
        return _sorry(told(refused.said), _count(lines.held + lines.rest()))
    finally:
        network.close()
    return 0


def _save(network: Network, activity: str, line: str) -> bool:
    """Make one note; say whether it is on the disk."""
    from data.text import LINE_LIMIT, cut
    from data.verbs.brainstorm.noting import capture

    if cut(line):
        said = _("a line was longer than {limit} characters: the rest was cut").format(limit=LINE_LIMIT)
        print(f"kring: {said}", file=sys.stderr)
    task = network.apply(capture, activity=activity, text=line)
    if not _durable(network, task):
        return False
    sys.stdout.write(f"saved {task.new()}\n")
    sys.stdout.flush()
    return True


def _durable(network: Network, task: Applied) -> bool:
    """Wait until a change is on the disk, or until there is no hope that it will be."""
    from data.network import NotSaved

    start = time.monotonic()
    troubled = None
    while True:
        try:
            task.wait(0.1)
        except NotSaved:
            now = time.monotonic()
            troubled = (troubled or now) if network.trouble else None
            if now - start < PATIENCE and not (troubled and now - troubled > TROUBLED):
                continue
            network.close()
            return task.saved
        return True


def _brainstorm(network: Network, number: int | None) -> str:
    """The brainstorm to capture in; a session without one gets one."""
    from data.model import Refused, Session, say
    from data.verbs.brainstorm.noting import brainstorm_of, ensure_brainstorm, latest_session

    if number is None:
        session = latest_session(network.state)
    else:
        found = network.state.where(Session, lambda each: each.number == number)
        if not found:
            raise Refused(say("This network has no session {number}.", number=number))
        session = found[0]
    if brainstorm_of(network.state, session.id) is None:
        network.apply(ensure_brainstorm, session=session.id)
    storm = brainstorm_of(network.state, session.id)
    if storm is None:
        raise Refused(say("This session has no brainstorm."))
    return storm.id


class _Lines:
    """The lines of a descriptor that hold something, as they come; bytes that are no UTF-8 become U+FFFD."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._rest = b""
        self._ended = False
        self.held = 0

    def __iter__(self) -> Iterator[str]:
        while (raw := self._next()) is not None:
            if kept := _kept(raw):
                self.held = 1
                yield kept
                self.held = 0

    def rest(self) -> int:
        """How many lines are still to come, as far as they are there already."""
        while not self._ended and (os.name == "nt" or select.select([self._descriptor], [], [], 0.1)[0]):
            self._read()
        found = sum(bool(_kept(raw)) for raw in self._rest.split(b"\n"))
        self._rest = b""
        return found

    def _next(self) -> bytes | None:
        while b"\n" not in self._rest and not self._ended:
            self._read()
        raw, _, self._rest = self._rest.partition(b"\n")
        return raw if raw or self._rest or not self._ended else None

    def _read(self) -> None:
        data = os.read(self._descriptor, 65536)
        self._ended = not data
        self._rest += data


def _kept(raw: bytes) -> str:
    """The text of a line; what is empty once it is cleaned counts as empty."""
    from data.text import line

    text = raw.decode("utf-8", "replace").strip("\r\ufeff")
    return text if line(text) else ""


def _unsaved(network: Network, count: int) -> str:
    said = network.trouble
    return f"{told(said)} {_count(count)}" if said else _count(count)


def _count(count: int) -> str:
    return plural("{n} line was not saved.", "{n} lines were not saved.", count)


def _sorry(*words: str) -> int:
    print("kring: " + " ".join(words), file=sys.stderr)
    return 1
