"""What came of the sessions in the network, a line a record, and what the tasks ask for: every other line is astray."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import TYPE_CHECKING, Any

from benchmarks.walk import tasks

if TYPE_CHECKING:
    from data.model import Record, State

Line = tuple[object, ...]


def astray(state: State, number: int) -> list[str]:
    """After so many sessions: with a plus what no task asks for, with a minus what one asks for and is not there."""
    found = Counter(map(_shown, _found(state)))
    meant = Counter(_shown(line) for session in range(1, number + 1) for line in _meant(session))
    return [f"+ {line}" for line in (found - meant).elements()] + [f"- {line}" for line in (meant - found).elements()]


def _shown(line: Line) -> str:
    return " · ".join(map(str, line))


def _found(state: State) -> Iterator[Line]:
    """A line for each record but those that were there before a key was pressed."""
    from data.model import RECORDS, Activity, Participant, Profile, Round, Session

    told = _told(state)
    for kind in RECORDS:
        if kind in {Profile, Participant, Activity, Session}:
            continue
        for record in state.all(kind):
            if not isinstance(record, Round) or record.held:
                yield kind.table, *(told[kind](record) if kind in told else (record.id,))
    for session in state.all(Session):
        if session.closed_at:
            yield "closed", session.number
        if session.place:
            yield "planned", session.date[5:], session.starts, session.ends, session.place
    for activity in state.all(Activity):
        if activity.speakers:
            yield "floor", *(state.get(Participant, who).name for who in activity.speakers)


def _told(state: State) -> dict[type[Record], Callable[[Any], Line]]:
    """What is told of a record of each kind: all that keys gave it."""
    from data import model
    from data.model import Cluster, Participant, Session

    def name(id_: str | None) -> str:
        who = state.find(Participant, id_)
        return who.name if who else ""

    def title(id_: str | None) -> str:
        cluster = state.find(Cluster, id_)
        return cluster.title if cluster else ""

    def counted(vote: model.Vote) -> Line:
        return vote.way, vote.answered, vote.abstained, *(vote.counts.get(one.proposal) for one in vote.options)

    return {
        model.Attendance: lambda here: (
            state.get(Session, here.session).number,
            name(here.participant),
            here.presence,
            here.reason,
        ),
        model.Round: lambda held: (held.number,),
        model.Question: lambda one: (one.kind, one.text, name(one.participant), *map(name, one.also)),
        model.Rule: lambda rule: (rule.kind, rule.text, rule.agreed),
        model.Action: lambda one: (one.text, *map(name, one.who), one.named, one.due),
        model.Note: lambda note: (note.text, title(note.cluster), note.weight, note.binned),
        model.Cluster: lambda cluster: (cluster.title, cluster.hands),
        model.Decision: lambda one: (one.question, one.origin, one.importance, one.outcome),
        model.Proposal: lambda one: (one.text, one.dropped),
        model.SwotPoint: lambda point: (point.kind, point.text),
        model.Vote: counted,
        model.Evaluation: _form,
    }


def _form(form: Any) -> Line:
    """The scores of a form, and what was written where."""
    scores = "".join(f"{score:g}" for score in (form.content, form.discussion, form.facilitation))
    left_out = {"id", "session", "activity", "content", "discussion", "facilitation"}
    written = ((field, getattr(form, field)) for field in form.__struct_fields__ if field not in left_out)
    return scores, *(f"{field} {text}" for field, text in written if text)


def _meant(number: int) -> Iterator[Line]:
    """What the tasks of a session ask for."""
    for who in tasks.PEOPLE:
        yield "attendance", number, who, "present" if who in tasks.there(number) else "excused", ""
    if number == 1:
        yield from _first()
    notes = [note.split(" #") for note in tasks.NOTES] if number == 1 else [[note, ""] for note in tasks.LATER_NOTES]
    yield from (("notes", text, title, 0, False) for text, title in [*notes, [tasks.LAST_NOTE, ""]])
    for form, scores in zip(range(len(tasks.there(number))), cycle(tasks.SCORES), strict=False):
        learned = tasks.learned(form)
        yield "evaluations", scores, *((f"learning {(learned,)}",) if learned else ())
    yield "closed", number


def _first() -> Iterator[Line]:
    from data.i18n import told
    from data.verbs.agreements import DEFAULT_RULES

    yield "floor", *tasks.PEOPLE
    for place, who in enumerate(tasks.PEOPLE):
        joins = tasks.joiner(place)
        yield "questions", "question", tasks.QUESTIONS[place % 5], who, *([joins] if joins else [])
    yield from (("rounds", number) for number in tasks.ROUNDS)
    rules = [*(told(rule, "nl") for rule in DEFAULT_RULES), tasks.RULE]
    yield from (("rules", "ground_rule", rule, True) for rule in rules)
    for what, who, when in (tasks.SEATS, tasks.FOLLOWS):
        yield "actions", what, who, "", when
    yield "planned", *tasks.PLANNED
    yield from (("clusters", *cluster) for cluster in tasks.HANDS.items())
    outcome = tasks.PROPOSALS[0] + tasks.ADDED
    yield "decisions", tasks.ASKED, tasks.ORIGIN, tasks.IMPORTANCE, outcome
    yield from (("proposals", text, False) for text in tasks.PROPOSALS)
    yield "swot", "strength", tasks.STRENGTH
    yield "ballots", tasks.WAY, len(tasks.PEOPLE), 0, *({"agree": count} for count in tasks.AGREED)
