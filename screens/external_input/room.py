"""What the room sees of external input: what we ask, the answer to each question, the terms, what is agreed."""

from __future__ import annotations

from data.i18n import _
from data.model import Activity, InputStep, State, Term
from data.verbs.agreements import who_and_when
from data.verbs.external_input import agreed_in, expert, for_expert, stop
from data.verbs.heard import heard
from data.verbs.terms import glossary
from screens.external_input.words import step_asks, step_name
from screens.shell.room import Moment
from screens.shell.standing import title
from screens.shell.timing import time_of
from widgets.projected import BULLET, Item, Projected


def projected(moment: Moment) -> Projected:
    """The step of now; who asked a question stays on the screen of the facilitator."""
    state, item = moment.state, moment.activity
    step, _about = stop(state, item)
    time = time_of(item, moment.now)
    name = expert(state, item)
    asks = step_asks(state, item)
    rows = _rows(state, item)
    return Projected(
        status=" · ".join(filter(None, (title(item), name if name not in asks else "", step_name(step)))),
        giant=asks,
        lead=str(time) if time else "",
        left=time.share if time else None,
        items=rows,
        shorter=_shorter(state, item) if step is InputStep.TERMS else (),
    )


def _rows(state: State, item: Activity) -> tuple[Item, ...]:
    step, about = stop(state, item)
    if step in {InputStep.QUESTIONS, InputStep.TALK}:
        return tuple(
            Item(each.text, BULLET if each.waits else "✓", style="" if each.waits else "$muted")
            for each in for_expert(state, item)
        )
    if step is InputStep.ANSWERS:
        return tuple(Item(said.text) for said in heard(state, item.id, about or step.value))
    if step is InputStep.AGREED:
        return tuple(Item(each.text, aside=who_and_when(state, each)) for each in agreed_in(state, item.id))
    return tuple(_term(term) for term in glossary(state))


def _term(term: Term) -> Item:
    return Item(f"{term.text}: {term.meaning}", "≡") if term.meaning else Item(f"{term.text}?", "?")


def _shorter(state: State, item: Activity) -> tuple[Item, ...]:
    """The terms of today, and how many there are besides."""
    every = glossary(state)
    here = [term for term in every if term.activity == item.id or not term.meaning]
    more = len(every) - len(here)
    rest = (Item(_("… and {n} more").format(n=more), style="$muted"),) if more else ()
    return (*map(_term, here), *rest)
