"""The boards of a session as pictures: each whole on one page, for who was not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from data.model import Refused, say
from data.report.blocks import Board, BoardColumn, Document, Heading, Paragraph
from data.report.formats import Remarked
from data.report.report import Report
from data.report.tongue import Tongue
from data.report.typeset import as_data, typeset


@dataclass(frozen=True, slots=True)
class Picture:
    """A board: what it is called, what was asked, what hangs on it, and what is told to who does not see it."""

    title: str
    question: str
    columns: tuple[BoardColumn, ...]
    alt: str


def render(report: Report) -> dict[str, Remarked]:
    """Each board of the session as an SVG: by its number from the second on.

    Raises:
        Refused: there is no board with post-its, or it cannot be drawn.
    """
    found = [board for document in report.documents.values() for board in pictures(document)]
    if not found:
        raise Refused(say("There is no board to draw: this summary shows no post-its."))
    return {"" if number == 1 else str(number): _drawn(board, report) for number, board in enumerate(found, start=1)}


def _drawn(board: Picture, report: Report) -> Remarked:
    # No links: typst writes an address into an SVG as it is, and what follows a quote in it would be markup.
    drawing = as_data(board, links=False)
    given = {"title": board.title, "language": report.language, "about": report.title, "board": drawing}
    made = typeset("picture.typ", given, "svg")
    told = f'<svg role="img" lang={quoteattr(report.language)} aria-label={quoteattr(board.alt)} '
    assert isinstance(made.content, bytes)
    return Remarked(made.content.replace(b"<svg ", told.encode(), 1), made.remarks)


def pictures(document: Document) -> Iterator[Picture]:
    """The boards of a document that have post-its, called after their headings."""
    t, called, asked = Tongue(document.language), "", ""
    for block in document.blocks:
        if isinstance(block, Heading):
            called, asked = block.text, ""
        elif isinstance(block, Paragraph):
            asked = block.text
        elif isinstance(block, Board) and (notes := sum(len(column.notes) for column in block.columns)):
            clusters = sum(not column.loose for column in block.columns)
            title = t(say("The board: {title}", title=called))
            many = t.count(say("one post-it"), say("{n} post-its", n=notes), notes)
            told = t(say("{notes} in {n} clusters", notes=many, n=clusters)) if clusters else many
            yield Picture(title, asked, block.columns, f"{title}, {told}")
