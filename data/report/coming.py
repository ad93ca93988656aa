"""The session to come: which one it is, and what there is to say of it."""

from __future__ import annotations

from data.model import Action, Engagement, Session, SessionStatus, State, Strand
from data.report.announced import Announced, Item, NextSession
from data.report.names import Names
from data.verbs import network, programme
from data.verbs.pending import Pending, planned_for
from data.verbs.prepared import assignments


def session_to_come(state: State, session: str) -> Session | None:
    """The session (by id) itself while it is still to come, else the first planned one after it, if there is any."""
    here = state.find(Session, session)
    if here is None:
        return None
    return here if here.status is SessionStatus.PLANNED else network.next_session(state, session)


def after(state: State, meeting: Session, names: Names) -> NextSession | None:
    """The session that comes after this one, also when it was held since."""
    later = [session for session in network.sessions(state) if session.number > meeting.number]
    return announced(state, later[0], names) if later else None


def announced(state: State, coming: Session, names: Names) -> NextSession:
    """What a session is announced with."""
    asked = {assignment.id for assignment in assignments(state, coming.id)}
    planned = [each for each in planned_for(state, coming.id) if each.strand is not Strand.THEMES]
    return NextSession(
        number=coming.number,
        date=coming.date,
        starts=coming.starts,
        ends=coming.ends,
        place=coming.place,
        themes=coming.themes,
        speakers=coming.speakers,
        agenda=tuple(_announced(each, names) for each in planned if each.id not in asked),
        beforehand=tuple(_announced(each, names) for each in planned if each.id in asked),
        title=coming.title,
        programme=tuple(
            Item(i.kind, i.title, i.minutes, evaluates=i.evaluates) for i in programme.programme(state, coming.id)
        ),
    )


def _announced(each: Pending, names: Names) -> Announced:
    return Announced(each.text, _who(each, names), each.phases, _due(each))


def _who(each: Pending, names: Names) -> tuple[str, ...]:
    return (*names.all(each.who), *([each.named] if each.named else []))


def _due(each: Pending) -> str:
    return each.record.due if isinstance(each.record, Action | Engagement) else ""
