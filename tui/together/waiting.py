"""A sharing without a screen: it tells when it is ready, and goes on until it is told to end."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from types import FrameType
from typing import Any

from data.i18n import _, told
from data.model import Refused, Said
from data.network import Noticed, RefusedLater
from data.together.events import Alone, Ended, Event, Troubled, WithOthers
from data.together.sharing import Sharing
from tui.together.needed import failed, print_now

TURN = 0.2
"""Seconds between two looks at what the room sees."""


def until_ended(
    begin: Callable[[], Sharing],
    ready: Callable[[Sharing], Mapping[str, Any]],
    tell: Callable[[Sharing], None],
    look: Callable[[Sharing], Callable[[], None]],
    *,
    as_json: bool,
) -> int:
    """Begin, say so in one line, and go on until SIGTERM or Ctrl+C; gives the exit code."""
    ends = threading.Event()
    telling = Telling()
    ended: list[Said] = []

    def stop(_number: int, _frame: FrameType | None) -> None:
        ends.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)

    def hear(event: Event) -> None:
        if isinstance(event, Ended):
            ended.append(event.said)
            ends.set()
        elif (said := telling.of(event)) is not None:
            print(f"kring: {said}", file=sys.stderr)

    try:
        sharing = begin()
    except Refused as refused:
        return failed(refused.said, as_json=as_json)
    try:
        sharing.subscribe(hear)
        if sharing.read_only is not None:
            hear(Noticed(sharing.read_only))
        looks = look(sharing)
        if as_json:
            print_now(ready(sharing))
        else:
            tell(sharing)
            sys.stdout.flush()
        while not ends.wait(TURN) and sharing.alive:
            looks()
    finally:
        sharing.close()
    return failed(ended[0], as_json=as_json) if ended else 0


class Telling:
    """What happens, in words for who reads along: that the line is down is said once, however much waits by and by."""

    def __init__(self) -> None:
        self._since: datetime | None = None

    def of(self, event: Event) -> str | None:
        """What to say of an event; None where there is nothing new."""
        match event:
            case Alone(since, _to_send):
                before, self._since = self._since, since
                return None if since == before else _("alone since {time}").format(time=f"{since:%H:%M}")
            case WithOthers():
                self._since = None
                return _("together again")
            case RefusedLater(said, label, texts):
                return " ".join((f"{told(label)}:", told(said), *texts))
            case Noticed(said):
                return told(said)
            case Troubled(said):
                return told(said) if said else None
            case _:
                return None
