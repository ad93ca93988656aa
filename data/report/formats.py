"""The formats that a report can have: all that is known of one before anything is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.model import Refused, Said, say
from data.report.wanted import About, listed


@dataclass(frozen=True, slots=True)
class Format:
    """What a format is called, and ``module:function`` of what renders it: one of the two.

    ``name`` is ``Said("HTML")`` where it is the same in every language, else a sentence of the catalogue.
    ``lays_out`` gives content for any ``Document``. ``writes`` is for a format with a shape of its own: it gives
    content for a ``Report``, or several by what stands behind the name of each file. Content is text or bytes, or
    either as ``Remarked`` where something is to be said of it. ``about`` is what it fits,
    ``note`` what is said when it was written, ``extra`` the extra that brings its library where the base has none.
    """

    name: Said
    lays_out: str = ""
    writes: str = ""
    about: frozenset[About] = frozenset(About)
    note: Said | None = None
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Remarked:
    """Content of a file that was made, and what is to be said of it."""

    content: str | bytes
    remarks: tuple[Said, ...]


SESSION = frozenset({About.SESSION})
DATED = frozenset({About.SESSION, About.REMINDER, About.INVITATION})

PRINTED = frozenset({About.CARDS, About.PAPER})
"""What is made to be printed, and nothing else."""

READ = frozenset(About) - PRINTED


FORMATS: Mapping[str, Format] = {
    "md": Format(Said("Markdown"), lays_out="data.report.markdown:render", about=READ),
    "html": Format(Said("HTML"), lays_out="data.report.html:render"),
    "pdf": Format(Said("PDF"), lays_out="data.report.pdf:render", extra="pdf"),
    "docx": Format(Said("Word"), lays_out="data.report.docx:render", extra="office"),
    "xlsx": Format(Said("Excel"), writes="data.report.xlsx:render", about=SESSION, extra="office"),
    "svg": Format(say("SVG, the board"), writes="data.report.picture:render", about=SESSION, extra="pdf"),
    "csv": Format(say("CSV, one file per table"), writes="data.report.csv:render", about=SESSION),
    "ics": Format(say("Calendar, the next session"), writes="data.report.ics:render", about=DATED),
    "eml": Format(say("Mail, a draft to everybody"), writes="data.report.eml:render", about=DATED),
    "json": Format(
        say("JSON, the whole network"),
        writes="data.report.copy:render",
        about=READ - {About.INVITATION},
        note=say("The JSON is a copy of the whole network, with what is private: keep it to yourself."),
    ),
}
"""Each format by the ending of its file; the first one is the usual one."""

USUAL = next(iter(FORMATS))


def formats_for(about: About) -> tuple[str, ...]:
    """The formats that a report about this can have."""
    return tuple(name for name, kind in FORMATS.items() if about in kind.about)


def formats_of(text: str | None, about: About = About.SESSION) -> tuple[str, ...]:
    """The formats in ``md,html``, each once; without a text the usual one of a report about this.

    Raises:
        Refused: a report about this has no such format, or none is named.
    """
    fitting = formats_for(about)
    asked = fitting[:1] if text is None else listed(text)
    unknown = [name for name in asked if name not in fitting]
    if unknown or not asked:
        known = ", ".join(fitting)
        raise Refused(say("There is no format “{name}”: choose from {known}.", name=", ".join(unknown), known=known))
    return asked
