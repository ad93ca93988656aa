"""What a sharing is made of, for each role: who shares, who joins, who only sees what the room sees."""

from __future__ import annotations

import shutil
import ssl
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from importlib.metadata import PackageNotFoundError, version
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from data.model import Refused, say
from data.store.tiny import KringDB
from data.together import code as codes
from data.together.certificates import Pair, context, for_role
from data.together.code import Code
from data.together.driver import Driver
from data.together.found import network_of
from data.together.gate import Gate
from data.together.lines import Line
from data.together.nats_engine import NatsEngine
from data.together.nearby import Announced
from data.together.replica import Replica
from data.together.server import CO, HOST, ROOM, Server
from data.together.sharing import Parts, Sharing
from data.together.subjects import Subjects, key_of

SCHEMES = ("nats", "tls")
"""How the address of a server of an organisation begins: in the clear, or over TLS."""


def own_version() -> str:
    """Which Kring this is."""
    try:
        return version("kring")
    except PackageNotFoundError:
        return ""


class Hosting(msgspec.Struct, frozen=True):
    """Sharing a file from this computer."""

    path: Path
    listen: Sequence[tuple[str, int]]
    shown: str = ""

    def make(self, sharing: Sharing, stack: ExitStack) -> Parts:
        """Make the parts, in the thread of the sharing."""
        replica = _copy(self.path, sharing, stack)
        confirmed = replica.found()
        server = Server(replica.folder / "server")
        stack.callback(server.stop)
        server.start()
        gate = Gate(self.listen, server.port)
        stack.callback(gate.end)
        gate.begin()
        host, port = gate.addresses[0]
        shown = self.shown or host
        sharing.address = codes.address(shown, port)
        if not ip_address(shown).is_loopback:
            told = Announced(sharing.name, shown, port)
            stack.callback(told.end)
            told.start()
        print_ = server.pair.fingerprint
        sharing.code = str(Code(shown, port, server.secrets[CO], print_))
        sharing.room_code = str(Code(shown, port, server.secrets[ROOM], print_))
        pair = for_role(HOST, server.secrets[HOST])
        line = Line(
            servers=[f"tls://127.0.0.1:{server.port}"],
            role=HOST,
            subjects=server.subjects,
            tls=_context(pair, print_),
            version=own_version(),
        )
        engine = _engine(line, stack)
        engine.found(confirmed.log, replica.snapshot())
        return Parts(engine, Driver(replica, engine, host=True, version=line.version), replica, server.tend)


class Joining(msgspec.Struct, frozen=True):
    """Joining with a code, with a file of this computer for the copy; none for a viewer."""

    code: Code
    path: Path | None

    def make(self, sharing: Sharing, stack: ExitStack) -> Parts:
        """Make the parts, in the thread of the sharing."""
        sharing.address = self.code.address
        role = ROOM if self.path is None else CO
        replica = None if self.path is None else _copy(self.path, sharing, stack)
        line = Line(
            servers=[f"tls://{self.code.address}"],
            role=role,
            subjects=Subjects(self.code.fingerprint),
            tls=_context(for_role(role, self.code.secret), self.code.fingerprint),
            version=own_version(),
            name=sharing.name,
        )
        engine = _engine(line, stack)
        driver = None if replica is None else Driver(replica, engine, host=False, version=line.version)
        return Parts(engine, driver, replica)


class AtServer(msgspec.Struct, frozen=True):
    """Sharing over a server of an organisation, or joining there: who may what is for that server to say."""

    server: str
    path: Path | None
    key: str = ""

    def make(self, sharing: Sharing, stack: ExitStack) -> Parts:
        """Make the parts, in the thread of the sharing."""
        replica = None if self.path is None else _copy(self.path, sharing, stack)
        key = self.key or key_of(network_of(KringDB(self.path).state) if self.path else "")
        line = Line(
            servers=[self.server],
            role=sharing.role,
            subjects=Subjects(key),
            tls=ssl.create_default_context() if self.server.startswith("tls://") else None,
            version=own_version(),
            ours=False,
        )
        engine = _engine(line, stack)
        sharing.address = urlsplit(self.server).netloc.rpartition("@")[2]
        if sharing.role == HOST:
            sharing.code, sharing.room_code = f"{self.server}/{key}", f"{self.server}/{key}/room"
            if replica is not None and not engine.there():
                engine.found(replica.found().log, replica.snapshot())
        driver = None
        if replica is not None:
            driver = Driver(replica, engine, host=sharing.role == HOST, version=line.version)
        return Parts(engine, driver, replica)


def read_server(written: str) -> tuple[str, str, bool]:
    """The server of an organisation, the key of the network on it, and whether only the room is asked for.

    Raises:
        Refused: it is none.
    """
    found = urlsplit(written.strip())
    server = f"{found.scheme}://{found.netloc}"
    key, _, room = found.path.strip("/").partition("/")
    if found.scheme not in SCHEMES or not found.hostname or room not in ("", "room") or (key and not key.isalnum()):
        raise Refused(
            say("{address} is not a server: one looks like {example}.", address=server, example="nats://HOST:4222")
        )
    return server, key, bool(room)


def _copy(path: Path, sharing: Sharing, stack: ExitStack) -> Replica:
    db = KringDB(path)
    replica = Replica(db, sharing.tell)
    if not replica.open():
        raise Refused(say("{file} is shared already, in another window.", file=path.name))
    stack.callback(_let_go, db, replica)
    return replica


def _let_go(db: KringDB, replica: Replica) -> None:
    """Leave the file; of one that was not made after all nothing stays."""
    try:
        replica.close(leaves=True)
        db.files.close()
    finally:
        if not db.files.path.exists():
            shutil.rmtree(db.files.sidecar.folder, ignore_errors=True)


def _engine(line: Line, stack: ExitStack) -> NatsEngine:
    engine = NatsEngine(line)
    engine.start()
    stack.callback(engine.close)
    return engine


def _context(pair: Pair, fingerprint: str) -> ssl.SSLContext:
    folder = Path(tempfile.mkdtemp(prefix="kring-"))
    try:
        return context(pair, fingerprint, folder)
    finally:
        shutil.rmtree(folder)
