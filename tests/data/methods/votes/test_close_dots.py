"""After dots, what is within one dot of the line is called close: in the drawing, and in the sentence."""

from __future__ import annotations

from data.methods.votes.dots import DotCount, DotResult, DotRules, Dots, near_the_line, tally
from data.methods.votes.room import Room
from data.model import Entry, Option, Vote, Way, say


def placed(dots: dict[str, int], *, places: int = 2, present: int = 8) -> tuple[Vote, DotResult]:
    vote = Vote(
        id="v",
        decision="d",
        session="s",
        way=Way.DOTS,
        entry=Entry.HANDS,
        options=tuple(Option(proposal=name, version=0) for name in dots),
        base=tuple("12345678"),
        roster=8,
    )
    return vote, tally(Room(present), DotCount(dots), DotRules(budget=2, cap=1, places=places))


def said(dots: dict[str, int]) -> list[str]:
    vote, result = placed(dots)
    return [part.message for part in Dots().meaning(vote, result, ", ".join)]


CLOSE = "Close: {letters}; one vote more or less could change the list."


def test_a_list_that_hangs_on_a_dot_says_so() -> None:
    vote, result = placed({"A": 7, "B": 4, "C": 3, "D": 1})
    assert near_the_line(result) == ("B", "C")
    assert say(CLOSE, letters="B, C") in Dots().meaning(vote, result, ", ".join)
    near = {row.proposal for row in Dots().picture(vote, result, ", ".join).rows if say("close") in row.notes}
    assert near == {"B", "C"}


def test_a_clear_list_does_not_and_without_a_list_nothing_is_close() -> None:
    assert CLOSE not in said({"A": 7, "B": 5, "C": 2, "D": 1})
    assert CLOSE not in said({"A": 0, "B": 0})
    _, result = placed({"A": 1, "B": 1, "C": 0}, present=40)
    assert near_the_line(result) == ()
