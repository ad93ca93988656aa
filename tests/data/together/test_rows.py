"""What goes to other laptops of what is done here: of what is secret no more than what is in the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from data.model import (
    Activity,
    ActivityKind,
    Change,
    Decision,
    Entry,
    Note,
    Proposal,
    Record,
    Stamp,
    State,
    Vote,
    Way,
    say,
)
from data.network import Network
from data.store.image import load
from data.store.records import Trace
from data.together.calls import BACK, DOCUMENTS, LARGEST, Call, run
from data.together.rows import Reading, of_changes
from data.verbs.brainstorm.noting import capture
from data.verbs.decision.vote import close_secret, open_vote
from data.verbs.evaluation import fill_form
from tests.data.together.laptops import NOW, STORM, records
from tests.data.verbs.test_decision import deciding

AT = Stamp(NOW, "1c7b8c1a-73a4-4b1c-9d3e-0a5f6b7c8d9e")


@contextmanager
def shared(folder: Path, records: list[Record]) -> Iterator[Network]:
    found = Network.create(folder / "a.kring.json", records)
    joined = folder / ".a.kring.json.kring" / "together" / "joined"
    joined.parent.mkdir()
    joined.touch()
    yield found
    found.close()


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    with shared(tmp_path, records()) as found:
        yield found


def queued(network: Network) -> list[Call]:
    return list(Reading().waiting(load(network.path.read_bytes())).values())


def test_a_verb_goes_as_itself_and_an_undo_as_what_it_takes_back(network: Network) -> None:
    network.apply(capture, activity=STORM, text="een").wait(10)
    network.undo()
    network.redo()
    network.close()
    assert [call.verb for call in queued(network)] == ["brainstorm.noting.capture", BACK, BACK]


def test_what_is_no_verb_goes_as_what_became_of_the_records(network: Network) -> None:
    note = Note(id="n", session="session", activity=STORM, text="een", at=NOW)
    task = network.apply(lambda state, at: Change(say("Change"), puts=(note,)))
    task.wait(10)
    (call,) = queued(network)
    assert call.verb == DOCUMENTS
    assert run(State.holding(records()), call).puts == (note,)


def test_nothing_waits_in_a_file_that_is_not_shared(network: Network) -> None:
    (network.path.parent / ".a.kring.json.kring" / "together" / "joined").unlink()
    network.apply(capture, activity=STORM, text="een").wait(10)
    assert not queued(network)


@pytest.mark.parametrize(("people", "kept"), [(4, 0), (5, 5)])
def test_of_a_secret_vote_goes_what_stands_in_the_file(tmp_path: Path, people: int, kept: int) -> None:
    here, going = deciding("Een", people=people)
    option = here.only(Proposal).id
    here.do(open_vote, decision=going, session=here.session, way=Way.CONSENT, entry=Entry.SECRET)
    with shared(tmp_path, [each for rows in here.state.tables.values() for each in rows.values()]) as network:
        ballots = [{option: number % 2} for number in range(people)]
        network.apply(close_secret, vote=here.only(Vote).id, ballots=ballots).wait(10)
        (call,) = queued(network)
        assert call.verb == DOCUMENTS
        after = call.args["traces"][0][4]
        assert msgspec.convert(after, Vote) == network.state.all(Vote)[0]
        assert len(after.get("ballots", ())) == kept
        assert after.get("ballots", []) == sorted(after.get("ballots", []), key=str)


def test_what_was_taken_away_elsewhere_goes_here_too() -> None:
    """Also a record with rows of things in it, that are lists in a message."""
    here, _going = deciding("Een")
    decision = here.only(Decision)
    call = of_changes([Trace("decisions", decision.id, 0, msgspec.to_builtins(decision), None)], AT)[0]
    came = msgspec.json.decode(msgspec.json.encode(call), type=Call)
    assert run(here.state, came).drops == (decision,)


def test_an_anonymous_form_goes_without_its_hour(tmp_path: Path) -> None:
    sitting = Activity(id="e", session="session", kind=ActivityKind.EVALUATION, position=2.0)
    with shared(tmp_path, [*records(), sitting]) as network:
        network.apply(fill_form, activity="e", content=4.0).wait(10)
        (call,) = queued(network)
        assert call.verb == DOCUMENTS and call.now.endswith("T00:00:00+00:00")


def test_a_row_is_read_once(network: Network) -> None:
    reading = Reading()
    network.apply(capture, activity=STORM, text="een").wait(10)
    (before,) = reading.waiting(load(network.path.read_bytes())).values()
    network.apply(capture, activity=STORM, text="twee").wait(10)
    after = list(reading.waiting(load(network.path.read_bytes())).values())
    assert len(after) == 2 and after[0] is before


def test_a_large_change_goes_in_parts() -> None:
    text = "x" * 90_000
    traces = [Trace("notes", str(number), 0, None, {"id": str(number), "text": text}) for number in range(60)]
    calls = of_changes(traces, AT)
    assert len(calls) > 2 and len({call.seed for call in calls}) == len(calls)
    assert all(len(msgspec.json.encode(call)) < LARGEST for call in calls)
    assert sum(len(call.args["traces"]) for call in calls) == 60
