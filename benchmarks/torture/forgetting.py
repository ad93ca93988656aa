"""Kills of ``kring forget`` at random moments: doing it again finishes it, and no byte of the name is left."""

from __future__ import annotations

import random
import subprocess
import time
from pathlib import Path

from benchmarks.torture.kills import KRING, held
from data.model import Change, Note, Participant, Stamp, State, say
from data.network import Network
from tests.data.store.samples import records

NAME = "Zo\u00eb Quux"
MARK = "Quux"


def person(path: Path) -> Path:
    """A network with a person in its texts, backups, histories, drafts and set-aside files."""
    network = Network.create(path, records(2), watch=True)
    network.apply(_people).wait(10)
    for number in range(60):
        network.apply(_noted, f"{number} van {NAME}")
    network.drafts.set("line", f"vraag {NAME}")
    network.close()
    path.write_bytes(path.read_bytes().replace(b"idea 0", b"by hand"))
    Network.open(path).close()
    return path


def _people(_state: State, at: Stamp) -> Change:
    return Change(say("People"), puts=(Participant(id=at.new(), name=NAME, organisation="Acme"),))


def _noted(_state: State, at: Stamp, text: str) -> Change:
    return Change(say("Note"), puts=(Note(id=at.new(), session="s", activity="a", text=text),))


def kill_forget(path: Path, seed: int) -> str:
    """Erase the person, killed on the way; then again, not killed. What was wrong, or nothing."""
    path = person(path.with_name(f"forget-{seed}.kring.json"))
    process = subprocess.Popen(
        [*KRING, "forget", str(path), NAME], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(random.Random(seed).uniform(0.15, 0.45))
    process.kill()
    process.wait()
    if isinstance(found := held(path), str):
        return f"unreadable: {found}"
    again = subprocess.run([*KRING, "forget", str(path), NAME], capture_output=True, check=False)
    done = again.returncode == 0 or b"Quux" in again.stderr  # it had been finished before the kill
    left = [each.name for each in _files(path) if MARK.encode() in each.read_bytes()]
    if not done or left:
        return f"not finished: {again.stderr.decode()[:80]} {left[:3]}"
    return "" if len(held(path)) == 62 else "notes lost"


def _files(path: Path) -> list[Path]:
    beside = path.with_name(f".{path.name}.kring")
    return [path, *(each for each in beside.rglob("*") if each.is_file() and each.name != "reserve")]
