"""Writing a report to files: of which session, in which formats, and never over another one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from data.model import Refused, SessionStatus, State, say
from data.model.kinds import named
from data.report.formats import FORMATS, formats_of
from data.report.report import Report
from data.verbs.network import sessions


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


def write(report: Report, formats: Iterable[str], folder: Path) -> list[Path]:
    """Write a report in each format; gives the paths, in that order.

    A file that is there already stays: the new one gets a number behind its name. Files are for their owner only
    where the system knows that (mode 0600), for they hold personal data. The folder is made when it is not there.

    Raises:
        Refused: there is no such session or format.
        OSError: it cannot be written.
    """
    files = [(ending, rendered(report, ending)) for ending in formats_of(",".join(formats))]
    folder.mkdir(parents=True, exist_ok=True)
    return [
        _written(folder, "-".join(filter(None, (report.name, behind))), ending, content)
        for ending, contents in files
        for behind, content in contents.items()
    ]


def rendered(report: Report, ending: str) -> Mapping[str, str | bytes]:
    """A report in one format: the content of each file, by what stands behind its name."""
    made = FORMATS[ending]
    if made.lays_out:
        return {behind: named(made.lays_out)(document) for behind, document in report.documents.items()}
    content = named(made.writes)(report)
    return content if isinstance(content, Mapping) else {"": content}


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
