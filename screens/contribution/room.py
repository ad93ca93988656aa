"""What the room sees of contributions: what is brought and what came of it, what we take, what is asked."""

from __future__ import annotations

from data.model import Activity, ContributionStep, Engagement, State
from data.verbs.contribution import asked_next, brought_in, came_of, of_whom, stop
from data.verbs.heard import heard
from screens.contribution.words import now_brought, step_asks, step_name
from screens.shell.room import Moment
from screens.shell.standing import title
from screens.shell.timing import time_of
from widgets.projected import Item, Projected


def projected(moment: Moment) -> Projected:
    """The step of now, with who brings it."""
    state, item = moment.state, moment.activity
    step, _about = stop(state, item)
    brought = now_brought(state, item)
    who = of_whom(state, brought, full=True) if brought else step_name(step)
    time = time_of(item, moment.now)
    return Projected(
        status=" · ".join(filter(None, (title(item), who))),
        giant=step_asks(state, item),
        lead=str(time) if time else "",
        left=time.share if time else None,
        items=_rows(state, item, step, brought),
    )


def _rows(state: State, item: Activity, step: ContributionStep, brought: Engagement | None) -> tuple[Item, ...]:
    if brought:
        return tuple(Item(said.text) for said in came_of(state, item, brought))
    if step is ContributionStep.TAKEN:
        return tuple(Item(said.text) for said in heard(state, item.id, step.value))
    asked = asked_next(state, item.session) if step is ContributionStep.ASKED else brought_in(state, item)
    return tuple(Item(each.text, aside=of_whom(state, each)) for each in asked)
