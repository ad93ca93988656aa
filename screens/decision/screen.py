"""Deciding together: one decision in four phases, over as many sessions as it takes."""

from __future__ import annotations

from screens.decision.deciding import Ending
from screens.decision.keys import Stage


class DecisionScreen(Ending):
    """A decision: explored, proposed, examined and decided, by one line and one page."""

    async def action_keep(self) -> None:
        """Keep what the line holds, whatever that is here."""
        typed, stage = self.line.value, self.stage
        if stage is Stage.HANDS:
            self.keep_count(typed)
        elif stage is Stage.CHOOSE:
            self.choose_or_begin()
        elif not typed.strip():
            if stage in {Stage.DECIDE, Stage.OVER}:
                await self.action_act()
        elif stage is Stage.PERSON:
            self.keep_answer(typed)
        elif stage in {Stage.DECIDE, Stage.OVER}:
            self.keep_after(typed)
        else:
            self.keep_talk(typed)
