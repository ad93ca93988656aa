"""Laptops in network namespaces: each with an address, a disk, a clock, settings and a file of its own."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from benchmarks.terminal import Terminal
from benchmarks.torture import air
from benchmarks.torture.air import Air

KRING = [sys.executable, "-m", "tui"]
CLOCK = [sys.executable, "-m", "benchmarks.torture.clock"]
NAMES = ("a", "b", "c")
PORT = 4222
DISK = 24
"""MB that fit on the disk of a laptop that has one of its own."""

AN_HOUR = 3600
TRIES = 20


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


class Laptop:
    """A namespace, a file, a process that shares or joins it, and a keyboard."""

    def __init__(self, number: int, folder: Path) -> None:
        self.name = NAMES[number]
        self.space = f"kring-{os.getpid()}-{self.name}"
        self.address = f"10.77.0.{number + 1}"
        self.folder = folder / self.name
        self.folder.mkdir()
        self.path = self.folder / f"{self.name}.kring.json"
        self.process: subprocess.Popen[str] | None = None
        self.keyboard: subprocess.Popen[bytes] | None = None
        self.hours = 0
        self.code = self.room_code = ""
        self.typed = 0
        self.saved: set[str] = set()

    @property
    def environment(self) -> dict[str, str]:
        """Its own settings."""
        found = {**os.environ, "KRING_SETTINGS": str(self.folder / "settings.toml"), "KRING_NEARBY": "off"}
        found["XDG_STATE_HOME"] = str(self.folder / "state")
        return found

    def command(self, *words: str) -> list[str]:
        """A command of Kring on this laptop."""
        kring = [*CLOCK, str(self.hours * AN_HOUR)] if self.hours else KRING
        return ["ip", "netns", "exec", self.space, *kring, *words]

    def screen(self, *words: str) -> Terminal:
        """Kring on this laptop, in a terminal."""
        own = [f"{key}={value}" for key, value in self.environment.items() if os.environ.get(key) != value]
        space, *command = self.command(*words)[3:]
        return Terminal(["ip", "netns", "exec", space, "env", *own, *command])

    def run(self, *words: str) -> dict[str, Any]:
        """Begin to share or to join; what it said when it was ready, or why not."""
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                self.command(*words, "--no-screen", "--json"),
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=self.environment,
            )
        assert self.process.stdout is not None
        found: dict[str, Any] = json.loads(self.process.stdout.readline() or '{"error": "it ended"}')
        return found

    def share(self) -> str:
        """Let others in; gives the code."""
        found = self._tried("code", "share", str(self.path), "--listen", f"{self.address}:{PORT}")
        self.code, self.room_code = str(found["code"]), str(found["room_code"])
        return self.code

    def join(self, code: str) -> None:
        """Work along with who has this code."""
        self._tried("role", "join", code, str(self.path))

    def _tried(self, wanted: str, *words: str) -> dict[str, Any]:
        for _ in range(TRIES):
            found = self.run(*words)
            if wanted in found:
                return found
            self.stop()
            time.sleep(0.5)
        raise SystemExit(f"{self.name} cannot {words[0]}: {found}")

    def stop(self, number: int = signal.SIGTERM) -> None:
        if self.process is not None:
            self.process.send_signal(number)
            self.process.wait(30)
            self.process = None

    @property
    def there(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def type(self, count: int) -> None:
        """Type lines; each counts once it is told saved. Where none can be saved any more, no more is typed."""
        if self.keyboard is None or self.keyboard.poll() is not None:
            with (self.folder / "log").open("ab") as log:
                self.keyboard = subprocess.Popen(
                    self.command("capture", str(self.path)),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    bufsize=0,
                    env=self.environment,
                )
        for _ in range(count):
            self.typed += 1
            text = f"{self.name} {self.typed}"
            try:
                _pipe(self.keyboard.stdin).write(f"{text}\n".encode())
            except BrokenPipeError:
                return
            if not _pipe(self.keyboard.stdout).readline().startswith(b"saved"):
                return
            self.saved.add(text)

    def drop_keyboard(self) -> None:
        """Kill what captures."""
        if self.keyboard is not None:
            self.keyboard.kill()
            self.keyboard.wait()

    def fill(self) -> None:
        """Take all room that is left on its disk."""
        with contextlib.suppress(OSError), (self.folder / "ballast").open("wb", buffering=0) as file:
            for size in (1 << 20, 4096, 1):
                with contextlib.suppress(OSError):
                    while file.write(bytes(size)) == size:
                        pass

    def clear(self) -> None:
        """There is room again."""
        (self.folder / "ballast").unlink(missing_ok=True)

    def end(self) -> None:
        if self.keyboard is not None:
            with contextlib.suppress(BrokenPipeError):
                _pipe(self.keyboard.stdin).close()
            self.keyboard.wait(30)
        self.stop()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def why_not() -> str:
    """Why there can be no laptops in network namespaces here, or nothing."""
    if sys.platform != "linux" or os.geteuid() or not shutil.which("ip"):
        return "not tried: the laptops are network namespaces, and that needs Linux, root and ip"
    if not air.possible():
        return "not tried: nothing can carry packets between the laptops without /dev/net/tun"
    return ""


@contextmanager
def laptops(folder: Path, carrier: Air | None = None, *, disks: bool = False) -> Iterator[list[Laptop]]:
    """Laptops that reach each other: over a bridge, or through the air; each with a small disk of its own if asked."""
    found = [Laptop(number, folder) for number in range(len(NAMES))]
    bridge = f"krb{os.getpid()}"
    try:
        if carrier is None:
            ip("link", "add", bridge, "type", "bridge")
            ip("link", "set", bridge, "up")
        for each in found:
            ip("netns", "add", each.space)
            ip("-n", each.space, "link", "set", "lo", "up")
            if carrier is not None:
                carrier.plug(each.space, each.address)
            else:
                _wire(each, bridge)
            if disks:
                words = ("mount", "-t", "tmpfs", "-o", f"size={DISK}m", "kring", str(each.folder))
                subprocess.run(words, check=True, capture_output=True)
        yield found
    finally:
        for each in found:
            with contextlib.suppress(Exception):
                each.end()
            with contextlib.suppress(subprocess.CalledProcessError):
                ip("netns", "del", each.space)
            if disks:
                subprocess.run(["umount", "-l", str(each.folder)], check=False, capture_output=True)
        if carrier is None:
            ip("link", "del", bridge)


def _wire(laptop: Laptop, bridge: str) -> None:
    link = f"krv{os.getpid()}{laptop.name}"
    ip("link", "add", link, "type", "veth", "peer", "name", "eth0", "netns", laptop.space)
    ip("link", "set", link, "master", bridge, "up")
    ip("-n", laptop.space, "addr", "add", f"{laptop.address}/24", "dev", "eth0")
    ip("-n", laptop.space, "link", "set", "eth0", "up")
