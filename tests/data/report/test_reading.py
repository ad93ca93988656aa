"""A report as somebody reads it who was not there: no heading over nothing, nothing that is not so, what is asked."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from msgspec.structs import replace

from data.demo import demo_records
from data.model import Activity, Record, Session, SessionStatus, State
from data.report import markdown
from data.report.blocks import Board, Document, Heading, Table
from data.report.export import rendered
from data.report.report import Report
from data.report.wanted import About, Naming, Version, Wanted
from tests.data.report import large
from tests.data.report.test_eml import mail, words


def demo(language: str) -> State:
    return State.holding(demo_records(language, date(2027, 3, 18)))


def everything(state: State) -> list[Record]:
    return [record for table in state.tables.values() for record in table.values()]


def text(language: str, number: int, version: Version = Version.PARTICIPANTS) -> str:
    state = demo(language)
    report = Report(state, state.all(Session)[number].id, wanted=Wanted(language, version))
    return "\n".join(map(markdown.render, report.documents.values()))


def over_nothing(document: Document) -> list[str]:
    """The headings behind which the next one stands at once, or nothing, or a board of titles alone."""
    blocks = [*document.blocks, None]
    found = [
        before.text
        for before, after in pairwise(blocks)
        if isinstance(before, Heading)
        and (after is None or (isinstance(after, Heading) and after.level <= before.level))
    ]
    boards = [block for block in document.blocks if isinstance(block, Board)]
    return found + [column.title for board in boards for column in board.columns if not column.notes]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("version", Version)
@pytest.mark.parametrize("naming", Naming)
def test_no_heading_stands_over_nothing(language: str, version: Version, naming: Naming) -> None:
    state = demo(language)
    asked = [(session.id, About.SESSION) for session in state.all(Session)]
    asked += [(state.all(Session)[-1].id, about) for about in (About.SERIES, About.REMINDER, About.INVITATION)]
    for session, about in asked:
        for document in Report(state, session, about, Wanted(language, version, naming)).documents.values():
            assert over_nothing(document) == [], (session, about)


def test_of_a_session_that_goes_on_nothing_is_told_as_if_it_were_over() -> None:
    told = text("en", 2)
    assert "8 people are working on “Learning in an ordinary week”." in told
    assert "Nothing has been decided or agreed so far." in told and "in this session." not in told
    assert "8 mensen werken rond “" in text("nl", 2)
    state = demo("en")
    begun = replace(state.all(Session)[0], status=SessionStatus.OPEN)
    (document,) = Report(State.holding([*everything(state), begun]), begun.id).documents.values()
    assert "15 post-its in 4 clusters" in markdown.render(document)


def test_what_is_asked_before_the_next_session_stands_apart_from_its_agenda_and_in_the_mail() -> None:
    told = text("en", 1)
    agenda, asked = told.index("### On the agenda"), told.index("### What we ask you to do beforehand")
    assert agenda < told.index("How do you let go", agenda) < asked < told.index("Write down when your team last had")
    assert "Write down" not in text("en", 1, Version.COMMISSIONER)
    state = demo("en")
    message, _remarks = mail(state, state.all(Session)[1].id)
    assert "What we ask you to do before session 3:\n\n- Write down when" in words(message)


def test_a_commissioner_reads_how_many_post_its_a_cluster_has() -> None:
    assert "- Attitude *(5 post-its · 6 of 13 want to take it further)*" in text("en", 0, Version.COMMISSIONER)
    assert "(3×)" in text("nl", 0) and "+2" not in text("nl", 0)


def test_where_no_question_is_answered_no_number_says_so() -> None:
    state, session = large.network("en")
    (document,) = Report(state, session, About.SERIES).documents.values()
    assert "None of the 20 learning questions has been answered yet." in markdown.render(document)


def test_an_expectation_is_met_and_a_question_answered() -> None:
    told = text("nl", 1)
    assert "ingelost in sessie 2" in told and "beantwoord in sessie 2" in told


def test_a_programme_without_hours_has_no_column_of_them() -> None:
    state, session = large.network("en")
    (document,) = Report(state, session).documents.values()
    heads = [block.head for block in document.blocks if isinstance(block, Table)]
    assert ("Activity", "Planned") in heads
    (first, *_) = state.all(Activity)
    timed = State.holding(
        [*everything(state), replace(first, started="2027-03-16T09:00:00", ended="2027-03-16T09:40:00")]
    )
    (document,) = Report(timed, session).documents.values()
    assert ("Time", "Activity", "Planned") in [block.head for block in document.blocks if isinstance(block, Table)]


def test_a_score_says_in_words_from_how_many_and_how_far_apart() -> None:
    state = demo("nl")
    html = "".join(map(str, rendered(Report(state, state.all(Session)[1].id), "html").values()))
    assert "11 antwoorden · van 6,5 tot 9 · tegenover de vorige +0,4, kan toeval zijn" in html


def test_a_session_to_come_is_told_as_one_to_come() -> None:
    told = text("nl", 3)
    assert "Er is nog niets besloten of afgesproken." in told
    assert "aanwezig" not in told and "Niets genoteerd" not in told


def test_lines_begin_with_a_capital_and_what_comes_twice_is_told_once() -> None:
    first, second = text("nl", 0), text("nl", 1)
    assert "\n\nDonderdag 21 januari 2027 · " in first and "\n\nSessie 2 · donderdag 18 februari 2027 · " in first
    assert " · Besluit 2× · Samenvatting" in first and "Besluit · Besluit" not in first
    assert "*Stemming in sessie 2 · " in second and "*(afwegen)*" in second
