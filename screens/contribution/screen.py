"""Contributions: what people were asked to bring, what came of it, and what is asked for the next session."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from data.i18n import N_
from data.model import ContributionStep, Engagement, Record
from data.network.task import Applied
from data.verbs.contribution import as_typed, ask_contribution, ask_now, edit_contribution, stop, take_back
from data.verbs.heard import hear
from screens.contribution import view
from screens.contribution.bringing import ROUTE, Bringing
from screens.contribution.words import now_brought, step_name
from screens.dialogs.contribution import from_outside
from screens.dialogs.kept_lines import KINDS, Asked, KeptLines, Typed
from screens.dialogs.paste import offer_each
from screens.shell.line_and_page import LineAndPage
from screens.shell.screen import KringScreen
from screens.shell.stepped import show_stepped, show_time, stepped_work
from screens.shell.stepping import Stepping
from widgets.capture_line import CaptureLine


class ContributionScreen(KringScreen):
    """Who brings what, the steps with their clock, and what came of each."""

    CSS_PATH = "contribution.tcss"
    AUTO_FOCUS = "#line"
    PARTS = (Stepping, Bringing, KeptLines)
    ABOUT = N_(
        "What people in the network, or their organisations, were asked to bring. Type what came of it: that marks "
        "it as brought. F6 goes to the next one, to what the group takes from it, and to what you ask for the next "
        "session: what, a semicolon, and who."
    )
    TABLES = frozenset({"participants", "sessions", "activities", "heard", "engagements"})

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.lined = LineAndPage(self)
        kinds: dict[type[Record], Typed] = {
            **KINDS,
            Engagement: Typed(as_typed, Asked(edit_contribution, "contribution"), Asked(take_back, "contribution")),
        }
        self.lines = KeptLines(self, self.show_data, self._kept, kinds)
        self.own_parts = (
            Stepping(self, ROUTE),
            Bringing(self),
            self.lines,
        )

    def compose_work(self) -> ComposeResult:
        """Who brings it, the steps, what is brought, what came of it, and the line."""
        yield from stepped_work()

    def show_data(self) -> None:
        """Draw who brings what, where we are, and what came of it."""
        house = self.house
        show_stepped(self, view.work(house.state, self.activity, house.now(), hidden=house.looking_along))

    def tick(self) -> None:
        """The time of the step goes on."""
        show_time(self)

    # -- what is typed

    def _kept(self, typed: str) -> Applied | None:
        item, state = self.activity, self.house.state
        step = stop(state, item)[0]
        brought = now_brought(state, item)
        if step is ContributionStep.ASKED:
            return self._asked(self.house.do(ask_contribution, session=item.session, text=typed, beyond=True))
        if step is ContributionStep.BROUGHT and brought is None:
            return self._asked(self.house.do(ask_now, activity=item.id, text=typed))
        who = brought.who[0] if brought and len(brought.who) == 1 else None
        part = brought.id if brought else step.value
        return self.house.do(hear, activity=item.id, text=typed, part=part, participant=who)

    def _asked(self, done: Applied | None) -> Applied | None:
        if done and (outside := from_outside(self.house, done)):
            self.house.feedback.warned(outside)
        return done

    @on(CaptureLine.Pasted, "#line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        offer_each(event, step_name(stop(self.house.state, self.activity)[0]), self.lines.keep)

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        self.lines.keep()
