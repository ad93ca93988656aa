"""Preparation review: what was filled in beforehand, question by question, and what strikes the group."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from data.methods.answers import by_question
from data.methods.steps import beside, here
from data.model import Activity, Change, Delivery, Engagement, PreparationStep, Stamp, State, say
from data.text import fold
from data.verbs.given import kept_lines, needed
from data.verbs.prepared import ask_beforehand, assignments

_NUMBER = re.compile(r"^(\d{1,2})\s*[.):]\s*")

Stop = tuple[PreparationStep, str]
"""A step, and which question, by its key."""


class Posed(msgspec.Struct, frozen=True):
    """A question of what was asked beforehand (``assignment``, an id), with its place in it, from 0."""

    assignment: str
    place: int
    text: str

    @property
    def key(self) -> str:
        """What tells it from the others; what strikes is kept under it."""
        return f"{self.assignment}.{self.place}"


def prepared_for(state: State, item: Activity) -> list[Engagement]:
    """What was asked beforehand and is discussed here: what it is about, or else all that its session asks."""
    every = assignments(state, item.session)
    return [asked for asked in every if asked.id in item.about] or every


def posed(state: State, item: Activity) -> list[Posed]:
    """The questions in their order; what has no questions of its own is one."""
    return [
        Posed(asked.id, place, text)
        for asked in prepared_for(state, item)
        for place, text in enumerate(asked.questions or (asked.text,))
    ]


def answers(state: State, question: Posed) -> list[tuple[str | None, str]]:
    """Who (an id, or None once forgotten) answered what to a question; those that say something."""
    asked = state.get(Engagement, question.assignment)
    count = len(asked.questions) or 1
    given = state.where(Delivery, lambda delivery: delivery.assignment == asked.id)
    found = [(delivery.participant, by_question(delivery.text, count)[0][question.place]) for delivery in given]
    return [(who, text) for who, text in found if text]


def unplaced(state: State, assignment: Engagement) -> list[tuple[str | None, str]]:
    """Who answered something of which it cannot be told to which question."""
    given = state.where(Delivery, lambda delivery: delivery.assignment == assignment.id)
    found = [(each.participant, by_question(each.text, len(assignment.questions) or 1)[1]) for each in given]
    return [(who, text) for who, text in found if text]


def gathered(given: Iterable[tuple[str | None, str]]) -> list[tuple[str, int]]:
    """Answers with how many gave them, the most first and then by letter: in no order of people."""
    texts = [text for _who, text in given]
    said = {fold(text): text for text in texts}
    counted = Counter(map(fold, texts))
    return [(said[key], counted[key]) for key in sorted(counted, key=lambda key: (-counted[key], key))]


def stops(state: State, item: Activity) -> list[Stop]:
    """Where one can be, in order: the form, each question, and what is done with it."""
    each = [(PreparationStep.QUESTION, question.key) for question in posed(state, item)]
    return [(PreparationStep.FORM, ""), *each, (PreparationStep.CONCLUSION, "")]


def stop(state: State, item: Activity) -> Stop:
    """Where it is; a question that is no longer there is the first one."""
    return here(stops(state, item), item.phase, item.treats)


def stop_beside(state: State, item: Activity, by: int) -> Stop | None:
    """Where one comes so many places further (back when negative); None where there is none."""
    return beside(stops(state, item), stop(state, item), by)


def set_form(state: State, at: Stamp, *, assignment: str, questions: Sequence[str]) -> Change:
    """Say which questions a form or scan has, in their order; without any it is one question itself.

    Numbers before them are left out: they are shown with their place.
    """
    asked, kept = state.get(Engagement, assignment), kept_lines(questions)
    bare = kept_lines(_NUMBER.sub("", text) for text in kept)
    counted = [found and int(found[1]) for found in map(_NUMBER.match, kept)] == [*range(1, len(kept) + 1)]
    texts = bare if counted and len(bare) == len(kept) else kept
    return Change(say("Questions saved"), puts=(replace(asked, questions=texts),))


def add_question(state: State, at: Stamp, *, activity: str, text: str) -> Change:
    """Add a question to the form that is discussed, or ask it beside what else was asked beforehand.

    While nothing was asked yet, what is typed is that form, by name or as its one question.
    """
    item = state.get(Activity, activity)
    kept = needed(text, say("Type a question for the form."))
    if form := _grows(state, item):
        grown = replace(form, questions=(*form.questions, kept))
        return Change(say("Question added to “{form}”", form=form.text), puts=(grown,))
    asked = ask_beforehand(state, at, session=item.session, text=kept)
    if not item.about:
        return asked
    beside = replace(item, about=(*item.about, *(record.id for record in asked.puts)))
    return Change(asked.label, puts=(*asked.puts, beside))


def _grows(state: State, item: Activity) -> Engagement | None:
    """The form that a typed question is for: the last with questions, or what alone was asked, which is then its name.

    What only some were asked, and each of several that are one question themselves, stays as it was asked.
    """
    forms = prepared_for(state, item)
    of_all = [form for form in forms if not form.who]
    last = next((form for form in reversed(of_all) if form.questions), None)
    return last or (forms[0] if len(forms) == len(of_all) == 1 else None)
