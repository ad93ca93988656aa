"""Erasing a person from a network file and from all that is kept beside it.

The person's contributions stay, anonymous; presence, dates and votes stay as counts, under a participant without a
name. It works on the documents as they stand in the file, so that nothing is passed over: fields and tables that this
Kring does not know included.
"""

from __future__ import annotations

import contextlib
import json
import random
import re
import unicodedata
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec

from data.model import Participant
from data.store import image as images
from data.store.codec import Damaged
from data.store.image import Image
from data.store.storage import KringStorage
from data.text import fold

GAP = "…"
"""What stands in a text where the name was."""

CREDITED = frozenset({"questions", "notes", "evaluations", "spoken", "proposals", "objections"})
"""Tables whose ``participant`` says whose contribution it is; it becomes nobody's."""

Tables = dict[str, dict[int, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Mention:
    """A text in which the name stands: its table and document number, the fields that lead to it, and the text."""

    table: str
    number: int
    way: tuple[str | int, ...]
    text: str


@dataclass(slots=True)
class Outcome:
    """What was erased: texts in which a name was replaced, backups that were rewritten, and files taken away."""

    replaced: list[Mention] = field(default_factory=list)
    left: list[Mention] = field(default_factory=list)
    backups: int = 0
    removed: list[Path] = field(default_factory=list)


Choose = Callable[[Mention], bool]


def people(image: Image, name: str) -> list[Participant]:
    """The participants of this name, whatever its case and accents."""
    return image.state.where(Participant, lambda person: fold(person.name) == fold(name))


def mentions(image: Image, person: Participant) -> list[Mention]:
    """Every text in which the person's whole name stands, the participant's own document aside."""
    pattern = _pattern(person.name)
    return list(_mentions(_documents(image), person, pattern))


def forget(storage: KringStorage, person: Participant, stand_in: str, choose: Choose = lambda _: True) -> Outcome:
    """Erase a person from the file, the histories, the drafts, the backups and what was set aside.

    ``stand_in`` is the name that the participant is left with. ``choose`` says for each text of the file whether the
    name is to be replaced in it; in backups it always is.

    Raises:
        OSError: it could not be done completely; do it again.
    """
    outcome, pattern = Outcome(), _pattern(person.name)
    with storage.locked():
        image = storage.fresh()
        tables = _documents(image)
        for mention in _mentions(tables, person, pattern):
            (outcome.replaced if choose(mention) else outcome.left).append(mention)
        _replace(tables, outcome.replaced, pattern)
        storage.put(_erased(image, _anonymous(tables, person, stand_in)))
        storage.disk.remove(storage.path.with_name(f".{storage.path.name}.tmp"))
        _backups(storage, person, stand_in, outcome)
        _beside(storage, person, pattern, outcome)
    return outcome


def _documents(image: Image) -> Tables:
    return {
        name: {int(number): document for number, document in table.items()}
        for name, table in image.documents().items()
        if name != "kring"
    }


def _pattern(name: str) -> re.Pattern[str]:
    """The name as a word, whatever its case, accents, and blanks."""
    parts = [_letter(letter) for letter in unicodedata.normalize("NFC", " ".join(name.split()))]
    return re.compile(rf"(?<!\w){''.join(parts)}(?!\w)", re.IGNORECASE)


def _letter(letter: str) -> str:
    if letter == " ":
        return r"\s+"
    bare, whole = unicodedata.normalize("NFD", letter), re.escape(letter)
    if len(bare) == 1:
        return whole
    return f"(?:{whole}|{re.escape(bare)}|{re.escape(bare[0])})"


def _mentions(tables: Tables, person: Participant, pattern: re.Pattern[str]) -> Iterator[Mention]:
    for name, table in tables.items():
        for number, document in table.items():
            if name == Participant.table and document.get("id") == person.id:
                continue
            for way, text in _texts(document):
                if pattern.search(text):
                    yield Mention(name, number, way, text)


def _texts(value: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield way, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, (*way, key))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _texts(each, (*way, place))


def _replace(tables: Tables, found: list[Mention], pattern: re.Pattern[str]) -> None:
    for mention in found:
        holder: Any = tables[mention.table][mention.number]
        for step in mention.way[:-1]:
            holder = holder[step]
        holder[mention.way[-1]] = pattern.sub(GAP, mention.text)


def _anonymous(tables: Tables, person: Participant, stand_in: str) -> Tables:
    """The tables with the person's contributions nobody's, and the person without a name."""
    for name, table in tables.items():
        for number, document in list(table.items()):
            if name == Participant.table and document.get("id") == person.id:
                kept = {key: each for key, each in document.items() if key in ("id", "role", "votes", "dates")}
                table[number] = {**kept, "name": stand_in}
            elif document.get("participant") == person.id:
                _uncredited(name, table, number)
    return tables


def _uncredited(name: str, table: dict[int, dict[str, Any]], number: int) -> None:
    document = table[number]
    if name in CREDITED:
        del document["participant"]
    else:
        document.pop("reason", None)
    if name == "evaluations":  # its place must not tell whose it was
        del table[number]
        while (chance := random.SystemRandom().randrange(1, 2**31)) in table:
            pass
        table[chance] = document


def _erased(image: Image, tables: Mapping[str, Mapping[int, Mapping[str, Any]]]) -> Image:
    ordered = {name: dict(sorted(table.items())) for name, table in tables.items()}
    made = images.rebuilt(image, ordered, uuid.uuid4().hex[:16])
    last = {name: number for name, number in made.about.last.items() if name != "evaluations"}
    last |= {"evaluations": image.about.last["evaluations"]} if "evaluations" in image.about.last else {}
    return replace(made, about=msgspec.structs.replace(made.about, erased=image.about.erased + 1, last=last))


def _backups(storage: KringStorage, person: Participant, stand_in: str, outcome: Outcome) -> None:
    """Rewrite every backup without the person; one that cannot be read is taken away."""
    pattern = _pattern(person.name)
    for path in (*sorted(storage.sidecar.backups.glob("*")), *storage.sidecar.folder.glob("latest.json*")):
        try:
            image = images.load(path.read_bytes())
        except (Damaged, OSError):
            _remove(storage, path, outcome)
            continue
        tables = _documents(image)
        _replace(tables, list(_mentions(tables, person, pattern)), pattern)
        storage.disk.put(path, *_erased(image, _anonymous(tables, person, stand_in)).encoded())
        outcome.backups += 1


def _beside(storage: KringStorage, person: Participant, pattern: re.Pattern[str], outcome: Outcome) -> None:
    """Take away the histories, and the drafts and set-aside files in which the person may stand."""
    for path in sorted(storage.sidecar.windows.glob("*.history")):
        storage.disk.remove(path)
    for folder in (storage.sidecar.windows, storage.sidecar.aside):
        for path in sorted(folder.glob("*")):
            if path.suffix in (".drafts", ".json", ".tmp") and _may_hold(path, person, pattern):
                _remove(storage, path, outcome)


def _may_hold(path: Path, person: Participant, pattern: re.Pattern[str]) -> bool:
    """Whether the person stands in a file, or it cannot be told."""
    data = path.read_bytes()
    with contextlib.suppress(ValueError, RecursionError):
        plain = json.dumps(json.loads(data.decode("utf-8-sig")), ensure_ascii=False)
        return bool(pattern.search(plain)) or person.id in plain
    return True


def _remove(storage: KringStorage, path: Path, outcome: Outcome) -> None:
    storage.disk.remove(path)
    outcome.removed.append(path)
