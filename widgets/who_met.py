"""Who met whom: a square of people by people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

NEVER, ONCE, NOW, SELF = "□", "■", "◆", "·"


@dataclass(frozen=True, slots=True)
class Met:
    """Two letters of each person, how often each met each, who sit together now (pairs of places), and a legend.

    ``names`` say in full, beside a square that leaves room for all of them, who the letters are.
    """

    letters: tuple[str, ...] = ()
    counts: tuple[tuple[int, ...], ...] = ()
    now: frozenset[tuple[int, int]] = frozenset()
    legend: str = ""
    names: tuple[str, ...] = ()

    @property
    def anybody(self) -> bool:
        """Whether anybody met, or does now."""
        return bool(self.now) or any(map(any, self.counts))


def square(met: Met, width: int, height: int) -> list[Content]:
    """The square in so many columns and rows; what does not fit is left out, and an ellipsis says so."""
    people = len(met.letters)
    deep = max(map(len, met.letters), default=1)
    step = 2 if deep + 1 + 2 * people <= width else 1
    across = min(people, max(0, (width - deep - 1) // step))
    down = people if people + deep + (across < people) <= height else max(0, height - deep - 1)
    gap = " " * (step - 1)
    names = met.names if deep + 1 + step * people + max(map(cell_len, met.names), default=0) < width else ()
    head = [
        " " * (deep + 1) + gap.join(label[place : place + 1] or " " for label in met.letters[:across])
        for place in range(deep)
    ]
    lines: list[Content] = [Content.styled(row, "$muted") for row in head]
    for row in range(down):
        cells = [_cell(met, row, column, gap) for column in range(across)]
        name = (f" {names[row]}" if names else "", "$muted")
        lines.append(Content.assemble((met.letters[row].ljust(deep + 1), "$muted"), *cells, name))
    if down < people or across < people:
        lines.append(Content.styled("…", "$muted"))
    elif met.legend and len(lines) + 2 <= height:
        lines += [Content(), Content.styled(met.legend, "$muted").truncate(width, ellipsis=True)]
    return lines


def _cell(met: Met, row: int, column: int, gap: str) -> tuple[str, str]:
    if row == column:
        return SELF + gap, "$foreground"
    times = met.counts[row][column]
    if (min(row, column), max(row, column)) in met.now:
        return NOW + gap, "$accent"
    if times > 1:
        return f"{min(times, 9)}{gap}", "bold $attention"
    return (ONCE + gap, "$foreground") if times else (NEVER + gap, "$muted")


def legible(names: Sequence[str]) -> tuple[str, ...]:
    """Initials for each name; where two have the same, with more letters of the last word."""
    found = [_initials(name.split(), 1) for name in names]
    for letters in range(2, 4):
        double = {label for label, times in Counter(found).items() if times > 1}
        found = [
            _initials(name.split(), letters) if label in double else label
            for name, label in zip(names, found, strict=True)
        ]
    return tuple(found)


def _initials(words: list[str], letters: int) -> str:
    """Two letters at least, also of a name of one word."""
    if not words:
        return "  "
    return (words[0][0] + words[-1][:letters] if len(words) > 1 else words[0][: letters + 1]).ljust(2)


class WhoMet(Widget):
    """The square, as far as its place allows."""

    DEFAULT_CSS = """
    WhoMet { height: 1fr; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._met = Met()

    def show(self, met: Met) -> None:
        """Show who met whom."""
        if met != self._met:
            self._met = met
            self.refresh(layout=True)

    def render(self) -> Content:
        """The square in the present place."""
        return Content("\n").join(square(self._met, *self.size))
