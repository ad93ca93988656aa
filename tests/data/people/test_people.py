"""One reader for lists of people: whatever they come in, nobody is lost and nothing is passed over in silence."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import Participant, Role
from data.names import in_ordinary_letters
from data.people import Column, People, Person, read_people, read_rows, understood
from data.people.files import people_in, read_list
from data.people.twice import look_alike
from data.text import NAME_LIMIT, clean, line
from tests.cases import cases

Three = tuple[str, str, str]


def three(found: People) -> list[Three]:
    return [(who.name, who.organisation, who.function) for who in found.people]


def rows(found: People) -> list[tuple[int, bool]]:
    return [(problem.row, problem.left_out) for problem in found.problems]


def test_pasted_people_are_read_by_the_line() -> None:
    read = read_people(" Jan Maas ; Stad A; coach\n\nEls\tHaven\ten meer\n; zonder naam\nJan Maas")
    assert three(read) == [("Jan Maas", "Stad A", "coach"), ("Els", "Haven", "en meer"), ("Jan Maas", "", "")]
    assert rows(read) == [(4, True), (5, False)]
    assert [who.row for who in read.people] == [1, 3, 5]


LISTS = {
    "semicolons": "Naam;Organisatie;Functie\nGriet Van der Auwera;Haven;HR\nBert d’Oultremont;Zorgpunt;\n",
    "commas and quotes": (
        'Naam,Organisatie,Functie\n"Van der Auwera, Griet",Haven,HR\n"d’Oultremont, Bert","Zorgpunt",\n'
    ),
    "tabs": "Naam\tOrganisatie\tFunctie\r\nGriet Van der Auwera\tHaven\tHR\r\nBert d’Oultremont\tZorgpunt\t\r\n",
    "sep": "sep=,\nNaam,Organisatie,Functie\nGriet Van der Auwera,Haven,HR\nBert d’Oultremont,Zorgpunt,\n",
    "a title above": (
        "Deelnemerslijst 2027;;\n;;\nNr;Naam;Organisatie;Functie\n"
        "1;Griet Van der Auwera;Haven;HR\n2;Bert d’Oultremont;Zorgpunt;\n"
    ),
    "first and last name": (
        "Voornaam;Naam;Bedrijf;Functie\nGriet;Van der Auwera;Haven;HR\nBert;d’Oultremont;Zorgpunt;\n"
    ),
    "infix": (
        "Voornaam;Tussenvoegsel;Achternaam;Bedrijf;Functie\n"
        "Griet;Van der;Auwera;Haven;HR\nBert;;d’Oultremont;Zorgpunt;\n"
    ),
    "French": "Nom;Prénom;Société;Fonction\nVan der Auwera;Griet;Haven;HR\nd’Oultremont;Bert;Zorgpunt;\n",
    "French, one column": "Nom et prénom|Organisme|Poste\nVan der Auwera Griet|Haven|HR\nd’Oultremont Bert|Zorgpunt|\n",
    "English": "Last name,First name,Company,Job title\nVan der Auwera,Griet,Haven,HR\nd’Oultremont,Bert,Zorgpunt,\n",
    "capitals": "NAAM;ORGANISATIE;FUNCTIE\nVAN DER AUWERA Griet;Haven;HR\nBert d’Oultremont;Zorgpunt;\n",
    "capitals apart": "VOORNAAM;NAAM;BEDRIJF;FUNCTIE\nGriet;VAN DER AUWERA;Haven;HR\nBert;d’Oultremont;Zorgpunt;\n",
    "unquoted comma": "Naam,Organisatie,Functie\nVan der Auwera, Griet,Haven,HR\nd’Oultremont, Bert,Zorgpunt,\n",
    "other columns": (
        "Functie;GSM;Naam;Opmerking;Organisatie\n"
        "HR;0470 00 00 00;Griet Van der Auwera;;Haven\n;;Bert d’Oultremont;vega;Zorgpunt\n"
    ),
    "no headers": "Griet Van der Auwera;Haven;HR\nBert d’Oultremont;Zorgpunt\n",
    "no headers, commas": "Griet Van der Auwera,Haven,HR\nBert d’Oultremont,Zorgpunt,\n",
    "numbered": "1. Griet Van der Auwera; Haven; HR\n\n2) Bert d’Oultremont; Zorgpunt\n",
    "numbered cells": "1\tGriet Van der Auwera\tHaven\tHR\n2\tBert d’Oultremont\tZorgpunt\n",
    "bullets": "- Griet Van der Auwera; Haven; HR\n• Bert d’Oultremont; Zorgpunt\n",
    "addresses among": "Griet Van der Auwera;griet@haven.example;Haven;HR\nBert d’Oultremont;Zorgpunt\n",
    "a title without headers": "Deelnemers:\nGriet Van der Auwera;Haven;HR\nBert d’Oultremont;Zorgpunt\n",
}

GRIET_AND_BERT = [("Griet Van der Auwera", "Haven", "HR"), ("Bert d’Oultremont", "Zorgpunt", "")]


@pytest.mark.parametrize("kind", LISTS)
def test_the_same_two_people_are_read_from_every_kind_of_list(kind: str) -> None:
    assert three(read_people(LISTS[kind])) == GRIET_AND_BERT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
@pytest.mark.parametrize("kind", ["semicolons", "tabs", "no headers"])
def test_a_list_is_read_in_every_usual_encoding(kind: str, encoding: str) -> None:
    accents = LISTS[kind].replace("Griet", "Grièt").replace("Haven", "Crèche Café Zoë")
    read = people_in(accents.encode(encoding), "lijst.csv")
    assert three(read)[0] == ("Grièt Van der Auwera", "Crèche Café Zoë", "HR")
    assert three(read)[1][0] == "Bert d’Oultremont"


def test_a_code_page_that_puts_signs_in_names_is_passed_over() -> None:
    for text, encoding in [("Zoë Maas\r\n", "cp850"), ("Łucja Wójcik\r\n", "cp1250"), ("Crèche José\r\n", "cp850")]:
        read = people_in(text.encode(encoding), "lijst.txt")
        assert (read.people[0].name, read.layout.encoding) == (text.strip(), encoding)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"PK\x03\x04 geen werkboek", bytes(range(256)), b"\0\1\2" * 9])
def test_what_is_no_list_is_refused_in_one_sentence(data: bytes) -> None:
    from data.model import Refused

    with pytest.raises(Refused, match="CSV UTF-8"):
        people_in(data, "lijst.bin")


def test_a_line_of_mail_addresses_is_read() -> None:
    typed = (
        'Griet Van der Auwera <griet@haven.example>; "d’Oultremont, Bert" <bert@zorg.example>; an.claes@stad.example; '
        "Maas, Jan <jan@stad.example>"
    )
    read = read_people(typed)
    assert [(who.name, who.email) for who in read.people] == [
        ("Griet Van der Auwera", "griet@haven.example"),
        ("Bert d’Oultremont", "bert@zorg.example"),
        ("An Claes", "an.claes@stad.example"),
        ("Jan Maas", "jan@stad.example"),
    ]
    assert read.layout.addresses and rows(read) == [(1, False)], "that a name was made of an address is told"
    commas = read_people("Griet Maas <griet@haven.example>, bert@zorg.example, Jan <jan@stad.example>")
    assert [who.name for who in commas.people] == ["Griet Maas", "Bert", "Jan"]
    lines = read_people("Griet Maas <griet@haven.example>\nJan Maas (jan@stad.example)\n")
    assert [(who.name, who.row) for who in lines.people] == [("Griet Maas", 1), ("Jan Maas", 2)]


def test_family_first_is_understood_for_the_whole_list() -> None:
    read = read_people("Van der Auwera, Griet\nMaas, Jan\nLievens\nCoppens, An")
    assert [who.name for who in read.people] == ["Griet Van der Auwera", "Jan Maas", "Lievens", "An Coppens"]
    assert read.layout.family_first
    assert [said.message for said in understood(read)] == ["names read as “Family, First”"]
    assert three(read_people("Jan Maas, Haven")) == [("Jan Maas", "Haven", "")]
    assert three(read_people("Maas, Jan")) == [("Jan Maas", "", "")]


def test_a_line_with_commas_among_others_is_read_as_one_with_semicolons() -> None:
    read = read_people("Jan Maas; Haven; coach\nOmar El Idrissi, hospital, nurse\nEls Smet, Stad\nClaes, An")
    assert three(read) == [
        ("Jan Maas", "Haven", "coach"),
        ("Omar El Idrissi", "hospital", "nurse"),
        ("Els Smet", "Stad", ""),
        ("An Claes", "", ""),
    ]
    assert not read.problems
    for title in ("Deelnemerslijst, najaar", "Deelnemers, studiedag van 3 maart"):
        titled = read_people(f"{title}\nJan Maas; Haven")
        assert three(titled) == [("Jan Maas", "Haven", "")]
        assert titled.problems[0].left_out


def test_a_name_that_keeps_its_commas_is_pointed_out() -> None:
    read = read_people("Maas, Jan\nClaes, An\nOmar El Idrissi, hospital, nurse")
    assert [who.name for who in read.people] == ["Jan Maas", "An Claes", "Omar El Idrissi, hospital, nurse"]
    assert [(each.row, each.said.fills["text"]) for each in read.problems] == [(3, "Omar El Idrissi, hospital, nurse")]


def test_every_field_of_a_participant_can_be_a_column() -> None:
    read = read_people(
        "Aanspreking;Voornaam;Achternaam;E-mailadres;Organisatie;Functie;Interesse;Eigen leervraag;Werkcontext;"
        "Rol;Maat\n"
        "Dr.;Nele;Dierickx;nele@zorg.example;Zorgpunt;arts;veel;Hoe?;kleine ploeg;begeleider;XL\n"
        ";Cis;Baert;;Haven;;;;;kok;\n"
        "Graaf;An;Coppens;;Haven;chef;;;;kok;\n"
    )
    nele, cis, an = read.people
    assert nele == Person(
        "Dr. Nele Dierickx", "Zorgpunt", "arts", "nele@zorg.example", "veel", "Hoe?", "kleine ploeg",
        Role.FACILITATOR, 2,
    )  # fmt: skip
    assert (cis.role, cis.function) == (Role.PARTICIPANT, "kok"), "a role that is none is a function"
    assert an.name == "An Coppens" and rows(read) == [(4, False), (4, False)]
    assert read.layout.columns["Maat"] is None and read.layout.columns["Eigen leervraag"] is Column.GOAL
    assert [said.fills["header"] for said in understood(read)] == ["Maat"]


def test_what_is_not_understood_is_told_by_its_row() -> None:
    read = read_people("Lijst\n\nNaam;Organisatie\n;Haven\nJan Maas;Haven;en nog iets\n;jan@stad.example\n")
    assert [(p.row, p.left_out, p.said.fills.get("text", "")) for p in read.problems] == [
        (1, True, "Lijst"),
        (4, True, ""),
        (5, False, "en nog iets"),
        (6, True, ""),
    ]
    long = read_people(f"{'J' * (NAME_LIMIT + 5)};{'H' * 300}")
    assert [p.said.fills["limit"] for p in long.problems] == [NAME_LIMIT, NAME_LIMIT]
    assert len(long.people[0].name) == NAME_LIMIT


def test_a_quotation_mark_that_is_never_closed_swallows_nobody() -> None:
    read = read_people('Naam;Organisatie\n"Jan Maas;Haven\nGriet Maas;Haven\n')
    assert len(read.people) == 2 and read.people[1].name == "Griet Maas"
    two = read_people('Naam;Organisatie\n"Jan\nMaas";Haven\nGriet Maas;Haven\n')
    assert [(who.name, who.row) for who in two.people] == [("Jan Maas", 2), ("Griet Maas", 3)]


def test_doubles_are_left_out_and_who_looks_alike_is_pointed_out() -> None:
    known = [Participant(id="1", name="Lien Smet"), Participant(id="2", name="Nele Dierickx", organisation="Zorgpunt")]
    read = read_people(
        "Jan Maes; A\njan  maës; a\nJan Maas; A\nMaes Jan\nAn Peeters\nLien Smet\nDr. Nele Dierickx; Haven", known
    )
    assert [who.name for who in read.people] == ["Jan Maes", "Jan Maas", "Maes Jan", "An Peeters", "Dr. Nele Dierickx"]
    assert [(who.row, who.name) for who in read.doubles] == [(2, "jan maës"), (6, "Lien Smet")]
    assert rows(read) == [(3, False), (4, False), (7, False)]
    mailed = [Participant(id="1", name="Lien Smet", email="lien@stad.example")]
    assert read_people("L. Smet <LIEN@stad.example>", mailed).doubles[0].row == 1


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("jan maes", "jan maas", True),
        ("jan maes", "jna maes", True),
        ("jan maes", "jan mae", True),
        ("jan maes", "jan peeters", False),
        ("jan maes", "jna maas", False),
        ("annemie vandenbroeck", "anemie vandenbroek", True),
        ("annemie vandenbroeck", "anemi vandenbroek", False),
        ("bo", "bob", False),
        ("an bos", "bos an", True),
    ],
)
def test_names_look_alike_by_a_slip_of_the_pen(one: str, other: str, alike: bool) -> None:
    assert look_alike(one, other) is look_alike(other, one) is alike


MESSY = {
    "foo@bar@x\nJan Maes; Bouw": ([("Jan Maes", "Bouw", "")], ["foo@bar@x"]),
    "naam;mail\nJan Maes;foo@bar@x\nEls Smet;e@x.be": (
        [("Jan Maes", "", "foo@bar@x"), ("Els Smet", "", "e@x.be")],
        ["foo@bar@x"],
    ),
    "Jan Maes; jan@firma; Bouw": ([("Jan Maes", "Bouw", "jan@firma")], ["jan@firma"]),
    "naam,mail\nJan Maes, jan @ x.be\nEls Smet,els@ y.be": (
        [("Jan Maes", "", "jan@x.be"), ("Els Smet", "", "els@y.be")],
        [],
    ),
    "naam;organisatie\njan.maes@x.be;Bouw\njan@bouw;Bouw\nEls Smet;Zorg": (
        [("Jan Maes", "Bouw", "jan.maes@x.be"), ("Els Smet", "Zorg", "")],
        ["jan.maes@x.be", "jan@bouw"],
    ),
    "E-mail;Functie;Organisatie;Naam\nj@x.be;coach;Bouw;Jan Maes": ([("Jan Maes", "Bouw", "j@x.be")], []),
    "Jan Maes <j@x.be>; Bouw; coach\nEls Smet <e@y.be>; Zorg; coach": (
        [("Jan Maes", "Bouw", "j@x.be"), ("Els Smet", "Zorg", "e@y.be")],
        [],
    ),
    "naam;organisatie\nJan Maes <j@x.be>;Bouw\nEls Smet <e@y.be>;Zorg": (
        [("Jan Maes", "Bouw", "j@x.be"), ("Els Smet", "Zorg", "e@y.be")],
        [],
    ),
    "Jan Maes <j@x>; Els Smet <e@y.be>; Piet Pot": (
        [("Jan Maes", "", "j@x"), ("Els Smet", "", "e@y.be"), ("Piet Pot", "", "")],
        ["j@x"],
    ),
    "Jan Maes; mailto:j@x.be\n[mailto:e@y.be]Els Smet": ([("Jan Maes", "", "j@x.be"), ("Els Smet", "", "e@y.be")], []),
    "mailto:jan.maes@x.be": ([("Jan Maes", "", "jan.maes@x.be")], ["jan.maes@x.be"]),
    "'Jan Maes'; 'Bouw'\n“Els Smet”; \"Zorg\"": ([("Jan Maes", "Bouw", ""), ("Els Smet", "Zorg", "")], []),
    "Jan Maes;;;\nEls Smet;Zorg;;": ([("Jan Maes", "", ""), ("Els Smet", "Zorg", "")], []),
    "naam;organisatie;;\nJan Maes;Bouw;;\nEls Smet;Zorg;nieuw;": (
        [("Jan Maes", "Bouw", ""), ("Els Smet", "Zorg", "")],
        ["nieuw"],
    ),
    "JAN MAES; BOUW\nELS DE SMET\nJP MAES": (
        [("Jan Maes", "BOUW", ""), ("Els De Smet", "", ""), ("JP Maes", "", "")],
        [],
    ),
    "naam;organisatie\n0475 12 34 56;Bouw\nEls Smet;Zorg": ([("Els Smet", "Zorg", "")], ["0475 12 34 56"]),
    "Jan Maes; 0475/12.34.56; Bouw": ([("Jan Maes", "Bouw", "")], ["0475/12.34.56"]),
    "0475123456; Jan Maes\n0475123457; Els Smet": (
        [("Jan Maes", "", ""), ("Els Smet", "", "")],
        ["0475123456", "0475123457"],
    ),
    "naam;mail\nJan Maes;j@x.be, jan@z.be": ([("Jan Maes", "", "j@x.be")], ["jan@z.be"]),
    "Jan Maes; -; n.v.t.": ([("Jan Maes", "", "")], []),
}
"""Lists as they come: who is read of them with organisation and address, and of what it is told by its own words."""


@pytest.mark.parametrize("text", MESSY)
def test_a_messy_list_loses_nothing_and_names_what_it_does_not_understand(text: str) -> None:
    people, named = MESSY[text]
    found = read_people(text)
    assert [(each.name, each.organisation, each.email) for each in found.people] == people
    fills = [(key, fill) for each in found.problems for key, fill in each.said.fills.items()]
    assert [fill for key, fill in fills if key in {"text", "address"}] == named


def test_a_name_in_capitals_is_written_in_ordinary_letters_and_initials_stay() -> None:
    given = ["ELS DE SMET", "IR. JAN MAES", "JP", "VAN DEN BROECK", "An MAES", "JAN-PIETER D'HONDT"]
    expected = ["Els De Smet", "IR. Jan Maes", "JP", "Van den Broeck", "An MAES", "Jan-Pieter D'Hondt"]
    assert [in_ordinary_letters(name) for name in given] == expected


def test_two_hundred_people_fit_and_more_are_told() -> None:
    lines = [f"Persoon {number:03}; Organisatie {number}" for number in range(203)]
    assert len(read_people("\n".join(lines[:200])).people) == 200
    read = read_people("\n".join(lines))
    assert len(read.people) == 200 and [row for row, out in rows(read) if out] == [201, 202, 203]


cells = st.text("abAB ëé’'\",;|\t@.<>-13\n", max_size=9) | st.sampled_from(["Naam", "Organisatie", "an@b.example"])


@given(st.text(max_size=300) | st.lists(st.lists(cells, max_size=4).map(";".join), max_size=6).map("\n".join))
def test_no_paste_breaks_the_reading_of_people(text: str) -> None:
    read = read_people(text)
    for person in read.people:
        assert person.name == line(person.name) != ""
    most = clean(text).count("\n") + 1
    assert all(1 <= row <= most for row in [p.row for p in read.problems] + [p.row for p in read.people])


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading_of_people(data: bytes) -> None:
    from data.model import Refused

    try:
        people_in(data, "x")
    except Refused as refused:
        assert refused.said.fills


@given(
    st.lists(
        st.tuples(
            st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True), st.from_regex(r"[A-Z][a-z]{3,9}", fullmatch=True)
        ),
        min_size=2, max_size=9, unique=True,
    ),
    st.sampled_from([";", "\t", ",", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)  # fmt: skip
def test_nobody_is_lost_in_any_separator_and_encoding(people: list[tuple[str, str]], sep: str, encoding: str) -> None:
    listed = "\r\n".join(
        sep.join(cells) for cells in [("Voornaam", "Naam", "Bedrijf"), *((a, b, a) for a, b in people)]
    )
    read = people_in(listed.encode(encoding), "x.csv")
    assert three(read) == [(f"{first} {last}", first, "") for first, last in people]


def test_the_cells_of_a_sheet_are_read_like_a_text() -> None:
    read = read_rows([["Deelnemers", ""], ["", ""], ["Nr", "Naam"], ["1", "Maas, Jan"]])
    assert [(who.name, who.row) for who in read.people] == [("Jan Maas", 4)] and rows(read) == [(1, True)]


def workbook(sheets: list[list[list[str | float]]]) -> bytes:
    """A workbook of Excel with the least that is in one: a sheet of rows each, texts in place and numbers."""
    book = io.BytesIO()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(book, "w") as into:
        names = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, len(sheets) + 1))
        root = f'<Relationship Id="r" Type="{office}/officeDocument" Target="xl/workbook.xml"/>'
        into.writestr("_rels/.rels", f'<Relationships xmlns="{package}">{root}</Relationships>')
        whole = f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{names}</sheets></workbook>'
        into.writestr("xl/workbook.xml", whole)
        links = "".join(
            f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/s{n}.xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        into.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">{links}</Relationships>')
        for n, rows in enumerate(sheets, start=1):
            cells = [
                "".join(
                    f'<c r="{"ABCDEFGH"[place]}{row}"><v>{cell}</v></c>'
                    if isinstance(cell, float)
                    else f'<c r="{"ABCDEFGH"[place]}{row}" t="inlineStr"><is><t>{cell}</t></is></c>'
                    for place, cell in enumerate(line_)
                )
                for row, line_ in enumerate(rows, start=1)
            ]
            body = "".join(f'<row r="{row}">{each}</row>' for row, each in enumerate(cells, start=1))
            into.writestr(
                f"xl/worksheets/s{n}.xml", f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>'
            )
    return book.getvalue()


def test_a_workbook_is_read_from_its_first_sheet_that_holds_something() -> None:
    data = workbook(
        [
            [],
            [["Deelnemers"], [""], ["Nr", "Naam", "Bedrijf"], [1.0, "Maas, Jan", "Zoë &amp; co"], [2.0, "An Bos", 7.0]],
        ]
    )
    read = people_in(data, "lijst.xlsx")
    assert [(who.row, *each) for who, each in zip(read.people, three(read), strict=True)] == [
        (4, "Jan Maas", "Zoë & co", ""),
        (5, "An Bos", "7", ""),
    ]
    assert rows(read) == [(1, True)]
    assert not people_in(workbook([[]]), "leeg.xlsx").people


TITLES = ("Zorg", "Bouw", "Zorg", "IT", "Aqua", "Bouw", "Zorg", "IT")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("09a-people-comma-csv", "people.txt"), [("Aqua", "HR"), ("Bouw", "Chef"), ("Zorg", ""), ("IT", "")]),
        (("09b-people-first-and-last-column", "people.txt"), [("Aqua", ""), ("Bouw", ""), ("Zorg", "")]),
        (("10-rounds-encodings", "cp1252.csv"), [("Aqua", ""), ("Zorg", ""), ("Bouw", ""), ("IT", "")]),
        (("10-rounds-encodings", "utf16.txt"), [("Aqua", ""), ("Zorg", ""), ("Bouw", ""), ("IT", "")]),
        (("31-open-a-csv", "bom.csv"), [("Aqua", ""), ("Bouw", "")]),
        (
            ("07-titles-and-name-order", "people.txt"),
            [(o, "") for o in ["Zorg", "Bouw", "Zorg", "IT", "Aqua", "Bouw", "Zorg", "IT"]],
        ),
    ],
)
def test_the_reported_lists_are_read(parts: tuple[str, str], expected: list[tuple[str, str]]) -> None:
    read = read_list(cases("reports", *parts))
    assert [(who.organisation, who.function) for who in read.people] == expected
    assert all(not set(who.name) & set(';,"\t') and " " in who.name for who in read.people)
    assert (not read.problems and not read.doubles) or parts[0].startswith("07")


def test_a_line_typed_below_a_table_is_read_in_its_own_form_and_told_of() -> None:
    table = "Voornaam;Achternaam;Organisatie;Functie;E-mail\nAn;Peeters;Stad;coach;an@a.example\nBo;Mol;;;\n"
    read = read_people(table + "Riet Aerts; Familiehulp\nEls;Maas;Haven")
    assert three(read)[2:] == [("Riet Aerts", "Familiehulp", ""), ("Els Maas", "Haven", "")]
    assert rows(read) == [(4, False), (5, False)]
    read = read_people(table.replace(";", "\t") + "Riet Aerts; Familiehulp\nEls\tMaas\tHaven")
    assert three(read)[2:] == [("Riet Aerts", "Familiehulp", ""), ("Els Maas", "Haven", "")]
    assert rows(read) == [(4, False)], "behind a tab nothing is left out by a person alone"
    read = read_people("Naam;Organisatie;Functie;E-mail\nAn Peeters;Stad;coach;an@a.example\nRiet Aerts; Familiehulp")
    assert three(read)[1:] == [("Riet Aerts", "Familiehulp", "")] and rows(read) == [], "both forms say the same"
    read = read_people("Organisatie;Naam;Functie\nStad;An Peeters;coach\nFamiliehulp; Riet Aerts")
    assert three(read)[1:] == [("Riet Aerts", "Familiehulp", "")] and rows(read) == [(3, False)]


def test_a_column_can_be_read_otherwise_and_none_says_the_same() -> None:
    text = "Naam;Functie;Taak;Maat\nJan Maas;coach;ploegbaas;XL\n"
    read = read_people(text, columns={"Taak": Column.FUNCTION, "Maat": Column.CONTEXT})
    assert [(who.function, who.context) for who in read.people] == [("ploegbaas", "XL")]
    assert read.layout.columns == {
        "Naam": Column.NAME,
        "Functie": None,
        "Taak": Column.FUNCTION,
        "Maat": Column.CONTEXT,
    }
    assert read_people(text, columns={"Functie": None, "nergens": Column.GOAL}).people[0].function == ""
