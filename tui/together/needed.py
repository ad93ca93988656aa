"""What sharing needs before it begins, and how a command says that it does not."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from data.i18n import told
from data.model import Refused, Said, say

LIBRARIES = ("nats", "cryptography")
"""What the engine is made of."""


def must_have_it() -> None:
    """Say what lacks, where sharing is not installed.

    Raises:
        Refused: it is not.
    """
    if any(find_spec(name) is None for name in LIBRARIES):
        raise Refused(say("Sharing needs an extra part of Kring: pip install 'kring[together]'"))


def openable(path: Path | None) -> None:
    """A file that is there must be a network: nothing else is ever written over.

    Raises:
        Refused: it is not.
    """
    from data.network import Following, Unopened

    if path is None or not path.exists():
        return
    try:
        Following(path)
    except Unopened as unopened:
        raise Refused(unopened.said) from unopened


def failed(said: Said, *, as_json: bool) -> int:
    """Say why it does not go; gives the exit code."""
    if as_json:
        print_now({"error": told(said)})
    else:
        print(f"kring: {told(said)}", file=sys.stderr)
    return 1


def print_now(value: Mapping[str, Any]) -> None:
    """Write a value as one line of JSON, which is read at once."""
    from tui.written import write_json

    write_json(value)
    sys.stdout.flush()
