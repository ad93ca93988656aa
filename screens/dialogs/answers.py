"""A form that is filled in beforehand: its questions are written, and the answers that came by mail pasted."""

from __future__ import annotations

from data.i18n import _, plural, told
from data.methods.answers import read_answers
from data.model import Engagement
from data.verbs.network import members
from data.verbs.preparation import set_form
from data.verbs.prepared import write_answers
from screens.dialogs.ask_text import AskText
from screens.shell.house import House

SHOWN = 4
"""So many lines that belong to nobody are shown."""


def ask_questions(house: House, form: Engagement) -> None:
    """Write the questions of a form, a line each, in place of those it has."""

    def written(text: str | None) -> None:
        if text is not None and (done := house.do(set_form, assignment=form.id, questions=text.splitlines())):
            house.tell(told(done.change.label))

    about = _("One question a line, in their order. The numbers before the answers tell which is of which.")
    house.push_screen(AskText(form.text, "\n".join(form.questions), about=about), written)


def ask_answers(house: House, form: Engagement) -> None:
    """Paste the answers to a form, with a name before each."""
    about = _("Paste what came by mail: a name at the start of a line, and what they wrote.")
    ask = AskText(form.text, about=about)
    house.push_screen(ask, lambda text: None if text is None else take_answers(house, form.id, text))


def take_answers(house: House, form: str, text: str) -> None:
    """Keep the answers in a text, and tell which lines belong to nobody."""
    found = read_answers(text, members(house.state))
    if found.of and (done := house.do(write_answers, assignment=form, answers=found.of)):
        house.tell(told(done.change.label))
    if found.lost:
        rows = [_("row {n}: {what}").format(n=row, what=said) for row, said in found.lost[:SHOWN]]
        more = len(found.lost) - SHOWN
        rows += [_("… and {n} more").format(n=more)] if more > 0 else []
        said = plural("{n} line belongs to nobody.", "{n} lines belong to nobody.", len(found.lost))
        house.notify("\n".join([said, *rows]), severity="warning", markup=False, timeout=20)
