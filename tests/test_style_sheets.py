"""Style sheets are read once for the whole program: a rule without its screen's name would reach every other screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from textual.css.model import SelectorType
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.pilot import Pilot

from data.model import ActivityKind
from data.settings import Settings
from screens.network.new_network import NewNetworkScreen
from tests.pilot import read, running, shown, until
from tests.screens.group import group
from tests.test_architecture import PACKAGES, ROOT, own_classes
from tui.app import Kring
from widgets.roster import Roster

HOUSE = ROOT / "tui" / "kring.tcss"
"""The one sheet for all screens: its classes are the house style, and its ids stand under a screen all the same."""

SHEETS = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.tcss"))


def beginnings(sheet: Path) -> list[tuple[SelectorType, str]]:
    """How every selector of a sheet begins: with a type, an id or a class, and which."""
    read_alone = Stylesheet(variables=Kring(Settings()).get_css_variables())
    read_alone.read(sheet)
    return [(at.selectors[0].type, at.selectors[0].name) for rule in read_alone.rules for at in rule.selector_set]


@pytest.mark.parametrize("sheet", [sheet for sheet in SHEETS if sheet != HOUSE], ids=lambda path: path.name)
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
    read_by = set()
    for kind in own_classes():
        named = vars(kind).get("CSS_PATH", [])
        folder = Path(str(sys.modules[kind.__module__].__file__)).parent
        read_by |= {(folder / sheet).resolve() for sheet in ([named] if isinstance(named, str) else named or [])}
    assert set(SHEETS) <= read_by


def test_no_rule_of_the_house_names_an_id_of_any_screen() -> None:
    assert not [name for type_, name in beginnings(HOUSE) if type_ is SelectorType.ID]


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
