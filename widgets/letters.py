"""Letters drawn from blocks, for questions and names that the back row must read: as large as they fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec
from msgspec.structs import replace
from rich.cells import cell_len

from widgets.face import BOLD_FACE, FACE, LEAN_FACE, Dots, Face, written
from widgets.small_face import SMALL_FACE


class Size(msgspec.Struct, frozen=True):
    """How letters are drawn: every dot of the ``face`` is ``scale`` half rows high and ``broad`` half columns wide.

    Of ``bold`` ones upright strokes are so many half columns wider. Letters stand so many of them further ``apart``
    than a dot, from what they would be otherwise.
    """

    name: str
    scale: int
    broad: int
    face: Face = FACE
    bold: int = 0
    apart: int = 0

    @property
    def per_dot(self) -> float:
        """Columns that a dot of the face takes."""
        return self.broad / 2

    @property
    def square(self) -> bool:
        """Whether dots are as wide as high: a column is half as wide as a row is high."""
        return self.broad == 2 * self.scale

    @property
    def cap(self) -> float:
        """Rows from the line to the top of a capital; 0 for ordinary text."""
        return self.face.cap * self.scale / 2


VAST = Size("vast", 8, 16)
ENORMOUS = Size("enormous", 6, 12)
HUGE = Size("huge", 4, 8)
LOFTY = Size("lofty", 4, 4, LEAN_FACE)
GIANT = Size("giant", 3, 6)
STEEP = Size("steep", 3, 3, LEAN_FACE)
LARGE = Size("large", 2, 4)
SLIM = Size("slim", 2, 2, LEAN_FACE)
TALL = Size("tall", 1, 2)
STOUT = Size("stout", 1, 1, BOLD_FACE, bold=1, apart=1)
NARROW = Size("narrow", 1, 1, LEAN_FACE)
SMALL = Size("small", 1, 1, SMALL_FACE)
PLAIN = Size("plain", 0, 0)
SIZES = (VAST, ENORMOUS, HUGE, GIANT, LOFTY, STEEP, LARGE, SLIM, TALL, NARROW, SMALL, PLAIN)
"""From the largest to ordinary text, by what a letter takes of the wall."""

STANDING_ALONE = (*SIZES[: SIZES.index(NARROW)], STOUT, *SIZES[SIZES.index(NARROW) :])
"""The same for a text that has the wall to itself: it may take more lines to be bold."""

LEAN = (LOFTY, STEEP)
"""Letters that are twice as high as wide, for few words on a wall that would be empty otherwise."""


def fuller(size: Size) -> Iterator[Size]:
    """The same letters, broader and with bolder upright strokes, the fullest first.

    Lean dots are not quite square then, and their upright strokes no wider than those across are high; of square ones
    they are a little wider. Where that leaves little between two strokes, three of them stand further apart; of square
    ones, which leave more beside a letter, they may stand near each other rather than stay thin.
    """
    if size is PLAIN or size.bold or size.face is SMALL_FACE:
        return
    for broad in [size.broad] if size.square else range(2 * size.scale - 1, size.broad - 1, -1):
        bold = max(1, broad // 4) if size.square else min(max(1, broad // 2), 2 * size.scale - broad)
        face = BOLD_FACE if broad - bold < LEAST_BETWEEN else FACE
        yield replace(size, broad=broad, face=face, bold=bold, apart=bold)
        if broad > bold:
            yield replace(size, broad=broad, face=face, bold=bold)
        if size.square and face is BOLD_FACE:
            yield replace(size, bold=bold)
        if broad > size.broad:
            yield replace(size, broad=broad)


def thin(size: Size) -> Size:
    """The same letters before they were made fuller: what stands beside them goes by these."""
    return next((one for one in SIZES if one.name == size.name), size)


LEAST_BETWEEN = 2
"""Half columns between two upright strokes at the least, where there are three of them."""


class Reach(NamedTuple):
    """How far letters reach beyond the height of a capital, in dots: accents above, tails below.

    What is ``lowered`` by half a row has that much air above it.
    """

    above: int = 0
    below: int = 0
    lowered: int = 0


def reach(texts: Iterable[str], size: Size = TALL) -> Reach:
    """How far the letters of these texts reach in this size; lines drawn side by side share one."""
    reaches = [_reach(text, size.face) for text in texts]
    return Reach(max((one.above for one in reaches), default=0), max((one.below for one in reaches), default=0))


@cache
def _reach(text: str, face: Face) -> Reach:
    drawn = face.dots(text)
    inked = [row for row, line in enumerate(drawn or ()) if "#" in line] or [face.above]
    return Reach(max(0, face.above - inked[0]), max(0, inked[-1] - face.above - face.cap + 1))


def columns(text: str, size: Size) -> int:
    """How many columns the text takes; what cannot be drawn is shown as ordinary text."""
    drawn = size.face.dots(text)
    if size is PLAIN or drawn is None:
        return cell_len(text)
    return -(-half_columns(text, drawn, size) // 2)


def half_columns(text: str, drawn: Dots, size: Size) -> int:
    """How many half columns the text, so ``drawn`` in dots, takes."""
    return len(drawn[0]) * size.broad + size.bold + max(0, len(written(text)) - 1) * size.apart


@lru_cache(maxsize=4096)
def inked(text: str, size: Size, row: int) -> tuple[int, ...]:
    """The dots from the left that a row of the text has, none where it cannot be drawn; a bold one reaches the next."""
    found: list[int] = []
    begins = 0
    for letter in written(text) if size.face.dots(text) else "":
        dots = (size.face.dots(letter) or ("",) * size.face.height)[row]
        places = [begins // size.broad + place for place, dot in enumerate(dots) if dot == "#"]
        found += [place + reach for place in places for reach in range(1 + bool(size.bold))]
        begins += (len(dots) + 1) * size.broad + size.apart
    return tuple(found)


def rows(size: Size, reaching: Reach) -> int:
    """How many rows a line takes."""
    return 1 if size is PLAIN else -(-halves(size, reaching) // 2)


def raised(size: Size, reaching: Reach) -> int:
    """How many rows accents take above the capitals of a line."""
    return -(-reaching.above * size.scale // 2)


def on_rows(size: Size, reaching: Reach) -> Reach:
    """The same for a line of which the capitals begin with a row, whatever stands above them."""
    return reaching._replace(lowered=reaching.above * size.scale % 2)


def halves(size: Size, reaching: Reach) -> int:
    """How many half rows a line takes, without the air that fills its last row."""
    inked = (reaching.above + size.face.cap + reaching.below) * size.scale
    return 2 if size is PLAIN else reaching.lowered + inked


@lru_cache(maxsize=2048)
def draw(text: str, size: Size, reaching: Reach) -> tuple[str, ...]:
    """The rows of a line of text, all equally wide; what cannot be drawn stands in the middle as ordinary text."""
    if size is PLAIN:
        return (text,)
    drawn = size.face.dots(text)
    if drawn is None:
        height = rows(size, reaching)
        return tuple(text if row == height // 2 else " " * cell_len(text) for row in range(height))
    if size.bold or not size.square:
        letters = [_bold(_inked(size.face.dots(letter) or (), size.face, reaching), size) for letter in written(text)]
        between = "." * (size.broad + size.apart - size.bold)
        dots = [between.join(row) for row in zip(*letters, strict=True)] or _inked(drawn, size.face, reaching)
        return _quartered((*["." * len(dots[0])] * reaching.lowered, *dots))
    glyphs = [_halved(character, size, reaching) for character in written(text)]
    return tuple((" " * size.scale).join(row) for row in zip(*glyphs, strict=True))


def wrapped(text: str, size: Size, width: int) -> list[str] | None:
    """The text broken between words into lines that fit; None when one word alone does not."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and columns(longer, size) <= width:
            lines[-1] = longer
        elif columns(word, size) <= width:
            lines.append(word)
        else:
            return None
    return lines


