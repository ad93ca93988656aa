"""``kring capture``: its contract with whoever pipes lines into it."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from data.model import Activity, ActivityKind, Note, Session, SessionStatus
from data.network import Network
from data.store import image as images
from tests.data.store.samples import PROFILE, SESSION, make
from tests.tui.commands_run import kring, started


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "n.kring.json"
    storm = Activity(id="a2", session="s2", kind=ActivityKind.BRAINSTORM, position=1)
    Network.create(path, [PROFILE, SESSION, Session(id="s2", number=2, status=SessionStatus.OPEN), storm]).close()
    return path


def notes(path: Path) -> list[Note]:
    return images.load(path.read_bytes()).state.all(Note)


def test_each_line_is_told_once_it_is_on_the_disk(path: Path) -> None:
    process = started("capture", path)
    assert process.stdin and process.stdout
    for text in ("# not a comment", "@nobody", "  [/] spaces around  "):
        process.stdin.write(text.encode() + b"\n")
        process.stdin.flush()
        word, id_ = process.stdout.readline().decode().split()
        assert word == "saved"
        stored = {each["id"]: each["text"] for each in json.loads(path.read_bytes())["notes"].values()}
        assert stored[id_] == text.strip()
    process.stdin.close()
    assert process.wait(20) == 0
    process.stdout.close()
    assert process.stderr and process.stderr.read() == b""
    process.stderr.close()
    assert {each.activity for each in notes(path)} == {"a2"}


def test_empty_lines_make_no_note_and_the_last_line_needs_no_end(path: Path) -> None:
    done = kring("capture", path, given=b"\n  \n\x07\neen\r\ntwee")
    assert done.returncode == 0
    assert [each.text for each in notes(path)] == ["een", "twee"]
    assert done.stdout.decode().split()[1::2] == [each.id for each in notes(path)]


def test_bytes_that_are_not_utf_8_are_read_and_told_or_refused(path: Path) -> None:
    done = kring("capture", path, given=b"een\ncaf\xe9\nZo\x89\n\xff\xfe\x00\x81\ntwee\n")
    assert [each.text for each in notes(path)] == ["een", "café", "Zoë", "twee"]
    assert done.returncode == 1 and done.stdout.count(b"saved ") == 4
    told = done.stderr.decode()
    assert "cp1252" in told and "cp850" in told and "CSV UTF-8" in told and "\ufffd" not in told
    assert [f" {n} " in told for n in (1, 2, 3, 4, 5)] == [True, True, True, True, False], "1 line was not saved"


def test_utf_16_is_read_by_its_mark(path: Path) -> None:
    done = kring("capture", path, given="Zoë’s idee\r\n\r\nnog één\r\n".encode("utf-16"))
    assert done.returncode == 0, done.stderr
    assert [each.text for each in notes(path)] == ["Zoë’s idee", "nog één"]
    odd = kring("capture", path, given="goed\n".encode("utf-16") + b"\x00\xd8\n\0")
    assert odd.returncode == 1 and [each.text for each in notes(path)][2:] in ([], ["goed"])


def test_a_session_without_a_brainstorm_gets_one(path: Path) -> None:
    assert kring("capture", path, "--session", "1", given=b"een\ntwee\n").returncode == 0
    state = images.load(path.read_bytes()).state
    made = state.where(Activity, lambda each: each.session == "s")
    assert [each.kind for each in made] == [ActivityKind.BRAINSTORM]
    assert {each.activity for each in state.all(Note)} == {made[0].id}


def test_what_cannot_be_captured_into_is_one_line_of_error(path: Path, tmp_path: Path) -> None:
    for words in ((tmp_path / "none.json",), (tmp_path,), (path, "--session", "7")):
        done = kring("capture", *words, given=b"een\n")
        assert done.returncode == 1 and done.stdout == b""
        assert done.stderr.startswith(b"kring: ") and done.stderr.count(b"\n") == 1
    assert kring("capture").returncode == 2
    assert not (tmp_path / "none.json").exists()


def test_a_long_line_is_cut_and_that_is_told(path: Path) -> None:
    done = kring("capture", path, given=b"x" * 100_000 + b"\n")
    assert done.returncode == 0 and b"2000" in done.stderr
    assert len(notes(path)[0].text) == 2000


def test_a_line_that_cannot_be_saved_stops_it_with_the_count(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"schema":2', b'"schema":9'))
    done = kring("capture", path, given=b"een\ntwee\n\ndrie\n")
    assert done.returncode == 1 and done.stdout == b"" and b"3 " in done.stderr


def test_two_at_once_lose_nothing(path: Path) -> None:
    lines = {name: [f"{name} {number}" for number in range(25)] for name in ("een", "twee")}
    running = [(name, started("capture", path)) for name in lines]
    for name, process in running:
        assert process.stdin
        process.stdin.write("\n".join(lines[name]).encode())
        process.stdin.close()
    for _, process in running:
        assert process.stdout and process.stderr
        assert process.wait(60) == 0
        process.stdout.close()
        process.stderr.close()
    assert sorted(each.text for each in notes(path)) == sorted(lines["een"] + lines["twee"])


def test_a_reader_that_goes_away_and_ctrl_c_end_it_quietly(path: Path) -> None:
    process = started("capture", path)
    assert process.stdin and process.stdout and process.stderr
    process.stdout.close()
    process.stdin.write(b"een\n")
    process.stdin.close()
    assert process.wait(20) == 1
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()
    process = started("capture", path)
    assert process.stdin and process.stdout and process.stderr
    process.stdin.write(b"twee\n")
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 130
    assert b"Traceback" not in process.stderr.read()
    for pipe in (process.stdin, process.stdout, process.stderr):
        pipe.close()


def test_a_line_that_does_not_end_costs_no_more_than_its_bytes(tmp_path: Path) -> None:
    """40 MB in one line, and a line behind it."""
    path = make(tmp_path / "n.kring.json")
    done = kring("capture", path, given=b"x" * 40_000_000 + b"\nand on\n")
    assert done.returncode == 0 and done.stdout.count(b"saved ") == 2
    kept = [note.text for note in images.load(path.read_bytes()).state.all(Note)]
    assert [len(text) for text in kept] == [2000, 6]


def test_what_happens_to_the_file_is_told(tmp_path: Path) -> None:
    path = make(tmp_path / "n.kring.json")
    old = path.read_bytes()
    assert kring("capture", path, given=b"een\n").returncode == 0
    path.write_bytes(old)
    done = kring("capture", path, given=b"twee\n")
    assert done.returncode == 0 and b"oudere kopie" in done.stderr
    assert [note.text for note in images.load(path.read_bytes()).state.all(Note)] == ["een", "twee"]
