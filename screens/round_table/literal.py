"""What looks like a name in a line that was just kept: told, so that nobody takes it for understood."""

from __future__ import annotations

from data.methods.capture_syntax import Sign, unread
from data.model import State
from data.names import meant
from data.text import NAME_LIMIT
from data.verbs.network import people


def name_in(state: State, text: str) -> str:
    """The name that stays in the text: behind an @, or before a colon where it is somebody's; empty without one."""
    marks = [mark.fragment.split()[0].rstrip(":,;") for mark in unread(text) if mark.sign is Sign.WHO]
    before, colon, behind = text.partition(":")
    if colon and behind.strip() and 1 < len(before.strip()) <= NAME_LIMIT and meant(people(state), before).people:
        return f"{before.strip()}:"
    return f"@{marks[0]}" if marks else ""
