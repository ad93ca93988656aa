"""What the room sees of an exchange: who sits with whom and how long, then the report that is given."""

from __future__ import annotations

from data.i18n import _
from data.model import Activity, ExchangeStep, State
from data.names import short_names
from data.verbs.exchange import exchange, left_open, reporter, stop
from data.verbs.heard import heard
from data.verbs.network import people
from screens.exchange.words import asks, group_name, step_name
from screens.shell.room import Moment, headed
from screens.shell.standing import title
from screens.shell.timing import time_of
from widgets.projected import Item, Projected


def projected(moment: Moment) -> Projected:
    """The small groups with their time, a report, the tips, or the questions left open; and the question of it all."""
    item = moment.activity
    step, group = stop(item)
    time = time_of(item, moment.now)
    question, for_whom = asks(item), exchange(item).advice_for
    of = group_name(group) if step is ExchangeStep.REPORTS and item.subgroups else step_name(step)
    advice = _("advice for {name}").format(name=for_whom) if for_whom and item.question else ""
    status = " · ".join(filter(None, (title(item), of, advice)))
    rows = _rows(moment.state, item, step, group)
    if step is ExchangeStep.GROUPS and time and rows:
        return Projected(
            status, str(time), time.style, rows, beside=True, asked=question, lead=question, left=time.share
        )
    lead = str(time) if time else ""
    return Projected(status, question, items=rows, lead=lead, left=time.share if time else None)


def _rows(state: State, item: Activity, step: ExchangeStep, group: int) -> tuple[Item, ...]:
    if step is ExchangeStep.GROUPS:
        return tuple(Item(_members(state, item, place), str(place + 1)) for place in range(len(item.subgroups)))
    if step is ExchangeStep.OPEN:
        return headed(step_name(step), (Item(asked.text) for asked in left_open(state, item.id)))
    said = heard(state, item.id, step.value)
    if step is ExchangeStep.REPORTS:
        said = [one for one in said if (one.subgroup or 0) == group]
    return tuple(Item(one.text) for one in said)


def _members(state: State, item: Activity, group: int) -> str:
    names, reports = short_names(people(state)), reporter(item, group)
    return " · ".join(
        _("{name} (reports)").format(name=names[who]) if who == reports else names[who]
        for who in item.subgroups[group]
        if who in names
    )
