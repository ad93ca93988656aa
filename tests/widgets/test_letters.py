"""Letters of blocks: what is drawn is as large as was said, and whole."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from widgets.letters import GIANT, NARROW, PLAIN, SIZES, TALL, accented, columns, dots, draw, largest, rows

NAMES = st.text("abcdefghijklmnopqrstuvwxyzéèëïüçñø ABC'-.0123456789", min_size=1, max_size=20).filter(str.strip)


@given(NAMES, st.sampled_from(SIZES), st.booleans())
def test_a_line_takes_the_room_that_was_said(text: str, size: object, accents: bool) -> None:
    assert size in SIZES
    for size in SIZES:
        drawn = draw(text, size, accents)
        assert len(drawn) == rows(size, accents)
        assert {cell_len(row) for row in drawn} == {columns(text, size)}


def test_every_letter_of_names_here_can_be_drawn() -> None:
    for name in ("Zoë Van den Broeck", "Noël Çelik", "Łukasz Şahin", "Bjørn Æbelø", "Đorđe", "Jürgen D'Haese-Maes"):
        assert dots(name) is not None, name


def test_letters_differ() -> None:
    drawn = [dots(letter) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789ÉÈÊË"]
    assert len(set(drawn)) == len(drawn)


def test_what_cannot_be_drawn_is_shown_as_it_is() -> None:
    assert dots("日本") is None
    drawn = draw("日本", TALL, accents=False)
    assert [row.strip() for row in drawn] == ["", "日本", ""]
    assert largest("[/] 日本", 40, 10) == ["[/] 日本"]


def test_accents_take_a_row_of_their_own_only_where_there_are_some() -> None:
    assert accented(["Zoë"])
    assert not accented(["Zoe", "日本"])
    assert draw("ZOE", TALL, accents=False) == draw("ZOË", TALL, accents=True)[1:]


@given(NAMES, st.integers(1, 120), st.integers(1, 30))
def test_the_largest_fits_and_loses_no_word(text: str, width: int, height: int) -> None:
    drawn = largest(text, width, height)
    if len(drawn) > len(text.split()) or any("█" in row or "▀" in row for row in drawn):
        assert len(drawn) <= height
        assert max(map(cell_len, drawn)) <= width
    else:
        assert " ".join(drawn).split() == text.split()


def test_larger_room_gives_larger_letters() -> None:
    sizes = [columns("AN", size) for size in (GIANT, TALL, NARROW, PLAIN)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(largest("An", 80, 20)) > len(largest("An", 80, 4)) > len(largest("An", 80, 1))
