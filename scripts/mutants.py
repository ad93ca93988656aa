"""Break lines on purpose and see whether a test notices: mutation testing by area, bounded in time.

For each area the tree is copied to a temporary folder, mutmut makes its mutants and learns which tests reach which
function, and a seeded sample of the mutants is run against those tests until the time for the area is over. A mutant
that no test of the area reaches counts as survived.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
BATCH = 24
"""Mutants for each call of mutmut, between two looks at the clock."""

KILLED = frozenset({1, 3, 24, 36, 152, 255})
"""Exit codes of mutmut for a mutant that was noticed: tests failed, broke off or ran out of time."""


@dataclass(frozen=True, slots=True)
class Area:
    """What is broken, which tests should notice, and how many per cent of the mutants they must kill."""

    sources: tuple[str, ...]
    tests: tuple[str, ...]
    bar: int


AREAS = {
    "methods": Area(("data/methods/*",), ("tests/data/methods",), 90),
    "verbs": Area(("data/verbs/*",), ("tests/data/verbs",), 90),
    "store": Area(("data/store/*",), ("tests/data/store",), 90),
    "report": Area(("data/report/*",), ("tests/data/report",), 80),
    "network": Area(("data/network/*",), ("tests/data/test_network.py",), 80),
    "privacy": Area(("screens/shell/presence.py",), ("tests/screens/test_presence.py",), 80),
}

CONFIG = """[mutmut]
source_paths =
    data
    screens
    widgets
    tui
only_mutate =
{sources}
do_not_mutate_patterns =
    \\b(_|N_|NP_|pgettext|plural|say)\\(
also_copy =
    scripts
    benchmarks
    README.md
pytest_add_cli_args_test_selection =
{tests}
pytest_add_cli_args =
    -p
    no:cacheprovider
    -p
    no:xdist
    --deselect
    tests/data/verbs/test_shape.py
"""


def indented(lines: tuple[str, ...]) -> str:
    """Lines as values of a setting."""
    return "\n".join(f"    {line}" for line in lines)


def copied(to: Path, area: Area) -> None:
    """The tree as it stands, with mutmut set up for one area."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    compiled = [str(path.relative_to(ROOT)) for path in (ROOT / "data").rglob("*.mo")]
    for name in [*listed.stdout.decode().splitlines(), *compiled]:
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)
    (to / "setup.cfg").write_text(
        CONFIG.format(sources=indented(area.sources), tests=indented(area.tests)), encoding="utf-8"
    )


def mutmut(where: Path, names: list[str]) -> str:
    """Run these mutants; the answer is what mutmut said."""
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", "2", *names]
    done = subprocess.run(command, cwd=where, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout[-2000:] + done.stderr[-2000:]


def results(where: Path) -> dict[str, int | None]:
    """The exit code of each mutant; None for one that did not run."""
    found: dict[str, int | None] = {}
    for meta in sorted((where / "mutants").rglob("*.meta")):
        found |= json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def changed_by(where: Path, key: str) -> list[str]:
    """The lines that a mutant takes away and puts in their place."""
    command = [sys.executable, "-m", "mutmut", "show", key]
    shown = subprocess.run(command, cwd=where, capture_output=True, text=True, encoding="utf-8", check=False)
    return [line for line in shown.stdout.splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}]


def measured(name: str, area: Area, seconds: float, seed: int, *, show: bool) -> bool:
    """Run a sample of an area's mutants and print the share that was killed; whether it meets the area's bar."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        where = Path(folder)
        copied(where, area)
        said = mutmut(where, ["none of them: only make them and learn which tests reach what"])
        names = sorted(results(where))
        if not names:
            print(f"{name}: no mutants were made\n{said}")
            return False
        sample = random.Random(seed).sample(names, len(names))
        began, ran = time.monotonic(), 0
        while ran < len(sample) and time.monotonic() - began < seconds:
            said = mutmut(where, sample[ran : ran + BATCH])
            ran += BATCH
        codes = {key: code for key, code in results(where).items() if code is not None}
        if not codes:
            print(f"{name}: no mutant ran\n{said}")
            return False
        killed = sum(code in KILLED for code in codes.values())
        share = 100 * killed / len(codes)
        counted = f"{killed} of {len(codes)} killed ({share:.0f} %, at least {area.bar})"
        print(f"{name:8} {counted}, {len(names)} in all", flush=True)
        if show:
            for key in sorted(key for key, code in codes.items() if code not in KILLED):
                shown = subprocess.run(
                    [sys.executable, "-m", "mutmut", "show", key],
                    cwd=where,
                    capture_output=True,
                    text=True,
                    check=False,
                )
                changed = [
                    line for line in shown.stdout.splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}
                ]
                print("  " + key, *changed, sep="\n    ")
        return share >= area.bar


def main() -> int:
    """Measure the areas asked for, all of them by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("areas", nargs="*", choices=[[], *AREAS], default=[])
    parser.add_argument("--seconds", type=float, default=300, help="time for the mutants of one area")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="show each mutant that survived")
    asked = parser.parse_args()
    met = [
        measured(name, area, asked.seconds, asked.seed, show=asked.show)
        for name, area in AREAS.items()
        if not asked.areas or name in asked.areas
    ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
