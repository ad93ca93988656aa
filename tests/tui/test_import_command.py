"""``kring import``: a network file out of a copy as JSON."""

import json
from datetime import date
from pathlib import Path

import pytest

from data.demo import demo_records
from data.model import RECORDS, Evaluation
from data.network import Network
from tui.cli import main
from tui.reading import state_of


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    path = tmp_path / "demo.kring.json"
    Network.create(path, demo_records("nl", date(2027, 3, 18))).close()
    return path


def test_a_network_goes_out_as_json_with_a_warning_and_comes_back_the_same(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(demo), "--format", "json", "--session", "1"]) == 0
    told = capsys.readouterr()
    copy, again = Path(told.out.strip()), demo.parent / "again.kring.json"
    assert "privé" in told.err
    assert main(["import", str(copy), str(again)]) == 0
    assert capsys.readouterr().out.strip() == str(again)
    ours, theirs = state_of(demo), state_of(again)
    assert all(theirs.all(kind) == ours.all(kind) for kind in RECORDS if kind is not Evaluation)
    assert {form.id: form for form in theirs.all(Evaluation)} == {form.id: form for form in ours.all(Evaluation)}


def test_nothing_is_written_over_a_file_or_out_of_what_is_no_copy(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = demo.read_bytes()
    assert main(["export", str(demo), "--format", "json"]) == 0
    copy = capsys.readouterr().out.strip()
    assert main(["import", copy, str(demo)]) == 1
    assert demo.read_bytes() == before
    bad = demo.parent / "bad.json"
    bad.write_text(json.dumps({"kring": 2, "weather": []}), encoding="utf-8")
    assert main(["import", str(bad), str(demo.parent / "new.json")]) == 1
    assert main(["import", str(demo.parent / "nowhere.json"), str(demo.parent / "new.json")]) == 1
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\nkring: ") + told.err.startswith("kring: ") == 3
    assert not (demo.parent / "new.json").exists()
