"""Sharing a network and joining one: a thread that keeps the copy at the log, and tells what happens.

``start_sharing`` and ``join`` in ``data.together`` make one.
"""

from __future__ import annotations

import contextlib
import logging
import platform
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime
from itertools import chain
from pathlib import Path

import msgspec

from data.model import Refused, Said, say
from data.network.events import Noticed, SavedEvent
from data.network.network import Network
from data.network.words import trouble
from data.store.codec import Damaged
from data.text import NAME_LIMIT, line
from data.together.driver import Driver, Mark
from data.together.engine import Present
from data.together.events import (
    Alone,
    Ended,
    Event,
    Laptop,
    Listener,
    Others,
    RoomPicture,
    ToSend,
    Troubled,
    WithOthers,
    told_apart,
)
from data.together.lines import LOST
from data.together.nats_engine import NatsEngine
from data.together.replica import Replica
from data.together.server import HOST, ROOM

_log = logging.getLogger(__name__)

TURN = 0.05
"""Seconds between two looks at whether another process wrote the file."""

GREETS = 3.0
"""Seconds between two times that a laptop says it is there, and that the room is sent what it sees."""

GONE = 4 * GREETS
"""Who said nothing for so many seconds is not there."""

PATIENCE = 20.0
"""Seconds in which a sharing begins, or it does not."""

MOST = 8
"""So many laptops that only look along are told of."""

AGAIN = 1.0
"""Seconds before a file that could not be written is tried again."""


class Hello(msgspec.Struct, frozen=True, kw_only=True):
    """What a laptop says of itself, while it is there; who shares also says who only looks along."""

    id: str
    name: str
    role: str
    place: str = ""
    leaves: bool = False
    mark: Mark | None = None
    looks: tuple[str, ...] = ()


class Parts(msgspec.Struct):
    """What a sharing is made of; a viewer has no copy."""

    engine: NatsEngine
    driver: Driver | None = None
    replica: Replica | None = None
    tend: Callable[[], None] = lambda: None


