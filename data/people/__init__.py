"""Lists of people, as they come: one reader for what is typed, pasted, imported or piped in."""

from data.people.reading import read_people, read_rows, understood
from data.people.records import NAME_LIMIT, PEOPLE_LIMIT, TEXT_LIMIT, Column, Layout, People, Person, Problem

__all__ = [
    "NAME_LIMIT",
    "PEOPLE_LIMIT",
    "TEXT_LIMIT",
    "Column",
    "Layout",
    "People",
    "Person",
    "Problem",
    "read_people",
    "read_rows",
    "understood",
]
