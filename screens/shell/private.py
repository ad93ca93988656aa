"""Sheets that are not for the room: they go away as soon as it looks along again."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.app import App
from textual.screen import ModalScreen

MARK = "-not-for-the-room"

Sheet = TypeVar("Sheet", bound=ModalScreen[Any])


def not_for_the_room(sheet: Sheet, *, private: bool = True) -> Sheet:
    """The sheet, marked when it shows what the room should not read."""
    return sheet.set_class(private, MARK)


def put_away(app: App[Any]) -> None:
    """Leave every sheet that is not for the room, with what lies on top of it; what was typed in one is kept."""
    while any(screen.has_class(MARK) for screen in app.screen_stack):
        sheet = app.screen
        keep = getattr(sheet, "action_keep", None) if sheet.has_class(MARK) else None
        if keep is None:
            sheet.dismiss(None)
        else:
            keep()
