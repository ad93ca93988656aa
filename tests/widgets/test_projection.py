"""A room view: one thing giant, and all of the list as large as it fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from textual.content import Content

from data.text import unbroken
from widgets import projection
from widgets.large_block import Block, _step, least, spread_out
from widgets.large_column import Air
from widgets.large_drawings import HIGH, Common, bar, spread, squares
from widgets.large_list import AIRY, TIGHT, arranged
from widgets.large_now import BEHIND_NOW, GROUND, ON_NOW
from widgets.large_sizes import EASES, LEGIBLE
from widgets.large_text import Line, balanced, broken, drawn, gap, reaching, space, wide
from widgets.letters import (
    LARGE,
    LEAN,
    LOFTY,
    NARROW,
    PLAIN,
    SIZES,
    SLIM,
    SMALL,
    STANDING_ALONE,
    STEEP,
    STOUT,
    TALL,
    Reach,
    Size,
    columns,
    draw,
    fuller,
    halves,
    raised,
    reach,
    rows,
)
from widgets.projected import Bar, Item, Projected, Spread, Squares
from widgets.projection import _giant, laid_out

ROOMS = [(80, 24), (120, 36), (200, 50)]
WORDS = st.text("abcdefghijklmnopqrstuvwxyzéë ABCDEF日'.?", min_size=1, max_size=60).filter(str.strip)
LABELS, ASIDES = st.sampled_from(["", "A", "12"]), st.sampled_from(["", "Karel", "14 maart"])
ITEMS = st.builds(Item, WORDS, LABELS, ASIDES, now=st.booleans())


@given(
    WORDS | st.just(""),
    WORDS | st.just(""),
    st.lists(ITEMS, max_size=15),
    st.sampled_from(ROOMS),
    st.booleans(),
    st.none() | st.floats(0, 1),
)
def test_everything_stays_within_the_room(
    giant: str, lead: str, items: list[Item], room: tuple[int, int], beside: bool, left: float | None
) -> None:
    view = Projected("sessie 2", giant, items=tuple(items), lead=lead, left=left, beside=beside)
    drawn = laid_out(view, *room)
    assert len(drawn.lines) <= room[1]
    assert all(line.cell_length <= room[0] for line in drawn.lines)


@given(st.lists(WORDS, min_size=1, max_size=12), st.sampled_from(ROOMS))
def test_a_list_of_ordinary_text_is_whole(texts: list[str], room: tuple[int, int]) -> None:
    drawn = laid_out(Projected(giant="Wat spreken we af?", items=tuple(map(Item, texts))), *room)
    if drawn.listed is PLAIN:
        shown = " ".join(" ".join(line.plain for line in drawn.lines).split())
        assert all(word in shown for text in texts for word in text.split() if len(word) < 20)


@given(WORDS, st.lists(ITEMS, min_size=1, max_size=12), st.sampled_from(ROOMS))
def test_the_giant_one_is_larger_than_the_list(giant: str, items: list[Item], room: tuple[int, int]) -> None:
    drawn = laid_out(Projected(giant=giant, items=tuple(items)), *room)
    assert drawn.giant is PLAIN or SIZES.index(drawn.giant) < SIZES.index(drawn.listed)


def test_a_question_alone_is_as_large_as_the_room_allows() -> None:
    question = Projected(giant="Wat wil je leren?")
    assert [laid_out(question, *room).giant.name for room in ROOMS] == ["large", "lofty", "huge"]


def test_fewer_and_shorter_lines_are_larger() -> None:
    few = Projected(giant="Welkom", items=tuple(map(Item, ("An", "Bram", "Lien"))))
    many = Projected(giant="Welkom", items=tuple(Item(f"{name} Vandenbroeck-De Smet") for name in "ABCDEFGHIJKLMNO"))
    assert laid_out(few, *ROOMS[1]).listed in {LARGE, TALL}
    assert laid_out(many, *ROOMS[0]).listed in {PLAIN, NARROW}


def test_a_list_is_drawn_where_it_is_too_long_for_four_rows_a_line() -> None:
    """Between ordinary text and narrow letters there was nothing: six lines of 30 characters were body text."""
    view = Projected(giant="Wat doen we?", items=tuple(Item(f"Een regel van dertig tekens, {n}") for n in range(5)))
    assert laid_out(view, *ROOMS[0]).listed is SMALL


def test_what_does_not_fit_is_counted() -> None:
    drawn = laid_out(
        Projected(giant="Alles", items=tuple(Item(f"regel {n} " + "woord " * 20) for n in range(60))), 40, 10
    )
    assert drawn.left_out and drawn.lines[-1].plain.strip() == f"… +{drawn.left_out}"


def test_beside_each_other_where_there_is_room() -> None:
    seats = tuple(Item(name, str(place)) for place, name in enumerate(("An · Bilal", "Chris · Els"), 1))
    view = Projected(giant="02:47", lead="Waarop ben je trots?", items=seats, left=0.4, beside=True)
    drawn = laid_out(view, *ROOMS[0])
    assert any("$accent" in str(line.spans) and "$foreground" in str(line.spans) for line in drawn.lines)


BARS = st.builds(lambda n, of: Bar(min(n, of), of, f"{n} van {of}"), st.integers(0, 30), st.integers(0, 30))
SPREADS = st.lists(st.integers(0, 30), min_size=2, max_size=11).map(
    lambda counts: Spread(tuple(counts), tuple(str(mark) for mark in range(len(counts))))
)
DRAWN = st.builds(Item, WORDS, drawing=BARS | SPREADS)


@given(WORDS, st.lists(DRAWN, min_size=1, max_size=8), st.sampled_from(ROOMS), st.booleans())
def test_what_is_drawn_stays_within_the_room(
    giant: str, items: list[Item], room: tuple[int, int], beside: bool
) -> None:
    drawn = laid_out(Projected(giant=giant, items=tuple(items), beside=beside), *room)
    assert len(drawn.lines) <= room[1]
    assert all(line.cell_length <= room[0] for line in drawn.lines)


@pytest.mark.parametrize("size", [PLAIN, NARROW, TALL, LARGE])
def test_a_bar_is_full_only_for_everybody_and_empty_only_for_nobody(size: Size) -> None:
    full = [bar(Bar(count, 13, "13"), 60, size, Reach()) for count in range(14)]
    lengths = ["".join(line.plain for line in rows or ()).count("█") for rows in full]
    assert lengths == sorted(lengths)
    assert lengths[0] < lengths[1]
    assert lengths[12] < lengths[13]


def test_no_ground_is_seen_between_a_bar_and_its_track_and_the_half_is_marked_in_either() -> None:
    for size, count in product((PLAIN, NARROW), range(14)):
        rows = bar(Bar(count, 13, "", "$success", half=True), 60, size, Reach()) or ()
        row = next(row for row in rows if "on $" in str(row.spans))
        length = row.cell_length - 2
        grounded = [span for span in row.spans if "on $" in str(span.style)]
        assert sum(span.end - span.start for span in grounded) == length
        assert row.plain.count("│") == 1


@pytest.mark.parametrize("size", [SMALL, NARROW, TALL, SLIM, LARGE])
@pytest.mark.parametrize("shared", [Reach(), Reach(2, 1), Reach(1, 2)])
def test_a_bar_stands_on_the_line_of_its_text(size: Size, shared: Reach) -> None:
    said = draw("H", size, shared)
    rows = bar(Bar(7, 13, "H"), 60, size, shared)
    assert rows
    lowest = [max(y for y, x in inked(part) if x < 4) for part in (rows, [Content(row) for row in said])]
    assert lowest[0] == lowest[1]


def test_all_bars_of_a_list_are_equally_long() -> None:
    items = tuple(Item(text, drawing=Bar(n, 13, f"{n} van 13")) for n, text in ((4, "Tijd"), (13, "Zin")))
    for size in (PLAIN, NARROW):
        found = arranged(items, size, 80, 12, TIGHT)
        rows = [row for row in found.drawn() if "█" in row.plain] if found else []
        assert (
            len({sum(span.end - span.start for span in row.spans if "on $panel" in str(span.style)) for row in rows})
            == 1
        )


def test_an_edge_is_no_nearer_to_its_text_than_two_words_to_each_other() -> None:
    for size in SIZES:
        found = arranged((Item("Houding", edge="$cluster-1"),), size, 400, 90, TIGHT)
        assert found and found.bands[0][0].hang > space(size)


@pytest.mark.parametrize("size", [PLAIN, NARROW, TALL, SLIM, LARGE])
def test_columns_stand_over_their_marks(size: Size) -> None:
    rows = spread(Spread((0, 4, 0, 2), ("0", "1", "2", "3")), 60, size, Common())
    assert rows
    foot = rows[HIGH[size] - 1]
    assert " " not in foot.plain and "▁" in foot.plain, "they stand on a line"
    marks = [y for y, _x in inked(rows[HIGH[size] :])]
    assert size in {PLAIN, SMALL} or min(marks) > 0, "half a row stays free over the marks"
    assert rows[0].plain.strip() == "█" * rows[0].plain.count("█"), "only the highest reaches the top"
    assert len(rows) > HIGH[size] + (size.scale > 1), "marks below large columns are drawn"


SCORES = tuple(
    Item(text, number, fact=True, drawing=Spread(counts, tuple(map(str, range(11)))))
    for text, number, counts in (
        ("Inhoud", "7,8", (0,) * 6 + (1, 4, 5, 1, 0)),
        ("Begeleiding", "8,5", (0,) * 8 + (9, 2, 0)),
    )
)


@pytest.mark.parametrize("room", ROOMS)
def test_scores_on_a_wall_of_their_own_are_as_bold_as_leaves_their_columns_wide(
    room: tuple[int, int],
) -> None:
    """Nothing giant, no accent, thin figures: what all look at was told from its marks by nothing."""
    drawn = laid_out(Projected(items=SCORES), *room)
    thin = drawn.listed
    widest = max(span.end - span.start for row in drawn.lines for span in row.spans if span.style == "bold $accent")
    assert widest > columns("7,8", thin)
    assert widest in {columns("7,8", one) for one in fuller(thin) if one.bold}


def test_columns_of_a_list_share_one_scale_and_one_row_of_marks_and_their_text_stands_on_their_line() -> None:
    """The marks from 0 to 10 stood under every spread, and four of eleven were as high as nine."""
    for size in (SMALL, NARROW, TALL):
        found = arranged(SCORES, size, 160, 40, AIRY)
        assert found
        first, second = found.entries
        reaching = rows(size, Reach(0, first.reaches[0].below))
        assert len(second.drawing) > len(first.drawing), "marks under the last one alone"
        assert sum("█" in row.plain for row in first.drawing) < sum("█" in row.plain for row in second.drawing)
        assert first.sunk + rows(size, Reach()) == len(first.drawing)
        assert first.sunk + reaching >= len(first.drawing)


def test_columns_are_higher_where_there_is_room_and_lower_before_the_last_row_is_taken() -> None:
    high = [
        len(found.entries[0].drawing) if (found := arranged(SCORES, NARROW, 110, rows, AIRY)) else 0
        for rows in range(14, 40)
    ]
    assert high == sorted(high)
    assert set(high) - {0} >= {4, 5, 8, 10}


def test_where_not_all_marks_can_be_drawn_the_ends_and_the_middle_are() -> None:
    for width in (35, 70):
        found = spread(SCORES[0].drawing, width, NARROW, Common())  # type: ignore[arg-type]
        assert found and len(found) - HIGH[NARROW] == rows(SMALL, Reach())
    thin = spread(SCORES[0].drawing, 35, NARROW, Common())  # type: ignore[arg-type]
    places = sorted({x for _y, x in inked((thin or [])[HIGH[NARROW] :])})
    assert len([after - before for before, after in pairwise(places) if after - before > 6]) == 2


@pytest.mark.parametrize("room", ROOMS)
def test_squares_are_as_large_as_the_room_allows(room: tuple[int, int]) -> None:
    counts = tuple(tuple(value * 5 + feasible for feasible in range(5)) for value in range(5))
    drawn = laid_out(Projected(squares=Squares(counts, "waarde", "haalbaar", 4)), *room)
    assert len(drawn.lines) <= room[1]
    assert all(line.cell_length <= room[0] for line in drawn.lines)
    if drawn.giant is PLAIN:
        assert all(str(count) in " ".join(line.plain for line in drawn.lines) for count in range(1, 25))


def test_a_heading_stands_above_what_it_heads() -> None:
    items = [Item(f"kop {n}", heading=True) if n % 3 == 0 else Item(f"regel {n}") for n in range(24)]
    lines = [line.plain for line in laid_out(Projected(items=tuple(items)), 100, 14).lines]
    assert not [part for part in (lines[-1][start : start + 30] for start in range(0, 100, 26)) if "kop" in part]


def test_the_shorter_list_stands_where_not_all_fits() -> None:
    every = tuple(Item(f"regel {n} " + "woord " * 10) for n in range(60))
    view = Projected(giant="Alles", items=every, shorter=(Item("60 regels"),))
    small, large = laid_out(view, *ROOMS[0]), laid_out(view, *ROOMS[2])
    assert small.listed is not PLAIN
    assert any("regel 59" in line.plain for line in large.lines)


def test_what_would_be_too_small_on_a_wide_screen_gives_way_to_the_shorter_list_where_the_view_says_so() -> None:
    every = tuple(Item(f"regel {n} " + "woord " * 10) for n in range(30))
    view = Projected(giant="Alles", items=every, shorter=(Item("30 regels"),))
    assert laid_out(view, *ROOMS[2]).listed is PLAIN
    assert laid_out(replace(view, legible=True), *ROOMS[2]).listed is not PLAIN
    some = replace(view, items=every[:12])
    assert laid_out(some, *ROOMS[2]).listed is SMALL
    readable = laid_out(replace(some, legible=True), *ROOMS[2])
    assert readable.listed.cap * LEGIBLE >= ROOMS[2][1] and readable.sizes.ease in EASES, "not in the smallest letters"
    narrow = replace(view, items=every[:9], legible=True)
    assert any("regel 8" in line.plain for line in laid_out(narrow, *ROOMS[0]).lines)


def test_no_text_stands_a_word_a_line_in_thin_columns() -> None:
    texts = (
        "Een voorbeeld van een talentgesprek meebrengen",
        "Samen met de ploeg één perk kiezen",
        "Wat nemen we mee?",
    )
    for room in ROOMS:
        for size in SIZES:
            found = arranged(tuple(map(Item, texts * 3)), size, room[0], room[1] - 10, AIRY)
            if found and len(found.pitches) > 2:
                assert all(len(entry.lines) <= 2 for entry in found.entries)


def test_short_names_are_said_where_they_are_read_from_further() -> None:
    names = tuple(
        Item(f"{name} Vandenbroeck-De Smet", short=name) for name in ("An", "Bilal", "Chris", "Els", "Gert", "Lien")
    )
    view = Projected(giant="Wie zit waar?", items=names)
    short = laid_out(view, *ROOMS[0])
    long = laid_out(replace(view, items=tuple(replace(item, short="") for item in names)), *ROOMS[0])
    assert SIZES.index(short.listed) < SIZES.index(long.listed)


def test_the_time_left_is_a_line_under_the_giant_text() -> None:
    drawn = laid_out(Projected(giant="02:30", left=0.5), *ROOMS[0])
    line = next(line for line in drawn.lines if set(line.plain.strip()) <= {"━", "▀"} and line.plain.strip())
    bright, rest = (span.end - span.start for span in line.spans)
    assert abs(bright - rest) <= 1
    assert bright + rest == len(line.plain.strip())


def test_the_line_of_status_says_which_network_what_and_what_time() -> None:
    view = Projected(giant="Pauze", network="Talent " * 30, status="ronde 2 van 7", clock="14:08")
    drawn = laid_out(view, *ROOMS[0])
    assert drawn.lines[0].cell_length == ROOMS[0][0]
    assert drawn.lines[0].plain.endswith("ronde 2 van 7   14:08 ")


def words(view: Projected, room: tuple[int, int]) -> list[list[str]]:
    """The words of each line of the giant text as it is broken in this room."""
    margin = 2 if room[0] < 100 else 4
    size = laid_out(view, *room).giant
    lines = balanced(((view.giant, "bold $accent"),), size, room[0] - 2 * margin)
    return [[word for word, _style in line] for line in lines or ()]


def test_no_line_begins_or_ends_with_what_stands_between_two_facts() -> None:
    for width in range(20, 120):
        for size in SIZES:
            lines = broken((("Wat een leidinggevende kan doen · Een case · Ploeg", ""),), size, width)
            ends = {line[place][0] for line in lines or () for place in (0, -1)}
            assert "·" not in ends


def test_no_word_is_left_alone_on_the_last_line() -> None:
    assert words(Projected(giant="Wat doen we in sessie 4?", items=(Item("x" * 40),)), ROOMS[2])[-1] != ["4?"]


def test_a_no_break_space_keeps_a_day_together() -> None:
    view = Projected(giant="Bedankt, tot do\u00a026\u00a0november 14:05")
    assert any("do\u00a026\u00a0november" in line for line in words(view, ROOMS[0]))


@pytest.mark.parametrize("room", ROOMS)
def test_two_lines_of_large_letters_never_touch(room: tuple[int, int]) -> None:
    """The hook of a question mark ran into the letters above it."""
    view = Projected(giant="Hoe was deze sessie?", items=tuple(map(Item, ("Inhoud", "Discussie", "Begeleiding"))))
    drawn = laid_out(view, *room)
    giant = [line.plain.strip() for line in drawn.lines if "$accent" in str(line.spans)]
    between = [line for line in drawn.lines[2 : 2 + len(giant) + 4] if not line.plain.strip()]
    assert len(words(view, room)) == 1 or between


@pytest.mark.parametrize("room", ROOMS)
def test_the_last_row_stays_free_where_there_is_a_row_to_spare(room: tuple[int, int]) -> None:
    view = Projected(giant="Wat?", items=tuple(map(Item, ("An", "Bram", "Lien"))))
    drawn = laid_out(view, *room)
    assert len(drawn.lines) < room[1]


def test_a_row_that_is_left_stands_over_the_list_and_not_at_the_foot() -> None:
    """Two rows stayed free at the foot while the list stood close under the question."""
    view = Projected(giant="Houding", items=tuple(map(Item, ("Houding", "Uitdagen", "Tijd"))))
    for high in range(16, 40):
        rows = [bool(line.plain.strip()) for line in laid_out(view, 80, high).lines]
        over = [len(list(run)) for inked, run in groupby(rows) if not inked][1]
        assert high - len(rows) < 2 or over > 1


@pytest.mark.parametrize("room", ROOMS)
def test_words_that_stand_alone_do_not_stand_on_the_edge_of_the_screen(room: tuple[int, int]) -> None:
    drawn = laid_out(Projected(giant="Een nieuw netwerk"), *room)
    assert len(drawn.lines) < room[1]


@pytest.mark.parametrize("text", ["Hoe chauffeurs elkaar opleiden", "Talent ontwikkelen op de werkplek"])
def test_a_text_alone_is_in_lean_letters_where_larger_ones_leave_a_short_word_alone_on_a_line(text: str) -> None:
    assert laid_out(Projected(giant=text), *ROOMS[2]).giant in LEAN


def test_a_text_alone_is_in_thinner_letters_as_high_where_wider_ones_leave_a_short_word_alone() -> None:
    """It takes two lines to be bold, for one of thin letters would stand lost on the wall."""
    assert laid_out(Projected(giant="Talent ontwikkelen op de werkplek"), *ROOMS[0]).giant is STOUT
    assert laid_out(Projected(giant="Klankbordgroep talent"), *ROOMS[0]).giant is SLIM, "not half as high"


def test_two_words_stand_on_one_line_where_letters_nearly_as_high_fit_there() -> None:
    """They were broken to be larger, and left half of the wall beside each of them empty."""
    view = Projected(giant="Speed dates", lead="pairs · 4 minutes")
    assert laid_out(view, *ROOMS[2]).giant is LOFTY


def test_letters_that_can_be_bold_go_before_higher_ones_that_stay_thin() -> None:
    assert laid_out(Projected(giant="That was the last round"), *ROOMS[1]).giant is STEEP, "the largest would be thin"


@pytest.mark.parametrize(
    "view", [Projected(giant="Dat was de laatste ronde"), Projected(giant="Pauze", lead="15 minuten")]
)
@pytest.mark.parametrize("room", ROOMS)
def test_what_stands_without_a_list_stands_in_the_middle_and_a_little_above_it(
    view: Projected, room: tuple[int, int]
) -> None:
    drawn = inked(laid_out(view, *room).lines)
    left, right = min(x for _y, x in drawn), room[0] - 1 - max(x for _y, x in drawn)
    above, below = min(y for y, _x in drawn), 2 * room[1] - 1 - max(y for y, _x in drawn)
    assert abs(left - right) <= 2
    assert above <= below <= 2 * above + 4


@pytest.mark.parametrize("lead", ["", "Wat probeerde je uit sinds vorige keer?"])
@pytest.mark.parametrize("room", ROOMS)
def test_one_quiet_line_is_softer_than_what_it_stands_below(lead: str, room: tuple[int, int]) -> None:
    """Who comes next was as heavy as the question, and then on the last row."""
    asked = "Karel Wouters" if lead else "Wat probeerde je uit sinds vorige keer?"
    quiet = Item("hierna Lien · Karel", style="$muted")
    view = Projected("Tafelronde", asked, lead=lead, items=(quiet,), network="Klankbordgroep")
    drawn = laid_out(view, *room)
    sizes = drawn.sizes
    assert len(drawn.lines) < room[1], "and not on the last row"
    over = sizes.lead if lead else sizes.giant
    assert sizes.listed.cap <= over.cap
    assert sizes.listed.per_dot < over.per_dot or (over is NARROW and sizes.listed is SMALL)


def test_numbers_before_a_list_end_under_each_other() -> None:
    items = (Item("thema's", "8", fact=True), Item("vragen", "11", fact=True))
    found = arranged(items, PLAIN, 40, 4, TIGHT)
    assert found
    assert [row.plain for row in found.drawn()] == [" 8  thema's", "11  vragen"]


def test_between_columns_of_unequal_width_there_is_equally_much() -> None:
    items = tuple(map(Item, ("een", "twee", "Een punt dat niet in de helft past", "vier", "vijf", "zes")))
    found = arranged(items, PLAIN, 100, 2, TIGHT)
    assert found and len(found.pitches) > 2
    gaps = [pitch - column.wide for pitch, column in zip(found.pitches, found.bands[0], strict=True)]
    assert len(set(gaps)) == 1 and sum(found.pitches) > 90, "over the whole width"


def test_no_gap_under_the_giant_text_is_smaller_than_the_next() -> None:
    """The date of the next session stuck to the name of the network, far from the place."""
    view = Projected(giant="Klankbordgroep talent", lead="sessie 2 · di 16 maart", items=(Item("Gent"),))
    for room in ROOMS:
        blank = [not line.plain.strip() for line in laid_out(view, *room).lines]
        gaps = [len(list(each)) for empty, each in groupby(blank) if empty]
        assert gaps[-2] >= gaps[-1], room


def test_two_facts_on_lines_of_their_own_stand_further_apart_than_two_lines_of_one() -> None:
    """The number of the session was glued to its date, in what goes with the name of the network."""
    facts = " · ".join(map(unbroken, ("sessie 3", "do 26 november", "14:05")))
    view = Projected(giant="Klankbordgroep talent", lead=facts, items=(Item("Drukkerij Zwanenhals, boven de persen"),))
    for lead, sentences in {facts: (1, 1), facts.replace(" · ", " "): (2,)}.items():
        shown = replace(view, lead=lead)
        sizes = laid_out(shown, *ROOMS[1]).sizes
        top = projection._top(shown, sizes, 112, 34)
        assert top and top[-1].sentences == sentences
        apart = top[-1].high - replace(top[-1], sentences=()).high
        assert apart == (sizes.lead.scale if len(sentences) > 1 else 0)


def test_lean_letters_fill_a_wall_that_would_be_empty() -> None:
    name = Projected(giant="Leren van elkaar")
    assert laid_out(name, *ROOMS[1]).giant is STEEP
    assert laid_out(replace(name, giant="Wat?"), *ROOMS[1]).giant not in LEAN


def test_a_name_of_two_words_is_on_one_line_rather_than_with_a_short_word_alone() -> None:
    drawn = laid_out(Projected(giant="Klankbordgroep talent", network="Klankbordgroep talent"), *ROOMS[1])
    assert drawn.giant is SLIM


def test_a_list_is_not_broken_in_columns_for_lean_letters() -> None:
    """Three questions stood in two columns of broken lines, under a question of half the width of the wall."""
    texts = ("Hoe laat je los als het werk vandaag af moet?", "Leren inplannen in een gewone werkweek", "Hoe verder?")
    drawn = laid_out(Projected("Taak", "Wat is rond, en wat gaat verder?", items=tuple(map(Item, texts))), *ROOMS[2])
    assert drawn.giant not in LEAN
    one = laid_out(Projected("Taak", "Wat is rond, en wat gaat verder?", items=(Item(texts[0]),)), *ROOMS[2])
    assert one.giant in LEAN


def test_round_what_is_now_in_a_list_there_is_air_before_letters_are_thicker() -> None:
    """The ground under what is now touched the line above it and the one below."""
    names = (
        "Check-in",
        "Kennismaking",
        "Tafelronde",
        "Brainstorm",
        "Pauze",
        "Besluit",
        "Samenvatting",
        "Evaluatie",
        "Afronding",
    )
    items = tuple(Item(name, f"14:{number}4") for number, name in enumerate(names))
    now = (replace(items[0], now=True), *items[1:])
    view = Projected(
        giant="Leren inplannen in een gewone werkweek · Hoe gaan we verder?", network="Klankbord", apiece=True
    )
    plain, grounded = (laid_out(replace(view, items=each), *ROOMS[2]).sizes for each in (items, now))
    assert plain.ease.airs == TIGHT
    assert grounded.ease.airs == AIRY
    assert grounded.listed.cap == plain.listed.cap, "and none is lower for it"


@pytest.mark.parametrize("size", [NARROW, SLIM, TALL])
def test_a_giant_text_is_bold_where_its_lines_leave_room_for_it(size: Size) -> None:
    """Thin letters over a list of black ones: what all work on was told by its colour alone."""
    lines = balanced((("Karel, wat ga je doen, en tegen wanneer?", ""),), size, 120) or ()
    longest = max(wide(line, size) for line in lines)
    blocks = [
        _giant(
            Projected(giant="Karel, wat ga je doen, en tegen wanneer?"),
            size,
            width,
            50,
            EASES[0],
            apiece=False,
            filled=width,
        )
        for width in (longest, longest * 3 // 2)
    ]
    (thin,), (bold,) = (block or [] for block in blocks)
    assert thin.lines == bold.lines, "it takes no more lines for it"
    assert thin.wide <= longest
    assert bold.size.bold > thin.size.bold
    assert bold.high == thin.high


def test_a_question_is_as_broad_as_there_is_room_for_over_its_list() -> None:
    """Letters three times as high as wide stood over a list of square ones, and half the wall beside them was empty."""
    items = (Item("Wat bedoelen we eigenlijk met talent?"), Item("Ons beleid staat er: wat voegt talent daar aan toe?"))
    drawn = laid_out(Projected(giant="Wat vragen we aan Roos Verzonnen?", items=items), *ROOMS[2])
    assert not drawn.giant.square
    width = max(x for _y, x in inked(drawn.lines[:24]))
    assert ROOMS[2][0] * 3 / 4 < width < ROOMS[2][0] - 4


def test_a_list_keeps_two_rows_over_it_rather_than_give_one_to_the_air_under_the_line_of_status() -> None:
    """The headings hung a row below the tails of a goal."""
    goal = "Tegen de zomer heeft elk van ons in de eigen ploeg één ding uitgeprobeerd en erover verteld."
    agreed = (Item("Afspraken", heading=True), Item("Een voorbeeld van een talentgesprek meebrengen", aside="Lien"))
    later = (
        Item("Volgende sessie", heading=True),
        Item("do 29 oktober · 13:30-16:40"),
        Item("Busbedrijf, oude remise"),
    )
    drawn = laid_out(Projected("Afspraken", goal, items=(*agreed, *later)), *ROOMS[2])
    over = [bool(line.plain.strip()) for line in drawn.lines]
    gaps = [len(list(run)) for inked, run in groupby(over) if not inked]
    assert drawn.giant is SLIM
    assert len(drawn.lines) < ROOMS[2][1]
    assert 2 in gaps[1:]


def test_under_the_line_of_status_of_a_high_wall_a_row_more_is_free_where_letters_and_air_are_no_less_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    items = tuple(map(Item, ("Wat probeerde je uit?", "Wie merkte het?", "Wat doe je nu anders?")))
    view = Projected(giant="Breng mee wat je uitprobeerde, ook als het mislukte", items=items, network="Klankbord")
    lower = laid_out(view, *ROOMS[2])
    assert [bool(row.plain.strip()) for row in lower.lines[:3]] == [True, False, False]
    monkeypatch.setattr(projection, "HIGH", ROOMS[2][1] + 1)
    projection._chosen.cache_clear()
    higher = laid_out(view, *ROOMS[2])
    projection._chosen.cache_clear()
    assert higher.sizes == lower.sizes


TALL_AND_TAILED = ("jagen", "zoeken", "één ding", "egels", "Ébène", "gaan")


def inked(rows: Sequence[Content]) -> list[tuple[int, int]]:
    """Where something is drawn, in half rows and columns."""
    halves = {"▀": (0,), "▘": (0,), "▝": (0,), "▄": (1,), "▖": (1,), "▗": (1,), " ": ()}
    return [
        (2 * y + half, x)
        for y, row in enumerate(rows)
        for x, cell in enumerate(row.plain)
        for half in halves.get(cell, (0, 1))
    ]


@pytest.mark.parametrize("size", [size for size in SIZES if size is not PLAIN], ids=lambda size: size.name)
def test_lines_stand_equally_far_apart_with_tails_and_accents_and_without(size: Size) -> None:
    """A line without tails stood nearer to the next one, and a tail touched what stood under an accent."""
    block = Block(size, tuple(((word, ""),) for word in TALL_AND_TAILED))
    assert len(block.drawn()) == block.high
    tops = [2 * over + reach.lowered + reach.above * size.scale for over, reach in block._placed()]
    assert len({after - before for before, after in pairwise(tops)}) == 1
    free = set(range(2 * block.high)) - {y for y, _x in inked(block.drawn())}
    assert len([y for y in free if y - 1 not in free and y]) >= len(TALL_AND_TAILED) - 1, "air between any two lines"


def words_of(text: str) -> Line:
    """A line of these words."""
    return tuple((word, "") for word in text.split())


@pytest.mark.parametrize("size", [size for size in SIZES if size is not PLAIN], ids=lambda size: size.name)
def test_accents_share_the_rows_of_tails_that_stand_elsewhere(size: Size) -> None:
    """An accent far from any tail moved all lines apart: a goal of three lines went down to the last half row."""
    plain, far, near = map(words_of, ("zoek een dak", "zoek eén dak", "één dak"))
    assert _step(words_of("jagen elk"), far, size) == _step(words_of("jagen elk"), plain, size)
    assert _step(words_of("jagen elk"), near, size) > _step(words_of("jagen elk"), plain, size)
    lines = (words_of("jagen elk"), far, words_of("jagen"))
    apart = [Block(size, (line,)).drawn() for line in lines]
    dots = sum(len(inked(rows)) for rows in apart)
    assert len(inked(Block(size, lines).drawn())) == pytest.approx(dots, rel=0.1), "all of it is drawn"


@given(st.lists(st.sampled_from(TALL_AND_TAILED), min_size=2, max_size=12), st.sampled_from((SMALL, NARROW, LARGE)))
def test_no_tail_in_a_list_touches_what_stands_below_it(words: list[str], size: Size) -> None:
    """The g of one entry and the capital of the next were one form."""
    for items in ((Item(" ".join(words)),), tuple(map(Item, words))):
        found = arranged(items, size, 80, 400, TIGHT[-1:])
        assert found
        column, drawn = found.bands[0][0], inked(found.drawn())
        lines = sum(len(entry.lines) for entry in column.entries)
        high = rows(size, column.shared)
        step = high + (column.apart(found.air) if len(items) > 1 else column.spacing.leading)
        assert found.high == len(found.drawn()) == column.raised + lines * step - (step - high), "equally far apart"
        for end in range(column.raised + high, found.high, step):
            tails = {x for y, x in drawn if y == 2 * end - 1}
            assert tails.isdisjoint(x for y, x in drawn if y == 2 * end)


TEXTS = st.lists(st.sampled_from(TALL_AND_TAILED), min_size=1, max_size=8).map(" ".join)


@given(st.lists(TEXTS, min_size=1, max_size=6), st.booleans())
def test_no_line_of_a_close_list_touches_the_next_one(texts: list[str], headed: bool) -> None:
    heading = (Item("egels", heading=True),) if headed else ()
    found = arranged((*heading, *map(Item, texts)), SMALL, 60, 400, TIGHT[-1:], close=True)
    assert found
    assert found.high == len(found.drawn())
    apart = arranged((*heading, *map(Item, texts)), SMALL, 60, 400, AIRY[:1])
    assert apart
    assert len(inked(found.drawn())) == len(inked(apart.drawn())), "all of it is drawn"
    column = found.bands[0][0]
    for entry in column.entries:
        dots = inked(column._entry(entry, found.air))
        step = 2 * rows(SMALL, column.shared) + (column._within(entry, 1, found.air) if len(entry.lines) > 1 else 0)
        for number in range(len(entry.lines) - 1):
            below = 2 * column._raised(entry) + number * step + halves(SMALL, column.shared)
            tails = {x for y, x in dots if y == below - 1}
            assert tails.isdisjoint(x for y, x in dots if y == below)


def test_a_close_list_has_as_much_under_every_heading() -> None:
    """Under a heading with a tail there was a row, and none under the others."""
    items = [Item("Te doen", heading=True), Item("Een voorbeeld"), Item("Volgende", heading=True), Item("Drukkerij")]
    for chapters in (items, items[2:] + items[:2]):
        found = arranged(tuple(chapters), SMALL, 60, 60, AIRY, close=True)
        assert found
        column = found.bands[0][0]
        gaps = [column.between(*pair, found.air) for pair in pairwise(column.entries) if pair[0].item.heading]
        assert gaps == [1, 1]


def test_the_lines_of_a_close_entry_stand_half_a_row_apart_where_a_tail_would_touch() -> None:
    """A whole row between them took the air of all of the list."""
    items = (
        Item("van een talentgesprek meebrengen", aside="Lien, Hugo"),
        Item("Drukkerij Zwanenhals, boven de persen"),
    )
    found = arranged(items, SMALL, 50, 60, AIRY, close=True)
    assert found
    column = found.bands[0][0]
    assert [column._within(entry, 1, found.air) for entry in column.entries] == [1, 1]


@pytest.mark.parametrize("size", [LARGE, TALL, NARROW, SMALL], ids=lambda size: size.name)
def test_an_accent_in_a_list_stands_in_the_air_over_its_line(size: Size) -> None:
    """One accent raised all lines of a list, which was ordinary text for it."""
    without, accented = (tuple(map(Item, ("aan", word, "aan", "een"))) for word in ("een", "één"))
    before, after = (arranged(items, size, 400, 400, AIRY[:1]) for items in (without, accented))
    assert before and after
    assert after.high == before.high
    first = arranged(accented[1:], size, 400, 400, AIRY[:1])
    assert first
    high = before.high - before.bands[0][0]._high(before.entries[0], before.air) // 2 - AIRY[0].entries
    assert first.high == high + raised(size, reach(["één"], size)), "over the first one it takes its own rows"


def test_two_entries_stand_further_apart_than_two_lines_of_one() -> None:
    texts = ("Een voorbeeld van een talentgesprek meebrengen", "Samen met de ploeg één perk kiezen")
    found = arranged(tuple(map(Item, texts)), SMALL, 60, 40, AIRY)
    assert found
    column = found.bands[0][0]
    assert not column.whole
    assert column.apart(found.air) > column.spacing.leading


def said(lines: Sequence[Sequence[tuple[str, str]]] | None) -> list[str]:
    """The text of each line."""
    return [" ".join(word for word, _style in line) for line in lines or ()]


def test_a_text_is_broken_at_its_seams_where_that_takes_no_more_lines() -> None:
    facts = (("sessie 3 · Drukkerij Zwanenhals", "bold"),)
    assert said(balanced(facts, PLAIN, 24)) == ["sessie 3", "Drukkerij Zwanenhals"]
    assert said(balanced(facts, PLAIN, 80)) == ["sessie 3 · Drukkerij Zwanenhals"]
    asked = (("Wat ging er goed? Wat kan er beter? Tips voor later?", "bold"),)
    assert said(balanced(asked, PLAIN, 36)) == ["Wat ging er goed?", "Wat kan er beter? Tips voor later?"]


def test_what_is_said_behind_a_question_stays_with_it() -> None:
    parts = (("Hoe ziet een gewone week eruit?", "bold"), ("40\u00a0min", "$muted"))
    assert said(balanced(parts, PLAIN, 32))[-1] != "40\u00a0min"


def test_questions_stand_on_lines_of_their_own_where_there_is_room() -> None:
    """Three questions ran on as one text, and the second began at the end of a line."""
    view = Projected(giant="Wat heb je geleerd? Wat mis je nog? Wat doen we anders?", items=(Item("Nog iets"),))
    drawn = laid_out(view, *ROOMS[1])
    giant = [line for line in drawn.lines if "$accent" in str(line.spans)]
    assert len(giant) >= 3 * drawn.giant.cap


def test_no_word_of_an_entry_is_left_alone_on_its_last_line() -> None:
    text = "Hoe laat je los als het werk vandaag af moet?"
    found = arranged((Item(text),), TALL, 180, 30, AIRY)
    assert found
    assert [len(line) for line in found.entries[0].lines][-1] > 1


def test_no_word_in_the_middle_is_left_alone_on_a_line() -> None:
    asked = (("Hoe ziet een gewone werkweek eruit waarin iedereen iets leert?", "bold"),)
    lines = balanced(asked, TALL, 76)
    assert lines and len(lines) == len(broken(asked, TALL, 76) or ())
    assert all(len(line) > 1 for line in lines), said(lines)


def test_a_heading_begins_at_the_left_of_the_labels_that_it_heads() -> None:
    items = (Item("Wat kwam er uit?", heading=True), Item("Een les", label="·"))
    found = arranged(items, PLAIN, 40, 10, AIRY)
    assert found
    heading, entry = (row.plain for row in found.drawn())
    assert heading.startswith("Wat")
    assert entry.startswith("·")


def test_a_heading_stands_further_from_what_is_above_it_than_entries_from_each_other() -> None:
    items = tuple(Item(text, heading=text == "Kop") for text in ("een", "Kop", "twee", "drie"))
    found = arranged(items, PLAIN, 10, 6, TIGHT)
    assert found
    assert [row.plain for row in found.drawn()] == ["een", "", "Kop", "twee", "drie"]


def test_a_list_is_not_broken_into_columns_for_air_alone() -> None:
    asked = (
        "Hoe laat men los als het werk van nu af moet?",
        "Leren rusten in een normale werkweek",
        "Hoe doen we verder?",
    )
    view = Projected(giant="Wat is rond, en wat gaat verder?", items=tuple(Item(text, "·") for text in asked))
    rows = [line.plain for line in laid_out(view, *ROOMS[0]).lines]
    assert laid_out(view, *ROOMS[0]).listed is SMALL
    assert sum(row.startswith("  ▘") for row in rows) >= 3, "every label stands at the left"


def test_a_list_is_no_nearer_to_the_giant_text_than_its_lines_to_each_other() -> None:
    view = Projected(giant="Wat vragen we aan Roos Verzonnen?", items=tuple(Item("Vraag " * 12) for _ in range(4)))
    rows = ["".join(line.plain.split()) for line in laid_out(view, *ROOMS[0]).lines]
    first, second, *_ = (place for place, row in enumerate(rows) if row.startswith("Vraag"))
    above = next(place for place in range(first - 1, 0, -1) if rows[place])
    assert first - above >= second - first


@pytest.mark.parametrize("giant", ["Wat vragen we?", "Zegt iemand iets?"])
@pytest.mark.parametrize("room", ROOMS)
def test_what_tails_need_in_a_list_counts_for_its_distance_to_the_giant_text(giant: str, room: tuple[int, int]) -> None:
    """Most letters have no tails: between two entries there is more air than the rows that are left free."""
    view = Projected(giant=giant, items=tuple(Item(f"Een goede vraag {letter}") for letter in "ABCD"))
    drawn = laid_out(view, *room)
    texts = [row for row in drawn.lines if row.plain.strip()]
    rows = [(place, "$accent" in str(row.spans)) for place, row in enumerate(drawn.lines) if row in texts]
    last_of_giant = max(place for place, giant in rows if giant)
    listed = [place for place, giant in rows if not giant]
    gaps = [after - before for before, after in pairwise(listed) if after - before > 1]
    assert listed[0] - last_of_giant >= max(gaps, default=1)


def test_the_last_facts_of_a_long_status_give_way_to_the_name_of_the_network_and_the_time() -> None:
    view = Projected("do 24 december · 13:30 · Ziekenhuis Sint-Fictus, leslokaal 2", network="Klankbordgroep talent")
    head = laid_out(replace(view, clock="14:08"), *ROOMS[0]).lines[0].plain
    assert head.split("  ")[0].strip() == "Klankbordgroep talent"
    assert "do 24 december · 13:30 " in head and "leslokaal" not in head
    assert head.endswith("14:08 ")
    assert "leslokaal 2" in laid_out(view, *ROOMS[1]).lines[0].plain


def test_one_fact_of_the_status_stays_and_a_long_name_of_a_network_is_cut() -> None:
    view = Projected(
        "Zoek je plaats · Ronde 2 van 3 · ● blijft zitten", network="Een heel lange naam " * 3, clock="14:08"
    )
    head = laid_out(view, *ROOMS[0]).lines[0].plain
    assert "● blijft zitten" in head and "…" in head and head.endswith("14:08 ")
    assert "Zoek je plaats" in laid_out(view, 40, 20).lines[0].plain


def test_what_has_the_label_of_the_entry_above_it_stands_nearer_to_it_than_to_another() -> None:
    items = (Item("een", "Sterktes"), Item("twee"), Item("drie", "Zwaktes"), Item("vier", "Kansen"))
    found = arranged(items, PLAIN, 50, 12, (Air(1, 2),))
    assert found
    rows = [row.plain.split()[-1:] for row in found.drawn()]
    at = [rows.index([word]) for word in ("een", "twee", "drie", "vier")]
    assert at[1] - at[0] < at[2] - at[1] == at[3] - at[2]


def test_a_row_is_free_at_the_foot_of_a_drawn_list_where_a_narrower_giant_text_leaves_it() -> None:
    asked = "Wanneer hielp een leidinggevende jou echt vooruit?"
    view = Projected("Nog open", asked, items=(Item("Hoe laat je los als het werk vandaag af moet?"),), network="Kring")
    drawn = laid_out(view, *ROOMS[0])
    assert drawn.listed is not PLAIN
    assert len(drawn.lines) < ROOMS[0][1]


def test_what_is_said_behind_the_entries_is_left_out_where_they_are_drawn_without_it() -> None:
    """On a narrow screen: ordinary text goes before a list that leaves entries out, but not before this one."""
    names = ("Check-in", "Kennismaking", "Tafelronde", "Brainstorm", "Pauze", "Besluit", "Samenvatting", "Evaluatie")
    every = tuple(Item(name, aside="10\u00a0min") for name in names)
    view = Projected("Samenvatting", "Wat doen we in sessie 3?", items=every, shorter=tuple(map(Item, names)))
    drawn = laid_out(replace(view, legible=True), *ROOMS[0])
    assert drawn.listed is not PLAIN
    assert not any("min" in line.plain for line in drawn.lines)


def test_no_line_ends_on_a_word_that_leads_to_the_next_one_where_another_break_takes_no_more() -> None:
    lines = balanced((("Breng mee wat je uitprobeerde, ook als het mislukte", ""),), TALL, 112)
    assert lines
    assert [line[-1][0] for line in lines[:-1]] != ["je", "ook"]
    assert len(lines) == len(broken((("Breng mee wat je uitprobeerde, ook als het mislukte", ""),), TALL, 112) or ())


def test_a_name_is_broken_only_where_it_would_be_small_in_one_line() -> None:
    for name in ("Karel Wouters", "Maria-Magdalena Vandenbroucke-Vanderhaeghen"):
        drawn = laid_out(Projected(giant=name.replace(" ", "\u00a0"), items=(Item("hierna An"),)), *ROOMS[0])
        assert drawn.giant not in {SMALL, PLAIN}


def test_a_heading_stands_over_all_columns_and_entries_on_the_same_rows() -> None:
    texts = ("een", "twee woorden die niet passen", "drie", "vier")
    items = (Item("Een lange kop over alles", heading=True), *map(Item, texts))
    found = arranged(items, PLAIN, 50, 4, TIGHT)
    assert found
    heading, first, *others = (row.plain for row in found.drawn())
    assert heading.rstrip() == "Een lange kop over alles"
    assert first.split() == ["een", "drie"]
    assert others[0].split()[-1] == "vier"


def test_a_chapter_goes_on_in_the_next_column_only_where_it_would_not_be_drawn_otherwise() -> None:
    """One of four answers stood under their heading, and three at the top of the next column."""
    answers = ("akkoord", "bedenking", "overwegend bezwaar", "laat het aan de groep")
    items = (Item("Feedback geven", "A"), Item("Zo antwoord je", heading=True), *map(Item, answers))
    for width, height in product(range(60, 200, 7), range(12, 40, 3)):
        for size in (TALL, NARROW, SMALL):
            found = arranged(items, size, width, height, (*AIRY, *TIGHT))
            for band in found.bands if found else ():
                assert all(column.entries[0].item.heading for column in band[1:]) or len(band[0].entries) == 1


def test_what_is_measured_stays_in_one_column_with_what_is_said_of_it() -> None:
    rows = tuple(Item(text, drawing=Bar(n, 11, f"{n} van 11")) for n, text in ((9, "voor"), (2, "tegen")))
    items = (*rows, Item("voor of tegen"), Item("Actiepunten", heading=True), Item("Zaal zoeken"))
    found = arranged(items, SMALL, 110, 12, TIGHT)
    assert found
    assert [[len(column.entries) for column in band] for band in found.bands] == [[3, 2]]


@pytest.mark.parametrize("size", [NARROW, TALL])
def test_a_label_is_nearer_to_its_text_than_to_the_column_before_it(size: Size) -> None:
    told = (("3", "Op de agenda"), ("11", "Leervragen"), ("2", "Thema's"))
    for width, fact in product(range(40, 200), (False, True)):
        items = tuple(Item(text, label, fact=fact) for label, text in told)
        found = arranged(items, size, width, 12, (*AIRY, *TIGHT))
        for band in found.bands if found else ():
            for column, pitch in zip(band[:-1], found.pitches if found else (), strict=False):
                assert pitch - column.wide > space(size, 2)
                assert not fact or pitch - column.wide >= 2 * space(size, 2)


@pytest.mark.parametrize("size", [SMALL, NARROW, TALL])
def test_an_edge_is_nearer_to_its_text_than_to_the_column_before_it(size: Size) -> None:
    items = tuple(Item(text, edge="$cluster-1") for text in ("Tijd en middelen", "Erkenning", "Richting geven"))
    for width in range(40, 200):
        found = arranged(items, size, width, 12, (*AIRY, *TIGHT))
        for band in found.bands if found else ():
            for column, pitch in zip(band[:-1], found.pitches if found else (), strict=False):
                assert pitch - column.wide > column.hang - 1


def test_facts_behind_a_text_stay_together_where_they_can() -> None:
    """At the end of a line the dot between two facts was dropped, and they read as one."""
    items = (Item("Zaal en koffie regelen in de oude remise", aside="Kadir · een week vooraf"),)
    for width in range(24, 80):
        found = arranged(items, PLAIN, width, 12, TIGHT)
        assert found
        assert any("Kadir\u00a0·\u00a0een\u00a0week\u00a0vooraf" in row.plain for row in found.drawn())


def test_counts_do_not_touch_the_top_of_their_squares_and_what_they_stand_for_is_drawn() -> None:
    counts = tuple((2,) * 5 for _ in range(5))
    for size in (NARROW, TALL):
        rows = squares(Squares(counts, "waarde", "haalbaar", 6), 80, 45, size)
        assert rows
        assert not any("waarde" in row.plain for row in rows)
        first = next(place for place, row in enumerate(rows) if "on $panel" in str(row.spans))
        assert not set("█▀▌▐▘▝▛▜▙▟▚▞") & set(rows[first].plain[12:]), "half a row of air over them"


def test_columns_are_as_wide_as_their_widest_entry_where_an_entry_would_be_folded() -> None:
    items = tuple(map(Item, ("een", "twee", "Een punt dat niet in de helft past", "vier")))
    found = arranged(items, PLAIN, 64, 2, TIGHT)
    assert found
    assert [len(entry.lines) for entry in found.entries] == [1] * 4
    assert all(row.cell_length <= 64 for row in found.drawn())


def test_chapters_that_have_a_column_each_stay_side_by_side() -> None:
    items = tuple(Item(text, heading=text.isupper()) for text in ("A", "een", "twee", "B", "drie", "vier"))
    found = arranged(items, PLAIN, 60, 3, TIGHT)
    assert found
    assert [row.plain.split() for row in found.drawn()] == [["A", "B"], ["een", "drie"], ["twee", "vier"]]


@pytest.mark.parametrize("edge", ["", "$success"])
def test_a_bar_under_a_text_does_not_touch_its_tails(edge: str) -> None:
    items = (Item("Tijd en middelen", edge=edge, drawing=Bar(6, 13, "6 van 13")),)
    found = arranged(items, SMALL, 50, 12, TIGHT)
    assert found
    rows = [row.plain.strip("█ ") for row in found.drawn()]
    assert "" in rows[:-1] and rows[0] and rows[-1]


def test_sentences_have_lines_of_their_own_also_where_that_makes_them_smaller() -> None:
    questions = "Wat ging er goed? Wat kan er beter? Tips voor een volgend netwerk?"
    view = Projected(giant=questions, items=tuple(Item(f"punt {n}") for n in range(8)))
    larger, apiece = (laid_out(replace(view, apiece=each), *ROOMS[1]) for each in (False, True))
    assert STANDING_ALONE.index(larger.giant) <= STANDING_ALONE.index(apiece.giant)
    assert laid_out(replace(view, apiece=True), 40, 12).lines, "and joined where nothing else fits"


THEMES = "Leren inplannen in een gewone werkweek · Hoe gaan we verder?"


@pytest.mark.parametrize("room", ROOMS)
def test_two_themes_stand_on_lines_of_their_own_further_from_each_other_than_the_lines_of_one(
    room: tuple[int, int],
) -> None:
    """They were read as one sentence, the second beginning at the end of a line."""
    names = ("An", "Bram", "Fatima", "Griet", "Ilse", "Kadir", "Karel", "Lien")
    view = Projected(giant=THEMES, items=tuple(map(Item, names)), level=True, apiece=True)
    drawn = laid_out(view, *room)
    assert drawn.listed is not PLAIN, "not at the cost of the list"
    ease = drawn.sizes.ease
    one = _giant(view, drawn.giant, room[0] - 8, room[1], ease, apiece=True, filled=room[0] - 8)
    assert one and one[0].sentences[-1] == 1
    tops = [2 * over + reach.lowered + reach.above * drawn.giant.scale for over, reach in one[0]._placed()]
    steps = [after - before for before, after in pairwise(tops)]
    assert steps[-1] >= max(steps[:-1], default=0) + drawn.giant.scale


@pytest.mark.parametrize("room", ROOMS[1:])
def test_each_of_two_themes_is_whole_rather_than_in_broad_letters_that_are_no_higher(room: tuple[int, int]) -> None:
    """A theme of two lines over one of one line was read as three."""
    names = ("An", "Bram", "Fatima", "Griet", "Ilse", "Kadir", "Karel", "Lien")
    view = Projected(giant=THEMES, items=tuple(map(Item, names)), level=True, apiece=True)
    sizes = laid_out(view, *room).sizes
    giant = _giant(view, sizes.giant, room[0] - 8, room[1], sizes.ease, apiece=True, filled=room[0] - 8)
    assert giant and giant[0].sentences == (1, 1)
    assert giant[0].size.bold
    alone = replace(view, giant=THEMES.split(" · ", maxsplit=1)[0])
    assert laid_out(alone, *ROOMS[1]).giant is SLIM, "one theme alone is as large as it may be, in two lines"


def test_sentences_run_on_where_the_list_would_be_ordinary_text_otherwise() -> None:
    view = Projected(giant=THEMES, items=tuple(Item(f"naam {n}") for n in range(15)), level=True)
    joined, apiece = (laid_out(replace(view, apiece=each), 80, 23) for each in (False, True))
    assert joined.listed is not PLAIN
    assert apiece.lines == joined.lines


def test_a_question_is_as_small_as_a_list_of_names_rather_than_down_to_the_last_row() -> None:
    """Names stood on the edge of the screen at the check-in."""
    names = (
        "An C.",
        "An P.",
        "Bram",
        "Els",
        "Fatima",
        "Griet",
        "Hugo",
        "Ilse",
        "Joris",
        "Karel",
        "Leen",
        "Lien",
        "Mieke",
        "Noël",
    )
    themes = "Wat een leidinggevende kan doen · Een case uit de eigen ploeg"
    view = Projected("hier", themes, items=tuple(map(Item, names)), level=True, apiece=True)
    drawn = laid_out(view, *ROOMS[0])
    assert (drawn.giant, drawn.listed) == (SMALL, SMALL)
    assert len(drawn.lines) < ROOMS[0][1]
    assert laid_out(replace(view, level=False), *ROOMS[0]).giant is not SMALL, "where it is to stand out it does"


def test_sentences_have_lines_of_their_own_in_letters_as_small_as_the_list_rather_than_run_on() -> None:
    """Two themes of a session were read as one."""
    view = Projected(giant=THEMES, items=tuple(Item(f"naam {n}") for n in range(9)), level=True, apiece=True)
    drawn = laid_out(view, 80, 23)
    assert (drawn.giant, drawn.listed) == (SMALL, SMALL)
    assert laid_out(replace(view, giant="Hoe gaan we verder?"), 80, 23).giant is not SMALL


def test_columns_over_marks_in_ordinary_text_go_with_small_letters_alone() -> None:
    marks = tuple(map(str, range(11)))
    assert spread(Spread((1,) * 11, marks), 44, SMALL, Common())
    assert spread(Spread((1,) * 11, marks), 44, LARGE, Common()) is None


@pytest.mark.parametrize("size", [PLAIN, SMALL])
def test_what_is_now_is_on_a_ground_with_its_mark_and_its_minutes(size: Size) -> None:
    found = arranged((Item("Volgende stap", "▸", "3'", now=True),), size, 80, 4, TIGHT)
    assert found
    rows = found.drawn()
    assert {span.style for row in rows for span in row.spans} == {GROUND, ON_NOW, BEHIND_NOW}
    assert set(grounds(rows)) == {(0, rows[0].cell_length)}


STEPS = ("Casus", "Vragen", "Analyse", "Advies", "Inzicht", "Volgende stap")


@pytest.mark.parametrize("now", STEPS)
@pytest.mark.parametrize("room", ROOMS)
def test_the_ground_of_now_grows_into_the_air_and_no_letter_touches_it(now: str, room: tuple[int, int]) -> None:
    """White letters stood on the very edge of it, and those of the line above bit into it."""
    items = tuple(Item(step, "▸" if step == now else "✓", "6'", now=step == now) for step in STEPS)
    rows = laid_out(Projected(giant="Karel, wat ga je doen, en tegen wanneer?", items=items), *room).lines
    ground = [place for place, row in enumerate(rows) if any(span.style == GROUND for span in row.spans)]
    start, end = next(grounds(rows[ground[0] :]))
    assert {*grounds(rows[place] for place in ground)} == {(start, end)}, "a rectangle"
    assert all(rows[place].plain[start] == " " == rows[place].plain[end - 1] for place in ground)
    above = rows[ground[0] - 1].plain.ljust(end)[start:end]
    assert set(above) in ({"▄"}, {" "}), "half a row of it, over letters that begin with a row"
    assert rows[ground[-1]].plain[start:end].strip(), "no empty row at its foot"


def grounds(rows: Iterable[Content]) -> Iterator[tuple[int, int]]:
    """From where to where the ground goes in each of these rows."""
    for row in rows:
        spans = [span for span in row.spans if span.style == GROUND]
        yield min(span.start for span in spans), max(span.end for span in spans)


def test_lines_of_a_giant_text_stand_closer_for_a_free_row_at_the_foot_where_no_tail_hangs_near_a_capital() -> None:
    """The ground under what is now ran into the edge of the screen."""
    steps = tuple(Item(unbroken(name), "✓", "6'", now=name == STEPS[-1]) for name in STEPS)
    view = Projected(giant="Karel, wat ga je doen, en tegen wanneer?", items=steps, network="Klankbord")
    drawn = laid_out(view, 80, 24)
    assert drawn.sizes.ease.snug and drawn.sizes.ease.free
    lines = tuple(tuple((word, "") for word in text.split()) for text in ("Karel, wat ga je", "en tegen wanneer?"))
    assert Block(NARROW, lines, snug=True).high == Block(NARROW, lines).high - 1
    tailed = (lines[0], (("Hoe", ""), ("dan,", ""), ("Lien?", "")))
    assert Block(NARROW, tailed, snug=True).high == Block(NARROW, tailed).high, "its l stands under a tail"


def test_a_label_that_is_a_fact_is_not_quiet() -> None:
    def styles(*, fact: bool) -> set[str]:
        found = arranged((Item("punten", "8", fact=fact),), PLAIN, 20, 1, TIGHT)
        return {str(span.style) for span in found.drawn()[0].spans} if found else set()

    assert "bold $muted" in styles(fact=False)
    assert "bold $muted" not in styles(fact=True)


def test_a_chapter_of_ordinary_text_is_whole_too_where_less_air_makes_room_for_it() -> None:
    answers = ("akkoord", "bedenking", "overwegend bezwaar", "laat het aan de groep")
    items = (Item("Feedback geven", "A"), Item("Zo antwoord je", heading=True), *map(Item, answers))
    for height in range(5, 9):
        for airs in (AIRY, TIGHT):
            found = arranged(items, PLAIN, 76, height, airs)
            for band in found.bands if found else ():
                assert all(column.entries[0].item.heading for column in band[1:]) or len(band[0].entries) == 1


@pytest.mark.parametrize("size", [size for size in SIZES if size is not PLAIN], ids=lambda size: size.name)
def test_the_lines_of_a_text_keep_together_however_much_room_there_is(size: Size) -> None:
    """Three lines of a name were torn apart in one view and tight in another: what is left goes around them."""
    block = Block(size, tuple(((word, ""),) for word in TALL_AND_TAILED))
    assert least(size) + spread_out([block], 100) <= halves(size, Reach(below=size.face.below)) / 3


def test_minutes_stay_with_the_last_word_of_their_text() -> None:
    for width in range(20, 80):
        item = Item("Een lange kennismaking ", aside="20 min")
        found = arranged((item,), NARROW, width, 40, TIGHT)
        if found:
            last = said(found.entries[0].lines)[-1]
            assert last.endswith("kennismaking 20\u00a0min")
            assert all(wide(line, NARROW) <= width for line in found.entries[0].lines)


@pytest.mark.parametrize("size", [PLAIN, SMALL, NARROW, TALL])
def test_what_is_said_behind_a_text_stands_further_from_it_than_two_words_from_each_other(size: Size) -> None:
    """ "about talent Lien, Hugo" read as one sentence."""
    text, behind = ("talent", "bold"), ("Lien", "$muted")
    assert gap(text, behind, size) == gap(text, ("Lien", "bold"), size) + space(size)
    line = balanced((text, behind), size, 200)
    assert line and wide(line[0], size) == max(row.cell_length for row in drawn(line[0], size, reaching(line, size)))
    apart = balanced((text, behind), size, wide(line[0], size) - 1)
    assert apart == ((text,), (behind,)), "a line of its own where there is no room for both"


@pytest.mark.parametrize("size", [PLAIN, SMALL])
def test_what_stands_below_a_text_has_lines_of_its_own(size: Size) -> None:
    found = arranged((Item("do 29 oktober", aside="9:00", below="De oude remise"),), size, 150, 40, AIRY)
    assert found
    words = [[word for word, _style in line] for line in found.entries[0].lines]
    assert words == [["do", "29", "oktober", "9:00"], ["De", "oude", "remise"]]


@pytest.mark.parametrize("size", [PLAIN, SMALL, NARROW])
def test_the_lines_of_an_entry_stand_behind_its_own_label_and_no_other_entry_does(size: Size) -> None:
    """A check was part of the text, and the second line of what was decided stood under it."""
    items = (Item("Te doen", heading=True), Item("Een perk kiezen"), Item("We vragen iemand van buiten", "✓", own=True))
    found = arranged(items, size, 60, 60, AIRY)
    assert found
    heading, entry, decided = found.entries
    assert heading.hang == entry.hang == 0 and not entry.goes_on
    assert decided.hang == columns("✓", size) + space(size, 2)


def test_chapters_are_parted_by_a_row_in_two_columns_rather_than_stand_in_one_without_air() -> None:
    """Three chapters of nine lines in one column were a wall."""
    items = tuple(
        item
        for chapter in ("Te doen", "Besloten", "Volgende keer")
        for item in (Item(chapter, heading=True), Item("Een perk kiezen"), Item("Iemand van buiten"))
    )
    one, two = (arranged(items, PLAIN, 76, height, TIGHT) for height in (11, 9))
    assert one and two
    assert (len(one.pitches), len(two.pitches)) == (1, 2)
    assert one.air == two.air == Air(0, 1)
    assert (last := arranged(items, PLAIN, 40, 9, TIGHT)) and last.air == Air(0, 0), "where nothing else fits"


def test_under_headings_with_a_tail_a_row_is_free_where_there_is_room() -> None:
    """The tails of a grey heading hung on the first entry."""
    tailed = (Item("Je eigen", heading=True), Item("Leerpunten"), Item("Begeleiding"))
    plain = (Item("Een of twee", heading=True), *tailed[1:])

    def under(items: tuple[Item, ...], height: int) -> tuple[int, Air]:
        found = arranged(items, SMALL, 26, height, (Air(1, 2, 1), Air(1, 2)))
        assert found
        column = found.bands[0][0]
        return column.between(column.entries[0], column.entries[1], found.air), found.air

    needed = next(height for height in range(40) if arranged(tailed, SMALL, 26, height, (Air(1, 2),)))
    assert under(tailed, needed) == (0, Air(1, 2))
    assert under(tailed, needed + 1) == (1, Air(1, 2, 1))
    assert under(plain, needed + 1)[0] == 0


def test_what_labels_say_in_words_stands_further_from_its_text_in_large_letters() -> None:
    """ "Opportunities" stood a word's space from what it was the name of."""
    words, marks = (arranged((Item("Lien en Hugo", label),), NARROW, 150, 20, TIGHT) for label in ("Kansen", "A"))
    assert words and marks
    behind = [entry.hang - columns(entry.item.label, NARROW) for found in (words, marks) for entry in found.entries]
    assert behind == [space(NARROW, 3), space(NARROW, 2)]


