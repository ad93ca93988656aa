"""Chapters of entries, the scores of several sessions, and lists that a digit chooses from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.app import App, ComposeResult
from textual.events import Key

from tui.themes import THEMES
from widgets.keys import place, place_key
from widgets.ledger import Chapter, Entry, Ledger
from widgets.scores import ScoreBar, Then, over_time


def test_what_is_said_of_an_empty_chapter_is_wrapped_below_itself() -> None:
    ledger = Ledger()
    ledger._chapters = (Chapter("Today", empty="Type what somebody brings, a semicolon, and who brings it along."),)
    lines = ["".join(cell.content.plain for cell in line) for line in ledger.lay_out(40, 3)]
    assert len(lines) == 3
    assert all(line.startswith("   ") and not line.startswith("    ") for line in lines[1:])


def lines_of(chapters: list[Chapter], width: int, height: int = 1) -> list[str]:
    ledger = Ledger()
    ledger._chapters = chapters
    return ["".join(cell.content.plain.ljust(cell.width) for cell in line) for line in ledger.lay_out(width, height)]


@pytest.mark.parametrize(
    ("height", "lines", "between", "below", "above"),
    [(15, 15, 1, 1, 2), (14, 13, 0, 1, 2), (12, 11, 0, 0, 2), (10, 9, 0, 0, 1), (8, 9, 0, 0, 1)],
)
def test_headings_have_air_around_them_where_the_page_has_lines_to_spare_and_with_more_of_them_all_entries(
    height: int, lines: int, between: int, below: int, above: int
) -> None:
    chapters = [Chapter("Een", (Entry("a", "een"), Entry("b", "twee"), Entry("c", "drie"))), Chapter("Niets")]
    chapters.append(Chapter("Twee", (Entry("d", "vier"),)))
    drawn = [line.strip() for line in lines_of(chapters, 80, height)]
    assert [line for line in drawn if line] == ["Een", "een", "twee", "drie", "Niets", "Twee", "vier"]
    assert drawn.index("twee") - drawn.index("een") == 1 + between
    assert drawn.index("een") - drawn.index("Een") == 1 + below
    assert drawn.index("Niets") - drawn.index("drie") == 1 + above, "a heading stands nearer to what it heads"
    assert len(drawn) == lines


@pytest.mark.parametrize(("height", "heads", "between"), [(21, False, 0), (24, True, 0), (42, True, 1)])
def test_of_two_columns_both_have_the_same_air(height: int, heads: bool, between: int) -> None:
    few, many = (tuple(Entry(f"{n}{of}", f"{n} van {of}") for n in range(of)) for of in (2, 20))
    drawn = lines_of([Chapter("Weinig", few), Chapter("Veel", many, beside=True)], 180, height)
    for title, start, of in (("Weinig", 0, 2), ("Veel", 92, 20)):
        column = [line[start : start + 80].strip() for line in drawn]
        expected = [title, *[""] * heads, f"0 van {of}", *[""] * between, f"1 van {of}"]
        assert column[: len(expected)] == expected


@pytest.mark.parametrize(
    ("height", "blank"),
    [
        (22, [1, 3, 5, 7, 8, 10, 12, 14, 16, 18, 20]),
        (21, [1, 3, 5, 7, 8, 10]),
        (17, [1, 3, 5, 7, 8, 10]),
        (16, [1, 5, 6, 8]),
    ],
)
def test_where_not_all_entries_have_air_those_of_the_first_chapters_have_it_before_the_last(
    height: int, blank: list[int]
) -> None:
    first, last = (
        tuple(Entry(f"{name}{n}", f"{name} {n}") for n in range(count)) for name, count in (("een", 3), ("twee", 6))
    )
    drawn = lines_of([Chapter("Een", first), Chapter("Twee", last)], 80, height)
    assert [number for number, line in enumerate(drawn) if not line.strip()] == blank


@pytest.mark.parametrize(("height", "blank"), [(15, [4, 8]), (12, [4, 8]), (11, [])])
def test_a_long_list_has_air_behind_every_third_entry_where_not_all_can_have_it(height: int, blank: list[int]) -> None:
    entries = tuple(Entry(f"e{n}", f"regel {n}") for n in range(8))
    drawn = lines_of([Chapter("Lang", entries)], 80, height)
    assert [number - 1 for number, line in enumerate(drawn) if not line.strip() and number > 1] == blank


@pytest.mark.parametrize("other", [Entry("f", "woord " * 16), None])
def test_a_list_of_marks_or_of_several_lines_is_not_parted_in_threes(other: Entry | None) -> None:
    plain = [Entry(f"e{n}", f"regel {n}", mark=" " if other else "·") for n in range(8)]
    drawn = lines_of([Chapter("Lang", (*plain, *([other] if other else [])))], 80, 15)
    assert [number for number, line in enumerate(drawn) if not line.strip()] in ([], [1])


def test_a_title_that_is_told_above_the_page_stands_only_among_others() -> None:
    agenda = Chapter("Agenda", (Entry("a", "een"), Entry("b", "twee")), told=True)
    points = Chapter("Punten", tuple(Entry("", f"punt {n}") for n in range(9)), spare=True)
    assert [line.strip() for line in lines_of([agenda, points], 80, 6)] == ["een", "", "twee"]
    assert "Agenda" in lines_of([agenda, points], 80, 20)[0]


def test_columns_are_of_two_widths_where_all_entries_have_air_only_so() -> None:
    few = tuple(Entry(f"f{n}", "kort") for n in range(2))
    many = tuple(Entry(f"m{n}", "een vraag " * 7, aside="Karel Wouters, sessie 2") for n in range(9))
    chapters = [Chapter("Weinig", few), Chapter("Veel", many, beside=True)]
    assert [lines_of(chapters, 180, height)[0].index("Veel") for height in (40, 24, 12)] == [92, 62, 92]


@pytest.mark.parametrize(("rows", "blank"), [(20, True), (19, False)])
def test_a_page_that_is_scrolled_far_has_air_around_its_headings_where_it_is_high(rows: int, blank: bool) -> None:
    chapters = [Chapter("Een", tuple(Entry(f"e{n}", "kort") for n in range(40)))]
    assert bool(lines_of(chapters, 80, rows)[1].strip()) is not blank


@pytest.mark.parametrize(("height", "blank"), [(12, True), (11, False)])
def test_a_page_that_is_scrolled_anyway_has_air_between_entries_of_several_lines(height: int, blank: bool) -> None:
    entries = tuple(Entry(f"e{n}", "een vraag " * 6, aside="Karel Wouters, sessie 2") for n in range(9))
    lines = lines_of(
        [Chapter("Open", entries), Chapter("Kort", tuple(Entry(f"k{n}", "kort") for n in range(9)))], 80, height
    )
    assert [bool(line.strip()) for line in lines[:5]] == [True, True, True, not blank, True]
    assert len(lines) == 30 + 8 * blank, "none between those of one line"


@pytest.mark.parametrize(("height", "blank"), [(20, True), (19, False)])
def test_in_a_low_page_that_is_scrolled_entries_that_a_mark_tells_apart_have_no_air(height: int, blank: bool) -> None:
    entries = tuple(Entry(f"e{n}", "een vraag " * 6, mark="○", aside="Karel Wouters, sessie 2") for n in range(12))
    assert len(lines_of([Chapter("Open", entries)], 80, height)) == 25 + 12 * blank


def test_entries_of_several_lines_have_air_between_them_where_all_stay_in_sight_with_it() -> None:
    entries = tuple(Entry(f"e{n}", "een vraag " * 6, aside="Karel Wouters, sessie 2") for n in range(5))
    assert [len(lines_of([Chapter("Open", entries)], 80, height)) for height in (16, 15, 14, 11)] == [
        16,
        15,
        12,
        11,
    ]


def test_in_a_narrow_page_what_concerns_the_lines_of_a_chapter_stands_in_a_column_where_little_folds_for_it() -> None:
    short, longer = Entry("a", "kort", aside="An"), Entry("b", "iets langer", aside="sessie 2")
    lines = lines_of([Chapter("", (short, longer))], 40)
    assert [line.rstrip() for line in lines] == ["   kort          An", "   iets langer   sessie 2"]
    lines = lines_of([Chapter("", (short, longer, Entry("c", "woord " * 5)))], 40)
    assert [line.strip() for line in lines[:2]] == ["kort   An", "iets langer   sessie 2"]
    few = [replace(short, id=str(number)) for number in range(3)]
    assert len(lines_of([Chapter("", (*few, Entry("c", "woord " * 7, aside="sessie 2")))], 40)) == 5


async def test_a_narrow_page_that_does_not_hold_all_shows_it_in_brief() -> None:
    page = Ledger()
    entries = tuple(Entry(f"e{n}", "een vraag " * 6, aside="Karel Wouters, sessie 2") for n in range(5))
    page._chapters, page._brief = [Chapter("", entries)], [Chapter("", (Entry("e", "een vraag"),))]
    assert [len(page.lay_out(width, height)) for width, height in ((80, 10), (80, 9), (120, 4))] == [10, 1, 5]


def test_in_a_narrow_page_the_kind_of_what_folds_stands_before_what_concerns_it() -> None:
    chapters = [Chapter("", (Entry("a", "Wie begint?", "leervraag", aside="An", folds=True),))]
    assert [line.split() for line in lines_of(chapters, 100)] == [["leervraag", "Wie", "begint?", "An"]]
    assert [line.strip() for line in lines_of(chapters, 80)] == ["Wie begint?   leervraag · An"]
    assert [line.strip() for line in lines_of(chapters, 28)] == ["Wie begint?", "leervraag · An"]


async def test_beside_a_cell_is_the_nearest_one_of_the_next_column() -> None:
    entries = tuple(Entry(f"{side}{n}", "kort") for side in "lr" for n in range(3))
    two_lines = Entry("r0", "woord " * 20)
    chapters = [Chapter("Links", entries[:3]), Chapter("", (two_lines, *entries[4:]))]

    class Beside(App[None]):
        def compose(self) -> ComposeResult:
            yield Ledger()

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return dict(THEMES[0].variables)

    async with Beside().run_test(size=(180, 16)) as pilot:
        ledger = pilot.app.query_one(Ledger)
        ledger.focus()
        ledger.show(chapters)
        for key, chosen in (("down", "l1"), ("right", "r1"), ("right", "r1"), ("left", "l0"), ("left", "l0")):
            await pilot.press(key)
            assert ledger.chosen == chosen, key


async def test_of_the_chosen_one_the_text_alone_is_bold() -> None:
    chapters = [Chapter("", (Entry("a", "kort", "soort", aside="An"),))]

    class One(App[None]):
        def compose(self) -> ComposeResult:
            yield Ledger()

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return dict(THEMES[0].variables)

    async with One().run_test(size=(120, 10)) as pilot:
        ledger = pilot.app.query_one(Ledger)
        ledger.focus()
        ledger.show(chapters)
        await pilot.pause()
        bold = [part.text.strip() for part in ledger.render_line(0) if part.style and part.style.bold]
        assert [text for text in bold if text] == ["kort"]


def test_on_a_wide_page_chapters_stand_in_two_columns_of_about_as_many_lines() -> None:
    entries = tuple(Entry(f"e{n}", f"regel {n}") for n in range(6))
    chapters = [Chapter("Een", entries), Chapter("Twee", entries[:3]), Chapter("Drie", entries[:3])]
    lines = lines_of(chapters, 180)
    assert lines[0].split() == ["Een", "Twee"]
    assert len(lines) <= 10
    assert lines_of(chapters, 120)[0].split() == ["Een", "Twee"], "sooner where that leaves less of it empty"
    assert len(lines_of(chapters, 100)) == 17
    long = [
        replace(chapter, entries=tuple(replace(one, text="woord " * 14) for one in entries)) for chapter in chapters
    ]
    assert lines_of(long, 120)[0].split() == ["Een"], "and not where every text would be folded"
    assert len(lines_of(chapters[:1], 180)) == 7


def test_what_concerns_a_line_stands_behind_all_lines_of_a_chapter_or_below_all_of_them() -> None:
    short = Entry("a", "kort", aside="An Claes")
    assert lines_of([Chapter("", (short,))], 40)[0].split() == ["kort", "An", "Claes"]
    both = lines_of([Chapter("", (short, Entry("b", "een heel stuk langer", aside="Karel Wouters, sessie 2")))], 40)
    assert [line.strip() for line in both] == ["kort", "An Claes", "een heel stuk langer", "Karel Wouters, sessie 2"]


def test_of_a_page_what_concerns_a_line_stands_behind_all_lines_or_below_all_of_them() -> None:
    behind = Chapter("Een", (Entry("a", "kort", aside="An"),))
    below = Chapter("Twee", (Entry("b", "een heel stuk langer", aside="Karel Wouters, sessie 2"),))
    assert [line.strip() for line in lines_of([behind, below], 40)[:3]] == ["Een", "kort", "An"]
    two = lines_of([behind, replace(below, entries=(replace(below.entries[0], text="woord " * 12),))], 160)
    assert two[1].split() == ["kort", *["woord"] * 12] and two[2].split() == ["An", "Karel", "Wouters,", "sessie", "2"]


def test_what_is_spare_stands_beside_the_others_and_only_where_nothing_goes_out_of_sight_for_it() -> None:
    here = Chapter("Hier", tuple(Entry(f"e{n}", f"regel {n}") for n in range(4)))
    short, long = (
        Chapter(title, tuple(Entry("", f"{title} {n}") for n in range(count)), beside=True, spare=True)
        for title, count in (("Kort", 2), ("Lang", 9))
    )
    wide = lines_of([here, long, short], 120, 8)
    assert wide[0].split() == ["Hier", "Kort"] and not any("Lang" in line for line in wide)
    assert any("Lang 8" in line for line in lines_of([here, long, short], 120, 14))
    told = replace(here, entries=tuple(replace(entry, text="woord " * 8, aside="An Claes") for entry in here.entries))
    assert [line.split()[-1] for line in lines_of([told, short], 120, 20)[2:9:2]] == ["Claes"] * 4
    assert [line.strip() for line in lines_of([here, short], 80, 9)][-3:] == ["Kort", "Kort 0", "Kort 1"]
    assert len(lines_of([here, short], 80, 7)) == 6
    ledger = Ledger()
    ledger._chapters = [short]
    assert ledger.to_copy() == "", "it is not chosen, and so not copied"


def test_what_concerns_a_line_has_more_room_where_the_texts_leave_it() -> None:
    long = "Karel Wouters · ook van Griet, Joris en Fatima · behandeld"
    assert len(lines_of([Chapter("", (Entry("a", "Hoe spoor je talent op?", aside=long),))], 120)) == 1
    texts = [Entry(f"e{n}", "woord " * 12, aside="An, Bram") for n in range(9)]
    assert len(lines_of([Chapter("", (*texts, Entry("a", "kort", aside=long)))], 120)) == 11
    few = [Entry(f"e{n}", "woord " * 10, aside="An Claes, Bram Jacobs · heropend in sessie 2") for n in range(9)]
    assert len(lines_of([Chapter("", tuple(few))], 120)) == 9


def test_what_concerns_each_begins_right_behind_the_longest_text() -> None:
    lines = lines_of([Chapter("", (Entry("a", "kort", aside="An"), Entry("b", "iets langer", aside="Bram")))], 120)
    assert [line.rstrip() for line in lines] == ["   kort           An", "   iets langer    Bram"]


def test_a_text_that_nothing_is_said_of_has_the_whole_width() -> None:
    goal, rule = Entry("a", "een doel van de groep " * 4), Entry("b", "een regel " * 6, aside="Karel Wouters, sessie 2")
    assert len(lines_of([Chapter("", (goal,)), Chapter("", (rule,))], 100)) == 3


def test_what_concerns_lines_has_the_column_in_which_least_is_folded() -> None:
    sources = [f"Karel en {n} anderen · behandeld in sessie {n}" for n in range(1, 6)]
    entries = [Entry(f"e{n}", "een vraag van " + "x" * 50, aside=source) for n, source in enumerate(sources)]
    long = Entry("lang", "een lange vraag " * 5, aside="Griet")
    lines = lines_of([Chapter("", (*entries, long))], 120)
    assert [source in line for source, line in zip(sources, lines, strict=False)] == [True] * 5
    assert len(lines) == 7


def test_what_concerns_each_begins_in_one_column_and_a_text_that_is_too_long_for_its_own_is_folded() -> None:
    texts = [Entry(f"e{n}", "een vraag " * 6, aside="Karel en 2 anderen · behandeld in sessie 1") for n in range(4)]
    lines = lines_of([Chapter("", (*texts, Entry("lang", "woord " * 14, aside="Griet")))], 110)
    assert len({line.index("Karel") for line in lines[:4]} | {lines[4].index("Griet")}) == 1
    assert len(lines) == 6 and lines[5].startswith("     woord") and not lines[5][lines[4].index("Griet") :].strip()


def test_what_concerns_lines_stands_below_them_where_most_would_be_folded_beside_it() -> None:
    source = "Karel en 2 anderen · behandeld in sessie 1"
    entries = tuple(Entry(f"e{n}", "een vraag " * 7, aside=source) for n in range(4))
    below = [("een vraag " * 7).strip(), source]
    assert [line.strip() for line in lines_of([Chapter("", entries)], 95)[:2]] == below
    alone = Entry("lang", "woord " * 60)  # which has the whole width either way
    assert [line.strip() for line in lines_of([Chapter("", (*entries, alone))], 95)[:2]] == below


def test_what_is_said_beside_a_heading_goes_on_below_itself() -> None:
    lines = lines_of([Chapter("Groepje 1", note="An (brengt verslag), Griet, Els, Fatima, Hugo")], 40)
    assert lines[0].startswith("Groepje 1  An (brengt")
    assert lines[1].startswith(" " * 11 + "Els")


def test_the_spreads_of_two_sessions_below_one_another_stay_two_shapes() -> None:
    bar = ScoreBar("Content", 4, 7.5, (0, 0, 0, 0, 0, 0, 0, 2, 2, 0, 0))
    drawn = over_time([Then("session 1", bar), Then("session 2", bar)], 70)
    assert "▇▇" in drawn.plain
    assert "█" not in drawn.plain
    assert not any("accent" in str(span.style) for span in drawn.spans)


@pytest.mark.parametrize(
    ("typed", "chosen"), [("1", 1), ("&", 1), ("9", 9), ("0", 10), ("à", 10), ("A", 11), ("Z", 36)]
)
def test_a_digit_chooses_a_place_zero_the_tenth_and_a_capital_one_behind_it(typed: str, chosen: int) -> None:
    assert place(Key(typed, typed)) == chosen


@pytest.mark.parametrize("typed", ["a", "x", "é\u0301", "É", "", " ", "*"])
def test_any_other_key_chooses_no_place(typed: str) -> None:
    assert place(Key("anything", typed)) == 0


def test_before_each_place_stands_the_sign_that_chooses_it() -> None:
    assert [place_key(number) for number in (1, 9, 10, 11, 12, 36, 37)] == ["1", "9", "0", "A", "B", "Z", " "]
    assert [place(Key("anything", place_key(number))) for number in range(1, 37)] == list(range(1, 37))


def column_of(ledger: Ledger, width: int) -> list[list[str]]:
    """The titles in each column of a page, from left to right."""
    lines = ledger.lay_out(width, 40)
    titles = {chapter.title for chapter in ledger._chapters}
    columns = max(map(len, lines))
    found = [
        [cell.content.plain.strip() for line in lines for cell in line[place : place + 1]] for place in range(columns)
    ]
    return [here for each in found if (here := [said for said in each if said in titles])]


def test_in_two_columns_chapters_stand_in_the_order_of_their_turn() -> None:
    ledger = Ledger()
    ledger.show([Chapter(str(turn), (Entry(str(turn), "x"),), turn=turn) for turn in (3, 2, 1, 0)])
    assert column_of(ledger, 160) == [["0", "1"], ["2", "3"]]
    assert column_of(ledger, 80) == [["3", "2", "1", "0"]]


def test_chapters_abreast_have_a_column_each_above_the_others_where_there_is_room() -> None:
    ledger = Ledger()
    groups = [Chapter(f"group {turn}", (Entry(f"g{turn}", "x"),), turn=turn, abreast=True) for turn in (1, 0, 2)]
    ledger.show([*groups, Chapter("tips", (Entry("t", "x"),), turn=3), Chapter("open", (Entry("o", "x"),), turn=4)])
    assert column_of(ledger, 160) == [["group 0", "tips"], ["group 1", "open"], ["group 2"]]
    assert all(sum(cell.width for cell in line) <= 160 for line in ledger.lay_out(160, 40))
    assert len(column_of(ledger, 120)) < 3


@pytest.mark.parametrize(("words", "height", "columns"), [(9, 40, 2), (9, 15, 3), (8, 40, 3)])
def test_chapters_abreast_stand_in_two_columns_where_less_is_folded_and_all_of_it_has_air(
    words: int, height: int, columns: int
) -> None:
    ledger = Ledger()
    entries = [tuple(Entry(f"{turn}{n}", " ".join(["woord"] * words)) for n in range(3)) for turn in range(3)]
    ledger.show([Chapter(f"group {turn}", each, turn=turn, abreast=True) for turn, each in enumerate(entries)])
    lines = ledger.lay_out(166, height)
    assert {(len(line) + 1) // 2 for line in lines if line} == {columns}


def test_what_a_text_without_a_mark_goes_on_with_stands_in_where_no_air_parts_it_from_the_next() -> None:
    unmarked = tuple(Entry(f"e{n}", "woord " * (7 if n == 1 else 2)) for n in range(4))
    marked = tuple(replace(entry, mark="○") for entry in unmarked)
    for entries, height, begins in ((unmarked, 4, 5), (unmarked, 9, 3), (marked, 4, 3), (unmarked[1:2], 4, 3)):
        lines = [line for line in lines_of([Chapter("", entries)], 40, height) if line.strip()]
        after = 1 if len(entries) == 1 else 2
        assert lines[after].index("woord") == begins
    two = Entry("two", "woord " * 7 + "\nwoord\n" + "woord " * 7, "soort")
    assert [line.rindex("  woord") + 2 for line in lines_of([Chapter("", (two,))], 46)] == [10, 12, 10, 10, 12]


def test_a_sentence_alone_stands_in_the_middle_of_its_page_and_one_with_a_heading_below_that() -> None:
    ledger = Ledger()
    ledger.show([Chapter("", empty="Nothing is open.")])
    lines = ["".join(cell.content.plain for cell in line) for line in ledger.lay_out(80, 21)]
    assert len(lines) == 11 and not any(line.strip() for line in lines[:-1])
    assert lines[-1] == " " * 32 + "Nothing is open."
    ledger.show([Chapter("Open", empty="Nothing is open.")])
    assert ledger.lay_out(80, 21)[0][0].content.plain.strip() == "Open"
