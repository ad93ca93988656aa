"""What a terminal may do to the app: bytes that are no text, keys in pieces, and signals to end."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from textual.events import Key, Paste

from tests.cases import cases
from tui.terminal import FAR, lenient, wait_for_split_keys
from tui.typed import TypedParser

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal here")


def heard(*chunks: str) -> list[str]:
    """The keys and pastes that Kring makes of what comes in these pieces."""
    parser = TypedParser()
    events = [event for chunk in chunks for event in parser.feed(chunk)]
    return [
        event.key if isinstance(event, Key) else f"paste {event.text}"
        for event in events
        if isinstance(event, Key | Paste)
    ]


def test_a_byte_that_is_no_text_is_one_odd_character() -> None:
    decoder = lenient("utf-8")()
    assert decoder.decode(b"a\xffb") == "a\ufffdb"
    assert decoder.decode(b"\xc3") + decoder.decode(b"\xab") == "\u00eb"


def test_a_paste_without_brackets_is_told_from_typing() -> None:
    names = cases("reports", "20-paste-without-brackets", "paste.txt").read_text("utf-8").strip().replace("\n", "\r")
    assert heard(names) == [f"paste {names}"]
    assert heard("\x1b[200~" + names[:25], names[25:] + names, "\x1b[201~", "x") == [f"paste {names}{names}", "x"]
    for typed in ("an\rHoe geef ik fee", "Hoe geef ik feedback zonder te kwetsen\rEn hoe vra", "a\rb\rc\r", "x" * 200):
        assert len(heard(typed)) == len(typed)


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        (["a\x1b[200~b\x1b[31mrood\x1b[0m\x07c\x1b[201~d"], ["a", "paste brood\x07c", "d"]),
        (["\x1b[200~een \x1b]0;titel\x07twee\x1bn\x1b", "[201~"], ["paste een twee"]),
        (["a\x1b[20", "0~een\rtwee\r", "drie\x1b[2", "01~\x1b[A"], ["a", "paste een\rtwee\rdrie", "up"]),
        (["\x1b[200~een\x1b[201~\x1b[200~twee\x1b[201~"], ["paste een", "paste twee"]),
    ],
)
def test_no_key_is_found_in_what_is_pasted_in_brackets(sent: list[str], keys: list[str]) -> None:
    assert heard(*sent) == keys


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        (["\x1bn"], ["escape", "n"]),
        (["\x1b", "n"], ["escape", "n"]),
        (["\x1b?"], ["escape", "question_mark"]),
        (["\x1b", "\x1b[A"], ["escape", "up"]),
        (["\x1b\r"], ["escape", "enter"]),
        (["\x1b", "[15~"], ["f5"]),
        (["\x1b[1", "5~"], ["f5"]),
        (["a\x1b[18~b"], ["a", "f7", "b"]),
        (["\x1bOP"], ["f1"]),
        (["\x1bf"], ["ctrl+right"]),
        (["\x1b", "f"], ["escape", "f"]),
        (["\x1b", "be"], ["escape", "b", "e"]),
    ],
)
def test_escape_and_a_sign_are_two_keys_and_a_key_in_pieces_is_one(sent: list[str], keys: list[str]) -> None:
    assert heard(*sent) == keys


def test_an_escape_that_nothing_comes_behind_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr("tui.typed.time.monotonic", lambda: clock[0])
    parser = TypedParser()
    assert [*parser.feed("\x1b"), *parser.tick()] == []
    clock[0] += 1
    assert [event.key for event in parser.tick() if isinstance(event, Key)] == ["escape"]
    assert [*parser.tick()] == []


def test_keys_over_a_slow_line_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*FAR, "ESCDELAY"):
        monkeypatch.delenv(name, raising=False)
    wait_for_split_keys()
    assert "ESCDELAY" not in os.environ
    monkeypatch.setenv("TMUX", "/tmp/tmux-1000/default,1,0")
    wait_for_split_keys()
    assert os.environ.pop("ESCDELAY") == "500"


@pytest.mark.pty
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_leaves_the_terminal_sane_and_nothing_lost(tmp_path: Path, number: signal.Signals) -> None:
    from benchmarks.torture.signals import signal_app

    assert signal_app(tmp_path, number, 1) == ""
