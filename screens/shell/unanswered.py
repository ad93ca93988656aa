"""A refused command takes the number that is typed behind it along: it was an answer, and means nothing else."""

from __future__ import annotations

from textual.events import Key

from screens.shell.feedback import Feedback
from widgets.command import Bound
from widgets.keys import digit


class Unanswered:
    """What was refused, as long as only digits follow it; Enter or any other key ends it.

    Whoever types ahead answers a question that was never asked: each of these keys is refused with the same sentence.
    """

    def __init__(self, feedback: Feedback) -> None:
        self._feedback = feedback
        self._reason, self._digits = "", True
        self._after = ""

    def refused(self, bound: Bound, reason: str) -> None:
        """This command did not run, for a reason in the person's language."""
        self._reason, self._digits = reason if bound.command.numbered else "", True

    def number_refused(self, reason: str) -> None:
        """A number that was typed leads nowhere, and so does the Enter behind it; another number may."""
        self._reason, self._digits = reason, False
        self._feedback.refused(reason)

    def moved_on(self, told: str) -> None:
        """A number that needs no Enter was typed: one right behind it was meant for it, and hears what is ``told``."""
        self._after = told

    def takes(self, key: Key, *, typing: bool) -> bool:
        """Whether this key was for what was refused; then that is said once more. While a line is typed none is."""
        reason, after = self._reason, self._after
        self._after = ""
        if after and key.key == "enter" and not typing:
            self._feedback.done(after)
            return True
        if typing:
            self._reason = ""
        if typing or not reason:
            return False
        number = self._digits and digit(key) is not None
        if not number:
            self._reason = ""
        if taken := number or key.key == "enter":
            self._feedback.refused(reason)
        return taken
