"""What puts the calls in one order and brings them to everybody: what Kring asks of it, and what it tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec

from data.model import Said


class Up(msgspec.Struct, frozen=True):
    """The line is there again: what was sent and not heard may be lost."""


class Current(msgspec.Struct, frozen=True):
    """All that was in the log when it was followed has been told: now is the time to send."""


class Down(msgspec.Struct, frozen=True):
    """The line is gone; ``ended`` when it will not come back by itself, and why."""

    said: Said | None = None
    ended: bool = False


class Heard(msgspec.Struct, frozen=True):
    """The next message of the log, whoever sent it; on every laptop in the same order with the same number."""

    sequence: int
    data: bytes


class Begun(msgspec.Struct, frozen=True):
    """A snapshot to go on from: this copy is not on this log, or further behind than the log goes back."""

    data: bytes


class Present(msgspec.Struct, frozen=True):
    """Something that is told and not kept: who is in, who looks along, what the room may see (see ``subject``)."""

    subject: str
    data: bytes


class OtherVersion(msgspec.Struct, frozen=True):
    """Who began the log has another Kring than this one: its calls may do something else here."""

    version: str


EngineEvent = Up | Current | Down | Heard | Begun | Present | OtherVersion


class Engine(Protocol):
    """A log that several laptops write to. All of it returns at once; what comes of it is an event."""

    def follow(self, log: str, sequence: int) -> None:
        """Tell what comes in this log after this message; when there is no such log or place any more, a snapshot."""

    def send(self, id_: str, data: bytes) -> None:
        """Put a message at the end of the log; one with an id that is there already is not put there again."""

    def snapshot(self, data: bytes, sequence: int, *, erase: bool = False) -> None:
        """Keep a snapshot of this place for who joins; what lies before may go, and must go to ``erase`` it."""

    def tell(self, subject: str, data: bytes) -> None:
        """Tell who is there now; nothing of it is kept."""

    def take(self, timeout: float) -> Sequence[EngineEvent]:
        """What came in the meantime, in order; waits for the first of it so many seconds."""

    def nudge(self) -> None:
        """End a wait in ``take``; called by another thread."""

    def close(self) -> None:
        """Leave."""
