"""What is typed while a question stands before a line: it is for that line, and answers nothing."""

from __future__ import annotations

from textual.content import Content
from textual.events import Key

from data.i18n import _
from widgets.capture_line import CaptureLine


class TypedOn:
    """Gives letters to the line behind a question; ``apart`` is what stands between what it holds and the first one."""

    def __init__(self, line: CaptureLine, apart: str = "") -> None:
        self._line = line
        self._apart = apart
        self._before = line.value
        self.any = False
        """Whether something was typed: then digits and signs belong to it too."""

    def takes(self, event: Key) -> bool:
        """Whether this key was typed for the line, which has it then."""
        if event.is_printable and event.character:
            apart = "" if self.any else self._apart
            if not self.any:  # Behind all that the line holds: its cursor is not in sight.
                self._line.cursor_position = len(self._line.value)
            self._line.insert_text_at_cursor(apart + event.character)
            self.any = True
        elif event.key == "backspace" and self.any:
            self._line.action_delete_left()
            if self._line.value == self._before + self._apart:
                self._line.restore(self._before)
                self.any = False
        else:
            return False
        event.stop()
        event.prevent_default()
        return True

    @property
    def said(self) -> Content:
        """What stands on the line beyond what was entered, and that it stays there."""
        typed = self._line.value.removeprefix(self._before + self._apart) if self._apart else self._line.value
        return Content.assemble("\n› ", typed, ("   " + _("stays on the line"), "$muted")) if self.any else Content()
