"""`kring tally` from a file to lines of JSON."""

import argparse
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.votes.codes import ConsentAnswer, NextStep, Outcome, Problem, Stance, Threshold
from tests.cases import cases
from tui.commands import tally
from tui.commands.tally import requests
from tui.commands.tally.fields import Fault


def run(path: Path | str) -> int:
    parser = argparse.ArgumentParser()
    tally.add_parser(parser.add_subparsers())
    args = parser.parse_args(["tally", "--requests", str(path)])
    code: int = args.run(args)
    return code


def answers(tmp_path: Path, capsys: pytest.CaptureFixture[str], *lines: str | bytes) -> list[dict[str, Any]]:
    file = tmp_path / "requests.jsonl"
    file.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
    assert run(file) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_shared_cases_as_they_stand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given_cases = [
        case
        for name in ("oracle.json", "rules.json")
        for case in json.loads(cases("votes", name).read_text(encoding="utf-8"))["cases"]
    ]
    lines = [json.dumps({k: v for k, v in case.items() if k != "expected"}) for case in given_cases]
    assert answers(tmp_path, capsys, *lines) == [case["expected"] for case in given_cases]
    assert len(lines) == 47 + 36


WAYS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (
        {"way": "for_against", "present": 12, "network": 30, "in_favour": 7, "against": 5},
        {
            "way": "for_against",
            "outcome": "adopted",
            "answered": 12,
            "no_answer": 0,
            "base": 12,
            "valid": True,
            "provisional": True,
            "in_favour": 7,
            "against": 5,
            "abstain": 0,
            "threshold": "simple",
            "next": ["record", "confirm_next_time"],
        },
    ),
    (
        {"way": "for_against", "present": 3, "ballots": ["for", "for", "abstain"], "threshold": "unanimous"},
        {"outcome": "adopted", "base": 2, "abstain": 1},
    ),
    (
        {"way": "consent", "present": 4, "round": 3, "ballots": ["agree", "objection", "stand_aside"]},
        {"outcome": "objection", "no_answer": 1, "next": ["park", "small_group", "vote"]},
    ),
    (
        {"way": "fingers", "present": 3, "ballots": [{"A": 5, "B": None}, {"A": 3, "B": 2}, None]},
        {
            "ranking": [["A"], ["B"]],
            "tie_at_top": False,
        },
    ),
    (
        {"way": "fingers", "present": 3, "hands": {"A": [0, 0, 0, 1, 0, 1]}, "abstain": {"A": 1}},
        {
            "proposals": {
                "A": {
                    "outcome": "supported",
                    "answered": 3,
                    "no_answer": 0,
                    "base": 2,
                    "valid": True,
                    "provisional": False,
                    "hands": [0, 0, 0, 1, 0, 1],
                    "abstain": 1,
                    "median": 3,
                    "to_hear": 0,
                    "next": ["record"],
                }
            }
        },
    ),
    (
        {"way": "all_of_us", "present": 3, "proposals": ["A", "B"], "ballots": [["B"], ["B", "A"], None]},
        {"agree": {"A": 1, "B": 2}, "unanimous": ["B"], "next": ["consent_round"], "ranking": [["B"], ["A"]]},
    ),
    (
        {"way": "dots", "present": 3, "cap": 2, "budget": 2, "places": 1, "ballots": [{"A": 2}, {"B": 2}, {}]},
        {"shortlist": ["A", "B"], "cut_tie": True, "next": ["choose_among", "discuss", "vote_again", "draw"]},
    ),
    (
        {"way": "dots", "present": 3, "dots": {"A": 2, "B": 1, "C": 0}, "cast": 3, "abstain": 0},
        {"budget": 1, "shortlist": ["A"], "outcome": "shortlist"},
    ),
    (
        {"way": "ranking", "present": 6, "ballots": ["A>B>C", "A=B", [["B"], ["A", "C"]], ["C", "B"], ["B"], None]},
        {
            "way": "ranking",
            "outcome": "winner",
            "answered": 6,
            "no_answer": 0,
            "base": 5,
            "valid": True,
            "provisional": False,
            "winner": "B",
            "smith": ["B"],
            "even": [],
            "pairwise": {"A": {"B": 1, "C": 2}, "B": {"A": 3, "C": 4}, "C": {"A": 1, "B": 1}},
            "points": {"A": "9/2", "B": "15/2", "C": 3},
            "ranking": [["B"], ["A"], ["C"]],
            "tie_at_top": False,
            "next": ["record"],
        },
    ),
]


