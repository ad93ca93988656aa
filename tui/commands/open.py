"""``kring [open] [FILE]``: the application itself."""

from __future__ import annotations

import gc
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

from data.i18n import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from screens.shell.house import House
    from tui.app import Kring

QUIET = 1.0
"""Seconds after the start in which nothing is done but what is asked."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("open", help=_("open a network file, or Home"))
    parser.add_argument("file", nargs="?", type=Path, metavar=_("FILE"), help=_("a network file"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Open the application on the file, or on Home."""
    return show(args.file)


def _settle(app: Kring) -> None:
    """Make ready what any next key may ask for, and then tidy as usual.

    Nobody waits for the import of a screen, or for its style sheet, when an activity is shown first.
    """
    from data.model.kinds import ACTIVITIES, named
    from tui.sheets import read_sheets

    screens = [named(spec.screen) for spec in ACTIVITIES.values()]
    # The application may have been left meanwhile.
    with suppress(RuntimeError):
        app.call_from_thread(read_sheets, app, screens)
    gc.freeze()
    gc.enable()


def show(path: Path | None, language: str | None = None, then: Callable[[House], object] | None = None) -> int:
    """Run the application until it is left; ``language`` holds for this run only, ``then`` is done once it runs."""
    from tui.starting import no_screen, run_here

    if why := no_screen():
        return why
    # What is imported and built at the start stays: looking for rubbish in it would only delay the first screen.
    gc.disable()
    from data.settings import load
    from tui.app import Kring

    settings = load()
    # Whatever a settings file says: who begins does not know yet who looks along.
    app = Kring(settings.having(language=language or settings.language, looking_along=True), path, then)
    loading = Timer(QUIET, _settle, [app])
    loading.daemon = True
    loading.start()
    return run_here(app)
