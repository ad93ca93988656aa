"""The line at the bottom where a person types what the room says."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Input

from data import text
from widgets.keys import digits

LEAST = 8
"""In a line of fewer cells no sign says that there is more: it would take the place of what is typed."""


class CaptureLine(Input):
    """A single line that keeps what is typed: as a draft, over a paste, and back again with Ctrl+Z and Ctrl+Y.

    ``draft`` names the line, so that its screen can keep and restore it. With ``numbers`` the AZERTY row gives digits
    and a letter is refused.
    A line with ``asleep`` asks nothing while it has no focus: it says that instead, the way to it.
    """

    DEFAULT_CSS = """
    CaptureLine, CaptureLine:focus {
        height: 1; border: none; padding: 0; background: $surface; color: $foreground; width: 1fr;
    }
    CaptureLine > .input--placeholder { color: $muted; text-style: italic; }
    CaptureLine > .input--suggestion { color: $muted; text-style: italic; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "typing('back')", show=False),
        Binding("ctrl+y", "typing('again')", show=False),
    ]

    many = False
    """Whether its screen offers to keep several pasted lines one by one; otherwise they become one line."""

    offers: Callable[[str], str] | None = None
    """Given what is typed, the whole line that → writes out, or "": the rest of it stands grey behind the cursor."""

    asleep: reactive[str] = reactive("")
    ahead: reactive[str] = reactive("")
    """A letter that was typed outside the line, and is for it when another one follows."""

    class Pasted(Message):
        """Several lines were pasted into a line with ``many``; nothing was typed yet.

        ``text`` is all that was pasted, ``lines`` what can be kept of it; ``left`` counts the lines beyond what may be
        pasted at once, and ``cut`` those that are longer than a line may be.
        """

        def __init__(self, line: CaptureLine, text: str, lines: list[str], left: int, cut: int) -> None:
            super().__init__()
            self.line = line
            self.text = text
            self.lines = lines
            self.left = left
            self.cut = cut

        @property
        def control(self) -> CaptureLine:
            """The line that was pasted into."""
            return self.line

    class Joined(Message):
        """So many pasted lines became one line."""

        def __init__(self, line: CaptureLine, count: int) -> None:
            super().__init__()
            self.line = line
            self.count = count

    class Cut(Message):
        """What was pasted was longer than is kept, and was cut at ``limit`` characters; ``lost`` counts the others."""

        def __init__(self, line: CaptureLine, limit: int, lost: int) -> None:
            super().__init__()
            self.line = line
            self.limit = limit
            self.lost = lost

    class NoNumber(Message):
        """A letter was typed where a number is asked."""

    def __init__(
        self,
        draft: str,
        *,
        placeholder: str = "",
        numbers: bool = False,
        limit: int = text.LINE_LIMIT,
        between: str = " ",
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, id=id, classes=classes, max_length=limit, select_on_focus=False)
        self.draft = draft
        self.numbers = numbers
        self.between = between
        """What stands between lines that are pasted into this one: where several things go in, what parts these."""
        self.entered = False
        """Whether Enter was pressed on what stands here: when it is refused, it is selected to be typed over."""
        self._typed: list[str] = []
        self._undone: list[str] = []
        self._undoing = False
        self._waits: Callable[[], bool] = _nothing

    def watch_value(self, before: str, after: str) -> None:
        """Remember what stood here, for Ctrl+Z."""
        self.entered = False
        self.remove_class("-faulty")
        self.offer()
        if self.numbers and (plain := digits(after)) != after:
            self.value = plain
            return
        if not self._undoing and before != after:
            self._typed.append(before)
            del self._typed[:-500]
            self._undone.clear()

    def restore(self, value: str) -> None:
        """Put back a draft; what stood before is not something to return to."""
        self.value = text.line(value, self.max_length or text.LINE_LIMIT)
        self.cursor_position = len(self.value)
        self._typed.clear()
        self._undone.clear()

    def stand_behind(self, waits: Callable[[], bool]) -> None:
        """Something else was taken back after this typing: as long as it ``waits`` to be made again, that is first."""
        if self._undone and not self._waits():
            self._waits = waits

    def type_over(self, value: str) -> None:
        """Put this in place of what stands here, as if it was typed: Ctrl+Z brings that back."""
        self.value = value
        self.cursor_position = len(value)

    def take(self) -> str:
        """The typed line, clean; the line is empty afterwards."""
        typed = text.line(self.value, self.max_length or text.LINE_LIMIT)
        self.restore("")
        return typed

    def watch_has_focus(self, has_focus: bool) -> None:
        """What was offered is offered again: the focus took it away."""
        super().watch_has_focus(has_focus)
        self.offer()

    def offer(self) -> None:
        """Look again what is offered: what was said, or of which kind, may have changed."""
        self._suggestion = self.offers(self.value) if self.offers else ""

    @property
    def offered(self) -> str:
        """The whole line that → writes out now; empty when nothing is offered."""
        return self._suggestion

    @property
    def shown(self) -> str:
        """What is seen of the line."""
        return "•" * len(self.value) if self.password else self.value

    def render_line(self, y: int) -> Strip:
        """Without the focus: what is typed, quiet, and the way to the line."""
        if self.has_focus or not self.asleep:
            return _with_ends(self, super().render_line(y))
        typed = self.shown
        way = f"{self.ahead}…   {self.asleep}" if self.ahead else self.asleep
        width, style = self.scrollable_content_region.width, self.get_component_rich_style("input--placeholder")
        style += Style(italic=False)  # it is no example
        strip = Strip([Segment(typed)]).crop(0, max(0, width - cell_len(way) - 3))
        gap = [Segment("   ")] if typed else []
        strip = Strip([*strip, *gap, Segment(way)])
        return strip.apply_style(style).crop(0, width).extend_cell_length(width).apply_style(self.rich_style)

    def restricted(self) -> None:
        """A letter beyond what the line holds is told."""
        if len(self.value) >= (self.max_length or text.LINE_LIMIT):
            self.post_message(self.Cut(self, self.max_length or text.LINE_LIMIT, 1))
        else:
            super().restricted()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """With no text to undo, Ctrl+Z is left to the last change, and Ctrl+Y with none to redo.

        With nothing copied, Ctrl+V is left to who tells how.
        """
        if action == "typing":
            back = parameters != ("again",)
            return bool(self.value and self._typed) if back else bool(self._undone) and not self._waits()
        if action == "paste":
            return bool(self.app.clipboard)
        return super().check_action(action, parameters)

    def action_typing(self, way: str) -> None:
        """Take the last bit of typing ``back``, or type ``again`` what was taken back last."""
        source, other = (self._typed, self._undone) if way == "back" else (self._undone, self._typed)
        if not self._undone:
            self._waits = _nothing  # what is taken back now is the last of all
        other.append(self.value)
        self._undoing = True
        try:
            self.value = source.pop()
            self.cursor_position = len(self.value)
        finally:
            self._undoing = False

    async def action_submit(self) -> None:
        """Remember that this was entered."""
        self.entered = True
        await super().action_submit()

    async def _on_key(self, event: Key) -> None:
        """A joiner is typed like a letter, though it is not seen: it belongs to the emoji or the word around it."""
        if event.character and event.character in text.JOINERS:
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(event.character)
            return
        if self.numbers and event.is_printable and digits(event.character or "").isalpha():
            event.stop()
            event.prevent_default()
            self.post_message(self.NoNumber())
            return
        await super()._on_key(event)

    def action_cursor_left(self, select: bool = False) -> None:
        """Step over what a person takes for one character."""
        for _ in range(self._behind() if select or self.selection.is_empty else 1):
            super().action_cursor_left(select)

    def action_cursor_right(self, select: bool = False) -> None:
        """Step over what a person takes for one character; at the end take the suggestion."""
        for _ in range(self._ahead() if select or self.selection.is_empty else 1):
            super().action_cursor_right(select)

    def action_delete_left(self) -> None:
        """Take away what a person takes for one character."""
        if self.selection.is_empty:
            self.delete(max(0, self.cursor_position - self._behind()), self.cursor_position)
        else:
            super().action_delete_left()

    def action_delete_right(self) -> None:
        """Take away what a person takes for one character."""
        if self.selection.is_empty:
            self.delete(self.cursor_position, self.cursor_position + self._ahead())
        else:
            super().action_delete_right()

    def _behind(self) -> int:
        return len((text.pieces(self.value[: self.cursor_position]) or [" "])[-1])

    def _ahead(self) -> int:
        return len((text.pieces(self.value[self.cursor_position :]) or [" "])[0])

    def action_paste(self) -> None:
        """Paste what was copied here, as if the terminal did."""
        self._on_paste(Paste(self.app.clipboard))

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        limit = self.max_length or text.LINE_LIMIT
        every = text.lines(event.text, most=len(event.text), limit=len(event.text))
        if len(every) > 1 and self.many:
            kept = [text.line(each, limit) for each in every[: text.PASTE_LINES]]
            cut = sum(len(each) > limit for each in every[: text.PASTE_LINES])
            self.post_message(self.Pasted(self, event.text, kept, len(every) - len(kept), cut))
        elif every:
            self._insert(self.between.join(every), limit)
            if len(every) > 1:
                self.post_message(self.Joined(self, len(every)))

    def _insert(self, pasted: str, limit: int) -> None:
        """Put a text where the cursor is, as far as it fits; what does not is told."""
        room = max(0, limit - len(self.value))
        self.insert_text_at_cursor(pasted[:room])
        if len(pasted) > room:
            self.post_message(self.Cut(self, limit, len(pasted) - room))


