"""What a room view shows, as plain data: a screen, or another window, draws it."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

ALIKE = str.maketrans("123456789", "0" * 9)
"""Digits are equally wide in the letters of the room."""


BULLET = "•"
"""The label of an entry that has no other: at least as wide as a cell, for the back row."""


class Bar(msgspec.Struct, frozen=True, tag=True):
    """A count out of a base, with what stands at its end; ``half`` marks the half of the base."""

    count: int
    of: int
    said: str
    style: str = "$foreground"
    half: bool = False


class Spread(msgspec.Struct, frozen=True, tag=True):
    """Counts as columns, each over its mark; a line stands before the mark at ``split``, if any."""

    counts: tuple[int, ...]
    marks: tuple[str, ...]
    style: str = "$foreground"
    split: int = 0


class Squares(msgspec.Struct, frozen=True):
    """How many there are of each two marks: ``counts`` has its rows from below, what is ``upwards`` and ``across``.

    From the mark ``high`` on, both ways, the squares stand out.
    """

    counts: tuple[tuple[int, ...], ...]
    upwards: str
    across: str
    high: int


class Item(msgspec.Struct, frozen=True):
    """A line of the list: a label in front of it, the text, what is said behind it, and what is drawn below it.

    A heading is quiet unless it has a style, and stays with what follows it. A label is quiet, unless it is a ``fact``
    of its own, such as a number, or the text has a style; behind its ``own`` label no other entry stands. An ``edge``
    (its style) stands at the left of all its rows. What is ``now`` stands on a ground, for the back row does not tell
    two dark colours apart. ``short`` is said in place of the text where that makes the whole list larger; a text that
    is its own ``short`` is never broken over lines. What stands ``below`` a text has lines of its own, as loud.
    """

    text: str
    label: str = ""
    aside: str = ""
    style: str = ""
    heading: bool = False
    drawing: Bar | Spread | None = None
    short: str = ""
    edge: str = ""
    fact: bool = False
    now: bool = False
    below: str = ""
    own: bool = False


class Projected(msgspec.Struct, frozen=True):
    """All that a room view shows.

    On the line of status stand the ``network``, the ``status`` and the ``clock``. Below it the one giant text (or
    ``squares`` in its place) with a line of the time ``left`` (0 to 1), the ``lead`` that goes with it, smaller, and
    the list. ``beside`` puts the list beside them where the screen is wide enough. ``shorter`` are the items where all
    of them do not fit. ``asked`` is the question of now (F3), where it is another than the giant text.

    With ``legible`` the shorter items stand on a wide screen where all of them would be ordinary text, too small there.
    With ``apiece`` each sentence of the giant text has lines of its own, also where that makes things smaller.
    With ``level`` the giant text may be as large as the list, where the list would be ordinary text otherwise, or would
    take the last row of the screen.
    """

    status: str = ""
    giant: str = ""
    style: str = "$accent"
    items: tuple[Item, ...] = ()
    shorter: tuple[Item, ...] = ()
    squares: Squares | None = None
    beside: bool = False
    asked: str = ""
    lead: str = ""
    left: float | None = None
    network: str = ""
    clock: str = ""
    level: bool = False
    legible: bool = False
    apiece: bool = False

    @property
    def question(self) -> str:
        """What the room is working on, in one sentence."""
        return self.asked or self.giant

    @property
    def still(self) -> Projected:
        """The same for every second of a clock: what takes as much room."""
        left = None if self.left is None else 0.0
        giant, lead = self.giant.translate(ALIKE), self.lead.translate(ALIKE)
        return replace(self, giant=giant, lead=lead, left=left, status="", network="", clock="", asked="")
