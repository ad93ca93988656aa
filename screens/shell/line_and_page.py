"""A screen with one line to type in and one page to walk through."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import Static

from data.i18n import N_, _
from screens.shell.screen import ActivityScreen, focus_first
from widgets.capture_line import CaptureLine
from widgets.command import Command
from widgets.page import Page

TO_PAGE: Command[LinedScreen] = Command(
    lambda screen: screen.action_other(), N_("List"), N_("To the list, where letters are commands"), ("escape",), 50
)
TO_LINE: Command[LinedScreen] = Command(
    lambda screen: screen.action_other(), N_("Line"), N_("Back to the line"), ("escape",), 50
)


class LinedScreen(ActivityScreen):
    """The line has the focus; Esc goes to the page, where letters are commands, and back."""

    LINE_KEYS: ClassVar[tuple[Command[Any], ...]] = (TO_PAGE,)
    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = (TO_LINE,)

    def compose_line(self, placeholder: str) -> ComposeResult:
        """The line at the bottom, with what it holds behind it."""
        with Horizontal(classes="capture"):
            yield Static("› ", classes="prompt", markup=False)
            yield CaptureLine("line", placeholder=placeholder, id="line")
            yield Static(id="aside", classes="aside", markup=False)

    @property
    def line(self) -> CaptureLine:
        """The line that is typed in."""
        return self.query_one("#line", CaptureLine)

    @property
    def page(self) -> Page:
        """The page above it."""
        return self.query_one(Page)

    def on_mount(self) -> None:
        """Begin in the line; Textual calls that of ``KringScreen`` as well."""
        self.line.focus()

    async def enter_line(self) -> None:
        """Keep what the line says; it is empty afterwards, unless that was refused."""

    def line_kind(self) -> str:
        """What a line is kept as, in a word."""
        return ""

    @on(CaptureLine.Pasted, "#line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        self.offer_pasted(event)

    def offer_pasted(self, event: CaptureLine.Pasted) -> None:
        """Show what pasted lines will become, and keep them when it is agreed with."""
        from screens.dialogs.paste import PasteSheet, keep_each

        def keep(lines: list[str] | None) -> None:
            self.run_worker(keep_each(self.line, lines, self.enter_line))

        self.app.push_screen(PasteSheet(event, (), _("{n} lines, each kept on its own"), self.line_kind()), keep)

    def put(self, id_: str, content: Content | str) -> None:
        """Show this in one of the screen's own places."""
        self.query_one(f"#{id_}", Static).update(content if isinstance(content, Content) else Content(content))

    def action_other(self) -> None:
        """From the line to the page, or back."""
        (self.page if self.line.has_focus else self.line).focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Other keys count now."""
        del event
        self.show_bars()

    def toggle_room(self) -> None:
        """In the room view the arrows scroll what does not fit; after it the line has the focus again."""
        super().toggle_room()
        if self.in_room:
            focus_first(self, VerticalScroll)
        else:
            self.line.focus()
