"""What each step of a peer consultation asks of the room, and of whoever types."""

from __future__ import annotations

from data.i18n import N_, _, told
from data.model import Consultation, ConsultationStep
from data.words import CONSULTATION

_ASKS = {
    ConsultationStep.CASE: (
        N_("What is difficult, and what do you want from us?"),
        N_("What went well, and what do you want to find out about it?"),
    ),
    ConsultationStep.QUESTIONS: (
        N_("Ask questions to understand it. No advice yet."),
        N_("Ask questions to understand it. No advice yet."),
    ),
    ConsultationStep.ANALYSIS: (
        N_("What do you see in it? {name} listens."),
        N_("What made it succeed? {name} listens."),
    ),
    ConsultationStep.ADVICE: (
        N_("What would you advise? What do you recognise?"),
        N_("What do you recognise? What will you use yourself?"),
    ),
    ConsultationStep.INSIGHT: (N_("{name}, what is new to you?"), N_("{name}, what is new to you?")),
    ConsultationStep.NEXT: (N_("{name}, what will you do, by when?"), N_("{name}, what will you do, by when?")),
}
"""For a problem, and for a success."""

LINES = {
    ConsultationStep.CASE: N_("The case in brief"),
    ConsultationStep.QUESTIONS: N_("A question"),
    ConsultationStep.ANALYSIS: N_("What somebody sees in it"),
    ConsultationStep.ADVICE: N_("Advice, or what somebody recognises"),
    ConsultationStep.INSIGHT: N_("What is new to the case-bringer"),
    ConsultationStep.NEXT: N_("What they will do; by when"),
}
"""What the line holds in each step."""


def step_asks(going: Consultation, name: str) -> str:
    """What the step of now asks of the room; ``name`` is what the case-bringer is called."""
    return _(_ASKS[going.step][going.success]).format(name=name or _("the case-bringer"))


def step_name(step: ConsultationStep) -> str:
    """What a step is called."""
    return told(CONSULTATION[step])


def starts_with(going: Consultation) -> str:
    """Whether it starts from a problem or from a success."""
    return _("a success") if going.success else _("a problem")
