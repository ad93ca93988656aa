"""How this laptop stands to the others that hold the same network, as screens know it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Protocol

import msgspec

from data.model import Said


class Side(StrEnum):
    """What this laptop is in it: it lets the others in, works along, or is on its way in."""

    HOST = "host"
    GUEST = "guest"


class Other(msgspec.Struct, frozen=True):
    """Another laptop that is in: what it is called, and the place it is at (an activity's id, if it is one)."""

    name: str
    place: str = ""
    looks: bool = False


class Neighbour(msgspec.Struct, frozen=True):
    """A laptop on this subnet that lets others in: what it is called, and at which address."""

    name: str
    address: str


class Standing(msgspec.Struct, frozen=True):
    """How it stands now.

    ``code`` lets a co-facilitator in and ``room_code`` a projector; only the host knows them. ``alone_since`` is an ISO
    time while the line is down, ``to_send`` how many changes the others do not have yet. ``trouble`` is what a person
    should know.
    """

    side: Side
    address: str = ""
    code: str = ""
    room_code: str = ""
    others: tuple[Other, ...] = ()
    alone_since: str = ""
    to_send: int = 0
    trouble: Said | None = None


class Together(Protocol):
    """Sharing the open network, or joining that of another laptop; one a window."""

    @property
    def standing(self) -> Standing | None:
        """How it stands; None while nothing is shared."""

    @property
    def neighbours(self) -> list[Neighbour]:
        """Who on this subnet lets others in, as was heard when it was last looked for."""

    def look(self) -> None:
        """Look for them once more; it returns at once."""

    async def looked(self) -> None:
        """Look for them, and wait until they had the time to answer."""

    @property
    def name(self) -> str:
        """What this laptop is called."""

    async def share(self, host: str, port: int = 0) -> None:
        """Let others in at this address of this machine; also where another laptop did so until now.

        Without a port it is the usual one, or where that is taken any that is free. A server of an organisation stands
        there as ``nats://…`` or ``tls://…``.

        Raises:
            Refused: it cannot be, and what to do.
        """

    async def join(self, code: str, path: Path) -> None:
        """Go on with another laptop's network, in a copy at this path, and open that.

        Raises:
            Refused: it cannot be, and what to do.
        """

    async def leave(self) -> None:
        """Go on alone."""

    def at(self, place: str) -> None:
        """Tell the others where this laptop is."""
