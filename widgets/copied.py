"""What has something to give to the clipboard."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class Copied(Protocol):
    """A widget or a screen on which something is chosen."""

    def to_copy(self) -> str:
        """What is chosen there, as text; empty when nothing is."""
