"""What every record, change and verb is made of.

In ``data.model`` annotations are types, not text to be evaluated: reading a file asks for those of every record, and
twenty kinds of them would take three times as long at every start.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import ClassVar, Concatenate, ParamSpec, Self, TypeVar

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One document of the network file; ``id`` is a UUID that never changes."""

    table: ClassVar[str] = ""

    id: str


R = TypeVar("R", bound=Record)
P = ParamSpec("P")


class Said(msgspec.Struct, frozen=True):
    """A sentence for a person, kept untranslated: the message and what fills its ``{names}``."""

    message: str
    fills: Mapping[str, str | int] = {}


CONTEXT_END = "\x04"
"""What stands between a context and its message in a catalogue, as gettext has it."""


def in_context(context: str, message: str) -> str:
    """The key of a message in a context, for where the same English serves two things."""
    return f"{context}{CONTEXT_END}{message}"


def say(message: str, /, **fills: str | int) -> Said:
    """Mark a sentence for the catalogue and keep it until somebody's language is known."""
    return Said(message, fills)


def say_in(context: str, message: str, /, **fills: str | int) -> Said:
    """Mark a sentence in a context for the catalogue, where the same English serves two things."""
    return Said(in_context(context, message), fills)


class Refused(Exception):  # noqa: N818 - a verb that says no is not an error of the program
    """A verb cannot do what was asked; ``said`` tells the person what to do."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.message)
        self.said = said


class Keep(StrEnum):
    """How far a change can be traced: in the history on disk, in memory only, or not at all."""

    HISTORY = "history"
    MEMORY = "memory"
    NEVER = "never"


class Change(msgspec.Struct, frozen=True):
    """What a verb does: records put in place whole, and records taken away."""

    label: Said
    puts: tuple[Record, ...] = ()
    drops: tuple[Record, ...] = ()
    keep: Keep = Keep.HISTORY


class Stamp(msgspec.Struct, frozen=True):
    """The clock and the ids that a verb is given, so that running it again gives the same change.

    ``now`` is a local ISO 8601 time with its offset, to the second; ``seed`` is a UUID.
    """

    now: str
    seed: str

    def new(self, number: int = 0) -> str:
        """The id of the ``number``-th new record of this change."""
        return str(uuid.uuid5(uuid.UUID(self.seed), str(number)))


class State(msgspec.Struct, frozen=True):
    """Everything a network file holds, as records: table -> id -> record, oldest first."""

    tables: Mapping[str, Mapping[str, Record]] = msgspec.field(default_factory=dict)

    def all(self, kind: type[R]) -> list[R]:
        """Every record of a kind, in the order they were made."""
        return list(self.tables.get(kind.table, {}).values())  # type: ignore[arg-type]

    def where(self, kind: type[R], keep: Callable[[R], bool]) -> list[R]:
        """The records of a kind for which ``keep`` holds, in the order they were made."""
        return [record for record in self.all(kind) if keep(record)]

    def find(self, kind: type[R], id_: str | None) -> R | None:
        """The record with this id, or None."""
        record = self.tables.get(kind.table, {}).get(id_ or "")
        return record if isinstance(record, kind) else None

    def get(self, kind: type[R], id_: str | None) -> R:
        """The record with this id.

        Raises:
            Refused: it is no longer there (another window took it away).
        """
        record = self.find(kind, id_)
        if record is None:
            raise Refused(say("This is no longer there: it was removed in another window."))
        return record

    def after(self, change: Change) -> Self:
        """The state once this change is made."""
        tables: dict[str, Mapping[str, Record]] = dict(self.tables)
        for table in {record.table for record in (*change.puts, *change.drops)}:
            rows = dict(tables.get(table, {}))
            for record in change.drops:
                if record.table == table:
                    rows.pop(record.id, None)
            for record in change.puts:
                if record.table == table:
                    rows[record.id] = record
            tables[table] = rows
        return type(self)(tables)

    @classmethod
    def holding(cls, records: Iterable[Record]) -> Self:
        """The state that holds just these records."""
        return cls().after(Change(say("Start"), puts=tuple(records)))


Verb = Callable[Concatenate[State, Stamp, P], Change]
"""A pure function of what is true, when it is asked and what is asked; it may raise Refused."""
