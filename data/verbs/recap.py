"""The recap: the points of today spoken through, and out of them the agenda of the next session."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from msgspec.structs import replace

from data.methods.agenda import TEMPLATES, Item
from data.methods.recap import AgendaItem, Claim, Topic, agenda, ordered
from data.model import (
    ACTIVITIES,
    Activity,
    ActivityKind,
    Change,
    Cluster,
    Decision,
    DecisionStatus,
    Fate,
    RecapPoint,
    Record,
    Refused,
    Session,
    Stamp,
    State,
    Strand,
    ThemeSource,
    Verdict,
    say,
)
from data.text import fold
from data.verbs import carried
from data.verbs.agenda import add_theme, put_on_agenda, take_off_agenda, with_coming
from data.verbs.contribution import contributions
from data.verbs.decision.closing import park_decision, resume
from data.verbs.given import needed
from data.verbs.network import profile
from data.verbs.pending import Pending, carried_over, pending
from data.verbs.prepared import assignments
from data.verbs.programme import add_activity, programme, remove_activity, worked_on

FRAME = frozenset(
    {
        ActivityKind.CHECK_IN,
        ActivityKind.SPEED_DATES,
        ActivityKind.ROUND_TABLE,
        ActivityKind.AGREEMENTS,
        ActivityKind.BREAK,
        ActivityKind.RECAP,
        ActivityKind.EVALUATION,
        ActivityKind.CLOSE,
    }
)
"""What a session is made of besides its subject: none of it is a point of the recap."""


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """A point of the recap: only proposed while ``verdict`` is None. ``point`` is its record (an id), if any."""

    about: str
    text: str
    verdict: Verdict | None = None
    point: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others, before and after there is a record of it."""
        return self.about or self.point


def spoken_through(state: State, activity: str) -> list[TalkingPoint]:
    """The points of a recap: those that the group spoke of, and those of today that are still proposed."""
    recap = state.get(Activity, activity)
    points = state.where(RecapPoint, lambda point: point.session == recap.session)
    said = {fold(point.text): TalkingPoint(point.about, point.text, point.verdict, point.id) for point in points}
    proposed: dict[str, TalkingPoint] = {}
    for each in _proposed(state, recap.session):  # what is carried over comes before the item that treated it
        proposed.setdefault(fold(each.text), each)
    about = {point.about for point in points if point.about}
    left = [each for text, each in proposed.items() if text not in said and each.about not in about]
    return [*said.values(), *left]


def _proposed(state: State, session: str) -> Iterator[TalkingPoint]:
    """What this session treated: what it decided about, what stood on its agenda, and what it worked on."""
    begun = [item for item in programme(state, session) if worked_on(state, item)]
    treated = {id_ for item in begun for id_ in item.about}
    decisions = {item.decision for item in begun}
    for each in carried_over(state):
        record = each.record
        if isinstance(record, Decision):
            if record.id in decisions or record.decided_in == session:
                yield TalkingPoint(each.id, each.text)
        elif each.strand in TOPICS and (
            session in {record.planned, record.treated, record.closed} or each.id in treated
        ):
            yield TalkingPoint(each.id, each.text)
    for item in begun:
        if item.kind not in FRAME and not item.decision and (text := item.question or item.title):
            yield TalkingPoint(item.id, text)


OWN = 1000
"""From here on the ids of a change are those of its own verb: the verbs that it is made of count from 0."""

TOPICS = frozenset({Strand.QUESTIONS, Strand.EXPECTATIONS, Strand.PARKED, Strand.THEMES})
"""What a session can treat as such; agreements and promises are kept rather than treated."""


def conclude(
    state: State, at: Stamp, *, activity: str, verdict: Verdict, about: str = "", text: str = "", words: str = ""
) -> Change:
    """Note what the group says of a point: one that is carried over is closed, let go, or comes on the next agenda.

    ``about`` is what is spoken of; without it the point is the ``text`` that was typed. What goes on and was not
    carried over yet becomes a theme.

    Raises:
        Refused: nothing was typed, or a decision is called round that was not taken.
    """
    recap = state.get(Activity, activity)
    known = next((each for each in spoken_through(state, recap.id) if _is(each, about, text)), None)
    kept = known.text if known else needed(text, say("Type the point."))
    subject = known.about if known else ""
    point = RecapPoint(
        id=known.point if known and known.point else at.new(OWN),
        session=recap.session,
        activity=recap.id,
        text=kept,
        verdict=Verdict(verdict),
        about=subject,
    )
    puts = _lived(state, at, recap.session, point, words)
    return Change(_LABELS[point.verdict], puts=(point, *puts))


_LABELS = {
    Verdict.ROUND: say("This point is settled"),
    Verdict.LET_GO: say("This point is dropped"),
    Verdict.CONTINUE: say("On to the next session"),
}


def _is(each: TalkingPoint, about: str, text: str) -> bool:
    return each.key == about if about else fold(each.text) == fold(text)


