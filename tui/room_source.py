"""The pictures of a network file that others write."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from data.model import Said
from data.network import Following
from screens.network.seen import seen
from widgets.projected import Projected


class FileSource:
    """What the room sees of a file; only read, so that it may lie where nothing can be written."""

    def __init__(self, path: Path) -> None:
        """Read the file.

        Raises:
            Unopened: it cannot be followed.
        """
        self._following = Following(path)
        self._erased = self._following.erased
        self._shown: Projected | None = None
        self._second: datetime | None = None

    @property
    def trouble(self) -> Said | None:
        """Why what is shown may no longer be what is, or None."""
        return self._following.trouble

    def picture(self, now: datetime) -> Projected:
        """What the room sees at this time, made anew when the file is another and every second for its clocks."""
        second = now.replace(microsecond=0)
        if not self._following.look() and self._shown is not None and second == self._second:
            return self._shown
        self._second = second
        if self._following.erased != self._erased:
            # Somebody was erased from the file: a picture from before that is not kept up either.
            self._erased, self._shown = self._following.erased, None
        self._shown = seen(self._following.state, now, self._shown)
        return self._shown

    def close(self) -> None:
        """Nothing is held."""
