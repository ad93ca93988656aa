"""A command: the one place that says its key, its footer text, its palette entry and its help row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding
from textual.keys import format_key

from data.i18n import N_, _

MOST_IN_FOOTER = 6

KEY_NAMES = {
    "enter": N_("Enter"),
    "escape": N_("Esc"),
    "space": N_("Space"),
    "tab": N_("Tab"),
    "delete": N_("Del"),
    "backspace": N_("Backspace"),
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "left": "←",
    "right": "→",
}


@dataclass(frozen=True, slots=True)
class Command:
    """What a person can do with one key.

    ``label`` and ``help`` are message ids; ``keys`` are Textual keys, the first one is shown, and with none the
    command is in the palette alone. ``rank`` orders the
    footer, lowest first, and 0 keeps the command out of it. ``backstage`` commands are not shown while looking along;
    ``outside`` ones work without an open network. ``first`` ones come before whatever has the focus, in the order of
    the keys, so that what is typed right behind them goes where they lead.
    """

    action: str
    label: str
    help: str
    keys: tuple[str, ...]
    rank: int = 0
    backstage: bool = False
    outside: bool = False
    first: bool = False

    @property
    def key(self) -> str:
        """The shown key, as it stands on a keyboard; empty when only the palette has the command."""
        return key_name(self.keys[0]) if self.keys else ""

    @property
    def twins(self) -> str:
        """Every key of the command, as they stand on a keyboard."""
        return " · ".join(key_name(key) for key in self.keys)

    def binding(self) -> Binding:
        """The binding that runs the command."""
        return Binding(",".join(self.keys), self.action, self.label, show=False, priority=self.first)


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """The bindings of these commands, for a class's BINDINGS."""
    return [command.binding() for command in commands if command.keys]


def key_name(key: str) -> str:
    """A Textual key as it stands on a keyboard: ``ctrl+z`` is ^Z, ``f1`` is F1."""
    *modifiers, last = key.split("+")
    if last in KEY_NAMES:
        name = _(KEY_NAMES[last])
    elif last[1:].isdigit() or modifiers:
        name = last.upper()
    else:
        name = format_key(last)
    marks = {"ctrl": "^", "shift": "⇧", "alt": "Alt "}
    return "".join(marks.get(modifier, modifier) for modifier in modifiers) + name
