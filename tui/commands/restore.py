"""``kring restore``: the good copies of a network file, and putting one in its place."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

from data.i18n import _, told

if TYPE_CHECKING:
    from data.store.backups import Backup
    from data.store.storage import KringStorage


_SOON = 1.0
"""Seconds after which it is said that a lock is waited for."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("restore", help=_("list the good copies of a network file, or put one back"))
    parser.add_argument(
        "file", type=Path, metavar=_("FILE"), help=_("a network file, also one that is damaged or gone")
    )
    parser.add_argument("number", nargs="?", type=int, metavar="N", help=_("the copy to put back, as the list counts"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List the copies, newest first; put one back when it is named, or chosen in a terminal."""
    from data.store.backups import listed
    from data.store.storage import KringStorage

    storage = KringStorage(args.file)
    copies = listed(storage)
    if not copies:
        return _sorry(_("there are no good copies of {file}.").format(file=args.file))
    number = args.number
    if number is None:
        for place, copy in enumerate(copies, 1):
            print(f"{place:3}  {copy.made:%Y-%m-%d %H:%M:%S}  {_counts(copy)}")
        number = _asked(len(copies))
    if number is None:
        return 0
    if not 1 <= number <= len(copies):
        return _sorry(_("there is no copy {number}.").format(number=number))
    return _restore(storage, copies[number - 1])


def _restore(storage: KringStorage, copy: Backup) -> int:
    from data.store.codec import Damaged
    from data.store.restoring import restore

    waiting = Timer(_SOON, _say_waiting, [copy])
    waiting.daemon = True
    waiting.start()
    try:
        kept = restore(storage, copy.path)
    except Damaged as damaged:
        return _sorry(told(damaged.said))
    finally:
        waiting.cancel()
        storage.close()
    print(_("The copy of {when} is back.").format(when=f"{copy.made:%Y-%m-%d %H:%M:%S}"))
    if kept:
        print(_("The file it replaced is kept as {path}").format(path=kept))
    return 0


def _say_waiting(copy: Backup) -> None:
    said = _("waiting for another program that keeps {file} busy").format(file=copy.path.parents[1].name.strip("."))
    print(f"kring: {said}", file=sys.stderr)


def _counts(copy: Backup) -> str:
    from data.words import TABLES

    shown = ("participants", "sessions", "notes", "questions", "decisions", "evaluations")
    return ", ".join(f"{told(TABLES[table])} {copy.counts.get(table, 0)}" for table in shown)


def _asked(most: int) -> int | None:
    """The number that is typed, where somebody can type."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    typed = input(_("Which one to put back (1 to {most}, Enter for none)? ").format(most=most)).strip()
    return int(typed) if typed.isascii() and typed.isdigit() else None


def _sorry(words: str) -> int:
    print(f"kring: {words}", file=sys.stderr)
    return 1
