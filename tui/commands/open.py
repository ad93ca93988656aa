"""``kring [open] [FILE]``: the application itself."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from data.i18n import _


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("open", help=_("open a network file, or Home"))
    parser.add_argument("file", nargs="?", type=Path, help=_("a network file"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Open the application on the file, or on Home."""
    return show(args.file)


def show(path: Path | None, language: str | None = None) -> int:
    """Run the application until it is left; ``language`` holds for this run only."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print("kring: " + _("this needs a terminal; see kring --help for what works without one."), file=sys.stderr)
        return 1
    # A key is seen at the next frame: four times the frames quarter that wait. Nor must saving wait for drawing.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    sys.setswitchinterval(0.001)
    from data.settings import load
    from tui.app import Kring

    settings = load()
    app = Kring(settings.having(language=language or settings.language), path)
    app.run()
    return app.return_code or 0
