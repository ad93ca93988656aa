"""Walk through three sessions of one network by keyboard, and count: ``python benchmarks/walk [--tree PATH]``.

Fifteen people: check-in, round table, speed dates, agreements, a brainstorm with clusters and counted hands, a
decision, fifteen evaluations and the close with its export; a second and a third session are shorter. Every key is
counted, those of words too. ``--tree`` walks through another checkout of Kring with the same tasks.

*Not meant* is a character of a text that did not end in the line it was typed for, and a text during whose typing
something was done. Whoever walks trusts what is seen: when a line looks ready and has not the focus, the first word
is lost on it (counted, not pressed: it would be commands), then Esc is found. A line that looks asleep costs its Esc.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from data.model import Vote
    from tui.app import Kring
    from widgets.capture_line import CaptureLine

PEOPLE = (
    *("Ada Bruyn", "Bart Cools", "Cleo Dams", "Dirk Eelen", "Ella Fret", "Filip Gys", "Gerda Hens", "Hilde Ides"),
    *("Ivo Jans", "Jana Kerk", "Koen Leys", "Lena Maes", "Mark Nijs", "Nora Ooms", "Olav Pels"),
)
QUESTIONS = (
    *("Hoe geef ik feedback zonder te kwetsen", "Wanneer is iemand klaar voor meer", "Hoe houd ik mensen hier"),
    *("Wat doe ik met wie niet wil leren", "Hoe meten we of iemand groeit"),
)
NOTES = (
    *("Fouten mogen maken #Houding", "Zelf het voorbeeld geven #Houding", "Oprecht luisteren #Houding"),
    *("Tijd vrijmaken om te leren #Middelen", "Een eigen leerbudget #Middelen", "Vaste plek in de planning #Middelen"),
    *("Iemand een stap verder duwen #Uitdagen", "Een opdracht buiten de comfortzone #Uitdagen"),
    *("Vragen stellen in plaats van zeggen #Uitdagen", "Samen terugblikken #Uitdagen"),
)
LATER = ("Elkaar bezoeken op het werk", "Een maatje uit een andere organisatie", "Elke maand een halve dag")
NAMED = {" ": "space", ",": "comma", ";": "semicolon", ":": "colon", "-": "minus", "#": "number_sign", "/": "slash"}
NAMED |= {".": "full_stop", "?": "question_mark", "_": "underscore"}


class Walker:
    """Somebody at the keyboard who looks at the screen."""

    def __init__(self, app: Kring, pilot: Any) -> None:
        self.app, self.pilot = app, pilot
        self.keys = self.unmeant = 0
        self.told: list[str] = []

    async def until(self, holds: Callable[[], object], what: str) -> None:
        """Look until something is there."""
        end = time.monotonic() + 20
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"{what} never came\n{self.seen()}")
            await self.pilot.pause(0.01)

    async def sees(self, text: str) -> None:
        """Look until this is on the screen."""
        await self.until(lambda: text in self.seen(), text)

    def seen(self) -> str:
        """The screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    async def press(self, *keys: str) -> None:
        """Press keys."""
        for key in keys:
            self.keys += 1
            await self.pilot.press(key)

    async def type(self, text: str, *, enter: bool = True) -> None:
        """Type a text in the line, and Enter."""
        await self._to_line(text)
        before, screen, held = self.app.state, self.app.screen, self._held()
        await self.press(*(NAMED.get(sign, sign) for sign in text))
        lost = max(0, len(text) - (self._held() - held))
        if lost or self.app.state is not before or self.app.screen is not screen:
            self._stray(max(lost, 1), f"“{text}” at {type(screen).__name__}")
        if enter:
            await self.press("enter")

    def _held(self) -> int:
        """How many characters stand in the lines of this screen."""
        return sum(len(line.value) for line in self._lines())

    def _lines(self) -> list[CaptureLine]:
        from widgets.capture_line import CaptureLine

        return [line for line in self.app.screen.query(CaptureLine) if line.region.area]

    async def _to_line(self, text: str) -> None:
        lines = self._lines()
        # A form has a line for each field: the one with the focus is marked.
        if len(lines) != 1 or lines[0].has_focus:
            return
        if not getattr(lines[-1], "asleep", ""):
            word = text.split(maxsplit=1)[0]
            self.keys += len(word)
            self._stray(len(word), f"“{word}” typed on what looked ready at {type(self.app.screen).__name__}")
        await self.press("escape")
        await self.until(lambda: any(line.has_focus for line in lines), "the line")

    def _stray(self, count: int, what: str) -> None:
        self.unmeant += count
        self.told.append(f"{count}  {what}")

    async def go(self, kind: str) -> None:
        """To an activity of this kind by its digit; past nine there is none."""
        await self.press("f2")
        programme = self.app.programme
        ids = [item.id for item in programme if item.kind.value == kind]
        place = [item.id for item in programme].index(ids[0])
        await self.press(
            *((str(place + 1),) if place < 9 else ("end", *["up"] * (len(programme) - 1 - place), "enter"))
        )
        await self.until(lambda: self.app.place == ids[0] and self.app.screen.is_mounted, kind)


