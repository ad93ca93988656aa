"""Our face for the back row: letters of dots, in capitals and small letters, each as wide as it asks for.

A capital is seven dots high, a small letter five, what hangs below the line two more. Accents stand above a letter with
a dot of air between. Dots are square when a row of the terminal holds two of them.
"""

from __future__ import annotations

import unicodedata
from functools import cache

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
W #...# #...# #.#.# #.#.# #.#.# #.#.# .#.#.
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
1 ..#. .##. #.#. ..#. ..#. ..#. ####
2 .##. #..# ...# ..#. .#.. #... ####
3 ###. ...# ...# .##. ...# ...# ###.
4 ...# ..## .#.# #..# #### ...# ...#
5 #### #... ###. ...# ...# #..# .##.
6 .##. #... #... ###. #..# #..# .##.
7 #### ...# ...# ..#. ..#. .#.. .#..
8 .##. #..# #..# .##. #..# #..# .##.
9 .##. #..# #..# .### ...# ...# .##.
. . . . . . . #
, . . . . . . # #
: . . # . . # .
; . . # . . . # #
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
◂ ...# ..## .### #### .### ..## ...#
→ ..... ..#.. ...#. ##### ...#. ..#.. .....
✓ ..... ....# ....# ...#. #..#. .##.. .#...
"""
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


class Face:
    """Letters drawn of dots.

    ``above`` are the dots for an accent on a capital, ``cap`` those from the line to the top of a capital, ``below``
    those below the line.
    """

    def __init__(self, drawn: str, *, above: int, cap: int, below: int) -> None:
        self.above, self.cap, self.below = above, cap, below
        self._glyphs: dict[str, Dots] = {row.split()[0]: tuple(row.split()[1:]) for row in drawn.strip().splitlines()}

    @property
    def height(self) -> int:
        """Dots from the top of an accent on a capital to the lowest below the line."""
        return self.above + self.cap + self.below

    def dots(self, text: str) -> Dots | None:
        """The text as rows of ``#`` and ``.``, ``height`` of them; None when a character of it cannot be drawn."""
        return _dots(self, text)

    def glyph(self, character: str) -> Dots | None:
        """One character in ``height`` rows."""
        if character == " ":
            return ("..",) * self.height
        if character in self._glyphs:
            return self._placed(self._glyphs[character])
        base, *marks = list(unicodedata.normalize("NFD", character))
        if any(mark in _ACCENTS for mark in marks):
            base = _DOTLESS.get(base, base)
        if base not in self._glyphs or not marks:
            return None
        glyph: Dots | None = self._placed(self._glyphs[base])
        for mark in marks:
            glyph = self._marked(glyph, mark) if glyph else None
        return glyph

    def _placed(self, glyph: Dots) -> Dots:
        empty = "." * len(glyph[0])
        return (*[empty] * self.above, *glyph, *[empty] * (self.cap + self.below - len(glyph)))

    def _marked(self, glyph: Dots, mark: str) -> Dots | None:
        """A letter with an accent above it, a dot of air between, or with one below it; in one row where it is low."""
        top = next(row for row in range(self.height) if "#" in glyph[row])
        if mark in _ACCENTS:
            whole = top > 2 and self.above > 2
            accent = _ACCENTS[mark] if whole else tuple(row for row in _ACCENTS[mark] if "#" in row)[:1]
            start = max(0, top - 1 - len(accent))
        elif mark in _HANGING:
            accent, start = _HANGING[mark][-self.below :], self.above + self.cap
        else:
            return None
        wide = max(len(glyph[0]), len(accent[0]))
        rows = [_centred(row, wide) for row in glyph]
        for place, row in enumerate(accent, start):
            rows[place] = "".join(
                "#" if "#" in both else "." for both in zip(rows[place], _centred(row, wide), strict=True)
            )
        return tuple(rows)


@cache
def _dots(face: Face, text: str) -> Dots | None:
    drawn: list[Dots] = []
    for character in written(text):
        glyph = face.glyph(character)
        if glyph is None:
            return None
        drawn.append(glyph)
    return tuple(".".join(glyph[row] for glyph in drawn) for row in range(face.height))


def _centred(row: str, wide: int) -> str:
    left = (wide - len(row)) // 2
    return "." * left + row + "." * (wide - len(row) - left)


FACE = Face(_DRAWN, above=3, cap=7, below=2)
"""The face for what is giant, and for lists of few lines."""

LEAN_FACE = Face(f"{_DRAWN}· .. .. .. ## .. .. ..", above=3, cap=7, below=2)
"""The same where two dots share a column: what stands between two facts would be a sliver of one."""

BOLD_FACE = Face(
    f"""{_DRAWN.strip()}
M #.....# ##...## ##...## #.#.#.# #..#..# #.....# #.....#
W #.....# #.....# #..#..# #..#..# #..#..# #.#.#.# .#...#.
m ....... ....... ######. #..#..# #..#..# #..#..# #..#..#
w ....... ....... #.....# #..#..# #..#..# #.#.#.# .#...#.
""",
    above=3,
    cap=7,
    below=2,
)
"""The same for upright strokes that grow into what is between them: three of them stand further apart."""
