"""The next steps of a case, and of earlier ones: what came of each."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _
from data.model import Action
from data.verbs.carried import close, reopen
from screens.dialogs.ask import AskLine
from screens.shell.activity_part import ActivityPart
from widgets.command import Command
from widgets.page import Page


class NextSteps(ActivityPart):
    """Says what came of the chosen next step."""

    @property
    def _step(self) -> Action | None:
        """The chosen line, when it is a next step."""
        return self.house.state.find(Action, self.screen.query_one(Page).chosen)

    def no_step(self) -> str | None:
        """Why there is nothing to look at."""
        return None if self._step else _("Choose a next step first.")

    def looked_at(self) -> None:
        """Ask what came of the chosen next step, and close it; or open it again."""
        step, session = self._step, self._activity.session
        if step is None:
            return
        if not step.waits:
            self.house.do(reopen, item=step.id, session=session)
            return

        def told(words: str | None) -> None:
            if words is not None:
                self.house.do(close, item=step.id, session=session, words=words)

        heading = _("What came of it, in a few words?") + f" “{step.text}”"
        self.house.push_screen(AskLine(heading, step.words), told)

    PAGE_KEYS: ClassVar[tuple[Command[NextSteps], ...]] = (
        Command(looked_at, N_("Done"), N_("Say what came of a next step, or reopen it"), ("a",), 15, cannot=no_step),
    )
