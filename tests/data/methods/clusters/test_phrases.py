"""The phrases of a note, how much each tells of a group, and how a word falls apart, in worked examples."""

from math import log, sqrt

import pytest

from data.methods.clusters._kinds import is_adjective, is_place
from data.methods.clusters._phrases import Written, phrases_of
from data.methods.clusters._pieces import BEGIN, END, UNKNOWN, Pieces
from data.methods.clusters._telling import session_of, weights
from data.methods.clusters.words import is_adverb, stem, stop_words


def phrases(text: str, lang: str | None = "nl") -> list[str]:
    return [written.form for written in phrases_of(text, lang).written.values()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("de het een", []),
        ("fiets", ["fiets"]),
        ("een fiets lenen", ["fiets", "fiets lenen", "lenen"]),
        ("raad van bestuur", ["raad", "raad van bestuur", "bestuur"]),
        ("fiets, trein", ["fiets", "trein"]),
        ("fiets (trein", ["fiets", "trein"]),
        ("plan 12 b", ["plan"]),
        ("kaart niet opladen", ["kaart", "opladen"]),
        (
            "rood groen blauw geel",
            [
                "rood",
                "rood groen",
                "rood groen blauw",
                "groen",
                "groen blauw",
                "groen blauw geel",
                "blauw",
                "blauw geel",
                "geel",
            ],
        ),
    ],
)
def test_a_phrase_has_one_to_three_words_and_none_that_says_nothing_at_its_ends(text: str, found: list[str]) -> None:
    assert phrases(text) == found


def test_stop_words_are_those_of_the_language_or_of_both() -> None:
    assert "het" in stop_words("nl")
    assert "the" not in stop_words("nl")
    assert stop_words("nl") | stop_words("en") == stop_words(None) == stop_words("fr")
    assert phrases("the fiets", "nl") == ["the", "the fiets", "fiets"]
    assert phrases("the fiets", None) == ["fiets"]
    assert phrases("quickly tea", "en") == ["tea"]
    assert phrases("quickly thee", "nl") == ["quickly", "quickly thee", "thee"], "an English ending"


def test_what_a_phrase_seems_to_be() -> None:
    found = phrases_of("nieuwe fiets in Groningen", "nl").written
    assert found[("nieuw",)] == Written("nieuwe", whole=False, bare=True, place=False)
    assert found[("nieuw", "fiet")] == Written("nieuwe fiets", whole=True, bare=False, place=False)
    assert found[(stem("groningen"),)] == Written("Groningen", whole=True, bare=False, place=True)
    assert found[("fiet", "in", stem("groningen"))].form == "fiets in Groningen"
    opened = phrases_of("fiets de trein", "nl").written[("fiet",)]
    assert not opened.whole, "an article begins something else"
    assert phrases_of("fiets is trein", "nl").written[("fiet",)].whole
    lonely = phrases_of("goede van bestuur", "nl").written[("goed", "van", "bestuur")]
    assert lonely.bare
    assert not phrases_of("in NMBS", "nl").written[("nmbs",)].place, "capitals alone are a name of something else"
    assert not phrases_of("met Groningen", "nl").written[(stem("groningen"),)].place


def test_the_parts_of_words_are_those_that_are_no_words_of_the_note() -> None:
    assert phrases_of("fietspad", "nl").parts >= {"fiet", "fiets", "spad", "tspad"}
    assert "fietspad" not in phrases_of("fietspad", "nl").parts
    assert "fiet" not in phrases_of("fiets fietspad", "nl").parts
    assert "fie" not in phrases_of("fietspad", "nl").parts


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("fietsen", "fiet"), ("foto's", "foto"), ("goede", "goed"), ("plan", "plan"), ("zes", "zes"), ("teen", "teen")],
)
def test_a_stem_has_no_plural(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_kinds_of_words() -> None:
    assert [is_adverb(word) for word in ("quickly", "family", "early", "fly", "fiets")] == [
        True, False, False, False, False,
    ]  # fmt: skip
    assert [is_adjective(word) for word in ("goed", "duidelijk", "useful", "table", "agenda", "fiets")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip
    assert is_place("Pomonastraat", inside=False)
    assert not is_place("speelstraat", inside=True)
    assert is_place("Vlakkerpark", inside=True)
    assert not is_place("Vlakkerpark", inside=False)
    assert not is_place("vlakkerpark", inside=True)


def test_what_a_phrase_weighs() -> None:
    texts = ["fiets", "fiets", "fietspad", "koffie", "thee", "melk"]
    session = session_of([phrases_of(text, "nl") for text in texts])
    assert session.spread[("fiet",)] == 2
    assert session.compounds["fiet"] == 1
    found = weights(session, [0, 1, 2], [1.0, 0.5, 0.25, 0, 0, 0])
    assert set(found) == {("fiet",), ("fietspad",)}
    assert found[("fiet",)] == pytest.approx(1.5 / 2 * 2.5 * log(1 + 6 / 2.5))
    assert found[("fietspad",)] == pytest.approx(0.25 * log(1 + 6 / 1) * 0.7), "one note alone"


def test_what_is_elsewhere_too_weighs_less_and_what_is_torn_still_less() -> None:
    texts = ["koffie drinken", "koffie halen", "koffie", "koffie", "thee", "melk", "soep", "brood"]
    session = session_of([phrases_of(text, "nl") for text in texts])
    found = weights(session, [0, 1], [1.0] * 8)
    torn = 0.4
    assert found[("koffi",)] == pytest.approx(2 * log(1 + 8 / 4) * sqrt(2 / 4) * torn)
    assert found[("koffi", "drink")] == pytest.approx(log(1 + 8) * 0.85)


def test_a_word_falls_apart_into_the_pieces_that_score_most() -> None:
    names = ["<unk>", "<s>", "</s>", "▁fiets", "pad", "▁fi", "ets", "p", "a", "d", "▁"]
    scores = [0.0, 0.0, 0.0, -2.0, -2.0, -1.5, -1.5, -3.0, -3.0, -3.0, -4.0]
    pieces = Pieces(names, scores)
    assert pieces.rows("fietspad") == [BEGIN, 3, 4, END]
    assert pieces.rows("fiets pad") == [BEGIN, 3, 10, 4, END]
    assert pieces.rows("") == [BEGIN, UNKNOWN, END]
    assert UNKNOWN in pieces.rows("fietsq")
