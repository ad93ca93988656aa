"""A facilitator runs one whole session by keyboard alone, and the exported summary holds all of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests import session_script as script
from tests.pilot import network_file, read, running, type_text, until
from tests.session_script import Press, Step, Type


async def take(pilot: Pilot[None], steps: Iterator[Step]) -> None:
    """Take the steps one after the other."""
    for step in steps:
        if isinstance(step, Press):
            await pilot.press(*step.keys)
        elif isinstance(step, Type):
            await type_text(pilot, step.text)
        else:
            await read(pilot, step.text)


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("language", "size"), [("nl", (120, 36)), ("en", (80, 24))])
async def test_a_whole_session(tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    out = tmp_path / "out"
    async with running(network_file(tmp_path, script.network()), size=size, language=language) as (_app, pilot):
        await take(pilot, script.whole(language, str(out)))
        await until(pilot, lambda: list(out.glob("*.md")))
    assert_whole(next(out.glob("*.md")).read_text(encoding="utf-8"))


def assert_whole(summary: str) -> None:
    """The summary holds what was said and done."""
    for name in script.PEOPLE:
        assert name in summary
    for note in script.NOTES:
        text, cluster = note.split(" #")
        assert text in summary
        assert cluster in summary
    assert "Feedback geven oefenen" in summary
    assert "15/15" in summary or "15 van 15" in summary or "15 of 15" in summary
    for said in (
        "zonder te kwetsen",
        "Cases uit kleine bedrijven",
        "Zaal reserveren",
        "Lena Maes",
        "Gent",
        "leerpunt 3",
    ):
        assert said in summary
    assert "Wie spreekt, wordt niet onderbroken" in summary
