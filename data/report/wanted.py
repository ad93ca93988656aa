"""What is wanted of a report: about what, for whom, in which language, how people are named, what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from data.model import ExportChoice, Naming, Profile, State
from data.model.languages import DEFAULT_LANGUAGE, LANGUAGES

__all__ = ["USUALLY", "About", "Naming", "Version", "Wanted", "chosen", "language_of", "listed"]


class About(StrEnum):
    """What a report can be about."""

    SESSION = "session"
    CARDS = "cards"
    REMINDER = "reminder"
    SERIES = "series"
    PAPER = "paper"
    INVITATION = "invitation"


class Version(StrEnum):
    """For whom it is: who takes part, who facilitates, or who commissioned the network."""

    PARTICIPANTS = "participants"
    FACILITATOR = "facilitator"
    COMMISSIONER = "commissioner"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a report is asked for; without anything it is that of the participants, in the language of the network.

    ``without`` are the keys of sections (``data/report/document.py``).
    """

    language: str | None = None
    version: Version = Version.PARTICIPANTS
    naming: Naming = Naming.FULL
    without: frozenset[str] = frozenset()


USUALLY = Wanted()
"""What is wanted when nothing is said."""


def language_of(state: State, wanted: Wanted) -> str:
    """The language a report is written in: that of the network unless another is wanted."""
    profile = next(iter(state.all(Profile)), None)
    asked = wanted.language or (profile.language if profile else "")
    return asked if asked in LANGUAGES else DEFAULT_LANGUAGE


def chosen(state: State) -> ExportChoice:
    """How the reports of this network were made the last time."""
    profile = next(iter(state.all(Profile)), None)
    return (profile.export if profile else None) or ExportChoice()


def listed(text: str) -> tuple[str, ...]:
    """The words in ``md, HTML,md``, each once and in small letters."""
    return tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
