"""How a card or a title on a board looks, as strips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from widgets.board_layout import EDGE, Face, Look

COLOURS = 5
"""So many cluster colours there are; the number and the title say which cluster it is."""

DOTS = 4

Words = list[tuple[str, Style]]

StyleOf = Callable[[str], Style]
"""The style of a component class of the board, by its name without ``board--``."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is drawn now: at the cursor, marked, newest, or where dragged cards would go."""

    airy: bool = True
    here: bool = False
    marked: bool = False
    fresh: bool = False
    drop: bool = False


def paint(face: Face, width: int, manner: Manner, style: StyleOf) -> list[Strip]:
    """The lines of a card or a title, each ``width`` cells wide; a selected card may have one more for its details."""
    lines = _card(face, width, manner, style) if face.count is None else _head(face, width, manner, style)
    return [Strip(segments, width) for segments in lines]


def with_details(face: Face, manner: Manner) -> bool:
    """Whether a line of details stands below the card."""
    return manner.here and manner.airy and bool(face.details)


def colour(face: Face) -> str:
    """The component class of a column's colour."""
    return f"cluster-{(face.number - 1) % COLOURS + 1}" if face.look is Look.CLUSTER else face.look.value


def _head(face: Face, width: int, manner: Manner, style: StyleOf) -> list[list[Segment]]:
    title = style("drop") if manner.drop else style(colour(face)) + style("title")
    ground = style("here") if manner.here else None
    number = f"{face.number} " if face.number else ""
    count = f" {face.count}"
    words = [("›" if manner.here else "", style("now"))]
    room = max(4, width - cell_len(number) - cell_len(count) - manner.here)
    words += [(number + shortened(face.lines[0], room), title), (count, style("muted"))]
    used = sum(cell_len(text) for text, _ in words)
    rule = "╌" if face.look is Look.PROPOSED else "━"
    line = style(colour(face)) if face.look is Look.CLUSTER else style("line")
    tail = shortened(face.tail, width // 2 if manner.airy else max(0, width - used - EDGE)) if face.tail else ""
    told = [(" " if tail else "", Style.null()), (tail, style("muted"))]
    fill = width - EDGE - cell_len(tail) - bool(tail)
    if not manner.airy:
        return [_row([*words, (" ", Style.null()), (rule * (fill - used + 1), line), *told], width, ground)]
    return [_row(words, width, ground), _row([(rule * fill, line), *told], width), _row([], width)]


def _card(face: Face, width: int, manner: Manner, style: StyleOf) -> list[list[Segment]]:
    ground = style("here") if manner.here else None
    edge = style("now") if manner.fresh else style(colour(face))
    text_style = style("muted" if face.look is Look.BIN else "text")
    rows = []
    for number, text in enumerate(face.lines):
        bar = "█" if manner.here else "▌" if not number or manner.airy else "▏"
        sign = "✓" if manner.marked and not number else " "
        words = [(bar, edge), (sign, style("now")), (text, text_style)]
        if face.tail and number == len(face.lines) - 1:
            words.append((f" {face.tail}" if text else face.tail, style("strong")))
        rows.append(_row(words, width, ground))
    if face.advice:
        rows.append(_row(_advice(face, width, style), width, ground))
    if with_details(face, manner):
        rows.append(
            _row([("  ", Style.null()), (shortened(face.details, width - EDGE), style("muted"))], width, ground)
        )
    return rows


def _advice(face: Face, width: int, style: StyleOf) -> Words:
    dots = [("●" * face.sure, style("muted")), ("○" * (DOTS - face.sure), style("line"))] if face.sure else []
    room = width - EDGE - (DOTS + 1 if dots else 0)
    return [("  ", Style.null()), (shortened(face.advice, room) + " ", style("advice")), *dots]


def shortened(text: str, width: int) -> str:
    """Text in at most ``width`` cells, ending in an ellipsis when something was left out."""
    return text if cell_len(text) <= width else set_cell_size(text, max(0, width - 1)).rstrip() + "…"


def _row(words: Words, width: int, ground: Style | None = None) -> list[Segment]:
    """Words on one line of exactly so many cells."""
    row: list[Segment] = []
    left = width
    for text, style in words:
        size = min(left, cell_len(text))
        if size:
            row.append(Segment(set_cell_size(text, size), ground + style if ground else style))
            left -= size
    if left:
        row.append(Segment(" " * left, ground))
    return row
