"""What may just be asked and what may not, set-ups in numbers, and changes while the dates run, in worked examples."""

import pytest

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
    replan,
    swap,
)
from data.methods.rounds.fit import longest_talk
from data.methods.rounds.order import later
from data.methods.rounds.request import pairs_of
from data.methods.rounds.sitting import is_fair, past_sitting, sitting_out


@pytest.mark.parametrize(
    "asked",
    [
        Request(2),
        Request(200),
        Request(10, 10),
        Request(10, rounds=0),
        Request(10, rounds=100),
        Request(10, groups=1),
        Request(10, groups=10),
        Request(10, odd="trio"),
        Request(10, past=(((0, 9),),)),
        Request(10, met_before=((9, 0),)),
        Request(10, apart=((0, 9),)),
        Request(10, pinned={0: 4, 9: 4}),
        Request(10, pinned={0: 0}, present=((1, 2),)),
    ],
)
def test_the_outermost_that_can_be_asked(asked: Request) -> None:
    check(asked)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (Request(1), "people must be 2 to 200"),
        (Request(201), "people must be 2 to 200"),
        (Request(10, 11), "size must be 2 to 10"),
        (Request(10, rounds=-1), "rounds must be 0 to 100"),
        (Request(10, rounds=101), "rounds must be 0 to 100"),
        (Request(10, groups=0), "groups must be 1 to the number"),
        (Request(10, groups=11), "groups must be 1 to the number"),
        (Request(10, odd="beide"), "odd must be sit or trio"),  # type: ignore[arg-type]
        (Request(10, past=(((0, 1), (1, 2)),)), "a person sits twice in one past round"),
        (Request(10, past=(((0, 10),),)), "there is no person 10"),
        (Request(10, present=((0, 0),)), "a person is present twice"),
        (Request(10, rounds=2, present=((0, 1),)), "present has 1 lists for 2 rounds"),
        (Request(10, met_before=((3, 3),)), "met_before takes pairs"),
        (Request(10, met_before=((1, 2, 3),)), "met_before takes pairs"),  # type: ignore[arg-type]
        (Request(10, met_before=((-1, 3),)), "there is no person -1"),
        (Request(10, apart=((1, 1),)), "a person is twice in one group of apart"),
        (Request(10, apart=((1, 10),)), "there is no person 10"),
        (Request(10, pinned={10: 0}), "there is no person 10"),
        (Request(10, pinned={0: 5}), "there is no table 5"),
        (Request(10, pinned={0: -1}), "there is no table -1"),
        (Request(10, pinned={0: 1, 1: 1, 2: 1}), "more people are pinned to table 1"),
        (Request(5, 3, pinned={0: 0, 1: 0, 2: 0}), "more people are pinned to table 0"),
    ],
)
def test_what_cannot_be_asked_is_told_why(asked: Request, why: str) -> None:
    with pytest.raises(RequestError, match=f"^{why}"):
        check(asked)


def test_only_head_counts_matter_until_somebody_is_away_met_or_kept_apart() -> None:
    assert Request(4).plain
    assert Request(4, rounds=2, present=((0, 1, 2, 3),) * 2).plain
    for more in (
        {"present": ((0, 1, 2),)},
        {"past": (((0, 1), (2, 3)),)},
        {"met_before": ((0, 1),)},
        {"apart": ((0, 1),)},
        {"pinned": {0: 1}},
        {"planned": (((0, 1), (2, 3)),)},
    ):
        assert not Request(4, **more).plain
    assert Request(4, rounds=2, present=((2, 1), (3, 0))).attendance == ((1, 2), (0, 3))


def test_rounds_and_talks_in_numbers() -> None:
    assert [minutes_taken(rounds, 4, 45) for rounds in (0, 1, 2, 12)] == [0, 4, 8.75, 56.25]
    assert [enough_rounds(people) for people in (0, 1, 2, 3, 14, 15)] == [0, 0, 1, 3, 13, 15]
    assert [enough_rounds(people, odd="trio") for people in (3, 5, 15)] == [1, 3, 12]
    assert [enough_rounds(people, 4) for people in (4, 16, 14)] == [1, 5, 6]
    assert [fits(14, minutes, 4, 60) for minutes in (3, 4, 8.9, 9, 64, 90)] == [0, 1, 1, 2, 13, 13]
    assert [longest_talk(12, minutes, 45) for minutes in (60, 56.24, 8.25, 5)] == [4.0, 3.5, 0.0, 0.0]
    assert (longest_talk(0, 60, 45), longest_talk(1, 10, 45)) == (0.0, 10.0)
    assert [advised_size(people, 30) for people in (15, 16, 20, 60)] == [2, 4, 6, 6]


