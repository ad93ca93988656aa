"""A command: the one place that says what runs, why it cannot, its key, footer text, palette entry and help row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

import msgspec
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.dom import DOMNode
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


Owner_contra = TypeVar("Owner_contra", contravariant=True)


def nothing_against(owner: object) -> None:
    """A command that can always run."""
    del owner


class Command(msgspec.Struct, Generic[Owner_contra], frozen=True):
    """What a person can do with one key.

    ``run`` does it, given whom the command belongs to: a screen, a part of one, a widget or the application; it may
    return an awaitable. ``cannot`` says why it cannot run now, in the person's language, or None when it can.
    ``label`` and ``help`` are message ids; ``keys`` are Textual keys, the first one is shown, and with none the
    command is in the palette alone. ``rank`` orders the
    footer, lowest first, and 0 keeps the command out of it. ``outside`` ones work without an open network. ``first``
    ones come before whatever has the focus, in the order of the keys, so that what is typed right behind them goes
    where they lead. ``kept`` ones stand at the end of every footer, however little room there is. ``numbered`` ones ask
    something that is answered with a digit: when they cannot run, the digits behind them mean nothing else.
    """

    run: Callable[[Owner_contra], object]
    label: str
    help: str
    keys: tuple[str, ...]
    rank: int = 0
    outside: bool = False
    first: bool = False
    kept: bool = False
    numbered: bool = False
    cannot: Callable[[Owner_contra], str | None] = nothing_against

    @property
    def key(self) -> str:
        """The shown key, as it stands on a keyboard; empty when only the palette has the command."""
        return key_name(self.keys[0]) if self.keys else ""

    @property
    def twins(self) -> str:
        """Every key of the command, as they stand on a keyboard."""
        return " · ".join(key_name(key) for key in self.keys)


class Bound(msgspec.Struct, frozen=True):
    """A command together with whom it belongs to."""

    command: Command[Any]
    owner: object

    @property
    def reason(self) -> str | None:
        """Why it cannot run now; None when it can."""
        return self.command.cannot(self.owner)

    async def run(self) -> None:
        """Do it."""
        done = self.command.run(self.owner)
        if isawaitable(done):
            await done


def bindings(commands: Iterable[Command[Any]]) -> list[BindingType]:
    """The bindings of these commands: each key asks its node which command that is now."""
    first: dict[str, bool] = {}
    for command in commands:
        for key in command.keys:
            # In a line a sign is text, whatever it means outside one.
            first[key] = first.get(key, False) or (command.first and len(format_key(key)) > 1)
    return [Binding(key, f"command({key!r})", show=False, priority=priority) for key, priority in first.items()]


def handed_on(*keys: str) -> list[BindingType]:
    """Bindings for a widget that leaves these keys of its own to the screen's commands."""
    return [Binding(key, f"screen.command({key!r})", show=False) for key in keys]


# For Textual a style sheet's type names follow from the first base that is a node: a mixin must not be one.
if TYPE_CHECKING:
    _Node = DOMNode
else:
    _Node = object


class Commanding(_Node):
    """A widget, screen or application with commands: its bindings follow from them."""

    KEYS: ClassVar[tuple[Command[Any], ...]] = ()
    """Its commands, wherever in it the focus is."""

    def __init_subclass__(cls, **options: Any) -> None:
        """Bind the keys of this class's commands."""
        cls.BINDINGS = [*vars(cls).get("BINDINGS", ()), *bindings(cls.every_command())]
        super().__init_subclass__(**options)

    @classmethod
    def every_command(cls) -> tuple[Command[Any], ...]:
        """The commands that may ever count on a node of this class."""
        return cls.KEYS

    def own_commands(self) -> list[Bound]:
        """The commands that count now, the first one for a key before others."""
        return [Bound(command, self) for command in self.KEYS]

    def command_for(self, key: str) -> Bound | None:
        """What a key means now; None leaves it to whoever is above."""
        return next((bound for bound in self.own_commands() if key in bound.command.keys), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that means nothing now is left to whoever is above."""
        if action == "command":
            return self.command_for(str(parameters[0])) is not None
        return super().check_action(action, parameters)

    async def action_command(self, key: str) -> None:
        """Do what a key means now."""
        if bound := self.command_for(key):
            await bound.run()


def keyed(sentence: str, key: str) -> Content:
    """A quiet sentence in which the key that it speaks of stands out."""
    before, found, after = sentence.partition(key)
    return Content.assemble((before, "$muted"), (found, "bold $key"), (after, "$muted"))


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
