"""The glossary of a network: terms that are cleared up, and grow over the sessions."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

import re

from msgspec.structs import replace

from data.model import Activity, Change, Refused, Session, Stamp, State, Term, say
from data.text import TEXT_LIMIT, fold, line
from data.verbs.given import needed

_SIGN = re.compile(r"\s*[:;=]\s*|\s+[-–—]\s+")
"""What stands between a term and its meaning."""


def glossary(state: State) -> list[Term]:
    """The terms of the network, in alphabetical order."""
    return sorted(state.all(Term), key=lambda term: fold(term.text))


def as_typed(_state: State, term: Term) -> str:
    """A term as the line that would keep it."""
    return f"{term.text}: {term.meaning}" if term.meaning else term.text


def keep_term(state: State, at: Stamp, *, activity: str, text: str) -> Change:
    """Keep a term typed in one line, ``term: meaning``; without a meaning it waits to be cleared up.

    One that is there already gets the meaning that is typed now, in this session.

    Raises:
        Refused: no term was typed, or one that is known, without a meaning.
    """
    item = state.get(Activity, activity)
    word, meaning = _read(text)
    known = next((term for term in state.all(Term) if fold(term.text) == fold(word)), None)
    if known is None:
        term = Term(id=at.new(), session=item.session, activity=item.id, text=word, meaning=meaning)
        return Change(say("Term saved") if meaning else say("Term to be cleared up"), puts=(term,))
    if not meaning:
        raise Refused(say("“{term}” is in the glossary already: type its meaning after a colon.", term=known.text))
    cleared = replace(known, session=item.session, activity=item.id, meaning=meaning)
    return Change(say("Term cleared up"), puts=(cleared,))


def edit_term(state: State, at: Stamp, *, term: str, text: str) -> Change:
    """Type a term over, with its meaning.

    Raises:
        Refused: no term was typed, or that of another.
    """
    old = state.get(Term, term)
    word, meaning = _read(text)
    if any(fold(other.text) == fold(word) for other in state.all(Term) if other.id != old.id):
        raise Refused(say("“{term}” is in the glossary already.", term=word))
    return Change(say("Term changed"), puts=(replace(old, text=word, meaning=meaning),))


def remove_term(state: State, at: Stamp, *, term: str) -> Change:
    """Take a term out of the glossary."""
    return Change(say("Term removed"), drops=(state.get(Term, term),))


def known_by(state: State, session: str) -> list[Term]:
    """The glossary as it stood at the end of a session: later terms are not in it."""
    numbers = {each.id: each.number for each in state.all(Session)}
    last = state.get(Session, session).number
    return [term for term in glossary(state) if numbers.get(term.session, 0) <= last]


def _read(text: str) -> tuple[str, str]:
    typed = line(text)
    word, meaning = [*_SIGN.split(typed, maxsplit=1), ""][:2]
    return needed(word, say("Type the term, then a colon and what it means."), TEXT_LIMIT), line(meaning)
