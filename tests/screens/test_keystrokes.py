"""How many keys something takes, besides its words: counted in the application itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.methods.agenda import TEMPLATES
from data.model import ActivityKind, Evaluation, Heard
from tests.pilot import read, running, shown, type_text, until
from tests.screens.group import group
from tui.everywhere import EVERYWHERE

PAPERS, AT_MOST = 15, 5
REACHED = 10
"""So many activities have a digit of their own in the programme: 1 to 9, and 0."""


async def test_fifteen_paper_forms_take_at_most_five_keys_each_and_show_no_score(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.EVALUATION]), size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "formulier 1")
        paper = ("7", "8", "9", "f5")
        assert len(paper) <= AT_MOST
        for number in range(PAPERS):
            await pilot.press(*paper[:-1])
            if not number:
                seen = shown(app).splitlines()[7:14]
                assert not any(mark in row for row in seen for mark in paper[:-1]), seen
            await pilot.press(paper[-1])
        await until(pilot, lambda: len(app.state.all(Evaluation)) == PAPERS)
        marks = {(form.content, form.discussion, form.facilitation) for form in app.state.all(Evaluation)}
        assert marks == {(7, 8, 9)}


async def test_what_is_said_of_a_case_takes_two_keys_at_most_besides_its_text(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.PEER_CONSULTATION]), size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "F5 kiest van wie de casus is")
        keys = 0
        for text, after in (
            ("een", ("enter", "f6")),
            ("twee", ("enter",)),
            ("drie", ("enter", "f6")),
            ("vier", ("enter",)),
        ):
            await type_text(pilot, text)
            await pilot.press(*after)
            keys += len(after)
        await until(pilot, lambda: len(app.state.all(Heard)) == 4)
        assert [said.part for said in app.state.all(Heard)] == ["case", "questions", "questions", "analysis"]
        assert keys <= 2 * len(app.state.all(Heard))


@pytest.mark.parametrize("place", [0, REACHED - 1])
async def test_an_activity_is_two_keys_from_any_other(tmp_path: Path, place: int) -> None:
    assert max(len(template.items) for template in TEMPLATES) <= REACHED
    async with running(group(tmp_path, [ActivityKind.BREAK] * REACHED), size=(80, 24)) as (app, pilot):
        app.go("a4")
        await until(pilot, lambda: app.place == "a4")
        await pilot.press("f2", str((place + 1) % 10))
        await until(pilot, lambda: app.place == f"a{place}")


def test_no_key_is_sent_as_what_a_terminal_says_of_its_cursor() -> None:
    """Shift+F3 comes as where the cursor stands, in row 1: the application cannot tell them apart."""
    assert not [command.label for command in EVERYWHERE if "shift+f3" in command.keys]
