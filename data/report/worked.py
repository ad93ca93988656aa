"""What a summary holds of work forms of their own, in no language: what was said in each, letter for letter."""

from __future__ import annotations

from dataclasses import dataclass

from data.model import ConsultationStep


@dataclass(frozen=True, slots=True)
class StepTaken:
    """What somebody takes on from a case, and what came of it in words."""

    text: str
    who: tuple[str, ...]
    due: str
    done: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class Consulted:
    """A peer consultation: whose case, what was said in each step, what is taken on, what became of earlier steps."""

    title: str
    who: str
    success: bool
    said: tuple[tuple[ConsultationStep, tuple[str, ...]], ...]
    steps: tuple[StepTaken, ...] = ()
    earlier: tuple[StepTaken, ...] = ()


@dataclass(frozen=True, slots=True)
class Reported:
    """What a small group reported: who was in it, who reported, and what."""

    who: tuple[str, ...]
    reporter: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exchanged:
    """An exchange of experience: its question, for whom it drafted an advice, the reports and the tips.

    A report of all together has nobody in its group. What was left open stands with the questions.
    """

    title: str
    question: str
    advice_for: str
    groups: tuple[Reported, ...]
    tips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Invited:
    """External input: who came, what was told, and each question with its answers (those to none in particular last).

    What was agreed stands with the agreements, the terms in the glossary.
    """

    title: str
    question: str
    expert: str
    talk: tuple[str, ...]
    answers: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term of the glossary, what it means (empty while that is to be cleared up), and the session that said so."""

    text: str
    meaning: str
    session: int


@dataclass(frozen=True, slots=True)
class Brought:
    """A contribution: what was asked, of whom, by when it was to come, and what was told."""

    text: str
    who: tuple[str, ...]
    due: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contributed:
    """What was brought in an activity, and what the group takes from it."""

    title: str
    question: str
    brought: tuple[Brought, ...]
    taken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A question of a form that was on the wall: its answers with how many gave each, and what strikes."""

    text: str
    answers: tuple[tuple[str, int], ...]
    strikes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Discussed:
    """A preparation that was discussed: its questions as far as they were gone through, and what is done with it.

    Who answered what is nowhere in it.
    """

    title: str
    forms: tuple[str, ...]
    questions: tuple[Answered, ...]
    concluded: tuple[str, ...]
