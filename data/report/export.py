"""Writing a report to files: of which session, in which formats, and never over another one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from data.disk import unwritten
from data.model import Refused, Said, Session, SessionStatus, State, say
from data.model.kinds import named
from data.report.formats import FORMATS, PRINTED, Remarked, formats_of
from data.report.report import SUBJECTS, Report
from data.report.wanted import About
from data.verbs.network import current_session, latest_session, sessions

Contents = Mapping[str, str | bytes]
"""The content of each file of a format, by what stands behind its name."""


def session_to_report(state: State, number: int | None = None, about: About = About.SESSION) -> str:
    """The id of the session with this number; without one, of the latest.

    A reminder is of a session that is still to come: without a number, of the first one. What is printed beforehand is
    of the session that one works in, or else that is to come. An invitation is to the network: it is named after the
    first session, if there is one.

    Raises:
        Refused: there is no such session.
    """
    if number is None:
        return _usual(state, about)
    found = next((session for session in reversed(sessions(state)) if session.number == number), None)
    if found is None:
        raise Refused(say("There is no session {number} in this network.", number=number))
    if about is About.REMINDER and found.status is not SessionStatus.PLANNED:
        raise Refused(say("Session {number} began already: a reminder is of one that is still to come.", number=number))
    return found.id


def _usual(state: State, about: About) -> str:
    """The id of the session that a report is about when nobody says which."""
    every = sessions(state)
    if about is About.INVITATION:
        return every[0].id if every else ""
    if about in PRINTED and (here := current_session(state)):
        return here.id
    if about is not About.REMINDER:
        return latest_session(state).id
    planned = next((session for session in every if session.status is SessionStatus.PLANNED), None)
    if planned is None:
        raise Refused(say("No session is still to come: agree on the next one first."))
    return planned.id


class Made(NamedTuple):
    """A file that was written; ``again`` when one of its name was there, which stays, and this one has a number."""

    path: Path
    again: bool


class Written(NamedTuple):
    """What became of an export: the files, in the order of their formats, why a format has none, what is to be said."""

    paths: list[Path]
    refused: list[Said]
    remarks: list[Said]


def write(report: Report, formats: Iterable[str], folder: Path) -> Written:
    """Write a report in each format; one that cannot be made or written keeps none of the others back.

    A file that is there already stays: the new one gets a number behind its name. Files are for their owner only
    where the system knows that (mode 0600), for they hold personal data. The folder is made when it is not there.

    Raises:
        Refused: there is no such session or format.
    """
    if report.about is not About.INVITATION:
        report.state.get(Session, report.session)
    lacking = SUBJECTS[report.about].lacking
    made = Written([], [], named(lacking)(report.state, report.session) if lacking else [])
    for ending in formats_of(",".join(formats), report.about):
        try:
            files, remarks = write_format(report, ending, folder)
        except Refused as refused:
            made.refused.append(refused.said)
            continue
        except OSError as error:
            if (said := unwritten(error)) not in made.refused:  # of a full disk once, not once a format
                made.refused.append(said)
            continue
        made.paths.extend(file.path for file in files)
        made.remarks.extend(said for said in remarks if said not in made.remarks)
    return made


def write_format(report: Report, ending: str, folder: Path) -> tuple[list[Made], list[Said]]:
    """Write a report in one format, as ``write`` does; it gives its files, and what is to be said of them.

    Raises:
        Refused: it cannot be made.
        OSError: it cannot be written; nothing of this format is left, for nobody is told of a part of it.
    """
    contents, remarks = made_of(report, ending)
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Made] = []
    try:
        for behind, content in contents.items():
            name = "-".join(filter(None, (report.name, behind)))
            made.append(_written(folder, name, ending, content))
    except OSError:
        for file in made:
            file.path.unlink(missing_ok=True)
        raise
    return made, remarks


def rendered(report: Report, ending: str) -> Contents:
    """A report in one format: the content of each file, by what stands behind its name.

    Raises:
        Refused: it cannot be made, or what makes it is not installed.
    """
    return made_of(report, ending)[0]


def made_of(report: Report, ending: str) -> tuple[Contents, list[Said]]:
    """A report in one format, as it is ``rendered``, and what is to be said of it.

    Raises:
        Refused: it cannot be made, or what makes it is not installed.
    """
    kind = FORMATS[ending]
    try:
        found = _laid_out(report, kind.lays_out) if kind.lays_out else named(kind.writes)(report)
    except ModuleNotFoundError as missing:
        if not kind.extra:
            raise
        raise Refused(lacking(ending)) from missing
    contents, remarks = {}, [kind.note] if kind.note else []
    for behind, content in (found if isinstance(found, Mapping) else {"": found}).items():
        remarked = content if isinstance(content, Remarked) else Remarked(content, ())
        contents[behind] = remarked.content
        remarks += remarked.remarks
    return contents, remarks


def lacking(ending: str) -> Said:
    """What is said of a format of which the extra is not installed."""
    return say(
        "The format {format} is not installed: pip install 'kring[{extra}]' adds it.",
        format=ending,
        extra=FORMATS[ending].extra,
    )


def _laid_out(report: Report, renderer: str) -> dict[str, str | bytes | Remarked]:
    return {behind: named(renderer)(document) for behind, document in report.documents.items()}


def _written(folder: Path, name: str, ending: str, content: str | bytes) -> Made:
    path, handle = _new(folder, name, ending)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - it is open already
            file.write(content.encode() if isinstance(content, str) else content)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return Made(path, again=path.stem != name)


def _new(folder: Path, name: str, ending: str) -> tuple[Path, int]:
    """A file that nobody had, open for writing, with the first number that is free."""
    number = 1
    while True:
        path = folder / (f"{name}.{ending}" if number == 1 else f"{name}-{number}.{ending}")
        try:
            return path, os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            number += 1
