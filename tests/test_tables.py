"""Everything that goes by kind is told of every kind: a new one that was half made is found here, not in the room."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Mapping
from enum import Enum

import msgspec
import pytest

from data.i18n import told
from data.methods.agenda import TEMPLATES
from data.model import ACTIVITIES, RECORDS, ActivityKind
from data.model.kinds import named
from data.model.languages import LANGUAGES
from data.report.document import ALWAYS, sections
from screens.shell.screen import KringScreen
from tests.data.report.fields import FIELDS, decided, paths, values
from tests.data.report.whole import whole
from tests.test_architecture import PACKAGES, ROOT, modules


def tables_by_enum() -> list[tuple[str, type[Enum], Mapping[Enum, object]]]:
    """Every table of our modules whose keys are all members of one enumeration of the records."""
    found = []
    for package in PACKAGES:
        for name in modules(package):
            if name.endswith("__main__"):
                continue
            for called, table in vars(importlib.import_module(name)).items():
                if isinstance(table, Mapping) and table and called.isupper():
                    kinds = {type(key) for key in table}
                    kind = next(iter(kinds))
                    if len(kinds) == 1 and issubclass(kind, Enum) and kind.__module__.startswith("data.model"):
                        found.append((f"{name}.{called}", kind, table))
    return found


@pytest.mark.parametrize(
    ("name", "kind", "table"), tables_by_enum(), ids=[name for name, _kind, _table in tables_by_enum()]
)
def test_a_table_by_kind_has_every_kind(name: str, kind: type[Enum], table: Mapping[Enum, object]) -> None:
    assert set(table) == set(kind), f"{name} lacks {set(kind) - set(table)}"


@pytest.mark.parametrize("kind", ActivityKind)
def test_a_kind_of_activity_is_known_everywhere(kind: ActivityKind) -> None:
    spec = ACTIVITIES[kind]
    assert all(told(spec.title, language) for language in LANGUAGES)
    assert spec.minutes > 0
    screen = named(spec.screen)
    assert issubclass(screen, KringScreen) and screen.__name__ == spec.screen.partition(":")[2]
    assert screen.ABOUT and screen.every_command()
    assert {record.table for record in RECORDS} >= screen.TABLES
    for draws in ("compose_work", "show_data"):
        assert getattr(screen, draws) is not getattr(KringScreen, draws), f"{screen.__name__} has no {draws}"
    assert list(inspect.signature(named(spec.room)).parameters) == ["moment"]
    if spec.section:
        assert list(inspect.signature(named(spec.section.writes)).parameters) == ["view", "t"]
    known = {record.table: record for record in RECORDS}
    assert all("activity" in known[table].__struct_fields__ for table in spec.tables)


@pytest.mark.parametrize("kind", ActivityKind)
def test_every_kind_of_activity_has_a_journey(kind: ActivityKind) -> None:
    package = ACTIVITIES[kind].screen.split(".")[1]
    journeys = list((ROOT / "tests" / "screens").glob(f"test_{package}*.py"))
    assert journeys, f"there is no tests/screens/test_{package}.py"


def test_every_section_has_a_place_of_its_own() -> None:
    ranks = [spec.section.rank for spec in ACTIVITIES.values() if spec.section]
    assert len({*ALWAYS, *ranks}) == len(ALWAYS) + len(ranks) == len(sections())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.key)
def test_a_template_ends_with_what_comes_last(template) -> None:  # type: ignore[no-untyped-def]
    lasts = [ACTIVITIES[item.kind].last for item in template.items]
    assert lasts == sorted(lasts)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.table)
def test_of_every_field_it_is_decided_where_it_stands_and_every_field_is_filled(kind: type[msgspec.Struct]) -> None:
    table = kind.table  # type: ignore[attr-defined]
    every = dict(paths(kind))
    assert [path for path in every if not decided(table, path)] == [], "decide in tests/data/report/fields.py"
    assert [key for key in FIELDS.get(table, {}) if key.partition("/")[0] not in every] == [], "no such field any more"
    records = [*whole().tables.get(table, {}).values()]
    found = {path: [value for record in records for value in values(record, path)] for path in every}
    empty = [path for path, field in every.items() if all(v in (field.default, None, ()) for v in found[path])]
    assert empty == [], "fill it in tests/data/report/whole.py"
