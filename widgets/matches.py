"""The people that a few typed letters may mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget

from data.i18n import _


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody who may be meant; ``note`` says how they are, or what Enter does."""

    id: str
    name: str
    note: str = ""


class Matches(Widget):
    """One line of names, or with ``tall`` a short list; the chosen one is lifted by the accent.

    When there are none, it shows the sentence that came with them.
    """

    DEFAULT_CSS = """
    Matches {
        height: auto; min-height: 1; max-height: 2; width: 1fr; padding: 0 1;
        background: $panel; color: $foreground;
    }
    Matches.-empty { background: transparent; }
    Matches.-tall { height: 7; max-height: 7; background: transparent; padding: 1 0 0 0; }
    """

    def __init__(self, *, tall: bool = False, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes="-tall" if tall else None)
        self._tall = tall
        self._found: Sequence[Match] = ()
        self._otherwise = Content("")
        self._place = 0

    def show(self, found: Sequence[Match], otherwise: Content | None = None) -> None:
        """Show these people, the first one chosen; or the sentence when there are none."""
        if [match.id for match in found] != [match.id for match in self._found]:
            self._place = 0
        # A sentence may need two lines, names never do.
        grows = not self._tall and not (found and self._found)
        self._found, self._otherwise = found, otherwise or Content("")
        self.set_class(not found and not self._otherwise, "-empty")
        self.refresh(layout=grows)

    @property
    def chosen(self) -> str:
        """The id of who is meant now; empty when nobody is."""
        return self._found[self._place].id if self._found else ""

    def move(self, by: int) -> None:
        """Choose another, round and round."""
        if self._found:
            self._place = (self._place + by) % len(self._found)
            self.refresh()

    def render(self) -> Content:
        """The names, as many as fit."""
        if not self._found:
            return self._otherwise
        return self._list() if self._tall else self._row()

    def _row(self) -> Content:
        """From the chosen one on, whole names only, and how many more there are."""
        width = max(10, self.content_size.width)
        order = [*self._found[self._place :], *self._found[: self._place]]
        row = Content("")
        for number, match in enumerate(order):
            shown = Content(match.name) if number else self._lifted(match)
            rest = len(order) - number - 1
            if number and row.cell_length + shown.cell_length + 2 + (6 if rest else 0) > width:
                return Content.assemble(row, (f"  +{rest + 1}", "$muted"))
            row = Content.assemble(row, "  ", shown) if number else shown
        return row.truncate(width, ellipsis=True)

    def _list(self) -> Content:
        height = max(1, self.content_size.height)
        top = max(0, min(self._place - height + 1, len(self._found) - height))
        width = max(match_width(match) for match in self._found) + 2
        rows = []
        for place, match in enumerate(self._found[top : top + height], start=top):
            lifted = place == self._place
            name = Content(f" {match.name} ")
            name = name.pad_right(max(0, width - name.cell_length))
            rows.append(
                Content.assemble(
                    name.stylize("bold $on-accent on $accent") if lifted else name, (f"  {match.note}", "$muted")
                ).truncate(max(10, self.content_size.width), ellipsis=True)
            )
        return Content("\n").join(rows)

    def _lifted(self, match: Match) -> Content:
        """Whom Enter takes, and which of several it is."""
        several, place = len(self._found), self._place + 1
        which = _("{n} of {base}").format(n=place, base=several) + " ↑↓" if several > 1 else ""
        said = " · ".join(filter(None, (match.note, which)))
        name = Content.styled(f" {match.name} ", "bold $on-accent on $accent")
        return Content.assemble(name, (f" {said}", "$muted")) if said else name


def match_width(match: Match) -> int:
    """The cells a name takes."""
    return Content(match.name).cell_length