def _nothing() -> bool:
    """Nothing waits to be made again."""
    return False


MORE = "…"
"""Stands where a line goes on out of sight."""


def _with_ends(line: CaptureLine, strip: Strip) -> Strip:
    """What is seen of a line, with a sign at an end behind which there is more, unless the cursor stands there."""
    width = line.scrollable_content_region.width
    asked = "" if line.value else line.placeholder
    if width < LEAST or cell_len(asked or line.shown) <= width:
        return strip
    if asked:  # it would be folded, and its first line alone be seen
        style = line.get_component_rich_style("input--placeholder")
        first = line.get_component_rich_style("input--cursor") if line.has_focus and line._cursor_visible else Style()
        strip = Strip([Segment(asked[:1], style + first), Segment(asked[1:], style)]).apply_style(line.rich_style)
    begins = 0 if asked else int(line.scroll_offset.x)
    cursor = line._cursor_offset - begins if line.has_focus else -1
    sign = Strip([Segment(MORE, line.get_component_rich_style("input--placeholder") + Style(italic=False))])
    sign = sign.apply_style(line.rich_style)
    if begins and cursor != 0:
        strip = Strip.join([sign, strip.crop(1)])
    if cell_len(asked or line.shown) > begins + width and cursor != width - 1:
        strip = Strip.join([strip.crop(0, width - 1).extend_cell_length(width - 1), sign])
    return strip
