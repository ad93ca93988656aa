"""The programme of the session: what is now, what is next, and one key to each activity."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.base import KringScreen
from screens.standing import title


class ProgrammeScreen(KringScreen):
    """A list of activities; Enter goes there."""

    def compose_work(self) -> ComposeResult:
        """The list."""
        yield OptionList(markup=False)

    def show_data(self) -> None:
        """Draw the activities."""
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(Content(title(activity)), id=activity.id) for activity in self.house.programme])

    @on(OptionList.OptionSelected)
    def _go(self, event: OptionList.OptionSelected) -> None:
        self.house.go(event.option_id or "programme")