def test_two_columns_are_of_other_widths_where_texts_take_fewer_lines_in_them() -> None:
    decided = (Item("Besloten", heading=True), Item("We vragen iemand van buiten voor 4"))
    to_do = (
        Item("Te doen", heading=True),
        Item("Perken kiezen"),
        Item("Een voorbeeld van een talentgesprek meebrengen"),
    )
    found = arranged((*to_do, *decided), PLAIN, 66, 4, (Air(0, 1),))
    assert found
    left, right = found.bands[0]
    assert not left.whole and right.whole
    assert right.wide > 31, "fuller than half of it"
    facts = (*to_do[:2], Item("Gesprek meebrengen", aside="Lien, Hugo · sessie 2"))
    again = arranged((*facts, *decided), PLAIN, 66, 5, (Air(0, 1),))
    assert again
    lines = [[word for word, style in line if style == "$muted"] for line in again.entries[2].lines]
    assert sum(map(bool, lines)) == 1, "facts stay together"


def test_of_numbered_items_none_is_left_over_for_the_last_column() -> None:
    """Three of them stood as 1 3 / 2."""
    for count, across in ((3, {1, 3}), (4, {1, 2, 4}), (5, {1, 2, 5})):
        items = tuple(Item("Wie merkte het?", label=str(number + 1)) for number in range(count))
        tried = [arranged(items, SMALL, 200, height, TIGHT) for height in range(3, 40)]
        assert {max(map(len, found.bands)) for found in tried if found} <= across
    unnumbered = tuple(Item("Wie merkte het?", label="·") for _number in range(3))
    found = arranged(unnumbered, SMALL, 100, 6, TIGHT)
    assert found and max(map(len, found.bands)) == 2


