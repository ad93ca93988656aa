"""Letters drawn from blocks, for names and prompts that the back row must read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from rich.cells import cell_len

HEIGHT = 6
"""The height of a letter without its accent, in dots; an accent takes two more."""

# Every letter is an odd number of dots wide, so that each begins at a whole column also with two dots a column.
_DRAWN = """
A .###. #...# #...# ##### #...# #...#
B ####. #...# ####. #...# #...# ####.
C .###. #...# #.... #.... #...# .###.
D ####. #...# #...# #...# #...# ####.
E ##### #.... ####. #.... #.... #####
F ##### #.... ####. #.... #.... #....
G .###. #.... #.... #..## #...# .###.
H #...# #...# ##### #...# #...# #...#
I ### .#. .#. .#. .#. ###
J ..### ...#. ...#. ...#. #..#. .##..
K #...# #..#. ###.. #..#. #...# #...#
L #.... #.... #.... #.... #.... #####
M #...# ##.## #.#.# #.#.# #...# #...#
N #...# ##..# #.#.# #..## #...# #...#
O .###. #...# #...# #...# #...# .###.
P ####. #...# #...# ####. #.... #....
Q .###. #...# #...# #.#.# #..#. .##.#
R ####. #...# #...# ####. #..#. #...#
S .#### #.... .###. ....# ....# ####.
T ##### ..#.. ..#.. ..#.. ..#.. ..#..
U #...# #...# #...# #...# #...# .###.
V #...# #...# #...# #...# .#.#. ..#..
W #...# #...# #.#.# #.#.# ##.## #...#
X #...# .#.#. ..#.. ..#.. .#.#. #...#
Y #...# #...# .#.#. ..#.. ..#.. ..#..
Z ##### ....# ...#. ..#.. .#... #####
Ç .###. #...# #.... #...# .###. ..#..
Ş .#### #.... .###. ....# ####. ..#..
Ø .###. #..## #.#.# #.#.# ##..# .###.
Æ .#### #.#.. #.##. ###.. #.#.. #.###
Œ .#### #.#.. #.##. #.#.. #.#.. .####
Ł .#... .#... .##.. ##... .#... .####
Đ .###. .#..# ###.# .#..# .#..# .###.
0 .###. #...# #...# #...# #...# .###.
1 .#. ##. .#. .#. .#. ###
2 .###. #...# ...#. ..#.. .#... #####
3 ####. ....# .###. ....# ....# ####.
4 #..#. #..#. #..#. ##### ...#. ...#.
5 ##### #.... ####. ....# ....# ####.
6 .###. #.... ####. #...# #...# .###.
7 ##### ....# ...#. ..#.. ..#.. ..#..
8 .###. #...# .###. #...# #...# .###.
9 .###. #...# #...# .#### ....# .###.
. ... ... ... ... .#. .#.
, ... ... ... ... .#. #..
: ... .#. .#. ... .#. .#.
; ... .#. .#. ... .#. #..
? .###. #...# ...#. ..#.. ..... ..#..
! # # # # . #
' # # . . . .
" #.# #.# ... ... ... ...
- ... ... ### ... ... ...
+ ..... ..#.. .###. ..#.. ..... .....
( .#. #.. #.. #.. #.. .#.
) .#. ..# ..# ..# ..# .#.
/ ....# ...#. ..#.. ..#.. .#... #....
& .##.. #..#. .##.. #.#.# #..#. .##.#
· . . # # . .
● ..... .###. .###. .###. ..... .....
… ..... ..... ..... ..... ..... #.#.#
→ ..... ..#.. ...#. ##### ...#. ..#..
"""
_ACCENTS = {
    "\u0300": (".#...", "..#.."),
    "\u0301": ("...#.", "..#.."),
    "\u0302": ("..#..", ".#.#."),
    "\u0303": (".##.#", "#.##."),
    "\u0304": (".###.", "....."),
    "\u0306": (".#.#.", "..#.."),
    "\u0307": ("..#..", "....."),
    "\u0308": (".#.#.", "....."),
    "\u030a": ("..#..", "..#.."),
    "\u030b": (".#..#", "#..#."),
    "\u030c": (".#.#.", "..#.."),
}
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "\u00a0": " "})
_GLYPHS = {row.split()[0]: tuple(row.split()[1:]) for row in _DRAWN.strip().splitlines()}

Dots = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """How letters are drawn: columns a dot, and rows a line of text, with and without room for accents."""

    name: str
    per_dot: float
    plain_rows: int
    accent_rows: int


GIANT = Size("giant", 2, HEIGHT, HEIGHT + 2)
TALL = Size("tall", 1, HEIGHT // 2, HEIGHT // 2 + 1)
NARROW = Size("narrow", 0.5, HEIGHT // 2, HEIGHT // 2 + 1)
PLAIN = Size("plain", 0, 1, 1)
SIZES = (GIANT, TALL, NARROW, PLAIN)
"""From the largest to ordinary text."""


@cache
def dots(text: str) -> Dots | None:
    """The text in capitals as eight rows of ``#`` and ``.``; None when a character of it cannot be drawn."""
    drawn: list[Dots] = []
    for character in unicodedata.normalize("NFC", text.translate(_SAME).upper()):
        glyph = _glyph(character)
        if glyph is None:
            return None
        drawn.append(glyph)
    return tuple(".".join(glyph[row] for glyph in drawn) for row in range(HEIGHT + 2))


