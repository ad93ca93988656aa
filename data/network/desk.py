"""What the window's thread and the writer's thread share: the state as shown, and the changes on their way."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable

from data.model import Change, Participant, Refused, Said, say
from data.network.events import Changed, Event, Noticed, RefusedLater, TroubleEvent
from data.network.overtaken import by_others, written
from data.network.task import Applied
from data.store.history import History, Step
from data.store.image import Image

_log = logging.getLogger(__name__)


class Desk:
    """All of it is read and changed while holding ``guard``; listeners are called without it."""

    def __init__(self, image: Image, history: History) -> None:
        self.guard = threading.Condition(threading.RLock())
        self.image = image
        self.state = image.state
        self.history = history
        self.pending: deque[Applied] = deque()
        self.passed: deque[Step] = deque()
        self.forgotten: list[str] = []
        self.trouble: Said | None = None
        self.closing = False
        self._listeners: tuple[Callable[[Event], None], ...] = ()

    def listen(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Tell this listener every event, until the answer is called."""
        with self.guard:
            self._listeners += (listener,)

        def stop() -> None:
            with self.guard:
                self._listeners = tuple(each for each in self._listeners if each is not listener)

        return stop

    def tell(self, event: Event) -> None:
        """Call every listener; one that fails does not keep the others from hearing it."""
        for listener in self._listeners:
            try:
                listener(event)
            except Exception:
                _log.exception("A listener failed on %s", event)

    def set_trouble(self, said: Said | None) -> None:
        """There is trouble, or it is over; told once."""
        with self.guard:
            same, self.trouble = self.trouble == said, said
        if not same:
            self.tell(TroubleEvent(said))

    def take(self, task: Applied) -> None:
        """Show a change and put it in line to be written."""
        with self.guard:
            self.pending.append(task)
            self.state = self.state.after(task.change)
            self.guard.notify_all()

    def written(self, task: Applied, change: Change, image: Image, others: frozenset[str]) -> None:
        """A change is on the disk."""
        with self.guard:
            self.pending.remove(task)
            self._adopt(image)
            if others or change != task.change or not self.pending:
                self._refold()
            self.guard.notify_all()
        task.finish()
        if task.undoes:  # what came back now stands where it stood
            self.tell(Changed(tables(change), ours=True))
        if others:
            self.tell(Changed(others, ours=False))

    def dropped(self, task: Applied, said: Said) -> None:
        """A change cannot be written after all."""
        with self.guard:
            self.pending.remove(task)
            self.history.strike(task.step)
            self._refold()
            self.guard.notify_all()
        task.finish(Refused(said))
        texts = written(task.change.puts) if task.undoes is None else ()
        self.tell(RefusedLater(said, task.change.label, texts))
        self.tell(Changed(tables(task.change), ours=True))

    def seen(self, image: Image) -> None:
        """The file was changed by another process."""
        with self.guard:
            changed = differing(self.image, image)
            overtaken = by_others(self.image.state, image.state, self.history.undoes) if changed else []
            self._adopt(image)
            self._refold()
            self.guard.notify_all()
        if changed:
            self.tell(Changed(changed, ours=False))
        for said in overtaken:
            self.tell(Noticed(said))

    def _adopt(self, image: Image) -> None:
        """Go on from this version of the file; when somebody was erased from it, nothing before that is undone.

        ``forgotten`` has the names of those who were, for the drafts.
        """
        if image.about.erased != self.image.about.erased:
            self.history.clear()
            named = {each.id: each.name for each in image.state.all(Participant)}
            self.forgotten += [
                each.name for each in self.image.state.all(Participant) if named.get(each.id, each.name) != each.name
            ]
        self.image = image

    def _refold(self) -> None:
        """The state as shown: what is on disk, and on it what is on its way as far as that is still possible."""
        state = self.image.state
        for task in self.pending:
            try:
                state = state.after(task.run(state, task.stamp))
            except Refused:
                continue  # said when its turn to be written comes
        self.state = state


def tables(change: Change) -> frozenset[str]:
    """The tables that a change touches."""
    return frozenset(record.table for record in (*change.puts, *change.drops))


def differing(one: Image, other: Image) -> frozenset[str]:
    """The tables that are not the same in two versions of a file."""
    if one.about.erased != other.about.erased:
        return frozenset(one.tables) | frozenset(other.tables)
    names = frozenset(one.tables) | frozenset(other.tables)
    return frozenset(
        name
        for name in names
        if one.tables.get(name) is not other.tables.get(name) and _lines(one, name) != _lines(other, name)
    )


def _lines(image: Image, name: str) -> list[bytes]:
    return [doc.line for doc in image.tables.get(name, {}).values()]


def unkept(error: Exception) -> Said:
    """Why a change could not be written, when the disk is not to blame."""
    return say("This could not be saved: {why}", why=str(error)[:200])