def test_numbers_that_are_facts_end_in_one_column() -> None:
    items = (Item("Op de agenda", label="3", fact=True), Item("Leervragen", label="11", fact=True))
    for size in (TALL, NARROW, SMALL, PLAIN):
        column = arranged(items, size, 80, 40, TIGHT)
        assert column
        begins = columns("11", size) - columns("3", size)
        assert min(x for _y, x in inked(column.drawn()[: rows(size, Reach())])) >= begins


def test_a_text_of_four_lines_in_two_columns_is_one_of_two_lines_across_the_wall() -> None:
    asked = ("Hoe laat je los als het werk vandaag af moet?", "Leren inplannen in een gewone werkweek")
    found = arranged(tuple(Item(text, label="·") for text in asked), SMALL, 76, 40, TIGHT)
    assert found and len(found.bands[0]) == 1
    assert not arranged(tuple(Item(text, label="·") for text in asked), SMALL, 76, 11, TIGHT)


def test_headings_of_columns_stand_on_one_line_where_the_columns_can_share_the_wall() -> None:
    items = (
        Item("Geef 0 tot 10", heading=True),
        Item("Inhoud · Discussie · Begeleiding"),
        Item("In je eigen woorden", heading=True),
        Item("Leerpunten · Thema's\u00a0behandelen · Thema's\u00a0uitdiepen"),
    )
    view = Projected(network="Klankbordgroep talent", giant="Hoe was deze sessie?", items=items)
    heading: Line = tuple((word, "") for word in items[2].text.split())
    for room in ROOMS:
        found = laid_out(view, *room)
        row = drawn(heading, found.listed, Reach())[1].plain.rstrip()
        assert any(row in line.plain for line in found.lines), room


