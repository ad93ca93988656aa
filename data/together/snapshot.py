"""What a log comes to as bytes: what who joins late begins with, and what is kept beside the file."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from data.model import Refused, State, say
from data.store import migrations
from data.store.image import KINDS, of_document
from data.together.calls import read, written
from data.together.confirmed import Confirmed, Gone, Line, ordered
from data.together.fitting import fit

FORM = 1
LARGEST = 256 * 1024 * 1024
"""No snapshot comes to more bytes."""

BAD = say("What the other laptop sent is not a network.")


class _Kept(msgspec.Struct, kw_only=True):
    form: int = FORM
    schema: int = migrations.SCHEMA
    network: str
    log: str
    sequence: int
    counts: dict[str, int]
    gone: tuple[Gone, ...]
    tables: dict[str, list[dict[str, Any]]]
    recent: tuple[Line, ...] = ()


def packed(confirmed: Confirmed, recent: Iterable[Line] = ()) -> bytes:
    """What the log comes to, as bytes, and the latest of its calls: whoever has them can send them on."""
    kept = _Kept(
        network=confirmed.network,
        log=confirmed.log,
        sequence=confirmed.sequence,
        counts=dict(confirmed.counts),
        gone=confirmed.gone,
        tables=plain(confirmed.state),
        recent=tuple(recent),
    )
    return zlib.compress(msgspec.json.encode(kept), 1)


def plain(state: State) -> dict[str, list[dict[str, Any]]]:
    """The records of a state as documents, by table."""
    return {name: [msgspec.to_builtins(each) for each in rows.values()] for name, rows in state.tables.items() if rows}


def unpacked(data: bytes) -> tuple[Confirmed, list[Line]]:
    """What a log comes to and its latest calls, from bytes of whoever; every text of it is cleaned.

    Raises:
        Refused: it is none, or of another Kring.
    """
    reader = zlib.decompressobj()
    try:
        kept = msgspec.json.decode(reader.decompress(data, LARGEST), type=_Kept)
    except (zlib.error, msgspec.DecodeError, msgspec.ValidationError, RecursionError) as error:
        raise Refused(BAD) from error
    if kept.form != FORM or kept.schema != migrations.SCHEMA or not kept.tables.keys() <= KINDS.keys():
        raise Refused(say("This network is from another version of Kring."))
    try:
        records = [fit(of_document(KINDS[name], each)) for name, rows in kept.tables.items() for each in rows]
    except (msgspec.ValidationError, TypeError) as error:
        raise Refused(BAD) from error
    confirmed = Confirmed(
        network=kept.network,
        log=kept.log,
        sequence=kept.sequence,
        counts=kept.counts,
        gone=kept.gone,
        state=ordered(records),
    )
    return confirmed, list(_calls(kept))


def _calls(kept: _Kept) -> Iterator[Line]:
    for each in kept.recent:
        try:
            yield Line(each.log, each.sequence, read(written(each.message), kept.network))
        except Refused:
            continue
