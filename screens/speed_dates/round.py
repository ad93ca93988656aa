"""The speed dates while they run: the time, the prompt, who sits where, and where everybody goes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from data.i18n import _, clock, plural
from data.model import Round
from data.text import fold
from data.verbs.speed_dates import pairs
from screens.speed_dates.stage import Phase, Stage
from screens.speed_dates.words import shape
from widgets.countdown import Countdown, Time
from widgets.paging import Footed, Row, paged, whole
from widgets.seating import Seat, Seated, Seating

Names = Mapping[str, str]


DIGITS = ((42, 17), (28, 12), (0, 7))
"""From so many rows on, the countdown takes so many of them."""
HIGH = 40
"""Rows of a page on which the rounds that were held may stand further apart."""
OTHER_ROWS = 7
"""The heading, the prompt and what comes next, with the air between them."""
OVER_ROWS = 2
"""What stands above the rounds once all are over: a heading of a line, and the air below it."""


class Run(Footed):
    """A round; the screen fills it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._shown: tuple[Stage, Names, Names] | None = None
        self._ends: list[int] = []

    def compose(self) -> ComposeResult:
        """From top to bottom: which round, what about, how long still, who sits where, and what comes next."""
        yield Static(id="run-heading", markup=False)
        yield Static(id="run-prompt", markup=False)
        yield Countdown(id="run-time")
        yield Seating(id="run-seats")
        yield Static(id="run-next", markup=False)
        yield from super().compose()

    def told_below(self, line: int) -> str:
        """How many of the rounds that were held end there."""
        left = sum(end >= line for end in self._ends)
        return plural("{n} more round below", "{n} more rounds below", left) if left else super().told_below(line)

    def show(self, stage: Stage, names: Names, shorts: Names) -> None:
        """Show how the dates stand."""
        self._shown = (stage, names, shorts)
        self._fit()

    def on_resize(self) -> None:
        """Fit it in the new size."""
        self._fit()

    def _fit(self) -> None:
        """The digits as large as leaves every table in sight."""
        if self._shown is None:
            return
        stage, names, shorts = self._shown
        self.show_time(stage)
        prompt = stage.turn.prompt if stage.turn else ""
        self.query_one("#run-prompt", Static).update(Content.styled(prompt, "italic"))
        self.query_one("#run-prompt").display = bool(prompt)
        width, height = self.scrollable_content_region.size
        digits = next(rows for least, rows in DIGITS if height >= least)
        self.query_one(Countdown).styles.height = digits
        room = height - OTHER_ROWS - (digits if stage.time else 0)
        before = stage.before if stage.phase is Phase.CHANGE else None
        self.query_one(Seating).show(seated(stage.turn, before, names, shorts), max(1, room))
        if stage.phase is not Phase.OVER:
            self.remove_class("-spare")
            self.query_one("#run-next", Static).update(coming(stage.ahead, shorts, width))
            self.foot_for(Content(""))
            return
        self.add_class("-spare")
        above = OVER_ROWS + _over(stage, width).plain.count("\n")
        text = history(stage, shorts, width, height, above)
        self.query_one("#run-next", Static).update(text)
        self._ends = [above + line for line in _ends(text)]
        self.foot_for(text, above=above)

    def show_time(self, stage: Stage) -> None:
        """Show what changes from second to second."""
        width = self.scrollable_content_region.width
        self.query_one("#run-heading", Static).update(
            _over(stage, width) if stage.phase is Phase.OVER else _heading(stage)
        )
        countdown = self.query_one(Countdown)
        countdown.display = stage.time is not None
        if stage.time is not None:
            countdown.show(stage.time)


def _over(stage: Stage, width: int) -> Content:
    """That it is over, and what came of it: beside it in so many cells, or below it."""
    text = _("That was the last round") if stage.running else _("The speed dates are over")
    came = outcome(stage)
    between = "   " if cell_len(text) + 3 + cell_len(came) <= width else "\n"
    return Content.assemble((text, "bold"), (between + came, "$muted"))


def outcome(stage: Stage) -> str:
    """How many pairs met, and whether some did more than once."""
    met = pairs(stage.started)
    again = sum(times > 1 for times in met.values())
    told = plural("{n} pair met", "{n} pairs met", len(met))
    twice = plural("{n} pair more than once", "{n} pairs more than once", again) if again else _("nobody twice")
    return f"{told}, {twice}"


def _heading(stage: Stage) -> Content:
    head = _("Round {n}").format(n=stage.number)
    rest = _("of {n}").format(n=stage.of)
    if stage.phase is Phase.TALK:
        return Content.assemble((head, "bold"), (f" {rest} · {shape(stage.dates)}", "$muted"), *_remark(stage.time))
    return Content.assemble(
        (_("Find your place"), "bold $accent"), (f"   {head} {rest}", "bold"), (_where_next(stage), "$muted")
    )


def _where_next(stage: Stage) -> str:
    ready = _("Space starts the round")
    over = stage.time is not None and stage.time.left <= 0
    return "   " + (_("the time to change is over") + " · " + ready if over else ready)


def _remark(time: Time | None) -> list[tuple[str, str]]:
    if time is None:
        return []
    if time.paused:
        return [("   " + _("paused"), "bold")]
    words = {1: _("the end is in sight"), 2: _("wrap up")}
    return [(f"   {words[time.stage]}", f"bold {time.style}")] if time.stage in words else []


