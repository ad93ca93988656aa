"""``kring pending``: what is open, in words and as data."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from data.demo import demo_records
from data.model import State, Strand
from data.network import Network
from data.verbs import carried, network
from data.verbs.pending import pending
from tui.cli import main


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    path = tmp_path / "demo.kring.json"
    Network.create(path, demo_records("nl", date(2027, 3, 18))).close()
    return path


def listed(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, list[dict[str, object]]]:
    assert main(["pending", str(path), "--json"]) == 0
    found: dict[str, list[dict[str, object]]] = json.loads(capsys.readouterr().out)
    return found


def test_it_is_one_list_a_strand(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = listed(demo, capsys)
    assert list(found) == [strand.value for strand in Strand]
    state = State.holding(demo_records("nl", date(2027, 3, 18)))
    assert sum(map(len, found.values())) == len(pending(state))
    (question, *_more) = found["questions"]
    assert list(question) == ["id", "text", "who", "session", "status"]
    assert (question["session"], question["status"]) == (1, "treated")
    assert question["who"] == ["Karel Wouters", "Griet Lambrecht", "Joris Declercq"]
    assert {each["status"] for each in found["decisions"]} == {"planned"}


def test_what_is_closed_is_gone_and_comes_back(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    question = listed(demo, capsys)["questions"][0]["id"]
    for verb, status in ((carried.close, None), (carried.reopen, "reopened")):
        here = Network.open(demo)
        here.apply(verb, item=str(question), session=network.sessions(here.state)[1].id).wait(10)
        here.close()
        found = {each["id"]: each["status"] for each in listed(demo, capsys)["questions"]}
        assert found.get(question) == status


def test_in_words_it_stands_under_headings(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pending", str(demo)]) == 0
    said = capsys.readouterr().out
    headings = [line for line in said.splitlines() if line and not line.startswith(" ")]
    assert headings[:3] == ["Leervragen", "Verwachtingen", "Geparkeerde punten"]
    assert "(Karel Wouters, Griet Lambrecht, Joris Declercq · sessie 1 · behandeld in sessie 1, nog open)" in said


def test_a_network_where_nothing_is_open_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "n.kring.json"
    records = [each for each in demo_records("nl", date(2027, 3, 18)) if each.table == "network"]
    Network.create(path, records).close()
    assert main(["pending", str(path)]) == 0
    assert capsys.readouterr().out == "Er staat niets open.\n"
    assert set(map(len, listed(path, capsys).values())) == {0}
    assert main(["pending", str(tmp_path / "none.json")]) == 1
