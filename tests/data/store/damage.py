"""What a damaged file must lead to: never silence, never a crash, the newest good copy offered."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from data.network import Network, Unopened
from data.network.opening import opened
from data.store.tiny import KringDB
from tests.data.store.disks import QuickDisk
from tests.data.store.samples import add, make


def kept_network(folder: Path) -> Path:
    """A small network with a backup."""
    path = make(folder / "n.kring.json", 2)
    network = Network.open(path)
    network.apply(add, 'élève "quoted" \\ backslash').wait(10)
    network.close()
    return path


def cuts(data: bytes, zeros: int = 1) -> Iterator[bytes]:
    """The file cut at every byte, and at every ``zeros``-th with zeros in the place of what is gone."""
    for end in range(len(data)):
        if data[end:].strip():
            yield data[:end]
        if data[end:].strip() and end % zeros == 0:
            yield data[:end] + bytes(len(data) - end)


def flips(data: bytes, count: int, seed: int = 1) -> Iterator[bytes]:
    """The file with one random bit turned over."""
    chance = random.Random(seed)
    for _ in range(count):
        place, bit = chance.randrange(len(data)), chance.randrange(8)
        yield data[:place] + bytes([data[place] ^ (1 << bit)]) + data[place + 1 :]


def verdict(path: Path, data: bytes) -> str:
    """What opening these bytes leads to: refused or told; raises AssertionError when it is neither."""
    shutil.rmtree(path.with_name(f".{path.name}.kring") / "aside", ignore_errors=True)
    path.write_bytes(data)
    db = KringDB(path, QuickDisk())
    try:
        found = opened(path, db=db)
    except Unopened as unopened:
        assert unopened.backups, "no good copy was offered"
        assert path.read_bytes() == data, "the damaged file was touched"
        return "refused"
    finally:
        db.close()
    assert found.notices or found.read_only, "it was silent"
    aside = path.with_name(f".{path.name}.kring") / "aside"
    assert found.read_only or [each.read_bytes() for each in aside.iterdir()] == [data], "no copy was kept"
    return "told"
