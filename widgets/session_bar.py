"""The two thin bars on top of every activity: where we are, and the programme as a path."""

from __future__ import annotations

import msgspec
from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from data.i18n import _, stopwatch


class Stop(msgspec.Struct, frozen=True):
    """An item of the programme: ``left`` are seconds, negative when over time.

    ``state`` is done, now, later, or skipped: in a session that is over it was not held.
    """

    id: str
    title: str
    state: str
    minutes: int = 0
    left: float | None = None
    share: float = 0.0


class Bars(msgspec.Struct, frozen=True):
    """All that the two bars show; sentences are already in the person's language.

    ``here`` is the id of the item that is looked at, which need not be the one of now; ``until`` is when it all ends.
    ``room`` says what the room's own window shows where it does not follow, ``together`` who else is in, or how long
    this laptop is ``alone``, which is never cut. ``unwritten`` is what is on no disk on purpose; it stands in place of
    "saved".
    """

    network: str = ""
    session: str = ""
    date: str = ""
    place: str = ""
    saved: bool = True
    unwritten: str = ""
    trouble: str = ""
    present: int = 0
    clock: str = ""
    hidden: bool = True
    stops: tuple[Stop, ...] = ()
    here: str = ""
    until: str = ""
    room: str = ""
    together: str = ""
    alone: bool = False


Parts = list[tuple[str, str]]

_ALARM = "bold $on-accent on $attention"

LINE = (6, 24)
"""The shortest and the longest line of time, in cells."""

GIVES_WAY = ("place", "date", "kring", "whereabouts", "name", "others", "present", "room", "saved", "network")
"""What of the upper line goes, or gets shorter, in turn where there is no room for all of it."""

NAME = 16
"""The name of the network keeps so many cells."""

MANY = 5
"""Where so many pieces of the path have room for their minutes, these come before a name more."""

OVER = frozenset({"done", "skipped"})
"""What is neither now nor to come."""

AIR, SHORT = 1, 12
"""Cells of air between two items, beside the one on each side of a name; and how long a shortened name is."""


