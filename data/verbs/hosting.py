"""Whose turn it is to be host, when hosts take turns."""

from __future__ import annotations

from collections import Counter

from data.model import Participant, Session, State
from data.verbs.network import members


def hosts_in_turn(state: State) -> list[Participant]:
    """Who can be host, whoever was so least often first; somebody’s organisation counts as well as somebody."""
    been: Counter[str] = Counter()
    for session in state.all(Session):
        if host := state.find(Participant, session.host):
            been[host.organisation or host.id] += 1
    able = [who for who in members(state) if who.hosts]
    return sorted(able, key=lambda who: been[who.organisation or who.id])
