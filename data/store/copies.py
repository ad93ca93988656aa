"""A whole network as one JSON document, for other programs, and back: every record of every table, and nothing else.

History, backups and drafts are not in it. ``docs/network.schema.json`` says what it may hold.
"""

from __future__ import annotations

from typing import Any

import msgspec

from data.model import RECORDS, Profile, Refused, State, say
from data.store import codec, image, migrations

FORM = "kring"
"""The key that says of which form the document is."""


def written(state: State) -> bytes:
    """The document: ``{"kring": 2, "network": [record, …], "participants": […], …}`` in UTF-8, a record a line."""
    tables: dict[str, Any] = {kind.table: state.all(kind) for kind in RECORDS}
    parts = [b'"%s": %d' % (FORM.encode(), migrations.SCHEMA)]
    for name, records in tables.items():
        lines = b",\n".join(msgspec.json.encode(record) for record in records)
        parts.append(b'"%s": [\n%b\n]' % (name.encode(), lines) if lines else b'"%s": []' % name.encode())
    return b"{\n" + b",\n".join(parts) + b"\n}\n"


def read(data: bytes) -> State:
    """The network of such a document, of this form or an earlier one, checked and cleaned as a network file is.

    Raises:
        Refused: it is none, or holds what no network can.
    """
    try:
        found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(say("This is not JSON: {why}.", why=str(error))) from error
    form = found.get(FORM) if isinstance(found, dict) else None
    if not isinstance(form, int) or isinstance(form, bool):
        raise Refused(say("This is not a copy of a network as Kring exports it to JSON."))
    if form > migrations.SCHEMA:
        raise Refused(say("This copy was written by a newer Kring: install that one first."))
    unknown = [name for name, rows in found.items() if name != FORM and not _is_table(name, rows)]
    if unknown:
        raise Refused(say("The copy holds what no network has: {what}.", what=", ".join(unknown)))
    about = {"1": {"schema": form}}
    tables = {
        name: {str(place): row for place, row in enumerate(rows, start=1)}
        for name, rows in found.items()
        if name != FORM
    }
    return _checked(msgspec.json.encode({"kring": about, **tables}))


def _is_table(name: str, rows: object) -> bool:
    known = name in {kind.table for kind in RECORDS}
    return known and isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _checked(file: bytes) -> State:
    try:
        loaded = image.load(file)
    except codec.Damaged as damaged:
        raise Refused(damaged.said) from damaged
    if loaded.misfits:
        raise Refused(loaded.misfits[0])
    if not loaded.state.all(Profile):
        raise Refused(say("This is not a copy of a network as Kring exports it to JSON."))
    return loaded.state


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document in its present form."""
    fields: list[Any] = [(FORM, int), *((kind.table, list[kind]) for kind in RECORDS)]  # type: ignore[valid-type]
    whole = msgspec.defstruct("Network", fields, kw_only=True, forbid_unknown_fields=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(whole)}
