"""``kring import FILE.json TO``: a network file out of a whole copy that was exported as JSON."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.i18n import _, plural


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "import",
        help=_("make a network file out of a copy as JSON"),
        description=_(
            "Make a network file out of a whole copy that was exported as JSON, and print its path. "
            "History, backups and drafts are not in such a copy."
        ),
    )
    parser.add_argument("file", type=Path, metavar=_("FILE.json"), help=_("the copy; - reads standard input"))
    parser.add_argument("to", type=Path, metavar=_("TO"), help=_("the file to make; one that is there stays"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the file and print its path: 0 done, 1 it is no such copy, or there is a file of that name."""
    from data.model import RECORDS, Participant, Refused
    from data.network import Network, Unopened
    from data.store import copies

    data = sys.stdin.buffer.read() if str(args.file) == "-" else args.file.read_bytes()
    state = copies.read(data)
    try:
        Network.create(args.to, (record for kind in RECORDS for record in state.all(kind))).close()
    except Unopened as unopened:
        raise Refused(unopened.said) from unopened
    print(args.to)
    people = len(state.all(Participant))
    print(plural("{n} person", "{n} people", people), file=sys.stderr)
    return 0
