"""Three laptops that share a network: the line is cut, slow and lossy, processes are killed, the host is replaced, a
disk is full, a clock is an hour off, a laptop is away for long.

``python -m benchmarks.torture.together [--cuts N] [--kills N] …``; root on Linux. After every few faults all is let
be, and all files must hold the same: every line that was told saved once, and every point counted once.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmarks.torture.air import Air, Weather
from benchmarks.torture.laptops import Laptop, ip, laptops, why_not
from data.model import Note
from data.network import Network
from data.store.tiny import KringDB
from data.together.placing import differences, same
from data.verbs.brainstorm.noting import add_weight, capture, edit_note
from tests.data.together.laptops import STORM, records

EQUAL_WITHIN = 120.0
"""Seconds in which all must hold the same once the faults are over."""

DELAY, JITTER, LOSS = 0.5, 0.1, 0.1
"""Seconds, more or less so many, and one packet in ten: each way."""

WEATHERS = {
    "out of reach": Weather(cut=True),
    "late": Weather(delay=DELAY, jitter=JITTER),
    "lossy": Weather(loss=LOSS),
    "late and lossy": Weather(delay=DELAY, jitter=JITTER, loss=LOSS),
}
POINTED = "Wie hier een punt geeft, geeft er één"


class Torture:
    """``bad`` is how often anything was lost, doubled, or other than elsewhere."""

    def __init__(self, all_: list[Laptop], air: Air, seed: int) -> None:
        self.all = all_
        self.air = air
        self.chance = random.Random(seed)
        self.host = all_[0]
        self.bad = self.points = self.longest = 0
        self.kinds: dict[str, int] = {}
        network = Network.create(self.host.path, records())
        self.note = network.apply(capture, activity=STORM, text=POINTED).new()
        network.close()
        self.code = self.host.share()
        for each in all_[1:]:
            each.join(self.code)

    # -- the faults ------------------------------------------------------------------------------------------------

    def cut(self) -> None:
        """A laptop out of reach, without its device, or in bad weather; at times so long that the line is given up."""
        who = self.chance.choice(self.all)
        kind = self.chance.choice([*WEATHERS, "no device", "cut in bad weather"])
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        bad = WEATHERS["late and lossy"]
        if kind == "no device":
            ip("-n", who.space, "link", "set", "eth0", "down")
        else:
            self.air.becomes(who.address, WEATHERS.get(kind, bad))
        self._all_work()
        time.sleep(self.chance.uniform(0.0, 12.0 if self.chance.random() < 0.1 else 2.0))
        if kind == "cut in bad weather":
            self.air.becomes(who.address, WEATHERS["out of reach"])
            self._all_work()
            time.sleep(self.chance.uniform(0.0, 1.0))
            self.air.becomes(who.address, bad)
            self._all_work()
            time.sleep(self.chance.uniform(0.0, 2.0))
        if kind == "no device":
            ip("-n", who.space, "link", "set", "eth0", "up")
        self.air.becomes(who.address, Weather())

    def kill(self) -> None:
        """What shares, joins or captures is killed."""
        who = self.chance.choice(self.all)
        self._all_work()
        if self.chance.random() < 0.3:
            who.drop_keyboard()
        who.stop(signal.SIGKILL)
        self._all_work()
        self._back()

    def replace(self) -> None:
        """The host is carried away; another takes over, and the first joins again later."""
        before, how = self.host, self.chance.choice([signal.SIGKILL, signal.SIGTERM])
        before.stop(how)
        # What is done on a laptop that left goes along later as what became of the records: a point there may be one
        # with a point elsewhere, so none is given there.
        self._all_work(left=before if how == signal.SIGTERM else None)
        self.host = self.chance.choice([each for each in self.all if each is not before])
        self._shared_anew()

    def full(self) -> None:
        """The disk of one is full for a while."""
        who = self.chance.choice(self.all)
        self._all_work()
        who.fill()
        for each in self.all:
            each.type(self.chance.randint(1, 3))
            if each is not who:
                self._point(each)
        time.sleep(self.chance.uniform(0.0, 3.0))
        who.clear()
        self._all_work()
        self._back()

    def clocks(self) -> None:
        """One has a clock that is an hour off: what it types, and what shares or joins there."""
        who, off = self.chance.choice(self.all), self.chance.choice([-1, 1])
        for each in self.all:
            each.hours = off if each is who else 0
            each.drop_keyboard()
        self._shared_anew()
        self._all_work()

    def both(self) -> None:
        """Two change the same note while they cannot hear each other; both points count, and one of the wordings."""
        one, other = self.chance.sample(self.all, 2)
        self.air.becomes(one.address, WEATHERS["out of reach"])
        wanted = {self._reword(each) for each in (one, other)}
        for each in (one, other):
            self._point(each)
        self.air.becomes(one.address, Weather())
        self.settle("both changed one note", kept=wanted)

    def away(self, count: int) -> None:
        """One is out of reach while so many lines are typed, there and elsewhere in turn."""
        for who in (self.all[1], self.host):
            self.air.becomes(who.address, WEATHERS["out of reach"])
            time.sleep(8)
            before = used(*self.all)
            who.type(count)
            self.all[2].type(count // 10)
            typed = used(*self.all)
            self.air.becomes(who.address, Weather())
            self.settle(f"{who.name} away for {count} lines of its own, {count // 10} of others")
            now = used(*self.all)
            for each in self.all:
                while_, after = typed[each.name] - before[each.name], now[each.name] - typed[each.name]
                print(f"  processor time of {each.name}: {while_:.1f} s meanwhile, {after:.1f} s to catch up")

    # -- what is done meanwhile ------------------------------------------------------------------------------------

    def _all_work(self, left: Laptop | None = None) -> None:
        for each in self.all:
            each.type(self.chance.randint(0, 3))
            if each is not left and self.chance.random() < 0.3:
                self._point(each)

    def _point(self, laptop: Laptop) -> None:
        with opened(laptop) as network:
            network.apply(add_weight, note=self.note, by=1).wait(30)
            self.points += 1

    def _reword(self, laptop: Laptop) -> str:
        text = f"{POINTED}, zegt {laptop.name} {self.points}"
        with opened(laptop) as network:
            network.apply(edit_note, note=self.note, text=text).wait(30)
        return text

    def _back(self) -> None:
        if not self.host.there:
            self._shared_anew()
        for each in self.all:
            if not each.there:
                each.stop()
                each.join(self.code)

    def _shared_anew(self) -> None:
        for each in self.all:
            each.stop()
        self.code = self.host.share()
        for each in self.all:
            if each is not self.host:
                each.join(self.code)

    # -- what must hold --------------------------------------------------------------------------------------------

    def settle(self, what: str, kept: set[str] | None = None) -> None:
        """All must come to hold the same, with everything that was told saved, once."""
        began = time.monotonic()
        while (why := self._wrong(kept)) and time.monotonic() < began + EQUAL_WITHIN:
            time.sleep(0.2)
        took = time.monotonic() - began
        total = sum(len(each.saved) for each in self.all)
        print(f"{what}: {total} lines, {self.points} points, equal after {took:.1f} s" if not why else f"{what}: {why}")
        sys.stdout.flush()
        self.bad += bool(why)

    def _wrong(self, kept: set[str] | None) -> str:
        states = [KringDB(each.path).state for each in self.all]
        for each, state in zip(self.all, states, strict=True):
            notes = state.all(Note)
            texts = [note.text for note in notes]
            lost = set().union(*(one.saved for one in self.all)) - set(texts)
            if lost or len(texts) != len(set(texts)):
                return f"{each.name} lacks {len(lost)}, doubled {len(texts) - len(set(texts))}"
            pointed = state.get(Note, self.note)
            if pointed.weight != self.points:
                return f"{each.name} counts {pointed.weight} of {self.points} points"
            if kept is not None and pointed.text not in kept:
                return f"{each.name} kept none of the wordings"
        if not all(same(states[0], state) for state in states):
            return f"other: {[len(differences(states[0], state)) for state in states]}"
        return ""


@contextmanager
def opened(laptop: Laptop) -> Iterator[Network]:
    """The file of a laptop, open for one change more."""
    network = Network.open(laptop.path)
    try:
        yield network
    finally:
        network.close()


def used(*found: Laptop) -> dict[str, float]:
    """Seconds of processor time that what shares or joins has used, its server too."""
    return {each.name: sum(map(_used, _family(each.process.pid))) for each in found if each.process is not None}


def _family(pid: int) -> list[int]:
    with suppress(OSError):
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(each) for thread in threads for each in (thread / "children").read_text().split()]
        return [pid, *(member for child in children for member in _family(child))]
    return []


def _used(pid: int) -> float:
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / 100
    return 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=int, default=200, help="cuts, delays of 500 ms and losses of 10 percent")
    parser.add_argument("--kills", type=int, default=100, help="kills of what shares, joins or captures")
    parser.add_argument("--hosts", type=int, default=10, help="hosts that are replaced")
    parser.add_argument("--full", type=int, default=10, help="disks that are full for a while")
    parser.add_argument("--clocks", type=int, default=6, help="clocks that are an hour off")
    parser.add_argument("--both", type=int, default=20, help="notes that two change while they cannot hear each other")
    parser.add_argument("--away", type=int, default=2000, help="lines of a laptop that is out of reach")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if why := why_not():
        print(why)
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # nothing of the laptops stays behind
    air = Air(args.seed)
    with tempfile.TemporaryDirectory() as name, laptops(Path(name), air, disks=True) as found:
        torture = Torture(found, air, args.seed)
        faults: list[tuple[Callable[[], None], int, int]] = [
            (torture.cut, args.cuts, 20),
            (torture.kill, args.kills, 10),
            (torture.replace, args.hosts, 1),
            (torture.full, args.full, 1),
            (torture.clocks, args.clocks, 1),
            (torture.both, args.both, 20),
        ]
        for fault, count, together in faults:
            for number in range(count):
                fault()
                if number % together == together - 1 or number == count - 1:
                    torture.settle(f"{fault.__name__} {number + 1}")
        if args.away:
            torture.away(args.away)
        print(f"cuts: {torture.kinds}; packets: {air.counts()}; {torture.bad} times anything lost, doubled or other")
    air.close()
    return 1 if torture.bad else 0


if __name__ == "__main__":
    sys.exit(main())