class SessionBar(Widget):
    """Two lines, or one where there is no session; a disk error that lasts is told below until it is over, whole."""

    DEFAULT_CSS = """
    SessionBar { height: auto; width: 100%; background: $surface; }
    """

    class Chosen(Message):
        """Somebody clicked on an item of the programme."""

        def __init__(self, id: str) -> None:  # noqa: A002
            super().__init__()
            self.id = id

    def __init__(self) -> None:
        super().__init__()
        self._bars = Bars()
        self._spots: list[tuple[int, int, str]] = []

    def show(self, standing: Bars) -> None:
        """Show how things stand; nothing is drawn when nothing changed."""
        if standing != self._bars:
            grew = (standing.trouble, not standing.session) != (self._bars.trouble, not self._bars.session)
            self._bars = standing
            self.refresh(layout=grew)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Its lines, counted without drawing them: every layout of a screen asks."""
        del container, viewport
        return (2 if self._bars.session else 1) + len(_folded(self._bars.trouble, width - 4))

    def render(self) -> Content:
        """The bars at the present width."""
        width = max(20, self.size.width)
        path = self._path(width)
        rows = [where(self._bars, width), *([path] if self._bars.session else [])]
        for number, line in enumerate(_folded(self._bars.trouble, width - 4)):
            rows.append(Content.styled(f" {'  ' if number else '! '}{line}".ljust(width), _ALARM).truncate(width))
        return Content("\n").join(rows)

    def _path(self, width: int) -> Content:
        pieces = path(self._bars, width - 1)
        self._spots, start = [], 0
        for piece in pieces:
            if piece.id:
                self._spots.append((start, start + piece.width, piece.id))
            start += piece.width
        return _two_ends([part for piece in pieces for part in piece.parts], [], width, "on $surface")

    def on_click(self, event: Click) -> None:
        """A click on an item goes there."""
        spot = event.get_content_offset(self)
        for start, end, id_ in self._spots if spot and spot.y == 1 else []:
            if spot and start <= spot.x < end:
                self.post_message(self.Chosen(id_))


def where(standing: Bars, width: int) -> Content:
    """Where we are and how it stands, in one line: what gives way first is the first of ``GIVES_WAY``.

    The session is always there, and how long this laptop has been alone.
    """
    left, right = _ends_of(standing, width, frozenset())
    for most in range(1, len(GIVES_WAY) + 1):
        if _cells(left) + _cells(right) < width:
            break
        left, right = _ends_of(standing, width, frozenset(GIVES_WAY[:most]))
    return _two_ends(left, right, width, "on $panel")


def _ends_of(s: Bars, width: int, without: frozenset[str]) -> tuple[Parts, Parts]:
    """What stands at the left and at the right, without some of it."""
    right: Parts = []
    if s.together:
        told = s.together.partition(" · ")[0] if "whereabouts" in without else s.together
        told = _short(told) if "others" in without and not s.alone else told
        right.append((f"⇄ {told}  ", "$attention" if s.alone else "$muted"))
    if s.room:
        right.append((f"▣ {_short(s.room) if 'room' in without else s.room}  ", "$foreground"))
    saved, saving = ("✓", "…") if "saved" in without else ("✓ " + _("saved"), "… " + _("saving"))
    if s.unwritten:
        right.append((f"○ {s.unwritten}", "$attention"))
    elif s.session or not s.saved:
        right.append((saved, "$success") if s.saved else (saving, "$muted"))
    right.append(("" if "present" in without or not s.session else f"  {s.present} " + _("present"), "$muted"))
    right.append((f"  {s.clock} ", "bold $foreground"))
    facts = [fact for name, fact in (("date", s.date), ("place", s.place)) if fact and name not in without]
    left: Parts = [
        (" ●" if "kring" in without else " ● kring ", "bold $accent"),
        (f" {s.network} · " if s.network else " ", "$foreground"),
        (s.session, "$foreground"),
        ("  " + " · ".join(facts) if facts else "", "$muted"),
    ]
    over = _cells(left) + _cells(right) + 1 - width
    if "network" in without:
        left[1] = (" ", "")
    elif "name" in without and over > 0:
        name = max(NAME, cell_len(s.network) - over)
        left[1] = (f" {set_cell_size(s.network, name - 1).rstrip()}… · ", "$foreground")
    return left, right


class Piece(msgspec.Struct, frozen=True):
    """A part of the path; with an id a click on it goes there."""

    parts: tuple[tuple[str, str], ...]
    id: str = ""

    @property
    def width(self) -> int:
        """The cells it takes."""
        return _cells(list(self.parts))


_CHECK = ("✓ ", "$success")

_GAP = Piece((("…", "$muted"),))
"""Where items between two others are only counted."""


def path(standing: Bars, width: int) -> list[Piece]:
    """The programme as a path, with as much of it as fits: what is now, and what is looked at, are always there.

    There is air between the items and a line of time behind what is now as long as that holds. In turn the done items
    become one count, minutes go, titles get shorter, and what is far ahead becomes a number with the time at which it
    all ends. Once everything is over there is what is looked at with what stood around it.
    """
    if standing.stops and all(stop.state in OVER for stop in standing.stops):
        return _with_line(_looking_back(standing, width), standing.stops, 0)
    line = LINE[0] + 1 if _timed(standing.stops) else 0
    for folded, longest, minutes in ((False, 99, True), (True, 99, True), (True, 99, False), (True, SHORT, False)):
        pieces = _pieces(standing, folded, longest, minutes)
        spare = width - _total(pieces)
        if spare >= line:
            return _with_line(pieces, standing.stops, spare)
    named, timed = (_cut(_pieces(standing, True, 99, minutes), standing, width - line) for minutes in (False, True))
    # The minutes of all tell more than a longer line of time, and than the name of one of many.
    pieces = timed if len(timed) >= min(MANY, len(named)) else named
    return _with_line(pieces, standing.stops, width - _total(pieces))


def _looking_back(standing: Bars, width: int) -> list[Piece]:
    """What is over: what fits around what is looked at, or from the begin; the rest is counted on either side."""
    told = _around(standing, width, (_("{n} before"), _("{n} after")))
    return told if _total(told) <= width else _around(standing, width, ("{n}", "{n}"))


def _around(standing: Bars, width: int, counts: tuple[str, str]) -> list[Piece]:
    """What fits around what is looked at, with the rest counted in these words."""
    every = _pieces(standing, False, 99, False)
    first = next((place for place, piece in enumerate(every) if piece.id == standing.here), 0)
    window = _counted(every, first, first + 1, counts)
    last = first + 1
    for _place in every:
        for begin, end in ((first, last + 1), (first - 1, last)):
            wider = _counted(every, begin, end, counts)
            if begin >= 0 and end <= len(every) and _total(wider) <= width:
                window, first, last = wider, begin, end
    return window


def _counted(every: list[Piece], begin: int, end: int, counts: tuple[str, str]) -> list[Piece]:
    """These pieces, with how many there are before and behind them in these words."""
    before = [_over(every[:begin], counts[0])] if begin > 0 else []
    behind = [_over(every[end:], counts[1])] if end < len(every) else []
    return [*before, *every[max(0, begin) : end], *behind]


def _over(pieces: list[Piece], count: str) -> Piece:
    """So many that are over: with the check of what is done where all of them are."""
    told = count.format(n=len(pieces))
    return _done(told) if all(_CHECK in piece.parts for piece in pieces) else Piece(((f" {told} ", "$muted"),))


def _done(told: str) -> Piece:
    """What is done and has no name on the path: how many, and where they were."""
    return Piece(((f" ✓ {told} ", "$success"),))


def _timed(stops: tuple[Stop, ...]) -> Stop | None:
    """What is now, where it has a timebox."""
    return next((stop for stop in stops if stop.state == "now" and stop.left is not None), None)


def _total(pieces: list[Piece]) -> int:
    """The cells they take, with the air between them."""
    return sum(piece.width for piece in pieces) + AIR * max(0, len(pieces) - 1)


def _pieces(standing: Bars, folded: bool, longest: int, minutes: bool) -> list[Piece]:
    stops, here = standing.stops, standing.here
    done = [stop for stop in stops if stop.state == "done" and stop.id != here]
    fold = folded and len(done) > 1
    pieces = [_done(_("{n} done").format(n=len(done)))] if fold else []
    for stop in stops:
        if not (fold and stop in done):
            pieces.append(_piece(stop, here, longest, minutes))
    return pieces


def _piece(stop: Stop, here: str, longest: int, minutes: bool) -> Piece:
    looked_at = " underline" if stop.id == here else ""
    whole = stop.state == "now" or stop.id == here or cell_len(stop.title) <= longest
    name = stop.title if whole else set_cell_size(stop.title, longest - 1).rstrip() + "…"
    if stop.state == "now":
        return Piece(((" ", ""), *_now(stop, name, looked_at), (" ", "")), stop.id)
    style = "bold $foreground" if looked_at else "$success" if stop.state == "done" else "$muted"
    mark = (_CHECK,) if stop.state == "done" else ()
    tail = ((f" {stop.minutes}'", "$muted"),) if minutes and stop.state == "later" else ()
    return Piece(((" ", ""), *mark, (name, style + looked_at), *tail, (" ", "")), stop.id)


def _with_line(pieces: list[Piece], stops: tuple[Stop, ...], spare: int) -> list[Piece]:
    """Behind what is now its time as a line, where there is room for one; and air between the items."""
    now = _timed(stops)
    line: list[Piece] = []
    if now and spare >= LINE[0] + 1:
        length = min(LINE[1], spare - 1)
        gone = max(0, min(length, round(length * (1 - now.share))))
        line = [Piece((("━" * (length - gone), "$accent"), ("─" * gone, "$rest"), (" ", "")))]
    air = Piece(((" " * AIR, ""),))
    found: list[Piece] = []
    for piece in pieces:
        found += [*([air] if found else ()), piece, *(line if now and piece.id == now.id else ())]
    return found


def _cut(pieces: list[Piece], standing: Bars, width: int) -> list[Piece]:
    """What is now, what is looked at, and as many as fit of those ahead; the rest is counted."""
    now = next((stop.id for stop in standing.stops if stop.state == "now"), "")
    must = {now, standing.here, ""}
    start = next((place for place, piece in enumerate(pieces) if piece.id == now), 0)
    kept = [piece for place, piece in enumerate(pieces) if place < start and piece.id in must]
    left = pieces[start:]
    for form in (0, 1):
        for place in range(len(left), -1, -1):
            apart = [piece for piece in left[place:] if piece.id in must and piece.id]
            # What is looked at does not seem to come next where it does not.
            gap = [_GAP] if apart and apart[0] is not left[place] else []
            more = len(left[place:]) - len(apart)
            end = _ends(more, standing.until)[-1 if form else 0]
            shown = [*kept, *left[:place], *gap, *apart, *end]
            if _total(shown) <= width:
                return shown
    return [piece for piece in pieces if piece.id in must and piece.id]


def _ends(more: int, until: str) -> list[list[Piece]]:
    """How many more there are, and when it all ends: in words, and shorter for where these do not fit."""
    if not more:
        return [[]]
    if not until:
        return [[Piece(((f" {tail} ", "$muted"),))] for tail in (_("{n} more").format(n=more), f"+{more}")]
    told = (_("{n} more, until {time}"), _("+{n} until {time}"))
    return [[Piece(((f" {tail.format(n=more, time=until)} ", "$muted"),))] for tail in told]


def _short(text: str) -> str:
    """What the room sees or who is in, in a few cells."""
    return text if cell_len(text) <= SHORT else set_cell_size(text, SHORT - 1).rstrip() + "…"


def _folded(text: str, width: int) -> list[str]:
    """Text in lines of at most this width, broken between words."""
    lines: list[str] = []
    for word in text.split():
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def minutes_left(seconds: float) -> str:
    """Seconds as MM:SS, with a plus before time that ran over."""
    return stopwatch(seconds)


def _now(stop: Stop, name: str, looked_at: str) -> Parts:
    time = f" {minutes_left(stop.left)}" if stop.left is not None else ""
    over = stop.left is not None and stop.left < 0
    plate = f"bold $on-accent on {'$attention' if over else '$accent'}"
    return [(" ▸ ", plate), (name, plate + looked_at), (f"{time} ", plate)]


def _cells(parts: Parts) -> int:
    return sum(cell_len(text) for text, _style in parts)


def _two_ends(left: Parts, right: Parts, width: int, ground: str) -> Content:
    tail = Content.assemble(*right)
    head = Content.assemble(*left).truncate(max(0, width - tail.cell_length - 1), ellipsis=True)
    gap = " " * max(0, width - head.cell_length - tail.cell_length)
    return Content.assemble(head, gap, tail).stylize_before(ground)
