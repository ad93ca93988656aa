"""Erasing a person, for who has no command line: what it would touch, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from data.model import Participant
from data.store import forgetting
from data.store.codec import Damaged
from data.store.forgetting import Mention, Outcome, whole
from data.store.storage import KringStorage

__all__ = ["Damaged", "Mention", "Outcome", "erase", "named", "whole"]


def named(path: Path, name: str) -> list[tuple[Participant, list[Mention]]]:
    """The participants of this name, each with the texts in which the name stands.

    Raises:
        OSError, Damaged: the file cannot be read.
    """
    storage = KringStorage(path)
    try:
        image = storage.fresh()
        return [(person, forgetting.mentions(image, person)) for person in forgetting.people(image, name)]
    finally:
        storage.close()


def erase(path: Path, person: Participant, stand_in: str, choose: Callable[[Mention], bool]) -> Outcome:
    """Erase a person from the file and all that is kept beside it; the file is not open in this window meanwhile.

    Raises:
        OSError: it could not be done completely; do it again.
        Damaged: what would be left could not be opened; the file is as it was.
    """
    storage = KringStorage(path)
    try:
        return forgetting.forget(storage, person, stand_in, choose)
    finally:
        storage.close()
