"""What a page is about stands in drawn letters on a high screen: the newest network on Home, an address to dictate."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.addresses import Address
from data.model import ActivityKind, Profile, Session, SessionStatus
from tests.pilot import network_file, read, read_large, running, shown, until
from tests.screens.group import group
from tests.screens.test_together import HOST, Pretended
from widgets.listing import Listing

SHORT, LONG = "Klankbordgroep", "Lerend netwerk leidinggevenden in de zorg X"


def named(folder: Path, name: str, file: str) -> Path:
    opened = Session(id="s", number=4, status=SessionStatus.OPEN, date="2027-03-16")
    return network_file(folder, [Profile(id="p", name=name), opened], file)


@pytest.mark.parametrize(("rows", "large"), [(50, True), (46, True), (45, False), (36, False)])
async def test_the_newest_network_alone_is_drawn_on_home(tmp_path: Path, rows: int, large: bool) -> None:
    newest, other = named(tmp_path, SHORT, "een.kring.json"), named(tmp_path, "Ander netwerk", "twee.kring.json")
    async with running(newest, size=(200, rows), looking_along=False) as (app, pilot):
        app.keep_settings(recent=(str(newest), str(other)))
        app.go("home")
        await read(pilot, "Ander netwerk")
        await (read_large if large else read)(pilot, SHORT)
        await read(pilot, "ga verder met sessie 4")
        text = shown(app)
        assert "een.kring.json" in text and "n  Nieuw netwerk" in text and "F8 de zaal kijkt mee" in text
        assert (f"1  {SHORT}" in text) != large


async def test_a_long_name_takes_a_second_line(tmp_path: Path) -> None:
    async with running(named(tmp_path, LONG, "lang.kring.json"), size=(200, 50)) as (app, pilot):
        app.go("home")
        await read_large(pilot, "Lerend netwerk")
        await read_large(pilot, "leidinggevenden in de zorg X")


@pytest.mark.parametrize(
    ("hosts", "rows", "large"),
    [
        (["192.168.100.200"], 50, True),
        (["192.168.100.200"], 45, False),
        (["192.168.100.200", "2001:db8:0:1234:5678:abcd:ef01:2345"], 50, False),
        ([f"10.0.0.{number}" for number in range(5)], 50, False),
    ],
)
async def test_addresses_to_choose_from_are_drawn_where_all_of_them_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hosts: list[str], rows: int, large: bool
) -> None:
    monkeypatch.setattr("screens.network.together.own_addresses", lambda: [Address(host, "wlan0") for host in hosts])
    async with running(group(tmp_path, [ActivityKind.CHECK_IN]), size=(200, rows)) as (app, pilot):
        app.together = Pretended()
        app.go("together")
        for host in (*hosts, "127.0.0.1"):
            await (read_large if large else read)(pilot, host)
        listing = app.screen.query_one(Listing)
        await until(pilot, lambda: listing.virtual_size.height == listing.size.height)
        await pilot.press("enter")
        await (read_large if large or rows == 50 else read)(pilot, HOST.address)
