"""Another version of the file: one that is not made from ours. It is kept and told; what is done with it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from data.i18n import told
from data.model import Change, Profile, Record, Said, Stamp, State, say
from data.store import backups, beside
from data.store import image as images
from data.store.codec import Damaged
from data.store.compare import differences
from data.store.image import KINDS, About, Image
from data.store.lineage import Relation
from data.store.storage import KringStorage


class Choice(StrEnum):
    """What to do with another version: join it to ours (ours or theirs holds where both changed a record), or one."""

    MERGE = "merge"
    MERGE_THEIRS = "merge_theirs"
    OURS = "ours"
    THEIRS = "theirs"


class Foreign(msgspec.Struct, frozen=True):
    """Another version: where it is kept, how it stands to ours, and what differs in it, said in counts.

    ``same`` is whether it is the same network; another one cannot be merged. ``both`` is how many records were changed
    in both. ``sound`` is false when another program than Kring wrote it.
    """

    path: Path
    digest: str
    relation: Relation
    sound: bool
    same: bool
    both: int
    differs: tuple[Said, ...]

    @property
    def asks(self) -> bool:
        """Whether there may be something in it that ours does not have; in a version that ours was made from is not."""
        return not (self.same and self.sound and self.relation is Relation.OLDER)

    def said(self, name: str, *, beside: bool = False) -> Said:
        """The sentence to tell."""
        differs = "; ".join(map(told, self.differs)) or "="
        if beside:
            return say("Next to it is {name}, a copy made elsewhere ({differs}).", name=self.path.name, differs=differs)
        if not self.same:
            return say("Another network replaced {file}. You keep working on yours; the other is kept.", file=name)
        if not self.sound:
            return say(
                "{file} was changed by another program ({differs}). You keep working on yours; the change is kept.",
                file=name,
                differs=differs,
            )
        if self.relation is Relation.OLDER:
            return say(
                "An older copy replaced {file} ({differs}). You keep working on yours; the copy is kept.",
                file=name,
                differs=differs,
            )
        return say(
            "A version made elsewhere replaced {file} ({differs}). You keep working on yours; the other is kept.",
            file=name,
            differs=differs,
        )


def foreign(storage: KringStorage, path: Path, theirs: Image, ours: Image) -> Foreign:
    """What there is to say about another version, kept at this path."""
    relation = storage.lineage.relation(theirs.about, ours.about)
    base = base_of(storage, theirs, ours)
    same = bool({each.id for each in theirs.state.all(Profile)} & {each.id for each in ours.state.all(Profile)})
    both = sum(1 for each in _pairs(theirs.state, ours.state) if _both(*each, base)) if same else 0
    return Foreign(
        path, beside.digest(path.read_bytes()), relation, theirs.sound, same, both, tuple(differences(ours, theirs))
    )


def offered(storage: KringStorage, ours: Image) -> Iterator[Foreign]:
    """The other versions that nobody said yet what to do with: set aside ones, and copies beside the file."""
    settled = set(beside.known(storage.sidecar).settled)
    network = next((each.id for each in ours.state.all(Profile)), "")
    found = [(path, beside.digest(path.read_bytes())) for path in sorted(storage.sidecar.aside.glob("*-theirs*.json"))]
    for path, digest in (*found, *beside.copies(storage, network)):
        if digest not in settled and (image := read(path)) is not None:
            yield foreign(storage, path, image, ours)


def read(path: Path) -> Image | None:
    """A version that was kept; None when it cannot be read."""
    try:
        return images.load(path.read_bytes())
    except (OSError, Damaged):
        return None


def base_of(storage: KringStorage, theirs: Image, ours: Image) -> State | None:
    """What both were made from, if it is still there: the newest such version."""
    relation = storage.lineage.relation(theirs.about, ours.about)
    if relation is Relation.OLDER:
        return theirs.state if theirs.sound else _nearest(storage, theirs.about, ours.about)
    if relation is Relation.SAME or relation is Relation.LATER:
        return ours.state
    return _nearest(storage, theirs.about, ours.about)


def _nearest(storage: KringStorage, theirs: About, ours: About) -> State | None:
    mine = {*ours.descent, *storage.lineage.tokens()}
    best: Image | None = None
    for path in (*backups.candidates(storage), *storage.sidecar.aside.glob("*.json")):
        image = backups.sound(path)
        if image is None or image.about.token not in mine or image.about.token not in theirs.descent:
            continue
        if best is None or image.about.revision > best.about.revision:
            best = image
    return best.state if best else None


def settle(state: State, _at: Stamp, *, theirs: State, base: State | None, choice: Choice) -> Change:
    """Make of the state what was chosen: one change, that can be undone as any other.

    A record that only one side changed is as that side has it; one that a side took away and the other changed stays;
    without a version that both were made from nothing counts as taken away. Where both changed it, one side is chosen.
    """
    puts: list[Record] = []
    drops: list[Record] = []
    for their, our, table, id_ in _pairs(theirs, state) if choice is not Choice.OURS else ():
        chosen = their if choice is Choice.THEIRS else _joined(their, our, _at_base(base, table, id_), base, choice)
        if chosen is None and our is not None:
            drops.append(our)
        elif chosen is not None and chosen != our:
            puts.append(chosen)
    return Change(say("Another version was taken in"), tuple(puts), tuple(drops))


_Pair = tuple[Record | None, Record | None, str, str]


def _pairs(theirs: State, ours: State) -> Iterator[_Pair]:
    for table in KINDS:
        one, other = theirs.tables.get(table, {}), ours.tables.get(table, {})
        for id_ in dict.fromkeys((*other, *one)):
            if one.get(id_) != other.get(id_):
                yield one.get(id_), other.get(id_), table, id_


def _at_base(base: State | None, table: str, id_: str) -> Record | None:
    return base.tables.get(table, {}).get(id_) if base else None


def _both(their: Record | None, our: Record | None, table: str, id_: str, base: State | None) -> bool:
    was = _at_base(base, table, id_)
    return their is not None and our is not None and was not in (their, our)


def _joined(
    their: Record | None, our: Record | None, was: Record | None, base: State | None, choice: Choice
) -> Record | None:
    if base is None:
        return their if our is None or (their is not None and choice is Choice.MERGE_THEIRS) else our
    if their == was:
        return our
    if our == was:
        return their
    if their is None or our is None:
        return their or our
    return their if choice is Choice.MERGE_THEIRS else our
