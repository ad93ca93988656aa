"""Peer consultation: a case, questions without advice, an analysis, advice, and what the case-bringer takes on.

The order is that of the incident method (Pigors and Pigors, 1961) with the case-bringer's insight behind it; each step
is a place one can go back to, and nothing goes on by itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from data.methods.steps import beside
from data.model import ConsultationStep

SHARES: Mapping[ConsultationStep, int] = {
    ConsultationStep.CASE: 2,
    ConsultationStep.QUESTIONS: 4,
    ConsultationStep.ANALYSIS: 4,
    ConsultationStep.ADVICE: 4,
    ConsultationStep.INSIGHT: 2,
    ConsultationStep.NEXT: 2,
}
"""How the timebox is divided over the steps."""


def step_minutes(step: ConsultationStep, whole: int) -> int:
    """The minutes of a step when the whole takes so many; a minute at least."""
    return max(1, whole * SHARES[step] // sum(SHARES.values()))


def step_beside(step: ConsultationStep, by: int) -> ConsultationStep | None:
    """The step so many places further (back when negative); None where there is none."""
    return beside(list(ConsultationStep), step, by)
