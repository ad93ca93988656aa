"""Pages one below the other: each ends with something whole and a free line, so that nothing is cut at its foot.

What may be cut after all is cut where a page would otherwise leave several lines free under its foot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.i18n import _
from widgets.page import FOOT, LEAD, LOW, TOLD, WHOLE

CLEAR = TOLD - FOOT
"""Lines of air above what is told of what stands below: here that has the row of the foot."""


class Row(NamedTuple):
    """A line; with whether it goes on in the next, and whether it is a heading that a column may begin with.

    One that goes on and is ``cut`` may still be the last of a page that is otherwise not filled.
    """

    said: Content
    goes_on: bool = False
    heads: bool = False
    cut: bool = False


def whole(part: Iterable[Content], *, cut: bool = False) -> list[Row]:
    """Lines that stay together, or may be ``cut`` where a page is otherwise not filled."""
    rows = list(part)
    return [Row(row, goes_on=number < len(rows), cut=cut) for number, row in enumerate(rows, start=1)]


def column(rows: list[Row], height: int, *, before_headings: bool = False) -> list[Content]:
    """Take the lines of one column of a page: the last stays free, and it ends with something whole, where that fits.

    Where more follows, a high one leaves a line of air above that too, when few lines go on to the next for it. It ends
    ``before_headings`` of its lower half, and what follows does not begin with a blank.
    """
    end = most = max(1, height - FOOT)
    if end < len(rows):
        end = _whole_at(rows, most)
        airy = _whole_at(rows, most - CLEAR) if height >= LOW else end
        end = airy if end - airy <= WHOLE else end
        end = _filled(rows, end, most - CLEAR) if most - end > CLEAR else end
        lower = range(most, height // 2, -1) if before_headings else ()
        end = next((place for place in lower if rows[place].heads), end)
    taken = [row.said for row in rows[:end]]
    while end < len(rows) and not rows[end].said.plain.strip():
        end += 1
    del rows[:end]
    return taken


def _whole_at(rows: Sequence[Row], most: int) -> int:
    """So many of at most so many lines end with something whole, or all of them where nothing does."""
    return next((place for place in range(most, 0, -1) if not rows[place - 1].goes_on), most)


def _filled(rows: Sequence[Row], end: int, most: int) -> int:
    """Where something is cut rather than that so many lines stay free: as far down as there is something to cut."""
    return next((place for place in range(most, end, -1) if rows[place - 1].cut), end)


def paged(rows: Sequence[Row], height: int, *, above: int = 0) -> list[Content]:
    """The lines of pages of so many; on the first so many stand ``above`` them. What fits on that is left as it is."""
    left, first = list(rows), height - above
    if height < 1 or len(left) <= first:
        return [row.said for row in left]
    lines: list[Content] = []
    while left:
        room = height if lines else max(1, first)
        taken = column(left, room)
        lines += [*taken, *[Content("")] * (room - len(taken))]
    return lines


class Footed(VerticalScroll):
    """What scrolls page by page; a row that stays free at its foot says that more stands below.

    As on every page it stands one line of air below what is in sight, and not where the next page begins.
    """

    DEFAULT_CSS = """
    Footed > .foot { dock: bottom; height: 1; width: 1fr; margin: 0 1 0 0; background: $background; color: $muted; }
    """

    _blank: Sequence[bool] = ()
    """Of each line of what it holds, whether it is blank."""

    def compose(self) -> ComposeResult:
        """The foot, behind what it holds."""
        foot = Static(classes="foot", markup=False)
        foot.display = False
        yield foot

    def told_below(self, line: int) -> str:
        """What stands from this line on."""
        del line
        return _("more below")

    def foot_for(self, text: Content, *, above: int = 0) -> None:
        """Have a foot where this text, wrapped already, does not fit below so many lines."""
        self._blank = [False] * above + [not line.strip() for line in text.plain.split("\n")]
        self.query_one(".foot").display = len(self._blank) > self.scrollable_content_region.height > 0
        self.call_after_refresh(self._tell)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say so for as long as more stands below."""
        super().watch_scroll_y(old_value, new_value)
        self._tell()

    def _tell(self) -> None:
        for foot in self.query(".foot").results(Static):
            foot.visible = self.scroll_y < self.max_scroll_y - FOOT  # which it adds itself
            top = int(self.scroll_y)
            line = top + self.scrollable_content_region.height - FOOT
            foot.update(LEAD.lstrip() + self.told_below(line))
            foot.styles.offset = (0, -max(0, _blanks(self._blank[top:line]) - CLEAR))


class Leaf(Footed):
    """What is read page by page, laid out anew for every size."""

    DEFAULT_CSS = """
    Leaf > .text { height: auto; width: 1fr; padding: 0 1 0 0; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._layout: Callable[[int, int], Content] = lambda _width, _height: Content("")

    def compose(self) -> ComposeResult:
        """The text, and its foot."""
        yield Static(classes="text", markup=False)
        yield from super().compose()

    def show(self, layout: Callable[[int, int], Content]) -> None:
        """Show from now on what this gives for a width and a height."""
        self._layout = layout
        self.on_resize()

    def on_resize(self) -> None:
        """Lay it out for this size."""
        width, height = self.scrollable_content_region.size
        if width:
            text = self._layout(width - 1, height)
            self.query_one(".text", Static).update(text)
            self.foot_for(text)

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Lay it out anew beside the scroll bar, which takes cells that were there before it came."""
        if shown:
            self.call_after_refresh(self.on_resize)


def _blanks(lines: Sequence[bool]) -> int:
    """How many lines are blank at the end of these."""
    return next((count for count, blank in enumerate(reversed(lines)) if not blank), 0)
