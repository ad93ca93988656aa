"""What the line of a decision holds: what is asked in it, and a draft of its own for each thing that is."""

from __future__ import annotations

from textual.content import Content

from data.i18n import _
from screens.decision.line import DecisionLine
from screens.decision.parts.part import Part
from screens.decision.subject import Subject
from screens.decision.words import ASKED
from screens.shell.screen import KringScreen


class Holding:
    """The one line (``#line``), lent to the part of now: what was typed for another waits in the drafts."""

    def __init__(self, screen: KringScreen, subject: Subject) -> None:
        self._screen = screen
        self._subject = subject
        self._held = ""

    def hold(self, part: Part) -> None:
        """Let the line hold what this part asks."""
        line, drafts = self._screen.query_one("#line", DecisionLine), self._screen.house.network.drafts
        word, placeholder = ASKED[part.kind]
        held = f"line:{part.holds()}"
        if held != self._held:
            if self._held:
                drafts.set(f"{self._screen.place}:{line.draft}", line.value)
            self._held = line.draft = held
            line.counting = line.numbers = part.COUNTS
            line.restore(drafts.get(f"{self._screen.place}:{held}"))
        line.password, line.told = part.masked, part.told
        line.many = part.LISTS
        letter = self._subject.letter(self._subject.proposal)
        line.placeholder = part.placeholder() or _(placeholder).replace("{letter}", letter)
        turns = _(" · Tab kind") if len(part.KINDS) > 1 else ""
        self._screen.put("aside", Content.assemble((_(word), "bold $foreground"), (turns, "$muted")))
