"""What evaluations hold for a summary, in no language: nothing of fewer than five forms, and in no order of people."""

from __future__ import annotations

from collections.abc import Sequence

from data.methods.evaluation import ENOUGH, LISTED, SCORES, Results, counted
from data.model import Activity, ActivityKind, Evaluation, Liked, Promise, Session, SpokenKind, State
from data.report.records import Evaluated
from data.verbs import evaluation, looking_back


def evaluated(state: State, item: Activity) -> Evaluated | None:
    """What one evaluation says; None while nobody filled in or said anything."""
    forms = evaluation.forms(state, item.id)
    enough = len(forms) >= ENOUGH
    comments = ((field, tuple(text for text, _ in _written(forms, f"{field}_comment"))) for field in SCORES)
    found = Evaluated(
        kind=item.evaluates,
        results=evaluation.results(state, item.id),
        comments=tuple(found for found in comments if found[1]) if enough else (),
        written={field: lines for field in LISTED if enough and (lines := _written(forms, field))},
        said={
            kind: tuple(each.text for each in said)
            for kind in SpokenKind
            if (said := evaluation.said_aloud(state, item.id, kind))
        },
        promises=tuple((p.text, p.checks[item.session]) for p in state.all(Promise) if item.session in p.checks),
        forms=_forms(state, item),
    )
    return found if forms or found.said or found.promises or found.forms else None


def over(state: State, meeting: Session) -> tuple[tuple[int, Results], ...]:
    """What the forms of every session up to this one say together, by number; none when this one has no forms."""
    found = looking_back.over_sessions(state, meeting.id)
    return tuple((s.number, results) for s, results in found) if any(s == meeting for s, _ in found) else ()


def _forms(state: State, item: Activity) -> tuple[tuple[ActivityKind, Liked | None, str], ...]:
    said = looking_back.likings(state, item.id)
    return tuple((kind, said[kind].liked, said[kind].why) for kind in ActivityKind if kind in said)


def _written(forms: Sequence[Evaluation], field: str) -> tuple[tuple[str, int], ...]:
    """The lines of one field of all forms, counted; a comment is one line or none."""
    found = (getattr(form, field) for form in forms)
    return tuple(counted(text for kept in found for text in ((kept,) if isinstance(kept, str) else kept) if text))
