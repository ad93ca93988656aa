"""What the room sees of a preparation: each question with its answers, which nobody's name stands at."""

from __future__ import annotations

from data.i18n import _, plural
from data.model import Activity, PreparationStep, State
from data.verbs.heard import heard
from data.verbs.preparation import Posed, answers, gathered, posed, stop
from screens.preparation.words import of_now, step_asks, step_name
from screens.shell.room import Moment
from screens.shell.standing import title
from screens.shell.timing import time_of
from widgets.projected import BULLET, Item, Projected


def projected(moment: Moment) -> Projected:
    """The form, the question of now over its answers, or what we do with it."""
    state, item = moment.state, moment.activity
    step, now = stop(state, item)[0], of_now(state, item)
    every = posed(state, item)
    where = _("{n} of {all}").format(n=every.index(now) + 1, all=len(every)) if now else step_name(step)
    time = time_of(item, moment.now)
    return Projected(
        status=" · ".join(filter(None, (title(item), where))),
        giant=step_asks(state, item),
        lead=str(time) if time else "",
        left=time.share if time else None,
        items=_of_question(state, item, now) if now else _rows(state, item, step),
        shorter=_shorter(state, item, now) if now else (),
    )


def _rows(state: State, item: Activity, step: PreparationStep) -> tuple[Item, ...]:
    if step is PreparationStep.CONCLUSION:
        return tuple(Item(said.text) for said in heard(state, item.id, step.value))
    return tuple(Item(question.text, str(number)) for number, question in enumerate(posed(state, item), start=1))


def _of_question(state: State, item: Activity, now: Posed) -> tuple[Item, ...]:
    found = gathered(answers(state, now))
    rows = [Item(text, BULLET, _("{n} times").format(n=count) if count > 1 else "") for text, count in found]
    return (*rows, *_strikes(state, item, now))


def _strikes(state: State, item: Activity, now: Posed) -> tuple[Item, ...]:
    said = heard(state, item.id, now.key)
    return (Item(_("What stands out"), heading=True), *(Item(one.text) for one in said)) if said else ()


def _shorter(state: State, item: Activity, now: Posed) -> tuple[Item, ...]:
    """Where they do not fit: the answers that more than one gave, how many there are, and what strikes."""
    given = answers(state, now)
    often = [(text, count) for text, count in gathered(given) if count > 1]
    rows = [Item(text, BULLET, _("{n} times").format(n=count)) for text, count in often[:4]]
    return (Item(plural("{n} answer", "{n} answers", len(given)), heading=True), *rows, *_strikes(state, item, now))
