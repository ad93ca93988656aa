"""What looks like a mark in the text of a post-it that was just kept: told, so that nobody takes it for understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from data.i18n import _
from data.methods.capture_syntax import Mark, Sign, exact, unread
from data.model import Participant

NAMED = 24
"""So many cells of a mark are told."""


def told(text: str, *, titles: Sequence[str], who: Callable[[str], Participant | None], attributed: bool) -> str:
    """A sentence for each mark that stays in this text, and why; empty when there is none."""
    return " · ".join(_sentence(mark, titles, who, attributed).format(mark=_named(mark, text)) for mark in unread(text))


def _named(mark: Mark, text: str) -> str:
    """The mark as it was typed, as far as a sentence has room for it."""
    return Content(text[mark.start : mark.end].strip()).truncate(NAMED, ellipsis=True).plain


def _sentence(mark: Mark, titles: Sequence[str], who: Callable[[str], Participant | None], attributed: bool) -> str:
    """Why a mark is text."""
    if mark.sign is Sign.WHO and not attributed:
        return _("“{mark}” stays in the text: names are off here")
    if mark.sign is Sign.WHO and who(mark.fragment) is None:
        return _("“{mark}” stays in the text: nobody here is called that")
    if mark.sign is Sign.CLUSTER and exact(mark.fragment, titles) is None:
        return _("“{mark}” stays in the text: no cluster is called that")
    return _("“{mark}” stays in the text: one of each counts, at the end")
