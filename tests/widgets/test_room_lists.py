"""How the lists of a room view and what is drawn beside them are spaced."""

from __future__ import annotations

from itertools import pairwise

import pytest

from widgets.large_column import Air
from widgets.large_drawings import HIGH, Common, spread
from widgets.large_list import AIRY, TIGHT, arranged
from widgets.letters import NARROW, SMALL, TALL, Reach, Size, columns, rows
from widgets.projected import BULLET, Item, Projected, Spread
from widgets.projection import laid_out


@pytest.mark.parametrize("width", [33, 35, 40])
def test_the_last_mark_stands_in_the_middle_under_its_column(width: int) -> None:
    """A mark of two digits is wider than a thin column: ending with it, it stood under the one before."""
    found = spread(Spread((0,) * 10 + (9,), tuple(map(str, range(11)))), width, NARROW, Common())
    assert found
    rows = [row.plain.rstrip() for row in found]
    column = [place for place, cell in enumerate(rows[1]) if cell == "█"]
    ends = max(map(len, rows[HIGH[NARROW] :]))
    assert abs((ends - columns("10", SMALL) / 2) - (column[0] + column[-1] + 1) / 2) <= 1
    assert ends <= width + 2


def test_in_a_close_list_all_lines_of_all_entries_stand_equally_far_apart_and_headings_no_nearer() -> None:
    """One accent moved the lines of its own entry, and a heading stood on what it headed."""
    items = (
        Item("Te doen", heading=True),
        Item("Een voorbeeld van een talentgesprek meebrengen"),
        Item("Samen met de ploeg één perk kiezen waar het anders mag"),
    )
    found = arranged(items, SMALL, 46, 60, AIRY[-1:], close=True)
    assert found
    column = found.bands[0][0]
    within = {column._within(entry, n, found.air) for entry in column.entries for n in range(1, len(entry.lines))}
    head, apart = (column._between(*pair, found.air) for pair in pairwise(column.entries))
    assert len(within) == 1
    assert max(within) <= head < apart
    assert found.high == len(found.drawn())


def test_an_entry_of_a_close_list_begins_with_half_a_row_where_the_one_above_it_ends_with_one() -> None:
    """Half a row of each was lost, and a list was ordinary text for it."""
    texts = ("How do you let go when the work has to be done today?", "Making room for learning in an ordinary week")
    items = tuple(Item(text, BULLET) for text in (*texts, "Where do we go from here?"))
    found = arranged(items, SMALL, 76, 18, (Air(0, 0),), close=True)
    assert found
    column = found.bands[0][0]
    assert [column._high(entry, found.air) % 2 for entry in column.entries] == [1, 1, 0]
    assert found.high == len(found.drawn()) == 18
    assert arranged(items, SMALL, 76, 17, (Air(0, 0),), close=True) is None


def test_the_lines_of_low_letters_stand_half_a_row_apart_before_the_list_does_from_the_giant_text() -> None:
    """They stood on each other under two free rows."""
    items = (Item("Nog open", heading=True), Item("Hoe laat je los als het werk vandaag af moet?"))
    view = Projected(giant="Wanneer hielp een leidinggevende jou echt vooruit?", items=items, network="Klankbordgroep")
    found = laid_out(view, 80, 24)
    assert found.listed is SMALL
    assert found.sizes.ease.airs[0].lines and found.sizes.ease.free


@pytest.mark.parametrize("size", [SMALL, NARROW, TALL], ids=lambda size: size.name)
def test_short_names_in_several_columns_take_the_whole_width(size: Size) -> None:
    """The last column ended far from the edge, while the first one begins at it."""
    names = tuple(map(Item, ("An", "Bram", "Fatima", "Griet", "Ilse", "Kadir", "Karel", "Lien")))
    found = arranged(names, size, 150, 3 * (rows(size, Reach()) + 1) + 1, AIRY[-1:])
    assert found
    across = len(found.pitches)
    assert across == 3 and len(set(found.pitches)) == 1, "equally far apart"
    end = sum(found.pitches[:-1]) + max(band[-1].wide for band in found.bands if len(band) == across)
    assert 150 - across < end <= 150


def test_on_a_high_wall_a_list_far_from_the_giant_text_leaves_two_rows_at_the_foot() -> None:
    """A line of a few words stood on the edge of the screen under five free rows."""
    view = Projected(
        giant="Wat probeerde je uit sinds vorige keer?",
        items=(Item("eerst Lien, dan Karel", style="$muted"),),
        network="Klankbordgroep talent",
    )
    drawn = laid_out(view, 200, 50).lines
    assert max(place for place, row in enumerate(drawn) if row.plain.strip()) <= 47


def test_an_edge_is_as_high_as_the_letters_it_stands_before() -> None:
    """It hung down beside the tails of its text, and ran off the screen at the foot."""
    column = arranged((Item("Richting geven", edge="$accent"),), NARROW, 80, 10, TIGHT)
    assert column is not None
    drawn = column.drawn()
    edged = [row.plain.startswith("█") for row in drawn]
    assert sum(edged) == 4
    assert len(drawn) == 5
    assert not edged[-1], "the g has a tail there"
