"""``kring serve FILE``: the app, or what the room sees, in a browser where nothing can be installed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from data.i18n import _, told
from data.model import Refused, Said, say

if TYPE_CHECKING:
    import argparse

    from tui.serving.listening import Place


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "serve",
        help=_("offer the app, or what the room sees, to a browser"),
        description=_(
            "Offer the app to a browser until Ctrl+C. Without the whole address, which is another one each time, "
            "nothing is answered; whoever has it can do all that you can do in Kring on this computer."
        ),
    )
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("a network file"))
    parser.add_argument("--room", action="store_true", help=_("what the room sees, and nothing else"))
    parser.add_argument(
        "--listen",
        default="",
        metavar=_("ADDRESS:PORT"),
        help=_("the address of this computer to be reached at; itself alone when left out"),
    )
    parser.add_argument("--json", action="store_true", help=_("print the address as JSON"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until it is told to end; an address that is none is wrong usage (2)."""
    from tui.serving.listening import place_of

    try:
        place = place_of(args.listen)
    except Refused as refused:
        return _failed(args, refused.said, 2)
    try:
        return _serve(args, place)
    except Refused as refused:
        return _failed(args, refused.said, 1)
    except OSError as error:
        why = error.strerror or str(error)
        where = args.listen or place.host
        return _failed(args, say("Nothing can be served at {where}: {why}.", where=where, why=why), 1)


def _failed(args: argparse.Namespace, said: Said, code: int) -> int:
    from tui.written import write_json

    if args.json:
        write_json({"error": told(said)})
    else:
        print(f"kring: {told(said)}", file=sys.stderr)
    return code


def _serve(args: argparse.Namespace, place: Place) -> int:
    import asyncio

    from data.network import Following, Unopened

    try:
        Following(args.file)
    except Unopened as unopened:
        raise Refused(unopened.said) from unopened
    try:
        from tui.serving.gate import Gate
        from tui.serving.serving import serve
    except ModuleNotFoundError as missing:
        raise Refused(say('For a browser more is needed: pip install "kring[serve]".')) from missing
    words = ["room" if args.room else "open", str(args.file.absolute())]

    def ready(address: str) -> None:
        if args.json:
            from tui.written import write_json

            write_json({"address": address, "file": str(args.file), "room": args.room})
        else:
            _tell(address, place)
        sys.stdout.flush()

    try:
        asyncio.run(serve(Gate(words, args.file.name), place, ready))
    except KeyboardInterrupt:
        return 130
    return 0


def _tell(address: str, place: Place) -> None:
    from data.addresses import own_addresses

    print(_("In a browser: {address}").format(address=address))
    if place.alone:
        print(_("On this computer only; --listen with another of its addresses lets others in."))
        for each in own_addresses():
            kind = f" ({told(each.kind)})" if each.kind else ""
            print(f"  --listen {each.host}  {each.interface}{kind}")
    else:
        _draw(address)
        print(_("Over this Wi-Fi it goes unencrypted: use one that you trust, such as the hotspot of a phone."))
    print(_("Ctrl+C ends it."))


def _draw(address: str) -> None:
    """The address to be scanned, where that can be drawn."""
    try:
        import segno
    except ModuleNotFoundError:
        return
    segno.make(address, error="l").terminal(compact=True)
