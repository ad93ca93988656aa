"""A template of Word: the one that Kring brings or that of an organisation, its styles, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from html import unescape
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any

from data.model import Said, say
from data.report.html import TEMPLATES
from data.settings import load, settings_path

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

BUILT_IN = TEMPLATES / "document.docx"
"""The template that Kring brings; ``scripts/word_template.py`` makes it."""

PLACE = "{{p body }}"
"""What stands in a template where the text goes, in a paragraph of its own."""


class Unusable(Exception):  # noqa: N818 - as Refused
    """A template cannot be used; ``said`` tells which, where and why, and that another one is used."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.message)
        self.said = said


def own_template() -> Path | None:
    """The template in the settings; a name without a folder stands beside the settings."""
    named = load().word_template.strip()
    return settings_path().parent / Path(named).expanduser() if named else None


def opened(path: Path) -> DocxTemplate:
    """A template, with each style that a document has use for.

    Raises:
        Unusable: there is no Word file there.
    """
    from docxtpl import DocxTemplate

    made = DocxTemplate(path)
    try:
        made.init_docx()
        made.docx.styles  # noqa: B018 - a file without styles is found out here
    except Exception as error:  # python-docx has no one error for what is no Word file
        sentence = say(
            "The Word template {name} cannot be opened as a Word file; that of Kring was used.", name=path.name
        )
        raise Unusable(sentence) from error
    return made


def filled(template: DocxTemplate, values: Mapping[str, Any], name: str) -> None:
    """Fill a template in, in a sandbox, with each value escaped.

    Raises:
        Unusable: it does something that cannot be done, or has no place for the text.
    """
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    asked = [text for text in _paragraphs(template.get_xml()) if re.search(r"\{\{\w*\s*body\b", text)]
    if not asked or not all(re.fullmatch(r"\{\{p\s+body\s*\}\}", text) for text in asked):
        sentence = say(
            "The Word template {name} must have a paragraph with {place} and nothing else, where the text goes; "
            "that of Kring was used.",
            name=name,
            place=PLACE,
        )
        raise Unusable(sentence)
    try:
        template.render(dict(values), SandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
    except Exception as error:  # whatever the words of a template can come to
        raise Unusable(_told(template, error, name)) from error


def _told(template: DocxTemplate, error: Exception, name: str) -> Said:
    """Which line (paragraph) is not understood, and what stands there."""
    number = getattr(error, "lineno", None) or _line(error)
    part = template.current_rendering_part
    xml = template.get_xml() if part in (None, template.docx.part) else template.get_part_xml(part)
    lines = _paragraphs(xml)
    # Docxtpl takes away the paragraph around {%p and {{p; each of the others begins a line, from the second on.
    kept = [place for place, text in enumerate(lines) if not re.search(r"\{[{%](p|tr|tc) ", text)]
    place = kept[min(max(number - 2, 0), len(kept) - 1)] if kept else 0
    return say(
        "The Word template {name} is not understood at line {line}, “{text}” ({why}); that of Kring was used.",
        name=name,
        line=place + 1,
        text=lines[place][:80],
        why=str(error),
    )


def _paragraphs(xml: str) -> list[str]:
    """The text of each paragraph of a part."""
    found = re.split(r"(?=<w:p[ >])", xml)[1:]
    return [unescape(re.sub(r"<[^>]+>", "", text)).strip() for text in found]


def _line(error: Exception) -> int:
    """Jinja writes its traceback in lines of the template."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"]
    return lines[-1] if lines else 1


class Styles:
    """The styles of a template by their names, those that it lacks as they are in the one that Kring brings."""

    def __init__(self, template: DocxTemplate) -> None:
        self._document = template.docx
        self._ids = {style.name: style.style_id for style in template.docx.styles}

    def __call__(self, name: str) -> str:
        """The id of a style; it is there from now on."""
        if name not in self._ids:
            self._ids[name] = self._taken_over(name)
        return str(self._ids[name])

    def _taken_over(self, name: str) -> str:
        source = opened(BUILT_IN).docx
        style = source.styles[name]
        element = deepcopy(style.element)
        taken = set(self._ids.values())
        element.set(_w("styleId"), style.style_id if style.style_id not in taken else f"Kring{style.style_id}")
        for child in [*element.iter(_w("basedOn"), _w("next"), _w("link"))]:
            if child.tag == _w("basedOn") and style.base_style is not None:
                child.set(_w("val"), self(style.base_style.name))
            else:
                element.remove(child)
        for listed in element.iter(_w("numId")):
            listed.set(_w("val"), _list_taken_over(self._document, source, listed.get(_w("val"))))
        self._document.styles.element.append(element)
        return str(element.get(_w("styleId")))


def _list_taken_over(document: Any, source: Any, number: str) -> str:
    """The kind of list with this number in another document, now in this one too; gives its number here."""
    theirs, ours = source.part.numbering_part.element, _numbering(document)
    (num,) = [each for each in theirs.findall(_w("num")) if each.get(_w("numId")) == number]
    kind = num.find(_w("abstractNumId")).get(_w("val"))
    (abstract,) = [each for each in theirs.findall(_w("abstractNum")) if each.get(_w("abstractNumId")) == kind]
    num, abstract = deepcopy(num), deepcopy(abstract)
    new_kind = str(1 + max([0, *(int(each.get(_w("abstractNumId"))) for each in ours.findall(_w("abstractNum")))]))
    new = str(1 + max([0, *(int(each.get(_w("numId"))) for each in ours.findall(_w("num")))]))
    abstract.set(_w("abstractNumId"), new_kind)
    for same in [*abstract.iter(_w("nsid"), _w("tmpl"))]:
        abstract.remove(same)  # by these Word would take it for the list it has already
    num.find(_w("abstractNumId")).set(_w("val"), new_kind)
    num.set(_w("numId"), new)
    ours.insert(0, abstract)
    ours.append(num)
    return new


def _numbering(document: Any) -> Any:
    """What a document knows of lists; a document without any gets that."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml import OxmlElement
    from docx.parts.numbering import NumberingPart

    try:
        return document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:
        uri, package = PackURI("/word/numbering.xml"), document.part.package
        part = NumberingPart(uri, CONTENT_TYPE.WML_NUMBERING, OxmlElement("w:numbering"), package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part.element


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
