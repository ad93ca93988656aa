"""Keys and pastes one at a time: the next one waits until the one before it has done all that it does.

Textual hands a key to the widget that has the focus now, while what the key before it does (open a screen, move the
focus, take a line) may still be on its way. Somebody who types fast would see letters land on the screen behind,
or in the line that was just kept. Here a key or a paste that comes too early is kept for a moment.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

ROUNDS = 4
"""A message follows the key from widget to widget up to the application, and others what the key set off: a dialog that
goes away calls who asked, and who asked moves the focus once its screen is in front."""

TYPED = 2
"""A letter that is typed into a line sets nothing else off than what the line says of it: half of that is enough."""

BEAT, PATIENCE = 0.5, 6
"""After so many beats of so many seconds in which nothing moved, a key waits no longer: the widget that the one before
was for may be gone for good. Beats are counted, not seconds, since a busy laptop moves nothing and beats not either."""


class Settled(Message):
    """Has come up the whole way that a key goes; ``turn`` is the number of that key."""

    def __init__(self, turn: int, left: int) -> None:
        super().__init__()
        self.turn = turn
        self.left = left


class InOrder:
    """Hands the keys and pastes of an application on, strictly one after the other.

    ``deliver`` is how it handles an event; ``before`` is called when the turn of a key has come, and says
    whether nobody is to get it.

    The application gives it every key and every paste (`take`), every `Settled` that comes up to it (`settled`), and
    every screen that is on its way to the front (`opens`).
    """

    def __init__(
        self, app: App[Any], deliver: Callable[[Event], Awaitable[None]], before: Callable[[Key], bool]
    ) -> None:
        self._app = app
        self._deliver = deliver
        self._before = before
        self._waiting: list[Key | Paste] = []
        self._turn = 0
        self._busy = False
        self._beats = 0
        self._opening: Screen[Any] | None = None
        self._held = False

    async def take(self, key: Key | Paste) -> None:
        """Hand on a key or a paste, or keep it until its turn."""
        if self._waiting or self._busy:
            self._waiting.append(key)
            if len(self._waiting) == 1:
                self._beats = 0
                self._app.set_timer(BEAT, partial(self._beat, self._turn))
        else:
            await self._handle(key)

    async def _beat(self, turn: int) -> None:
        """Nobody waits forever for a widget that is gone."""
        if not self._waiting:
            return
        self._beats = self._beats + 1 if turn == self._turn else 0
        if self._beats >= PATIENCE:
            self._opening = None
            await self._release()
        self._app.set_timer(BEAT, partial(self._beat, self._turn))

    async def _handle(self, key: Key | Paste) -> None:
        self._turn += 1
        self._busy, self._held = True, False
        refused = isinstance(key, Key) and self._before(key)
        typed = isinstance(key, Key) and key.is_printable and isinstance(self._app.focused, Input)
        if not refused:
            await self._deliver(key)
        self._follow(TYPED if typed else ROUNDS)

    def _follow(self, left: int) -> None:
        (self._app.focused or self._app.screen).post_message(Settled(self._turn, left - 1))

    async def settled(self, event: Settled) -> None:
        """What the key did is done, or the next round of it begins."""
        if event.turn != self._turn:
            return
        if event.left:
            self._follow(event.left)
        elif self._opening is self._app.screen:
            self._held = True
        else:
            await self._release()

    async def _release(self) -> None:
        self._busy, self._held = False, False
        if self._waiting:
            await self._handle(self._waiting.pop(0))

    # -- screens on their way

    def opens(self, screen: Screen[Any]) -> None:
        """A screen is on its way to the front: keys wait until it is there."""
        self._opening = screen
        screen.call_after_refresh(self._opened, screen)

    async def _opened(self, screen: Screen[Any]) -> None:
        if self._opening is screen:
            self._opening = None
            if self._held:
                # Its first focus is on its way too.
                self._follow(1)
