"""Where this window is: screens are made when they are first shown, kept, and thrown away together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import ModalScreen, Screen

from data.model import Activity
from data.verbs.network import current_session
from screens.shell.house import House
from screens.shell.places import OUTSIDE, PASSED_THROUGH, PLACES, screen_for
from tui.sheets import size_classes


class Places:
    """The screens of the application by place; ``opens`` is told which one is on its way to the front."""

    def __init__(self, app: House, opens: Callable[[Screen[Any]], None]) -> None:
        self._app = app
        self._opens = opens
        self._made: list[str] = []

    def go(self, place: str) -> None:
        """Show a place; an activity that is gone leads to the programme."""
        app = self._app
        if app.open_network is None:
            place = place if place in OUTSIDE else "home"
        elif place not in PLACES and app.state.find(Activity, place) is None:
            place = "programme"
        if place not in self._made:
            self._make(place)
        while len(app.screen_stack) > 1 and isinstance(app.screen, ModalScreen):
            app.pop_screen()
        if place != app.place:
            app.came_from, app.place = app.place, place
        if app.open_network is not None:
            self._follow(place)
        if len(app.screen_stack) == 1:
            app.push_screen(place)
        elif app.screen is not app.get_screen(place):
            app.switch_screen(place)
            self._opens(app.get_screen(place))

    def _make(self, place: str) -> None:
        screen = screen_for(place, self._app.state if self._app.open_network else None)
        # Styled for this size from the start, and not a second time once it hears of it.
        screen.add_class(*size_classes(*self._app.size))
        self._app.install_screen(screen, place)
        self._made.append(place)

    def _follow(self, place: str) -> None:
        """The bars and the programme follow the session whose activity is shown; the window begins there again."""
        app = self._app
        if activity := app.state.find(Activity, place):
            now = current_session(app.state)
            app.chosen_session = None if now and now.id == activity.session else activity.session
        if place not in OUTSIDE | PASSED_THROUGH:
            app.network.drafts.place = place
            app.together.at(place)

    def forget(self) -> None:
        """Take every screen away, so that the next ones are made anew."""
        app = self._app
        while len(app.screen_stack) > 1:
            app.pop_screen()
        for place in self._made:
            screen = app.get_screen(place)
            app.uninstall_screen(place)
            if screen.is_attached and screen is not app.screen:
                screen.remove()
        self._made.clear()
