"""The settings file: what is in it holds, what makes no sense does not harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.settings import Settings, load, save


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "a" / "settings.toml"
    settings = Settings(language="en", theme="projector", bell=False, looking_along=False, recent=('/a "b"\\c',))
    assert save(settings, path)
    assert load(path) == settings
    assert path.stat().st_mode & 0o777 == 0o600
    assert "# The language" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "language = 7", 'theme = "neon"', "[[[", "bell = 'no'", "recent = 3\nfuture = 1"])
def test_what_makes_no_sense_has_its_usual_value(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    assert load(path) == Settings()


def test_one_bad_line_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "light"\nbell = "loud"\n', encoding="utf-8")
    assert load(path) == Settings(theme="light")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not save(Settings(), tmp_path / "file" / "settings.toml")


def test_the_newest_file_comes_first_and_once() -> None:
    settings = Settings().opened(Path("/a")).opened(Path("/b")).opened(Path("/a"))
    assert settings.recent == ("/a", "/b")
