"""Promises: what the network said it would offer, and what the group says came of it."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from data.model import Change, Fate, Kept, Promise, Refused, Session, Stamp, State, say
from data.text import fold
from data.verbs.given import kept_lines
from data.verbs.network import sessions


def add_promises(state: State, at: Stamp, *, texts: Iterable[str], source: str = "") -> Change:
    """Promise what the network will offer, from its first session on; what is promised already stays as it is."""
    first = next(iter(sessions(state)), None)
    if first is None:
        raise Refused(say("There is no session yet: plan one first."))
    known = {fold(promise.text) for promise in state.all(Promise)}
    new: dict[str, str] = {}
    for text in kept_lines(texts):
        if fold(text) not in known:
            new.setdefault(fold(text), text)
    puts = tuple(
        Promise(id=at.new(place), session=first.id, text=text, source=source) for place, text in enumerate(new.values())
    )
    return Change(say("Promises added"), puts=puts)


def check_promise(state: State, at: Stamp, *, promise: str, session: str, kept: Kept | None) -> Change:
    """Note what the group says of a promise in this session; None takes it back. One that was kept is closed."""
    old = state.get(Promise, promise)
    meeting = state.get(Session, session).id
    checks = {key: value for key, value in old.checks.items() if key != meeting}
    if kept is not None:
        checks[meeting] = Kept(kept)
    numbers = {each.id: each.number for each in sessions(state)}
    last = max(checks, key=lambda key: numbers.get(key, 0), default=None)
    done = last is not None and checks[last] is Kept.KEPT
    new = replace(
        old,
        checks=checks,
        treated=last,
        fate=Fate.CLOSED if done else Fate.OPEN,
        closed=last if done else None,
    )
    return Change(say("Promise reviewed"), puts=(new,))
