"""Who sits where: nobody is lost, and it fits."""

from hypothesis import given
from hypothesis import strategies as st

from widgets.seating import STAYS, Seat, Seated, listed

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


def test_whoever_stays_is_marked_and_who_sits_out_is_named() -> None:
    out = Seated("–", (Seat("Karel Wouters", "Karel"),), out=True)
    text = "\n".join(line.plain for line in listed([*tables(2, 2), out], 80, 20))
    assert text.count(STAYS) == 2
    assert "Karel" in text
