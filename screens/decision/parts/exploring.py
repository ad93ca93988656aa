"""Exploring: what the question is, where it comes from, what makes it important, and when each phase is treated."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.model import Phase, say
from data.text import fold, line
from data.verbs.decision.phases import explore
from screens.decision import lines
from screens.decision.parts.anywhere import AGREEMENT, OTHER, RECORD, RECORD_BY_LETTER
from screens.decision.parts.part import BACK, KEEP, ONWARD, TURN_KIND, WALK, Part
from screens.decision.parts.planning import PLAN_PHASE, ask_session, phase_to_plan
from screens.decision.words import Kind
from widgets.command import Command
from widgets.laid_out import Layout

BETWEEN = " · "
"""What stands between two things that were said of the same."""


class Exploring(Part):
    """The question is explored."""

    LISTS = True

    KINDS = (Kind.ORIGIN, Kind.IMPORTANCE, Kind.QUESTION)

    def layout(self) -> Layout:
        """What is known of the question, and when which phase is treated."""
        state, going, kind = self.subject.state, self.subject.going, self.kind
        return lambda width, _height: lines.explore(state, going, kind, width)

    def hint(self) -> Content:
        """What F5 offers, while nothing is typed."""
        if self.lined.line.value:
            return Content("")
        return Content.assemble(("F5", "bold $key"), " " + _("says in which session a phase comes up"))

    async def keep(self) -> None:
        """Add what is typed to what was said already; a question takes the place of the one before."""
        typed, going = self.lined.line.value, self.subject.going
        if not typed.strip():
            return
        before = {Kind.ORIGIN: going.origin, Kind.IMPORTANCE: going.importance}.get(self.kind, "")
        if fold(line(typed)) in map(fold, before.split(BETWEEN)):
            self.house.warn(say("That is there already."))
            return
        said = f"{before}{BETWEEN}{typed}" if before else typed
        if self.house.do(explore, decision=going.id, **{self.kind.value: said}):
            self.taken()

    # -- which phase when

    def plan(self) -> None:
        """In which session the phase that is chosen on the page comes up, else the next one."""
        chosen = "" if self.lined.line.has_focus else self.subject.chosen
        if chosen.startswith("phase:"):
            ask_session(self, Phase(chosen.removeprefix("phase:")))
        else:
            ask_session(self, phase_to_plan(self.subject.going))

    def change(self) -> None:
        """Type the chosen line over, or plan the chosen phase."""
        chosen = self.subject.chosen or Kind.QUESTION.value
        if chosen.startswith("phase:"):
            self.plan()
        else:
            now = getattr(self.subject.going, chosen)
            self.ask(_("Change this line"), now, lambda text: self._changed(chosen, text))

    def _changed(self, what: str, text: str) -> None:
        self.house.do(explore, decision=self.subject.going.id, **{what: text})

    # -- its keys

    KEYS: ClassVar[tuple[Command[Exploring], ...]] = (
        *TURN_KIND,
        Command(plan, N_("Plan the phase"), N_("In which session a phase comes up"), ("f5",), 14),
        ONWARD,
        BACK,
        RECORD,
        *WALK,
    )
    LINE_KEYS = (KEEP,)
    PAGE_KEYS: ClassVar[tuple[Command[Exploring], ...]] = (
        Command(change, N_("Change"), N_("Edit it, or plan the phase"), ("enter", "e"), 10),
        Command(plan, N_("Plan"), N_("In which session a phase comes up"), ("s",), 15),
        PLAN_PHASE,
        AGREEMENT,
        RECORD_BY_LETTER,
        OTHER,
    )
