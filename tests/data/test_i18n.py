"""Every sentence is in every language, with the same names to fill in."""

from __future__ import annotations

import ast
import json
import string
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.plurals import get_plural

from data import i18n
from data.i18n import LOCALE, N_, NP_, _, clock, day, number, pgettext, plural, set_language, stopwatch, told
from data.model import say, say_in
from data.model.languages import DEFAULT_LANGUAGE, LANGUAGES, SOURCE_LANGUAGE, decimal
from scripts import messages
from scripts.messages import (
    KEYWORDS,
    PACKAGES,
    ROOT,
    Found,
    Sentence,
    catalogue,
    entries,
    missing,
    path_of,
    problems,
    sentences,
    tidy,
    translated,
    unused,
)

every_language = pytest.mark.parametrize("language", translated())


def test_every_language_has_a_catalogue_and_every_catalogue_is_of_a_language() -> None:
    assert {path.name for path in LOCALE.iterdir() if path.is_dir()} == set(translated())
    assert {SOURCE_LANGUAGE, DEFAULT_LANGUAGE} <= set(LANGUAGES)
    assert all(one.own_name and len(one.decimal_sign) == 1 for one in LANGUAGES.values())


@every_language
def test_no_catalogue_misses_a_sentence_or_has_one_too_many_or_would_be_written_otherwise(language: str) -> None:
    assert list(problems(language, sentences())) == []


@every_language
def test_what_is_shown_is_what_the_catalogue_says_now(language: str) -> None:
    known = catalogue(language)
    compiled = json.loads(path_of(language).with_suffix(".json").read_text(encoding="utf-8"))
    assert compiled["plural"] == known.plural_expr
    assert compiled["texts"] == {
        NP_(entry.context, one_of(entry)) if entry.context else one_of(entry): shown(entry) for entry in entries(known)
    }, "make locale compiles it"


def one_of(entry: Entry) -> str:
    """The words of an entry, for one where it is counted."""
    return entry.id if isinstance(entry.id, str) else entry.id[0]


def shown(entry: Entry) -> str | list[str]:
    """What is shown for an entry: a text, or one for each plural form."""
    return list(texts(entry)) if entry.pluralizable else texts(entry)[0]


@every_language
def test_nothing_waits_to_be_looked_at_again(language: str) -> None:
    known = catalogue(language)
    assert [entry.id for entry in entries(known) if entry.fuzzy] == []
    assert not known.obsolete


@every_language
def test_numbers_of_things_are_said_as_the_language_says_them(language: str) -> None:
    known = catalogue(language)
    said = f"nplurals={known.num_plurals}; plural={known.plural_expr}"
    assert f'"Plural-Forms: {said};\\n"' in path_of(language).read_text(encoding="utf-8")
    assert (known.num_plurals, known.plural_expr) == (
        get_plural(language).num_plurals,
        get_plural(language).plural_expr,
    )


