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
    rule = "╌" if face.look is Look.PROPOSED else "━"
    line = style(colour(face)) if face.look is Look.CLUSTER else style("line")
    count = (f" {face.count}" if face.lines[-1] else str(face.count), style("muted"))
    rows = [[(text, title)] for text in face.lines[:-1]] + [[(face.lines[-1], title), count]]
    if manner.airy:
        ruled = _ruled(face.tail, width - EDGE, rule, line, style)
        return [*(_row(row, width, ground) for row in rows), _row(ruled, width), _row([], width)]
    used = sum(cell_len(text) for text, _style in rows[-1]) + 1
    rows[-1] += [(" ", Style.null()), *_ruled(face.tail, width - used, rule, line, style)]
    return [_row(row, width, ground) for row in rows]


def _ruled(tail: str, width: int, rule: str, line: Style, style: StyleOf) -> Words:
    """A rule so wide, with how the cluster stands at its end when there is room for that."""
    told = f" {shortened(tail, width - EDGE)}" if tail and width > EDGE + 4 else ""
    return [(rule * max(0, width - cell_len(told)), line), (told, style("muted"))]


def _card(face: Face, width: int, manner: Manner, style: StyleOf) -> list[list[Segment]]:
    ground = style("here") if manner.here else None
    edge = style("now" if manner.fresh else "loose" if face.look is Look.PROPOSED else colour(face))
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
