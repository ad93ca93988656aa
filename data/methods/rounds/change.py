"""Changes while the speed dates run: two people swap by hand, somebody arrives, leaves or returns."""

from collections.abc import Iterable
from dataclasses import replace

from data.methods.rounds.plan import Plan, evaluate
from data.methods.rounds.request import Request, RequestError, Rounds


def swap(request: Request, plan: Plan, round_number: int, a: int, b: int) -> Plan:
    """The plan in which `a` and `b` trade places in the coming round `round_number` (from 0), counted anew.

    Either may be the one who sits out.

    Raises:
        RequestError: when one of them is not present in that round.
    """
    present = request.attendance[round_number]
    if a not in present or b not in present:
        raise RequestError("only people who are present can swap")
    trade = {a: b, b: a}
    swapped = tuple(tuple(trade.get(p, p) for p in table) for table in plan.rounds[round_number])
    rounds = (*plan.rounds[:round_number], swapped, *plan.rounds[round_number + 1 :])
    return evaluate(request, rounds)


def replan(request: Request, held: Rounds, present: Iterable[int], planned: Rounds) -> Request:
    """The request for what comes after the rounds `held` since `request` was made, now that these are `present`.

    `planned` are the coming rounds as they stand; as many are planned anew, never worse than these without who left.
    Somebody new has the next number: `people` grows to the highest number present. Rounds held stay as they were.
    """
    here = tuple(sorted(present))
    return replace(
        request,
        people=max(request.people, *(person + 1 for person in here)) if here else request.people,
        past=(*request.past, *held),
        present=(here,) * len(planned),
        rounds=len(planned),
        planned=planned,
        pinned={person: table for person, table in request.pinned.items() if person in here},
    )
