"""How a sheet gives its answer, and hears whether that could be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from data.model import Said

if TYPE_CHECKING:
    from textual.screen import Screen

    from screens.shell.house import House

Then = Callable[[str | None], None]
"""What whoever asked does with an answer."""


def answer(sheet: Screen[str | None], typed: str, refused: Callable[[Said, Then], object]) -> None:
    """Leave the sheet with what was typed; ``refused`` hears why it could not be used, and who had asked."""
    result, house = sheet._result_callbacks[-1], cast("House", sheet.app)
    if result.callback is not None:
        then = cast("Then", result.callback)

        def hear(given: str | None) -> None:
            then(given)
            if (why := house.refused) is not None:
                refused(why, then)

        result.callback = hear
    house.refused = None
    sheet.dismiss(typed)
