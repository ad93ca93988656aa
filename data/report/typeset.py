"""Setting a document with typst: templates that are ours, data that is only data, and fonts that come along."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from data.i18n import told
from data.model import Refused, Said, say
from data.report.blocks import KINDS
from data.report.formats import Remarked
from data.report.links import pieces

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard, TypstError

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
FONTS = HERE / "fonts"

Ending = Literal["pdf", "svg"]

STANDARD: Final = "ua-1"
"""PDF/UA-1: a file that a screen reader can read out."""

_NOT_SHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_AS_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")

_LONG = re.compile("([^\\s\u0e00-\u0e7f\u2e80-\ud7ff\uf900-\ufaff]{26,})")
"""A word that may be longer than a line, in a script that has blanks between words."""

SAID = 6
"""The most scripts or characters that a sentence names."""

SCRIPTS: Mapping[str, Said] = {
    "CJK": say("Chinese characters"),
    "HIRAGANA": say("Japanese"),
    "KATAKANA": say("Japanese"),
    "HANGUL": say("Korean"),
    "ARABIC": say("Arabic"),
    "HEBREW": say("Hebrew"),
    "DEVANAGARI": say("Hindi"),
    "BENGALI": say("Bengali"),
    "TAMIL": say("Tamil"),
    "THAI": say("Thai"),
    "GEORGIAN": say("Georgian"),
    "ARMENIAN": say("Armenian"),
    "ETHIOPIC": say("Amharic"),
}
"""What people call a script, by the first word of the names of its characters."""


def typeset(template: str, given: Mapping[str, Any], ending: Ending) -> Remarked:
    """A template of ours filled with data (``as_data``), in the format of this ending, and what is to be said of it.

    The fonts that come along are tried first, so that the same document looks the same everywhere; those of the machine
    are looked for when it is in another script, or a character is in none of them. A document that cannot keep to the
    standard is set without it.

    Raises:
        Refused: typst cannot set it.
        ModuleNotFoundError: typst is not installed.
    """
    from typst import Compiler, Fonts, TypstError

    inputs = {"given": msgspec.json.encode(given).decode()}

    def made(fonts: Fonts, ending: Ending, *standards: PDFStandard) -> bytes:
        compiler = Compiler(TEMPLATES / template, root=TEMPLATES, font_paths=fonts, sys_inputs=inputs)
        content = compiler.compile(format=ending, pdf_standards=list(standards))
        assert isinstance(content, bytes)
        return content

    remarks: tuple[Said, ...] = ()
    try:
        for of_the_machine in (True,) if _foreign(inputs["given"]) else (False, True):
            fonts = Fonts(include_system_fonts=of_the_machine, font_paths=[FONTS])
            try:
                content, remarks = made(fonts, "pdf", STANDARD), ()
                break
            except TypstError as error:
                remarks = (_said_of(error),)
        else:
            content = made(fonts, "pdf")
        return Remarked(content if ending == "pdf" else made(fonts, ending), remarks)
    except TypstError as error:
        raise Refused(say("This could not be laid out ({why}): choose another format.", why=error.message)) from error


def _said_of(error: TypstError) -> Said:
    """What a reader of a document should know that does not keep to the standard."""
    missing = _AS_CODE.sub(lambda code: chr(int(code[1], 16)), "".join(_NOT_SHOWN.findall(error.diagnostic)))
    if not missing:
        return say("The PDF does not keep to the standard for screen readers ({why}).", why=error.message)
    return say(
        "No font on this computer has {scripts}: these characters are empty in the file, and a PDF then does not keep "
        "to the standard for screen readers. Install a font that has them, and export again.",
        scripts=", ".join(scripts_in(missing)),
    )


def scripts_in(text: str) -> list[str]:
    """What the scripts of these characters are called, each once; a character of no known script stands for itself."""
    return list(dict.fromkeys(_script(letter) for letter in text))[:SAID]


def _script(letter: str) -> str:
    word = _first_word(letter)
    return told(SCRIPTS[word]) if word in SCRIPTS else letter


def _foreign(text: str) -> bool:
    """Whether there is a script in it that our own fonts do not have."""
    return any(_first_word(letter) in SCRIPTS for letter in set(text))


def _first_word(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def as_data(value: Any, *, links: bool = True) -> Any:
    """A block, or what is in one, as JSON can hold it: a text with addresses or very long words as pieces.

    Without ``links`` an address leads nowhere.
    """
    if isinstance(value, str):
        return _text(value, links)
    if is_dataclass(value):
        kind = [("kind", name) for block, name in KINDS.items() if isinstance(value, block)]
        return dict(kind) | {field.name: as_data(getattr(value, field.name), links=links) for field in fields(value)}
    if isinstance(value, tuple | frozenset):
        return [as_data(one, links=links) for one in value]
    return value


def _text(text: str, links: bool) -> Any:
    found = [
        {"text": part, "href": piece.href if links else "", "long": place % 2 == 1}
        for piece in pieces(text)
        for place, part in enumerate(_LONG.split(piece.text))
        if part
    ]
    return found if any(part["href"] or part["long"] for part in found) else text
