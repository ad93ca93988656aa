"""What evaluation forms say together: averages, distribution and counts as plain numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from data.model import Evaluation, EvaluationKind, SpokenKind
from data.text import fold

ENOUGH = 5
"""Forms it takes before anything is shown; below that a score would tell who gave it."""

SCORES = ("content", "discussion", "facilitation")
"""The fields that are scored, in the order of the form."""

ASKED: dict[EvaluationKind, tuple[str, ...]] = {
    EvaluationKind.SESSION: ("learning", "treat", "deepen"),
    EvaluationKind.INTERIM: ("learning", "hunger", "adjust"),
    EvaluationKind.FINAL: ("well", "improve", "liked", "less_liked", "suggestions"),
}
"""The lists on a form, in their order. A final evaluation asks no themes: no session comes after it."""

LISTED = tuple(dict.fromkeys(field for fields in ASKED.values() for field in fields))
"""The lists of every kind of evaluation."""

ALOUD: dict[EvaluationKind, tuple[SpokenKind, ...]] = {
    EvaluationKind.SESSION: (SpokenKind.LEARNED, SpokenKind.WENT),
    EvaluationKind.INTERIM: (SpokenKind.LEARNED, SpokenKind.HUNGER, SpokenKind.ADJUST),
    EvaluationKind.FINAL: (SpokenKind.WELL, SpokenKind.IMPROVE, SpokenKind.SUGGESTION),
}
"""The questions that are answered aloud, in their order."""

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


CHANCE = 2.27
"""Twice the spread of marks in one room (about 1.16): differences of averages beyond it are rarely chance."""


@dataclass(frozen=True, slots=True)
class Trend:
    """How an average moved since another session, and whether as much would happen by chance alone.

    With 13 forms both times less than 0.9 may be chance, with 6 less than 1.3.
    """

    change: float
    may_be_chance: bool


def trend(before: Scored, after: Scored) -> Trend:
    """How the average of a field moved from one session to another.

    Two averages of n and m marks differ, when nothing changed, by less than 1.96 x 1.16 x sqrt(1/n + 1/m) in 95 of 100
    cases (the normal distribution). The spread 1.16 is a usual one; that of a few forms would itself be chance. That
    partly the same people judge makes real differences a little surer than this says.
    """
    change = after.average - before.average
    return Trend(change, abs(change) < CHANCE * sqrt(1 / before.count + 1 / after.count))


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


def proposed_kind(number: int, meetings: int, held: Collection[EvaluationKind], *, promised: bool) -> EvaluationKind:
    """What an evaluation is likely to look back on, by its place in the series.

    The last session looks back on the whole network. From half-way on (the third session while nobody knows how many
    there will be) it is time for an interim evaluation, once, when something was promised that can be looked at.

    Args:
        number: of the session, from 1.
        meetings: how many sessions there will be, 0 while that is not known.
        held: the kinds of evaluation that earlier sessions held.
        promised: whether the network promised something.
    """
    if meetings and number >= max(2, meetings):
        return EvaluationKind.FINAL
    half = (meetings + 1) // 2 if meetings else HALF
    if promised and number >= max(2, half) and EvaluationKind.INTERIM not in held:
        return EvaluationKind.INTERIM
    return EvaluationKind.SESSION


HALF = 3
"""The session that counts as half-way while nobody knows how many there will be."""
