"""What reaches who has the code of the room: of a whole session over the real server, field by field."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import nats
import pytest
from msgspec.structs import replace
from nats.aio.msg import Msg

from data.demo import demo_records
from data.model import Activity, Attendance, Decision, DecisionStatus, Entry, Participant, Proposal, Record, Way
from data.network import Network
from data.together import join, start_sharing
from data.together.certificates import context, for_role
from data.together.code import Code, read
from data.verbs.decision.vote import close_secret, open_vote, open_vote_of
from data.verbs.guarding import note_turn
from data.verbs.network import current_session
from data.verbs.parked import park
from data.verbs.programme import begin_activity
from tests.data.together.sharings import WITHIN
from tests.screens.test_seen import MAY_BE_SEEN, marked
from tui.together.pictures import Shown


class Spy(threading.Thread):
    """A client with the code of the room that asks for everything; ``heard`` is what came, by subject."""

    def __init__(self, code: Code, folder: Path) -> None:
        super().__init__(daemon=True)
        self._code, self._folder = code, folder
        self._loop, self._ends = asyncio.new_event_loop(), asyncio.Event()
        self.heard: list[tuple[str, bytes]] = []
        self.refused: list[str] = []
        self._changed = threading.Condition()

    def run(self) -> None:
        self._loop.run_until_complete(self._ask())

    async def _ask(self) -> None:
        key = self._code.fingerprint
        tls = context(for_role("room", self._code.secret), key, self._folder)
        client = await nats.connect(
            f"tls://{self._code.address}", tls=tls, tls_handshake_first=True, tls_hostname="kring", error_cb=self._no
        )
        for subject in asked(key):
            await client.subscribe(subject, cb=self._hear)
            await client.subscribe(subject, queue="all", cb=self._hear)
        await client.flush()
        await self._ends.wait()
        await client.close()

    async def _hear(self, message: Msg) -> None:
        with self._changed:
            self.heard.append((message.subject, message.data))
            self._changed.notify_all()

    async def _no(self, error: Exception) -> None:
        with self._changed:
            self.refused.append(str(error))
            self._changed.notify_all()

    def wait(self, count: int) -> None:
        """Wait until so many subjects were refused."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.refused) >= count, WITHIN), self.refused

    def hears(self, data: bytes) -> None:
        """Wait until this comes."""
        with self._changed:
            assert self._changed.wait_for(lambda: any(each == data for _, each in self.heard), WITHIN)

    def end(self) -> None:
        self._loop.call_soon_threadsafe(self._ends.set)
        self.join(WITHIN)


def asked(key: str) -> list[str]:
    """All that somebody might ask for."""
    names = [f"kring.{key}.{each}" for each in ("calls", "who", "kept.head", "kept.>", "*", "room")]
    return [">", "*", "*.>", "kring.>", "kring.*.room", f"kring.{key}.>", *names, "_INBOX.>", "$JS.>", "$SYS.>"]


def _kept(record: Record, named: Record) -> Record:
    """A record with the names of its fields for texts, but for the hours: no file holds others."""
    if isinstance(record, Attendance) and isinstance(named, Attendance):
        return replace(named, since=record.since, until=record.until)
    return named


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Network]:
    """The demo, every text in it the name of its field."""
    now = datetime.now().astimezone()
    records = list(demo_records("nl", now.date(), now.time()))
    texts = [_kept(*each) for each in zip(records, marked(records, all_of_them=True), strict=True)]
    network = Network.create(tmp_path / "a.kring.json", texts, watch=True)
    yield network
    network.close()


def test_of_a_whole_session_the_room_gets_its_picture_and_nothing_else(session: Network, tmp_path: Path) -> None:
    sharing = start_sharing(session.path, listen=[("127.0.0.1", 0)], network=session, name="<laptop>")
    joined = join(sharing.code, tmp_path / "b.kring.json", name="<laptop>")
    theirs = Network.open(tmp_path / "b.kring.json", watch=True)
    spy = Spy(read(sharing.room_code), tmp_path)
    spy.start()
    denied = 2 * (len(asked("")) - 1)
    spy.wait(denied)
    pictures = Shown(session.path, sharing)
    running = current_session(session.state)
    assert running is not None
    people = session.state.all(Participant)
    for activity in [each for each in session.state.all(Activity) if each.session == running.id]:
        session.apply(begin_activity, activity=activity.id).wait(WITHIN)
        theirs.apply(park, session=running.id, text="<parked.text>").wait(WITHIN)
        session.apply(note_turn, session=running.id, participant=people[0].id).wait(WITHIN)
        pictures.look()
    decision = next(each for each in session.state.all(Decision) if each.status is DecisionStatus.OPEN)
    proposal = next(each.id for each in session.state.all(Proposal) if each.decision == decision.id)
    session.apply(
        open_vote,
        decision=decision.id,
        session=running.id,
        way=Way.CONSENT,
        entry=Entry.SECRET,
        proposals=[proposal],
    ).wait(WITHIN)
    vote = open_vote_of(session.state, decision.id)
    assert vote is not None
    pictures.look()
    session.apply(close_secret, vote=vote.id, ballots=[{vote.options[0].proposal: 1}] * len(vote.base)).wait(WITHIN)
    pictures.look()
    sharing.show_room(b"the last")
    spy.hears(b"the last")
    spy.end()
    for each in (joined, sharing, theirs):
        each.close()
    assert {subject for subject, _ in spy.heard} == {f"kring.{read(sharing.room_code).fingerprint}.room"}
    everything = b"".join(data for _, data in spy.heard).decode()
    seen = set(re.findall(r"<(\w+\.?\w*)>", everything))
    assert "laptop" not in seen and seen <= MAY_BE_SEEN, seen - MAY_BE_SEEN
    assert len(seen) > 10 and len(spy.refused) == denied
