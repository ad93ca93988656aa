"""What can be done at every stage: another decision, the whole record, a quick agreement, from whom something comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from data.i18n import N_, _, told
from data.model import Decision, DecisionStatus, Participant
from data.names import matching
from data.report.decisions import whole
from data.report.process import record
from data.report.tongue import Tongue
from data.verbs.agreements import agree
from data.verbs.check_in import present
from data.verbs.decision.closing import resume
from data.verbs.decision.phases import point_at
from data.verbs.network import called, people, profile
from data.words import PHASES
from screens.decision.dialogs import WholeRecord
from screens.decision.parts.part import Owner
from screens.dialogs.ask import Choose
from screens.dialogs.who import Who
from widgets.command import Command
from widgets.matches import Match

NEW = "new"


def other_decision(at: Owner) -> None:
    """Let this item treat another decision, or a new one."""
    subject = at.subject
    there = [one for one in subject.choices() if one.id != subject.activity.decision]
    choices = [(NEW, _("A new decision"), _("type its question"))]
    choices += [(one.id, one.question, _where(one)) for one in there]
    at.house.push_screen(Choose(_("Which decision do we work on?"), choices), lambda chosen: treat(at, chosen))


def _where(decision: Decision) -> str:
    return _("parked") if decision.status is DecisionStatus.PARKED else told(PHASES[decision.phase])


def treat(at: Owner, chosen: str | None) -> None:
    """Let this item treat a decision (id) from now on, a new one, or for None the same."""
    place = at.subject.place
    if chosen == NEW:
        at.house.do(point_at, activity=place, decision=None)
    elif chosen:
        decision = at.subject.state.find(Decision, chosen)
        if decision and decision.status is DecisionStatus.PARKED:
            at.house.do(resume, decision=chosen)
        at.house.do(point_at, activity=place, decision=chosen)


def read_record(at: Owner) -> None:
    """Everything that was said of this decision, to be read."""
    state = at.subject.state
    tongue = Tongue(at.house.settings.language or profile(state).language)
    told = whole(state, at.subject.going, at.subject.session)
    at.house.push_screen(WholeRecord(list(record(told, tongue))))


def quick_agreement(at: Owner) -> None:
    """An agreement in one line, without leaving what is talked about."""
    at.ask(_("An agreement, in one line"), "", lambda text: _agreed(at, text), placeholder=_("what; who; when"))


def _agreed(at: Owner, text: str) -> None:
    subject = at.subject
    about = subject.decision
    at.house.do(
        agree, session=subject.session.id, text=text, activity=subject.place, decision=about.id if about else None
    )


def ask_whose(at: Owner, heading: str, then: Callable[[str], object]) -> None:
    """Ask whom two letters mean: those present first."""

    def answered(who: str | None) -> None:
        if who:
            then(who)

    at.house.push_screen(Who(heading, lambda letters: _anybody(at, letters)), answered)


def _anybody(at: Owner, letters: str) -> Sequence[Match]:
    state = at.subject.state
    here = present(state, at.subject.session.id)
    found: list[Participant] = here
    if letters.strip():
        found = matching(here, letters) or matching(people(state), letters)
    names = called(state)
    return [Match(who.id, names[who.id]) for who in found]


AGREEMENT: Command[Owner] = Command(
    quick_agreement, N_("Action point"), N_("An agreement in one line: what, who, when"), ("a",), 27
)
OTHER: Command[Owner] = Command(
    other_decision, N_("Other decision"), N_("Choose another decision for this item, or a new one"), ("m",)
)
RECORD: Command[Owner] = Command(
    read_record, N_("Full record"), N_("Read everything said about this decision"), ("shift+f5",)
)
RECORD_BY_LETTER: Command[Owner] = Command(
    read_record, N_("Full record"), N_("Read everything said about this decision"), ("u",), 28
)
