"""What an evaluation shows that looks back on several sessions: promises, work forms, and the scores over time."""

from __future__ import annotations

from textual.content import Content

from data.i18n import _, number, told
from data.methods.evaluation import ENOUGH, SCORES, Results, trend
from data.model import ACTIVITIES, Activity, ActivityKind, EvaluationKind, Kept, Liked, Promise, Session, State
from data.verbs.looking_back import forms_used, likings, over_sessions
from data.words import KEPT, LIKED
from data.words import SCORES as WORDS
from widgets.ledger import Chapter, Entry
from widgets.scores import ScoreBar, Then, over_time

MARKS: dict[Kept | Liked, tuple[str, str]] = {
    Kept.KEPT: ("✓", "$success"),
    Kept.PARTLY: ("◐", "$foreground"),
    Kept.NOT_YET: ("○", "$attention"),
    Liked.LIKED: ("+", "$success"),
    Liked.MIXED: ("±", "$foreground"),
    Liked.LESS: ("−", "$attention"),
}
"""The mark of what the group says, with its style."""

FORM = "form:"
"""What the id of a work form begins with."""


def chapters(state: State, activity: Activity) -> list[Chapter]:
    """What the group looks back on: the promises at an interim evaluation, the work forms at the final one."""
    made = {EvaluationKind.INTERIM: _promises, EvaluationKind.FINAL: _forms}.get(activity.evaluates)
    return [made(state, activity)] if made else []


def _promises(state: State, activity: Activity) -> Chapter:
    entries = []
    for promise in state.all(Promise):
        said = promise.checks.get(activity.session)
        before = _said_before(state, promise, activity.session)
        mark, style = MARKS[said] if said else ("·", "$muted")
        now = told(KEPT[said]) if said else ""
        entries.append(Entry(promise.id, promise.text, "", mark, style, " · ".join(filter(None, (now, before)))))
    empty = _("Nothing was promised. What the invitation offers can be reviewed here.")
    return Chapter(_("Did the network keep its promises?"), tuple(entries), empty=empty)


def _said_before(state: State, promise: Promise, session: str) -> str:
    """What the group said of it the last time before this session."""
    here = state.get(Session, session).number
    sessions = {each.id: each.number for each in state.all(Session)}
    earlier = {sessions[key]: said for key, said in promise.checks.items() if sessions.get(key, here) < here}
    if not earlier:
        return ""
    last = max(earlier)
    return _("session {n}: {said}").format(n=last, said=told(KEPT[earlier[last]]))


def _forms(state: State, activity: Activity) -> Chapter:
    said = likings(state, activity.id)
    entries = []
    for kind, numbers in forms_used(state, activity.id).items():
        liking = said.get(kind)
        liked = liking.liked if liking else None
        mark, style = MARKS[liked] if liked else ("·", "$muted")
        where = _("session {n}") if len(numbers) == 1 else _("sessions {n}")
        words = (
            told(LIKED[liked]) if liked else "",
            liking.why if liking else "",
            where.format(n=", ".join(map(str, numbers))),
        )
        entries.append(
            Entry(form_id(kind), told(ACTIVITIES[kind].title), "", mark, style, " · ".join(filter(None, words)))
        )
    return Chapter(
        _("Which activities were liked, which less, and why?"),
        tuple(entries),
        empty=_("No activity has been held yet."),
    )


def form_id(kind: ActivityKind) -> str:
    """What a work form is called in a list."""
    return FORM + kind.value


def form_of(id_: str) -> ActivityKind | None:
    """The work form with this id; None when it is something else."""
    return ActivityKind(id_.removeprefix(FORM)) if id_.startswith(FORM) else None


# -- the scores over the sessions


def series(state: State, session: str, width: int, *, hidden: bool) -> Content:
    """The three scores over the sessions; while the room is watching (``hidden``) only what was opened for it."""
    found = over_sessions(state, session, shown=hidden)
    parts = [part for field in SCORES if (rows := _rows(found, field)) for part in _field(field, rows, width)]
    kept_back = hidden and len(found) < len(over_sessions(state, session))
    if kept_back:
        said = _("What was not opened to the group is hidden while the room is watching.")
        parts.append(Content.styled(said, "$muted") if parts else Content(said))
    if not parts:
        parts = [Content(_("Nothing to show yet: it takes {n} forms of one session.").format(n=ENOUGH))]
    return Content("\n").join(parts)


def _field(field: str, rows: list[Then], width: int) -> list[Content]:
    return [Content.styled(told(WORDS[field]), "bold"), over_time(rows, width), Content("")]


def _rows(found: list[tuple[Session, Results]], field: str) -> list[Then]:
    """The row of each session; none when nobody may see a score of this field."""
    if not any(results.of(field) for _session, results in found):
        return []
    rows = []
    before = None
    for session, results in found:
        label = _("session {n}").format(n=session.number)
        scored = results.of(field)
        if scored is None:
            few = _("fewer than {n} scores: too few to show").format(n=ENOUGH)
            rows.append(Then(label, said=few))
            continue
        bar = ScoreBar("", scored.count, scored.average, scored.distribution)
        moved = ""
        if before:
            change = trend(before, scored)
            chance = _("may be chance") if change.may_be_chance else _("more than chance")
            moved = f"{signed(change.change)}  {chance}"
        rows.append(Then(label, bar, f"{number(scored.lowest)}–{number(scored.highest)}", moved))
        before = scored
    return rows


def signed(change: float) -> str:
    """A difference with its sign."""
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return sign + number(abs(change))
