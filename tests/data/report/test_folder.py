"""Where a report goes: what was typed, and why nothing can be written there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from data.i18n import told
from data.report.folder import folder_of


def test_a_folder_is_whole_beside_the_network_or_of_oneself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert folder_of(f" {tmp_path} ", Path("/elsewhere")) == (tmp_path, None, False)
    assert folder_of("  ", tmp_path) == (tmp_path, None, False)
    assert folder_of("new/er", tmp_path) == (tmp_path / "new" / "er", None, True)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert folder_of("~", Path("/elsewhere")) == (tmp_path, None, False)


@pytest.mark.parametrize(
    ("typed", "said"), [("file", "not a folder"), ("file/in", "not a folder"), ("x" * 999, "such")]
)
def test_what_can_be_no_folder_is_said(tmp_path: Path, typed: str, said: str) -> None:
    (tmp_path / "file").touch()
    why = folder_of(typed, tmp_path).why
    assert why is not None and said in told(why, "en")


def test_where_one_may_not_write_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: path != tmp_path)
    why = folder_of("new", tmp_path).why
    assert why is not None and str(tmp_path) in told(why, "en") and "not allowed to write" in told(why, "en")
    assert folder_of("~nobody-of-that-name/x", tmp_path).why is not None
