"""Styled text of one size, broken between words into lines: first measured, and drawn once it is known to fit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise, zip_longest

from rich.cells import cell_len
from textual.content import Content

from widgets.letters import PLAIN, Reach, Size, columns, draw, half_columns, halves, inked, reach, rows
from widgets.sense import leads

BETWEEN = 4
"""Dots between two words: a blank, and the air beside two letters."""

CLOSER = 3
"""Dots where a sign stands between, and behind a label, in letters of which several dots share a column."""

SIGNS = ("·", "●")
"""Signs with air of their own."""

SEPARATOR = "·"
"""What stands between two facts; at the end of a line it would join nothing."""

ENDS = ("?", "!")
"""What a sentence ends with, and no abbreviation does."""

PAUSES = (",", ";", ":")
"""What a line may well end with."""

LEAVING = 3
"""Words of a line that may give one to a word that stands alone."""

Word = tuple[str, str]
"""A word and its style."""

Line = tuple[Word, ...]


@lru_cache(maxsize=4096)
def broken(parts: tuple[Word, ...], size: Size, width: int) -> tuple[Line, ...] | None:
    """Styled text broken between words into lines of so many cells; None when a word that is drawn is too wide."""
    lines: list[list[Word]] = []
    used = 0
    for text, style in parts:
        for word in _words(text):
            for piece in _pieces(word, size, width):
                needs = columns(piece, size)
                if needs > width:
                    return None
                apart = gap(lines[-1][-1], (piece, style), size) if lines else 0
                if lines and used + apart + needs <= width:
                    lines[-1].append((piece, style))
                    used += apart + needs
                elif lines and piece == SEPARATOR:
                    continue
                else:
                    if lines and len(lines[-1]) > 1 and lines[-1][-1][0] == SEPARATOR:
                        lines[-1].pop()
                    lines.append([(piece, style)])
                    used = needs
    return tuple(map(tuple, lines))


@lru_cache(maxsize=4096)
def balanced(parts: tuple[Word, ...], size: Size, width: int) -> tuple[Line, ...] | None:
    """Broken into as few lines, at a seam where that takes no more, and else into lines as equally long as can be."""
    lines = broken(parts, size, width)
    if lines is None or len(lines) < 2:
        return lines
    pieces = seamed(parts)
    splits = [pieces, *((_joined(pieces[:place]), _joined(pieces[place:])) for place in range(1, len(pieces)))]
    found = [parted(split, size, width) for split in splits if len(split) > 1]
    as_few = [one for one in found if one and len(one) == len(lines)]
    return min(as_few, key=lambda one: max(wide(line, size) for line in one)) if as_few else _even(parts, size, width)


def parted(pieces: Sequence[tuple[Word, ...]], size: Size, width: int) -> tuple[Line, ...] | None:
    """Pieces of a text, each on lines of its own."""
    found = [_even(piece, size, width) for piece in pieces]
    return tuple(line for lines in found for line in lines or ()) if all(found) else None


def seamed(parts: tuple[Word, ...]) -> tuple[tuple[Word, ...], ...]:
    """The text in pieces between its seams: at what separates two facts, and behind a question or an exclamation.

    Facts that are tied are one piece.
    """
    pieces: list[list[Word]] = [[]]
    for text, style in parts:
        for word in _words(text):
            before = pieces[-1][-1] if pieces[-1] else ("", style)
            # What is said behind a question, quieter, stays with it.
            if pieces[-1] and (SEPARATOR in word or (before[0].endswith(ENDS) and before[1] == style)):
                pieces.append([])
            pieces[-1].append((word, style))
    return tuple(map(tuple, pieces))


@lru_cache(maxsize=4096)
def sentences(parts: tuple[Word, ...], lines: tuple[Line, ...]) -> tuple[int, ...]:
    """How many of its lines stand between two seams of the text at which it is broken."""
    seams = set(accumulate(_said(piece) for piece in seamed(parts)))
    found = [0]
    for said in accumulate(map(_said, lines)):
        found[-1] += 1
        if said in seams:
            found.append(0)
    return tuple(count for count in found if count)


def _said(words: Sequence[Word]) -> int:
    return sum(word != SEPARATOR for word, _style in words)


def _joined(pieces: Sequence[tuple[Word, ...]]) -> tuple[Word, ...]:
    return tuple(word for piece in pieces for word in piece)


def _even(parts: tuple[Word, ...], size: Size, width: int) -> tuple[Line, ...] | None:
    """Broken into as few lines, and these as equally long as can be: no word is left alone on the last one."""
    if parts[0][0] == SEPARATOR:
        parts = parts[1:]
    lines = broken(parts, size, width)
    if lines is None or len(lines) < 2:
        return lines
    low, high = 1, width
    while low < high:
        middle = (low + high) // 2
        narrower = broken(parts, size, middle)
        low, high = (low, middle) if narrower and len(narrower) == len(lines) else (middle + 1, high)
    lines = broken(parts, size, high)
    return lines and _by_sense(_with_company(lines, size, width), size, width)


def _by_sense(lines: tuple[Line, ...], size: Size, width: int) -> tuple[Line, ...]:
    """As many lines, none ending on a word that leads to the next one where that can be, and as even then."""
    words = tuple(word for line in lines for word in line)
    if not any(leads(line[-1][0]) for line in lines[:-1]) or any(word == SEPARATOR for word, _style in words):
        return lines
    return min(_splits(words, len(lines), size, width), key=lambda split: _cost(split, size), default=lines)


@lru_cache(maxsize=2048)
def _splits(words: Line, count: int, size: Size, width: int) -> tuple[tuple[Line, ...], ...]:
    """The words in so many lines that fit, broken in every way of which no other is better from there on."""
    if count == 1:
        return ((words,),) if wide(words, size) <= width else ()
    found = []
    for end in range(1, len(words) - count + 2):
        if wide(words[:end], size) > width:
            break
        rest = _splits(words[end:], count - 1, size, width)
        found += [(words[:end], *min(rest, key=lambda split: _cost(split, size)))] if rest else []
    return tuple(found)


def _cost(lines: tuple[Line, ...], size: Size) -> tuple[int, int]:
    """How many of the lines are cut off or a word alone, less what ends on a pause, and how long the longest is."""
    cut = sum(leads(line[-1][0]) for line in lines[:-1]) + sum(len(line) == 1 for line in lines)
    pauses = sum(line[-1][0].endswith(PAUSES) for line in lines[:-1])
    return cut - pauses, max(wide(line, size) for line in lines)


def _with_company(lines: tuple[Line, ...], size: Size, width: int) -> tuple[Line, ...]:
    """The lines, where a word would stand alone on one with the word before it."""
    found = list(lines)
    for place in range(1, len(found)):
        before, alone = found[place - 1], found[place]
        if len(alone) > 1 or len(before) < LEAVING or SEPARATOR in {before[-1][0], before[-2][0]}:
            continue
        together = (before[-1], *alone)
        if wide(together, size) <= width:
            found[place - 1 : place + 1] = [before[:-1], together]
    return tuple(found)


def _words(text: str) -> list[str]:
    """The words, each with what a no-break space ties to it."""
    return [word for word in text.replace("\n", " ").split(" ") if word.strip()]


def _pieces(word: str, size: Size, width: int) -> list[str]:
    """A word of ordinary text that is longer than the line, in pieces."""
    if size is not PLAIN or cell_len(word) <= width:
        return [word]
    pieces = [""]
    for character in word:
        if cell_len(pieces[-1] + character) > width and pieces[-1]:
            pieces.append("")
        pieces[-1] += character
    return pieces


def space(size: Size, times: int = 1) -> int:
    """The columns between two words that are drawn apart, or so many times as wide."""
    apart = BETWEEN if size.square else CLOSER
    return times if size is PLAIN else -(-times * apart * size.broad // 2)


def between(before: str, after: str, size: Size) -> int:
    """The columns between two words: fewer after one that does not fill its last column, and at a small dot."""
    letters = size.face.dots(before)
    if size.square or letters is None:
        return space(size)
    apart = CLOSER if before in SIGNS or after in SIGNS else BETWEEN
    return -(-(half_columns(before, letters, size) + apart * size.broad + size.apart) // 2) - columns(before, size)


def gap(before: Word, after: Word, size: Size) -> int:
    """The columns between two words of a line: twice as many where what is said behind a text begins."""
    return between(before[0], after[0], size) + (space(size) if before[1] != after[1] else 0)


@lru_cache(maxsize=4096)
def wide(line: Line, size: Size) -> int:
    """The columns that a line takes."""
    gaps = (gap(*pair, size) for pair in pairwise(line))
    return sum(columns(word, size) for word, _style in line) + sum(gaps)


def reaching(lines: Sequence[Line], size: Size) -> Reach:
    """How far the words of these lines reach above and below in this size."""
    return reach((word for line in lines for word, _style in line), size)


Placed = tuple[tuple[int, Line], ...]
"""What stands on one line: words, each behind so many cells."""


def touching(before: Placed, after: Placed, size: Size, shared: Reach) -> bool:
    """Whether a line touches the next one, where its tails reach so far down, and what is above that so far up.

    What is above it takes whole rows.
    """
    return not (size is PLAIN or shared.above * size.scale % 2) and meeting(before, after, size, shared)


@lru_cache(maxsize=4096)
def meeting(before: Placed, after: Placed, size: Size, shared: Reach) -> bool:
    """The same where what is above takes as many half rows as it needs."""
    if size is PLAIN or halves(size, shared._replace(above=0, lowered=0)) % 2:
        return False
    lowest, highest = size.face.above + size.face.cap + shared.below - 1, size.face.above - shared.above
    below = _inked(after, size, highest)
    return any(dot + side in below for dot in _inked(before, size, lowest) for side in (-1, 0, 1))


def share_rows(before: Line, after: Line, size: Size) -> bool:
    """Whether no accent of a line stands near a tail of the line above, so that both may be in the same rows."""
    return _far(before, after, size, size.face.above)


def clear(before: Line, after: Line, size: Size) -> bool:
    """Whether no tail of a line hangs near what is as high as a capital in the next one."""
    return _far(before, after, size, size.face.above + 1)


@lru_cache(maxsize=4096)
def _far(before: Line, after: Line, size: Size, upper: int) -> bool:
    """Whether no tail of a line is near, from side to side, to what the next one has in so many of its upper rows."""
    if size is PLAIN or any(size.face.dots(word) is None for word, _style in (*before, *after)):
        return False
    line = size.face.above + size.face.cap
    tails = set().union(*(_inked(((0, before),), size, row) for row in range(line, size.face.height)))
    highest = set().union(*(_inked(((0, after),), size, row) for row in range(upper)))
    return all(dot + near not in highest for dot in tails for near in range(-BETWEEN, BETWEEN + 1))


def overlaid(row: Content, other: Content) -> Content:
    """Two rows in one, where nothing stands in the same place."""
    width = max(row.cell_length, other.cell_length)
    inked = [character != " " for character in other.plain]
    runs = [list(run) for _key, run in groupby(range(width), lambda cell: cell < len(inked) and inked[cell])]
    sides = [padded(row, width), padded(other, width)]
    found = [sides[run[0] < len(inked) and inked[run[0]]][run[0] : run[-1] + 1] for run in runs]
    return Content.assemble(*found)


def upon(rows: Sequence[Content], over: int, others: Sequence[Content]) -> list[Content]:
    """Rows with others ``over`` rows down: they share rows where nothing stands in one place."""
    found = [*rows, *[Content()] * (over - len(rows))]
    shared = len(found) - over
    both = [overlaid(*pair) for pair in zip(found[over:], others, strict=False)]
    return [*found[:over], *both, *found[over + len(both) :], *others[shared:]]


def _inked(placed: Placed, size: Size, row: int) -> set[int]:
    """The dots that are drawn in this row of a line, counted from its left."""
    found: set[int] = set()
    for place, line in placed:
        begins = place
        for word, after in zip_longest(line, line[1:]):
            found.update(int(begins / size.per_dot) + dot for dot in inked(word[0], size, row))
            begins += columns(word[0], size) + (gap(word, after, size) if after else 0)
    return found


def drawn(line: Line, size: Size, shared: Reach) -> list[Content]:
    """The rows of a line of styled words, for lines that reach so far."""
    gaps = [*(" " * gap(*pair, size) for pair in pairwise(line)), ""]
    cells = [(draw(word, size, shared), style, blank) for (word, style), blank in zip(line, gaps, strict=True)]
    return [
        Content.assemble(*(part for each, style, blank in cells for part in ((each[row], style), blank)))
        for row in range(rows(size, shared))
    ]


def padded(line: Content, width: int) -> Content:
    """The line, followed by blanks up to this width."""
    return line.pad_right(max(0, width - line.cell_length))


def side_by_side(blocks: Sequence[Sequence[Content]], widths: Sequence[int]) -> list[Content]:
    """Blocks of rows beside each other, each but the last padded to its width."""
    last = len(blocks) - 1
    return [
        Content.assemble(
            *(
                padded(block[row] if row < len(block) else Content(), 0 if place == last else widths[place])
                for place, block in enumerate(blocks)
            )
        )
        for row in range(max(map(len, blocks), default=0))
    ]
