"""Contributions: what was asked a session before is brought, followed up, and asked again for the next one."""

from pathlib import Path

import pytest

from data.model import Activity, ActivityKind, Engagement, EngagementKind, Fate, Heard, Session
from data.verbs.contribution import brought_in, contributions
from screens.shell.screen import KringScreen
from tests.pilot import read, running, shown, type_text, until
from tests.screens.group import group

BEFORE = [
    Session(id="s2", number=2, date="2027-01-12"),
    Engagement(
        id="e0",
        session="s",
        kind=EngagementKind.CONTRIBUTION,
        text="Een functiekaart",
        who=("p4",),
        planned="s",
    ),
]


@pytest.fixture()
def path(tmp_path: Path) -> Path:
    return group(tmp_path, [ActivityKind.CONTRIBUTION, ActivityKind.RECAP], extra=BEFORE)


async def test_contributions_by_keyboard(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "▸ KAREL WOUTERS")
        await read(pilot, "Nog niets: typ de eerste regel, dan Enter.")
        assert "1 van 1" not in shown(app)
        assert "Voor vandaag" not in shown(app), "the only one stands on top"
        await pilot.press("tab")
        await read(pilot, "te gaan")
        await type_text(pilot, "Eén blad per functie")
        await pilot.press("enter")
        await read(pilot, "Eén blad per functie")
        assert app.state.get(Engagement, "e0").words == "Eén blad per functie"
        await pilot.press("f5")
        await read(pilot, "Wie brengt vandaag wat in?")
        await type_text(pilot, "Een planning; Els")
        await pilot.press("enter", "f6")
        await read(pilot, "2 van 2")
        await pilot.press("f6")
        await read(pilot, "Wat nemen we mee?")
        await type_text(pilot, "Klein beginnen")
        await pilot.press("enter", "f6")
        await type_text(pilot, "Het papierwerk")
        await pilot.press("enter")
        await read(pilot, "Van wie?")
        await type_text(pilot, "Het papierwerk; Stad A; in mei")
        await pilot.press("enter")
        await read(pilot, "Stad A · in mei")
        assert [each.text for each in contributions(app.state, "s2")] == ["Het papierwerk"]
        await pilot.press("f6")
        await read(pilot, "Dit is de laatste stap")
        assert [said.text for said in app.state.all(Heard)] == ["Eén blad per functie", "Klein beginnen"]
        await pilot.press("ctrl+z")
        await until(pilot, lambda: not contributions(app.state, "s2"))


async def test_what_did_not_come_goes_on_and_is_announced(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "▸ KAREL WOUTERS")
        await pilot.press("escape", "n")
        await read(pilot, "Wie brengt vandaag iets in?")
        assert [each.id for each in contributions(app.state, "s2")] == ["e0"]
        app.go("a1")
        await pilot.press("f5")
        await read(pilot, "Gevraagd om in te brengen")
        await pilot.press("i")
        await type_text(pilot, "Een planning; Els")
        await pilot.press("enter")
        await until(pilot, lambda: len(contributions(app.state, "s2")) == 2)
        await pilot.press("f9")
        assert isinstance(app.screen, KringScreen)
        seen = app.screen.projected()
        assert [(row.text, row.aside) for row in seen.items][-2:] == [
            ("Een functiekaart", "Karel"),
            ("Een planning", "Els"),
        ]
        await pilot.press("f9")
        await pilot.press("w")
        await read(pilot, "▸ Een functiekaart  Karel")
        await pilot.press("shift+tab")
        await type_text(pilot, "Drie vragen; Lien")
        await pilot.press("enter")
        await read(pilot, "▸ Drie vragen  Lien")
        assert len(contributions(app.state, "s2")) == 3
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, KringScreen))


async def test_it_is_let_go_with_the_reason_or_opened_again(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "▸ KAREL WOUTERS")
        await pilot.press("escape", "l")
        await type_text(pilot, "Karel is ziek")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.get(Engagement, "e0").fate is Fate.DROPPED)
        await pilot.press("a")
        await until(pilot, lambda: app.state.get(Engagement, "e0").waits)
        assert len(brought_in(app.state, app.state.get(Activity, "a0"))) == 1


async def test_beside_it_stands_who_brings_it_and_how_it_goes_and_what_of_theirs_is_open_is_not_for_the_room(
    demo: Path,
) -> None:
    async with running(demo, size=(120, 36), looking_along=True) as (app, pilot):
        app.go(next(item.id for item in app.state.all(Activity) if item.kind is ActivityKind.CONTRIBUTION))
        await read(pilot, "Kadir Yilmaz · Busbedrijf De Laatste Halte")
        text = shown(app)
        assert "Gevraagd in sessie 3" in text
        assert "  Om " in text
        assert " · 15 minuten" in text
        assert "Hoe het verloopt" in text
        assert "Nog open van Kadir" not in text
        await pilot.press("f8")
        await read(pilot, "Nog open van Kadir")
        await read(pilot, "leervraag · open")
        await pilot.resize_terminal(80, 15)
        await until(pilot, lambda: "Nog open van Kadir" not in shown(app))


async def test_who_is_not_in_the_network_is_told_and_kept(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "▸ KAREL WOUTERS")
        await pilot.press("f5")
        await type_text(pilot, "Een poster; Xavierr, Stad A")
        await pilot.press("enter")
        await read(pilot, "niet in het netwerk: Xavierr")
        assert "Xavierr, Stad A" not in shown(app).partition("niet in het netwerk")[2], "an organisation of it is known"
        await pilot.press("f6", "f6", "f6")
        await type_text(pilot, "Het papierwerk; Yvo")
        await pilot.press("enter")
        await read(pilot, "niet in het netwerk: Yvo")
        assert [each.named for each in contributions(app.state, "s2")] == ["Yvo"]
