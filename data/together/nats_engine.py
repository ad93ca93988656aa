"""The log in NATS JetStream: a client in a thread of its own, with its own loop.

A stream has the calls of the network, another the last snapshot in parts; what is only told (who is there, what
the room sees) is kept nowhere.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import queue
import threading
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from typing import Any

import msgspec
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription
from nats.errors import Error as NatsError
from nats.js import JetStreamContext, api
from nats.js.errors import Error as JetStreamError
from nats.js.errors import NotFoundError

from data.model import Refused, say
from data.together.certificates import OtherServer
from data.together.engine import Begun, Current, Down, EngineEvent, Heard, OtherVersion, Present, Up
from data.together.lines import CONNECTS, LOST, Head, Line, LineClient, forbids, not_kept, why
from data.together.server import ROOM

_log = logging.getLogger(__name__)

PART = 1024 * 1024
"""So many bytes of a snapshot are one message."""

DUPLICATES = 3600.0
"""So many seconds the server knows the ids of messages."""

WAIT = 5.0
"""Seconds for an answer of the server."""

AGAIN = 0.5
"""Seconds before something that failed is tried again."""

_Failed = (NatsError, JetStreamError, OSError, TimeoutError, msgspec.DecodeError)


class NatsEngine(threading.Thread):
    """An engine (see ``data.together.engine``) over a NATS server."""

    def __init__(self, line: Line) -> None:
        super().__init__(name="kring-together", daemon=True)
        self._line = line
        self._told: queue.SimpleQueue[EngineEvent | None] = queue.SimpleQueue()
        self._loop = asyncio.new_event_loop()
        self._client: LineClient | None = None
        self._stream: JetStreamContext | None = None
        self._following: Subscription | None = None
        self._follows = 0
        self._ends = asyncio.Event()
        self._first: Future[None] = Future()
        self._tasks: set[asyncio.Future[None]] = set()
        self.head: Head | None = None

    # -- the thread ------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Live until ``close``."""
        asyncio.set_event_loop(self._loop)
        self._loop.set_exception_handler(lambda _loop, what: _log.info("The line says: %s", what.get("exception")))
        logging.getLogger("asyncio").setLevel(logging.ERROR)  # it warns of what TLS streams never do
        try:
            self._loop.run_until_complete(self._live())
        except Exception as error:
            _log.exception("The line failed")
            self._tell(
                Down(say("Sharing ended because of an error in Kring ({why}).", why=type(error).__name__), ended=True)
            )
        finally:
            rest = asyncio.all_tasks(self._loop)
            for task in rest:
                task.cancel()
            self._loop.run_until_complete(asyncio.gather(*rest, return_exceptions=True))
            self._loop.close()

    async def _live(self) -> None:
        try:
            self._client = await self._connected()
        except Exception as error:
            said = why(error)
            self._first.set_exception(Refused(said))
            self._tell(Down(said, ended=True))
            return
        self._stream = self._client.jetstream(timeout=WAIT)
        try:
            await self._listen()
            self._tell(Up())
            self._first.set_result(None)
            await self._ends.wait()
        finally:
            with contextlib.suppress(*_Failed):
                await asyncio.wait_for(self._client.close(), 2)

    async def _connected(self) -> LineClient:
        """The client, once it is connected; the first error on the way there is the answer."""
        failed: asyncio.Future[None] = self._loop.create_future()
        client = LineClient()

        async def told(error: Exception) -> None:
            _log.info("The line says: %s", type(error).__name__)
            if not failed.done():
                failed.set_exception(error)
            elif isinstance(error, OtherServer):
                self._tell(Down(why(error)))
            elif not self._line.ours and forbids(error):
                self._tell(Down(why(error), ended=True))

        connecting = asyncio.ensure_future(client.reach(self._line, told=told, lost=self._lost, back=self._back))
        done, _ = await asyncio.wait({connecting, failed}, return_when=asyncio.FIRST_COMPLETED)
        if connecting not in done:
            connecting.cancel()
            await failed
        connecting.result()
        failed.cancel()
        return client

    async def _listen(self) -> None:
        assert self._client is not None
        subjects = self._line.subjects

        async def present(message: Msg) -> None:
            self._tell(Present(message.subject.rpartition(".")[2], message.data))

        await self._client.subscribe(subjects.room, cb=present)
        if self._line.role != ROOM:
            await self._client.subscribe(subjects.who, cb=present)
        await self._client.flush()

    async def _lost(self) -> None:
        self._follows += 1
        self._tell(Down(LOST))

    async def _back(self) -> None:
        self._tell(Up())

    def _tell(self, event: EngineEvent) -> None:
        self._told.put(event)

    def _do(self, what: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Do something in the loop, if it still runs."""

        def begin() -> None:
            task = asyncio.ensure_future(what())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(begin)

    # -- the log ---------------------------------------------------------------------------------------------------

    def follow(self, log: str, sequence: int) -> None:
        """Tell what comes after this place; see Engine."""
        self._do(lambda: self._follow(log, sequence))

    async def _follow(self, log: str, sequence: int) -> None:
        self._follows += 1
        mine = self._follows
        while mine == self._follows and not self._ends.is_set():
            try:
                await self._try_to_follow(log, sequence, mine)
            except _Failed as error:
                _log.info("Following failed: %s", type(error).__name__)
                await asyncio.sleep(AGAIN)
            else:
                return

    async def _try_to_follow(self, log: str, sequence: int, mine: int) -> None:
        assert self._stream is not None
        if self._following is not None:
            with contextlib.suppress(*_Failed):
                await self._following.unsubscribe()
            self._following = None
        head = await self._head()
        state = (await self._stream.stream_info(self._line.subjects.log)).state
        if head.version != self._line.version:
            self._tell(OtherVersion(head.version))
        if head.log != log or sequence < state.first_seq - 1 or sequence < head.sequence:
            data = await self._snapshot(head)
            if mine == self._follows:
                self._tell(Begun(data))
            return
        if sequence >= state.last_seq:
            self._tell(Current())
        self._following = await self._subscribed(sequence, state.last_seq, mine)

    async def _subscribed(self, sequence: int, last: int, mine: int) -> Subscription:
        assert self._stream is not None

        behind = sequence < last

        async def came(message: Msg) -> None:
            nonlocal behind
            if mine != self._follows:
                return
            number = message.metadata.sequence.stream
            self._tell(Heard(number, message.data))
            if behind and number >= last:
                behind = False
                self._tell(Current())

        subjects = self._line.subjects
        return await self._stream.subscribe(
            subjects.calls,
            stream=subjects.log,
            cb=came,
            ordered_consumer=True,
            config=api.ConsumerConfig(
                deliver_policy=api.DeliverPolicy.BY_START_SEQUENCE, opt_start_seq=sequence + 1, inactive_threshold=30
            ),
        )

    async def _head(self) -> Head:
        assert self._stream is not None
        subjects = self._line.subjects
        found = await self._stream.get_last_msg(subjects.snapshots, subjects.head)
        self.head = head = msgspec.json.decode(found.data or b"", type=Head)
        return head

    async def _snapshot(self, head: Head) -> bytes:
        assert self._stream is not None
        subjects, parts = self._line.subjects, []
        for number in range(head.parts):
            part = await self._stream.get_last_msg(subjects.snapshots, subjects.part(head.sequence, number))
            parts.append(part.data or b"")
        data = b"".join(parts)
        if hashlib.sha256(data).hexdigest() != head.digest:
            raise NotFoundError
        return data

    def send(self, id_: str, data: bytes) -> None:
        """Put a message at the end of the log; see Engine."""
        self._do(lambda: self._sent(id_, data))

    async def _sent(self, id_: str, data: bytes) -> None:
        """Put one in the log; none waits for the answer to another, or over a slow line it would be one a second.

        They go in the order in which they were sent. When one may not have arrived, all that is not heard goes again.
        """
        assert self._stream is not None and self._client is not None
        mine = self._follows
        try:
            await self._stream.publish(self._line.subjects.calls, data, WAIT, headers={"Nats-Msg-Id": id_})
        except _Failed as error:
            _log.info("Sending failed: %s", type(error).__name__)
            if mine == self._follows:
                self._follows += 1  # what was sent with it is sent again once
                await asyncio.sleep(AGAIN)
                if self._client.is_connected:
                    self._tell(Up())

    # -- what the host does ----------------------------------------------------------------------------------------

    def snapshot(self, data: bytes, sequence: int, *, erase: bool = False) -> None:
        """Keep a snapshot, and no message before it; see Engine."""
        self._do(lambda: self._keep(data, sequence, erase=erase))

    async def _keep(self, data: bytes, sequence: int, *, erase: bool) -> None:
        if self._stream is None or self.head is None:
            return
        while not self._ends.is_set():
            try:
                await self._put(msgspec.structs.replace(self.head, sequence=sequence), data)
                await self._stream.purge_stream(self._line.subjects.log, seq=sequence + 1)
            except _Failed as error:
                _log.info("Keeping a snapshot failed: %s (erases: %s)", type(error).__name__, erase)
                await asyncio.sleep(AGAIN)
            else:
                return

    async def _put(self, head: Head, data: bytes) -> None:
        """A snapshot in place of the last: its parts first, then what tells of it, then the old parts go."""
        assert self._stream is not None
        subjects = self._line.subjects
        before = (await self._stream.stream_info(subjects.snapshots)).state.last_seq
        parts = [data[at : at + PART] for at in range(0, len(data), PART)] or [b""]
        for number, part in enumerate(parts):
            await self._stream.publish(subjects.part(head.sequence, number), part, WAIT)
        head = msgspec.structs.replace(head, parts=len(parts), digest=hashlib.sha256(data).hexdigest())
        await self._stream.publish(subjects.head, msgspec.json.encode(head), WAIT)
        self.head = head
        await self._stream.purge_stream(subjects.snapshots, seq=before + 1)

    def there(self) -> bool:
        """Whether the server has a log of this network already.

        Raises:
            Refused: the server does not let us in, or keeps nothing, and why.
        """
        try:
            self._asked(self._head, 2 * WAIT)
        except NotFoundError:
            return False
        return True

    def found(self, log: str, data: bytes) -> None:
        """Make the streams of a new log, that begins with this snapshot.

        Raises:
            Refused: the server does not let us in, or keeps nothing, and why.
        """
        self._asked(lambda: self._found(log, data), 4 * WAIT)

    def _asked(self, asking: Callable[[], Coroutine[Any, Any, object]], patience: float) -> None:
        """Wait until the server did this.

        Raises:
            Refused: it does not let us in, or does not do it, and why.
            NotFoundError: it has no such thing.
        """
        try:
            self._first.result(2 * CONNECTS)
            asyncio.run_coroutine_threadsafe(asking(), self._loop).result(patience)
        except NotFoundError:
            raise
        except _Failed as error:
            raise not_kept(error, ours=self._line.ours) from error

    async def _found(self, log: str, data: bytes) -> None:
        assert self._stream is not None
        subjects = self._line.subjects
        common: dict[str, Any] = {"storage": api.StorageType.FILE, "discard": api.DiscardPolicy.NEW}
        for stream in (subjects.log, subjects.snapshots):
            with contextlib.suppress(NotFoundError):
                await self._stream.delete_stream(stream)
        await self._stream.add_stream(
            name=subjects.log, subjects=[subjects.calls], duplicate_window=DUPLICATES, **common
        )
        await self._stream.add_stream(
            name=subjects.snapshots, subjects=[f"{subjects.kept}.>"], duplicate_window=1.0, **common
        )
        await self._put(Head(log=log, sequence=0, parts=0, digest="", version=self._line.version), data)

    # -- the rest --------------------------------------------------------------------------------------------------

    def tell(self, subject: str, data: bytes) -> None:
        """Tell who is there now; see Engine."""
        self._do(lambda: self._published(subject, data))

    async def _published(self, subject: str, data: bytes) -> None:
        subjects = self._line.subjects
        name = {"who": subjects.who, "room": subjects.room}[subject]
        if self._client is not None and self._client.is_connected:
            with contextlib.suppress(*_Failed):
                await self._client.publish(name, data)

    def look(self) -> None:
        """Tell as "looks" what the laptops are called that only see what the room sees: these tell nothing."""
        if self._line.ours:
            self._do(self._looked)

    async def _looked(self) -> None:
        if self._client is not None and self._client.is_connected:
            with contextlib.suppress(*_Failed):
                self._tell(Present("looks", msgspec.json.encode(await self._client.names_of(ROOM))))

    def take(self, timeout: float) -> Sequence[EngineEvent]:
        """What came, in order; see Engine."""
        found: list[EngineEvent | None] = []
        with contextlib.suppress(queue.Empty):
            found.append(self._told.get(timeout=timeout) if timeout > 0 else self._told.get_nowait())
            while len(found) < 1_000:
                found.append(self._told.get_nowait())
        return [event for event in found if event is not None]

    def nudge(self) -> None:
        """End a wait in ``take``: there is something to do here."""
        self._told.put(None)

    def close(self) -> None:
        """Leave the server; what was sent is there."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._ends.set)
        if self.is_alive():
            self.join(5)
