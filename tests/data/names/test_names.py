"""Who is meant, and how people are shown."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import Participant
from data.names import (
    by_name,
    entered,
    full_names,
    hinted,
    matching,
    meant,
    name_of,
    namesakes,
    same_name,
    short_names,
    without,
    written,
)
from data.text import APOSTROPHES, fold


def people(*lines: str) -> list[Participant]:
    """Participants from ``name; organisation; function``; the id is the place."""
    rows = [[*(cell.strip() for cell in text.split(";")), "", ""] for text in lines]
    return [Participant(id=str(n), name=r[0], organisation=r[1], function=r[2]) for n, r in enumerate(rows)]


def called(found: Iterable[Participant]) -> list[str]:
    return [who.name for who in found]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Nele Dierickx", "Nele Dierickx"),
        ("Van der Auwera, Griet", "Griet Van der Auwera"),
        ("DIERICKX Nele", "Nele Dierickx"),
        ("Nele DIERICKX", "Nele Dierickx"),
        ("VAN DER AUWERA Griet", "Griet Van der Auwera"),
        ("DE RIDDER Jan-Pieter", "Jan-Pieter De Ridder"),
        ("D'HOOGHE Cis", "Cis D'Hooghe"),
        ("VAN 'T HOF Cis", "Cis Van 't Hof"),
        ("COPPENS-LAMBRECHT Aïcha", "Aïcha Coppens-Lambrecht"),
        ("Prof. dr. COPPENS Aïcha", "Prof. dr. Aïcha Coppens"),
        ("COPPENS, AÏCHA", "Aïcha Coppens"),
        ("Dr. Coppens, Aïcha", "Dr. Aïcha Coppens"),
        ("Coppens, J. P.", "J. P. Coppens"),
        ("JP Coppens", "JP Coppens"),
        ("AÏCHA COPPENS", "AÏCHA COPPENS"),
        ("Aïcha Coppens, PhD", "Aïcha Coppens, PhD"),
        ("Coppens, Lambrecht, Maas", "Coppens, Lambrecht, Maas"),
        ("Coppens,", "Coppens,"),
        ("", ""),
    ],
)
def test_a_name_is_entered_with_the_first_name_first(typed: str, kept: str) -> None:
    assert entered(typed) == kept


@pytest.mark.parametrize(
    ("name", "title", "given_name", "family", "room"),
    [
        ("Nele Dierickx", "", "Nele", "Dierickx", "Nele"),
        ("Dr. Nele Dierickx", "Dr.", "Nele", "Dierickx", "Nele"),
        ("Prof. dr. ir. Nele Dierickx", "Prof. dr. ir.", "Nele", "Dierickx", "Nele"),
        ("Dr.Nele Dierickx", "Dr.", "Nele", "Dierickx", "Nele"),
        ("Mevr. Dierickx", "Mevr.", "", "Dierickx", "Dierickx"),
        ("de heer Van der Auwera", "de heer", "", "Van der Auwera", "Van der Auwera"),
        ("Mw Griet Van der Auwera", "Mw", "Griet", "Van der Auwera", "Griet"),
        ("Van der Auwera, Griet", "", "Griet", "Van der Auwera", "Griet"),
        ("Mme Lefèvre", "Mme", "", "Lefèvre", "Lefèvre"),
        ("P. de Ridder", "", "P.", "de Ridder", "P. de Ridder"),
        ("De Ridder", "", "", "De Ridder", "De Ridder"),
        ("Ing Claes", "", "Ing", "Claes", "Ing"),
        ("Dr.", "", "Dr.", "", "Dr."),
        ("Cis", "", "Cis", "", "Cis"),
        ("", "", "", "", ""),
    ],
)
def test_a_name_is_taken_apart(name: str, title: str, given_name: str, family: str, room: str) -> None:
    found = name_of(name)
    assert (found.title, found.given, found.family, found.called) == (title, given_name, family, room)


@pytest.mark.parametrize(
    ("letters", "first"),
    [
        ("d'o", "Bert d’Oultremont"),
        ("d’o", "Bert d’Oultremont"),
        ("do", "Bert d’Oultremont"),
        ("oul", "Bert d’Oultremont"),
        ("bo", "Bert d’Oultremont"),
        ("bd", "Bert d’Oultremont"),
        ("bert doultremont", "Bert d’Oultremont"),
        ("soren", "Søren Kjær"),
        ("kjaer", "Søren Kjær"),
        ("sk", "Søren Kjær"),
        ("lw", "Łucja Wójcik"),
        ("yildiz", "Ayşe Yıldız"),
        ("gross", "Uta Groß"),
        ("nd", "Dr. Nele Dierickx"),
        ("dr", "Dr. Nele Dierickx"),
        ("nele", "Dr. Nele Dierickx"),
        ("dr nele", "Dr. Nele Dierickx"),
        ("ga", "Van der Auwera, Griet"),
        ("griet", "Van der Auwera, Griet"),
        ("auw", "Van der Auwera, Griet"),
        ("cis haven", "Cis Baert"),
        ("cis rus", "Cis Baert"),
    ],
)
def test_letters_find_somebody(letters: str, first: str) -> None:
    room = people(
        "Cis Baert; Zorgpunt",
        "Bert d’Oultremont",
        "Søren Kjær",
        "Łucja Wójcik",
        "Ayşe Yıldız",
        "Uta Groß",
        "Dr. Nele Dierickx",
        "Van der Auwera, Griet",
        "Cis Baert; Haven Rust",
    )
    found = matching(room, letters)
    assert found[0].name == first
    if letters.startswith("cis"):
        assert called(found) == ["Cis Baert"] and found[0].organisation == "Haven Rust"


def test_every_apostrophe_is_one() -> None:
    assert {fold(f"d{sign}Oultremont") for sign in APOSTROPHES} == {"d'oultremont"}
    room = people("Bert d’Oultremont", "Zita D'oultremont", "Sam O'Dell")
    for sign in APOSTROPHES:
        assert len(matching(room, f"d{sign}o")) == 2
    assert same_name("dr. bert d`oultremont", "D’OULTREMONT Bert")


def test_whoever_bears_a_name_is_meant_and_two_are_asked() -> None:
    room = people("Jan Coppens; Haven", "Jan Coppens; Zorgpunt", "Jan Maas", "Dr. Nele Dierickx", "Els Coppens")
    assert meant(room, "nele").one is room[3]
    assert meant(room, "Dierickx").one is room[3]
    assert meant(room, "mevr. nele dierickx").one is room[3]
    assert meant(room, "jan maas").one is room[2]
    assert meant(room, "jan coppens haven").one is room[0]
    assert meant(room, "Jan Coppens (Zorgpunt)").one is room[1]
    assert meant(room, "jm").one is room[2]
    both = meant(room, "Jan Coppens")
    assert both.several and both.people == (room[0], room[1]) and both.one is None
    assert meant(room, "jan").people == tuple(room[:3])
    assert not meant(room, "Ward").people and not meant(room, "").people and not meant(room, "w").people


def test_capitals_and_accents_choose_nobody_but_in_a_whole_name() -> None:
    room = people("Bert d’Oultremont", "Zita D'oultremont", "José Maas", "Jose Claes", "An de Smet", "An De Smet")
    for family in ("d'Oultremont", "D’oultremont", "doultremont"):
        assert meant(room, family).people == (room[0], room[1]), family
    assert meant(room, "José").people == meant(room, "jose").people == (room[2], room[3])
    assert meant(room, "An De Smet").one is room[5]
    assert meant(room, "an de smet").several


def test_the_room_calls_people_by_their_first_names() -> None:
    room = people(
        "Dr. Eva Baert",
        "Mevr. Dierickx",
        "Dhr. De Ridder",
        "Van der Auwera, Griet",
        "COPPENS Jan",
        "Jan Maas",
        "",
        "Cis",
    )
    assert list(short_names(room).values()) == [
        "Eva", "Dierickx", "De Ridder", "Griet", "Jan C.", "Jan M.", "", "Cis",
    ]  # fmt: skip


def test_namesakes_are_told_apart() -> None:
    room = people(
        "Jan Coppens; Haven",
        "Jan Coppens; Zorgpunt",
        "jan coppens; Zorgpunt; chef",
        "Zoë Maas",
        "Zoe Maas",
        "Els Maas; Haven",
    )
    assert list(full_names(room).values()) == [
        "Jan Coppens (Haven)",
        "Jan Coppens (Zorgpunt)",
        "jan coppens (Zorgpunt) (chef)",
        "Zoë Maas 1",
        "Zoe Maas 2",
        "Els Maas",
    ]
    assert namesakes(room) == {"0": "(Haven)", "1": "(Zorgpunt)", "2": "(Zorgpunt) (chef)", "3": "1", "4": "2"}
    assert short_names(room)["0"] == "Jan Coppens (Haven)"


@given(st.lists(st.text(max_size=12), max_size=7), st.lists(st.text("ab", max_size=1), min_size=7, max_size=7))
def test_nobody_is_ever_shown_as_somebody_else(texts: list[str], places: list[str]) -> None:
    room = [Participant(id=str(n), name=name, organisation=places[n]) for n, name in enumerate(texts) if fold(name)]
    for shown in (short_names(room), full_names(room)):
        assert len(set(shown.values())) == len(room)
    assert {who.id for who in by_name(room)} == {who.id for who in room}


def test_letters_with_a_stroke_have_their_place_in_the_order() -> None:
    room = people("Zita", "Øyvind", "Olga", "Pia", "Łukasz", "Lara", "Marta", "Mevr. Bosmans", "Adam; B", "Adam; A")
    assert called(by_name(room)) == [
        "Adam", "Adam", "Mevr. Bosmans", "Lara", "Łukasz", "Marta", "Olga", "Øyvind", "Pia", "Zita",
    ]  # fmt: skip
    assert [who.organisation for who in by_name(room)[:2]] == ["A", "B"]


@given(st.text(max_size=30))
def test_entering_twice_changes_nothing_and_every_name_finds_itself(text: str) -> None:
    once = entered(text)
    assert entered(once) == once
    who = Participant(id="0", name=text)
    if fold(name_of(text).rest).replace("'", "").replace("-", "").strip():
        assert matching([who], text) == [who]
        assert meant([who], text).one is who


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("volgens Bert d'Oultremont moet het", True),
        ("volgens bert d`oultremont moet het", True),
        ("volgens BERT DOULTREMONT moet het", True),
        ("d’Oultremont, Bert", True),
        ("Be\u200brt\u00a0 d’Oultre\u00admont", True),
        ("Bért d’Oultremont.", True),
        ("Bert d’Oultremontstraat", False),
        ("Robert d’Oultremont", False),
        ("Bert", False),
    ],
)
def test_a_name_is_found_in_running_text(text: str, found: bool) -> None:
    assert bool(written(text, "Bert d’Oultremont")) is found


def test_what_only_seems_to_be_somebody_is_found_apart() -> None:
    name = "Bert d’Oultremont"
    for text in ("Berts idee", "B. d'Oultremont", "Bert zegt", "mevrouw d’Oultremont", "Bert d'Oultremonts idee"):
        assert hinted(text, name) and not written(text, name), text
    assert not hinted("volgens Bert d'Oultremont", name)
    assert not hinted("januari", "Jan Maas") and not written("wat dan ook", "")
    assert written("soren gross", "Søren Groß") and written("Maas Jan", "Jan Maas")


def test_a_name_is_taken_out_whole() -> None:
    text = "Volgens Be\u200brt  d`Oultremont en D’OULTREMONT, BERT: zó."
    assert without(text, written(text, "Bert d’Oultremont"), "…") == "Volgens … en …: zó."


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_a_name_is_found_where_it_stands(before: str, name: str, behind: str) -> None:
    text = f"{before} {name} {behind}"
    for start, end in written(text, name):
        assert fold(text[start:end]).replace("'", "") in {
            fold(each).replace("'", "") for each in (name, name_of(name).rest, text[start:end])
        }
    if any(letter.isalnum() for letter in fold(name)[:1]) and fold(name)[-1:].isalnum():
        assert written(text, name)