class Sharing:
    """A network that is shared, or was joined. ``subscribe`` tells what happens; ``close`` leaves.

    ``code`` lets a co-facilitator in and ``room_code`` a viewer; for who joined both are "". ``file`` is None for a
    viewer. ``others`` are who else is in; ``alone_since`` is when the line dropped, or None; ``to_send`` is how many
    calls of this laptop the others do not have yet, ``read_only`` why nothing can be changed here, or None.
    """

    def __init__(self, *, role: str, file: Path | None, name: str = "") -> None:
        self.role = role
        self.file = file
        self.name = line(name, NAME_LIMIT) or platform.node() or "kring"
        self.code = self.room_code = self.address = ""
        self.others: tuple[Laptop, ...] = ()
        self.alone_since: datetime | None = None
        self.to_send = 0
        self.read_only: Said | None = None
        self._wrote: Callable[[], None] = lambda: None
        self._id = uuid.uuid4().hex
        self._place = ""
        self._room: bytes | None = None
        self._greets_at = self._shows_at = 0.0
        self._listeners: tuple[Listener, ...] = ()
        self._guard = threading.Lock()
        self._ready = threading.Event()
        self._ends = threading.Event()
        self._error: Said | None = None
        self._parts: Parts | None = None
        self._heard: dict[str, tuple[float, Hello]] = {}
        self._troubled: Said | None = None
        self._lost: Said | None = None
        self._looks: tuple[str, ...] = ()

    # -- for the application ---------------------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call this for every event, until the answer is called."""
        with self._guard:
            self._listeners += (listener,)

        def stop() -> None:
            with self._guard:
                self._listeners = tuple(each for each in self._listeners if each is not listener)

        return stop

    def use(self, network: Network) -> None:
        """What this open network writes is sent at once, and it looks at once at what came."""
        network.subscribe(lambda event: self.nudge() if isinstance(event, SavedEvent) else None)
        self._wrote = network.retry

    def nudge(self) -> None:
        """The file was just written: look at once, not only at the next turn."""
        if self._parts is not None:
            self._parts.engine.nudge()

    def at(self, place: str) -> None:
        """Tell the others at which activity this laptop is."""
        if place != self._place:
            self._place, self._greets_at = place, 0.0
            self.nudge()

    def show_room(self, picture: bytes) -> None:
        """Send what the room sees to every viewer: now, and to who comes later; the caller filtered it."""
        if picture != self._room:
            self._room, self._shows_at = picture, 0.0
            self.nudge()

    @property
    def alive(self) -> bool:
        """Whether it goes on."""
        return self._parts is not None and not self._ends.is_set()

    def close(self) -> None:
        """Leave: what was done is in the file and, if the line is there, with the others."""
        self._ends.set()
        self.nudge()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(PATIENCE)

    # -- the thread ------------------------------------------------------------------------------------------------

    _thread: threading.Thread | None = None

    def begin(self, make: Callable[[Sharing, ExitStack], Parts]) -> None:
        """Begin, in a thread of its own that makes the parts and lives as long as they do.

        Raises:
            Refused: it does not begin, and why.
        """
        self._thread = threading.Thread(target=self._run, args=(make,), name="kring-sharing", daemon=True)
        self._thread.start()
        if not self._ready.wait(PATIENCE):
            self._error = say("Sharing does not start: the other laptop does not answer.")
        if self._error is not None:
            self.close()
            raise Refused(self._error)

    def _run(self, make: Callable[[Sharing, ExitStack], Parts]) -> None:
        try:
            with ExitStack() as stack:
                self._parts = make(self, stack)
                while not self._ends.is_set():
                    self._turn(self._parts)
                self._leave(self._parts)
        except Refused as refused:
            self._stop(refused.said)
        except (OSError, Damaged) as error:
            self._stop(_unable(error, self.file))
        except Exception as error:
            _log.exception("Sharing failed")
            self._stop(say("Sharing ended because of an error in Kring ({why}).", why=type(error).__name__))
        finally:
            self._ends.set()
            self._ready.set()

    def _stop(self, said: Said) -> None:
        if self._ready.is_set():
            self.tell(Ended(said))
        else:
            self._error = said

    def _turn(self, parts: Parts) -> None:
        parts.tend()
        if parts.driver is None:
            self._watch(parts.engine)
            return
        try:
            if parts.driver.step(TURN):
                self._wrote()
            self._trouble(None)
        except (OSError, Damaged) as error:
            if not self._ready.is_set():
                raise
            self._trouble(_unable(error, self.file))
            self._ends.wait(AGAIN)
        self._say_where(parts)
        self._say_why(parts.driver.lost)
        if parts.driver.up:
            self._greet(parts.engine)
        self._meet(parts.driver)
        if parts.driver.ended is not None:
            raise Refused(parts.driver.ended.said or say("Sharing ended."))
        if parts.driver.reading is not None and self.read_only is None:
            self.read_only = parts.driver.reading
            self.tell(Noticed(self.read_only))
        if parts.driver.current:
            self._ready.set()

    def _watch(self, engine: NatsEngine) -> None:
        """A viewer only looks."""
        from data.together.engine import Down, Up

        for event in engine.take(TURN * 10):
            match event:
                case Up():
                    self.alone_since = None
                    self._say_why(None)
                    self._ready.set()
                    self.tell(WithOthers())
                case Down(said, ended):
                    if ended:
                        raise Refused(said or say("Sharing ended."))
                    if self.alone_since is None:
                        self.alone_since = datetime.now().astimezone()
                        self.tell(Alone(self.alone_since, 0))
                    self._say_why(said)
                case Present("room", data):
                    self.tell(RoomPicture(data))
                case _:
                    pass

    def _leave(self, parts: Parts) -> None:
        with contextlib.suppress(OSError, Damaged):
            if parts.driver is not None:
                parts.driver.step()
                self._wait_until_sent(parts.driver)
        if parts.driver is not None:  # a viewer says nothing
            self._hello(parts.engine, leaves=True)

    def _wait_until_sent(self, driver: Driver) -> None:
        """Who leaves with calls that wait gives the line a moment."""
        until = time.monotonic() + 3.0
        while driver.current and driver.to_send and time.monotonic() < until:
            driver.step(TURN)

    def _trouble(self, said: Said | None) -> None:
        same, self._troubled = said == self._troubled, said
        if not same:
            self.tell(Troubled(said))

    def _say_why(self, lost: Said | None) -> None:
        """Tell once why the line does not come back, where that is known."""
        if lost not in (None, LOST, self._lost):
            self.tell(Noticed(lost))
        self._lost = lost

    def _say_where(self, parts: Parts) -> None:
        driver = parts.driver
        if driver is None or (not self._ready.is_set() and not driver.current):
            return
        fresh, self.to_send = driver.to_send != self.to_send, driver.to_send
        if driver.current and self.alone_since is not None:
            self.alone_since = None
            self.tell(WithOthers())
        elif not driver.up and (self.alone_since is None or fresh):
            self.alone_since = self.alone_since or datetime.now().astimezone()
            self.tell(Alone(self.alone_since, self.to_send))
        elif fresh:
            self.tell(ToSend(self.to_send))

    # -- who is there ----------------------------------------------------------------------------------------------

    def _greet(self, engine: NatsEngine) -> None:
        now = time.monotonic()
        if now >= self._greets_at:
            self._greets_at = now + GREETS
            self._hello(engine)
            if self.role == HOST:
                engine.look()
        if self._room is not None and now >= self._shows_at:
            self._shows_at = now + GREETS
            engine.tell("room", self._room)

    def _hello(self, engine: NatsEngine, *, leaves: bool = False) -> None:
        driver = self._parts.driver if self._parts is not None else None
        mark = driver.mark if driver is not None else None
        hello = Hello(
            id=self._id, name=self.name, role=self.role, place=self._place, leaves=leaves, mark=mark, looks=self._looks
        )
        engine.tell("who", msgspec.json.encode(hello))

    def _meet(self, driver: Driver) -> None:
        now = time.monotonic()
        for present in driver.presents():
            if present.subject == "looks":
                self._looks = _names(present.data)
            if present.subject == "who" and (hello := _read(present.data)) is not None and hello.id != self._id:
                if hello.id not in self._heard:
                    self._greets_at = 0.0  # who is new hears at once who is there
                self._heard[hello.id] = (now, hello)
                if hello.mark is not None:
                    driver.compare(hello.mark, of_host=hello.role == HOST)
        self._heard = {
            id_: (at, hello) for id_, (at, hello) in self._heard.items() if now - at < GONE and not hello.leaves
        }
        hellos = {id_: hello for id_, (_, hello) in self._heard.items()}
        names = told_apart({self._id: self.name} | {id_: hello.name for id_, hello in hellos.items()})
        people = [Laptop(names[id_], hello.role, hello.place) for id_, hello in hellos.items()]
        looks = (self._looks, *(hello.looks for hello in hellos.values()))
        people += [Laptop(name, ROOM) for name in chain.from_iterable(looks)]
        others = tuple(sorted(people, key=lambda person: (person.name, person.role)))
        if others != self.others:
            self.others = others
            self.tell(Others(others))

    # -- telling ---------------------------------------------------------------------------------------------------

    def tell(self, event: Event) -> None:
        """Tell those who listen; the copy tells what it has to say here too."""
        for listener in self._listeners:
            try:
                listener(event)
            except Exception:
                _log.exception("A listener failed on %s", type(event).__name__)


def _read(data: bytes) -> Hello | None:
    """What a laptop says of itself, cleaned; None when it is nothing of the kind."""
    try:
        hello = msgspec.json.decode(data[:4096], type=Hello)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None
    name, place = (line(each, NAME_LIMIT) for each in (hello.name, hello.place))
    return msgspec.structs.replace(hello, name=name, place=place, looks=_cleaned(hello.looks))


def _names(data: bytes) -> tuple[str, ...]:
    """The names of who looks along, as their laptops gave them, cleaned."""
    return _cleaned(msgspec.json.decode(data, type=tuple[str, ...]))


def _cleaned(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(line(each, NAME_LIMIT) for each in names[:MOST])


def _unable(error: OSError | Damaged, file: Path | None) -> Said:
    if isinstance(error, Damaged):
        return error.said
    return trouble(error, file or Path())
