"""Examining: strengths, weaknesses, opportunities and threats of one proposal after another."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _
from data.model import SwotKind, SwotPoint
from data.verbs.decision.phases import edit_point, examine, remove_point
from screens.decision import lines
from screens.decision.parts.anywhere import AGREEMENT, OTHER, RECORD, RECORD_BY_LETTER
from screens.decision.parts.part import BACK, KEEP, ONWARD, TURN_KIND, WALK, Part
from screens.decision.parts.planning import PLAN_PHASE
from screens.decision.stages import Stage
from screens.decision.words import Kind
from widgets.command import Command
from widgets.laid_out import Layout


class Examining(Part):
    """A proposal is examined."""

    LISTS = True

    KINDS = (Kind.STRENGTH, Kind.WEAKNESS, Kind.OPPORTUNITY, Kind.THREAT)

    def enter(self, before: Stage | None) -> None:
        """Every proposal begins with what is strong about it."""
        del before
        self.kind = self.KINDS[0]

    def layout(self) -> Layout:
        """The four quadrants of the proposal."""
        state, proposal, kind = self.subject.state, self.subject.proposal, self.kind
        return lambda width, height: lines.examine(state, proposal, kind, width, height)

    async def keep(self) -> None:
        """Keep a point."""
        typed, proposal = self.lined.line.value, self.subject.proposal
        if not typed.strip() or proposal is None:
            return
        done = self.house.do(
            examine,
            proposal=proposal.id,
            session=self.subject.session.id,
            kind=SwotKind(self.kind.value),
            text=typed,
        )
        if done:
            self.taken()
            self.lined.page.choose(done.change.puts[0].id)
            self.screen.show_data()

    # -- which proposal

    def turn(self, by: int) -> None:
        """Examine another proposal."""
        every = self.subject.standing
        if every and (now := self.subject.proposal):
            place = [one.id for one in every].index(now.id) if now in every else 0
            self.subject.examined = every[(place + by) % len(every)].id
            self.kind = self.KINDS[0]
            self.screen.show_data()

    def walk(self, by: int) -> None:
        """While a point is typed another proposal, else another point."""
        if self.lined.line.has_focus:
            self.turn(by)
        else:
            super().walk(by)

    # -- one point

    def no_line(self) -> str | None:
        """Why there is nothing to change."""
        return None if self.subject.chosen else _("Choose a line first.")

    def change(self) -> None:
        """Type the chosen point over."""
        point = self.subject.state.get(SwotPoint, self.subject.chosen)
        self.ask(_("Change this line"), point.text, lambda text: self._changed(point.id, text))

    def _changed(self, id_: str, text: str) -> None:
        self.house.do(edit_point, point=id_, text=text)

    def remove(self) -> None:
        """Take the chosen point away."""
        if self.house.do(remove_point, point=self.subject.chosen):
            self.house.tell(_("Removed · Ctrl+Z brings it back"))

    # -- its keys

    KEYS: ClassVar[tuple[Command[Examining], ...]] = (
        *TURN_KIND,
        Command(lambda part: part.turn(1), N_("Next proposal"), N_("Examine the next proposal"), ("f5",), 14),
        ONWARD,
        BACK,
        RECORD,
        *WALK,
    )
    LINE_KEYS = (KEEP,)
    PAGE_KEYS: ClassVar[tuple[Command[Examining], ...]] = (
        Command(change, N_("Change"), N_("Edit it"), ("enter", "e"), 10, cannot=no_line),
        Command(
            remove,
            N_("Remove"),
            N_("Remove it; Ctrl+Z brings it back"),
            ("delete", "backspace"),
            18,
            cannot=no_line,
        ),
        Command(lambda part: part.turn(1), N_("Next proposal"), N_("Examine the next proposal"), ("n",), 13),
        Command(lambda part: part.turn(-1), N_("Previous proposal"), N_("Examine the previous proposal"), ("p",)),
        AGREEMENT,
        PLAN_PHASE,
        RECORD_BY_LETTER,
        OTHER,
    )
