"""A number on a row is whole with Enter, and the next digit begins another one."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from tests.pilot import shown, until
from widgets.choices import Choice, Choices, _cut, airy


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


async def test_the_cursor_stays_at_the_ends() -> None:
    async with Rows().run_test() as pilot:
        choices = pilot.app.query_one(Choices)
        await pilot.press("up")
        assert choices.at == "rounds"
        await pilot.press("down", "down")
        assert choices.at == "prompt"


async def test_what_does_not_fit_behind_a_row_stands_below_it_whole() -> None:
    async with Rows().run_test(size=(40, 10)) as pilot:
        choices = pilot.app.query_one(Choices)
        row = Choice("prompt", "First prompt", "What are you good at?", "Enter: one of your own", steps=False)
        choices.show([row])
        await until(pilot, lambda: "Enter: one of your own" in shown(pilot.app).splitlines()[1])
        assert "What are you good at?" in shown(pilot.app).splitlines()[0]


async def test_what_stands_below_a_row_begins_below_its_value_and_folds_before_the_edge() -> None:
    worth = "24 of 28 pairs · 4 pairs sit together twice"
    proposal = Choice("way", "Proposal", "pairs, 7 rounds", steps=False, chosen=False, below=worth)
    prompt = Choice("prompt", "First", "What?", "Enter: one of your own", steps=False)
    async with Rows().run_test(size=(42, 12)) as pilot:
        pilot.app.query_one(Choices).show([proposal, prompt])
        await until(pilot, lambda: "sit together twice" in " ".join(shown(pilot.app).split()))
        lines = shown(pilot.app).splitlines()
        end = next(row for row, line in enumerate(lines) if "First" in line)
        assert all(line.index(line.strip()) == lines[0].index("pairs") for line in lines[1:end])
        assert " ".join(" ".join(lines[1:end]).split()).replace(" · ", " ") == worth.replace(" · ", " ")
        assert max(len(line.rstrip()) for line in lines[1:end]) < 42, "clear of the end of its ground"
        assert lines[end + 1].index("Enter") == lines[end].index("What?")
        assert pilot.app.query_one(Choices).size.height == end + 2


async def test_below_a_label_stands_what_enter_does_where_the_cursor_is_and_takes_no_line() -> None:
    def way(key: str, under: str) -> Choice:
        worth = "24 of 28 pairs · 4 pairs sit together twice"
        return Choice(key, "Plan", "pairs", steps=False, below=worth, under=under, enter="Enter takes it")

    async with Rows().run_test(size=(90, 12)) as pilot:
        pilot.app.query_one(Choices).show([way("a", ""), way("b", "set now")])
        await until(pilot, lambda: "set now" in shown(pilot.app))
        one, below, two, last, *_rest = shown(pilot.app).splitlines()
        assert below.startswith("  Enter takes it  ") and last.startswith("  set now  ")
        assert below.index("24 of") == one.index("pairs") == two.index("pairs") == last.index("24 of")
        await pilot.press("down")
        await until(pilot, lambda: "set now" not in shown(pilot.app))
        assert shown(pilot.app).count("Enter takes it") == 1 and pilot.app.query_one(Choices).size.height == 4


async def test_the_cursor_passes_what_is_read_only() -> None:
    async with Rows().run_test() as pilot:
        app = pilot.app
        assert isinstance(app, Rows)
        still = Choice("", "As it is set", "pairs", steps=False, chosen=True, still=True)
        app.query_one(Choices).show([still, Choice("size", "Size", "2"), still, Choice("prompt", "Prompt", "?")])
        await pilot.press("enter", "down", "enter", "up", "enter", "up", "enter")
        await until(pilot, lambda: len(app.heard) == 4)
        assert app.heard == ["size", "prompt", "size", "size"]


def test_where_only_blanks_are_left_out_no_ellipsis_says_that_more_is() -> None:
    assert _cut(Content("names  in full      "), 16).plain.rstrip() == "names  in full"
    assert _cut(Content("names  in full      "), 12).plain.endswith("…")


async def test_of_two_that_are_ticked_in_a_line_the_arrows_go_to_the_other_one_and_down_to_the_next_line() -> None:
    names = ("Markdown", "HTML", "PDF", "Word", "one file per table")
    ticks = [Choice(name, "", name, steps=False, ticked=False, apart=name == "Markdown") for name in names]
    async with Rows().run_test(size=(40, 10)) as pilot:
        choices = pilot.app.query_one(Choices)
        choices.show([Choice("size", "Size", "2"), *ticks], paired=True)
        await until(pilot, lambda: choices.size.height == 5)
        lines = [line.split() for line in shown(pilot.app).splitlines()[:5]]
        assert lines[2] == ["[", "]", "Markdown", "[", "]", "HTML"] and lines[4][2:] == ["one", "file", "per", "table"]
        at = []
        for key in ("down", "right", "right", "down", "left", "down", "up", "down", "down", "up"):
            await pilot.press(key)
            at.append(choices.at)
        assert at == ["Markdown", "HTML", "HTML", "Word", "PDF", names[4], "PDF", names[4], names[4], "PDF"]
        await pilot.click(choices, offset=(20, 3))
        await until(pilot, lambda: choices.at == "Word")
        choices.show(ticks)
        await until(pilot, lambda: choices.size.height == 6)


@pytest.mark.parametrize(
    ("height", "apart"), [(12, [0, 1, 1, 2, 1, 1]), (11, [0, 1, 1, 1, 0, 0]), (8, [0, 0, 0, 1, 0, 0])]
)
def test_choices_have_air_where_all_stay_in_sight_with_it_those_with_a_label_first(
    height: int, apart: list[int]
) -> None:
    labelled = [Choice(f"l{n}", "wat", "iets") for n in range(3)]
    ticked = [Choice(f"t{n}", "", "PDF", steps=False, ticked=False, apart=n == 0) for n in range(3)]
    assert [row.apart for row in airy([*labelled, *ticked], height)] == apart
