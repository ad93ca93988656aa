"""How the programme is drawn: its heading, a row for each activity, and what is still open."""

from __future__ import annotations

from textual.content import Content

from data.i18n import _, clock, day, plural
from data.methods.agenda import SlotState, Timetable
from data.model import Decision, DecisionStatus, Session, State
from data.verbs.agreements import to_do
from data.verbs.parked import waiting
from data.verbs.round_table import open_questions
from screens.shell.standing import title

MARKS = {SlotState.DONE: ("✓", "$success"), SlotState.NOW: ("▸", "bold $accent"), SlotState.TO_COME: (" ", "")}


def heading(session: Session, table: Timetable, *, pace: bool) -> Content:
    """Which session this is, when and where, and with ``pace`` how far it is behind or ahead."""
    parts = [(session.title or _("Session {n}").format(n=session.number), "bold $accent")]
    facts = [day(session.date, year=True) if session.date else "", session.place]
    if table.ends:
        facts.append(_("until {time}").format(time=clock(table.ends)))
    if pace and abs(table.late) >= 2:
        facts.append(_late(table.late))
    return Content.assemble(*parts, ("   " + " · ".join(filter(None, facts)), "$muted"))


def rows(table: Timetable, width: int) -> list[tuple[str, Content]]:
    """The id and the row of each activity, in so many cells."""
    longest = max((len(title(slot.activity)) for slot in table.slots), default=0) + 2
    drawn = []
    for number, slot in enumerate(table.slots, start=1):
        mark, style = MARKS[slot.state]
        name = "bold $accent" if slot.state is SlotState.NOW else ""
        row = Content.assemble(
            (f"{number if number < 10 else ' ':>2} ", "$muted"),
            (f"{mark} ", style),
            (f"{clock(slot.expected)}  ", "$muted"),
            (title(slot.activity).ljust(longest), name),
            (f"{slot.activity.minutes:>3}'  ", "$muted"),
            (slot.activity.question, "$muted italic"),
        )
        drawn.append((slot.activity.id, row.truncate(width, ellipsis=True)))
    return drawn


def still_open(state: State) -> Content:
    """How many questions, agreements and parked points are open, and the decisions that are."""
    questions = open_questions(state)
    actions, parked = to_do(state), waiting(state)
    counts = [
        plural("{n} question still open", "{n} questions still open", len(questions)) if questions else "",
        plural("{n} agreement to keep", "{n} agreements to keep", len(actions)) if actions else "",
        plural("{n} parked point", "{n} parked points", len(parked)) if parked else "",
    ]
    decisions = state.where(Decision, lambda decision: decision.status is DecisionStatus.OPEN)
    head = Content.assemble((_("Still open") + "   ", "bold"), (" · ".join(filter(None, counts)), "$muted"))
    asked = [Content.assemble(("  ? ", "$accent"), Content(f"{decision.question}")) for decision in decisions]
    return Content("\n").join([head, *asked])


def _late(minutes: int) -> str:
    if minutes > 0:
        return plural("{n} minute behind", "{n} minutes behind", minutes)
    return plural("{n} minute ahead", "{n} minutes ahead", -minutes)
