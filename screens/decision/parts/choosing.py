"""No decision is chosen for this item yet: go on with one, or begin one."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_
from data.verbs.decision.phases import start_decision
from screens.decision import lines
from screens.decision.parts.anywhere import AGREEMENT, OTHER, treat
from screens.decision.parts.part import KEEP, WALK, Part
from screens.decision.words import Kind
from widgets.command import Command
from widgets.laid_out import Layout


class Choosing(Part):
    """Which decision."""

    KINDS = (Kind.QUESTION,)

    def layout(self) -> Layout:
        """The decisions to go on with."""
        choices, session = self.subject.choices(), self.subject.session.id
        return lambda width, height: lines.choosing(choices, session, width, height)

    async def keep(self) -> None:
        """Begin a decision with the typed question, or go on with the chosen one."""
        self.begin()

    def begin(self) -> None:
        """Begin a decision with the typed question, or go on with the chosen one."""
        typed, subject = self.lined.line.value, self.subject
        if not typed.strip():
            treat(self, subject.chosen)
        elif self.house.do(start_decision, session=subject.session.id, question=typed, activity=subject.place):
            self.taken()

    KEYS = WALK
    LINE_KEYS = (KEEP,)
    PAGE_KEYS: ClassVar[tuple[Command[Choosing], ...]] = (
        Command(begin, N_("Next step"), N_("Continue with the chosen decision"), ("enter",), 10),
        AGREEMENT,
        OTHER,
    )
