"""Participants as they are pasted: one a line, ``name; organisation; function``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from data.model import Said, say
from data.text import clean, fold, line

NAME_LIMIT = 120
"""The longest name, organisation or function that is kept, in characters."""

PEOPLE_LIMIT = 200
"""The most people one paste may bring."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who was typed in and is not yet a participant."""

    name: str
    organisation: str = ""
    function: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is odd about a line (counted from 1), and whether it was left out."""

    line: int
    said: Said
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """The people of a paste, in its order, and what to look at."""

    people: tuple[Person, ...] = ()
    problems: tuple[Problem, ...] = ()


def parse_people(text: str, known: Iterable[str] = ()) -> People:
    """Read people from lines of ``name; organisation; function`` (a tab parts as well, as a spreadsheet pastes it).

    The same person of the same organisation twice is left out; the same name elsewhere and names that look
    alike are kept and pointed out. ``known`` are the names already in the network.
    """
    people: list[Person] = []
    problems: list[Problem] = []
    seen: dict[str, list[Person]] = {}
    for name in known:
        seen.setdefault(fold(name), []).append(Person(name, "\0"))
    for number, raw in enumerate(clean(text).split("\n"), start=1):
        if not line(raw):
            continue
        person = _person(raw)
        problem = _problem(number, person, seen, full=len(people) >= PEOPLE_LIMIT)
        if problem:
            problems.append(problem)
        if problem and problem.left_out:
            continue
        people.append(person)
        seen.setdefault(fold(person.name), []).append(person)
    return People(tuple(people), tuple(problems))


def _person(raw: str) -> Person:
    name, organisation, function, *_ = [*re.split("[;\t]", raw), "", "", ""]
    return Person(line(name, NAME_LIMIT), line(organisation, NAME_LIMIT), line(function, NAME_LIMIT))


def _problem(number: int, person: Person, seen: dict[str, list[Person]], *, full: bool) -> Problem | None:
    if not person.name:
        return Problem(number, say("There is no name on this line."), left_out=True)
    if full:
        return Problem(number, say("More than {most} people do not fit in one network.", most=PEOPLE_LIMIT), True)
    name = fold(person.name)
    namesakes = seen.get(name, [])
    if any(fold(other.organisation) == fold(person.organisation) for other in namesakes):
        return Problem(number, say("{name} is there twice.", name=person.name), left_out=True)
    if namesakes:
        return Problem(number, say("There is another {name}: is this somebody else?", name=person.name))
    alike = next((others[0].name for key, others in seen.items() if look_alike(name, key)), None)
    if alike:
        return Problem(number, say("{name} looks like {other}: the same person?", name=person.name, other=alike))
    return None


def look_alike(one: str, other: str) -> bool:
    """Whether two folded names differ by a slip of the pen only, or by the order of their words.

    A slip is a letter too many, too few, other, or changed with its neighbour (optimal string alignment).
    """
    if sorted(one.split()) == sorted(other.split()):
        return True
    shortest = min(len(one), len(other))
    slips = 2 if shortest >= 12 else 1
    # A slip changes two letters at most; most names differ by more, and then nothing heavy is imported.
    letters = (Counter(one) - Counter(other)) + (Counter(other) - Counter(one))
    if shortest < 5 or letters.total() > 2 * slips:
        return False
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other, score_cutoff=slips)) <= slips
