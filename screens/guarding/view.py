"""What the drawer for guarding shows: the core question, what can be done, and who was heard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from textual.content import Content

from data.i18n import _, clock, plural, told
from data.methods.guarding import Heard
from data.model import Activity, Parked, Session, State
from data.names import short_names
from data.report.names import Names
from data.verbs.guarding import heard
from data.verbs.network import people
from data.verbs.parked import waiting
from data.verbs.pending import Pending, carried_over, stands
from screens.shell.standing import title
from widgets.ledger import Chapter, Entry


class Step(StrEnum):
    """What the drawer offers, in the order of its digits."""

    QUESTION = "question"
    DIGRESSION = "digression"
    PARK = "park"
    PARKED = "parked"
    QUIET_ROUND = "quiet_round"
    SAYING = "saying"
    RULES = "rules"


@dataclass(frozen=True, slots=True)
class Guarded:
    """What is guarded: ``activity`` is what is going on, if anything; ``hidden`` tells that the room is watching."""

    state: State
    session: Session
    activity: Activity | None
    question: str
    hidden: bool
    now: datetime

    @property
    def heard(self) -> Heard:
        """Who was heard, for the facilitator alone."""
        return heard(self.state, self.session.id, self.activity.id if self.activity else None)

    @property
    def digressing(self) -> str:
        """Since when the talk is off the question; empty while it is not."""
        return self.activity.digressing if self.activity else ""


def heading(guarded: Guarded) -> Content:
    """What this is, and what is going on."""
    where = title(guarded.activity) if guarded.activity else _("session {n}").format(n=guarded.session.number)
    return Content.assemble((_("Guarding the process"), "bold"), (f"   {where}", "$muted"))


def steps(guarded: Guarded) -> list[tuple[Step, str, str]]:
    """What can be done: each with what it is called and how it stands."""
    parked = len(waiting(guarded.state))
    not_now = _("not for the room: F8 first")
    return [
        (Step.QUESTION, _("The core question"), _("large, and read out again")),
        (Step.DIGRESSION, *_digression(guarded)),
        (Step.PARK, _("Park a point"), _("who, and why")),
        (Step.PARKED, _("Parked points"), plural("{n} waits", "{n} wait", parked) if parked else _("none")),
        (Step.QUIET_ROUND, _("A quiet round"), _quiet_round(guarded)),
        (Step.SAYING, _("What can I say?"), not_now if guarded.hidden else _("when an agreement is broken")),
        (Step.RULES, _("The ground rules"), _("large, one by one")),
    ]


def _digression(guarded: Guarded) -> tuple[str, str]:
    if not guarded.digressing:
        return _("We are off topic"), _("that is fine; note it")
    minutes = int((guarded.now - datetime.fromisoformat(guarded.digressing)).total_seconds() // 60)
    since = _("since {time}").format(time=clock(guarded.digressing))
    long = _("{n} min").format(n=minutes)
    return _("Back to the question"), f"{since} · {long}"


def _quiet_round(guarded: Guarded) -> str:
    found = guarded.heard
    if guarded.hidden or not found.quiet_round:
        return _("everybody gets to speak")
    return plural("{n} has not been heard: propose it", "{n} have not been heard: propose it", len(found.silent))


def voices(guarded: Guarded) -> Content:
    """Who was heard how often, and who was not: nothing of it while the room is watching."""
    if guarded.hidden:
        return Content.styled(_("Who was heard is not for the room: F8 shows it."), "$muted")
    shorts, found = short_names(people(guarded.state)), guarded.heard
    counted = " · ".join(f"{shorts.get(id_, '?')} {count}" for id_, count in found.counts)
    lines = [_line(_("Heard"), counted or _("no turns noted yet"))]
    if found.counts and found.silent:
        lines.append(_line(_("Not yet"), _names(shorts, found.silent), "$attention"))
        if found.silent_today and found.silent_today != found.silent:
            lines.append(_line(_("Not today"), _names(shorts, found.silent_today), "$attention"))
    return Content("\n").join(lines)


def _line(label: str, text: str, style: str = "$foreground") -> Content:
    return Content.assemble((f"{label}  ", "$muted"), (text, style))


def _names(shorts: dict[str, str], ids: tuple[str, ...]) -> str:
    return " · ".join(shorts.get(id_, "?") for id_ in ids)


def parked(state: State, *, hidden: bool) -> list[Chapter]:
    """The parked points that wait; from whom and why is not for the room."""
    names, found = Names.of(state), {each.id: each for each in carried_over(state)}
    entries = tuple(_entry(state, point, found[point.id], names, hidden=hidden) for point in waiting(state))
    return [Chapter("", entries, empty=_("Nothing is parked."))]


def _entry(state: State, point: Parked, each: Pending, names: Names, *, hidden: bool) -> Entry:
    facts = [] if hidden else [names.who(point.participant), point.why]
    aside = " · ".join(filter(None, (*facts, told(stands(state, each)))))
    return Entry(point.id, point.text, mark="▸" if each.planned else "=", aside=aside)
