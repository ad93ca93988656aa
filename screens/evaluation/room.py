"""What the room sees of an evaluation: what is asked and how many forms are in, or what the forms say together."""

from __future__ import annotations

from collections.abc import Iterable

from data.i18n import N_, _, number, plural, told
from data.methods.evaluation import ASKED, ENOUGH, TOP, Scored
from data.model import EvaluationKind
from data.text import unbroken
from data.verbs.evaluation import forms, results
from data.words import SCORES
from screens.evaluation.looking_back import chapters
from screens.evaluation.view import question, questions
from screens.shell.room import Moment, headed
from screens.shell.standing import title
from widgets.evaluation_answers import LISTS
from widgets.ledger import Entry
from widgets.projected import BULLET, Item, Projected, Spread


def projected(moment: Moment) -> Projected:
    """What is asked aloud, with what the group marks; or what the form asks, and once opened, the result."""
    asked = moment.activity.question or _(ASKED_OF_ALL[moment.activity.evaluates])
    if moment.activity.spoken:
        return _aloud(moment)
    if moment.activity.revealed:
        return _opened(moment, asked)
    kept = len(forms(moment.state, moment.activity.id))
    scored = headed(_("Score 0 to {top}").format(top=TOP), _fields(map(told, SCORES.values())))
    asked_for = _fields(_(LISTS[field][0]) for field in ASKED[moment.activity.evaluates])
    written = headed(_("In your own words"), asked_for)
    return Projected(
        status=" · ".join((title(moment.activity), plural("{n} form is in", "{n} forms are in", kept))) if kept else "",
        giant=asked,
        items=(*scored, *written),
        shorter=scored,
    )


def _fields(names: Iterable[str]) -> list[Item]:
    """Fields of a form, each on a line of its own."""
    return [Item(unbroken(name)) for name in names]


ASKED_OF_ALL = {
    EvaluationKind.SESSION: N_("How was this session?"),
    EvaluationKind.INTERIM: N_("How is this network doing?"),
    EvaluationKind.FINAL: N_("How was this network?"),
}
"""What an evaluation asks that has no question of its own."""


def _aloud(moment: Moment) -> Projected:
    """The questions, each as large as the other; or over the promises, the work forms, with what the group says."""
    asked = tuple(map(question, questions(moment.state, moment.activity.id)))
    items: list[Item] = []
    for chapter in chapters(moment.state, moment.activity):
        if chapter.entries:
            items.append(Item(chapter.title, heading=True))
            items += map(_marked, chapter.entries)
    together = " ".join(asked)
    if items:
        return Projected(giant=together, items=tuple(items), level=True, apiece=True)
    return Projected(items=tuple(Item(each, style="$accent") for each in asked), asked=together)


def _marked(entry: Entry) -> Item:
    """With what the group says of it, if anything."""
    return Item(entry.text, BULLET) if entry.mark == "·" else Item(entry.text, entry.mark, style=entry.style)


def _opened(moment: Moment, asked: str) -> Projected:
    """Averages and how the scores are spread; nothing of what too few gave."""
    found = results(moment.state, moment.activity.id)
    status = " · ".join((asked, plural("{n} form", "{n} forms", found.forms)))
    if not found.scored:
        told_why = _("Fewer than {n} people gave a score.").format(n=ENOUGH)
        return Projected(status, told_why, style="$foreground", asked=asked)
    status = " · ".join((status, _("averages out of {top}").format(top=TOP)))
    return Projected(status, items=tuple(map(_scored, found.scored)), asked=asked)


def _scored(one: Scored) -> Item:
    """Its average, in front so that the averages stand under one another, and its spread."""
    marks = tuple(str(mark) for mark in range(TOP + 1))
    text = told(SCORES[one.field])
    return Item(text, number(one.average), short=text, drawing=Spread(one.distribution, marks), fact=True)
