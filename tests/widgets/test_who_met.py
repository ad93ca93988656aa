"""The square of who met whom."""

from hypothesis import given
from hypothesis import strategies as st

from widgets.who_met import NEVER, NOW, ONCE, SELF, Met, legible, square


def test_the_square_says_who_met_who_sits_together_now_and_who_met_more_often() -> None:
    met = Met(("AP", "BA", "CD"), ((0, 1, 2), (1, 0, 0), (2, 0, 0)), frozenset({(1, 2)}), "legend")
    lines = [line.plain.rstrip() for line in square(met, 40, 20)]
    assert lines == [
        "   A B C",
        "   P A D",
        f"AP {SELF} {ONCE} 2",
        f"BA {ONCE} {SELF} {NOW}",
        f"CD 2 {NOW} {SELF}",
        "",
        "legend",
    ]
    assert NEVER not in "".join(lines)


def test_beside_a_square_that_leaves_room_for_all_of_them_stand_the_names() -> None:
    met = Met(("AP", "BA", "CD"), ((0, 1, 2), (1, 0, 0), (2, 0, 0)), names=("An", "Bilal", "Chris D."))
    assert [line.plain.split("  ")[-1].strip() for line in square(met, 18, 20)[2:5]] == ["An", "Bilal", "Chris D."]
    assert not any("An" in line.plain for line in square(met, 17, 20))


@given(st.integers(0, 60), st.integers(10, 120), st.integers(4, 60))
def test_it_never_takes_more_than_its_place(people: int, width: int, height: int) -> None:
    names = tuple(f"{chr(65 + place % 26)}{chr(97 + place // 26)}" for place in range(people))
    lines = square(Met(names, ((0,) * people,) * people, names=tuple(f"Naam {name}" for name in names)), width, height)
    assert len(lines) <= height
    assert all(line.cell_length <= width for line in lines)


def test_initials_tell_people_apart() -> None:
    assert legible(["An Peeters", "An Pauwels", "Bo", "Chris De Smet", ""]) == ("APe", "APa", "Bo", "CS", "  ")
