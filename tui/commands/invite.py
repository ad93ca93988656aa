"""``kring invite FILE``: the invitation as Markdown, or what it lacks."""

from __future__ import annotations

import argparse
from pathlib import Path

from data.i18n import _, told
from data.model.languages import LANGUAGES


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("invite", help=_("print the invitation as Markdown"))
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("a network file"))
    parser.add_argument(
        "--check", action="store_true", help=_("print what is missing, one per line, and exit 1 if something is")
    )
    parser.add_argument(
        "--lang", choices=LANGUAGES, help=_("its language; that of the network unless another is asked")
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print it: 0 done, or nothing lacks; 1 something lacks, or the file cannot be read."""
    from data.report.invitation import document, invitation, lacking
    from data.report.markdown import render
    from tui.reading import state_of

    view = invitation(state_of(args.file))
    if args.check:
        lacks = lacking(view)
        print(*(told(lack.said) for lack in lacks), sep="\n", end="\n" if lacks else "")
        return 1 if lacks else 0
    print(render(document(view, args.lang)), end="")
    return 0
