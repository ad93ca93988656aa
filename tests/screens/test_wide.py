"""On a wide screen a form is no wider than what goes in, and stands in the middle of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Region
from textual.widgets import TextArea

from data.model import Activity, ActivityKind
from tests.pilot import running, until
from tests.screens.group import group
from widgets.evaluation_form import EvaluationForm

WIDE, FORM = (200, 50), 124


def middle(region: Region, screen: int) -> bool:
    """Whether as much is free on its left as on its right, but for a scroll bar and a column."""
    return abs(region.x - (screen - region.right)) <= 2


async def test_a_form_of_the_evaluation_is_narrower_than_its_result(tmp_path: Path) -> None:
    held = Activity(id="e", session="s", kind=ActivityKind.EVALUATION, position=1, revealed=True)
    aloud = Activity(id="f", session="s", kind=ActivityKind.EVALUATION, position=2, spoken=True)
    async with running(group(tmp_path, [ActivityKind.EVALUATION], extra=[held, aloud]), size=WIDE) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: app.screen.query(EvaluationForm))
        form = app.screen.query_one(EvaluationForm)
        await until(pilot, lambda: 0 < form.region.width <= FORM)
        assert middle(form.region, WIDE[0])
        for place, part in (("e", "#eva-result"), ("f", "#eva-spoken")):
            app.go(place)
            await until(pilot, lambda part=part: any(each.region.width > FORM for each in app.screen.query(part)))  # type: ignore[misc]


@pytest.mark.parametrize(("size", "twice"), [(WIDE, True), ((200, 46), True), ((200, 45), False)])
async def test_the_fields_of_a_new_network_fill_a_high_screen_and_its_people_are_as_high_as_they_are_many(
    size: tuple[int, int], twice: bool
) -> None:
    async with running(None, size=size) as (app, pilot):
        app.go("new")
        await until(pilot, lambda: app.screen.query("#new-file"))
        name, theme, file = (
            app.screen.query_one(f"#{field}").region for field in ("new-name", "new-theme", "new-file")
        )
        used, people = app.screen.query_one("#use").region, app.screen.query_one("#people", TextArea)
        assert theme.y - name.y == 2 + twice
        assert file.bottom < size[1] - 1
        assert used.right <= name.right, "what a programme is for ends where the fields do"
        assert people.region.bottom < file.y
        people.text = "\n".join(f"Mens {number}" for number in range(40))
        await until(pilot, lambda: people.region.bottom > file.y - 4)
        assert people.region.bottom < size[1] - 1
