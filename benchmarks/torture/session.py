"""A whole session over three hosts: ``python -m benchmarks.torture.session [--lines N]``.

Host, co-facilitator and projector are in network namespaces of their own, each with its own files and settings. Host
and co-facilitator work in the app in terminals, from check-in to close; at the brainstorm both type at once while a
second window on each of the two laptops moves, bins, merges, decides and takes back. The projector's laptop shows the
room, and has a copy too. At the end the three files must hold the same, each line once, and the room nothing private.
"""

from __future__ import annotations

import argparse
import contextlib
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.torture.beside import kind_of
from benchmarks.torture.laptops import Laptop, laptops, why_not
from data.model import (
    Activity,
    ActivityKind,
    Attendance,
    Change,
    Decision,
    Entry,
    Evaluation,
    Note,
    Participant,
    Presence,
    Proposal,
    Question,
    Round,
    Session,
    Stamp,
    State,
    Vote,
    Way,
)
from data.network import Network
from data.store.tiny import KringDB
from data.together.placing import differences, same
from data.verbs import check_in, evaluation, network, programme
from data.verbs.brainstorm import board, noting
from data.verbs.decision import phases, vote
from data.verbs.decision.ballot import canonical
from widgets.pictures import unpacked
from widgets.projected import Projected

PEOPLE = (
    *("Ada Bruyn", "Bart Cools", "Cleo Dams", "Dirk Eelen", "Ella Fret", "Filip Gys", "Gerda Hens", "Hilde Ides"),
    *("Ivo Jans", "Jana Kerk", "Koen Leys", "Lena Maes"),
)
AWAY = "Olav Pels"
F2, F5, ESCAPE, ENTER, RUB_OUT = "\x1bOQ", "\x1b[15~", "\x1b", "\r", "\x7f"
PAUSE = 0.12
"""Seconds between two lines of one keyboard."""

ANSWERED = 2.0
"""Seconds in which the app is where it was sent."""

PATIENCE = 120.0
PRIVATE = ("verborgenreden", "verborgenklad", "verborgenformulier")
"""Words of what the room must never see: why somebody is absent, what is half typed, what stands in a form."""


class FaultError(Exception):
    """Something was not as it should be, and what."""


