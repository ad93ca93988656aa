"""A report on its way to the disk: a line a format, one that fails keeps no other back, and it can be stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.i18n import told
from data.model import Profile, Refused, Session, State, say
from data.report.blocks import Document
from data.report.formats import FORMATS, Format
from data.report.report import Report
from data.report.writing import Piece, Progress, Writing

HERE = "tests.data.report.test_writing"
REPORT = Report(State.holding([Profile(id="p", name="Klankbord", language="en"), Session(id="s", number=1)]), "s")


def refuses(document: Document) -> str:
    """No format at all."""
    raise Refused(say("no fonts"))


def is_wrong(document: Document) -> str:
    """A mistake of ours."""
    raise ZeroDivisionError


@pytest.fixture(autouse=True)
def formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two formats that cannot be made."""
    monkeypatch.setitem(FORMATS, "no", Format(say("No"), lays_out=f"{HERE}:refuses"))
    monkeypatch.setitem(FORMATS, "bug", Format(say("Bug"), lays_out=f"{HERE}:is_wrong"))


def progress_of(writing: Writing) -> list[Progress]:
    """How far each format is."""
    return [piece.progress for piece in writing.pieces]


def test_each_format_waits_is_busy_and_ends_and_none_keeps_another_back(tmp_path: Path) -> None:
    writing, seen = Writing(REPORT, ["no", "md", "bug", "html"], tmp_path), []
    assert writing.pieces == tuple(map(Piece, ("no", "md", "bug", "html")))
    writing.run(lambda: seen.append(progress_of(writing)))
    busy, waits = Progress.BUSY, Progress.WAITING
    assert seen[0] == [busy, waits, waits, waits] and seen[2] == [Progress.FAILED, busy, waits, waits]
    assert seen[-1] == [Progress.FAILED, Progress.DONE, Progress.FAILED, Progress.DONE] and writing.over
    assert [path.suffix for path in writing.files] == [".md", ".html"]
    assert all(path.exists() for path in writing.files)
    said = [told(piece.said[0], "en") for piece in writing.pieces if piece.said]
    assert said == ["no fonts", "It could not be made, because of an error in Kring itself (ZeroDivisionError)."]


def test_what_is_stopped_finishes_its_format_and_writes_no_other(tmp_path: Path) -> None:
    writing = Writing(REPORT, ["md", "html"], tmp_path)
    writing.run(writing.stop)
    assert progress_of(writing) == [Progress.DONE, Progress.STOPPED] and writing.over
    assert [path.suffix for path in tmp_path.iterdir()] == [".md"]


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    writing = Writing(REPORT, ["md"], tmp_path / "file")
    writing.run(lambda: None)
    assert progress_of(writing) == [Progress.FAILED] and "is not a folder" in told(writing.pieces[0].said[0], "en")
