"""What the open network tells those who listen.

The callbacks are called in the thread where it happened: the one that called ``apply`` or ``undo``, or the writer.
"""

from __future__ import annotations

import msgspec

from data.model import Said
from data.network.foreign import Foreign


class Changed(msgspec.Struct, frozen=True):
    """Some tables are not what they were; ``ours`` when this process did it."""

    tables: frozenset[str]
    ours: bool


class SavedEvent(msgspec.Struct, frozen=True):
    """All that was done here is on the disk."""


class TroubleEvent(msgspec.Struct, frozen=True):
    """The disk does not do what it must, and what to do; None when it does again."""

    said: Said | None


class RefusedLater(msgspec.Struct, frozen=True):
    """A change that seemed possible here was not, once the other window's changes were known.

    ``texts`` are those that it would have written.
    """

    said: Said
    label: Said
    texts: tuple[str, ...] = ()


class Noticed(msgspec.Struct, frozen=True):
    """Something to know that asks for nothing: the file was mended, put back, or edited by hand."""

    said: Said


class Diverged(msgspec.Struct, frozen=True):
    """Another version was found that is not made from ours: it is kept, and offered."""

    foreign: Foreign
    said: Said


Event = Diverged | Changed | SavedEvent | TroubleEvent | RefusedLater | Noticed
