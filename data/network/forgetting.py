"""Erasing a person, for who has no command line: what it would touch, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from data.model import Participant
from data.store import forgetting
from data.store.codec import Damaged
from data.store.forgetting import Mention, Outcome, whole
from data.store.storage import KringStorage
from data.store.tiny import KringDB

__all__ = ["Damaged", "Mention", "Outcome", "erase", "erase_from", "named", "whole"]


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
    db = KringDB(path)
    try:
        return erase_from(db, person, stand_in, choose)
    finally:
        db.files.close()


def erase_from(db: KringDB, person: Participant, stand_in: str, choose: Callable[[Mention], bool]) -> Outcome:
    """Erase a person from an open file, all that is kept beside it, and what is kept of the log it was shared by.

    Raises:
        OSError, Damaged: as ``erase``.
    """
    outcome = forgetting.forget(db.files, person, stand_in, choose)
    if db.files.sidecar.together.exists():
        from data.together.erasing import erase as erase_log

        erase_log(db)
    return outcome
