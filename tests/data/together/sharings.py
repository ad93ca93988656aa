"""Sharing over a real server on this computer: what is heard of it, and a wait for that."""

from __future__ import annotations

import threading
from collections.abc import Callable

from data.model import Note
from data.network import Network
from data.together.events import Event
from data.together.sharing import Sharing

WITHIN = 20.0


class Ears:
    """What was told, and a wait for it."""

    def __init__(self, sharing: Sharing) -> None:
        self.heard: list[Event] = []
        self._changed = threading.Condition()
        sharing.subscribe(self._hear)

    def _hear(self, event: Event) -> None:
        with self._changed:
            self.heard.append(event)
            self._changed.notify_all()

    def wait(self, holds: Callable[[Event], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: any(map(holds, self.heard)), WITHIN), self.heard


def shown(network: Network, holds: Callable[[Network], bool]) -> None:
    """Wait until an open network shows it."""
    changed = threading.Event()
    stop = network.subscribe(lambda _: changed.set())
    while not holds(network):
        assert changed.wait(WITHIN), [note.text for note in network.state.all(Note)]
        changed.clear()
    stop()


def has(text: str) -> Callable[[Network], bool]:
    return lambda network: any(note.text == text for note in network.state.all(Note))
