"""What external input shows: who comes, the steps, the questions with their answers, the terms, what is agreed."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from data.i18n import _, plural, told
from data.model import Action, Activity, Heard, InputStep, State, Term
from data.verbs.agreements import who_and_when
from data.verbs.external_input import agreed_in, askable, expert, for_expert, stop
from data.verbs.heard import heard
from data.verbs.network import called
from data.verbs.pending import Pending, stands
from data.verbs.terms import glossary
from screens.external_input.words import LINES, step_asks, step_name
from screens.shell.stepped import Work
from widgets.ledger import Chapter, Entry
from widgets.phases import PhaseMark


def work(state: State, item: Activity) -> Work:
    """All of it, as it stands."""
    step = stop(state, item)[0]
    return Work(
        _whose(state, item),
        _marks(state, item),
        step_asks(state, item),
        _chapters(state, item),
        _(LINES[step]),
    )


def _whose(state: State, item: Activity) -> Content:
    """Who comes to tell."""
    name = expert(state, item)
    if not name:
        return Content.styled(_("Shift+F5 notes who the expert is"), "$muted")
    return Content.styled(f"▸ {name.upper()}", "bold")


def _marks(state: State, item: Activity) -> list[PhaseMark]:
    """The steps in one line; which question it is behind the answers."""
    now, about = stop(state, item)
    listed = [each.id for each in for_expert(state, item)]
    of = _("{n} of {all}").format(n=listed.index(about) + 1, all=len(listed)) if about in listed else ""
    return [
        PhaseMark(step_name(step), of if step is now else "", _came(state, item, step), step is now)
        for step in InputStep
    ]


def _came(state: State, item: Activity, step: InputStep) -> bool:
    """Whether something came of a step and nothing of it waits: no question for an answer, no term for a meaning."""
    listed, answered = for_expert(state, item), {said.part for said in heard(state, item.id)}
    terms = _here(state, item)
    return {
        InputStep.QUESTIONS: bool(listed),
        InputStep.TALK: bool(heard(state, item.id, InputStep.TALK.value)),
        InputStep.ANSWERS: bool(listed) and all(each.id in answered or not each.waits for each in listed),
        InputStep.TERMS: bool(terms) and all(term.meaning for term in terms),
        InputStep.AGREED: bool(agreed_in(state, item.id)),
    }[step]


def _chapters(state: State, item: Activity) -> list[Chapter]:
    """What the step of now holds, then all that came of the others."""
    step, about = stop(state, item)
    asked = _asked(state, item, about)
    said = _lines(heard(state, item.id, about or InputStep.ANSWERS.value))
    answers = Chapter(step_name(InputStep.ANSWERS), said, empty=_("Nothing yet."))
    talk = Chapter(step_name(InputStep.TALK), _lines(heard(state, item.id, InputStep.TALK.value)))
    terms, agreed = _terms(state, item), _agreed(state, item)
    first, others = {
        InputStep.QUESTIONS: ([asked, _open(state, item)], [talk, terms, agreed]),
        InputStep.TALK: ([_or_nothing(talk)], [asked, terms, agreed]),
        InputStep.ANSWERS: ([answers], [asked, talk, terms, agreed]),
        InputStep.TERMS: ([terms], [asked, talk, agreed]),
        InputStep.AGREED: ([_or_nothing(agreed)], [asked, terms, talk]),
    }[step]
    return [chapter for chapter in first if chapter.entries or chapter.empty] + [
        chapter for chapter in others if chapter.entries
    ]


def _or_nothing(chapter: Chapter) -> Chapter:
    return Chapter(chapter.title, chapter.entries, chapter.note, _("Nothing yet."))


def _asked(state: State, item: Activity, now: str) -> Chapter:
    listed = for_expert(state, item)
    entries = tuple(_question(state, item, each, now) for each in listed)
    empty = _("F5 gathers the open questions; type to add your own.")
    return Chapter(_("For the expert"), entries, str(len(entries) or ""), empty)


def _question(state: State, item: Activity, each: Pending, now: str) -> Entry:
    answers = len(heard(state, item.id, each.id))
    mark, style = ("○", "$muted") if each.waits else ("✓", "$success")
    if each.id == now:
        mark, style = "▸", "bold $accent"
    count = plural("{n} answer", "{n} answers", answers) if answers else ""
    return Entry(each.id, each.text, "", mark, style, _facts(_who(state, each), count))


def _open(state: State, item: Activity) -> Chapter:
    entries = tuple(
        Entry(
            each.id, each.text, "", "+", "$muted", _facts(_who(state, each), told(stands(state, each, among_open=True)))
        )
        for each in askable(state, item)
    )
    return Chapter(
        _("Still open in the network"), entries, _("Esc, then v puts it on the list") if entries else "", beside=True
    )


def _who(state: State, each: Pending) -> str:
    names = called(state)
    return ", ".join(names[id_] for id_ in each.who[:1] if id_ in names)


def _facts(*facts: str) -> str:
    return " · ".join(filter(None, facts))


def _terms(state: State, item: Activity) -> Chapter:
    every, here = glossary(state), _here(state, item)
    order = [*(term for term in here if not term.meaning), *(term for term in here if term.meaning)]
    entries = tuple(_term(term) for term in [*order, *(term for term in every if term not in here)])
    return Chapter(step_name(InputStep.TERMS), entries, str(len(entries) or ""), _("No term yet: type one."))


def _here(state: State, item: Activity) -> list[Term]:
    """The terms of this activity, and every one that is to be cleared up."""
    return [term for term in glossary(state) if not term.meaning or term.activity == item.id]


def _term(term: Term) -> Entry:
    if not term.meaning:
        return Entry(term.id, term.text, "", "?", "$attention", _("to be cleared up"))
    return Entry(term.id, f"{term.text}: {term.meaning}", "", "≡", "$muted")


def _agreed(state: State, item: Activity) -> Chapter:
    entries = tuple(_action(state, action) for action in agreed_in(state, item.id))
    return Chapter(step_name(InputStep.AGREED), entries, str(len(entries) or ""))


def _action(state: State, action: Action) -> Entry:
    return Entry(action.id, action.text, "", " " if action.waits else "✓", "$success", who_and_when(state, action))


def _lines(said: Iterable[Heard]) -> tuple[Entry, ...]:
    return tuple(Entry(one.id, one.text) for one in said)
