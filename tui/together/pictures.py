"""What the room sees, on its way to a laptop that holds no network: a picture is made here, and drawn there."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from data.i18n import clock
from data.model import Said, say
from data.network import Noticed
from data.together.events import Ended, Event, RoomPicture, WithOthers
from data.together.sharing import Sharing
from tui.room_source import FileSource
from widgets.pictures import packed, unpacked
from widgets.projected import Projected

WAITING = say("Waiting for the laptop that shares this.")


class Shown:
    """Sends the room's picture of a shared file to its viewers, when it is another."""

    def __init__(self, path: Path, sharing: Sharing) -> None:
        self._source = FileSource(path)
        self._sharing = sharing

    def look(self) -> None:
        """Send it again if it is another; to be called several times a second."""
        self._sharing.show_room(packed(self._source.picture(datetime.now().astimezone())))


class SharedSource:
    """The pictures that come from the laptop that shares, for the window of the room."""

    def __init__(self, sharing: Sharing) -> None:
        self._sharing = sharing
        self._picture = Projected()
        self._ended: Said | None = None
        self._why: Said | None = None
        sharing.subscribe(self._hear)

    def _hear(self, event: Event) -> None:
        if isinstance(event, RoomPicture):
            with suppress(ValueError):  # what is none leaves the one before
                self._picture = unpacked(event.data)
        elif isinstance(event, Ended):
            self._ended = event.said
        elif isinstance(event, Noticed | WithOthers):
            self._why = event.said if isinstance(event, Noticed) else None

    @property
    def trouble(self) -> Said | None:
        """Why what is shown may no longer be what is, or None."""
        if (said := self._ended or self._why) is not None:
            return said
        if (since := self._sharing.alone_since) is not None:
            return say("Connection lost since {time}: this is what was seen last.", time=clock(since))
        return WAITING if self._picture == Projected() else None

    def picture(self, now: datetime) -> Projected:  # noqa: ARG002 - a source is asked for a time
        """What the room sees; its clocks are those of the laptop that shares."""
        return self._picture

    def close(self) -> None:
        """Nobody looks any more."""
        self._sharing.close()
