"""What the tabs of the network have in common: what each shows, what its line keeps, and its commands."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.screen import Screen

from data.model import Profile, State
from data.verbs.network import profile
from screens.shell.line_and_page import LineAndPage
from screens.shell.part import Part
from widgets.capture_line import CaptureLine
from widgets.ledger import Chapter, Ledger


class Tab(Part):
    """One side of the network, as chapters on the page; with ``PLACEHOLDER`` there is a line to type on as well."""

    TITLE: ClassVar[str] = ""
    PLACEHOLDER: ClassVar[str] = ""

    def __init__(self, screen: Screen[None]) -> None:
        super().__init__(screen)
        self.lined = LineAndPage(screen)

    @property
    def state(self) -> State:
        """What the network holds."""
        return self.house.state

    @property
    def profile(self) -> Profile:
        """The network's own record."""
        return profile(self.state)

    @property
    def chosen(self) -> str:
        """The id of the chosen line of the page."""
        return self.lined.page.chosen

    @property
    def hidden(self) -> bool:
        """Whether the room is watching."""
        return self.house.looking_along

    def reveal(self, id_: str) -> None:
        """Choose a line of the page, also one that was just made."""
        self.screen.query_one(Ledger).show(self.chapters())
        self.lined.page.choose(id_)

    def chapters(self) -> list[Chapter]:
        """What the page shows."""
        return []

    def hint(self) -> Content | str:
        """What stands below the page: of what is chosen, or what to do."""
        return ""

    def keep(self) -> None:
        """Keep what the line says."""

    def pasted(self, event: CaptureLine.Pasted) -> None:
        """Several lines were pasted in the line."""
        del event
