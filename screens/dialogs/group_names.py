"""Small groups as they are shown: names side by side under the number of their group."""

from __future__ import annotations

from textual.content import Content

from data.i18n import _
from widgets.board_paint import shortened


def named_groups(groups: tuple[tuple[str, ...], ...], names: dict[str, str], width: int) -> Content:
    """The groups side by side under their numbers, as many as there is room for."""
    rows = [[names.get(who, "…") for who in group] for group in groups]
    wide = min(30, max([12, *(len(name) + 3 for row in rows for name in row)]))
    beside = max(1, width // wide)
    lines: list[Content] = []
    for first in range(0, len(rows), beside):
        band = rows[first : first + beside]
        heads = [(_("group {n}").format(n=first + place)).ljust(wide) for place in range(1, len(band) + 1)]
        lines.append(Content.styled("".join(heads), "bold $accent"))
        for place in range(max(map(len, band))):
            cells = [Content(shortened(row[place], wide - 2) if place < len(row) else "") for row in band]
            lines.append(Content("").join(cell.pad_right(max(0, wide - cell.cell_length)) for cell in cells))
        lines.append(Content())
    return Content("\n").join(lines[:-1])
