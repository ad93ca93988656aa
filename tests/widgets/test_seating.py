"""Who sits where: nobody is lost, and it fits."""

from hypothesis import given
from hypothesis import strategies as st

from widgets.face import dots
from widgets.seating import STAYS, Seat, Seated, large, listed

PEOPLE = ("An", "Bilal", "Chris", "Dorien", "Els", "Femke", "Gert", "Hanne", "Ilse", "Jonas", "Karel", "Lien")


def tables(count: int, size: int) -> list[Seated]:
    people = [PEOPLE[place % 12] + str(place // 12 or "") for place in range(count * size)]
    return [
        Seated(
            str(table + 1),
            tuple(Seat(f"{name} Peeters", name, stays=not place) for place, name in enumerate(people[table::count])),
        )
        for table in range(count)
    ]


@given(st.integers(1, 20), st.integers(2, 6), st.integers(60, 200), st.integers(8, 45))
def test_every_name_is_in_the_list_and_no_line_is_too_long(count: int, size: int, width: int, height: int) -> None:
    lines = listed(tables(count, size), width, height)
    assert all(line.cell_length <= width for line in lines)
    text = "\n".join(line.plain for line in lines)
    assert all(seat.short in text for table in tables(count, size) for seat in table.seats)


@given(st.integers(1, 12), st.integers(2, 3), st.sampled_from([(76, 19), (116, 30), (196, 44)]))
def test_large_seats_fit_the_room(count: int, size: int, room: tuple[int, int]) -> None:
    lines = large(tables(count, size), *room)
    assert len(lines) <= room[1]
    assert all(line.cell_length <= room[0] for line in lines)


def test_large_seats_are_as_large_as_fit() -> None:
    few, many = large(tables(3, 2), 196, 44), large(tables(15, 2), 76, 19)
    assert not any("Bilal" in line.plain for line in few), "these are drawn"
    assert any("Bilal" in line.plain for line in many), "these are ordinary text"
    assert len(few) > len(many)


def test_whoever_stays_is_marked_and_who_sits_out_is_named() -> None:
    out = Seated("–", (Seat("Karel Wouters", "Karel"),), out=True)
    for lines in (listed([*tables(2, 2), out], 80, 20), large([*tables(2, 2), out], 76, 3)):
        text = "\n".join(line.plain for line in lines)
        assert text.count(STAYS) == 2
        assert "Karel" in text


def test_a_name_that_cannot_be_drawn_stands_among_those_that_can() -> None:
    odd = Seated("1", (Seat("山田", "山田"), Seat("An", "An")))
    lines = large([odd], 100, 10)
    assert dots("山田") is None
    assert any("山田" in line.plain for line in lines)
