"""Keys for the places in a list: digits, of which Belgian AZERTY's unshifted row counts too, and then capitals."""

from __future__ import annotations

from string import ascii_uppercase

from textual.events import Key

AZERTY = dict(zip("&é\"'(§è!çà", "1234567890", strict=True))


FIRST_CAPITAL = 11
"""The place that A chooses. Small letters are commands, and every keyboard has capitals where it has letters."""


def digit(event: Key) -> str | None:
    """The digit this key stands for, or None."""
    character = event.character or ""
    return character if character in "0123456789" and character else AZERTY.get(character)


def place(event: Key) -> int:
    """The place in a list that this key chooses, from 1 on, as ``place_key`` shows it; 0 when it chooses none."""
    typed = digit(event)
    if typed:
        return int(typed) or 10
    character = event.character or ""
    return FIRST_CAPITAL + ascii_uppercase.index(character) if character and character in ascii_uppercase else 0


def place_key(number: int) -> str:
    """What stands before the line at this place, from 1 on: a digit, 0 for the tenth, then capitals; else a space."""
    if number < FIRST_CAPITAL:
        return str(number % 10)
    return ascii_uppercase[number - FIRST_CAPITAL] if number - FIRST_CAPITAL < len(ascii_uppercase) else " "


def digits(text: str) -> str:
    """Text in which every character of the AZERTY row is the digit above it, for fields that hold numbers."""
    return "".join(AZERTY.get(character, character) for character in text)
