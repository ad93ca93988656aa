"""Formats of the summary: one table, renderers that give text or bytes, and the close offers all of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.demo import demo_records
from data.i18n import told
from data.model import Refused, Said, Session, State, say
from data.model.languages import LANGUAGES
from data.report.export import rendered, write
from data.report.formats import FORMATS, USUAL, Format, Remarked, formats_for, formats_of
from data.report.report import Report
from data.report.wanted import About, Wanted


def in_bytes(report: Report) -> bytes:
    """A renderer as a format of bytes has it."""
    return b"\x00\xff" + f"{report.view.number} {report.language}".encode()


def in_doubt(report: Report) -> Remarked:
    """A renderer that says something of what it made."""
    return Remarked(report.language, (Said("mended"),))


def in_two(report: Report) -> dict[str, str]:
    """A renderer that gives two files."""
    return {"a": report.language, "b": ""}


@pytest.fixture
def other_format(monkeypatch: pytest.MonkeyPatch) -> str:
    """A second format, added as any would be."""
    only = frozenset({About.SESSION})
    monkeypatch.setitem(FORMATS, "bin", Format(say("Bytes"), writes=f"{__name__}:in_bytes", about=only))
    monkeypatch.setitem(FORMATS, "two", Format(say("Two"), writes=f"{__name__}:in_two"))
    return "bin"


@pytest.fixture(scope="module")
def state() -> State:
    coming = Session(id="coming", number=3, date="2026-12-17", starts="13:30")
    return State.holding([*demo_records("nl", date(2026, 11, 26)), coming])


@pytest.mark.parametrize("about", About)
@pytest.mark.parametrize("ending", FORMATS)
def test_a_format_has_a_name_and_renders_what_it_fits_in_every_language(
    ending: str, about: About, state: State
) -> None:
    kind = FORMATS[ending]
    assert bool(kind.lays_out) != bool(kind.writes), "one of the two renders it"
    for language in LANGUAGES:
        assert told(kind.name, language)
        if about in kind.about:
            report = Report(state, state.all(Session)[0].id, about, Wanted(language))
            assert all(rendered(report, ending).values())


def test_bytes_are_written_as_they_are_and_several_files_under_a_name_each(
    state: State, tmp_path: Path, other_format: str
) -> None:
    report = Report(state, state.all(Session)[0].id, wanted=Wanted("en"))
    text, raw, a, b = write(report, [USUAL, other_format, "two"], tmp_path).paths
    assert raw.suffix == ".bin" and raw.read_bytes() == b"\x00\xff1 en"
    assert text.suffix == ".md" and b"\r" not in text.read_bytes()
    assert (a.name, b.name) == (f"{report.name}-a.two", f"{report.name}-b.two") and a.read_text() == "en"


def test_what_is_to_be_said_of_a_format_is_said_once_and_its_content_written(
    state: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for ending in ("one", "other"):
        monkeypatch.setitem(FORMATS, ending, Format(Said("Told"), writes=f"{__name__}:in_doubt", note=Said("private")))
    made = write(Report(state, state.all(Session)[0].id, wanted=Wanted("en")), ["one", USUAL, "other"], tmp_path)
    assert made.remarks == [Said("private"), Said("mended")] and not made.refused
    assert [path.read_text() for path in made.paths if path.suffix != ".md"] == ["en", "en"]


def test_what_a_format_does_not_fit_is_refused_and_what_fits_is_told(other_format: str) -> None:
    assert formats_of("bin") == ("bin",)
    with pytest.raises(Refused) as caught:
        formats_of("bin", About.CARDS)
    assert caught.value.said.fills == {"name": "bin", "known": ", ".join(formats_for(About.CARDS))}
    assert "two" in formats_for(About.CARDS) and "bin" not in formats_for(About.CARDS)
