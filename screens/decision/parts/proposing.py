"""Proposing: proposals typed or taken from the clusters of a brainstorm, worded anew, and from whom they come."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.model import Proposal, say
from data.text import fold, line
from data.verbs.decision.phases import clusters_left, drop, propose, propose_clusters
from screens.decision import lines
from screens.decision.parts.anywhere import AGREEMENT, OTHER, RECORD, RECORD_BY_LETTER
from screens.decision.parts.part import BACK, KEEP, ONWARD, TURN_KIND, WALK, Part
from screens.decision.parts.planning import PLAN_PHASE
from screens.decision.parts.rewording import ask_source, ask_wording
from screens.decision.words import Kind, session_name
from screens.dialogs.ask import Choose
from screens.shell.added import is_new
from widgets.command import Command
from widgets.laid_out import Layout

ALL = "all"


class Proposing(Part):
    """Proposals are made."""

    LISTS = True

    KINDS = (Kind.PROPOSAL,)

    def layout(self) -> Layout:
        """The proposals, and the earlier wordings of the chosen one."""
        state, going, chosen = self.subject.state, self.subject.going, self.subject.chosen
        return lambda width, height: lines.propose(state, going, chosen, width, height)

    def hint(self) -> Content:
        """That F5 takes clusters, while there are any and nothing is typed."""
        left = len(clusters_left(self.subject.state, self.subject.going.id))
        if not left or self.lined.line.value:
            return Content("")
        said = _("turns brainstorm clusters into proposals ({n} left)").format(n=left)
        return Content.assemble(("F5", "bold $key"), f" {said}")

    async def keep(self) -> None:
        """Keep a proposal."""
        typed, subject = self.lined.line.value, self.subject
        if not typed.strip():
            return
        done = self.house.do(propose, decision=subject.going.id, session=subject.session.id, text=typed)
        same = next((one for one in subject.standing if fold(one.text) == fold(line(typed))), None)
        if done and is_new(self.house, done, say("That is proposal {letter} already.", letter=subject.letter(same))):
            self.taken()
            self.lined.page.choose(done.change.puts[0].id)
        elif done and same:
            self.lined.page.choose(same.id)
        self.screen.show_data()

    # -- from clusters

    def clusters(self) -> None:
        """Which cluster becomes a proposal."""
        state = self.subject.state
        left = clusters_left(state, self.subject.going.id)
        if not left:
            self.house.warn(say("There is no cluster that is not a proposal yet."))
            return
        choices = [(one.id, one.title, session_name(state, one.session)) for one in left]
        if len(left) > 1:
            choices.append((ALL, _("All of them"), ""))
        self.house.push_screen(Choose(_("Which cluster becomes a proposal?"), choices), self._from_clusters)

    def _from_clusters(self, chosen: str | None) -> None:
        if chosen:
            going = self.subject.going.id
            every = [one.id for one in clusters_left(self.subject.state, going)]
            ids = every if chosen == ALL else [chosen]
            self.house.do(propose_clusters, decision=going, session=self.subject.session.id, clusters=ids)

    # -- one proposal

    @property
    def _proposal(self) -> Proposal:
        return self.subject.state.get(Proposal, self.subject.chosen)

    def no_line(self) -> str | None:
        """Why there is nothing to change."""
        return None if self.subject.chosen else _("Choose a line first.")

    def change(self) -> None:
        """Word the chosen proposal anew."""
        ask_wording(self, self._proposal)

    def source(self) -> None:
        """From whom the chosen proposal comes."""
        ask_source(self, self._proposal)

    def drop(self) -> None:
        """Drop the chosen proposal, or take it back."""
        proposal = self._proposal
        self.house.do(drop, proposal=proposal.id, dropped=not proposal.dropped)

    # -- its keys

    KEYS: ClassVar[tuple[Command[Proposing], ...]] = (
        *TURN_KIND,
        Command(clusters, N_("From clusters"), N_("Clusters of the brainstorm become proposals"), ("f5",), 14),
        ONWARD,
        BACK,
        RECORD,
        *WALK,
    )
    LINE_KEYS = (KEEP,)
    PAGE_KEYS: ClassVar[tuple[Command[Proposing], ...]] = (
        Command(change, N_("Change"), N_("Edit it; it becomes a new version"), ("enter", "e"), 10, cannot=no_line),
        Command(
            drop, N_("Remove"), N_("Drop the proposal, or restore it"), ("delete", "backspace"), 18, cannot=no_line
        ),
        Command(source, N_("Who from"), N_("Who the proposal comes from"), ("w",), 41, cannot=no_line),
        AGREEMENT,
        PLAN_PHASE,
        RECORD_BY_LETTER,
        OTHER,
    )
