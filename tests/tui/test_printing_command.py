"""``kring export`` of what is printed, and of the invitation."""

import re
from datetime import date
from pathlib import Path

import pytest

from data.demo import demo_records
from data.model import Profile
from data.network import Network
from data.report.formats import formats_for
from data.report.wanted import About
from tui.cli import main


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    path = tmp_path / "demo.kring.json"
    Network.create(path, demo_records("nl", date(2027, 3, 18))).close()
    return path


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--cards", "--format", "md"], ", ".join(formats_for(About.CARDS))),
        (["--paper", "--format", "html,xlsx"], ", ".join(formats_for(About.CARDS))),
        (["--paper", "--without", "met"], "evaluation_form, attendance_sheet, run_sheet"),
        (["--cards", "--without", "evaluation"], "cards, table_plan, name_tags"),
        (["--invitation", "--without", "cards"], "network, purpose"),
        (["--invitation", "--format", "csv"], ", ".join(formats_for(About.INVITATION))),
        (["--invitation", "--session", "1"], "--session"),
        (["--cards", "--names", "none"], "--names"),
        (["--paper", "--names", "initials"], "--names"),
    ],
)
def test_what_does_not_fit_what_is_asked_is_wrong_usage_and_what_fits_is_listed(
    demo: Path, capsys: pytest.CaptureFixture[str], asked: list[str], told: str
) -> None:
    before = set(demo.parent.iterdir())
    assert main(["export", str(demo), *asked]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and printed.err.count("\n") == 1
    assert set(told.split(", ")) <= set(re.findall(r"[\w-]+", printed.err))
    assert set(demo.parent.iterdir()) == before


def test_paper_and_the_invitation_are_written_and_are_told_one_a_line(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(demo), "--paper", "--session", "2", "--lang", "en"]) == 0
    names = [Path(path).stem for path in capsys.readouterr().out.splitlines()]
    assert [name.split("session-2-")[1] for name in names] == ["evaluation-form", "attendance-sheet", "run-sheet"]
    assert main(["export", str(demo), "--invitation", "--format", "md,docx", "--without", "practical"]) == 0
    text, word = map(Path, capsys.readouterr().out.splitlines())
    assert text.name == "2027-01-21-klankbordgroep-talent-uitnodiging.md" and word.suffix == ".docx"
    assert "## Voor wie" in text.read_text("utf-8") and "## Praktisch" not in text.read_text("utf-8")


def test_an_invitation_needs_no_session(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "n.kring.json"
    Network.create(path, [Profile(id="p", name="Nieuw")]).close()
    assert main(["export", str(path), "--invitation"]) == 0
    assert Path(capsys.readouterr().out.strip()).name == "nieuw-uitnodiging.md"
    assert main(["export", str(path), "--paper"]) == 1 and "sessie" in capsys.readouterr().err
