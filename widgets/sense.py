"""Where a text is not broken: behind a word that belongs with the next one."""

from __future__ import annotations

LEADING = frozenset(
    {
        *("de", "het", "een", "'t", "der", "den", "en", "of", "maar", "want", "dat", "als", "dan", "om", "te", "ter"),
        *("tot", "van", "voor", "met", "bij", "naar", "in", "op", "ook", "per", "zonder"),
        *("the", "a", "an", "and", "or", "but", "that", "to", "for", "with", "at", "on", "by", "from", "than"),
        *("also", "as", "without", "your", "our", "see"),
    }
)
"""Articles, prepositions and conjunctions, Dutch and English, that are seldom part of a verb before them; and "see"."""


def leads(word: str) -> bool:
    """Whether a line that ends on this word sounds as if it were cut off."""
    return word.lower() in LEADING
