"""Three laptops in network namespaces: the line is cut, slowed and lossy, processes are killed, the host is replaced.

``python -m benchmarks.torture.together [--cuts N] [--kills N] [--hosts N]``; root on Linux, with ``ip`` and ``tc``.
After every few faults all is let be, and all files must hold the same, every line that was told saved once. Where the
kernel has no netem, the line is only cut.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from data.model import Note
from data.network import Network
from data.store.tiny import KringDB
from data.together.placing import differences, same
from tests.data.together.laptops import records

KRING = [sys.executable, "-m", "tui"]
NAMES = ("a", "b", "c")
PORT = 4222
EQUAL_WITHIN = 90.0
"""Seconds in which all must hold the same once the faults are over."""


def ip(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


class Laptop:
    """A namespace with an address, a file, a process that shares or joins it, and a keyboard."""

    def __init__(self, number: int, folder: Path) -> None:
        self.name = NAMES[number]
        self.space = f"kring-{self.name}"
        self.link = f"krv{self.name}"
        self.address = f"10.77.0.{number + 1}"
        self.path = folder / f"{self.name}.kring.json"
        self.process: subprocess.Popen[str] | None = None
        self.keyboard: subprocess.Popen[bytes] | None = None
        self.typed = 0
        self.saved: set[str] = set()

    def plug(self) -> None:
        ip("ip", "netns", "add", self.space)
        ip("ip", "link", "add", self.link, "type", "veth", "peer", "name", "eth0", "netns", self.space)
        ip("ip", "link", "set", self.link, "master", "krbridge", "up")
        for words in (f"addr add {self.address}/24 dev eth0", "link set eth0 up", "link set lo up"):
            ip("ip", "-n", self.space, *words.split())

    def unplug(self) -> None:
        with contextlib.suppress(subprocess.CalledProcessError):
            ip("ip", "netns", "del", self.space)

    def cut(self, *, off: bool) -> None:
        ip("ip", "link", "set", self.link, "down" if off else "up")

    def netem(self, *words: str) -> None:
        verb = "add" if words else "del"
        kind = ("netem", *words) if words else ()
        with contextlib.suppress(subprocess.CalledProcessError):
            ip("tc", "qdisc", verb, "dev", self.link, "root", *kind)

    def run(self, *words: str) -> dict[str, Any]:
        """Begin to share or to join; what it said when it was ready, or why not."""
        command = ["ip", "netns", "exec", self.space, *KRING, *words, "--no-screen", "--json"]
        log = self.path.with_suffix(".log").open("ab")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        log.close()
        assert self.process.stdout is not None
        found: dict[str, Any] = json.loads(self.process.stdout.readline() or '{"error": "it ended"}')
        return found

    def share(self) -> str:
        for _ in range(20):
            found = self.run("share", str(self.path), "--listen", f"{self.address}:{PORT}")
            if "code" in found:
                return str(found["code"])
            self.stop()
            time.sleep(0.5)
        raise SystemExit(f"{self.name} cannot share: {found}")

    def join(self, code: str) -> None:
        for _ in range(20):
            found = self.run("join", code, str(self.path))
            if "role" in found:
                return
            self.stop()
            time.sleep(0.5)
        raise SystemExit(f"{self.name} cannot join: {found}")

    def stop(self, number: int = signal.SIGTERM) -> None:
        if self.process is not None:
            self.process.send_signal(number)
            self.process.wait(30)
            self.process = None

    @property
    def there(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def type(self, count: int) -> None:
        """Type lines; each counts once it is told saved."""
        if self.keyboard is None or self.keyboard.poll() is not None:
            self.keyboard = subprocess.Popen(
                [*KRING, "capture", str(self.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
            )
        for _ in range(count):
            self.typed += 1
            text = f"{self.name} {self.typed}"
            _pipe(self.keyboard.stdin).write(f"{text}\n".encode())
            if _pipe(self.keyboard.stdout).readline().startswith(b"saved"):
                self.saved.add(text)

    def end(self) -> None:
        if self.keyboard is not None:
            _pipe(self.keyboard.stdin).close()
            self.keyboard.wait(30)
        self.stop()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


@contextmanager
def laptops(folder: Path) -> Iterator[list[Laptop]]:
    found = [Laptop(number, folder) for number in range(len(NAMES))]
    for each in found:
        each.unplug()
    with contextlib.suppress(subprocess.CalledProcessError):
        ip("ip", "link", "del", "krbridge")
    ip("ip", "link", "add", "krbridge", "type", "bridge")
    ip("ip", "link", "set", "krbridge", "up")
    try:
        for each in found:
            each.plug()
        yield found
    finally:
        for each in found:
            with contextlib.suppress(Exception):
                each.end()
            each.unplug()
        ip("ip", "link", "del", "krbridge")


def _has_netem() -> bool:
    try:
        ip("tc", "qdisc", "add", "dev", "krbridge", "root", "netem", "delay", "1ms")
        ip("tc", "qdisc", "del", "dev", "krbridge", "root")
    except subprocess.CalledProcessError:
        return False
    return True


class Torture:
    """``bad`` is how often anything was lost, doubled, or other than elsewhere."""

    def __init__(self, all_: list[Laptop], seed: int) -> None:
        self.all = all_
        self.chance = random.Random(seed)
        self.host = all_[0]
        self.bad = 0
        self.netem = _has_netem()
        print("netem: " + ("yes" if self.netem else "no, the line is only cut"))
        Network.create(self.host.path, records()).close()
        self.code = self.host.share()
        for each in all_[1:]:
            each.join(self.code)

    def cut(self) -> None:
        who = self.chance.choice(self.all)
        kind = self.chance.choice(["off", "delay", "loss"] if self.netem else ["off"])
        if kind == "off":
            who.cut(off=True)
        else:
            who.netem(*(["delay", "500ms"] if kind == "delay" else ["loss", "10%"]))
        self._all_type()
        time.sleep(self.chance.uniform(0.0, 1.0))
        who.cut(off=False)
        who.netem()

    def kill(self) -> None:
        who = self.chance.choice(self.all)
        self._all_type()
        if self.chance.random() < 0.3 and who.keyboard is not None:
            who.keyboard.kill()
            who.keyboard.wait()
        who.stop(signal.SIGKILL)
        self._all_type()
        self._back()

    def replace(self) -> None:
        """The host is carried away; another takes over, and the first joins again later."""
        before = self.host
        before.stop(self.chance.choice([signal.SIGKILL, signal.SIGTERM]))
        self._all_type()
        self.host = self.chance.choice([each for each in self.all if each is not before])
        self._shared_anew()

    def _all_type(self) -> None:
        for each in self.all:
            each.type(self.chance.randint(0, 3))

    def _back(self) -> None:
        if not self.host.there:
            self._shared_anew()
        for each in self.all:
            if not each.there:
                each.join(self.code)

    def _shared_anew(self) -> None:
        for each in self.all:
            each.stop()
        self.code = self.host.share()
        for each in self.all:
            if each is not self.host:
                each.join(self.code)

    def settle(self, what: str) -> None:
        """All must come to hold the same, with everything that was told saved, once."""
        until = time.monotonic() + EQUAL_WITHIN
        began = time.monotonic()
        while (why := self._wrong()) and time.monotonic() < until:
            time.sleep(0.2)
        total = sum(len(each.saved) for each in self.all)
        print(f"{what}: {total} lines, equal after {time.monotonic() - began:.1f} s" if not why else f"{what}: {why}")
        sys.stdout.flush()
        self.bad += bool(why)

    def _wrong(self) -> str:
        states = [KringDB(each.path).state for each in self.all]
        for each, state in zip(self.all, states, strict=True):
            texts = [note.text for note in state.all(Note)]
            lost = set().union(*(one.saved for one in self.all)) - set(texts)
            if lost or len(texts) != len(set(texts)):
                return f"{each.name} lacks {len(lost)}, doubled {len(texts) - len(set(texts))}"
        if not all(same(states[0], state) for state in states):
            return f"other: {[len(differences(states[0], state)) for state in states]}"
        return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=int, default=200, help="cuts, delays of 500 ms and losses of 10 percent")
    parser.add_argument("--kills", type=int, default=100, help="kills of what shares, joins or captures")
    parser.add_argument("--hosts", type=int, default=10, help="hosts that are replaced")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if os.geteuid() or not shutil.which("ip") or not shutil.which("tc"):
        print("not tried: the laptops are network namespaces, and that needs root, ip and tc")
        return 0
    with tempfile.TemporaryDirectory() as name, laptops(Path(name)) as found:
        torture = Torture(found, args.seed)
        for fault, count, together in ((torture.cut, args.cuts, 20), (torture.kill, args.kills, 10)):
            for number in range(count):
                fault()
                if number % together == together - 1 or number == count - 1:
                    torture.settle(f"{fault.__name__} {number + 1}")
        for number in range(args.hosts):
            torture.replace()
            torture.settle(f"replace {number + 1}")
    return 1 if torture.bad else 0


if __name__ == "__main__":
    sys.exit(main())
