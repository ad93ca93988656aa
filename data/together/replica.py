"""One copy of a shared network: its file, the log as far as it is known, and the own calls that are not in it yet.

What is done here is in the file at once, and waits there in a row. When calls of others come first in the log, the own
ones that wait are run again on top of them, and the file is brought to what that comes to. Nothing here waits for the
line; a stop at any moment leaves a file and a shelf from which the same is made again.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from data.model import Change, Participant, Refused, Said, State, say
from data.network.events import Noticed, RefusedLater
from data.network.overtaken import written as texts_of
from data.store import aside
from data.store import forgetting as erasing
from data.store.image import Image
from data.store.tiny import KringDB
from data.together import rows as line
from data.together.calls import Call, Message, table, written
from data.together.confirmed import Confirmed, Folding, Gone, Line, Shown, advance, after, erased, ordered
from data.together.events import OfCopy
from data.together.found import forgettings, network_of, records_of, stamp_of_now
from data.together.persons import forgotten
from data.together.placing import differences, place, same
from data.together.shelf import Shelf
from data.together.snapshot import packed, unpacked

STALE = 64
"""So many calls that are in the log may still stand in the file as rows; they cost a write to take away."""

ASIDE = say("This file held another version: it is kept, and offered under Other versions.")


class Replica:
    """All of it for one thread. ``tell`` hears what a person should know."""

    def __init__(self, db: KringDB, tell: Callable[[OfCopy], None] = lambda _: None) -> None:
        self.db = db
        self.shelf = Shelf(db.files.sidecar, db.files.disk)
        self._tell = tell
        self._placed: Confirmed | None = None
        self.confirmed: Confirmed | None = None
        self._rows: Mapping[int, Call] = {}
        self._shown = Shown(State())
        self._there, self._here = Folding(), Folding()
        self._reading = line.Reading()
        self._lines: list[Line] = []
        self._offers: dict[tuple[str, int], Message] = {}
        self._settled: Confirmed | None = None
        self._again: Sequence[Message] = ()
        self._calls: Sequence[Call] = ()
        self._rebased = self._erases = False

    @property
    def folder(self) -> Path:
        """Where what belongs to the sharing of this file is kept."""
        return self.db.files.sidecar.together

    # -- beginning -------------------------------------------------------------------------------------------------

    def open(self) -> bool:
        """Take the file up where it was left; false when another process shares it already.

        Raises:
            OSError: it cannot be read, or nothing can be kept beside it.
            Damaged: it is no network file.
        """
        table()  # the first call should not wait for it
        if not self.shelf.claim():
            return False
        with self.db.files.locked():
            image = self.db.image()
            self._own = self.shelf.own(image.about.last.get(line.TABLE, 0))
            log = image.about.log
            self._placed, self.confirmed = self.shelf.load(log if isinstance(log, tuple) else None)
            self.shelf.mark(joined=True)
            if self.confirmed is not None:
                self.settle()
        return True

    def found(self) -> Confirmed:
        """Begin a log of this copy: with all that is known of an earlier one, or with what the file holds.

        Raises:
            Refused: the file holds no network.
            OSError: it cannot be written.
        """
        with self.db.files.locked():
            if self.confirmed is not None:
                self.settle()
            image = self.db.image()
            log = uuid.uuid4().hex
            if self.confirmed is None:
                before = Confirmed(network=network_of(image.state), log="", state=ordered(records_of(image.state)))
                self._settled_in(before, image)
            else:
                before = self.confirmed
            self._goes_on(msgspec.structs.replace(before, log=log, sequence=0))
        return self._known

    def adopt(self, data: bytes) -> None:
        """Go on from a snapshot; what it does not have yet of what is known here is sent again.

        Raises:
            Refused: it is none, or of another network.
            OSError: it cannot be written.
        """
        snapshot, recent = unpacked(data)
        with self.db.files.locked():
            image = self.db.image()
            mine = network_of(image.state, snapshot.network)
            if mine != snapshot.network:
                raise Refused(say("That is another network than the one in this file."))
            if self.confirmed is not None:
                self.settle()
            lost = self._missing(snapshot)
            if lost is None:
                self._calls = list(self._rows.values())
                self._set_aside(self.db.image(), snapshot)
                lost = []
            self.shelf.learn(recent)
            self._goes_on(snapshot, [each for each in lost if each.origin == self._own.origin])
            self._offers = {(each.origin, each.number): each for each in lost if each.origin != self._own.origin}

    def _missing(self, snapshot: Confirmed) -> list[Message] | None:
        """The calls that were in the log here and are not in the snapshot; None when some of them are gone."""
        if self.confirmed is None:
            return None
        ahead = {
            origin: (snapshot.counts.get(origin, 0), count)
            for origin, count in self.confirmed.counts.items()
            if count > snapshot.counts.get(origin, 0)
        }
        kept = self.shelf.after(dict(snapshot.counts))
        found = [each for each in kept if each.origin in ahead]
        if len(found) < sum(count - known for known, count in ahead.values()):
            return None
        return found

    def _set_aside(self, image: Image, snapshot: Confirmed) -> None:
        """Keep the file as it is as another version, when it holds anything that the log does not."""
        storage = self.db.files
        self._settled_in(snapshot, image)
        if image.state.tables and not same(ordered(records_of(image.state)), snapshot.state):
            if aside.keep(storage.sidecar, storage.disk, storage.path.read_bytes(), "theirs") is None:
                raise OSError(None, "the file could not be set aside")
            self._tell(Noticed(ASIDE))

    def _settled_in(self, confirmed: Confirmed, image: Image) -> None:
        """Begin as a copy of whom nobody has a call yet: what stands in line is part of what the file holds."""
        last = image.about.last.get(line.TABLE, 0)
        self._own = msgspec.structs.replace(self._own, origin=uuid.uuid4().hex, after=last, erased=image.about.erased)
        self.shelf.keep_own(self._own)
        self._placed = self.confirmed = msgspec.structs.replace(confirmed, state=ordered(records_of(image.state)))

    def _goes_on(self, base: Confirmed, again: Sequence[Message] = ()) -> None:
        """Put another base below the file: durable before the file stands on it; until then the file is at the old."""
        self._keep_lines()
        self.shelf.begin(base)
        self.confirmed, self._again, self._rebased = base, again, True
        self.settle()

    # -- the log ---------------------------------------------------------------------------------------------------

    def hear(self, sequence: int, data: bytes) -> bool:
        """Take the next message of the log; ``settle`` brings the file to it.

        False when an own call came before its turn, and did nothing: what is before it must be sent again.
        """
        before = self._known
        if sequence <= before.sequence:
            return True
        self.confirmed, came = advance(before, sequence, data, self._foreseen)
        message = came.message
        if message is None or came.early:
            if came.refused is not None:
                self._tell(Noticed(came.refused))
            return message is None or message.origin != self._own.origin
        self._offers.pop((message.origin, message.number), None)
        if self.confirmed.counts != before.counts:
            self._lines.append(Line(before.log, sequence, message))
            row = message.number + self._own.after
            stays = message.origin == self._own.origin and self._here.came(row, before, self.confirmed, came.change)
            if stays and self._settled is before and len(self._lines) < STALE:
                # The file shows it already; that it is in the log is written later.
                self._settled = self._placed = self.confirmed
                self._there.came(row, before, self.confirmed, came.change)
        if came.refused is not None and message.origin == self._own.origin:
            self._tell(self._turned(came.refused, message))
        return True

    def _foreseen(self, message: Message) -> Change | None:
        own = message.origin == self._own.origin
        return self._here.foreseen(message.number + self._own.after, message.call, self._known) if own else None

    def _turned(self, said: Said, message: Message) -> RefusedLater:
        change = self._shown.changes.get(message.number + self._own.after)
        if change is not None:
            return RefusedLater(said, change.label, texts_of(change.puts))
        texts = tuple(each for each in message.call.args.values() if isinstance(each, str) and " " in each)
        return RefusedLater(said, say("Change"), texts)

    def settle(self, *, force: bool = False) -> bool:
        """Bring the file to the log with the own calls on top; whether it was written.

        What was changed in the file without a call (by hand, by an older Kring, from a backup) becomes a call here.

        Raises:
            OSError: it is not on the disk; do it again.
            Damaged: the file is no network file at this moment.
        """
        with self.db.files.locked():
            self._keep_lines()
            image = self.db.image()
            self._known_by_its_rows(image)
            fresh = self._unexplained(image)
            if gone := erased(self._known, self.db.image().state):
                self._erase(gone)
            wrote = self._place([*self._calls, *fresh], force=force or self._rebased or self._erases)
            if self._rebased:
                self.shelf.begun()
            self._again, self._calls, self._rebased = (), (), False
            if self._erases:
                self._erase_log()
            self._settled = self.confirmed
            return wrote

    def keep(self) -> None:
        """Keep what was heard and needs no settling, now that nothing waits for it: the next call is sent sooner.

        Raises:
            OSError: it may not be on the disk; do it again.
        """
        self._keep_lines()

    @property
    def behind(self) -> bool:
        """Whether there is anything to settle.

        Raises:
            OSError: the file is gone, or cannot be read.
        """
        return self._settled is not self.confirmed or self.db.files.changed()

    def _keep_lines(self) -> None:
        if self._lines:
            self.shelf.append(self._lines)
            self._lines = []

    def _known_by_its_rows(self, image: Image) -> None:
        """Be another copy when the numbers of the rows no longer follow those in the log.

        An older copy was put back, or so much waited that the line was dropped: under the old id the next calls would
        seem to have been there, or to come before their turn. What waited is part of the difference then.
        """
        own, last = self._own, image.about.last.get(line.TABLE, 0)
        ahead = own.after + self.known
        back = (own.after + message.number for message in self._again)
        waits = [row for row in (*back, *self._reading.waiting(image)) if row > ahead]
        if last < ahead or (waits and min(waits) != ahead + 1):
            self._own = msgspec.structs.replace(own, origin=uuid.uuid4().hex, after=last)
            self.shelf.keep_own(self._own)

    def _unexplained(self, image: Image) -> list[Call]:
        """The calls for what became of the file without one."""
        placed = self._was
        fresh: list[Call] = []
        expected = self._there.shown(placed, self._unsent(self._reading.waiting(image), placed)).state
        if placed is self.confirmed:
            self._here.becomes(self._there)
        if image.about.erased > self._own.erased:
            fresh = forgettings(expected, image.state)
            self._forget_here(fresh)
            for call in fresh:
                expected = after(expected, forgotten(expected, call.stamp, **call.args))
        if not same(expected, image.state) and (traces := differences(expected, image.state)):
            fresh += line.of_changes(traces, stamp_of_now())
        return fresh

    def _forget_here(self, calls: list[Call]) -> None:
        """Forget in what is kept of the log too, at once: the others may be away."""
        for call in calls:
            known, args = self._known, call.args
            state = after(known.state, forgotten(known.state, call.stamp, **args))
            self.confirmed = msgspec.structs.replace(known, state=state, gone=(*known.gone, Gone(**args)))
        self._erases = True

    def _erase(self, gone: list[Gone]) -> None:
        """Somebody was forgotten elsewhere: erase the person from all that is kept on this laptop, before all else."""
        storage = self.db.files
        for each in gone:
            person = self.db.image().state.find(Participant, each.participant)
            if person is not None:
                erasing.forget(storage, person, each.stand_in)
        self._erases = True

    def _erase_log(self) -> None:
        """Erase from what is kept of the log, now that the file stands on what needs none of it."""
        self.shelf.shorten(self._known, erase=True)
        self._own = msgspec.structs.replace(self._own, erased=self.db.image().about.erased)
        self.shelf.keep_own(self._own)
        self._erases = False

    def _place(self, fresh: list[Call], *, force: bool) -> bool:
        confirmed = self._known
        with self.db.transaction() as transaction:
            for message in self._again:
                number = message.number + self._own.after
                if transaction.docs(line.TABLE).get(number) is None:
                    line.add(self.db, message.call, number)
            for call in fresh:
                line.add(self.db, call)
            everything = self._reading.waiting_in(transaction.docs(line.TABLE))
            waits = self._unsent(everything, confirmed)
            stale = [number for number in everything if number not in waits]
            now = self._here.shown(confirmed, waits)
            before = transaction.before.state
            moved = not same(now.state, before)
            if moved:
                place(self.db, before, now.state)
            writes = force or bool(moved or fresh or len(stale) > STALE or (stale and not waits))
            if writes:
                line.drop(self.db, stale, empty=not waits)
                transaction.follows(confirmed.log, confirmed.sequence)
        self._rows, self._shown = waits, now
        if writes:
            self._placed = confirmed
            self._there.becomes(self._here)
            if self.shelf.long:
                self.shelf.shorten(confirmed)
        return writes

    # -- sending ---------------------------------------------------------------------------------------------------

    def outgoing(self, beyond: int = 0) -> Iterator[tuple[int, str, bytes]]:
        """What is to be sent, in order: each with its number and its id.

        First, with number 0, what others sent and the log lost with its host; then the own calls after this number.
        """
        for _, each in sorted(self._offers.items()) if not beyond else ():
            yield 0, f"{each.origin}.{each.number}", written(each)
        own, network, known = self._own, self._known.network, max(beyond, self.known)
        for row, call in self._rows.items():
            number = row - own.after
            if number > known:
                message = Message(network=network, origin=own.origin, number=number, call=call)
                yield number, call.seed, written(message)

    @property
    def to_send(self) -> int:
        """How many calls of this laptop the others do not have yet."""
        known = self._own.after + self.known
        return sum(row > known for row in self._rows)

    @property
    def known(self) -> int:
        """How many calls of this copy are in the log."""
        return self._known.counts.get(self._own.origin, 0)

    @property
    def place(self) -> tuple[str, int]:
        """Which log, and up to where it is known here; ``("", 0)`` for none."""
        return ("", 0) if self.confirmed is None else (self.confirmed.log, self.confirmed.sequence)

    def snapshot(self) -> bytes:
        """What the log comes to here, for who joins."""
        return packed(self._known, self.shelf.recent)

    def close(self, *, leaves: bool) -> None:
        """Let go of the file; who ``leaves`` with nothing to send keeps no calls for others any more."""
        try:
            if self.confirmed is not None:
                self.settle(force=True)
            if leaves and not self._rows:
                self.shelf.mark(joined=False)
        finally:
            self.shelf.let_go()

    @property
    def _known(self) -> Confirmed:
        if self.confirmed is None:
            raise Refused(say("This network is not shared yet."))
        return self.confirmed

    @property
    def _was(self) -> Confirmed:
        return self._placed or self._known

    def _unsent(self, found: line.Rows, confirmed: Confirmed) -> dict[int, Call]:
        """The rows that are not in the log at this place."""
        ahead = self._own.after + confirmed.counts.get(self._own.origin, 0)
        return {row: call for row, call in found.items() if row > ahead}
