"""First seatings for a search: plans known from elsewhere, what is left of an older plan, or chance."""

from collections import Counter
from collections.abc import Iterator
from itertools import cycle, islice

from data.methods.rounds.library import all_known, longest
from data.methods.rounds.pairs import blocks, circle, with_trio
from data.methods.rounds.request import Request, Round, Rounds, Table, pairs_of
from data.methods.rounds.sitting import is_fair, past_sitting, shuffled, sitting_out


def dealt(request: Request, out: tuple[Table, ...]) -> Rounds:
    """Rounds by chance, pinned people at their tables."""
    return tuple(
        _deal(shuffled(sorted(set(present).difference(away)), request.seed + number), sizes, request)
        for number, (present, sizes, away) in enumerate(zip(request.attendance, request.seatings, out, strict=True))
    )


def _deal(people: list[int], sizes: tuple[int, ...], request: Request) -> Round:
    tables: list[list[int]] = [[] for _ in sizes]
    for person in people:
        if person in request.pinned:
            tables[request.pinned[person]].append(person)
    others = iter([person for person in people if person not in request.pinned])
    for table, size in zip(tables, sizes, strict=True):
        table.extend(next(others) for _ in range(size - len(table)))
    return tuple(tuple(sorted(table)) for table in tables)


def designs(request: Request) -> Iterator[Rounds]:
    """Ideal plans for this head count, of at least so many rounds, to be relabelled and cut."""
    if len(set(request.attendance)) != 1 or request.pinned:
        return
    people, sizes = len(request.attendance[0]), request.seatings[0]
    if set(sizes) == {2}:
        if people % 2 == 0 or not past_sitting(request):
            turns = people - 1 + people % 2
            yield circle(people, -(-request.rounds // turns) * turns)
        for size in sorted({len(group) for group in request.apart if group}, reverse=True):
            if people % (2 * size) == 0 and request.rounds <= people - (size if size % 2 else 1):
                yield blocks(people // size, size)
    elif sizes:
        for plan in all_known(people, len(sizes), request.rounds):
            if max(Counter(pairs_of(plan)).values()) == 1:
                yield plan


def repeated(request: Request) -> Rounds:
    """For more rounds than any plan has: the longest that is known from the beginning again, or the circle with a trio.

    () where more than head counts matters.
    """
    if not request.plain:
        return ()
    sizes = request.seatings[0]
    plan = longest(request.people, len(sizes))
    if len(plan) < request.people // 2 and sizes[0] == 3 and request.size == 2:
        plan = with_trio(request.people, request.rounds)
    return tuple(islice(cycle(plan), request.rounds))


def continued(request: Request, planned: Rounds) -> Rounds:
    """What is left of the rounds planned before: who left is struck, who came or is too many fills what is empty.

    () where nothing was planned. Who is left alone by it sits out, if that is fair.
    """
    if not planned:
        return ()
    alone = tuple(
        tuple(sorted(set(present).difference(*(table for table in held if len(set(table) & set(present)) > 1))))
        for held, present in zip(planned, request.attendance, strict=False)
    )
    fresh = dealt(request, alone if is_fair(request, alone) else sitting_out(request))
    return tuple(
        _kept(old, new, frozenset(request.pinned))
        for old, new in zip((*planned, *fresh[len(planned) :]), fresh, strict=False)
    )


def _kept(old: Round, new: Round, pinned: frozenset[int]) -> Round:
    """The old round seated as the new one is: its sizes, all whom it seats, pinned people where it has them."""
    free = {person for table in new for person in table} - pinned
    remains = sorted(((free.intersection(table)) for table in old), key=len, reverse=True)
    kept: list[set[int]] = []
    for number, table in enumerate(new):
        own = set(table) & pinned
        room = len(table) - len(own)
        stay = sorted(remains[number])[:room] if number < len(remains) else []
        free.difference_update(stay)
        kept.append(own.union(stay))
    rest = sorted(free)
    for table, chosen in zip(new, kept, strict=True):
        while len(chosen) < len(table):
            chosen.add(rest.pop())
    return tuple(tuple(sorted(chosen)) for chosen in kept)
