"""The agenda: what is treated in the session to come, put on it and taken off it, whatever it is."""

from __future__ import annotations

from msgspec.structs import replace

from data.model import Change, Decision, Phase, Record, Session, SessionStatus, Stamp, State, Theme, ThemeSource, say
from data.text import fold
from data.verbs import carried
from data.verbs.agreements import set_next_session
from data.verbs.decision.phases import plan_phase
from data.verbs.given import needed
from data.verbs.network import next_session
from data.verbs.pending import coming_phases
from data.verbs.themes import all_themes, theme_id


def coming_session(state: State, session: str) -> Session | None:
    """The session whose agenda is made during this one: the one after it, or itself while it is still to come."""
    here = state.get(Session, session)
    return here if here.status is SessionStatus.PLANNED else next_session(state, session)


def put_on_agenda(state: State, at: Stamp, *, item: str, session: str, phase: Phase | None = None) -> Change:
    """Put it on the agenda of the session to come after this one; without such a session one is planned.

    A decision is treated there in the phase it is in, unless another ``phase`` is asked; a theme is announced.
    """
    state, coming, planned = with_coming(state, at, session)
    if state.find(Decision, item):
        asked = phase or state.get(Decision, item).phase
        change = plan_phase(state, at, decision=item, phase=asked, session=coming.id)
        label = say("On the agenda of session {number}", number=coming.number)
        return Change(label, puts=(*planned, *change.puts))
    change = carried.plan(state, at, item=item, session=coming.id)
    announced = _announced(coming, *change.puts)
    # The session as it is announced comes last: it takes the place of the one that was planned.
    return Change(change.label, puts=_each_once(*planned, *change.puts, *announced))


def take_off_agenda(state: State, at: Stamp, *, item: str) -> Change:
    """Take it off the agenda on which it stands; a theme is no longer announced."""
    decision = state.find(Decision, item)
    if decision:
        coming = [session for _phase, session in coming_phases(state, decision)][:1]
        left = {phase: session for phase, session in decision.planned.items() if session not in coming}
        return Change(say("Off the agenda"), puts=(replace(decision, planned=left),))
    was = state.find(Session, carried.carried(state, item).planned)
    change = carried.plan(state, at, item=item, session=None)
    texts = {fold(each.text) for each in change.puts if isinstance(each, Theme)}
    themes = tuple(text for text in was.themes if fold(text) not in texts) if was else ()
    silent = (replace(was, themes=themes),) if was and themes != was.themes else ()
    return Change(change.label, puts=(*change.puts, *silent))


def add_theme(
    state: State,
    at: Stamp,
    *,
    session: str,
    text: str,
    source: ThemeSource = ThemeSource.FACILITATOR,
    weight: int = 0,
    planned: bool = False,
) -> Change:
    """Keep a theme that came up in this session, on the agenda of the session to come if it is ``planned``.

    One that is there already is not kept twice; it is put on the agenda.
    """
    kept = needed(text, say("Type the theme."))
    label = say("Theme added")
    known = next((theme for theme in all_themes(state) if fold(theme.text) == fold(kept)), None)
    if known is None:
        meeting = state.get(Session, session).id
        id_ = theme_id(meeting, kept)
        known = Theme(id=id_, session=meeting, text=kept, source=ThemeSource(source), weight=weight)
    if not planned or not known.waits:
        return Change(label, puts=(known,))
    with_theme = state.after(Change(label, puts=(known,)))
    return Change(label, puts=put_on_agenda(with_theme, at, item=known.id, session=session).puts)


def with_coming(
    state: State, at: Stamp, session: str, *, beyond: bool = False
) -> tuple[State, Session, tuple[Record, ...]]:
    """The network with a session to come after this one, that session, and the records that were needed for it.

    With ``beyond`` this one is held, also where nobody said that it began: it is not the one to come itself.
    """
    if coming := next_session(state, session) if beyond else coming_session(state, session):
        return state, coming, ()
    change = set_next_session(state, at, session=session)
    coming = next(each for each in change.puts if isinstance(each, Session))
    return state.after(change), coming, change.puts


def _announced(coming: Session, *records: Record) -> tuple[Record, ...]:
    known = {fold(text) for text in coming.themes}
    new = tuple(each.text for each in records if isinstance(each, Theme) and fold(each.text) not in known)
    return (replace(coming, themes=(*coming.themes, *new)),) if new else ()


def _each_once(*records: Record) -> tuple[Record, ...]:
    return tuple({(each.table, each.id): each for each in records}.values())