def fitted(text: str, width: int, height: int, sizes: tuple[Size, ...] = SIZES, gap: int = 1) -> Size:
    """The largest of these sizes in which the text fits in so many columns and rows; ordinary text when none does."""
    for size in sizes:
        if size is not PLAIN and size.face.dots(text) is not None:
            lines = wrapped(text, size, width)
            if lines and len(lines) * (rows(size, reach(lines, size)) + gap) - gap <= height:
                return size
    return PLAIN


def largest(text: str, width: int, height: int, sizes: tuple[Size, ...] = SIZES, gap: int = 1) -> list[str]:
    """The text as large as it fits in so many columns and rows; ordinary text, wrapped, when nothing else does."""
    size = fitted(text, width, height, sizes, gap)
    lines = wrapped(text, size, width) or [text]
    if size is PLAIN:
        return lines
    reaching = reach(lines, size)
    return [row for line in lines for row in (*draw(line, size, reaching), *[""] * gap)][: -gap or None]


@cache
def _halved(character: str, size: Size, reaching: Reach) -> tuple[str, ...]:
    """One character in rows of the terminal, two dots above each other in a cell."""
    # Scaled before it is cut: corners look at the rows around them.
    drawn = scaled(size.face.dots(character) or (), size.scale, size.scale)
    first, last = size.face.above - reaching.above, size.face.above + size.face.cap + reaching.below
    lowered = ("." * len(drawn[0]),) * reaching.lowered
    even = _even((*lowered, *drawn[first * size.scale : last * size.scale]))
    pairs = zip(even[::2], even[1::2], strict=True)
    return tuple("".join(_HALVES[above + below] for above, below in zip(*pair, strict=True)) for pair in pairs)


