"""What is still open as chapters, grouped in one of several ways and filtered by letters; and the life of one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from textual.content import Content

from data.i18n import N_, _, plural, told
from data.model import Decision, Engagement, Kept, Parked, Promise, Session, State, Status, Strand, say
from data.names import short_names
from data.report.names import Names
from data.text import fold
from data.verbs.agenda import coming_session
from data.verbs.network import people
from data.verbs.pending import STATUSES, Pending, carried_over, stands
from data.words import KEPT, PHASES, STRAND, STRANDS
from widgets.ledger import Chapter, Entry
from widgets.projected import BULLET, Item, Projected

MARKS: dict[Status, tuple[str, str]] = {
    Status.OPEN: ("○", "$muted"),
    Status.PLANNED: ("▸", "bold"),
    Status.TREATED: ("◐", "$muted"),
    Status.PARKED: ("=", "$muted"),
    Status.REOPENED: ("↺", "$attention"),
    Status.CLOSED: ("✓", "$success"),
    Status.DROPPED: ("×", "$muted"),
}

APART, CLOSER = 3, 2
"""Cells between two kinds, and in a heading where what the marks say fits on its line only so."""

FOR_EVERYBODY = frozenset({Strand.QUESTIONS, Strand.EXPECTATIONS, Strand.PARKED, Strand.THEMES, Strand.DECISIONS})
"""What the room reads large: never who still has to do something."""


class Grouping(StrEnum):
    """What the chapters are."""

    STRAND = "strand"
    STATUS = "status"
    SESSION = "session"
    PERSON = "person"


GROUPINGS = {
    Grouping.STRAND: N_("by kind"),
    Grouping.STATUS: N_("by status"),
    Grouping.SESSION: N_("by session"),
    Grouping.PERSON: N_("by person"),
}


@dataclass(frozen=True, slots=True)
class Sight:
    """What is looked at: one strand or (None) all, how grouped, with which letters, and closed ones too or not."""

    strand: Strand | None = None
    grouping: Grouping = Grouping.STRAND
    letters: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """What the network carries over, seen from a session; ``hidden`` while the room is watching.

    In a narrow window ``rows`` is how many of them stand below the kinds in one row each; elsewhere it is 0.
    """

    state: State
    session: Session
    sight: Sight
    hidden: bool
    rows: int = 0

    @property
    def folded(self) -> bool:
        """Whether the kinds stand in the headings alone, with their digits, so that more is in sight of each."""
        every = self.sight.grouping is Grouping.STRAND and self.sight.strand is None
        return every and 0 < self.rows < len(self.seen())

    @property
    def names(self) -> Names:
        """What people and sessions are called."""
        return Names.of(self.state)

    def who(self, each: Pending) -> list[str]:
        """Who it is of or for; what somebody still has to do is nobody's business while the room is watching."""
        if self.hidden and each.strand is Strand.ENGAGEMENTS:
            return []
        return [*self.names.all(each.who), *([each.named] if each.named else [])]

    def seen(self) -> list[Pending]:
        """What is in sight."""
        sight = self.sight
        return [
            each
            for each in carried_over(self.state)
            if (each.waits or sight.closed)
            and sight.strand in {None, each.strand}
            and (not sight.letters or self._has_letters(each))
        ]

    def _has_letters(self, each: Pending) -> bool:
        return fold(self.sight.letters) in fold(" ".join([each.text, *self.who(each)]))


def heading(overview: Overview, width: int) -> Content:
    """How much is open, and what of it is in sight; behind it or below it what the marks say, where that fits.

    Where it fits behind it only so, that is said shorter, and nothing of how they are grouped while that is by kind.
    """
    sight, seen = overview.sight, overview.seen()
    count = len(seen)
    many = f"{count} {_called(sight.strand, count)}" if sight.strand else plural("{n} point", "{n} points", count)
    letters = f"“{sight.letters}”" if sight.letters else ""
    grouped, closed = _(GROUPINGS[sight.grouping]), _("closed too") * sight.closed
    said, there = _said(APART, many, letters, grouped, closed), {each.status for each in seen}
    legend = _legend(there)
    short = _said(CLOSER, many, letters, grouped * (sight.grouping is not Grouping.STRAND), closed)
    for beside in (
        Content(" " * 2 * APART).join([said, legend]),
        Content(" " * APART).join([short, _legend(there, brief=True)]),
    ):
        if beside.cell_length <= width:
            return beside
    return Content("\n").join([said, legend]) if legend.cell_length <= width else said


def _said(behind: int, *facts: str) -> Content:
    """What is in sight of what is open, so many cells behind that it is."""
    return Content.assemble((_("Still open"), "bold"), (" " * behind + ", ".join(filter(None, facts)), "$muted"))


