"""Who people are: their name, organisation and function, their role, and whether they vote and date."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _
from data.model import Participant, Role
from data.people import read_people
from data.verbs.network import edit_participant, set_role
from screens.check_in.marking import Marking
from screens.dialogs.ask import AskLine
from screens.shell.part import Part
from widgets.command import Command


class Describing(Part):
    """Changes the person that is meant."""

    def __init__(self, marking: Marking) -> None:
        super().__init__(marking.screen)
        self._marking = marking

    def nobody(self) -> str | None:
        """Why there is nobody to change."""
        return self._marking.nobody()

    @property
    def _who(self) -> Participant:
        return self.house.state.get(Participant, self._marking.meant)

    def edit(self, typed: str | None = None) -> None:
        """Change name, organisation and function in one line; ``typed`` is what was refused before."""
        who = self._who
        now = "; ".join((who.name, who.organisation, who.function)).rstrip("; ")
        ask = AskLine(_("Name; organisation; function"), now if typed is None else typed)
        self.house.push_screen(ask, lambda answer: self._edited(who.id, answer))

    def _edited(self, id_: str, typed: str | None) -> None:
        if not (typed or "").strip():
            return
        found = read_people(typed or "")
        for problem in found.problems:
            self.house.warn(problem.said)
        if not found.people:
            return
        person = found.people[0]
        done = self.house.do(
            edit_participant,
            participant=id_,
            name=person.name,
            organisation=person.organisation,
            function=person.function,
        )
        if not done:
            self.edit(typed)

    def role(self) -> None:
        """The next role; whether they vote and date follows from it again."""
        roles, who = list(Role), self._who
        self.house.do(set_role, participant=who.id, role=roles[(roles.index(who.role) + 1) % len(roles)])

    def votes(self) -> None:
        """Whether somebody votes, whatever the role says."""
        who = self._who
        self.house.do(set_role, participant=who.id, votes=not who.may_vote, dates=who.dates)

    def dates(self) -> None:
        """Whether somebody takes part in speed dates, whatever the role says."""
        who = self._who
        self.house.do(set_role, participant=who.id, votes=who.votes, dates=not who.may_date)

    # -- its keys

    PAGE_KEYS: ClassVar[tuple[Command[Describing], ...]] = (
        Command(
            lambda part: part.edit(),
            N_("Change"),
            N_("Change name, organisation and function"),
            ("e",),
            18,
            cannot=nobody,
        ),
        Command(role, N_("Role"), N_("Participant, facilitator, guest, observer"), ("r",), cannot=nobody),
        Command(votes, N_("Votes"), N_("Whether this person votes, whatever the role"), ("s",), cannot=nobody),
        Command(
            dates, N_("In speed dates"), N_("Whether this person takes part in speed dates"), ("d",), cannot=nobody
        ),
    )
