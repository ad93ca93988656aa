"""Somebody at the keyboard who looks at the screen, and whose keys are counted."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.app import Kring
    from widgets.capture_line import CaptureLine

NAMED = {" ": "space", ",": "comma", ";": "semicolon", ":": "colon", "-": "minus", "#": "number_sign", "/": "slash"}
NAMED |= {".": "full_stop", "?": "question_mark", "_": "underscore", "*": "asterisk"}

TAKEN_OVER = "→ neemt het over"
WRITTEN_OUT = "⇥"
"""What is said of a line when → or Tab writes the rest of it."""


class Walker:
    """Somebody at the keyboard who looks at the screen."""

    def __init__(self, app: Kring, pilot: Any) -> None:
        self.app, self.pilot = app, pilot
        self.unmeant = 0
        self.told: list[str] = []
        self.astray: list[str] = []
        """What of its session differs in the network from what the tasks ask for."""
        self.steps: dict[str, Counter[str]] = {}
        self._step: Counter[str] = Counter()

    @property
    def keys(self) -> int:
        """How many keys were pressed."""
        return sum(step.total() for step in self.steps.values())

    @contextmanager
    def at(self, step: str) -> Iterator[None]:
        """What is pressed meanwhile is counted as this step."""
        self._step = self.steps.setdefault(step, Counter())
        yield

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

    async def press(self, *keys: str, word: bool = False) -> None:
        """Press keys."""
        for key in keys:
            self._step["words" if word else "enter" if key == "enter" else "other"] += 1
            await self.pilot.press(key)

    async def type(self, text: str, *, enter: bool = True) -> None:
        """Type a text in the line, and Enter; what the line offers is taken over."""
        await self._to_line(text)
        # What was kept last may still be on its way: it is not what this text does.
        await self.until(lambda: self.app.network.saved, "saved")
        before, screen, held = self.app.state, self.app.screen, self._held()
        await self._write(text)
        arrived = any(line.value.strip().endswith(text.strip()) for line in self._lines())
        lost = 0 if arrived else max(1, len(text) - (self._held() - held))
        if lost or self.app.state is not before or self.app.screen is not screen:
            self.stray(max(lost, 1), f"“{text}” at {type(screen).__name__}")
        if enter:
            await self.press("enter")

    async def _write(self, text: str) -> None:
        """Look at the end of every word, and behind the first letter of a mark, whether the line offers the rest."""
        for place, sign in enumerate(text, start=1):
            await self.press(NAMED.get(sign, sign), word=True)
            if (
                place < len(text) - 1
                and (text[place] == " " or text[place - 2] == "#")
                and (key := self._offered(text))
            ):
                await self.press(key)
                return

    def _offered(self, text: str) -> str:
        """The key that writes all of this text, by what is read on the screen; empty when none does."""
        seen = self.seen()
        if TAKEN_OVER in seen and f"› {text}  " in seen:
            return "right"
        _idea, sign, title = text.rpartition("#")
        offers = [line.partition(WRITTEN_OUT)[2] for line in seen.splitlines() if WRITTEN_OUT in line]
        return "tab" if sign and any(offer.split()[1:2] == [title] for offer in offers) else ""

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
        if not lines[-1].asleep:
            word = text.split(maxsplit=1)[0]
            self._step["words"] += len(word)
            self.stray(len(word), f"“{word}” typed on what looked ready at {type(self.app.screen).__name__}")
        await self.press("escape")
        await self.until(lambda: any(line.has_focus for line in lines), "the line")

    def stray(self, count: int, what: str) -> None:
        """So many keys did something that was not meant."""
        self.unmeant += count
        self.told.append(f"{count}  {what}")

    async def who(self, name: str) -> None:
        """Somebody in a list that asks who: Enter when they are lifted already, else two letters first."""
        from widgets.matches import Matches

        await self.until(lambda: self.app.screen.query(Matches), "who")
        first = self.app.screen.query_one(Matches).render().plain.strip()
        if first.startswith(name):
            await self.press("enter")
        else:
            await self.type(initials(name))

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
