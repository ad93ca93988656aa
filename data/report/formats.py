"""The formats of a summary: all that is known of one before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.model import Refused, Said, say


@dataclass(frozen=True, slots=True)
class Format:
    """What a format is called, and ``module:function`` of what renders it.

    ``name`` is ``Said("HTML")`` where it is the same in every language, else a sentence of the catalogue.
    ``summary`` gives text or bytes for ``(view, language)``. ``cards`` does so for ``(state, activity, language)``: a
    card for each participant of speed dates; empty in a format without them.
    """

    name: Said
    summary: str
    cards: str = ""


FORMATS: Mapping[str, Format] = {
    "md": Format(Said("Markdown"), "data.report.markdown:render", "data.report.cards:render"),
}
"""Each format by the ending of its file; the first one is the usual one."""

USUAL = next(iter(FORMATS))


def formats_of(text: str) -> tuple[str, ...]:
    """The formats in ``md,html``, each once.

    Raises:
        Refused: there is no such format, or none is named.
    """
    asked = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    unknown = [name for name in asked if name not in FORMATS]
    if unknown or not asked:
        known = ", ".join(FORMATS)
        raise Refused(say("There is no format “{name}”: choose from {known}.", name=", ".join(unknown), known=known))
    return asked
