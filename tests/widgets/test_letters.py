"""Letters of blocks: what is drawn is as large as was said, and whole."""

from itertools import combinations, groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from widgets.face import BOLD_FACE, FACE, LEAN_FACE, Face
from widgets.letters import (
    _QUARTERS,
    LARGE,
    NARROW,
    PLAIN,
    SIZES,
    SLIM,
    SMALL,
    STEEP,
    STOUT,
    TALL,
    Reach,
    Size,
    columns,
    draw,
    fuller,
    largest,
    reach,
    rows,
    scaled,
)
from widgets.small_face import SMALL_FACE

NAMES = st.text("abcdefghijklmnopqrstuvwxyzéèëïüçñø ABC'-.0123456789", min_size=1, max_size=20).filter(str.strip)


FULLER = [each for size in SIZES for each in fuller(size)]
BOLD = [each for each in FULLER if each.bold]
DOTS = {cell: dots for dots, cell in _QUARTERS.items()}
"""What is drawn in a cell, by quarters: those above, then those below."""

REACHES = st.builds(Reach, st.integers(0, 2), st.integers(0, 1), st.integers(0, 1))


@given(NAMES, st.sampled_from([*SIZES, *FULLER]), REACHES)
def test_a_line_takes_the_room_that_was_said(text: str, size: Size, reaching: Reach) -> None:
    drawn = draw(text, size, reaching)
    assert len(drawn) == rows(size, reaching)
    assert {cell_len(row) for row in drawn} == {columns(text, size)}


def test_every_letter_of_names_here_can_be_drawn() -> None:
    for name in (
        "Zoë Van den Broeck",
        "Noël Çelik",
        "Łukasz Şahin",
        "Bjørn Æbelø",
        "Đorđe Ștefan",
        "Jürgen D’Haese-Maes",
        "Hélène Bäcker-Groß",
        "50 % (€ 12,50) & „ja” – één idee…",
    ):
        assert FACE.dots(name) is not None, name


