"""Whether a shared file may only be read here: who shares it has another Kring, whose calls may do something else."""

from __future__ import annotations

from data.model import Said, say
from data.store.sidecar import Sidecar


def only_read(sidecar: Sidecar) -> Said | None:
    """Why nothing can be changed, or None; asked before every write."""
    try:
        ours, _, theirs = sidecar.joined.read_text(encoding="utf-8").partition(" ")
    except OSError:
        return None
    return because(ours, theirs) if theirs else None


def because(ours: str, theirs: str) -> Said:
    """What to tell who has another Kring than the laptop that shares."""
    return say(
        "Here is Kring {ours}, on the laptop that shares Kring {theirs}: you can read along. "
        "Install Kring {newest} to write along.",
        ours=ours or "?",
        theirs=theirs or "?",
        newest=max(ours, theirs, key=_parts),
    )


def _parts(version: str) -> list[int]:
    return [int(part) if part.isdigit() else 0 for part in version.split(".")]
