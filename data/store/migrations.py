"""The versions of the file's form, and the steps from each to the next."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from data.model import say
from data.store.codec import Damaged

SCHEMA = 2
"""The version that this Kring writes; a file of a later one is opened to read only."""

Tables = dict[str, dict[int, dict[str, Any]]]


def _to_lives(tables: Tables) -> Tables:
    """From 1 to 2: questions, agreements and parked points close in one way, and promises are records."""
    for document in tables.get("questions", {}).values():
        _closed(document, document.pop("answered", None))
    for document in tables.get("parked", {}).values():
        _closed(document, document.get("treated"))
    for document in tables.get("actions", {}).values():
        if document.pop("done", False):
            document["fate"] = "closed"  # in which session was not kept
    return tables | {"promises": _promises(tables)}


def _closed(document: dict[str, Any], session: str | None) -> None:
    if session:
        document |= {"fate": "closed", "closed": session}


def _promises(tables: Tables) -> dict[int, dict[str, Any]]:
    first = next((each for each in tables.get("sessions", {}).values() if each.get("number") == 1), {})
    kept = [(each.get("id"), each.pop("promises", ())) for each in tables.get("network", {}).values()]
    texts = [(network, text) for network, found in kept if isinstance(found, list) for text in found]
    return {
        number: {
            "id": str(uuid.uuid5(uuid.NAMESPACE_OID, f"{network} promise {number}")),
            "session": first.get("id", ""),
            "text": text,
        }
        for number, (network, text) in enumerate(texts, start=1)
    }


STEPS: dict[int, Callable[[Tables], Tables]] = {1: _to_lives}
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
