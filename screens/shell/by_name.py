"""Commands of the two screens whose methods are spread over classes, until each part holds its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from widgets.command import Command


@dataclass(frozen=True, slots=True)
class ByName:
    """A command of a screen that is still cut over several classes: its method by name, with one value for it."""

    name: str
    value: str | int | None = None

    def __call__(self, screen: Any) -> object:
        """Run it."""
        method = getattr(screen, f"action_{self.name}")
        return method() if self.value is None else method(self.value)


def by_name(action: str, label: str, help_: str, keys: tuple[str, ...], rank: int = 0) -> Command[Any]:
    """A command of such a screen."""
    name, _open, value = action.removeprefix("screen.").removesuffix(")").partition("(")
    plain: str | int | None = None if not value else int(value) if value.strip("-").isdigit() else value.strip("'")
    return Command(ByName(name, plain), label, help_, keys, rank, cannot=lambda screen: screen.why_not(action))
