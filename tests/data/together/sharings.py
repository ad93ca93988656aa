"""Sharing over a real server on this computer: what is heard of it, and a wait for that."""

from __future__ import annotations

import contextlib
import socket
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


class Wire(threading.Thread):
    """A line between two laptops, on which everything that passes is read; ``dead``, it carries nothing and says so to
    nobody."""

    def __init__(self, to: tuple[str, int]) -> None:
        super().__init__(daemon=True)
        self._to = to
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self.read = bytearray()
        self.dead = False

    def run(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                one, _ = self._door.accept()
                other = socket.create_connection(self._to)
                for ends in ((one, other), (other, one)):
                    threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                self.read += data
                if not self.dead:
                    other.sendall(data)
        other.close()
