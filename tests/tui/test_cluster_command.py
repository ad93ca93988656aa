"""`kring cluster` from a file to lines of JSON."""

import argparse
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.commands import cluster


def run(path: Path | str) -> int:
    parser = argparse.ArgumentParser()
    cluster.add_parser(parser.add_subparsers())
    args = parser.parse_args(["cluster", "--requests", str(path)])
    code: int = args.run(args)
    return code


def answers(tmp_path: Path, capsys: pytest.CaptureFixture[str], *lines: str | bytes) -> list[dict[str, Any]]:
    file = tmp_path / "requests.jsonl"
    file.write_bytes(b"\r\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
    assert run(file) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_board_is_answered_as_agreed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes = [
        {"text": "gratis fiets", "cluster": "Mobiliteit "},
        {"text": "warme koffie", "cluster": "Pauze"},
        {"text": "Gratis fiets!", "cluster": None},
        {"text": "koffie"},
    ]
    request = {"lang": "nl", "notes": notes, "encoder": "characters", "seed": 3}
    (answer,) = answers(tmp_path, capsys, json.dumps(request))
    assert set(answer) == {"clusters", "suggestions", "duplicates", "seconds", "encoder"}
    assert sorted(i for group in answer["clusters"] for i in group["notes"]) == [0, 1, 2, 3]
    assert set(answer["clusters"][0]) == {"title", "quote", "notes"}
    assert answer["clusters"][0]["title"] == "Mobiliteit "
    assert set(answer["suggestions"]) == {"2", "3"}
    assert answer["suggestions"]["2"][0][0] == "Mobiliteit "
    assert answer["duplicates"] == [[0, 2, 1.0]]
    assert answer["encoder"] == "characters"
    assert answer["seconds"] > 0


def test_a_bad_request_gets_an_error_and_the_rest_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = '{"notes": [], "encoder": "characters"}'
    bad: list[str | bytes] = [
        "nonsense",
        "[]",
        "{}",
        '{"notes": 3}',
        '{"notes": [{"text": 3}]}',
        '{"notes": [], "lang": "xx"}',
        '{"notes": [], "encoder": "psychic"}',
        '{"notes": [], "coarseness": 0}',
        b'{"notes": [{"text": "\xff"}]}',
        "[" * 100_000,
    ]
    found = answers(tmp_path, capsys, b"\xef\xbb\xbf" + good.encode(), "", *bad, good)
    assert [set(answer) == {"error"} for answer in found] == [False, *[True] * len(bad), False]
    assert all(answer["error"] for answer in found[1:-1])
    assert found[0]["clusters"] == []


def test_the_encoder_of_meaning_is_taken_where_none_is_named() -> None:
    assert cluster.answer(b'{"notes": [{"text": "fiets"}]}')["encoder"] == "semantic"
    assert cluster.answer(b'{"notes": [], "encoder": "semantic"}')["encoder"] == "semantic"


def test_the_encoder_that_is_gone_is_an_error_of_its_line() -> None:
    assert "words" in cluster.answer(b'{"notes": [], "encoder": "words"}')["error"]


def test_an_earlier_answer_and_empty_clusters_can_come_along() -> None:
    request = {
        "notes": [{"text": "fiets"}, {"text": "koffie"}],
        "encoder": "characters",
        "previous": [[0, 1]],
        "titles": ["Koffie"],
        "coarseness": 2,
    }
    answer = cluster.answer(json.dumps(request).encode())
    assert answer["suggestions"]["1"][0][0] == "Koffie"


def test_requests_come_from_standard_input_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"notes":[{"text":"x"}]}\n')))
    assert run("-") == 0
    assert json.loads(capsys.readouterr().out)["clusters"][0]["notes"] == [0]


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "absent") == 1
    assert "absent" in capsys.readouterr().err


@given(st.binary(max_size=40))
@settings(max_examples=60, deadline=None)
def test_every_line_has_an_answer(line: bytes) -> None:
    json.dumps(cluster.answer(line))
