"""Every field of the model stands where it was decided to, in every format, and nowhere else: see ``fields.py``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from data.model import RECORDS
from data.report.wanted import Naming, Version
from data.store import copies
from tests.data.report.fields import FIELDS, Nowhere, Stands, Steers
from tests.data.report.places import PLACES, SHAPES, invited, squeezed, texts
from tests.data.report.whole import MARKS, whole

WHOLE = whole()
VERSIONS = {version.value[0]: version for version in Version}
EVERYWHERE = (*PLACES, *SHAPES)


def marked() -> list[str]:
    """What stands in the network as a mark, and is decided of."""
    return [f"{table}.{key}" for table, keys in FIELDS.items() for key in keys if f"{table}.{key}" in MARKS]


def test_every_text_of_the_network_is_decided_of() -> None:
    known = {f"{table}.{key}" for table, keys in FIELDS.items() for key in keys}
    assert {key for key in MARKS if key not in known} == set()


def decision(key: str) -> Stands | Nowhere | Steers:
    table, _dot, path = key.partition(".")
    return FIELDS[table][path]


@pytest.mark.parametrize("place", EVERYWHERE)
@pytest.mark.parametrize("version", VERSIONS)
def test_each_text_stands_in_every_format_where_it_should_and_in_none_where_it_should_not(
    place: str, version: str
) -> None:
    lacks: list[str] = []
    leaks: list[str] = []
    for ending, text in texts(place, VERSIONS[version]).items():
        for key in marked():
            wanted = decision(key)
            assert not isinstance(wanted, Steers), f"{key} has a text of its own"
            stands = version in wanted.where.get(place, "")
            if stands != (MARKS[key] in text):
                (lacks if stands else leaks).append(f"{key} ({ending})")
    assert (lacks, leaks) == ([], [])


def told(place: str, letter: str) -> Iterator[tuple[str, str]]:
    """What is told in a place of what has no text of its own: of which field, and how."""
    for table, keys in FIELDS.items():
        for key, wanted in keys.items():
            if isinstance(wanted, Stands) and letter in wanted.where.get(place, ""):
                yield from ((f"{table}.{key}", squeezed(words)) for words in wanted.told)


@pytest.mark.parametrize("place", EVERYWHERE)
def test_what_is_no_text_of_its_own_is_told(place: str) -> None:
    lacks = [
        f"{key} ({ending})"
        for letter, version in VERSIONS.items()
        for ending, text in texts(place, version).items()
        for key, words in told(place, letter)
        if words not in text and ending != "xlsx"  # in which a number has the form of its column
    ]
    assert lacks == []


def test_the_invitation_holds_what_it_should() -> None:
    text = invited(WHOLE)
    found = {key for key in marked() if MARKS[key] in text}
    assert found == {key for key in marked() if "invitation" in getattr(decision(key), "where", {})}
    assert [key for key, words in told("invitation", "p") if words not in text] == []


@cache
def copy() -> str:
    return copies.written(WHOLE).decode()


def test_a_copy_as_json_holds_everything_and_gives_the_same_network_again() -> None:
    assert [key for key, mark in MARKS.items() if mark not in copy()] == []
    again = copies.read(copy().encode())
    assert [again.all(kind) for kind in RECORDS] == [WHOLE.all(kind) for kind in RECORDS]


@pytest.mark.parametrize("place", [place for place in EVERYWHERE if place != "cards"])  # these are handed to people
@pytest.mark.parametrize("version", VERSIONS)
def test_where_nobody_is_to_be_named_no_name_stands_in_any_format(place: str, version: str) -> None:
    names = {key: mark for key, mark in MARKS.items() if key.startswith("participants.name")}
    for ending, text in texts(place, VERSIONS[version], Naming.NONE).items():
        assert [key for key, mark in names.items() if mark in text] == [], ending
