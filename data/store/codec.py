"""From the bytes of a network file to the bytes of its documents, and back.

The file is what TinyDB's own JSON storage writes: table -> integer document id -> document, one document a line.
Its first table, ``kring``, has one document about the file itself, and that begins with a SHA-256 over all bytes of
the file with the checksum's own 64 digits as zeros; so the checksum travels with a copy.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

import msgspec

from data.model.base import Said, say
from data.store.blocks import Blocks
from data.store.disk import LARGEST

_OPENING = b'{"kring":{"1":{"checksum":"'
_ZEROS = b"0" * 64
_SEALED = re.compile(re.escape(_OPENING) + b'([0-9a-f]{64})",')
_DOCUMENT_ID = re.compile("-?(?:0|[1-9][0-9]*)")
_LONE = re.compile("[\ud800-\udfff]")

Rows = dict[int, bytes]


class Damaged(ValueError):  # noqa: N818 - it says what the file is
    """The bytes are no network file, or no longer; ``said`` tells the person why."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.message.format_map(dict(said.fills)))
        self.said = said


class Parsed(msgspec.Struct):
    """The encoded documents of a file; ``sound`` when its checksum held, ``remarks`` on what had to be mended."""

    about: dict[str, Any]
    tables: dict[str, Rows]
    sound: bool
    remarks: list[Said] = msgspec.field(default_factory=list)


def seal(about: bytes, tables: Mapping[str, Blocks]) -> list[bytes]:
    """The bytes of a file, in pieces: ``about`` is the encoded document about the file."""
    pieces = [b'",%b}' % about[1:], *(piece for name, each in tables.items() for piece in _table(name, each)), b"}\n"]
    digest = hashlib.sha256(_OPENING + _ZEROS)
    for piece in pieces:
        digest.update(piece)
    pieces[0] = _OPENING + digest.hexdigest().encode() + pieces[0]
    return pieces


def _table(name: str, each: Blocks) -> Iterator[bytes]:
    head = b",\n%b:{\n" % msgspec.json.encode(name)
    for block in each:
        yield head + block
        head = b",\n"
    yield b"\n}" if each else head + b"}"


def holds(data: bytes) -> bool:
    """Whether the checksum is there and fits."""
    found = _SEALED.match(data)
    if not found:
        return False
    digest = hashlib.sha256(_OPENING + _ZEROS)
    digest.update(memoryview(data)[found.end(1) :])
    return digest.hexdigest().encode() == found[1]


def encode(document: dict[str, Any]) -> bytes:
    """One encoded document.

    Raises:
        ValueError: it holds a number that is none, or something that JSON has no form for.
    """
    _finite(document)
    try:
        return msgspec.json.encode(_mended(document, []))
    except TypeError as error:
        raise ValueError(str(error)) from error


