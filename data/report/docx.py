"""A document as a Word file, laid out in a template that an organisation can replace by its own."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from data.report.blocks import CardSize, Document
from data.report.formats import Remarked

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

LOCALES = {"nl": "nl-BE", "en": "en-GB"}
"""The language that Word checks the spelling in."""

MOST_OF_A_TITLE = 255
"""What a property of a file holds."""


def render(document: Document) -> bytes | Remarked:
    """The file; where the template in the settings cannot be used, it is made with that of Kring, which is told."""
    from data.report.word_template import BUILT_IN, Unusable, own_template

    own = own_template()
    if own is None or document.cards:  # cards fill their paper: there is no room on it for a house style
        return made(document, BUILT_IN)
    try:
        return made(document, own)
    except Unusable as unusable:
        return Remarked(made(document, BUILT_IN), (unusable.said,))


def made(document: Document, template: Path) -> bytes:
    """The document in this template.

    Raises:
        Unusable: it is no template, and why.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE

    from data.report.word_body import body, held, literal
    from data.report.word_template import Styles, filled, opened

    file = opened(template)

    def link(address: str) -> str:
        return str(file.docx.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    values = {
        "title": literal(document.title),
        "subtitle": literal(document.subtitle),
        "language": document.language,
        "body": body(document, Styles(file), link),
    }
    filled(file, values, template.name)
    if document.cards:
        _filling(file, document.cards.size)
    _described(file, held(document.title), document.language)
    written = BytesIO()
    file.save(written)
    return written.getvalue()


def _filling(file: DocxTemplate, size: CardSize) -> None:
    """Cards begin at the edge of the paper, or in its middle, without header and footer."""
    from docx.oxml.ns import qn
    from docx.shared import Mm

    for section in file.docx.sections:
        section.left_margin = section.right_margin = Mm(size.beside)
        section.top_margin = section.bottom_margin = Mm(size.above)
        section.header_distance = section.footer_distance = Mm(0)
        for tag in ("w:headerReference", "w:footerReference", "w:titlePg"):
            for old in section._sectPr.findall(qn(tag)):
                section._sectPr.remove(old)


def _described(file: DocxTemplate, title: str, language: str) -> None:
    """The title and the language of the file, where readers, Word and screen readers look for them."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = file.docx.core_properties
    locale = LOCALES.get(language, language)
    properties.title, properties.language = title[:MOST_OF_A_TITLE], locale
    for old in file.docx.styles.element.iter(qn("w:lang")):
        old.set(qn("w:val"), locale)
    usual = file.docx.styles["Normal"].element.get_or_add_rPr()
    if usual.find(qn("w:lang")) is None:
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), locale)
        usual.append(spoken)
