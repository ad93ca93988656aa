"""Text over several lines: a number stays with its word, and lines after the first keep clear of what stands before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from data.i18n import MONTHS, _

LEAST = 8
"""Text is never wrapped in fewer cells."""

BESIDE = 28
"""In so many cells what is said of a title still stands beside it; where there are fewer it stands below."""

HANG = 2
"""Cells that what goes on stands in further, where it could be taken for what is next."""

MIDDLE = 1
"""The row of drawn letters that is the middle of their capitals: what stands before them or behind them is there."""

_BOUND = (
    r"(?<=[^\W\d]) (?=[+−]?\d{1,4}\b)|(?<=· \d) |(?<=· \d\d) |(?<=· \d\d\d) "
    r"|(?<=\S) (?=· )|(?<=\S) (?= ?\d+×)|(?<= ) (?=\d+×)|(?<=[^\W\d]) (?=[A-ZÀ-Ý]\.)"
    r"|(?<=[,.] \d) (?=[a-zà-ÿ])|(?<=[a-z] \d) (?=[a-zà-ÿ]{4})|(?<=[a-z] \d\d) (?=[a-zà-ÿ]{4})"
)
"""The blank of *session 4*, of *content +0.3*, of *4 questions*, before a dot, before *2×* and of *An C.*.

A number stays with what it counts, and an initial with its name.
"""

_DATE = r"(?<=\b\d) (?=(?:{months})\b)|(?<=\b\d\d) (?=(?:{months})\b)"
"""The blank between a day and its month."""

_GLUE = "\ue000"
"""Stands for a blank that breaks no line, for as long as is wrapped: Textual breaks at what Unicode has for that."""


def wrapped(content: Content, width: int, most: int = 0) -> list[Content]:
    """The lines of a text in so many cells, at least one; no more than ``most`` where that is asked.

    What is ``unbroken`` stays on one line. Where a line ends, the dot between two facts goes. A short word does not
    stand alone on the last line.
    """
    if content.cell_length <= max(LEAST, width) and "\n" not in content.plain:
        return [content]  # most lines fit, and a list asks for hundreds of them
    dates = _DATE.format(months="|".join(_(month) for month in MONTHS))
    bound = Content(re.sub(f"{_BOUND}|{dates}|\u00a0", _GLUE, content.plain), spans=list(content.spans))
    rows = bound.wrap(max(LEAST, width))
    rows = [*rows[:-2], *_together(rows[-2:], width)] if "\n" not in content.plain else rows
    lines = [Content(row.plain.replace(_GLUE, " "), spans=list(row.spans)) for row in rows]
    lines = [*(line.rstrip(" ·") for line in lines[:-1]), lines[-1]]
    if 0 < most < len(lines):
        lines[most - 1 :] = [Content(" ").join(lines[most - 1 :]).truncate(width, ellipsis=True)]
    return lines


def _together(rows: list[Content], width: int) -> list[Content]:
    """The last two lines of a text, broken earlier where the second one is a short word."""
    ends, text = rows, Content(" ").join(row.rstrip(" ") for row in rows)
    room, least = width, max(map(cell_len, [*text.plain.split(" "), " " * LEAST]))
    while len(ends) == 2 and alone(ends[1].plain, width) and room > least:
        room = min(room, ends[0].rstrip(" ").cell_length) - 1
        ends = text.wrap(max(room, least))
    return ends if len(ends) == 2 and not alone(ends[0].plain, width) else rows


def alone(line: str, width: int) -> bool:
    """Whether a line of so many cells is a word that the eye does not look for, or hardly more."""
    said = line.replace(_GLUE, " ").strip()
    return cell_len(said) < (LEAST if " " in said else width // 2)


def hanging(lead: Content, body: Content, width: int, most: int = 0) -> list[Content]:
    """A text behind what leads it (a number, a mark), below which nothing of it stands."""
    indent, rows = Content(" " * lead.cell_length), wrapped(body, width - lead.cell_length, most)
    return [(indent if number else lead) + row for number, row in enumerate(rows)]


def led(lead: Content, letters: Sequence[Content]) -> list[Content]:
    """Drawn letters behind what leads them, a number or a mark."""
    indent = Content(" " * lead.cell_length)
    return [(lead if row == MIDDLE else indent) + line for row, line in enumerate(letters)]


def pieces(text: Content, room: int, hang: int) -> list[Content]:
    """A text in so many cells; of one in several pieces what any of them goes on with stands in too."""
    parts = text.split("\n")
    hang = HANG if len(parts) > 1 else hang
    rows: list[Content] = []
    for part in parts:
        first, *others = wrapped(part, room if part.cell_length <= room else room - hang)
        rows += [first, *(Content(" " * hang) + other for other in others)]
    return rows


def side_by_side(left: Sequence[Content], right: Sequence[Content], each: int) -> list[Content]:
    """Two columns of lines, the first one so many cells wide, with a rule between them as far as both go."""
    blank = Content("")
    return [
        Content.assemble(one.pad_right(max(0, each - one.cell_length)), ("  │  ", "$line"), other)
        for one, other in zip_longest(left, right, fillvalue=blank)
    ]


def whole(facts: Sequence[str], width: int) -> str:
    """Facts one after the other in so many cells: none is cut, the last ones go. The first is always there."""
    for count in range(len(facts), 1, -1):
        if cell_len(told := " · ".join(facts[:count])) <= width:
            return told
    return facts[0] if facts else ""


class Row(Visual):
    """A row of a list: ``lead`` before a title, and what is said of it in a column from ``column`` on, or below it.

    Below is where there is little room beside it, or none is asked for: without a ``column``. Where it is ``airy`` a
    blank line stands above and below it, on its own ground. With drawn ``letters`` these stand above what is said, and
    the title, which is what else it is called, below that.
    """

    def __init__(
        self,
        lead: Content | str,
        title: Content,
        said: Content | None = None,
        *,
        column: int = 0,
        airy: bool = False,
        letters: Sequence[Content] = (),
    ) -> None:
        self._lead = lead if isinstance(lead, Content) else Content(lead)
        self._title = title
        self._said = said
        self._column = column
        self._air = [Content("")] if airy else []
        self._letters = letters

    def lines(self, width: int) -> list[Content]:
        """Its lines in so many cells."""
        return [*self._air, *self._said_in(width), *self._air]

    def _said_in(self, width: int) -> list[Content]:
        if self._said is None:
            return hanging(self._lead, self._title, width)
        below = Content(" " * self._lead.cell_length)
        if self._letters:
            said = [line for text in (self._said, self._title) for line in hanging(below, text, width) if text]
            return [*led(self._lead, self._letters), Content(""), *said]
        if self._column and width - self._column >= min(BESIDE, self._said.cell_length):
            head = self._lead + self._title
            return hanging(head.pad_right(max(0, self._column - head.cell_length)), self._said, width)
        return [*hanging(self._lead, self._title, width), *hanging(below, self._said, width)]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Its lines as strips; Textual asks for them."""
        return Content("\n").join(self.lines(width)).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """So wide that nothing needs to be wrapped."""
        del rules
        return min(container_width, max(line.cell_length for line in self.lines(container_width)))

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many lines it takes."""
        del rules
        return len(self.lines(width))
