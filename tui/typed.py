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
"""So many characters at once, with a line break among them, are no typing."""

_OPENS, _CLOSES = "\x1b[200~", "\x1b[201~"
_BROKEN = re.compile(r"[^\r\n][\r\n]+[^\r\n]")
_BY_WORDS = ("f", "b")
_ALONE = re.compile(r"\x1b(?![\[O\]P_^Xfb]|$)")
"""An Escape that begins no key. With f or b it may be Option and an arrow on a Mac: by words."""


class TypedParser(XTermParser):
    """Textual's parser of keys, for which an Escape and a sign right behind it are two keys: Kring has none with Alt.

    Over a slow line a key may come in pieces: an Escape at the end of what came is held for a while. And a terminal
    without bracketed paste sends what is pasted as if somebody typed it: many characters at once, with a line break
    among them.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasting = False
        self._held: float | None = None

    def feed(self, data: str) -> Iterable[Message]:
        """The keys and pastes in what came."""
        if self._held is not None:
            if data[:1] in _BY_WORDS:  # Option and an arrow come at once: this Escape was one
                yield Key("escape", "\x1b")
            else:
                data = f"\x1b{data}"
            self._held = None
        if not data:
            yield from super().feed(data)
        elif self._pasting or _OPENS in data:
            self._pasting = data.rfind(_OPENS) > data.rfind(_CLOSES) or (self._pasting and _CLOSES not in data)
            yield from super().feed(data)
        elif "\x1b" in data:
            yield from self._keys(data)
        elif len(data) >= LEAST and _BROKEN.search(data):
            yield Paste(data)
        else:
            yield from super().feed(data)

    def _keys(self, data: str) -> Iterator[Message]:
        if data.endswith("\x1b"):
            data, self._held = data[:-1], time.monotonic() + constants.ESCAPE_DELAY
        for place, part in enumerate(_ALONE.split(data)):
            if place:
                yield Key("escape", "\x1b")
            if part:
                yield from super().feed(part)

    def tick(self) -> Iterable[Message]:
        """An Escape that nothing came behind is one."""
        if self._held is not None and time.monotonic() >= self._held:
            self._held = None
            yield Key("escape", "\x1b")
        yield from super().tick()