def test_what_is_spare_goes_to_the_last_row_before_the_lines_of_a_text() -> None:
    items = tuple(Item(f"Een voorbeeld van een talentgesprek {number}") for number in range(6))
    view = Projected(giant="Tegen de zomer heeft elk van ons in de eigen ploeg één ding uitgeprobeerd.", items=items)
    for height in (14, 16):
        assert len(laid_out(view, 80, height).lines) < height


def test_groups_under_one_label_are_told_apart_by_air_before_the_giant_text_is_wider() -> None:
    said = (("Sterktes", "een"), ("", "twee"), ("Zwaktes", "drie"), ("Kansen", "vier"), ("Bedreigingen", "vijf"))
    long = " Een zin die in letters van de zaal niet past op een regel"
    view = Projected(giant="A: Een voorstel zonder veel", items=tuple(Item(text + long, label) for label, text in said))
    rows = [line.plain for line in laid_out(view, *ROOMS[0]).lines]
    assert laid_out(view, *ROOMS[0]).listed is PLAIN
    first = next(place for place, row in enumerate(rows) if "twee" in row)
    assert not rows[first + 1].strip()


def test_bold_letters_take_nothing_from_a_list_beside_them() -> None:
    """A result became smaller and thinner, for its bold letters left the bars too little."""
    scores = tuple(
        Item(text, label, said, drawing=Spread((0, 0, 3, 3, 3, 3), tuple("012345"), split=3))
        for text, label, said in (
            ("Elke ploeg een leeruur in de week", "B", "gedragen"),
            ("Feedback geven zonder te kwetsen", "A", "bespreken"),
            ("Een peter of meter voor wie begint", "C", "bespreken"),
        )
    )
    drawn = laid_out(Projected(giant="Gedragen, niemand onder 3: B.", items=scores, beside=True), *ROOMS[0])
    assert drawn.giant is TALL


