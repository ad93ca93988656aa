"""Titles of proposed groups."""

import re
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from data.methods.clusters._contrast import suiting
from data.methods.clusters._titles import titles


def title(*texts: str, others: Sequence[str] = (), taken: tuple[str, ...] = (), lang: str | None = None) -> str:
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


@pytest.mark.parametrize(
    ("texts", "poor"),
    [
        (("regelmatig koffie", "regelmatig thee", "melk erbij"), "Regelmatig"),
        (("coffee quickly", "quickly some tea", "milk"), "Quickly"),
        (("iedereen koffie", "thee voor iedereen", "melk"), "Iedereen"),
        (("een goedkope", "goedkope", "koffie", "thee", "melk", "suiker"), "Goedkope"),
        (("necessary for coffee", "necessary for coffee", "tea", "milk", "sugar", "cake"), "Necessary for coffee"),
        (("verplicht", "duidelijk", "koffie", "thee", "melk"), "Duidelijk"),
        (("sociale fraude", "sociale huur", "sociale lasten", "koffie", "thee", "melk", "suiker", "taart"), "Sociale"),
        (("in Vlakkerpark", "in Vlakkerpark", "koffie", "thee", "melk", "suiker"), "Vlakkerpark"),
        (("uit Groningen", "in Groningen", "koffie", "thee", "melk", "suiker"), "Groningen"),
        (
            (
                "werk plek",
                "werk druk",
                "werk tijd",
                "werk week",
                "werk kleding",
                *["koffie", "thee", "melk", "suiker", "taart", "room", "koek", "appel"],
            ),
            "Werk",
        ),
        (("Pomonastraat", "Pomonastraat", "koffie", "thee", "melk", "suiker"), "Pomonastraat"),
    ],
)
def test_what_says_nothing_by_itself_is_no_title(texts: tuple[str, ...], poor: str) -> None:
    phrases = title(*texts, others=("fiets", "bus", "trein", "auto")).lower().split(" · ")
    assert poor.lower() not in phrases


def test_a_place_is_a_title_where_much_of_the_group_has_it() -> None:
    texts = ("druk, Pomonastraat", "Pomonastraat", "lawaai, Pomonastraat", "drempel")
    assert title(*texts, others=("koffie", "thee", "melk")) == "Pomonastraat"


def test_what_the_whole_session_says_is_no_title() -> None:
    mine = ("fiets op school", "fietsen", "fiets", "een bel", "een band", "een pomp")
    others = ("school bus", "school trein", "metro", "tram", "veerpont", "taxi bij school")
    assert title(*mine, others=others) == "Fiets"
    rest = ("velg", "ketting", "zadel", "stuur", "rem", "spaak")
    assert title(*["school"] * 3, *rest, others=[*["school"] * 4, *others[2:5], "boot"]) != "School"


def test_what_most_of_a_group_says_is_no_title_where_all_others_say_it_too() -> None:
    assert title("school", "school", "school", "bel", "band", others=("school",) * 4 + ("bus", "tram")) != "School"


def test_a_second_phrase_says_what_the_first_leaves_unsaid() -> None:
    texts = ("gratis koffie", "koffie", "koffie graag", "verse thee", "thee", "suiker", "melk", "koekjes")
    assert title(*texts, others=("fiets", "bus", "trein")) == "Koffie · thee"
    assert title(*texts[:4], others=("fiets", "bus", "trein")) == "Koffie"


def test_a_second_phrase_does_not_say_the_same() -> None:
    texts = ("spent", "spent it", "spent again", "spend", "spend it", "band", "radio", "list", "loud")
    assert "·" not in title(*texts, others=("bike", "bus", "train"), lang="en")


AXES = {"peer": (1, 0, 0), "appel": (0, 1, 0), "fruit": (0.7, 0.7, 0)}


def meanings(texts: Sequence[str]) -> NDArray[np.float32]:
    """A text means what the words on the axes in it mean; anything else something of its own."""
    vectors = [
        np.sum([AXES.get(word, (0, 0, 0.1)) for word in re.findall(r"\w+", text.lower())], axis=0) for text in texts
    ]
    return np.array([vector / np.linalg.norm(vector) for vector in vectors], np.float32)


def test_a_title_is_nearer_to_its_own_group_than_to_others() -> None:
    texts = ["fruit, peer", "peer, fruit", "appel", "appel"]
    assert titles(texts, [[0, 1], [2, 3]], [1.0] * 4) == ["Fruit", "Appel"]
    assert titles(texts, [[0, 1], [2, 3]], [1.0] * 4, meanings=meanings) == ["Peer", "Appel"]


def test_how_phrases_suit_their_groups() -> None:
    texts = ["peer", "peer", "appel", "appel"]
    ((peer, appel),) = suiting(texts, [[0, 1], [2, 3]], [["peer", "appel"]], meanings)
    assert peer == pytest.approx(np.exp(2 + 2 * 2))
    assert appel == pytest.approx(np.exp(-2 - 2 * 2))


def test_without_meaning_and_without_others_there_is_no_contrast() -> None:
    assert suiting(["a"], [[0]], [["a", "b"]], lambda _texts: None) == [[1.0, 1.0]]
    ((alone,),) = suiting(["peer", "appel"], [[0, 1]], [["peer"]], meanings)
    assert np.isfinite(alone)
