"""What argparse itself says of usage, in the language of Kring rather than in that of the system."""

from __future__ import annotations

import argparse
from typing import Any

from data.i18n import N_, _

SENTENCES = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("unrecognized arguments: %s"),
    N_("not allowed with argument %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("ignored explicit argument %r"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("expected %s argument"),
    N_("expected %s arguments"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
)
"""All that somebody who types a command can be told by it, as it stands in argparse of Python 3.11 to 3.14."""


def say_usage_in_our_words() -> None:
    """Let argparse look its sentences up in the catalogue of the current language."""
    module: Any = argparse
    module._ = _
    module.ngettext = _counted


def _counted(one: str, many: str, count: int) -> str:
    return _(one if count == 1 else many)
