"""The Word template that Kring brings: its styles, header and footer, made anew by ``python -m scripts.word_template``.

What an organisation puts in its place may have any styles of its own; those that it lacks are taken from this one.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle

TEMPLATE = Path(__file__).parent.parent / "data" / "report" / "templates" / "document.docx"

INK, MUTED, ACCENT = (RGBColor.from_string(each) for each in ("1F2530", "55595F", "8A5000"))
PANEL, LINE = "F6F3EC", "C9C2B3"
FONT = "Calibri"
RULE = f'w:val="single" w:sz="4" w:space="0" w:color="{MUTED}"'

#: Paragraph styles: size in points, space before and after, bold, colour; None is as the style it is based on.
PARAGRAPHS: dict[str, tuple[float | None, float, float, bool | None, RGBColor | None]] = {
    "Normal": (11, 0, 6, None, INK),
    "Title": (25, 0, 4, True, INK),
    "Subtitle": (11.5, 0, 2, False, MUTED),
    "Heading 1": (17, 22, 6, True, ACCENT),
    "Heading 2": (13, 14, 4, True, INK),
    "Heading 3": (11.5, 10, 3, True, INK),
    "List Bullet": (None, 0, 3, None, None),
    "List Bullet 2": (None, 0, 3, None, None),
    "List Bullet 3": (None, 0, 3, None, None),
    "Header": (9, 0, 0, None, MUTED),
    "Footer": (9, 0, 0, None, MUTED),
    "Lead": (13, 10, 12, None, None),
    "Quiet": (9.5, 8, 6, None, MUTED),
    "Table Text": (10, 1, 1, None, None),
    "Table Head": (9.5, 1, 1, True, MUTED),
    "Post-it": (10, 0, 4, None, None),
    "Board Title": (11, 4, 5, True, None),
    "Card Above": (8.5, 0, 2, None, MUTED),
    "Card Name": (21, 0, 8, True, None),
    "Card Below": (11, 0, 6, None, ACCENT),
    "Card Text": (12, 0, 0, True, None),
    "Card About": (10, 0, 0, None, MUTED),
    "Tag Above": (8.5, 0, 5, None, MUTED),
    "Tag Name": (27, 0, 0, True, None),
    "Tag Family": (15, 0, 5, None, None),
    "Tag Below": (11, 0, 0, None, ACCENT),
    "Plan": (18, 0, 0, None, None),
    "Plan 2": (12, 0, 0, None, None),
    "Tick": (13, 0, 0, None, MUTED),
    "Asked": (11, 10, 0, True, None),
    "Written": (11, 0, 0, None, None),
}
CENTRED = ("Tag Above", "Tag Name", "Tag Family", "Tag Below", "Tick")
BUILT_IN = ("Normal", "Title", "Subtitle", "Heading ", "List ", "Header", "Footer")


def main() -> None:
    """Write the template where Kring reads it."""
    TEMPLATE.write_bytes(made())
    print(TEMPLATE.relative_to(Path.cwd()))


def made() -> bytes:
    """The template, the same bytes each time."""
    document = Document()
    _bare(document)
    _styles(document)
    _table_styles(document)
    _card_style(document)
    _page(document)
    document.add_paragraph("{{p body }}")
    _of_today(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = "", "", ""
    return _steady(document)


def _bare(document: Any) -> None:
    """Without the many looks of tables, and the picture of an empty page, that python-docx brings."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in {"Normal Table", "Table Grid"}:
            style.delete()
    package = document.part.package
    for key in [key for key, rel in package.rels.items() if "thumbnail" in rel.reltype]:
        del package.rels[key]


