"""What fits in the time: how many rounds, and which set-ups to propose for so many people."""

from dataclasses import dataclass
from math import ceil

from data.methods.rounds.request import Odd, sizes_of

MOST_IN_PAIRS = 15
SHORTEST_TALK, LONGEST_TALK = 2.0, 10.0
STEP = 0.5
TALK_EACH = 1.25
LARGEST_ADVISED = 6


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way to set up the speed dates: `talk_minutes` a round, `minutes` in all with the changes between rounds."""

    size: int
    odd: Odd
    rounds: int
    talk_minutes: float
    change_seconds: int
    minutes: float


def minutes_taken(rounds: int, talk_minutes: float, change_seconds: float) -> float:
    """How long so many rounds last: the talks and the changes between them, in minutes."""
    return rounds * talk_minutes + max(0, rounds - 1) * change_seconds / 60


def enough_rounds(people: int, size: int = 2, odd: Odd = "sit") -> int:
    """The fewest rounds in which everybody could meet everybody: all pairs over the pairs of one round, rounded up.

    For pairs that is always reached (but for a trio of five); for groups it is what counting allows.
    """
    if people < 2:
        return 0
    each_round = sum(s * (s - 1) // 2 for s in sizes_of(people, size, odd=odd))
    return ceil(people * (people - 1) / 2 / each_round)


def fits(
    people: int,
    minutes_total: float,
    talk_minutes: float,
    change_seconds: float,
    odd: Odd = "sit",
    *,
    size: int = 2,
) -> int:
    """How many rounds of `talk_minutes` fit, never more than it takes for everybody to meet everybody."""
    change = change_seconds / 60
    by_time = int((minutes_total + change + 1e-9) // (talk_minutes + change))
    return max(0, min(by_time, enough_rounds(people, size, odd)))


def longest_talk(rounds: int, minutes_total: float, change_seconds: float) -> float:
    """The longest talk, in whole half minutes, with which so many rounds fit in the time."""
    free = minutes_total - max(0, rounds - 1) * change_seconds / 60
    return max(0.0, (free / rounds + 1e-9) // STEP * STEP) if rounds else 0.0


def advised_size(people: int, minutes_total: float = 60, change_seconds: float = 45) -> int:
    """Pairs up to 15 people; above that the smallest group in which most meet in the time and all get to talk."""
    if people <= MOST_IN_PAIRS:
        return 2
    for size in range(3, LARGEST_ADVISED):
        talk = longest_talk(enough_rounds(people, size), minutes_total, change_seconds)
        if talk >= TALK_EACH * size:
            return size
    return LARGEST_ADVISED


def proposals(people: int, minutes_total: float = 60, change_seconds: int = 45) -> tuple[Proposal, ...]:
    """Set-ups to choose from, the advised one first: for an odd number in pairs with a trio, and with one sitting out.

    A round lasts as long as lets everybody meet everybody in the time, ten minutes at most; where that leaves less than
    two minutes, two minutes and as many rounds as fit.
    """
    size = advised_size(people, minutes_total, change_seconds)
    ways: tuple[Odd, ...] = ("trio", "sit") if size == 2 and people % 2 else ("sit",)
    return tuple(_proposal(people, size, odd, minutes_total, change_seconds) for odd in ways)


def _proposal(people: int, size: int, odd: Odd, minutes_total: float, change_seconds: int) -> Proposal:
    rounds = enough_rounds(people, size, odd)
    talk = min(longest_talk(rounds, minutes_total, change_seconds), LONGEST_TALK)
    shortest = SHORTEST_TALK if size == 2 else TALK_EACH * size
    if talk < shortest:
        talk = shortest
        rounds = fits(people, minutes_total, talk, change_seconds, odd, size=size)
    return Proposal(size, odd, rounds, talk, change_seconds, minutes_taken(rounds, talk, change_seconds))
