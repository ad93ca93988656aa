"""Whether what an extra brings is installed, without importing any of it."""

from __future__ import annotations

import re
from functools import cache
from importlib import metadata


@cache
def installed(extra: str) -> bool:
    """Whether everything that this extra of Kring asks for is there; what does not know its own extras has them all."""
    try:
        asked = metadata.requires("kring") or ()
    except metadata.PackageNotFoundError:
        return True
    named = (line.partition(";") for line in asked)
    return all(_there(wanted) for wanted, _mark, marker in named if re.search(rf"extra == [\"']{extra}[\"']", marker))


def _there(requirement: str) -> bool:
    name = re.match(r"[\w.-]+", requirement)
    try:
        return name is None or bool(metadata.distribution(name[0]))
    except metadata.PackageNotFoundError:
        return False
