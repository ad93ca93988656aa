"""External input: what is asked of an expert, which answers that gives, and how far it is."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.methods.steps import beside, here
from data.model import (
    Action,
    Activity,
    Change,
    InputStep,
    Question,
    Refused,
    Session,
    SessionStatus,
    Stamp,
    State,
    Strand,
    say,
)
from data.text import fold, line
from data.verbs.carried import carried
from data.verbs.given import needed
from data.verbs.heard import heard
from data.verbs.pending import Pending, carried_over
from data.verbs.round_table import say_question

Stop = tuple[InputStep, str]
"""A step, and (in the answers) which question, by its id."""

ASKABLE = frozenset({Strand.QUESTIONS, Strand.EXPECTATIONS, Strand.PARKED})
"""What of all that is open can be asked of an expert."""


def expert(state: State, item: Activity) -> str:
    """Who comes: whoever was named here, else who was announced as a speaker of the session."""
    meeting = state.find(Session, item.session)
    return item.expert or ", ".join(meeting.speakers if meeting else ())


def for_expert(state: State, item: Activity) -> list[Pending]:
    """What is asked of the expert, in the order in which it came on the list."""
    known = {each.id: each for each in carried_over(state)}
    return [known[id_] for id_ in item.about if id_ in known]


def askable(state: State, item: Activity) -> list[Pending]:
    """What else is open and could be asked."""
    return [each for each in carried_over(state) if each.waits and each.strand in ASKABLE and each.id not in item.about]


def stops(state: State, item: Activity) -> list[Stop]:
    """Where one can be, in order: an answer for each question, or one step of answers while there is none."""
    answers = [(InputStep.ANSWERS, each.id) for each in for_expert(state, item)] or [(InputStep.ANSWERS, "")]
    before, after = [InputStep.QUESTIONS, InputStep.TALK], [InputStep.TERMS, InputStep.AGREED]
    return [*((step, "") for step in before), *answers, *((step, "") for step in after)]


def stop(state: State, item: Activity) -> Stop:
    """Where it is; a question that is no longer on the list is the first one."""
    return here(stops(state, item), item.phase, item.treats)


def stop_beside(state: State, item: Activity, by: int) -> Stop | None:
    """Where one comes so many places further (back when negative); None where there is none."""
    return beside(stops(state, item), stop(state, item), by)


def name_expert(state: State, at: Stamp, *, activity: str, text: str) -> Change:
    """Note who comes to tell; empty for whoever was announced with the session."""
    named = line(text)
    label = say("{name} is the expert", name=named) if named else say("No expert is named here")
    return Change(label, puts=(replace(state.get(Activity, activity), expert=named),))


def gather(state: State, at: Stamp, *, activity: str) -> Change:
    """Put every learning question of the network that is open on the list, unless it is for another session.

    Raises:
        Refused: there is none that is not on it.
    """
    item = state.get(Activity, activity)
    found = tuple(
        each.id
        for each in askable(state, item)
        if each.strand is Strand.QUESTIONS and not _elsewhere(state, each, item.session)
    )
    if not found:
        raise Refused(say("Every open question is on the list."))
    label = say("On the list for the expert: {n}", n=len(found))
    return Change(label, puts=(replace(item, about=(*item.about, *found)),))


def _elsewhere(state: State, each: Pending, session: str) -> bool:
    meeting = state.find(Session, each.planned)
    return meeting is not None and meeting.id != session and meeting.status is not SessionStatus.CLOSED


def set_asked(state: State, at: Stamp, *, activity: str, item: str, asked: bool) -> Change:
    """Put something that is open on the list for the expert, or take it off again; twice is once.

    Raises:
        Refused: it is no longer there, or was answered here.
    """
    treated = state.get(Activity, activity)
    about = carried(state, item).id
    if asked:
        listed = treated.about if about in treated.about else (*treated.about, about)
        return Change(say("Asked of the expert"), puts=(replace(treated, about=listed),))
    if heard(state, treated.id, about):
        raise Refused(say("This was answered here: remove the answers first."))
    left = tuple(id_ for id_ in treated.about if id_ != about)
    return Change(say("No longer asked of the expert"), puts=(replace(treated, about=left),))


def ask_new(state: State, at: Stamp, *, activity: str, text: str) -> Change:
    """Ask the expert something that is typed; what is open in those words already is not asked twice."""
    treated = state.get(Activity, activity)
    kept = needed(text, say("Type what you want to ask the expert."))
    known = next((each for each in askable(state, treated) if fold(each.text) == fold(kept)), None)
    if known:
        return set_asked(state, at, activity=activity, item=known.id, asked=True)
    asked = say_question(state, at, session=treated.session, text=kept, activity=treated.id)
    listed = tuple(dict.fromkeys([*treated.about, *(each.id for each in asked.puts)]))
    return Change(say("Asked of the expert"), puts=(*asked.puts, replace(treated, about=listed)))


def not_asked(state: State, at: Stamp, *, activity: str, item: str) -> Change:
    """Take something off the list; a question that was typed here and not answered is taken away altogether."""
    off = set_asked(state, at, activity=activity, item=item, asked=False)
    mine = state.find(Question, item)
    if mine and mine.activity == activity and mine.waits:
        return Change(say("Question removed"), off.puts, (mine,))
    return off


def agreed_in(state: State, activity: str) -> list[Action]:
    """What was agreed in it."""
    return state.where(Action, lambda action: action.activity == activity)
