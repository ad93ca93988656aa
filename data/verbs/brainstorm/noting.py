"""Brainstorm: what is read out is captured, one note a line; ``board`` arranges the notes in clusters."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from data.model import (
    Activity,
    ActivityKind,
    Change,
    Cluster,
    Note,
    Participant,
    Record,
    Refused,
    Session,
    Stamp,
    State,
    say,
)
from data.text import PASTE_LINES, fold, line
from data.verbs.given import kept_lines, needed
from data.verbs.programme import add_activity, of_kind

ATTRIBUTIONS = ("off", "optional", "subgroup")
"""Whether a note says whose it is."""

TITLE_LIMIT = 200
"""The longest title of a cluster, in characters."""

WEIGHED = 1, 5
"""The lowest and highest feasibility and value."""


def notes(state: State, activity: str) -> list[Note]:
    """The notes on the board, oldest first, without those in the bin."""
    return state.where(Note, lambda note: note.activity == activity and not note.binned)


def binned(state: State, activity: str) -> list[Note]:
    """The notes in the bin."""
    return state.where(Note, lambda note: note.activity == activity and note.binned)


def clusters(state: State, activity: str) -> list[Cluster]:
    """The clusters in their order on the board."""
    found = state.where(Cluster, lambda cluster: cluster.activity == activity)
    return sorted(found, key=lambda cluster: cluster.position)


def notes_in(state: State, activity: str, cluster: str | None) -> list[Note]:
    """The notes of one cluster in their order, or the loose ones (None)."""
    known = {c.id for c in clusters(state, activity)}
    where = [note for note in notes(state, activity) if (note.cluster if note.cluster in known else None) == cluster]
    return sorted(where, key=lambda note: note.position)


@dataclass(frozen=True, slots=True)
class Arranged:
    """A board: its clusters in order, each with its notes in order, the loose notes, and those in the bin."""

    clusters: tuple[tuple[Cluster, tuple[Note, ...]], ...] = ()
    loose: tuple[Note, ...] = ()
    binned: tuple[Note, ...] = ()

    @property
    def notes(self) -> list[Note]:
        """Every note that is not in the bin, cluster by cluster and then the loose ones."""
        return [note for _, notes in self.clusters for note in notes] + list(self.loose)


def arranged(state: State, activity: str) -> Arranged:
    """The whole board, found in one pass."""
    order = clusters(state, activity)
    placed: dict[str, list[Note]] = {cluster.id: [] for cluster in order}
    loose: list[Note] = []
    gone: list[Note] = []
    for note in state.all(Note):
        if note.activity == activity:
            (gone if note.binned else placed.get(note.cluster or "", loose)).append(note)
    for row in (*placed.values(), loose):
        row.sort(key=lambda note: note.position)
    return Arranged(tuple((cluster, tuple(placed[cluster.id])) for cluster in order), tuple(loose), tuple(gone))


def alike(state: State, activity: str, text: str) -> Note | None:
    """A note on the board that says the same, letter for letter but for case and accents."""
    typed = fold(text)
    return next((note for note in notes(state, activity) if typed and fold(note.text) == typed), None)


def cluster_titled(state: State, activity: str, title: str) -> Cluster | None:
    """The cluster with this title, whatever its case and accents."""
    return next((c for c in clusters(state, activity) if fold(c.title) == fold(title)), None)


def ensure_brainstorm(state: State, at: Stamp, *, session: str) -> Change:
    """Give a session a brainstorm if it has none; ``brainstorm_of`` then finds it."""
    if brainstorm_of(state, session):
        return Change(say("Brainstorm added"))
    added = add_activity(state, at, session=session, kind=ActivityKind.BRAINSTORM)
    return Change(say("Brainstorm added"), puts=added.puts)


def brainstorm_of(state: State, session: str) -> Activity | None:
    """The brainstorm one captures into: the running one, else the last that began, else the first."""
    found = of_kind(state, session, ActivityKind.BRAINSTORM)
    now = state.get(Session, session).now
    running = [activity for activity in found if activity.id == now]
    begun = sorted((activity for activity in found if activity.started), key=lambda activity: activity.started)
    return next(iter(running or begun[-1:] or found), None)


def set_attribution(state: State, at: Stamp, *, activity: str, attribution: str) -> Change:
    """Choose whether notes say whose they are: off, optional or by subgroup."""
    if attribution not in ATTRIBUTIONS:
        raise Refused(say("Choose off, optional or by subgroup."))
    return Change(say("Attribution set"), puts=(replace(state.get(Activity, activity), attribution=attribution),))


def set_subgroups(state: State, at: Stamp, *, activity: str, subgroups: Sequence[Sequence[str]]) -> Change:
    """Split the group in small groups of participants (ids); none of them puts all together again."""
    members = [state.get(Participant, who).id for group in subgroups for who in group]
    if len(set(members)) < len(members):
        raise Refused(say("Everybody belongs to just one small group."))
    split = tuple(tuple(group) for group in subgroups if group)
    return Change(say("Small groups made"), puts=(replace(state.get(Activity, activity), subgroups=split),))


def join_subgroup(state: State, at: Stamp, *, activity: str, participant: str, group: int) -> Change:
    """Let somebody go to another small group (counted from 0); the groups keep their numbers.

    Raises:
        Refused: there is no such group, or that is where this person is.
    """
    item, who = state.get(Activity, activity), state.get(Participant, participant)
    if not 0 <= group < len(item.subgroups):
        raise Refused(say("There is no such small group."))
    if who.id in item.subgroups[group]:
        raise Refused(say("{name} is in group {n} already.", name=who.name, n=group + 1))
    groups = [tuple(each for each in members if each != who.id) for members in item.subgroups]
    groups[group] = (*groups[group], who.id)
    label = say("{name} is in group {n}", name=who.name, n=group + 1)
    return Change(label, puts=(replace(item, subgroups=tuple(groups)),))


def capture(
    state: State,
    at: Stamp,
    *,
    activity: str,
    text: str,
    cluster: str | None = None,
    participant: str | None = None,
    subgroup: int | None = None,
) -> Change:
    """Keep one note; its id is that of the first record of the change.

    ``cluster`` is the id of a cluster or a title; a title that is not there yet makes a new cluster.
    """
    kept = needed(text, say("Type an idea."))
    puts = _captured(state, at, activity, [kept], cluster=cluster, participant=participant, subgroup=subgroup)
    return Change(say("Post-it added"), puts=puts)


def capture_many(
    state: State,
    at: Stamp,
    *,
    activity: str,
    texts: Sequence[str],
    cluster: str | None = None,
    participant: str | None = None,
    subgroup: int | None = None,
) -> Change:
    """Keep many notes at once, such as the lines of a paste, in their order; empty lines are left out."""
    kept = kept_lines(texts)
    if not kept:
        raise Refused(say("There is no line to add."))
    if len(kept) > PASTE_LINES:
        raise Refused(say("At most {most} lines at once: paste the rest afterwards.", most=PASTE_LINES))
    puts = _captured(state, at, activity, kept, cluster=cluster, participant=participant, subgroup=subgroup)
    return Change(say("{n} post-its added", n=len(kept)) if len(kept) > 1 else say("Post-it added"), puts=puts)


def _captured(
    state: State,
    at: Stamp,
    activity: str,
    texts: Sequence[str],
    *,
    cluster: str | None,
    participant: str | None,
    subgroup: int | None,
) -> tuple[Record, ...]:
    """The notes of these lines, and behind them the cluster that they make."""
    storm = state.get(Activity, activity)
    who = state.get(Participant, participant).id if participant else None
    into = _into(state, at.new(len(texts)), storm, cluster)
    end = behind(state, storm.id, into.id if into else None)
    fresh = [
        Note(
            id=at.new(number),
            session=storm.session,
            activity=storm.id,
            text=text,
            at=at.now,
            cluster=into.id if into else None,
            participant=who,
            subgroup=subgroup,
            position=end + number,
        )
        for number, text in enumerate(texts)
    ]
    made = into is not None and state.find(Cluster, into.id) is None
    return (*fresh, into) if into and made else tuple(fresh)


def _into(state: State, id_: str, storm: Activity, wanted: str | None) -> Cluster | None:
    """The cluster meant by an id or a title, made when it is not there; None for the loose notes."""
    title = line(wanted or "", TITLE_LIMIT)
    if not title:
        return None
    found = state.find(Cluster, wanted) or cluster_titled(state, storm.id, title)
    end = after_last(clusters(state, storm.id))
    return found or Cluster(id=id_, session=storm.session, activity=storm.id, title=title, position=end)


def after_last(placed: Sequence[Cluster]) -> float:
    """The position behind everything that is placed."""
    return 1 + max((record.position for record in placed), default=0.0)


def behind(state: State, activity: str, cluster: str | None) -> float:
    """The position behind all notes of a cluster, or behind the loose ones (None).

    In one pass: who comes back to a shared network captures again all that was captured meanwhile.
    """
    known = {each.id for each in state.all(Cluster) if each.activity == activity}
    there = (note for note in state.all(Note) if note.activity == activity and not note.binned)
    positions = [note.position for note in there if (note.cluster if note.cluster in known else None) == cluster]
    return 1 + max(positions, default=0.0)


def edit_note(state: State, at: Stamp, *, note: str, text: str, binned: bool = False) -> Change:
    """Word a note anew; one that was put in the bin since is back with it. ``binned`` says that it is worded there."""
    kept = needed(text, say("Type the idea; to remove it, put it in the bin."))
    old = state.get(Note, note)
    return Change(say("Post-it changed"), puts=(replace(old, text=kept, binned=old.binned and binned),))


def bin_notes(state: State, at: Stamp, *, notes: Sequence[str]) -> Change:
    """Put notes in the bin; they can come back."""
    gone = [replace(note, binned=True) for note in known_notes(state, notes) if not note.binned]
    return Change(say("Post-its in the bin") if len(notes) > 1 else say("Post-it in the bin"), puts=tuple(gone))


def unbin_notes(state: State, at: Stamp, *, notes: Sequence[str]) -> Change:
    """Take notes back from the bin, to where they were."""
    back = [replace(note, binned=False) for note in known_notes(state, notes) if note.binned]
    return Change(say("Post-its back") if len(notes) > 1 else say("Post-it back"), puts=tuple(back))


def known_notes(state: State, ids: Sequence[str]) -> list[Note]:
    """The notes with these ids, each once.

    Raises:
        Refused: none was asked for, or one is no longer there.
    """
    if not ids:
        raise Refused(say("Choose a post-it first."))
    return [state.get(Note, id_) for id_ in dict.fromkeys(ids)]


def add_weight(state: State, at: Stamp, *, note: str, by: int = 1) -> Change:
    """Count one more person who says the same (or one less)."""
    old = state.get(Note, note)
    return Change(say("Weight changed"), puts=(replace(old, weight=max(0, old.weight + by)),))


def weigh(state: State, at: Stamp, *, note: str, feasibility: int | None = None, value: int | None = None) -> Change:
    """Weigh an idea: feasibility with the resources and value for the goal, 1 to 5; None leaves it unweighed."""
    low, high = WEIGHED
    for mark in (feasibility, value):
        if mark is not None and not low <= mark <= high:
            raise Refused(say("Weigh from {low} to {high}.", low=low, high=high))
    weighed = replace(state.get(Note, note), feasibility=feasibility, value=value)
    return Change(say("Post-it weighed"), puts=(weighed,))
