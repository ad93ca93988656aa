"""Everything that is written of a network, as plain text by place: what a reader of any format could find."""

from __future__ import annotations

import html
import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from functools import cache
from io import BytesIO
from zipfile import ZipFile

from data.model import Refused, State
from data.report import invitation
from data.report.export import rendered
from data.report.formats import FORMATS
from data.report.markdown import render as markdown
from data.report.report import Report
from data.report.wanted import About, Naming, Version, Wanted
from tests.data.report import calendars, whole

PLACES = {
    "summary": (About.SESSION, whole.SESSION),
    "reminder": (About.REMINDER, whole.NEXT),
    "series": (About.SERIES, whole.SESSION),
    "cards": (About.CARDS, whole.SESSION),
}
"""What lays out a document: about what, and of which session."""

SHAPES = {"tables": ("csv", "xlsx"), "calendar": ("ics",), "mail": ("eml",)}
"""What has a shape of its own, all of it of the session that was held, by its formats."""

LAID_OUT = tuple(ending for ending, kind in FORMATS.items() if kind.lays_out)


def squeezed(text: str) -> str:
    """Text without its blanks, so that it is found wherever a line was broken."""
    return re.sub(r"\s+", "", text)


@cache
def texts(place: str, version: Version, naming: Naming = Naming.FULL) -> dict[str, str]:
    """What stands in a place in each of its formats, for this version."""
    about, session = PLACES.get(place, (About.SESSION, whole.SESSION))
    report = Report(whole.whole(), session, about, Wanted("en", version, naming))
    endings = SHAPES.get(place, LAID_OUT)
    return {
        ending: squeezed("\n".join(read(ending, content) for content in _made(report, ending))) for ending in endings
    }


def _made(report: Report, ending: str) -> list[bytes]:
    try:
        made = rendered(report, ending).values()
    except Refused:
        return []
    return [content.encode() if isinstance(content, str) else content for content in made]


def read(ending: str, content: bytes) -> str:
    """What is written in a file of this format."""
    readers = {"html": _html, "pdf": _pdf, "docx": _zipped, "xlsx": _zipped, "ics": _ics, "eml": _eml}
    if ending == "md":
        return re.sub(r"\\(.)", r"\1", content.decode())
    return readers[ending](content) if ending in readers else content.decode("utf-8-sig")


def _html(content: bytes) -> str:
    text = re.sub(r"<style>.*?</style>", "", content.decode(), flags=re.DOTALL)
    return html.unescape(re.sub(r"</?[a-z][^>]*>", " ", text)) + html.unescape(
        " ".join(re.findall(r'="([^"]*)"', text))
    )


def _pdf(content: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


_INSIDE = re.compile(r"(?:word|xl)/.*\.xml$")


def _zipped(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as parts:
        xml = [parts.read(name).decode("utf-8", "replace") for name in parts.namelist() if _INSIDE.match(name)]
    return html.unescape(re.sub(r"<[^>]*>", "", "\n".join(xml)))


def _ics(content: bytes) -> str:
    def told(part: calendars.Part) -> str:
        own = [f"{params} {value}" for values in part.properties.values() for params, value in values]
        return "\n".join((*own, *map(told, part.parts)))

    return told(calendars.read(content))


def _eml(content: bytes) -> str:
    message = BytesParser(policy=policy.SMTPUTF8).parsebytes(content)
    assert isinstance(message, EmailMessage)
    body = message.get_body()
    assert body is not None
    return "\n".join((*map(str, message.values()), body.get_content()))


def invited(state: State) -> str:
    """The invitation, which has no versions."""
    return squeezed(markdown(invitation.document(invitation.invitation(state))))
