"""Every pair of colours that stands on a screen has the contrast that a back row needs, in each of our themes."""

from __future__ import annotations

import re
from functools import cache

import pytest
from textual.color import Color
from textual.theme import Theme

from tests.pictures import FOLDER
from tests.tui.test_themes import GROUNDS, ON_GROUNDS, colour, contrast
from tui.themes import INK, PROJECTOR, THEMES

TEXT, SHAPE = 4.5, 3.0
"""WCAG 2.1: the contrast of text (1.4.3), and of a shape that says something (1.4.11)."""

FAR = 7.0
"""The enhanced contrast of text (1.4.6)."""

SHAPES = frozenset("□■◆○●◉◐◑▌█")
"""Signs that say something by their form. Rules, bars and rests of bars are there for air, beside their number."""

NAMES = (*ON_GROUNDS, *GROUNDS, "line", "rest", "on-accent", "field", "field-now")
ROUNDED = 1
"""A colour may be drawn this far from how it was written, a channel."""

Pair = tuple[str, str]


@cache
def pairs() -> tuple[dict[Pair, str], dict[Pair, str]]:
    """Each pair of a foreground and a ground under letters or digits, and under shapes, with where it was seen."""
    texts: dict[Pair, str] = {}
    shapes: dict[Pair, str] = {}
    for path in sorted(FOLDER.rglob("*.txt")):
        lines, runs, legend = path.read_text(encoding="utf-8").split("\n\n")
        styles = dict(entry.split(" ", 1) for entry in legend.strip().split("\n"))
        for line, row in zip(lines.split("\n"), runs.split("\n"), strict=True):
            for said, style in _cut(line[1:-1], row):
                found = re.search(r"(#\w{6}) on (#\w{6})", styles[style])
                if found and any(letter.isalnum() for letter in said):
                    texts.setdefault((found[1], found[2]), f"{path.name}: {said.strip()}")
                elif found and SHAPES & set(said):
                    shapes.setdefault((found[1], found[2]), f"{path.name}: {said.strip()}")
    return texts, shapes


def _cut(line: str, row: str) -> list[tuple[str, str]]:
    """What stands in each run of one style; all of our pictures have letters of one cell."""
    found, start = [], 0
    for run in row.split():
        style, cells = run[0], int(run[1:])
        found.append((line[start : start + cells], style))
        start += cells
    return found


def _in(theme: Theme, shown: str) -> Color:
    """The colour of a theme that has the name of this one in the dark theme; a blend stays as it is."""
    there = Color.parse(shown)
    named = next((name for name in NAMES if _apart(colour(INK, name), there) <= ROUNDED), "")
    return colour(theme, named) if named else there


def _apart(one: Color, other: Color) -> int:
    return max(abs(a - b) for a, b in zip(one.rgb, other.rgb, strict=True))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("which", "least"), [(0, TEXT), (1, SHAPE)], ids=["text", "shape"])
def test_every_pair_of_colours_on_a_screen_has_contrast(theme: Theme, which: int, least: float) -> None:
    found = pairs()[which]
    assert found
    poor = {
        where: f"{fore} on {ground}: {ratio:.2f}"
        for (fore, ground), where in found.items()
        if (ratio := contrast(_in(theme, fore), _in(theme, ground))) < least
    }
    assert not poor


LEAST = {"dark": (1.2, 2.0, 1.2), "light": (1.25, SHAPE, 1.5), "projector": (1.25, SHAPE, 1.5)}
"""The contrast with the page of a chosen row, of a rest, and of the empty part of a bar; daylight takes more of it."""


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_is_chosen_and_what_is_left_can_be_seen_on_a_projector_too(theme: Theme) -> None:
    chosen, rest, empty = LEAST[theme.name]
    page = colour(theme, "background")
    assert contrast(colour(theme, "panel"), page) >= chosen
    assert theme.dark or contrast(colour(theme, "asleep"), page) >= chosen
    assert min(contrast(colour(theme, "rest"), colour(theme, ground)) for ground in ("background", "surface")) >= rest
    assert contrast(colour(theme, "empty"), page) >= empty
    assert contrast(colour(theme, "muted"), colour(theme, "empty")) >= SHAPE, "the half is marked there"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_is_typed_can_be_read_in_every_field(theme: Theme) -> None:
    for ground in ("field", "field-now", "asleep"):
        assert min(contrast(colour(theme, name), colour(theme, ground)) for name in ON_GROUNDS) >= TEXT
        assert contrast(colour(theme, "foreground"), colour(theme, ground)) >= FAR


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_field_can_be_seen_on_its_page_and_another_one_where_one_types(theme: Theme) -> None:
    """Before they were less than a fifth darker than the page: a pale projector shows none of that.

    By its ground alone a field is quiet; its edge is what says where it is.
    """
    field, now, page = (colour(theme, name) for name in ("field", "field-now", "background"))
    assert contrast(field, page) >= 1.25
    assert contrast(field, now) >= (1.15 if theme.dark else 1.3)
    assert contrast(colour(theme, "rest"), page) >= LEAST[theme.name][1]
    assert contrast(colour(theme, "rest"), field) >= 1.75


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_scroll_bar_has_a_track_that_is_told_from_the_page_and_from_what_moves_on_it(theme: Theme) -> None:
    track = colour(theme, "track")
    assert contrast(track, colour(theme, "background")) >= 1.15
    assert contrast(colour(theme, "rest"), track) >= 1.75
    assert contrast(colour(theme, "muted"), track) >= 3, "while it is dragged"


def test_what_is_quiet_on_a_projector_is_read_from_afar_and_told_from_what_is_not() -> None:
    """Heads and names were nearly as black as what stands under them."""
    quiet, page = colour(PROJECTOR, "muted"), colour(PROJECTOR, "background")
    assert contrast(quiet, page) >= FAR
    assert contrast(quiet, colour(PROJECTOR, "foreground")) >= 2.5


def test_no_colour_is_one_of_the_sixteen_of_a_terminal() -> None:
    """They are not looked for (``Kring.get_line_filters``): each terminal would show its own."""
    drawn = re.compile(r"(?:(?:not )?(?:bold|italic|underline|reverse) )*(?:#\w{6} )?on #\w{6}")
    for path in sorted(FOLDER.rglob("*.txt")):
        for entry in path.read_text(encoding="utf-8").split("\n\n")[2].strip().split("\n"):
            assert drawn.fullmatch(entry.split(" ", 1)[1]), f"{path.name}: {entry}"
