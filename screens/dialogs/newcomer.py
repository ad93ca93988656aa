"""A name that nobody bears yet: Enter asks, a second Enter adds."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from data.i18n import _, told
from data.model import Participant
from data.network import Applied
from data.people import Person, read_people
from data.text import line
from data.verbs.check_in import add_and_arrive
from screens.shell.house import House


def asking(typed: str, known: Sequence[Participant], *, asked: bool) -> Content:
    """What is said of a name that means nobody; ``asked`` once Enter was pressed on it."""
    found = read_people(typed, known)
    if not found.people:
        return Content("")
    name = found.people[0].name
    if not asked:
        text = _("Nobody here is called “{name}” · Enter to add").format(name=name)
        return Content.styled(text, "$muted")
    doubt = f" {told(found.problems[0].said)}" if found.problems else ""
    text = _("Press Enter again: “{name}” is new, and is here.").format(name=name)
    return Content.assemble((text, "bold $foreground"), (doubt, "$attention"))


def add(house: House, session: str, typed: str) -> Applied | None:
    """Add whoever was typed (``name; organisation; function``) and mark them present; None when refused."""
    found = read_people(line(typed)).people
    return arrive_new(house, session, found[0]) if found else None


def arrive_new(house: House, session: str, person: Person) -> Applied | None:
    """Add somebody of a list and mark them present; None when refused."""
    return house.do(
        add_and_arrive,
        session=session,
        name=person.name,
        organisation=person.organisation,
        function=person.function,
    )
