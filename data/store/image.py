"""One version of a network file in memory: its documents as they are encoded, and as records.

An image never changes; an edit makes the next one and encodes only what it touches.
"""

from __future__ import annotations

import re
import unicodedata
import uuid
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import msgspec

from data import text
from data.i18n import told
from data.model import RECORDS, Activity, Evaluation, Record, Said, Session, State, say
from data.store import blocks, codec, migrations
from data.store.blocks import Blocks
from data.store.world import wrong

KINDS: dict[str, type[Record]] = {kind.table: kind for kind in RECORDS}

TOKENS = 16
"""So many writes are remembered in the file by a token, so that one that was in doubt is never made twice."""

ANCESTORS = 64
"""So many versions that passed from one process to another are remembered by their token."""

_LARGEST_ID = 2**53
_SUSPECT = re.compile(rb'\\[ubfnrt]|[\x7f\xc2\xcd\xd8\xe1\xe2\xef]|[:\[,]" | "')
"""Bytes of a document that may stand for a character that is cleaned away, or for blanks where none are kept."""


class About(msgspec.Struct, frozen=True, kw_only=True):
    """The document about the file itself.

    Its form, how often it was written, the last number given in each table, how often somebody was erased from it, the
    tokens of the last writes, and of the versions it was taken over from. ``log`` is which log of calls it follows and
    up to where, when it is shared between laptops.
    """

    schema: int = migrations.SCHEMA
    revision: int = 0
    last: dict[str, int] = {}
    erased: int = 0
    writes: tuple[str, ...] = ()
    ancestors: tuple[str, ...] = ()
    log: tuple[str, int] | msgspec.UnsetType = msgspec.UNSET

    @property
    def token(self) -> str | None:
        """The token of this version: that of its last write."""
        return self.writes[-1] if self.writes else None

    @property
    def descent(self) -> tuple[str, ...]:
        """The tokens of versions that this one was made from, as far as they are remembered."""
        return (*self.ancestors, *self.writes)

    def next(self, token: str, last: dict[str, int], *, erases: bool = False, handed: tuple[str, ...] = ()) -> About:
        """The document after one more write; ``handed`` are tokens of versions of others that it goes on from."""
        fresh = tuple(each for each in handed if each not in self.ancestors)
        return msgspec.structs.replace(
            self,
            revision=self.revision + 1,
            last=last,
            erased=self.erased + erases,
            writes=(*self.writes, token)[-TOKENS:],
            ancestors=(*self.ancestors, *fresh)[-ANCESTORS:],
        )


class Doc(NamedTuple):
    """A document as its line in the file, and as a record where its table is known and it fits."""

    line: bytes
    record: Record | None


Table = dict[int, Doc]


class Image(msgspec.Struct, frozen=True):
    """One version of the file.

    ``unfit`` says of the documents that no record fits, by table and number, why; they stay in the file as they are.
    """

    about: About
    tables: Mapping[str, Table]
    ids: Mapping[str, Mapping[str, int]]
    blocks: Mapping[str, Blocks]
    state: State
    sound: bool = True
    remarks: tuple[Said, ...] = ()
    unfit: Mapping[tuple[str, int], Said] = msgspec.field(default_factory=dict)
    migrated: bool = False

    @property
    def misfits(self) -> tuple[Said, ...]:
        """What there is to say about documents that no record fits."""
        return tuple(self.unfit.values())

    def encoded(self) -> list[bytes]:
        """The bytes of the file, in pieces."""
        return codec.seal(msgspec.json.encode(self.about), self.blocks)

    def documents(self) -> dict[str, dict[str, dict[str, Any]]]:
        """The file as TinyDB reads it, shared with nobody."""
        about = {"checksum": "", **msgspec.to_builtins(self.about)}
        found: dict[str, dict[str, dict[str, Any]]] = {"kring": {"1": about}}
        for name, table in self.tables.items():
            found[name] = {str(doc_id): document(doc_id, doc) for doc_id, doc in table.items()}
        return found

    def next(self, token: str, other: About | None = None) -> Image:
        """The same documents, written once more; in the place of another version if one is given."""
        about = self.about.next(token, self.about.last, handed=tuple(self.about.writes[-1:]))
        if other is not None:
            last = {
                name: max(about.last.get(name, 0), other.last.get(name, 0)) for name in {**other.last, **about.last}
            }
            about = msgspec.structs.replace(
                about,
                revision=max(about.revision, other.revision + 1),
                last=last,
                erased=max(about.erased, other.erased),
            )
        return msgspec.structs.replace(self, about=about, sound=True, remarks=(), migrated=False)

    def counts(self) -> dict[str, int]:
        """How many documents each table has, those of every kind of record first."""
        return {name: len(self.tables.get(name, ())) for name in (*KINDS, *(set(self.tables) - set(KINDS)))}


