"""Our face for the back row: letters of dots, in capitals and small letters, each as wide as it asks for.

A capital is seven dots high, a small letter five, what hangs below the line two more. Accents stand above a letter with
a dot of air between. Dots are square when a row of the terminal holds two of them.
"""

from __future__ import annotations

import unicodedata
from functools import cache

ABOVE, CAP, BELOW = 3, 7, 2
"""Dots for an accent on a capital, from the line to the top of a capital, and below the line."""

HEIGHT = ABOVE + CAP + BELOW

Dots = tuple[str, ...]

# From the top of a capital down: seven rows, or nine with what hangs below the line.
_DRAWN = """
A .###. #...# #...# ##### #...# #...# #...#
B ####. #...# #...# ####. #...# #...# ####.
C .###. #...# #.... #.... #.... #...# .###.
D ####. #...# #...# #...# #...# #...# ####.
E #### #... #... ###. #... #... ####
F #### #... #... ###. #... #... #...
G .###. #...# #.... #.### #...# #...# .###.
H #...# #...# #...# ##### #...# #...# #...#
I ### .#. .#. .#. .#. .#. ###
J ...# ...# ...# ...# ...# #..# .##.
K #...# #..#. #.#.. ##... #.#.. #..#. #...#
L #... #... #... #... #... #... ####
M #...# ##.## #.#.# #.#.# #...# #...# #...#
N #...# ##..# ##..# #.#.# #..## #..## #...#
O .###. #...# #...# #...# #...# #...# .###.
P ####. #...# #...# ####. #.... #.... #....
Q .###. #...# #...# #...# #.#.# #..#. .##.#
R ####. #...# #...# ####. #.#.. #..#. #...#
S .#### #.... #.... .###. ....# ....# ####.
T ##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..
U #...# #...# #...# #...# #...# #...# .###.
V #...# #...# #...# #...# .#.#. .#.#. ..#..
W #...# #...# #...# #.#.# #.#.# ##.## #...#
X #...# #...# .#.#. ..#.. .#.#. #...# #...#
Y #...# #...# .#.#. ..#.. ..#.. ..#.. ..#..
Z ##### ....# ...#. ..#.. .#... #.... #####
Ø .###. #..## #..## #.#.# ##..# ##..# .###.
Æ .###### #..#... #..#... ######. #..#... #..#... #..####
Œ .###### #..#... #..#... #..###. #..#... #..#... .######
Ł .#.. .#.. .##. ##.. .#.. .#.. .###
Đ .###. .#..# .#..# ###.# .#..# .#..# .###.
Þ #... ###. #..# #..# ###. #... #...
a .... .... .##. ...# .### #..# .###
b #... #... ###. #..# #..# #..# ###.
c .... .... .### #... #... #... .###
d ...# ...# .### #..# #..# #..# .###
e .... .... .##. #..# #### #... .###
f .## .#. ### .#. .#. .#. .#.
g .... .... .### #..# #..# #..# .### ...# ###.
h #... #... ###. #..# #..# #..# #..#
i # . # # # # #
j .# .. .# .# .# .# .# .# #.
k #... #... #..# #.#. ##.. #.#. #..#
l #. #. #. #. #. #. .#
m ..... ..... ####. #.#.# #.#.# #.#.# #.#.#
n .... .... ###. #..# #..# #..# #..#
o .... .... .##. #..# #..# #..# .##.
p .... .... ###. #..# #..# #..# ###. #... #...
q .... .... .### #..# #..# #..# .### ...# ...#
r ... ... #.# ##. #.. #.. #..
s .... .... .### #... .##. ...# ###.
t .#. .#. ### .#. .#. .#. .##
u .... .... #..# #..# #..# #..# .###
v ..... ..... #...# #...# .#.#. .#.#. ..#..
w ..... ..... #...# #.#.# #.#.# #.#.# .#.#.
x ..... ..... #...# .#.#. ..#.. .#.#. #...#
y .... .... #..# #..# #..# #..# .### ...# ###.
z .... .... #### ...# .##. #... ####
ß .##. #..# #..# #.#. #..# #..# #.##
æ ....... ....... .##.##. ...#..# .###### #..#... .##.###
œ ....... ....... .##.##. #..#..# #..#### #..#... .##.###
ø ..... ..... .###. #..## #.#.# ##..# .###.
ł .#. .#. .## ##. .#. .#. .#.
đ ...#. ..### .###. #..#. #..#. #..#. .###.
ð .#.# ..#. .#.# .### #..# #..# .##.
þ #... #... ###. #..# #..# #..# ###. #... #...
ı . . # # # # #
ȷ .. .. .# .# .# .# .# .# #.
0 .##. #..# #..# #..# #..# #..# .##.
1 ..#. .##. ..#. ..#. ..#. ..#. .###
2 .##. #..# ...# ..#. .#.. #... ####
3 ###. ...# ...# .##. ...# ...# ###.
4 ...# ..## .#.# #..# #### ...# ...#
5 #### #... ###. ...# ...# #..# .##.
6 .##. #... #... ###. #..# #..# .##.
7 #### ...# ...# ..#. ..#. .#.. .#..
8 .##. #..# #..# .##. #..# #..# .##.
9 .##. #..# #..# .### ...# ...# .##.
. . . . . . . #
, .. .. .. .. .. .# .# #.
: . . # . . # .
; .. .. .# .. .. .# .# #.
? .##. #..# ...# ..#. .#.. .... .#..
¿ ..#. .... ..#. .#.. #... #..# .##.
! # # # # # . #
¡ # . # # # # #
' # # . . . . .
" #.# #.# ... ... ... ... ...
- ... ... ... ### ... ... ...
– ..... ..... ..... ##### ..... ..... .....
+ ..... ..... ..#.. ..#.. ##### ..#.. ..#..
= .... .... .... #### .... #### ....
× ..... ..... #...# .#.#. ..#.. .#.#. #...#
( .# #. #. #. #. #. #. .#
) #. .# .# .# .# .# .# #.
[ ## #. #. #. #. #. #. ##
] ## .# .# .# .# .# .# ##
/ ...# ...# ..#. ..#. .#.. #... #...
& .##.. #..#. #.#.. .#... #.#.# #..#. .##.#
% ##..# ##.#. ..#.. ..#.. ..#.. .#.## #..##
€ ..### .#... ####. .#... ####. .#... ..###
@ .###. #...# #.### #.#.# #.### #.... .###.
# .#.#. .#.#. ##### .#.#. ##### .#.#. .#.#.
* ..... #.#.# .###. ##### .###. #.#.# .....
_ .... .... .... .... .... .... ####
< ... ..# .#. #.. .#. ..# ...
> ... #.. .#. ..# .#. #.. ...
· . . . # . . .
• .. .. .. ## ## .. ..
● ..... ..... .###. ##### ##### ##### .###.
… ..... ..... ..... ..... ..... ..... #.#.#
▸ #... ##.. ###. #### ###. ##.. #...
→ ..... ..#.. ...#. ##### ...#. ..#.. .....
✓ ..... ....# ....# ...#. #..#. .##.. .#...
"""
_GLYPHS: dict[str, Dots] = {row.split()[0]: tuple(row.split()[1:]) for row in _DRAWN.strip().splitlines()}

