"""Somebody comes in, leaves or is back, whatever is going on."""

from functools import partial
from pathlib import Path

from data.model import ActivityKind, Attendance, Participant, Presence
from data.verbs.check_in import attendance
from tests.pilot import read, running, shown, type_text, until
from tests.screens.group import group
from tui.app import Kring


def presence(app: Kring, id_: str) -> Presence | None:
    here = attendance(app.state, "s").get(id_)
    return here.presence if here else None


def is_so(app: Kring, wanted: Presence) -> bool:
    return presence(app, "p6") is wanted


async def test_in_out_and_back_while_a_line_is_being_typed(tmp_path: Path) -> None:
    path = group(tmp_path, [ActivityKind.ROUND_TABLE, ActivityKind.CHECK_IN])
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "line")
        await type_text(pilot, "half een zin")
        await pilot.press("f7")
        await read(pilot, "Wie komt binnen, vertrekt of is terug?")
        await type_text(pilot, "lv")
        await read(pilot, "komt binnen, om")
        await pilot.press("enter")
        await until(pilot, lambda: presence(app, "p6") is Presence.PRESENT)
        assert attendance(app.state, "s")["p6"].since
        await read(pilot, "› half een zin")
        assert app.focused is not None
        assert app.focused.id == "line"
        await type_text(pilot, " verder")
        await read(pilot, "› half een zin verder")
        for note, after in (("vertrekt, om", Presence.LEFT), ("is terug", Presence.PRESENT)):
            await pilot.press("ctrl+n")
            await type_text(pilot, "lien")
            await read(pilot, note)
            await pilot.press("enter")
            await until(pilot, partial(is_so, app, after))


async def test_another_by_arrows_and_back_by_escape(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        app.go("a0")
        await read(pilot, "van 7 aanwezig")
        await pilot.press("f7")
        await type_text(pilot, "an")
        await pilot.press("down", "enter")
        await until(pilot, lambda: presence(app, "p1") is Presence.PRESENT)
        await pilot.press("f7")
        await type_text(pilot, "an")
        await pilot.press("escape")
        await until(pilot, lambda: "Wie komt binnen" not in shown(app))
        assert presence(app, "p0") is None


async def test_a_stranger_is_added_by_a_second_enter(tmp_path: Path) -> None:
    here = Attendance(id="x", session="s", participant="p2", presence=Presence.PRESENT)
    async with running(group(tmp_path, [ActivityKind.CHECK_IN], extra=[here]), size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "van 7 aanwezig")
        await pilot.press("f7")
        await type_text(pilot, "Zita [/] Zon")
        await pilot.press("enter")
        await read(pilot, "Druk nog eens op Enter")
        assert len(app.state.all(Participant)) == 7
        await pilot.press("enter")
        await until(pilot, lambda: len(app.state.all(Participant)) == 8)
        await read(pilot, "Zita [/] Zon")
        await read(pilot, "2 van 8 aanwezig")
