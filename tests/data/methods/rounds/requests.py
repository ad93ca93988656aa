"""Requests of every kind for hypothesis."""

from hypothesis import strategies as st

from data.methods.rounds import Request, Rounds, sizes_of


@st.composite
def held_rounds(draw: st.DrawFn, people: int) -> Rounds:
    """Rounds held earlier, by some of the people, at tables of any size."""
    rounds = []
    for _ in range(draw(st.integers(0, 3))):
        order = draw(st.permutations(range(people)))[: draw(st.integers(0, people))]
        size = draw(st.integers(2, 5))
        rounds.append(tuple(tuple(order[start : start + size]) for start in range(0, len(order), size)))
    return tuple(rounds)


@st.composite
def any_request(draw: st.DrawFn) -> Request:
    """Anything a facilitator could ask."""
    people = draw(st.integers(2, 18))
    rounds = draw(st.integers(0, 5))
    person = st.integers(0, people - 1)
    some = st.lists(person, unique=True, max_size=people).map(tuple)
    pair = st.tuples(person, person).filter(lambda two: two[0] != two[1])
    size = draw(st.integers(2, 6))
    present = draw(st.none() | st.lists(some, min_size=rounds, max_size=rounds).map(tuple))
    return Request(
        people,
        size,
        rounds,
        groups=draw(st.none() | st.integers(1, people)),
        past=draw(held_rounds(people)),
        present=present,
        met_before=tuple(draw(st.lists(pair, max_size=6))),
        apart=tuple(draw(st.lists(some, max_size=3))),
        odd=draw(st.sampled_from(("sit", "trio"))),
        planned=draw(held_rounds(people)),
        seed=draw(st.integers(0, 3)),
    )


@st.composite
def plain_request(draw: st.DrawFn) -> Request:
    """Head counts only."""
    people = draw(st.integers(2, 60))
    return Request(
        people,
        draw(st.integers(2, 6)),
        draw(st.integers(1, 9)),
        odd=draw(st.sampled_from(("sit", "trio"))),
        seed=draw(st.integers(0, 1)),
    )


@st.composite
def pinned_request(draw: st.DrawFn) -> Request:
    """Some people stay at a table."""
    people, size = draw(st.integers(4, 18)), draw(st.integers(2, 5))
    tables = sizes_of(people, size)
    who = draw(st.lists(st.integers(0, people - 1), unique=True, max_size=len(tables)))
    pinned = dict(zip(who, draw(st.permutations(range(len(tables)))), strict=False))
    return Request(people, size, draw(st.integers(1, 4)), pinned=pinned)
