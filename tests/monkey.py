"""A monkey at the keyboard: random keys and pastes over every screen, and what must hold after each of them.

Nothing crashes; a line that looks ready has the focus; no text that was typed in a line is gone unless it was taken,
changed or left; and the state after undoing all of it equals the state before.
"""

from __future__ import annotations

from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import msgspec
from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import TextArea

from data.demo import demo_records
from data.model import Keep, State
from data.network import Network
from data.network.task import Applied as Task
from data.store.history import DEPTH
from data.text import line as line_of
from screens.brainstorm.screen import BrainstormScreen
from screens.dialogs.paste import PasteSheet
from tests.pilot import NAMES, network_file, running, shown
from tui.app import Kring
from widgets.capture_line import CaptureLine
from widgets.evaluation_answers import Answers

ROUND = 160
"""Keys until all is undone and compared."""

WORDS = (
    *("ja", "nee", "an p", "an1", "Els", "lien ja", "Goed luisteren", "[/] vet", "é&", "3", "12", "15", "99", "1 2 3"),
    *("7,5 8 6", "#1 idee", "idee #Houding", "+2 uit het groepje", "?wie", "!wat", "zaal boeken; An; 3 maart"),
    *("14/3 13:30 Gent", *"abcdefghijklmnopqrstuvwxyz?=+-/0123456789"),
)
PASTES = (
    *("een\ntwee\ndrie", "één regel", "Cas Baert\r\nSaar Sels\r\n", "[bold]x[/]\n\n\n", "a\x1b[31mb\x07"),
    *("\N{FAMILY} gezin", "9" * 400),
)
PLAIN = (*["enter"] * 5, *["escape"] * 3, "tab", "shift+tab", "space", "delete", "backspace")
MOVES = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "shift+down", "shift+right", "ctrl+up")
FAR = ("f1", "f2", "f3", "f4", "f5", "f5", "f6", "f6", "f7", "f8", "f9", "shift+f6", "shift+f5")
CONTROL = (*(f"ctrl+{letter}" for letter in "abcdefgklnoprstuvwxyz"), "ctrl+home")
EDITS = {"backspace", "delete", "tab", "enter", "escape", *NAMES.values(), *(f"ctrl+{sign}" for sign in "dfkuvwxyz")}
"""What may change or take the text of the line that has the focus."""

SIZES = ((80, 24), (120, 36), (40, 15))
GONE = ("who", "palette", "turn")
"""Lines in which a name or a command is looked for: they begin empty each time."""

ON_BOARD = "ask"
"""The line of the board in which a text is asked, or looked for: a cluster by a few letters, post-its to show."""

FORM = ":form"
SETS = (":subgroup", ":cluster", ":kind", FORM)
"""Drafts that are no text in a line; that of a form holds the texts of all its lines."""

FOLLOWS = "new:file"
"""The draft of a file whose name follows what the network is called."""


@dataclass
class Tally:
    """How far it came: keys, rounds compared and left out, changes undone; ``faults`` are what did not hold.

    A round is left out when it went to another network, or did what undo excludes by contract (the close of a secret
    vote, forgetting somebody).
    """

    keys: int = 0
    compared: int = 0
    left_out: int = 0
    undone: int = 0
    faults: list[str] = field(default_factory=list)


class Monkey:
    """Presses what its seed says on the application with this network."""

    def __init__(self, seed: int, app: Kring, pilot: Pilot[None], path: Path) -> None:
        self._random = Random(seed)
        self._app, self._pilot, self._path = app, pilot, path
        self._trail: list[str] = []
        self.tally = Tally()

    async def play(self, keys: int) -> Tally:
        """Press about so many keys, in rounds that are undone."""
        while self.tally.keys < keys:
            if self._app.open_network is None or self._app.open_network.path != self._path:
                self._app.open_file(str(self._path))
                await self._pilot.pause()
            await self._round(self._app.network)
        return self.tally

    async def _round(self, network: Network) -> None:
        before, history, until = network.state, network._desk.history, self.tally.keys + ROUND
        self._trail.clear()
        history.clear()
        with _not_undone(network) as excluded:
            while self.tally.keys < until and len(history.undoes) < DEPTH - ROUND // 8:
                await self._go_on()
                if self._app.open_network is not network:
                    break
        if excluded or self._app.open_network is not network:
            self.tally.left_out += 1
            return
        while history.undoes:
            network.undo()
            self.tally.undone += 1
        await self._pilot.pause()
        if differs := _differences(before, network.state):
            self._fault(f"undone, and not as before: {differs[:3]}")
        self.tally.compared += 1

    async def _go_on(self) -> None:
        among, press = self._random.choice, self._press
        what = self._random.random()
        if what < 0.34:
            for character in among(WORDS):
                await press(NAMES.get(character, character))
        elif what < 0.39:
            text = among(PASTES)
            self._app.post_message(Paste(text))
            await self._watched(f"paste({text[:12]!r})", self._pilot.pause(), edits=True)
        elif what < 0.95:
            await press(among(PLAIN if what < 0.62 else MOVES if what < 0.76 else FAR))
        else:
            await press(among(CONTROL))
        if self._trail[-1] == "f2":
            await press(str(self._random.randint(1, 9)))

    async def _press(self, key: str) -> None:
        await self._watched(key, self._pilot.press(key), edits=len(key) == 1 or key in EDITS)

    # -- what holds

    async def _watched(self, key: str, done: Awaitable[object], *, edits: bool) -> None:
        app = self._app
        self._trail.append(key)
        self.tally.keys += 1
        before, state = _texts(app), app.state if app.open_network else None
        edited = ""
        if edits and isinstance(app.focused, CaptureLine | TextArea):
            edited = app.focused.value if isinstance(app.focused, CaptureLine) else app.focused.text
        elif key == "backspace" and isinstance(app.screen, PasteSheet):
            edited = app.screen._pasted.line.value  # what was typed on behind that question is corrected
        await done
        if app.open_network is None or app.state is not state:
            return
        self._no_line_looks_ready()
        now = _texts(app)
        kept = "\n".join(map(line_of, (*now.values(), *app.half._outside.values(), *_on_forms(app))))
        for name, text in before.items():
            if text not in (now.get(name), edited) and line_of(text) not in kept and not name.endswith(FOLLOWS):
                self._fault(f"{key} took {text!r} out of {name}")

    def _no_line_looks_ready(self) -> None:
        screen = self._app.screen
        lines = [line for line in screen.query(CaptureLine) if _is_shown(line)]
        # Of a form of several fields the one with the focus is marked.
        if len(lines) == 1 and not (lines[0].has_focus or lines[0].asleep):
            self._fault(f"{lines[0]} looks ready, and {screen.focused} has the focus")

    def _fault(self, why: str) -> None:
        trail, screen = " ".join(self._trail[-60:]), self._app.screen
        self.tally.faults.append(f"{why}\nat {self._app.place}, {screen}\nkeys: {trail}\n{shown(self._app)}")


