"""What a room view shows, as plain data: a screen, or another window, draws it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the list: a label in front of it, the text, and what is said behind it; a heading stands by itself."""

    text: str
    label: str = ""
    aside: str = ""
    style: str = "$foreground"
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Projected:
    """All that a room view shows.

    ``beside`` puts the list beside the giant text where the screen is wide enough. ``asked`` is the question of now
    (F3), where it is another than the giant text.
    """

    status: str = ""
    giant: str = ""
    style: str = "$accent"
    items: tuple[Item, ...] = ()
    beside: bool = False
    asked: str = ""

    @property
    def question(self) -> str:
        """What the room is working on, in one sentence."""
        return self.asked or self.giant
