"""A line that is typed is added, unless the same stands there already: then that is said."""

from __future__ import annotations

from data.model import Said
from data.network import Applied
from screens.shell.house import House


def is_new(house: House, done: Applied | None, there: Said) -> bool:
    """Whether something was added; where it is ``there`` already that is said, and what was typed stays in its line."""
    if done is None:
        return False
    new = bool(done.change.puts or done.change.drops)
    if not new:
        house.warn(there)
    return new
