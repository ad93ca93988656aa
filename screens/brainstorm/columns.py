"""A brainstorm as columns of cards, each made anew only when its note changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.i18n import N_, _, clock, plural
from data.model import Cluster, Note
from data.text import fold, times
from data.verbs.brainstorm.board import AGENDA, DECISION, PARKING
from data.verbs.brainstorm.noting import Arranged
from widgets.board_layout import Card, Column, Look

BIN, LOOSE = "bin", ""
"""The ids of the two columns that are no cluster."""

SEPARATOR = " · "
"""What stands between two facts."""


@dataclass(frozen=True, slots=True)
class Advice:
    """Where a loose note could go: in words, and how sure that is in dots, 1 to 4."""

    words: str = ""
    sure: int = 0


@dataclass(frozen=True, slots=True)
class Showing:
    """What of a board is shown, and how."""

    filter: str = ""
    bin: bool = False
    weighing: bool = False
    attribution: str = "off"
    names: Mapping[str, str] = field(default_factory=dict)
    advice: Mapping[str, Advice] = field(default_factory=dict)


class Cards:
    """Notes as cards."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Note, tuple[object, ...], Card]] = {}

    def card(self, note: Note, showing: Showing) -> Card:
        """The card of a note; the same one as long as nothing of it changed."""
        advice = showing.advice.get(note.id, _NONE)
        manner = (advice, showing.weighing)
        old = self._made.get(note.id)
        if old and old[0] is note and old[1] == manner:
            return old[2]
        tail = _weighed(note) if showing.weighing else times(note.weight + 1)
        made = Card(note.id, note.text, tail, advice.words, advice.sure)
        self._made[note.id] = (note, manner, made)
        return made

    def columns(self, found: Arranged, showing: Showing) -> list[Column]:
        """The clusters, the loose notes, and the bin when it is shown."""
        columns = [
            Column(
                cluster.id,
                cluster.title,
                self._row(notes, showing),
                number,
                tails=standing(cluster),
                share=share(cluster),
            )
            for number, (cluster, notes) in enumerate(found.clusters, start=1)
        ]
        if found.loose:
            columns.append(Column(LOOSE, _("Loose"), self._row(found.loose, showing), look=Look.LOOSE))
        if showing.bin:
            columns.append(Column(BIN, _("Bin"), self._row(found.binned, showing), look=Look.BIN))
        return columns

    def _row(self, notes: Sequence[Note], showing: Showing) -> tuple[Card, ...]:
        wanted = fold(showing.filter)
        return tuple(self.card(note, showing) for note in notes if not wanted or wanted in fold(note.text))


_NONE = Advice()


def _weighed(note: Note) -> str:
    """How it was weighed, in words; nothing while it was not."""
    if note.feasibility is None or note.value is None:
        return ""
    return _("feasible {f}, valuable {v}").format(f=note.feasibility, v=note.value)


def details(note: Note, showing: Showing) -> str:
    """What is told of a note while it is selected: whose it is as far as that is kept, when, and how it was weighed."""
    parts = []
    if note.subgroup and showing.attribution != "off":
        parts.append(_("group {n}").format(n=note.subgroup))
    if note.participant and showing.attribution == "optional":
        parts.append(showing.names.get(note.participant, ""))
    if note.at:
        parts.append(clock(note.at))
    if note.weight:
        same = plural("{n} other said the same", "{n} others said the same", note.weight)
        parts.append(f"{times(note.weight + 1)}: {same}")
    if note.feasibility is not None and note.value is not None:
        parts.append(_weighed(note))
    return SEPARATOR.join(filter(None, parts))


def standing(cluster: Cluster) -> tuple[str, ...]:
    """How a cluster stands, the longest first: the hands for it and what they are for, and where it was sent.

    Also the shortest says what was counted.
    """
    sent = ["→ " + _(SENT[cluster.sent])] if cluster.sent in SENT else []
    if cluster.hands is None:
        return tuple(sent)
    count = _("{n} of {base}").format(n=cluster.hands, base=cluster.base)
    wants = plural("wants to continue", "want to continue", cluster.hands)
    counted = _("{n} of {base} hands").format(n=cluster.hands, base=cluster.base)
    short = _("{n}/{base} hands").format(n=cluster.hands, base=cluster.base)
    return tuple("  ".join([told, *sent]) for told in (f"{count} {wants}", counted, short))


def share(cluster: Cluster) -> float | None:
    """Which part of those present raised a hand for a cluster; nothing while none were counted."""
    return min(1.0, cluster.hands / cluster.base) if cluster.hands is not None and cluster.base else None


SENT = {PARKING: N_("parking lot"), AGENDA: N_("agenda"), DECISION: N_("decision")}
"""Message ids of where a cluster can be sent."""
