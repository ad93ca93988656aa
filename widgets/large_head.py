"""The line of status of a room view: the network, what is said of now, and the time."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from widgets.projected import Projected

NAMED = 5
"""The part of the line of status, one in so many, that the name of the network keeps."""


def head(view: Projected, width: int) -> list[Content]:
    """The line of status on its ground, and a row of air: what is said of now stands between the network and the time.

    The name of the network gives way to a few words of it; after that the last facts of now do.
    """
    if not (view.network or view.status or view.clock):
        return [Content()]
    clock = f"   {view.clock}" if view.clock else ""
    room = width - len(clock) - 5
    said = _fewer(view.status, room - min(cell_len(view.network), width // NAMED))
    status = Content.styled(said, "bold $foreground").truncate(max(1, room), ellipsis=True)
    right = Content.assemble(status, (clock, "$muted"))
    left = Content.styled(view.network, "$muted").truncate(max(0, room - status.cell_length), ellipsis=True)
    gap = " " * max(1, width - left.cell_length - right.cell_length - 2)
    return [Content.assemble(" ", left, gap, right, " ").truncate(width).stylize("on $panel"), Content()]


def _fewer(status: str, width: int) -> str:
    """As many of the facts of now, the first ones, as there are cells for: one at the least."""
    facts = status.split(" · ")
    while len(facts) > 1 and cell_len(" · ".join(facts)) > width:
        facts.pop()
    return " · ".join(facts)
