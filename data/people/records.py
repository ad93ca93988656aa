"""What is read from a list of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from data.model import Role, Said

PEOPLE_LIMIT = 200
"""The most people one list may bring."""


class Column(StrEnum):
    """What a column of a list says of somebody."""

    NAME = "name"
    FIRST_NAME = "first_name"
    INFIX = "infix"
    LAST_NAME = "last_name"
    TITLE = "title"
    ORGANISATION = "organisation"
    FUNCTION = "function"
    EMAIL = "email"
    INTEREST = "interest"
    GOAL = "goal"
    CONTEXT = "context"
    ROLE = "role"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of a list who is not yet a participant; ``row`` is where, counted from 1 with empty and title rows."""

    name: str
    organisation: str = ""
    function: str = ""
    email: str = ""
    interest: str = ""
    goal: str = ""
    context: str = ""
    role: Role = Role.PARTICIPANT
    row: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """What is odd about a row (counted from 1), and whether it was left out."""

    row: int
    said: Said
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How a list was understood.

    ``columns`` has each header as it was written, and what it says (None: it is not kept). ``separator`` is empty for
    one name a row, ``addresses`` tells that it is a line of mail addresses, ``family_first`` that names were written
    ``Family, First``, ``encoding`` how its bytes were read (empty where there were none).
    """

    columns: Mapping[str, Column | None] = field(default_factory=dict)
    separator: str = ""
    addresses: bool = False
    family_first: bool = False
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """The people of a list, in its order, what to look at, and how it was understood.

    ``doubles`` were there already: in the network, or earlier in the list; they are not among ``people``.
    """

    people: tuple[Person, ...] = ()
    problems: tuple[Problem, ...] = ()
    doubles: tuple[Person, ...] = ()
    layout: Layout = field(default_factory=Layout)
