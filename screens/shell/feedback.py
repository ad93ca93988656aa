"""What the application tells a person: what came of a key, at the line; and what comes from elsewhere, as a toast."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import App
from textual.events import Key
from textual.screen import ModalScreen
from textual.timer import Timer

from widgets.feedback_line import FeedbackLine, Tone

DONE, OTHER, NEWS = 8.0, 20.0, 10.0
"""For so many seconds it stays, unless a key is pressed before."""


class Feedback:
    """The one sentence about the last key: the next one takes its place, and the next key takes it away."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._line: FeedbackLine | None = None
        self._timer: Timer | None = None
        self._stays = False

    def done(self, text: str) -> None:
        """Say what was done; ``text`` is translated already."""
        self._say(text, Tone.DONE)

    def remarked(self, text: str) -> None:
        """Say what is to be known, where nothing was done or it is still going on; ``text`` is translated already."""
        self._say(text, Tone.REMARK)

    def refused(self, text: str) -> None:
        """Say why something was not done, and what to do; ``text`` is translated already."""
        self._say(text, Tone.REFUSED)

    def warned(self, text: str) -> None:
        """Say to somebody who is typing what was done otherwise than it looks: letters do not take it away."""
        self._say(text, Tone.REFUSED, stays=True)

    def _say(self, text: str, tone: Tone, *, stays: bool = False) -> None:
        # A dialog that says something goes away right behind it: the sentence is for the screen that is there then.
        self._app.call_later(self._show, FeedbackLine(text, tone), DONE if tone is Tone.DONE else OTHER, stays)

    def _show(self, line: FeedbackLine, seconds: float, stays: bool) -> None:
        self.clear()
        self._stays = stays
        stack = self._app.screen_stack
        if not stack or not stack[-1].is_attached:  # the application is about to end
            return
        self._line = line
        stack[-1].mount(line)
        self._timer = self._app.set_timer(seconds, partial(self._over, line))

    def _over(self, line: FeedbackLine) -> None:
        if line is self._line:
            self.clear()

    def pressed(self, key: Key) -> None:
        """Another key: the sentence was about the one before."""
        if not (self._stays and key.is_printable):
            self.clear()

    def clear(self) -> None:
        """Take it away."""
        if self._timer is not None:
            self._timer.stop()
        if self._line is not None and self._line.is_attached:
            self._line.remove()
        self._line = self._timer = None


class News:
    """What another window, another program or the disk did: told beside the work, each sentence once.

    It waits while a question stands in front, and while the room looks at its own view.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: list[str] = []
        self._shown: set[str] = set()

    def tell(self, text: str) -> None:
        """Tell this as soon as it can be seen; ``text`` is translated already."""
        if text not in self._shown and text not in self._waiting:
            self._waiting.append(text)
        self.show()

    def show(self) -> None:
        """Tell what waited, where it can be seen now."""
        stack = self._app.screen_stack
        if not self._waiting or isinstance(stack[-1], ModalScreen) or stack[-1].has_class("-room"):
            return
        for text in self._waiting:
            self._shown.add(text)
            self._app.notify(text, severity="warning", markup=False, timeout=NEWS)
            self._app.set_timer(NEWS, partial(self._over, text))
        self._waiting.clear()

    def _over(self, text: str) -> None:
        self._shown.discard(text)
