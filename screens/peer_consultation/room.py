"""What the room sees of a peer consultation: what the step asks, the time left, and all of the steps."""

from __future__ import annotations

from data.methods.consultation import step_minutes
from data.model import ConsultationStep, Participant
from data.names import full_names
from data.text import unbroken
from data.verbs.consultation import consultation
from data.verbs.network import people
from screens.peer_consultation.words import step_asks, step_name
from screens.shell.room import Moment
from screens.shell.standing import title
from screens.shell.timing import time_of
from widgets.projected import BULLET, Item, Projected


def projected(moment: Moment) -> Projected:
    """The step of now; what was said in it stays with the group, and is not on the wall."""
    case = moment.activity
    going = consultation(case)
    bringer = moment.state.find(Participant, going.bringer)
    time = time_of(case, moment.now)
    return Projected(
        status=" · ".join(filter(None, (title(case), full_names(people(moment.state)).get(going.bringer or "", "")))),
        giant=step_asks(going, bringer.name.split()[0] if bringer else ""),
        lead=str(time) if time else "",
        left=time.share if time else None,
        items=tuple(_step(step, going.step, case.minutes) for step in ConsultationStep),
        asked=case.question,
    )


def _step(step: ConsultationStep, now: ConsultationStep, whole: int) -> Item:
    steps = list(ConsultationStep)
    past = steps.index(step) < steps.index(now)
    minutes = f"{step_minutes(step, whole)}'" if whole else ""
    name = unbroken(step_name(step))
    if step is now:
        return Item(name, "▸", minutes, now=True)
    return Item(name, "✓" if past else BULLET, minutes, style="$muted")
