"""Random keys and pastes in the application, many rounds of them (``tests.monkey``)."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from tests.monkey import play

EACH = 1000
"""Keys with one seed: another language, size and course with the next."""


def monkeys(folder: Path, *, count: int) -> int:
    """Press so many keys; gives how often something did not hold."""
    os.environ.update(HOME=str(folder), KRING_SETTINGS=str(folder / "settings.toml"))
    for desktop in ("DISPLAY", "WAYLAND_DISPLAY"):  # what it exports is not opened either
        os.environ.pop(desktop, None)
    back = Path.cwd()
    os.chdir(folder)  # what it types as a path goes nowhere else
    faults = keys = compared = undone = 0
    try:
        for seed in range(-(-count // EACH)):
            (folder / str(seed)).mkdir()
            tally = asyncio.run(play(folder / str(seed), seed, min(EACH, count)))
            keys, compared, undone = keys + tally.keys, compared + tally.compared, undone + tally.undone
            faults += len(tally.faults)
            for fault in tally.faults:
                print(f"seed {seed}: {fault}")
    finally:
        os.chdir(back)
    print(f"monkey: {keys} keys, {compared} rounds undone and compared ({undone} changes), {faults} faults")
    return faults
