"""How long a save takes, alone and with two processes at once: ``python -m benchmarks.store``.

The floor is what any program must pay to have 200 bytes on the disk: an append and fdatasync, measured in between.
"""

# ruff: noqa: ARG001 - every verb is given the clock and the ids

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from data.model import Change, Note, Profile, Record, Session, Stamp, State, say
from data.network import Changed, Network
from data.store import image as images
from data.store.lock import AskingLock, WaitingLock

SENTENCE = "een zin zoals iemand die in een sessie hardop zegt, nummer {}"
IDS = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"


def note(state: State, at: Stamp, text: str) -> Change:
    return Change(say("Note"), puts=(Note(id=at.new(), session=IDS, activity=IDS, text=text, at=at.now),))


def edit(state: State, at: Stamp, id_: str, text: str) -> Change:
    from msgspec.structs import replace

    return Change(say("Edit"), puts=(replace(state.get(Note, id_), text=text),))


def drop(state: State, at: Stamp, id_: str) -> Change:
    return Change(say("Drop"), drops=(state.get(Note, id_),))


def records(notes: int) -> list[Record]:
    at = "2027-03-14T14:08:00+01:00"
    return [
        Profile(id="p", name="bench"),
        Session(id=IDS, number=1),
        *(
            Note(id=f"{n:08}-bbbb-cccc-dddd-eeeeeeeeeeee", session=IDS, activity=IDS, text=SENTENCE.format(n), at=at)
            for n in range(notes)
        ),
    ]


def spread(times: list[float]) -> str:
    """The middle, the 95th of a hundred, and the longest, in milliseconds."""
    ordered = sorted(times)
    middle, most = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
    return f"p50 {middle:6.2f}  p95 {most:6.2f}  max {ordered[-1]:6.2f} ms"


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


