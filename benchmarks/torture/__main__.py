"""Try to lose a line: ``python -m benchmarks.torture [--kills N] [--capture N] [--app N] [--flips N] …``.

It ends with 1 when anything was lost. POSIX only.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.torture.fields import mutated
from benchmarks.torture.forgetting import kill_forget
from benchmarks.torture.harm import damaged, errors, power
from benchmarks.torture.kills import board, kill_app, kill_capture, kill_driver, killed
from benchmarks.torture.monkey import monkeys
from benchmarks.torture.rounds import foreign_copies, nearly_full, quit_unsaved
from benchmarks.torture.signals import signalled
from tests.data.store.samples import make


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=600, help="kills of a driver over the store")
    parser.add_argument("--capture", type=int, default=300, help="kills of kring capture")
    parser.add_argument("--app", type=int, default=100, help="kills of the app in a pseudo-terminal")
    parser.add_argument("--flips", type=int, default=3000, help="bits turned over")
    parser.add_argument("--forget", type=int, default=40, help="kills of kring forget, each finished by doing it again")
    parser.add_argument("--rounds", type=int, default=40, help="foreign copies, quits while unsaved, nearly full disks")
    parser.add_argument("--fields", type=int, default=3300, help="fields changed to another value")
    parser.add_argument("--signals", type=int, default=6, help="SIGTERM and SIGHUP to the app in a pseudo-terminal")
    parser.add_argument("--keys", type=int, default=20_000, help="random keys and pastes in the application")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts: list[Callable[[], int]] = [
            partial(killed, folder, "the store", args.kills, kill_driver, make),
            partial(killed, folder, "kring capture", args.capture, kill_capture, make),
            partial(killed, folder, "the app", args.app, kill_app, board),
            partial(killed, folder, "kring forget", args.forget, kill_forget, make),
        ]
        others: list[Callable[[Path], int]] = [
            power,
            errors,
            partial(damaged, flips=args.flips),
            partial(foreign_copies, count=args.rounds),
            partial(quit_unsaved, count=args.rounds),
            partial(nearly_full, count=args.rounds),
            partial(mutated, count=args.fields),
            partial(signalled, count=args.signals),
            partial(monkeys, count=args.keys),
        ]
        for number, other in enumerate(others):
            (folder / str(number)).mkdir()
            parts.append(partial(other, folder / str(number)))
        return 1 if sum(part() for part in parts) else 0


if __name__ == "__main__":
    sys.exit(main())
