"""A line to a server: where it leads, as what, and what to tell when it cannot be made."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable

import msgspec
from nats.aio.client import Client
from nats.js.errors import ServiceUnavailableError

from data.model import Refused, Said, say
from data.together.calls import LARGEST
from data.together.subjects import Subjects

CONNECTS = 12
"""Seconds for a connection: the door of the other laptop may let wait who mistyped the code before."""

PINGS = 2
"""Seconds between two times that the server is asked whether it is there; after two without an answer it is not."""

AGAIN = 0.5
"""Seconds before a server that cannot be reached is tried again."""

Told = Callable[[Exception], Awaitable[None]]
Heard = Callable[[], Awaitable[None]]

LOST = say("The connection to the other laptop is lost.")


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """Which snapshot there is: of which log, up to where, in how many parts, and which Kring made it."""

    log: str
    sequence: int
    parts: int
    digest: str
    version: str


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """Where to connect, as what, and with what; ``ours`` when the server is not that of an organisation.

    ``name`` is what this laptop is called.
    """

    servers: list[str]
    role: str
    subjects: Subjects
    tls: ssl.SSLContext | None
    version: str
    ours: bool = True
    name: str = ""


class UnfitError(ConnectionError):
    """A server that will not do; ``said`` is why."""

    def __init__(self, said: Said) -> None:
        super().__init__()
        self.said = said


class _Connection(msgspec.Struct):
    name: str = ""
    authorized_user: str = ""


class _Connections(msgspec.Struct):
    connections: list[_Connection] = []


class _Answer(msgspec.Struct):
    data: _Connections


class LineClient(Client):
    """A client that goes no further with a server that will not do: NATS itself tells it the password all the same."""

    async def reach(self, line: Line, *, told: Told, lost: Heard, back: Heard) -> None:
        """Connect, and go on trying; it is ``told`` what failed, and when the line is ``lost`` and ``back``."""
        await self.connect(
            line.servers,
            name=line.name or f"kring {line.role}",
            tls=line.tls,
            tls_handshake_first=line.ours,
            connect_timeout=CONNECTS,
            reconnect_time_wait=AGAIN,  # type: ignore[arg-type]
            max_reconnect_attempts=-1,
            ping_interval=PINGS,
            max_outstanding_pings=2,
            pending_size=0,  # nothing is sent into a line that is gone: the copy knows what is to be sent
            error_cb=told,
            disconnected_cb=lost,
            reconnected_cb=back,
        )

    def _connect_command(self) -> bytes:
        server = self._current_server
        if server is not None and server.uri.scheme == "tls" and not self._server_info.get("tls_required"):
            raise UnfitError(
                say(
                    "That server does not encrypt the connection: nothing was sent. Ask whoever runs it, or use "
                    "nats://."
                )
            )
        if self.max_payload <= LARGEST:
            raise UnfitError(
                say(
                    "That server takes messages of at most {size} KB: its configuration needs {setting}.",
                    size=self.max_payload // 1024,
                    setting="max_payload: 3MB",
                )
            )
        return super()._connect_command()

    async def names_of(self, role: str) -> list[str]:
        """What the laptops in this role are called that have a line to the server; it tells that to who shares only.

        Raises:
            nats.errors.Error: it does not tell.
            msgspec.DecodeError: it tells it in another way.
        """
        answer = await self.request("$SYS.REQ.ACCOUNT.PING.CONNZ", b'{"auth": true}', timeout=2)
        found = msgspec.json.decode(answer.data, type=_Answer).data.connections
        return sorted(each.name for each in found if each.authorized_user == f"CN={role}")

    async def _attempt_reconnect(self) -> None:
        """Let go at once of a line that is gone: TLS would wait for the other side to say so too, half a minute."""
        writer = getattr(self._transport, "_io_writer", None)
        if writer is not None:
            writer.transport.abort()
        await super()._attempt_reconnect()


def forbids(error: Exception) -> bool:
    """Whether a server said that it does not allow something."""
    return "permissions violation" in str(error).lower()


def _by_server(error: Exception) -> Said | None:
    """What to tell of what a server said itself."""
    if isinstance(error, UnfitError):
        return error.said
    if forbids(error):
        return say("That server does not allow this for the name in the code: ask whoever runs it.")
    if "authorization" in str(error).lower():
        return say("That server does not accept this name and password: ask whoever runs it.")
    return None


def why(error: Exception) -> Said:
    """What to tell of a line that cannot be made."""
    if (said := _by_server(error)) is not None:
        return said
    causes = [error, error.__cause__, error.__context__]
    names = {type(each).__name__ for each in causes if each is not None}
    if "OtherServer" in names:
        return say("Something else is being shared there now: ask for the current code.")
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in causes):
        return say(
            "This computer does not trust the certificate of that server: put the certificate of whoever signed it "
            "in a file, and name that file in {variable}.",
            variable="SSL_CERT_FILE",
        )
    if any(isinstance(each, ssl.SSLError | ConnectionResetError | asyncio.IncompleteReadError) for each in causes):
        return say("That code is wrong, or from an earlier sharing: ask for the current code.")
    if isinstance(error, ConnectionRefusedError):
        return say("Nobody shares a network at that address.")
    return say("That address does not answer: are both laptops on the same network? Some guest Wi-Fi keeps them apart.")


def not_kept(error: Exception, *, ours: bool) -> Refused:
    """What to tell of a server that does not keep the log."""
    if ours:
        return Refused(say("The server for sharing does not start: share again, or restart the computer."))
    if isinstance(error, ServiceUnavailableError):
        return Refused(say("That server stores no messages: its configuration needs {setting}.", setting="jetstream"))
    return Refused(
        say("That server does not let this name store messages ({why}): ask whoever runs it.", why=type(error).__name__)
    )
