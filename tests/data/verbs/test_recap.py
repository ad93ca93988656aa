"""The recap: what is said of a point is what becomes of it, and the agenda is the programme of the next session."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from data.model import (
    Activity,
    ActivityKind,
    Change,
    Cluster,
    Decision,
    DecisionStatus,
    Engagement,
    Fate,
    Parked,
    Phase,
    Question,
    RecapPoint,
    Record,
    Session,
    Theme,
    ThemeSource,
    Verdict,
    say,
)
from data.verbs import carried, network, programme
from data.verbs.agenda import coming_session
from data.verbs.agreements import set_next_session
from data.verbs.brainstorm import noting
from data.verbs.contribution import ask_contribution, brought_in
from data.verbs.decision import phases
from data.verbs.preparation import set_form
from data.verbs.prepared import ask_beforehand
from data.verbs.recap import (
    conclude,
    leave_out,
    propose_agenda,
    speak_of,
    spoken_through,
    take_back,
    topics,
    treat_topic,
)
from tests.data.verbs.room import Room, room


def put(here: Room, *records: Record) -> None:
    here.state = here.state.after(Change(say("Start"), puts=records))


def recapping() -> tuple[Room, str]:
    """A session that had a brainstorm, a theme on its agenda and a question that was dealt with; its recap runs."""
    here = room()
    here.do(network.plan_session, session=here.session, themes=["Talent"])
    storm = here.begin(ActivityKind.BRAINSTORM)
    here.do(programme.set_question, activity=storm, question="Hoe vinden we talent?")
    put(
        here,
        Question(id="q", session=here.session, text="Hoe lang?", treated=here.session),
        Question(id="later", session=here.session, text="Later?"),
    )
    return here, here.begin(ActivityKind.RECAP)


def said(here: Room, recap: str) -> dict[str, Verdict | None]:
    return {point.text: point.verdict for point in spoken_through(here.state, recap)}


def coming(here: Room) -> Session:
    found = coming_session(here.state, here.session)
    assert found is not None
    return found


def test_the_points_of_today_are_proposed_from_what_was_done() -> None:
    here, recap = recapping()
    assert said(here, recap) == {"Hoe lang?": None, "Talent": None, "Hoe vinden we talent?": None}
    here.do(conclude, activity=recap, text="hoe lang? ", verdict=Verdict.ROUND)
    assert here.only(RecapPoint).about == "q", "what is typed is what was proposed"
    assert said(here, recap) == {"Hoe lang?": Verdict.ROUND, "Talent": None, "Hoe vinden we talent?": None}
    assert "Type the point" in here.refused(conclude, activity=recap, text=" ", verdict=Verdict.ROUND)


def test_a_question_is_answered_let_go_or_goes_on_and_can_be_spoken_of_again() -> None:
    here, recap = recapping()
    for verdict, fate in ((Verdict.ROUND, Fate.CLOSED), (Verdict.LET_GO, Fate.DROPPED), (Verdict.CONTINUE, Fate.OPEN)):
        here.do(conclude, activity=recap, about="q", verdict=verdict)
        asked = here.state.get(Question, "q")
        assert (asked.fate, asked.planned is not None) == (fate, verdict is Verdict.CONTINUE)
        assert len(here.state.all(RecapPoint)) == 1
    assert asked.planned == coming(here).id and asked.reopened is None
    here.do(conclude, activity=recap, about="q", verdict=Verdict.ROUND)
    asked = here.state.get(Question, "q")
    assert (asked.fate, asked.planned, asked.closed) == (Fate.CLOSED, None, here.session)
    here.do(take_back, point=here.only(RecapPoint).id)
    assert here.state.all(RecapPoint) == [] and here.state.get(Question, "q").waits


def test_a_theme_of_today_stays_what_it_was_announced_as() -> None:
    here, recap = recapping()
    theme = next(point.about for point in spoken_through(here.state, recap) if point.text == "Talent")
    here.do(conclude, activity=recap, about=theme, verdict=Verdict.ROUND)
    assert here.state.get(Session, here.session).themes == ("Talent",)
    assert here.only(Theme).fate is Fate.CLOSED
    here.do(conclude, activity=recap, about=theme, verdict=Verdict.CONTINUE)
    assert coming(here).themes == ("Talent",) and here.only(Theme).planned == coming(here).id
    here.do(conclude, activity=recap, about=theme, verdict=Verdict.LET_GO)
    assert coming(here).themes == () and here.only(Theme).fate is Fate.DROPPED


def test_what_was_worked_on_becomes_a_theme_when_it_goes_on() -> None:
    here, recap = recapping()
    storm = here.activity(ActivityKind.BRAINSTORM)
    here.do(conclude, activity=recap, about=storm, verdict=Verdict.ROUND)
    assert here.state.all(Theme) == []
    here.do(conclude, activity=recap, about=storm, verdict=Verdict.CONTINUE)
    here.do(conclude, activity=recap, text="Iets anders", verdict=Verdict.CONTINUE)
    here.do(conclude, activity=recap, text="Weg ermee", verdict=Verdict.LET_GO)
    assert [(theme.text, theme.source) for theme in here.state.all(Theme)] == [
        ("Hoe vinden we talent?", ThemeSource.RECAP),
        ("Iets anders", ThemeSource.RECAP),
    ]
    assert coming(here).themes == ("Hoe vinden we talent?", "Iets anders")


def test_a_decision_is_round_only_when_it_was_taken() -> None:
    here, recap = recapping()
    put(here, Decision(id="d", session=here.session, question="Waar?", phase=Phase.PROPOSE))
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.DECISION, decision="d")
    item = here.activity(ActivityKind.DECISION)
    here.do(programme.begin_activity, activity=item)
    assert said(here, recap)["Waar?"] is None
    assert "not decided" in here.refused(conclude, activity=recap, about="d", verdict=Verdict.ROUND)
    here.do(conclude, activity=recap, about="d", verdict=Verdict.LET_GO)
    assert here.state.get(Decision, "d").status is DecisionStatus.PARKED
    here.do(conclude, activity=recap, about="d", verdict=Verdict.CONTINUE)
    going = here.state.get(Decision, "d")
    assert (going.status, going.planned) == (DecisionStatus.OPEN, {Phase.PROPOSE: coming(here).id})


def proposing() -> tuple[Room, str]:
    here, recap = recapping()
    storm = here.activity(ActivityKind.BRAINSTORM)
    put(
        here,
        Cluster(id="c", session=here.session, activity=storm, title="Tijd", hands=5, base=6),
        Cluster(id="sent", session=here.session, activity=storm, title="Geld", hands=6, base=6, sent="parking"),
        Parked(id="k", session=here.session, text="Loon"),
        Decision(id="d", session=here.session, question="Waar?"),
    )
    here.do(conclude, activity=recap, about="q", verdict=Verdict.CONTINUE)
    return here, recap


def test_the_strongest_claims_come_first() -> None:
    here, _recap = proposing()
    assert [topic.text for topic in topics(here.state, here.session)] == [
        *("Hoe lang?", "Waar?", "Tijd", "Talent", "Later?", "Loon")
    ]


def test_the_proposed_agenda_is_the_programme_of_the_next_session() -> None:
    here, _recap = proposing()
    here.do(propose_agenda, session=here.session)
    session = coming(here)
    items = programme.programme(here.state, session.id)
    assert [(item.kind.value, item.question or item.decision) for item in items if item.about or item.decision] == [
        ("brainstorm", "Hoe lang?"),
        ("decision", "d"),
        ("brainstorm", "Tijd"),
    ]
    assert session.themes == ("Tijd",), "what is polled is announced"
    assert here.state.get(Decision, "d").planned == {Phase.EXPLORE: session.id}
    again = here.do(propose_agenda, session=here.session)
    assert again.drops and len(programme.programme(here.state, session.id)) == len(items)
    here.do(network.close_session, session=here.session)
    here.do(programme.begin_activity, activity=programme.programme(here.state, session.id)[0].id)
    assert network.current_session(here.state) == here.state.get(Session, session.id)
    assert coming_session(here.state, here.session) is None, "what was begun is no longer to come"


def test_the_last_session_of_the_series_gets_the_frame_of_a_closing_session() -> None:
    here, _recap = recapping()
    here.do(propose_agenda, session=here.session)
    assert not any(i.kind is ActivityKind.AGREEMENTS for i in programme.programme(here.state, coming(here).id))

    put(here, replace(network.profile(here.state), meetings=2))
    here.do(propose_agenda, session=here.session)
    assert any(i.kind is ActivityKind.AGREEMENTS for i in programme.programme(here.state, coming(here).id))


def test_the_group_amends_the_agenda() -> None:
    here, _recap = proposing()
    here.do(propose_agenda, session=here.session)
    here.do(treat_topic, session=here.session, about="k")
    here.do(treat_topic, session=here.session, text="Coaching")
    here.do(treat_topic, session=here.session, about="d")
    session = coming(here)
    items = programme.programme(here.state, session.id)
    added = [item.question or item.decision for item in items if item.about or item.decision]
    assert added[-3:] == ["Loon", "Coaching", "d"]
    assert [item.kind for item in items][-3:] == [ActivityKind.RECAP, ActivityKind.EVALUATION, ActivityKind.CLOSE]
    assert here.state.get(Parked, "k").planned == session.id
    here.do(leave_out, activity=next(item.id for item in items if item.question == "Coaching"))
    assert coming(here).themes == ("Tijd",)
    here.do(leave_out, activity=next(item.id for item in items if item.question == "Loon"))
    assert here.state.get(Parked, "k").planned is None
    assert "Type the theme" in here.refused(treat_topic, session=here.session, text="")


def test_the_group_goes_from_the_points_to_the_agenda_and_back() -> None:
    here, recap = recapping()
    for agenda, phase in ((True, "agenda"), (False, "")):
        here.do(speak_of, activity=recap, agenda=agenda)
        assert here.state.get(Activity, recap).phase == phase


@pytest.mark.parametrize("verdict", Verdict)
def test_what_was_closed_in_an_earlier_session_is_no_point_of_this_one(verdict: Verdict) -> None:
    here, recap = recapping()
    here.do(conclude, activity=recap, about="q", verdict=verdict)
    here.do(network.close_session, session=here.session)
    if coming_session(here.state, here.session) is None:
        here.do(network.plan_session, template="working")
    session = coming(here)
    second = programme.of_kind(here.state, session.id, ActivityKind.RECAP)[0].id
    expected = {"Hoe lang?"} if verdict is Verdict.CONTINUE else set()
    assert {point.text for point in spoken_through(here.state, second)} == expected
    if expected:
        here.do(conclude, activity=second, about="q", verdict=Verdict.ROUND)
        assert carried.carried(here.state, "q").closed == session.id
        assert [point.verdict for point in here.state.all(RecapPoint)] == [Verdict.CONTINUE, Verdict.ROUND]


def test_the_agenda_makes_time_for_who_comes_for_a_form_and_for_what_people_were_asked_to_bring() -> None:
    here, _recap = recapping()
    here.do(network.plan_session, speakers=["Mieke Maes"])
    coming = here.last(Session)
    here.do(ask_contribution, session=here.session, text="Een functiekaart; Karel")
    here.do(ask_beforehand, session=coming.id, text="Korte scan")
    here.do(set_form, assignment=here.last(Engagement).id, questions=["Wie volgt op?"])
    here.do(propose_agenda, session=here.session)
    kinds = [item.kind for item in programme.programme(here.state, coming.id)]
    for kind in (ActivityKind.PREPARATION, ActivityKind.EXTERNAL_INPUT, ActivityKind.CONTRIBUTION):
        assert kinds.count(kind) == 1, kind
    (item,) = programme.of_kind(here.state, coming.id, ActivityKind.CONTRIBUTION)
    assert [asked.text for asked in brought_in(here.state, item)] == ["Een functiekaart"]


def test_a_topic_is_treated_in_another_form_until_it_is_begun() -> None:
    here, recap = recapping()
    here.do(conclude, activity=recap, about="q", verdict=Verdict.CONTINUE)
    here.do(propose_agenda, session=here.session)
    (item,) = [each for each in programme.programme(here.state, here.last(Session).id) if "q" in each.about]
    here.do(programme.take_form, activity=item.id, kind=ActivityKind.EXCHANGE)
    changed = here.fresh(item.id)
    assert changed == replace(item, kind=ActivityKind.EXCHANGE)
    assert "another activity" in here.refused(programme.take_form, activity=recap, kind=ActivityKind.EXCHANGE)


def test_a_theme_that_is_no_longer_announced_is_no_longer_planned() -> None:
    here, recap = recapping()
    here.do(conclude, activity=recap, text="Feedback", verdict=Verdict.CONTINUE)
    theme = here.last(Theme)
    coming = here.last(Session)
    assert theme.planned == coming.id and "Feedback" in coming.themes
    here.do(set_next_session, session=here.session, place="Gent")
    assert here.state.get(Theme, theme.id).planned, "of the themes nothing was said"
    here.do(set_next_session, session=here.session, themes=["Loon"])
    assert here.state.get(Theme, theme.id).planned is None
    assert here.last(Session).themes == ("Loon",)


def test_a_theme_that_waits_and_is_announced_is_planned() -> None:
    here, recap = recapping()
    here.do(conclude, activity=recap, text="Feedback", verdict=Verdict.CONTINUE)
    here.do(set_next_session, session=here.session, themes=["Loon"])
    here.do(set_next_session, session=here.session, themes=["Loon", "feedback"])
    assert here.last(Theme).planned == here.last(Session).id
    here.do(carried.drop, item=here.last(Theme).id, session=here.session)
    here.do(network.plan_session, themes=["Feedback"])
    assert not here.last(Theme).waits, "what was let go is only announced"


def test_what_was_worked_on_is_proposed_also_when_nobody_pressed_the_key_that_begins_it() -> None:
    here = room()
    storm = here.do(programme.add_activity, session=here.session, kind=ActivityKind.BRAINSTORM).puts[0].id
    here.do(programme.set_question, activity=storm, question="Wat werkt?")
    item = here.do(programme.add_activity, session=here.session, kind=ActivityKind.DECISION).puts[0].id
    here.do(phases.start_decision, session=here.session, question="Verder?", activity=item)
    recap = here.begin(ActivityKind.RECAP)
    assert set(said(here, recap)) == {"Verder?"}, "nothing was said in the brainstorm"
    here.do(noting.capture, activity=storm, text="luisteren")
    assert set(said(here, recap)) == {"Verder?", "Wat werkt?"}