def _lived(state: State, at: Stamp, session: str, point: RecapPoint, words: str) -> tuple[Record, ...]:
    """What becomes of what the point is about."""
    decision = state.find(Decision, point.about)
    if decision:
        return _decided(state, at, session, decision, point.verdict)
    if not carried.is_carried(state, point.about):
        if point.verdict is not Verdict.CONTINUE:
            return ()
        recap = ThemeSource.RECAP
        return add_theme(state, at, session=session, text=point.text, source=recap, planned=True).puts
    item, asked = point.about, {"session": session}
    state = _open_again(state, item, session)
    if point.verdict is Verdict.CONTINUE:
        treated = carried.treat(state, at, item=item, **asked)
        return _last((*treated.puts, *put_on_agenda(state.after(treated), at, item=item, session=session).puts))
    off = _off_later(state, at, item, session)
    verb = carried.close if point.verdict is Verdict.ROUND else carried.drop
    return _last((*off.puts, *verb(state.after(off), at, item=item, words=words, **asked).puts))


def _off_later(state: State, at: Stamp, item: str, session: str) -> Change:
    """Off the agenda of a later session; on that of this one it stood, and that stays so."""
    if carried.carried(state, item).planned in {None, session}:
        return Change(say("Start"))
    return take_off_agenda(state, at, item=item)


def _open_again(state: State, item: str, session: str) -> State:
    """The network in which another verdict of this session on it was not given yet."""
    record = carried.carried(state, item)
    if record.fate is Fate.OPEN or record.closed != session:
        return state
    return state.after(Change(say("Start"), puts=(replace(record, fate=Fate.OPEN, closed=None),)))


def _decided(state: State, at: Stamp, session: str, decision: Decision, verdict: Verdict) -> tuple[Record, ...]:
    if decision.status is DecisionStatus.DECIDED:
        return ()
    parked = decision.status is DecisionStatus.PARKED
    if verdict is Verdict.ROUND:
        raise Refused(say("This is not decided yet: decide it, drop it, or continue with it next time."))
    if verdict is Verdict.LET_GO:
        return () if parked else park_decision(state, at, decision=decision.id, session=session).puts
    resumed = resume(state, at, decision=decision.id) if parked else Change(say("Start"))
    return put_on_agenda(state.after(resumed), at, item=decision.id, session=session).puts


