"""A network with a brainstorm going on, for the tests of its screen."""

from __future__ import annotations

from collections.abc import Sequence

from data.model import (
    Activity,
    ActivityKind,
    Attendance,
    Cluster,
    Note,
    Participant,
    Presence,
    Profile,
    Record,
    Session,
    SessionStatus,
    State,
)
from data.verbs.brainstorm.noting import arranged

AT = "2027-03-16T14:31:00+01:00"
STORM = "storm"
NAMES = ("An Peeters", "Bilal Amrani", "Chris De Wit", "Dorien Maes", "Els Van Damme", "Femke Claes", "Lien Vermeulen")


def storm(
    texts: Sequence[str] = (), clusters: dict[str, Sequence[str]] | None = None, **activity: object
) -> list[Record]:
    """Seven people in a room, and a brainstorm with loose notes and clusters of notes."""
    session = Session(id="session", number=1, status=SessionStatus.OPEN, now=STORM, date=AT[:10])
    people = [Participant(id=name.split()[0], name=name) for name in NAMES]
    here = [
        Attendance(id=f"here {who.id}", session="session", participant=who.id, presence=Presence.PRESENT)
        for who in people
    ]
    going = Activity(
        id=STORM,
        session="session",
        kind=ActivityKind.BRAINSTORM,
        position=1,
        question="Wat helpt?",
        **activity,  # type: ignore[arg-type]
    )
    groups = [
        Cluster(id=f"c{place}", session="session", activity=STORM, title=title, position=place)
        for place, title in enumerate(clusters or {}, start=1)
    ]
    placed = [(text, f"c{place}") for place, row in enumerate((clusters or {}).values(), start=1) for text in row]
    notes = [
        Note(id=text, session="session", activity=STORM, text=text, at=AT, cluster=cluster, position=float(place))
        for place, (text, cluster) in enumerate([*((text, None) for text in texts), *placed])
    ]
    return [Profile(id="profile", name="Proef"), *people, session, *here, going, *groups, *notes]


def board(state: State) -> dict[str, list[str]]:
    """The board as titles and texts; the loose notes under ``""``, the bin under ``"bin"``."""
    found = arranged(state, STORM)
    shown = {cluster.title: [note.text for note in notes] for cluster, notes in found.clusters}
    shown[""] = [note.text for note in found.loose]
    if found.binned:
        shown["bin"] = [note.text for note in found.binned]
    return shown
