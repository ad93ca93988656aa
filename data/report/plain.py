"""A document as plain text, for what shows no other: a calendar, and the words of a mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.report.blocks import Heading, Paragraph, Plain, Point, Points


def as_text(blocks: Iterable[Plain]) -> str:
    """The blocks as they are read, a blank line between them; without a line break at the end."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks)


def _lines(block: Plain) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph):
        yield block.text
    elif isinstance(block, Points):
        for point in block.points:
            yield from _point(point)
    else:
        yield from (" · ".join(filter(None, row)) for row in (block.head, *block.rows))


def _point(point: Point, indent: str = "") -> Iterator[str]:
    yield f"{indent}- {point.text}" + (f" ({point.aside})" if point.aside else "")
    for under in point.under:
        yield from _point(under, indent + "  ")
