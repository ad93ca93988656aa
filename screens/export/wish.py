"""What is wished of an export, and how it changes: of what, for whom, how people are named, in which formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from data.model import ExportChoice, Refused, Said, Session, State
from data.model.languages import LANGUAGES
from data.report.export import session_to_report
from data.report.formats import FORMATS, USUAL, formats_for
from data.report.report import SUBJECTS, Report
from data.report.wanted import USUALLY, About, Naming, Version, Wanted, chosen, language_of
from data.verbs.network import sessions

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wish:
    """A report of a session (by id) as it is wished; ``formats`` are all that are ticked, those that do not fit too."""

    session: str
    about: About = About.SESSION
    wanted: Wanted = USUALLY
    formats: tuple[str, ...] = (USUAL,)

    @property
    def fitting(self) -> tuple[str, ...]:
        """The ticked formats that a report about this can have, in the order of the table."""
        return tuple(ending for ending in formats_for(self.about) if ending in self.formats)

    def report(self, state: State) -> Report:
        """The report of what the network holds now."""
        return Report(state, self.session, self.about, self.wanted)


def first_wish(state: State, session: str, language: str | None) -> Wish:
    """What is wished before anything is chosen: the summary for participants, for the rest as it was the last time."""
    kept = chosen(state)
    formats = tuple(ending for ending in FORMATS if ending in kept.formats) or (USUAL,)
    return as_kept(Wish(session, wanted=Wanted(language), formats=formats), kept)


def as_kept(wish: Wish, kept: ExportChoice) -> Wish:
    """The wish with people named, and sections left out, as it is kept for the network."""
    return replace(wish, wanted=replace(wish.wanted, naming=kept.naming, without=frozenset(kept.without)))


def stepped(wish: Wish, row: str, by: int, state: State) -> Wish:
    """The wish with the next (1) or previous (-1) choice on a row."""
    wanted = wish.wanted
    if row == "about":
        return _about(replace(wish, about=_beside(tuple(SUBJECTS), wish.about, by)), state)
    if row == "session":
        every = [each.id for each in sessions_for(wish.about, state)] or [wish.session]
        return replace(wish, session=_beside(every, wish.session, by))
    if row == "version":
        return replace(wish, wanted=replace(wanted, version=_beside(tuple(Version), wanted.version, by)))
    if row == "names":
        return replace(wish, wanted=replace(wanted, naming=_beside(tuple(Naming), wanted.naming, by)))
    if row == "language":
        language = _beside(tuple(LANGUAGES), language_of(state, wanted), by)
        return replace(wish, wanted=replace(wanted, language=language))
    return wish


def sessions_for(about: About, state: State) -> list[Session]:
    """The sessions that a report about this can be of."""
    return [session for session in sessions(state) if not not_of(state, session, about)]


def not_of(state: State, session: Session, about: About) -> Said | None:
    """Why a report about this cannot be of this session; None when it can."""
    try:
        session_to_report(state, session.number, about)
    except Refused as no:
        return no.said
    return None


def _about(wish: Wish, state: State) -> Wish:
    """The wish of the session that is meant when the one before has no report about this."""
    every = [session.id for session in sessions_for(wish.about, state)]
    return wish if not every or wish.session in every else replace(wish, session=every[0])


def ticked(wish: Wish, ending: str) -> Wish:
    """The wish with a format ticked, or no longer."""
    others = tuple(each for each in wish.formats if each != ending)
    return replace(wish, formats=others if ending in wish.formats else (*others, ending))


def left_out(wish: Wish, without: frozenset[str]) -> Wish:
    """The wish with these sections left out."""
    return replace(wish, wanted=replace(wish.wanted, without=without))


def still_there(wish: Wish, state: State, session: str) -> Wish:
    """The wish of a session that is in the network: of this one when the other was taken away."""
    return wish if state.find(Session, wish.session) else replace(wish, session=session)


def _beside(every: Sequence[T], now: T, by: int) -> T:
    return every[(every.index(now) + by) % len(every)] if now in every else every[0]
