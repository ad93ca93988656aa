"""How the lists of a room view and what is drawn beside them are spaced."""

from __future__ import annotations

import pytest

from widgets.large_drawings import HIGH, Common, spread
from widgets.letters import NARROW
from widgets.projected import Spread


@pytest.mark.parametrize("width", [33, 35, 40])
def test_the_last_mark_ends_with_its_column(width: int) -> None:
    """A mark of two digits is wider than a thin column, and stood beyond the line."""
    what = Spread((0,) * 8 + (9, 2, 0), tuple(map(str, range(11))))
    found = spread(what, width, NARROW, Common())
    assert found
    line = found[HIGH[NARROW] - 1].cell_length
    assert [row.cell_length for row in found[HIGH[NARROW] :]] == [line] * (len(found) - HIGH[NARROW])
