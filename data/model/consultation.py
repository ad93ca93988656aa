"""Peer consultation: whose case it is, and how far the group is with it."""

from enum import StrEnum

import msgspec


class ConsultationStep(StrEnum):
    """The steps of a peer consultation, in their order; every one is a place one can go back to."""

    CASE = "case"
    QUESTIONS = "questions"
    ANALYSIS = "analysis"
    ADVICE = "advice"
    INSIGHT = "insight"
    NEXT = "next"


class Consultation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whose case (a participant's id) is treated, whether it is a success rather than a problem, and in which step."""

    bringer: str | None = None
    success: bool = False
    step: ConsultationStep = ConsultationStep.CASE
