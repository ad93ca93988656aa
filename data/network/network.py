"""The open network: what it holds, what is done to it, and what is on its way to the disk."""

from __future__ import annotations

import atexit
import contextlib
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Concatenate

from data.model import Change, P, Record, Refused, Said, Stamp, State, say
from data.network import undo
from data.network.desk import Desk, tables
from data.network.drafts import Drafts
from data.network.events import Changed, Event
from data.network.foreign import Choice, Foreign, base_of, offered, read, settle
from data.network.keeper import Keeper
from data.network.minder import Minder
from data.network.opening import Opened, Unopened, opened
from data.network.recall import recall
from data.network.task import Applied, Asked, NotSaved, end, foreseen, kept, secret
from data.network.words import SCARCE, busy
from data.network.writer import Writer
from data.store import beside
from data.store.disk import Disk
from data.store.history import Step, Way
from data.store.records import write
from data.store.storage import KringStorage
from data.store.tiny import KringDB
from data.store.window import SEEN, Window, claim, elsewhere

_LEFT = 600.0
"""Seconds after which a temporary file belongs to nobody."""

PATIENCE = 5.0
"""Seconds that closing waits for the disk."""


class Network:
    """One network file, open. Its methods are for one thread; ``subscribe`` says where callbacks come from.

    ``state`` is what is on disk and, on top of it, this process's changes that are still on their way.
    """

    def __init__(self, found: Opened, *, watch: bool) -> None:
        self.path = found.db.files.path
        self.read_only = found.read_only
        self.notices = found.notices
        self.diverged = found.diverged
        storage = found.db.files
        self._window = self._claimed(storage, SEEN if watch else "command")
        self._window.history.load(found.image.about.revision, found.image.about.erased)
        self._desk = Desk(found.image, self._window.history)
        self.drafts = Drafts(self._window)
        self._storage = storage
        keeper = Keeper(found.db, found.image)
        self._writer = Writer(self._desk, keeper, watch=watch)
        self._minder = Minder(self._desk, keeper, self.drafts, self._writer)
        if not self.read_only:
            storage.lineage.took(found.image.about)
            storage.sidecar.sweep(storage.path, _LEFT)
        if watch and not self.read_only:
            self._bring_back(self.drafts.holds)
        self._writer.start()
        self._minder.start()
        atexit.register(self.close)

    @classmethod
    def open(cls, path: Path, *, watch: bool = False, rescue: bool = False, disk: Disk | None = None) -> Network:
        """Open a network file; with ``watch`` other processes' changes are seen within 0.1 s.

        ``rescue`` opens what is readable of a file that does not wholly fit; ``disk`` is for tests.

        Raises:
            Unopened: it is not there, not a network, or damaged.
        """
        return cls(opened(path, rescue=rescue, db=KringDB(path, disk)), watch=watch)

    @classmethod
    def create(cls, path: Path, records: Iterable[Record], *, watch: bool = False, disk: Disk | None = None) -> Network:
        """Make a network file that holds these records, and open it.

        Raises:
            Unopened: there is a file of that name already.
            OSError: it cannot be written.
        """
        db = KringDB(path, disk)
        storage = db.files
        storage.sidecar.make()
        with storage.locked():
            if storage.path.exists():
                raise Unopened(say("There is already a file {file}.", file=str(path)))
            write(db, records)
        return cls.open(path, watch=watch, disk=disk)

    @property
    def state(self) -> State:
        """Everything, as this window has it."""
        return self._desk.state

    @property
    def trouble(self) -> Said | None:
        """What is wrong with the disk and what to do, or None."""
        return self._desk.trouble

    @property
    def failing(self) -> bool:
        """Whether the disk refuses; a disk that is nearly full or a lock that another program holds is only slow."""
        said = self._desk.trouble
        return said is not None and said not in (SCARCE, busy(self.path))

    @property
    def last(self) -> tuple[str, Said] | None:
        """The id and the label of the change that undo takes back next; None when there is none."""
        step = next(reversed(self._desk.history.undoes), None)
        return (step.id, step.label) if step and step.way is not Way.END else None

    @property
    def taken_back(self) -> int:
        """How many changes that were taken back can be made again."""
        return len(self._desk.history.redoes)

    @property
    def saved(self) -> bool:
        """Whether all that was done here is on the disk."""
        return not self._desk.pending

    @property
    def unsaved(self) -> list[Said]:
        """What was done here and is not on the disk yet."""
        with self._desk.guard:
            return [task.change.label for task in self._desk.pending]

    @property
    def unkept(self) -> int:
        """How many of those would be lost at closing: secret ones are kept nowhere but in the file."""
        with self._desk.guard:
            return sum(secret(task.step) for task in self._desk.pending)

    def retry(self) -> None:
        """Try at once what could not be saved."""
        self._writer.hurry()

    def apply(self, verb: Callable[Concatenate[State, Stamp, P], Change], *args: P.args, **kwargs: P.kwargs) -> Applied:
        """Do this, show it at once, and write it.

        The verb runs again on fresh state under the lock, with the same stamp.

        Raises:
            Refused: the verb says no, or nothing can be changed.
        """
        asked = None if args else Asked(verb, kwargs)
        task = self._do(lambda state, at: verb(state, at, *args, **kwargs), Way.DO, asked=asked)
        self._desk.tell(Changed(tables(task.change), ours=True))
        return task

    def undo(self) -> Said:
        """Take back this window's own last change; the answer says which.

        Raises:
            Refused: there is none, or another window changed the same since. That change is passed over then. Behind
                a secret vote nothing is: it stops there.
        """
        return self._back(self._desk.history.undoes, Way.UNDO, say("There is nothing to undo."))

    def redo(self) -> Said:
        """Make again the change that was taken back last; the answer says which.

        Raises:
            Refused: there is none, or another window changed the same since. That change is passed over then.
        """
        return self._back(self._desk.history.redoes, Way.REDO, say("There is nothing to redo."))

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call this for every event, until the answer is called.

        It may be called from the writer's thread, and must be quick.
        """
        return self._desk.listen(listener)

    @property
    def foreign(self) -> list[Foreign]:
        """The other versions of this file that nobody said yet what to do with; reads them."""
        return list(offered(self._storage, self._desk.image))

    def settle(self, other: Foreign, choice: Choice) -> Applied:
        """Do with another version what was chosen: one change, that can be undone.

        Raises:
            Refused: it cannot be read, is another network, or is from before somebody was forgotten.
        """
        ours, theirs = self._desk.image, read(other.path)
        if theirs is None:
            raise Refused(say("{file} cannot be read.", file=other.path.name))
        if theirs.about.erased < ours.about.erased and choice is not Choice.OURS:
            raise Refused(say("That version is from before somebody was forgotten: it is not taken in."))
        if not other.same and choice in (Choice.MERGE, Choice.MERGE_THEIRS):
            raise Refused(say("That is another network: it cannot be joined to this one."))
        base = base_of(self._storage, theirs, ours)
        joins = theirs.about.writes[-1:] if theirs.sound else ()
        task = self._do(partial(settle, theirs=theirs.state, base=base, choice=choice), Way.DO, joins=joins)
        self._desk.tell(Changed(tables(task.change), ours=True))
        with contextlib.suppress(OSError):  # then it is only offered again
            beside.remember(self._storage, settled=(other.digest,))
        return task

    def save_copy(self, path: Path) -> None:
        """Write all of it, also what could not be saved and what this Kring does not know, to another file.

        Raises:
            Unopened: there is a file of that name already.
            OSError: it cannot be written.
        """
        db = KringDB(path)
        with self._desk.guard:
            image, shown = self._desk.image, self.state
        before, after = image.state.tables, shown.tables
        puts = [each for name in after for id_, each in after[name].items() if before.get(name, {}).get(id_) != each]
        drops = [each for name in before for id_, each in before[name].items() if id_ not in after.get(name, {})]
        db.files.sidecar.make()
        with db.files.locked():
            if db.files.path.exists():
                raise Unopened(say("There is already a file {file}.", file=str(path)))
            db.files.put(image.next(uuid.uuid4().hex[:16]))
            write(db, puts, drops)
        db.close()

    def close(self, timeout: float = PATIENCE) -> None:
        """Write what is on its way and the drafts, and let go of the file; ``saved`` says whether it worked.

        What could not be saved is kept beside the drafts, and brought back when the file is next opened.
        """
        atexit.unregister(self.close)
        with self._desk.guard:
            self._desk.closing = True
            self._desk.guard.notify_all()
        self._writer.join(timeout)
        self._minder.end()
        for task in tuple(self._desk.pending):
            task.finish(NotSaved(self.trouble or say("This is not saved.")))
        self._window.close()
        if not self._writer.is_alive():
            self._storage.close()

    def _bring_back(self, steps: tuple[Step, ...]) -> None:
        """Do again what could not be saved before Kring stopped."""
        for step in steps:
            self._do(partial(recall, step=step), Way.DO)
        if steps:
            count = len(steps)
            self.notices.append(
                say("The changes that were not saved when Kring stopped are back: {count}.", count=count)
            )

    def _pass_over(self, step: Step) -> None:
        about = self._desk.image.about
        passed = Step(
            label=step.label, of=step.id, way=Way.PASS, keep=step.keep, revision=about.revision, erased=about.erased
        )
        self._desk.history.take(passed)
        self._desk.passed.append(passed)
        self._desk.guard.notify_all()

    def _claimed(self, storage: KringStorage, sort: str) -> Window:
        if not self.read_only:
            try:
                return claim(storage.sidecar, storage.disk, sort)
            except OSError as error:
                why = error.strerror or str(error)
                self.notices.append(say("Undo and drafts last only as long as this window ({why}).", why=why))
        return Window(storage.disk, elsewhere=elsewhere(storage.sidecar) / f"{uuid.uuid4().hex}.unsaved")

    def _do(
        self,
        run: Callable[[State, Stamp], Change],
        way: Way,
        undoes: Step | None = None,
        joins: tuple[str, ...] = (),
        asked: Asked | None = None,
    ) -> Applied:
        if self.read_only:
            raise Refused(self.read_only)
        if self._desk.closing:
            raise Refused(say("The network is closed."))
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        stamp = Stamp(now, str(uuid.uuid4()))
        with self._desk.guard:
            change = run(self.state, stamp)
            step = foreseen(self.state, change, way, now, undoes)
            task = Applied(stamp, run, change, step, undoes, joins, asked)
            if not change.puts and not change.drops and not joins:
                task.finish()
                return task
            if kept(change) and step.traces:
                self._desk.history.take(step)
            elif secret(step):
                self._desk.history.take(end(step))
            self._desk.take(task)
        return task

    def _back(self, steps: list[Step], way: Way, none: Said) -> Said:
        with self._desk.guard:
            if not steps:
                raise Refused(none)
            step = steps[-1]
            if step.way is Way.END:
                raise Refused(say("A secret vote cannot be undone, and nor can what was done before it."))
            try:
                task = self._do(
                    partial(undo.reverse, step=step, loose=self._storage.sidecar.joined.exists()), way, step
                )
            except Refused:
                if not self.read_only and not self._desk.closing:
                    self._pass_over(step)
                raise
        self._desk.tell(Changed(tables(task.change), ours=True))
        return step.label
