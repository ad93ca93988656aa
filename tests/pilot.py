"""Run the application as a person would: keys in, the screen's text out, and no fixed pauses."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from itertools import product
from pathlib import Path
from typing import Any

from textual._context import active_app
from textual.app import App
from textual.pilot import Pilot

from data.model import Record
from data.network import Network
from data.settings import Settings
from tui.app import Kring
from widgets.large_text import drawn
from widgets.letters import PLAIN, SIZES, Reach, Size, draw, fuller, reach


def network_file(folder: Path, records: Iterable[Record], name: str = "test.kring.json") -> Path:
    """Write a network file that holds these records."""
    path = folder / name
    Network.create(path, records).close()
    return path


@asynccontextmanager
async def running(
    path: Path | None, *, size: tuple[int, int] = (120, 36), language: str = "nl", looking_along: bool = True
) -> AsyncIterator[tuple[Kring, Pilot[None]]]:
    """The application on a network file, without a terminal."""
    app = Kring(Settings(language=language, looking_along=looking_along), path)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield app, pilot


def shown(app: App[None]) -> str:
    """What a person reads on the screen, line by line; a blank that keeps words together is read as any other."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips).replace("\u00a0", " ")


async def settled(_at_least: float = 0, at_most: float = 1) -> None:
    """Wait until nothing that was set off is under way: no key, no message, no drawing.

    It takes the place of what Textual's pilot waits for (that the processor does little for a fiftieth of a second,
    twice a key), which takes longer and knows less: a process that gets no processor time looks just as idle.
    """
    loop: Any = asyncio.get_running_loop()
    end = time.monotonic() + at_most
    while time.monotonic() < end:
        await asyncio.sleep(0)
        if not loop._ready:
            if not under_way(active_app.get()):
                return
            await asyncio.sleep(0.001)


async def pressed(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, and draw what they did once; ``pilot`` need not be the last that was started."""
    before = active_app.set(pilot.app)
    await pilot.app._press_keys(keys)
    await pilot.pause()
    active_app.reset(before)


def under_way(app: App[Any]) -> bool:
    """Whether a key is not done with, or something of the screen is to be laid out or called."""
    keys = getattr(app, "_in_order", None)
    if keys and (keys._busy or keys._waiting):
        return True
    if not app._screen_stack:
        return False
    screen = app.screen
    return bool(screen._layout_required or screen._callbacks)


async def until(pilot: Pilot[None], holds: Callable[[], object], seconds: float = 10) -> None:
    """Wait until a condition holds; fail with what is on the screen when it does not."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"it never held; the screen shows:\n{shown(pilot.app)}")
        await pilot.pause()
        await asyncio.sleep(0.005)


async def read(pilot: Pilot[None], text: str) -> None:
    """Wait until this text is on the screen."""
    await until(pilot, lambda: text in shown(pilot.app))


async def read_large(pilot: Pilot[None], text: str) -> None:
    """Wait until this text is on one line of the screen in drawn letters, of whatever size."""
    sizes = [one for size in SIZES if size is not PLAIN for one in (size, *fuller(size))]
    words = tuple((word, "") for word in text.split())
    wanted = [
        rows
        for size in sizes
        for each in _reaches(text, size)
        for rows in (draw(text, size, each), [row.plain for row in drawn(words, size, each)])
    ]

    def there() -> bool:
        seen = shown(pilot.app)
        return any(all(row.strip() in seen for row in rows) for rows in wanted)

    await until(pilot, there)


def _reaches(text: str, size: Size) -> list[Reach]:
    """How far a line that holds this text can reach: to an even row of dots and to an odd one, for two are in a cell.

    What else stands in the line adds empty rows alone.
    """
    own, face = reach([text], size), size.face
    ups = range(own.above, min(own.above + 1, face.above) + 1)
    downs = range(own.below, min(own.below + 1, face.below) + 1)
    return [Reach(*each) for each in product(ups, downs, (0, 1))]


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Press a key for every character."""
    await pilot.press(*(NAMES.get(character, character) for character in text))


NAMES = {
    " ": "space",
    "'": "apostrophe",
    '"': "quotation_mark",
    ",": "comma",
    ".": "full_stop",
    "?": "question_mark",
    "!": "exclamation_mark",
    ";": "semicolon",
    ":": "colon",
    "-": "minus",
    "#": "number_sign",
    "@": "at",
    "+": "plus",
    "&": "ampersand",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "/": "slash",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "é": "é",
}