def initials(name: str) -> str:
    """Two letters that name somebody."""
    return "".join(word[0] for word in name.split()).lower()


async def check_in(walker: Walker, people: tuple[str, ...]) -> None:
    """They come in by two letters each."""
    await walker.go("check_in")
    for name in people:
        await walker.type(initials(name))


async def round_table(walker: Walker) -> None:
    """Everybody has the floor and asks something; somebody joins in with every third question."""
    await walker.go("round_table")
    for place, name in enumerate(PEOPLE):
        await walker.press("f5")
        await walker.type(initials(name))
        await walker.type(QUESTIONS[place % 5])
        if place % 3 == 2:
            await walker.press("f6")
            await walker.type(initials(PEOPLE[place - 1]))


async def speed_dates(walker: Walker) -> None:
    """Two rounds are held."""
    await walker.go("speed_dates")
    await walker.press("space")
    for number in (1, 2):
        await walker.sees(f"onde {number} ")
        await walker.press("space", "n")


async def agreements(walker: Walker, *, rules: bool) -> None:
    """Two ground rules, one of their own, an action and the next date."""
    await walker.go("agreements")
    if rules:
        await walker.press("f5", "f6")
        await walker.type("Wie spreekt wordt niet onderbroken")
        await walker.press("f6")
    await walker.press("tab", "tab", "tab")
    await walker.type("Zaal reserveren; Lena Maes; 1 februari")
    await walker.press("tab")
    await walker.type("14/3 13:30-16:30 Gent")


async def brainstorm(walker: Walker, notes: tuple[str, ...]) -> None:
    """Notes with their clusters, and hands for every cluster; whoever types on makes another note."""
    await walker.go("brainstorm")
    for note in notes:
        await walker.type(note)
    if any("#" in note for note in notes):
        await walker.press("escape", "h")
        for hands in ("9", "12", "7"):
            await walker.press(*hands, "enter")
    await walker.press("f9", "f9")
    await walker.type("Elkaar bellen na een moeilijk gesprek")


def counted(vote: Vote) -> list[tuple[str | None, str]]:
    """What is counted by hands, in the order in which it is asked."""
    try:
        from data.methods.votes.ways import spec_of
    except ImportError:  # a Kring of before the ways had a module each
        return list(import_module("screens.decision_counting").cells(vote))
    return spec_of(vote).cells(vote)


async def decision(walker: Walker) -> None:
    """From the question to the action point: all of us by hands, and the outcome."""
    from data.model import Vote

    await walker.press("f2")
    await walker.press("end", "up", "a", "7")
    await walker.until(lambda: any(item.kind.value == "decision" for item in walker.app.programme), "the decision")
    await walker.go("decision")
    await walker.type("Waarover gaat sessie 2")
    await walker.type("uit de brainstorm")
    await walker.press("tab")
    await walker.type("nog twee sessies te gaan")
    await walker.press("f6")
    await walker.type("Feedback geven oefenen")
    await walker.type("Loon en talent")
    await walker.press("f6")
    await walker.type("iedereen heeft het nodig")
    await walker.press("f6", "enter", "1", "enter")
    await walker.until(lambda: walker.app.state.all(Vote), "the vote")
    vote = walker.app.state.all(Vote)[0]
    counts = {"answered": ["15"], "abstained": [""], "agree": ["15", "9"]}
    for _proposal, answer in counted(vote):
        await walker.press(*counts[answer].pop(0), "enter")
    await walker.press("f6", "f9", "f9", "f6")
    await walker.type(" samen met Koen")
    await walker.type("Oefencase meebrengen; Koen Leys; 10 maart")