class Floor:
    """An append of 200 bytes and fdatasync, on the same disk."""

    def __init__(self, folder: Path) -> None:
        self._descriptor = os.open(folder / "floor", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self.times: list[float] = []

    def measure(self) -> None:
        self.times.append(timed(self._append))

    def _append(self) -> None:
        os.write(self._descriptor, b"x" * 200)
        getattr(os, "fdatasync", os.fsync)(self._descriptor)


def _saved(network: Network, text: str) -> None:
    network.apply(note, text=text).wait()


def saves(folder: Path, documents: int, count: int) -> None:
    """Inserts one after the other, each waited for, with the floor measured between them."""
    path = folder / f"{documents}.kring.json"
    network, floor = Network.create(path, records(documents)), Floor(folder)
    network.apply(note, text="the first write also lays the reserve").wait()
    times = []
    for number in range(count):
        floor.measure()
        times.append(timed(partial(_saved, network, SENTENCE.format(number))))
    network.close()
    ratio = statistics.median(times) / statistics.median(floor.times)
    print(
        f"{documents:6} documents  insert {spread(times)}   floor {spread(floor.times)}   {ratio:.1f} times the floor"
    )
    opens = []
    for _ in range(7):
        start = time.perf_counter()
        network = Network.open(path)
        opens.append((time.perf_counter() - start) * 1000)
        network.close()
    print(f"{documents:6} documents  open   {spread(opens)}")


def _busy(path: Path, name: str, count: int, out: Connection) -> None:
    """Insert, and edit and delete some of its own; tell the times and what must be there."""
    network, chance = Network.open(path, watch=True), random.Random(name)
    times: list[float] = []
    mine: dict[str, str] = {}
    out.send("ready")
    for number in range(count):
        task = network.apply(note, text=f"{name} {number}")
        times.append(timed(task.wait))
        mine[task.new()] = f"{name} {number}"
        other = chance.choice(sorted(mine))
        if number % 10 == 5:
            times.append(timed(network.apply(edit, other, f"{name} {number} edited").wait))
            mine[other] = f"{name} {number} edited"
        elif number % 10 == 9:
            times.append(timed(network.apply(drop, other).wait))
            del mine[other]
        out.send((list(mine.items()), None))
    network.close()
    out.send((list(mine.items()), times))


def _start(path: Path, name: str, count: int) -> tuple[multiprocessing.Process, Connection]:
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(target=_busy, args=(path, name, count, there))
    process.start()
    there.close()
    assert here.recv() == "ready"
    return process, here  # type: ignore[return-value]


def _told(out: Connection) -> tuple[dict[str, str], list[float]]:
    mine, times = {}, []
    try:
        while True:
            items, times = out.recv()
            mine = dict(items)
    except EOFError:
        return mine, times


def together(folder: Path, count: int) -> None:
    """Two processes at once; all that both told must be there."""
    path = folder / "two.kring.json"
    Network.create(path, records(0)).close()
    workers = [_start(path, name, count) for name in ("een", "twee")]
    told = [_hear(out) for _, out in workers]
    for process, _ in workers:
        process.join()
    held = {each.id: each.text for each in images.load(path.read_bytes()).state.all(Note)}
    expected: dict[str, str] = {}
    times: list[float] = []
    for thread, found in told:
        thread.join()
        expected |= found[0][0]
        times += found[0][1]
    print(f"two processes, {count} inserts each with edits and deletes: {spread(times)}   "
          f"{'all there' if held == expected else 'LOST'}")  # fmt: skip


def _hear(out: Connection) -> tuple[threading.Thread, list[tuple[dict[str, str], list[float]]]]:
    found: list[tuple[dict[str, str], list[float]]] = []
    thread = threading.Thread(target=lambda: found.append(_told(out)))
    thread.start()
    return thread, found


def one_killed(folder: Path, count: int) -> None:
    """Two processes at once, one of them killed halfway; the other goes on and nothing is lost."""
    path = folder / "killed.kring.json"
    Network.create(path, records(0)).close()
    (victim, out), (other, other_out) = _start(path, "weg", 10**6), _start(path, "blijft", count)
    told, stays = _hear(out), _hear(other_out)
    time.sleep(0.5)
    os.kill(victim.pid or 0, getattr(signal, "SIGKILL", signal.SIGTERM))
    for process in (victim, other):
        process.join()
    for thread, _ in (told, stays):
        thread.join()
    held = {each.id: each.text for each in images.load(path.read_bytes()).state.all(Note)}
    lost = [id_ for id_, text in stays[1][0][0].items() if held.get(id_) != text]
    # The one that was killed may have had one more change on its way.
    missing = [id_ for id_, text in told[1][0][0].items() if held.get(id_) != text]
    print(f"one of two killed: the other made all {count} inserts; lost {len(lost)}, "
          f"of the killed one {max(0, len(missing) - 1)}; {spread(stays[1][0][1])}")  # fmt: skip


def seen(folder: Path, count: int) -> None:
    """From a save in one window until another has heard of it."""
    path = folder / "seen.kring.json"
    one, other = Network.create(path, records(1000)), Network.open(path, watch=True)
    heard = threading.Event()
    other.subscribe(lambda event: heard.set() if isinstance(event, Changed) else None)
    times = []
    for number in range(count):
        heard.clear()
        one.apply(note, text=str(number)).wait()
        times.append(timed(lambda: heard.wait(5)))
        time.sleep(random.uniform(0, 0.1))
    one.close()
    other.close()
    print(f"another window hears of a save: {spread(times)}")


def _contend(path: Path, kind: str, seconds: float, out: Connection) -> None:
    lock = WaitingLock(path) if kind == "waiting" else AskingLock(path)
    times, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        times.append(timed(lock.acquire))
        time.sleep(0.002)
        lock.release()
        time.sleep(0.001)
    out.send(times)


def locks(folder: Path) -> None:
    """What two processes wait for the lock, each holding it for 2 ms: woken by the system, or asking with filelock."""
    for kind in ("waiting", "asking"):
        pipes, processes = [], []
        for _ in range(2):
            here, there = multiprocessing.Pipe(duplex=False)
            process = multiprocessing.get_context("spawn").Process(
                target=_contend, args=(folder / kind, kind, 2.0, there)
            )
            process.start()
            pipes.append(here)
            processes.append(process)
        times = [each for pipe in pipes for each in pipe.recv()]
        for process in processes:
            process.join()
        print(f"lock, {kind:8} {spread(times)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300, help="inserts a measurement")
    parser.add_argument("--folder", type=Path, help="a folder on the disk to measure")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.folder) as name:
        folder = Path(name)
        for documents in (1_000, 10_000):
            saves(folder, documents, args.count)
        together(folder, 500)
        one_killed(folder, 500)
        seen(folder, 50)
        locks(folder)


if __name__ == "__main__":
    main()
