"""Whether a network file is sound, without touching it or anything beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from data.model import Profile, Said, say
from data.store import image as images
from data.store import migrations
from data.store.codec import Damaged
from data.store.disk import Disk
from data.store.image import KINDS


@dataclass(slots=True)
class Report:
    """What is wrong with a file, and how many documents each table has."""

    problems: list[Said] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def check(path: Path) -> Report:
    """Read a file as opening it would, and say what is wrong with it."""
    try:
        image = images.load(Disk.read(path)[0])
    except FileNotFoundError:
        return Report([say("There is no file {file}.", file=str(path))])
    except OSError as error:
        return Report([say("{file} cannot be read: {why}.", file=path.name, why=error.strerror or str(error))])
    except Damaged as damaged:
        return Report([damaged.said])
    found = Report([*image.misfits, *image.remarks], image.counts())
    if not image.sound:
        found.problems.insert(0, say("The checksum does not match: the file was changed outside Kring, or is damaged."))
    if image.about.schema > migrations.SCHEMA:
        found.problems.append(say("The file was made by a newer Kring."))
    if not found.counts[Profile.table]:
        found.problems.append(say("{file} holds no network of Kring.", file=path.name))
    return found
