"""Rosters and ledgers laid out at any width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Size

from tests.pilot import until
from tui.themes import THEMES
from widgets.ledger import Chapter, Entry, Ledger
from widgets.matches import Match, Matches
from widgets.page import Cell, Line, Page
from widgets.roster import Roster, RosterLine

WORDS = st.text(alphabet="abé日本[]/ -", min_size=1, max_size=40).map(str.strip).filter(bool)


class Showing(App[None]):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(THEMES[0].variables)

    def compose(self) -> ComposeResult:
        yield self._page


class Beside(Page):
    """Three that can be chosen: a rule stands between the first two, and nothing before the third."""

    def lay_out(self, width: int, height: int) -> list[Line]:
        rule = Cell(Content(" │ "), 3)
        return [[Cell(Content("one"), 5, "a"), rule, Cell(Content("two"), 3, "b"), Cell(Content("three"), 5, "c")]]


def ids(lines: list[Line]) -> set[str]:
    return {cell.id for line in lines for cell in line if cell.id}


@given(
    st.lists(st.tuples(WORDS, WORDS, st.sampled_from(["", "sinds 14:40", "verontschuldigd"])), max_size=60),
    st.integers(20, 220),
    st.integers(5, 60),
)
def test_everybody_has_a_place_in_the_roster_that_fits(
    told: list[tuple[str, str, str]], width: int, height: int
) -> None:
    roster = Roster()
    roster._people = [
        RosterLine(str(place), name, detail, "✓", "$success", state, state[-5:])
        for place, (name, detail, state) in enumerate(told)
    ]
    lines = roster.lay_out(width, height)
    assert ids(lines) == {str(place) for place in range(len(told))}
    for line in lines:
        assert sum(cell.width for cell in line) <= width
        assert all(cell.content.cell_length <= cell.width for cell in line if cell.width >= 30)


def test_fifteen_are_all_in_sight_and_forty_three_in_columns() -> None:
    roster = Roster()
    roster._people = [RosterLine(str(place), f"Voornaam{place} Familienaam") for place in range(43)]
    assert max(len(line) for line in roster.lay_out(116, 26)) == 3
    assert len(roster.lay_out(116, 26)) <= 26
    assert len(roster.lay_out(76, 17)) > 17


@pytest.mark.parametrize(("height", "together"), [(29, 1), (28, 3), (19, 3), (18, 15)])
def test_of_a_long_list_of_people_every_third_has_air_below_it_where_not_all_can_have_it(
    height: int, together: int
) -> None:
    roster = Roster()
    roster._people = [RosterLine(str(place), f"Voornaam{place}") for place in range(15)]
    lines = roster.lay_out(76, height)
    assert [number for number, line in enumerate(lines) if not line] == list(range(together, len(lines), together + 1))


def test_in_two_columns_where_people_come_from_stands_shortened_behind_their_name_or_their_state_does() -> None:
    roster = Roster()
    some = [("An Claes", "Ziekenhuis Sint-Fictus · coach", ""), ("Bo Maes", "Stad", "since 13:42"), ("Cas Wyn", "", "")]
    roster._people = [
        RosterLine(str(place), name, detail, "✓", "", state, state[-5:])
        for place, (name, detail, state) in enumerate(some)
    ]
    first, second = roster.lay_out(64, 2)
    assert [cell.content.plain.rstrip() for cell in (first[0], second[0])] == [
        " ✓ An Claes  Ziekenhuis Sint-F…",
        " ✓ Bo Maes   since 13:42",
    ]
    narrow = roster.lay_out(40, 2)
    assert narrow[0][0].content.plain.rstrip() == " ✓ An Claes", "what says nothing is left out"


@given(st.lists(st.tuples(WORDS, WORDS), max_size=12), st.integers(30, 220), st.booleans())
def test_no_word_of_a_ledger_is_lost(told: list[tuple[str, str]], width: int, beside: bool) -> None:
    ledger = Ledger()
    entries = tuple(Entry(str(place), text, "leervraag", aside=aside) for place, (text, aside) in enumerate(told))
    ledger._chapters = [Chapter("Eerst", entries), Chapter("Dan", (), empty="Niets", beside=beside)]
    lines = ledger.lay_out(width, 20)
    assert ids(lines) == {entry.id for entry in entries}
    shown = "".join(cell.content.plain for line in lines for cell in line).replace(" ", "")
    for entry in entries:
        assert all(word in shown for word in entry.text.replace("-", " ").split() if cell_len(word) < 8)
    assert all(sum(cell.width for cell in line) <= width for line in lines)
    assert all(cell.content.cell_length <= max(cell.width, 30) for line in lines for cell in line)


def test_another_match_is_chosen_round_and_round() -> None:
    matches = Matches()
    assert matches.chosen == ""
    matches.show([Match("a", "An"), Match("b", "Bo"), Match("c", "Cas")])
    matches.move(-1)
    assert matches.chosen == "c"
    matches.move(1)
    assert matches.chosen == "a"
    matches.move(1)
    matches.show([Match("a", "An", "is er al"), Match("b", "Bo"), Match("c", "Cas")])
    assert matches.chosen == "b"
    matches.show([], Content("niemand"))
    assert matches.chosen == ""


async def test_what_was_laid_out_before_there_was_a_place_is_not_drawn() -> None:
    async with Showing(Ledger()).run_test(size=(60, 10)) as pilot:
        ledger = pilot.app.query_one(Ledger)
        ledger.show([Chapter("Wat we leerden", (Entry("a", "een lange regel"),))])
        assert "leerden" in ledger.render_line(0).text
        ledger.virtual_size = Size(0, 2)  # as it is until a screen has given it one
        assert not ledger.render_line(0).text.strip() and ledger.chosen == "a"
        ledger.draw()
        assert "leerden" in ledger.render_line(0).text


async def test_no_heading_stands_alone_at_the_foot_of_a_page() -> None:
    ledger = Ledger()
    async with Showing(ledger).run_test(size=(60, 5)) as pilot:
        ledger.show([Chapter("First", (Entry("a", "one"),)), Chapter("Then", (Entry("b", "two"), Entry("c", "three")))])

        def seen() -> list[str]:
            return [ledger.render_line(y).text.strip() for y in range(4)]

        assert seen() == ["First", "one", "", ""]
        ledger.choose("b")
        await until(pilot, lambda: seen() == ["one", "", "Then", "two"])


@pytest.mark.parametrize("before", range(14, 20))
async def test_no_heading_with_air_below_it_stands_alone_at_the_foot_of_a_high_page(before: int) -> None:
    ledger = Ledger()
    async with Showing(ledger).run_test(size=(60, 26)):
        first = tuple(Entry(f"a{n}", f"one {n}") for n in range(before))
        then = tuple(Entry(f"b{n}", f"two {n}") for n in range(30))
        ledger.show([Chapter("First", first), Chapter("Then", then)])
        rows = [ledger.render_line(y).text.strip() for y in range(26)]
        assert rows[:3] == ["First", "", "one 0"], "it has air below it"
        assert ("Then" in rows) == ("two 0" in rows)


def test_a_state_in_words_moves_on_for_a_detail_that_is_long() -> None:
    roster = Roster()
    long, state = "Stedelijke openbare bibliotheek · coördinator lezen", "aanwezig"
    roster._people = [
        RosterLine("a", "An Claes", long, "✓", "", state, state),
        RosterLine("b", "Bram Jacobs", "Haven", "✓", "", "verontschuldigd met reden", "v"),
    ]
    one = next(line for line in roster.lay_out(78, 20) if line)[0]
    assert long in one.content.plain and one.content.plain.rstrip().endswith(state)


async def test_what_stands_beside_the_chosen_one_stays_whole_and_in_its_place() -> None:
    page = Beside()
    async with Showing(page).run_test(size=(40, 5)):
        for id_ in "abc":
            page.choose(id_)
            assert page.render_line(0).text.rstrip() == "one   │ twothree", id_


async def test_the_foot_of_a_page_says_how_many_stand_below_and_is_free_at_its_end() -> None:
    ledger = Ledger()
    async with Showing(ledger).run_test(size=(60, 6)) as pilot:
        ledger.show([Chapter("", tuple(Entry(letter, letter * 3) for letter in "abcdefgh"))])
        assert ledger.render_line(4).text.strip() == "eee" and "3" in ledger.render_line(5).text
        ledger.choose("f")
        await until(pilot, lambda: ledger.render_line(4).text.strip() == "fff" and "2" in ledger.render_line(5).text)
        ledger.choose("h")
        await until(pilot, lambda: ledger.render_line(4).text.strip() == "hhh")
        assert not ledger.render_line(5).text.strip()
        ledger.show([Chapter("", tuple(Entry(letter, letter * 3) for letter in "abcde"))])
        await until(pilot, lambda: not ledger.max_scroll_y and not ledger.render_line(5).text.strip())


@pytest.mark.parametrize(("height", "above"), [(9, 0), (10, 1), (11, 1), (12, 1)])
async def test_a_low_page_has_a_free_row_above_what_it_tells_too_but_for_the_lowest(height: int, above: int) -> None:
    ledger = Ledger()
    async with Showing(ledger).run_test(size=(60, height)) as pilot:
        ledger.show([Chapter("", tuple(Entry(letter, letter * 3) for letter in "abcdefghijklmnop"))])
        await until(pilot, lambda: any("↓" in ledger.render_line(y).text for y in range(height)))
        seen = [ledger.render_line(y).text.strip() for y in range(height)]
        (told,) = [number for number, line in enumerate(seen) if "↓" in line]
        assert [bool(line) for line in seen[: told + 1]] == [True] * (told - above) + [False] * above + [True]
        assert told == (height - 1 if height < 12 else height - 2)


@pytest.mark.parametrize(("height", "whole", "told"), [(14, 6, 13), (15, 6, 13), (16, 7, 15)])
async def test_a_low_page_gives_a_free_row_to_an_entry_that_is_whole_only_with_it(
    height: int, whole: int, told: int
) -> None:
    ledger = Ledger()
    async with Showing(ledger).run_test(size=(60, height)) as pilot:
        ledger.show(
            [Chapter("", tuple(Entry(letter, f"{letter}:{' word' * 14}", mark="·") for letter in "abcdefghij"))]
        )

        def seen() -> list[str]:
            return [ledger.render_line(y).text.strip() for y in range(height)]

        await until(pilot, lambda: any("↓" in line for line in seen()))
        assert [line[2] for line in seen() if line.startswith("·")] == list("abcdefghij"[:whole])
        assert [y for y, line in enumerate(seen()) if "↓" in line] == [told]
        assert str(10 - whole) in seen()[told] and not seen()[told - 1]
        ledger.choose("j")
        await until(pilot, lambda: any(line.startswith("· j") for line in seen()) and not seen()[-1])


@pytest.mark.parametrize(("words", "goes_on"), [(20, False), (36, True)])
async def test_above_what_a_page_tells_of_more_a_row_is_free_and_a_short_entry_stands_whole_or_not_at_all(
    words: int, *, goes_on: bool
) -> None:
    ledger, long = Ledger(), " ".join(["word"] * words)
    async with Showing(ledger).run_test(size=(60, 16)) as pilot:
        ledger.show([Chapter("", tuple(Entry(letter, f"{letter} {long}") for letter in "abcdefgh"))])

        def seen() -> list[str]:
            return [ledger.render_line(y).text.strip() for y in range(16)]

        assert seen()[12].endswith(" …") is goes_on, "a longer one that goes on below says so"
        last = 12 if goes_on else 13
        assert seen()[last] and not seen()[last + 1]
        assert ("6" if goes_on else "3") in seen()[last + 2] and not any(seen()[last + 3 :])
        ledger.choose("h")
        await until(pilot, lambda: seen()[12].endswith("word") and not any(seen()[13:]))


async def test_what_fits_on_a_page_has_no_track_beside_it_and_what_scrolls_has() -> None:
    entries = tuple(Entry(str(number), f"entry {number}") for number in range(12))
    ledger = Ledger()
    ledger.show([Chapter("", entries)])
    async with Showing(ledger).run_test(size=(40, 30)) as pilot:
        await until(pilot, lambda: ledger.size.height and not ledger.has_class("-scrolls"))
        await pilot.resize_terminal(40, 8)
        await until(pilot, lambda: ledger.has_class("-scrolls"))
        assert ledger.styles.scrollbar_background != ledger.styles.background
        await pilot.resize_terminal(40, 30)
        await until(pilot, lambda: ledger.styles.scrollbar_background == ledger.styles.background)
