"""What goes on between a copy and the log, step by step: hear, bring the file to it, send."""

from __future__ import annotations

import uuid

import msgspec

from data.model import Refused, Said
from data.network.reading import because
from data.together.confirmed import Confirmed, digest
from data.together.engine import Begun, Current, Down, Engine, EngineEvent, Heard, OtherVersion, Present, Up
from data.together.replica import Replica

AT_ONCE = 32
"""So many calls are on their way at once; the next go when these are heard."""

COMPACT = 1_000
"""After so many calls the host keeps a snapshot in their place."""


class Mark(msgspec.Struct, frozen=True):
    """What a log came to at a place."""

    log: str
    sequence: int
    digest: str


class Driver:
    """Steps of one thread.

    ``up`` is whether the line is there, ``current`` whether all that was in the log is known, ``lost`` why the line is
    not there, ``ended`` the last word of the engine. Nothing is sent before all is known: somebody may have been
    forgotten meanwhile.
    """

    def __init__(self, replica: Replica, engine: Engine, *, host: bool, version: str = "") -> None:
        self._replica = replica
        self._engine = engine
        self._host = host
        self._version = version
        self.reading: Said | None = None
        self.up = self.current = False
        self.lost: Said | None = None
        self.ended: Down | None = None
        self._heard: list[Present] = []
        self._sent = 0
        self._offered = False
        self._try = ""
        self._adopted = False
        self._begins: bytes | None = None
        self._kept = 0
        self._gone = 0
        self._marked: Confirmed | None = None
        self._mark: Mark | None = None

    def step(self, timeout: float = 0.0) -> bool:
        """Take what came, bring the file to it, and send what waits; whether the file became another.

        Raises:
            OSError: the file could not be written; what came is not lost, step again.
        """
        for event in self._engine.take(timeout):
            self._take(event)
        if self._begins is not None:
            self._begin(self._begins)
        if self._replica.confirmed is None:
            return False
        wrote = self._replica.behind and self._replica.settle()
        self._keep()
        self._send()
        self._replica.keep()
        return wrote or self._began()

    @property
    def to_send(self) -> int:
        """How many calls of this copy the others do not have yet."""
        return 0 if self._replica.confirmed is None else self._replica.to_send

    @property
    def mark(self) -> Mark | None:
        """What the log came to here, for the others; None while that is not known."""
        confirmed = self._replica.confirmed
        if confirmed is None or not self.current:
            return None
        if self._marked is not confirmed:
            self._marked = confirmed
            self._mark = Mark(confirmed.log, confirmed.sequence, digest(confirmed.state))
        return self._mark

    def compare(self, theirs: Mark, *, of_host: bool) -> None:
        """Where the same calls came to something else, the host's holds: it keeps a snapshot, the other takes it.

        That should not be: a verb does the same everywhere. But it must not stay so unseen.
        """
        ours = self.mark
        if ours is None or ours == theirs or (ours.log, ours.sequence) != (theirs.log, theirs.sequence):
            return
        if self._host:
            self._engine.snapshot(self._replica.snapshot(), ours.sequence)
        elif of_host:
            self.current = False
            self._engine.follow("", 0)

    def presents(self) -> list[Present]:
        """What was told of who is there, since it was last asked."""
        came, self._heard = self._heard, []
        return came

    def _take(self, event: EngineEvent) -> None:
        match event:
            case Up():
                self.up, self.lost = True, None
                self._follow()
            case Current():
                self.current = True
            case Down():
                self.up = self.current = False
                self.lost = event.said
                self.ended = event if event.ended else None
            case Begun(data):
                self._begins = data
            case Heard(sequence, data):
                if self._replica.confirmed is not None and not self._replica.hear(sequence, data):
                    self._again()
                    self._try = f".{uuid.uuid4().hex[:8]}"
            case Present():
                self._heard.append(event)
            case OtherVersion(version):
                self._only_reads(version)

    def _only_reads(self, version: str) -> None:
        """Calls of another Kring may do something else here, and ours there: this copy only follows."""
        self._replica.shelf.mark(joined=True, versions=f"{self._version} {version}")
        self.reading = because(self._version, version)

    def _begin(self, data: bytes) -> None:
        try:
            self._replica.adopt(data)
        except Refused as refused:
            self.ended = Down(self.reading or refused.said, ended=True)
            self._begins = None
            return
        self._begins = None
        self._adopted = True
        self._follow()

    def _began(self) -> bool:
        before, self._adopted = self._adopted, False
        return before

    def _follow(self) -> None:
        self.current = False
        self._again()
        self._engine.follow(*self._replica.place)

    def _again(self) -> None:
        """Send everything that is not in the log from its beginning; what is there already is not put there twice."""
        self._sent, self._offered = 0, False

    def _send(self) -> None:
        if not self.current or self.reading is not None:
            return
        for number, id_, data in self._replica.outgoing(self._sent if self._offered else 0):
            if number > self._replica.known + AT_ONCE:
                break
            self._engine.send(f"{id_}{self._try}", data)
            self._sent = max(self._sent, number)
        self._offered = True

    def _keep(self) -> None:
        """The host keeps a snapshot for who joins; at once when somebody is to be forgotten."""
        confirmed = self._replica.confirmed
        if not (self._host and self.up and confirmed):
            return
        gone = len(confirmed.gone) > self._gone
        if gone or confirmed.sequence - self._kept >= COMPACT:
            self._engine.snapshot(self._replica.snapshot(), confirmed.sequence, erase=gone)
            self._kept, self._gone = confirmed.sequence, len(confirmed.gone)
