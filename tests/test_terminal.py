"""The real program: it starts, is resized, killed and hung up, and comes back where it was."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import pytest

from data.demo import demo_records
from data.model import Parked
from data.network import Network
from data.settings import Settings, save
from tests import session_script as script
from tests.pilot import network_file
from tests.session_script import Press, Type
from tests.terminal import terminal

pytestmark = [
    pytest.mark.pty,
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals here"),
]


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """The Dutch demo network in a file of its own."""
    now = datetime.now().astimezone()
    return network_file(tmp_path, demo_records("nl", now.date(), now.time()))


@pytest.mark.parametrize("end", ["kill", "hang_up"])
def test_closing_the_window_loses_nothing(demo: Path, end: str) -> None:
    with terminal(demo, size=(80, 24)) as program:
        program.wait_for("Nog open")
        program.press("f4", *"over het budget", "enter")
        program.until(lambda: any(point.text == "over het budget" for point in parked(demo)))
        program.press("9")
        program.wait_for("Verslag van")
        program.press("f4", *"half een zin")
        program.wait_for("half een zin")
        program.resize(120, 36)
        program.wait_for("Afronding")
        program.until(lambda: "half een zin" in drafts(demo))
        getattr(program, end)()
    with terminal(demo, size=(80, 24)) as program:
        program.wait_for("Verslag van")
        program.press("f4")
        program.wait_for("half een zin")
    assert any(point.text == "over het budget" for point in parked(demo))


def drafts(path: Path) -> str:
    """What is kept of the lines being typed."""
    return "".join(draft.read_text("utf-8", "replace") for draft in path.parent.rglob("*.drafts"))


def parked(path: Path) -> list[Parked]:
    """The parked points of a file."""
    network = Network.open(path)
    try:
        return network.state.all(Parked)
    finally:
        network.close()


def test_what_a_terminal_pastes_as_if_it_was_typed_is_offered_line_by_line(tmp_path: Path) -> None:
    with terminal(network_file(tmp_path, script.network())) as program:
        program.wait_for("Nog open")
        program.press("1")
        program.wait_for(script.PEOPLE[0])
        program.child.send("Cas Baert\rSaar Sels\rWard Leys")
        program.wait_for("zet hen allemaal aanwezig")
        assert all(f"▌ {name}" in program.text for name in ("Cas Baert", "Saar Sels", "Ward Leys"))


def test_no_escape_sequence_of_a_name_reaches_the_terminal(tmp_path: Path) -> None:
    records = script.network()
    text = "x\x1b]0;pwned\x07y\x9b31m"
    from tests.screens.test_hostile import spoilt

    with terminal(network_file(tmp_path, [spoilt(record, text) for record in records])) as program:
        program.wait_for("]0;pwned")
        program.press("1")
        program.wait_for("kring")
    assert "\x1b]0;pwned" not in program.sent
    assert "\x9b31m" not in program.sent


def test_a_whole_session_in_a_real_terminal(tmp_path: Path) -> None:
    out, settings = tmp_path / "out", tmp_path / "settings.toml"
    save(Settings(language="en"), settings)
    with terminal(network_file(tmp_path, script.network()), size=(80, 24), settings=settings) as program:
        program.wait_for("Still open")
        for step in script.whole("en", str(out)):
            if isinstance(step, Press):
                program.press(*step.keys)
            elif isinstance(step, Type):
                program.press(*step.text)
            else:
                program.wait_for(step.text)
        program.until(lambda: list(out.glob("*.md")))
    from tests.test_whole_session import assert_whole

    assert_whole(next(out.glob("*.md")).read_text(encoding="utf-8"))
