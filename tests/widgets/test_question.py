"""The question at the head of a page: in drawn letters on a high screen, ordinary text on others."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from tests.pilot import read, read_large, shown
from widgets.headline import HIGH
from widgets.question import Question

ASKED = "Hoe chauffeurs elkaar opleiden"


class Page(App[None]):
    """A question with something below it."""

    CSS = "Question { width: 1fr; height: auto; color: red; text-style: bold underline; }"

    def __init__(self, asked: Content | str) -> None:
        super().__init__()
        self._asked = asked

    def compose(self) -> ComposeResult:
        """The question alone."""
        yield Question(id="asks")

    def on_mount(self) -> None:
        """As screens do it."""
        self.query_one(Question).update(self._asked)

    @property
    def rows(self) -> int:
        """How high it is."""
        return self.query_one(Question).size.height


async def test_a_question_is_drawn_on_a_high_screen_alone() -> None:
    for size, drawn in (((200, HIGH), True), ((200, HIGH - 1), False), ((120, 36), False)):
        app = Page(ASKED)
        async with app.run_test(size=size) as pilot:
            await (read_large if drawn else read)(pilot, ASKED)
            assert (app.rows > 1) == drawn


async def test_a_question_goes_from_letters_to_text_and_back_with_the_screen() -> None:
    app = Page(ASKED)
    async with app.run_test(size=(200, 50)) as pilot:
        await read_large(pilot, ASKED)
        await pilot.resize_terminal(120, 36)
        await read(pilot, ASKED)
        assert app.rows == 1
        await pilot.resize_terminal(200, 50)
        await read_large(pilot, ASKED)


async def test_no_line_stands_under_drawn_letters() -> None:
    """A question that is not now is underlined: under blocks that would be a line through each of its rows."""
    app = Page(ASKED)
    async with app.run_test(size=(200, 50)) as pilot:
        await read_large(pilot, ASKED)
        strips = app.screen._compositor.render_strips()[: app.rows]
        inked = [segment for strip in strips for segment in strip if segment.text.strip()]
        assert inked
        assert not any(segment.style and segment.style.underline for segment in inked)
        assert all(segment.style and segment.style.color for segment in inked)


@pytest.mark.parametrize(
    "asked",
    [
        Content.styled("Nog geen vraag: e typt ze.", "$foreground"),
        "Wat kan een leidinggevende doen om medewerkers te laten groeien? " * 8,
        "日本語の質問",
    ],
    ids=["what is said in its place", "too long", "not in our face"],
)
async def test_what_is_no_short_question_stays_ordinary_text(asked: Content | str) -> None:
    app = Page(asked)
    async with app.run_test(size=(200, 50)) as pilot:
        await read(pilot, str(asked)[:5])


async def test_a_long_question_takes_thinner_letters_and_then_a_second_line() -> None:
    sizes = []
    for times in (1, 2, 4):
        app = Page(" ".join([ASKED] * times))
        async with app.run_test(size=(200, 50)) as pilot:
            await pilot.pause()
            assert "Hoe" not in shown(app)
            sizes.append(app.rows)
    assert sizes == [5, 5, 7]
