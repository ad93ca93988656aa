"""A log in memory, with all that a real line does: delays, losses, messages twice, a host that is gone, a new one."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from data.together.engine import Begun, Current, Down, EngineEvent, Heard, Up


class Log:
    """One order for all; ``entries`` are from ``first`` on, what was before is in the snapshot."""

    def __init__(self, id_: str, snapshot: bytes) -> None:
        self.id = id_
        self.kept = snapshot
        self.kept_at = 0
        self.last = 0
        self.entries: list[tuple[int, bytes]] = []
        self.ids: set[str] = set()

    def append(self, id_: str, data: bytes) -> None:
        if id_ not in self.ids:
            self.ids.add(id_)
            self.last += 1
            self.entries.append((self.last, data))

    def keep(self, data: bytes, sequence: int) -> None:
        if sequence >= self.kept_at:
            self.kept, self.kept_at = data, sequence
            self.entries = [each for each in self.entries if each[0] > sequence]

    def after(self, log: str, sequence: int) -> list[EngineEvent]:
        """What there is to tell to who is at this place."""
        if log != self.id or sequence < self.kept_at:
            return [Begun(self.kept)]
        return [Heard(*each) for each in self.entries if each[0] > sequence]


class Wire:
    """An engine of one laptop: what it sends is on its way until ``carry``, what it is told until ``bring``."""

    def __init__(self) -> None:
        self.log: Log | None = None
        self._out: deque[tuple[str, bytes]] = deque()
        self._in: deque[EngineEvent] = deque()
        self._here: list[EngineEvent] = []
        self._at: tuple[str, int] | None = None
        self._current = False

    def connect(self, log: Log) -> None:
        if self.log is not log:
            self.log, self._at = log, None
            self._here.append(Up())

    def cut(self) -> None:
        """What was on its way is lost, in both directions."""
        if self.log is not None:
            self.log, self._at = None, None
            self._out.clear()
            self._in.clear()
            self._here.append(Down())

    def carry(self, count: int, *, lose: bool = False, twice: bool = False) -> None:
        """Bring so much of what was sent to the log; what is lost is told, as a line does that hears no answer."""
        for _ in range(min(count, len(self._out))):
            id_, data = self._out.popleft()
            if self.log is None or lose:
                self._here.append(Up())
                continue
            self.log.append(id_, data)
            if twice:
                self.log.append(f"{id_}'", data)

    def bring(self, count: int) -> None:
        """Tell so much of what is new in the log."""
        if self.log is not None and self._at is not None:
            fresh = self.log.after(*self._at)[:count]
            for event in fresh:
                self._here.append(event)
                self._at = (self.log.id, event.sequence) if isinstance(event, Heard) else None
            if self._at is not None and not self._current and not self.log.after(*self._at):
                self._current = True
                self._here.append(Current())

    # -- the engine ------------------------------------------------------------------------------------------------

    def follow(self, log: str, sequence: int) -> None:
        self._at, self._current = (log, sequence), False

    def send(self, id_: str, data: bytes) -> None:
        self._out.append((id_, data))

    def snapshot(self, data: bytes, sequence: int, *, erase: bool = False) -> None:
        if self.log is not None:
            self.log.keep(data, sequence)

    def tell(self, subject: str, data: bytes) -> None:
        """Nobody listens here."""

    def take(self, timeout: float) -> Sequence[EngineEvent]:
        came, self._here = self._here, []
        return came

    def nudge(self) -> None:
        """Nobody waits here."""

    def close(self) -> None:
        self.cut()
