"""What the headers of a list of people are called, in Dutch, French and English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.people.records import Column
from data.text import fold

_WORDS: dict[Column | None, str] = {
    Column.NAME: (
        "naam, name, nom, deelnemer, deelnemers, participant, participants, participante, volledige naam, full name, "
        "nom complet, weergavenaam, display name, naam deelnemer, naam van de deelnemer, participant name, persoon, "
        "person, personne, lid, leden, member, members, membre, membres, contactpersoon, contact, "
        "voornaam en naam, voornaam naam, voornaam en familienaam, voornaam en achternaam, naam en voornaam, "
        "naam voornaam, familienaam en voornaam, achternaam en voornaam, prenom et nom, prenom nom, nom et prenom, "
        "nom prenom, first and last name, last and first name"
    ),
    Column.FIRST_NAME: "voornaam, voornamen, roepnaam, first name, firstname, first, given name, prenom, prenoms",
    Column.INFIX: "tussenvoegsel, tussenvoegsels, voorvoegsel, middle name, infix",
    Column.LAST_NAME: (
        "achternaam, familienaam, last name, lastname, last, surname, family name, nom de famille, patronyme"
    ),
    Column.TITLE: "titel, title, aanspreking, aanhef, aanspreektitel, titulatuur, civilite, titre, salutation, prefix",
    Column.ORGANISATION: (
        "organisatie, organisation, organization, bedrijf, bedrijfsnaam, company, company name, firma, werkgever, "
        "employer, employeur, societe, entreprise, organisme, instelling, institution, institutie, school, ecole, "
        "onderneming, voorziening, etablissement, association, vereniging, organisatie bedrijf, naam organisatie, "
        "naam bedrijf, naam van de organisatie, naam van het bedrijf, organization name, organisation name, "
        "nom de l'organisation, nom de l'entreprise, org"
    ),
    Column.FUNCTION: (
        "functie, function, fonction, job title, job, beroep, position, positie, profession, poste, functietitel, "
        "organization title, taak, werk"
    ),
    Column.EMAIL: (
        "e-mail, email, mail, e mail, e-mailadres, emailadres, mailadres, e-mail adres, email adres, e-mail address, "
        "email address, courriel, adresse e-mail, adresse email, adresse mail, adresse courriel, mel, "
        "e-mail 1 - value, e-mail 1"
    ),
    Column.INTEREST: (
        "interesse, interesses, interest, interests, interet, interets, belangstelling, motivatie, motivation"
    ),
    Column.GOAL: (
        "leervraag, leervragen, leerdoel, leerdoelen, eigen leerdoel, eigen leervraag, persoonlijk leerdoel, goal, "
        "learning goal, own learning goal, learning goals, learning question, objectif, objectifs, "
        "objectif d'apprentissage, question d'apprentissage"
    ),
    Column.CONTEXT: (
        "werkcontext, context, work context, contexte, contexte de travail, werksituatie, afdeling, dienst, "
        "department, departement, service, team, equipe"
    ),
    Column.ROLE: "rol, role",
    Column.NUMBER: "nr, nr., nummer, volgnummer, no, n°, no., #, number, numero, id",
    None: (
        "gsm, gsm-nummer, telefoon, telefoonnummer, tel, phone, phone number, mobile, mobile phone, mobiel, telephone, "
        "opmerking, opmerkingen, remarks, remark, notes, commentaar, remarque, remarques, adres, address, adresse, "
        "gemeente, stad, city, ville, commune, postcode, zip, code postal, straat, street, rue, land, country, pays, "
        "datum, date, aanwezig, present, handtekening, signature, dieet, allergie, taal, language, langue"
    ),
}

_KNOWN = {word.strip(): column for column, words in _WORDS.items() for word in words.split(",")}
_SIGNS = re.compile(r"[:*()/_?.]+")

FAMILY_FIRST = frozenset(
    (
        "naam en voornaam",
        "naam voornaam",
        "familienaam en voornaam",
        "achternaam en voornaam",
        "nom et prenom",
        "nom prenom",
        "last and first name",
    )
)
"""Headers that say in which order a name stands under them."""

_TITLE_WORDS = frozenset(
    ("deelnemerslijst", "deelnemers", "deelnemer", "lijst", "liste", "list", "participants", "inschrijvingen", "people")
)

LEADING = frozenset({Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.NUMBER, Column.TITLE, Column.EMAIL})
"""What a row of headers begins with, if it begins with something that is known."""


def plain(header: str) -> str:
    """A header as it compares: no case, accents, signs or blanks around it."""
    return " ".join(_SIGNS.sub(" ", fold(header)).split())


def column_of(header: str) -> tuple[bool, Column | None]:
    """Whether a header is known, and what its column says (None: nothing that is kept)."""
    for spelled in (fold(header), plain(header)):
        if spelled in _KNOWN:
            return True, _KNOWN[spelled]
    return False, None


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row is the headers of what follows: most of it is known, or it begins so and more of it is."""
    filled = [cell for cell in cells if cell.strip()]
    found = [column_of(cell) for cell in filled]
    known = sum(is_known for is_known, _column in found)
    names = {Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.EMAIL}
    if not any(column in names for _is_known, column in found):
        return False
    return 2 * known > len(filled) or (known > 1 and found[0][0] and found[0][1] in LEADING)


def is_title(row: Sequence[str]) -> bool:
    """Whether a row is the title of the list that follows."""
    filled = [cell for cell in row if cell.strip()]
    return len(filled) == 1 and any(word.strip(":,") in _TITLE_WORDS for word in fold(filled[0]).split())


def columns_of(cells: Sequence[str]) -> list[Column | None]:
    """What each column says; the second of a kind says nothing.

    Beside a first name ``Naam``, ``Nom`` and ``Name`` are the family name.
    """
    columns = [column_of(cell)[1] for cell in cells]
    if Column.FIRST_NAME in columns and Column.LAST_NAME not in columns and Column.NAME in columns:
        columns[columns.index(Column.NAME)] = Column.LAST_NAME
    return [column if column not in columns[:place] else None for place, column in enumerate(columns)]
