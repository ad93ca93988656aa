"""``kring check``: whether a network file is sound. It changes nothing."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from data.i18n import _, told


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("check", help=_("say whether a network file is sound"))
    parser.add_argument("file", type=Path, metavar="FILE", help=_("a network file"))
    parser.add_argument("--json", action="store_true", help=_("answer in JSON"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check the file: 0 it is sound, 1 it is not."""
    from data.store.checking import check

    report = check(args.file)
    problems = [told(problem) for problem in report.problems]
    if args.json:
        print(json.dumps({"ok": report.ok, "problems": problems, "counts": report.counts}, ensure_ascii=False))
    elif report.ok:
        counts = ", ".join(f"{table} {count}" for table, count in report.counts.items() if count)
        print(_("{file} is sound: {counts}").format(file=args.file.name, counts=counts))
    else:
        for problem in problems:
            print(problem)
    return 0 if report.ok else 1
