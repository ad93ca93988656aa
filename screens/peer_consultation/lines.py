"""What is said in a peer consultation: kept step by step, typed over, taken away; next steps are looked at later."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.screen import Screen

from data.i18n import N_, _
from data.model import Action, Activity, ConsultationStep, Heard
from data.verbs.agreements import as_line, edit_action, remove_action
from data.verbs.carried import close, reopen
from data.verbs.consultation import consultation, takes_on
from data.verbs.heard import edit_heard, hear, remove_heard
from screens.dialogs.ask import AskLine
from screens.shell.line_and_page import TO_LINE, TO_PAGE, WALK, LineAndPage
from screens.shell.part import Part
from widgets.command import Command

OF_BRINGER = frozenset({ConsultationStep.CASE, ConsultationStep.INSIGHT})
"""In these the case-bringer speaks."""


class Lines(Part):
    """Keeps the line in the step of now, and does something to the chosen one; ``show`` draws the screen."""

    def __init__(self, screen: Screen[None], place: str, show: Callable[[], None]) -> None:
        super().__init__(screen)
        self.lined = LineAndPage(screen)
        self._place = place
        self._show = show

    @property
    def _activity(self) -> Activity:
        return self.house.state.get(Activity, self._place)

    @property
    def _step(self) -> Action | None:
        """The chosen line, when it is a next step."""
        return self.house.state.find(Action, self.lined.page.chosen)

    def no_line(self) -> str | None:
        """Why there is nothing to do it to."""
        return None if self.lined.page.chosen else _("Nothing was said yet: type the first line.")

    def no_step(self) -> str | None:
        """Why there is nothing to look at."""
        return None if self._step else _("Choose a next step first.")

    def keep(self) -> None:
        """Keep the line, in the step of now."""
        typed, going = self.lined.line.value, consultation(self._activity)
        if not typed.strip():
            return
        if going.step is ConsultationStep.NEXT:
            done = self.house.do(takes_on, activity=self._place, text=typed)
        else:
            who = going.bringer if going.step in OF_BRINGER else None
            done = self.house.do(hear, activity=self._place, text=typed, part=going.step.value, participant=who)
        if done:
            self.lined.line.take()
            self._show()
            self.lined.page.choose(done.change.puts[0].id)

    def edit(self) -> None:
        """Type the chosen line over."""
        state, chosen = self.house.state, self.lined.page.chosen or ""
        step = self._step

        def edited(text: str | None) -> None:
            if text is not None and step:
                self.house.do(edit_action, action=chosen, text=text)
            elif text is not None:
                self.house.do(edit_heard, said=chosen, text=text)

        old = as_line(state, step) if step else state.get(Heard, chosen).text
        self.house.push_screen(AskLine(_("Change this line"), old), edited)

    def remove(self) -> None:
        """Take the chosen line away."""
        chosen = self.lined.page.chosen or ""
        done = self.house.do(remove_action, action=chosen) if self._step else self.house.do(remove_heard, said=chosen)
        if done:
            self.house.tell(_("Taken away · Ctrl+Z brings it back"))

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

    # -- its keys

    LINE_KEYS: ClassVar[tuple[Command[Lines], ...]] = (
        Command(keep, N_("Keep"), N_("Keep the line in this step"), ("enter",), 10),
        *WALK,
        TO_PAGE,
    )
    PAGE_KEYS: ClassVar[tuple[Command[Lines], ...]] = (
        Command(edit, N_("Change"), N_("Type it over"), ("e", "enter"), 10, cannot=no_line),
        Command(
            looked_at, N_("Done"), N_("Say what came of a next step, or open it again"), ("a",), 15, cannot=no_step
        ),
        Command(
            remove, N_("Take away"), N_("Take it away; Ctrl+Z brings it back"), ("delete", "backspace"), cannot=no_line
        ),
        TO_LINE,
    )
