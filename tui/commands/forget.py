"""``kring forget``: erase a participant from a network file and from all that is kept beside it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from data.i18n import _, plural, told

if TYPE_CHECKING:
    from data.model import Participant
    from data.store.forgetting import Mention, Outcome
    from data.store.image import Image


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "forget",
        help=_("erase a participant from a network file, its backups and its history"),
        description=_(
            "Erase a participant. Contributions stay without a name, counts stay. The whole name is replaced in every "
            "text it stands in, unless you say otherwise; what may only seem to be the name is listed. Files that were "
            "exported before are not touched."
        ),
    )
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("a network file"))
    parser.add_argument("name", metavar=_("NAME"), help=_("the whole name"))
    parser.add_argument("--organisation", metavar=_("TEXT"), help=_("which one, when two have the same name"))
    texts = parser.add_mutually_exclusive_group()
    texts.add_argument("--each", action="store_true", help=_("ask for every text whether to replace the name in it"))
    texts.add_argument("--list", action="store_true", help=_("only list the texts in which the name stands"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Erase the participant: 0 done, 1 it could not be done."""
    from data.network import Unopened
    from data.network.forgetting import erase_from
    from data.network.opening import opened
    from data.store.codec import Damaged
    from data.store.forgetting import mentions, whole

    try:
        found = opened(args.file)
    except Unopened as unopened:
        return _sorry(told(unopened.said))
    if found.read_only:
        return _sorry(told(found.read_only))
    person = _person(found.image, args.name, args.organisation)
    if isinstance(person, str):
        return _sorry(person)
    if args.list:
        _list(mentions(found.image, person))
        return 0
    try:
        outcome = erase_from(found.db, person, _("Forgotten participant"), _ask if args.each else whole)
    except Damaged as damaged:
        return _sorry(told(damaged.said))
    finally:
        found.db.files.close()
    _report(outcome)
    return 0


def _person(image: Image, name: str, organisation: str | None) -> Participant | str:
    """The one participant that is meant, or why there is none."""
    from data.store.forgetting import people
    from data.text import fold

    found = [
        each for each in people(image, name) if organisation is None or fold(each.organisation) == fold(organisation)
    ]
    if not found:
        return _("there is no participant {name}.").format(name=name)
    if len(found) > 1:
        which = ", ".join(each.organisation or "-" for each in found)
        return _("more than one is called {name}; say which with --organisation: {which}").format(
            name=name, which=which
        )
    return found[0]


def _ask(mention: Mention) -> bool:
    """Ask whether the name is to be replaced in this text."""
    print(_place(mention))
    return input(_("Replace the name here (Enter yes, n no)? ")).strip().casefold() not in ("n", "nee", "no")


def _report(outcome: Outcome) -> None:
    print(_("Erased. Undo can no longer go back before this."))
    print(plural("{n} backup rewritten.", "{n} backups rewritten.", outcome.backups))
    if outcome.removed:
        print(plural("{n} kept file taken away.", "{n} kept files taken away.", len(outcome.removed)))
    if outcome.replaced:
        print(_("The name was replaced in:"))
        _list(outcome.replaced)
    if outcome.left:
        print(_("The name still stands, or seems to stand (?), in:"))
        _list(outcome.left)


def _list(mentions: list[Mention]) -> None:
    for mention in mentions:
        print(f"  {_place(mention)}")


def _place(mention: Mention) -> str:
    from data.text import line

    sign = "" if mention.kind == "whole" else "? "
    return f"{sign}{mention.table} {mention.number}: {line(mention.text, 200)}"


def _sorry(words: str) -> int:
    print(f"kring: {words}", file=sys.stderr)
    return 1
