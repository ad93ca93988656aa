"""Pairs: everybody meets everybody by the circle method (Kirkman 1847; Lucas, Recreations mathematiques, 1883)."""

from collections import Counter

from data.methods.rounds.request import Round, Rounds, pairs_of


def circle(people: int, rounds: int) -> Rounds:
    """Rounds of pairs in which nobody meets twice before all have met; with an odd number one sits out in turn.

    One person keeps the seat, the others move one place round the circle each time; an odd group has an empty chair
    there instead. After all have met it begins again, so that nobody meets a third time before all have met twice.
    """
    chairs = people + people % 2 - 1
    return tuple(_turn(people, chairs, number % chairs) for number in range(rounds)) if people > 1 else ((),) * rounds


def _turn(people: int, chairs: int, number: int) -> Round:
    fixed = ((number, chairs),) if people % 2 == 0 else ()
    across = tuple(((number + step) % chairs, (number - step) % chairs) for step in range(1, (chairs + 1) // 2))
    return fixed + across


def blocks(groups: int, size: int) -> Rounds:
    """Rounds of pairs for an even number of groups of `size` people: first all across the groups, then within.

    Groups meet groups as people do on the circle, and in each of these turns the people of one pass along the people
    of the other; so those of one group do not meet until all others have.
    """
    across = tuple(
        tuple(
            (one * size + place, other * size + (place + shift) % size) for one, other in turn for place in range(size)
        )
        for turn in circle(groups, groups - 1)
        for shift in range(size)
    )
    if size % 2:
        return across
    return across + tuple(
        tuple((group * size + a, group * size + b) for group in range(groups) for a, b in turn)
        for turn in circle(size, size - 1)
    )


def with_trio(people: int, rounds: int) -> Rounds:
    """The circle of an odd number of people, where who would sit out joins the pair they will have met least."""
    plan = circle(people, rounds)
    met = Counter(pairs_of(plan))
    joined = []
    for held in plan:
        alone = next(iter(set(range(people)).difference(*held)))
        prices = [sum(met[min(alone, person), max(alone, person)] for person in table) for table in held]
        chosen = prices.index(min(prices))
        met.update((min(alone, person), max(alone, person)) for person in held[chosen])
        trio = tuple(sorted((*held[chosen], alone)))
        joined.append((*held[:chosen], trio, *held[chosen + 1 :]))
    return tuple(joined)
