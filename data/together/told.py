"""What a copy of a shared network has to tell a person."""

from __future__ import annotations

import msgspec

from data.model import Said


class Turned(msgspec.Struct, frozen=True):
    """A call of this laptop that the calls of others before it made impossible; its texts are given back."""

    said: Said
    label: Said
    texts: tuple[str, ...] = ()


class Strange(msgspec.Struct, frozen=True):
    """A message of the log that was no call: it did nothing, and why."""

    said: Said


class Aside(msgspec.Struct, frozen=True):
    """The file held what the log does not know: it was set aside, and is offered as another version."""

    said: Said


Told = Turned | Strange | Aside
