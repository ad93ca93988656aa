"""What is drawn of a result, as plain data: a row a proposal or an answer, and what its bar or columns stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from data.model import Said


class Tone(StrEnum):
    """How a row is felt: whoever draws it chooses the colour, and never says it by colour alone."""

    GOOD = "good"
    UNSURE = "unsure"
    BAD = "bad"
    QUIET = "quiet"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: about a proposal (id), or an answer that ``label`` names with a ``sign`` before it.

    ``count`` out of ``of`` is its bar; with ``columns`` it is a histogram in place of that. ``notes`` stand behind it,
    ``below`` under it.
    """

    proposal: str = ""
    label: Said | None = None
    sign: str = ""
    count: int = 0
    of: int = 0
    tone: Tone = Tone.PLAIN
    notes: tuple[Said | str, ...] = ()
    below: tuple[Said, ...] = ()
    columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """The rows, best first.

    ``bar`` says what a whole bar is, and with ``half`` that a line marks its half; ``heads`` are the titles of notes
    that stand in columns.
    """

    rows: tuple[Row, ...]
    bar: Said | None = None
    half: bool = False
    heads: tuple[Said, ...] = ()
