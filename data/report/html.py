"""A document as one HTML file: style and drawings are in it, and it asks nothing of the network."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from data.report.blocks import KINDS, Document
from data.report.links import pieces

if TYPE_CHECKING:
    from jinja2 import Environment, Template

TEMPLATES = Path(__file__).parent / "templates"


def render(document: Document) -> str:
    """The page; everything that people wrote is escaped, and only a whole address is a link."""
    blocks = [(KINDS[type(block)], block) for block in document.blocks]
    return _template().render(document=document, blocks=blocks)


@cache
def _template() -> Template:
    return _environment().get_template("document.html")


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["pieces"] = pieces
    made.filters["bars"] = bars
    return made


def bars(distribution: tuple[int, ...], width: int = 220, height: int = 56) -> list[tuple[float, float, float, float]]:
    """Bars of a distribution in so many units: ``(x, y, width, height)`` for each mark."""
    most, step = max(*distribution, 1), width / len(distribution)
    return [
        (
            round(place * step + 1, 1),
            round(height * (1 - many / most), 1),
            round(step - 2, 1),
            round(height * many / most, 1),
        )
        for place, many in enumerate(distribution)
    ]
