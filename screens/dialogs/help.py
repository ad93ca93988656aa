"""Help: what this screen is for and every key that works here."""

from __future__ import annotations

from textwrap import wrap
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from data.i18n import _
from widgets.command import Command


class HelpScreen(ModalScreen[None]):
    """The keys of the place it was asked from, each with what it does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,q,enter", "dismiss", show=False)]

    def __init__(self, about: str, here: list[Command[Any]], everywhere: list[Command[Any]]) -> None:
        super().__init__()
        self.about = about
        self.here = here
        self.everywhere = everywhere

    def compose(self) -> ComposeResult:
        """One list that scrolls."""
        with VerticalScroll(classes="sheet") as sheet:
            sheet.can_focus = True
            yield Static(self._text(), markup=False)
        yield Static(_("Esc closes this"), classes="sheet-foot", markup=False)

    def _text(self) -> Content:
        both = [*self.here, *self.everywhere]
        keys = max(len(command.twins) for command in both)
        labels = max(len(_(command.label)) for command in both)
        # The sheet is nine tenths of the screen and at most a hundred columns; its edge and air take eight.
        room = min(100, self.app.size.width * 9 // 10) - 8
        parts: list[Content] = []
        if self.about:
            parts += [Content.styled(_(self.about), "$foreground"), Content("")]
        for heading, commands in ((_("Here"), self.here), (_("Everywhere"), self.everywhere)):
            if commands:
                parts.append(Content.styled(heading, "bold $muted"))
                parts += [_row(command, keys, labels, room) for command in commands]
                parts.append(Content(""))
        return Content("\n").join(parts)


def _row(command: Command[Any], keys: int, labels: int, room: int) -> Content:
    """Key, name and what it does; a long sentence goes on below its beginning."""
    first, *more = wrap(_(command.help), max(20, room - keys - labels - 6)) or [""]
    rows = [
        Content.assemble(
            (f"  {command.twins.ljust(keys)}  ", "bold"),
            (f"{_(command.label).ljust(labels)}  ", "$foreground"),
            (first, "$muted"),
        )
    ]
    rows += [Content.styled(" " * (keys + labels + 6) + line, "$muted") for line in more]
    return Content("\n").join(rows)
