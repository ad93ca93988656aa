"""Working together, as far as this laptop shows it: how to begin, the codes, who is in, and when the line is down."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from data.addresses import Address
from data.i18n import set_language
from data.model import ActivityKind, Refused, State, say
from screens.network import together_view as view
from screens.shell.standing import mark
from screens.shell.together import Neighbour, Other, Side, Standing
from tests.pilot import read, running, shown, type_text, until
from tests.screens.group import group
from widgets import qr
from widgets.listing import Listing

CODE, ROOM = "kring://192.168.1.20:4222/geheim-van-de-sessie", "kring://192.168.1.20:4222/kijken"
HOST = Standing(side=Side.HOST, address="192.168.1.20:4222", code=CODE, room_code=ROOM)


@dataclass
class Pretended:
    """Sharing without any other laptop."""

    standing: Standing | None = None
    name: str = "Mijn laptop"
    neighbours: list[Neighbour] = field(default_factory=list)
    asked: list[tuple[str, ...]] = field(default_factory=list)
    refuses: bool = False

    def look(self) -> None:
        """Nobody is heard of but who is put there."""

    async def looked(self) -> None:
        """They answer at once."""

    async def share(self, host: str, port: int = 0) -> None:
        assert not port
        self.asked.append(("share", host))
        if self.refuses:
            raise Refused(say("Nothing can be served at {where}: {why}.", where=host, why="bezet"))
        self.standing = HOST

    async def join(self, code: str, path: Path) -> None:
        self.asked.append(("join", code, str(path)))
        if self.refuses:
            raise Refused(say("Nobody shares a network at that address."))

    async def leave(self) -> None:
        self.standing = None

    def at(self, place: str) -> None:
        self.asked.append(("at", place))


async def test_others_are_let_in_seen_and_left_and_the_room_reads_no_code(tmp_path: Path) -> None:
    path = group(tmp_path, [ActivityKind.CHECK_IN, ActivityKind.BRAINSTORM])
    async with running(path, size=(80, 24)) as (app, pilot):
        others = app.together = Pretended(refuses=True)

        def stands(standing: Standing) -> None:
            others.standing = standing
            app.changed.publish(frozenset({"together"}))

        await pilot.press("ctrl+p")
        await type_text(pilot, "samen")
        await pilot.press("enter")
        await read(pilot, "127.0.0.1")
        await pilot.press("enter")
        await read(pilot, "kan niets aangeboden worden: bezet")
        others.refuses = False
        await pilot.press("end", "enter")
        await read(pilot, "Anderen komen binnen op 192.168.1.20:4222")
        assert others.asked[-1] == ("share", "127.0.0.1")

        # The room is watching: no code, not as a picture either.
        await read(pilot, "F8 toont ze")
        await pilot.press("q")
        await read(pilot, "De zaal kijkt mee")
        assert "geheim" not in shown(app)
        await pilot.press("f8")
        await read(pilot, f"kring join {ROOM}")
        assert f"kring join {CODE}" in shown(app)
        await until(pilot, lambda: "F8 verbergt de codes weer." in shown(app))
        await pilot.press("j")  # it would send them away
        await read(pilot, "x gaat eerst alleen verder")
        await pilot.press("q")
        await read(pilot, "█▀▀▀▀▀█")
        await pilot.press("escape", "f9")
        await until(pilot, lambda: "geheim" not in shown(app) and "█" in shown(app))
        await pilot.press("f9")

        # Who is in and where; then the line drops.
        stands(Standing(Side.HOST, "x", CODE, ROOM, (Other("Lien", "a1"), Other("Zaal", looks=True))))
        await read(pilot, "⇄ Lien · Brain")
        await read(pilot, "toont wat de zaal ziet")
        stands(Standing(Side.GUEST, "x", alone_since="2027-03-16T14:02:00+01:00", to_send=7))
        await read(pilot, "⇄ alleen sinds 14:02, 7 te sturen")
        await read(pilot, "Enter laat de anderen hier binnen, als de eerste laptop niet terugkomt")
        await pilot.press("x")
        await until(pilot, lambda: "⇄" not in shown(app))
        others.refuses = True
        await pilot.press("j")
        await type_text(pilot, "kring:y")
        await pilot.press("enter")
        await read(pilot, str(path)[:30])
        await pilot.press("enter")
        await read(pilot, "Niemand deelt een netwerk op dat adres")
        others.refuses = False
        await pilot.press("j")
        await read(pilot, "› kring:y")  # a wrong letter is mended
        await pilot.press("end", "backspace", "x", "enter")
        await read(pilot, str(path)[:30])
        await pilot.press("enter")
        await until(pilot, lambda: others.asked[-1] == ("join", "kring:x", str(path)))
        others.neighbours = [Neighbour("Laptop van Lien", "192.168.1.20:4222")]
        app.changed.publish(frozenset({"together"}))
        await pilot.press("escape")
        app.go("together")
        await pilot.press("j")
        await read(pilot, "Met welke laptop")
        await pilot.press("1")
        await type_text(pilot, "k7wq")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: others.asked[-1] == ("join", "kring://192.168.1.20:4222/k7wq", str(path)))
        app.go("a1")
        await read(pilot, "Brainstorm")
        await until(pilot, lambda: app.screen is app.get_screen("a1") and app.screen.query("#board"))
        assert ("at", "a1") in others.asked


def test_in_the_bar_it_stands_in_a_few_words() -> None:
    assert mark(None, State()) == ""
    assert mark(HOST, State()) == "gedeeld"
    many = (Other("Zaal", looks=True), Other("Lien", "programme"), Other("An", "weg"))
    assert mark(Standing(Side.GUEST, others=many), State()) == "Lien · Programma +1"
    assert mark(Standing(Side.GUEST, others=many[2:]), State()) == "An"
    assert mark(Standing(Side.GUEST, alone_since="2027-03-16T14:02:00+01:00"), State()) == "alleen sinds 14:02"
    set_language("en")
    alone = Standing(Side.GUEST, alone_since="2027-03-16T14:02:00+01:00", to_send=7)
    assert mark(alone, State()) == "alone since 14:02, 7 to send"


def test_a_code_is_drawn_square_with_a_border() -> None:
    drawn = qr.drawn(CODE)
    assert drawn is not None
    lines = drawn.plain.split("\n")
    assert len({len(line) for line in lines}) == 1 and len(lines) == (len(lines[0]) + 1) // 2
    assert not lines[0].strip() and lines[1].startswith("  █▀▀▀▀▀█")


async def test_without_a_network_nothing_is_let_in_and_escape_goes_home() -> None:
    async with running(None, size=(80, 24)) as (app, pilot):
        app.together = others = Pretended()
        await pilot.press("s")
        await read(pilot, "Meewerken met een andere laptop")
        assert "Esc Terug" in shown(app)
        await pilot.press("enter", "1", "escape")
        await read(pilot, "n Nieuw netwerk")
        assert others.asked == []


@pytest.mark.parametrize(("height", "between"), [(16, 0), (24, 1), (36, 1), (45, 1)])
async def test_there_is_air_between_the_addresses_where_there_are_rows_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, height: int, between: int
) -> None:
    found = [Address("192.168.1.20", "wlan0"), Address("10.0.0.5", "eth0")]
    monkeypatch.setattr("screens.network.together.own_addresses", lambda: found)
    async with running(group(tmp_path, [ActivityKind.CHECK_IN]), size=(120, height)) as (app, pilot):
        app.go("together")
        await read(pilot, "127.0.0.1")

        def apart() -> list[int]:
            rows = [y for y, line in enumerate(shown(app).splitlines()) if "wlan0" in line or "eth0" in line]
            return [below - above - 1 for above, below in pairwise(rows)]

        await until(pilot, lambda: apart() == [between])
        assert app.screen.query_one(Listing).chosen == "192.168.1.20", "the likely one"


def test_the_name_of_this_laptop_stands_out_of_its_sentence_and_what_an_address_is_does_not() -> None:
    set_language("nl")
    told = view.called("laptop")
    assert told.plain.startswith("Deze laptop heet laptop   n")
    (bold,) = [span for span in told.spans if span.style == "bold $foreground"]
    assert (bold.start, bold.end) == (17, 23)
    for _host, row in view.addresses([Address("192.168.1.20", "wlan0")]):
        assert str(row.spans[-1].style).startswith("not bold")
