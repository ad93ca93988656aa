"""What is said in an activity, line by line: kept, typed over, taken away."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.model import Activity, Change, Heard, Participant, Stamp, State, say
from data.verbs.given import needed


def heard(state: State, activity: str, part: str | None = None) -> list[Heard]:
    """What was said in an activity, all or in one part of it, in the order it was said."""
    return state.where(Heard, lambda said: said.activity == activity and part in {None, said.part})


def hear(
    state: State,
    at: Stamp,
    *,
    activity: str,
    text: str,
    part: str,
    participant: str | None = None,
    subgroup: int | None = None,
) -> Change:
    """Keep a line of what is said in a part of an activity; by whom, and for which small group, when that is known."""
    treated = state.get(Activity, activity)
    said = Heard(
        id=at.new(),
        session=treated.session,
        activity=treated.id,
        text=needed(text, say("Type what is said.")),
        part=part,
        participant=state.get(Participant, participant).id if participant else None,
        subgroup=subgroup,
    )
    return Change(say("Line kept"), puts=(said,))


def edit_heard(state: State, at: Stamp, *, said: str, text: str) -> Change:
    """Type a line over."""
    kept = needed(text, say("Type what was said; to take it away there is a key of its own."))
    return Change(say("Line changed"), puts=(replace(state.get(Heard, said), text=kept),))


def remove_heard(state: State, at: Stamp, *, said: str) -> Change:
    """Take a line away."""
    return Change(say("Line taken away"), drops=(state.get(Heard, said),))
