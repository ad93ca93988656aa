"""``kring check``: sound or not, in words and in JSON, touching nothing."""

from __future__ import annotations

import json
from pathlib import Path

from data.model import RECORDS
from tests.data.store.samples import make
from tests.tui.commands_run import kring


def test_a_sound_file(tmp_path: Path) -> None:
    path = make(tmp_path / "n.kring.json", 3)
    done = kring("check", path, "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0 and found["ok"] is True and found["problems"] == []
    assert found["counts"]["notes"] == 3 and found["counts"]["sessions"] == 1
    assert set(found["counts"]) == {kind.table for kind in RECORDS}
    words = kring("check", path)
    assert words.returncode == 0 and b"post-its 3" in words.stdout


def test_what_is_not_sound(tmp_path: Path) -> None:
    path = make(tmp_path / "n.kring.json", 3)
    good = path.read_bytes()
    bads = [b"", b"null", good[:-9], good.replace(b"idea 1", b"by hand"), good.replace(b'"text":"idea 1"', b'"x":1'),
            good.replace(b'"schema":2', b'"schema":9'), b"{}"]  # fmt: skip
    for data in bads:
        path.write_bytes(data)
        done = kring("check", path, "--json")
        found = json.loads(done.stdout)
        assert done.returncode == 1 and found["ok"] is False and found["problems"], data
        assert path.read_bytes() == data
    done = kring("check", path)
    assert done.returncode == 1 and done.stdout and b"Traceback" not in done.stderr


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = kring("check", tmp_path / "none.json", "--json")
    assert done.returncode == 1 and json.loads(done.stdout)["ok"] is False
    assert kring("check").returncode == 2
    assert list(tmp_path.iterdir()) == []
