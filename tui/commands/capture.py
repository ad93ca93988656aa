"""``kring capture``: lines on standard input become notes, each told once it is on the disk."""

from __future__ import annotations

import argparse
import os
import select
import sys
import time
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, IncrementalDecoder, getincrementaldecoder
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
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("a network file"))
    parser.add_argument(
        "--session",
        type=int,
        metavar="N",
        help=_("its number; the session going on when left out, else the last one held"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Save every line that is not empty, one by one, and print ``saved`` and its id once it is on the disk."""
    from data.model import Refused
    from data.network import Network, Unopened

    try:
        network = Network.open(args.file)
    except Unopened as unopened:
        return _sorry(told(unopened.said))
    for said in network.notices:
        print(f"kring: {told(said)}", file=sys.stderr)
    network.subscribe(_tell)
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
    return _sorry(_count(lines.refused)) if lines.refused else 0


def _tell(event: object) -> None:
    """Say what happens to the file meanwhile: another version in its place, a lock that somebody holds."""
    from data.network import Diverged, Noticed, TroubleEvent

    said = event.said if isinstance(event, Diverged | Noticed | TroubleEvent) else None
    if said is not None:
        print(f"kring: {told(said)}", file=sys.stderr)


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
            troubled = (troubled or now) if network.failing else None
            if now - start < PATIENCE and not (troubled and now - troubled > TROUBLED):
                continue
            network.close()
            return task.saved
        return True


def _brainstorm(network: Network, number: int | None) -> str:
    """The brainstorm to capture in; a session without one gets one."""
    from data.model import Refused, Session, say
    from data.verbs.brainstorm.noting import brainstorm_of, ensure_brainstorm
    from data.verbs.network import latest_session

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


_ENDLESS = 1024 * 1024
"""A line of more bytes than this is not kept whole, in bytes."""


class _Lines:
    """The lines of a descriptor that hold something, as they come.

    UTF-8, or UTF-16 with its mark; a line that is neither is read in the code page that fits, and told. One that fits
    none is not given, and is told and counted in ``refused``.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._rest = b""
        self._ended = False
        self._wide: IncrementalDecoder | None = None
        self._begun = False
        self._number = 0
        self.held = 0
        self.refused = 0

    def __iter__(self) -> Iterator[str]:
        while (raw := self._next()) is not None:
            self._number += 1
            if kept := self._read_line(raw):
                self.held = 1
                yield kept
                self.held = 0

    def _read_line(self, raw: bytes) -> str:
        """The text of a line; what is empty once it is cleaned counts as empty, and so does what cannot be read."""
        from data.encoding import in_code_page
        from data.model import Refused

        try:
            return _kept(raw.decode("utf-8"))
        except UnicodeDecodeError:
            where = _("line {n}").format(n=self._number)
        try:
            text, encoding = in_code_page(raw, where)
        except Refused as refused:
            self.refused += 1
            print(f"kring: {told(refused.said)}", file=sys.stderr)
            return ""
        print("kring: " + _("{what} was read as {encoding}").format(what=where, encoding=encoding), file=sys.stderr)
        return _kept(text)

    def rest(self) -> int:
        """How many lines are still to come, as far as they are there already."""
        while not self._ended and (os.name == "nt" or select.select([self._descriptor], [], [], 0.1)[0]):
            self._read()
        found = sum(bool(_kept(raw.decode("utf-8", "replace"))) for raw in self._rest.split(b"\n"))
        self._rest = b""
        return found

    def _next(self) -> bytes | None:
        """The next line; of one that does not end so much is kept that it is known to be too long."""
        parts = [self._rest]
        size = len(self._rest)
        while b"\n" not in parts[-1] and not self._ended:
            self._rest = b""
            self._read()
            fresh = self._rest
            if size >= _ENDLESS:
                fresh = fresh[fresh.find(b"\n") :] if b"\n" in fresh else b""
            parts.append(fresh)
            size += len(parts[-1])
        raw, _, self._rest = b"".join(parts).partition(b"\n")
        return raw if raw or self._rest or not self._ended else None

    def _read(self) -> None:
        data = os.read(self._descriptor, 65536)
        self._ended = not data
        if not self._begun and data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            self._wide = getincrementaldecoder("utf-16")()
        self._begun = self._begun or bool(data)
        try:
            self._rest += self._wide.decode(data, self._ended).encode() if self._wide else data
        except UnicodeDecodeError as error:
            self.refused += 1
            print(f"kring: {error}", file=sys.stderr)


def _kept(text: str) -> str:
    """A line without its end and its mark; what is empty once it is cleaned counts as empty."""
    from data.text import line

    text = text.strip("\r\ufeff")
    return text if line(text) else ""


def _unsaved(network: Network, count: int) -> str:
    said = network.trouble
    return f"{told(said)} {_count(count)}" if said else _count(count)


def _count(count: int) -> str:
    return plural("{n} line was not saved.", "{n} lines were not saved.", count)


def _sorry(*words: str) -> int:
    print("kring: " + " ".join(words), file=sys.stderr)
    return 1
