"""What the room sees of an exchange: the question and who sits with whom, then the report that is given."""

from __future__ import annotations

from math import ceil

from data.i18n import _
from data.model import Activity, ExchangeStep
from data.verbs.clock import left, paused
from data.verbs.exchange import exchange, left_open, reporter, stop
from data.verbs.heard import heard
from data.verbs.network import called
from screens.exchange.words import asks, group_name, step_name
from screens.shell.room import Moment
from screens.shell.standing import title
from widgets.countdown import Time
from widgets.projected import Item, Projected


def projected(moment: Moment) -> Projected:
    """The question; below it the small groups with their time, a report, the tips, or the questions left open."""
    item = moment.activity
    step, group = stop(item)
    running = item.countdown
    time = Time(ceil(left(running, moment.now)), running.total, paused(running)) if running else None
    of = group_name(group) if step is ExchangeStep.REPORTS and item.subgroups else step_name(step)
    for_whom = exchange(item).advice_for
    return Projected(
        status=" · ".join(filter(None, (title(item), of))),
        giant=asks(item),
        lead=" · ".join(
            filter(None, (_("advice for {name}").format(name=for_whom) if for_whom else "", str(time or "")))
        ),
        left=time.share if time else None,
        items=_items(moment, item, step, group),
    )


def _items(moment: Moment, item: Activity, step: ExchangeStep, group: int) -> tuple[Item, ...]:
    state = moment.state
    if step is ExchangeStep.GROUPS:
        return tuple(row for place in range(len(item.subgroups)) for row in _group(moment, item, place))
    if step is ExchangeStep.OPEN:
        return tuple(Item(asked.text) for asked in left_open(state, item.id))
    said = heard(state, item.id, step.value)
    if step is ExchangeStep.REPORTS:
        said = [one for one in said if one.subgroup == group]
    return tuple(Item(one.text) for one in said)


def _group(moment: Moment, item: Activity, group: int) -> tuple[Item, ...]:
    names, reports = called(moment.state), reporter(item, group)
    members = ", ".join(
        _("{name} (reports)").format(name=names[who]) if who == reports else names[who]
        for who in item.subgroups[group]
        if who in names
    )
    return Item(group_name(group), heading=True), Item(members)
