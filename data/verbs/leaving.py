"""Who leaves the network, who comes instead, and what is open of them."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from data.model import Action, Change, Engagement, Participant, Question, Record, Refused, Stamp, State, say
from data.verbs.given import moment
from data.verbs.when import read_day


def open_of(state: State, participant: str) -> list[Question | Action | Engagement]:
    """The questions of somebody that are not answered, and what they would still do."""
    asked = state.where(Question, lambda q: q.waits and participant in {q.participant, *q.also})
    to_do = state.where(Action, lambda action: action.waits and participant in action.who)
    engaged = state.where(Engagement, lambda engagement: engagement.waits and participant in engagement.who)
    return [*asked, *to_do, *engaged]


def leave_network(
    state: State, at: Stamp, *, participant: str, left: str = "", replaced_by: str | None = None
) -> Change:
    """Note that somebody leaves the network, on a day as it is typed (today when empty).

    What they said and did stays theirs. What is open of them goes on with who comes instead; without anybody it stays
    open under their name.
    """
    who = state.get(Participant, participant)
    other = state.get(Participant, replaced_by) if replaced_by else None
    if other and (other.id == who.id or other.left):
        raise Refused(say("Choose somebody in the network to replace {name}.", name=who.name))
    today = moment(at).date()
    day = read_day(left, today) or today.isoformat()
    gone = replace(who, left=day, replaced_by=other.id if other else None)
    label = (
        say("{name} is replaced by {other}", name=who.name, other=other.name)
        if other
        else say("{name} leaves the network", name=who.name)
    )
    return Change(label, puts=(gone, *(_handed_on(state, who.id, other.id) if other else ())))


def _handed_on(state: State, who: str, other: str) -> Iterator[Record]:
    """What is open, with the other one in it: who asked stays who asked, who would do it is another."""
    for each in open_of(state, who):
        if isinstance(each, Question):
            yield replace(each, also=tuple(dict.fromkeys((*each.also, other))))
        else:
            yield replace(each, who=_in_place(each.who, who, other))


def _in_place(ids: tuple[str, ...], who: str, other: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(other if id_ == who else id_ for id_ in ids))


def come_back(state: State, at: Stamp, *, participant: str) -> Change:
    """Take somebody who left into the network again."""
    who = state.get(Participant, participant)
    return Change(say("{name} is back in the network", name=who.name), puts=(replace(who, left="", replaced_by=None),))
