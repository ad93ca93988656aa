"""`kring rounds` from files to plans."""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from data.i18n import set_language
from tests.cases import cases
from tui.commands import rounds


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    rounds.add_parser(parser.add_subparsers())
    args = parser.parse_args(["rounds", *arguments])
    code: int = args.run(args)
    return code


def answers(tmp_path: Path, capsys: pytest.CaptureFixture[str], *lines: str | bytes) -> list[dict[str, Any]]:
    file = tmp_path / "requests.jsonl"
    file.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
    assert run("--requests", str(file)) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_plan_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    numbers, named = answers(
        tmp_path,
        capsys,
        '{"people": 5, "size": 2, "rounds": 5}',
        '{"people": ["Jan", "An", "Els", "Bo"], "size": 2, "rounds": 3, "seed": 4}',
    )
    assert set(numbers) == {
        *("rounds", "sits_out", "repeats", "unavoidable", "sq", "most_meetings", "met_before", "apart", "moves"),
        "seconds",
    }
    assert sorted(person for (person,) in numbers["sits_out"]) == list(range(5))
    assert (numbers["repeats"], numbers["most_meetings"], len(numbers["moves"])) == (0, 1, 4)
    assert {person for table in named["rounds"][0] for person in table} == {0, 1, 2, 3}


def test_more_seconds_give_a_plan_that_is_not_worse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = {"people": 12, "size": 3, "rounds": 4, "past": [[[0, 1, 2], [3, 4, 5], [6, 7, 8]]] * 2}
    same, again, longer, best = answers(
        tmp_path,
        capsys,
        json.dumps(line),
        json.dumps({**line, "seconds": 0}),
        json.dumps({**line, "seconds": 0.5}),
        json.dumps({"people": 12, "size": 2, "rounds": 4, "seconds": 60}),
    )
    assert same["rounds"] == again["rounds"]
    assert longer["sq"] <= same["sq"]
    assert best["seconds"] < 30, "what cannot be better takes no time"


def test_everything_that_can_be_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    request = {
        "people": 9,
        "size": 2,
        "rounds": 2,
        "past": [[[0, 1], [2, 3], [4, 5], [6, 7]]],
        "present": [[0, 1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 5, 6, 7, 8]],
        "met_before": [[0, 2]],
        "apart": [[1, 2], [3, 4]],
        "odd": "trio",
        "seed": 1,
        "groups": None,
    }
    (made,) = answers(tmp_path, capsys, json.dumps(request))
    assert [sorted(map(len, held)) for held in made["rounds"]] == [[2, 2, 3], [2, 2, 2, 3]]
    assert made["sits_out"] == [[], []]


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "[]",
        "{}",
        '{"people": 1, "size": 2, "rounds": 1}',
        '{"people": 9, "size": 1, "rounds": 1}',
        '{"people": 9, "size": 11, "rounds": 1}',
        '{"people": 9.5, "size": 3, "rounds": 1}',
        '{"people": true, "size": 3, "rounds": 1}',
        '{"people": 9, "size": 3, "rounds": -1}',
        '{"people": 9, "size": 3, "rounds": 1, "odd": "duo"}',
        '{"people": 9, "size": 3, "rounds": 1, "past": [[[0, 9]]]}',
        '{"people": 9, "size": 3, "rounds": 2, "present": [[0, 1]]}',
        '{"people": 9, "size": 3, "rounds": 1, "seconds": -1}',
        '{"people": 9, "size": 3, "rounds": 1, "seconds": 1e300}',
        '{"people": 9, "size": 3, "rounds": 1, "met_before": [[0]]}',
        b'{"people": ["\xff", "a"], "size": 2, "rounds": 1}',
    ],
)
def test_a_bad_line_says_so_and_the_rest_goes_on(
    line: str | bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = answers(tmp_path, capsys, line, "", '{"people": 4, "size": 2, "rounds": 3}')
    assert list(bad) == ["error"]
    assert bad["error"]
    assert good["repeats"] == 0


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run("--requests", str(tmp_path / "none.jsonl")) == 1
    assert "none.jsonl" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    ["Jan\nAn\n\nEls\nBo\n", "\ufeffOrganisatie;Naam\nx;Jan\ny;An\nz;Els\nz;Bo\n", "name,org\nJan,x\nAn\nEls,\nBo,y"],
)
def test_a_list_of_names(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_language("en")
    file = tmp_path / "names.csv"
    file.write_text(text, encoding="utf-8")
    assert run(str(file), "--size", "2", "--rounds", "3") == 0
    out = capsys.readouterr().out
    assert out.count("Round ") == 3
    assert all(out.count(name) == 3 for name in ("Jan", "Els", "Bo"))
    assert out.splitlines()[-1] == "Everybody meets everybody, nobody twice."


def test_too_few_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "names.csv"
    file.write_text("Jan\n")
    assert run(str(file)) == 1
    assert "people must be" in capsys.readouterr().err


def test_a_scenario_of_the_shared_cases(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = json.loads(cases("rounds", "scenarios.json").read_text(encoding="utf-8"))[8]
    request = {
        "people": case["n"],
        "size": case["k"],
        "rounds": len(case["rem"]),
        "past": case["past"],
        "present": [turn["present"] for turn in case["rem"]],
        "apart": case["orgs"],
        "met_before": case["hist"],
    }
    (made,) = answers(tmp_path, capsys, json.dumps(request))
    for held, turn in zip(made["rounds"], case["rem"], strict=True):
        assert sorted(person for table in held for person in table) == sorted(turn["present"])
        assert sorted(map(len, held)) == sorted(turn["sizes"])


def test_the_command_is_light() -> None:
    code = "import sys, tui.commands.rounds; sys.exit(len({'numpy', 'textual'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
