"""Every sentence is in both languages, with the same names to fill in."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterable

import pytest

from data.i18n import _, clock, day, number, plural, set_language, told
from data.model import say
from scripts.messages import KEYWORDS, PACKAGES, ROOT, catalogue, missing, sentences, unused


def test_no_sentence_is_missing_in_dutch() -> None:
    assert missing(catalogue(), sentences()) == []


def test_no_translation_is_left_over() -> None:
    assert unused(catalogue(), sentences()) == []


def names(text: str) -> set[str]:
    """The names to fill in of a sentence."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_translations_fill_in_the_same_names() -> None:
    for entry in catalogue():
        ids: Iterable[str] = entry.id if isinstance(entry.id, (list, tuple)) else [entry.id]
        strings: Iterable[str] = entry.string if isinstance(entry.string, (list, tuple)) else [entry.string or ""]
        asked = set().union(*map(names, ids))
        for text in strings:
            assert names(text) <= asked, entry.id


@pytest.mark.parametrize(
    ("language", "date", "score", "count"),
    [("nl", "do 19 november", "7,5", "2 mensen"), ("en", "Thu 19 November", "7.5", "2 people")],
)
def test_dates_numbers_and_counts_follow_the_language(language: str, date: str, score: str, count: str) -> None:
    set_language(language)
    assert day("2026-11-19T14:32:00+01:00") == date
    assert number(7.5) == score
    assert plural("{n} person", "{n} people", 2) == count
    assert clock("2026-11-19T14:32:00+01:00") == "14:32"


def test_what_is_no_date_is_given_back() -> None:
    assert day("next spring") == "next spring"
    assert clock("noon") == "noon"


def test_a_kept_sentence_is_told_in_the_language_of_the_moment() -> None:
    said = say("line {n}: {what}", n=3, what="{n} [/] x")
    assert told(said) == "regel 3: {n} [/] x"
    assert told(said, "en") == "line 3: {n} [/] x"
    assert told(say("line {n}: {what}", n=3), "en") == "line 3: {what}"


def test_nothing_is_translated_to_the_header_of_the_catalogue() -> None:
    assert _("") == ""


def test_no_sentence_hides_in_an_f_string_where_it_is_not_gathered() -> None:
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for joined in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in KEYWORDS
        and call.args
        and isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == []
