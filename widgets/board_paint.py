"""How a card or a title on a board looks, as strips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from widgets.board_layout import APART, CLOSE, EDGE, PADDED, Column, Face, Look, title_lines
from widgets.track import track

COLOURS = 5
"""So many cluster colours there are; the number and the title say which cluster it is."""

DOTS = 4

LEAST = 8
"""Cells of a rule at least, where something stands at its end."""

MOST_KEPT = 4_000
"""So many painted cards are remembered."""

Words = list[tuple[str, str]]
"""Pieces of text, each with the name of its style."""

StyleOf = Callable[[str], Style]
"""A style of the board by its name, on the ground of the board; that of ``""`` is the ground itself."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is drawn now, on a board with so much air.

    At the cursor, alike to what is there, marked, newest, or where dragged cards would go; ``terse`` where how a column
    stands is told without words behind its number.
    """

    air: int = APART
    here: bool = False
    alike: bool = False
    marked: bool = False
    fresh: bool = False
    drop: bool = False
    terse: bool = False


class Painter:
    """Paints the cards and titles of a board, in the styles of its widget, and remembers what it painted."""

    def __init__(self, board: Widget) -> None:
        self._board = board
        self._styles: dict[str, Style] = {}
        self._painted: dict[tuple[Face, Manner], list[Strip]] = {}

    def forget(self) -> None:
        """Paint everything anew: the theme or the width is another one."""
        self._styles.clear()
        self._painted.clear()

    def strip(self, face: Face, manner: Manner, row: int, width: int) -> Strip:
        """One line of a card or a title, counted from its first."""
        found = self._painted.get((face, manner))
        if found is None:
            if len(self._painted) > MOST_KEPT:
                self._painted.clear()
            found = self._painted[face, manner] = paint(face, width, manner, self.style)
        return found[row]

    def style(self, names: str) -> Style:
        """The style of one or more names together; ``here`` alone only adds its ground to what stands on it."""
        if names not in self._styles:
            style = Style.null() if names == "here" else self._board.rich_style
            for name in names.split():
                style += self._board.get_component_rich_style(f"board--{name}", partial=True)
            self._styles[names] = style
        return self._styles[names]


def paint(face: Face, width: int, manner: Manner, style: StyleOf) -> list[Strip]:
    """The lines of a card or a title, each ``width`` cells wide."""
    rows = _card(face, width, manner) if face.count is None else _head(face, width, manner)
    lift = style("here") if manner.here or manner.alike else None
    return [_strip(row, width, style, lift) for row in rows]


def _strip(words: Words, width: int, style: StyleOf, lift: Style | None) -> Strip:
    """Words on one line of exactly so many cells, lifted by a ground when there is one."""
    row: list[Segment] = []
    left = width
    for text, name in [*words, (" " * width, "")]:
        size = min(left, cell_len(text))
        if size:
            own = style(name)
            row.append(Segment(set_cell_size(text, size), own + lift if lift else own))
            left -= size
    return Strip(row, width)


def colour(face: Face) -> str:
    """The style of a column's colour."""
    return f"cluster-{(face.number - 1) % COLOURS + 1}" if face.look is Look.CLUSTER else face.look.value


def _head(face: Face, width: int, manner: Manner) -> list[Words]:
    title = "drop" if manner.drop else f"{colour(face)} title"
    rows: list[Words] = [[(text, title)] for text in face.lines]
    rows[-1].append((f" {face.count}" if face.lines[-1] else str(face.count), "muted"))
    if manner.air > CLOSE:
        return [*rows, _ruled(face, width - EDGE), *[[]] * manner.air]
    used = sum(cell_len(text) for text, _name in rows[-1]) + 1
    tails = face.tails[-1 if manner.terse else -2 :]
    rows[-1] += [(" ", ""), *(_told(tails, width - used) if tails else _rule(face, width - used))]
    return rows


def is_terse(columns: Sequence[Column], width: int) -> bool:
    """Whether behind a title of a close board is no room for words behind a number: then none has them."""
    return any(
        cell_len(f"{title_lines(column, width)[-1]} {len(column.cards)} {tail}") + EDGE > width
        for column in columns
        for tail in column.tails[-2:-1]
    )


def _ruled(face: Face, width: int) -> Words:
    """A rule so wide, with how the column stands at its end."""
    told = next((tail for tail in face.tails if cell_len(tail) + LEAST < width), "")
    if not told and face.tails:
        return _told(face.tails, width)
    behind: Words = [(f" {told}", "muted")] if told else []
    return [*_rule(face, width - sum(cell_len(text) for text, _name in behind)), *behind]


def _rule(face: Face, width: int) -> Words:
    """So many cells of a rule; of a column with a share it is that which is thick."""
    line = colour(face) if face.look is Look.CLUSTER else "line"
    if face.share is None:
        return [(("╌" if face.look is Look.PROPOSED else "━") * max(0, width), line)]
    there, rest = track(face.share, max(0, width))
    return [(there, line), (rest, "line")]


def _told(tails: Sequence[str], width: int) -> Words:
    """How a column stands at the end of so many cells, without a rule: a short one says nothing."""
    told = next((tail for tail in tails if cell_len(tail) + EDGE <= width), shortened(tails[-1], width))
    return [(" " * max(0, width - cell_len(told)), ""), (told, "muted")]


def _card(face: Face, width: int, manner: Manner) -> list[Words]:
    edge = "now" if manner.fresh else "loose" if face.proposed else colour(face)
    words = "advice" if face.proposed else "muted" if face.look is Look.BIN else "text"
    rows: list[Words] = []
    for number, text in enumerate(face.lines):
        ends = manner.air == CLOSE and number == len(face.lines) - 1
        bar = "█" if manner.here else "▘" if ends else "▌"
        sign = "✓" if manner.marked and not number else " "
        rows.append([(bar, edge), (sign, "now"), (text, words)])
    if face.tail:
        rows[-1].append((f" · {face.tail}" if face.lines[-1] else face.tail, "strong"))
    if face.advice:
        rows.append(_advice(face, width))
    if manner.air < PADDED:
        return rows
    above, below = ("█", "█") if manner.here else ("▖", "▘")
    if face.advice:  # which stands below the text: the edge ends there
        rows[-1][0] = (below.ljust(EDGE), edge)
    return [[(above, edge)], *rows, [] if face.advice and not manner.here else [(below, edge)]]


def _advice(face: Face, width: int) -> Words:
    dots = [("●" * face.sure, "muted"), ("○" * (DOTS - face.sure), "line")] if face.sure else []
    room = width - EDGE - (DOTS + 1 if dots else 0)
    return [(" " * EDGE, ""), (shortened(face.advice, room) + " ", "advice"), *dots]


def shortened(text: str, width: int) -> str:
    """Text in at most ``width`` cells, ending in an ellipsis when something was left out."""
    return text if cell_len(text) <= width else set_cell_size(text, max(0, width - 1)).rstrip() + "…"
