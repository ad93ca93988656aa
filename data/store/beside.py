"""Copies of a network file that a synchronising program or a file manager put beside it.

OneDrive writes ``x-LAPTOP``, Dropbox and Nextcloud ``x (conflicted copy …)``, Syncthing ``x.sync-conflict-…``, file
managers ``x (1)`` and ``x 2``. A name alone proves nothing: it counts when the same network is in it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from data.store.sidecar import Sidecar
from data.store.storage import KringStorage

LARGEST = 64 * 1024 * 1024
_MANY = 24


class Known(msgspec.Struct):
    """The copies, by a digest of their bytes, that were told, and those that somebody said what to do with."""

    told: list[str] = []
    settled: list[str] = []


def copies(storage: KringStorage, network: str) -> Iterator[tuple[Path, str]]:
    """The copies beside the file that hold this network (the id of its profile), each with its digest."""
    mark, own = network.encode(), _bytes(storage.path)
    for path in _named(storage.path)[:_MANY]:
        data = _bytes(path)
        if data and mark in data and data != own:
            yield path, digest(data)


def digest(data: bytes) -> str:
    """What tells these bytes from others."""
    return hashlib.sha256(data).hexdigest()[:24]


def known(sidecar: Sidecar) -> Known:
    """What was told and settled before."""
    try:
        return msgspec.json.decode(sidecar.known.read_bytes(), type=Known)
    except (OSError, msgspec.DecodeError):
        return Known()


def remember(storage: KringStorage, *, told: tuple[str, ...] = (), settled: tuple[str, ...] = ()) -> None:
    """Tell these no more, or no longer offer them.

    Raises:
        OSError: it could not be written.
    """
    before = known(storage.sidecar)
    after = Known(_joined(before.told, told), _joined(before.settled, settled))
    if after != before:
        storage.disk.put(storage.sidecar.known, msgspec.json.encode(after))


def _joined(before: list[str], more: tuple[str, ...]) -> list[str]:
    return [*before, *(each for each in more if each not in before)][-200:]


def _named(path: Path) -> list[Path]:
    """The files beside it whose name is its own with something more."""
    stem = _stem(path.name)
    try:
        names = sorted(each.name for each in path.parent.iterdir() if each.name != path.name)
    except OSError:
        return []
    return [path.with_name(name) for name in names if _copied(stem, name.casefold())]


def _stem(name: str) -> str:
    return re.sub(r"(\.kring)?\.json$", "", name.casefold())


def _copied(stem: str, name: str) -> bool:
    """Whether a name is that of a copy; "xylofoon-conflict" is none of "x"."""
    if not name.endswith(".json") or not name.startswith(stem):
        return False
    rest = name[len(stem) : -len(".json")].removesuffix(".kring").removeprefix(".kring")
    return bool(re.fullmatch(r"[ ._~-]?\(.+\)| \d+|[-_].+|\.sync-conflict-.+|~.*", rest))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= LARGEST else b""
    except OSError:
        return b""
