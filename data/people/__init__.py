"""Lists of people, as they come: one reader for what is typed, pasted, imported or piped in."""

from data.people.reading import read_people, read_rows, understood
from data.people.records import PEOPLE_LIMIT, Column, Layout, People, Person, Problem

__all__ = [
    "PEOPLE_LIMIT",
    "Column",
    "Layout",
    "People",
    "Person",
    "Problem",
    "read_people",
    "read_rows",
    "understood",
]