class Meeting:
    """Three laptops, and what is done on them."""

    def __init__(self, found: list[Laptop], lines: int) -> None:
        self.host, self.co, self.projector = found
        self.lines = lines
        self.typed: list[str] = []
        self.pictures = self.projector.folder / "pictures"
        self.seen = ""
        _begin(self.host.path)
        self.host.share()
        self.room = self.projector.screen("join", self.host.room_code)
        self.recorder = self.beside(self.projector, "look", self.host.room_code, self.pictures)
        self.keys = [
            self.host.screen("open", str(self.host.path)),
            self.co.screen("join", self.host.code, str(self.co.path)),
        ]
        self.projector.join(self.host.code)
        self.until(lambda: len(self.states()) == 3, "three files")
        self.wait()

    def beside(self, laptop: Laptop, *words: object) -> subprocess.Popen[str]:
        """A second process on a laptop; it is ready."""
        command = [
            "ip",
            "netns",
            "exec",
            laptop.space,
            sys.executable,
            "-m",
            "benchmarks.torture.beside",
            *map(str, words),
        ]
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=laptop.environment)
        if _said(process) != "ready":
            raise FaultError(f"{words[0]} does not begin on {laptop.name}")
        return process

    def states(self) -> list[State]:
        """What stands in the files."""
        return [KringDB(each.path).state for each in (self.host, self.co, self.projector) if each.path.exists()]

    def do(self, laptop: Laptop, verb: Callable[..., Change], **asked: Any) -> str:
        """What a second window on this laptop does; gives the first id that it made."""
        open_ = Network.open(laptop.path)
        try:
            task = open_.apply(verb, **asked)
            task.wait(30)
            return task.new()
        finally:
            open_.close()

    def until(self, holds: Callable[[], object], what: str) -> None:
        """Look until it is so; the terminals go on meanwhile."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                screens = "\n".join("\n".join(each.screen.display) for each in (*self.keys, self.room))
                raise FaultError(f"{what} never came\n{screens}")
            self.read()

    def read(self, seconds: float = 0.1) -> None:
        """Take in what the terminals show, and wait so long."""
        for each in self.keys:
            while each.read(0):
                pass
        self.look()
        time.sleep(seconds)

    def look(self) -> None:
        """Take in what the room shows: of the private words, any that it ever showed is kept."""
        while self.room.read(0):
            pass
        self.seen += "\n".join(self.room.screen.display).replace(" ", "")
        self.seen = "".join(word for word in PRIVATE if word in self.seen)

    def wait(self) -> None:
        """Until a person would go on: what was pressed was answered."""
        end = time.monotonic() + ANSWERED
        while time.monotonic() < end:
            self.read()

    def on_all(self, holds: Callable[[State], object], what: str, shown: str = "") -> None:
        """Until it stands in every file, and the room sees what it should: that text too, if any."""
        self.until(lambda: all(map(holds, self.states())), what)
        self.room_follows(what)
        self.until(lambda: shown in str(self.picture()), f"{shown} in the room")

    def go(self, kind: ActivityKind) -> Activity:
        """Both go to an activity; it begins on the host."""
        state = self.states()[0]
        place = [each.kind for each in programme.programme(state, state.all(Session)[0].id)].index(kind)
        for keys in (F2, str(place + 1)):
            for each in self.keys:
                each.send(keys)
            self.wait()
        self.do(self.host, programme.begin_activity, activity=kind_of(state, kind))
        return state.get(Activity, kind_of(state, kind))

    def type(self, which: int, text: str) -> None:
        """A line at one of the keyboards."""
        self.keys[which].send(text + ENTER)
        self.read(PAUSE)

    def room_follows(self, what: str) -> None:
        """The projector's laptop has the picture that the host's file comes to, but for its clocks."""
        from tui.room_source import FileSource

        def as_it_should() -> bool:
            return _still(FileSource(self.host.path).picture(datetime.now().astimezone())) == _still(self.picture())

        self.until(as_it_should, f"the room at {what}")

    def picture(self) -> Projected:
        """What the room was sent last."""
        lines = self.pictures.read_bytes().split(b"\n")
        return unpacked(lines[-2]) if len(lines) > 1 else Projected()

    # -- the activities --------------------------------------------------------------------------------------------

    def check_in(self) -> None:
        self.go(ActivityKind.CHECK_IN)
        for number, name in enumerate(PEOPLE):
            self.type(number % 2, initials(name))
        state = self.states()[1]
        who = next(each.id for each in state.all(Participant) if each.name == AWAY)
        asked = {"session": state.all(Session)[0].id, "participant": who, "presence": Presence.EXCUSED}
        self.do(self.co, check_in.set_presence, **asked, reason=PRIVATE[0])
        self.on_all(lambda state: len(state.all(Attendance)) == len(PEOPLE) + 1, "who is there")

    def round_table(self) -> None:
        self.go(ActivityKind.ROUND_TABLE)
        for number in range(6):
            self.keys[0].send(F5)
            self.read(0.3)
            self.type(0, initials(PEOPLE[number]))
            self.read(0.3)
            self.type(0, f"Hoe leer ik loslaten {number}")
        self.on_all(lambda state: len(state.all(Question)) == 6, "the questions", "Tafelronde")

    def speed_dates(self) -> None:
        dates = self.go(ActivityKind.SPEED_DATES).id
        self.keys[0].send(" ")
        self.on_all(lambda state: any(each.activity == dates for each in state.all(Round)), "the rounds")

    def brainstorm(self) -> None:
        self.go(ActivityKind.BRAINSTORM)
        hands = [self.beside(each, "work", each.path, each.name) for each in (self.host, self.co)]
        for number in range(self.lines // 2):
            for which in (0, 1):
                text = f"idee {'ab'[which]}{number} over groeien"
                self.typed.append(text)
                self.keys[which].send(text + ENTER)
                time.sleep(PAUSE)
            for terminal in self.keys:
                terminal.skip()
            self.look()
        self.keys[1].send(PRIVATE[1])
        done = 0
        for each in hands:
            assert each.stdin is not None
            each.stdin.write("\n")
            each.stdin.flush()
            done += int(_said(each))
            each.wait(30)
        self.on_all(lambda state: len(_captured(state)) >= len(self.typed), "the lines", "idee ")
        self.keys[1].send(RUB_OUT * len(PRIVATE[1]))
        told = f"  {len(self.typed)} lines of two keyboards; beside them {done} moves, merges, points, proposals, undos"
        print(told)

    def clustering(self) -> None:
        storm = kind_of(self.states()[0], ActivityKind.BRAINSTORM)
        for laptop in (self.host, self.co):
            notes = [each.id for each in noting.notes(KringDB(laptop.path).state, storm)[:40:4]]
            title = f"Cluster van {laptop.name}"
            self.do(laptop, board.new_cluster, activity=storm, title=title, notes=notes)
            self.on_all(partial(_titled, storm, title), title)

    def decision(self) -> None:
        self.go(ActivityKind.DECISION)
        session = self.states()[0].all(Session)[0].id
        going = self.states()[0].all(Decision)[0].id
        wanted = self.do(self.co, phases.propose, decision=going, session=session, text="Elke maand een bezoek")
        self.on_all(lambda state: state.find(Proposal, wanted), "the proposal", "Waarover gaat sessie 2")
        asked = {"decision": going, "session": session, "proposals": [wanted]}
        opened = self.do(self.host, vote.open_vote, **asked, way=Way.CONSENT, entry=Entry.SECRET)
        self.on_all(lambda state: state.find(Vote, opened), "the vote")
        ballots = [{wanted: number % 2} for number in range(len(PEOPLE))]
        self.do(self.host, vote.close_secret, vote=opened, ballots=ballots)
        self.on_all(lambda state: getattr(state.find(Vote, opened), "closed", ""), "the outcome")
        held = self.states()[0].get(Vote, opened)
        for state in self.states():
            if state.get(Vote, opened).ballots != canonical(held, ballots):
                raise FaultError("the ballots stand in an order of their own")

    def evaluation(self) -> None:
        forms = self.go(ActivityKind.EVALUATION).id
        for number in range(6):
            asked = {"content": 4.0, "discussion": 3.0, "facilitation": 5.0, "content_comment": PRIVATE[2]}
            self.do((self.host, self.co)[number % 2], evaluation.fill_form, activity=forms, **asked)
        self.on_all(lambda state: len(state.all(Evaluation)) == 6, "the forms")

    def close(self) -> None:
        self.go(ActivityKind.CLOSE)
        session = self.states()[0].all(Session)[0].id
        self.do(self.host, network.close_session, session=session)
        self.on_all(lambda state: state.get(Session, session).status.value == "closed", "the end")

    # -- what must hold --------------------------------------------------------------------------------------------

    def compared(self) -> str:
        """What the three files hold."""
        self.until(lambda: all(same(self.states()[0], each) for each in self.states()), "the same everywhere")
        first, *others = self.states()
        texts = _captured(first)
        lost, twice = set(self.typed) - set(texts), len(texts) - len(set(texts))
        private = [word for word in PRIVATE if word.encode() in self.pictures.read_bytes() or word in self.seen]
        count = sum(map(len, first.tables.values()))
        pictures = self.pictures.read_bytes().count(b"\n")
        told = (
            f"  {count} records, other in {[len(differences(first, each)) for each in others]} of them elsewhere; "
            f"{len(lost)} lines lost, {twice} doubled; {pictures} pictures of the room, private in them: {len(private)}"
        )
        print(told)
        return told if lost or twice or private or any(differences(first, each) for each in others) else ""

    def end(self) -> None:
        with contextlib.suppress(Exception):
            self.recorder.kill()
        for each in (*self.keys, self.room):
            each.close()


def _begin(path: Path) -> None:
    at = Stamp(datetime.now().astimezone().isoformat(timespec="seconds"), str(uuid.uuid4()))
    names = "\n".join((*PEOPLE, AWAY))
    begun = network.start_network(State(), at, name="Kring", participants=names, template="working")
    made = Network.create(path, begun.puts)
    session = made.state.all(Session)[0].id
    made.apply(network.open_session, session=session)
    asked = {"session": session, "activity": kind_of(made.state, ActivityKind.DECISION)}
    made.apply(phases.start_decision, question="Waarover gaat sessie 2", **asked).wait(10)
    made.close()


def initials(name: str) -> str:
    """Two letters that name somebody."""
    return "".join(word[0] for word in name.split()).lower()


def _titled(storm: str, title: str, state: State) -> bool:
    return noting.cluster_titled(state, storm, title) is not None


def _captured(state: State) -> list[str]:
    return [each.text for each in state.all(Note) if each.text.startswith("idee ")]


def _still(view: Projected) -> tuple[object, ...]:
    """A picture without what the time makes another."""
    return view.network, view.asked, [each.text for each in view.items]


def _said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=500, help="lines that two keyboards type at once")
    args = parser.parse_args()
    if why := why_not():
        print(why)
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory() as name, laptops(Path(name)) as found:
        meeting = Meeting(found, args.lines)
        try:
            for part in (
                meeting.check_in,
                meeting.speed_dates,
                meeting.round_table,
                meeting.brainstorm,
                meeting.clustering,
                meeting.decision,
                meeting.evaluation,
                meeting.close,
            ):
                part()
                print(f"{part.__name__}: the same in three files, and the room follows", flush=True)
            fault = meeting.compared()
        except FaultError as found_:
            fault = str(found_)
            print(fault)
        finally:
            meeting.end()
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main())
