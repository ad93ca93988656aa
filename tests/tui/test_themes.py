"""The shipped themes can be read: every pair of colours that is used has a contrast of at least 4.5 to 1."""

from __future__ import annotations

from itertools import combinations

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.themes import THEMES

ON_GROUNDS = ("foreground", "key", "muted", "accent", "success", "attention", *(f"cluster-{n}" for n in range(1, 6)))
GROUNDS = ("background", "surface", "panel")


def colour(theme: Theme, name: str) -> Color:
    """A colour of a theme by the name that a style sheet uses."""
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def luminance(channel: int) -> float:
    """Relative luminance of one channel (WCAG 2.1)."""
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours (WCAG 2.1)."""
    light, dark = sorted(
        (0.2126 * luminance(c.r) + 0.7152 * luminance(c.g) + 0.0722 * luminance(c.b) for c in (one, other)),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_can_be_read_on_every_ground(theme: Theme) -> None:
    poor = {
        (name, ground): round(contrast(colour(theme, name), colour(theme, ground)), 2)
        for name in ON_GROUNDS
        for ground in GROUNDS
        if contrast(colour(theme, name), colour(theme, ground)) < 4.5
    }
    assert not poor


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["accent", "attention"])
def test_text_on_a_coloured_ground_can_be_read(theme: Theme, ground: str) -> None:
    assert contrast(colour(theme, "on-accent"), colour(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_field_and_a_sheet_are_told_from_the_page_they_lie_on(theme: Theme) -> None:
    grounds = [colour(theme, name) for name in GROUNDS]
    assert all(contrast(one, other) >= 1.05 for one, other in combinations(grounds, 2))
