"""The versions of the file's form, and the steps from each to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from data.model import say
from data.store.codec import Damaged

SCHEMA = 1
"""The version that this Kring writes; a file of a later one is opened to read only."""

Tables = dict[str, dict[int, dict[str, Any]]]

STEPS: dict[int, Callable[[Tables], Tables]] = {}
"""What brings the tables of one version to the next: version before -> step."""


def migrate(tables: Tables, schema: int) -> Tables:
    """The tables in the present form.

    Raises:
        Damaged: there never was such a version.
    """
    for version in range(schema, SCHEMA):
        if version not in STEPS:
            raise Damaged(say("there is no version {schema} of this form", schema=schema))
        tables = STEPS[version](tables)
    return tables
