"""Three laptops on one network over a simulated line, in any order of what can happen: equal in the end.

Every call counts once: the dots of a post-it are as many as were given, no post-it is lost and none is there twice,
whoever was cut off, killed, or no longer host meanwhile; the clock of one is an hour off.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from data.model import Note
from data.store.records import write
from data.together.placing import same
from data.verbs.brainstorm.noting import add_weight, capture
from tests.data.together.laptops import AN_HOUR_LATER, STORM, Laptop, quiet, records
from tests.data.together.simulated import Log

WHO = st.integers(0, 2)
SOME = st.integers(1, 4)


class Laptops(RuleBasedStateMachine):
    """``texts`` are the post-its that were acknowledged and not taken back, ``dots`` what each was given."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.all = [Laptop(self.folder / f"{name}.kring.json") for name in "abc"]
        self.all[1].now = AN_HOUR_LATER
        self.texts: set[str] = set()
        self.dots: dict[str, int] = {}
        self.count = 0

    @initialize()
    def begin(self) -> None:
        first = self.all[0]
        first.db.files.sidecar.make()
        write(first.db, records())
        self.log = self._hosted(first)
        self.logs = [self.log]
        for each in self.all[1:]:
            each.start()
            each.wire.connect(self.log)
        quiet(*self.all)

    def teardown(self) -> None:
        if hasattr(self, "log"):
            self._ends_equal()
        for each in self.all:
            each.kill()
        shutil.rmtree(self.folder)

    def _hosted(self, laptop: Laptop) -> Log:
        log = laptop.start(host=True)
        assert log is not None
        return log

    def _ends_equal(self) -> None:
        for each in self.all:
            if each.driver is None:
                each.start()
            if each.wire.log is not self.log:
                each.wire.cut()
                each.wire.connect(self.log)
        quiet(*self.all)
        state = self.all[0].state
        assert all(same(state, each.state) for each in self.all)
        found = [note.text for note in state.all(Note)]
        assert sorted(found) == sorted(self.texts)
        assert {note.text: note.weight for note in state.all(Note)} == {text: self.dots[text] for text in self.texts}

    @rule(who=WHO)
    def captures(self, who: int) -> None:
        self.count += 1
        text = f"idee {self.count}"
        assert self.all[who].do(capture, activity=STORM, text=text) is not None
        self.texts.add(text)
        self.dots[text] = 0

    @precondition(lambda self: self.texts)
    @rule(who=WHO, place=st.integers(0, 9))
    def gives_a_dot(self, who: int, place: int) -> None:
        notes = [note for note in self.all[who].state.all(Note) if note.text in self.texts]
        if notes:
            note = notes[place % len(notes)]
            if self.all[who].do(add_weight, note=note.id, by=1) is not None:
                self.dots[note.text] += 1
                self.all[who].done.pop()

    @rule(who=WHO)
    def steps(self, who: int) -> None:
        self.all[who].step()

    @rule(who=WHO, count=SOME, lose=st.booleans(), twice=st.booleans())
    def carries(self, who: int, count: int, lose: bool, twice: bool) -> None:
        self.all[who].wire.carry(count, lose=lose, twice=twice)

    @rule(who=WHO, count=SOME)
    def brings(self, who: int, count: int) -> None:
        self.all[who].wire.bring(count)

    @rule(who=WHO)
    def is_cut(self, who: int) -> None:
        self.all[who].wire.cut()

    @rule(who=WHO, which=st.integers(0, 2))
    def connects(self, who: int, which: int) -> None:
        """To the log of now, or to an earlier one that is still there."""
        wire = self.all[who].wire
        if self.all[who].driver is not None and wire.log is None:
            wire.connect(self.logs[-1 - which % len(self.logs)])

    @rule(who=WHO)
    def is_killed(self, who: int) -> None:
        self.all[who].kill()

    @rule(who=WHO)
    def starts(self, who: int) -> None:
        if self.all[who].driver is None:
            self.all[who].start()

    @rule(who=WHO)
    def becomes_host(self, who: int) -> None:
        self.log = self._hosted(self.all[who])
        self.logs.append(self.log)

    @rule(who=WHO)
    def keeps_a_snapshot(self, who: int) -> None:
        laptop: Any = self.all[who]
        if laptop.replica and laptop.wire.log and laptop.replica.confirmed.log == laptop.wire.log.id:
            laptop.wire.snapshot(laptop.replica.snapshot(), laptop.replica.confirmed.sequence)

    @rule(who=WHO)
    def all_arrives(self, who: int) -> None:
        for _ in range(6):
            self.steps(who)
            self.all[who].wire.carry(50)
            self.all[who].wire.bring(50)

    @rule(who=WHO)
    def is_changed_without_a_call(self, who: int) -> None:
        """By hand, or by a Kring that knows of no log."""
        laptop = self.all[who]
        joined = laptop.db.files.sidecar.joined
        if laptop.driver is None and joined.exists():
            joined.unlink()
            self.captures(who)


TestLaptops = Laptops.TestCase
setattr(TestLaptops, "pytestmark", [pytest.mark.timeout(3600)])  # noqa: B010 - of a class that is made; `make fuzz` takes long
_STEADY = bool(settings.default and settings.default.derandomize)
TestLaptops.settings = settings(
    max_examples=30 if _STEADY else 1_000,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
