"""Bars, columns and squares, as large as the letters that they stand with; each is None where it does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from data.methods.votes import drawing
from widgets.large_text import space
from widgets.letters import (
    LARGE,
    NARROW,
    PLAIN,
    SIZES,
    SLIM,
    SMALL,
    TALL,
    Reach,
    Size,
    columns,
    draw,
    halves,
    reach,
    rows,
    thin,
)
from widgets.projected import Bar, Spread, Squares

SHORTEST, LONGEST = 15, 120
"""Cells of a bar: a shorter one says less than its count."""

THICK = 5 / 7
"""How thick a bar is beside a capital: as high as a small letter."""

HIGH = {PLAIN: 2, SMALL: 3, NARROW: 5, TALL: 5, SLIM: 8, LARGE: 8}
"""Rows of the highest column."""

WIDEST = {PLAIN: 4, SMALL: 5, NARROW: 7, TALL: 10, SLIM: 12, LARGE: 16}
"""Cells of a column, with the air behind it."""

MARKS = {PLAIN: PLAIN, SMALL: PLAIN, NARROW: SMALL, TALL: NARROW, SLIM: NARROW, LARGE: TALL}
"""The marks below columns are a size smaller."""

BESIDE_SQUARES = MARKS | {SMALL: SMALL}
"""So are those beside squares, while they are drawn."""

ONE_OF = 5
"""One of so many marks is said where not all can be."""

TITLES = {PLAIN: PLAIN, SMALL: SMALL, NARROW: SMALL, TALL: SMALL}
"""The smallest letters for what squares stand for: what is read from the back beside these is not ordinary text."""

ORDINARY_MARKS = {PLAIN, SMALL, NARROW}
"""Sizes that go with marks in ordinary text; beside larger letters these are not seen."""

HALF_ROWS = {(False, False): " ", (True, False): "▀", (False, True): "▄"}
"""What is drawn of a row, by whether its upper and its lower half are inked."""

Rows = list[Content]


class Common(NamedTuple):
    """What the drawings of a list have in common.

    Their counts take ``counted`` cells, their columns stand for ``most`` at the most, and these are ``taller`` where
    there is room.
    """

    counted: int = 0
    most: int = 0
    taller: float = 1


def drawing_of(
    what: Bar | Spread, width: int, size: Size, shared: Reach, common: Common, *, marked: bool
) -> Rows | None:
    """What stands beside or below a text of this size, whose letters reach so far; columns ``marked`` or not."""
    if isinstance(what, Bar):
        return bar(what, width, size, shared, common.counted)
    return spread(what, width, size, common, marked=marked)


def bar(what: Bar, width: int, size: Size, shared: Reach, counted: int = 0) -> Rows | None:
    """A bar on its track, on the line that its text stands on, with its count at the end.

    The counts of all bars of a list take ``counted`` cells, so that all tracks are equally long.
    """
    said, behind = draw(what.said, size, shared), " " * max(2, space(size))
    length = min(LONGEST, width - max(counted, columns(what.said, size)) - len(behind))
    if length < SHORTEST:
        return None
    tracks = [_track(what, length)] if size is PLAIN else _thick_track(what, length, size, shared)
    return [
        Content.assemble(track, behind, (cells, "bold $foreground")) for track, cells in zip(tracks, said, strict=True)
    ]


def _thick_track(what: Bar, length: int, size: Size, shared: Reach) -> Rows:
    """A bar beside letters that are drawn: in half rows, up to the line that they stand on."""
    foot = halves(size, shared._replace(below=0))
    top = foot - round(size.face.cap * THICK) * size.scale
    inked = [(top <= 2 * row < foot, top <= 2 * row + 1 < foot) for row in range(rows(size, shared))]
    found = []
    for both in inked:
        if all(both):
            found.append(_track(what, length, whole=True))
            continue
        full = _full(what, length)
        mark = HALF_ROWS[both]
        found.append(Content.assemble((mark * full, what.style), (mark * (length - full), "$empty")))
    return found


def _full(what: Bar, length: int) -> int:
    """The whole cells of a bar that are full: all only for the whole base, and none only for nothing."""
    cells = round(drawing.eighths(what.count, what.of, length) / drawing.EIGHTHS)
    return cells if what.count in {0, what.of} else min(max(cells, 1), length - 1)


def _track(what: Bar, length: int, *, whole: bool = False) -> Content:
    """One row of a bar: no ground is seen between the full part and the rest; the half is marked in either."""
    full = "█" * _full(what, length) if whole else drawing.bar(what.count, what.of, length)
    cells, half = full.ljust(length), length // 2 if what.half else length
    style = f"{what.style} on $empty"
    mark = f"reverse {what.style} on $background" if half < len(full) else "$muted on $empty"
    return Content.assemble((cells[:half], style), ("│" if what.half else "", mark), (cells[half + 1 :], style))


def high(size: Size, taller: float) -> int:
    """The rows of the highest column beside letters of this size: no fewer than these take."""
    return max(rows(size, Reach()), round(HIGH.get(thin(size), HIGH[LARGE]) * taller))


def spread(
    what: Spread,
    width: int,
    size: Size,
    common: Common,
    *,
    marked: bool = True,
) -> Rows | None:
    """Columns on a line, over their marks; the marks are small where they would not fit."""
    apart = 3 if what.split else 0
    each = min(WIDEST.get(thin(size), WIDEST[LARGE]), (width - apart) // len(what.counts))
    if each < 2:
        return None
    found_marks = _marks(what.marks, thin(size), each)
    if found_marks is None:
        return None
    marks, texts = found_marks
    levels, most = high(size, common.taller), max(1, common.most, *what.counts)
    lengths = [drawing.eighths(count, most, levels) for count in what.counts]
    found = []
    for level in reversed(range(levels)):
        blocks = [_block(length - level * drawing.EIGHTHS, foot=not level) * (each - 1) for length in lengths]
        found.append(_in_cells(blocks, what, each, what.style, ground=" " if level else "▁"))
    if not marked:
        return found
    # Half a row under the line, so that no mark grows together with it.
    reaching = reach(texts, marks)._replace(lowered=int(marks is not PLAIN))
    drawn = zip(*(draw(text, marks, reaching) for text in texts), strict=True)
    return found + [_in_cells(line, what, each, "$muted") for line in drawn]


def _marks(every: tuple[str, ...], size: Size, each: int) -> tuple[Size, tuple[str, ...]] | None:
    """How large the marks are, a size smaller than the texts, and which are said.

    Where they are too wide it is one of a few, and else all in ordinary text: that goes with small letters alone.
    """
    smaller = MARKS.get(size, LARGE)
    if all(columns(mark, smaller) < each for mark in every):
        return smaller, every
    if size not in ORDINARY_MARKS:
        return None
    few = tuple(" " if place % ONE_OF else mark for place, mark in enumerate(every))
    *others, last = (columns(mark, smaller) for mark in few)
    # The last one takes some of the room of the mark before it, that is not said.
    fits = len(every) > ONE_OF + 1 and max(others) < each and last < each * (1 + few[-2].isspace())
    return (smaller, few) if fits else (PLAIN, every)


def _block(eighths: int, *, foot: bool) -> str:
    """A cell of a column; the least that stands on the line is more than the line."""
    if eighths <= 0:
        return " "
    return drawing.columns([max(2 * foot, min(eighths, drawing.EIGHTHS))], drawing.EIGHTHS)[0]


def _in_cells(parts: Sequence[str], what: Spread, each: int, style: str, ground: str = " ") -> Content:
    """A row of columns on this ground, or of their marks; a line stands between two where they are split.

    What is wider than its column stands in the middle of it, and takes some of the room before it.
    """
    cells: list[tuple[str, str]] = []
    for place, part in enumerate(parts):
        if place:
            cells.append((" │ " if place == what.split else ground, "$muted"))
        wide = max(each - 1, len(part))
        before = (wide - each + 1) // 2
        if before and place:
            cells[-2:] = [("".join(text for text, _style in cells[-2:])[before:], "$muted")]
        cells.append((part.center(wide), style) if part.strip() else (ground * wide, "$muted"))
    return Content.assemble(*cells)


def squares(what: Squares, width: int, height: int, size: Size) -> Rows | None:
    """A square of squares with its marks at the left and below, what goes upwards on top of it and across under it."""
    marks = [str(mark) for mark in range(1, len(what.counts) + 1)]
    most = max(columns(str(count), size) for row in what.counts for count in row)
    left = columns("5", size) + 2
    below = [draw(mark, BESIDE_SQUARES.get(size, LARGE), Reach()) for mark in marks]
    least = rows(size, Reach()) + (size is not PLAIN)
    for titles in SIZES[SIZES.index(size) : SIZES.index(TITLES.get(size, NARROW)) + 1]:
        high = sum(rows(titles, reach([title], titles)) for title in (what.upwards, what.across))
        spare = (height - high - len(below[0])) // len(marks)
        if spare >= least and max(columns(title, titles) for title in (what.upwards, what.across)) <= width:
            break
    else:
        return None
    high = min(spare, 2 * rows(size, Reach()) if size is not PLAIN else 3)
    wide = min((width - left) // len(marks), max(most + 4, 2 * high + 1))
    if wide < most + 3:
        return None
    found = _title(what.upwards, titles)
    for value in reversed(range(len(marks))):
        found += _row(what, value, size, (left, wide, high))
    found += [
        Content.styled(" " * left + "".join(part.center(wide - 1) + " " for part in line), "$muted")
        for line in zip(*below, strict=True)
    ]
    return [*found, *_title(what.across, titles)]


def _row(what: Squares, value: int, size: Size, cell: tuple[int, int, int]) -> Rows:
    """One row of squares, each so ``wide`` and ``high``, its mark ``left`` of it, with a line of air under them."""
    left, wide, high = cell
    top, lowered = _middle(size, high)
    above, sunk = _middle(BESIDE_SQUARES.get(size, LARGE), high)
    drawn = [draw(str(count or "·"), size, lowered) for count in what.counts[value]]
    mark = draw(str(value + 1), BESIDE_SQUARES.get(size, LARGE), sunk)
    found = []
    for row in range(high):
        line = [part[row - top] if 0 <= row - top < len(part) else "" for part in drawn]
        cells = [Content.styled((mark[row - above] if 0 <= row - above < len(mark) else "").ljust(left), "$muted")]
        for place, count in enumerate(what.counts[value]):
            stands_out = place + 1 >= what.high and value + 1 >= what.high
            style = "bold $foreground" if count else "$muted"
            ground = "$success 25%" if stands_out else "$panel"
            # Half a row of air, as much as the cell between two squares.
            ends = row == high - 1 and row - top >= len(drawn[0])
            text, look = ("▀" * (wide - 1), ground) if ends else (line[place].center(wide - 1), f"{style} on {ground}")
            cells += [Content.styled(text, look), Content(" ")]
        found.append(Content.assemble(*cells))
    return found


def _middle(size: Size, high: int) -> tuple[int, Reach]:
    """The rows over letters in the middle of a square of which the last half row is air, and how they are drawn."""
    if size is PLAIN:
        return (high - 1) // 2, Reach()
    halves = int(high - 1 / 2 - size.cap)
    return halves // 2, Reach(above=halves % 2 if size.scale == 1 else 0)


def _title(text: str, size: Size) -> Rows:
    return [Content.styled(row, "$muted") for row in draw(text, size, reach([text], size))]
