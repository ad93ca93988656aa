"""A row of a list as a person: the name put together, the role, and what is cut."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from data.model import Role, Said, say
from data.names import entered, in_ordinary_letters, name_of
from data.people.addresses import ADDRESS, name_from
from data.people.cells import is_telephone
from data.people.records import Column, Layout, Person, Problem
from data.text import NAME_LIMIT, TEXT_LIMIT, fold, line

_BULLET = re.compile(r"^\s*(?:[-*•–—·▪◦]\s+|\d{1,3}[.)](?:\s+|(?=[^\W\d])))(?=\S)")
_MEANT = re.compile(r"[^\s<>()\[\]]*@[^\s<>()\[\]]*")
"""What stands around an @ in a name, where it is no address."""
_ROLES = {
    Role.PARTICIPANT: "deelnemer, participant, participante, lid, member, membre",
    Role.FACILITATOR: "facilitator, begeleider, begeleiding, facilitateur, animateur, moderator, procesbegeleider",
    Role.GUEST: "gast, guest, invite, invitee, spreker, speaker, expert",
    Role.OBSERVER: "waarnemer, observer, observator, observateur",
}
_ROLE_OF = {word.strip(): role for role, words in _ROLES.items() for word in words.split(",")}

LIMITS = {
    Column.ORGANISATION: NAME_LIMIT,
    Column.FUNCTION: NAME_LIMIT,
    Column.INTEREST: TEXT_LIMIT,
    Column.GOAL: TEXT_LIMIT,
    Column.CONTEXT: TEXT_LIMIT,
}
"""How many characters of each cell are kept."""


@dataclass(slots=True)
class Found:
    """What has been read so far."""

    layout: Layout
    people: list[Person] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    doubles: list[Person] = field(default_factory=list)

    def tell(self, row: int, said: Said, *, left_out: bool = False) -> None:
        """Note what is odd about a row."""
        self.problems.append(Problem(row, said, left_out))


def person_of(found: Found, number: int, cells: dict[Column, str]) -> Person | None:
    """Somebody from the cells of a row; None, and told, where there is no name."""
    name, email = _name(found, number, cells)
    if not name and ADDRESS.fullmatch(email):
        name = name_from(email)
        found.tell(number, say("{name} was taken from the address {address}.", name=name, address=email))
    if not name or is_telephone(name):
        _without_name(found, number, name or email)
        return None
    if email and not ADDRESS.fullmatch(email):
        odd = say("“{text}” is not a complete e-mail address; it is kept as it is.", text=line(email, NAME_LIMIT))
        found.tell(number, odd)
    role = _role(found, number, cells)
    texts = {column.value: short(found, number, cells.get(column, ""), limit) for column, limit in LIMITS.items()}
    return Person(name, role=role, row=number, **{**texts, "email": short(found, number, email, NAME_LIMIT)})


def _without_name(found: Found, number: int, stands: str) -> None:
    """Tell that a row is left out, with what stands where a name should."""
    if stands:
        said = say("“{text}” is neither a name nor a complete e-mail address.", text=line(stands, NAME_LIMIT))
    else:
        said = say("There is no name on this line.")
    found.tell(number, said, left_out=True)


def _role(found: Found, number: int, cells: dict[Column, str]) -> Role:
    """The role that a cell names; a word that is none is the function, where that is not told otherwise."""
    typed = cells.get(Column.ROLE, "")
    role = _ROLE_OF.get(fold(typed))
    if typed and role is None and Column.FUNCTION not in cells:
        cells[Column.FUNCTION] = typed
    elif typed and role is None:
        found.tell(number, say("“{text}” is not a role that Kring knows.", text=line(typed, NAME_LIMIT)))
    return role or Role.PARTICIPANT


def _name(found: Found, number: int, cells: dict[Column, str]) -> tuple[str, str]:
    """The name as it is entered, and the address that stood with it or in its own column."""
    whole, email = _BULLET.sub("", cells.get(Column.NAME, "")), cells.get(Column.EMAIL, "")
    beside = ADDRESS.search(whole) or _MEANT.search(whole)
    if beside:
        email = email or beside[0]
        around = re.compile(rf"[<(\[]?{re.escape(beside[0])}[>)\]]?")
        whole = around.sub(" ", whole, count=1).strip(" <>()\t,;\"'")
    own = ADDRESS.search(email)
    if own and "@" in (more := email.replace(own[0], "", 1)):
        found.tell(
            number, say("“{text}” is a second address and is not kept.", text=line(more.strip(" ,;/"), NAME_LIMIT))
        )
    whole = _whole(found, cells, whole)
    name = in_ordinary_letters(entered(short(found, number, whole, NAME_LIMIT), surely=True))
    if len(name.partition(",")[2].split()) > 1:
        one = say("“{text}” was read as one name: put ; between name, organisation and function.", text=name)
        found.tell(number, one)
    title = cells.get(Column.TITLE, "")
    if title and name and name_of(f"{title} {name}").title:
        name = f"{title} {name}"
    elif title and name:
        found.tell(number, say("“{text}” is not a title that Kring knows.", text=line(title, NAME_LIMIT)))
    return name, own[0] if own else line(email)


def _whole(found: Found, cells: dict[Column, str], whole: str) -> str:
    """The whole name: from its parts where they stand apart, and turned where the list writes the family first."""
    parts = [cells.get(column, "") for column in (Column.FIRST_NAME, Column.INFIX, Column.LAST_NAME)]
    if any(parts):
        whole = " ".join(filter(None, (*parts[:2], _lowered(parts[2]))))
    elif found.layout.family_first and "," not in whole:
        *family, given = whole.split() or [""]
        whole = f"{' '.join(family)}, {given}" if family and not name_of(whole).title else whole
    return whole


def _lowered(family: str) -> str:
    """A family name that a list writes in capitals, in ordinary letters."""
    turned = entered(f"{family}, X") if family.isupper() and "," not in family else ""
    return turned.removeprefix("X ") or family


def short(found: Found, number: int, text: str, limit: int) -> str:
    """One line of a cell; that it was longer than is kept is told."""
    whole = line(text)
    if len(whole) > limit:
        found.tell(number, say("“{text}…” was cut at {limit} characters.", text=whole[:30], limit=limit))
    return line(text, limit)
