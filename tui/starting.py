"""Starting a window of Kring: in the terminal, or where a browser shows it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from data.i18n import _

if TYPE_CHECKING:
    from textual.app import App


def no_screen() -> int:
    """0 when there is a screen to draw on; else what the command ends with, and why was said.

    To be called before Textual is imported: it reads its settings from the environment.
    """
    if not (os.environ.get("TEXTUAL_DRIVER") or (sys.stdin.isatty() and sys.stdout.isatty())):
        print("kring: " + _("this needs a terminal; see kring --help for what works without one."), file=sys.stderr)
        return 1
    # A key is seen at the next frame: four times the frames quarter that wait. Nor must saving wait for drawing.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    sys.setswitchinterval(0.001)
    from tui.terminal import wait_for_split_keys

    wait_for_split_keys()
    return 0


def run_here(app: App[Any]) -> int:
    """Run a window until it is left; gives what the command ends with."""
    from tui.terminal import hardened

    hardened(app)
    app.run()
    return app.return_code or 0
