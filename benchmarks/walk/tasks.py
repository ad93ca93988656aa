"""What is done in the three sessions, as it is said in the room: the walk types it, and it should come of it."""

from __future__ import annotations

PEOPLE = (
    *("Ada Bruyn", "Bart Cools", "Cleo Dams", "Dirk Eelen", "Ella Fret", "Filip Gys", "Gerda Hens", "Hilde Ides"),
    *("Ivo Jans", "Jana Kerk", "Koen Leys", "Lena Maes", "Mark Nijs", "Nora Ooms", "Olav Pels"),
)
LATER_THERE = 12
"""So many of them, the first ones, are in the second and the third session; the others are excused."""

QUESTIONS = (
    *("Hoe geef ik feedback zonder te kwetsen", "Wanneer is iemand klaar voor meer", "Hoe houd ik mensen hier"),
    *("Wat doe ik met wie niet wil leren", "Hoe meten we of iemand groeit"),
)
"""Everybody asks one, in turn: three people ask the same."""

NOTES = (
    *("Fouten mogen maken #Houding", "Zelf het voorbeeld geven #Houding", "Oprecht luisteren #Houding"),
    *("Tijd vrijmaken om te leren #Middelen", "Een eigen leerbudget #Middelen", "Vaste plek in de planning #Middelen"),
    *("Iemand een stap verder duwen #Uitdagen", "Een opdracht buiten de comfortzone #Uitdagen"),
    *("Vragen stellen in plaats van zeggen #Uitdagen", "Samen terugblikken #Uitdagen"),
)
HANDS = {"Houding": 9, "Middelen": 12, "Uitdagen": 7}
LATER_NOTES = ("Elkaar bezoeken op het werk", "Een maatje uit een andere organisatie", "Elke maand een halve dag")
LAST_NOTE = "Elkaar bellen na een moeilijk gesprek"

RULE = "Wie spreekt wordt niet onderbroken"
SEATS = ("Zaal reserveren", "Lena Maes", "1 februari")
"""What, who and when of an agreement."""
NEXT, PLANNED = "14/3 13:30-16:30 Gent", ("03-14", "13:30", "16:30", "Gent")
ROUNDS = (1, 2)
"""Of the speed dates, those that are held."""

ASKED, ORIGIN, IMPORTANCE = "Waarover gaat sessie 2", "uit de brainstorm", "nog twee sessies te gaan"
PROPOSALS = ("Feedback geven oefenen", "Loon en talent")
STRENGTH = "iedereen heeft het nodig"
WAY = "all_of_us"
AGREED = 15, 9
"""How many of all fifteen agree with each proposal."""
ADDED = " samen met Koen"
"""What is typed behind the outcome."""
FOLLOWS = ("Oefencase meebrengen", "Koen Leys", "10 maart")

SCORES = ("879", "788", "998", "687")
"""The scores on a form, over and over."""


def joiner(place: int) -> str | None:
    """Who joins in with what the person at this place asks: with every third question whoever asked before."""
    return PEOPLE[place - 1] if place % 3 == 2 else None


def there(number: int) -> tuple[str, ...]:
    """Who is in this session."""
    return PEOPLE if number == 1 else PEOPLE[:LATER_THERE]


def learned(form: int) -> str:
    """The learning point on this form; on every third there is one."""
    return "" if form % 3 else f"leerpunt {form}"
