"""Evaluation: the forms that are filled in, and what is said aloud at the end."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace

from data.methods.evaluation import ENOUGH, TOP, Results
from data.methods.evaluation import results as results_of
from data.model import (
    Activity,
    Change,
    Evaluation,
    Keep,
    Participant,
    Refused,
    Session,
    Spoken,
    SpokenKind,
    Stamp,
    State,
    say,
)
from data.text import fold, line
from data.verbs.given import kept_lines, needed


def forms(state: State, activity: str) -> list[Evaluation]:
    """The forms of one evaluation."""
    return state.where(Evaluation, lambda form: form.activity == activity)


def results(state: State, activity: str) -> Results:
    """What the forms of one evaluation say together; nothing but their number below five."""
    return results_of(forms(state, activity))


def session_before(state: State, activity: str) -> tuple[Session, Results] | None:
    """The last session before this one of which the group saw the scores of an evaluation, with what it said."""
    item = state.find(Activity, activity)
    here = state.find(Session, item.session) if item else None
    if here is None:
        return None
    sessions = {session.id: session for session in state.all(Session) if session.number < here.number}
    shown = state.where(Activity, lambda other: other.revealed and other.session in sessions)
    shown.sort(key=lambda other: sessions[other.session].number)
    found = [(sessions[other.session], results(state, other.id)) for other in shown]
    return next((pair for pair in reversed(found) if pair[1].scored), None)


def _score(mark: float | None) -> float | None:
    """A score of 0 to 10 in halves, or None for a blank."""
    if mark is None:
        return None
    if not math.isfinite(mark) or not 0 <= mark <= TOP or mark * 2 != int(mark * 2):
        raise Refused(say("A score is 0 to 10, in halves; leave it blank for no answer."))
    return float(mark)


def fill_form(
    state: State,
    at: Stamp,
    *,
    activity: str,
    form: str | None = None,
    participant: str | None = None,
    content: float | None = None,
    discussion: float | None = None,
    facilitation: float | None = None,
    content_comment: str = "",
    discussion_comment: str = "",
    facilitation_comment: str = "",
    learning: Sequence[str] = (),
    treat: Sequence[str] = (),
    deepen: Sequence[str] = (),
    hunger: Sequence[str] = (),
    adjust: Sequence[str] = (),
    well: Sequence[str] = (),
    improve: Sequence[str] = (),
    liked: Sequence[str] = (),
    less_liked: Sequence[str] = (),
    suggestions: Sequence[str] = (),
) -> Change:
    """Keep a form. Without a participant it is anonymous, and leaves no trace in the history on disk.

    With ``form``, or by somebody who filled one in already, that one is put right: everything on it is given anew.
    """
    sitting = state.get(Activity, activity)
    old = state.get(Evaluation, form) if form else None
    who = state.get(Participant, participant).id if participant and not old else None
    mine = old or next((kept for kept in forms(state, activity) if who and kept.participant == who), None)
    blank = Evaluation(
        id=mine.id if mine else at.new(),
        session=sitting.session,
        activity=sitting.id,
        participant=mine.participant if mine else who,
    )
    filled = replace(
        blank,
        content=_score(content),
        discussion=_score(discussion),
        facilitation=_score(facilitation),
        content_comment=line(content_comment),
        discussion_comment=line(discussion_comment),
        facilitation_comment=line(facilitation_comment),
        learning=kept_lines(learning),
        treat=kept_lines(treat),
        deepen=kept_lines(deepen),
        hunger=kept_lines(hunger),
        adjust=kept_lines(adjust),
        well=kept_lines(well),
        improve=kept_lines(improve),
        liked=kept_lines(liked),
        less_liked=kept_lines(less_liked),
        suggestions=kept_lines(suggestions),
    )
    if filled == blank:
        raise Refused(say("Nothing is filled in yet."))
    saved = say("Form saved") if mine else say("Form {n} saved", n=len(forms(state, activity)) + 1)
    return Change(say("Form corrected") if old else saved, puts=(filled,), keep=_keep(filled))


def _keep(form: Evaluation) -> Keep:
    return Keep.HISTORY if form.participant else Keep.MEMORY


def set_spoken(state: State, at: Stamp, *, activity: str, spoken: bool) -> Change:
    """Choose the spoken evaluation or the form; what is already there stays."""
    label = say("Spoken evaluation") if spoken else say("Evaluation by form")
    return Change(label, puts=(replace(state.get(Activity, activity), spoken=spoken),))


def said_aloud(state: State, activity: str, kind: SpokenKind) -> list[Spoken]:
    """What was said aloud to one of the questions."""
    return state.where(Spoken, lambda said: said.activity == activity and said.kind is kind)


def say_aloud(
    state: State, at: Stamp, *, activity: str, kind: SpokenKind, text: str, participant: str | None = None
) -> Change:
    """Keep what somebody answers to one of the questions; the same said twice is kept once."""
    sitting = state.get(Activity, activity)
    kept = needed(text, say("Type what was said."))
    who = state.get(Participant, participant).id if participant else None
    label = say("Line saved")
    if any(s.participant == who and fold(s.text) == fold(kept) for s in said_aloud(state, activity, kind)):
        return Change(label)
    said = Spoken(id=at.new(), session=sitting.session, activity=activity, kind=kind, text=kept, participant=who)
    return Change(label, puts=(said,))


def edit_spoken(state: State, at: Stamp, *, spoken: str, text: str) -> Change:
    """Word a line of the spoken evaluation anew."""
    kept = needed(text, say("Type what was said."))
    return Change(say("Line changed"), puts=(replace(state.get(Spoken, spoken), text=kept),))


def remove_spoken(state: State, at: Stamp, *, spoken: str) -> Change:
    """Take a line of the spoken evaluation away."""
    return Change(say("Line removed"), drops=(state.get(Spoken, spoken),))


def reveal(state: State, at: Stamp, *, activity: str, revealed: bool = True) -> Change:
    """Open the result for the room, or close it again.

    Raises:
        Refused: there are fewer than five forms.
    """
    sitting = state.get(Activity, activity)
    if revealed and len(forms(state, activity)) < ENOUGH:
        raise Refused(
            say("The result opens once there are {enough} forms, so that nobody can be identified.", enough=ENOUGH)
        )
    label = say("Result opened") if revealed else say("Result closed")
    return Change(label, puts=(replace(sitting, revealed=revealed),))
