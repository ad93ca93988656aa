"""A document as Markdown (CommonMark with tables), in which everything people wrote shows letter for letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from data.report.blocks import Document, Heading, Paragraph, Plain, Point, Points, Table
from data.report.links import Piece, pieces

_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~&#$^])")
_LEADING = re.compile(r"^([-+=])|^(\d{1,9})([.)])(?=\s|$)")


def render(document: Document) -> str:
    """The document as Markdown; it ends with a line break."""
    return "\n\n".join(_block(block) for block in document.plain) + "\n"


def escape(text: str) -> str:
    r"""One line in which no character means anything but an address: ``[x] <b>`` becomes ``\[x\] \<b\>``."""
    return "".join(f"<{piece.text}>" if piece.href else _escaped(piece) for piece in pieces(text))


def _escaped(piece: Piece) -> str:
    """A bare name of a site stands as it is: no mark can be taken for anything in it."""
    return piece.text if piece.site else _ANYWHERE.sub(r"\\\1", piece.text)


def _begin(text: str) -> str:
    """A line that begins a block: there a dash, a plus, an equals sign or a number would begin something as well."""
    return _LEADING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", escape(text))


def _block(block: Plain) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_begin(block.text)}"
    if isinstance(block, Paragraph):
        return f"*{escape(block.text)}*" if block.quiet else _begin(block.text)
    if isinstance(block, Points):
        return "\n".join(line for point in block.points for line in _point(point))
    return "\n".join(_table(block))


def _point(point: Point, indent: str = "") -> Iterator[str]:
    aside = f" *({escape(point.aside)})*" if point.aside else ""
    yield f"{indent}- {_begin(point.text)}{aside}"
    for under in point.under:
        yield from _point(under, indent + "  ")


def _table(table: Table) -> Iterator[str]:
    yield _row(table.head)
    yield "|" + "|".join("---:" if place in table.right else "---" for place in range(len(table.head))) + "|"
    for row in table.rows:
        yield _row(row)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(escape(cell) for cell in cells) + " |"
