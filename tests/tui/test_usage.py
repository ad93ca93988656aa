"""What the command line says of its own usage is in the language of the settings, all of it."""

from __future__ import annotations

import argparse
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.i18n import set_language
from data.settings import Settings, save
from tui.cli import COMMANDS, main, parser
from tui.usage import SENTENCES

SAME = {"CODE", "SERVER", "N", "md[,...]", "import"}
"""What is said alike in every language."""


def parsers(one: argparse.ArgumentParser, name: str = "kring") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """A parser and those of its commands, by the words that lead there."""
    yield name, one
    for action in one._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, below in action.choices.items():
                yield from parsers(below, f"{name} {word}")


def said(language: str) -> dict[str, str]:
    """Every text that a help can show, by where it is shown; nothing where it is a number or a choice of words."""
    set_language(language)
    texts: dict[str, str] = {}
    for name, one in parsers(parser()):
        texts |= {f"{name} description": one.description or "", f"{name} epilog": one.epilog or ""}
        texts |= {
            f"{name} {group.title}"[: len(name) + 1] + str(place): group.title or ""
            for place, group in enumerate(one._action_groups)
        }
        for place, action in enumerate(one._actions):
            called = action.metavar if isinstance(action.metavar, str) else ""
            texts |= {f"{name} {place} help": action.help or "", f"{name} {place} called": called}
            if isinstance(action, argparse._SubParsersAction):
                texts |= {f"{name} {choice.dest} listed": choice.help or "" for choice in action._choices_actions}
    return texts


def test_every_text_of_every_help_is_in_both_languages() -> None:
    dutch, english = said("nl"), said("en")
    assert dutch.keys() == english.keys() and len(dutch) > 100
    alike = {text for where, text in dutch.items() if text == english[where] and text}
    assert alike - SAME == set()


def test_the_help_says_where_the_settings_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRING_SETTINGS", "/a/100%/s.toml")
    set_language("en")
    told = " ".join(parser().format_help().split())
    assert "Language, theme and bell are set on Home, or in /a/100%/s.toml." in told


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_a_help_has_a_text_for_every_argument(command: str) -> None:
    for name, one in parsers(parser(command)):
        for action in one._actions:
            assert action.help or isinstance(action, argparse._SubParsersAction), f"{name}: {action}"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--help"], "gebruik: kring [-h] [--version] COMMANDO ...\n"),
        (["export", "--help"], "\nargumenten:\n  BESTAND "),
        (["forget", "--help"], "toon deze hulp en stop"),
        (["export"], "kring export: fout: dit ontbreekt nog: BESTAND\n"),
        (["completion", "fish"], "'fish' is geen keuze (kies uit "),
        (["capture", "f", "--session", "x"], "argument --session: 'x' is geen geldige waarde (int)"),
        (["check", "f", "--yes"], "kring: fout: onbekende argumenten: --yes"),
        (["forget", "f", "An", "--each", "--list"], "--list: gaat niet samen met argument --each"),
        (["export", "f", "--to"], "--to: hier hoort één argument"),
        (["--lang", "nl"], "kring: fout: --lang komt achter een commando, zoals in kring demo --lang nl"),
        (["--lang=nl"], "kring: fout: --lang komt achter"),
        (["-"], "kring: fout: argument COMMANDO: '-' is geen keuze"),
        (["--unknown"], "kring: fout: onbekende argumenten: --unknown"),
        (["-x"], "kring: fout: onbekende argumenten: -x"),
        (["rounds"], "een van deze argumenten is nodig: "),
    ],
)
def test_wrong_usage_is_told_in_the_language_of_the_settings(
    words: list[str], told: str, settings_of_its_own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert save(Settings(language="nl"), settings_of_its_own)
    with pytest.raises(SystemExit):
        main(words)
    shown = capsys.readouterr()
    assert told in shown.out + shown.err
    assert not {"usage:", "error:", "arguments", "exit"} & set((shown.out + shown.err).split())


def test_english_is_left_as_argparse_has_it(settings_of_its_own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert save(Settings(language="en"), settings_of_its_own)
    with pytest.raises(SystemExit):
        main(["export", "f", "--to"])
    assert "kring export: error: argument --to: expected one argument" in capsys.readouterr().err


def test_every_sentence_is_one_of_argparse() -> None:
    source = inspect.getsource(argparse)
    for sentence in SENTENCES:
        assert repr(sentence)[1:-1] in source, sentence
