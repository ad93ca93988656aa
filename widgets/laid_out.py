"""A page whose lines somebody else lays out, whenever its size is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from widgets.page import Cell, Line, Page
from widgets.wrapping import wrapped

Layout = Callable[[int, int], Sequence[Line]]
"""Width and height to lines."""


class LaidOut(Page):
    """Shows what a layout gives; the cursor walks over what can be chosen in it."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._layout: Layout = lambda _width, _height: ()

    def show(self, layout: Layout) -> None:
        """Lay out anew from now on by this."""
        self._layout = layout
        self.draw()

    def lay_out(self, width: int, height: int) -> list[Line]:
        """What the layout gives."""
        return list(self._layout(width, height))


def text(content: Content | str, width: int, id_: str = "", *, indent: int = 0, hang: int = 0) -> list[Line]:
    """Text wrapped in so many cells, every line chosen together; ``hang`` indents the lines after the first."""
    body = content if isinstance(content, Content) else Content(content)
    rows = wrapped(body, width - indent - hang)
    return [
        [Cell(Content(" " * (indent + (hang if number else 0))) + row, width, id_)] for number, row in enumerate(rows)
    ]


BLANK: Line = ()
"""A line with nothing on it."""


def alone(told: str, width: int, height: int) -> list[Line]:
    """A quiet sentence in the middle of an empty page of so many lines."""
    rows = wrapped(Content.styled(told, "$muted"), width)
    above = max(0, (height - len(rows)) // 2)
    return [*[BLANK] * above, *([Cell(Content(" " * ((width - row.cell_length) // 2)) + row, width)] for row in rows)]
