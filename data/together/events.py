"""What a sharing tells those who listen, and who is in.

The callbacks are called in the thread of the sharing, and must be quick.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec

from data.model import Said
from data.network.events import Noticed, RefusedLater


class Laptop(msgspec.Struct, frozen=True):
    """A laptop that is in: the name that was chosen for it, its role and at which activity it is.

    The role is host, co, or room of one that only shows what the room sees.
    """

    name: str
    role: str
    place: str = ""


def told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Names by the id of their laptop; the same name again is numbered, alike on each laptop that knows the same."""
    found: dict[str, str] = {}
    for id_, name in sorted(names.items()):
        again = [each for each in found if names[each] == name]
        found[id_] = f"{name} ({len(again) + 1})" if again else name
    return found


class Others(msgspec.Struct, frozen=True):
    """Who else is in, in the order of their names; told when it changes."""

    others: tuple[Laptop, ...]


class Alone(msgspec.Struct, frozen=True):
    """The line dropped then, and how many calls wait; work goes on. Told again when more waits."""

    since: datetime
    to_send: int


class WithOthers(msgspec.Struct, frozen=True):
    """The line is there, and all that is known of the others is in the file."""


class ToSend(msgspec.Struct, frozen=True):
    """So many calls of this laptop the others do not have yet."""

    count: int


class Troubled(msgspec.Struct, frozen=True):
    """The file cannot be written, so it does not follow the others; None when it can again."""

    said: Said | None


class RoomPicture(msgspec.Struct, frozen=True):
    """What the room sees now, as the host sent it; a viewer hears nothing else."""

    data: bytes


class Ended(msgspec.Struct, frozen=True):
    """The sharing ended by itself, and why."""

    said: Said


OfCopy = RefusedLater | Noticed
"""What the copy of a shared network tells, as an open network does: a change of this laptop that those of others made
impossible; a message that was no call, a file that was set aside."""

Event = Others | Alone | WithOthers | ToSend | OfCopy | Troubled | RoomPicture | Ended
Listener = Callable[[Event], None]
