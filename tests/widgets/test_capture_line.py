"""The line that is typed in: joiners are kept, and keys step over what is one character to a person."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.events import Key, Paste
from textual.pilot import Pilot

from tests.data.test_text import BELGIUM, FAMILY, PERSIAN, WALES
from tests.pilot import until
from tui.themes import THEMES
from widgets.capture_line import CaptureLine


class Line(App[None]):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(THEMES[0].variables)

    def compose(self) -> ComposeResult:
        yield CaptureLine("line")


async def typed(pilot: Pilot[None], text: str) -> CaptureLine:
    """Type a text as a terminal hands it over: a key for each character."""
    line = pilot.app.query_one(CaptureLine)
    line.focus()
    for letter in text:
        line.post_message(Key(letter, letter))
    await until(pilot, lambda: len(line.value) >= len(text))
    return line


async def test_typed_joiners_are_kept() -> None:
    async with Line().run_test() as pilot:
        line = await typed(pilot, f"gezin {FAMILY} {PERSIAN}")
        assert line.take() == f"gezin {FAMILY} {PERSIAN}"


async def test_backspace_delete_and_arrows_step_over_a_whole_emoji_or_flag() -> None:
    async with Line().run_test() as pilot:
        line = await typed(pilot, f"a{FAMILY}{BELGIUM}{WALES}b")
        await pilot.press("left", "backspace")
        assert line.value == f"a{FAMILY}{BELGIUM}b"
        await pilot.press("left", "left", "delete")
        assert line.value == f"a{BELGIUM}b"
        await pilot.press("right", "right", "x")
        assert line.value == f"a{BELGIUM}bx"
        await pilot.press("left", "left", "shift+left", "left")
        assert line.cursor_position == 1 and line.selection.is_empty


async def test_what_was_typed_is_taken_back_and_typed_again_until_something_else_is() -> None:
    async with Line().run_test() as pilot:
        line = await typed(pilot, "abc")
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+y")
        assert line.value == "ab" and line.cursor_position == 2
        await pilot.press("ctrl+y", "ctrl+y", "ctrl+z")
        assert line.value == "ab", "there is no more than was typed"
        await pilot.press("x", "ctrl+y")
        assert line.value == "abx", "behind what is typed anew nothing comes back"
        await pilot.press("ctrl+z")
        line.restore("uit de mappen")
        await pilot.press("ctrl+y")
        assert line.value == "uit de mappen", "nor over a draft that is put back"


async def test_what_waits_to_be_made_again_is_first_until_something_else_is_typed() -> None:
    async with Line().run_test() as pilot:
        line = await typed(pilot, "ab")
        waiting = [True]
        line.stand_behind(lambda: bool(waiting))
        await pilot.press("ctrl+z", "ctrl+y")
        assert line.value == "ab", "nothing of it was taken back before"
        await pilot.press("ctrl+z")
        line.stand_behind(lambda: bool(waiting))
        await pilot.press("ctrl+y")
        assert line.value == "a"
        waiting.clear()
        await pilot.press("ctrl+y")
        assert line.value == "ab"
        await pilot.press("ctrl+z")
        waiting.append(True)
        line.stand_behind(lambda: bool(waiting))
        await pilot.press("c", "ctrl+z", "ctrl+y")
        assert line.value == "ac", "what is typed anew was not before it"


async def test_an_end_behind_which_there_is_more_is_marked_unless_the_cursor_is_there() -> None:
    async with Line().run_test(size=(20, 3)) as pilot:
        line = pilot.app.query_one(CaptureLine)
        line.placeholder = "wat; van wie; wanneer · Enter vraagt het"
        line.focus()
        await pilot.pause()
        assert seen(line) == "wat; van wie; wanne…"
        await typed(pilot, "De dienst betaalt de helft van de kosten")
        await until(pilot, lambda: seen(line).startswith("…"))
        assert seen(line).rstrip().endswith("de kosten")
        await pilot.press("home")
        await pilot.pause()
        assert seen(line) == "De dienst betaalt d…"
        line.restore("past")
        await pilot.pause()
        assert seen(line).rstrip() == "past"


def seen(line: CaptureLine) -> str:
    return line.render_line(0).crop(0, 20).text


async def test_lines_pasted_where_several_things_go_in_stay_several() -> None:
    async with Line().run_test() as pilot:
        line = pilot.app.query_one(CaptureLine)
        line.post_message(Paste("Loon\nTalent\n\nZorg"))
        await until(pilot, lambda: line.value == "Loon Talent Zorg")
        line.restore("")
        line.between = ", "
        line.post_message(Paste("Loon\nTalent\n\nZorg"))
        await until(pilot, lambda: line.value == "Loon, Talent, Zorg")