@pytest.mark.parametrize("face", [FACE, LEAN_FACE, BOLD_FACE, SMALL_FACE])
def test_digits_are_equally_wide(face: Face) -> None:
    """A narrow 1 moved 14:14 in a column of times."""
    assert len({len((face.dots(digit) or ("",))[0]) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("face", [FACE, SMALL_FACE])
def test_letters_differ(face: Face) -> None:
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz123456789ÉÈÊËéèêëçñø.,:;?!'-+()/&"
    drawn = [face.dots(letter) for letter in signs]
    assert None not in drawn
    assert len(set(drawn)) == len(drawn)


def apart(one: str, other: str, face: Face) -> int:
    """In how many dots two characters differ, laid over each other as well as they can be."""

    def inked(letter: str, shift: int) -> set[tuple[int, int]]:
        drawn = face.glyph(letter) or ()
        return {(y, x + shift) for y, row in enumerate(drawn) for x, dot in enumerate(row) if dot == "#"}

    return min(len(inked(one, 0) ^ inked(other, shift)) for shift in range(-6, 7))


RISER_OR_TAIL = [set("hn"), set("ij"), set("kK")]
"""Letters of one form in the small face, of which one stands a dot higher or reaches a dot lower."""


@pytest.mark.parametrize("face", [FACE, SMALL_FACE])
def test_no_letter_is_read_as_another(face: Face) -> None:
    """In the small face a K was an H, a V a U and an N an M, for a dot or two."""
    for alike in ("UVvu", "HKNMAXR", "089Bg6", "Z23", "vyu", "Ff", "oO0c", "k4HhX"):
        for one, other in combinations(alike, 2):
            least = 2 if {one, other} in ({"c", "o"}, {"f", "F"}) else 3
            assert apart(one, other, face) >= least, (one, other)
    for one, other in combinations("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz123456789", 2):
        assert apart(one, other, face) >= (1 if {one, other} in RISER_OR_TAIL else 2), (one, other)


def test_a_check_mark_slants_and_a_colon_stands_no_higher_than_a_small_letter() -> None:
    check, colon = SMALL_FACE.glyph("✓"), SMALL_FACE.glyph(":")
    assert check is not None
    assert colon is not None
    tips = [row.rindex("#") for row in check if "#" in row]
    assert tips == sorted(set(tips), reverse=True)
    assert "#" not in "".join(colon[: SMALL_FACE.above + 2])


@pytest.mark.parametrize("face", [FACE, LEAN_FACE, BOLD_FACE, SMALL_FACE])
def test_no_letter_brings_a_column_of_air(face: Face) -> None:
    """A 1 that did tore "14:05" apart, and a comma stood loose behind its number."""
    for character in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;?!":
        glyph = face.glyph(character)
        assert glyph is not None
        assert all(sum(row[side] == "#" for row in glyph) for side in (0, -1)), character


@pytest.mark.parametrize("size", [size for size in SIZES if not (size.square or size is SMALL)])
def test_where_two_dots_share_a_column_a_separator_is_no_sliver(size: Size) -> None:
    sign = size.face.glyph("·")
    assert sign is not None
    assert [row for row in sign if "#" in row] == ["##"]


def test_an_accent_stands_a_dot_over_its_small_letter_and_not_loose_over_the_line() -> None:
    assert reach(["één"], SMALL) == Reach(1, 0)


def test_small_letters_are_lower_than_capitals_and_tails_hang_below_the_line() -> None:
    assert reach(["aceo", "ADLb"]) == Reach(0, 0)
    assert reach(["één"]) == Reach(1, 0)
    assert reach(["Één", "gj"]) == Reach(3, 2)
    small = FACE.dots("x")
    assert small is not None
    assert "#" not in "".join(small[:5])


def test_a_small_line_of_ordinary_words_takes_three_rows_and_less_room_than_a_narrow_one() -> None:
    text = "Hoe gaan we verder?"
    assert rows(SMALL, reach([text], SMALL)) == 3
    assert columns(text, SMALL) < columns(text, NARROW)
    assert SMALL.cap == 2.5


def test_an_accent_of_the_small_face_is_seen_over_a_capital_too() -> None:
    for plain, accented in zip("eEuUiaA", "éËüÜïàÀ", strict=True):
        bare, marked = SMALL_FACE.dots(plain), SMALL_FACE.dots(accented)
        assert bare is not None
        assert marked is not None
        assert "#" not in "".join(bare[: SMALL_FACE.above])
        assert "#" in "".join(marked[: SMALL_FACE.above])


def test_a_dotted_letter_loses_its_dot_under_an_accent() -> None:
    i, dotted = FACE.dots("ı"), FACE.dots("í")
    assert i is not None
    assert dotted is not None
    assert len(dotted) == len(i)
    assert sum(row.count("#") for row in dotted) == sum(row.count("#") for row in i) + 2


def test_what_cannot_be_drawn_is_shown_as_it_is() -> None:
    assert FACE.dots("日本") is None
    drawn = draw("日本", TALL, Reach())
    assert [row.strip() for row in drawn if row.strip()] == ["日本"]
    assert largest("日本 [/]", 40, 10) == ["日本 [/]"]


@given(NAMES, st.sampled_from([2, 3, 4, 6, 8]))
def test_larger_letters_keep_the_form(text: str, times: int) -> None:
    drawn = FACE.dots(text)
    assert drawn is not None
    grown = scaled(drawn, times, times)
    assert len(grown) == len(drawn) * times
    # The middle of a dot is what the dot was; only corners are rounded.
    for y, row in enumerate(drawn):
        for x, dot in enumerate(row):
            block = [line[x * times : (x + 1) * times] for line in grown[y * times : (y + 1) * times]]
            same = sum(line.count(dot) for line in block)
            assert same * 2 >= times * times


@given(NAMES, st.integers(1, 200), st.integers(1, 50))
def test_the_largest_fits_and_loses_no_word(text: str, width: int, height: int) -> None:
    drawn = largest(text, width, height)
    if any(set(row) & set("█▀▄▌▐▖▗▘▝▚▞▛▜▙▟") for row in drawn):
        assert len(drawn) <= height
        assert max(map(cell_len, drawn)) <= width
    else:
        assert " ".join(drawn).split() == text.split()


def test_larger_room_gives_larger_letters() -> None:
    of_the_wall = [columns("An", size) * size.cap for size in SIZES]
    assert of_the_wall == sorted(of_the_wall, reverse=True)
    assert (
        len(largest("An", 80, 40)) > len(largest("An", 80, 8)) > len(largest("An", 80, 4)) > len(largest("An", 80, 1))
    )
    assert [size.cap for size in (LARGE, TALL, PLAIN)] == [7, 3.5, 0]


@pytest.mark.parametrize("times", [2, 3, 4, 6])
def test_a_cross_stroke_keeps_its_angles(times: int) -> None:
    """A "t" is an upright and a bar: with its inner corners filled it was a spade."""
    drawn = FACE.dots("t")
    assert drawn is not None
    bar = next(row for row, line in enumerate(drawn) if line == "###")
    just_above = scaled(drawn, times, times)[bar * times - 1]
    assert just_above == "." * times + "#" * times + "." * times


def test_letters_grow_fuller_in_steps_of_half_a_column_and_no_higher() -> None:
    assert [(each.broad, each.bold, each.apart) for each in fuller(SLIM)] == [
        (3, 1, 1),
        (3, 1, 0),
        (3, 0, 0),
        (2, 1, 1),
        (2, 1, 0),
    ], "the fullest first"
    assert {each.broad for each in fuller(STEEP)} == {5, 4, 3}
    assert [replace(each, name=STOUT.name) for each in fuller(NARROW)] == [STOUT], "letters apart, or they would touch"
    assert not [*fuller(SMALL), *fuller(PLAIN), *fuller(STOUT)]
    *_wider, last = fuller(TALL)
    assert last.bold and columns("november", last) <= columns("november", TALL) + 1, "rather than thin for one letter"
    for size in (SLIM, STEEP, LARGE, TALL):
        drawings = [draw("Karel", each, reach(["Karel"])) for each in (*fuller(size), size)]
        assert len(set(map(len, drawings))) == 1
        assert len(drawings[0][0]) > len(drawings[-1][0])


@pytest.mark.parametrize("size", BOLD)
def test_an_upright_stroke_of_bold_letters_is_about_as_wide_as_one_across_is_high(size: Size) -> None:
    """Lean letters had strokes across that were twice as thick, like letters that are pulled out of shape."""
    strokes = draw("l", size, reach(["l"]))[0].rstrip()
    wide = 2 * len(strokes) - strokes.endswith("▌")
    assert size.scale * 3 / 2 - 1 / 2 <= wide <= size.scale * 3
    separator = columns("·", size)
    assert size.scale / 2 <= separator <= 3 / 2 * size.scale + 1 / 2, "and what stands between two facts is no dash"


@pytest.mark.parametrize("size", BOLD)
@pytest.mark.parametrize("letter", "mwMW")
def test_three_strokes_of_a_bold_letter_are_told_apart(size: Size, letter: str) -> None:
    drawn = draw(letter, size, reach([letter]))
    halves = ["".join(DOTS[cell][half : half + 2] for cell in row) for row in drawn for half in (0, 2)]
    strokes = [[dot for dot, _run in groupby(row)].count("#") for row in halves]
    assert max(strokes) >= 3
