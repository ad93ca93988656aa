"""``kring completion SHELL``: what a shell needs to complete kring's commands."""

from __future__ import annotations

import argparse

from data.i18n import _

SHELLS = ("bash", "zsh")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("completion", help=_("print the completion for a shell"))
    parser.add_argument("shell", choices=SHELLS, help=_("the shell"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print a script; ``eval "$(kring completion bash)"`` makes it work."""
    import shtab

    from tui.cli import parser

    print(shtab.complete(parser(), shell=args.shell))
    return 0
