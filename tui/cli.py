"""The command line: one light module per command, imported only when it is asked for."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING

from tui import __version__
from tui.written import complete

if TYPE_CHECKING:
    import argparse

COMMANDS = (
    "open",
    "demo",
    "room",
    "serve",
    "new",
    "people",
    "invite",
    "share",
    "join",
    "capture",
    "export",
    "template",
    "import",
    "pending",
    "check",
    "restore",
    "forget",
    "rounds",
    "cluster",
    "tally",
    "completion",
)
"""Every command has a module in ``tui.commands`` with ``add_parser(subparsers)`` (``import_`` for ``import``)."""


def main(arguments: list[str] | None = None) -> int:
    """Run ``kring``; gives the exit code: 0 well, 1 it could not be done, 2 wrong usage."""
    words = sys.argv[1:] if arguments is None else arguments
    complete(sys.stdout, sys.stderr)
    if words == ["--version"]:
        print(f"kring {__version__}")
        return 0
    try:
        return _run(words)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read us is gone; keep the interpreter from telling so at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(words: list[str]) -> int:
    # `kring` and `kring FILE` open the application, without a parser to wait for.
    opens = len(words) < 2 and not any(word in COMMANDS or word.startswith("-") for word in words)
    if opens:
        gc.disable()  # nothing of what is imported now is rubbish; ``show`` tidies once the screen is there
    from data.i18n import set_language, told
    from data.model import Refused
    from data.settings import load

    set_language(load().language)
    try:
        if opens:
            from tui.commands.open import show

            return show(Path(words[0]) if words else None)
        known = parser(words[0])
        _no_option_before(known, words[0])
        args = known.parse_args(words)
        return int(args.run(args))
    except Refused as refused:
        print(f"kring: {told(refused.said)}", file=sys.stderr)
    except BrokenPipeError:
        raise
    except (OSError, UnicodeError) as error:
        from tui.os_errors import of_system

        print(f"kring: {of_system(error)}", file=sys.stderr)
    return 1


def _no_option_before(known: argparse.ArgumentParser, word: str) -> None:
    """An option of a command before it is wrong usage: its value would be taken for the command."""
    option = word.partition("=")[0]
    if option.startswith("-") and option not in known._option_string_actions and option in _options_below(known):
        from data.i18n import _

        known.error(_("{option} goes behind a command, as in kring demo --lang nl").format(option=option))


def _options_below(one: argparse.ArgumentParser) -> set[str]:
    """The options of the commands of a parser, and of those below them, as they are written."""
    import argparse

    commands = [action for action in one._actions if isinstance(action, argparse._SubParsersAction)]
    below = [each for action in commands for each in action.choices.values()]
    return {option for each in below for option in (*each._option_string_actions, *_options_below(each))}


def parser(command: str = "") -> argparse.ArgumentParser:
    """The parser; with the name of a command it knows that one only, which is all that its run needs."""
    import argparse

    from data.i18n import _
    from data.settings import settings_path
    from tui.usage import say_usage_in_our_words

    say_usage_in_our_words()
    settings = _("Language, theme and bell are set on Home, or in {file}.").format(file=settings_path())
    whole = argparse.ArgumentParser(
        prog="kring",
        description=_("Run a learning network in the room, from check-in to the summary."),
        epilog=_("kring FILE opens a network; kring alone opens Home.") + " " + settings,
    )
    whole.add_argument(
        "--version", action="version", version=f"kring {__version__}", help=_("show the version and exit")
    )
    commands = whole.add_subparsers(dest="command", metavar=_("COMMAND"))
    for name in (command,) if command in COMMANDS else COMMANDS:
        import_module(f"tui.commands.{name}{'_' * iskeyword(name)}").add_parser(commands)
    return whole
