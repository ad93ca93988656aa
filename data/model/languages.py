"""The languages that Kring speaks; whatever differs between them and is no sentence stands here.

A language is added by its line in ``LANGUAGES`` and its catalogue: ``make locale`` writes an empty one.
"""

from typing import NamedTuple


class Language(NamedTuple):
    """What a language calls itself, and the sign between the whole of a number and its decimals."""

    own_name: str
    decimal_sign: str


LANGUAGES = {
    "nl": Language("Nederlands", ","),
    "en": Language("English", "."),
}
"""Each language by its ISO 639-1 code, in the order in which they are offered."""

LANGUAGE_NAMES = " / ".join(language.own_name for language in LANGUAGES.values())
"""All of them by their own names: whoever is lost in a language finds their own."""

DEFAULT_LANGUAGE = "nl"
"""The language until somebody chooses another."""

SOURCE_LANGUAGE = "en"
"""The language that the sentences of the program are written in: the one without a catalogue."""


def decimal(value: float, language: str, digits: int = 1) -> str:
    """A number with at most ``digits`` decimals, as it is written in a language."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", LANGUAGES[language].decimal_sign)