def _legend(there: Collection[Status], *, brief: bool = False) -> Content:
    """What the marks of these say; in ``brief`` without what all of them have in common: they are still open."""
    said = STATUSES | ({Status.TREATED: say("discussed")} if brief else {})
    every = [(mark, told(said[status])) for status, mark in MARKS.items() if status in there]
    between = " " * (CLOSER if brief else APART)
    return Content(between).join(Content.assemble(mark, (f" {words}", "$muted")) for mark, words in every)


def _called(strand: Strand, count: int) -> str:
    """What so many of a kind are called, behind their number."""
    return told(STRAND[strand] if count == 1 else STRANDS[strand]).lower()


def strands(overview: Overview, width: int) -> Content:
    """The digits that show one kind, with how many of each are open, in as few lines of at most so many cells.

    The lines are about as long as one another, so that no kind stands alone below the others.
    """
    every = [each for each in carried_over(overview.state) if each.waits or overview.sight.closed]
    parts = []
    for number, strand in enumerate(Strand, start=1):
        count = sum(each.strand is strand for each in every)
        chosen = overview.sight.strand is strand
        if count or chosen:
            style = "bold underline" if chosen else "$muted"
            parts.append(Content.assemble((f"{number} ", "$key"), (f"{told(STRANDS[strand])} {count}", style)))
    cells = [part.cell_length for part in parts]
    most = max(cells, default=0)
    few = len(_breaks(cells, width))
    narrowest = next((each for each in range(most, width) if len(_breaks(cells, each)) == few), width)
    begins = [*_breaks(cells, narrowest), len(parts)]
    lines = [Content(" " * APART).join(parts[begin:end]) for begin, end in pairwise(begins)]
    return Content("\n").join(lines)


def _breaks(cells: Sequence[int], width: int) -> list[int]:
    """The places at which lines of at most so many cells begin, with these parts beside one another."""
    begins: list[int] = []
    taken = 0
    for place, part in enumerate(cells):
        if begins and taken + APART + part <= width:
            taken += APART + part
        else:
            begins.append(place)
            taken = part
    return begins


def chapters(overview: Overview, *, brief: bool = False) -> list[Chapter]:
    """What is in sight, under its headings; in ``brief`` without what concerns each."""
    seen, made, folded = overview.seen(), list[Chapter](), overview.folded
    for title, items in _grouped(overview, seen):
        entries = tuple(_entry(overview, each, brief=brief) for each in items)
        note = str(len(entries))
        if folded and not made:
            note += " · " + _("{keys} shows one kind").format(keys=f"1-{len(Strand)}")
        made.append(Chapter(f"{_digit(items[0].strand)} {title}" if folded else title, entries, note))
    return made or [Chapter("", empty=_nothing(overview.sight))]


def _digit(strand: Strand) -> int:
    """The key that shows this kind alone."""
    return list(Strand).index(strand) + 1


def _nothing(sight: Sight) -> str:
    if sight.letters or sight.strand:
        return _("None of this is open. 0 shows everything.")
    return _("Nothing is open.")


def _grouped(overview: Overview, seen: Sequence[Pending]) -> Iterator[tuple[str, list[Pending]]]:
    keys: dict[Grouping, Callable[[Pending], list[str]]] = {
        Grouping.STRAND: lambda each: [told(STRANDS[each.strand])],
        Grouping.STATUS: lambda each: [told(STATUSES[each.status]).capitalize()],
        Grouping.SESSION: lambda each: [_("Session {n}").format(n=overview.names.number(each.session))],
        Grouping.PERSON: lambda each: overview.who(each)[:1] or [_("Nobody in particular")],
    }
    found: dict[str, list[Pending]] = {}
    for each in _in_order(overview, seen):
        for title in keys[overview.sight.grouping](each):
            found.setdefault(title, []).append(each)
    yield from found.items()


def _in_order(overview: Overview, seen: Sequence[Pending]) -> list[Pending]:
    """In the order of the headings that they get."""
    statuses, people = list(Status), list(overview.names.people)
    order: dict[Grouping, Callable[[Pending], int]] = {
        Grouping.STRAND: lambda _each: 0,
        Grouping.STATUS: lambda each: statuses.index(each.status),
        Grouping.SESSION: lambda each: overview.names.number(each.session),
        Grouping.PERSON: lambda each: people.index(each.who[0]) if each.who and each.who[0] in people else len(people),
    }
    return sorted(seen, key=order[overview.sight.grouping])


