"""The one line of a brainstorm: an idea, and behind it what it belongs to.

``?`` in front makes it a question for later and ``!`` an agreement. At the end of the line stand marks, in any
order: ``#cluster``, ``@who`` and ``+group``. Belgian AZERTY needs AltGr for # and @, so ``=`` and ``:`` say the
same there.

A sign acts only when it was chosen. Behind an idea a mark counts when it is written out: the whole title of a cluster,
the whole, first or family name of one person, the whole name of a group; Tab writes out what was begun. ``##Title``
makes a new cluster. So ``#1``, ``=five``, ``+1`` and ``:D`` in a sentence are text like any other, and nothing typed
is lost. On a line of their own a cluster (also its number, or what only one begins with) and ``+2`` are set for what
comes.

Lines that are pasted together are kept as they are, in one change: they come from a mail or a chat, where # and @ mean
something else, and nobody looks at each of them before it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Generic, TypeVar

from data.text import fold

W = TypeVar("W")


class LineKind(StrEnum):
    """What a line becomes."""

    NOTE = "note"
    QUESTION = "question"
    AGREEMENT = "agreement"


class Sign(StrEnum):
    """The three marks, each by the sign that the help shows."""

    CLUSTER = "#"
    WHO = "@"
    SUBGROUP = "+"


PREFIXES = {"?": LineKind.QUESTION, "!": LineKind.AGREEMENT}
TWINS = {"#": Sign.CLUSTER, "=": Sign.CLUSTER, "@": Sign.WHO, ":": Sign.WHO, "+": Sign.SUBGROUP}
"""The signs as typed: = and : need no AltGr on Belgian AZERTY."""

TWICE = "#"
"""A sign that is typed twice makes a new cluster: what is put in front of its title when it is written out."""

LONGEST_TITLE = 5
"""A new cluster is named in at most so many words; more is taken for a sentence with a sign in it."""

LEAST = 2
"""So many letters right behind a sign are a word, and no emoticon."""

_SIGN = re.compile(r"(?:^|(?<=\s))[#=@:+](?=\S|$)")
_BULLET = re.compile(r"^(?:[-*•–—·▪◦]|\d{1,3}[.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign and what stands behind it: ``line[start:end]`` is the whole mark, ``fragment`` goes without the sign."""

    sign: Sign
    start: int
    end: int
    fragment: str


@dataclass(frozen=True, slots=True)
class Captured(Generic[W]):
    """A line as it is understood.

    ``cluster`` is a title, ``new`` tells that no cluster has it yet. ``subgroup`` is a number from 1, 0 for none
    any more, None when the line says nothing of it. ``marks`` are the understood ones, in the order of the line. With
    no text they are set for what comes.
    """

    kind: LineKind
    text: str
    cluster: str = ""
    new: bool = False
    who: W | None = None
    subgroup: int | None = None
    marks: tuple[Mark, ...] = ()


def nobody(fragment: str) -> None:
    """Understand no name at all."""
    del fragment


def read(
    line: str,
    *,
    titles: Sequence[str] = (),
    who: Callable[[str], W | None] = nobody,
    groups: Sequence[str] = (),
    attributed: bool = True,
) -> Captured[W]:
    """Read a line.

    Args:
        line: as it was typed.
        titles: of the clusters, in their order on the board.
        who: gives the one person that a name can mean which was written out, or None.
        groups: what the small groups are called, in their order.
        attributed: whether a note may say whose it is; otherwise its ``@`` is text.
    """
    kind, start = _kind(line)
    if kind is LineKind.AGREEMENT and ";" in line:
        # An agreement in full (what; who; when) has a reader of its own.
        return Captured(kind, line[start:].strip())
    alone: Captured[W] | None = _alone(line, start, titles, groups) if kind is LineKind.NOTE else None
    if alone:
        return alone
    marks: dict[Sign, Mark] = {}
    cluster, new, person, subgroup = "", False, None, None
    end = len(line)
    for mark in _backwards(line, start):
        whole = Mark(mark.sign, mark.start, end, line[mark.start + 1 : end].strip())
        if mark.sign in marks:
            break
        if mark.sign is Sign.CLUSTER and kind is LineKind.NOTE:
            cluster, new = _written(whole, mark.end, titles)
            understood = bool(cluster)
        elif mark.sign is Sign.WHO and (attributed or kind is not LineKind.NOTE):
            person = who(whole.fragment) if whole.fragment else None
            understood = person is not None
        else:
            subgroup = _group(whole.fragment, groups) if mark.sign is Sign.SUBGROUP else None
            understood = subgroup is not None
        if understood:
            marks[mark.sign] = whole
            end = mark.start
    if not line[start:end].strip():
        # What belongs to an idea belongs to nothing without one.
        return Captured(kind, line[start:].strip())
    ordered = tuple(sorted(marks.values(), key=lambda mark: mark.start))
    return Captured(kind, line[start:end].strip(), cluster, new, person, subgroup, ordered)


