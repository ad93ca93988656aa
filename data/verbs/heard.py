"""What is said in an activity, line by line: kept, typed over, taken away.

What is said of something that is carried over, in a part that has its id, is what came of it: that closes it.
"""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.model import Activity, Carried, Change, Fate, Heard, Participant, Record, Stamp, State, say
from data.text import line
from data.verbs.carried import carried, close, is_carried
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
    """Keep a line of what is said in a part of an activity; by whom, and for which small group, when that is known.

    Said of something that is carried over, it closes that in this session, in the words of all its lines.
    """
    treated = state.get(Activity, activity)
    said = Heard(
        id=at.new(),
        session=treated.session,
        activity=treated.id,
        text=needed(text, say("Type what was said.")),
        part=part,
        participant=state.get(Participant, participant).id if participant else None,
        subgroup=subgroup,
    )
    change = Change(say("Line saved"), puts=(said,))
    if not is_carried(state, part):
        return change
    words = _words(state.after(change), said)
    return Change(change.label, (said, *close(state, at, item=part, session=said.session, words=words).puts))


def edit_heard(state: State, at: Stamp, *, said: str, text: str) -> Change:
    """Type a line over; what it closed is closed in the new words."""
    kept = needed(text, say("Type what was said; Delete on the list removes it."))
    change = Change(say("Line changed"), puts=(replace(state.get(Heard, said), text=kept),))
    return _of_carried(state, change, state.get(Heard, said))


def remove_heard(state: State, at: Stamp, *, said: str) -> Change:
    """Take a line away; what it closed, and no other line did, is open again."""
    gone = state.get(Heard, said)
    return _of_carried(state, Change(say("Line removed"), drops=(gone,)), gone)


def _of_carried(state: State, change: Change, said: Heard) -> Change:
    """The change, with what is carried over and was closed by such lines as they stand after it."""
    if not is_carried(state, said.part):
        return change
    about = carried(state, said.part)
    if about.fate is not Fate.CLOSED or about.closed != said.session:
        return change
    words = _words(state.after(change), said)
    puts: tuple[Record, ...] = (replace(about, words=words) if words else _open_again(about, said.session),)
    return Change(change.label, (*change.puts, *puts), change.drops)


def _words(state: State, said: Heard) -> str:
    return line("; ".join(one.text for one in heard(state, said.activity, said.part)))


def _open_again(about: Carried, session: str) -> Carried:
    treated = None if about.treated == session else about.treated
    return replace(about, fate=Fate.OPEN, closed=None, treated=treated, words="")
