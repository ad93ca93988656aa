"""What the room sees of a brainstorm: the question and what came of it, or how far the small groups, the hands are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from data.i18n import _, plural
from data.methods.subgroups import strays
from data.model import Activity, Cluster, Note
from data.names import short_names
from data.text import times, unbroken
from data.verbs import clock
from data.verbs.brainstorm.noting import WEIGHED, Arranged, arranged
from data.verbs.check_in import headcount, present
from data.verbs.network import people
from screens.shell.room import Moment
from screens.shell.standing import title
from widgets.board_layout import Column
from widgets.countdown import Time
from widgets.projected import Bar, Item, Projected, Squares

COLOURS = 5
"""Of clusters; then they begin again."""

NEWEST = 8
"""Post-its that are shown of more than can be."""

HIGH = 4
"""From this mark on something is feasible, or valuable."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What a window does on the board.

    It may revive the group with a question, weigh, poll (the id of the cluster that is asked, empty after the last),
    or show how the post-its could be grouped.
    """

    revives: str = ""
    weighs: bool = False
    polls: str | None = None
    groups: tuple[Column, ...] = ()


def projected(moment: Moment) -> Projected:
    """The board, or the small groups at work."""
    return view(moment, Doing())


def view(moment: Moment, doing: Doing) -> Projected:
    """What is seen while a window does this."""
    storm, found = moment.activity, arranged(moment.state, moment.activity.id)
    if doing.weighs:
        return _weighed(storm, found)
    if doing.polls is not None:
        return _polled(moment, found, doing.polls)
    if doing.groups:
        return Projected(_("A possible grouping; nothing has been moved."), _asked(storm), items=_grouped(doing.groups))
    if storm.subgroups and (not found.notes or _at_work(moment)):
        return _in_groups(moment, found, doing.revives)
    counted = any(cluster.hands is not None for cluster, _notes in found.clusters)
    return Projected(
        status=_asked(storm) if doing.revives else _("What do we take forward?") if counted else "",
        giant=doing.revives or _asked(storm),
        items=_board(found),
        shorter=_counted(found),
        legible=bool(found.clusters),
    )


def _asked(storm: Activity) -> str:
    return storm.question or title(storm)


# -- the board


def _board(found: Arranged) -> tuple[Item, ...]:
    """Every post-it, under the title of its cluster."""
    items: list[Item] = []
    for number, (cluster, notes) in enumerate(found.clusters, start=1):
        items += [_titled(number, cluster, ""), *(_written(note, _colour(number)) for note in notes)]
    if found.loose and found.clusters:
        items.append(Item(_("Loose"), heading=True))
    return (*items, *map(_written, found.loose))


def _written(note: Note, edge: str = "") -> Item:
    return Item(note.text, aside=times(note.weight + 1), edge=edge)


def _grouped(columns: Sequence[Column]) -> tuple[Item, ...]:
    """A board as it could be: what is only proposed is quiet."""
    items: list[Item] = []
    for column in columns:
        colour = _colour(column.number) if column.number else ""
        items.append(Item(column.title, heading=True, style=colour, edge=colour))
        items += [
            Item(card.text, aside=card.tail, style="$muted" if card.proposed else "", edge=colour)
            for card in column.cards
        ]
    return tuple(items)


def _counted(found: Arranged) -> tuple[Item, ...]:
    """The titles with how many post-its they have; where there are none, the newest post-its."""
    loose = len(found.loose)
    if not found.clusters:
        newest = islice(reversed(found.loose), NEWEST)
        told = plural("{n} post-it, newest first", "{n} post-its, newest first", loose)
        return (Item(told, heading=True), *map(_written, newest))
    items = [
        _titled(number, cluster, _post_its(len(notes)))
        for number, (cluster, notes) in enumerate(found.clusters, start=1)
    ]
    return (*items, *((Item(_("Loose"), aside=_post_its(loose), style="$muted"),) if loose else ()))


def _post_its(count: int) -> str:
    return plural("{n} post-it", "{n} post-its", count)


def _titled(number: int, cluster: Cluster, behind: str) -> Item:
    """The title of a cluster; without anything behind it, it stands above its post-its.

    Once hands went up for it these are what counts, and how many post-its it has is not told beside them.
    """
    hands = None
    if cluster.hands is not None and cluster.base:
        hands = Bar(cluster.hands, cluster.base, _("{n} of {base}").format(n=cluster.hands, base=cluster.base))
    colour = _colour(number)
    said = "" if hands else behind
    return Item(cluster.title, aside=said, style=colour, heading=not behind, drawing=hands, edge=colour)


def _colour(number: int) -> str:
    return f"$cluster-{(number - 1) % COLOURS + 1}"


# -- the small groups


def _at_work(moment: Moment) -> bool:
    """Whether the small groups have time left; when it is over, what they bring is read on the board."""
    running = moment.activity.countdown
    return running is not None and (clock.paused(running) or clock.left(running, moment.now) > 0)


def _in_groups(moment: Moment, found: Arranged, reviving: str) -> Projected:
    """Who sits together and how long they have, also while post-its come in."""
    storm, names = moment.activity, short_names(people(moment.state))
    asked = reviving or _asked(storm)
    gone, _new = strays(storm.subgroups, [who.id for who in present(moment.state, storm.session)])
    seated = [[who for who in group if who not in gone] for group in storm.subgroups]
    rows = [" · ".join(unbroken(names.get(who, "…")) for who in group) for group in seated]
    groups = tuple(Item(text, str(number)) for number, text in enumerate(rows, start=1))
    if storm.countdown is None:
        return Projected(giant=asked, items=(Item(_("Small groups"), heading=True), *groups))
    stands = clock.paused(storm.countdown)
    time = Time(round(clock.left(storm.countdown, moment.now)), storm.countdown.total, stands)
    return Projected(
        status=" · ".join((title(storm), _post_its(len(found.notes)))) if found.notes else "",
        giant=str(time),
        style=time.style,
        lead=asked,
        left=time.share,
        items=groups,
        beside=True,
        asked=asked,
    )


# -- hands


def _polled(moment: Moment, found: Arranged, asked: str) -> Projected:
    """The hands for each cluster, on one scale; the one that is asked now stands out."""
    here = headcount(moment.state, moment.activity.session)
    items = tuple(
        _hands(number, cluster, here, now=cluster.id == asked)
        for number, (cluster, _notes) in enumerate(found.clusters, start=1)
    )
    return Projected(
        giant=_("What do we take forward?"), style="$foreground", items=items, asked=_asked(moment.activity)
    )


def _hands(number: int, cluster: Cluster, here: int, *, now: bool) -> Item:
    of = cluster.base or here
    said = "–" if cluster.hands is None else _("{n} of {base}").format(n=cluster.hands, base=of)
    bar = Bar(cluster.hands or 0, of, said, "$accent" if now else "$success")
    return Item(cluster.title, str(number), drawing=bar, now=now)


# -- weighing


def _weighed(storm: Activity, found: Arranged) -> Projected:
    """How many post-its there are of each feasibility and value, and with which to begin."""
    notes, marks = found.notes, range(WEIGHED[0], WEIGHED[1] + 1)
    counts = tuple(tuple(sum((n.feasibility, n.value) == (f, v) for n in notes) for f in marks) for v in marks)
    first = [note for note in notes if (note.feasibility or 0) >= HIGH and (note.value or 0) >= HIGH]
    weighed = sum(map(sum, counts))
    return Projected(
        status=_("{n} of {total} weighed.").format(n=weighed, total=len(notes)),
        squares=Squares(counts, _("value for the goal"), _("feasible with our resources"), HIGH),
        items=_begin(first),
        shorter=(Item(_("Feasible and valuable: {n}. Start there.").format(n=len(first))),),
        beside=True,
        asked=_asked(storm),
    )


def _begin(first: Sequence[Note]) -> tuple[Item, ...]:
    if not first:
        return (Item(_("Nothing is both feasible and valuable yet."), style="$muted"),)
    best = sorted(first, key=lambda note: -(note.feasibility or 0) * (note.value or 0))
    return (Item(_("Start here"), heading=True, style="$success"), *map(_written, best))
