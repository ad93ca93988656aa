"""The people of the network: typed, pasted or imported; who they are, who leaves, and who comes instead."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual.content import Content

from data.i18n import N_, _, day, plural, told
from data.methods.size import of_size
from data.model import Participant, Refused, Role, say
from data.names import by_name
from data.people import People, read_people
from data.people.files import read_list
from data.text import NAME_LIMIT, TEXT_LIMIT
from data.verbs.leaving import come_back, leave_network, open_of
from data.verbs.network import add_people, edit_participant, members, people, remove_participant, set_role
from data.words import ROLES
from screens.dialogs.ask import AskLine, Choose
from screens.dialogs.form import Field, ask_form
from screens.dialogs.people_sheet import Again, PeopleSheet
from screens.network.tabs.tab import Tab
from screens.shell.presence import about, set_apart
from widgets.capture_line import CaptureLine
from widgets.command import Command
from widgets.ledger import Chapter, Entry

FIELDS = (
    ("name", N_("name"), NAME_LIMIT),
    ("organisation", N_("organisation"), NAME_LIMIT),
    ("function", N_("function"), NAME_LIMIT),
    ("email", N_("e-mail"), NAME_LIMIT),
    ("interest", N_("interest"), TEXT_LIMIT),
    ("goal", N_("own learning goal"), TEXT_LIMIT),
    ("context", N_("work context"), TEXT_LIMIT),
)
"""What is kept of somebody, in the order of its form."""

PRIVATE = frozenset({"email", "goal"})
"""What is not for the room."""


class PeopleTab(Tab):
    """Everybody by name; the line adds somebody, or a whole pasted list."""

    TITLE = N_("People")
    PLACEHOLDER = N_("name; organisation; function, or paste a list")

    # -- what is shown

    def chapters(self) -> list[Chapter]:
        """Who is in the network, and who left it."""
        here = members(self.state)
        gone = by_name(who for who in people(self.state) if who.left)
        count = plural("{n} person", "{n} people", len(here))
        if places := self.profile.places:
            count += " · " + _("meant for {n}").format(n=places)
        return [
            Chapter(
                _("In the network"),
                tuple(Entry(who.id, who.name, "", "·", "$muted", _where(who)) for who in here),
                note=count,
                empty=_("Nobody yet: type a name, paste a list, or i imports a file."),
            ),
            *([Chapter(_("Left the network"), tuple(map(self._left, gone)))] if gone else []),
        ]

    def _left(self, who: Participant) -> Entry:
        other = self.state.find(Participant, who.replaced_by)
        instead = _("replaced by {name}").format(name=other.name) if other else ""
        still = "" if other else self._still_open(who)
        facts = (_("since {day}").format(day=day(who.left)), instead, still)
        return Entry(who.id, who.name, "", "←", "$muted", " · ".join(filter(None, facts)), faded=True)

    def _still_open(self, who: Participant) -> str:
        count = len(open_of(self.state, who.id))
        return plural("{n} thing still open", "{n} things still open", count) if count else ""

    def hint(self) -> Content | str:
        """What is kept of who is chosen; below a line that is typed, how it is read."""
        if typed := self.lined.typed:
            return self._reading(typed)
        who = self._who
        if who is None:
            number = len(members(self.state))
            return "" if self.hidden or not number else told(of_size(number))
        kept = [
            (label, getattr(who, key)) for key, label, _limit in FIELDS[3:] if key not in PRIVATE or not self.hidden
        ]
        facts = [f"{_(label)}: {value}" for label, value in kept if value]
        facts += [*set_apart(who), *([] if self.hidden else filter(None, [self._still_open(who)]))]
        return Content.assemble((who.name, "bold"), "  " + " · ".join(filter(None, (about(who), *facts))))

    def _reading(self, typed: str) -> str:
        found = read_people(typed, people(self.state))
        if found.doubles:
            return _("{name} is already there").format(name=found.doubles[0].name)
        doubts = [told(problem.said) for problem in found.problems]
        said = [" · ".join(filter(None, (who.name, who.organisation, who.function, who.email))) for who in found.people]
        return "   ".join([*said, *doubts])

    # -- adding

    def keep(self) -> None:
        """Add whoever the line says."""
        typed = self.lined.line.value
        found = read_people(typed, people(self.state))
        if found.people and (done := self.house.do(add_people, people=found.people)):
            self.lined.line.take()
            self.reveal(done.change.puts[0].id)
        elif typed.strip():
            self.house.warn(say("Type a name that is not there yet."))

    def pasted(self, event: CaptureLine.Pasted) -> None:
        """Show what was understood of a pasted list, and add everybody once that is agreed with."""
        self._offer(lambda columns: read_people(event.text, people(self.state), columns))

    def bring(self) -> None:
        """Ask which file."""
        self.house.push_screen(AskLine(_("Where is the list?"), placeholder="~/Documents/….csv"), self._bring)

    def _bring(self, typed: str | None) -> None:
        if not typed:
            return
        path = Path(typed.strip().strip("'\"")).expanduser()
        try:
            self._offer(lambda columns: read_list(path, people(self.state), columns))
        except Refused as refused:
            self.house.warn(refused.said)
        except OSError as error:
            self.house.warn(say("The list cannot be read ({why}).", why=error.strerror or str(error)))

    def _offer(self, again: Again) -> None:
        def keep(found: People | None) -> None:
            if found and found.people and (done := self.house.do(add_people, people=found.people)):
                self.house.tell(told(done.change.label))

        self.house.push_screen(PeopleSheet(again({}), again=again), keep)

    # -- who is chosen

    @property
    def _who(self) -> Participant | None:
        return self.state.find(Participant, self.chosen)

    def nobody(self) -> str | None:
        """Why there is nobody to do something with."""
        return None if self._who else _("Choose somebody first.")

    def edit(self) -> None:
        """Fill in what is kept of somebody; what is not for the room is left out while it looks along."""
        if not (who := self._who):
            return
        shown = [each for each in FIELDS if not (self.hidden and each[0] in PRIVATE)]
        fields = [Field(key, _(label), getattr(who, key), "", limit) for key, label, limit in shown]
        keep = partial(self._edited, who.id)
        ask_form(self.house, who.name, fields, keep, about=who.id, private=not self.hidden)

    def _edited(self, who: str, typed: Mapping[str, str]) -> object:
        given: dict[str, Any] = dict(typed)
        return self.house.do(edit_participant, participant=who, **given)

    def role(self) -> None:
        """Choose what somebody is."""
        if who := self._who:
            roles = [(role.value, told(name), "") for role, name in ROLES.items()]
            self.house.push_screen(Choose(_("What is {name}?").format(name=who.name), roles), self._role)

    def _role(self, role: str | None) -> None:
        if role and (who := self._who):
            self.house.do(set_role, participant=who.id, role=Role(role), votes=who.votes, dates=who.dates)

    def host(self) -> None:
        """Somebody can be host, or not."""
        if (who := self._who) and self.house.do(edit_participant, participant=who.id, hosts=not who.hosts):
            said = _("{name} can host") if not who.hosts else _("{name} does not host")
            self.house.tell(said.format(name=who.name))

    def leave(self) -> None:
        """Somebody leaves: ask who comes instead; whoever left is back."""
        if not (who := self._who):
            return
        if who.left:
            self.house.do(come_back, participant=who.id)
            return
        others = [(other.id, other.name, about(other)) for other in members(self.state) if other.id != who.id]
        still = self._still_open(who)
        nobody = ("", _("Nobody"), _("{open} stays open").format(open=still) if still else "")
        heading = _("{name} is leaving. Who takes their place?").format(name=who.name)
        self.house.push_screen(Choose(heading, [nobody, *others]), lambda other: self._left_for(who.id, other))

    def _left_for(self, who: str, other: str | None) -> None:
        if other is not None and (done := self.house.do(leave_network, participant=who, replaced_by=other or None)):
            self.house.tell(told(done.change.label))

    def remove(self) -> None:
        """Take away whoever was added by mistake."""
        if (who := self._who) and self.house.do(remove_participant, participant=who.id):
            self.house.tell(_("{name} removed · Ctrl+Z brings them back").format(name=who.name))

    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = (
        Command(edit, N_("Change"), N_("Everything we know of somebody"), ("enter", "e"), 10, cannot=nobody),
        Command(bring, N_("Import"), N_("Add everybody on a list: CSV, a workbook, e-mail addresses"), ("i",), 11),
        Command(leave, N_("Has left"), N_("Leaves the network, is replaced, or comes back"), ("l",), 12, cannot=nobody),
        Command(role, N_("Role"), N_("Participant, facilitator, guest or observer"), ("r",), 13, cannot=nobody),
        Command(host, N_("Host"), N_("Can host a session, or not"), ("g",), cannot=nobody),
        Command(
            remove,
            N_("Remove"),
            N_("Remove somebody added by mistake"),
            ("delete", "backspace"),
            cannot=nobody,
        ),
    )


def _where(who: Participant) -> str:
    """Where somebody works, and what they are unless an ordinary participant."""
    role = "" if who.role is Role.PARTICIPANT else told(ROLES[who.role])
    return " · ".join(filter(None, (who.organisation, role)))