def _glyph(character: str) -> Dots | None:
    if character == " ":
        return ("...",) * (HEIGHT + 2)
    if character in _GLYPHS:
        glyph = _GLYPHS[character]
        return ("." * len(glyph[0]),) * 2 + glyph
    base, *marks = list(unicodedata.normalize("NFD", character))
    if len(marks) != 1 or marks[0] not in _ACCENTS or base not in _GLYPHS:
        return None
    glyph = _GLYPHS[base]
    width = len(glyph[0])
    start = (5 - width) // 2
    return tuple(row[start : start + width].ljust(width, ".") for row in _ACCENTS[marks[0]]) + glyph


def accented(texts: Iterable[str]) -> bool:
    """Whether one of these texts needs the rows for accents."""
    return any(drawn is not None and "#" in drawn[0] + drawn[1] for drawn in map(dots, texts))


def columns(text: str, size: Size) -> int:
    """How many columns the text takes; what cannot be drawn is shown as ordinary text."""
    drawn = dots(text)
    if size is PLAIN or drawn is None:
        return cell_len(text)
    return -int(-len(drawn[0]) * size.per_dot // 1)


def rows(size: Size, accents: bool) -> int:
    """How many rows a line takes."""
    return size.accent_rows if accents else size.plain_rows


def draw(text: str, size: Size, accents: bool) -> list[str]:
    """The rows of a line of text, all equally wide; what cannot be drawn stands in the middle as ordinary text."""
    height, width = rows(size, accents), columns(text, size)
    drawn = dots(text)
    if size is PLAIN:
        return [text]
    if drawn is None:
        return [text if row == height // 2 else " " * width for row in range(height)]
    return _WAYS[size.name](drawn if accents else drawn[2:])


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


def largest(text: str, width: int, height: int, sizes: tuple[Size, ...] = SIZES, gap: int = 1) -> list[str]:
    """The text as large as it fits in so many columns and rows; ordinary text, wrapped, when nothing else does."""
    for size in sizes[:-1]:
        lines = wrapped(text, size, width)
        if lines and dots(text) is not None:
            accents = accented(lines)
            if len(lines) * (rows(size, accents) + gap) - gap <= height:
                return [row for line in lines for row in ([*draw(line, size, accents), *[""] * gap])][: -gap or None]
    return wrapped(text, PLAIN, width) or [text]


def _giant(drawn: Dots) -> list[str]:
    return ["".join("██" if dot == "#" else "  " for dot in row) for row in drawn]


def _tall(drawn: Dots) -> list[str]:
    pairs = zip(drawn[::2], drawn[1::2], strict=True)
    return ["".join(_HALVES[above + below] for above, below in zip(*pair, strict=True)) for pair in pairs]


def _narrow(drawn: Dots) -> list[str]:
    even = [row if len(row) % 2 == 0 else row + "." for row in drawn]
    return [
        "".join(_QUARTERS[upper[i : i + 2] + lower[i : i + 2]] for i in range(0, len(upper), 2))
        for upper, lower in zip(even[::2], even[1::2], strict=True)
    ]


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
_WAYS: dict[str, Callable[[Dots], list[str]]] = {"giant": _giant, "tall": _tall, "narrow": _narrow}
