"""The page of words speaks of what there is."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from functools import cache

from tests.test_architecture import ROOT, SOURCES

PAGES = [(ROOT / name).read_text(encoding="utf-8") for name in ("CONTRIBUTING.md", "docs/words.md")]


@cache
def classes() -> dict[str, set[str]]:
    """Every class by name -> the modules it stands in."""
    found = defaultdict(set)
    for path in SOURCES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                found[node.name].add(path.relative_to(ROOT).as_posix())
    return found


def test_every_class_and_every_path_that_is_named_is_there() -> None:
    known = classes()
    for page in PAGES:
        for name in re.findall(r"`([A-Z][a-z]+(?:[A-Z][a-z]+)*)`", page):
            assert name in known, name
        for path in re.findall(r"`((?:data|docs|screens|tests|tui|widgets)/[\w./]+\.\w+)`", page):
            assert (ROOT / path).exists(), path


def test_every_test_that_is_named_is_there() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    for name in re.findall(r"`(test_\w+)`", PAGES[0]):
        assert f"def {name}(" in tests, name


def test_a_name_that_stands_for_two_things_is_told_apart() -> None:
    page = PAGES[1]
    apart = page[page.index("## The same name in two places") :]
    for name in ("Way", "Kind", "Stage", "Proposal", "Person"):
        assert all(f"`{path}`" in apart for path in classes()[name]), name