_ACCENTS = {
    "\u0300": ("#..", ".#."),
    "\u0301": ("..#", ".#."),
    "\u0302": (".#.", "#.#"),
    "\u0303": (".#.#", "#.#."),
    "\u0304": ("...", "###"),
    "\u0306": ("#.#", ".#."),
    "\u0307": ("...", ".#."),
    "\u0308": ("...", "#.#"),
    "\u030a": (".#.", ".#."),
    "\u030b": (".#.#", "#.#."),
    "\u030c": ("#.#", ".#."),
}
_HANGING = {
    "\u0323": ("...", ".#."),
    "\u0326": (".#.", "#.."),
    "\u0327": (".#.", "#.."),
    "\u0328": (".#.", "..#"),
}
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "—": "–", "‐": "-", "‑": "-", "\u00a0": " "}
)
_DOTLESS = {"i": "ı", "j": "ȷ"}


def written(text: str) -> str:
    """The characters that are drawn for a text: one for each letter, and one way to write a quote or a dash."""
    return unicodedata.normalize("NFC", text.translate(_SAME))


@cache
def dots(text: str) -> Dots | None:
    """The text as rows of ``#`` and ``.``, ``HEIGHT`` of them; None when a character of it cannot be drawn."""
    drawn: list[Dots] = []
    for character in written(text):
        glyph = _glyph(character)
        if glyph is None:
            return None
        drawn.append(glyph)
    return tuple(".".join(glyph[row] for glyph in drawn) for row in range(HEIGHT))


def _glyph(character: str) -> Dots | None:
    """One character in ``HEIGHT`` rows."""
    if character == " ":
        return ("..",) * HEIGHT
    if character in _GLYPHS:
        return _placed(_GLYPHS[character])
    base, *marks = list(unicodedata.normalize("NFD", character))
    if any(mark in _ACCENTS for mark in marks):
        base = _DOTLESS.get(base, base)
    if base not in _GLYPHS or not marks:
        return None
    glyph: Dots | None = _placed(_GLYPHS[base])
    for mark in marks:
        glyph = _marked(glyph, mark) if glyph else None
    return glyph


def _placed(glyph: Dots) -> Dots:
    empty = "." * len(glyph[0])
    return (*[empty] * ABOVE, *glyph, *[empty] * (CAP + BELOW - len(glyph)))


def _marked(glyph: Dots, mark: str) -> Dots | None:
    """A letter with an accent above it, a dot of air between, or with one below it."""
    if mark in _ACCENTS:
        top = next(row for row in range(HEIGHT) if "#" in glyph[row])
        accent, start = _ACCENTS[mark], max(0, top - 3)
    elif mark in _HANGING:
        accent, start = _HANGING[mark], ABOVE + CAP
    else:
        return None
    wide = max(len(glyph[0]), len(accent[0]))
    rows = [_centred(row, wide) for row in glyph]
    for place, row in enumerate(accent, start):
        rows[place] = "".join(
            "#" if "#" in both else "." for both in zip(rows[place], _centred(row, wide), strict=True)
        )
    return tuple(rows)


def _centred(row: str, wide: int) -> str:
    left = (wide - len(row)) // 2
    return "." * left + row + "." * (wide - len(row) - left)
