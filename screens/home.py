"""Home: go on with a network, begin a new one, or look at the demo."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from screens.base import KringScreen


class HomeScreen(KringScreen):
    """To be made."""

    def compose_work(self) -> ComposeResult:
        """One line."""
        yield Static("kring", markup=False)
