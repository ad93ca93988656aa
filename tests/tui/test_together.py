"""Sharing in the application: what is told to the other laptops, what is heard of them, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from data.i18n import clock
from data.model import ActivityKind, Refused, Said, say
from data.network import Network, Noticed, RefusedLater
from data.network.reading import because
from data.settings import load
from data.together import nearby
from data.together.events import Ended, Event, Laptop, RoomPicture, Troubled, WithOthers
from screens.shell.together import Side
from tests.pilot import read, running, type_text, until
from tests.screens.group import group
from tui.cli import main
from tui.together import companions, needed, screen
from tui.together.pictures import SharedSource
from widgets.capture_line import CaptureLine
from widgets.pictures import packed, unpacked
from widgets.projected import Projected


class Line:
    """A sharing without a server; ``asked`` is how it was begun."""

    def __init__(self, *asked: Any, code: str = "") -> None:
        self.asked = asked
        self.code, self.room_code, self.address = code, code and f"{code}r", "192.168.1.20:4222"
        self.others: tuple[Laptop, ...] = ()
        self.alone_since: datetime | None = None
        self.to_send = 0
        self.read_only: Said | None = None
        self.places: list[str] = []
        self.pictures: list[bytes] = []
        self.used: Network | None = None
        self.closed = False
        self.tell: Callable[[Event], None] = lambda _: None

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        self.tell = listener
        return lambda: None

    def use(self, network: Network) -> None:
        self.used = network

    def at(self, place: str) -> None:
        self.places.append(place)

    def show_room(self, picture: bytes) -> None:
        self.pictures.append(picture)

    def close(self) -> None:
        self.closed = True


async def test_a_shared_network_tells_where_it_is_and_what_the_room_sees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Line] = []

    def shared(*asked: Any) -> Line:
        begun.append(Line(*asked, code="kring://x/y"))
        return begun[-1]

    monkeypatch.setattr(companions, "_shared", shared)
    path = group(tmp_path, [ActivityKind.CHECK_IN, ActivityKind.AGREEMENTS])
    async with running(path) as (app, pilot):
        app.keep_settings(laptop="Laptop van An")
        app.go("together")
        await app.together.share("127.0.0.1")
        (line,) = begun
        assert line.asked == (app.network, ("127.0.0.1", 0), "Laptop van An")
        standing = app.together.standing
        assert standing and (standing.side, standing.code) == (Side.HOST, "kring://x/y")
        await until(pilot, lambda: line.pictures)
        assert "Proefgroep" in str(unpacked(line.pictures[0]))
        app.go("a1")
        assert line.places[-1] == "a1"
        await until(pilot, lambda: app.screen is app.get_screen("a1") and app.screen.query(CaptureLine))
        assert line.used is app.network

        # What others did is told, with what was typed given back.
        line.tell(RefusedLater(say("This is no longer there: it was removed in another window."), say("x"), ("Weg",)))
        await until(pilot, lambda: app.screen.query_one(CaptureLine).value == "Weg")
        line.tell(Noticed(say("The room follows what is going on.")))
        await read(pilot, "De zaal volgt wat bezig is")
        assert app.together.standing and not app.together.standing.trouble
        another = say("Something else is being shared there now: ask for the current code.")
        line.alone_since = datetime.now().astimezone()
        line.tell(Noticed(another))
        await until(pilot, lambda: app.together.standing and app.together.standing.trouble == another)
        line.alone_since = None
        line.tell(Troubled(say("This is not saved.")))
        await until(pilot, lambda: app.together.standing and app.together.standing.trouble)
        line.tell(Troubled(None))
        line.others = (Laptop("Laptop van Bo", "co", "a1"), Laptop("Projector", "room"))
        line.tell(WithOthers())
        await until(pilot, lambda: app.together.standing and not app.together.standing.trouble)
        standing = app.together.standing
        assert standing and [(each.name, each.looks) for each in standing.others] == [
            ("Laptop van Bo", False),
            ("Projector", True),
        ]
        line.tell(Ended(say("Sharing ended.")))
        await until(pilot, lambda: app.together.standing is None)

        # Another network: the others go on without this laptop.
        await app.together.share("127.0.0.1")
        app.open_file(str(path))
        await until(pilot, lambda: begun[1].closed)
        assert app.together.standing is None
        await app.together.share("127.0.0.1")
    assert begun[2].closed
    assert load().laptop == "Laptop van An"


async def test_a_network_is_joined_in_a_copy_that_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = group(tmp_path, [ActivityKind.CHECK_IN])
    joined = Line()
    monkeypatch.setattr(companions, "_joined", lambda *_asked: joined)
    async with running(None) as (app, pilot):
        app.go("together")
        await app.together.join("kring://x/y", path)
        await read(pilot, "Je werkt mee; alles staat ook in")
        assert app.network.path == path
        joined.alone_since, joined.to_send = datetime.now().astimezone(), 7
        standing = app.together.standing
        assert standing and (standing.side, standing.to_send) == (Side.GUEST, 7) and standing.alone_since
        await app.together.join("kring://x/y", tmp_path / "none.kring.json")
        assert joined.closed and app.together.standing is None


async def test_a_copy_that_is_only_read_says_so_from_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = group(tmp_path, [ActivityKind.CHECK_IN])
    joined = Line()
    joined.read_only = because("0.0.1", "0.1.0")
    monkeypatch.setattr(companions, "_joined", lambda *_asked: joined)
    async with running(None) as (app, pilot):
        app.go("together")
        await app.together.join("kring://x/y", path)
        await read(pilot, "Installeer Kring 0.1.0")
        assert app.together.standing and app.together.standing.trouble == joined.read_only


def test_the_code_of_the_room_opens_no_network(tmp_path: Path) -> None:
    for code in ("nonsense", "kring://127.0.0.1:1/"):
        with pytest.raises(Refused):
            companions._joined(code, tmp_path / "x.kring.json", "x")


def test_a_viewer_shows_the_newest_picture_and_tells_when_none_come() -> None:
    line: Any = Line()
    source, now = SharedSource(line), datetime.now().astimezone()
    assert source.trouble == say("Waiting for the laptop that shares this.")
    line.tell(RoomPicture(packed(Projected(giant="Pauze"))))
    line.tell(RoomPicture(b"{"))
    assert source.picture(now).giant == "Pauze" and source.trouble is None
    line.alone_since = now
    assert source.trouble and source.trouble.fills == {"time": clock(now)}
    another = say("Something else is being shared there now: ask for the current code.")
    line.tell(Noticed(another))
    assert source.trouble == another
    line.alone_since = None
    line.tell(WithOthers())
    assert source.trouble is None
    line.tell(Ended(say("Sharing ended.")))
    assert source.trouble == say("Sharing ended.")
    source.close()
    assert line.closed


def _on(start: Callable[[], int], monkeypatch: pytest.MonkeyPatch) -> tuple[Path | None, Any]:
    """The file that a command opens the app on, and what it does there."""
    shown: list[tuple[Path | None, Any]] = []

    def show(path: Path | None, then: Any) -> int:
        shown.append((path, then))
        return 0

    monkeypatch.setattr(screen, "show", show)
    assert start() == 0
    return shown[0]


async def test_the_commands_open_the_app_where_others_are_let_in_or_joined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = group(tmp_path, [ActivityKind.CHECK_IN])
    asked: list[tuple[Any, ...]] = []

    def shared(*words: Any) -> Line:
        asked.append(words[1:])
        return Line(code="kring://x/y")

    def joined(*words: Any) -> Line:
        asked.append(words)
        return Line()

    monkeypatch.setattr(companions, "_shared", shared)
    monkeypatch.setattr(companions, "_joined", joined)
    opened, then = _on(lambda: screen.share(path, ("127.0.0.1", 4300), "Laptop An"), monkeypatch)
    assert opened == path
    async with running(path) as (app, pilot):
        then(app)
        await read(pilot, "Anderen komen binnen op")
        assert asked == [(("127.0.0.1", 4300), "Laptop An")]
        assert load().laptop == "Laptop An"
    opened, then = _on(lambda: screen.join("kring://x/y", path, ""), monkeypatch)
    assert opened is None
    async with running(None) as (app, pilot):
        then(app)
        await read(pilot, "Je werkt mee")
        assert asked[1:] == [("kring://x/y", path, app.together.name)]


@pytest.mark.parametrize("command", ["share", "join"])
def test_where_sharing_is_not_installed_that_is_said(
    tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(needed, "LIBRARIES", ("a library that is not there",))
    path = group(tmp_path, [ActivityKind.CHECK_IN])
    words = [str(path)] if command == "share" else ["kring://127.0.0.1:1/x", str(path)]
    assert main([command, *words]) == 1
    assert "kring[together]" in capsys.readouterr().err
    with pytest.raises(Refused):
        companions._joined("kring://127.0.0.1:1/x", path, "x")


async def test_who_shares_near_by_is_looked_for_beside_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KRING_NEARBY")
    there = [nearby.Nearby("Laptop van Lien", "192.168.1.20", 4222)]
    monkeypatch.setattr(nearby, "nearby", lambda: there)
    async with running(None) as (app, pilot):
        app.go("together")
        await read(pilot, "Laptop van Lien   192.168.1.20:4222")
        there.clear()
        await until(pilot, lambda: not app.together.neighbours)


async def test_without_a_code_who_is_near_is_offered_to_choose_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KRING_NEARBY")
    asked: list[tuple[Any, ...]] = []

    def joined(*words: Any) -> Line:
        asked.append(words)
        return Line()

    monkeypatch.setattr(companions, "_joined", joined)
    monkeypatch.setattr(nearby, "nearby", lambda: [nearby.Nearby("Laptop van Lien", "192.168.1.20", 4222)])
    path = group(tmp_path, [ActivityKind.CHECK_IN])
    _opened, then = _on(lambda: main(["join"]), monkeypatch)
    async with running(None) as (app, pilot):
        then(app)
        await read(pilot, "Met welke laptop")
        await pilot.press("1")
        await type_text(pilot, "k7wq")
        await pilot.press("enter")
        await read(pilot, "Waar wordt jouw kopie bewaard")
        await pilot.press("ctrl+u")
        await type_text(pilot, str(path))
        await pilot.press("enter")
        await until(pilot, lambda: [each[:2] for each in asked] == [("kring://192.168.1.20:4222/k7wq", path)])
