"""Items of a list broken into lines, as the entries of one column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec.structs import replace
from textual.content import Content

from data.text import unbroken
from widgets.large_column import KEPT, Column, Entry
from widgets.large_drawings import Common, drawing_of, high
from widgets.large_now import BEHIND_NOW, ON_NOW
from widgets.large_text import SEPARATOR, Line, Word, balanced, reaching, space, wide
from widgets.letters import PLAIN, SMALL, Reach, Size, columns, on_rows, reach, rows
from widgets.projected import Bar, Item, Spread

MOST_TIED = 8
"""Cells of what is said behind a text that stays with its last word, such as minutes."""

MOST_TEXT = 0.6
"""The part of a column that a text may take beside what is drawn for it."""


@lru_cache(maxsize=KEPT)
def column_of(
    items: tuple[Item, ...],
    size: Size,
    width: int,
    over: int,
    *,
    beside: bool = False,
    close: bool = False,
    taller: float = 1,
    wides: tuple[int, ...] = (),
) -> Column | None:
    """The items for a column of this width; None when a word or a drawing of them is too wide for it.

    A heading has the width that it stands ``over``, of all columns.
    ``beside`` is for lists with something drawn, where each text with a drawing takes one line; columns are so many
    times ``taller`` there. In a ``close`` list lines stand apart only where one would touch. With ``wides`` each item
    has cells of its own, and nothing is drawn.
    """
    labels = max((columns(item.label, size) for item in items if item.label and not item.own), default=0)
    # An edge takes a cell, and is no nearer to its text than two words to each other.
    hang = labels + behind_labels(items, size) if labels else 1 + space(size) if any(item.edge for item in items) else 0
    hangs = _hangs(items, size, hang)
    texts = [
        _broken(item, size, (over if item.heading and not item.drawing else wide) - each)
        for item, each, wide in zip(items, hangs, wides or (width,) * len(items), strict=True)
    ]
    # Where several stand beside one word, what wraps is told from what is next.
    inward = space(size, 2) if any(len(one.label) > 2 and not other.label for one, other in pairwise(items)) else 0
    for place, (item, lines) in enumerate(zip(items, texts, strict=True)):
        if inward and len(lines or ()) > 1 and not item.heading:
            texts[place] = _broken(item, size, width - hangs[place] - inward)
    if not all(texts) or any(item.short and len(lines or ()) > 1 for item, lines in zip(items, texts, strict=True)):
        return None
    taken = _taken(items, texts, size, width - hang) if beside else 0
    if taken is None:
        return None
    deep = reach(
        (word for item in items for word in (item.label, item.text, item.aside, item.below, _said(item))), size
    ).below
    reaches = [_reaches(item, lines or (), size, deep) for item, lines in zip(items, texts, strict=True)]
    common = _common(items, size, taller)
    # Beside their texts, columns on one scale stand over one row of marks.
    marked = [not (taken and width == over and _as_marked(*pair)) for pair in pairwise(items)] + [True]
    found: list[Entry] = []
    for item, lines, reached, before, marks in zip(items, texts, reaches, hangs, marked, strict=True):
        room = width - hang - taken
        drawing = drawing_of(item.drawing, room, size, reached[0], common, marked=marks) if item.drawing else []
        if drawing is None:
            return None
        # The text stands on the line of its columns.
        sunk = max(0, high(size, taller) - rows(size, Reach())) if taken and isinstance(item.drawing, Spread) else 0
        if isinstance(item.drawing, Bar) and not taken and size is not PLAIN:
            # No tail touches the bar.
            drawing = [Content(), *drawing]
        # Numbers and minutes end under each other, whatever stands in front of them.
        counted = item.fact or item.label.rstrip("'")[-1:].isdigit()
        indent = labels - columns(item.label, size) if counted else 0
        goes_on = bool(labels and found and not (item.label or item.heading))
        further = 0 if item.heading else inward
        found.append(Entry(item, lines or (), reached, tuple(drawing), before, indent, sunk, goes_on, further))
    column = Column(tuple(found), size, Reach(0, deep), hang, width, taken)
    return column.even() if close else column.cleared()


def _hangs(items: Sequence[Item], size: Size, hang: int) -> list[int]:
    """The cells that each item stands behind: its ``own`` label, those of all, or none for a heading."""
    return [
        columns(item.label, size) + behind_labels([item], size)
        if item.own
        else 0
        if item.heading and not (item.label or item.edge)
        else hang
        for item in items
    ]


def _common(items: Sequence[Item], size: Size, taller: float) -> Common:
    counts = [max(item.drawing.counts) for item in items if isinstance(item.drawing, Spread)]
    return Common(max((columns(_said(item), size) for item in items), default=0), max(counts, default=0), taller)


def _as_marked(item: Item, below: Item) -> bool:
    """Whether the columns of both stand over the same marks."""
    both = item.drawing, below.drawing
    return (
        all(isinstance(one, Spread) for one in both)
        and len({one.marks for one in both if isinstance(one, Spread)}) == 1
    )


def _reaches(item: Item, lines: Sequence[Line], size: Size, deep: int) -> tuple[Reach, ...]:
    """How far each line reaches up, with its label and what is drawn beside it; all of them reach equally deep."""
    beside = [((item.label, ""), (_said(item), "")), *[()] * (len(lines) - 1)]
    return tuple(
        on_rows(size, Reach(reaching([line, also], size).above, deep)) for line, also in zip(lines, beside, strict=True)
    )


def _taken(items: Sequence[Item], texts: Sequence[tuple[Line, ...] | None], size: Size, width: int) -> int | None:
    """The cells for the texts that something is drawn beside; None without any, and where one takes too much."""
    longest = [lines for item, lines in zip(items, texts, strict=True) if item.drawing and lines]
    if not longest or any(len(lines) > 1 for lines in longest):
        return None
    taken = max(wide(lines[0], size) for lines in longest) + space(size, 2)
    return taken if taken <= width * MOST_TEXT else None


def behind_labels(items: Iterable[Item], size: Size) -> int:
    """The cells between labels and their texts: more behind words than behind marks, in letters that are not small."""
    words = any(item.label.isalpha() and len(item.label) > 1 for item in items)
    return space(size, 3 if words and size.cap > SMALL.cap else 2)


def _said(item: Item) -> str:
    return item.drawing.said if isinstance(item.drawing, Bar) else ""


def _broken(item: Item, size: Size, width: int) -> tuple[Line, ...] | None:
    """The item in lines; None when a word is too wide."""
    lines = _with_aside(item, size, width)
    if not item.below:
        return lines
    more = balanced(_words(replace(item, text=item.below, aside="")), size, width)
    return (*lines, *more) if lines and more else None


def _with_aside(item: Item, size: Size, width: int) -> tuple[Line, ...] | None:
    """The item in lines; facts behind it stay together where they can: at the end of a line nothing would join them.

    A few cells, such as minutes, stay with the last word.
    """
    tied = unbroken(" ".join(item.aside.split()))
    if tied and item.text.strip() and len(tied) <= MOST_TIED and size is not PLAIN:
        return _tied(item, tied, size, width)
    together = replace(item, aside=tied) if SEPARATOR in tied and columns(tied, size) <= width else item
    return balanced(_words(together), size, width) or balanced(_words(item), size, width)


def _tied(item: Item, aside: str, size: Size, width: int) -> tuple[Line, ...] | None:
    """The item in lines, its last word with what is said behind it."""
    lines = _with_last_word(item, aside, size, width)
    # Apart they take a little more than as one word.
    over = wide(lines[-1], size) - width if lines else 0
    return _with_last_word(item, aside, size, width - over) if over > 0 else lines


def _with_last_word(item: Item, aside: str, size: Size, width: int) -> tuple[Line, ...] | None:
    (text, style), (_aside, quiet) = _words(item)
    behind = f"\u00a0\u00a0{aside}"
    lines = balanced(((f"{text.rstrip()}{behind}", style),), size, width)
    if lines is None:
        return None
    last = lines[-1][-1][0].removesuffix(behind)
    return (*lines[:-1], (*lines[-1][:-1], (last, style), (aside, quiet)))


def _words(item: Item) -> tuple[Word, ...]:
    if item.now:
        return ((item.text, ON_NOW), (item.aside, BEHIND_NOW))
    style = f"bold {item.style or ('$muted' if item.heading else '$foreground')}"
    return ((item.text, style), (item.aside, "$muted"))
