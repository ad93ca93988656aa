"""``kring pending``: what is still open in a network, in words and in JSON."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.i18n import _, told
from tui.written import write_json

if TYPE_CHECKING:
    from data.model import State
    from data.report.names import Names
    from data.verbs.pending import Pending


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "pending",
        help=_("list what is still open"),
        description=_(
            "List what is still open in a network: questions, expectations, parked points, agreements, promises, "
            "commitments, themes and decisions. What is closed is not listed."
        ),
    )
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("a network file"))
    parser.add_argument("--json", action="store_true", help=_("answer in JSON"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List it: 0 done, 1 the file could not be read."""
    from data.report.names import Names
    from data.verbs.pending import pending
    from tui.reading import state_of

    state = state_of(args.file)
    found, names = pending(state), Names.of(state)
    if args.json:
        write_json(answer(found, names))
    elif found:
        _print(state, found, names)
    else:
        print(_("Nothing is open."))
    return 0


def answer(found: Sequence[Pending], names: Names) -> dict[str, list[dict[str, Any]]]:
    """What is open as data, a list for each strand."""
    from data.model import Strand

    return {
        strand.value: [
            {
                "id": each.id,
                "text": each.text,
                "who": _who(each, names),
                "session": names.number(each.session),
                "status": each.status.value,
            }
            for each in found
            if each.strand is strand
        ]
        for strand in Strand
    }


def _who(each: Pending, names: Names) -> list[str]:
    return [*names.all(each.who), *([each.named] if each.named else [])]


def _print(state: State, found: Sequence[Pending], names: Names) -> None:
    from data.verbs.pending import stands
    from data.words import STRANDS

    for place, (strand, items) in enumerate(groupby(found, key=lambda one: one.strand)):
        print("\n" * bool(place) + told(STRANDS[strand]))
        for each in items:
            asked = _("session {n}").format(n=names.number(each.session))
            facts = [*([", ".join(who)] if (who := _who(each, names)) else []), asked, told(stands(state, each))]
            print(f"  {each.text}  ({' · '.join(facts)})")
