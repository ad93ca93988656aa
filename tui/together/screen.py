"""Sharing and joining from the command line, on a screen: what ``kring share`` and ``kring join`` open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.open import show

if TYPE_CHECKING:
    from screens.network.together import TogetherScreen
    from screens.shell.house import House


def share(path: Path, at: tuple[str, int] | None, name: str) -> int:
    """Open the app on this file, where others are let in: at once at this address, or at the one that is chosen."""

    def let_in(screen: TogetherScreen) -> None:
        if at is not None:
            screen.sharing.begin_at(*at)

    return show(path, then=partial(_there, name, let_in))


def join(code: str, path: Path | None, name: str) -> int:
    """Open the app where a copy of another laptop's network is made, and go on with that; without a code of whose."""

    def work_along(screen: TogetherScreen) -> None:
        if code:
            screen.sharing.join_with(code, path)
        else:
            screen.sharing.join_near(path)

    return show(None, then=partial(_there, name, work_along))


def _there(name: str, then: Callable[[TogetherScreen], None], house: House) -> None:
    """Do this at the place of working together."""
    from screens.network.together import TogetherScreen

    if name:
        house.keep_settings(laptop=name)
    house.go("together")
    screen = house.get_screen("together")
    if isinstance(screen, TogetherScreen) and house.place == "together":
        screen.call_after_refresh(then, screen)
