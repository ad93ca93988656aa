"""Text that breaks terminal programs, everywhere text can stand: shown letter for letter, or cleaned."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec
import pytest

from data.model import Record
from data.network import Network
from tests.pilot import network_file, running, shown, until
from tui.app import Kring

HOSTILE = [
    "[/] [/bold] [@click=app.quit]x[/]",
    "a\x1b]0;pwned\x07b\x9b31mc",
    "漢字 🎉 👩‍👩‍👧 שלום مرحبا",
    "\\[b]x\\ :smile: <script>",
    "pay\u202egnp.exe\u2066",
]
FIELDS = {"name", "title", "question", "text", "theme", "place", "organisation", "prompt", "outcome", "origin", "named"}


def spoilt(record: Record, text: str) -> Record:
    """The record with this text wherever a person may have typed."""
    typed = {name: text for name in FIELDS & set(record.__struct_fields__) if isinstance(getattr(record, name), str)}
    return msgspec.structs.replace(record, **typed)


def shows(app: Kring, place: str) -> bool:
    """Whether this place is the one that is shown."""
    return app.screen is app.get_screen(place)


def assert_clean(app: Kring) -> None:
    """Nothing of what is drawn would be obeyed by a terminal."""
    assert not {c for c in shown(app) if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066")}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_text_is_shown_letter_for_letter_or_cleaned(demo: Path, text: str) -> None:
    network = Network.open(demo)
    records = [spoilt(record, text) for rows in network.state.tables.values() for record in rows.values()]
    network.close()
    async with running(network_file(demo.parent, records, "hostile.kring.json")) as (app, pilot):
        for place in ("programme", *(item.id for item in app.programme), "home"):
            app.go(place)
            await until(pilot, partial(shows, app, place))
            for _key in range(2):
                assert_clean(app)
                await pilot.press("f9")
        if "[/]" in text:
            assert text in shown(app)
        await pilot.press("f2", "f3")
        assert_clean(app)
