"""``kring join CODE [FILE]``: work along on a network that another laptop shares, or see what its room sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.i18n import _
from data.model import Refused, say

if TYPE_CHECKING:
    import argparse

    from data.together.sharing import Sharing


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "join",
        help=_("work along on a network that another laptop shares"),
        description=_(
            "Join with the code that the other laptop shows. The network is kept whole in a file of this laptop, and "
            "work goes on when the line drops. With a code for the room no file is needed. Without a code, who lets "
            "others in on this subnet is offered to choose from."
        ),
    )
    code = _("the code that the other laptop shows")
    parser.add_argument("code", nargs="?", default="", metavar=_("CODE"), help=code)
    parser.add_argument("file", type=Path, nargs="?", metavar=_("FILE"), help=_("where this laptop keeps its copy"))
    parser.add_argument("--no-screen", action="store_true", help=_("only join; work on the file goes on elsewhere"))
    parser.add_argument("--name", default="", metavar=_("TEXT"), help=_("what this laptop is called for the others"))
    parser.add_argument("--json", action="store_true", help=_("print what was joined as JSON"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Join until it is told to end."""
    from tui.together.needed import failed, must_have_it, openable

    try:
        must_have_it()
        _not_a_file(args.code)
        openable(args.file)
        return _without_screen(args) if args.no_screen else _with_screen(args)
    except Refused as refused:
        return failed(refused.said, as_json=args.json)


def _not_a_file(code: str) -> None:
    """Somebody who joined before may think of the file first.

    Raises:
        Refused: a file stands where the code belongs.
    """
    if "://" not in code and (code.endswith(".json") or (code and Path(code).exists())):
        raise Refused(
            say(
                "{file} is a file: the code that the other laptop shows comes first, as in {line}.",
                file=Path(code).name,
                line=f"kring join kring://… {code}",
            )
        )


def _without_screen(args: argparse.Namespace) -> int:
    from tui.together.waiting import until_ended

    return until_ended(lambda: _begun(args), lambda found: _ready(found, args), _tell, _look, as_json=args.json)


def _begun(args: argparse.Namespace) -> Sharing:
    from data.settings import load
    from data.together import join

    return join(args.code, args.file, name=args.name or load().laptop)


def _ready(sharing: Sharing, args: argparse.Namespace) -> dict[str, Any]:
    file = None if sharing.file is None else str(args.file)
    return {"role": sharing.role, "address": sharing.address, "file": file}


def _tell(sharing: Sharing) -> None:
    print(_("Joined {address}.").format(address=sharing.address))
    print(_("Ctrl+C ends it."))


def _look(_sharing: Sharing) -> Callable[[], None]:
    return lambda: None


def _with_screen(args: argparse.Namespace) -> int:
    """Open the app where the copy is made, or the window of the room."""
    from data.together import for_viewer
    from tui.starting import no_screen, run_here

    if not args.code or not for_viewer(args.code):
        from tui.together.screen import join

        return join(args.code, args.file, args.name)
    if why := no_screen():
        return why
    sharing = _begun(args)
    try:
        from data.settings import load
        from tui.room_window import RoomWindow
        from tui.together.pictures import SharedSource

        return run_here(RoomWindow(load().having(theme="projector"), SharedSource(sharing)))
    finally:
        sharing.close()
