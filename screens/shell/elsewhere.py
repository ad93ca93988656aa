"""Where something was undone, told where it is not in the activity that is looked at."""

from __future__ import annotations

from collections.abc import Iterator

from data.i18n import _
from data.model import Activity, Decision, Proposal, Record, Session, State
from screens.shell.house import House
from screens.shell.standing import title


def changed_in(house: House, before: State, after: State) -> str:
    """The one activity in which these two differ, with another session by its number; empty for the one in front."""
    found = {id_ for record in _changed(before, after) for id_ in _activities(after, record)}
    activity = after.find(Activity, next(iter(found))) if len(found) == 1 else None
    if activity is None or activity.id == house.place:
        return ""
    session = after.find(Session, activity.session)
    if session is None or session.id == house.session.id:
        return title(activity)
    return _("{activity}, session {n}").format(activity=title(activity), n=session.number)


def _changed(before: State, after: State) -> Iterator[Record]:
    for table in {*before.tables, *after.tables}:
        was, now = before.tables.get(table, {}), after.tables.get(table, {})
        if was is not now:
            for id_ in {*was, *now}:
                if was.get(id_) != now.get(id_):
                    yield now.get(id_) or was[id_]


def _activities(state: State, record: Record) -> set[str]:
    """The activities that a record belongs to: one, or every item of the programme that treats its decision."""
    if isinstance(record, Activity):
        return {record.id}
    if activity := getattr(record, "activity", None):
        return {activity}
    proposal = state.find(Proposal, getattr(record, "proposal", None))
    decision = proposal.decision if proposal else getattr(record, "decision", None)
    decision = record.id if isinstance(record, Decision) else decision
    return {item.id for item in state.all(Activity) if decision and item.decision == decision}
