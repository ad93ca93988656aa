"""What becomes of an objection: taken into a new wording, withdrawn, or noted."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _
from data.model import Objection, ObjectionFate, Proposal
from data.verbs.decision.closing import integrate, set_fate, set_speaker, unresolved
from screens.decision.parts.anywhere import ask_whose
from screens.decision.parts.part import Owner
from widgets.command import Command


class Objections(Owner):
    """The objections to what was proposed."""

    @property
    def standing(self) -> list[Objection]:
        """Those that still stand."""
        return unresolved(self.subject.state, self.subject.going.id)

    @property
    def chosen(self) -> Objection | None:
        """The chosen objection, else the only one that stands."""
        standing = self.standing
        chosen = self.subject.state.find(Objection, self.subject.chosen)
        return chosen or (standing[0] if len(standing) == 1 else None)

    def none_to(self, fate: ObjectionFate) -> str | None:
        """Why nothing can become of what is chosen: it did already, it was taken in, or nothing is chosen."""
        said = self.chosen
        if said is None:
            return _("Choose an objection first.")
        done = said.fate in {fate, ObjectionFate.INTEGRATED}
        return _("That was settled already.") if done else None

    def none_stands(self) -> str | None:
        """Why there is nothing to take into a new wording."""
        said = self.chosen
        stands = said is not None and said.fate in {ObjectionFate.OPEN, ObjectionFate.NOTED}
        return None if stands else _("Choose an objection on the page first.")

    def integrate(self) -> None:
        """Word the proposal so that it takes the objection in: a new version."""
        if (said := self.chosen) and (proposal := self.subject.state.find(Proposal, said.proposal)):
            heading = _("A wording that meets this: “{text}”").format(text=said.text)
            self._reworded(said.id, heading, proposal.text)

    def _reworded(self, id_: str, heading: str, value: str) -> None:
        self.ask(heading, value, lambda text: self._integrate(id_, heading, text))

    def _integrate(self, id_: str, heading: str, text: str) -> None:
        if not self.house.do(integrate, objection=id_, session=self.subject.session.id, text=text):
            self._reworded(id_, heading, text)

    def settle(self, fate: ObjectionFate) -> None:
        """An objection is withdrawn, or noted and stays."""
        if said := self.chosen:
            self.house.do(set_fate, objection=said.id, fate=fate)

    def ask_speaker(self, said: Objection) -> None:
        """From whom an objection comes, when it may be said."""
        heading = _("Who said it? “{text}”").format(text=said.text)
        ask_whose(self, heading, lambda who: self.house.do(set_speaker, objection=said.id, participant=who))

    # -- its keys

    PAGE_KEYS: ClassVar[tuple[Command[Objections], ...]] = (
        Command(
            integrate,
            N_("Integrate"),
            N_("Reword the proposal so that it meets the objection"),
            ("i",),
            11,
            cannot=none_stands,
        ),
        Command(
            lambda part: part.settle(ObjectionFate.WITHDRAWN),
            N_("Withdrawn"),
            N_("The objection is withdrawn"),
            ("x",),
            25,
            cannot=lambda part: part.none_to(ObjectionFate.WITHDRAWN),
        ),
        Command(
            lambda part: part.settle(ObjectionFate.NOTED),
            N_("Noted"),
            N_("The objection is noted, and stays"),
            ("d",),
            26,
            cannot=lambda part: part.none_to(ObjectionFate.NOTED),
        ),
    )
