"""What the project says of itself holds together: its metadata, its hosted checks and its make file."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
HOSTED = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")


def test_every_python_that_is_promised_is_tried() -> None:
    promised = [name.rpartition(" ")[2] for name in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", name)]
    tried = re.search(r"python: \[(.*)\]", HOSTED)
    assert tried and re.findall(r'"([\d.]+)"', tried[1]) == promised
    assert PROJECT["requires-python"] == f">={promised[0]}"


def test_every_system_that_is_promised_is_tried() -> None:
    assert "system: [ubuntu-latest, macos-latest, windows-latest]" in HOSTED
    promised = {name.split(" :: ")[1] for name in PROJECT["classifiers"] if name.startswith("Operating System")}
    assert promised == {"MacOS", "Microsoft", "POSIX"}


def test_the_hosted_checks_are_the_ones_that_run_here() -> None:
    assert [line.strip() for line in HOSTED.splitlines() if "run:" in line and line.strip() != "run:"] == [
        "- run: .ci/run"
    ]


def test_what_users_install_has_no_tools_in_it() -> None:
    extras = PROJECT["optional-dependencies"]
    assert set(extras) >= {"all", "dev"}
    assert not {name for name in extras["all"] if name.startswith(("pytest", "mypy", "ruff", "babel"))}
    assert ".[all,dev]" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_everything_that_is_installed_is_pinned() -> None:
    pinned = {
        re.split("[=;]", line)[0].strip().lower().replace("_", "-")
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    }
    extras = PROJECT["optional-dependencies"]
    asked = [*PROJECT["dependencies"], *(name for extra in extras.values() for name in extra)]
    own = f"{PROJECT['name']}["
    for requirement in {name for name in asked if not name.startswith(own)}:
        found = re.match(r"[\w-]+", requirement)
        assert found and found[0].lower() in pinned, requirement
