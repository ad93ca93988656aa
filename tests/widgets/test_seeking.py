"""Letters in a list lead to what begins with them."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding

from tests.pilot import NAMES
from widgets.seeking import Entry, Seeking

WORDS = ("Break", "Brainstorm", "Évaluation", "Decision", "Exchange", "Close")


class Place(App[None]):
    """A list on a screen of which ``x`` is a command."""

    done = 0

    def compose(self) -> ComposeResult:
        yield Seeking(*(Entry(word, f"{number} {word}") for number, word in enumerate(WORDS, start=1)), markup=False)

    def on_mount(self) -> None:
        self.screen._bindings.key_to_bindings.setdefault("x", [Binding("x", "app.count", "")])
        self.query_one(Seeking).highlighted = 0

    def action_count(self) -> None:
        self.done += 1


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("b", "Brainstorm"),  # the next one
        ("bb", "Break"),  # and round again
        ("bra", "Brainstorm"),
        ("bre", "Break"),
        ("e", "Évaluation"),
        ("ee", "Exchange"),
        ("cd", "Decision"),  # nothing begins with both
        ("zc", "Close"),
        ("z", "Break"),
        ("B", "Break"),  # a capital is a place
        ("dé", "Decision"),  # on Belgian AZERTY a digit
    ],
)
async def test_a_letter_leads_to_the_next_and_letters_in_a_row_to_what_begins_with_all(keys: str, word: str) -> None:
    app = Place()
    async with app.run_test() as pilot:
        await pilot.press(*(NAMES.get(key, key) for key in keys))
        assert WORDS[app.query_one(Seeking).highlighted or 0] == word


async def test_an_arrow_begins_anew_and_a_command_stays_one() -> None:
    app = Place()
    async with app.run_test() as pilot:
        await pilot.press("b", "home", "r")
        assert app.query_one(Seeking).highlighted == 0
        await pilot.press("e", "x")
        assert (app.done, app.query_one(Seeking).highlighted) == (1, 2)


async def test_an_empty_list_has_nothing_to_lead_to() -> None:
    app = App[None]()
    async with app.run_test() as pilot:
        await app.mount(Seeking())
        app.query_one(Seeking).focus()
        await pilot.press("a")
        assert app.query_one(Seeking).highlighted is None