def test_over_chapters_a_short_first_line_gives_way_to_bold_letters_on_one_line() -> None:
    """Two words stood alone over a date, and took the rows of the list."""
    chapters = (
        *(Item("To do", heading=True), Item("Bring an example of a conversation about talent", aside="Lien, Hugo")),
        Item("Choose one flower bed with the crew where they can do it differently", aside="Karel"),
        *(Item("Next time", heading=True), Item("Saint Fictus Hospital, classroom 2")),
        *(Item("Talent and competence, with somebody from outside"), Item("What do we take away?")),
    )
    view = Projected("Closing", "See you Thu\u00a024\u00a0December at 13:30", items=chapters, legible=True)
    assert laid_out(view, *ROOMS[1]).giant is STOUT


def test_a_goal_over_chapters_is_bold_in_a_line_more_rather_than_thin_over_a_heavy_list() -> None:
    goal = "By summer each of us will have tried out one thing at work, and told the others about it."
    items = (
        Item("Agreements", heading=True),
        Item("Bring an example of a conversation about talent", aside="Lien, Hugo · session 2"),
        Item("Next session", heading=True),
        Item("Thu 29 October 2026 · 13:30-16:40", below="Last Stop Bus Company, the old depot"),
    )
    view = Projected("Agreements", goal, items=items, legible=True)
    drawn = laid_out(view, *ROOMS[1])
    assert (drawn.giant, drawn.listed) == (STOUT, SMALL)
    lines = [balanced(((goal, ""),), size, 112) or () for size in (STOUT, NARROW)]
    assert [len(each) for each in lines] == [3, 2]
