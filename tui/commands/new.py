"""``kring new FILE``: a network without a screen, with its people and a first programme."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path

from data.i18n import _, plural, told
from data.model.languages import DEFAULT_LANGUAGE, LANGUAGES

TEMPLATES = ("kick_off", "working", "closing", "exchange", "expert")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("new", help=_("begin a network"))
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("the file to make; one that is there stays"))
    parser.add_argument("--name", required=True, metavar=_("TEXT"), help=_("what the network is called"))
    parser.add_argument("--people", type=Path, metavar=_("LIST"), help=_("who takes part; - reads standard input"))
    parser.add_argument(
        "--template", choices=TEMPLATES, default="kick_off", help=_("the programme of the first session")
    )
    parser.add_argument("--lang", choices=LANGUAGES, default=DEFAULT_LANGUAGE, help=_("the language of the summary"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the file and print its path: 0 done, 1 it could not be done, or there is a file of that name."""
    from uuid import uuid4

    from data.encoding import typed
    from data.model import Stamp, State
    from data.network import Network, Unopened
    from data.people import People
    from data.verbs.network import start_network
    from tui.commands.people import listed, tell_problems

    if args.file.exists():
        return _sorry(_("There is already a file {file}.").format(file=args.file))
    found = listed(args.people, []) if args.people else People()
    stamp = Stamp(datetime.now().astimezone().isoformat(timespec="seconds"), str(uuid4()))
    change = start_network(
        State(), stamp, name=typed(args.name), language=args.lang, participants=found.people, template=args.template
    )
    try:
        Network.create(args.file, change.puts).close()
    except Unopened as unopened:
        return _sorry(told(unopened.said))
    print(args.file)
    print(plural("{n} person", "{n} people", len(found.people)), file=sys.stderr)
    tell_problems(found)
    return 0


def _sorry(words: str) -> int:
    print(f"kring: {words}", file=sys.stderr)
    return 1
