"""A copy of a shared network: equal in the end, nothing lost, nothing done twice, whatever comes between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from data.model import Change, Note, Participant, State, say
from data.network import Noticed, RefusedLater
from data.network.forgetting import erase
from data.store.forgetting import forget, whole
from data.store.records import write
from data.store.restoring import restore
from data.together import calls, confirmed, rows
from data.together.calls import Call
from data.together.confirmed import after
from data.together.placing import same
from data.together.replica import ASIDE
from data.verbs.brainstorm.noting import add_weight, capture, edit_note
from data.verbs.network import add_participant
from tests.data.together.laptops import AN_HOUR_LATER, STORM, Laptop, quiet, records


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    host, other = laptops(tmp_path)
    yield host, other
    host.kill()
    other.kill()


def laptops(folder: Path) -> tuple[Laptop, Laptop]:
    host, other = Laptop(folder / "host.kring.json"), Laptop(folder / "other.kring.json")
    host.db.files.sidecar.make()
    write(host.db, records())
    log = host.start(host=True)
    assert log is not None
    other.start()
    other.wire.connect(log)
    quiet(host, other)
    return host, other


def equal(*laptops: Laptop) -> State:
    first, *others = [each.state for each in laptops]
    for each in others:
        assert same(first, each)
    return first


def test_who_joins_late_has_all_of_it_and_what_comes_after(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    equal(host, other)
    host.do(capture, activity=STORM, text="een")
    other.do(capture, activity=STORM, text="twee")
    quiet(host, other)
    assert sorted(note.text for note in equal(host, other).all(Note)) == ["een", "twee"]
    assert "together" not in host.db.tables() | other.db.tables() or not len(host.db.table("together"))


def test_own_calls_that_wait_are_run_again_on_those_of_others(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    log = other.wire.log
    other.wire.cut()
    for text in ("b", "c"):
        other.do(capture, activity=STORM, text=text)
    host.do(capture, activity=STORM, text="a")
    quiet(host)
    assert other.texts == ["b", "c"] and host.texts == ["a"]
    assert log is not None
    other.wire.connect(log)
    quiet(host, other)
    assert [note.text for note in equal(host, other).all(Note)] == ["a", "b", "c"]


def test_an_own_call_is_run_once_here_and_once_there(
    two: tuple[Laptop, Laptop], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thousands of them wait after a long time alone: each run more is a second of the processor."""
    host, other = two
    log = other.wire.log
    ran: list[Call] = []

    def counted(state: State, call: Call) -> Change:
        ran.append(call)
        return calls.run(state, call)

    other.wire.cut()
    for number in range(8):
        other.do(capture, activity=STORM, text=f"{number}")
    monkeypatch.setattr(confirmed, "run", counted)
    for _ in range(3):
        other.step()
    assert len(ran) == 8
    assert log is not None
    other.wire.connect(log)
    quiet(host, other)
    assert len(equal(host, other).all(Note)) == 8
    assert len(ran) == 16


def test_what_a_new_host_never_heard_of_and_what_waits_behind_it_go_as_the_calls_they_were(
    two: tuple[Laptop, Laptop],
) -> None:
    """As the difference that they make, they would undo what others did to the same records: each point counts."""
    host, other = two
    host.do(capture, activity=STORM, text="een")
    quiet(host, other)
    note = host.state.all(Note)[0].id
    other.do(capture, activity=STORM, text="twee")
    for _ in range(3):
        other.step()
        other.wire.carry(9)
        other.wire.bring(9)
    other.start()
    assert other.replica is not None and not other.replica.to_send and host.texts == ["een"]
    host.kill()
    for laptop in (host, other, other):
        laptop.do(add_weight, note=note, by=1)
    log = host.start(host=True)
    assert log is not None
    other.wire.connect(log)
    quiet(host, other)
    assert {each.text: each.weight for each in equal(host, other).all(Note)} == {"een": 3, "twee": 0}


