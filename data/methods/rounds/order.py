"""In which order rounds are held: what cannot be avoided comes as late as it can."""

from collections import defaultdict

from data.methods.rounds.request import Pair, Request, Rounds, pairs_of

Held = defaultdict[Pair, list[int]]


def later(request: Request, rounds: Rounds) -> Rounds:
    """The same rounds, those in which most people meet again or meet whom they met in an earlier session last.

    From the end: of the rounds left, the one that costs the others most goes last, of equals the one that stood last.
    Rounds trade places only with those that have the same people.
    """
    held = _held(request, rounds)
    price = _prices(request, held, len(rounds))
    if not any(price):
        return rounds
    ordered, left = list(rounds), set(range(len(rounds)))
    for place in reversed(range(len(rounds))):
        alike = (number for number in left if request.attendance[number] == request.attendance[place])
        last = max(alike, key=lambda number: (price[number], number))
        ordered[place] = rounds[last]
        left.remove(last)
        for pair in pairs_of((rounds[last],)):
            for number in left.intersection(held[pair]):
                price[number] -= request.weights.repeats
    return tuple(ordered)


def _held(request: Request, rounds: Rounds) -> Held:
    """The rounds in which each pair meets; those of the past have a number below 0."""
    held: Held = defaultdict(list)
    for number, tables in enumerate((*request.past, *rounds), -len(request.past)):
        for pair in pairs_of((tables,)):
            held[pair].append(number)
    return held


def _prices(request: Request, held: Held, rounds: int) -> list[int]:
    """What each round to hold costs when all others are held too: meetings again, and meetings of earlier sessions."""
    weights, earlier = request.weights, {(min(pair), max(pair)) for pair in request.met_before}
    price = [0] * rounds
    for pair, numbers in held.items():
        cost = weights.repeats * (len(numbers) - 1) + weights.met_before * (pair in earlier)
        for number in numbers if cost else ():
            if number >= 0:
                price[number] += cost
    return price
