"""Style sheets are read once for the whole program: a rule without its screen's name would reach every other screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from textual.css.model import SelectorType
from textual.css.scalar import Scalar
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.pilot import Pilot

from data.model import ActivityKind
from data.settings import Settings
from screens.dialogs.ask import AskLine
from screens.network.new_network import NewNetworkScreen
from tests.pilot import read, running, shown, until
from tests.screens.group import group
from tests.sparing import READ_EACH_TIME
from tests.test_architecture import PACKAGES, ROOT, own_classes
from tui.app import Kring
from tui.sheets import DIALOGS, read_sheets
from widgets.roster import Roster

HOUSE = {ROOT / "tui" / "kring.tcss", ROOT / "tui" / "dialogs.tcss"}
"""The sheets for all screens and dialogs: their classes are the house style, and their ids stand under one too."""

SHEETS = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.tcss"))


def beginnings(sheet: Path) -> list[tuple[SelectorType, str]]:
    """How every selector of a sheet begins: with a type, an id or a class, and which."""
    read_alone = Stylesheet(variables=Kring(Settings()).get_css_variables())
    read_alone.read(sheet)
    return [(at.selectors[0].type, at.selectors[0].name) for rule in read_alone.rules for at in rule.selector_set]


@pytest.mark.parametrize("sheet", [sheet for sheet in SHEETS if sheet not in HOUSE], ids=lambda path: path.name)
def test_every_rule_stands_under_a_screen_of_its_package(sheet: Path) -> None:
    package = ".".join(sheet.parent.relative_to(ROOT).parts)
    own = {
        kind.__name__
        for kind in own_classes()
        if issubclass(kind, DOMNode) and f"{kind.__module__}.".startswith(f"{package}.")
    }
    found = beginnings(sheet)
    assert found
    for type_, name in found:
        assert type_ is SelectorType.TYPE and name in own, f"{sheet.name}: {name} has no screen in front of it"


def test_every_sheet_is_read_by_something() -> None:
    read_by = {DIALOGS}
    for kind in own_classes():
        named = vars(kind).get("CSS_PATH", [])
        folder = Path(str(sys.modules[kind.__module__].__file__)).parent
        read_by |= {(folder / sheet).resolve() for sheet in ([named] if isinstance(named, str) else named or [])}
    assert set(SHEETS) <= read_by


def test_no_rule_of_the_house_names_an_id_of_any_screen() -> None:
    assert not [name for sheet in HOUSE for type_, name in beginnings(sheet) if type_ is SelectorType.ID]


async def check_in(pilot: Pilot[None], app: Kring) -> str:
    """Check-in as it is drawn, without the bar with the clock."""
    app.go("a0")
    await read(pilot, "van 7 aanwezig")
    await until(pilot, lambda: app.screen.query_one(Roster).size.height)
    await read(pilot, "Kadir")
    return "\n".join(shown(app).splitlines()[2:])


async def test_check_in_is_the_same_after_new_network_was_opened(tmp_path: Path) -> None:
    path = group(tmp_path, [ActivityKind.CHECK_IN])
    async with running(path) as (app, pilot):
        alone = await check_in(pilot, app)
        assert "Stad A" in alone
    async with running(path) as (app, pilot):
        app.go("new")
        await until(pilot, lambda: isinstance(app.screen, NewNetworkScreen))
        await read(pilot, "Een nieuw netwerk")
        assert await check_in(pilot, app) == alone


async def test_a_dialog_has_its_looks_though_no_start_reads_them(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        app.go("programme")
        assert not app.stylesheet.has_source(str(DIALOGS), "")
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        assert app.screen.query_one(".sheet").styles.max_width == Scalar.parse("100")
        assert app.screen.query_one(".sheet-foot").size.height == 1


async def test_a_sheet_that_is_read_later_leaves_the_others_as_they_were_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.css.stylesheet.Stylesheet._parse_rules", READ_EACH_TIME)
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, _pilot):
        before = {id(rule) for rule in app.stylesheet.rules}
        read_sheets(app)
        assert before < {id(rule) for rule in app.stylesheet.rules}
