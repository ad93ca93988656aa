"""A document as a PDF: set with typst, tagged for screen readers, and with each board on a page of its own."""

from __future__ import annotations

from data.report.blocks import Document
from data.report.formats import Remarked
from data.report.picture import pictures
from data.report.typeset import as_data, typeset


def render(document: Document) -> Remarked:
    """The file; everything that people wrote is text, and only a whole address is a link.

    Raises:
        Refused: it cannot be set.
    """
    if document.cards:
        cards = document.cards
        sizes = [{"lines": cards.text_size(card), "name": cards.name_size(card)} for card in cards.cards]
        given = {"title": document.title, "language": document.language, "cards": as_data(cards), "sizes": sizes}
        return typeset("cards.typ", given, "pdf")
    boards = [{"kind": "picture", **as_data(board)} for board in pictures(document)]
    blocks = [*map(as_data, document.blocks), *boards]
    given = {"title": document.title, "title_size": document.title_size, "language": document.language}
    return typeset("document.typ", {**given, "blocks": blocks}, "pdf")
