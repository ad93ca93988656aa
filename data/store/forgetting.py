"""Erasing a person from a network file and from all that is kept beside it.

The person's contributions stay, anonymous; presence, dates and votes stay as counts, under a participant without a
name. Only free text is touched: never another participant's name or organisation, an id, or a word of a fixed list.
The network file is replaced last, and only by what can be opened: whoever is interrupted finds the person still there,
and finishes by doing it again.
"""

from __future__ import annotations

import contextlib
import json
import random
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from data.model import Participant, say
from data.names import GAP, hinted, same_name, without, written
from data.store import image as images
from data.store.codec import Damaged
from data.store.disk import Disk
from data.store.free_text import NAMED, free
from data.store.image import Image
from data.store.sidecar import Sidecar
from data.store.storage import KringStorage
from data.store.window import elsewhere

CREDITED = frozenset(
    {"questions", "notes", "evaluations", "spoken", "proposals", "objections", "parked", "deliveries", "turns", "heard"}
)
"""Tables whose ``participant`` says whose contribution it is; it becomes nobody's."""

IMPERSONAL = frozenset({"id", "role", "votes", "dates", "left", "replaced_by"})
"""The fields of a participant that stay: they tell nothing of who it was."""

Tables = dict[str, dict[int, dict[str, Any]]]
Way = tuple[str | int, ...]
Span = tuple[int, int]


class Kind(StrEnum):
    """How a text names the person: by the whole name, by one that is part of a longer name, or only seemingly."""

    WHOLE = "whole"
    PART = "part"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that names the person: its table and document number, the fields that lead to it, the text, and how."""

    table: str
    number: int
    way: Way
    text: str
    kind: Kind
    spans: tuple[Span, ...]


@dataclass(slots=True)
class Outcome:
    """What was erased: texts in which a name was replaced, backups that were rewritten, and files taken away."""

    replaced: list[Mention] = field(default_factory=list)
    left: list[Mention] = field(default_factory=list)
    backups: int = 0
    removed: list[Path] = field(default_factory=list)


Choose = Callable[[Mention], bool]


def whole(mention: Mention) -> bool:
    """What is replaced unless somebody says otherwise: the whole name."""
    return mention.kind is Kind.WHOLE


def people(image: Image, name: str) -> list[Participant]:
    """The participants of this name, whatever its case, accents, apostrophes and title."""
    return image.state.where(Participant, lambda person: same_name(person.name, name))


def mentions(image: Image, person: Participant) -> list[Mention]:
    """Every free text that names the person, surely or not, the participant's own document aside."""
    return list(_mentions(_documents(image), person))


def forget(storage: KringStorage, person: Participant, stand_in: str, choose: Choose = whole) -> Outcome:
    """Erase a person from the histories, the drafts, the backups and what was set aside, and last from the file.

    ``stand_in`` is the name that the participant is left with. ``choose`` says for each text of the file whether the
    name is to be replaced in it; in backups it is wherever the whole name stands.

    Raises:
        OSError: it could not be done completely; do it again.
        Damaged: what would be left could not be opened; the file is as it was.
    """
    outcome = Outcome()
    with storage.locked():
        image = storage.fresh()
        tables = _documents(image)
        for mention in _mentions(tables, person):
            (outcome.replaced if choose(mention) else outcome.left).append(mention)
        after = _checked(_erased(image, _anonymous(_replaced(tables, outcome.replaced), person, stand_in)), image)
        for sidecar in (storage.sidecar, *_earlier(storage, person)):
            _backups(sidecar, storage.disk, person, stand_in, outcome)
            _beside(sidecar, storage.disk, person, outcome)
        for path in elsewhere(storage.sidecar).glob("*"):
            _take(path, storage.disk, outcome, held=_may_hold(path, person))
        for path in storage.path.parent.glob(f".{storage.path.name}*.tmp"):
            storage.disk.remove(path)
        storage.put(after)
    return outcome


def _checked(after: Image, before: Image) -> Image:
    """The version that will be left, once it is known that it opens and holds as much as before."""
    read = images.load(b"".join(after.encoded()))
    if len(read.misfits) > len(before.misfits):
        raise Damaged(read.misfits[0])
    if read.counts() != before.counts():
        raise Damaged(say("Nothing was erased: the file would no longer open."))
    return after


def _earlier(storage: KringStorage, person: Participant) -> Iterator[Sidecar]:
    """What is kept beside earlier names of the file: folders of a file that is gone, in which the person stands."""
    mark = person.id.encode()
    for folder in sorted(storage.path.parent.glob(".*.kring")):
        path = folder.with_name(folder.name.removeprefix(".").removesuffix(".kring"))
        if folder == storage.sidecar.folder or path.exists():
            continue
        if any(mark in each.read_bytes() for each in folder.rglob("*") if each.is_file()):
            yield Sidecar(path, storage.disk)


