"""The demo network: the handbook's own cases, in two languages."""

from collections import Counter
from datetime import date, time

import pytest

from data.demo import demo_records
from data.methods.evaluation import ENOUGH
from data.model import (
    RECORDS,
    Activity,
    ActivityKind,
    DecisionStatus,
    Evaluation,
    EvaluationKind,
    Heard,
    Kept,
    Note,
    Participant,
    Phase,
    Presence,
    Profile,
    Promise,
    Proposal,
    Question,
    QuestionKind,
    RecapPoint,
    Rule,
    RuleKind,
    SessionStatus,
    State,
    Status,
    Strand,
    SwotPoint,
    Theme,
    Verdict,
)
from data.names import matching
from data.text import clean, line
from data.verbs import check_in, looking_back, network, programme, round_table, speed_dates
from data.verbs.brainstorm import noting
from data.verbs.decision.phases import proposals, under_way
from data.verbs.pending import carried_over

TODAY = date(2027, 3, 18)


@pytest.fixture(params=["nl", "en"])
def demo(request: pytest.FixtureRequest) -> State:
    return State.holding(demo_records(request.param, TODAY))


def test_the_same_day_gives_the_same_demo_and_every_id_is_its_own() -> None:
    records = demo_records("nl", TODAY)
    assert records == demo_records("nl", TODAY)
    assert len({record.id for record in records}) == len(records)
    order = [type(record) for record in records]
    assert order == sorted(order, key=RECORDS.index)


def test_both_languages_tell_the_same() -> None:
    dutch, english = (demo_records(language, TODAY) for language in ("nl", "en"))
    assert Counter(type(record) for record in dutch) == Counter(type(record) for record in english)
    # What a session announces is a theme with the id that its words give it.
    ids = [{record.id for record in told if not isinstance(record, Theme)} for told in (dutch, english)]
    assert ids[0] == ids[1]
    said = [{record.text for record in told if isinstance(record, Note)} for told in (dutch, english)]
    assert not said[0] & said[1]


def test_fifteen_people_of_several_organisations(demo: State) -> None:
    people = demo.all(Participant)
    assert len(people) == 15
    assert len({who.organisation for who in people}) == 6
    assert all(who.function for who in people)
    for who in people:
        words = who.name.split()
        assert matching(people, words[0][0] + words[-1][0])[0] == who, "two letters name everybody"


def test_the_kick_off_is_finished(demo: State) -> None:
    first = network.sessions(demo)[0]
    assert first.status is SessionStatus.CLOSED
    assert all(item.started and item.ended for item in programme.programme(demo, first.id))
    where = Counter(a.presence for a in check_in.attendance(demo, first.id).values())
    assert where == {Presence.PRESENT: 13, Presence.EXCUSED: 1, Presence.NOT_EXCUSED: 1}
    assert sum(bool(a.since) for a in check_in.attendance(demo, first.id).values()) == 1
    dating = programme.of_kind(demo, first.id, ActivityKind.SPEED_DATES)[0].id
    assert len(speed_dates.held(demo, dating)) == len(speed_dates.rounds(demo, dating)) == 9
    assert max(speed_dates.met(demo, dating).values()) == 1
    said = round_table.said_in(demo, first.id)
    asked = Counter(question.kind for question in said)
    assert asked == {QuestionKind.QUESTION: 12, QuestionKind.EXPECTATION: 3, QuestionKind.EXPERIENCE: 2}
    assert {question.participant for question in said} == {who.id for who in check_in.attended(demo, first.id)}


def test_fifteen_notes_stand_in_clusters_and_two_ground_rules_are_agreed(demo: State) -> None:
    first = network.sessions(demo)[0].id
    storm = noting.brainstorm_of(demo, first)
    assert storm is not None
    clusters = noting.clusters(demo, storm.id)
    assert [len(noting.notes_in(demo, storm.id, cluster.id)) for cluster in clusters] == [5, 4, 3, 3]
    assert noting.notes_in(demo, storm.id, None) == []
    assert sum(rule.kind is RuleKind.GROUND_RULE and rule.agreed for rule in demo.all(Rule)) == 2


def test_the_forms_are_anonymous_and_enough_to_be_shown(demo: State) -> None:
    forms = demo.all(Evaluation)
    assert len(forms) >= ENOUGH
    assert not any(form.participant for form in forms)


