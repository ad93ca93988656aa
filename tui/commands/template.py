"""``kring template FILE``: the Word template that Kring brings, to make one's own of."""

from __future__ import annotations

import argparse
from pathlib import Path

from data.i18n import _
from data.model import Refused, say
from data.report.html import TEMPLATES


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "template",
        help=_("write the Word template, to make your own of it"),
        description=_(
            "Write the template that documents in Word are laid out in. Change its styles, header and footer in Word, "
            "and name it in the settings (word_template): {settings}"
        ).format(settings=_settings()),
    )
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("the Word file to write"))
    parser.set_defaults(run=run)


def _settings() -> str:
    from data.settings import settings_path

    # argparse fills in what stands behind a percent sign.
    return str(settings_path()).replace("%", "%%")


def run(args: argparse.Namespace) -> int:
    """Write it and print its path.

    Raises:
        Refused: there is a file already.
    """
    try:
        with args.file.open("xb") as file:
            file.write((TEMPLATES / "document.docx").read_bytes())
    except FileExistsError as error:
        raise Refused(say("{file} is there already: name another file.", file=str(args.file))) from error
    print(args.file)
    return 0
