"""What evaluation forms say together: averages, distribution and counts as plain numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from data.model import Evaluation
from data.text import fold

ENOUGH = 5
"""Forms it takes before anything is shown; below that a score would tell who gave it."""

SCORES = ("content", "discussion", "facilitation")
"""The fields that are scored, in the order of the form."""

TOP = 10
"""The highest score; the lowest is 0."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One scored field: how many scored it, their average, and how many gave each whole mark 0 to 10.

    A half counts with the mark below it in ``distribution`` (7.5 is drawn at 7) and in full in ``average``.
    """

    field: str
    count: int
    average: float
    lowest: float
    highest: float
    distribution: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """All forms of one evaluation. ``scored`` leaves out a field that fewer than five people scored."""

    forms: int
    scored: tuple[Scored, ...] = ()

    def of(self, field: str) -> Scored | None:
        """The result of one field, or None when too few scored it."""
        return next((found for found in self.scored if found.field == field), None)


def results(forms: Sequence[Evaluation]) -> Results:
    """What the forms say together; nothing but their number below five."""
    scored = (_scored(field, forms) for field in SCORES)
    return Results(len(forms), tuple(found for found in scored if found))


def _scored(field: str, forms: Sequence[Evaluation]) -> Scored | None:
    marks = [float(mark) for form in forms if (mark := getattr(form, field)) is not None]
    if len(marks) < ENOUGH:
        return None
    tally = Counter(int(mark) for mark in marks)
    average = float(sum(map(Fraction, marks)) / len(marks))
    return Scored(field, len(marks), average, min(marks), max(marks), tuple(tally[mark] for mark in range(TOP + 1)))


def counted(lines: Iterable[str]) -> list[tuple[str, int]]:
    """The same line said by several once, with how often; the most said first, then by alphabet.

    The order of the forms is not kept, so that it tells nothing of who wrote what.
    """
    spelled: dict[str, list[str]] = {}
    for text in lines:
        spelled.setdefault(fold(text), []).append(text)
    found = [(min(texts), len(texts)) for texts in spelled.values()]
    return sorted(found, key=lambda pair: (-pair[1], fold(pair[0])))