def load(data: bytes, known: Image | None = None) -> Image:
    """The image of a file; lines that ``known`` has already are not read again.

    Raises:
        Damaged: the bytes are no network file, or no longer; whatever they are, it is nothing else.
    """
    try:
        return _loaded(data, known)
    except codec.Damaged:
        raise
    except RecursionError as error:
        raise codec.Damaged(say("it is nested too deep")) from error
    except (ValueError, TypeError, OverflowError, KeyError) as error:
        raise codec.Damaged(say("it holds what no Kring writes ({why})", why=type(error).__name__)) from error


def _loaded(data: bytes, known: Image | None) -> Image:
    parsed = codec.parse(data)
    try:
        about = msgspec.convert(parsed.about, About)
    except msgspec.ValidationError:
        about, parsed.sound = About(), False
    tables, migrated = parsed.tables, False
    if about.schema < migrations.SCHEMA:
        tables, about, migrated = (
            _migrated(tables, about),
            msgspec.structs.replace(about, schema=migrations.SCHEMA),
            True,
        )
    reading = _Reading(parsed.remarks)
    before = known.tables if known else {}
    images = {name: reading.table(name, rows, before.get(name, {})) for name, rows in tables.items()}
    reading.homeless(images)
    last = {name: max(about.last.get(name, 0), _last(table)) for name, table in images.items() if name not in LOOSE}
    about = msgspec.structs.replace(about, last={**about.last, **last})
    return _made(
        about,
        images,
        known,
        sound=parsed.sound,
        remarks=tuple(reading.remarks),
        unfit=reading.misfits,
        migrated=migrated,
    )


def blank() -> Image:
    """The image of a file without documents."""
    return Image(About(), {}, {}, {}, State())


def _migrated(tables: dict[str, codec.Rows], about: About) -> dict[str, codec.Rows]:
    plain = {name: {doc_id: msgspec.json.decode(raw) for doc_id, raw in rows.items()} for name, rows in tables.items()}
    moved = migrations.migrate(plain, about.schema)
    return {name: {doc_id: codec.encode(doc) for doc_id, doc in rows.items()} for name, rows in moved.items()}


LOOSE = frozenset({Evaluation.table})
"""Tables of which some documents have a number by chance."""


class _Reading:
    """Reads the tables of one file, and gathers what there is to say about them."""

    def __init__(self, remarks: list[Said]) -> None:
        self.remarks = remarks
        self.misfits: dict[tuple[str, int], Said] = {}

    def table(self, name: str, rows: codec.Rows, known: Table) -> Table:
        """The documents of a table, by their number."""
        found: Table = {}
        for doc_id, raw in rows.items():
            line = line_of(doc_id, raw)
            old = known.get(doc_id)
            if old and old.line == line and (old.record or name not in KINDS):
                found[doc_id] = old  # one that fits no record is told again, and may fit now: its session came
                continue
            record, misfit = _record(name, doc_id, raw)
            found[doc_id] = Doc(line, record)
            if misfit:
                self.misfits[name, doc_id] = misfit
        if not ascending(found):
            found = dict(sorted(found.items()))
        return self._singles(name, found) if name in KINDS else found

    def homeless(self, tables: dict[str, Table]) -> None:
        """Activities stand in a session: one whose session is not in the file fits no record."""
        sessions = {doc.record.id for doc in tables.get(Session.table, {}).values() if doc.record}
        activities = tables.get(Activity.table, {})
        for doc_id, doc in activities.items():
            if isinstance(doc.record, Activity) and doc.record.session not in sessions:
                activities[doc_id] = Doc(doc.line, None)
                self.misfits[Activity.table, doc_id] = say(
                    "{table} number {id}: {why}", table=Activity.table, id=doc_id, why="session"
                )

    def _singles(self, name: str, table: Table) -> Table:
        """The table with an id for each: of two documents with one id (a copied line) the later gets its own."""
        if len({doc.record.id for doc in table.values() if doc.record}) == len(table):
            return table
        seen: set[str] = set()
        for doc_id, doc in table.items():
            if doc.record is None:
                continue
            if doc.record.id in seen:
                self.remarks.append(
                    say("number {id} of {table} was a copy; it has an id of its own now", id=doc_id, table=name)
                )
                table[doc_id] = doc = _of_its_own(doc_id, doc, doc.record)  # noqa: PLW2901
            if doc.record:
                seen.add(doc.record.id)
        return table


def read_document(name: str, number: int, line: bytes, ids: Mapping[str, int]) -> tuple[Doc, Said | None]:
    """A document that is put into a table, and why no record fits it if so; one with an id that is there gets its own.

    ``ids`` has the numbers of the documents that are there, by their ids.
    """
    record, misfit = _record(name, number, line[len(b'"%d":' % number) :])
    doc = Doc(line, record)
    if record and ids.get(record.id, number) != number:
        doc = _of_its_own(number, doc, record)
    return doc, misfit


