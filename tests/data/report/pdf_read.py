"""A PDF as a reader and a screen reader have it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader


class Tag(NamedTuple):
    """A tag of the structure: what it is, what is told of it, and how deep it stands."""

    kind: str
    alt: str
    depth: int


class Pdf:
    """What is in the file."""

    def __init__(self, content: str | bytes) -> None:
        assert isinstance(content, bytes)
        self.file = PdfReader(BytesIO(content))
        self.root: Any = self.file.trailer["/Root"]

    @cached_property
    def text(self) -> str:
        """All of its text, without blanks."""
        return squeezed("".join(page.extract_text() for page in self.file.pages))

    @property
    def lines(self) -> list[str]:
        """The lines of its text."""
        return [line.strip() for page in self.file.pages for line in page.extract_text().splitlines()]

    @cached_property
    def tags(self) -> list[Tag]:
        """Its tags in the order in which they are read out."""
        return list(_tags(self.root["/StructTreeRoot"]))

    @property
    def links(self) -> set[str]:
        """Where it leads."""
        return {note["/A"]["/URI"] for note in self._notes}

    @property
    def areas(self) -> list[tuple[float, ...]]:
        """Where its links stand on their page: left, low, right, high."""
        return [tuple(map(float, note["/Rect"])) for note in self._notes]

    @property
    def _notes(self) -> list[Any]:
        pages: list[Any] = list(self.file.pages)
        return [note.get_object() for page in pages for note in page.get("/Annots", [])]

    @property
    def keeps_to_the_standard(self) -> bool:
        """Whether it says that it is PDF/UA-1."""
        return b"pdfuaid:part" in self.root["/Metadata"].get_data()

    @property
    def headings(self) -> list[int]:
        """The levels of its headings."""
        return [int(tag.kind[1]) for tag in self.tags if tag.kind[:1] == "H" and tag.kind[1:].isdigit()]


def squeezed(text: str) -> str:
    """A text without its blanks: where lines break is not the text's."""
    return "".join(text.split())


def _tags(node: Any, depth: int = 0) -> Iterator[Tag]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from _tags(each, depth)
    elif isinstance(node, dict):
        if "/S" in node:
            yield Tag(str(node["/S"])[1:], str(node.get("/Alt", "")), depth)
        if "/K" in node:
            yield from _tags(node["/K"], depth + 1)
