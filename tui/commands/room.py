"""``kring room FILE``: what the room sees of a running session, live, in a window of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from data.i18n import _

if TYPE_CHECKING:
    import argparse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "room",
        help=_("show the room what goes on, in a window of its own"),
        description=_(
            "Follow the session that runs in another window, for the projector. "
            "Nothing is written, and nothing is shown that is not for the room."
        ),
    )
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("a network file"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show it until the window is closed."""
    from data.model import Refused
    from data.network import Unopened
    from data.settings import load
    from tui.starting import no_screen, run_here

    if why := no_screen():
        return why
    from tui.room_source import FileSource
    from tui.room_window import RoomWindow

    try:
        source = FileSource(args.file)
    except Unopened as unopened:
        raise Refused(unopened.said) from unopened
    # Paper is read best from the back row; t shows another look.
    return run_here(RoomWindow(load().having(theme="projector"), source))
