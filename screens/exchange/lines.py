"""What is reported, given as a tip or left open: kept in the step of now, typed over, taken away."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.screen import Screen

from data.i18n import N_, _
from data.model import Activity, ExchangeStep, Heard, Question
from data.network.task import Applied
from data.verbs.exchange import stop
from data.verbs.heard import edit_heard, hear, remove_heard
from data.verbs.programme import set_question
from data.verbs.round_table import edit_question, remove_question, say_question
from screens.dialogs.ask import AskLine
from screens.shell.line_and_page import TO_LINE, TO_PAGE, WALK, LineAndPage
from screens.shell.part import Part
from widgets.command import Command


class Lines(Part):
    """Keeps the line in the step of now, and does something to the chosen one; ``show`` draws the screen."""

    def __init__(self, screen: Screen[None], place: str, show: Callable[[], None]) -> None:
        super().__init__(screen)
        self.lined = LineAndPage(screen)
        self._place = place
        self._show = show

    def no_line(self) -> str | None:
        """Why there is nothing to do it to."""
        return None if self.lined.page.chosen else _("Nothing was said yet: type the first line.")

    def keep(self) -> None:
        """Keep the line, in the step of now."""
        typed = self.lined.line.value
        if typed.strip() and (done := self._kept(typed)):
            self.lined.line.take()
            self._show()
            if done.change.puts:
                self.lined.page.choose(done.change.puts[0].id)

    def _kept(self, typed: str) -> Applied | None:
        item = self.house.state.get(Activity, self._place)
        step, group = stop(item)
        if step is ExchangeStep.GROUPS:
            return self.house.do(set_question, activity=item.id, question=typed)
        if step is ExchangeStep.OPEN:
            return self.house.do(say_question, session=item.session, text=typed, activity=item.id)
        of_group = group if step is ExchangeStep.REPORTS else None
        return self.house.do(hear, activity=item.id, text=typed, part=step.value, subgroup=of_group)

    def edit(self) -> None:
        """Type the chosen line over."""
        chosen, state = self.lined.page.chosen or "", self.house.state
        asked = state.find(Question, chosen)

        def edited(text: str | None) -> None:
            if text is not None and asked:
                self.house.do(edit_question, question=chosen, text=text)
            elif text is not None:
                self.house.do(edit_heard, said=chosen, text=text)

        old = asked.text if asked else state.get(Heard, chosen).text
        self.house.push_screen(AskLine(_("Change this line"), old), edited)

    def remove(self) -> None:
        """Take the chosen line away."""
        chosen = self.lined.page.chosen or ""
        asked = self.house.state.find(Question, chosen)
        done = self.house.do(remove_question, question=chosen) if asked else self.house.do(remove_heard, said=chosen)
        if done:
            self.house.tell(_("Taken away · Ctrl+Z brings it back"))

    # -- its keys

    LINE_KEYS: ClassVar[tuple[Command[Lines], ...]] = (
        Command(keep, N_("Keep"), N_("Keep the line in this step"), ("enter",), 10),
        *WALK,
        TO_PAGE,
    )
    PAGE_KEYS: ClassVar[tuple[Command[Lines], ...]] = (
        Command(edit, N_("Change"), N_("Type it over"), ("e", "enter"), 10, cannot=no_line),
        Command(
            remove, N_("Take away"), N_("Take it away; Ctrl+Z brings it back"), ("delete", "backspace"), cannot=no_line
        ),
        TO_LINE,
    )
