"""Consent step by step, as sociocracy does it (Endenburg 1981): a proposal, questions, reactions, consent, integration.

Every step is a place one can go back to; the order is what is proposed, and nothing goes on by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.methods.speaking import Turns, turns
from data.model import ConsentStep

IN_TURNS = frozenset({ConsentStep.REACTIONS, ConsentStep.CONSENT})
"""In these everybody speaks in turn; a proposal, questions and amendments come from whoever has them."""

_AFTER: dict[ConsentStep, ConsentStep | None] = {
    ConsentStep.PRESENT: ConsentStep.CLARIFY,
    ConsentStep.CLARIFY: ConsentStep.REACTIONS,
    ConsentStep.REACTIONS: ConsentStep.CONSENT,
    ConsentStep.CONSENT: None,
    ConsentStep.INTEGRATE: ConsentStep.CONSENT,
}


def following(step: ConsentStep, objections: int = 0) -> ConsentStep | None:
    """The step that comes after; objections lead to integration and back to consent. None when it is decided."""
    return ConsentStep.INTEGRATE if step is ConsentStep.CONSENT and objections else _AFTER[step]


def preceding(step: ConsentStep) -> ConsentStep | None:
    """The step that one goes back to; None from the first."""
    every = list(ConsentStep)
    return every[every.index(step) - 1] if step is not ConsentStep.PRESENT else None


def step_turns(
    step: ConsentStep,
    order: Sequence[str],
    speaking: str | None,
    present: Sequence[str],
    remembered: Sequence[str] = (),
) -> Turns:
    """Who was heard in this step and who comes after, as in a round table; nobody in a step without turns.

    See `speaking.turns` for the arguments; ``remembered`` is the order of an earlier step, which is followed again.
    """
    return turns(order, speaking, present, remembered) if step in IN_TURNS else Turns()