def names(text: str) -> set[str]:
    """The names to fill in of a sentence."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def texts(entry: Entry) -> Sequence[str]:
    """The translations of an entry: one, or one for each plural form."""
    return entry.string if isinstance(entry.string, (list, tuple)) else [entry.string or ""]


@every_language
def test_translations_fill_in_the_same_names(language: str) -> None:
    for entry in entries(catalogue(language)):
        if isinstance(entry.id, str):
            assert names(texts(entry)[0]) == names(entry.id), entry.id
        else:
            one, many = map(names, entry.id)
            for text in texts(entry):
                # What is said of one may leave its number out.
                assert one | many - {"n"} <= names(text) | {"n"} and names(text) <= one | many, entry.id


@every_language
def test_nothing_is_added_to_the_edges_of_a_sentence(language: str) -> None:
    for entry in entries(catalogue(language)):
        for asked, text in zip([entry.id] if isinstance(entry.id, str) else entry.id, texts(entry), strict=False):
            assert (text[:1].isspace(), text[-1:].isspace()) == (asked[0].isspace(), asked[-1].isspace()), entry.id


def test_a_language_that_was_added_without_its_catalogue_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    found = {Sentence("Hi {who}"): Found(("a.py",)), Sentence("May", "month"): Found(("b.py",))}
    assert list(problems("nl", found)) == [
        "nl: not translated: 'Hi {who}' (a.py)",
        "nl: not translated: 'May' as 'month' (b.py)",
        "nl: not tidy: run `make locale`",
    ]


def test_what_is_half_translated_uncertain_or_not_asked_for_is_found() -> None:
    known = Catalog(locale="nl")
    known.add(("{n} day", "{n} days"), ("{n} dag", ""))
    known.add("Keep", "Bewaar", flags=("fuzzy",))
    known.add("May", "mei", context="month")
    known.add("Old", "Oud")
    asked = {Sentence("{n} day"): "{n} days", Sentence("Keep"): "", Sentence("May", "month"): "", Sentence("May"): ""}
    found = {sentence: Found(("a.py",), many) for sentence, many in asked.items()}
    assert missing(known, found) == [Sentence("{n} day"), Sentence("Keep"), Sentence("May")]
    assert unused(known, found) == [Sentence("Old")]


def test_a_tidy_catalogue_keeps_contexts_and_what_is_uncertain() -> None:
    known = Catalog(locale="nl")
    known.add("May", "mei", context="month")
    known.add("Keep", "Bewaar", flags=("fuzzy",))
    found = {Sentence("May", "month"): Found(("b.py", "a.py")), Sentence("Keep"): Found(("c.py",))}
    text = tidy("nl", known, found).decode()
    assert '#: a.py b.py\nmsgctxt "month"\nmsgid "May"\nmsgstr "mei"' in text
    assert '#, fuzzy\nmsgid "Keep"\nmsgstr "Bewaar"' in text


def test_the_same_english_in_two_contexts_is_translated_apart() -> None:
    context = "what a participant wants to learn"
    assert pgettext(context, "question") == "leervraag"
    assert _(NP_(context, "question")) == "leervraag"
    assert told(say_in(context, "question")) == "leervraag"
    assert told(say("question")) == _(N_("question")) == "vraag"
    set_language("en")
    assert _(NP_(context, "question")) == told(say_in(context, "question")) == "question"
    assert told(say_in("nothing known", "line {n}", n=3)) == "line 3"


@pytest.mark.parametrize(
    ("language", "date", "score", "count"),
    [("nl", "do 19 november", "7,5", "2 mensen"), ("en", "Thu 19 November", "7.5", "2 people")],
)
def test_dates_numbers_and_counts_follow_the_language(language: str, date: str, score: str, count: str) -> None:
    set_language(language)
    assert day("2026-11-19T14:32:00+01:00") == date
    assert number(7.5) == decimal(7.5, language) == score
    assert plural("{n} person", "{n} people", 2) == count
    assert clock("2026-11-19T14:32:00+01:00") == "14:32"


@every_language
def test_words_without_a_translation_are_those_of_the_program(language: str) -> None:
    set_language(language)
    assert _("nobody says this") == "nobody says this"
    assert [plural("{n} thing nobody counts", "{n} things nobody counts", n) for n in (1, 2)] == [
        "1 thing nobody counts",
        "2 things nobody counts",
    ]


def test_without_its_compiled_catalogue_a_language_is_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(i18n, "LOCALE", tmp_path)
    i18n._catalogue.cache_clear()
    set_language("nl")
    shown = _("Programme"), plural("{n} person", "{n} people", 1)
    i18n._catalogue.cache_clear()
    assert shown == ("Programme", "1 person")


def test_words_for_one_are_found_where_they_are_not_counted() -> None:
    set_language("nl")
    assert _("{n} person") == "{n} persoon"


def test_what_is_no_date_is_given_back() -> None:
    assert day("next spring") == "next spring"
    assert clock("noon") == "noon"


def test_a_kept_sentence_is_told_in_the_language_of_the_moment() -> None:
    said = say("row {n}: {what}", n=3, what="{n} [/] x")
    assert told(said) == "rij 3: {n} [/] x"
    assert told(said, "en") == "row 3: {n} [/] x"
    assert told(say("row {n}: {what}", n=3), "en") == "row 3: {what}"


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


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (754, "12:34"),
        (7200, "120:00"),
        (-5, "+00:05"),
        (-5999, "+99:59"),
        (-6000, "+1 u"),
        (-47 * 3600, "+47 u"),
        (-213_874, "+2 d"),
    ],
)
def test_long_after_it_is_over_a_clock_tells_the_hours_or_the_days(seconds: int, told: str) -> None:
    set_language("nl")
    assert stopwatch(seconds) == told