def test_the_second_session_was_held_with_cases_and_looked_back_on(demo: State) -> None:
    second = network.sessions(demo)[1]
    assert second.status is SessionStatus.CLOSED
    items = programme.programme(demo, second.id)
    assert all(item.started and item.ended for item in items)
    kinds = {item.kind for item in items}
    assert {ActivityKind.EXCHANGE, ActivityKind.PEER_CONSULTATION} < kinds
    assert {promise.checks.get(second.id) for promise in demo.all(Promise)} == {None, *Kept}
    assert {point.verdict for point in demo.all(RecapPoint)} == set(Verdict)
    (looked_back,) = programme.of_kind(demo, second.id, ActivityKind.EVALUATION)
    assert looked_back.evaluates is EvaluationKind.INTERIM
    assert [session.number for session, _ in looking_back.over_sessions(demo, second.id)] == [1, 2]


def test_everything_that_is_carried_over_stands_in_every_way_somewhere(demo: State) -> None:
    every = carried_over(demo)
    assert {each.strand for each in every} == set(Strand)
    assert {each.status for each in every if each.strand is Strand.QUESTIONS} == set(Status) - {Status.DROPPED}
    assert any(each.status is Status.DROPPED for each in every)
    assert {each.status for each in every if each.strand is Strand.DECISIONS} == {Status.CLOSED, Status.PLANNED}
    assert {each.status for each in every if each.strand is Strand.ACTIONS} == {Status.CLOSED, Status.OPEN}


def test_the_agenda_of_the_second_session_is_the_programme_of_the_third_and_a_fourth_is_to_come(demo: State) -> None:
    third, fourth = network.sessions(demo)[2:]
    (storm,) = programme.of_kind(demo, third.id, ActivityKind.BRAINSTORM)
    assert [demo.get(Theme, each).text for each in storm.about] == [third.themes[0]]
    assert fourth.status is SessionStatus.PLANNED
    assert all((fourth.date, fourth.starts, fourth.place, fourth.themes, programme.programme(demo, fourth.id)))


def test_the_third_session_is_open_with_work_half_way(demo: State) -> None:
    third = network.sessions(demo)[2]
    assert network.current_session(demo) == network.latest_session(demo) == third
    assert (third.status, third.date) == (SessionStatus.OPEN, TODAY.isoformat())
    items = programme.programme(demo, third.id)
    assert [item.id for item in items if item.started] == [third.now]
    assert 0 < len(check_in.present(demo, third.id)) < 15
    assert check_in.unknown(demo, third.id)
    (decision,) = under_way(demo)
    assert (decision.status, decision.phase) == (DecisionStatus.OPEN, Phase.EXAMINE)
    assert decision.question and decision.origin and decision.importance
    assert {item.decision for item in items if item.kind is ActivityKind.DECISION} == {decision.id}
    assert len(proposals(demo, decision.id)) >= 3
    assert any(len(proposal.versions) > 1 for proposal in demo.all(Proposal))
    assert demo.all(SwotPoint)


def test_the_demo_is_as_clean_as_what_is_typed(demo: State) -> None:
    texts = [note.text for note in demo.all(Note)]
    texts += [question.text for question in demo.all(Question)]
    texts += [rule.text for rule in demo.all(Rule)] + [said.text for said in demo.all(Heard)]
    assert texts == [line(clean(text)) for text in texts]
    assert all(texts)


@pytest.mark.parametrize("now", [time(0, 0), time(9, 58), time(23, 59)])
def test_the_third_session_has_just_begun_at_any_hour(now: time) -> None:
    demo = State.holding(demo_records("nl", TODAY, now))
    third = network.sessions(demo)[2]
    assert third.starts <= f"{now:%H:%M}"
    running = demo.get(Activity, third.now)
    assert running.kind is ActivityKind.CHECK_IN
    assert demo.all(Profile)[0].language == "nl"


def test_what_is_open_is_the_same_in_whatever_order_the_forms_were_loaded(demo: State) -> None:
    forms = demo.all(Evaluation)
    others = [record for kind in RECORDS if kind is not Evaluation for record in demo.all(kind)]
    assert carried_over(State.holding([*others, *reversed(forms)])) == carried_over(State.holding([*others, *forms]))