def parse(data: bytes) -> Parsed:
    """The documents of a file.

    Raises:
        Damaged: it is not JSON in UTF-8, or not tables of documents.
    """
    if len(data) > LARGEST:
        raise Damaged(say("the file is larger than {size} MB", size=LARGEST // 2**20))
    if holds(data):
        try:
            tables = _RAW.decode(data)
            about = msgspec.json.decode(tables.pop("kring")[1])
        except (msgspec.DecodeError, KeyError):
            pass
        else:
            return Parsed(about, {name: _bytes(rows) for name, rows in tables.items()}, sound=True)
    return _inspect(data)


_RAW = msgspec.json.Decoder(dict[str, dict[int, msgspec.Raw]])


def _bytes(rows: dict[int, msgspec.Raw]) -> Rows:
    return {doc_id: bytes(raw) for doc_id, raw in rows.items()}


class _Pairs(dict[str, Any]):
    """A JSON object that remembers which keys came before under the same name."""

    __slots__ = ("earlier",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.earlier: list[tuple[str, Any]] = []
        if len(self) < len(pairs):
            seen: dict[str, Any] = {}
            for key, value in pairs:
                if key in seen:
                    self.earlier.append((key, seen[key]))
                seen[key] = value


def _inspect(data: bytes) -> Parsed:
    """Read a file that Kring did not write like this, with all that JSON permits and TinyDB does not expect."""
    if not data.strip(b"\0 \t\r\n"):
        raise Damaged(say("the file is empty"))
    try:
        tree = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_Pairs, parse_constant=_no_number, parse_float=_real
        )
    except UnicodeDecodeError as error:
        raise Damaged(say("byte {place} is no UTF-8 text", place=error.start)) from error
    except json.JSONDecodeError as error:
        raise Damaged(say("line {line}, column {column} is not JSON", line=error.lineno, column=error.colno)) from error
    except RecursionError as error:
        raise Damaged(say("it is nested too deep")) from error
    except Damaged:
        raise
    except ValueError as error:  # an integer of thousands of digits
        raise Damaged(say("it holds a number that is too long")) from error
    return _tables(tree)


def _tables(tree: Any) -> Parsed:
    if not isinstance(tree, _Pairs):
        raise Damaged(say("it does not hold tables"))
    remarks: list[Said] = []
    tables: dict[str, Rows] = {}
    for name, value in (*tree.items(), *tree.earlier):
        rows = tables.setdefault(_whole(name, remarks), {})
        for doc_id, document in _documents(name, value):
            if doc_id in rows:
                remarks.append(say("number {id} was there twice in {table}; both are kept", id=doc_id, table=name))
                doc_id = _free(rows, value)  # noqa: PLW2901 - it gets a number of its own
            rows[doc_id] = encode(_mended(document, remarks))
    about = tables.pop("kring", {})
    return Parsed(msgspec.json.decode(about.get(1, b"{}")), tables, sound=False, remarks=remarks)


def _documents(name: str, value: Any) -> list[tuple[int, dict[str, Any]]]:
    if not isinstance(value, _Pairs):
        raise Damaged(say("table {table} does not hold documents", table=name))
    found: list[tuple[int, dict[str, Any]]] = []
    for key, document in (*value.items(), *value.earlier):
        if not _DOCUMENT_ID.fullmatch(key):
            raise Damaged(say("{key} is no document number (table {table})", key=key[:40], table=name))
        if not isinstance(document, _Pairs):
            raise Damaged(say("number {id} of table {table} is no document", id=int(key), table=name))
        found.append((int(key), document))
    return found


def _free(rows: Rows, value: Any) -> int:
    return max((*rows, *(int(key) for key in value))) + 1


def _mended(value: Any, remarks: list[Said]) -> Any:
    """The value without lone surrogates, with earlier values of a doubled key beside it."""
    if isinstance(value, str):
        return _whole(value, remarks)
    if isinstance(value, dict):
        plain = {_whole(key, remarks): _mended(each, remarks) for key, each in value.items()}
        for number, (key, each) in enumerate(getattr(value, "earlier", ()), 1):
            remarks.append(say("{key} was there twice; the first is kept as {other}", key=key, other=f"{key}~{number}"))
            plain[f"{key}~{number}"] = _mended(each, remarks)
        return plain
    if isinstance(value, list | tuple):
        return [_mended(each, remarks) for each in value]
    return value


def _whole(text: str, remarks: list[Said]) -> str:
    if not _LONE.search(text):
        return text
    remarks.append(say("half a character was replaced by \ufffd"))
    return _LONE.sub("\ufffd", text)


def _no_number(word: str) -> NoReturn:
    raise Damaged(say("{word} is not a number", word=word))


def _real(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        _no_number(text[:20])
    return number


def _finite(value: Any) -> None:
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} is no number")
    if isinstance(value, dict):
        for each in value.values():
            _finite(each)
    elif isinstance(value, list | tuple):
        for each in value:
            _finite(each)
