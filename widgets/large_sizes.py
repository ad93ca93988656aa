"""How large the texts of a room view may be, and the air between them: what is tried, the best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise, product
from math import inf

import msgspec
from msgspec.structs import replace

from widgets.face import FACE
from widgets.large_block import Block
from widgets.large_column import Air
from widgets.large_list import AIRY, TIGHT
from widgets.large_text import balanced, parted, seamed, wide
from widgets.letters import (
    GIANT,
    HUGE,
    LARGE,
    LEAN,
    NARROW,
    PLAIN,
    SIZES,
    SLIM,
    SMALL,
    STANDING_ALONE,
    STOUT,
    TALL,
    Size,
    fuller,
)
from widgets.projected import Item, Projected

LIST_SIZES = (LARGE, TALL, NARROW, SMALL, PLAIN)
ALONE = tuple(size for size in SIZES if size not in LEAN)
LEAD_SIZES = (HUGE, GIANT, LARGE, SLIM, TALL, NARROW, PLAIN)

LEGIBLE = 15
"""How many capitals above each other fill a screen at the most, for what is read from the back row."""

SHORT = 2 / 3
"""The part of the longest line that a word on a line of its own is to take, where the text stands alone."""


AS_HIGH, AS_HIGH_ALONE = 3 / 4, 2 / 3
"""The part of their height that letters keep at the least for air, and where no short word is left alone for it."""


class Ease(msgspec.Struct, frozen=True):
    """The air there is to be: in the list, ``apart`` from the giant text, and ``free`` rows at the bottom.

    In a ``close`` list lines stand apart only where a tail would touch what stands below it. So they do in a giant text
    that is ``snug``.
    """

    airs: tuple[Air, ...]
    apart: bool = False
    free: int = 0
    close: bool = False
    snug: bool = False

    def between(self, size: Size) -> int:
        """The half rows between two sentences of this size, besides those between two lines: a dot or two."""
        return 2 if size is PLAIN else size.scale * (1 + self.apart)

    def above(self, block: Block, after: Block | None) -> int:
        """The rows between these two at the least, more where they stand apart; the list comes after the last."""
        if not self.apart or not block.lines:
            return 1
        return 1 + (block.size.scale if after is None else block.size.scale // 2 if after.lines else 0)


def loose(airs: tuple[Air, ...]) -> tuple[Air, ...]:
    """The same with half a row between the lines of an entry."""
    return tuple(air._replace(lines=1) for air in airs)


EASES = (Ease(AIRY, apart=True, free=1), Ease(AIRY, free=1))
"""From the most air to the least."""

LOOSE = tuple(replace(ease, airs=loose(ease.airs)) for ease in EASES)
"""The same for letters so low that the lines of an entry stand on each other otherwise."""

TIGHTER = tuple(replace(ease, airs=TIGHT) for ease in EASES)
"""The same for a list without any."""

SNUG = replace(EASES[-1], snug=True)
"""For air in the list and a free row at its foot, where nothing else gives both."""

SOME = Air(1, 2), Air(1, 1)
CLOSE = tuple(replace(TIGHTER[-1], airs=airs, close=True) for airs in ((*loose(SOME), *SOME), TIGHT))
"""For one that would be ordinary text otherwise, with air between entries where that makes the giant text smaller."""


FLUSH = (Ease(AIRY), Ease(TIGHT))
"""Down to the last row, where nothing else fits: a screen with a free row at its foot looks whole."""

FLUSH_CLOSE = tuple(replace(ease, free=0) for ease in CLOSE)


class Sizes(msgspec.Struct, frozen=True):
    """How large the giant text, what goes with it, and the list are, and the air there is."""

    giant: Size = PLAIN
    lead: Size = PLAIN
    listed: Size = PLAIN
    ease: Ease = FLUSH[-1]


def tries(view: Projected, width: int, legible: int) -> Iterator[tuple[Sizes, tuple[Item, ...]]]:
    """Sizes with the items in one wording, the best first.

    On a screen of so many rows on which all is to be ``legible`` (0 for others), that goes before what is crammed.
    """
    lists = (view.items, view.shorter) if view.shorter else (view.items,)
    every = [(items, *listed) for items in lists for listed in _in_order(_list_sizes(view, items), items)]
    for last in (False, True) if legible else (True,):
        for items, listed, tight in every:
            wordings = _wordings(items, listed)
            for sizes in _sizes(view, items, listed, width):
                if tight is not None and tight != (sizes.ease.airs == TIGHT):
                    continue
                if last or _reads(sizes, legible, items, whole=items is view.items):
                    yield from ((sizes, wording) for wording in wordings)
    # Where a long giant text and its list leave no room for each other, it is in the smallest letters that are drawn.
    yield from ((Sizes(SMALL), items) for items in lists)


def _reads(sizes: Sizes, height: int, items: tuple[Item, ...], *, whole: bool) -> bool:
    """Whether a list is drawn; the ``whole`` one in letters for the back row, and with air where it has chapters."""
    if not whole:
        return sizes.listed is not PLAIN
    airy = sizes.ease.free and sizes.ease.airs != TIGHT
    return sizes.listed.cap * LEGIBLE >= height and bool(airy or not any(item.heading for item in items))


def _wordings(items: tuple[Item, ...], size: Size) -> list[tuple[Item, ...]]:
    """The list in full, then with what is said in short; this is broken only where it would not be drawn otherwise."""
    if all(item.short in {"", item.text} for item in items):
        return [items]
    short = tuple(replace(item, text=item.short or item.text) for item in items)
    broken_off = [tuple(replace(item, short="") for item in short)] if size in {NARROW, SMALL, PLAIN} else []
    return [items, short, *broken_off]


def _list_sizes(view: Projected, items: tuple[Item, ...]) -> Sequence[Size]:
    """The sizes that the list may have: larger ones where it stands alone."""
    return (LIST_SIZES if view.giant or view.squares or view.lead else ALONE) if items else (PLAIN,)


def _in_order(sizes: Sequence[Size], items: tuple[Item, ...]) -> list[tuple[Size, bool | None]]:
    """The sizes of a list, with whether it is tight, where that matters.

    A ground under what is now asks for air around it: thinner letters that are as high go before a tight list.
    """
    if not any(item.now for item in items):
        return [(size, None) for size in sizes]
    alike = [tuple(group) for _cap, group in groupby(sizes, lambda size: size.cap)]
    return [(size, tight) for group in alike for tight in (False, True) for size in group]


def _sizes(view: Projected, items: tuple[Item, ...], listed: Size, width: int) -> Iterator[Sizes]:
    """Sizes for what goes with the giant text, and for that text: some air in the list comes first.

    One quiet line that is all of the list is in softer letters than what it stands below: the giant text leaves it air.
    For air around it the giant text becomes narrower where its letters are large, not lower; lean letters have it.
    """
    for lead in LEAD_SIZES if view.lead else (listed,):
        if SIZES.index(lead) <= SIZES.index(listed):
            alone, headed = not (view.lead or items), any(item.heading for item in items)
            afterword = not view.squares and len(items) == 1 and items[0].style == "$muted"
            giants = _giants(view, lead, alone=alone)
            if not items:
                giants = _calm(view, giants, width)
            elif headed or _several(view):
                giants = _terse(view, giants, width)
            groups = [tuple(group) for _key, group in groupby(giants, partial(_as_good, alone=alone))]
            last = [(SMALL,)] if view.level and lead is SMALL else []
            found = [
                Sizes(giant, lead, listed, ease)
                for ease, giant in (
                    _eased(groups, listed, _grouped(items), last) if items else _in(groups, EASES, FLUSH[:1])
                )
                if giant not in LEAN or ease == EASES[0]
            ]
            if afterword:
                softer = [one for one in found if _softer(listed, lead if view.lead else one.giant)]
                found = sorted(softer, key=lambda one: not one.ease.free)
            yield from found


def _in(groups: Sequence[tuple[Size, ...]], *tiers: tuple[Ease, ...]) -> Iterator[tuple[Ease, Size]]:
    """Each size with the air of each of these tiers: the air goes before the size, but for sizes that are as good."""
    for eases in tiers:
        for group in groups:
            yield from product(eases, group)


def _grouped(items: tuple[Item, ...]) -> bool:
    """Whether several entries belong to one label: only air tells where the next group begins."""
    return any(before.label and not after.label for before, after in pairwise(items))


def _eased(
    groups: Sequence[tuple[Size, ...]], listed: Size, grouped: bool, last: Sequence[tuple[Size, ...]]
) -> Iterator[tuple[Ease, Size]]:
    """The giant text over a list, with the air there is: under drawn letters a row is free at the foot where it can.

    The ``last`` sizes are for a row there, and for what fits in no other.
    """
    if listed is PLAIN:
        less = (*TIGHTER, FLUSH[0])
        yield from _in(groups, *((EASES, less) if grouped else ((*EASES, *less),)), FLUSH[1:])
        return
    if listed is not SMALL:
        yield from _free(groups, EASES, FLUSH[:1])
        yield from _in(groups, FLUSH[:1], (*TIGHTER, FLUSH[1]))
        return
    # Lines that are not quite even go before entries without air, and before a text down to the last row.
    yield from _free(groups, (*LOOSE, *EASES), CLOSE[:1])
    yield from _in(groups, CLOSE[:1])
    yield from _in(groups, (SNUG,))
    yield from _free(groups, TIGHTER, FLUSH[1:])
    yield from _in(last, EASES, CLOSE[:1], TIGHTER)
    yield from _in((*groups, *last), *((ease,) for ease in (*CLOSE, *FLUSH, *FLUSH_CLOSE)))


def _free(
    groups: Sequence[tuple[Size, ...]], eases: tuple[Ease, ...], flush: tuple[Ease, ...]
) -> Iterator[tuple[Ease, Size]]:
    """With a free row at the foot, for which the giant text is narrower, but not much lower: rather ``flush`` then."""
    waiting: list[tuple[Size, ...]] = []
    for group in groups:
        far = [one for one in waiting if group[0] in LEAN or group[0].cap < one[0].cap * AS_HIGH]
        waiting = [one for one in waiting if one not in far] + [group]
        yield from _in(far, flush)
        yield from _in([group], eases)


def _softer(after: Size, said: Size) -> bool:
    """Whether letters are no higher than others, and thinner; of the thinnest drawn ones the next lower."""
    if said is NARROW or after is PLAIN:
        return after in {SMALL, PLAIN}
    return after.cap <= said.cap and after.per_dot < said.per_dot


def _as_good(giant: Size, *, alone: bool) -> float | str:
    """The same for sizes of which one takes the place of another for air: as high, or any where nothing else stands."""
    return "" if alone else giant.cap if giant.scale > 1 else giant.name


def _calm(view: Projected, sizes: Sequence[Size], width: int) -> tuple[Size, ...]:
    """The sizes of a text without a list: lower or thinner letters go before those that break it badly or stay thin."""
    found: list[Size] = []
    for size in sizes:
        if not _at_ease(view, size, width):
            calmer = sorted(
                (one for one in sizes if one.per_dot < size.per_dot and one.cap >= size.cap * AS_HIGH_ALONE),
                key=lambda one: -one.cap,
            )
            found += [one for one in calmer if _at_ease(view, one, width)]
        found.append(size)
    return tuple(dict.fromkeys(found))


def _terse(view: Projected, sizes: Sequence[Size], width: int) -> tuple[Size, ...]:
    """The sizes of a text over chapters: lean letters as high go before those that take more lines.

    So do bold ones where all is to be legible and a line would be less than half as long as another, and any that are
    thinner where each of several sentences has lines of its own: one that is broken is read as two. Over the list of a
    legible one thin letters look fainter than it: bold ones take a line more.
    """
    found: list[Size] = []
    for size in sizes:
        bold = (STOUT,) if view.legible and _ragged(view, size, width) else ()
        as_high = STANDING_ALONE if _several(view) else (*LEAN, *bold)
        thinner = [one for one in as_high if one.cap == size.cap and one.per_dot < size.per_dot]
        found += [one for one in thinner if _lines(view, one, width) < _lines(view, size, width)]
        if size is NARROW and view.legible and _even_in_bold(view, width):
            found.append(STOUT)
        found.append(size)
    return tuple(dict.fromkeys(found))


def _several(view: Projected) -> bool:
    """Whether the giant text is several sentences, each with lines of its own."""
    return view.apiece and len(seamed(((view.giant, ""),))) > 1


def _even_in_bold(view: Projected, width: int) -> bool:
    """Whether one text takes a line more at the most in bold letters, and none of its lines is short then."""
    more = _lines(view, STOUT, width) - _lines(view, NARROW, width)
    return not _several(view) and more <= 1 and not _ragged(view, STOUT, width)


def _lines(view: Projected, size: Size, width: int) -> float:
    """How many lines the giant text takes; without end where a word of it is too wide."""
    parts = ((view.giant, ""),)
    lines = parted(seamed(parts), size, width) if _several(view) else balanced(parts, size, width)
    return len(lines) if lines is not None else inf


def _ragged(view: Projected, size: Size, width: int) -> bool:
    """Whether a line of the giant text is less than half as long as another."""
    wides = [wide(line, size) for line in balanced(((view.giant, ""),), size, width) or ()]
    return bool(wides) and min(wides) * 2 < max(wides)


def _at_ease(view: Projected, size: Size, width: int) -> bool:
    """Whether the giant text is neither broken badly nor thin."""
    return not (_lonely(view, size, width) or _thin(view, size, width))


def _lonely(view: Projected, size: Size, width: int) -> bool:
    """Whether a word that is short beside the longest line has one for itself, or each word has."""
    lines = balanced(((view.giant, ""),), size, width) or ()
    longest = max((wide(line, size) for line in lines), default=0)
    alone = [line for line in lines if len(line) == 1]
    return len(alone) == len(lines) > 1 or any(wide(line, size) < longest * SHORT for line in alone)


def _thin(view: Projected, size: Size, width: int) -> bool:
    """Whether lean letters cannot be bold in their lines."""
    lines = balanced(((view.giant, ""),), size, width) or ()
    bold = (each for each in fuller(size) if each.bold)
    return size in LEAN and not any(all(wide(line, each) <= width for line in lines) for each in bold)


def _giants(view: Projected, lead: Size, *, alone: bool) -> tuple[Size, ...]:
    """The sizes that the giant text may have above what goes with it.

    It may be as large as the list beside it, and where the view says so as one that would be ordinary text otherwise.
    """
    if not view.squares and not any(FACE.dots(word) for word in view.giant.split()):
        return (PLAIN,)
    if alone:
        return SIZES if view.squares else STANDING_ALONE
    most = SIZES.index(lead) + (not view.lead and (view.beside or (view.level and lead is NARROW)))
    # Counts are few and bold: a list that is all words may be a size larger.
    return SIZES[: most + 1] if view.squares else SIZES[: min(most, SIZES.index(SMALL))]
