"""A room view: one thing giant, and all of the list as large as it fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from widgets.letters import LARGE, NARROW, PLAIN, SIZES, TALL
from widgets.projected import Item, Projected
from widgets.projection import laid_out

ROOMS = [(76, 20), (116, 32), (196, 46)]
WORDS = st.text("abcdefghijklmnopqrstuvwxyzéë ABCDEF日'.?", min_size=1, max_size=60).filter(str.strip)
ITEMS = st.builds(Item, WORDS, st.sampled_from(["", "A", "12"]), st.sampled_from(["", "Karel", "14 maart"]))


@given(WORDS | st.just(""), st.lists(ITEMS, max_size=15), st.sampled_from(ROOMS), st.booleans())
def test_everything_stays_within_the_room(giant: str, items: list[Item], room: tuple[int, int], beside: bool) -> None:
    drawn = laid_out(Projected("sessie 2", giant, items=tuple(items), beside=beside), *room)
    assert len(drawn.lines) <= room[1]
    assert all(line.cell_length <= room[0] for line in drawn.lines)


@given(st.lists(WORDS, min_size=1, max_size=12), st.sampled_from(ROOMS))
def test_a_list_of_ordinary_text_is_whole(texts: list[str], room: tuple[int, int]) -> None:
    drawn = laid_out(Projected(giant="Wat spreken we af?", items=tuple(map(Item, texts))), *room)
    if drawn.listed is PLAIN:
        shown = " ".join(" ".join(line.plain for line in drawn.lines).split())
        assert all(word in shown for text in texts for word in text.split() if len(word) < 20)


@given(WORDS, st.lists(ITEMS, min_size=1, max_size=12), st.sampled_from(ROOMS))
def test_the_giant_one_is_larger_than_the_list(giant: str, items: list[Item], room: tuple[int, int]) -> None:
    drawn = laid_out(Projected(giant=giant, items=tuple(items)), *room)
    assert drawn.giant is PLAIN or SIZES.index(drawn.giant) < SIZES.index(drawn.listed)


def test_a_question_alone_is_as_large_as_the_room_allows() -> None:
    question = Projected(giant="Wat wil je leren?")
    assert [laid_out(question, *room).giant.name for room in ROOMS] == ["large", "giant", "huge"]


def test_fewer_and_shorter_lines_are_larger() -> None:
    few = Projected(giant="Welkom", items=tuple(map(Item, ("An", "Bram", "Lien"))))
    many = Projected(giant="Welkom", items=tuple(Item(f"{name} Vandenbroeck-De Smet") for name in "ABCDEFGHIJKLMNO"))
    assert laid_out(few, *ROOMS[1]).listed in {LARGE, TALL}
    assert laid_out(many, *ROOMS[0]).listed in {PLAIN, NARROW}


def test_what_does_not_fit_is_counted() -> None:
    drawn = laid_out(
        Projected(giant="Alles", items=tuple(Item(f"regel {n} " + "woord " * 20) for n in range(60))), 40, 10
    )
    assert drawn.lines[-1].plain.startswith("… +")


def test_beside_each_other_where_there_is_room() -> None:
    seats = tuple(Item(name, str(place)) for place, name in enumerate(("An · Bilal", "Chris · Els"), 1))
    drawn = laid_out(Projected(giant="02:47", items=seats, beside=True), *ROOMS[2])
    assert any("$accent" in str(line.spans) and "$foreground" in str(line.spans) for line in drawn.lines)
