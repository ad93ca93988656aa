"""What the room sees of a round table: who speaks, what is asked, what they said, and who comes next."""

from __future__ import annotations

from data.i18n import _, plural
from data.model import Participant, Question, QuestionKind
from data.names import full_names
from data.text import unbroken
from data.verbs.network import people
from data.verbs.round_table import said_in, turns
from screens.round_table.view import PROMPTS, coming
from screens.shell.room import Moment
from screens.shell.standing import title
from widgets.projected import Item, Projected


def projected(moment: Moment) -> Projected:
    """Who has the floor; the prompt is that of the last line of whoever has it."""
    said = _said(moment)
    return asking(moment, said[-1].kind if said else QuestionKind.QUESTION)


def asking(moment: Moment, kind: QuestionKind) -> Projected:
    """Who has the floor, while this kind of line is asked for."""
    state, table = moment.state, moment.activity
    going = turns(state, table.id)
    speaker = state.find(Participant, table.speaking)
    question = table.question or _(PROMPTS[kind])
    heard = plural("{n} heard", "{n} heard", len(going.heard)) if going.heard else ""
    after = coming(people(state), going.to_come, begun=bool(speaker or going.heard))
    asked = () if speaker or table.question else tuple(Item(_(PROMPTS[one])) for one in PROMPTS if one is not kind)
    said = tuple(Item(one.text) for one in _said(moment))
    return Projected(
        status=" · ".join(filter(None, (title(table), heard))),
        giant=unbroken(full_names(people(state))[speaker.id]) if speaker else question,
        lead=question if speaker else "",
        items=(*asked, *said, *((Item(after, style="$muted"),) if after else ())),
        asked=question,
    )


def _said(moment: Moment) -> list[Question]:
    """What whoever has the floor said in this session."""
    speaker = moment.activity.speaking
    return [one for one in said_in(moment.state, moment.session.id) if speaker and one.participant == speaker]
