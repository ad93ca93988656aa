"""What the open network tells those who listen.

The callbacks are called in the thread where it happened: the one that called ``apply`` or ``undo``, or the writer.
"""

from __future__ import annotations

from dataclasses import dataclass

from data.model import Said
from data.network.foreign import Foreign


@dataclass(frozen=True, slots=True)
class Changed:
    """Some tables are not what they were; ``ours`` when this process did it."""

    tables: frozenset[str]
    ours: bool


@dataclass(frozen=True, slots=True)
class SavedEvent:
    """All that was done here is on the disk."""


@dataclass(frozen=True, slots=True)
class TroubleEvent:
    """The disk does not do what it must, and what to do; None when it does again."""

    said: Said | None


@dataclass(frozen=True, slots=True)
class RefusedLater:
    """A change that seemed possible here was not, once the other window's changes were known.

    ``texts`` are those that it would have written.
    """

    said: Said
    label: Said
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something to know that asks for nothing: the file was mended, put back, or edited by hand."""

    said: Said


@dataclass(frozen=True, slots=True)
class Diverged:
    """Another version was found that is not made from ours: it is kept, and offered."""

    foreign: Foreign
    said: Said


Event = Diverged | Changed | SavedEvent | TroubleEvent | RefusedLater | Noticed
