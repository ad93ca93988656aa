"""``kring export``: summaries as files."""

import json
import stat
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from data.demo import demo_records
from data.model import Naming, Refused
from data.network import Network
from data.report.formats import formats_of
from data.verbs.reporting import choose_export
from tui.cli import main


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    path = tmp_path / "demo.kring.json"
    Network.create(path, demo_records("nl", date(2027, 3, 18))).close()
    return path


def test_the_last_session_held_is_written_beside_the_network(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(demo)]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert (path.parent, path.name) == (demo.parent, "2027-03-18-klankbordgroep-talent-verslag-sessie-3.md")
    assert path.read_text("utf-8").startswith("# Verslag van Klankbordgroep talent, sessie 3\n")
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_is_a_file_is_told_in_the_language_of_the_command(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(demo), "--format", "md,html", "--to", str(demo)]) == 1
    said = capsys.readouterr()
    assert said.out == "" and said.err == f"kring: {demo} is geen map: typ een andere.\n"


def test_a_session_a_folder_and_a_language_can_be_asked_for(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = demo.parent / "uit" / "hier"
    arguments = ["export", str(demo), "--session", "1", "--format", "md", "--to", str(folder), "--lang", "en"]
    assert main(arguments) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.parent == folder and path.name.endswith("-klankbordgroep-talent-summary-session-1.md")
    assert "## Getting acquainted" in path.read_text("utf-8")


def test_a_file_that_is_there_stays(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        assert main(["export", str(demo)]) == 0
    first, second, third = map(Path, capsys.readouterr().out.split())
    assert [path.stem[-2:] for path in (first, second, third)] == ["-3", "-2", "-3"]
    first.write_text("van mij", encoding="utf-8")
    assert main(["export", str(demo)]) == 0
    assert first.read_text("utf-8") == "van mij"


@pytest.mark.parametrize("formats", ["exe", "md,exe", "", " , "])
def test_an_unknown_format_is_wrong_usage(demo: Path, capsys: pytest.CaptureFixture[str], formats: str) -> None:
    before = set(demo.parent.iterdir())
    assert main(["export", str(demo), "--format", formats]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert captured.err.startswith("kring: ")
    assert set(demo.parent.iterdir()) == before


@pytest.mark.parametrize("arguments", [["weg.json"], ["--session", "9", "{demo}"], ["--to", "{demo}", "{demo}"]])
def test_what_cannot_be_done_is_said_in_one_line(
    demo: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["export", *(word.format(demo=demo) for word in arguments)]) == 1
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)


def test_formats_are_named_once() -> None:
    assert formats_of(" MD,md ") == ("md",)
    with pytest.raises(Refused):
        formats_of("odt")


def test_the_cards_come_alone_and_the_paths_as_json(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(demo), "--session", "1", "--cards", "--json"]) == 0
    made, plan, tags = json.loads(capsys.readouterr().out)
    assert made["format"] == "html" and "kaartjes" in Path(made["path"]).name
    assert "An Peeters" in Path(made["path"]).read_text("utf-8")
    assert "tafelplan" in plan["path"] and "naamkaartjes" in tags["path"]
    assert main(["export", str(demo), "--session", "2", "--cards"]) == 0
    printed = capsys.readouterr()
    assert "naamkaartjes" in printed.out and printed.out.count("\n") == 1 and "Sessie 2" in printed.err


def test_how_it_is_wanted_is_taken_and_an_unknown_section_is_wrong_usage(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["export", str(demo), "--version", "commissioner", "--names", "none", "--without", "programme"]
    assert main(asked) == 0
    text = Path(capsys.readouterr().out.strip()).read_text("utf-8")
    assert "An Peeters" not in text and "## Programma" not in text
    network = Network.open(demo)
    network.apply(choose_export, without=["programme"], naming=Naming.INITIALS).wait(10)
    network.close()
    for asked, told in (([], False), (["--without", "", "--names", "full"], True)):
        assert main(["export", str(demo), *asked]) == 0
        text = Path(capsys.readouterr().out.strip()).read_text("utf-8")
        assert ("An Peeters" in text) is ("## Programma" in text) is told
    before = set(demo.parent.iterdir())
    assert main(["export", str(demo), "--without", "weather"]) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("kring: ") and "attendance" in captured.err
    assert set(demo.parent.iterdir()) == before


def test_a_reminder_of_the_session_to_come_is_asked_for_in_place_of_a_summary(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(demo), "--reminder", "--session", "3"]) == 1
    assert capsys.readouterr().out == ""
    assert main(["export", str(demo), "--reminder", "--format", "md,eml,ics"]) == 0
    captured = capsys.readouterr()
    assert [Path(path).name[:-3] for path in captured.out.split()] == [
        f"2027-04-15-klankbordgroep-talent-herinnering-sessie-4{dot}" for dot in ("", ".", ".")
    ]
    assert captured.err.startswith("kring: ")
    for arguments in (["--reminder", "--format", "xlsx"], ["--reminder", "--cards"]):
        with suppress(SystemExit):
            assert main(["export", str(demo), *arguments]) == 2
        assert capsys.readouterr().out == ""
