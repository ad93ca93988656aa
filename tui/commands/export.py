"""``kring export FILE``: the summary of a session as files, without a screen."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.i18n import _, told
from data.model import Refused
from data.model.languages import LANGUAGES
from data.report.formats import USUAL, formats_of


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "export",
        help=_("write the summary of a session"),
        description=_(
            "Write the summary of a session and print the paths of the files. "
            "A file that is there already stays; the new one gets a number."
        ),
    )
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("a network file"))
    parser.add_argument("--session", type=int, metavar="N", help=_("its number; the last one held when left out"))
    parser.add_argument("--format", default=USUAL, metavar=f"{USUAL}[,...]", help=_("the formats, with commas between"))
    parser.add_argument("--to", type=Path, metavar=_("DIR"), help=_("the folder; that of the network when left out"))
    parser.add_argument("--lang", choices=LANGUAGES, help=_("the language; that of the network when left out"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the files and print their paths; an unknown format is wrong usage (2)."""
    from data.report.export import session_to_report, write
    from tui.reading import state_of

    try:
        formats = formats_of(args.format)
    except Refused as refused:
        print(f"kring: {told(refused.said)}", file=sys.stderr)
        return 2
    state = state_of(args.file)
    folder = args.to or args.file.parent
    for path in write(state, session_to_report(state, args.session), formats, folder, args.lang):
        print(path)
    return 0