def _inked(drawn: Dots, face: Face, reaching: Reach) -> Dots:
    return drawn[max(0, face.above - reaching.above) : face.above + face.cap + reaching.below]


def _bold(letter: Dots, size: Size) -> Dots:
    """The letter in half columns and half rows, its upright strokes as wide as they are to be."""
    grown = scaled(letter, size.broad, size.scale)
    framed = [f"{'.' * size.bold}{row}{'.' * size.bold}" for row in grown]
    return tuple(
        "".join("#" if "#" in row[place : place + size.bold + 1] else "." for place in range(len(row) - size.bold))
        for row in framed
    )


def _quartered(drawn: Dots) -> tuple[str, ...]:
    """Rows of the terminal, two dots above each other and two beside each other in a cell."""
    full = [row if len(row) % 2 == 0 else f"{row}." for row in _even(drawn)]
    return tuple(
        "".join(_QUARTERS[upper[i : i + 2] + lower[i : i + 2]] for i in range(0, len(upper), 2))
        for upper, lower in zip(full[::2], full[1::2], strict=True)
    )


def _even(drawn: Dots) -> list[str]:
    return [*drawn, "." * len(drawn[0])] if len(drawn) % 2 else list(drawn)


def scaled(drawn: Dots, wide: int, high: int) -> Dots:
    """The dots so many times as wide and as high, with the corners of slanting strokes rounded.

    Twice and three times as Scale2x and Scale3x do (A. Mazzoleni, 2001), which look at the four neighbours of a dot; we
    look at the corners besides, for a cross-stroke is to stay one.
    """
    if high > 3 and not (wide % 2 or high % 2):
        return scaled(scaled(drawn, 2, 2), wide // 2, high // 2)
    if high == 1:
        return tuple("".join(dot * wide for dot in row) for row in drawn)
    empty = "." * (len(drawn[0]) + 2)
    framed = [empty, *(f".{row}." for row in drawn), empty]
    grown: list[str] = []
    for rows_around in zip(framed, framed[1:], framed[2:], strict=False):
        blocks = [_grown(tuple(row[x : x + 3] for row in rows_around), wide, high) for x in range(len(drawn[0]))]
        grown += ["".join(block[row] for block in blocks) for row in range(high)]
    return tuple(grown)


@cache
def _grown(around: Dots, wide: int, high: int) -> Dots:
    """The dot in the middle as a block of ``wide`` by ``high``: a corner takes what its two neighbours agree on.

    Not where a third dot lies in that corner: two strokes meet there, and their angle is no slant.
    """
    above, level, below = around
    up, left, dot, right, down = above[1], level[0], level[1], level[2], below[1]
    if up == down or left == right:
        return (dot * wide,) * high
    near = ((left, up, above[0]), (right, up, above[2]), (left, down, below[0]), (right, down, below[2]))
    corners = [one if one == other and corner == "." else dot for one, other, corner in near]
    middle = dot * (wide - 2)
    inner = (dot * wide,) * (high - 2)
    return (corners[0] + middle + corners[1], *inner, corners[2] + middle + corners[3])


_HALVES = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}
_QUARTERS = {
    "....": " ",
    "#...": "▘",
    ".#..": "▝",
    "..#.": "▖",
    "...#": "▗",
    "##..": "▀",
    "..##": "▄",
    "#.#.": "▌",
    ".#.#": "▐",
    "#..#": "▚",
    ".##.": "▞",
    "###.": "▛",
    "##.#": "▜",
    "#.##": "▙",
    ".###": "▟",
    "####": "█",
}
