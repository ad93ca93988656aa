"""Two windows on one file, reopened, undone, redone and edited by hand, against a plain model of what must be there."""

from __future__ import annotations

import json
import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from data.model import Note, Refused
from data.network import Choice, Network, writer
from data.network.opening import opened
from data.store import image as images
from data.store.beside import digest
from data.store.tiny import KringDB
from data.text import line
from tests.data.store.disks import QuickDisk
from tests.data.store.samples import add, edit, make, remove

WINDOWS = st.integers(0, 1)
TEXTS = st.text(max_size=12).map(line)
Notes = dict[str, str]


class Windows(RuleBasedStateMachine):
    """``notes`` is what the file must hold; ``done`` and ``undone`` hold, for each window, notes before and after."""

    def __init__(self) -> None:
        super().__init__()
        self.look, writer.LOOK = writer.LOOK, 0.005
        self.folder = Path(tempfile.mkdtemp())
        self.path = make(self.folder / "n.kring.json", 2)
        self.notes: Notes = {"n0": "idea 0", "n1": "idea 1"}
        self.done: list[list[tuple[str, str | None, str | None]]] = [[], []]
        self.undone: list[list[tuple[str, str | None, str | None]]] = [[], []]
        self.open: list[Network] = []

    @initialize()
    def begin(self) -> None:
        self.open = [self._opened(), self._opened()]

    def _opened(self) -> Network:
        return Network(opened(self.path, db=KringDB(self.path, QuickDisk())), watch=True)

    def teardown(self) -> None:
        for network in self.open:
            network.close()
        shutil.rmtree(self.folder)
        writer.LOOK = self.look

    def _apply(self, window: int, verb: Any, id_: str | None, text: str | None) -> None:
        network = self.open[window]
        try:
            task = network.apply(*((verb, id_) if text is None else (verb, text) if id_ is None else (verb, id_, text)))
            task.wait(20)
        except Refused:
            assert id_ not in self.notes
            return
        key = id_ or task.new()
        before = self.notes.get(key)
        self._becomes(key, text)
        if text != before:  # what stays as it is leaves nothing to undo
            self.done[window].append((key, before, text))
            self.undone[window].clear()

    def _becomes(self, key: str, text: str | None) -> None:
        if text is None:
            self.notes.pop(key, None)
        else:
            self.notes[key] = text

    def _one(self, place: int) -> str:
        return sorted(self.notes)[place % len(self.notes)]

    @rule(window=WINDOWS, text=TEXTS)
    def adds(self, window: int, text: str) -> None:
        self._apply(window, add, None, text)

    @precondition(lambda self: self.notes)
    @rule(window=WINDOWS, place=st.integers(0, 9), text=TEXTS)
    def edits(self, window: int, place: int, text: str) -> None:
        self._synced()
        self._apply(window, edit, self._one(place), text)

    @precondition(lambda self: self.notes)
    @rule(window=WINDOWS, place=st.integers(0, 9))
    def removes(self, window: int, place: int) -> None:
        self._synced()
        self._apply(window, remove, self._one(place), None)

    @rule(window=WINDOWS)
    def undoes(self, window: int) -> None:
        self._back(window, self.done, self.undone, self.open[window].undo)

    @rule(window=WINDOWS)
    def redoes(self, window: int) -> None:
        self._back(window, self.undone, self.done, self.open[window].redo)

    def _back(self, window: int, stack: Any, other: Any, act: Any) -> None:
        self._synced()
        steps = stack[window]
        try:
            act()
        except Refused:
            assert not steps or self.notes.get(steps[-1][0]) != steps[-1][2]
            del steps[-1:]
            return
        key, before, after = steps.pop()
        assert self.notes.get(key) == after
        self._becomes(key, before)
        other[window].append((key, after, before))
        self._saved(window)

    @rule(window=WINDOWS)
    def reopens(self, window: int) -> None:
        self.open[window].close()
        self.open[window] = self._opened()

    @precondition(lambda self: self.notes)
    @rule(window=WINDOWS, place=st.integers(0, 9), text=TEXTS)
    def edits_by_hand(self, window: int, place: int, text: str) -> None:
        """Ours is put back; what the edit changed is taken in when somebody says so."""
        self._synced()
        key = self._one(place)
        tree = json.loads(self.path.read_bytes())
        for document in tree["notes"].values():
            if document["id"] == key:
                document["text"] = text
        data = json.dumps(tree).encode()
        self.path.write_bytes(data)
        network = self.open[window]
        with network._desk.guard:
            assert network._desk.guard.wait_for(lambda: images.load(self.path.read_bytes()).sound, 20)
        other = next(each for each in network.foreign if each.digest == digest(data))
        before = self.notes[key]
        network.settle(other, Choice.MERGE).wait(20)
        if text != before:
            self.notes[key] = text
            self.done[window].append((key, before, text))
            self.undone[window].clear()
        self._synced()

    def _saved(self, window: int) -> None:
        with self.open[window]._desk.guard:
            assert self.open[window]._desk.guard.wait_for(lambda: self.open[window].saved, 20)

    def _synced(self) -> None:
        """Both windows show what the file holds."""
        for network in self.open:
            with network._desk.guard:
                assert network._desk.guard.wait_for(partial(_shows, network, _held(self.path)), 20)

    @invariant()
    def the_file_holds_what_it_must(self) -> None:
        if self.open:
            assert _held(self.path) == self.notes


def _held(path: Path) -> Notes:
    return {each.id: each.text for each in images.load(path.read_bytes()).state.all(Note)}


def _shows(network: Network, notes: Notes) -> bool:
    return {each.id: each.text for each in network.state.all(Note)} == notes


TestWindows = Windows.TestCase
TestWindows.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
