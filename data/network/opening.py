"""Opening a network file: what may be wrong with it, and what is told."""

from __future__ import annotations

import contextlib
import os
import stat
import uuid
from pathlib import Path

import msgspec

from data.i18n import told
from data.list_files import no_network
from data.model import Profile, Said, say
from data.network.foreign import Foreign, foreign, read
from data.network.keeper import edited
from data.network.words import NEWER, unreadable
from data.store import aside, backups, beside, latest, migrations
from data.store.backups import Backup, Backups
from data.store.codec import Damaged
from data.store.image import Image, fitting
from data.store.lineage import Relation
from data.store.storage import KringStorage
from data.store.tiny import KringDB


class Unopened(Exception):  # noqa: N818 - it says what did not happen
    """A file cannot be opened; ``said`` tells why and what to do.

    ``backups`` are its good copies, newest first. ``details`` are all things wrong with it. When ``rescue`` is true,
    ``Network.open(path, rescue=True)`` opens what is readable of it. The file itself is as it was; ``kept`` is the copy
    of it that was set aside. It is ``missing`` where there is no file of that name.
    """

    def __init__(
        self,
        said: Said,
        *,
        backups: list[Backup] | None = None,
        details: tuple[Said, ...] = (),
        rescue: bool = False,
        kept: Path | None = None,
        missing: bool = False,
    ) -> None:
        super().__init__(said.message.format_map(dict(said.fills)))
        self.said = said
        self.backups = backups or []
        self.details = details
        self.rescue = rescue
        self.kept = kept
        self.missing = missing


class Opened(msgspec.Struct):
    """A file that was opened: what it holds, why it can only be read (if so), and what there is to tell."""

    db: KringDB
    image: Image
    read_only: Said | None
    notices: list[Said] = msgspec.field(default_factory=list)
    diverged: list[Foreign] = msgspec.field(default_factory=list)


def opened(path: Path, *, rescue: bool = False, db: KringDB | None = None) -> Opened:
    """Open a file, and put right what can be put right.

    Raises:
        Unopened: it is not there, not a file, not a network, or damaged.
    """
    db = KringDB(path) if db is None else db
    storage = db.files
    try:
        image = first_read(path, storage)
    except Damaged as damaged:
        raise _set_aside(storage, damaged.said) from damaged
    found = Opened(db, image, _read_only(storage, image))
    if image.about.schema > migrations.SCHEMA:
        return found
    if not image.state.tables.get(Profile.table) and (rescue or not image.misfits):
        raise Unopened(say("{file} holds no network of Kring.", file=path.name), backups=backups.listed(storage))
    if image.misfits and not rescue:
        raise _set_aside(storage, image.misfits[0], image.misfits, rescue=bool(image.state.all(Profile)))
    if not found.read_only:
        with contextlib.suppress(OSError):
            _go_on_with_ours(found)
    if found.image is image:
        _put_right(found)
    _beside(found)
    return found


def _put_right(found: Opened) -> None:
    """Take a file as it is: seal it again where it was changed by hand, bring it to the present form."""
    image = found.image
    if not image.sound or image.misfits:
        _accept(found)
    elif image.migrated and not found.read_only:
        _write(found, image, back_up=True)


def first_read(path: Path, storage: KringStorage) -> Image:
    """What the file holds, read before anything else is known of it.

    Raises:
        Unopened: it is not there, not a file that can be kept, a list of people, or cannot be read.
        Damaged: it is no network file, or not a whole one.
    """
    must_be_file(path, storage)
    if said := no_network(path):
        raise Unopened(said)
    try:
        return storage.fresh()
    except OSError as error:
        raise Unopened(unreadable(error, path)) from error


def must_be_file(path: Path, storage: KringStorage) -> None:
    """Say no to what is no file that can be kept.

    Raises:
        Unopened: it is not there, a folder, or something that never ends.
    """
    try:
        mode = storage.path.stat().st_mode
    except FileNotFoundError:
        there = backups.listed(storage)
        raise Unopened(say("There is no file {file}.", file=str(path)), backups=there, missing=True) from None
    except OSError as error:
        raise Unopened(unreadable(error, path)) from error
    if stat.S_ISDIR(mode):
        raise Unopened(say("{file} is a folder, not a file.", file=str(path)))
    if not stat.S_ISREG(mode):
        raise Unopened(say("{file} is not a file that can be kept.", file=str(path)))


