"""What is asked of the planner of speed dates: who, in what sizes, how often, and what to take into account."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import Literal

Table = tuple[int, ...]
Round = tuple[Table, ...]
Rounds = tuple[Round, ...]
Pair = tuple[int, int]
Odd = Literal["sit", "trio"]

MOST_PEOPLE = 200
SIZES = range(2, 11)
MOST_ROUNDS = 100


class RequestError(ValueError):
    """The request cannot be planned; the message says why, in English."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What one meeting costs: of a pair again, of people met in an earlier session, of colleagues."""

    repeats: int = 1
    met_before: int = 1
    apart: int = 1


@dataclass(frozen=True)
class Request:
    """People are numbers from 0 to `people` - 1; somebody who left keeps the number, somebody new gets the next one.

    `rounds` counts the rounds to plan. `past` are the rounds held in this session. `present` has the people of each
    round to plan; None means everybody in all of them. `met_before` are pairs of earlier sessions, `apart` the groups
    of people (organisations) who know each other already. `odd` counts for pairs only: one sits out in turn, or one
    table is a trio. `pinned` gives a person's table, from 0, in every coming round.
    `planned` are the coming rounds as they were planned before: the new plan is not worse than what is left of them.
    """

    people: int
    size: int = 2
    rounds: int = 1
    groups: int | None = None
    past: Rounds = ()
    present: tuple[Table, ...] | None = None
    met_before: tuple[Pair, ...] = ()
    apart: tuple[Table, ...] = ()
    odd: Odd = "sit"
    pinned: Mapping[int, int] = field(default_factory=dict)
    planned: Rounds = ()
    weights: Weights = Weights()
    seed: int = 0

    @cached_property
    def attendance(self) -> tuple[Table, ...]:
        """The people present in each round to plan, in order of their number."""
        if self.present is None:
            return (tuple(range(self.people)),) * self.rounds
        return tuple(tuple(sorted(present)) for present in self.present)

    @cached_property
    def seatings(self) -> tuple[tuple[int, ...], ...]:
        """The sizes of the tables of each round to plan, largest first; they hold all but who sits out."""
        return tuple(sizes_of(len(present), self.size, self.groups, self.odd) for present in self.attendance)

    @property
    def plain(self) -> bool:
        """Whether nothing but head counts matters: everybody is there, nobody met, nobody is to be kept apart."""
        everybody = len(set(self.attendance)) <= 1 and all(len(p) == self.people for p in self.attendance)
        return everybody and not (self.past or self.met_before or self.apart or self.pinned or self.planned)


def sizes_of(people: int, size: int, groups: int | None = None, odd: Odd = "sit") -> tuple[int, ...]:
    """Table sizes for `people`: people/size tables, rounded half up, or `groups`; sizes differ by at most one.

    Pairs make half of the people, rounded down, tables; an odd count gives one trio or leaves one person out.
    """
    if size == 2 and groups is None:
        tables = people // 2
        if odd == "sit":
            return (2,) * tables
    else:
        tables = groups if groups is not None else max(1, (2 * people + size) // (2 * size))
    tables = min(tables, people)
    if not tables:
        return ()
    each, more = divmod(people, tables)
    return (each + 1,) * more + (each,) * (tables - more)


def pairs_of(rounds: Iterable[Round]) -> Iterator[Pair]:
    """The pairs at each table of each round, lower number first; a pair comes once for each meeting."""
    for held in rounds:
        for table in held:
            yield from combinations(sorted(table), 2)


def check(request: Request) -> None:
    """Raise RequestError, in words, where the request contradicts itself or asks for more than the planner does."""
    _check_counts(request)
    for held in request.past:
        _check_round(held, request.people)
    for present in request.present or ():
        _check_people(present, request.people, "a person is present twice in one round")
    if request.present is not None and len(request.present) != request.rounds:
        raise RequestError(f"present has {len(request.present)} lists for {request.rounds} rounds")
    for pair in request.met_before:
        if len(pair) != 2 or pair[0] == pair[1]:
            raise RequestError("met_before takes pairs of two people")
        _check_people(pair, request.people, "")
    for group in request.apart:
        _check_people(group, request.people, "a person is twice in one group of apart")
    _check_pins(request)


def _check_counts(request: Request) -> None:
    if not 2 <= request.people <= MOST_PEOPLE:
        raise RequestError(f"people must be 2 to {MOST_PEOPLE}")
    if request.size not in SIZES:
        raise RequestError(f"size must be {SIZES.start} to {SIZES.stop - 1}")
    if not 0 <= request.rounds <= MOST_ROUNDS:
        raise RequestError(f"rounds must be 0 to {MOST_ROUNDS}")
    if request.groups is not None and not 1 <= request.groups <= request.people:
        raise RequestError("groups must be 1 to the number of people")
    if request.odd not in ("sit", "trio"):
        raise RequestError("odd must be sit or trio")


def _check_round(held: Round, people: int) -> None:
    _check_people([person for table in held for person in table], people, "a person sits twice in one past round")


def _check_people(group: Iterable[int], people: int, twice: str) -> None:
    members = list(group)
    for person in members:
        if not 0 <= person < people:
            raise RequestError(f"there is no person {person}")
    if len(set(members)) != len(members):
        raise RequestError(twice)


def _check_pins(request: Request) -> None:
    if not request.pinned:
        return
    _check_people(request.pinned, request.people, "")
    for present, sizes in zip(request.attendance, request.seatings, strict=True):
        for table in {request.pinned[person] for person in present if person in request.pinned}:
            if not 0 <= table < len(sizes):
                raise RequestError(f"there is no table {table} to be pinned to")
            pinned_here = sum(request.pinned.get(person) == table for person in present)
            if pinned_here > sizes[-1]:
                raise RequestError(f"more people are pinned to table {table} than it seats")
