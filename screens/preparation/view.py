"""What a preparation shows: the form, the answers to the question of now, and what strikes."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from data.i18n import _
from data.model import Activity, Engagement, Heard, PreparationStep, State
from data.verbs.heard import heard
from data.verbs.network import called
from data.verbs.preparation import Posed, answers, gathered, posed, prepared_for, stop, unplaced
from data.verbs.prepared import asked_of, deliveries
from screens.preparation.words import line_of, of_now, probe, step_asks, step_name
from screens.shell.stepped import Work
from widgets.ledger import Chapter, Entry
from widgets.phases import PhaseMark

SHOWN = 80
"""So many characters of a question stand in the list of questions."""


def work(state: State, item: Activity, *, hidden: bool) -> Work:
    """All of it, as it stands; ``hidden`` while the room is watching: then nobody stands beside an answer."""
    who, fact = _whose(state, item)
    return Work(
        who,
        _marks(state, item),
        step_asks(state, item),
        _chapters(state, item, hidden=hidden),
        line_of(state, item),
        fact,
    )


def _whose(state: State, item: Activity) -> tuple[Content, str]:
    """Which form it is and how many delivered; neither where the form is what is asked, with its questions below."""
    forms = prepared_for(state, item)
    if not forms:
        return Content.styled(_("Nothing was asked before this session"), "$muted"), ""
    name = forms[0].text if len(forms) == 1 else ""
    if not name or name == step_asks(state, item):
        return Content(), ""
    return Content.styled(f"▸ {name}", "bold"), _delivered(state, forms)


def _delivered(state: State, forms: Iterable[Engagement]) -> str:
    """How many people handed in all that is asked of them, and how many a part of it."""
    asked, late, begun = _asked(state, forms)
    said = _("{n} of {all} handed in").format(n=len(asked) - len(late), all=len(asked))
    part = len(late & begun)
    return " · ".join((said, *([_("{n} in part").format(n=part)] if part else [])))


def _asked(state: State, forms: Iterable[Engagement]) -> tuple[list[str], set[str], set[str]]:
    """Of whom something is asked (ids), who of them still has something to hand in, and who handed something in."""
    each = [(who.id, who.id in deliveries(state, form.id)) for form in forms for who in asked_of(state, form)]
    late = {who for who, there in each if not there}
    return list(dict.fromkeys(who for who, _there in each)), late, {who for who, there in each if there}


def _marks(state: State, item: Activity) -> list[PhaseMark]:
    """The steps in one line; which question it is behind the questions."""
    step, now = stop(state, item)[0], of_now(state, item)
    every = posed(state, item)
    of = _("{n} of {all}").format(n=every.index(now) + 1, all=len(every)) if now else ""
    keys = {question.key for question in every}
    came = {
        PreparationStep.FORM: bool(every),
        PreparationStep.QUESTION: any(said.part in keys for said in heard(state, item.id)),
        PreparationStep.CONCLUSION: bool(heard(state, item.id, PreparationStep.CONCLUSION.value)),
    }
    return [
        PhaseMark(step_name(each), of if each is step else "", came[each], each is step) for each in PreparationStep
    ]


def _chapters(state: State, item: Activity, *, hidden: bool) -> list[Chapter]:
    """What the step of now holds, then the questions and what came of the others."""
    step, now = stop(state, item)[0], of_now(state, item)
    concluded = Chapter(
        step_name(PreparationStep.CONCLUSION), _lines(heard(state, item.id, PreparationStep.CONCLUSION.value))
    )
    questions = _questions(state, item, now)
    if now:
        strikes = Chapter(_("What stands out"), _lines(heard(state, item.id, now.key)), empty=_("Nothing yet."))
        first = [strikes, _answers(state, item, now, hidden=hidden)]
        return [*first, *(chapter for chapter in (questions, concluded) if chapter.entries)]
    if step is PreparationStep.CONCLUSION:
        first = [Chapter(concluded.title, concluded.entries, concluded.note, _("Nothing yet."))]
        return [*first, *([questions] if questions.entries else [])]
    found = [_loose(state, item, hidden=hidden), concluded, *([] if hidden else [_who_delivered(state, item)])]
    return [questions, *(chapter for chapter in found if chapter.entries)]


def _questions(state: State, item: Activity, now: Posed | None) -> Chapter:
    every = posed(state, item)
    empty = _("Type which form or scan people filled in, then its questions; or F5 to paste them.")
    given = [len(answers(state, question)) for question in every]
    none = _("no answers") if every and not any(given) else ""  # of all of them it is told once, above them
    entries = tuple(
        _question(item, number, question, now, "" if none else _answered(count))
        for number, (question, count) in enumerate(zip(every, given, strict=True), start=1)
    )
    forms = prepared_for(state, item)
    said = _delivered(state, forms) if forms and stop(state, item)[0] is PreparationStep.FORM else ""
    if said and not any(deliveries(state, form.id) for form in forms):
        none = ""  # that nothing was handed in says it
    return Chapter(_("Questions"), entries, " · ".join(filter(None, (str(len(entries) or ""), said, none))), empty)


def _who_delivered(state: State, item: Activity) -> Chapter:
    """Of whom it was asked, and who of them delivered: first those who did not."""
    forms, names = prepared_for(state, item), called(state)
    asked, late, _begun = _asked(state, forms)
    first = sorted(asked, key=lambda id_: id_ not in late)
    entries = tuple(
        Entry("", names[id_], "", *(("○", "$muted") if id_ in late else ("✓", "$success"))) for id_ in first
    )
    return Chapter(_("Who handed it in"), entries, beside=True, spare=True)


def _question(item: Activity, number: int, question: Posed, now: Posed | None, answered: str) -> Entry:
    mark, style = ("✓", "$success") if question.key in item.passed else ("○", "$muted")
    if question == now:
        mark, style = "▸", "bold $accent"
    return Entry(question.key, f"{number}  {question.text}", "", mark, style, answered)


def _answered(count: int) -> str:
    return _("{n} answered").format(n=count) if count else _("no answers")


def _answers(state: State, item: Activity, now: Posed, *, hidden: bool) -> Chapter:
    """The answers to the question of now: each with who gave it, or only how many while the room is watching."""
    given, names = answers(state, now), called(state)
    if hidden:
        rows = [("", text, _("{n} times").format(n=count) if count > 1 else "") for text, count in gathered(given)]
    else:
        rows = [("", text, names.get(who or "", "")) for who, text in given]
    entries = tuple(
        Entry(f"answer {place}", text, lead, "·", "$muted", aside) for place, (lead, text, aside) in enumerate(rows)
    )
    note = " · ".join(filter(None, (str(len(given) or ""), probe(state, item))))
    return Chapter(_("Answers"), entries, note, _("No answers came in: i pastes those that came by mail."))


def _loose(state: State, item: Activity, *, hidden: bool) -> Chapter:
    names = called(state)
    found = [each for asked in prepared_for(state, item) for each in unplaced(state, asked)]
    entries = tuple(
        Entry(f"loose {place}", text, "", "?", "$attention", "" if hidden else names.get(who or "", ""))
        for place, (who, text) in enumerate(found)
    )
    return Chapter(_("Which question is this for?"), entries, _("number the answers to tell them apart"))


def _lines(said: Iterable[Heard]) -> tuple[Entry, ...]:
    return tuple(Entry(one.id, one.text) for one in said)
