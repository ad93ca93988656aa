"""A part of the screen of an activity: it finds the activity, the line and the page there, and has it drawn again."""

from __future__ import annotations

from data.model import Activity
from screens.shell.line_and_page import LineAndPage
from screens.shell.part import Part
from screens.shell.screen import KringScreen


class ActivityPart(Part):
    """One thing that can be done in the activity that a screen shows."""

    screen: KringScreen

    def __init__(self, screen: KringScreen) -> None:
        super().__init__(screen)
        self.lined = LineAndPage(screen)

    @property
    def _place(self) -> str:
        """The id of the activity."""
        return self.screen.place

    @property
    def _activity(self) -> Activity:
        return self.screen.activity

    def _show(self) -> None:
        """Draw what changed."""
        self.screen.show_data()
