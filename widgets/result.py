"""The result of a vote, whatever its way: one template for every picture that a way describes."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from data.i18n import told
from data.methods.votes.picture import Picture, Row, Tone
from data.model import Said
from widgets.bars import Bar, bars
from widgets.fingers import Hands, Heads, histogram
from widgets.laid_out import BLANK, text
from widgets.page import Line

TONES: Mapping[Tone, str] = {
    Tone.GOOD: "$success",
    Tone.UNSURE: "$foreground",
    Tone.BAD: "$attention",
    Tone.QUIET: "$muted",
    Tone.PLAIN: "$muted",
}
"""The style of each tone; what it says is in words too."""


def draw(picture: Picture, named: Mapping[str, tuple[str, str]], width: int) -> list[Line]:
    """The picture in so many cells: ``named`` are letter and wording of proposals by id."""
    if picture.heads:
        heads = Heads(*map(told, picture.heads))
        return histogram([_hands(row, named) for row in picture.rows], heads, width)
    lines: list[Line] = []
    if picture.bar:
        lines = [*text(Content.styled(told(picture.bar), "$muted"), width, indent=1), BLANK]
    return lines + bars([_bar(row, named, picture) for row in picture.rows], width)


def _called(row: Row, named: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    return named.get(row.proposal, ("?", "")) if row.label is None else (row.sign, told(row.label))


def _note(note: Said | str) -> str:
    return told(note) if isinstance(note, Said) else note


def _hands(row: Row, named: Mapping[str, tuple[str, str]]) -> Hands:
    to_hear, median, outcome = map(_note, row.notes)
    return Hands(*_called(row, named), row.columns, to_hear, median, outcome, TONES[row.tone], row.proposal)


def _bar(row: Row, named: Mapping[str, tuple[str, str]], picture: Picture) -> Bar:
    return Bar(
        *_called(row, named),
        row.count,
        row.of,
        TONES[row.tone],
        "  ".join(map(_note, row.notes)),
        row.proposal,
        " · ".join(map(told, row.below)),
        picture.half,
    )
