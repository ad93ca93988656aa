"""A text in the editor that a person is used to, with the application out of the way meanwhile."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from textual.app import SuspendNotSupported

from data.model import Refused, say
from screens.shell.house import House

VARIABLES = ("VISUAL", "EDITOR")
"""Where the editor is named, the first that is there."""


def in_editor(house: House, text: str, name: str) -> str:
    """Edit a text in ``$VISUAL`` or ``$EDITOR``, as a file of this name that is for its owner only; gives it back.

    Raises:
        Refused: no editor is named, it cannot be started, or it ended with an error; what was typed is told where.
    """
    editor = next((os.environ[variable] for variable in VARIABLES if os.environ.get(variable)), "")
    if not editor:
        raise Refused(say("No editor is set: set EDITOR, such as EDITOR=nano, and start Kring again."))
    path = Path(tempfile.mkdtemp(prefix="kring-")) / name
    path.write_text(text, encoding="utf-8")
    try:
        with house.suspend():
            done = subprocess.run([*shlex.split(editor), str(path)], check=False)
    except SuspendNotSupported as error:
        raise Refused(say("This terminal cannot open an editor.")) from error
    except (OSError, ValueError) as error:
        raise Refused(say("{editor} cannot be started.", editor=editor)) from error
    if done.returncode:
        raise Refused(say("{editor} ended with an error; what was typed is in {path}.", editor=editor, path=str(path)))
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise Refused(say("What was typed cannot be read; it is in {path}.", path=str(path))) from error
    finally:
        house.call_later(_forget, path)


def _forget(path: Path) -> None:
    """Take the file away again: it was read."""
    path.unlink(missing_ok=True)
    path.parent.rmdir()
