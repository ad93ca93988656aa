"""Setting up: what fits in the time, what is proposed, what cannot be asked, and the words for how good a plan is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.rounds import (
    Proposal,
    Request,
    RequestError,
    advised_size,
    check,
    enough_rounds,
    fits,
    minutes_taken,
    plan,
    proposals,
    sizes_of,
    swap,
)
from data.methods.rounds.bounds import bound_of


def test_fifteen_people_in_an_hour() -> None:
    assert proposals(15, 60, 45) == (Proposal(2, "trio", 12, 4.0, 45, 56.25), Proposal(2, "sit", 15, 3.0, 45, 55.5))
    trio, sit = plan(Request(15, rounds=12, odd="trio")), plan(Request(15, rounds=15))
    assert (trio.quality.verdict, trio.quality.pairs_again, trio.quality.best) == ("everybody", 3, True)
    assert (sit.quality.verdict, sit.repeats) == ("everybody_once", 0)


def test_even_numbers_get_one_proposal() -> None:
    assert [(p.odd, p.rounds) for p in proposals(14)] == [("sit", 13)]


def test_a_few_people_do_not_talk_for_ever() -> None:
    assert [(p.rounds, p.talk_minutes) for p in proposals(5, 60, 0)] == [(3, 10.0), (5, 10.0)]


def test_above_fifteen_groups_are_advised() -> None:
    assert [advised_size(people) for people in (10, 15, 16, 24, 60)] == [2, 2, 3, 3, 6]


@given(st.integers(2, 60), st.floats(5, 120), st.floats(1, 15), st.integers(0, 120))
def test_what_fits_takes_no_more_time_and_no_more_rounds_than_it_takes(
    people: int, total: float, talk: float, change: int
) -> None:
    rounds = fits(people, total, talk, change)
    assert minutes_taken(rounds, talk, change) <= total + 1e-6
    assert rounds <= enough_rounds(people)
    assert rounds == enough_rounds(people) or minutes_taken(rounds + 1, talk, change) > total - 1e-6


@given(st.integers(2, 60), st.integers(20, 120), st.integers(0, 120))
def test_proposals_keep_to_the_time(people: int, total: int, change: int) -> None:
    for proposal in proposals(people, total, change):
        assert proposal.minutes <= total
        assert proposal.talk_minutes <= 10
        assert proposal.size == 2 or people > 15


@pytest.mark.parametrize(
    ("people", "size", "groups", "odd", "sizes"),
    [
        (15, 2, None, "sit", (2,) * 7),
        (15, 2, None, "trio", (3, *(2,) * 6)),
        (14, 4, None, "sit", (4, 4, 3, 3)),
        (10, 4, None, "sit", (4, 3, 3)),
        (9, 4, None, "sit", (5, 4)),
        (43, 5, 10, "sit", (5, 5, 5, *(4,) * 7)),
        (1, 2, None, "trio", ()),
        (1, 4, None, "sit", (1,)),
        (0, 4, None, "sit", ()),
        (2, 4, 5, "sit", (1, 1)),
    ],
)
def test_sizes(people: int, size: int, groups: int | None, odd: str, sizes: tuple[int, ...]) -> None:
    assert sizes_of(people, size, groups, "trio" if odd == "trio" else "sit") == sizes
    assert odd == "trio" or sizes_of(people, size, groups) == sizes


@pytest.mark.parametrize(
    "request_",
    [
        Request(1),
        Request(1000),
        Request(10, 1),
        Request(10, 11),
        Request(10, rounds=-1),
        Request(10, rounds=1000),
        Request(10, groups=0),
        Request(10, past=(((0, 10),),)),
        Request(10, past=(((0, 1), (1, 2)),)),
        Request(10, rounds=2, present=((0, 1),)),
        Request(10, present=((0, 0),)),
        Request(10, met_before=((3, 3),)),
        Request(10, met_before=((-1, 3),)),
        Request(10, apart=((1, 10),)),
        Request(10, pinned={0: 5}),
        Request(10, pinned={0: 1, 1: 1, 2: 1}),
    ],
)
def test_a_bad_request_is_refused_in_words(request_: Request) -> None:
    with pytest.raises(RequestError, match=r"[a-z]+ "):
        plan(request_)


def test_the_same_people_cannot_swap_when_one_is_away() -> None:
    request = Request(5, rounds=1, present=((0, 1, 2, 3),))
    with pytest.raises(RequestError):
        swap(request, plan(request), 0, 0, 4)
    check(request)


def test_quality_says_what_cannot_be_avoided_and_why() -> None:
    assert plan(Request(20, 4, 5)).quality.verdict == "nobody_twice"
    tight = plan(Request(16, 5, 3)).quality
    assert (tight.verdict, tight.reason, tight.best) == ("repeats_least", "spread", True)
    officers = plan(Request(36, 6, 4)).quality
    assert (officers.verdict, officers.reason, officers.unavoidable) == ("repeats_least", "theorem", 2)


@pytest.mark.parametrize(
    ("people", "tables", "rounds", "sq"), [(12, 4, 5, 3), (12, 4, 6, 7), (13, 4, 5, 3), (14, 4, 5, 2), (17, 5, 6, 1)]
)
def test_what_was_proven_by_trying_everything_is_said(people: int, tables: int, rounds: int, sq: int) -> None:
    made = plan(Request(people, 10, rounds, groups=tables))
    assert (made.sq, made.quality.best) == (sq, True)
    assert bound_of(Request(people, 10, rounds, groups=tables)).sq == sq
    assert not plan(Request(people, 10, rounds - 2, groups=tables)).sq


def test_rounds_beyond_the_most_without_repeats_share_more_and_more() -> None:
    bounds = [bound_of(Request(36, 6, rounds)) for rounds in range(3, 8)]
    assert [bound.sq for bound in bounds] == [0, 2, 4, 6, 10]
    assert [bound.repeats for bound in bounds] == [0, 2, 4, 6, 8]