def _styles(document: Any) -> None:
    for name, (size, before, after, bold, colour) in PARAGRAPHS.items():
        style = _style(document, name)
        style.font.size, style.font.bold = Pt(size) if size else None, bold
        style.font.italic = False if name in {"Subtitle"} else None
        if colour:
            style.font.color.rgb = colour
        for wide in style.element.get_or_add_rPr().findall(qn("w:spacing")):
            style.element.rPr.remove(wide)
        _font(style)
        _every_script(style)
        shape = style.paragraph_format
        shape.space_before, shape.space_after = Pt(before), Pt(after)
        shape.widow_control = True
    document.styles["Normal"].paragraph_format.line_spacing = 1.12
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Board Title"):
        document.styles[name].paragraph_format.keep_with_next = True
        document.styles[name].paragraph_format.line_spacing = 1.0
    for name, edges in {
        "Title": "",
        "Heading 1": f'<w:top w:val="single" w:sz="18" w:space="6" w:color="{ACCENT}"/>',
        "Lead": f'<w:left w:val="single" w:sz="24" w:space="10" w:color="{ACCENT}"/>',
        "Written": f"<w:bottom {RULE}/><w:between {RULE}/>",
        "Post-it": f'<w:left w:val="single" w:sz="24" w:space="6" w:color="{MUTED}"/>',
    }.items():
        _edges(document.styles[name], edges)
    for name in CENTRED:
        document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name in (name for name in PARAGRAPHS if name.startswith(("Card", "Tag", "Plan"))):
        document.styles[name].paragraph_format.line_spacing = 1.0
    document.styles["Asked"].paragraph_format.keep_with_next = True
    document.styles["Written"].paragraph_format.line_spacing = Pt(24)
    document.styles["Lead"].paragraph_format.left_indent = Mm(4)
    document.styles["Post-it"].paragraph_format.left_indent = Mm(2.5)
    document.styles["Post-it"].paragraph_format.keep_together = True
    aside = document.styles.add_style("Aside", WD_STYLE_TYPE.CHARACTER)
    aside.font.color.rgb, aside.font.size = MUTED, Pt(9.5)
    _every_script(aside)
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = ACCENT, True


def _style(document: Any, name: str) -> ParagraphStyle:
    if name.startswith(BUILT_IN):
        return document.styles[name]  # type: ignore[no-any-return]
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    return style


def _every_script(style: BaseStyle) -> None:
    """Hebrew and Arabic are as large and as bold as Latin: Word keeps that of scripts from right to left apart."""
    properties = style.element.get_or_add_rPr()
    for latin, other in (("b", "bCs"), ("sz", "szCs")):
        for old in properties.findall(qn(f"w:{other}")):
            properties.remove(old)
        if (found := properties.find(qn(f"w:{latin}"))) is not None:
            same = OxmlElement(f"w:{other}")
            same.attrib.update(found.attrib)
            found.addnext(same)


def _font(style: BaseStyle) -> None:
    """One font by its name for all of them: the themes of the template that python-docx brings have others."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    if style.name == "Normal":
        fonts = OxmlElement("w:rFonts")
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)
        properties.insert(0, fonts)


def _edges(style: BaseStyle, edges: str) -> None:
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    if edges:
        properties.insert_element_before(
            parse_xml(f"<w:pBdr {nsdecls('w')}>{edges}</w:pBdr>"), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
        )


def _table_styles(document: Any) -> None:
    """Thin lines under the rows and a head that stands out; and clusters, with nothing but air between them."""
    edge = f'w:val="single" w:space="0" w:color="{LINE}"'
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="KringTable">'
            f'<w:name w:val="Kring Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>'
            f'<w:tblPr><w:tblBorders><w:top w:sz="4" {edge}/><w:bottom w:sz="4" {edge}/>'
            f'<w:insideH w:sz="4" {edge}/></w:tblBorders>'
            f'<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
            f'<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:sz="8" {edge}/></w:tcBorders>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{PANEL}"/></w:tcPr></w:tblStylePr></w:style>'
        )
    )
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="KringBoard">'
            f'<w:name w:val="Kring Board"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>'
            f'<w:tblPr><w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
            f'<w:bottom w:w="85" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        )
    )


def _card_style(document: Any) -> None:
    """Thin dashed lines to cut along."""
    cut = f'w:val="dashed" w:sz="2" w:space="0" w:color="{LINE}"'
    edges = "".join(f"<w:{side} {cut}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="KringCards">'
            f'<w:name w:val="Kring Cards"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr></w:style>"
        )
    )


def _page(document: Any) -> None:
    """A4; from the second page on the title stands on top, and every page has its number below."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "{{ title }}"
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles["Footer"]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _field(paragraph, "PAGE")
        paragraph.add_run(" / ")
        _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, code: str) -> None:
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    paragraph._p.append(field)


def _of_today(document: Any) -> None:
    """As Word 2013 and later lay out: else it opens the file in its compatibility mode."""
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    mode = parse_xml(
        f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
        f'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    before = next(
        each for each in settings if each.tag in {qn("w:rsids"), qn("w:themeFontLang"), qn("w:clrSchemeMapping")}
    )
    before.addprevious(mode)


def _steady(document: Any) -> bytes:
    """A file whose parts carry no time."""
    loose, steady = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as read, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as written:
        for part in read.infolist():
            entry = zipfile.ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
            written.writestr(entry, read.read(part), zipfile.ZIP_DEFLATED)
    return steady.getvalue()


if __name__ == "__main__":
    main()
