"""Work forms that go from step to step: the steps of each, and what they keep of their own."""

from enum import StrEnum
from typing import ClassVar

from data.model.base import Record


class InputStep(StrEnum):
    """The steps of external input: what is asked of the expert, the talk, the answers, the terms, what is agreed."""

    QUESTIONS = "questions"
    TALK = "talk"
    ANSWERS = "answers"
    TERMS = "terms"
    AGREED = "agreed"


class ContributionStep(StrEnum):
    """The steps of contributions: each is brought, what the group takes from it, what is asked for a next session."""

    BROUGHT = "brought"
    TAKEN = "taken"
    ASKED = "asked"


class PreparationStep(StrEnum):
    """The steps of a preparation: the form, each of its questions, what is done with it."""

    FORM = "form"
    QUESTION = "questions"
    CONCLUSION = "conclusion"


class Term(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A term of the network and what it means there; without a ``meaning`` it waits to be cleared up.

    ``session`` is the one that gave it the meaning it has now.
    """

    table: ClassVar[str] = "terms"

    session: str
    text: str
    meaning: str = ""
    activity: str | None = None
