"""What was said, line by line under a few headings: each with its kind before it and who it concerns behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

import msgspec
from rich.cells import cell_len
from textual.content import Content

from widgets.air import Air, Drawn, joined, most
from widgets.headline import FULL, HIGH, drawings
from widgets.laid_out import alone
from widgets.page import FOOT, Cell, Line, Page
from widgets.wrapping import HANG, hanging, pieces, wrapped

LEAD, ASIDE = 14, 34
"""The widest columns before and behind the text, in cells; the second one is wider where that folds less."""

BESIDE = 88
"""From this width on, what concerns a line stands behind it; in a narrower page below it."""

MEASURE = 136
"""No wider than this: a longer line is hard to read back."""

TWO_COLUMNS, SOONER = 150, 104
"""From the first width on, chapters stand in two columns; from the second one on where that leaves less of it empty."""

CROWDED = 2 / 3
"""Chapters stand in two columns sooner where each of those is no higher than so much of a single one."""

ABREAST = 48
"""The least cells of a column where there are more than two."""

SHARES = (1 / 2, 1 / 3, 2 / 3)
"""How much of a page the first of two columns has: half of it, or less or more where all entries have air only so."""

GAP, BEHIND = 4, 3
"""Cells between two columns, and between a text and what concerns it right behind it."""

ASIDES = "not bold $muted"
"""What stands around a text: of the one that is chosen the text alone is bold."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: ``lead`` is its kind, ``mark`` one character for how it stands, ``aside`` who or when.

    Of one that ``folds`` the kind stands before who or when in a narrow page, and the text has its room.
    """

    id: str
    text: str
    lead: str = ""
    mark: str = " "
    style: str = "$muted"
    aside: str = ""
    faded: bool = False
    folds: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with its entries; ``note`` stands beside it, ``empty`` below it when there are none.

    What is ``empty`` without a title and alone stands in the middle of its page.
    In a wide page a chapter that may stand ``beside`` the others has the second column; where none may, the second half
    of them has, in the order of their ``turn``. One that is ``spare`` stands there only where nothing of the page goes
    out of sight for it. Those that stand ``abreast`` have a column each above the others where a page is wide enough.
    One that ``leads``, the first, is what the page is about: its entry is drawn in letters where there are rows for it.
    """

    title: str
    entries: tuple[Entry, ...] = ()
    note: str = ""
    empty: str = ""
    beside: bool = False
    spare: bool = False
    turn: int = 0
    abreast: bool = False
    leads: bool = False
    told: bool = False  # above the page: its title stands here only among others


