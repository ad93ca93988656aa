"""A room view goes to another laptop as it is, and what comes in is plain data that draws."""

from __future__ import annotations

import msgspec
import pytest

from tests.screens.test_what_the_room_sees import VIEWS
from widgets.pictures import LARGEST, MOST, packed, unpacked
from widgets.projected import Bar, Item, Projected, Spread, Squares


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_comes_over_as_it_is(name: str) -> None:
    view = VIEWS[name]()
    assert unpacked(packed(view)) == view


def test_nothing_that_a_terminal_would_obey_comes_in() -> None:
    hostile = Projected(
        giant="\x1b]52;c;x\x07rood\x9b31m",
        style="on red; link=http://x",
        items=(Item("a\x00b", edge="$cluster-1", style="bold $accent", drawing=Bar(10**12, -(10**12), "\x1b[2J")),),
        left=float("nan"),
    )
    item = Item("ab", edge="$cluster-1", style="bold $accent", drawing=Bar(MOST, -MOST, "[2J"))
    assert unpacked(msgspec.json.encode(hostile)) == Projected(
        giant="]52;c;xrood31m", style="", items=(item,), left=None
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b'{"giant": 5}',
        b'{"items": [{"text": "x", "drawing": {"type": "Other"}}]}',
        b'{"giant": "' + b"x" * LARGEST + b'"}',
        b'{"items": ' + b"[" * 100_000,
        packed(Projected(items=(Item("x", drawing=Spread((1, 2), ("a",))),))),
        packed(Projected(squares=Squares(((1, 2), (1,)), "a", "b", 4))),
    ],
    ids=range(9),
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        unpacked(data)
