"""A language to write a document in: its sentences, dates, numbers and names of things."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from data.i18n import MONTHS, WEEKDAYS_IN_FULL, told
from data.model import Said, say
from data.model.languages import DEFAULT_LANGUAGE, LANGUAGES, decimal


class Tongue:
    """Tells sentences in one language, whatever the program is showing."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else DEFAULT_LANGUAGE

    def __call__(self, said: Said) -> str:
        """The sentence in this language."""
        return told(said, self.language)

    def count(self, one: Said, many: Said, number: int) -> str:
        """The sentence for one or for more; ``many`` has the number filled in."""
        return self(one if number == 1 else many)

    def day(self, iso: str) -> str:
        """A date in full; what is no ISO date is given back as it is."""
        try:
            that = date.fromisoformat(iso)
        except ValueError:
            return iso
        weekday, month = WEEKDAYS_IN_FULL[that.weekday()], MONTHS[that.month - 1]
        return f"{self(say(weekday))} {that.day} {self(say(month))} {that.year}"

    def number(self, value: float, digits: int = 1) -> str:
        """A number with at most so many decimals."""
        return decimal(value, self.language, digits)

    def all(self, texts: Iterable[str]) -> str:
        """Several things in a row: one, two and three."""
        every = [text for text in texts if text]
        return (
            self(say("{first} and {last}", first=", ".join(every[:-1]), last=every[-1]))
            if every[1:]
            else "".join(every)
        )

    def sentence(self, text: str) -> str:
        """A text as a line begins with it; a capital has no accents of emphasis in Dutch: één, Eén."""
        return f"E{text[1:]}" if text.startswith("één") else f"{text[:1].upper()}{text[1:]}"

    def joined(self, texts: Iterable[str]) -> str:
        """Facts behind one another, those that are there."""
        return " · ".join(text for text in texts if text)
