"""What an evaluation shows: the result for the group, and what was said aloud."""

from __future__ import annotations

from textual.content import Content

from data.i18n import _, told
from data.methods.evaluation import ALOUD, ENOUGH, Results, Trend, counted, trend
from data.model import Activity, EvaluationKind, Spoken, SpokenKind, State
from data.text import times, unbroken
from data.verbs.evaluation import forms, said_aloud, session_before
from data.verbs.network import called
from data.words import ASKED_ALOUD, SCORES
from screens.evaluation.looking_back import signed
from screens.shell.standing import title
from widgets.evaluation_answers import LISTS
from widgets.ledger import Chapter, Entry
from widgets.paging import Row, paged, whole
from widgets.scores import ScoreBar, drawn
from widgets.wrapping import hanging, side_by_side, wrapped

TWO_COLUMNS, BETWEEN = 108, 5
"""From so many cells on, what was written stands beside the scores; and the cells of the rule between them."""

SCORED = 62
"""The scores beside it have so many cells at least, so that their bars tell them apart."""

AIRY = 38
"""Rows of a page on which the scores are drawn highest."""


def question(kind: SpokenKind) -> str:
    """One of the questions that are answered aloud."""
    return told(ASKED_ALOUD[kind])


def questions(state: State, activity: str) -> tuple[SpokenKind, ...]:
    """The questions that this evaluation asks aloud."""
    found = state.find(Activity, activity)
    return ALOUD[found.evaluates if found else EvaluationKind.SESSION]


def spread(found: Results, width: int, high: int = 1) -> Content:
    """The averages with how the scores are spread, each so many rows ``high``."""
    bars = [ScoreBar(told(SCORES[s.field]), s.count, s.average, s.distribution) for s in found.scored]
    if not bars:
        return Content.styled(_("Fewer than {n} people gave a score.").format(n=ENOUGH), "$muted")
    return drawn(bars, width, high)


def together(state: State, activity: str, found: Results, width: int, height: int = 0) -> Content:
    """The averages, then what was written, each line once with how often; never in the order of the forms.

    It stands on pages of this ``height``, one below the other, none of which ends in the middle of something.

    Beside one another the scores are drawn higher, and headings and then all that was written have air, where all of
    it is in sight with that.
    """
    each = max(SCORED, (width - BETWEEN) // 2) if width >= TWO_COLUMNS else width
    beside = width - BETWEEN - each if each < width else width
    shown = spread(found, each, 1 + (each < width) + (each < width and height >= AIRY))
    scores = [*whole(shown.split(allow_blank=True)), *whole(trends(state, activity, found, each))]
    every = forms(state, activity)

    def written(air: int) -> tuple[list[Row], list[Row]]:
        lists: list[Row] = []
        for field, (label, _placeholder) in LISTS.items():
            lists += _said(_(label), [text for form in every for text in getattr(form, field)], beside, air)
        comments: list[Row] = []
        for field, scored in SCORES.items():
            told_of = [text for form in every if (text := getattr(form, f"{field}_comment"))]
            comments += _said(_("{field}: comments").format(field=told(scored)), told_of, each, air)
        return lists, comments

    if each < width and written(0)[0]:
        pairs = [([*scores, *comments], lists[_air(air) :]) for air in (2, 1, 0) for lists, comments in [written(air)]]
        left, right = next((pair for pair in pairs if max(map(len, pair)) <= height), pairs[-1])
        return Content("\n").join(side_by_side(paged(left, height), paged(right, height), each))
    lists, comments = written(0)
    return Content("\n").join(paged([*scores, *lists, *comments], height))


def _air(air: int) -> int:
    """The blank lines above a heading: one more where all that was written below it has air."""
    return max(1, air)


def trends(state: State, activity: str, found: Results, width: int) -> list[Content]:
    """How each average moved since the last session before that has one, and whether that may be chance.

    Where all of it may be, one sentence says so; else a row for each.
    """
    before = session_before(state, activity)
    if before is None:
        return []
    session, earlier = before
    moved = [(told(SCORES[now.field]), trend(then, now)) for now in found.scored if (then := earlier.of(now.field))]
    if not moved:
        return []
    since = _("Since session {n}").format(n=session.number)
    if all(each.may_be_chance for _field, each in moved):
        changes = " · ".join(f"{field.lower()} {signed(each.change)}" for field, each in moved)
        chance = unbroken(_("may be chance"))
        behind = f"{changes}, {chance}"
        said = Content.assemble((since, "bold"), (f"  {behind}", "$muted"))
        if said.cell_length > width:
            return [Content(""), Content.styled(since, "bold"), *wrapped(Content.styled(behind, "$muted"), width)]
        return [Content(""), said]
    names = max(len(field) for field, _each in moved) + 2
    rows = [Content.assemble(field.ljust(names), _moved(each)) for field, each in moved]
    return [Content(""), Content.styled(since, "bold"), *rows]


def _moved(found: Trend) -> Content:
    moved = signed(found.change)
    if found.may_be_chance:
        return Content.styled(f"{moved}  " + _("may be chance"), "$muted")
    return Content.assemble((moved, "bold"), ("  " + _("more than chance"), "$muted"))


def _said(heading: str, texts: list[str], width: int, air: int) -> list[Row]:
    """A heading that goes on in the first of the texts below it, with air below it, or between those too."""
    if not texts:
        return []
    said = [
        hanging(
            Content.styled("  · ", "$muted"),
            Content.assemble(text, (f" {times(count)}".rstrip(), "$muted")),
            width,
        )
        for text, count in counted(texts)
    ]
    first = [Content.styled(heading, "bold"), *([Content("")] if air else []), *said[0]]
    between = [Row(Content(""))] if air > 1 else []
    rows = (row for each in said[1:] for row in (*between, *whole(each)))
    return [*[Row(Content(""))] * _air(air), *whole(first), *rows]


def aloud(state: State, activity: str, now: SpokenKind) -> list[Chapter]:
    """The questions with what was said; the one that is typed to now has a mark."""
    return [
        Chapter(
            ("▸ " if kind is now else "  ") + question(kind),
            tuple(_entry(state, said) for said in said_aloud(state, activity, kind)),
            empty=_("Nothing yet: type the first line, then Enter.") if kind is now else _("Nothing yet."),
        )
        for kind in questions(state, activity)
    ]


def _entry(state: State, said: Spoken) -> Entry:
    aside = called(state).get(said.participant or "", "")
    return Entry(said.id, said.text, mark="·", style="$muted", aside=aside)


def dots(kept: int, place: int, expected: int) -> list[tuple[str, str]]:
    """How far one is: a dot for each form that was kept, that is filled in now and that is still to come.

    None where they would be too many to be seen at a glance.
    """
    if expected > MOST_DOTS:
        return []
    now = bool(place)
    drawn = [("●" * kept, "$success"), ("◉" if now else "", "bold $accent")]
    return [*drawn, ("○" * max(0, expected - kept - now), "$muted"), ("   ", "")]


MOST_DOTS = 20
"""More forms than these are told as a number alone."""


def named(activity: Activity, now: str | None) -> tuple[str, str]:
    """What it is called, with its style: the accent is for what is going on now."""
    return (f"▸ {title(activity)}", "bold $accent") if activity.id == now else (title(activity), "bold")
