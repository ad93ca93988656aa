"""Every place looks as it did: its work and its room view, at three sizes. ``make pictures`` makes them anew."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest

from data.model import ActivityKind
from tests.pictures import FOLDER, SIZES, drawn


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_place_looks_as_it_did(size: tuple[int, int]) -> None:
    made = drawn(size)
    kept = {path: path.read_text(encoding="utf-8") for path in (FOLDER / f"{size[0]}x{size[1]}").glob("*.txt")}
    changed = sorted(path for path in set(made) | set(kept) if made.get(path) != kept.get(path))
    assert not changed, told(changed[0], kept.get(changed[0], ""), made.get(changed[0], ""), changed)


def told(path: Path, kept: str, made: str, changed: list[Path]) -> str:
    """The first difference in full, and where there are more."""
    lines = unified_diff(kept.splitlines(), made.splitlines(), "kept", "drawn now", n=0, lineterm="")
    others = ", ".join(other.stem for other in changed)
    return "\n".join([f"{path.parent.name}/{path.name}", *lines, f"changed: {others}", "make pictures keeps it so"])


def test_every_kind_of_activity_has_its_pictures() -> None:
    for size in SIZES:
        stems = {path.stem for path in (FOLDER / f"{size[0]}x{size[1]}").glob("*.txt")}
        for kind in ActivityKind:
            assert any({f"{kind}-{number}", f"{kind}-{number}-room"} <= stems for number in range(1, 5)), kind