@pytest.mark.parametrize(("request_", "expected"), WAYS)
def test_each_way_in_counts_and_in_ballots(
    request_: dict[str, Any], expected: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [answer] = answers(tmp_path, capsys, json.dumps(request_))
    assert {key: answer[key] for key in expected} == expected
    if "way" in expected:
        assert list(answer) == list(expected)


def test_a_bad_line_says_so_and_the_rest_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = '{"way": "consent", "present": 1, "agree": 1}'
    got = answers(
        tmp_path,
        capsys,
        "not json",
        b"\xff\xfe",
        "[" * 100_000,
        "[1]",
        "{}",
        "",
        '{"way": "loudest"}',
        '{"way": "consent"}',
        '{"way": "consent", "present": true, "agree": 1}',
        '{"way": "consent", "present": 1e400, "agree": 1}',
        '{"way": "consent", "present": 1' + "0" * 5000 + ', "agree": 1}',
        '{"way": "consent", "present": 1' + "0" * 50 + ', "agree": 1}',
        '{"way": "fingers", "present": 2, "hands": {"A": [0,0,0,0,0,1]}, "abstain": {"B": 1}}',
        '{"way": "consent", "present": 1, "agree": 2}',
        '{"way": "dots", "present": 2, "proposals": ["A", "B"], "ballots": [{"A": 1}, {"A": 2}]}',
        "\ufeff" + good + "\r",
    )
    assert got[:-1] == [
        {"error": "not_json"},
        {"error": "not_json"},
        {"error": "not_json"},
        {"error": "not_a_request"},
        {"error": "unknown_dialect"},
        {"error": "invalid_field", "field": "way"},
        {"error": "missing_field", "field": "present"},
        {"error": "invalid_field", "field": "present"},
        {"error": "invalid_field", "field": "present"},
        {"error": "not_json"},
        {"error": "invalid_field", "field": "present"},
        {"error": "invalid_field", "field": "abstain"},
        {"error": "more_answers_than_people"},
        {"error": "invalid_dots", "ballots": [1]},
    ]
    assert got[-1]["outcome"] == "decided"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.sampled_from(["A", "2:A>B"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["A", "B", "present"]), inner),
    max_leaves=6,
)
FIELDS = [
    ["present", "network", "ballots", "proposals", "hands", "agree", "cast", "abstain", "dots", "in_favour", "cap"],
    ["method", "candidates", "ballots", "params", "grade_range", "voters"],
    ["input"],
]
CODES: dict[str, list[Any]] = {
    "way": ["fingers", "consent", "all_of_us", "dots", "for_against", "ranking"],
    "ballot_form": ["approval", "score", "rank", "profile"],
    "rule": ["voor_tegen", "consent", "draagvlak", "instemming", "stippen"],
    "method": ["approval", "dots", "borda", "condorcet", "majority_judgment"],
    "candidates": [["A", "B"]],
    "present": [3],
}


WORDS = ["voor", "tegen", "consent", "zorg", "levels", "counts", "cast", "n_options", "k", "totals", "ballots"]
INPUT = st.fixed_dictionaries({"present": st.just(3)}, optional=dict.fromkeys(WORDS, JSON))


@given(st.data(), st.sampled_from(list(zip(["way", "ballot_form", "rule"], FIELDS, strict=True))))
def test_no_line_makes_a_traceback(data: st.DataObject, dialect: tuple[str, list[str]]) -> None:
    key, names = dialect
    request = {key: data.draw(st.sampled_from(CODES[key]))}
    for name in names:
        usual = st.sampled_from(CODES[name]) if name in CODES else st.nothing()
        request[name] = data.draw(INPUT if name == "input" else usual | JSON)
    json.dumps(tally.answer(json.dumps(request).encode()))


def test_standard_input_and_a_file_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{}\n\n{}")))
    assert run("-") == 0
    assert capsys.readouterr().out == 2 * '{"error": "unknown_dialect"}\n'
    assert run(tmp_path / "none.jsonl") == 1
    assert "none.jsonl" in capsys.readouterr().err


def test_every_code_is_documented() -> None:
    text = (Path(__file__).parents[3] / "docs" / "tally.md").read_text(encoding="utf-8")
    codes = [*requests.FORMS, *Outcome, *NextStep, *Problem, *Fault, *ConsentAnswer, *Stance, *Threshold]
    # A draw is no request, so its error is no answer.
    assert [code for code in codes if f"`{code}`" not in text and f'"{code}"' not in text] == [Problem.NOTHING_TO_DRAW]


def test_no_screen_and_no_arrays_are_loaded_for_it() -> None:
    code = "import sys, tui.commands.tally; print({'textual', 'rich', 'numpy', 'tinydb'} & set(sys.modules))"
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, check=False, capture_output=True, text=True)
    assert done.stdout.strip() == "set()", done.stderr
