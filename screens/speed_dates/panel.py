"""Beside the speed dates: how good the plan is, who met whom, and who is still to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from textwrap import wrap

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from data.i18n import _, plural
from data.model import Participant, Round, State
from data.names import by_name, full_names, short_names
from data.text import unbroken
from data.verbs.speed_dates import met_before, pairs
from screens.speed_dates.round import Ahead, drawn_ahead
from screens.speed_dates.stage import Stage
from screens.speed_dates.words import Line, mark_style
from widgets.who_met import NEVER, NOW, ONCE, Met, WhoMet, legible
from widgets.wrapping import Row

MOST_EXPECTED = 4

MANY = 17
"""The square of more people than these asks for a wider panel."""


class Panel(Vertical):
    """The plan and the square of who met whom; the screen fills it."""

    def compose(self) -> ComposeResult:
        """Each part with its heading."""
        yield Static(id="panel-plan", markup=False)
        with Vertical(id="panel-met"):
            yield Static(id="panel-count", markup=False)
            yield WhoMet(id="square")
        yield Static(id="panel-ahead", markup=False)
        yield Static(id="panel-expected", markup=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._note = ""
        self._ahead: Ahead | None = None
        self._shorts: Mapping[str, str] = {}

    def on_resize(self) -> None:
        """Wrap anew."""
        self.show_plan(self._lines, self._note)
        self.call_after_refresh(self._draw_ahead)

    def show_plan(self, lines: Sequence[Line], note: str) -> None:
        """How good the plan is, in a line each."""
        self._lines, self._note = lines, note
        self.query_one("#panel-plan").set_class(not lines, "-empty")
        rows = [Content.styled(_("The plan"), "bold"), Content()]
        width = self.query_one("#panel-plan").content_size.width - 2
        for mark, text in lines:
            head, *rest = wrap(text, max(20, width))
            rows.append(Content.assemble((f"{mark} ", mark_style(mark)), head))
            rows += [Content(f"  {line}") for line in rest]
        if note:
            rows.append(Content.styled(note, "$muted"))
        self.query_one("#panel-plan", Static).update(Content("\n").join([*rows, Content()]))

    def show_met(self, count: Content, met: Met) -> None:
        """Who met whom."""
        self.set_class(len(met.letters) > MANY, "-many")
        self.query_one("#panel-count", Static).update(count)
        self.query_one(WhoMet).show(met)

    def show_ahead(self, ahead: Ahead | None, shorts: Mapping[str, str]) -> None:
        """Who would sit where in each round, in place of the square; None leaves the square there."""
        self._ahead, self._shorts = ahead, shorts
        self.set_class(ahead is not None, "-ahead")
        self.call_after_refresh(self._draw_ahead)

    def _draw_ahead(self) -> None:
        place = self.query_one("#panel-ahead", Static)
        if self._ahead is not None and place.size.height:
            width, height = place.size
            rows = drawn_ahead(self._ahead, self._shorts, width, height - 2)
            place.update(Content("\n").join([Content.styled(_("Rounds"), "bold"), Content(), *rows]))

    def show_expected(self, names: Sequence[str]) -> None:
        """Who is still on the way."""
        expected = self.query_one("#panel-expected", Static)
        expected.set_class(not names, "-nobody")
        if names:
            shown, more = ", ".join(names[:MOST_EXPECTED]), len(names) - MOST_EXPECTED
            rest = " " + unbroken(plural("and {n} more", "and {n} more", more)) if more > 0 else ""
            key = Content.assemble(("F7", "bold $key"), (" " + _("is here"), "$muted"))
            said = Content.assemble((shown + rest, "$muted"), "  ", key)
            expected.update(Row("", Content.styled(_("On the way"), "bold"), said))


def met(state: State, stage: Stage, people: Sequence[Participant], *, all_sessions: bool) -> tuple[Content, Met]:
    """Who of these people met whom, counted and as a square."""
    met_here = pairs(stage.held)
    together = pairs([stage.running]) if stage.running else Counter[tuple[str, str]]()
    counted = met_here + met_before(state, stage.activity.session) if all_sessions else met_here
    place = {who.id: number for number, who in enumerate(people)}
    counts = [[0] * len(people) for _who in people]
    for (one, other), times in counted.items():
        if one in place and other in place:
            counts[place[one]][place[other]] = counts[place[other]][place[one]] = times
    now = frozenset(_pair(place, one, other) for one, other in together if one in place and other in place)
    all_pairs = len(people) * (len(people) - 1) // 2
    known = sum(times > 0 for row in counts for times in row) // 2
    soon = len({*now, *(pair for pair in combinations(range(len(people)), 2) if counts[pair[0]][pair[1]])})
    heading = _("Who met whom, in all sessions") if all_sessions else _("Who met whom")
    tally = _("{met} of {all}").format(met=known, all=all_pairs)
    later = ", " + _("soon {n}").format(n=soon) if soon > known else ""
    every = {times for row in counts for times in row}
    said = (
        (f"{ONCE} " + _("met"), 1 in every),
        (f"{NEVER} " + _("not yet"), soon < all_pairs),
        (f"{NOW} " + _("now"), bool(now)),
        ("2 " + _("more often"), max(every, default=0) > 1),
    )
    legend = "  ".join(sign for sign, drawn in said if drawn)
    letters, names = legible(list(full_names(people).values())), tuple(short_names(people).values())
    square = Met(letters, tuple(map(tuple, counts)), now, legend, names)
    return Content.assemble((heading, "bold"), (f"  {tally}{later}", "$muted"), "\n"), square


def _pair(place: dict[str, int], one: str, other: str) -> tuple[int, int]:
    return min(place[one], place[other]), max(place[one], place[other])


def in_the_square(state: State, stage: Stage, present: Sequence[Participant]) -> list[Participant]:
    """Those who date now and those who sat in a round of this activity, by name."""
    ids = {who.id for who in present} | {who for turn in stage.started for who in _seated(turn)}
    return by_name(who for who in state.all(Participant) if who.id in ids)


def _seated(turn: Round) -> list[str]:
    return [who for table in turn.tables for who in table]
