"""What a small or a wide terminal has to spare is air around the work, and no fact is cut or told twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content
from textual.widgets import OptionList, Static, TextArea

from data.model import ActivityKind
from data.verbs.network import sessions
from data.verbs.programme import programme
from screens.shell.screen import KringScreen
from tests.pilot import read, running, shown, until
from tui.app import Kring
from widgets.capture_line import CaptureLine
from widgets.page import Page
from widgets.question import Question
from widgets.roster import Roster, RosterLine

GROUPS = ("Een nieuw netwerk", "Naam", "Eerste sessie", "Verslag in", "Mensen", "Bestand")
"""What each group of fields of a new network begins with."""


def place(app: Kring, session: int, kind: ActivityKind) -> str:
    """The id of the first activity of this kind in the session with this number."""
    return next(item.id for item in programme(app.state, sessions(app.state)[session - 1].id) if item.kind is kind)


@pytest.mark.parametrize(
    ("session", "kind"),
    [
        (2, ActivityKind.RECAP),
        (3, ActivityKind.RECAP),
        (4, ActivityKind.PREPARATION),
        (3, ActivityKind.CHECK_IN),
        (3, ActivityKind.DECISION),
        (3, ActivityKind.EVALUATION),
        (3, ActivityKind.SPEED_DATES),
    ],
)
async def test_at_80_columns_there_is_air_above_the_work_where_its_page_has_lines_to_spare(
    demo: Path, session: int, kind: ActivityKind
) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(place(app, session, kind))
        await until(pilot, lambda: app.screen.has_class("-roomy"))
        await until(pilot, lambda: not shown(app).splitlines()[2].strip())
        assert shown(app).splitlines()[3].strip()
        for page in app.screen.query(Page):
            assert page.high <= page.size.height


@pytest.mark.parametrize(("session", "kind"), [(2, ActivityKind.PEER_CONSULTATION), (3, ActivityKind.ROUND_TABLE)])
async def test_a_page_that_is_scrolled_anyway_has_air_above_it_too(
    demo: Path, session: int, kind: ActivityKind
) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(place(app, session, kind))
        await until(pilot, lambda: app.screen.query(Page) and app.screen.query_one(Page).high > 17)
        await until(pilot, lambda: not shown(app).splitlines()[2].strip())
        assert isinstance(app.screen, KringScreen)
        app.screen.show_all()
        await pilot.pause()
        assert app.screen.has_class("-roomy"), "drawn again it stays as it is"


async def test_a_low_terminal_keeps_its_lines_for_the_page(demo: Path) -> None:
    async with running(demo, size=(80, 15)) as (app, pilot):
        app.go(place(app, 3, ActivityKind.ROUND_TABLE))
        await until(pilot, lambda: app.screen.query(Page) and app.screen.query_one(Page).high > 17)
        await pilot.pause()
        assert shown(app).splitlines()[2].strip()


@pytest.mark.parametrize(
    ("session", "kind", "title"),
    [
        (2, ActivityKind.RECAP, "Wat doen we in sessie 3?"),
        (2, ActivityKind.ROUND_TABLE, "Wat probeerde je uit sinds vorige keer?"),
        (3, ActivityKind.CHECK_IN, "verontschuldigd"),
        (2, ActivityKind.EXCHANGE, "Wanneer hielp een leidinggevende"),
        (2, ActivityKind.CLOSE, "Verslag"),
    ],
)
async def test_every_place_begins_at_the_same_edge(demo: Path, session: int, kind: ActivityKind, title: str) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(place(app, session, kind))
        await read(pilot, title)
        found = next(line for line in shown(app).splitlines()[2:] if line.strip())
        assert found.startswith(" ") and not found.startswith("  "), found


async def test_both_columns_of_a_recap_have_air_between_their_lines_in_a_high_window(demo: Path) -> None:
    async with running(demo, size=(200, 50)) as (app, pilot):
        app.go(place(app, 3, ActivityKind.RECAP))
        await read(pilot, "Agenda van sessie 4")
        lines = shown(app).splitlines()
        for told in ("Hoe gaan we verder?", "Kennismaking", "Externe input"):
            row = next(number for number, line in enumerate(lines) if number > 2 and told in line)
            here = slice(begins := lines[row].index(told), begins + len(told))
            assert not lines[row - 1][here].strip() and not lines[row + 1][here].strip(), told


@pytest.mark.parametrize("where", ["programme", "together", "home", "pending"])
async def test_what_stands_on_top_of_a_list_begins_at_that_edge_too(demo: Path, where: str) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(where)
        await until(pilot, lambda: app.screen.query("#heading, #welcome"))
        await until(pilot, lambda: bool(shown(app).splitlines()[3].strip()))
        first = next(line for line in shown(app).splitlines()[2:] if line.strip())
        assert first.startswith(" ") and not first.startswith("  "), first


async def test_the_programme_has_air_around_its_heading_and_a_long_question_whole(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "Hoe ziet een gewone werkweek eruit waarin iedereen iets leert?")
        assert [bool(line.strip()) for line in shown(app).splitlines()[2:5]] == [False, True, False]


async def test_at_80_columns_a_proposal_and_the_kinds_of_what_is_open_stand_apart(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(place(app, 3, ActivityKind.SPEED_DATES))
        await until(pilot, lambda: app.screen.has_class("-roomy") and "twee keer samen" in shown(app))
        lines = shown(app).splitlines()
        below = next(number for number, line in enumerate(lines) if "Aan een tafel" in line)
        assert not lines[below - 1].strip()
        assert "Kadir Yilmaz" in shown(app), "and everybody is still in sight"
        app.go("pending")
        await until(pilot, lambda: app.screen.has_class("-roomy") and "1 Leervragen  12" in shown(app))
        kinds = [False, True, False, True, True, True]  # behind the heading stands what the marks say
        assert [bool(line.strip()) for line in shown(app).splitlines()[2:8]] == kinds
        (told,) = [number for number, line in enumerate(shown(app).splitlines()) if "hieronder" in line]
        assert not shown(app).splitlines()[told - 1].strip(), "nor is what stands below glued to what is in sight"


async def test_where_nobody_stands_on_top_the_clock_stands_beside_the_steps(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(place(app, 4, ActivityKind.PREPARATION))
        await until(pilot, lambda: any("Formulier" in line and "Tab start" in line for line in shown(app).splitlines()))
        await pilot.press("tab")
        await until(pilot, lambda: any("Formulier" in line and "te gaan" in line for line in shown(app).splitlines()))
        app.go(place(app, 4, ActivityKind.CONTRIBUTION))
        await until(pilot, lambda: any("KADIR" in line and "Tab start" in line for line in shown(app).splitlines()))


async def test_what_working_together_is_stands_before_the_addresses_to_choose_from(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go("together")
        await read(pilot, "Deze laptop heet")
        text = shown(app)
        assert text.index("Verschillende laptops") < text.index("Langs welk adres") < text.index("127.0.0.1")


async def test_home_says_once_what_this_is_and_the_export_where_its_folder_is_typed(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go("home")
        await read(pilot, "Een lerend netwerk begeleiden")
        assert shown(app).count("● kring") == 1
        app.go("export")
        await read(pilot, "Tab Map")
        lines = shown(app).splitlines()
        first = next(place for place, line in enumerate(lines) if "[√]" in line or "[✓]" in line)
        assert not lines[first - 1][:38].strip(), "the formats stand apart"
        assert any("JSON" in line for line in lines), "and all of them are in sight"
    async with running(None) as (app, pilot):
        await read(pilot, "● kring")


async def test_the_people_of_a_new_network_have_the_edge_of_the_field_that_is_typed_in(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        app.go("new")
        await until(pilot, lambda: app.screen.query("#people"))
        people = app.screen.query_one("#people", TextArea)
        before = people.styles.border_left
        people.focus()
        await until(pilot, lambda: people.styles.border_left[0] == "outer" and people.styles.border_left != before)


@pytest.mark.parametrize(
    ("language", "size"), [("nl", (80, 24)), ("en", (80, 24)), ("en", (120, 36)), ("en", (40, 15))]
)
async def test_on_home_what_is_set_stays_with_its_name_and_what_is_open_stands_together(
    demo: Path, language: str, size: tuple[int, int]
) -> None:
    looks = {"nl": "F8 de zaal kijkt mee aan", "en": "F8 room watching on"}[language]
    waits = {"nl": "vragen nog open · 1 besluit loopt nog", "en": "questions still open · 1 decision under way"}[
        language
    ]
    async with running(demo, size=size, language=language) as (app, pilot):
        app.looking_along = True
        app.go("home")
        await until(pilot, lambda: looks in shown(app))
        if size[0] > 40:
            await until(pilot, lambda: any(waits in line for line in shown(app).splitlines()))


async def test_the_question_of_an_exchange_has_one_line_of_air_around_it(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(place(app, 2, ActivityKind.EXCHANGE))
        await until(pilot, lambda: app.screen.has_class("-roomy"))
        await until(pilot, lambda: shown(app).splitlines()[3].strip().startswith("Wanneer hielp"))
        assert [bool(line.strip()) for line in shown(app).splitlines()[2:7]] == [False, True, False, True, False]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_a_new_network_has_its_fields_in_groups_on_one_screen_and_nothing_that_is_saved(
    demo: Path, size: tuple[int, int]
) -> None:
    async with running(demo, size=size) as (app, pilot):
        app.go("new")
        await until(pilot, lambda: "volgt uit de naam" in shown(app))
        lines = shown(app).splitlines()
        assert "bewaard" not in lines[0]
        groups = [group for group in GROUPS if group != "Mensen" or size[0] < 100]  # beside the fields where it fits
        starts = [number for number, line in enumerate(lines) if line.strip().startswith(tuple(groups))]
        assert len(starts) == len(groups)
        assert not any(lines[number - 1][:60].strip() for number in starts), "air above each group"
        assert lines[-1].split()[0] == "F1"
        assert not lines[-2].strip(), "and above the keys"
        assert starts[-1] - starts[-2] <= 20, "a group has its people in sight"


def test_a_fact_of_a_detail_that_does_not_fit_goes_whole_so_that_no_word_is_cut() -> None:
    roster = Roster()
    roster._people = [
        RosterLine("a", "Kadir Yilmaz", "Busbedrijf De Laatste Halte · hoofd opleiding", state="verontschuldigd"),
        RosterLine("b", "An Claes", "Ziekenhuis · planner"),
    ]
    for width in (66, 72):
        told, other = ["".join(cell.content.plain for cell in line) for line in roster.lay_out(width, 2)]
        assert told.split("   ")[-1].strip() == "verontschuldigd"
        assert "Busbedrijf De Laatste Halte " in told
        assert "hoofd" not in told and "…" not in told
        assert "planner" in other


def test_a_short_state_moves_on_for_a_detail_that_is_long() -> None:
    roster = Roster()
    roster._people = [
        RosterLine("a", "Kadir Yilmaz", "De Laatste Halte bus company · head of training", state="excused"),
        RosterLine("b", "Mieke Thijs", "Crust & Crumb bakery", state="since 13:42"),
    ]
    first, second = ("".join(cell.content.plain for cell in line) for line in roster.lay_out(73, 2))
    assert first.endswith("head of training  excused") and second.index("since") < first.index("excused")


async def test_of_a_closed_session_nobody_in_the_order_is_in_the_colour_of_now(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        app.go(place(app, 2, ActivityKind.ROUND_TABLE))
        await read(pilot, "niets genoteerd")
        order = app.screen.query_one("#turns", Static).content
        assert isinstance(order, Content)
        assert not any("accent" in str(span.style) for span in order.spans)


@pytest.mark.parametrize("size", [(80, 52), (120, 36)])
async def test_the_kinds_of_what_is_open_are_in_lines_of_about_one_length_and_nothing_is_told_twice(
    demo: Path, size: tuple[int, int]
) -> None:
    async with running(demo, size=size) as (app, pilot):
        app.go("pending")
        await read(pilot, "Karel Wouters, Griet Lambrecht, Joris Declercq, sessie 1")
        lines = shown(app).splitlines()
        one, other = [line for line in lines if "Leervragen 12   " in line or "8 Besluiten" in line]
        assert ("4 Afspraken" in one, "5 Beloftes" in other) == (True, True)
        assert shown(app).count("behandeld in sessie 1") == 1


@pytest.mark.parametrize("lines", range(24, 32))
async def test_a_page_that_is_just_full_is_scrolled_rather_than_glued_below_the_bars(demo: Path, lines: int) -> None:
    async with running(demo, size=(80, lines)) as (app, pilot):
        app.go(place(app, 2, ActivityKind.EXCHANGE))
        await until(pilot, lambda: app.screen.has_class("-roomy") and not shown(app).splitlines()[2].strip())


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize(
    ("session", "kind"),
    [
        (2, ActivityKind.EXCHANGE),
        (2, ActivityKind.PEER_CONSULTATION),
        (3, ActivityKind.ROUND_TABLE),
        (4, ActivityKind.EXTERNAL_INPUT),
    ],
)
async def test_between_a_list_and_the_line_is_a_row_that_is_free_or_says_what_stands_below(
    demo: Path, session: int, kind: ActivityKind, size: tuple[int, int]
) -> None:
    async with running(demo, size=size) as (app, pilot):
        app.go(place(app, session, kind))
        await until(pilot, lambda: app.screen.query(Page) and app.screen.query_one(Page).size.height)
        page, line = app.screen.query_one(Page), app.screen.query_one(".capture")
        await until(pilot, lambda: line.region.y == page.region.bottom)
        assert page.render_line(page.size.height - 1).text.strip() == "" or "hieronder" in shown(app)


async def test_what_is_brought_stands_apart_from_the_chapters_below_it(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(place(app, 4, ActivityKind.CONTRIBUTION))
        await until(pilot, lambda: app.screen.has_class("-roomy") and bool(app.screen.query("#asks")))
        subject = app.screen.query_one("#asks")
        await until(pilot, lambda: app.screen.query_one("#said").region.y == subject.region.bottom + 2)


async def test_on_home_the_network_that_was_open_last_says_when_where_and_on_what_it_goes_on(demo: Path) -> None:
    async with running(demo, size=(120, 36)) as (app, pilot):
        app.go("home")
        await read(pilot, " · Drukkerij Zwanenhals, boven de persen")
        await read(pilot, "Leren in een gewone werkweek · Hoe gaan we verder?")


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_the_line_of_a_board_stands_between_the_edges_of_its_work_and_its_title_free_of_what_is_below(
    demo: Path, size: tuple[int, int]
) -> None:
    async with running(demo, size=size) as (app, pilot):
        app.go(place(app, 1, ActivityKind.BRAINSTORM))
        await until(
            pilot,
            lambda: (
                app.screen.query("#question")
                and "laten groeien" in str(app.screen.query_one("#question", Question).content)
            ),
        )
        question, line = app.screen.query_one("#question"), app.screen.query_one(".capture").region
        assert (line.x, line.right) == (question.region.x, size[0] - question.region.x)
        await until(pilot, lambda: not shown(app).splitlines()[question.region.bottom].strip())
        if size[1] > 24:  # where only one row is left for air, it parts the question from the clusters
            assert not shown(app).splitlines()[2].strip(), "and of the bars"


@pytest.mark.parametrize(("size", "apart"), [((120, 24), 1), ((120, 36), 2), ((200, 50), 3)])
async def test_in_a_high_window_the_fields_of_a_new_network_have_air_between_them(
    demo: Path, size: tuple[int, int], apart: int
) -> None:
    async with running(demo, size=size) as (app, pilot):
        app.go("new")
        await until(pilot, lambda: "volgt uit de naam" in shown(app))
        lines = [line.strip() for line in shown(app).splitlines()]
        name, theme = (next(n for n, line in enumerate(lines) if line.startswith(label)) for label in ("Naam", "Thema"))
        assert theme - name == apart


@pytest.mark.parametrize("size", [(120, 36), (200, 50)])
async def test_the_fields_of_a_new_network_are_as_wide_as_what_goes_in_and_the_people_stand_beside_them(
    demo: Path, size: tuple[int, int]
) -> None:
    async with running(demo, size=size) as (app, pilot):
        app.go("new")
        await until(pilot, lambda: app.screen.query("#people"))
        await read(pilot, "Tom Bal; bibliotheek; teamleider")
        wide = {name: app.screen.query_one(f"#new-{name}").region for name in ("name", "date", "starts", "place")}
        people = app.screen.query_one("#people").region
        assert wide["starts"].width < wide["date"].width < 20 < wide["name"].width == wide["place"].width < 60
        assert people.x > wide["name"].right and people.y < wide["date"].y
        assert "Mensen   één per regel" in shown(app)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_in_a_narrow_terminal_each_field_of_a_new_network_has_air_and_says_what_goes_in_and_all_are_in_sight(
    demo: Path, language: str
) -> None:
    when = {"nl": "zoals 14/1; leeg is vandaag", "en": "such as 14/1; empty is today"}[language]
    async with running(demo, size=(80, 24), language=language) as (app, pilot):
        app.go("new")
        await read(pilot, when)
        assert "13:30" in shown(app)
        fields = {line.id: line.region for line in app.screen.query(CaptureLine)}
        assert len({where.right for id_, where in fields.items() if id_ != "new-date"}) == 1
        assert fields["new-date"].y == fields["new-starts"].y
        rows = sorted({where.y for where in fields.values()})
        assert not any(shown(app).splitlines()[y - 1].strip() for y in rows)
        people = app.screen.query_one("#people", TextArea)
        assert people.region.right == fields["new-name"].right, "all of the form ends at one edge"
        assert (people.region.height, people.region.bottom) == (2, 22), (
            "two as they may be typed, and air above the keys"
        )
        people.focus()
        await until(pilot, lambda: people.region.height == 5 and people.region.bottom <= 22)


@pytest.mark.parametrize("place", ["home", "together"])
async def test_a_block_of_few_words_is_no_wider_than_the_eye_follows(demo: Path, place: str) -> None:
    async with running(demo, size=(200, 50)) as (app, pilot):
        app.go(place)
        await until(pilot, lambda: app.screen is app.get_screen(place) and bool(app.screen.query(OptionList)))
        await until(pilot, lambda: 0 < app.screen.query_one(OptionList).region.width <= 124)


async def test_the_card_of_a_network_on_home_has_air_of_its_own_in_a_high_window(demo: Path) -> None:
    async with running(demo, size=(120, 36)) as (app, pilot):
        app.go("home")
        await read(pilot, "ga verder met sessie 3")
        card = app.screen.query_one("#recent").region
        rows = shown(app).splitlines()[card.y : card.bottom]
        assert not rows[0].strip() and not rows[-1].strip() and "Klankbordgroep" in rows[1]


async def test_a_wide_page_has_longer_bars_a_promise_a_row_and_the_key_before_what_waits(demo: Path) -> None:
    async with running(demo, size=(200, 50)) as (app, pilot):
        app.go("programme")
        await read(pilot, "o Nog open")
        assert "F4 Geparkeerd" in shown(app) and "→ Volgende sessie" in shown(app)
        assert "? Wat proberen we elk in de eigen ploeg uit?" in shown(app)
        assert "─" * 40 + " " in shown(app)
        app.go("network")
        await read(pilot, "Contacten die je later nog kan bellen")
        assert "proberen ·" not in shown(app)


@pytest.mark.parametrize("size", [(200, 50), (120, 36)])
@pytest.mark.parametrize(
    ("where", "first"), [("home", "Een lerend netwerk begeleiden"), ("together", "samen met andere")]
)
async def test_in_a_high_window_what_is_short_stands_in_its_middle(
    demo: Path, where: str, first: str, size: tuple[int, int]
) -> None:
    async with running(demo, size=size) as (app, pilot):
        app.go(where)
        await read(pilot, first)
        foot = size[1] - 5
        rows = [row for row, line in enumerate(shown(app).splitlines()) if line.strip() and 2 < row < foot - 1]
        assert abs(rows[0] - 2 - (foot - rows[-1])) <= 4, "as much air above it as below"


@pytest.mark.parametrize(("height", "between"), [(28, True), (20, False)])
async def test_on_home_there_is_air_between_what_can_be_done_where_there_are_rows_for_it(
    demo: Path, height: int, between: bool
) -> None:
    async with running(demo, size=(80, height)) as (app, pilot):
        app.go("home")
        await read(pilot, "1 besluit loopt nog")
        lines = shown(app).splitlines()
        first = next(row for row, line in enumerate(lines) if line.startswith(" n "))
        assert (not lines[first + 1].strip()) is between
        assert any(line.startswith(" l taal") for line in lines), "and all of it is in sight"


async def test_in_a_tall_window_the_rounds_that_were_held_stand_in_the_middle_of_it_with_air(demo: Path) -> None:
    async with running(demo, size=(200, 50)) as (app, pilot):
        app.go(place(app, 1, ActivityKind.SPEED_DATES))
        await read(pilot, "ronde 9")
        lines = shown(app).splitlines()
        first, second = (next(row for row, line in enumerate(lines) if f"ronde {n}" in line) for n in (1, 2))
        assert second - first == 3
        assert lines[first].index("ronde 1") == 16, "where the work of other activities begins"


async def test_in_a_tall_window_all_choices_of_speed_dates_have_air_between_them(demo: Path) -> None:
    async with running(demo, size=(200, 50)) as (app, pilot):
        app.go(place(app, 3, ActivityKind.SPEED_DATES))
        await read(pilot, "Kadir Yilmaz")
        await until(pilot, lambda: "en nog 2" in shown(app) and "duo's, 4 rondes" in shown(app))
        lines = shown(app).splitlines()
        labels = ("Nu ingesteld", "Aan een tafel", "Gesprek", "Om te wisselen", "Rondes ", "Eerder al gezien")
        rows = [next(y for y, line in enumerate(lines) if line.strip().startswith(label)) for label in labels]
        assert not any(lines[y - 1][:40].strip() for y in rows)
        assert not lines[rows[1] - 2][:40].strip(), "and groups of them more"
