"""What loses lines around the file: foreign copies, quitting while unsaved, a disk that is nearly full."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.torture.kills import held, notes_of
from data.network import Choice, Network, writer
from data.store.reserve import Reserve
from tests.data.store.disks import FailingDisk
from tests.data.store.samples import add, edit, make, remove

PATIENCE = 20.0


def foreign_copies(folder: Path, count: int) -> int:
    """Older copies and versions from elsewhere over the file, open or closed, by rename or in place."""
    wrong = [fault for seed in range(count) if (fault := _foreign(folder, random.Random(seed), seed))]
    print(f"{count:5} foreign copies over the file: {len(wrong)} violations {wrong[:3] or ''}", flush=True)
    return len(wrong)


def _foreign(folder: Path, chance: random.Random, seed: int) -> str:
    path = make(folder / f"{seed}.kring.json", 4)
    older = path.read_bytes()
    network = Network.open(path, watch=True)
    _change(network, chance, f"both {seed}")
    network.close()
    far = folder / f"far-{seed}.kring.json"
    shutil.copy(path, far)
    theirs = Network.open(far)
    _change(theirs, chance, f"theirs {seed}")
    theirs.close()
    network = Network.open(path, watch=True)
    _change(network, chance, f"ours {seed}")
    ours = notes_of(network.state)
    closed = chance.random() < 0.5
    if closed:
        network.close()
    _put(path, older if (old := chance.random() < 0.5) else far.read_bytes(), chance)
    if closed:
        network = Network.open(path, watch=True)
    fault = "" if _until(lambda: held(path) == ours) else f"ours is lost: {held(path)}"
    if not fault and notes_of(network.state) != ours:
        fault = "the window shows another version than the file"
    if not fault and not old:
        others = network.foreign
        network.settle(others[0], Choice.MERGE).wait(PATIENCE)
        there = notes_of(network.state).values()
        lost = [text for text in (f"theirs {seed} new", f"ours {seed} new") if text not in there]
        fault = f"{lost} lost by joining" if lost else ""
    network.close()
    return fault


def _change(network: Network, chance: random.Random, text: str) -> None:
    network.apply(add, f"{text} new").wait(PATIENCE)
    network.apply(edit, chance.choice(list(notes_of(network.state))[:2]), f"{text} changed").wait(PATIENCE)
    if chance.random() < 0.5:
        network.apply(remove, list(notes_of(network.state))[2]).wait(PATIENCE)


def _put(path: Path, data: bytes, chance: random.Random) -> None:
    if chance.random() < 0.5:
        path.write_bytes(data)
        return
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(data)
    part.replace(path)


def quit_unsaved(folder: Path, count: int) -> int:
    """Quit while the disk refuses; the next start has every line, once."""
    wrong = [fault for seed in range(count) if (fault := _quit(folder, random.Random(seed), seed))]
    print(f"{count:5} quits while unsaved: {len(wrong)} violations {wrong[:3] or ''}", flush=True)
    return len(wrong)


class _Refusing(FailingDisk):
    """A disk on which no file can be put in the place of the network file."""

    shut = False

    def replace(self, source: Path, target: Path) -> None:
        if self.shut and target.name.endswith(".kring.json"):
            raise PermissionError(13, "Permission denied")
        super().replace(source, target)


def _quit(folder: Path, chance: random.Random, seed: int) -> str:
    path, disk = make(folder / f"{seed}.kring.json", 3), _Refusing()
    network = Network.open(path, watch=True, disk=disk)
    texts = [f"{seed} {number}" for number in range(chance.randrange(1, 30))]
    for number, text in enumerate(texts):
        disk.shut = disk.shut or number >= chance.randrange(len(texts))
        network.apply(add, text)
    disk.shut = True
    network.close(chance.uniform(0, 0.1))
    for _ in range(2):
        Network.open(path, watch=True).close()
    found = held(path)
    if isinstance(found, str):
        return f"unreadable: {found}"
    return "" if sorted(found.values())[: len(texts)] == sorted(texts) else f"{len(texts)} became {len(found) - 3}"


def nearly_full(folder: Path, count: int) -> int:
    """Type, and quit at once, while there is no room for a reserve: nothing is lost, and no save waits for the next."""
    lay, again = Reserve.lay, writer.AGAIN
    Reserve.lay = _no_room  # type: ignore[method-assign]
    writer.AGAIN = 3600.0
    try:
        wrong = [fault for seed in range(count) if (fault := _full(folder, random.Random(seed), seed))]
    finally:
        Reserve.lay, writer.AGAIN = lay, again  # type: ignore[method-assign]
    print(f"{count:5} windows on a nearly full disk: {len(wrong)} violations {wrong[:3] or ''}", flush=True)
    return len(wrong)


def _no_room(self: Reserve, file_size: int) -> bool:  # noqa: ARG001
    return False


def _full(folder: Path, chance: random.Random, seed: int) -> str:
    path = make(folder / f"{seed}.kring.json", 1)
    network = Network.open(path, watch=True)
    count = chance.randrange(1, 20)
    for number in range(count):
        network.apply(add, f"{number}")
        time.sleep(chance.choice((0, 0, 0.15)))
    network.close()
    found = held(path)
    return "" if network.saved and not isinstance(found, str) and len(found) == count + 1 else f"of {count}: {found}"


def _until(met: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not met():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True