def seated(turn: Round | None, before: Round | None, names: Names, shorts: Names) -> list[Seated]:
    """The tables of a round, whoever keeps the seat of the round before first; who sits out comes last."""
    if turn is None:
        return []
    old = {who: place for place, table in enumerate(before.tables) for who in table} if before else {}
    tables = []
    for place, table in enumerate(turn.tables):
        seats = [Seat(names.get(who, "?"), shorts.get(who, "?"), old.get(who) == place) for who in table]
        tables.append(Seated(str(place + 1), tuple(sorted(seats, key=lambda seat: (not seat.stays, fold(seat.name))))))
    if turn.sits_out:
        out = tuple(Seat(names.get(who, "?"), shorts.get(who, "?")) for who in turn.sits_out)
        tables.append(Seated("–", out, out=True))
    return tables


def coming(turn: Round | None, shorts: Names, width: int) -> Content:
    """The seats of the round after this one, broken between tables."""
    if turn is None:
        return Content()
    head = Content.styled(_("next"), "bold")
    return Content("\n").join(_on_lines(head, turn.tables, turn.sits_out, shorts, width))


def history(stage: Stage, shorts: Names, width: int, height: int, above: int) -> Content:
    """The rounds that were held, in short names, with a line of air between them, in a high window two.

    None is cut at the foot of a page.

    A page has so many lines, and on the first so many stand ``above`` the rounds.
    """
    every = [_tables(turn.tables, shorts) for turn in stage.started]
    each = max((part.cell_length for tables in every for part in tables), default=0)
    blocks = []
    for turn in stage.started:
        head = Content.styled(_("round {n}").format(n=f"{turn.number:<2}"), "bold")
        blocks.append(_on_lines(head, turn.tables, turn.sits_out, shorts, width, each=each))
    airy = height >= HIGH and above + sum(len(block) + 2 for block in blocks) <= height
    rows: list[Row] = []
    for block in blocks:
        rows += [*([Row(Content(""))] * (1 + airy) if rows else []), *whole(block)]
    return Content("\n").join(paged(rows, height, above=above))


def _ends(rounds: Content) -> list[int]:
    """On which line each of them ends: the one before a blank."""
    lines = [line.plain for line in rounds.split("\n")]
    return [place for place, (line, after) in enumerate(pairwise([*lines, ""])) if line and not after]


@dataclass(frozen=True, slots=True)
class Ahead:
    """Who would sit together, and who would sit out, in the rounds from number ``first`` on; by id."""

    first: int
    rounds: Sequence[Sequence[Sequence[str]]]
    out: Sequence[Sequence[str]]


def drawn_ahead(ahead: Ahead, shorts: Names, width: int, height: int) -> list[Content]:
    """The rounds to come in so many cells and lines, with air between them.

    A round stands beside its tables, or above them where only that leaves room for air: more of them then go in a line.
    """
    beside, above = (_ahead(ahead, shorts, width, above=above) for above in (False, True))
    for blocks in (beside, above):
        aired = [line for block in blocks for line in (Content(), *block)][1:]
        if len(aired) <= height:
            return aired
    lines = [line for block in beside for line in block]
    return lines if len(lines) <= height else [*lines[: max(0, height - 1)], Content.styled("…", "$muted")]


def _ahead(ahead: Ahead, shorts: Names, width: int, *, above: bool) -> list[list[Content]]:
    """Each round to come on its lines."""
    every = [_tables(tables, shorts) for tables in ahead.rounds]
    each = max((part.cell_length for tables in every for part in tables), default=0)
    blocks = []
    for number, (tables, out) in enumerate(zip(ahead.rounds, ahead.out, strict=True), start=ahead.first):
        head = Content.styled(_("round {n}").format(n=f"{number:<2}"), "bold")
        blocks.append(_on_lines(head, tables, out, shorts, width, each=each, above=above))
    return blocks


def _tables(tables: Sequence[Sequence[str]], shorts: Names) -> list[Content]:
    """The tables of a round in short names."""
    return [
        Content.assemble((f"{place} ", "bold $muted"), " · ".join(shorts.get(who, "?") for who in table))
        for place, table in enumerate(tables, start=1)
    ]


def _on_lines(
    head: Content,
    seats: Sequence[Sequence[str]],
    away: Sequence[str],
    shorts: Names,
    width: int,
    *,
    each: int = 0,
    above: bool = False,
) -> list[Content]:
    """A round broken between tables, each at least ``each`` cells wide, so that those of several stand in columns.

    Its head stands before the first of them, or ``above`` all.
    """
    tables = [part.pad_right(max(0, each - part.cell_length)) for part in _tables(seats, shorts)]
    if away:
        out = ", ".join(shorts.get(who, "?") for who in away)
        tables.append(Content.styled(_("sits out: {names}").format(names=out), "$muted"))
    if above:
        return [head, *_in_lines(tables[:1], tables[1:], "", width)]
    return _in_lines([head], tables, " " * head.cell_length + "   ", width)


def _in_lines(begun: Sequence[Content], tables: Sequence[Content], indent: str, width: int) -> list[Content]:
    """The tables behind what is begun, as many on a line as so many cells have room for."""
    lines = list(begun)
    for table in tables:
        longer = Content("   ").join([lines[-1], table])
        if longer.cell_length <= width or width < 20:
            lines[-1] = longer
        else:
            lines.append(Content(indent) + table)
    return lines


def done_at(stage: Stage, now: datetime) -> str:
    """How many rounds are still to go and when that will be done."""
    if stage.phase is Phase.OVER or stage.phase is Phase.SET_UP:
        return ""
    to_go = plural("{n} round to go", "{n} rounds to go", len(stage.coming))
    return to_go + ", " + _("done at {time}").format(time=clock(now + timedelta(minutes=stage.minutes_to_go)))