def _record(name: str, number: int, raw: bytes) -> tuple[Record | None, Said | None]:
    """The record of a document where its table is known, or why it is none."""
    if name not in KINDS:
        return None, None
    try:
        record = _cleaned(KINDS[name], raw) if _suspect(raw) else _decoder(name).decode(raw)
        unlikely = wrong(record, len(raw))
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        what, _, field_ = str(error).rpartition(" - at `$.")
        why = text.line(f"{field_.rstrip('`')}: {what}" if what else str(error), 120)
        return None, say("{table} number {id}: {why}", table=name, id=number, why=why)
    if unlikely is not None:
        return None, say("{table} number {id}: {why}", table=name, id=number, why=told(unlikely))
    return record, None


@cache
def _decoder(name: str) -> msgspec.json.Decoder[Record]:
    """What reads the documents of a table; making it takes longer than reading most tables, and few files have all."""
    return msgspec.json.Decoder(KINDS[name])


def _suspect(raw: bytes) -> bool:
    """Whether a document may hold what is cleaned; most of them do not, and are told so by plain searches."""
    if raw.isascii() and b"\\" not in raw and b' "' not in raw and b'" ' not in raw and b"\x7f" not in raw:
        return False
    return bool(_SUSPECT.search(raw)) or not unicodedata.is_normalized("NFC", raw.decode(errors="replace"))


def _of_its_own(number: int, doc: Doc, record: Record) -> Doc:
    """A copied document with an id of its own."""
    own = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{record.id} {number}"))
    return Doc(
        line_of(number, codec.encode({**document(number, doc), "id": own})), msgspec.structs.replace(record, id=own)
    )


def _cleaned(kind: type[Record], raw: bytes) -> Record:
    """The record, with every text of it cleaned as if it were typed."""
    return of_document(kind, msgspec.json.decode(raw))


def of_document(kind: type[Record], document: Mapping[str, Any]) -> Record:
    """The record of a document, with every text of it cleaned as if it were typed."""
    return msgspec.convert(_clean(document), kind)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return text.whole(value)
    if isinstance(value, dict):
        return {text.clean(key): _clean(each) for key, each in value.items()}
    return [_clean(each) for each in value] if isinstance(value, list) else value


def ascending(table: Table) -> bool:
    """Whether the numbers of the documents go up."""
    numbers = list(table)
    return numbers == sorted(numbers)


def _last(table: Table) -> int:
    """The last number that may be counted on from; the table is in order."""
    newest = next(reversed(table), 0)
    if newest < _LARGEST_ID:
        return max(newest, 0)
    return max((doc_id for doc_id in table if 0 < doc_id < _LARGEST_ID), default=0)


def line_of(doc_id: int, raw: bytes) -> bytes:
    """A document as its line in the file."""
    return b'"%d":%b' % (doc_id, raw)


def document(doc_id: int, doc: Doc) -> dict[str, Any]:
    """A document as it stands in the file, shared with nobody."""
    found: dict[str, Any] = msgspec.json.decode(doc.line[len(b'"%d":' % doc_id) :])
    return found


def _made(about: About, tables: dict[str, Table], known: Image | None, **more: Any) -> Image:
    """An image, with what did not change taken from ``known``."""
    ids: dict[str, Mapping[str, int]] = {}
    joined: dict[str, Blocks] = {}
    state: dict[str, Mapping[str, Record]] = {}
    for name, table in tables.items():
        if known and known.tables.get(name) == table:
            table = known.tables[name]  # noqa: PLW2901 - the same one, not only an equal one
            tables[name] = table
            ids[name], joined[name] = known.ids[name], known.blocks[name]
            if name in KINDS:
                state[name] = known.state.tables[name]
            continue
        joined[name] = blocks.joined(doc.line for doc in table.values())
        ids[name] = {doc.record.id: doc_id for doc_id, doc in table.items() if doc.record}
        if name in KINDS:
            state[name] = {doc.record.id: doc.record for doc in table.values() if doc.record}
    return Image(about, tables, ids, joined, State(state), **more)


def rebuilt(image: Image, tables: Mapping[str, Mapping[int, Mapping[str, Any]]], token: str) -> Image:
    """The image with these tables in the place of its own: what TinyDB's ``write`` asks for.

    Raises:
        ValueError: a document holds something that JSON has no form for.
    """
    rows = {
        name: {doc_id: codec.encode(dict(each)) for doc_id, each in table.items()} for name, table in tables.items()
    }
    reading = _Reading([])
    made = {name: reading.table(name, each, image.tables.get(name, {})) for name, each in rows.items()}
    last = {name: max(image.about.last.get(name, 0), _last(table)) for name, table in made.items()}
    return _made(image.about.next(token, {**image.about.last, **last}), made, image, unfit=reading.misfits)


def fitting(image: Image) -> Image:
    """The image without the documents that no record fits."""
    kept = {
        name: {doc_id: doc for doc_id, doc in table.items() if doc.record or name not in KINDS}
        for name, table in image.tables.items()
    }
    return _made(image.about, kept, image)