def _alone(line: str, start: int, titles: Sequence[str], groups: Sequence[str]) -> Captured[W] | None:
    """A line that is nothing but a cluster, a group or both; None when it is anything else."""
    found = _backwards(line, start)[::-1]
    if not found or found[0].start != start or len({mark.sign for mark in found}) < len(found):
        return None
    cluster, new, subgroup = "", False, None
    for mark in found:
        if mark.sign is Sign.CLUSTER:
            cluster, new = _cluster(mark, titles)
        elif mark.sign is Sign.SUBGROUP:
            subgroup = _number(mark.fragment, len(groups))
            subgroup = _group(mark.fragment, groups) if subgroup is None else subgroup
    if len(found) != bool(cluster) + (subgroup is not None):
        return None
    return Captured(LineKind.NOTE, "", cluster, new, None, subgroup, tuple(found))


def _kind(line: str) -> tuple[LineKind, int]:
    """What the line becomes, and where its text begins."""
    bare = len(line) - len(line.lstrip())
    kind = PREFIXES.get(line[bare : bare + 1])
    return (kind, bare + 1) if kind else (LineKind.NOTE, bare)


def _backwards(line: str, start: int) -> list[Mark]:
    """Every sign at the start of a word, the last one first, each up to the next one."""
    at = [found.start() for found in _SIGN.finditer(line) if found.start() >= start]
    found = [Mark(TWINS[line[a]], a, b, line[a + 1 : b].strip()) for a, b in pairwise([*at, len(line)])]
    return found[::-1]


def _written(mark: Mark, until: int, titles: Sequence[str]) -> tuple[str, bool]:
    """The title that a mark behind an idea means and whether it is new; ("", False) when the mark is text.

    ``until`` is where the next sign stands: behind it only a title that is there already is understood.
    """
    fragment = mark.fragment
    if (known := exact(fragment, titles)) is not None:
        return known, False
    return _titled(fragment[1:].strip(), titles) if until == mark.end and fragment[:1] in {"#", "="} else ("", False)


def _cluster(mark: Mark, titles: Sequence[str]) -> tuple[str, bool]:
    """The title that a mark on a line of its own means: also by its number, or by what only one begins with."""
    known = _written(mark, mark.end, titles)
    begun = candidates(mark.fragment, titles) if mark.fragment and not known[0] else []
    return (begun[0], False) if len(begun) == 1 else known


def _titled(title: str, titles: Sequence[str]) -> tuple[str, bool]:
    if (known := exact(title, titles)) is not None:
        return known, False
    return (title[0].upper() + title[1:], True) if is_title(title) else ("", False)


def is_title(text: str) -> bool:
    """Whether a text can be the title of a new cluster: some words with letters, not a sentence or an emoticon."""
    return any(letter.isalnum() for letter in text) and len(text.split()) <= LONGEST_TITLE


def exact(fragment: str, titles: Sequence[str]) -> str | None:
    """The title that is written out in full, whatever its case and accents."""
    typed = fold(fragment)
    return next((title for title in titles if typed and fold(title) == typed), None)


def candidates(fragment: str, titles: Sequence[str]) -> list[str]:
    """The titles that a fragment may become, likeliest first: begun so, then with a word begun so.

    An empty fragment may become any of them; a number is that of the title.
    """
    typed = fold(fragment)
    if typed.isdigit() and 1 <= int(typed[:6]) <= len(titles):
        return [titles[int(typed) - 1]]
    begun = [title for title in titles if fold(title).startswith(typed)]
    inside = [title for title in titles if title not in begun and f" {typed}" in f" {fold(title)}"]
    return begun + inside


def _number(fragment: str, most: int) -> int | None:
    return int(fragment) if fragment.isdecimal() and len(fragment) < 4 and int(fragment) <= most else None


def _group(fragment: str, groups: Sequence[str]) -> int | None:
    """The group whose name is written out."""
    known = exact(fragment, groups)
    return None if known is None else groups.index(known) + 1


def unread(text: str) -> list[Mark]:
    """What looks like a cluster or a name in the text of a post-it: a sign right before a word of some letters."""
    found = [mark for mark in _backwards(text, 0) if mark.sign is not Sign.SUBGROUP]
    return [mark for mark in reversed(found) if mark.fragment[:LEAST].isalpha() and len(mark.fragment) >= LEAST]


def open_mark(line: str) -> Mark | None:
    """The mark that is being typed at the end of the line, if any; an empty fragment counts."""
    _kind_of, start = _kind(line)
    last = next(iter(_backwards(line, start)), None)
    if last is None:
        return None
    return Mark(last.sign, last.start, len(line), line[last.start + 1 :].lstrip())


def complete(line: str, mark: Mark, name: str) -> str:
    """The line with an open mark written out, ready for what comes behind it."""
    return f"{line[: mark.start + 1]}{name} "


def says_more(found: Captured[W]) -> bool:
    """Whether a line, were it typed, would be more than a post-it's text."""
    return bool(found.marks) or found.kind is not LineKind.NOTE


def bare(line: str) -> str:
    """A pasted line without the bullet or the number of a list."""
    return _BULLET.sub("", line)
