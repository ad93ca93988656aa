"""A list of people was pasted: what was understood of it, and one key to take it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from data.i18n import _, plural, told
from data.model import Participant, Said, say, say_in
from data.names import same_name
from data.people import Column, People, Person, read_people, understood
from data.text import fold
from data.verbs.check_in import arrive
from data.verbs.network import people
from screens.dialogs import newcomer
from screens.dialogs.ask import Choose
from screens.shell.house import House

Again = Callable[[Mapping[str, Column | None]], People]
"""Reads a list once more, with some headers read otherwise."""

COLUMNS: Mapping[Column, Said] = {
    Column.NAME: say("name"),
    Column.FIRST_NAME: say("first name"),
    Column.INFIX: say("infix"),
    Column.LAST_NAME: say("last name"),
    Column.TITLE: say_in("before a name", "title"),
    Column.ORGANISATION: say("organisation"),
    Column.FUNCTION: say("function"),
    Column.EMAIL: say("e-mail"),
    Column.INTEREST: say("interest"),
    Column.GOAL: say("own learning goal"),
    Column.CONTEXT: say("work context"),
    Column.ROLE: say("role"),
    Column.NUMBER: say("number"),
}
"""What a column of a list says."""

SHOWN = 9
"""So many people are shown."""


class PeopleSheet(ModalScreen[People | None]):
    """Shows who was read from a list, who of them is known, and what was not understood; gives whom to take."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", show=False),
        Binding("k", "columns", show=False),
        Binding("escape", "dismiss", show=False),
    ]

    def __init__(self, found: People, known: frozenset[int] = frozenset(), again: Again | None = None) -> None:
        """``known`` are the rows of those who take part in the network already.

        With ``again``, which reads the list with some headers read otherwise, people are added to the network alone.
        """
        super().__init__()
        self._found = found
        self._known = known
        self._again = again
        self._asked: dict[str, Column | None] = {}

    def compose(self) -> ComposeResult:
        """How many, the first of them, all that is to be looked at, and the keys."""
        with VerticalScroll(classes="sheet") as sheet:
            sheet.can_focus = True
            yield Static(self._heading(), classes="heading")
            yield Static(Content("\n").join(self._people()), id="pasted", markup=False)
            if told_of := preview(self._found, None):
                yield Static(Content("\n" + "\n".join(told_of)), classes="muted", markup=False)
        foot = _("Enter marks them all present · Esc cancels")
        if self._again:
            foot = _("Enter adds them all · Esc cancels")
            foot += _(" · k reads a column differently") if self._found.layout.columns else ""
        yield Static(foot, classes="sheet-foot", markup=False)

    def _heading(self) -> Content:
        """How many people, and what is to be looked at; that stands below."""
        count, told_of = counted(self._found)
        return Content.assemble(count, (f"   {told_of}   ↑↓" if told_of else "", "not bold $muted"))

    def _people(self) -> Iterator[Content]:
        people = self._found.people
        for person in foremost(self._found, SHOWN):
            new = "" if self._again or person.row in self._known else "  " + _("new")
            yield Content.assemble(("▌ ", "$muted"), described(person)[:200], (new, "$success"))
        if len(people) > SHOWN:
            yield Content.styled(_("… and {n} more").format(n=len(people) - SHOWN), "$muted")

    def action_columns(self) -> None:
        """Ask which column is read otherwise."""
        headers = self._found.layout.columns
        if self._again and headers:
            shown = [(header, header[:30], _field(column)) for header, column in headers.items()]
            self.app.push_screen(Choose(_("Which column?"), shown), self._as_what)

    def _as_what(self, header: str | None) -> None:
        if header is not None:
            fields = [(column.value, told(said), "") for column, said in COLUMNS.items()]
            heading = _("What does “{header}” say?").format(header=header[:40])
            choices = [*fields, ("", _field(None), "")]
            self.app.push_screen(Choose(heading, choices), lambda field: self._read_again(header, field))

    def _read_again(self, header: str, field: str | None) -> None:
        if field is not None and self._again:
            self._asked[header] = Column(field) if field else None
            self._found = self._again(self._asked)
            self.refresh(recompose=True)
            self.call_after_refresh(lambda: self.query_one(VerticalScroll).focus())

    def action_keep(self) -> None:
        """Take the list."""
        self.dismiss(self._found)


def foremost(found: People, most: int) -> list[Person]:
    """So many people of a list, in its order: whom something is odd about before others."""
    odd = {problem.row for problem in found.problems}
    first = sorted(found.people, key=lambda person: person.row not in odd)[:most]
    return sorted(first, key=lambda person: person.row)


def described(person: Person) -> str:
    """Somebody of a list in one line."""
    return " · ".join(filter(None, (person.name, person.organisation, person.function, person.email)))


def _field(column: Column | None) -> str:
    return told(COLUMNS[column]) if column else _("not kept")


def counted(found: People) -> tuple[str, str]:
    """How many people a list has, and beside them how many rows make nobody new, and other remarks."""
    left_out = sum(problem.left_out for problem in found.problems) + len(found.doubles)
    others = len(found.problems) + len(found.doubles) - left_out
    facts = [
        plural("{n} row left out", "{n} rows left out", left_out) if left_out else "",
        plural("{n} remark", "{n} remarks", others) if others else "",
    ]
    return plural("{n} person", "{n} people", len(found.people)), " · ".join(filter(None, facts))


def preview(found: People, most: int | None = SHOWN) -> list[str]:
    """What was understood of a list beside its people: its columns, its doubles, and what is odd about which row.

    At most so many lines are given, all of them for None.
    """
    kept = [f"{header[:30]} → {_field(column)}" for header, column in found.layout.columns.items() if column]
    said = [" · ".join(kept)] if kept else []
    return _first([*said, *(told(each) for each in understood(found)), *_odd(found)], most)


def remarks(found: People, most: int | None = SHOWN) -> list[str]:
    """What is odd about which row, and who was there already."""
    return _first(_odd(found), most)


def _odd(found: People) -> list[str]:
    """Rows that are left out come before other remarks."""
    problems = sorted(found.problems, key=lambda problem: not problem.left_out)
    said = [(double.row, _("{name} is already there").format(name=double.name)) for double in found.doubles]
    said += [(problem.row, told(problem.said)) for problem in problems]
    return [_("row {n}: {what}").format(n=row, what=what) for row, what in said]


def _first(said: list[str], most: int | None) -> list[str]:
    if most is None or len(said) <= most:
        return said
    return [*said[:most], _("… and {n} more").format(n=len(said) - most)]


def offer_people(house: House, session: str, pasted: str) -> None:
    """Show who was pasted; once it is agreed with they arrive, and whoever is new is added."""
    everybody, found = people(house.state), read_people(pasted)
    come = [(person, next((who for who in everybody if _same(who, person)), None)) for person in found.people]

    def keep(agreed: People | None) -> None:
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
