"""Everything that a record can be is called something, in every language."""

from __future__ import annotations

from data.model import RECORDS
from data.words import TABLES


def test_every_table_has_a_name() -> None:
    assert set(TABLES) == {kind.table for kind in RECORDS}
