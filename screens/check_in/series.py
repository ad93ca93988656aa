"""What the check-in tells of the series so far: the steady core, who was there before, and what is still open."""

from __future__ import annotations

from data.i18n import _, plural
from data.model import State
from data.verbs.check_in import begun, present, steady_core, times_attended
from data.verbs.pending import pending
from data.verbs.round_table import open_questions

SERIES = 2
"""After so many sessions there is a steady core to speak of."""


def so_far(state: State, session: str) -> list[str]:
    """How many of the steady core of the earlier sessions are here, and how much of those is still open."""
    facts = []
    core = {who.id for who in steady_core(state, session)} if len(begun(state, session)) >= SERIES else set()
    if core:
        here = len(core & {who.id for who in present(state, session)})
        facts.append(_("regulars {here} of {all}").format(here=here, all=len(core)))
    earlier = {one.id for one in begun(state, session)}
    if left := sum(each.session in earlier for each in pending(state)):
        facts.append(plural("{n} point open from earlier sessions", "{n} points open from earlier sessions", left))
    return facts


def came_before(state: State, session: str, participant: str) -> str:
    """In how many of the earlier sessions somebody was; nothing in a first one."""
    earlier = len(begun(state, session))
    times = times_attended(state, session)[participant]
    if earlier == 1:
        return _("at the session before") if times else _("not at the session before")
    return _("in {n} of {all} sessions before").format(n=times, all=earlier) if earlier else ""


def asked(state: State, participant: str) -> str:
    """What somebody wants to learn that is still open: the first of it, and how much more there is."""
    found = [question.text for question in open_questions(state) if question.participant == participant]
    more = f" +{len(found) - 1}" if len(found) > 1 else ""
    return _("asks: {question}").format(question=found[0]) + more if found else ""
