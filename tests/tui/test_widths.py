"""A terminal that takes a flag or a syllable to be of another width shifts nothing that stands behind it."""

from __future__ import annotations

import pyte
import pytest
from rich.cells import cell_len

from tests.cases import cases
from tui.widths import placed


class Opinionated(pyte.Screen):
    """A terminal that draws every sign beyond Latin one column wide, joiners and selectors too."""

    def draw(self, data: str) -> None:
        for letter in data:
            super().draw(letter if letter.isascii() else "?")


def drawn(text: str) -> list[str]:
    """What such a terminal shows."""
    screen = Opinionated(40, 3)
    pyte.Stream(screen).feed(text)
    return list(screen.display)


def test_what_stands_behind_a_name_is_in_its_column() -> None:
    people = cases("reports", "33-widths-in-tmux", "people.txt").read_text("utf-8").splitlines()
    for person in people:
        name, organisation = person.split("; ")
        row = f"\x1b[2;3H\x1b[1m{name}{' ' * (24 - cell_len(name))}\x1b[0m{organisation}\n"
        assert drawn(placed(row))[1][26:].startswith(organisation), person


@pytest.mark.parametrize("text", ["\x1b[1;1HJef é ✓ ▌━ ↑\n", "漢字 without a place", "\x1b[2J"])
def test_what_nobody_doubts_is_left_as_it_is(text: str) -> None:
    assert placed(text) == text


def test_a_row_of_doubtful_signs_is_counted_on() -> None:
    assert placed("\x1b[1;5H漢a\x1b[31m🇧🇪b") == "\x1b[1;5H漢\x1b[7Ga\x1b[31m🇧🇪\x1b[10Gb"