class Ledger(Page):
    """Chapters of entries; text is wrapped, never clipped."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._chapters: Sequence[Chapter] = ()
        self._brief: Sequence[Chapter] = ()
        self.is_brief = False

    def show(self, chapters: Sequence[Chapter], brief: Sequence[Chapter] = ()) -> None:
        """Show these chapters; what was chosen stays so.

        ``brief`` are the same in fewer lines, for a narrow page in which something of these would go out of sight.
        """
        if (chapters, brief) != (self._chapters, self._brief):
            self._chapters, self._brief = chapters, brief
            self.draw()

    def to_copy(self) -> str:
        """The text of the chosen entry."""
        entries = (entry for chapter in self._chapters for entry in chapter.entries)
        return next((entry.text for entry in entries if entry.id and entry.id == self.chosen), "")

    @property
    def high(self) -> int:
        """How many lines it takes without air between its entries: that comes after the air above the work."""
        width = max(10, min(self.scrollable_content_region.width, MEASURE))
        needed = [chapter for chapter in self._chapters if not chapter.spare]
        return min(super().high, FOOT + len(_column(needed, width, below=_below([needed], width))))

    def lay_out(self, width: int, height: int) -> list[Line]:
        """A heading and its entries, with a blank line before the next; in two columns when the page is wide."""
        shown = [chapter for chapter in self._chapters if not chapter.spare]
        for chapter in self._chapters:
            more = [each for each in self._chapters if each in shown or each is chapter]
            if chapter.spare and len(_laid_out(more, width, height)) <= height:
                shown = more
        shown = [replace(each, title="") if each.told and len(shown) == 1 else each for each in shown]
        lines = self._led(shown, width, height) or _laid_out(shown, width, height)
        self.is_brief = bool(self._brief) and width < BESIDE and len(lines) > height
        return _laid_out(self._brief, width, height) if self.is_brief else lines

    def _led(self, chapters: Sequence[Chapter], width: int, height: int) -> list[Line]:
        """The first chapter in drawn letters above the others, where all of these still have their air below it.

        Of its entry the heading is chosen: a ground below letters would be louder than they are.
        """
        head, others = next(iter(chapters), Chapter("")), chapters[1:]
        if not (head.leads and head.entries and others) or self.app.size.height < HIGH:
            return []
        for letters in drawings(head.entries[0].text, width, FULL):
            above = [[Cell(Content.styled(head.title, "bold"), width, head.entries[0].id)], []]
            above += [*([Cell(row, width)] for row in letters), [], []]
            below = _laid_out(others, width, height - len(above))
            if len(below) <= height - len(above) and _apart(below):
                return above + below
        return []


def _laid_out(chapters: Sequence[Chapter], width: int, height: int) -> list[Line]:
    if len(chapters) == 1 and not (chapters[0].title or chapters[0].entries):
        return alone(chapters[0].empty, width, height)
    if not _parted(chapters, width):
        each = min(width, MEASURE)
        _air, column = _columns([chapters], [each], height)
        # The ground of the chosen one goes on to where the line below ends.
        return [[msgspec.structs.replace(cell, width=width) for cell in line] for line in column]
    abreast = [chapter for chapter in chapters if chapter.abreast]
    half, many = min(MEASURE, (width - GAP) // 2), len(abreast)
    halves = _halves(chapters, half)
    if not _fit_abreast(abreast, width) or _better_in_two(halves, (width + GAP) // many - GAP, half, height):
        return _two(halves, width, height)
    left = [chapter for chapter in chapters if not chapter.abreast]
    bands = [sorted(abreast, key=_turn), *(left[first : first + many] for first in range(0, len(left), many))]
    each, lines = (width - GAP * (many - 1)) // many, list[Line]()
    for band in bands:
        lines += [[], []] if lines else []
        lines += _columns([[chapter] for chapter in band], [each] * len(band), height // len(bands))[1]
    return lines


def _apart(lines: Sequence[Line]) -> bool:
    """Whether no entry stands right below another one."""
    cells = (pair for rows in pairwise(lines) for pair in zip(*rows, strict=False))
    return all(above.id in {below.id, ""} or not below.id for above, below in cells)


def _better_in_two(halves: Sequence[Sequence[Chapter]], each: int, half: int, height: int) -> bool:
    """Whether less is folded in two columns than in more of them, and all entries have air there too."""
    every = [chapter for column in halves for chapter in column]
    narrow, wide = (len(_column(every, width, below=_below([every], width))) for width in (each, half))
    return wide < narrow and _columns(halves, [half] * 2, height)[0] >= Air.ALL


def _turn(chapter: Chapter) -> int:
    return chapter.turn


def _two(halves: Sequence[Sequence[Chapter]], width: int, height: int) -> list[Line]:
    """Two columns, as wide as one another where that leaves room for air between all of their entries.

    So they are too where others leave room for some of it alone, but where only there a long list that is in sight has
    air in it.
    """
    firsts = [int((width - GAP) * share) for share in SHARES]
    even, *others = [(min(MEASURE, first), min(MEASURE, width - GAP - first)) for first in firsts]
    air, lines = _columns(halves, even, height)
    if air >= Air.ALL:
        return lines
    found = [_columns(halves, widths, height) for widths in others if min(widths) >= ABREAST]
    airiest, other = max(found, key=lambda each: each[0], default=(air, lines))
    crowded = (air < Air.SEVERAL or len(lines) > height) and len(other) <= height and airiest > Air.SEVERAL
    return other if crowded or airiest >= Air.ALL else lines


def _columns(columns: Sequence[Sequence[Chapter]], widths: Sequence[int], height: int) -> tuple[Air, list[Line]]:
    """Columns of these widths beside one another, with the air that all have room for: none is a wall beside another.

    What concerns a text stands below it in all of them or in none, but where one has another width for it.
    """
    every = list(zip(columns, widths, strict=True))
    below = [_below_in(*each) for each in every]
    if len(set(widths)) == 1:
        below = [any(below)] * len(every)
    drawn = [_drawn(*each, below=told) for each, told in zip(every, below, strict=True)]
    air = most(drawn, height)
    blank, gap = [[Cell(Content(""), width)] for width in widths], Cell(Content(""), GAP)
    lines: list[Line] = []
    for row in zip_longest(*(joined(each, air) for each in drawn), fillvalue=()):
        cells = (line or none for line, none in zip(row, blank, strict=True))
        lines.append([cell for line in cells for cell in (gap, *line)][1:])
    return air, lines


def _fit_abreast(abreast: Sequence[Chapter], width: int) -> bool:
    """Whether each of those that stand abreast has a readable column there: two of them have one anyway."""
    return len(abreast) > 2 and (width + GAP) // len(abreast) - GAP >= ABREAST


def _parted(chapters: Sequence[Chapter], width: int) -> bool:
    """Whether chapters stand in two columns: sooner where each is much lower than one alone, or with what is spare.

    That is no reason to put below a text what has its place behind it in one column.
    """
    if len(chapters) < 2 or width < SOONER:
        return False
    each, needed = (width - GAP) // 2, [[chapter for chapter in chapters if not chapter.spare]]
    if width >= TWO_COLUMNS or (len(*needed) < len(chapters) and _below(needed, each) <= _below(needed, width)):
        return True
    halves = _halves(chapters, each)
    highest = max(len(_column(half, each, below=_below(halves, each))) for half in halves)
    return highest <= CROWDED * len(_column(chapters, width, below=_below([chapters], width)))


def _halves(chapters: Sequence[Chapter], width: int) -> tuple[Sequence[Chapter], Sequence[Chapter]]:
    """Those that may stand beside the others, beside them; where none or all may, as many lines in each column."""
    beside = [chapter for chapter in chapters if chapter.beside]
    if beside and len(beside) < len(chapters):
        return [chapter for chapter in chapters if not chapter.beside], beside
    chapters = sorted(chapters, key=_turn)
    high = [len(_column([chapter], width, below=_below([[chapter]], width))) for chapter in chapters]
    cut = min(range(1, len(chapters)), key=lambda place: max(sum(high[:place]), sum(high[place:])))
    return chapters[:cut], chapters[cut:]


def _column(chapters: Sequence[Chapter], width: int, *, below: bool) -> list[Line]:
    """The chapters below one another, without air but for a blank line between them."""
    return joined(_drawn(chapters, width, below=below), Air.NONE)


def _drawn(chapters: Sequence[Chapter], width: int, *, below: bool) -> list[Drawn]:
    chapters = _as_wide(chapters, width)
    lead, aside, behind = _shared(chapters, width)
    return [_one(chapter, width, lead, (aside, behind), below=below) for chapter in chapters]


def _one(chapter: Chapter, width: int, lead: int, shared: tuple[int, int], *, below: bool) -> Drawn:
    before = lead if any(entry.lead for entry in chapter.entries) else 0
    own = (0, 0) if below else _own(chapter, width, _margin(before))
    column = shared if shared[0] else own
    entries = [_entry(entry, width, before, column, below=below) for entry in chapter.entries]
    marked = all(entry.mark.strip() for entry in chapter.entries)
    close = [
        lines if marked or before or len(lines) == 1 else _entry(entry, width, before, column, below=below, hang=HANG)
        for entry, lines in zip(chapter.entries, entries, strict=True)
    ]
    if not entries and chapter.empty:
        told = Content.styled(chapter.empty, "$muted")
        entries = close = [[[Cell(row, width)] for row in hanging(Content("   "), told, width)]]
    return Drawn(_heading(chapter, width), entries, marked, close)


def _heading(chapter: Chapter, width: int) -> list[Line]:
    if not chapter.title:
        return []
    title = Content.styled(f"{chapter.title}  " if chapter.note else chapter.title, "bold")
    rows = hanging(title, Content.styled(chapter.note, "$muted"), width) if chapter.note else [title]
    return [[Cell(row, width, heads=True)] for row in rows]


def _as_wide(chapters: Sequence[Chapter], width: int) -> Sequence[Chapter]:
    return chapters if width >= BESIDE else [_folded(chapter) for chapter in chapters]


def _shared(chapters: Sequence[Chapter], width: int) -> tuple[int, int, int]:
    """How wide the columns before and behind the texts are that all chapters share, or 0; where the second begins.

    That is right behind the longest text: at the edge of a wide page the eye loses the line on the way there.
    """
    entries = [entry for chapter in chapters for entry in chapter.entries]
    lead = min(LEAD, max((cell_len(entry.lead) for entry in entries), default=0))
    aside = _aside(entries, width - _margin(lead)) if width >= BESIDE else 0
    longest = max((cell_len(entry.text) for entry in entries), default=0)
    return lead, aside, min(width - aside, _margin(lead) + longest + GAP)


def _below(columns: Sequence[Sequence[Chapter]], width: int) -> bool:
    """Whether what concerns a text stands below it in columns of this width: in all, where in one it has no place."""
    return any(_below_in(chapters, width) for chapters in columns)


def _below_in(chapters: Sequence[Chapter], width: int) -> bool:
    """Whether it has no place in one of these chapters: it fits behind neither the longest text nor its own."""
    chapters = _as_wide(chapters, width)
    lead, aside, _behind = _shared(chapters, width)
    for chapter in () if aside else chapters:
        margin = _margin(lead if any(entry.lead for entry in chapter.entries) else 0)
        fits = all(_fits(entry, width - margin) for entry in chapter.entries)
        if not fits and not _own(chapter, width, margin)[0]:
            return True
    return False


def _folded(chapter: Chapter) -> Chapter:
    """The same with the kind of each entry that folds before what concerns it."""
    if not any(entry.folds and entry.lead for entry in chapter.entries):
        return chapter
    entries = tuple(
        replace(entry, lead="", aside=" · ".join(filter(None, (entry.lead, entry.aside)))) if entry.folds else entry
        for entry in chapter.entries
    )
    return replace(chapter, entries=entries)


def _aside(entries: Sequence[Entry], room: int) -> int:
    """How wide the column of what concerns each is: so that it and the texts take as few lines as can be.

    None at all, and so below, where it would fold so much that it saves less than half of the lines below. A text that
    nothing concerns has the whole width either way.
    """
    cells = [(cell_len(entry.text), cell_len(entry.aside)) for entry in entries if entry.aside]
    if not cells:
        return 0
    widest = max(aside for _text, aside in cells)
    wider = {aside for _text, aside in cells if ASIDE < aside <= room // 2}

    def lines(width: int) -> int:
        return sum(max(-(-text // (room - width - 2)), -(-aside // width), 1) for text, aside in cells)

    best = min({min(ASIDE, widest), *wider}, key=lambda width: (lines(width), -width))
    alone = sum(max(1, -(-text // room)) for text, _aside in cells)
    return best if 2 * (lines(best) - alone) <= len(cells) else 0


def _own(chapter: Chapter, width: int, margin: int) -> tuple[int, int]:
    """How wide the column of what concerns the lines of one chapter is, or 0, and where it begins.

    That is right behind its longest text; there is none where a third of the texts or more would fold for it.
    """
    cells = [cell_len(entry.text) for entry in chapter.entries]
    widest = max((cell_len(entry.aside) for entry in chapter.entries), default=0)
    behind = min(margin + max(cells, default=0) + BEHIND, width - widest)
    folding = sum(text > behind - margin - 2 for text in cells)
    return (widest if 3 * folding < len(cells) else 0), behind


def _margin(lead: int) -> int:
    """The cells before a text: its mark and its kind."""
    return 3 + (lead + 2 if lead else 0)


def _fits(entry: Entry, room: int) -> bool:
    """Whether what concerns a text still stands right behind it, on one line."""
    return not entry.aside or cell_len(entry.text) + BEHIND + cell_len(entry.aside) <= room


def _entry(entry: Entry, width: int, lead: int, column: tuple[int, int], *, below: bool, hang: int = 0) -> list[Line]:
    """The lines of one; without a column what concerns it stands behind its text, or for a whole chapter ``below``.

    ``column`` is how wide the one of what concerns each is, or 0, and where it begins: one below another, each with its
    lines below itself. What a text goes on with stands in by ``hang``.
    """
    (aside, behind), margin = column if entry.aside else (0, 0), _margin(lead)
    aside = aside and width - behind
    room = behind - margin - 2 if aside else max(12, width - margin)
    body = pieces(Content.styled(entry.text, "$muted" if entry.faded else ""), room, hang)
    beside = wrapped(Content.styled(entry.aside, ASIDES), aside) if aside and entry.aside else []
    if entry.aside and not aside:
        concerns = Content.styled(entry.aside, ASIDES)
        body = [*body, *wrapped(concerns, room)] if below else [Content(" " * BEHIND).join([body[-1], concerns])]
    lines: list[Line] = []
    for row in range(max(len(body), len(beside))):
        before = Content.assemble(
            (f" {entry.mark} " if row == 0 else "   ", entry.style), (entry.lead[:lead] if row == 0 else "", ASIDES)
        )
        text = body[row] if row < len(body) else Content("")
        parts = [_padded(before, margin), _padded(text, room + 2 if aside else room)]
        parts.append(beside[row] if row < len(beside) else Content(""))
        lines.append([Cell(Content("").join(parts), width, entry.id)])
    return lines


def _padded(content: Content, width: int) -> Content:
    return content.pad_right(max(0, width - content.cell_length))
