"""Rows with fewer cells than there are headers: typed below a table, or of the table with cells left out."""

from __future__ import annotations

import pytest

from data.people import People, read_people

PARTS = "Voornaam;Achternaam;Organisatie;E-mail\nAn;Peeters;Stad;an@a.example\n"


def last(found: People) -> tuple[str, str, str]:
    who = found.people[-1]
    return who.name, who.organisation, who.function


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PARTS + "Jan Willem;de Vries;Zorg", ("Jan Willem de Vries", "Zorg", "")),
        (PARTS.replace(";", ",") + "Anna Maria,De Smet,Zorgpunt", ("Anna Maria De Smet", "Zorgpunt", "")),
        (
            "Voornaam;Tussenvoegsel;Achternaam;Organisatie\nJan Willem;de;Vries",
            ("Jan Willem de Vries", "", ""),
        ),
        (PARTS + "Riet Aerts;Familiehulp", ("Riet Aerts", "Familiehulp", "")),
        (PARTS.replace(";", "\t") + "Riet Aerts;Familiehulp;coach", ("Riet Aerts", "Familiehulp", "coach")),
        ("Nr;Naam;Organisatie\n1;An Peeters;Stad\nRiet Aerts;Familiehulp", ("Riet Aerts", "Familiehulp", "")),
        ("Nr;Naam;Organisatie\n1;An Peeters;Stad\n2;Bo Mol", ("Bo Mol", "", "")),
    ],
)
def test_a_short_row_is_read_as_its_cells_and_its_sign_say(text: str, expected: tuple[str, str, str]) -> None:
    found = read_people(text)
    assert last(found) == expected
    assert [problem.row for problem in found.problems] == [text.count("\n") + 1], "either way it is told"


def test_short_rows_that_are_alike_get_one_remark() -> None:
    alike = "".join(f"Stad{n};Peeters{n}\n" for n in range(43))
    found = read_people("Organisatie;Naam;Functie;E-mail\n" + alike + "Haven;Maas;coach\n")
    assert len(found.people) == 44
    told = [(problem.row, dict(problem.said.fills)) for problem in found.problems if "headers" in problem.said.message]
    assert told == [(2, {"rows": 43, "n": 2, "of": 4}), (45, {"n": 3, "of": 4})]


def test_typed_rows_that_are_alike_get_one_remark() -> None:
    found = read_people(PARTS + "Riet Aerts;Familiehulp\nEls Maas;Haven\n")
    (told,) = found.problems
    assert told.row == 3 and told.said.fills["rows"] == 2
    assert told.said.message.endswith("read as name; organisation; function.")
