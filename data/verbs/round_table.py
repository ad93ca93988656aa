"""The round table: who speaks, and the questions, expectations and experiences of each."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

from msgspec.structs import replace

from data.methods.speaking import Turns, foreseen
from data.methods.speaking import turns as set_out
from data.model import (
    Activity,
    ActivityKind,
    Change,
    Participant,
    Question,
    QuestionKind,
    Said,
    Session,
    Stamp,
    State,
    say,
)
from data.model.network import DATING_ROLES
from data.text import fold
from data.verbs.check_in import present
from data.verbs.given import needed
from data.verbs.programme import of_kind

_ADDED = {
    QuestionKind.QUESTION: say("Question added"),
    QuestionKind.EXPECTATION: say("Expectation added"),
    QuestionKind.EXPERIENCE: say("Experience added"),
}


def turns(state: State, activity: str) -> Turns:
    """Who was heard in this round table, who speaks, and who comes after, in the order of the last one before it.

    Facilitators and observers do not come after by themselves; they can be given the floor.
    """
    table = state.get(Activity, activity)
    here = [who.id for who in present(state, table.session) if who.role in DATING_ROLES]
    return set_out(table.speakers, table.speaking, here, _remembered(state, table))


def _remembered(state: State, table: Activity) -> tuple[str, ...]:
    number = state.get(Session, table.session).number
    before = [
        other
        for session in sorted(state.all(Session), key=lambda session: session.number)
        if session.number <= number
        for other in of_kind(state, session.id, ActivityKind.ROUND_TABLE)
        if other.speakers and other.id != table.id
    ]
    return before[-1].speakers if before else ()


def foreseen_end(state: State, activity: str, now: datetime) -> datetime | None:
    """When the round is over, by the turns so far and the timebox; None without a timebox, and once all were heard."""
    table, set_out = state.get(Activity, activity), turns(state, activity)
    passed = [datetime.fromisoformat(moment) for moment in table.turns]
    everybody = len(set_out.heard) + bool(set_out.speaking) + len(set_out.to_come)
    if not table.minutes or not passed or not (set_out.speaking or set_out.to_come):
        return None
    heard = [(ended - began).total_seconds() for began, ended in pairwise(passed)]
    running = max(0.0, (now - passed[-1]).total_seconds()) if set_out.speaking else None
    whole = foreseen(heard, len(set_out.to_come), table.minutes * 60 / everybody, running)
    return passed[0] + timedelta(seconds=whole)


def speaks_next(state: State, at: Stamp, *, activity: str, participant: str) -> Change:
    """Give somebody the floor; the order in which people had it is remembered."""
    table = state.get(Activity, activity)
    who = state.get(Participant, participant)
    order = table.speakers if who.id in table.speakers else (*table.speakers, who.id)
    label = say("{name} has the floor", name=who.name)
    passed = table.turns if table.speaking == who.id else (*table.turns, at.now)
    return Change(label, puts=(replace(table, speakers=order, speaking=who.id, turns=passed),))


def move_on(state: State, at: Stamp, *, activity: str) -> Change:
    """Give the floor to whoever comes next; after the last one nobody has it."""
    coming = turns(state, activity).next
    if coming:
        return speaks_next(state, at, activity=activity, participant=coming)
    table = state.get(Activity, activity)
    passed = (*table.turns, at.now) if table.speaking else table.turns
    return Change(say("Everybody was heard"), puts=(replace(table, speaking=None, turns=passed),))


def not_spoken(state: State, at: Stamp, *, activity: str, participant: str) -> Change:
    """Take back that somebody had the floor."""
    table = state.get(Activity, activity)
    order = tuple(who for who in table.speakers if who != participant)
    speaking = None if table.speaking == participant else table.speaking
    return Change(say("Turn undone"), puts=(replace(table, speakers=order, speaking=speaking),))


def say_question(
    state: State,
    at: Stamp,
    *,
    session: str,
    text: str,
    kind: QuestionKind = QuestionKind.QUESTION,
    participant: str | None = None,
    activity: str | None = None,
) -> Change:
    """Keep what somebody wants to learn, expects or brings; the same person's same line is kept once."""
    kind = QuestionKind(kind)
    kept = needed(text, _asked(kind))
    who = state.get(Participant, participant).id if participant else None
    meeting = state.get(Session, session).id
    label = _ADDED[kind]
    same = (meeting, kind, who, fold(kept))
    if any((q.session, q.kind, q.participant, fold(q.text)) == same for q in state.all(Question)):
        return Change(label)
    question = Question(id=at.new(), session=meeting, text=kept, kind=kind, participant=who, activity=activity)
    return Change(label, puts=(question,))


def _asked(kind: QuestionKind) -> Said:
    return {
        QuestionKind.QUESTION: say("Type what this participant wants to learn."),
        QuestionKind.EXPECTATION: say("Type what the sessions should be about."),
        QuestionKind.EXPERIENCE: say("Type the experience this participant brings."),
    }[kind]


def say_expectation(
    state: State, at: Stamp, *, session: str, text: str, participant: str | None = None, activity: str | None = None
) -> Change:
    """Keep what somebody expects the sessions to treat."""
    kind = QuestionKind.EXPECTATION
    return say_question(state, at, session=session, text=text, kind=kind, participant=participant, activity=activity)


def say_experience(
    state: State, at: Stamp, *, session: str, text: str, participant: str | None = None, activity: str | None = None
) -> Change:
    """Keep an experience that somebody brings along."""
    kind = QuestionKind.EXPERIENCE
    return say_question(state, at, session=session, text=text, kind=kind, participant=participant, activity=activity)


def joins(state: State, at: Stamp, *, question: str, participant: str, joined: bool = True) -> Change:
    """Let somebody join in with a question (or no longer); joining twice or in one's own changes nothing."""
    asked = state.get(Question, question)
    who = state.get(Participant, participant)
    label = say("{name} joins in", name=who.name) if joined else say("{name} no longer joins in", name=who.name)
    if who.id == asked.participant or (who.id in asked.also) is joined:
        return Change(label)
    also = (*asked.also, who.id) if joined else tuple(other for other in asked.also if other != who.id)
    return Change(label, puts=(replace(asked, also=also),))


def edit_question(
    state: State,
    at: Stamp,
    *,
    question: str,
    text: str,
    kind: QuestionKind | None = None,
) -> Change:
    """Word a question anew, or make it another kind."""
    asked = state.get(Question, question)
    kept = needed(text, say("Type the question; Delete on the list removes it."))
    return Change(say("Question changed"), puts=(replace(asked, text=kept, kind=asked.kind if kind is None else kind),))


def remove_question(state: State, at: Stamp, *, question: str) -> Change:
    """Take a question away."""
    return Change(say("Question removed"), drops=(state.get(Question, question),))


def open_questions(state: State, kind: QuestionKind | None = QuestionKind.QUESTION) -> list[Question]:
    """What is not answered yet, of every session: questions only, another kind, or (None) all kinds."""
    return state.where(Question, lambda asked: asked.waits and kind in {None, asked.kind})


def said_in(state: State, session: str) -> list[Question]:
    """What was said in this session, in the order it was said."""
    return state.where(Question, lambda asked: asked.session == session)
