"""What no file can hold is no part of a call, wherever that comes from: the file would not open any more."""

from __future__ import annotations

import msgspec

from data.model import Record, Refused, say
from data.store import codec
from data.store.image import line_of, read_document

NOTHING = say("This is nothing that a network can hold.")


def fit(record: Record) -> Record:
    """The record as it will be read from a file.

    Raises:
        Refused: no file can hold it, and why.
    """
    try:
        line = line_of(0, codec.encode(msgspec.to_builtins(record)))
    except ValueError as error:
        raise Refused(NOTHING) from error
    doc, misfit = read_document(record.table, 0, line, {})
    if doc.record is None:
        raise Refused(misfit or NOTHING)
    return doc.record
