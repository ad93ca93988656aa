"""The door of a sharing: what connects is led to the server, which itself listens to this computer alone.

Nothing is answered here. What does not begin as TLS is closed; who is turned away by the server (a wrong code) waits
longer each time before being led there again; a connection that says nothing is not kept.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Iterable

import msgspec

from data.model import Refused, say
from data.together.code import address

HELLO = 0x16
"""The first byte of every TLS connection."""

SILENT = 5.0
"""Seconds in which a connection must say something."""

SHORT = 5.0
"""A connection that the server ends within so many seconds was turned away."""

LONGEST = 8.0
"""Nobody waits longer, in seconds: who has the right code at last is still let in."""

FORGOTTEN = 120.0
"""After so many quiet seconds nobody waits any more."""

MOST = 48
"""So many connections at once are led to the server, and a sixth of them from one address that was turned away."""

_CHUNK = 65536


class Turned(msgspec.Struct):
    """How often an address was turned away in a row, and when last."""

    times: int = 0
    last: float = 0.0
    waiting: int = 0

    def wait(self) -> float:
        """How long the next connection waits, in seconds."""
        if time.monotonic() - self.last > FORGOTTEN:
            self.times = 0
        return min(0.25 * 2.0**self.times, LONGEST) if self.times else 0.0


class Gate(threading.Thread):
    """Listens on the addresses that were picked, in a thread of its own."""

    def __init__(self, listen: Iterable[tuple[str, int]], port: int) -> None:
        super().__init__(name="kring-gate", daemon=True)
        self._listen = list(listen)
        self._port = port
        self._loop = asyncio.new_event_loop()
        self._ends = asyncio.Event()
        self._ready = threading.Event()
        self._error: OSError | None = None
        self._open = 0
        self._turned: dict[str, Turned] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.addresses: list[tuple[str, int]] = []

    def begin(self) -> None:
        """Listen.

        Raises:
            Refused: an address is not one of this computer, or taken.
        """
        self.start()
        self._ready.wait()
        if self._error is not None:
            host, port = self._listen[len(self.addresses)]
            raise Refused(
                say("Sharing cannot listen on {address}: pick another address or port.", address=address(host, port))
            ) from self._error

    def end(self) -> None:
        """Listen no longer, and let nobody stay."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._ends.set)
        if self.is_alive():
            self.join(5)

    def run(self) -> None:
        """Live until ``end``."""
        try:
            self._loop.run_until_complete(self._live())
        finally:
            self._loop.close()
            self._ready.set()

    async def _live(self) -> None:
        servers: list[asyncio.Server] = []
        try:
            for host, port in self._listen:
                server = await asyncio.start_server(self._came, host, port)
                servers.append(server)
                self.addresses.append((host, server.sockets[0].getsockname()[1]))
        except OSError as error:
            self._error = error
        else:
            self._ready.set()
            await self._ends.wait()
        for server in servers:
            server.close()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _came(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        host = writer.get_extra_info("peername")[0]
        known = self._turned.setdefault(host, Turned())
        if len(self._turned) > 1_000:
            self._turned.pop(next(iter(self._turned)))
        try:
            await self._led(reader, writer, known)
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            writer.transport.abort()

    async def _led(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, known: Turned) -> None:
        if self._open + known.waiting >= MOST or known.waiting >= MOST // 6:
            return
        known.waiting += 1
        try:
            await asyncio.sleep(known.wait())
            first = await asyncio.wait_for(reader.read(_CHUNK), SILENT)
        except TimeoutError:
            first = b""
        finally:
            known.waiting -= 1
        if not first or first[0] != HELLO:
            _turn_away(known)
            return
        inner, outer = await asyncio.open_connection("127.0.0.1", self._port)
        self._open += 1
        began = time.monotonic()
        try:
            outer.write(first)
            by_server = await _joined((reader, outer), (inner, writer))
        finally:
            self._open -= 1
            outer.transport.abort()
        if time.monotonic() - began >= SHORT:
            known.times = 0
        elif by_server:
            _turn_away(known)


def _turn_away(known: Turned) -> None:
    known.times, known.last = min(known.times + 1, 16), time.monotonic()


Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def _joined(up: Ends, down: Ends) -> bool:
    """Carry bytes both ways until one side ends; whether that was the server."""
    tasks = [asyncio.ensure_future(_carried(*up)), asyncio.ensure_future(_carried(*down))]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return tasks[1] in done
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _carried(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(_CHUNK):
            writer.write(data)
            await writer.drain()
