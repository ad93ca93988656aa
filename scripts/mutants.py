"""Break lines on purpose and see whether a test notices: mutation testing by area, bounded in time.

For each area the tree is copied to a folder of its own, mutmut makes its mutants and learns which tests reach which
function, and a seeded sample of the mutants is run against those tests until the time for the area is over. A mutant
that no test of the area reaches counts as survived. The folders are kept: mutants of what did not change are not made
anew. See docs/mutants.md.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parent.parent
KEPT = ROOT / ".mutants"
"""A folder for each area: the copied tree, what mutmut made of it, and what came of each mutant."""

FIRST, BATCH = 12, 48
"""Mutants for the first call of mutmut, which shows how long they take, and for each other one at the most."""

KILLED = frozenset({1, 3, 24, -24, -9, 36, 152, 255})
"""Exit codes of mutmut for a mutant that was noticed: tests failed, broke off or ran out of time."""


@dataclass(frozen=True, slots=True)
class Area:
    """What is broken, which tests should notice, and how many per cent of the mutants they must kill.

    ``left`` are the tests left out: too slow to run for each mutant. ``skipped`` are sources that are another area.
    """

    sources: tuple[str, ...]
    tests: tuple[str, ...]
    bar: int
    left: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


SLOW_OF_STORE = (
    "test_world.py::test_odd_values_in_every_field_crash_nothing",
    "test_edges.py::test_a_pipe_in_the_place_of_an_open_file_does_not_stop_the_writer",
    "test_edges.py::test_a_file_with_another_name_is_not_written_again_under_its_old_one",
    "test_forgetting.py::test_the_drafts_of_an_open_window_lose_the_name",
    "test_copies.py::test_out_and_in_again_is_the_same_network",
)

SLOW_OF_CLUSTERS = (
    "sentences.py::test_a_text_has_the_same_vector_in_any_company",
    "sentences.py::test_many_texts_are_worked_on_in_runs",
    "encoders.py::test_importing_the_package_and_the_command_is_light",
    "corrections.py::test_only_what_stood_with_the_moved_note_may_go_along",
    "corrections.py::test_late_notes_join_and_nothing_else_moves",
    "suggest.py::test_what_holds_for_every_board",
    "suggest.py::test_any_previous_answer_will_do",
    "suggest.py::test_the_same_seed_gives_the_same_answer",
    "suggest.py::test_groups_stay_when_a_note_comes_in",
    "duplicates.py::test_pairs_agree_with_the_search",
    "duplicates.py::test_found_notes_are_alike_enough_and_best_first",
)

AREAS = {
    "verbs": Area(("data/verbs/*",), ("tests/data/verbs",), 90),
    "methods-votes": Area(
        ("data/methods/votes/*",),
        ("tests/data/methods/votes", "tests/data/verbs/test_decision_vote.py", "tests/tui/tally/test_elections.py"),
        90,
    ),
    "methods-rounds": Area(
        ("data/methods/rounds/*",),
        tuple(f"tests/data/methods/rounds/test_{name}.py" for name in ("asked", "exact", "search", "setup", "ways")),
        90,
        ("tests/data/methods/rounds/test_ways.py::test_the_library_covers_every_head_count_to_sixty",),
    ),
    "methods-clusters": Area(
        ("data/methods/clusters/*",),
        ("tests/data/methods/clusters",),
        90,
        tuple(f"tests/data/methods/clusters/test_{test}" for test in SLOW_OF_CLUSTERS),
    ),
    "methods-others": Area(
        ("data/methods/*.py",),
        (
            *(f"tests/data/methods/{path.name}" for path in sorted((ROOT / "tests/data/methods").glob("test_*.py"))),
            *(f"tests/data/verbs/test_{name}.py" for name in ("evaluation", "programme", "round_table")),
        ),
        90,
        skipped=("data/methods/votes/*", "data/methods/rounds/*", "data/methods/clusters/*"),
    ),
    "store": Area(
        ("data/store/*",),
        ("tests/data/store",),
        90,
        (
            *(f"tests/data/store/test_{name}.py" for name in ("crashes", "torture", "machine", "damage")),
            *(f"tests/data/store/{test}" for test in SLOW_OF_STORE),
        ),
    ),
    "report": Area(("data/report/*",), ("tests/data/report",), 80),
    "network": Area(
        ("data/network/*",),
        ("tests/data/network",),
        80,
    ),
    "privacy": Area(
        ("screens/shell/presence.py", "screens/evaluation/view.py", "screens/decision/open_vote.py"),
        ("tests/screens/test_presence.py", "tests/screens/test_evaluation_view.py", "tests/screens/test_open_vote.py"),
        80,
    ),
}

CONFIG = """[mutmut]
source_paths =
    data
    screens
    widgets
    tui
