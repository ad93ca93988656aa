"""Everybody in the group with how they are: in one wide column when there is room, in more when there is not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from widgets.page import Cell, Line, Page
from widgets.wrapping import whole

GAP = 2
"""Cells between two columns."""

WIDEST = 36
"""A longer name is cut in the roster; whole it stands above the line once it is chosen."""

DOT = " · "
"""Between the facts of a detail."""

SHORTEST_DETAIL = 24
"""Less of where somebody comes from is not worth showing."""


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One line of the roster. ``mark`` is one character, ``state`` in words; ``brief`` is for narrow columns.

    The facts of a ``detail`` are parted by ``DOT``: where there is no room for all, the last ones go whole.
    """

    id: str
    name: str
    detail: str = ""
    mark: str = " "
    style: str = "$muted"
    state: str = ""
    brief: str = ""


class Roster(Page):
    """People by name. While letters are typed the people they may mean stand out."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._people: Sequence[RosterLine] = ()
        self._lit: Collection[str] | None = None

    def show(self, people: Sequence[RosterLine], lit: Collection[str] | None = None) -> None:
        """Show these people; ``lit`` (ids) stand out from the others, None for no difference."""
        if (people, lit) != (self._people, self._lit):
            self._people, self._lit = people, lit
            self.draw()

    def to_copy(self) -> str:
        """The name of the chosen person."""
        return next((person.name for person in self._people if person.id == self.chosen), "")

    def lay_out(self, width: int, height: int) -> list[Line]:
        """As few columns as let everybody be seen, none too narrow for a name; air between people if it fits."""
        widths = _Widths.of(self._people)
        columns = max(1, min(-(-len(self._people) // height), (width + GAP) // (widths.narrowest + GAP)))
        rows = -(-len(self._people) // columns)
        each = (width - GAP * (columns - 1)) // columns
        lines: list[Line] = []
        for row in range(rows):
            line: list[Cell] = []
            for person in self._people[row::rows]:
                line += [Cell(self._person(person, each, widths), each, person.id), Cell(Content(""), GAP)]
            lines.append(line[:-1])
            if 2 * rows <= height:
                lines.append([])
        return lines

    def _person(self, person: RosterLine, width: int, widths: _Widths) -> Content:
        lit = self._lit is None or person.id in self._lit
        name = "bold" if self._lit is not None and lit else "" if lit else "$muted"
        style = person.style if lit else "$muted"
        mark = Content.styled(f" {person.mark} ", style)
        if width >= widths.full:
            detail = min(widths.detail, width - widths.full + SHORTEST_DETAIL + (0 if person.state else widths.state))
            parts = [_fit(person.name, widths.name, name), _fit(_facts(person.detail, detail - 2), detail, "$muted")]
            return Content("").join([mark, *parts, Content.styled(person.state, style)])
        state = person.state if width >= 3 + widths.name + widths.state else person.brief
        room = min(widths.name, width - 3 - cell_len(state))
        return Content("").join([mark, _fit(person.name, room, name), Content.styled(state, style)])


@dataclass(frozen=True, slots=True)
class _Widths:
    """The cells that names, details and states take at most, each with the blanks behind it."""

    name: int
    detail: int
    state: int
    brief: int

    @classmethod
    def of(cls, people: Sequence[RosterLine]) -> _Widths:
        def widest(texts: Iterable[str]) -> int:
            return max(map(cell_len, texts), default=0)

        return cls(
            name=min(WIDEST, widest(person.name for person in people)) + 2,
            detail=widest(person.detail for person in people) + 3,
            state=widest(person.state for person in people),
            brief=widest(person.brief for person in people),
        )

    @property
    def narrowest(self) -> int:
        """A column with mark, name and hour."""
        return 3 + self.name + self.brief

    @property
    def full(self) -> int:
        """A column with mark, name, something of the detail, and the state in words."""
        return 3 + self.name + min(SHORTEST_DETAIL, self.detail) + self.state


def _facts(detail: str, width: int) -> str:
    """Those facts of a detail that fit whole in so many cells; the first one in any case."""
    return whole(detail.split(DOT), width)


def _fit(text: str, width: int, style: str) -> Content:
    """Text in exactly so many cells, the last one blank."""
    content = Content.styled(text, style).truncate(max(1, width - 1), ellipsis=True)
    return content.pad_right(max(0, width - content.cell_length))
