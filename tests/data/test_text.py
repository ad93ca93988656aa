"""Cleaning: what nobody sees is taken out or refused, what belongs to a word or an emoji stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import text
from data.model import Note
from data.store import image as images
from tests.cases import cases
from tests.data.store.samples import make
from tests.tui.commands_run import kring

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
PERSIAN = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
BELGIUM = "\U0001f1e7\U0001f1ea"
WALES = "\U0001f3f4" + "".join(map(chr, (0xE0067, 0xE0062, 0xE0077, 0xE006C, 0xE0073, 0xE007F)))


@pytest.mark.parametrize(
    "unseen",
    ["\u200b", "\u00ad", "\u200d", "\u3164", "\ufeff", "\u2800", "\u0301", "\ufe0f", "\u00a0\u2003", "\u115f", ""],
)
def test_a_line_that_nobody_sees_is_none(unseen: str) -> None:
    assert text.line(unseen) == text.line(f" {unseen}{unseen}\t") == ""


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("\ufeffTekst uit Word\u200b", "Tekst uit Word"),
        ("sa\u00admen", "samen"),
        ("Tine\u200b Maes", "Tine Maes"),
        (f"gezin {FAMILY} {PERSIAN}", f"gezin {FAMILY} {PERSIAN}"),
        (f"{BELGIUM}{WALES}", f"{BELGIUM}{WALES}"),
        ("a\u2028b\x0bc\x85d", "a b c d"),
        ("7", "7"),
        ("\u2026", "\u2026"),
    ],
)
def test_what_nobody_sees_is_taken_out_and_joiners_stay(raw: str, kept: str) -> None:
    assert text.line(raw) == kept


def test_pieces_are_what_a_person_takes_for_one_character() -> None:
    marked = "e\u0301"
    thumbs = "\U0001f44d\U0001f3fd"
    heart = "\u2764\ufe0f"
    parts = ["a", marked, FAMILY, BELGIUM, "\U0001f1f3\U0001f1f1", WALES, thumbs, heart, "b"]
    assert text.pieces("".join(parts)) == parts


@given(st.text(max_size=40))
def test_cleaning_twice_is_cleaning_once_and_pieces_are_the_whole(raw: str) -> None:
    assert text.line(text.line(raw)) == text.line(raw)
    assert "".join(text.pieces(raw)) == raw


@pytest.mark.parametrize(
    "escape", ["a\\bb", "a\\fb", "a\\rb", "a\\nb", "a\\tb", "a\u2028b", "  a b ", "- a\\n- b", "a\u00adb", "a\u200bb"]
)
def test_a_text_of_a_file_is_one_clean_line(tmp_path: Path, escape: str) -> None:
    path = make(tmp_path / "n.kring.json", 1)
    data = path.read_bytes().replace(b'"idea 0"', f'"{escape}"'.encode())
    for each in (data, json.dumps(json.loads(data)).encode()):
        (note,) = images.load(each).state.all(Note)
        assert note.text == text.whole(json.loads(f'"{escape}"')) and "\n" not in note.text


def test_invisible_lines_of_the_shared_case_make_no_notes(tmp_path: Path) -> None:
    path = make(tmp_path / "n.kring.json")
    given_lines = cases("reports", "14-invisible-entries", "lines.txt").read_bytes()
    assert kring("capture", path, given=given_lines).returncode == 0
    assert [note.text for note in images.load(path.read_bytes()).state.all(Note)] == ["Tekst uit Word", "echte regel"]


def test_joiners_of_the_shared_case_stay(tmp_path: Path) -> None:
    path = make(tmp_path / "n.kring.json")
    line = cases("reports", "15-typed-joiners", "line.txt").read_bytes()
    assert kring("capture", path, given=line).returncode == 0
    assert [note.text for note in images.load(path.read_bytes()).state.all(Note)] == [line.decode().strip()]


def test_addresses_of_the_shared_case_are_exported_as_typed() -> None:
    from data.report.markdown import escape

    for line in cases("reports", "18-markdown-links", "lines.txt").read_text("utf-8").splitlines():
        assert f"<{line.split()[-1]}>" in escape(line)