only_mutate =
{sources}
do_not_mutate =
    nothing.py
{skipped}
do_not_mutate_patterns =
    \\b(_|N_|NP_|pgettext|plural|say)\\(
also_copy =
    scripts
    benchmarks
    docs
    README.md
use_git_change_detection = false
process_isolation = forkserver
timeout_multiplier = 6
timeout_constant = 2
pytest_add_cli_args_test_selection =
{tests}
pytest_add_cli_args =
    -p
    no:cacheprovider
    -p
    no:xdist
    --hypothesis-profile=mutants
    --deselect
    tests/data/verbs/test_shape.py
{left}
"""


def indented(lines: tuple[str, ...]) -> str:
    """Lines as values of a setting."""
    return "\n".join(f"    {line}" for line in lines)


def tracked() -> list[Path]:
    """The files of the tree, as paths from its root, with the compiled catalogues."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    compiled = [str(path.relative_to(ROOT)) for path in (ROOT / "data" / "locale").rglob("*.json")]
    names = {*listed.stdout.decode().splitlines(), *compiled}
    return sorted(Path(name) for name in names if (ROOT / name).is_file())


def copied(to: Path, area: Area) -> None:
    """The tree as it stands in place of an earlier copy, with mutmut set up for one area."""
    names = set(tracked())
    for name in {path.relative_to(to) for path in to.rglob("*") if path.is_file()} - names:
        if name.parts[0] != "mutants":
            _forget(to, name)
    for name in names:
        if not (to / name).is_file() or (to / name).read_bytes() != (ROOT / name).read_bytes():
            _forget(to, name)
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, to / name)
    config = CONFIG.format(
        sources=indented(area.sources),
        skipped=indented(area.skipped),
        tests=indented(area.tests),
        left=indented(tuple(part for test in area.left for part in ("--deselect", test))),
    )
    (to / "setup.cfg").write_text(config, encoding="utf-8")


def _forget(to: Path, name: Path) -> None:
    """Take away a file that changed, and with it what was learnt of which tests reach what."""
    for old in (to / name, to / "mutants" / name, to / "mutants" / "mutmut-stats.json"):
        old.unlink(missing_ok=True)


def mutmut(where: Path, names: list[str]) -> str:
    """Run these mutants; the answer is what mutmut said."""
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(os.cpu_count() or 2), *names]
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
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    module = key.rpartition(".")[0].replace(".", "/")
    with contextlib.chdir(where):
        shown = get_diff_for_mutant(key, path=f"{module}.py")
    return [line for line in shown.splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}]


def run(where: Path, names: list[str], until: float) -> tuple[dict[str, int], str]:
    """Run these mutants in their order until it is time; what came of those that ran, and what mutmut said last."""
    ran, said, began = 0, "", time.monotonic()
    while ran < len(names) and (now := time.monotonic()) < until:
        fit = int((until - now) * ran / (now - began)) if ran else FIRST
        size = max(4, min(BATCH, fit))
        said = mutmut(where, names[ran : ran + size])
        ran += size
    found = results(where)
    return {key: code for key in names[:ran] if (code := found.get(key)) is not None}, said


def measured(name: str, area: Area, asked: argparse.Namespace, until: float) -> bool:
    """Run a sample of an area's mutants and print the share that was killed; whether it meets the area's bar."""
    where = KEPT / name
    where.mkdir(parents=True, exist_ok=True)
    copied(where, area)
    before = results(where)
    said = mutmut(where, ["none of them: only make them and learn which tests reach what"])
    every = sorted(results(where))
    names = [key for key in every if fnmatch(key, asked.only)]
    if asked.again:
        names = [key for key in names if before.get(key) is not None and before[key] not in KILLED]
    if not names:
        print(f"{name}: no mutants\n{said}")
        return False
    codes, said = run(where, random.Random(asked.seed).sample(names, len(names)), until)
    if not codes:
        print(f"{name}: no mutant ran\n{said}")
        return False
    killed = sum(code in KILLED for code in codes.values())
    share = 100 * killed / len(codes)
    counted = f"{killed} of {len(codes)} killed ({share:.1f} %, at least {area.bar})"
    print(f"{name:16} {counted}, {len(every)} in all, seed {asked.seed}", flush=True)
    if asked.show:
        for key in sorted(key for key, code in codes.items() if code not in KILLED):
            print("  " + key, *changed_by(where, key), sep="\n    ", flush=True)
    return share >= area.bar


def main() -> int:
    """Measure the areas asked for, all of them by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("areas", nargs="*", choices=[[], *AREAS], default=[])
    parser.add_argument("--minutes", type=float, default=20, help="for all the areas together")
    parser.add_argument("--seed", type=int, default=1, help="which mutants are tried first")
    parser.add_argument("--only", default="*", help="mutants whose name fits this pattern")
    parser.add_argument("--again", action="store_true", help="those that survived before")
    parser.add_argument("--show", action="store_true", help="show each mutant that survived")
    asked = parser.parse_args()
    areas = {name: area for name, area in AREAS.items() if not asked.areas or name in asked.areas}
    end, met = time.monotonic() + 60 * asked.minutes, []
    for left, (name, area) in zip(range(len(areas), 0, -1), areas.items(), strict=True):
        now = time.monotonic()
        met.append(measured(name, area, asked, now + (end - now) / left))
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
