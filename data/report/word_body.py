"""The blocks of a document in the XML of Word, by the names of styles: what stands where a template says so."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import zip_longest
from math import ceil
from typing import TYPE_CHECKING, Any

from data.report.blocks import (
    KINDS,
    TEXT_WIDTH,
    TITLES,
    Block,
    BoardColumn,
    Document,
    Heading,
    Lines,
    Paragraph,
    Point,
    Table,
    Ticks,
    lines,
)
from data.report.html import TEMPLATES
from data.report.links import pieces

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEXT = 9638
"""The width of the text on A4 with 2 cm beside it, in twentieths of a point."""

PAGE = 715.0
"""The height of a page of A4 with 2 cm above and below, in points, and a line less: not every program counts alike."""

LOWEST_LINE, HIGHEST_LINE = 17.0, 26.0
"""Between these is the height of a line to write on by hand, in points."""

AT_ONCE = 10
"""The most post-its under one another that stand in one row of a table, which is not torn apart."""

SHORT = (26, 14)
"""So many characters stand on one line of a table, where there is room for that."""

LOW = 14
"""A table of no more lines than these is not torn apart."""

COLOURS = ("1F5FA8", "0B6A75", "5B3FB0", "A83268", "6B5D00")
"""The edges of clusters, in their order."""

MUTED = "55595F"
_BAR, _PAPER = (0x1F, 0x5F, 0xA8), (0xF6, 0xF3, 0xEC)


def body(document: Document, style_of: Callable[[str], str], link: Callable[[str], str]) -> Markup:
    """The paragraphs and tables.

    ``style_of`` gives the id of a style by its name, ``link`` the id of the relation to an address.
    """
    from markupsafe import Markup

    printed = [document.cards] if document.cards else document.blocks
    blocks = [(KINDS[type(block)], block) for block in printed]
    template = _environment().get_template("document.docx.xml")
    size = document.title_size
    smaller = 0 if size == TITLES[0] else size
    written = line_to_write_on(document)
    return Markup(template.render(blocks=blocks, style_of=style_of, link=link, smaller=smaller, written=written))


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    made = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    made.filters |= {
        "pieces": pieces,
        "literal": literal,
        "raw": Markup,
        "widths": widths,
        "abreast": abreast,
        "layers": layers,
        "shade": shade,
        "twips": twips,
    }
    made.tests |= {"rtl": right_to_left, "turned": turned, "low": low}
    made.globals |= {"TEXT": TEXT, "COLOURS": COLOURS, "MUTED": MUTED, "KEEP": Markup("<w:keepNext/>")}
    return made


def literal(text: str) -> Markup:
    """A text as it is in XML: with nothing in it that XML cannot hold, or that docxtpl would change."""
    from markupsafe import Markup, escape

    return Markup(str(escape(held(text))).replace("_{", "&#95;{").replace("{_", "{&#95;").replace("_}", "&#95;}"))


def held(text: str) -> str:
    """A text without the signs that XML cannot hold, and without those that steer a line."""
    return "".join(sign for sign in text if sign.isprintable() or _holds(sign))


def _holds(sign: str) -> bool:
    return not (sign < "\x20" or "\x7f" <= sign <= "\x9f" or "\ud800" <= sign <= "\udfff" or sign in "\ufffe\uffff")


def right_to_left(text: Any) -> bool:
    """Whether most letters of a text are written from right to left: one name of several does not turn a line round."""
    kinds = Counter(map(unicodedata.bidirectional, str(text)))
    return kinds["R"] + kinds["AL"] > kinds["L"]


def turned(text: Any) -> bool:
    """Whether a line begins at the right: most of it is written from there, and so is what it begins with."""
    first = next((kind for kind in map(unicodedata.bidirectional, str(text)) if kind in ("L", "R", "AL")), "L")
    return first != "L" and right_to_left(text)


def layers(stacks: Sequence[Sequence[Point]]) -> Iterator[list[Sequence[Point]]]:
    """The stacks of post-its of a row of clusters in rows that a page holds: all at once, or one of each at a time."""
    if max(map(len, stacks), default=0) <= AT_ONCE:
        yield list(stacks)
        return
    for beside in zip_longest(*stacks):
        yield [(note,) if note else () for note in beside]


def widths(table: Table, all_of_it: int = TEXT) -> list[int]:
    """The widths of the columns, together as wide as the text: the longest word fits, and longer texts get more.

    Short texts stand on one line, as far as there is room for that.
    """
    columns = [[row[place] for row in (table.head, *table.rows)] for place in range(len(table.head))]
    long = [max(map(len, texts)) for texts in columns]
    for short in (*SHORT, 0):
        needed = [_wide(most if most <= short else _word(texts)) for most, texts in zip(long, columns, strict=True)]
        if sum(needed) <= 0.9 * all_of_it:
            break
    least = [min(each, all_of_it // len(columns)) for each in needed] if sum(needed) > all_of_it else needed
    more = [min(most, 60) * (most > short) for most in long]
    more = more if any(more) else [min(most, 60) for most in long]
    spare = max(all_of_it - sum(least), 0)
    found = [each + spare * weight // max(sum(more), 1) for each, weight in zip(least, more, strict=True)]
    found[0] += all_of_it - sum(found)
    return found


def _wide(characters: int) -> int:
    """How wide so many characters are in a cell, in twentieths of a point."""
    return characters * 115 + 330


def low(table: Table) -> bool:
    """Whether a table is so low that it is not torn apart."""
    room = [max((width - 330) / 115, 1) for width in widths(table)]
    return sum(max(ceil(len(text) / wide) for text, wide in zip(row, room, strict=True)) for row in table.rows) <= LOW


def _word(texts: Sequence[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=1)


def line_to_write_on(document: Document) -> int:
    """How high a line to write on is, in twentieths of a point: so high that a form fills one page, where it can."""
    count = sum(block.count for block in document.blocks if isinstance(block, Lines))
    room = PAGE - sum(_high(block, document) for block in document.blocks)
    return round(20 * min(max(room / max(count, 1), LOWEST_LINE), HIGHEST_LINE))


def _high(block: Block, document: Document) -> float:
    """How many points a block of a form takes, without its lines to write on, in the highest of the usual fonts."""
    match block:
        case Heading():
            size = document.title_size
            return 1.4 * size * lines(block.text, size, TEXT_WIDTH) + 4
        case Paragraph():
            return 17.5 * lines(block.text, 11.5, TEXT_WIDTH) + 8
        case Ticks():
            return 25.0 * (len(block.rows) + 1) + 8
        case Lines():
            return 17 * lines(block.text, 12, TEXT_WIDTH) + 10
        case _:
            return 0


def abreast(columns: Sequence[BoardColumn]) -> int:
    """How many clusters stand beside one another."""
    return {1: 1, 2: 2, 4: 2}.get(len(columns), 3)


def twips(millimetres: float) -> int:
    """A length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def shade(part: float) -> str:
    """The colour of a mark that so great a part of the most that one has got, gave."""
    return "".join(
        f"{round(paper + (bar - paper) * (0.15 + 0.85 * part)):02X}" for paper, bar in zip(_PAPER, _BAR, strict=True)
    )
