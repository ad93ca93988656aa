"""What an exchange shows: its steps, the small groups, and what each reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from data.i18n import _
from data.model import Activity, ExchangeStep, Heard, Question, State
from data.names import short_names
from data.verbs.exchange import left_open, reporter, stop
from data.verbs.heard import heard
from data.verbs.network import people
from screens.dialogs.group_names import astray
from screens.exchange.words import group_name, step_name
from widgets.ledger import Chapter, Entry
from widgets.phases import PhaseMark


def marks(state: State, item: Activity) -> list[PhaseMark]:
    """The steps in one line; which report it is behind the reports."""
    now, group = stop(item)
    number = len(item.subgroups)
    return [
        PhaseMark(
            step_name(step),
            _("{n} of {all}").format(n=group + 1, all=number) if number and step is now is ExchangeStep.REPORTS else "",
            _came(state, item, step),
            step is now,
        )
        for step in ExchangeStep
    ]


def _came(state: State, item: Activity, step: ExchangeStep) -> bool:
    if step is ExchangeStep.GROUPS:
        return bool(item.subgroups)
    return bool(left_open(state, item.id) if step is ExchangeStep.OPEN else heard(state, item.id, step.value))


def chapters(state: State, item: Activity) -> list[Chapter]:
    """What the step of now holds, then all that came of the others."""
    here = stop(item)
    reports = [_report(state, item, group) for group in range(max(1, len(item.subgroups)))]
    tips = Chapter(
        step_name(ExchangeStep.TIPS), _lines(heard(state, item.id, ExchangeStep.TIPS.value)), turn=len(reports)
    )
    asked = Chapter(step_name(ExchangeStep.OPEN), _lines(left_open(state, item.id)), turn=len(reports) + 1)
    places = {
        **{(ExchangeStep.REPORTS, group): report for group, report in enumerate(reports)},
        (ExchangeStep.TIPS, 0): tips,
        (ExchangeStep.OPEN, 0): asked,
    }
    if here[0] is ExchangeStep.GROUPS:
        facts = astray(state, item)
        how = f"{facts} " + _("Esc, then a puts somebody in a group.") if facts else ""
        first = [report for report in reports if item.subgroups] + ([Chapter("", empty=how)] if how else [])
        return first or [Chapter("", empty=_("F5 splits the group into small groups, with a countdown."))]
    now = places.pop(here)
    first = [replace(now, empty=_("Nothing yet."))]
    return first + [chapter for chapter in places.values() if chapter.entries]


def _report(state: State, item: Activity, group: int) -> Chapter:
    """What a small group reported, under who is in it and who reports."""
    said = [one for one in heard(state, item.id, ExchangeStep.REPORTS.value) if (one.subgroup or 0) == group]
    if not item.subgroups:
        return Chapter(step_name(ExchangeStep.REPORTS), _lines(said))
    names, reports = short_names(people(state)), reporter(item, group)
    members = [
        _("{name} (reports)").format(name=names[who]) if who == reports else names[who]
        for who in sorted(
            item.subgroups[group], key=lambda who: who != reports
        )  # first, as the end of a line may be cut
        if who in names
    ]
    name = group_name(group)
    return Chapter(name[:1].upper() + name[1:], _lines(said), ", ".join(members), turn=group, abreast=True)


def _lines(said: Iterable[Heard | Question]) -> tuple[Entry, ...]:
    return tuple(Entry(one.id, one.text) for one in said)
