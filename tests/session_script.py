"""One whole session as a person types it: keys, and what must be on the screen before the next ones.

The same steps are taken by a Pilot and by the real program in a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.model import Record, Stamp, State
from data.verbs.network import start_network

PEOPLE = (
    "Ada Bruyn",
    "Bart Cools",
    "Cleo Dams",
    "Dirk Eelen",
    "Ella Fret",
    "Filip Gys",
    "Gerda Hens",
    "Hilde Ides",
    "Ivo Jans",
    "Jana Kerk",
    "Koen Leys",
    "Lena Maes",
    "Mark Nijs",
    "Nora Ooms",
    "Olav Pels",
)
ARRIVE = (7, 2, 14, 0, 9, 4, 12, 1, 11, 6, 13, 3, 8, 10, 5)
"""The order in which they come in: none in particular."""


@dataclass(frozen=True, slots=True)
class Press:
    """Keys by their Textual names, one after the other."""

    keys: Sequence[str]


@dataclass(frozen=True, slots=True)
class Type:
    """Characters, one after the other."""

    text: str


@dataclass(frozen=True, slots=True)
class Read:
    """Wait until this is on the screen."""

    text: str


Step = Press | Type | Read


def network() -> list[Record]:
    """A network of fifteen people that has not met yet."""
    names = "\n".join(f"{name}; Huis {number % 5}" for number, name in enumerate(PEOPLE))
    change = start_network(
        State(),
        Stamp("2026-11-24T09:00:00+01:00", "9d0c3f0e-5a4e-4f6e-9a53-0123456789ab"),
        name="Kring Test",
        theme="Samen leren",
        participants=names,
        template="kick_off",
    )
    return list(change.puts)


def initials(name: str) -> str:
    """The two letters that name somebody."""
    return "".join(word[0] for word in name.split()).lower()


def line(text: str) -> list[Step]:
    """A line and Enter."""
    return [Type(text), Press(["enter"])]


def check_in(language: str) -> Iterator[Step]:
    """Fifteen come in, by two letters each."""
    yield Press(["f2", "1"])
    yield Read(PEOPLE[0])
    for number in ARRIVE:
        yield from line(initials(PEOPLE[number]))
    yield Read({"nl": "15 van 15", "en": "15 of 15"}[language])


def round_table() -> Iterator[Step]:
    """Three speak; somebody joins in with one of them."""
    yield Press(["f2", "3", "f5"])
    yield from line("ab")
    yield from line("Hoe geef ik feedback zonder te kwetsen")
    yield Read("zonder te kwetsen")
    yield Press(["f6"])
    yield from line("bc")
    yield Press(["f5"])
    yield from line("gh")
    yield Press(["tab"])
    yield from line("Cases uit kleine bedrijven")
    yield Read("Cases uit kleine bedrijven")


def speed_dates(language: str) -> Iterator[Step]:
    """Two rounds of speed dates are held."""
    word = {"nl": "Ronde", "en": "Round"}[language]
    yield Press(["f2", "2", "space"])
    for number in (1, 2):
        yield Read(f"{word} {number} ")
        yield Press(["space", "n"])
    yield Read(f"{word} 3 ")


def agreements() -> Iterator[Step]:
    """Two ground rules that all agree with, an agreement in one line, and the next date."""
    yield Press(["f2", "6", "f5", "f6"])
    yield from line("Wie spreekt, wordt niet onderbroken")
    yield Press(["f6", "tab", "tab", "tab"])
    yield from line("Zaal reserveren; Lena Maes; 1 februari")
    yield Read("Zaal reserveren")
    yield Press(["tab"])
    yield from line("14/3 13:30-16:30 Gent")
    yield Read("Gent")


NOTES = (
    "Fouten mogen maken #Houding",
    "Zelf het voorbeeld geven #Houding",
    "Oprecht luisteren #Houding",
    "Tijd vrijmaken om te leren #Middelen",
    "Een eigen leerbudget #Middelen",
    "Een vaste plek in de planning #Middelen",
    "Iemand een stap verder duwen #Uitdagen",
    "Een opdracht buiten de comfortzone #Uitdagen",
    "Vragen stellen in plaats van zeggen #Uitdagen",
    "Samen terugblikken #Uitdagen",
)


def brainstorm() -> Iterator[Step]:
    """Ten post-its in three clusters."""
    yield Press(["f2", "5"])
    for note in NOTES:
        yield from line(note)
    yield Read("Samen terugblikken")


def decision() -> Iterator[Step]:
    """A decision from its question to its action point: all of us, by show of hands, then consent."""
    yield Press(["f2", "home", "down", "down", "down", "down", "down", "a", "7", "7"])
    yield from line("Waarover gaat sessie 2")
    yield from line("uit de brainstorm")
    yield Press(["tab"])
    yield from line("nog twee sessies te gaan")
    yield Press(["f6"])
    yield from line("Feedback geven oefenen")
    yield from line("Loon en talent")
    yield Press(["f6"])
    yield from line("iedereen heeft het nodig")
    yield Press(["f6", "enter", "1", "enter"])
    for count in ("15", "9", "15"):
        yield from line(count)
    yield Press(["f6", "enter", "1"])
    yield Press(["r", "enter", "f6", "enter", "f6", "enter"])
    yield from line("Oefencase meebrengen; Koen Leys; 10 maart")
    yield Read("Oefencase meebrengen")


def evaluation() -> Iterator[Step]:
    """Six forms, and the result."""
    yield Press(["f2", "9"])
    for number, marks in enumerate(("879", "788", "99-", "687", "778", "898")):
        yield Type(marks)
        yield from line(f"leerpunt {number}")
        yield Press(["f5"])
    yield Press(["f6"])
    yield Read("leerpunt 3")


def close(folder: str) -> Iterator[Step]:
    """The summary is read and exported."""
    yield Press(["f2", "end", "enter"])
    yield Read("Kring Test, s")
    yield Press(["f5", "tab"])
    yield from line(folder)


def whole(language: str, folder: str) -> Iterator[Step]:
    """The session from its first arrival to the exported summary."""
    yield from check_in(language)
    yield from round_table()
    yield from speed_dates(language)
    yield from agreements()
    yield from brainstorm()
    yield from decision()
    yield from evaluation()
    yield from close(folder)