def test_set_ups_in_numbers() -> None:
    assert proposals(14, 60, 60) == (Proposal(2, "sit", 13, 3.5, 60, 57.5),)
    assert proposals(14, 20, 60) == (Proposal(2, "sit", 7, 2.0, 60, 20.0),), "two minutes, and as many as fit"
    assert proposals(3, 60, 0) == (Proposal(2, "trio", 1, 10.0, 0, 10.0), Proposal(2, "sit", 3, 10.0, 0, 30.0))
    assert [proposals(people, 30, 45)[0].size for people in (16, 20)] == [4, 6]
    (large,) = proposals(60, 30, 45)
    assert (large.size, large.odd, large.talk_minutes) == (6, "sit", 7.5)
    assert large.minutes == minutes_taken(large.rounds, 7.5, 45) <= 30


def test_pairs_come_once_for_each_meeting() -> None:
    assert list(pairs_of((((2, 0), (3,)), ((1, 0, 2),)))) == [(0, 2), (0, 1), (0, 2), (1, 2)]


def test_two_people_trade_places_in_one_round() -> None:
    asked = Request(5, rounds=2, odd="sit")
    made = plan(asked)
    (a, b), (c, d) = made.rounds[1]
    (out,) = made.sits_out[1]
    swapped = swap(asked, made, 1, a, d)
    assert swapped.rounds == (made.rounds[0], ((d, b), (c, a)))
    assert swap(asked, made, 1, a, out).sits_out == (made.sits_out[0], (a,))
    away = Request(5, rounds=1, present=((0, 1, 2, 3),))
    for pair in ((0, 4), (4, 0)):
        with pytest.raises(RequestError, match=r"^only people who are present can swap$"):
            swap(away, plan(away), 0, *pair)


def test_what_comes_is_asked_anew_of_who_is_there_now() -> None:
    first, second, third = ((0, 1), (2, 3)), ((0, 2), (1, 3)), ((0, 3), (1, 2))
    asked = Request(4, rounds=2, past=(first,), pinned={0: 0, 3: 1}, seed=7)
    anew = replan(asked, (second,), (4, 0, 1), (third, first))
    assert anew == Request(
        5,
        rounds=2,
        past=(first, second),
        present=((0, 1, 4),) * 2,
        planned=(third, first),
        pinned={0: 0},
        seed=7,
    )
    assert replan(asked, (), (0, 1), ()).people == 4, "who left keeps the number"
    assert replan(asked, (), (), (third,)).present == ((),)


def test_what_cannot_be_avoided_comes_last() -> None:
    again, fresh, level = ((0, 1), (2, 3)), ((0, 2), (1, 3)), ((0, 3), (1, 2))
    past = Request(4, rounds=3, past=(again,))
    assert later(past, (again, fresh, level)) == (level, fresh, again) or later(past, (again, fresh, level))[2] == again
    met = Request(4, rounds=2, met_before=((2, 0),))
    assert later(met, (fresh, level)) == (level, fresh)
    assert later(Request(4, rounds=2), (fresh, level)) == (fresh, level)
    apart = Request(4, rounds=2, met_before=((0, 2),), present=((0, 1, 2, 3), (0, 1, 3)))
    assert later(apart, (fresh, ((0, 3),))) == (fresh, ((0, 3),)), "rounds of other people keep their place"


def test_who_sits_out_did_least_so_far() -> None:
    past = (((0, 1), (2, 3)), ((0, 4), (1, 2)))
    asked = Request(5, rounds=3, past=past)
    assert past_sitting(asked) == {4: 1, 3: 1}
    turns = [person for (person,) in sitting_out(asked)]
    assert sorted(turns) == [0, 1, 2]
    assert is_fair(asked, ((0,), (1,), (2,)))
    assert not is_fair(asked, ((0,), (0,), (1,)))
    assert not is_fair(asked, ((0,), (1,), ()))
    assert past_sitting(Request(5, past=past[:1])) == {4: 1}
    assert past_sitting(Request(6, past=(((0, 1), (2, 3)),))) == {}, "two lack: they were not there"
    assert past_sitting(Request(5, past=(((0, 1, 2),), ((0, 1), (2, 3))))) == {}, "who took part in nothing was away"
