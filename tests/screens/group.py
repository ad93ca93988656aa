"""A small network for the screens of a session: a few people, and one activity of each form asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.model import Activity, ActivityKind, Participant, Profile, Record, Session, SessionStatus
from tests.pilot import network_file

NAMES = ("An Claes", "An Peeters", "Bram Jacobs", "Els De Smet", "Karel Wouters", "Kadir Yilmaz", "Lien Vermeulen")

HOSTILE = (
    "[/]",
    "[@click=app.quit]x[/]",
    "[bold]vet",
    "日本語の名前",
    "👩‍👩‍👧 gezin",
    "שלום עולם",
    "a\x1b[31mrood\x07b",
)


def group(
    folder: Path,
    kinds: Sequence[ActivityKind],
    *,
    names: Sequence[str] = NAMES,
    now: int | None = 0,
    extra: Sequence[Record] = (),
) -> Path:
    """A file with these people and an activity ``a0``, ``a1`` ... of each kind in session ``s``; ``now`` one runs."""
    people = [
        Participant(id=f"p{place}", name=name, organisation="Stad A", function="coach")
        for place, name in enumerate(names)
    ]
    activities = [
        Activity(
            id=f"a{place}",
            session="s",
            kind=kind,
            position=place,
            minutes=20,
            started="2026-11-24T09:00:00+01:00" if place == now else "",
        )
        for place, kind in enumerate(kinds)
    ]
    session = Session(
        id="s",
        number=1,
        date="2026-11-24",
        status=SessionStatus.OPEN,
        now=None if now is None else f"a{now}",
        themes=("Wat is talent?",),
    )
    records = {
        record.id: record for record in [Profile(id="n", name="Proefgroep"), *people, session, *activities, *extra]
    }
    return network_file(folder, records.values())
