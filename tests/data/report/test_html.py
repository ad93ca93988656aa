"""A document as HTML: what people typed is text, headings come in order, and nothing is asked of the network."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.demo import demo_records
from data.model import Session, State
from data.report.blocks import (
    A6,
    TAG,
    Board,
    BoardColumn,
    Card,
    CardRow,
    Cards,
    Document,
    Heading,
    Lead,
    Lines,
    Paragraph,
    Plan,
    Point,
    Points,
    Score,
    Scores,
    Table,
    Ticks,
)
from data.report.export import session_to_report
from data.report.html import bars, render
from data.report.report import Report
from data.report.wanted import About, Version, Wanted
from data.text import line
from tests.data.report import hostile


def cards_of(text: str) -> Document:
    row = CardRow(text, text, text, text)
    each = Card(text, text, text, text, (text,) * 4, (row,))
    return Document("nl", (Heading(1, text), Cards(A6, (each,)), Cards(TAG, (each,))))


VOID = {"meta", "rect", "line"}
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "a", "b", "ul", "li", "span"),
    *("small", "div", "section", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "rect"),
    *("text", "line"),
}


class Read(HTMLParser):
    """Reads a page as a browser does: the texts of its elements, its tags, its links and headings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.headings: list[int] = []
        self.attributes: set[str] = set()
        self.labels: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        found = dict(attrs)
        if tag == "a":
            self.links.append(found["href"] or "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in {"li", "p", "td", "th", "h1", "h2", "h3", "small", "b"}:
            self.texts.append("")
        self.labels += [found["aria-label"] or ""] if "aria-label" in found else []

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open.pop() == tag, "every element is closed in its turn"

    def handle_data(self, data: str) -> None:
        if self.texts and not {"style", "svg"} & set(self.open):
            self.texts[-1] += data

    @property
    def shown(self) -> set[str]:
        return {" ".join(text.split()) for text in self.texts}


def every_block(text: str) -> Document:
    note = Point(text, text, (Point(text),))
    return Document(
        "nl",
        (
            Heading(1, text),
            Lead((text,)),
            Paragraph(text),
            Paragraph(text, quiet=True),
            Points((note,)),
            Table((text, ""), ((text, text),), frozenset({1})),
            Board((BoardColumn(text, (note,)), BoardColumn("", (), loose=True))),
            Scores(("x", "y"), (Score(text, 7.5, (text,), (0,) * 11, text, text),), text),
            Plan((text, text), ((text, text),)),
            Ticks((text, text), (text,)),
            Lines(text, 2),
        ),
    )


@given(st.text(max_size=40).map(line))
def test_any_text_is_text_wherever_it_stands(text: str) -> None:
    page = Read(render(every_block(text)))
    assert page.tags <= TAGS and not {name for name in page.attributes if name.startswith("on")}
    assert [one for one in page.texts if text not in one and one.strip() and text] == [] or not text.strip()
    assert page.labels == [text]
    assert page.open == []


@settings(max_examples=30)
@given(st.text(max_size=40).map(line))
def test_any_text_is_text_on_cards_too(text: str) -> None:
    page = Read(render(cards_of(text)))
    assert page.tags <= TAGS and page.open == []
    assert [one for one in page.texts if text not in one and one.strip() and text] == [] or not text.strip()


@pytest.mark.parametrize("texts", [hostile.TYPED, "shared"])
def test_a_whole_session_of_hostile_words_stays_words(texts: tuple[str, ...] | str) -> None:
    typed = tuple(hostile.shared()) if isinstance(texts, str) else texts
    state, session = hostile.session(typed)
    (document,) = Report(state, session, wanted=Wanted(version=Version.FACILITATOR)).documents.values()
    page = Read(render(document))
    assert page.tags <= TAGS
    shown = " ".join(page.shown)
    assert [text for text in typed if " ".join(line(text).split()) not in shown] == []
    typed_out = " ".join(typed)
    assert [link for link in page.links if link.removeprefix("mailto:") not in typed_out] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pages_of_the_demo_ask_nothing_of_the_network_and_their_headings_come_in_order(language: str) -> None:
    state = State.holding(demo_records(language, date(2027, 3, 18)))
    every = [(session.id, About.SESSION) for session in state.all(Session)]
    every += [(session_to_report(state, about=about), about) for about in About if about is not About.SESSION]
    documents = [
        each for id_, about in every for each in Report(state, id_, about, Wanted(language)).documents.values()
    ]
    for document in documents:
        page = render(document)
        read = Read(page)
        assert f'<html lang="{language}">' in page and "default-src 'none'" in page
        assert not re.search(r"src=|url\(|@import|<link|<script|<iframe|<form", page)
        assert read.headings[0] == 1 and read.headings.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(read.headings)), read.texts[:3]


def test_an_address_is_a_link_and_nothing_else_is() -> None:
    text = "zie https://a.example/b_c, mail jan@a.example of www.a.example; javascript:alert(1)"
    page = Read(render(Document("nl", (Paragraph(text),))))
    assert page.links == ["https://a.example/b_c", "mailto:jan@a.example"]


def test_bars_are_as_high_as_many_gave_the_mark() -> None:
    assert bars((0, 1, 2), 30, 10) == [(1, 10, 8, 0), (11, 5, 8, 5), (21, 0, 8, 10)]
    assert all(height == 0 for _x, _y, _width, height in bars((0,) * 11))
