"""What opens a file: a program of the system, without a shell, and nothing at all over the work in this terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from data.i18n import told
from screens.export import opening
from screens.export.opening import open_path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows opens files itself")


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that writes down what it was given, and ends as its own name of a file says."""
    program = tmp_path / "bin" / "opens"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$0.given"\ncase "$1" in *bad*) exit 3;; esac\n')
    program.chmod(0o755)
    monkeypatch.setattr(opening, "BY_SYSTEM", {"linux": ("opens",), "darwin": ("opens",)})
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    return program


def test_a_file_is_opened_by_its_path_alone(opener: Path, tmp_path: Path) -> None:
    path = tmp_path / "a $(touch b); c.md"
    path.touch()
    assert open_path(path) is None
    assert opener.with_name("opens.given").read_text().splitlines() == [str(path)]
    assert not (tmp_path / "b").exists()


def test_what_nothing_opens_is_told_with_its_path(
    opener: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bad.md"
    assert "not there" in told(open_path(path) or pytest.fail(), "en")
    path.touch()
    assert str(path) in told(open_path(path) or pytest.fail(), "en")
    monkeypatch.setattr(opening, "BY_SYSTEM", {"linux": ("no-such-program",), "darwin": ("no-such-program",)})
    assert str(path) in told(open_path(path) or pytest.fail(), "en")


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac always has a desktop")
def test_without_a_desktop_nothing_is_opened_in_this_terminal(
    opener: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "a.md"
    path.touch()
    assert open_path(path) is not None
    assert not opener.with_name("opens.given").exists()