def _read_only(storage: KringStorage, image: Image) -> Said | None:
    if image.about.schema > migrations.SCHEMA:
        return NEWER
    if not os.access(storage.path, os.W_OK):
        return say("{file} is read-only: nothing can be changed. Make a copy to continue.", file=storage.path.name)
    if not os.access(storage.path.parent, os.W_OK | os.X_OK):
        return say(
            "The folder {folder} is read-only: nothing can be changed. Make a copy elsewhere to continue.",
            folder=str(storage.path.parent),
        )
    return None


def _set_aside(storage: KringStorage, why: Said, details: tuple[Said, ...] = (), *, rescue: bool = False) -> Unopened:
    """The damaged file is left as it is, and a copy of it kept for when it is replaced."""
    kept = aside.keep(storage.sidecar, storage.disk, storage.path.read_bytes(), "damaged")
    copies = backups.listed(storage)
    reason = told(why)
    if copies:
        said = say(
            "{file} is damaged: {why}. There is a good copy of {when}: kring restore",
            file=storage.path.name,
            why=reason,
            when=f"{copies[0].made:%Y-%m-%d %H:%M}",
        )
    else:
        said = say("{file} is damaged: {why}. It was left as it is.", file=storage.path.name, why=reason)
    return Unopened(said, backups=copies, details=details or (why,), rescue=rescue, kept=kept)


def _accept(found: Opened) -> None:
    """Take a file that was changed outside Kring as it is, keep a copy, and say what differs."""
    storage, image = found.db.files, found.image
    kept = aside.keep(storage.sidecar, storage.disk, storage.path.read_bytes(), "edited")
    if not image.sound:
        found.notices += edited(image, backups.newest(storage))
        if copies := backups.listed(storage):
            when = f"{copies[0].made:%Y-%m-%d %H:%M}"
            found.notices.append(say("Was it not you? kring restore puts the good copy of {when} back.", when=when))
    found.notices += image.misfits
    if kept is not None and not found.read_only:
        _write(found, fitting(image), back_up=False)


def _write(found: Opened, image: Image, *, back_up: bool) -> None:
    """Write the file in its present form; when that fails it is only not written yet."""
    from datetime import datetime

    storage = found.db.files
    try:
        with storage.locked():
            if storage.fresh() is not found.image:
                return  # another process was first
            if back_up:
                Backups(storage).make(datetime.now(), image)  # noqa: DTZ005 - local, as the names are
            storage.put(image.next(uuid.uuid4().hex[:16]))
            found.image = storage.fresh()
    except OSError:
        found.image = image


def _go_on_with_ours(found: Opened) -> None:
    """When the file is not made from what was last here, go on with that, and keep the file as another version."""
    storage, theirs = found.db.files, found.image
    ours, relation = latest.newer(storage, theirs)
    if relation is Relation.LATER:
        return
    if ours is None:
        found.notices.append(
            say(
                "{file} is not the version that was last here, and that one is gone from this computer: look it over.",
                file=storage.path.name,
            )
        )
        return
    with storage.locked():
        kept = aside.keep(storage.sidecar, storage.disk, storage.path.read_bytes(), "theirs")
        if kept is None or storage.fresh() is not theirs:
            return  # another window is at it
        other = foreign(storage, kept, theirs, ours)
        storage.put(ours.next(uuid.uuid4().hex[:16], theirs.about))
        found.image = storage.fresh()
    found.diverged.append(other)
    found.notices.append(other.said(storage.path.name))


def _beside(found: Opened) -> None:
    """Tell once of each copy that a synchronising program or a file manager put beside the file."""
    storage = found.db.files
    told_ = set(beside.known(storage.sidecar).told)
    network = next((each.id for each in found.image.state.all(Profile)), "")
    for path, digest in beside.copies(storage, network) if network else ():
        image = read(path) if digest not in told_ else None
        if image is not None:
            other = foreign(storage, path, image, found.image)
            found.diverged.append(other)
            found.notices.append(other.said(storage.path.name, beside=True))
            with contextlib.suppress(OSError):
                beside.remember(storage, told=(digest,))
