"""``kring people FILE import LIST``: the people of a list become participants; what was understood is told."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.i18n import _, plural, told
from tui.written import write_json

if TYPE_CHECKING:
    from data.people import People, Person


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("people", help=_("bring the people of a list into a network"))
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("a network file"))
    actions = parser.add_subparsers(dest="action", required=True, metavar="import")
    bring = actions.add_parser(
        "import",
        help=_("add everybody of a list"),
        description=_(
            "Add everybody of a list: CSV, a sheet of Excel or LibreOffice, or a line of mail addresses, in any usual "
            "encoding. Who is there already is not added twice. See docs/people.md."
        ),
    )
    bring.add_argument("list", type=Path, metavar=_("LIST"), help=_("the list; - reads standard input"))
    bring.add_argument("--dry-run", action="store_true", help=_("only tell what was understood"))
    bring.add_argument("--json", action="store_true", help=_("answer in JSON"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Import the list: 0 it was read, also with problems; 1 it could not be read or the network not be written."""
    from data.network import Network, NotSaved, Unopened
    from data.verbs.network import add_people, people

    try:
        network = Network.open(args.file)
    except Unopened as unopened:
        return _sorry(told(unopened.said))
    try:
        found = listed(args.list, people(network.state))
        if found.people and not args.dry_run:
            network.apply(add_people, people=found.people).wait(PATIENCE)
    except NotSaved:
        return _sorry(told(network.trouble) if network.trouble else _("The people were not saved."))
    finally:
        network.close()
    if args.json:
        write_json(answer(found))
    else:
        _print(found, written=not args.dry_run)
    return 0


PATIENCE = 30.0
"""Seconds to wait for the disk."""


def listed(path: Path, known: list[Any]) -> People:
    """What is read from a list; ``-`` is standard input.

    Raises:
        OSError: it cannot be read.
        Refused: it is no list.
    """
    from data.people.files import people_in, read_list

    if str(path) == "-":
        return people_in(sys.stdin.buffer.read(), _("standard input"), known)
    return read_list(path, known)


def answer(found: People) -> dict[str, Any]:
    """What was read, as data."""
    return {
        "added": [_who(person) for person in found.people],
        "doubles": [_who(person) for person in found.doubles],
        "problems": [{"row": problem.row, "why": told(problem.said)} for problem in found.problems],
        "columns": {header: column and column.value for header, column in found.layout.columns.items()},
    }


def _who(person: Person) -> dict[str, Any]:
    return {"row": person.row, "name": person.name, "organisation": person.organisation}


def _print(found: People, *, written: bool) -> None:
    from data.people import understood

    for person in found.people:
        print(_row(person.row, f"{person.name} ({person.organisation})" if person.organisation else person.name))
    for double in found.doubles:
        print(_row(double.row, _("{name} is already there").format(name=double.name)))
    tell_problems(found)
    for said in understood(found):
        print(told(said))
    count = len(found.people)
    if written:
        print(plural("{n} person added", "{n} people added", count))
    else:
        print(plural("{n} person would be added", "{n} people would be added", count) + "; " + _("nothing was written"))


def tell_problems(found: People) -> None:
    """Tell on standard error what is odd about which row."""
    for problem in found.problems:
        print(_row(problem.row, told(problem.said)), file=sys.stderr)


def _row(number: int, text: str) -> str:
    return _("row {n}: {what}").format(n=number, what=text)


def _sorry(words: str) -> int:
    print(f"kring: {words}", file=sys.stderr)
    return 1
