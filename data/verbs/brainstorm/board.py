"""The board of a brainstorm: notes moved to clusters, clusters made, merged, split, polled and sent on."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from data.model import (
    Activity,
    Change,
    Cluster,
    Decision,
    DecisionStatus,
    Note,
    Proposal,
    Record,
    Refused,
    Stamp,
    State,
    ThemeSource,
    Version,
    say,
)
from data.text import line
from data.verbs.agenda import add_theme
from data.verbs.brainstorm.noting import (
    TITLE_LIMIT,
    after_last,
    behind,
    cluster_titled,
    clusters,
    known_notes,
    notes_in,
)
from data.verbs.check_in import headcount
from data.verbs.given import needed
from data.verbs.parked import park

PARKING, AGENDA, DECISION = "parking", "agenda", "decision"
"""Where a cluster can be sent."""


def move_notes(state: State, at: Stamp, *, notes: Sequence[str], cluster: str | None) -> Change:
    """Put notes, in this order, at the end of a cluster, or among the loose ones (None)."""
    moved = known_notes(state, notes)
    into = state.get(Cluster, cluster).id if cluster else None
    label = say("Post-its moved") if len(moved) > 1 else say("Post-it moved")
    return Change(label, puts=_placed(state, moved, into))


def _placed(state: State, moved: Sequence[Note], into: str | None) -> tuple[Note, ...]:
    """Notes at the end of a cluster; those that are there already keep their place."""
    new = [note for note in moved if note.cluster != into]
    if not new:
        return ()
    end = behind(state, new[0].activity, into)
    return tuple(replace(note, cluster=into, position=end + place) for place, note in enumerate(new))


def merge_notes(state: State, at: Stamp, *, notes: Sequence[str]) -> Change:
    """Let the first of these notes stand for all: it counts the people behind the others, which go to the bin."""
    first, *others = known_notes(state, notes)
    if not others:
        raise Refused(say("Choose two or more post-its that say the same."))
    weight = first.weight + sum(1 + other.weight for other in others)
    gone = tuple(replace(other, binned=True) for other in others)
    return Change(say("Post-its merged"), puts=(replace(first, weight=weight), *gone))


def move_note(state: State, at: Stamp, *, note: str, by: int) -> Change:
    """Move a note ``by`` places down in its cluster (up when negative), as far as it goes."""
    moved = state.get(Note, note)
    return Change(say("Post-it moved"), puts=_stepped(notes_in(state, moved.activity, moved.cluster), moved, by))


def move_cluster(state: State, at: Stamp, *, cluster: str, by: int) -> Change:
    """Move a cluster ``by`` places along the board, as far as it goes."""
    moved = state.get(Cluster, cluster)
    return Change(say("Cluster moved"), puts=_stepped(clusters(state, moved.activity), moved, by))


def _stepped(row: Sequence[Note] | Sequence[Cluster], moved: Note | Cluster, by: int) -> tuple[Record, ...]:
    order: list[Note | Cluster] = list(row)
    if moved not in order:
        raise Refused(say("This is in the bin: take it back first."))
    index = order.index(moved)
    order.insert(max(0, min(len(order) - 1, index + by)), order.pop(index))
    placed = [replace(record, position=float(place)) for place, record in enumerate(order, start=1)]
    return tuple(new for new, old in zip(placed, order, strict=True) if new != old)


def new_cluster(state: State, at: Stamp, *, activity: str, title: str, notes: Sequence[str] = ()) -> Change:
    """Make a cluster of these notes; a title that is there already takes them in."""
    storm = state.get(Activity, activity)
    kept = needed(title, say("Give the cluster a title."), TITLE_LIMIT)
    old = cluster_titled(state, storm.id, kept)
    end = after_last(clusters(state, storm.id))
    into = old or Cluster(id=at.new(), session=storm.session, activity=storm.id, title=kept, position=end)
    moved = _placed(state, known_notes(state, notes) if notes else [], into.id)
    return Change(say("Cluster made"), puts=moved if old else (into, *moved))


def new_clusters(state: State, at: Stamp, *, activity: str, groups: Sequence[tuple[str, Sequence[str]]]) -> Change:
    """Make several clusters at once (title and notes of each), such as a whole proposed grouping."""
    seen = state
    puts: list[Record] = []
    for number, (title, notes) in enumerate(groups):
        # Each group has a seed of its own, so that no two records share an id.
        change = new_cluster(seen, Stamp(at.now, at.new(number)), activity=activity, title=title, notes=notes)
        seen = seen.after(change)
        puts += change.puts
    latest = {record.id: record for record in puts}
    return Change(say("Clusters made"), puts=tuple(latest.values()))


def rename_cluster(state: State, at: Stamp, *, cluster: str, title: str) -> Change:
    """Give a cluster another title; one that is taken is refused, merging being a thing of its own."""
    old = state.get(Cluster, cluster)
    kept = needed(title, say("Give the cluster a title."), TITLE_LIMIT)
    same = cluster_titled(state, old.activity, kept)
    if same and same.id != old.id:
        raise Refused(say("There is a cluster “{title}” already: merge them instead.", title=same.title))
    return Change(say("Cluster renamed"), puts=(replace(old, title=kept),))


def merge_clusters(state: State, at: Stamp, *, clusters: Sequence[str]) -> Change:
    """Put the notes of these clusters, also those in the bin, in the first of them, which keeps its title."""
    merged = [state.get(Cluster, id_) for id_ in dict.fromkeys(clusters)]
    if len(merged) < 2:
        raise Refused(say("Choose two or more clusters."))
    first, *others = merged
    notes = [note for other in others for note in _all_in(state, other)]
    return Change(say("Clusters merged"), puts=_placed(state, notes, first.id), drops=tuple(others))


def _all_in(state: State, cluster: Cluster) -> list[Note]:
    found = state.where(Note, lambda note: note.cluster == cluster.id)
    return sorted(found, key=lambda note: note.position)


def split_cluster(state: State, at: Stamp, *, cluster: str, notes: Sequence[str], title: str) -> Change:
    """Take these notes out of a cluster into a new one right behind it."""
    old = state.get(Cluster, cluster)
    kept = needed(title, say("Give the new cluster a title."), TITLE_LIMIT)
    if cluster_titled(state, old.activity, kept):
        raise Refused(say("There is a cluster “{title}” already: take another title.", title=kept))
    moved = known_notes(state, notes)
    later = [c.position for c in clusters(state, old.activity) if c.position > old.position]
    place = (old.position + min(later)) / 2 if later else old.position + 1
    new = Cluster(id=at.new(), session=old.session, activity=old.activity, title=kept, position=place)
    return Change(say("Cluster split"), puts=(new, *_placed(state, moved, new.id)))


def dissolve_cluster(state: State, at: Stamp, *, cluster: str) -> Change:
    """Take a cluster away; its notes are loose again."""
    gone = state.get(Cluster, cluster)
    return Change(say("Cluster broken up"), puts=_placed(state, _all_in(state, gone), None), drops=(gone,))


def poll(state: State, at: Stamp, *, cluster: str, hands: int | None, base: int | None = None) -> Change:
    """Count who wants to go on with a cluster next session, of those present; None takes the count away."""
    old = state.get(Cluster, cluster)
    if hands is None:
        return Change(say("Poll undone"), puts=(replace(old, hands=None, base=None),))
    asked = headcount(state, old.session) if base is None else base
    if not 0 <= hands <= asked:
        raise Refused(say("{hands} hands is more than the {base} people present.", hands=hands, base=asked))
    return Change(say("Cluster polled"), puts=(replace(old, hands=hands, base=asked),))


def send_cluster(state: State, at: Stamp, *, cluster: str, to: str, decision: str | None = None) -> Change:
    """Send a cluster on: to the parking lot, to the next agenda, or as a proposal to an open decision.

    It stays on the board and remembers where it was sent. Sending it twice to one place adds nothing.
    """
    going = state.get(Cluster, cluster)
    send = {PARKING: _to_parking, AGENDA: _to_agenda}.get(to)
    if send:
        puts = send(state, at, going)
    elif to == DECISION:
        puts = _to_decision(state, at, going, state.get(Decision, decision))
    else:
        raise Refused(say("A cluster goes to the parking lot, the next agenda or a decision."))
    return Change(say("“{title}” sent on", title=going.title), puts=(*puts, replace(going, sent=to)))


def _to_parking(state: State, at: Stamp, cluster: Cluster) -> tuple[Record, ...]:
    return park(state, at, session=cluster.session, text=cluster.title, activity=cluster.activity).puts


def _to_agenda(state: State, at: Stamp, cluster: Cluster) -> tuple[Record, ...]:
    poll, hands = ThemeSource.POLL, cluster.hands or 0
    change = add_theme(state, at, session=cluster.session, text=cluster.title, source=poll, weight=hands, planned=True)
    return change.puts


def _to_decision(state: State, at: Stamp, cluster: Cluster, decision: Decision) -> tuple[Record, ...]:
    if decision.status is not DecisionStatus.OPEN:
        raise Refused(say("That decision is closed: start a new one."))
    there = state.where(Proposal, lambda proposal: proposal.decision == decision.id and not proposal.dropped)
    if any(proposal.cluster == cluster.id for proposal in there):
        return ()
    version = Version(text=line(cluster.title), session=cluster.session)
    place = 1 + max((proposal.position for proposal in there), default=0.0)
    return (Proposal(id=at.new(), decision=decision.id, versions=(version,), position=place, cluster=cluster.id),)