def test_what_becomes_impossible_is_told_with_its_text(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    host.do(capture, activity=STORM, text="een")
    quiet(host, other)
    note = host.state.all(Note)[0].id
    log = other.wire.log
    other.wire.cut()
    other.do(edit_note, note=note, text="twee woorden")
    host.undo()
    quiet(host)
    assert log is not None
    other.wire.connect(log)
    quiet(host, other)
    assert not equal(host, other).all(Note)
    told = [each for each in other.told if isinstance(each, RefusedLater)]
    assert [each.texts for each in told] == [("twee woorden",)]


def test_an_own_call_that_came_back_is_kept_at_once_and_not_before_the_next(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    other.do(capture, activity=STORM, text="een")
    quiet(host, other)
    for each in two:
        assert each.replica is not None
        assert [line.message.call.args["text"] for line in each.replica.shelf.recent] == ["een"]


def test_a_clock_that_is_an_hour_off_changes_no_order(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    other.now = AN_HOUR_LATER
    for text in ("een", "twee", "drie"):
        laptop = other if text == "een" else host
        laptop.do(capture, activity=STORM, text=text)
        quiet(host, other)
    note = host.state.all(Note)[0].id
    other.do(edit_note, note=note, text="van de klok die voorloopt")
    quiet(host, other)
    host.do(edit_note, note=note, text="daarna")
    quiet(host, other)
    assert [each.text for each in equal(host, other).all(Note)] == ["daarna", "twee", "drie"]
    assert host.undo()
    quiet(host, other)
    assert equal(host, other).all(Note)[0].text == "van de klok die voorloopt"


def test_an_undo_reaches_the_others_and_takes_back_only_what_is_still_so(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    host.do(capture, activity=STORM, text="een")
    other.do(capture, activity=STORM, text="twee")
    quiet(host, other)
    assert other.undo()
    quiet(host, other)
    assert [note.text for note in equal(host, other).all(Note)] == ["een"]


def test_a_kill_loses_nothing_and_doubles_nothing(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    log = other.wire.log
    assert log is not None
    other.do(capture, activity=STORM, text="een")
    other.step()
    other.wire.carry(1)  # it is in the log, and nobody here knows
    other.kill()
    other.do(capture, activity=STORM, text="twee")  # another process on the file goes on
    other.start()
    other.wire.connect(log)
    quiet(host, other)
    assert [note.text for note in equal(host, other).all(Note)] == ["een", "twee"]


def test_a_host_that_is_gone_is_replaced_and_joins_again(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    for text in ("a", "b"):
        host.do(capture, activity=STORM, text=text)
    quiet(host)  # the host's own log has them, the other has not heard them
    host.kill()
    other.wire.cut()
    other.do(capture, activity=STORM, text="c")
    log = other.start(host=True)
    assert log is not None
    other.do(capture, activity=STORM, text="d")
    quiet(other)
    host.start()
    host.wire.connect(log)
    quiet(host, other)
    assert sorted(note.text for note in equal(host, other).all(Note)) == ["a", "b", "c", "d"]


def test_what_only_a_third_had_heard_is_not_lost_with_its_host(two: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    host, other = two
    third = Laptop(tmp_path / "third.kring.json")
    third.start()
    assert host.wire.log is not None
    third.wire.connect(host.wire.log)
    quiet(host, other, third)
    other.wire.cut()
    host.do(capture, activity=STORM, text="a")
    quiet(host, third)
    host.kill()
    third.wire.cut()
    log = other.start(host=True)
    assert log is not None
    third.wire.connect(log)
    quiet(other, third)
    assert [note.text for note in equal(other, third).all(Note)] == ["a"]
    third.kill()


def test_what_is_changed_without_a_call_becomes_one(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    other.do(capture, activity=STORM, text="een")
    quiet(host, other)
    host.kill()
    host.db.files.sidecar.joined.unlink()
    host.do(capture, activity=STORM, text="twee")  # by an older Kring, or by hand
    log = host.start(host=True)
    assert log is not None
    other.wire.connect(log)
    quiet(host, other)
    assert [note.text for note in equal(host, other).all(Note)] == ["een", "twee"]


def test_what_came_to_something_else_is_found_and_put_right(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    host.do(capture, activity=STORM, text="een")
    quiet(host, other)
    assert other.replica is not None and other.driver is not None and host.driver is not None
    confirmed = other.replica.confirmed
    assert confirmed is not None
    odd = after(confirmed.state, Change(say("Change"), drops=tuple(confirmed.state.all(Note))))
    other.replica.confirmed = msgspec.structs.replace(confirmed, state=odd)
    other.do(capture, activity=STORM, text="twee")
    quiet(host, other)
    ours, theirs = host.driver.mark, other.driver.mark
    assert ours is not None and theirs is not None and ours != theirs
    host.driver.compare(theirs, of_host=False)
    other.driver.compare(ours, of_host=True)
    quiet(host, other)
    assert [note.text for note in equal(host, other).all(Note)] == ["een", "twee"]
    assert host.driver.mark == other.driver.mark


@pytest.mark.parametrize("alive", [True, False])
def test_a_line_that_grew_too_long_is_found_as_the_difference(
    two: tuple[Laptop, Laptop], monkeypatch: pytest.MonkeyPatch, alive: bool
) -> None:
    monkeypatch.setattr(rows, "MOST", 3)
    host, other = two
    log = other.wire.log
    assert log is not None
    if alive:
        other.wire.cut()
    else:
        other.kill()
    for number in range(8):
        other.do(capture, activity=STORM, text=f"{number}")
        other.step()
    if not alive:
        other.start()
    other.wire.connect(log)
    quiet(host, other)
    assert [note.text for note in equal(host, other).all(Note)] == [f"{number}" for number in range(8)]
    other.do(capture, activity=STORM, text="verder")
    quiet(host, other)
    assert "verder" in [note.text for note in equal(host, other).all(Note)]


@pytest.mark.parametrize("alive", [True, False])
def test_a_copy_that_is_put_back_goes_to_the_others(two: tuple[Laptop, Laptop], alive: bool) -> None:
    host, other = two
    log = other.wire.log
    assert log is not None
    other.do(capture, activity=STORM, text="een")
    quiet(host, other)
    copy = other.path.with_name("copy.json")
    copy.write_bytes(other.path.read_bytes())
    other.do(capture, activity=STORM, text="twee")
    quiet(host, other)
    if not alive:
        other.kill()
    restore(other.db.files, copy)
    other.do(capture, activity=STORM, text="drie")
    if not alive:
        other.start()
        other.wire.connect(log)
    quiet(host, other)
    texts = [note.text for note in equal(host, other).all(Note)]
    assert {"een", "drie"} <= set(texts)
    assert ("twee" in texts) is not alive  # while nothing was shared, what the others have comes forward again


def test_a_copy_that_was_made_elsewhere_is_kept_and_offered(two: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    host, _other = two
    copy = Laptop(tmp_path / "copy.kring.json")
    copy.db.files.sidecar.make()
    write(copy.db, records())
    copy.do(capture, activity=STORM, text="thuis")
    copy.start()
    assert host.wire.log is not None
    copy.wire.connect(host.wire.log)
    host.do(capture, activity=STORM, text="hier")
    quiet(host, copy)
    assert [note.text for note in equal(host, copy).all(Note)] == ["hier"]
    assert Noticed(ASIDE) in copy.told
    kept = list(copy.db.files.sidecar.aside.glob("*-theirs.json"))
    assert len(kept) == 1 and "thuis" in kept[0].read_text(encoding="utf-8")
    copy.kill()


def test_another_network_is_not_put_in_the_place_of_this_one(two: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    from data.model import Profile

    host, _other = two
    copy = Laptop(tmp_path / "copy.kring.json")
    copy.db.files.sidecar.make()
    write(copy.db, [Profile(id="another", name="Iets anders")])
    before = copy.path.read_bytes()
    copy.start()
    assert host.wire.log is not None
    copy.wire.connect(host.wire.log)
    for _ in range(4):
        copy.wire.bring(9)
        copy.step()
    assert copy.driver is not None and copy.driver.ended is not None
    assert copy.path.read_bytes() == before
    copy.kill()


def test_a_log_is_shortened_behind_a_snapshot(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    log = other.wire.log
    assert log is not None and host.replica is not None and host.driver is not None
    other.wire.cut()
    other.do(capture, activity=STORM, text="weg")
    for number in range(5):
        host.do(capture, activity=STORM, text=f"{number}")
    quiet(host)
    assert host.replica.confirmed is not None
    host.wire.snapshot(host.replica.snapshot(), host.replica.confirmed.sequence)
    assert not log.entries
    other.wire.connect(log)
    quiet(host, other)
    assert [note.text for note in equal(host, other).all(Note)] == ["0", "1", "2", "3", "4", "weg"]


def test_who_is_forgotten_is_forgotten_on_every_laptop_before_anything_else(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    host.do(add_participant, name="Jan Peeters")
    host.do(capture, activity=STORM, text="zoals Jan Peeters zegt")
    quiet(host, other)
    log = other.wire.log
    assert log is not None
    other.wire.cut()
    other.do(capture, activity=STORM, text="en ook Jan Peeters weer")
    other.step()
    forget(host.db.files, host.state.all(Participant)[0], "Iemand")
    quiet(host)
    other.kill()
    other.start()
    other.wire.connect(log)
    quiet(host, other)
    state = equal(host, other)
    assert [person.name for person in state.all(Participant)] == ["Iemand"]
    assert len(state.all(Note)) == 2
    for laptop in (host, other):
        laptop.kill()
        no_name(laptop)
    assert b"Peeters" not in log.kept + b"".join(data for _, data in log.entries)


def test_who_is_forgotten_while_all_are_there_is_forgotten_once(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    host.do(add_participant, name="Jan Peeters")
    host.do(capture, activity=STORM, text="zoals Jan Peeters zegt")
    quiet(host, other)
    forget(other.db.files, other.state.all(Participant)[0], "Iemand")
    quiet(host, other)
    assert [person.name for person in equal(host, other).all(Participant)] == ["Iemand"]
    assert host.replica is not None and host.replica.confirmed is not None
    assert len(host.replica.confirmed.gone) == 1 and sum(host.replica.confirmed.counts.values()) == 3
    host.kill()
    other.kill()
    no_name(host)
    no_name(other)


def test_who_is_forgotten_while_nothing_is_shared_is_forgotten_everywhere_later(two: tuple[Laptop, Laptop]) -> None:
    host, other = two
    host.do(add_participant, name="Jan Peeters")
    host.do(capture, activity=STORM, text="zoals Jan Peeters zegt")
    quiet(host, other)
    host.kill()
    other.wire.cut()
    erase(host.path, host.state.all(Participant)[0], "Iemand", whole)
    no_name(host)
    log = host.start(host=True)
    assert log is not None
    other.wire.connect(log)
    quiet(host, other)
    assert [person.name for person in equal(host, other).all(Participant)] == ["Iemand"]
    other.kill()
    no_name(other)


def no_name(laptop: Laptop) -> None:
    for file in laptop.path.parent.rglob("*"):
        if file.is_file() and laptop.path.name in str(file):
            assert b"Peeters" not in _plain(file), file


def _plain(file: Path) -> bytes:
    import zlib

    data = file.read_bytes()
    try:
        return zlib.decompress(data)
    except zlib.error:
        return data
