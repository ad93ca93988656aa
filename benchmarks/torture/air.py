"""What carries packets between laptops in network namespaces, and does to them what a bad Wi-Fi does.

Each laptop has a network device (TUN) of which the other end is here: a process takes every IP packet and delivers it
at once, late, or never. TCP in the kernel of the laptops sends again by itself what was lost, as over any line, so
this does what ``tc netem`` does, where the kernel has none.
"""

from __future__ import annotations

import contextlib
import fcntl
import heapq
import json
import os
import random
import select
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

DEVICE = Path("/dev/net/tun")
_TUNSETIFF = 0x400454CA
_IFF_TUN, _IFF_NO_PI = 0x0001, 0x1000
_LARGEST = 65_536
_MULTICAST = range(224, 240)
_MOST = 4_000
"""So many packets are on their way at once; what comes on top is lost, as in any queue."""


class Weather(NamedTuple):
    """What becomes of the packets to and from a laptop: seconds of delay, more or less so many, and how many are lost.

    ``cut`` loses all of them, and tells nobody: the laptop was carried out of reach.
    """

    delay: float = 0.0
    jitter: float = 0.0
    loss: float = 0.0
    cut: bool = False

    def late(self, chance: random.Random) -> float | None:
        """So many seconds later a packet is through; None when it is lost."""
        if self.cut or (self.loss and chance.random() < self.loss):
            return None
        return max(0.0, self.delay + chance.uniform(-self.jitter, self.jitter)) if self.delay else 0.0


class Air:
    """The process that carries them, as the torture sees it."""

    def __init__(self, seed: int = 1) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(seed)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def plug(self, space: str, address: str) -> None:
        """Give the network namespace a device with this address.

        Raises:
            OSError: there can be no such device here.
        """
        name = self._ask({"space": space, "address": address})
        words = (
            f"link set {name} netns {space} name eth0",
            f"-n {space} addr add {address}/24 dev eth0",
            f"-n {space} link set eth0 up multicast on",
        )
        for each in words:
            subprocess.run(["ip", *each.split()], check=True, capture_output=True)

    def becomes(self, address: str, weather: Weather) -> None:
        """From now on this is what becomes of the packets of this laptop."""
        self._ask({"address": address, "weather": weather._asdict()})

    def counts(self) -> dict[str, int]:
        """How many packets were carried, came late, and were lost, since the beginning."""
        found: dict[str, int] = json.loads(self._ask({}))
        return found

    def close(self) -> None:
        """The devices go with it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(10)

    def _ask(self, what: dict[str, Any]) -> str:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline().strip()
        if not answer:
            raise OSError("nothing carries packets here")
        return answer


class _Carrier:
    """What is on its way, and to whom."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._devices: dict[bytes, int] = {}
        self._weather: dict[int, Weather] = {}
        self._way: list[tuple[float, int, int, bytes]] = []
        self._number = 0
        self.counts = {"carried": 0, "late": 0, "lost": 0}

    def told(self, what: dict[str, Any]) -> str:
        """Do what is asked."""
        address = bytes(map(int, what["address"].split("."))) if what else b""
        if "space" in what:
            device, name = _device()
            self._devices[address], self._weather[device] = device, Weather()
            return name
        if "weather" in what:
            self._weather[self._devices[address]] = Weather(**what["weather"])
        return json.dumps(self.counts)

    def run(self) -> None:
        """Carry until nobody tells anything any more."""
        rest = b""
        os.set_blocking(0, False)
        while True:
            ready, _, _ = select.select([0, *self._devices.values()], [], [], self._wait())
            for device in ready:
                if device:
                    self._take(device)
                    continue
                data = os.read(0, _LARGEST)
                if not data:
                    return
                *lines, rest = (rest + data).split(b"\n")
                for line in lines:
                    print(self.told(json.loads(line)), flush=True)
            self._deliver()

    def _wait(self) -> float | None:
        return max(0.0, self._way[0][0] - time.monotonic()) if self._way else None

    def _take(self, device: int) -> None:
        for _ in range(64):
            try:
                packet = os.read(device, _LARGEST)
            except BlockingIOError:
                return
            except OSError:  # its laptop is gone
                self._devices = {address: each for address, each in self._devices.items() if each != device}
                return
            for to in self._to(device, packet[16:20]) if packet[0] >> 4 == 4 else ():
                self._send(device, to, packet)

    def _to(self, device: int, address: bytes) -> list[int]:
        if address[:1] and address[0] in _MULTICAST:
            return [each for each in self._devices.values() if each != device]
        found = self._devices.get(address)
        return [] if found is None else [found]

    def _send(self, device: int, to: int, packet: bytes) -> None:
        ways = [self._weather[each].late(self._chance) for each in (device, to)]
        late = sum(each for each in ways if each is not None)
        if None in ways or len(self._way) >= _MOST:
            self.counts["lost"] += 1
            return
        self.counts["late" if late else "carried"] += 1
        self._number += 1
        heapq.heappush(self._way, (time.monotonic() + late, self._number, to, packet))

    def _deliver(self) -> None:
        now = time.monotonic()
        while self._way and self._way[0][0] <= now:
            _, _, to, packet = heapq.heappop(self._way)
            with contextlib.suppress(OSError):  # its device is down
                os.write(to, packet)


def _device() -> tuple[int, str]:
    """A new device of this process, and its name."""
    found = os.open(DEVICE, os.O_RDWR | os.O_NONBLOCK)
    asked = struct.pack("16sH22x", b"kring%d", _IFF_TUN | _IFF_NO_PI)
    name = fcntl.ioctl(found, _TUNSETIFF, asked)[:16].rstrip(b"\0").decode()
    return found, name


def possible() -> bool:
    """Whether this machine lets us make such a device."""
    try:
        os.close(_device()[0])
    except OSError:
        return False
    return True


if __name__ == "__main__":
    _Carrier(int(sys.argv[1])).run()
