"""``kring check``: whether a network file is sound. It changes nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

from data.i18n import _, told
from tui.written import write_json


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("check", help=_("say whether a network file is sound"))
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("a network file"))
    parser.add_argument("--json", action="store_true", help=_("answer in JSON"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check the file: 0 it is sound, 1 it is not."""
    from data.list_files import no_network
    from data.store.checking import check
    from data.words import TABLES

    report = check(args.file)
    other = no_network(args.file)
    problems = [told(problem) for problem in ([other] if other else report.problems)]
    if args.json:
        write_json({"ok": report.ok, "problems": problems, "counts": report.counts})
    elif report.ok:
        counts = ", ".join(f"{told(TABLES[table])} {count}" for table, count in report.counts.items() if count)
        print(_("{file} is sound: {counts}").format(file=args.file.name, counts=counts))
    else:
        for problem in problems:
            print(problem)
    return 0 if report.ok else 1
