"""A file that cannot be opened: what is wrong with it, and which good copies there are."""

from __future__ import annotations

from pathlib import Path

from data.i18n import _, clock, day, plural, told
from data.network import Backup, Network, Unopened
from data.network.mending import put_back
from screens.dialogs.ask import Choose

RESCUE = "rescue"


def offer(unopened: Unopened) -> Choose:
    """The good copies, newest first, and opening what can be read; nothing is done before one is chosen."""
    choices = [(str(number), _when(copy), _what(copy)) for number, copy in enumerate(unopened.backups)]
    if unopened.rescue:
        choices.append((RESCUE, _("Open what can be read"), _("what does not fit is left out; the file is kept")))
    return Choose(told(unopened.said), choices)


def mended(path: Path, unopened: Unopened, choice: str) -> Network:
    """Open the file after what was chosen.

    Raises:
        Unopened: it still cannot be opened.
        OSError: the copy cannot be put in its place.
    """
    if choice == RESCUE:
        return Network.open(path, watch=True, rescue=True)
    put_back(path, unopened.backups[int(choice)])
    return Network.open(path, watch=True)


def _when(copy: Backup) -> str:
    made = copy.made.isoformat()
    return f"{day(made)} {clock(made)}"


def _what(copy: Backup) -> str:
    notes, people = copy.counts.get("notes", 0), copy.counts.get("participants", 0)
    return " · ".join((plural("{n} person", "{n} people", people), plural("{n} post-it", "{n} post-its", notes)))
