"""The programme of a session: what is done in it, in which order and for how long."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.model import (
    ACTIVITIES,
    Activity,
    ActivityKind,
    Change,
    Decision,
    Refused,
    Session,
    SessionStatus,
    Stamp,
    State,
    say,
)
from data.text import line

DAY = 24 * 60
"""The longest timebox, in minutes."""


def programme(state: State, session: str) -> list[Activity]:
    """The activities of a session in their order."""
    found = state.where(Activity, lambda activity: activity.session == session)
    return sorted(found, key=lambda activity: activity.position)


def of_kind(state: State, session: str, kind: ActivityKind) -> list[Activity]:
    """The activities of one form in a session, in their order."""
    return [activity for activity in programme(state, session) if activity.kind is kind]


def add_activity(
    state: State,
    at: Stamp,
    *,
    session: str,
    kind: ActivityKind,
    after: str | None = None,
    title: str = "",
    minutes: int | None = None,
    question: str = "",
    decision: str | None = None,
) -> Change:
    """Put an activity in the programme: behind ``after``, else before the evaluation and the close, else last."""
    items = programme(state, state.get(Session, session).id)
    activity = Activity(
        id=at.new(),
        session=session,
        kind=ActivityKind(kind),
        position=_place(items, ActivityKind(kind), after),
        title=line(title),
        minutes=_minutes(ACTIVITIES[ActivityKind(kind)].minutes if minutes is None else minutes),
        question=line(question),
        decision=decision,
    )
    return Change(say("Added to the programme"), puts=(activity,))


def _place(items: list[Activity], kind: ActivityKind, after: str | None) -> float:
    """A position behind the item ``after``, or where an item of this kind belongs."""
    index = len(items)
    if any(item.id == after for item in items):
        index = 1 + next(i for i, item in enumerate(items) if item.id == after)
    elif not ACTIVITIES[kind].last:
        while index and ACTIVITIES[items[index - 1].kind].last and not items[index - 1].started:
            index -= 1
    before = items[index - 1].position if index else 0.0
    return (before + items[index].position) / 2 if index < len(items) else before + 1


def _minutes(minutes: int) -> int:
    if not 0 <= minutes <= DAY:
        raise Refused(say("A timebox takes 0 to {most} minutes.", most=DAY))
    return minutes


def move_activity(state: State, at: Stamp, *, activity: str, by: int) -> Change:
    """Move an activity ``by`` places down the programme (up when negative), as far as it goes."""
    moved = state.get(Activity, activity)
    items = programme(state, moved.session)
    index = items.index(moved)
    items.insert(max(0, min(len(items) - 1, index + by)), items.pop(index))
    placed = [replace(item, position=float(place)) for place, item in enumerate(items, start=1)]
    changed = tuple(new for new, old in zip(placed, items, strict=True) if new != old)
    return Change(say("Programme rearranged"), puts=changed)


def set_minutes(state: State, at: Stamp, *, activity: str, minutes: int) -> Change:
    """Give an activity another timebox."""
    return Change(say("Timebox changed"), puts=(replace(state.get(Activity, activity), minutes=_minutes(minutes)),))


def rename_activity(state: State, at: Stamp, *, activity: str, title: str) -> Change:
    """Give an activity a title of its own; an empty one gives back that of its form."""
    return Change(say("Activity renamed"), puts=(replace(state.get(Activity, activity), title=line(title)),))


def set_question(state: State, at: Stamp, *, activity: str, question: str) -> Change:
    """Set what the group is working on; empty takes it away, and what it is already changes nothing."""
    item = state.get(Activity, activity)
    changed = replace(item, question=line(question))
    label = say("Question set") if changed.question else say("No question any more")
    return Change(label, puts=(changed,) if changed != item else ())


def take_form(state: State, at: Stamp, *, activity: str, kind: ActivityKind) -> Change:
    """Do an activity in another form, with the same question, time and place in the programme.

    Raises:
        Refused: it was begun.
    """
    item = state.get(Activity, activity)
    if item.started or holds(state, item):
        raise Refused(say("This has already started: add another activity instead."))
    return Change(say("Another activity"), puts=(replace(item, kind=ActivityKind(kind)),))


def begin_activity(state: State, at: Stamp, *, activity: str) -> Change:
    """Make this the running activity: what ran before ends, and a planned session opens.

    One that was over goes on where it was; beginning the running one again changes nothing.

    Raises:
        Refused: its session is closed.
    """
    begun = state.get(Activity, activity)
    session = state.get(Session, begun.session)
    label = say("Next in the programme")
    if session.status is SessionStatus.CLOSED:
        raise Refused(
            say("Session {number} is closed: reopen it first, in its Closing activity.", number=session.number)
        )
    if session.now == begun.id:
        return Change(label)
    before = state.find(Activity, session.now)
    ended = (_ended(before, at),) if before else ()
    status = SessionStatus.OPEN if session.status is SessionStatus.PLANNED else session.status
    date = session.date or at.now[:10]
    return Change(
        label,
        puts=(
            *ended,
            replace(begun, started=begun.started or at.now, ended=""),
            replace(session, now=begun.id, status=status, date=date),
        ),
    )


def _ended(activity: Activity, at: Stamp) -> Activity:
    return replace(activity, ended=at.now, countdown=None, digressing="")


def remove_activity(state: State, at: Stamp, *, activity: str) -> Change:
    """Take an activity out of the programme.

    Raises:
        Refused: it runs, or it holds what the room said.
    """
    gone = state.get(Activity, activity)
    session = state.get(Session, gone.session)
    if session.now == gone.id:
        raise Refused(say("This is going on now: start something else first."))
    if holds(state, gone):
        raise Refused(say("This holds what the room said: it stays in the programme."))
    return Change(say("Taken out of the programme"), drops=(gone,))


def holds(state: State, activity: Activity) -> bool:
    """Whether an activity holds something that the room said in it."""
    tables = [state.tables.get(table, {}) for table in ACTIVITIES[activity.kind].tables]
    return any(getattr(record, "activity", None) == activity.id for rows in tables for record in rows.values())


def worked_on(state: State, item: Activity) -> bool:
    """Whether something was done in an activity, also when nobody pressed the key that begins it."""
    decision = state.find(Decision, item.decision)
    return bool(item.started) or holds(state, item) or (decision is not None and decision.session == item.session)