async def evaluation(walker: Walker, forms: int) -> None:
    """Three scores each, and a learning point on every third form."""
    await walker.go("evaluation")
    for number in range(forms):
        await walker.press(*("879", "788", "998", "687")[number % 4])
        if number % 3 == 0:
            await walker.type(f"leerpunt {number}")
        await walker.press("f5")
    await walker.press("f6")


async def close(walker: Walker, folder: Path) -> None:
    """The summary is exported in the first format, and the session is closed."""
    await walker.go("close")
    await walker.press("f5")
    await walker.until(lambda: walker.app.place == "export", "where to")
    await walker.press("tab")
    await walker.press(*(NAMED.get(sign, sign) for sign in str(folder)), "enter")
    await walker.until(lambda: list(folder.glob("*")), "the summary")
    await walker.press("escape", "f6")


async def session(path: Path, number: int, folder: Path) -> Walker:
    """One session; the file is opened and closed around it."""
    from data.settings import Settings
    from tui.app import Kring

    app = Kring(Settings(language="nl"), path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        walker = Walker(app, pilot)
        # It opens where it was left: at the close of the session before, from which Enter goes on to this one.
        if app.session.number != number:
            await walker.press("enter")
            await walker.until(lambda: app.session.number == number, f"session {number}")
        await check_in(walker, PEOPLE if number == 1 else PEOPLE[:12])
        if number == 1:
            await round_table(walker)
            await speed_dates(walker)
            await agreements(walker, rules=True)
        await brainstorm(walker, NOTES if number == 1 else LATER)
        if number == 1:
            await decision(walker)
        await evaluation(walker, 15 if number == 1 else 12)
        await close(walker, folder)
    return walker


def plan(path: Path, number: int) -> None:
    """The network with its first session, or one more session: what is done between sessions, without keys."""
    from data.model import SessionStatus, Stamp, State
    from data.network import Network
    from data.verbs import network

    if number == 1:
        names = "\n".join(f"{name}; Huis {place % 5}" for place, name in enumerate(PEOPLE))
        at = Stamp(datetime.now().astimezone().isoformat(timespec="seconds"), "9d0c3f0e-5a4e-4f6e-9a53-0123456789ab")
        begun = network.start_network(State(), at, name="Kring Test", participants=names, template="kick_off")
        Network.create(path, begun.puts).close()
        return
    file = Network.open(path)
    for going in (each for each in network.sessions(file.state) if each.status is SessionStatus.OPEN):
        file.apply(network.close_session, session=going.id)
    coming = [each for each in network.sessions(file.state) if each.number == number]
    file.apply(network.plan_session, template="working", **({"session": coming[0].id} if coming else {})).wait(10)
    file.close()


def main() -> None:
    """Walk, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tree", type=Path, default=Path(__file__).parents[2], help="the checkout to walk through")
    sys.path.insert(0, str(parser.parse_args().tree))
    from data.i18n import set_language

    set_language("nl")
    keys = unmeant = 0
    with tempfile.TemporaryDirectory(prefix="w") as name:
        folder = Path(name)
        for number in (1, 2, 3):
            plan(folder / "w.kring.json", number)
            out = folder / str(number)
            walker = asyncio.run(session(folder / "w.kring.json", number, out))
            print(f"session {number}: {walker.keys} keys, {walker.unmeant} not meant")
            print("".join(f"    {told}\n" for told in walker.told), end="", flush=True)
            keys, unmeant = keys + walker.keys, unmeant + walker.unmeant
    print(f"three sessions: {keys} keys, {unmeant} not meant")


if __name__ == "__main__":
    main()
