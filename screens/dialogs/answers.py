"""A form that is filled in beforehand: its questions are written, and the answers that came by mail pasted."""

from __future__ import annotations

from collections.abc import Mapping

from data.i18n import _, plural, told
from data.methods.answers import by_question, numbered, read_answers
from data.model import Engagement
from data.network import Applied
from data.verbs.network import called, members
from data.verbs.preparation import set_form
from data.verbs.prepared import write_answers
from screens.dialogs.ask_text import AskText
from screens.dialogs.form import Field, ask_form
from screens.shell.house import House

SHOWN = 4
"""So many lines that belong to nobody are shown."""


def ask_questions(house: House, form: Engagement) -> None:
    """Write the questions of a form, a line each, in place of those it has."""

    def written(text: str | None) -> None:
        if text is not None and (done := house.do(set_form, assignment=form.id, questions=text.splitlines())):
            house.tell(told(done.change.label))

    about = _("One question per line, in order. The numbers before the answers say which question they belong to.")
    house.push_screen(AskText(form.text, "\n".join(form.questions), about=about), written)


def ask_answers(house: House, form: Engagement) -> None:
    """Paste the answers to a form, with a name before each; the lines that belong to nobody are offered again."""
    about = _("Paste what came by mail: a name at the start of a line, then what they wrote.")
    ask = AskText(form.text, about=about)

    def pasted(text: str | None) -> None:
        if text is not None:
            house.half.set("\n".join(take_answers(house, form.id, text)), *ask.asked)

    house.push_screen(ask, pasted)


def ask_answer(house: House, form: Engagement, who: str, given: str) -> None:
    """Type what somebody (by id) answered to a form, a line for each of its questions; ``given`` is what stands there.

    What stood there and belongs to no question has a line of its own, behind the others.
    """
    apart, rest = by_question(given, len(form.questions))
    fields = [Field(str(place), text, apart[place]) for place, text in enumerate(form.questions)]
    fields += [Field(REST, _("belongs to no question yet"), rest)] if rest else []

    def keep(typed: Mapping[str, str]) -> Applied | None:
        texts = [typed[str(place)] for place in range(len(form.questions))]
        answer = numbered(texts, typed.get(REST, ""))
        return house.do(write_answers, assignment=form.id, answers={who: answer})

    heading = _("What did {name} answer?").format(name=called(house.state)[who])
    ask_form(house, heading, fields, keep, about=f"{form.id}:{who}", tall=True, private=True)


REST = "rest"
"""The key of the line with what belongs to no question."""


def take_answers(house: House, form: str, text: str) -> list[str]:
    """Keep the answers in a text, tell which lines belong to nobody, and give those."""
    found = read_answers(text, members(house.state))
    if found.of and (done := house.do(write_answers, assignment=form, answers=found.of)):
        house.tell(told(done.change.label))
    if found.lost:
        rows = [_("row {n}: {what}").format(n=row, what=said) for row, said in found.lost[:SHOWN]]
        more = len(found.lost) - SHOWN
        rows += [_("… and {n} more").format(n=more)] if more > 0 else []
        said = plural("{n} line has no name.", "{n} lines have no name.", len(found.lost))
        house.notify("\n".join([said, *rows]), severity="warning", markup=False, timeout=20)
    return [said for _row, said in found.lost]
