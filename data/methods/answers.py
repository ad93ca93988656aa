"""Answers to an assignment as they come by mail: whose is which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from data.model import Participant
from data.names.finding import meant
from data.text import clean, fold, line

_HEAD = re.compile(
    r"^\s*(?:(?:van|from|de)\s*:\s*)?(?P<name>[^:;\t<>]{2,80}?)\s*(?:<(?P<mail>[^>]+)>)?\s*(?P<end>[:;\t]|$)\s*",
    re.IGNORECASE,
)
"""Who writes: a name, with or without an address, before a colon, a semicolon, a tab or the end of the line."""

_QUIET = re.compile(r"^\s*(?:onderwerp|subject|aan|to|cc|datum|date|verzonden|sent)\s*:", re.IGNORECASE)
"""Lines of a mail that are no part of an answer."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was read: the answer of each participant (by id), and the rows (from 1) that belong to nobody."""

    of: dict[str, str] = field(default_factory=dict)
    lost: tuple[tuple[int, str], ...] = ()


def read_answers(text: str, people: Sequence[Participant]) -> Answers:
    """Read answers from a paste: a name before each, at the start of a line, and all that follows until the next.

    A name is whole, or one that can mean one person only; an address that is known counts as one. Several answers of
    one person are joined.
    """
    by_mail = {fold(who.email): who.id for who in people if who.email}
    found: dict[str, list[str]] = {}
    lost: list[tuple[int, str]] = []
    writer = ""
    for row, raw in enumerate(clean(text).split("\n"), start=1):
        kept = line(raw)
        if not kept or _QUIET.match(kept):
            continue
        if (begins := _begins(raw, people, by_mail)) is not None:
            writer, rest = begins
            kept = rest if writer else kept
            found.setdefault(writer, [])
        if not writer:
            lost.append((row, kept))
        elif kept:
            found[writer].append(kept)
    return Answers({who: " ".join(parts) for who, parts in found.items() if who and parts}, tuple(lost))


def _begins(raw: str, people: Sequence[Participant], by_mail: dict[str, str]) -> tuple[str, str] | None:
    """Whose answer begins in this line (nobody's when several bear the name), and what is behind it; None for none."""
    head = _HEAD.match(raw)
    if head is None:
        return None
    rest = line(raw[head.end() :])
    if (mail := head["mail"]) and fold(mail) in by_mail:
        return by_mail[fold(mail)], rest
    who = meant(people, head["name"].strip(), begun=False)
    alone = not head["end"] and not head["mail"]
    if not who.people or (alone and fold(who.people[0].name) != fold(head["name"])):
        return None
    return (who.one.id if who.one else ""), rest


_NUMBER = re.compile(r"(?:^|(?<=\s))(?:vraag\s+|question\s+|q)?(\d{1,2})\s*[.):]\s*", re.IGNORECASE)
"""The number of a question before its answer."""


def by_question(text: str, count: int) -> tuple[tuple[str, ...], str]:
    """An answer to a form, taken apart by the numbers of its questions; and what stands before the first of them.

    Numbers that do not go up, or are of no question, belong to the answer they stand in.

    Args:
        text: ``1. yes 2. no``.
        count: how many questions there are; with one, all of it is the answer.
    """
    if count <= 1:
        return (line(text),), ""
    begins: list[tuple[int, int, int]] = []
    for found in _NUMBER.finditer(text):
        number = int(found[1])
        if (begins[-1][0] if begins else 0) < number <= count:
            begins.append((number, found.start(), found.end()))
    apart = pairwise([*begins, (0, len(text), 0)])
    given = {number: line(text[end:until]) for (number, _start, end), (_next, until, _end) in apart}
    rest = line(text[: begins[0][1]] if begins else text)
    return tuple(given.get(number, "") for number in range(1, count + 1)), rest


def numbered(answers: Sequence[str], rest: str = "") -> str:
    """The answers to the questions of a form as one text, which `by_question` takes apart again; ``rest`` is none's."""
    if len(answers) <= 1:
        return line(" ".join([rest, *answers]))
    said = [f"{number}. {kept}" for number, text in enumerate(answers, start=1) if (kept := line(text))]
    return " ".join(filter(None, (line(rest), *said)))
