"""Speed dates: rounds of pairs or small tables in which people meet as many others as they can, as seldom twice.

`plan(Request(...))` answers a `Plan`; the rest helps a screen to set one up, to change it by hand, and to plan the
coming rounds anew when somebody arrives, leaves or returns. Everything is pure: same request, same plan.
"""

from collections.abc import Callable, Iterator

from data.methods.rounds.change import replan, swap
from data.methods.rounds.fit import Proposal, advised_size, enough_rounds, fits, minutes_taken, proposals
from data.methods.rounds.plan import Plan, Quality, evaluate, matrix, meetings
from data.methods.rounds.request import Request, RequestError, Round, Rounds, Table, Weights, check, sizes_of

__all__ = [
    "Plan",
    "Proposal",
    "Quality",
    "Request",
    "RequestError",
    "Round",
    "Rounds",
    "Table",
    "Weights",
    "advised_size",
    "check",
    "enough_rounds",
    "evaluate",
    "fits",
    "improved",
    "matrix",
    "meetings",
    "minutes_taken",
    "plan",
    "proposals",
    "replan",
    "sizes_of",
    "swap",
]


def plan(request: Request) -> Plan:
    """The best rounds known for this request.

    Raises:
        RequestError: with the reason in English, when the request contradicts itself.
    """
    from data.methods.rounds.planner import rounds_for

    check(request)
    return evaluate(request, rounds_for(request))


def never() -> bool:
    """Nobody says stop."""
    return False


def improved(
    request: Request, made: Plan, *, announced: int = 0, work: int | None = None, stop: Callable[[], bool] = never
) -> Iterator[Plan]:
    """Better plans than `made`, one after the other, while there is time: see `improving.py` for what is what."""
    from data.methods.rounds.improving import improving

    return improving(request, made, announced=announced, work=work, stop=stop)
