"""Even small groups."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from data.methods.subgroups import split, strays, usual_number

people = st.lists(st.text(min_size=1, max_size=3), unique=True, max_size=40)


@given(people, st.integers(-1, 12), st.integers(0, 99), st.data())
def test_is_even_and_spreads_colleagues(who: list[str], number: int, seed: int, data: st.DataObject) -> None:
    kin = {one: data.draw(st.sampled_from(["", "Gent", "Mol", "Ieper"])) for one in who}
    groups = split(who, number, seed, kin)
    assert sorted(one for group in groups for one in group) == sorted(who)
    sizes = [len(group) for group in groups]
    assert max(sizes) - min(sizes) <= 1
    for family in set(kin.values()) - {""}:
        shares = [Counter(kin[one] for one in group)[family] for group in groups]
        assert max(shares) - min(shares) <= 1
    assert groups == split(who, number, seed, kin)


def test_asks_for_another_split_by_another_seed() -> None:
    who = [str(number) for number in range(12)]
    assert len({split(who, 3, seed) for seed in range(8)}) > 1


def test_usual_number() -> None:
    assert [usual_number(n) for n in (0, 1, 5, 6, 10, 13, 15, 16, 43)] == [1, 1, 1, 2, 2, 3, 3, 4, 9]


def test_a_group_has_somebody_in_it() -> None:
    assert split(["an"], 3) == (("an",),)
    assert [len(split(list("abcd"), number)) for number in (-1, 0, 1, 4, 9)] == [1, 1, 1, 4, 4]


def test_who_sits_in_a_group_and_is_not_there_and_who_is_there_and_sits_in_none() -> None:
    groups = (("a", "b"), ("c",))
    assert strays(groups, ["a", "c", "d", "g"], ["g"]) == (["b"], ["d"])
    assert strays(groups, []) == strays((), ["a"]) == ([], [])
