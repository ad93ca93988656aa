"""Titles of proposed groups."""

import pytest

from data.methods.clusters._titles import titles


def title(*texts: str, others: tuple[str, ...] = (), taken: tuple[str, ...] = (), lang: str | None = None) -> str:
    everything = [*texts, *others]
    groups = [range(len(texts)), *([range(len(texts), len(everything))] if others else [])]
    return titles(everything, groups, [1.0] * len(everything), taken, lang)[0]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("de sociale fraude", "meer sociale fraude", "sociale fraude in de bouw"), "Sociale fraude"),
        (("een app voor NMBS", "de trein van de NMBS"), "NMBS"),
        (("raad van bestuur", "leden van de raad van bestuur"), "Raad van bestuur"),
        (("nieuwe fietsen", "nieuwe fiets"), "Nieuwe fiets"),
        (("i want to know the meaning of life", "what is the meaning of life"), "Meaning of life"),
        (("LINQ", "Linq", "LINQ"), "LINQ"),
        (("iPhone", "iPhone opladen"), "iPhone"),
        (("een fiets", "fietspad naar huis", "nieuwe fietspomp"), "Fiets"),
    ],
)
def test_a_title_is_the_phrase_that_the_notes_share(texts: tuple[str, ...], expected: str) -> None:
    assert title(*texts) == expected


def test_what_all_groups_say_is_no_title() -> None:
    others = ("kaart kwijt", "kaart gestolen", "kaart weg")
    assert title("kaart opladen", "opladen van de kaart", "opladen lukt niet", others=others) == "Opladen"


def test_a_taken_title_is_not_given_again() -> None:
    assert title("fiets", "fiets", taken=("Fietsen",)) != "Fiets"
    assert title("👍", "👍", taken=("👍",)) == "👍 (2)"


@pytest.mark.parametrize(("text", "expected"), [("", "…"), ("de het een", "de het een"), ("👍 ok", "👍 ok")])
def test_a_note_without_a_phrase_is_its_own_title(text: str, expected: str) -> None:
    assert title(text) == expected


def test_stop_words_go_by_language() -> None:
    assert title("IT", "IT op school", lang="nl") == "IT"
    assert title("it", "it is", lang="en") == "it"
