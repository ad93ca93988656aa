"""The lines of a sheet, and what is typed in them and not kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from textual.screen import Screen

from screens.shell.half import Half
from screens.shell.house import House
from widgets.capture_line import CaptureLine


class HalfTyped:
    """The lines of a sheet that asks about something: what is typed in them and not kept is offered the next time."""

    def __init__(self, sheet: Screen[Any], about: str) -> None:
        """``about`` says what is asked about, such as the id of a record."""
        self._sheet = sheet
        self._about = about
        self._standing: dict[str, str] = {}

    def begin(self, standing: Mapping[str, str], typed: Mapping[str, str] | None = None) -> bool:
        """Fill the lines in, by the names of their drafts: with what stands there, or what was typed over that.

        ``typed`` is what was just refused, when the sheet comes back with it. Says whether anything was typed before.
        """
        offered = False
        for line in self._lines():
            if line.draft in self._standing:  # it began before, and holds what was typed since
                continue
            line.restore(standing.get(line.draft, ""))
            self._standing[line.draft] = line.value
            before = typed[line.draft] if typed is not None else self._of(line.draft)
            if before != line.value and (before or typed is not None):
                line.type_over(before)
                offered = True
            self._sheet.watch(line, "value", partial(self.keep, line.draft), init=False)
        if offered and typed is None:
            self._half.tell()
        return offered

    def again(self) -> None:
        """Another sheet that asks the same was in front: take up what was typed there."""
        for line in self._lines():
            if line.draft in self._standing:
                now = self._of(line.draft) or self._standing[line.draft]
                if line.value != now:
                    line.restore(now)

    def keep(self, draft: str, text: str) -> None:
        """Keep what is typed in a line."""
        self._half.set(text, *self._asked(draft))

    def kept(self) -> None:
        """It is kept for good: nothing is half typed any more."""
        for draft in self._standing:
            self._half.set("", *self._asked(draft))

    @property
    def _half(self) -> Half:
        return cast("House", self._sheet.app).half

    def _lines(self) -> list[CaptureLine]:
        return list(self._sheet.query(CaptureLine))

    def _asked(self, draft: str) -> tuple[str, str, str]:
        return self._about, draft, self._standing[draft]

    def _of(self, draft: str) -> str:
        return self._half.get(*self._asked(draft))