def _last(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Each record once, as it was put last."""
    return tuple({(each.table, each.id): each for each in records}.values())


def take_back(state: State, at: Stamp, *, point: str) -> Change:
    """Take back what was said of a point: it is proposed again, and open."""
    old = state.get(RecapPoint, point)
    puts: tuple[Record, ...] = ()
    if not state.find(Decision, old.about) and carried.is_carried(state, old.about):
        again = carried.carried(_open_again(state, old.about, old.session), old.about)
        before = state.after(Change(say("Start"), puts=(again,)))
        puts = (again, *_off_later(before, at, old.about, old.session).puts)
    return Change(say("Point undone"), puts=_last(puts), drops=(old,))


# -- the agenda of the next session


def topics(state: State, session: str) -> list[Topic]:
    """What the session to come after this one could treat, the strongest claim first."""
    return ordered([*_continued(state, session), *_carried(state, session), *_polled(state)])


def _continued(state: State, session: str) -> Iterator[Topic]:
    points = state.where(RecapPoint, lambda p: p.session == session and p.verdict is Verdict.CONTINUE)
    goes_on = {point.about or fold(point.text) for point in points}
    for each in pending(state):
        if each.id in goes_on or fold(each.text) in goes_on:
            yield _topic(each, Claim.CONTINUED)


def _carried(state: State, session: str) -> Iterator[Topic]:
    number = state.get(Session, session).number
    numbers = {each.id: each.number for each in state.all(Session)}
    for each in pending(state):
        later = numbers.get(each.planned or "", 0) > number
        if each.strand is Strand.DECISIONS:
            yield _topic(each, Claim.ANNOUNCED if later or each.status != "parked" else Claim.OPEN)
        elif each.strand in TOPICS:
            asked = each.strand is Strand.THEMES
            yield _topic(each, Claim.PLANNED if later else Claim.ASKED_FOR if asked else Claim.OPEN)


def _topic(each: Pending, claim: Claim) -> Topic:
    weight = len(each.who) or getattr(each.record, "weight", 0)
    return Topic(each.id, each.text, claim, weight, decision=each.strand is Strand.DECISIONS)


def _polled(state: State) -> Iterator[Topic]:
    """The clusters that at least somebody wants to go on with, and that were sent nowhere else."""
    for cluster in state.all(Cluster):
        if cluster.hands and not cluster.sent:
            yield Topic(cluster.id, cluster.title, Claim.POLLED, cluster.hands / (cluster.base or cluster.hands))


def propose_agenda(state: State, at: Stamp, *, session: str) -> Change:
    """Make the programme of the session to come out of what this one leaves, in the place of what was there.

    Raises:
        Refused: that session was begun.
    """
    state, coming, planned = with_coming(state, at, session)
    old = programme(state, coming.id)
    if any(item.started for item in old):
        raise Refused(say("That session has started: change its programme instead."))
    every = topics(state, session)
    wanted = [topic for topic in every if topic.claim < Claim.OPEN] or every
    puts: list[Record] = [*planned]
    made: list[Activity] = []
    ids = map(at.new, count(OWN))
    for place, slot in enumerate(agenda(wanted, _template(state, coming), _given(state, coming)), start=1):
        item = Activity(id=next(ids), session=coming.id, kind=slot.kind, position=place, minutes=slot.minutes)
        if slot.topic:
            change = _on_agenda(state, at, slot.topic, session)
            state, puts = state.after(change), [*puts, *change.puts]
            item = _treating(state, item, slot.topic)
        made.append(item)
    dropped = tuple(item for item in old if item.id not in {each.id for each in made})
    gone = {(each.table, each.id) for each in dropped}
    kept = tuple(each for each in _last((*puts, *made)) if (each.table, each.id) not in gone)
    return Change(say("Agenda of session {number} proposed", number=coming.number), puts=kept, drops=dropped)


def _given(state: State, coming: Session) -> list[AgendaItem]:
    """What that session has to make time for: a form that was asked beforehand, who comes to tell, contributions."""
    found = (
        (ActivityKind.PREPARATION, any(asked.questions for asked in assignments(state, coming.id))),
        (ActivityKind.EXTERNAL_INPUT, bool(coming.speakers)),
        (ActivityKind.CONTRIBUTION, bool(contributions(state, coming.id))),
    )
    return [AgendaItem(kind, ACTIVITIES[kind].minutes) for kind, there in found if there]


def _template(state: State, coming: Session) -> tuple[Item, ...]:
    """The frame of that session: the last of the series closes it."""
    key = "closing" if profile(state).meetings == coming.number else "working"
    return next(template.items for template in TEMPLATES if template.key == key)


def _on_agenda(state: State, at: Stamp, topic: Topic, session: str) -> Change:
    cluster = state.find(Cluster, topic.about)
    if cluster:
        poll, hands = ThemeSource.POLL, cluster.hands or 0
        return add_theme(state, at, session=session, text=cluster.title, source=poll, weight=hands, planned=True)
    return put_on_agenda(state, at, item=topic.about, session=session)


def _treating(state: State, item: Activity, topic: Topic) -> Activity:
    if topic.decision:
        return replace(item, decision=topic.about)
    theme = next((each.id for each in carried_over(state) if fold(each.text) == fold(topic.text)), topic.about)
    return replace(item, question=topic.text, about=(theme,))


def treat_topic(state: State, at: Stamp, *, session: str, about: str = "", text: str = "") -> Change:
    """Put a topic in the programme of the session to come: one that is open, or a theme that is typed."""
    state, coming, planned = with_coming(state, at, session)
    topic = next((each for each in topics(state, session) if each.about == about), None)
    if topic is None:
        topic = Topic("", needed(text, say("Type the theme.")), Claim.CONTINUED)
        change = add_theme(state, at, session=session, text=topic.text, source=ThemeSource.RECAP, planned=True)
    else:
        change = _on_agenda(state, at, topic, session)
    state = state.after(change)
    kind = ActivityKind.DECISION if topic.decision else ActivityKind.BRAINSTORM
    added = add_activity(state, at, session=coming.id, kind=kind)
    (item,) = (each for each in added.puts if isinstance(each, Activity))
    puts = _last((*planned, *change.puts, _treating(state, replace(item, id=at.new(OWN)), topic)))
    return Change(added.label, puts=puts)


def leave_out(state: State, at: Stamp, *, activity: str) -> Change:
    """Take an item out of the programme of a session to come, with what it treats off its agenda."""
    item = state.get(Activity, activity)
    change = remove_activity(state, at, activity=item.id)
    puts: tuple[Record, ...] = ()
    for id_ in (*item.about, *([item.decision] if item.decision else [])):
        after = state.after(Change(say("Start"), puts=puts))
        if state.find(Decision, id_) or (carried.is_carried(after, id_) and carried.carried(after, id_).waits):
            puts = (*puts, *take_off_agenda(after, at, item=id_).puts)
    return Change(change.label, puts=_last(puts), drops=change.drops)


def speak_of(state: State, at: Stamp, *, activity: str, agenda: bool) -> Change:
    """Speak the points of today through, or the agenda of the next session."""
    recap = state.get(Activity, activity)
    label = say("On to the agenda") if agenda else say("Back to the points")
    return Change(label, puts=(replace(recap, phase=AGENDA if agenda else ""),))


AGENDA = "agenda"
"""The phase of a recap in which the agenda of the next session is spoken through."""