def _entry(overview: Overview, each: Pending, *, brief: bool) -> Entry:
    mark, style = MARKS[each.status]
    phase = ", ".join(told(PHASES[phase]) for phase in each.phases) if each.waits else ""
    since = _("open since session {n}").format(n=overview.names.number(each.session))
    how = since if each.status is Status.OPEN else _how(overview, each)
    aside = "" if brief else " · ".join(filter(None, (_shortly(overview, each), phase, how)))
    lead = told(STRAND[each.strand]) if overview.sight.grouping is not Grouping.STRAND and not brief else ""
    return Entry(each.id, each.text, lead, mark, style, aside, not each.waits, folds=True)


def _how(overview: Overview, each: Pending) -> str:
    """How it stands, in words."""
    return told(stands(overview.state, each, among_open=True))


def _shortly(overview: Overview, each: Pending) -> str:
    """Who it is of or for, in short names: one or two, or one and how many others."""
    if not overview.who(each):
        return ""
    shorts = short_names(people(overview.state))
    who = [*(shorts[id_] for id_ in each.who if id_ in shorts), *([each.named] if each.named else [])]
    if len(who) > 2:
        return f"{who[0]} +{len(who) - 1}"
    return ", ".join(who)


def life(overview: Overview, each: Pending | None, *, brief: bool = False) -> Content:
    """The life of one of them, in the order it was lived: who asked, and what became of it in which session.

    How it stands comes with it where its row says that in ``brief``, by a mark alone.
    """
    if each is None:
        return Content("")
    names, record = overview.names, each.record
    who = ", ".join(overview.who(each))
    steps = [_begun(each, who, names.number(each.session))]
    if isinstance(record, Decision):
        steps += [
            _("{phase}: session {n}").format(phase=told(PHASES[phase]), n=number)
            for phase, session in record.planned.items()
            if (number := names.session(session))
        ]
        return Content(" → ".join(steps))
    if isinstance(record, Parked) and record.why and not overview.hidden:
        steps.append(_("because {why}").format(why=record.why))
    if isinstance(record, Engagement) and record.due:
        steps.append(record.due)
    if isinstance(record, Promise):
        steps += [_check(kept, names.number(session)) for session, kept in record.checks.items()]
    if record.treated and each.status is not Status.TREATED and record.treated != record.closed:
        steps.append(_("discussed in session {n}").format(n=names.number(record.treated)))
    if record.reopened and record.closed and each.status is not Status.REOPENED:
        steps.append(_("reopened in session {n}").format(n=names.number(record.reopened)))
    if not each.waits:  # how an open one stands is told in its row
        steps.append(told(stands(overview.state, each)))
    elif brief and each.status is not Status.OPEN:
        steps.append(_how(overview, each))
    words = f"“{record.words}”" if record.words else ""
    return Content.assemble((" → ".join(filter(None, steps)), "$muted"), (f"  {words}", "$foreground"))


def _check(kept: Kept, number: int) -> str:
    return _("session {n}: {kept}").format(n=number, kept=told(KEPT[kept]))


def _begun(each: Pending, who: str, number: int) -> str:
    """What it is, of whom, and since when: the row stands by itself, away from the chosen one."""
    kind = told(STRAND[each.strand]).capitalize()
    if who:
        return _("{kind} · {who} · session {n}").format(kind=kind, who=who, n=number)
    return _("{kind} · session {n}").format(kind=kind, n=number)


def for_the_room(overview: Overview) -> Projected:
    """What is on the agenda of the session to come, and what is open besides, without a name or a reason.

    Where one kind is looked at, the room sees that kind.
    """
    coming = coming_session(overview.state, overview.session.id)
    only = overview.sight.strand
    kinds = [strand for strand in Strand if strand in FOR_EVERYBODY and only in {None, strand}]
    found = [each for each in carried_over(overview.state) if each.waits and each.strand in kinds]
    planned = [each for each in found if coming and each.planned == coming.id]
    agenda = _("On the agenda")
    parts = [(agenda, agenda, "", planned)]
    for kind in kinds:
        short = _("Parked") if kind is Strand.PARKED else ""
        besides = [one for one in found if one.strand is kind and one not in planned]
        parts.append((told(STRANDS[kind]), _called(kind, len(besides)).capitalize(), short, besides))
    items: list[Item] = []
    for title, _name, _short, each in parts:
        items += [Item(title, heading=True), *(Item(one.text, label=BULLET) for one in each)] if each else []
    return Projected(
        status=plural("{n} point still open", "{n} points still open", len(found)) if found else "",
        giant=_("What is still open?") if found else _("Nothing is open."),
        items=tuple(items),
        shorter=tuple(
            Item(name, str(len(each)), short=short, fact=True) for _title, name, short, each in parts if each
        ),
        legible=True,
    )
