"""A report of a mistake of the program, for whoever mends it: where it happened, and nothing of what people typed."""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_state_path

from data.i18n import _
from tui import __version__

if TYPE_CHECKING:
    from textual.app import App


def told_in_one_sentence(app: App[Any]) -> None:
    """End an application that failed: what went wrong is kept in a file, and the screen says one sentence."""
    from rich.text import Text

    report = keep_report()
    where = f" ({report})" if report else ""
    sentence = _("Kring stopped because of an error. Everything saved is safe: start it again.")
    app._exit_renderables.append(Text(sentence + where))
    app._close_messages_no_wait()


def keep_report() -> Path | None:
    """Write the traceback of the present exception, without values or messages; gives the file, None if it cannot."""
    import sys

    kind, _error, trace = sys.exc_info()
    lines = [
        f"kring {__version__}, Python {platform.python_version()}, {platform.system()}",
        *(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)),
        kind.__name__ if kind else "",
    ]
    folder = user_state_path("kring", appauthor=False)
    path = folder / f"mistake-{datetime.now().astimezone():%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        return None
    return path
