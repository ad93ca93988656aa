"""Formats of the summary: one table, renderers that give text or bytes, and the close offers all of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.demo import demo_records
from data.i18n import told
from data.model import Session, State, say
from data.model.kinds import named
from data.model.languages import LANGUAGES
from data.report.export import write
from data.report.formats import FORMATS, USUAL, Format
from data.report.records import SummaryView
from data.report.view import summary


def in_bytes(view: SummaryView, language: str | None) -> bytes:
    """A renderer as a format of bytes has it."""
    return b"\x00\xff" + f"{view.number} {language}".encode()


@pytest.fixture
def other_format(monkeypatch: pytest.MonkeyPatch) -> str:
    """A second format, added as any would be."""
    monkeypatch.setitem(FORMATS, "bin", Format(say("Bytes"), f"{__name__}:in_bytes"))
    return "bin"


@pytest.fixture(scope="module")
def state() -> State:
    return State.holding(demo_records("nl", date(2026, 11, 26)))


@pytest.mark.parametrize("ending", FORMATS)
def test_a_format_has_a_name_and_renders_in_every_language(ending: str, state: State) -> None:
    kind = FORMATS[ending]
    view = summary(state, state.all(Session)[0].id)
    for language in LANGUAGES:
        assert told(kind.name, language)
        assert named(kind.summary)(view, language)
    if kind.cards:
        assert callable(named(kind.cards))


def test_bytes_are_written_as_they_are_and_no_cards_where_a_format_has_none(
    state: State, tmp_path: Path, other_format: str
) -> None:
    text, raw, cards = write(state, state.all(Session)[0].id, [USUAL, other_format], tmp_path, "en")
    assert raw.suffix == ".bin" and raw.read_bytes() == b"\x00\xff1 en"
    assert text.suffix == cards.suffix == ".md" and b"\r" not in text.read_bytes()
