"""Everybody in the group with how they are: in one wide column when there is room, in more when there is not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from widgets.air import spread
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

SHORTEST_BEHIND = 8
"""Less of where somebody comes from says nothing behind a name in a narrow column."""

BETWEEN = 2
"""Blanks between a detail and the state behind it."""


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One line of the roster. ``mark`` is one character, ``state`` in words; ``brief`` is for narrow columns.

    The facts of a ``detail`` are parted by ``DOT``: where there is no room for all, the last ones are left out. Who is
    ``faded`` stands back for the others.
    """

    id: str
    name: str
    detail: str = ""
    mark: str = " "
    style: str = "$muted"
    state: str = ""
    brief: str = ""
    faded: bool = False


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

    def is_cut(self, id: str) -> bool:  # noqa: A002
        """Whether not all of the detail of somebody stands in their cell."""
        detail = next((person.detail for person in self._people if person.id == id), "")
        return not any(detail in cell.content.plain for line in self._lines for cell in line if cell.id == id)

    def to_copy(self) -> str:
        """The name of the chosen person."""
        return next((person.name for person in self._people if person.id == self.chosen), "")

    def lay_out(self, width: int, height: int) -> list[Line]:
        """As few columns as let everybody be seen, none too narrow for a name; air between people if it fits."""
        widths = _Widths.of(self._people)
        columns = max(1, min(-(-len(self._people) // height), (width + GAP) // (widths.narrowest + GAP)))
        rows = -(-len(self._people) // columns)
        each = (width - GAP * (columns - 1)) // columns
        parts = spread(rows, height)
        lines: list[Line] = []
        for row in range(rows):
            lines += [[]] if row in parts else []
            line: list[Cell] = []
            for person in self._people[row::rows]:
                line += [Cell(self._person(person, each, widths), each, person.id), Cell(Content(""), GAP)]
            lines.append(line[:-1])
        return lines

    def _person(self, person: RosterLine, width: int, widths: _Widths) -> Content:
        lit = self._lit is None or person.id in self._lit
        name = "bold" if self._lit is not None else "$muted" if person.faded else ""
        name = name if lit else "$muted"
        style = person.style if lit else "$muted"
        mark = Content.styled(f" {person.mark} ", style)
        if width >= widths.full:
            detail = min(widths.detail, width - widths.full + SHORTEST_DETAIL + (0 if person.state else widths.state))
            # A state in few words moves on for a detail that is long.
            detail = max(
                detail, min(cell_len(person.detail) + BETWEEN, width - 3 - widths.name - cell_len(person.state))
            )
            told = whole(person.detail.split(DOT), detail - BETWEEN)  # some letters of a fact say less than none
            facts = _fit(told, detail, "$muted", blank=BETWEEN)
            parts = [_fit(person.name, widths.name, name), facts, Content.styled(person.state, style)]
            return Content("").join([mark, *parts])
        state = person.state if width >= 3 + widths.name + widths.state else person.brief
        room = min(widths.name, width - 3 - cell_len(state))
        left = width - 3 - room
        # A state stands in the place of where somebody comes from: there is no room for both.
        behind = Content.styled(state, style)
        if not state and left >= SHORTEST_BEHIND:
            behind = _fit(person.detail.split(DOT)[0], left, "$muted", blank=0)
        return Content("").join([mark, _fit(person.name, room, name), behind])


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


def _fit(text: str, width: int, style: str, *, blank: int = 1) -> Content:
    """Text in exactly so many cells, the last ones blank."""
    content = Content.styled(text, style).truncate(max(1, width - blank), ellipsis=True)
    return content.pad_right(max(0, width - content.cell_length))
