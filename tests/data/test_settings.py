"""The settings file: what is in it holds, what makes no sense does not harm."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from data.passing import passing_file
from data.settings import MOST_RECENT, Settings, load, save


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "a" / "settings.toml"
    settings = Settings(language="en", theme="projector", bell=False, looking_along=False, recent=('/a "b"\\c\x7f',))
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


BY_HAND = """\
# mine

theme   = "light"   # for the beamer
future = { keep = "me" }
recent = [
    "/a",  # the big one
]

[keys]
# not yet
undo = "u"
"""


def test_what_was_written_by_hand_survives(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(BY_HAND, encoding="utf-8")
    settings = load(path)
    assert save(settings.having(theme="projector", bell=False), path)
    text = path.read_text(encoding="utf-8")
    assert text.endswith(BY_HAND.replace('"light"', '"projector"'))
    assert load(path) == settings.having(theme="projector", bell=False)
    assert save(load(path).having(recent=("/b", "/a")), path)
    assert load(path).recent == ("/b", "/a")
    assert "[keys]\n# not yet\n" in path.read_text(encoding="utf-8")


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b'\xef\xbb\xbf# mine\r\ntheme = "light"\r\n')
    assert load(path).theme == "light"
    assert save(load(path).having(theme="dark"), path)
    assert path.read_bytes().endswith(b'# mine\r\ntheme = "dark"\r\n')


@pytest.mark.parametrize(
    "text",
    ["[keys]\na = 1\n[theme]\nb = 2\n", "theme.x = 1", "[theme.a]\nx = 1\n[k]\n[theme.b]\ny = 1", "[[recent]]\nx = 1"],
)
def test_a_setting_that_is_a_table_makes_way(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    settings = Settings(theme="light", recent=("/a \x7f é",))
    assert save(settings, path)
    assert load(path) == settings


@pytest.mark.parametrize("content", [b'theme = "light', b"theme = '\xff'"])
def test_a_file_that_is_no_settings_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    assert load(path) == Settings()
    assert save(Settings(bell=False), path)
    assert load(path) == Settings(bell=False)
    assert (tmp_path / "settings.toml.unreadable").read_bytes() == content


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_the_settings_stays_a_link(tmp_path: Path) -> None:
    path, real = tmp_path / "settings.toml", tmp_path / "elsewhere.toml"
    path.symlink_to(real)
    assert save(Settings(bell=False), path)
    assert path.is_symlink() and load(real) == Settings(bell=False)


def test_only_a_file_that_was_edited_needs_what_can_amend_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    code = (
        "import sys; from pathlib import Path; from data.settings import load, save;"
        "path = Path(sys.argv[1]); save(load(path).having(bell=False), path); save(load(path).having(bell=True), path);"
        "print('tomlkit' in sys.modules)"
    )
    for text, needed in (("", "False"), (BY_HAND, "True")):
        path.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == needed


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not save(Settings(), tmp_path / "file" / "settings.toml")


def test_the_newest_file_comes_first_and_once() -> None:
    settings = Settings().opened(Path("/a")).opened(Path("/b")).opened(Path("/a"))
    assert settings.recent == ("/a", "/b")


def test_a_demo_that_nobody_keeps_takes_the_place_of_no_network() -> None:
    settings = Settings(recent=("/own", "/other")).opened(passing_file())
    last = passing_file()
    settings = settings.opened(last)
    assert settings.recent == ("/own", "/other", str(last)), "once, and behind what is kept"
    for number in range(MOST_RECENT):
        settings = settings.opened(Path(f"/{number}"))
    assert settings.recent[0] == f"/{MOST_RECENT - 1}" and settings.recent[-1] == str(last)
    assert len(settings.recent) == MOST_RECENT
