"""``kring share FILE``: let other laptops in on a network, from this one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.i18n import _, told
from data.model import Refused

if TYPE_CHECKING:
    import argparse

    from data.together.sharing import Sharing


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "share",
        help=_("let other laptops in on a network, from this one"),
        description=_(
            "Share a network until Ctrl+C. Every laptop keeps the whole of it in a file of its own. "
            "Who has the code can do all that you can; nothing is answered without it, and it is another one each time."
        ),
    )
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("a network file"))
    parser.add_argument("--no-screen", action="store_true", help=_("only share; work on the file goes on elsewhere"))
    parser.add_argument(
        "--listen",
        default="",
        metavar=_("ADDRESS:PORT"),
        help=_("the address of this computer to be reached at; itself alone when left out"),
    )
    parser.add_argument(
        "--at",
        default="",
        metavar=_("SERVER"),
        help=_("a server of your organisation, in place of one of this laptop"),
    )
    parser.add_argument("--name", default="", metavar=_("TEXT"), help=_("what this laptop is called for the others"))
    parser.add_argument("--json", action="store_true", help=_("print the codes as JSON"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Share until it is told to end, or open the app where others are let in."""
    from data.network import Following, Unopened
    from tui.serving.listening import place_of
    from tui.together.needed import failed, must_have_it

    try:
        must_have_it()
        Following(args.file)
        place = place_of(args.listen)
    except (Refused, Unopened) as refused:
        return failed(refused.said, as_json=args.json)
    if not args.no_screen:
        from tui.together.screen import share

        at = (args.at, 0) if args.at else (place.host, place.port) if args.listen else None
        return share(args.file, at, args.name)

    from tui.together.pictures import Shown
    from tui.together.waiting import until_ended

    def begin() -> Sharing:
        from data.together import start_sharing
        from tui.serving.listening import found_at

        shown = found_at(place.host).strip("[]")
        return start_sharing(args.file, listen=[(place.host, place.port)], shown=shown, at=args.at, name=args.name)

    def ready(sharing: Sharing) -> dict[str, Any]:
        return {
            "code": sharing.code,
            "room_code": sharing.room_code,
            "address": sharing.address,
            "file": str(args.file),
        }

    def look(sharing: Sharing) -> Callable[[], None]:
        return Shown(args.file, sharing).look

    def tell(sharing: Sharing) -> None:
        _tell(sharing, alone=place.alone and not args.at)

    return until_ended(begin, ready, tell, look, as_json=args.json)


def _tell(sharing: Sharing, *, alone: bool) -> None:
    from data.addresses import own_addresses

    print(_("On the other laptop: {line}").format(line=f"kring join {sharing.code}"))
    print(_("For the projector's laptop: {line}").format(line=f"kring join {sharing.room_code}"))
    if alone:
        print(_("On this computer only; --listen with another of its addresses lets others in."))
        for each in own_addresses():
            kind = f" ({told(each.kind)})" if each.kind else ""
            print(f"  --listen {each.host}  {each.interface}{kind}")
    print(_("Ctrl+C ends it."))