def _is_shown(line: CaptureLine) -> bool:
    return all(node.display for node in line.ancestors_with_self if isinstance(node, Widget))


def _texts(app: Kring) -> dict[str, str]:
    """Every text that is being typed, by the name of its line: on the screens, and in the drafts."""
    texts = dict(app.network.drafts._texts) if app.open_network else {}
    not_lines = (*SETS, *GONE, f":{ON_BOARD}")
    texts = {name: text for name, text in texts.items() if not name.endswith(not_lines)}
    made = [screen for screen in app._installed_screens.values() if isinstance(screen, Screen) and screen.is_running]
    # A sheet behind another counts by its drafts: it takes up once it is in front what another that asks the same did.
    seen = [each for each in app.screen_stack if each is app.screen or not isinstance(each, ModalScreen)]
    for screen in {*made, *seen}:
        for line in screen.query(CaptureLine):
            # What a form begins with is kept elsewhere; it counts from the first key in it on.
            if line.value and line._typed and line.draft not in GONE and not _looks_for(screen, line):
                texts[f"{screen} {line.draft}"] = line.value
        for area in screen.query(TextArea):
            if area.text and area.history.undo_stack:
                texts[f"{screen} {area.id}"] = area.text
    return texts


def _looks_for(screen: Screen[Any], line: CaptureLine) -> bool:
    """Whether it is the line of the board while something is looked for in it, or counted."""
    if line.draft != ON_BOARD or not isinstance(screen, BrainstormScreen):
        return False
    asked = screen.parts.asking.asked
    return asked is None or not asked.keeps


def _on_forms(app: Kring) -> Iterator[str]:
    """Every text on a form of the evaluation that is being filled in: it is kept as a whole, and shown again."""
    for name, draft in app.network.drafts._texts.items():
        if name.endswith(FORM):
            for answer in msgspec.structs.astuple(msgspec.json.decode(draft, type=Answers)):
                yield from answer if isinstance(answer, tuple) else [str(answer)]


@contextmanager
def _not_undone(network: Network) -> Iterator[list[Task]]:
    """Hears of changes that undo excludes by contract."""
    heard: list[Task] = []
    take = network._desk.take

    def listening(task: Task) -> None:
        if task.change.keep is Keep.NEVER:
            heard.append(task)
        take(task)

    network._desk.take = listening  # type: ignore[method-assign]
    try:
        yield heard
    finally:
        network._desk.take = take  # type: ignore[method-assign]


def _differences(before: State, after: State) -> list[str]:
    """The records that are not as they were."""
    was = {(table, id_): row for table, rows in before.tables.items() for id_, row in rows.items()}
    now = {(table, id_): row for table, rows in after.tables.items() for id_, row in rows.items()}
    other = [key for key in was.keys() | now.keys() if was.get(key) != now.get(key)]
    return [f"{key}: {was.get(key)} != {now.get(key)}" for key in other]


async def play(folder: Path, seed: int, keys: int) -> Tally:
    """Let it loose on the demo network, in a folder of its own; size, language and who looks along differ by seed."""
    now, language = datetime.now().astimezone(), ("nl", "en")[seed % 2]
    path = network_file(folder, demo_records(language, now.date(), now.time()), "monkey.kring.json")
    looking = seed % 4 > 0
    async with running(path, size=SIZES[seed % 3], language=language, looking_along=looking) as (app, pilot):
        return await Monkey(seed, app, pilot, path).play(keys)
