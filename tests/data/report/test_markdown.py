"""The summary in Markdown: everything that was said, letter for letter."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from types import SimpleNamespace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from data.demo import demo_records
from data.model import State
from data.report import markdown
from data.report.blocks import Heading, Paragraph, Point, Points, Table
from data.report.document import document
from data.report.markdown import escape
from data.report.names import initials
from data.report.records import SummaryView
from data.report.view import summary
from data.report.wanted import Version
from data.text import line
from data.verbs import network
from tests.data.report import hostile

LINK = ("link_open", "link_close")

PARSER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
TODAY = date(2027, 3, 18)
HOSTILE = (
    "[x] klaar",
    "<script>alert(1)</script>",
    "# geen titel #",
    "a | b | c",
    "`code` en ``meer``",
    "-2+3",
    "- streep",
    "1. eerst",
    "12) dan",
    "+ plus",
    "=== ---",
    "---",
    "> citaat",
    "* ster *",
    "_onder_ __streep__",
    "![x](http://voorbeeld.be/p.png)",
    "[x]: http://voorbeeld.be",
    "&lt; &amp; &#35;",
    "\\ \\[ einde \\",
    "~~weg~~",
    "$x^2$",
    "[/] [@click=app.quit]x[/]",
    "日本語 🙂 שלום",
    "tab\ten  spaties",
)


def demo(number: int, language: str = "nl") -> SummaryView:
    state = State.holding(demo_records(language, TODAY))
    return summary(state, network.sessions(state)[number - 1].id)


def render(view: SummaryView, language: str | None = None) -> str:
    return markdown.render(document(view, language))


def shown(source: str) -> Iterator[str]:
    """The text that a reader sees, block by block; anything but text and emphasis is named."""
    for token in PARSER.parse(source):
        if token.type == "inline":
            children = token.children or []
            assert {child.type for child in children} <= {"text", "text_special", "em_open", "em_close", *LINK}, (
                token.content
            )
            for link, shown_as in pairwise(children):
                if link.type == "link_open":  # an address leads where it says
                    href = unquote(str(link.attrs["href"])).removeprefix("mailto:")
                    assert href == unquote(shown_as.content)
            yield "".join(child.content for child in children)
        assert token.type not in {"html_block", "code_block", "fence", "blockquote_open", "hr", "ordered_list_open"}


def through(*blocks: object) -> list[str]:
    return list(shown("\n\n".join(markdown._block(block) for block in blocks)))  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_people_typed_shows_letter_for_letter(typed: str) -> None:
    text = line(typed)
    assert through(
        Heading(2, text),
        Paragraph(text),
        Paragraph(text, quiet=True),
        Points((Point(text, text, (Point(text),)), Point(text))),
        Table((text, "x"), ((text, text),)),
    ) == [text, text, text, f"{text} ({text})", text, text, text, "x", text, text]


@given(st.text(max_size=60).map(line).filter(bool))
def test_any_line_shows_letter_for_letter(text: str) -> None:
    assert through(Heading(3, text), Paragraph(text), Points((Point(text), Point("x", text)))) == [
        text,
        text,
        text,
        f"x ({text})",
    ]
    assert through(Paragraph(text, quiet=True), Table((text,), ((text,),))) == [text, text, text]


def test_it_begins_with_what_was_decided_and_agreed() -> None:
    titles = [line for line in render(demo(1)).splitlines() if line.startswith("#")]
    assert titles[:2] == ["# Verslag van Klankbordgroep talent, sessie 1", "## Besluiten en afspraken"]
    assert titles.index("## Aanwezigheid") > 1


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_summary_holds_everything_of_the_demo(number: int, language: str) -> None:
    state = State.holding(demo_records(language, TODAY))
    view = summary(state, network.sessions(state)[number - 1].id)
    text = "\n".join(shown(render(view)))
    said = [asked.text for asked in view.asked] + [rule.text for rule in view.rules]
    said += [note.text for storm in view.storms for column in storm.columns for note in column.notes]
    said += [action.text for action in (*view.agreements, *view.to_do)] + [point.text for point in view.parked]
    said += [wording.text for d in view.decisions for p in d.proposals for wording in p.wordings]
    said += [point for d in view.decisions for p in d.proposals for _, points in p.swot for point in points]
    said += [text for evaluated in view.evaluations for lines in evaluated.written.values() for text, _ in lines]
    said += [*view.people, *view.themes, view.place]
    assert [text_ for text_ in said if text_ not in text] == []
    assert "{" not in text


def test_the_language_is_that_of_the_network_unless_asked_otherwise() -> None:
    assert "## Beginnen" not in render(demo(1))
    assert "## Evaluatie" in render(demo(1))
    assert "## Decisions and agreements" in render(demo(1), "en")
    assert "## Decisions and agreements" in render(demo(1, "en"))
    assert "7,4" in render(demo(1))
    assert "7.4" in render(demo(1), "en")
    assert "donderdag 18 februari 2027" in render(demo(1))


def test_it_says_what_personal_data_it_holds() -> None:
    assert "15 people" in render(demo(1), "en").splitlines()[-1]


def test_two_lists_never_run_together() -> None:
    for number in (1, 2, 3):
        blocks = document(demo(number)).blocks
        assert not any(isinstance(one, Points) and isinstance(other, Points) for one, other in pairwise(blocks))


def test_a_whole_session_of_hostile_words_shows_literally() -> None:
    state, session = hostile.session(HOSTILE)
    text = "\n".join(shown(render(summary(state, session, version=Version.FACILITATOR))))
    for typed in HOSTILE:
        assert text.count(line(typed)) >= 8, typed
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


def test_initials_tell_people_apart() -> None:
    assert initials(["An Peeters", "An Claes", "Els De Smet"]) == ("AP", "AC", "ES")
    assert initials(["An Peeters", "Aldo Pauwels", "Bo"]) == ("APe", "APa", "B")
    assert len(initials(["An Smet", "An Smet"])) == 2


def test_a_small_group_is_drawn_as_a_square() -> None:
    rows = [line for line in render(demo(1)).splitlines() if line.startswith("| An ") and "—" in line]
    assert rows[0].startswith("| An Claes | — | 1 | 1 |")
    assert rows[1].startswith("| An Peeters | 1 | — | 1 |")


def test_a_large_group_is_counted_instead_of_drawn() -> None:
    view = demo(1)
    people = tuple(f"Persoon {number}" for number in range(20))
    row = (1,) * 19 + (0,)
    dates = SimpleNamespace(rounds=3, minutes=4.5, people=people, met=(row,) * 20, sat_out=(1,) + (0,) * 19)
    text = render(replace(view, dates=(dates,)), "en")  # type: ignore[arg-type]
    assert "| Persoon 0 | 19 | 1 |" in text
    assert "4.5 minutes" in text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (
            "zie https://bouw.example/map_een/les_2?x=1&y=2#deel_3.",
            "zie <https://bouw.example/map_een/les_2?x=1&y=2#deel_3>.",
        ),
        ("(http://a.example/b_c)", "(<http://a.example/b_c>)"),
        ("jan_peeters@bouw.example, *nu*", "<jan_peeters@bouw.example>, \\*nu\\*"),
        ("www.bouw_een.example/a_b_c", "www.bouw_een.example/a_b_c"),
        ("a|b https://a.example/x|y", "a\\|b <https://a.example/x>\\|y"),
        ("<https://a.example>", "\\<<https://a.example>\\>"),
        ("@jan is geen_adres", "@jan is geen\\_adres"),
    ],
)
def test_an_address_leads_where_it_says(typed: str, written: str) -> None:
    assert escape(typed) == written
