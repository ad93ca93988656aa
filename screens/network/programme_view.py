"""How the programme is drawn: its heading, a row for each activity, what waits beside it, and the next step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from rich.cells import cell_len
from textual.content import Content

from data.i18n import _, clock, day, plural
from data.methods.agenda import Slot, SlotState, Timetable
from data.model import Decision, DecisionStatus, Session, SessionStatus, State
from data.verbs.agreements import to_do
from data.verbs.network import session_after
from data.verbs.parked import waiting
from data.verbs.round_table import open_questions
from screens.network.harvest import harvest
from screens.shell.standing import share_left, title
from widgets.air import threes
from widgets.keys import place_key
from widgets.wrapping import hanging, wrapped

MARKS = {SlotState.DONE: ("✓", "$success"), SlotState.NOW: ("▸", "bold $accent"), SlotState.TO_COME: (" ", "")}
BARS = {SlotState.DONE: "$success", SlotState.NOW: "$accent", SlotState.TO_COME: "$muted"}

LONGEST = {100: 40, 90: 24, 0: 12}
"""The bar of the longest activity, in cells, in a list that is wider than so many."""
SHORTEST = 6
"""The same where what came of an activity would be cut."""

WORDS = 30
"""Cells that what came of an activity may ask of its bar; more is cut where there is no room."""

BEFORE = 21
"""Cells of a row beside its name, its bar and what came of it: number, mark, hour and minutes."""

BELOW = 12
"""Cells before a question that stands below the name of its activity."""

BESIDE = {150: 56, 0: 36}
"""Cells of what stands beside the list in a page that is wider than so many."""

FRAME = 5
"""Cells of its rule and the air around it."""

SHOWN = 4
"""So many parked points are told in words."""


AIR = 2
"""Lines that the class ``-roomy`` takes of a small terminal: above and below the heading."""

LONG = 100
"""From so many minutes behind on, hours say enough."""
ANOTHER_DAY = 12 * 60
"""Minutes: who is so far behind or ahead holds the session on another day than was planned."""


def heading(session: Session, table: Timetable, width: int, *, pace: bool) -> Content:
    """Which session this is, when and where, and with ``pace`` how far it is behind or ahead; whole facts or none."""
    name = (session.title or _("Session {n}").format(n=session.number), "bold $foreground")
    ends = [_("until {time}").format(time=clock(table.ends))] if table.ends else []
    late = [_late(table.late)] if pace and 2 <= abs(table.late) < ANOTHER_DAY else []
    when = day(session.date, year=True) if session.date else ""
    for facts in ((when, session.place, *ends, *late), (when, *ends, *late), (*ends, *late)):
        drawn = Content.assemble(name, ("   " + " · ".join(filter(None, facts)), "$muted"))
        if drawn.cell_length <= width:
            return drawn
    return Content.assemble(name)


def rows(state: State, table: Timetable, width: int, height: int, now: datetime) -> list[tuple[str, Content]]:
    """The id and the row of each activity, in so many cells: when, what, how long as a bar, and what came of it.

    Its question stands there until something came of it, or below where so many lines leave room for that. What is too
    long goes on below itself, as long as the lines last: what came of an activity first.
    """
    tall = sum(3 if slot.activity.question else 2 for slot in table.slots)
    airy = height >= tall
    blanks = 2 if height >= tall + len(table.slots) else 1
    tall += (blanks - 1) * len(table.slots)
    names = max((cell_len(title(slot.activity)) for slot in table.slots), default=0) + 2
    longest = max((slot.activity.minutes for slot in table.slots), default=0) or 1
    came = {slot.activity.id: harvest(state, slot.activity) for slot in table.slots}
    told = max((cell_len(said) for said in came.values()), default=0)
    fits = (cells for wider, cells in LONGEST.items() if width > wider)
    room = next((cells for cells in fits if width >= BEFORE + names + cells + min(told, WORDS)), SHORTEST)
    said = {id_: Content(words) for id_, words in came.items()}
    if not airy:
        asked = {slot.activity.id: Content.styled(slot.activity.question, "$muted italic") for slot in table.slots}
        said = {id_: words if words.plain else asked[id_] for id_, words in said.items()}
    first = [id_ for id_ in said if came[id_]] + [id_ for id_ in said if not came[id_]]
    wanted = {id_: len(wrapped(said[id_], width - BEFORE - names - room)) for id_ in first}
    folded = {id_: 1 + len(wrapped(said[id_], width - BELOW)) for id_, high in wanted.items() if high > 1}
    wanted = {id_: high if came[id_] else folded.get(id_, high) for id_, high in wanted.items()}
    spare = height - (tall if airy else len(said))
    lines = _shared_out(wanted, spare)
    below = _below(table, width, spare - sum(lines.values()) + len(lines)) if airy else {}
    drawn = []
    for number, slot in enumerate(table.slots, start=1):
        mark, style = MARKS[slot.state]
        name = title(slot.activity)
        length = max(1, round(room * slot.activity.minutes / longest)) if slot.activity.minutes else 0
        lead = Content.assemble(
            (f"{place_key(number):>2} ", "$muted"),
            (f"{mark} ", style),
            (f"{clock(slot.expected)}  ", "$muted"),
            (name + " " * (names - cell_len(name)), "bold $accent" if slot.state is SlotState.NOW else ""),
            *_bar(slot, length, now),
            (" " * (room - length) + f"{slot.activity.minutes:>4}'   ", "$muted"),
        )
        id_ = slot.activity.id
        if lines[id_] > 1 and not came[id_]:  # a question has the whole width below its name
            row = Content("\n").join([lead, *hanging(Content(" " * BELOW), said[id_], width, lines[id_] - 1)])
        else:
            row = Content("\n").join(hanging(lead, said[id_], width, lines[id_]))
        if airy:
            row = Content("\n").join([row, *below[id_], *[Content()] * blanks])
        drawn.append((slot.activity.id, row))
    return drawn if airy else _parted(drawn, height - AIR - 1)  # what is open stands free below


def _parted(drawn: list[tuple[str, Content]], height: int) -> list[tuple[str, Content]]:
    """The rows with air behind every third, where they are in sight with it in so many lines."""
    parts = threes(len(drawn))
    if sum(row.plain.count("\n") + 1 for _id, row in drawn) + len(parts) > height:
        return drawn
    return [(id_, row + "\n" if place in parts else row) for place, (id_, row) in enumerate(drawn, start=1)]


def _below(table: Timetable, width: int, spare: int) -> dict[str, list[Content]]:
    """The question of each activity, to stand below its name; one that is long folds where lines are to spare."""
    asked = {slot.activity.id: Content.styled(slot.activity.question, "$muted italic") for slot in table.slots}
    most = _shared_out({id_: len(wrapped(words, width - BELOW)) for id_, words in asked.items()}, spare)
    blank = Content(" " * BELOW)
    return {id_: hanging(blank, words, width, most[id_]) if words.plain else [] for id_, words in asked.items()}


def _shared_out(wanted: Mapping[str, int], spare: int) -> dict[str, int]:
    """How many lines each gets of those it wants: one, and more for the first as long as there are lines to spare."""
    given = {}
    for id_, lines in wanted.items():
        given[id_] = max(1, min(lines, 1 + spare))
        spare -= given[id_] - 1
    return given


def _bar(slot: Slot, length: int, now: datetime) -> list[tuple[str, str]]:
    """So many cells for its minutes: whole when it is done, what is left of it while it goes on."""
    share = share_left(slot.activity, now) if slot.state is SlotState.NOW else 1.0
    bright = round(length * share)
    line = "─" if slot.state is SlotState.TO_COME else "━"
    return [(line * bright, BARS[slot.state]), ("─" * (length - bright), "$rest")]


def next_step(session: Session, table: Timetable) -> Content:
    """What to do next, in one sentence with its key."""
    if session.status is SessionStatus.CLOSED:
        return Content(_("This session is closed; its summary is in its Closing activity."))
    if table.next is None:
        told = _("Nothing is left to start: the Closing activity ends the session.") if table.slots else ""
        return Content(told or _("The programme is empty: add an activity with a."))
    step, key = _("{key} starts {title}, at {time}, {n} minutes"), ("n", "bold $key")
    before, after = step.split("{key}")
    coming = table.next
    minutes = coming.activity.minutes
    facts = {"title": title(coming.activity), "time": clock(coming.expected), "n": minutes}
    return Content.assemble(before.format(**facts), key, after.format(**facts))


def beside_of(width: int) -> int:
    """The cells of what stands beside the list in a page of this width."""
    return next(cells for wider, cells in BESIDE.items() if width > wider)


def beside(state: State, session: Session, width: int, height: int) -> Content:
    """What is still open, what is parked and what comes, each under its heading, in so many cells.

    In so many lines: where they are there, a heading has air of its own.
    """
    parked, coming = waiting(state), session_after(state, session.id)
    points = [f"· {point.text}" for point in parked[:SHOWN]]
    if len(parked) > SHOWN:
        points.append(_("and {n} more").format(n=len(parked) - SHOWN))
    chapters = (
        (_("Still open"), "o", _open(state)),
        (_("Parked"), "F4", points),
        (_("Next session"), "→" if coming else "", _coming(coming) if coming else []),
    )
    blocks = []
    for name, key, lines in chapters:
        top = Content.assemble((f"{key} " if key else "", "bold $key"), (name, "bold"))
        told = lines or [_("nothing")]
        blocks.append((top, [row for line in told for row in _point(line, width - FRAME)]))
    airy = _below_one_another(blocks, 2)
    return airy if airy.plain.count("\n") < height else _below_one_another(blocks, 1)


def _below_one_another(blocks: Iterable[tuple[Content, list[Content]]], apart: int) -> Content:
    """Each below its heading, with so many blank lines between two of them and one less below a heading."""
    air = [Content()] * (apart - 1)
    return Content("\n" * (apart + 1)).join(Content("\n").join([top, *air, *rows]) for top, rows in blocks)


def _point(line: str, width: int) -> list[Content]:
    """A line of what stands beside the list; a point goes on below its text."""
    mark, text = (line[:2], line[2:]) if line[:2] in ("· ", "? ") else ("", line)
    return hanging(Content.styled(mark, "$muted"), Content.styled(text, "$muted"), width)


def _coming(session: Session) -> list[str]:
    """When and where it is, and its themes."""
    facts = (day(session.date) if session.date else "", session.starts, session.place)
    return [" · ".join(filter(None, facts)) or _("no date yet"), *(f"· {theme}" for theme in session.themes)]


def in_short(state: State) -> Content:
    """What is still open in one line, where there is no room beside the list."""
    counts = [line for line in _open(state) if not line.startswith("?")]
    parked = len(waiting(state))
    counts += [plural("{n} parked point", "{n} parked points", parked)] if parked else []
    return Content.assemble(
        ("o ", "bold $key"), (_("Still open"), "bold"), ("   " + (" · ".join(counts) or _("nothing")), "$muted")
    )


def _open(state: State) -> list[str]:
    """How many questions and agreements are open, and the decisions that are."""
    questions, actions = len(open_questions(state)), len(to_do(state))
    decisions = state.where(Decision, lambda decision: decision.status is DecisionStatus.OPEN)
    return [
        *([plural("{n} question", "{n} questions", questions)] if questions else []),
        *([plural("{n} agreement to keep", "{n} agreements to keep", actions)] if actions else []),
        *(f"? {decision.question}" for decision in decisions),
    ]


def _late(minutes: int) -> str:
    if minutes >= LONG:
        return plural("{n} hour behind", "{n} hours behind", minutes // 60)
    if minutes > 0:
        return plural("{n} minute behind", "{n} minutes behind", minutes)
    return plural("{n} minute ahead", "{n} minutes ahead", -minutes)
