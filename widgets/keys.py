"""Digits on a keyboard that gives them only with Shift: Belgian AZERTY's unshifted row counts too."""

from __future__ import annotations

from textual.events import Key

AZERTY = dict(zip("&é\"'(§è!çà", "1234567890", strict=True))


def digit(event: Key) -> str | None:
    """The digit this key stands for, or None."""
    character = event.character or ""
    return character if character in "0123456789" and character else AZERTY.get(character)


def place(event: Key) -> int:
    """The place in a list that this key chooses, from 1 on, where 0 is the tenth; 0 when it is no digit."""
    typed = digit(event)
    return (int(typed) or 10) if typed else 0


def place_key(number: int) -> str:
    """What stands before the line at this place, from 1 on: its digit, or a space from the eleventh on."""
    return str(number % 10) if number <= 10 else " "


def digits(text: str) -> str:
    """Text in which every character of the AZERTY row is the digit above it, for fields that hold numbers."""
    return "".join(AZERTY.get(character, character) for character in text)
