"""What a walk by keyboard left in the network is compared with what its tasks ask for."""

from pathlib import Path

from benchmarks.walk import tasks
from benchmarks.walk.__main__ import check_in, plan
from benchmarks.walk.came import astray
from benchmarks.walk.walker import Walker
from data.model import Attendance, Evaluation, Note, Session
from data.network import Network
from tests.pilot import running


def test_a_text_in_another_field_and_a_note_that_no_task_asks_for_are_astray(tmp_path: Path) -> None:
    path = tmp_path / "w.kring.json"
    plan(path, 1)
    file = Network.open(path)
    state, (session, *_later) = file.state, file.state.all(Session)
    file.close()
    before = astray(state, 1)
    assert not [line for line in before if line.startswith("+")], "nothing was typed yet"
    there = {"session": session.id, "activity": "a", "content": 8.0, "discussion": 7.0, "facilitation": 9.0}
    right, aside = (
        Evaluation(id=field, **there, **{field: text})  # type: ignore[arg-type]
        for field, text in (("learning", (tasks.learned(0),)), ("facilitation_comment", tasks.learned(0)))
    )
    rows = {record.table: {record.id: record} for record in (right, Note(id="n", session="s", activity="a", text="x"))}
    tables = dict(state.tables)
    done = astray(type(state)({**tables, **rows}), 1)
    assert [line for line in done if line.startswith("+")] == ["+ notes · x ·  · 0 · False"]
    assert set(before) - set(done) == {"- evaluations · 879 · learning ('leerpunt 0',)"}
    wrong = astray(type(state)({**tables, aside.table: {aside.id: aside}}), 1)
    assert {*wrong} ^ {*before} == {"+ evaluations · 879 · facilitation_comment leerpunt 0"}


async def test_keys_are_counted_where_they_are_pressed(tmp_path: Path) -> None:
    path = tmp_path / "w.kring.json"
    plan(path, 1)
    async with running(path) as (app, pilot):
        walker = Walker(app, pilot)
        with walker.at("check-in"):
            await check_in(walker, 2)
        await walker.until(lambda: len(app.state.all(Attendance)) == len(tasks.PEOPLE), "everybody")
        # To the check-in, three who are excused, and a star for the others.
        assert (walker.keys, walker.unmeant) == (2 + 3 * 3 + 2, 0)
        found = [line for line in astray(app.state, 1) if "attendance" in line]
        assert found == [
            *(f"+ attendance · 1 · {who} · excused · " for who in tasks.PEOPLE[tasks.LATER_THERE :]),
            *(f"- attendance · 1 · {who} · present · " for who in tasks.PEOPLE[tasks.LATER_THERE :]),
        ]