def _documents(image: Image) -> Tables:
    return {
        name: {int(number): document for number, document in table.items()}
        for name, table in image.documents().items()
        if name != "kring"
    }


def _mentions(tables: Tables, person: Participant) -> Iterator[Mention]:
    others = [
        str(each.get("name", "")) for each in tables.get(Participant.table, {}).values() if each.get("id") != person.id
    ]
    for name, table in tables.items():
        for number, document in table.items():
            if name == Participant.table and document.get("id") == person.id:
                continue
            for way, text in free(name, document):
                for kind, spans in _named(text, person.name, others):
                    yield Mention(name, number, way, text, kind, spans)


def _named(text: str, name: str, others: Iterable[str]) -> Iterator[tuple[Kind, tuple[Span, ...]]]:
    """How a text names somebody, and where."""
    found = written(text, name)
    longer = [span for span in found if _longer(text, span, name, others)]
    for kind, spans in (
        (Kind.WHOLE, [span for span in found if span not in longer]),
        (Kind.PART, longer),
        (Kind.HINT, hinted(text, name)),
    ):
        if spans:
            yield kind, tuple(spans)


def _longer(text: str, span: Span, name: str, others: Iterable[str]) -> bool:
    """Whether the name is part of a longer one there: that of another participant, or one that a capital goes on."""
    for other in others:
        if any(start <= span[0] and span[1] <= end and (start, end) != span for start, end in written(text, other)):
            return True
    if len(name.split()) > 1:
        return False
    before, after = text[: span[0]], text[span[1] :]
    if before[-1:] == "-" or after[:1] == "-":
        return True
    following = after[1:].split(maxsplit=1)[0] if after[:1] == " " and after[1:].strip() else ""
    return following[:1].isupper() or following.casefold() in NAMED


def _replaced(tables: Tables, found: list[Mention]) -> Tables:
    spans: dict[tuple[str, int, Way], list[Span]] = {}
    for mention in found:
        spans.setdefault((mention.table, mention.number, mention.way), []).extend(mention.spans)
    for (table, number, way), each in spans.items():
        holder: Any = tables[table][number]
        for step in way[:-1]:
            holder = holder[step]
        holder[way[-1]] = without(holder[way[-1]], _apart(each), GAP)
    return tables


def _apart(spans: list[Span]) -> list[Span]:
    """The spans without those that lie in another."""
    return [one for one in {*spans} if not any(o != one and o[0] <= one[0] and one[1] <= o[1] for o in spans)]


def _anonymous(tables: Tables, person: Participant, stand_in: str) -> Tables:
    """The tables with the person's contributions nobody's, and the person without a name."""
    for name, table in tables.items():
        for number, document in list(table.items()):
            if name == Participant.table and document.get("id") == person.id:
                kept = {key: each for key, each in document.items() if key in IMPERSONAL}
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
    return msgspec.structs.replace(
        made, about=msgspec.structs.replace(made.about, erased=image.about.erased + 1, last=last)
    )


def without_person(tables: Tables, person: Participant, stand_in: str) -> Tables:
    """Documents with the person's contributions nobody's, and the whole name replaced wherever it stands."""
    found = [mention for mention in _mentions(tables, person) if mention.kind is Kind.WHOLE]
    return _anonymous(_replaced(tables, found), person, stand_in)


def _backups(sidecar: Sidecar, disk: Disk, person: Participant, stand_in: str, outcome: Outcome) -> None:
    """Rewrite every backup without the person; one that cannot be read is taken away."""
    for path in (*sorted(sidecar.backups.glob("*")), *sidecar.folder.glob(f"{sidecar.latest.name}*")):
        try:
            image = images.load(path.read_bytes())
        except (Damaged, OSError):
            _take(path, disk, outcome)
            continue
        if not _may_hold(path, person):
            continue
        after = _erased(image, without_person(_documents(image), person, stand_in))
        disk.put(path, *after.encoded())
        outcome.backups += 1


def _beside(sidecar: Sidecar, disk: Disk, person: Participant, outcome: Outcome) -> None:
    """Take away the histories, and the drafts and set-aside files in which the person may stand."""
    for path in sorted(sidecar.windows.glob("*.history")):
        disk.remove(path)
    for folder in (sidecar.windows, sidecar.aside):
        for path in sorted(folder.glob("*")):
            if path.suffix in (".drafts", ".json", ".tmp"):
                _take(path, disk, outcome, held=_may_hold(path, person))


def _may_hold(path: Path, person: Participant) -> bool:
    """Whether the person stands in a file, or it cannot be told."""
    data = path.read_bytes()
    with contextlib.suppress(ValueError, RecursionError):
        plain = json.dumps(json.loads(data.decode("utf-8-sig")), ensure_ascii=False)
        return person.id in plain or bool(written(plain, person.name))
    return True


def _take(path: Path, disk: Disk, outcome: Outcome, *, held: bool = True) -> None:
    if held:
        disk.remove(path)
        outcome.removed.append(path)
