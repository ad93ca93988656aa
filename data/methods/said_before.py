"""Several people say the same: a line that begins as one that was said is offered in full, to be taken over or not."""

from __future__ import annotations

from collections.abc import Sequence

from data.text import fold

LEAST = 3
"""So many characters are a beginning; with fewer anything could be meant."""


def said_before(typed: str, said: Sequence[str]) -> str:
    """The latest of the lines in ``said``, oldest first, that begins as typed and goes on; empty when none does.

    It is given as it was said then, in the letters, capitals and accents of then.
    """
    begun = fold(typed)
    if len(begun) < LEAST or typed[0].isspace():
        return ""
    longer = (line for line in reversed(said) if len(line) > len(typed))
    return next((line for line in longer if fold(line[: len(typed)]) == begun), "")
