"""What a person does at a terminal, told from what comes: an Escape from the begin of a key, a paste from typing."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator

from textual import constants
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.message import Message

LEAST = 20
"""So many characters at once, with three lines among them, are no typing."""

_OPENS, _CLOSES = "\x1b[200~", "\x1b[201~"
_SEVERAL = re.compile(r"[^\r\n][\r\n]+[^\r\n]+[\r\n]+[^\r\n]")
"""Two lines are what somebody types while a slow line, or a busy laptop, lets nothing through for a moment."""
_BY_WORDS = ("f", "b")
_ALONE = re.compile(r"\x1b(?![\[O\]P_^Xfb]|$)")
"""An Escape that begins no key. With f or b it may be Option and an arrow on a Mac: by words."""
_DRESS = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.?)", re.DOTALL)
"""How a terminal is told to dress a text: colours, a title."""


class TypedParser(XTermParser):
    """Textual's parser of keys, for which an Escape and a sign right behind it are two keys: Kring has none with Alt.

    Over a slow line a key may come in pieces: what begins one at the end of what came is held for a while. What a
    terminal puts in brackets is one paste whatever stands in it: no Escape in it is a key. A terminal without
    bracketed paste sends what is pasted as if somebody typed it: many characters at once, of several lines.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasted: str | None = None
        """What came so far of a paste that is not closed yet."""
        self._begun, self._until = "", 0.0
        """What may begin a key or a paste, and until when its rest is waited for."""

    def feed(self, data: str) -> Iterable[Message]:
        """The keys and pastes in what came."""
        if not data:
            yield from super().feed(data)
        if self._begun:
            if self._begun == "\x1b" and data[:1] in _BY_WORDS:
                yield Key("escape", "\x1b")  # Option and an arrow come at once: this Escape was one
            else:
                data = self._begun + data
            self._begun = ""
        while data:
            if self._pasted is None:
                before, opened, data = data.partition(_OPENS)
                if opened:
                    self._pasted = ""
                else:
                    before = self._hold(before)
                yield from self._keys(before)
            else:
                before, closed, data = (self._pasted + data).partition(_CLOSES)
                self._pasted = None if closed else before
                if closed:
                    yield Paste(_DRESS.sub("", before))

    def _hold(self, data: str) -> str:
        """What came without the begin of a key, or of a paste, at its end."""
        for length in range(len(_OPENS) - 1, 0, -1):
            if data.endswith(_OPENS[:length]):
                self._begun, self._until = _OPENS[:length], time.monotonic() + constants.ESCAPE_DELAY
                return data[:-length]
        return data

    def _keys(self, data: str) -> Iterator[Message]:
        if "\x1b" not in data and len(data) >= LEAST and _SEVERAL.search(data):
            yield Paste(data)
            return
        for place, part in enumerate(_ALONE.split(data)):
            if place:
                yield Key("escape", "\x1b")
            if part:
                yield from super().feed(part)

    def tick(self) -> Iterable[Message]:
        """An Escape that nothing came behind is one."""
        if self._begun and time.monotonic() >= self._until:
            begun, self._begun = self._begun, ""
            if begun == "\x1b":
                yield Key("escape", "\x1b")
            else:
                yield from super().feed(begun)
        yield from super().tick()
