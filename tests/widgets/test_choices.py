"""A number on a row is whole with Enter, and the next digit begins another one."""

from __future__ import annotations

from textual.app import App, ComposeResult

from tests.pilot import until
from widgets.choices import Choice, Choices


class Rows(App[None]):
    """One row with a number, one without."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int | str] = []

    def compose(self) -> ComposeResult:
        """The rows."""
        yield Choices()

    def on_mount(self) -> None:
        """Show them."""
        self.query_one(Choices).show([Choice("rounds", "Rounds", "4", most=40), Choice("prompt", "Prompt", "?")])
        self.query_one(Choices).focus()

    def on_choices_filled(self, event: Choices.Filled) -> None:
        """A number was typed."""
        self.heard.append(event.number)

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Enter was pressed on a row."""
        self.heard.append(event.key)


async def test_enter_ends_a_number_and_does_nothing_else() -> None:
    async with Rows().run_test() as pilot:
        app = pilot.app
        assert isinstance(app, Rows)
        await pilot.press("3", "enter", "3", "1", "enter", "enter", "down", "enter")
        await until(pilot, lambda: app.heard[-1:] == ["prompt"])
        assert app.heard == [3, 3, 31, "rounds", "prompt"]
