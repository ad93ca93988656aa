"""A list of people was pasted: what was understood of it, and one key to take it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from data.i18n import _, plural, told
from data.model import Participant
from data.names import same_name
from data.people import People, Person, read_people, understood
from data.text import fold
from data.verbs.check_in import arrive
from data.verbs.network import people
from screens.dialogs import newcomer
from screens.shell.house import House

SHOWN = 9
"""So many people, and so many problems, are shown."""


class PeopleSheet(ModalScreen[bool | None]):
    """Shows who was read from a list, who of them is known, and what was not understood; gives whether to take it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", show=False),
        Binding("escape", "dismiss", show=False),
    ]

    def __init__(self, found: People, known: frozenset[int] = frozenset(), *, adding: bool = False) -> None:
        """``known`` are the rows of those who take part in the network already; ``adding`` is to the network alone."""
        super().__init__()
        self._found = found
        self._known = known
        self._adding = adding

    def compose(self) -> ComposeResult:
        """How many, the first of them, what to look at, and the keys."""
        with Vertical(classes="sheet"):
            yield Static(plural("{n} person", "{n} people", len(self._found.people)), classes="heading", markup=False)
            yield Static(Content("\n").join(self._people()), id="pasted", markup=False)
            if told_of := preview(self._found):
                yield Static(Content("\n" + "\n".join(told_of)), classes="muted", markup=False)
        foot = _("Enter marks them all present · Esc leaves it")
        if self._adding:
            foot = _("Enter adds them all · Esc leaves it")
        yield Static(foot, classes="sheet-foot", markup=False)

    def _people(self) -> Iterator[Content]:
        people = self._found.people
        for person in people[:SHOWN]:
            new = "" if self._adding or person.row in self._known else "  " + _("new")
            yield Content.assemble(("▌ ", "$muted"), described(person)[:200], (new, "$success"))
        if len(people) > SHOWN:
            yield Content.styled(_("… and {n} more").format(n=len(people) - SHOWN), "$muted")

    def action_keep(self) -> None:
        """Take the list."""
        self.dismiss(True)


def described(person: Person) -> str:
    """Somebody of a list in one line."""
    return " · ".join(filter(None, (person.name, person.organisation, person.function, person.email)))


def preview(found: People, most: int = SHOWN) -> list[str]:
    """What was understood of a list beside its people: its columns, its doubles, and what is odd about which row."""
    said = [told(each) for each in understood(found)]
    said += [
        _("row {n}: {what}").format(n=double.row, what=_("{name} is there already").format(name=double.name))
        for double in found.doubles
    ]
    said += [_("row {n}: {what}").format(n=problem.row, what=told(problem.said)) for problem in found.problems]
    return [*said[:most], _("… and {n} more").format(n=len(said) - most)] if len(said) > most else said


def offer_people(house: House, session: str, pasted: str) -> None:
    """Show who was pasted; once it is agreed with they arrive, and whoever is new is added."""
    everybody, found = people(house.state), read_people(pasted)
    come = [(person, next((who for who in everybody if _same(who, person)), None)) for person in found.people]

    def keep(agreed: bool | None) -> None:
        for person, known in come if agreed else ():
            if known:
                house.do(arrive, session=session, participant=known.id)
            else:
                newcomer.arrive_new(house, session, person)

    house.push_screen(PeopleSheet(found, frozenset(person.row for person, known in come if known)), keep)


def _same(who: Participant, person: Person) -> bool:
    """Whether somebody of a list is this participant: the same name, and the same organisation or none."""
    places = {fold(who.organisation), fold(person.organisation)} - {""}
    return same_name(who.name, person.name) and len(places) < 2
