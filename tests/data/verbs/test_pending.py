"""What is still open, strand by strand, and how it stands in words."""

from __future__ import annotations

from data.i18n import told
from data.model import (
    Action,
    ActivityKind,
    Change,
    Decision,
    DecisionStatus,
    Engagement,
    Fate,
    Parked,
    Phase,
    Promise,
    Question,
    QuestionKind,
    Record,
    Strand,
    Theme,
    say,
)
from data.verbs import carried, network, programme
from data.verbs.agenda import put_on_agenda, take_off_agenda
from data.verbs.decision import phases
from data.verbs.pending import Pending, carried_over, pending, planned_for, stands
from tests.data.verbs.room import Room, room


def three_sessions() -> tuple[Room, list[str]]:
    here = room()
    here.do(network.open_session, session=here.session)
    for _ in range(2):
        here.do(network.plan_session)
    return here, [session.id for session in network.sessions(here.state)]


def put(here: Room, *records: Record) -> None:
    here.state = here.state.after(Change(say("Start"), puts=records))


def found(here: Room, id_: str) -> Pending:
    return next(each for each in carried_over(here.state) if each.id == id_)


def in_words(here: Room, id_: str) -> str:
    return told(stands(here.state, found(here, id_)), "en")


def test_every_strand_is_listed_in_its_order_and_what_is_closed_is_not() -> None:
    here, (one, *_rest) = three_sessions()
    karel, els = here.who("Karel"), here.who("Els")
    put(
        here,
        Theme(id="theme", session=one, text="Feedback"),
        Decision(id="decision", session=one, question="Waar?"),
        Engagement(id="engagement", session=one, text="Case", who=(els,), named="Stad A"),
        Promise(id="promise", session=one, text="Cases"),
        Action(id="action", session=one, text="Zaal", who=(karel,), named="Zoë"),
        Parked(id="parked", session=one, text="Loon", participant=els),
        Question(id="expectation", session=one, text="Cases", kind=QuestionKind.EXPECTATION),
        Question(id="experience", session=one, text="Mijn team", kind=QuestionKind.EXPERIENCE),
        Question(id="question", session=one, text="Hoe?", participant=karel, also=(els,)),
        Question(id="answered", session=one, text="Wie?", fate=Fate.CLOSED, closed=one),
        Question(id="dropped", session=one, text="Wat?", fate=Fate.DROPPED, closed=one),
    )
    listed = pending(here.state)
    assert [each.id for each in listed] == [
        *("question", "expectation", "parked", "action", "promise", "engagement", "theme", "decision")
    ]
    assert [each.strand for each in listed] == list(Strand)
    assert [(each.who, each.named) for each in listed if each.who or each.named] == [
        ((karel, els), ""),
        ((els,), ""),
        ((karel,), "Zoë"),
        ((els,), "Stad A"),
    ]
    assert len(carried_over(here.state)) == len(listed) + 2


def test_how_each_stands_names_its_session() -> None:
    here, (one, two, _three) = three_sessions()
    put(
        here,
        Question(id="q", session=one, text="Hoe?"),
        Action(id="a", session=one, text="Zaal"),
        Action(id="old", session=one, text="Zaal", fate=Fate.CLOSED),
        Parked(id="p", session=one, text="Loon"),
    )
    said = [in_words(here, "q"), in_words(here, "p"), in_words(here, "old")]
    for verb, asked in (
        (carried.plan, {"session": two}),
        (carried.put_aside, {"session": two}),
        (carried.treat, {"session": two}),
        (carried.close, {"session": two}),
        (carried.reopen, {"session": two}),
        (carried.drop, {"session": two}),
    ):
        here.do(verb, item="q", **asked)
        said.append(in_words(here, "q"))
    here.do(carried.close, item="a", session=two)
    assert [*said, in_words(here, "a")] == [
        *("open", "parked in session 1", "done"),
        *("for session 2", "parked in session 2", "discussed in session 2, still open", "answered in session 2"),
        *("reopened in session 2", "dropped in session 2", "done in session 2"),
    ]


def test_a_decision_is_planned_with_all_its_phases_of_one_session_and_taken_off_with_them() -> None:
    here, (one, two, three) = three_sessions()
    put(here, Decision(id="d", session=one, question="Waar?"))
    here.do(phases.plan_phase, decision="d", phase=Phase.PROPOSE, session=two)
    here.do(put_on_agenda, item="d", session=one, phase=Phase.EXAMINE)
    here.do(phases.plan_phase, decision="d", phase=Phase.DECIDE, session=three)
    assert (found(here, "d").phases, found(here, "d").planned) == ((Phase.PROPOSE, Phase.EXAMINE), two)
    here.do(take_off_agenda, item="d")
    assert (found(here, "d").phases, found(here, "d").planned) == ((Phase.DECIDE,), three)


def test_a_decision_is_planned_by_its_phases() -> None:
    here, (one, two, three) = three_sessions()
    put(here, Decision(id="d", session=one, question="Waar?"))
    said = [in_words(here, "d")]
    here.do(phases.plan_phase, decision="d", phase=Phase.EXPLORE, session=one)
    here.do(phases.plan_phase, decision="d", phase=Phase.DECIDE, session=three)
    assert (found(here, "d").phases, found(here, "d").planned) == ((Phase.EXPLORE,), one)
    here.do(network.close_session, session=one)
    assert (found(here, "d").phases, found(here, "d").planned) == ((Phase.DECIDE,), three)
    assert [each.id for each in planned_for(here.state, three)] == ["d"] and planned_for(here.state, two) == []
    said.append(in_words(here, "d"))
    here.do(phases.plan_phase, decision="d", phase=Phase.DECIDE, session=None)
    said.append(in_words(here, "d"))
    here.do(programme.add_activity, session=two, kind=ActivityKind.DECISION, decision="d")
    item = programme.of_kind(here.state, two, ActivityKind.DECISION)[-1].id
    here.do(programme.begin_activity, activity=item)
    said.append(in_words(here, "d"))
    put(here, Decision(id="d", session=one, question="Waar?", status=DecisionStatus.PARKED))
    said.append(in_words(here, "d"))
    put(here, Decision(id="d", session=one, question="Waar?", supersedes="x"))
    said.append(in_words(here, "d"))
    put(here, Decision(id="d", session=one, question="Waar?", status=DecisionStatus.DECIDED, decided_in=two))
    said.append(in_words(here, "d"))
    assert said == [
        *("open", "for session 3", "open", "discussed, still open", "parked", "reopened"),
        "decided in session 2",
    ]
    assert pending(here.state) == []
