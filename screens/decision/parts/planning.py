"""Which phase comes up in which session: asked from any phase, so that it can be announced when the time is over."""

from __future__ import annotations

from collections.abc import Sequence

from data.i18n import N_, _, day, told
from data.model import Decision, Phase, Session, State
from data.verbs.agenda import coming_session, put_on_agenda
from data.verbs.decision.phases import plan_phase
from data.verbs.network import sessions
from data.words import PHASES
from screens.decision.parts.part import Owner
from screens.decision.words import session_name
from screens.dialogs.ask import Choose
from widgets.command import Command

NONE, COMING = "none", "coming"


def phase_to_plan(going: Decision) -> Phase:
    """The first phase from now on that is planned in no session, else the one of now."""
    ahead = list(Phase)[list(Phase).index(going.phase) :]
    return next((phase for phase in ahead if phase not in going.planned), going.phase)


def ask_phase(at: Owner) -> None:
    """Ask which phase, and then in which session it comes up."""
    state, going = at.subject.state, at.subject.going
    rows = [(phase.value, told(PHASES[phase]), _when(state, going, phase)) for phase in Phase]
    at.house.push_screen(
        Choose(_("Which phase comes when?"), rows), lambda phase: ask_session(at, Phase(phase)) if phase else None
    )


def ask_session(at: Owner, phase: Phase) -> None:
    """Ask in which session a phase comes up."""
    heading = _("In which session does “{phase}” come up?").format(phase=told(PHASES[phase]))
    at.house.push_screen(Choose(heading, _meetings(at)), lambda session: _planned(at, phase, session))


def _when(state: State, going: Decision, phase: Phase) -> str:
    session = state.find(Session, going.planned.get(phase))
    if session:
        return session_name(state, session.id)
    return _("under way") if phase is going.phase else _("not planned")


def _meetings(at: Owner) -> Sequence[tuple[str, str, str]]:
    state, here = at.subject.state, at.subject.session
    rows = [
        (one.id, session_name(state, one.id), day(one.date) if one.date else "")
        for one in sessions(state)
        if one.number >= here.number
    ]
    if coming_session(state, here.id) is None:
        rows.append((COMING, _("the session after this one"), _("planned with it")))
    return [*rows, (NONE, _("not planned"), "")]


def _planned(at: Owner, phase: Phase, session: str | None) -> None:
    going = at.subject.going.id
    if session == COMING:
        done = at.house.do(put_on_agenda, item=going, session=at.subject.session.id, phase=phase)
    elif session:
        asked = None if session == NONE else session
        done = at.house.do(plan_phase, decision=going, phase=phase, session=asked)
    else:
        return
    if done:
        at.lined.page.choose(f"phase:{phase.value}")
        when = session_name(at.subject.state, at.subject.going.planned.get(phase))
        told_ = _("“{phase}” comes up in {session}.") if when else _("“{phase}” is planned in no session.")
        at.house.tell(told_.format(phase=told(PHASES[phase]), session=when))


PLAN_PHASE: Command[Owner] = Command(
    ask_phase, N_("Plan a phase"), N_("Say which phase comes up in which session"), ("j",), 26
)
