"""A file that is shared by another Kring can be read along, and not changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import Note, Refused
from data.network import Network
from data.network.reading import because
from data.verbs.brainstorm.noting import capture
from tests.data.together.laptops import STORM, records


def test_nothing_is_changed_while_the_laptop_that_shares_has_another_kring(tmp_path: Path) -> None:
    network = Network.create(tmp_path / "a.kring.json", records())
    joined = tmp_path / ".a.kring.json.kring" / "together" / "joined"
    joined.parent.mkdir()
    joined.write_text("1.9.0 1.10.0", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        network.apply(capture, activity=STORM, text="een").wait(10)
    assert refused.value.said.fills["newest"] == "1.10.0"
    joined.write_bytes(b"")
    network.apply(capture, activity=STORM, text="twee").wait(10)
    assert [note.text for note in network.state.all(Note)] == ["twee"]
    network.close()


@pytest.mark.parametrize(("ours", "theirs", "newest"), [("2.0", "1.9", "2.0"), ("1.2", "1.10", "1.10"), ("", "1", "1")])
def test_the_newest_of_both_is_to_be_installed(ours: str, theirs: str, newest: str) -> None:
    assert because(ours, theirs).fills["newest"] == newest
