"""``kring restore``: the list, and putting one back while the present file is kept."""

from __future__ import annotations

import subprocess
from pathlib import Path

from data.network import Network
from data.store import image as images
from tests.data.store.samples import add, make, texts
from tests.tui.commands_run import kring


def backed_up(tmp_path: Path) -> Path:
    path = make(tmp_path / "n.kring.json", 2)
    network = Network.open(path)
    for number in range(60):
        network.apply(add, f"later {number}")
    network.close()
    return path


def test_the_list_has_dates_and_counts(tmp_path: Path) -> None:
    done = kring("restore", backed_up(tmp_path))
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0 and len(lines) == 2
    assert "post-its 52" in lines[0] and "post-its 2," in lines[1]


def oldest_restored(path: Path) -> subprocess.CompletedProcess[bytes]:
    """The last of the list, put back by its number."""
    return kring("restore", path, kring("restore", path).stdout.decode().splitlines()[-1].split()[0])


def test_a_copy_comes_back_and_the_present_file_is_kept(tmp_path: Path) -> None:
    path = backed_up(tmp_path)
    window = Network.open(path, watch=True)
    for ruin in (None, b"ruined"):
        if ruin:
            path.write_bytes(ruin)
        present = path.read_bytes()
        done = oldest_restored(path)
        while b"geen kopie" in done.stderr:  # the open window put another in its place since the list
            done = oldest_restored(path)
        assert done.returncode == 0
        assert present in [each.read_bytes() for each in (tmp_path / ".n.kring.json.kring/aside").iterdir()]
        assert images.load(path.read_bytes()).sound
    with window._desk.guard:
        assert window._desk.guard.wait_for(lambda: texts(window) == ["idea 0", "idea 1"], 10)
    window.close()


def test_a_file_that_is_gone_comes_back(tmp_path: Path) -> None:
    path = backed_up(tmp_path)
    path.unlink()
    assert kring("restore", path, "1").returncode == 0
    assert len(images.load(path.read_bytes()).state.tables["notes"]) == 62


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    path = backed_up(tmp_path)
    for words in ((path, "9"), (path, "0"), (tmp_path / "none.json",)):
        done = kring("restore", *words)
        assert done.returncode == 1 and done.stderr.startswith(b"kring: ") and done.stderr.count(b"\n") == 1
