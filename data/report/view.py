"""The summary of a session as records in no language: what every format renders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from data.methods.speaking import contributions
from data.model import (
    Action,
    Activity,
    ActivityKind,
    Attendance,
    Fate,
    Note,
    Parked,
    Participant,
    Presence,
    Question,
    RecapPoint,
    Rule,
    Session,
    SessionStatus,
    State,
    Status,
    Turn,
)
from data.report.announced import Item
from data.report.coming import after
from data.report.decisions import decisions
from data.report.evaluated import evaluated, over
from data.report.heard import (
    consulted_in,
    contributed_in,
    discussed_in,
    exchanged_in,
    invited_in,
    of_case,
    terms_of,
)
from data.report.names import Names
from data.report.records import (
    Agreement,
    Asked,
    Attended,
    Column,
    Dates,
    NoteLine,
    ParkedLine,
    Person,
    RecapLine,
    ResourceLine,
    RuleLine,
    Storm,
    SummaryView,
)
from data.report.versions import version_of
from data.report.wanted import Naming, Version
from data.verbs import check_in, network, prepared, programme, speed_dates
from data.verbs.brainstorm import noting
from data.verbs.carried import status

__all__ = ["SummaryView", "summary"]


def summary(
    state: State, session: str, naming: Naming = Naming.FULL, version: Version = Version.PARTICIPANTS
) -> SummaryView:
    """What there is to say of a session (by id), whether it is over or not, with people named so, for whom it is.

    Raises:
        Refused: there is no such session, or no network.
    """
    meeting = state.get(Session, session)
    profile = network.profile(state)
    names = Names.of(state, naming)
    items = programme.programme(state, meeting.id)
    actions = [_agreement(state, action, names) for action in state.all(Action)]
    view = SummaryView(
        language=profile.language,
        network=profile.name,
        theme=profile.theme,
        shared_goal=profile.shared_goal,
        number=meeting.number,
        title=meeting.title,
        date=meeting.date,
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place,
        themes=meeting.themes,
        speakers=meeting.speakers,
        agreements=tuple(action for action in actions if action.session == meeting.number),
        to_do=tuple(each for each in actions if each.session < meeting.number and not (each.done or each.dropped)),
        done=_done(state, meeting, names),
        attendance=_attended(state, meeting.id, names),
        programme=tuple(map(_item, items)),
        asked=_asked(state, meeting, names),
        rules=_rules(state, meeting, names),
        dates=tuple(found for item in _of(items, ActivityKind.SPEED_DATES) if (found := _dates(state, item, names))),
        storms=tuple(
            storm for item in _of(items, ActivityKind.BRAINSTORM) if (storm := _storm(state, item, names)).columns
        ),
        exchanges=tuple(
            told for item in _of(items, ActivityKind.EXCHANGE) if (told := exchanged_in(state, item, names))
        ),
        consultations=tuple(
            case for item in _of(items, ActivityKind.PEER_CONSULTATION) if (case := consulted_in(state, item, names))
        ),
        inputs=tuple(come for item in _of(items, ActivityKind.EXTERNAL_INPUT) if (come := invited_in(state, item))),
        contributions=tuple(
            given for item in _of(items, ActivityKind.CONTRIBUTION) if (given := contributed_in(state, item, names))
        ),
        preparations=tuple(
            gone for item in _of(items, ActivityKind.PREPARATION) if (gone := discussed_in(state, item))
        ),
        terms=terms_of(state, meeting.id, names),
        decisions=decisions(state, meeting, names),
        parked=_parked(state, meeting, names),
        turns=_turns(state, meeting, names),
        resources=tuple(
            ResourceLine(each.kind, each.text, each.where if each.where != each.text else "")
            for each in prepared.resources(state, meeting.id)
        ),
        evaluations=tuple(form for item in _of(items, ActivityKind.EVALUATION) if (form := evaluated(state, item))),
        over=over(state, meeting),
        next=after(state, meeting, names),
        recap=tuple(
            RecapLine(point.text, point.verdict)
            for point in state.where(RecapPoint, lambda point: point.session == meeting.id)
        ),
        lead=tuple(filter(None, meeting.lead.split("\n"))),
        now=next(map(_item, _now(meeting, items)), None),
        still=tuple(map(_item, _still(state, meeting, items))),
    )
    return version_of(view, version)


def _of(items: Sequence[Activity], kind: ActivityKind) -> list[Activity]:
    return [item for item in items if item.kind is kind]


NOTHING_OF = frozenset({ActivityKind.BREAK, ActivityKind.CLOSE})
"""Of these nothing stands in a summary, so that nothing of it is missed before they are over."""


def _now(meeting: Session, items: Sequence[Activity]) -> list[Activity]:
    """What goes on in a session that is open, if anything of it stands in a summary."""
    of_it = meeting.now if meeting.status is SessionStatus.OPEN else ""
    return [item for item in items if item.id == of_it and item.kind not in NOTHING_OF]


def _still(state: State, meeting: Session, items: Sequence[Activity]) -> list[Activity]:
    """What comes in a session that is open behind all that began, unless it was worked on already."""
    if meeting.status is not SessionStatus.OPEN:
        return []
    begun = [place for place, item in enumerate(items) if item.started]
    ahead = items[begun[-1] + 1 :] if begun else items
    return [
        item
        for item in ahead
        if item.id != meeting.now and item.kind not in NOTHING_OF and not programme.worked_on(state, item)
    ]


def _item(item: Activity) -> Item:
    began, ended = _hour(item.started), _hour(item.ended)
    return Item(item.kind, item.title, item.minutes, began, ended, _took(item), item.evaluates)


def _took(item: Activity) -> int | None:
    """How many minutes it was held; None while it was not, or where that cannot be told."""
    try:
        held = datetime.fromisoformat(item.ended) - datetime.fromisoformat(item.started)
    except (ValueError, TypeError):  # not held, or of a file that somebody edited
        return None
    return round(held.total_seconds() / 60)


def _hour(iso: str) -> str:
    return iso[11:16]


def _agreement(state: State, action: Action, names: Names) -> Agreement:
    who = (*names.all(action.who), *([action.named] if action.named else []))
    return Agreement(
        action.text,
        who,
        action.due,
        action.done,
        names.number(action.session),
        action.words,
        of_case(state, action),
        dropped=action.fate is Fate.DROPPED,
    )


def _done(state: State, meeting: Session, names: Names) -> tuple[Agreement, ...]:
    """What earlier sessions agreed and this one ended; next steps of cases stand with the cases where there are any."""
    with_cases = programme.of_kind(state, meeting.id, ActivityKind.PEER_CONSULTATION)
    ended = state.where(Action, lambda each: each.closed == meeting.id != each.session and not each.waits)
    return tuple(_agreement(state, action, names) for action in ended if not (with_cases and of_case(state, action)))


def _attended(state: State, session: str, names: Names) -> Attended:
    known = check_in.attendance(state, session)

    def people(*where: Presence | None) -> tuple[Person, ...]:
        return tuple(
            _person(who, names.who(who.id), known.get(who.id))
            for who in network.members(state, session)
            if (known[who.id].presence if who.id in known else None) in where
        )

    return Attended(
        present=people(Presence.PRESENT, Presence.LEFT),
        excused=people(Presence.EXCUSED),
        away=people(Presence.NOT_EXCUSED),
        unknown=people(None),
    )


def _person(who: Participant, name: str, known: Attendance | None) -> Person:
    left = known is not None and known.presence is Presence.LEFT
    return Person(
        name,
        who.organisation,
        _hour(known.since) if known else "",
        _hour(known.until) if known and left else "",
        who.function,
        who.email,
        known.reason if known else "",
    )


def _asked(state: State, meeting: Session, names: Names) -> tuple[Asked, ...]:
    """What was said in this session, and what it did with those of earlier ones."""
    found = state.where(Question, lambda q: meeting.id in {q.session, q.treated, q.closed, q.parked, q.reopened})
    return tuple(
        Asked(
            kind=question.kind,
            text=question.text,
            who=names.who(question.participant),
            also=names.all(question.also),
            session=names.number(question.session),
            treated=names.session(question.treated),
            answered=names.session(question.answered),
            dropped=names.session(question.closed) if question.fate is Fate.DROPPED else None,
            planned=names.session(question.planned) if status(state, question) is Status.PLANNED else None,
            parked=names.session(question.parked) if question.waits else None,
            reopened=names.session(question.reopened) if question.waits else None,
            words="" if question.waits else question.words,
        )
        for question in found
    )


def _rules(state: State, meeting: Session, names: Names) -> tuple[RuleLine, ...]:
    """The rules that hold by now; those only proposed while they are of this session."""
    return tuple(
        RuleLine(rule.kind, rule.text, rule.agreed)
        for rule in state.all(Rule)
        if (rule.agreed and names.number(rule.session) <= meeting.number) or rule.session == meeting.id
    )


def _dates(state: State, item: Activity, names: Names) -> Dates | None:
    held = speed_dates.held(state, item.id)
    met = speed_dates.met(state, item.id)
    seated = {who for turn in held for table in (*turn.tables, turn.sits_out) for who in table}
    ids = [who.id for who in network.people(state) if who.id in seated]
    if not held:
        return None
    return Dates(
        rounds=len(held),
        minutes=speed_dates.settings(item).minutes,
        people=names.all(tuple(ids)),
        met=tuple(tuple(met[min(one, other), max(one, other)] for other in ids) for one in ids),
        sat_out=tuple(sum(who in turn.sits_out for turn in held) for who in ids),
    )


def _storm(state: State, item: Activity, names: Names) -> Storm:
    columns = []
    for cluster in noting.clusters(state, item.id):
        notes = _notes(state, item, cluster.id, names)
        columns.append(Column(cluster.title, notes, len(notes), cluster.hands, cluster.base))
    if loose := _notes(state, item, None, names):
        columns.append(Column("", loose, len(loose)))
    return Storm(item.title, item.question, tuple(columns))


def _notes(state: State, item: Activity, cluster: str | None, names: Names) -> tuple[NoteLine, ...]:
    def line(note: Note) -> NoteLine:
        return NoteLine(
            text=note.text,
            weight=note.weight,
            who=names.who(note.participant) if item.attribution == "optional" else "",
            subgroup=note.subgroup if item.attribution == "subgroup" else None,
            feasibility=note.feasibility,
            value=note.value,
        )

    return tuple(line(note) for note in noting.notes_in(state, item.id, cluster))


def _parked(state: State, meeting: Session, names: Names) -> tuple[ParkedLine, ...]:
    """What was parked or taken up in this session, and what still waits from before."""
    return tuple(
        ParkedLine(
            point.text,
            names.number(point.session),
            names.session(point.treated),
            names.who(point.participant),
            point.why,
            "" if point.waits else point.words,
        )
        for point in state.all(Parked)
        if meeting.id in {point.session, point.treated}
        or (not point.treated and names.number(point.session) < meeting.number)
    )


def _turns(state: State, meeting: Session, names: Names) -> tuple[tuple[str, int], ...]:
    """How often each was heard, also who was there and never was; nothing while no turn was noted."""
    counts = contributions(turn.participant for turn in state.where(Turn, lambda turn: turn.session == meeting.id))
    for who in check_in.attended(state, meeting.id) if counts else ():
        counts[who.id] += 0
    return tuple((names.who(id_), counts[id_]) for id_ in names.in_order(counts))
