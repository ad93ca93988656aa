"""Writing a summary to files: which formats there are, what a file is called, and never over another one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from data.model import ActivityKind, Refused, SessionStatus, State, say
from data.model.kinds import named
from data.report.formats import FORMATS, formats_of
from data.report.records import SummaryView
from data.report.tongue import Tongue
from data.report.view import summary
from data.text import slug
from data.verbs.network import sessions
from data.verbs.programme import of_kind
from data.verbs.speed_dates import rounds

CARDS = "speeddates"
"""What stands behind the name of the file with the cards."""


def session_to_report(state: State, number: int | None = None) -> str:
    """The id of the session with this number; without one, of the last that began (else the last).

    Raises:
        Refused: there is no such session.
    """
    every = sessions(state)
    if number is not None:
        asked = [session for session in every if session.number == number]
    else:
        asked = [session for session in every if session.status is not SessionStatus.PLANNED] or every
    if not asked:
        raise Refused(
            say("There is no session {number} in this network.", number=number)
            if number is not None
            else say("This network has no session yet: plan one first.")
        )
    return asked[-1].id


def file_name(view: SummaryView, language: str | None = None) -> str:
    """The name of the file, without its ending: the network and the session, as every system accepts it."""
    t = Tongue(language or view.language)
    session = t(say("summary session {n}", n=view.number))
    return slug(f"{view.network[:60]} {session}", limit=100)


def write(state: State, session: str, formats: Iterable[str], folder: Path, language: str | None = None) -> list[Path]:
    """Write the summary of a session (by id) in each format; gives the paths, in that order.

    Where the format has them, the cards of its speed dates come with it, one for each participant, to print.

    A file that is there already stays: the new one gets a number behind its name. Files are for their owner only
    where the system knows that (mode 0600), for they hold personal data. The folder is made when it is not there.

    Raises:
        Refused: there is no such session or format.
        OSError: it cannot be written.
    """
    view = summary(state, session)
    name = file_name(view, language)
    asked = formats_of(",".join(formats))
    files = [(name, ending, named(FORMATS[ending].summary)(view, language)) for ending in asked]
    files += [
        (f"{name}-{CARDS}", ending, named(FORMATS[ending].cards)(state, dates.id, language))
        for ending in asked
        for dates in (of_kind(state, session, ActivityKind.SPEED_DATES) if FORMATS[ending].cards else ())
        if rounds(state, dates.id)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    return [_written(folder, *file) for file in files]


def _written(folder: Path, name: str, ending: str, content: str | bytes) -> Path:
    path, handle = _new(folder, name, ending)
    with open(handle, "wb") as file:  # noqa: PTH123 - it is open already
        file.write(content.encode() if isinstance(content, str) else content)
    return path


def _new(folder: Path, name: str, ending: str) -> tuple[Path, int]:
    """A file that nobody had, open for writing, with the first number that is free."""
    number = 1
    while True:
        path = folder / (f"{name}.{ending}" if number == 1 else f"{name}-{number}.{ending}")
        try:
            return path, os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            number += 1
