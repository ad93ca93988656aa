"""Guarding the process: turns that were noted, and digressions."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.methods.guarding import Heard
from data.methods.guarding import heard as set_out
from data.model import (
    Activity,
    ActivityKind,
    Change,
    Participant,
    Presence,
    Rule,
    RuleKind,
    Session,
    Stamp,
    State,
    Turn,
    say,
)
from data.model.network import DATING_ROLES
from data.verbs.agreements import rules
from data.verbs.check_in import attendance
from data.verbs.network import members
from data.verbs.programme import of_kind

AWAY = frozenset({Presence.LEFT, Presence.EXCUSED, Presence.NOT_EXCUSED})


def in_the_room(state: State, session: str) -> list[Participant]:
    """Who takes part in the talk, by name: who is present, or as long as nobody is marked, whoever is not absent."""
    known = attendance(state, session)
    talking = [who for who in members(state, session) if who.role in DATING_ROLES]
    here = [who for who in talking if who.id in known and known[who.id].presence is Presence.PRESENT]
    return here or [who for who in talking if who.id not in known or known[who.id].presence not in AWAY]


def heard(state: State, session: str, activity: str | None) -> Heard:
    """Who was heard in this activity (without one, in the session), and who was not: for the facilitator alone.

    The turns that were noted count, and those of a round table.
    """
    today = said_by(state, session)
    here = said_by(state, session, activity) if activity else today
    return set_out([who.id for who in in_the_room(state, session)], here, today)


def said_by(state: State, session: str, activity: str | None = None) -> list[str | None]:
    """Whose turn each was, in this session or in one activity of it."""
    turns = state.where(Turn, lambda turn: turn.session == session and activity in {None, turn.activity})
    tables = [table for table in of_kind(state, session, ActivityKind.ROUND_TABLE) if activity in {None, table.id}]
    return [*(turn.participant for turn in turns), *(who for table in tables for who in table.speakers)]


def note_turn(state: State, at: Stamp, *, session: str, participant: str, activity: str | None = None) -> Change:
    """Note that somebody had a turn."""
    who = state.get(Participant, participant)
    meeting = state.get(Session, session)
    where = state.get(Activity, activity).id if activity else None
    turn = Turn(id=at.new(), session=meeting.id, activity=where, participant=who.id)
    return Change(say("Turn of {name} noted", name=who.name), puts=(turn,))


def digress(state: State, at: Stamp, *, activity: str) -> Change:
    """Note that the talk is off the question from now on; once more changes nothing."""
    here = state.get(Activity, activity)
    label = say("Going off topic noted")
    if here.digressing:
        return Change(label)
    return Change(label, puts=(replace(here, digressing=at.now),))


def refocus(state: State, at: Stamp, *, activity: str) -> Change:
    """Note that the talk is about the question again; when it never left it nothing changes."""
    here = state.get(Activity, activity)
    label = say("Back to the question")
    if not here.digressing:
        return Change(label)
    return Change(label, puts=(replace(here, digressing=""),))


def guarded_rules(state: State) -> list[Rule]:
    """The ground rules that can be pointed at: those that were agreed, or else those that were proposed."""
    every = rules(state, RuleKind.GROUND_RULE)
    agreed = [rule for rule in every if rule.agreed]
    return agreed or every
