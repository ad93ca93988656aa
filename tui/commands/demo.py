"""``kring demo``: a network to look at and to play with."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from data.i18n import _, set_language
from data.model.languages import DEFAULT_LANGUAGE, LANGUAGES
from data.passing import passing_file


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("demo", help=_("open a demo network"))
    parser.add_argument("--lang", choices=LANGUAGES, default=DEFAULT_LANGUAGE, help=_("its language"))
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--file", type=Path, metavar=_("PATH"), help=_("write it there and open it"))
    where.add_argument("--write", type=Path, metavar=_("PATH"), help=_("write it there and do nothing more"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the demo network and open it, unless it is only to be written."""
    set_language(args.lang)
    path: Path = args.write or args.file or passing_file()
    _write(path, args.lang)
    if args.write:
        print(path)
        return 0
    from tui.commands.open import show

    return show(path, language=args.lang)


def _write(path: Path, language: str) -> None:
    from data.demo import demo_records
    from data.network import Network

    now = datetime.now().astimezone()
    Network.create(path, demo_records(language, now.date(), now.time())).close()
