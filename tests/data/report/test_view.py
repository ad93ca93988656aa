"""The summary as records: what is in it, and what is not."""

from datetime import date

import msgspec
import pytest

from data.demo import demo_records
from data.model import (
    Action,
    ActivityKind,
    Attendance,
    Change,
    Decision,
    DecisionStatus,
    Entry,
    Objection,
    ObjectionFate,
    Option,
    Parked,
    Participant,
    Phase,
    Presence,
    Proposal,
    Question,
    QuestionKind,
    Record,
    Refused,
    SessionStatus,
    State,
    Turn,
    Version,
    Vote,
    Way,
    say,
)
from data.report import wanted
from data.report.document import document
from data.report.markdown import render
from data.report.view import SummaryView, summary
from data.verbs import (
    agreements,
    carried,
    check_in,
    evaluation,
    guarding,
    network,
    parked,
    prepared,
    programme,
    round_table,
    speed_dates,
)
from data.verbs.brainstorm import noting
from tests.data.verbs.room import Room, room

TODAY = date(2027, 3, 18)


FACILITATOR = wanted.Version.FACILITATOR


def demo(number: int, version: wanted.Version = wanted.Version.PARTICIPANTS) -> SummaryView:
    state = State.holding(demo_records("nl", TODAY))
    return summary(state, network.sessions(state)[number - 1].id, version=version)


def put(here: Room, *records: Record) -> None:
    here.state = here.state.after(Change(say("Start"), puts=records))


def test_the_kick_off_is_told_whole() -> None:
    view = demo(1)
    assert (view.network, view.number, view.language, view.starts) == ("Klankbordgroep talent", 1, "nl", "13:30")
    there = view.attendance
    assert [len(people) for people in (there.present, there.excused, there.away)] == [13, 1, 1]
    assert [person.name for person in there.present if person.since] == ["Els De Smet"]
    assert len(view.programme) == 9
    assert all(item.began and item.ended for item in view.programme)
    assert len([asked for asked in view.asked if asked.kind is QuestionKind.QUESTION]) == 12
    assert sum(len(column.notes) for storm in view.storms for column in storm.columns) == 15
    assert [len(dates.people) for dates in view.dates] == [12]
    assert len(view.agreements) == 3
    assert view.agreements[0].who == ("Lien Vermeulen", "Hugo Maes")
    assert view.next is not None
    assert (view.next.number, view.next.date) == (2, "2027-02-18")


def test_the_reason_of_an_absence_is_not_told() -> None:
    state = State.holding(demo_records("nl", TODAY))
    reasons = [known.reason for known in state.all(Attendance) if known.reason]
    assert len(reasons) == 3
    for number in (1, 2, 3):
        told = msgspec.json.encode(demo(number)).decode()
        assert not any(reason in told for reason in reasons)


def test_a_later_session_carries_on_what_is_open() -> None:
    view = demo(3, FACILITATOR)
    assert demo(3).parked == ()
    assert [action.session for action in view.to_do] == [1, 2]
    assert view.agreements == ()
    assert {point.session for point in view.parked} == {2, 3}
    assert [rule.agreed for rule in view.rules] == [True] * 4
    assert view.next is not None and view.next.number == 4
    (decided,) = view.decisions
    assert (decided.status, decided.here, len(decided.proposals)) == (DecisionStatus.OPEN, False, 4)
    assert [wording.session for wording in decided.proposals[0].wordings] == [2, 2]
    assert decided.proposals[0].cluster == "Houding"


def test_a_parked_point_is_told_where_it_was_parked_and_taken_up_and_in_between() -> None:
    here = room()
    for _ in range(3):
        here.do(network.plan_session)
    first, second, third, fourth = (session.id for session in network.sessions(here.state))
    here.do(parked.park, session=second, text="Loon")
    here.do(parked.park, session=second, text="Blijft")
    here.do(carried.treat, item=here.state.all(Parked)[0].id, session=third)
    told = [
        {(point.text, point.session, point.treated) for point in view.parked}
        for session in (first, second, third, fourth)
        for view in (summary(here.state, session, version=FACILITATOR),)
    ]
    waits, taken_up = ("Blijft", 2, None), ("Loon", 2, 3)
    assert told == [set(), {waits, taken_up}, {waits, taken_up}, {waits}]


def test_who_met_whom_is_counted_both_ways() -> None:
    (dates,) = demo(1).dates
    size = len(dates.people)
    assert all(dates.met[one][other] == dates.met[other][one] for one in range(size) for other in range(size))
    assert all(dates.met[one][one] == 0 for one in range(size))
    assert sum(map(sum, dates.met)) == 2 * 9 * 6


def test_who_sat_out_is_counted_and_an_activity_keeps_its_own_title() -> None:
    here = room()
    dating = here.begin(ActivityKind.SPEED_DATES)
    karel, lien, els = (here.who(name) for name in ("Karel", "Lien", "Els"))
    for who in (karel, lien, els):
        here.do(check_in.arrive, session=here.session, participant=who)
    here.do(speed_dates.plan_rounds, activity=dating, tables=[[[karel, lien]]], sits_out=[[els]])
    here.do(speed_dates.start_round, activity=dating)
    assert summary(here.state, here.session).dates == (), "a round that runs was not held yet"
    here.do(speed_dates.end_round, activity=dating)
    storm = here.begin(ActivityKind.BRAINSTORM)
    here.do(noting.capture, activity=storm, text="een")
    here.do(programme.rename_activity, activity=storm, title="Post-its")
    view = summary(here.state, here.session)
    assert (view.dates[0].people, view.dates[0].sat_out) == (
        ("Els De Smet", "Karel Wouters", "Lien Vermeulen"),
        (1, 0, 0),
    )
    assert "## Post-its" in render(document(view))


def forms(here: Room, number: int) -> str:
    sitting = here.begin(ActivityKind.EVALUATION)
    for place in range(number):
        here.do(evaluation.fill_form, activity=sitting, content=8, content_comment=f"c{place}", learning=["geduld"])
    return sitting


@pytest.mark.parametrize(("number", "shown"), [(4, False), (5, True)])
def test_scores_and_comments_are_there_from_five_forms_on(number: int, shown: bool) -> None:
    here = room()
    forms(here, number)
    (evaluated,) = summary(here.state, here.session).evaluations
    assert evaluated.results.forms == number
    assert bool(evaluated.results.scored) is bool(evaluated.comments) is shown
    assert evaluated.written == ({"learning": (("geduld", number),)} if shown else {})


def test_a_note_says_whose_it_is_only_where_that_was_chosen() -> None:
    here = room()
    storm = here.begin(ActivityKind.BRAINSTORM)
    here.do(noting.capture, activity=storm, text="een", participant=here.who("Karel"), subgroup=2)
    for attribution, who, subgroup in (("off", "", None), ("optional", "Karel Wouters", None), ("subgroup", "", 2)):
        here.do(noting.set_attribution, activity=storm, attribution=attribution)
        (note,) = summary(here.state, here.session).storms[0].columns[0].notes
        assert (note.who, note.subgroup) == (who, subgroup)


def test_what_was_thrown_away_or_erased_is_not_told() -> None:
    here = room()
    storm = here.begin(ActivityKind.BRAINSTORM)
    here.do(noting.capture, activity=storm, text="weg")
    here.do(noting.bin_notes, notes=[note.id for note in noting.notes(here.state, storm)])
    here.do(round_table.say_question, session=here.session, text="Hoe?", participant=here.who("Els"))
    here.do(agreements.agree, session=here.session, text="Zaal; Els")
    els = here.state.get(Participant, here.who("Els"))
    here.state = here.state.after(Change(say("Start"), drops=(els,)))
    view = summary(here.state, here.session)
    assert view.storms == ()
    assert (view.asked[0].who, view.agreements[0].who) == ("", ())


def test_questions_of_before_that_were_answered_here_are_told_here() -> None:
    here = room()
    here.do(round_table.say_question, session=here.session, text="Eerste")
    here.do(round_table.say_question, session=here.session, text="Tweede")
    here.do(network.plan_session)
    second = network.sessions(here.state)[1].id
    here.do(carried.close, item=here.state.all(Question)[0].id, session=second)
    view = summary(here.state, second)
    assert [(asked.text, asked.session, asked.answered) for asked in view.asked] == [("Eerste", 1, 2)]


def voted(here: Room, **more: object) -> Vote:
    base = tuple(who.id for who in here.state.all(Participant))[:4]
    given: dict[str, object] = {
        "id": "v",
        "decision": "d",
        "session": here.session,
        "way": Way.ALL_OF_US,
        "entry": Entry.HANDS,
        "options": (Option(proposal="p", version=0),),
        "base": base,
        "roster": 6,
        "closed": "2027-03-16T15:00:00+01:00",
        **more,
    }
    return msgspec.convert(given, Vote)


def deciding(here: Room, **more: object) -> None:
    decision = {"id": "d", "session": here.session, "question": "Wat?", **more}
    wordings = (Version(text="Oud", session=here.session), Version(text="Nieuw", session=here.session, why="korter"))
    put(
        here,
        msgspec.convert(decision, Decision),
        Proposal(id="p", decision="d", versions=wordings, participant=here.who("Els")),
    )


def test_a_decision_is_told_with_its_votes_as_they_were() -> None:
    here = room()
    deciding(here, status="decided", decided_in=here.session, outcome="Zo doen we het", phase="decide")
    put(here, voted(here, counts={"p": {"agree": 3, "objection": 1}}, answered=4, outcome="objection"))
    put(here, voted(here, id="open", closed=""))
    put(
        here,
        Objection(
            id="o", decision="d", proposal="p", text="Te duur", session=here.session, fate=ObjectionFate.INTEGRATED
        ),
    )
    (decided,) = summary(here.state, here.session).decisions
    assert (decided.here, decided.outcome, decided.phase) == (True, "Zo doen we het", Phase.DECIDE)
    (vote,) = decided.votes
    assert (vote.base, vote.roster, vote.answered) == (4, 6, 4)
    assert (vote.options[0].letter, vote.options[0].text) == ("A", "Oud"), "the wording of that time"
    assert vote.options[0].counts == (("agree", 3), ("objection", 1))
    assert [(o.letter, o.text, o.fate) for o in decided.objections] == [("A", "Te duur", ObjectionFate.INTEGRATED)]


def test_secret_answers_are_not_broken_down_below_five() -> None:
    here = room()
    deciding(here)
    put(here, voted(here, entry="secret", way="fingers", ballots=({"p": 5},) * 4))
    assert summary(here.state, here.session).decisions[0].votes[0].options[0].counts == ()
    put(here, voted(here, entry="secret", way="fingers", ballots=({"p": 5},) * 4 + ({"p": 1},)))
    assert summary(here.state, here.session).decisions[0].votes[0].options[0].counts == (("1", 1), ("5", 4))


def test_a_decision_of_another_session_is_not_told() -> None:
    here = room()
    deciding(here)
    here.do(network.plan_session)
    second = network.sessions(here.state)[1].id
    assert summary(here.state, second).decisions == ()
    here.do(programme.add_activity, session=second, kind=ActivityKind.DECISION, decision="d")
    assert len(summary(here.state, second).decisions) == 1


def test_somebody_who_left_was_there_until_then() -> None:
    here = room()
    here.begin(ActivityKind.CHECK_IN)
    here.do(check_in.arrive, session=here.session, participant=here.who("Els"))
    here.later(90)
    here.do(check_in.leave, session=here.session, participant=here.who("Els"))
    (person,) = summary(here.state, here.session).attendance.present
    assert (person.name, person.since, person.until) == ("Els De Smet", "", "15:00")
    here.do(check_in.set_presence, session=here.session, participant=here.who("Els"), presence=Presence.NOT_EXCUSED)
    there = summary(here.state, here.session).attendance
    assert ([who.name for who in there.away], len(there.unknown)) == (["Els De Smet"], 5)


def test_a_session_that_did_not_begin_has_a_summary_too() -> None:
    here = room()
    here.do(parked.park, session=here.session, text="punt")
    view = summary(here.state, here.session)
    assert (view.attendance.present, view.dates, view.storms, view.evaluations) == ((), (), (), ())
    assert network.sessions(here.state)[0].status is SessionStatus.PLANNED
    with pytest.raises(Refused):
        summary(here.state, "weg")


def test_what_stays_of_a_session_is_told_with_where_it_is_found() -> None:
    here = room()
    here.do(network.plan_session)
    for session, text in zip(
        network.sessions(here.state), ("Slides talent https://voorbeeld.be/t", "Model"), strict=True
    ):
        here.do(prepared.keep_resource, session=session.id, text=text)
    view = summary(here.state, here.session)
    assert [(kept.kind.value, kept.text, kept.where) for kept in view.resources] == [
        ("slides", "Slides talent", "https://voorbeeld.be/t")
    ]
    text = render(document(view, "nl"))
    assert "- Slides talent *(<https://voorbeeld.be/t>)*" in text


def test_the_fate_of_a_question_is_told_with_its_words_and_its_agenda() -> None:
    here = room()
    for text in ("Los", "Later", "Klaar"):
        here.do(round_table.say_question, session=here.session, text=text)
    here.do(network.plan_session)
    second = network.sessions(here.state)[1].id
    los, later, klaar = (question.id for question in here.state.all(Question))
    here.do(carried.drop, item=los, session=here.session, words="te groot")
    here.do(carried.plan, item=later, session=second)
    here.do(carried.close, item=klaar, session=here.session, words="zo dus")
    told = {
        asked.text: (asked.dropped, asked.planned, asked.answered, asked.words)
        for asked in summary(here.state, here.session).asked
    }
    assert told == {
        "Los": (1, None, None, "te groot"),
        "Later": (None, 2, None, ""),
        "Klaar": (None, None, 1, "zo dus"),
    }
    coming = summary(here.state, here.session).next
    assert coming is not None and [each.text for each in coming.agenda] == ["Later"]


def test_turns_are_told_to_who_facilitates_alone_and_where_nobody_is_named_to_nobody() -> None:
    here = room()
    karel, lien = here.who("Karel"), here.who("Lien")
    for who in (lien, karel, karel):
        here.do(guarding.note_turn, session=here.session, participant=who)
    put(here, Turn(id="of nobody", session=here.session))
    here.do(check_in.arrive, session=here.session, participant=here.who("Els"))
    told = {version: summary(here.state, here.session, version=version) for version in wanted.Version}
    assert told.pop(FACILITATOR).turns == (
        ("Els De Smet", 0),
        ("Karel Wouters", 2),
        ("Lien Vermeulen", 1),
    )
    assert [view.turns for view in told.values()] == [(), ()]
    unnamed = summary(here.state, here.session, wanted.Naming.NONE, FACILITATOR)
    assert not any("Genoteerde beurten" in str(block) for block in document(unnamed, "nl").blocks)
    named = summary(here.state, here.session, version=FACILITATOR)
    assert any("Genoteerde beurten" in str(block) for block in document(named, "nl").blocks)


def test_how_long_an_activity_took_is_told_to_who_facilitates_alone() -> None:
    here = room()
    first, second, *_rest = programme.programme(here.state, here.session)
    here.do(programme.begin_activity, activity=first.id)
    here.later(12)
    here.do(programme.begin_activity, activity=second.id)
    put(here, msgspec.structs.replace(here.fresh(second.id), ended="13:60"))
    took = [item.took for item in summary(here.state, here.session, version=FACILITATOR).programme]
    assert took[:2] == [12, None] and set(took[2:]) == {None}
    texts = {
        version: render(document(summary(here.state, here.session, version=version), "en"))
        for version in wanted.Version
    }
    assert ["Took" in text for text in texts.values()] == [False, True, False]
    assert "| 12 min |" in texts[FACILITATOR]


def test_what_was_learned_stands_before_the_boards_and_only_there() -> None:
    state = State.holding(demo_records("en", date(2027, 3, 18)))
    text = render(document(summary(state, network.sessions(state)[0].id), "en"))
    assert text.index("## What we learned") < text.index("## How we work") < text.index("## Evaluation")
    learned = text[text.index("## What we learned") :].split("\n\n", 2)[1].splitlines()
    assert len(learned) == 6 and all(text.count(line) == 1 for line in learned)


def test_what_a_session_did_with_what_earlier_ones_left_is_told_in_it() -> None:
    here = room()
    first, second, third = here.session, *(here.do(network.plan_session).puts[0].id for _ in range(2))
    for text in ("Zaal zoeken", "Koffie", "Verslag"):
        here.do(agreements.agree, session=first, text=text)
    hall, coffee, _report = (action.id for action in here.state.all(Action))
    here.do(carried.close, item=hall, session=second, words="zolder")
    here.do(carried.drop, item=coffee, session=second, words="te duur")
    asked, again = (
        here.do(round_table.say_question, session=first, text=text).puts[0].id for text in ("Wie?", "Waar?")
    )
    here.do(carried.put_aside, item=asked, session=second)
    here.do(carried.close, item=again, session=first)
    here.do(carried.reopen, item=again, session=second)
    views = [summary(here.state, session) for session in (first, second, third)]
    ended = [[(each.text, each.done, each.dropped, each.words) for each in view.done] for view in views]
    assert ended == [[], [("Zaal zoeken", True, False, "zolder"), ("Koffie", False, True, "te duur")], []]
    assert [[each.text for each in view.to_do] for view in views] == [[], ["Verslag"], ["Verslag"]]
    assert [{(each.text, each.parked, each.reopened) for each in view.asked} for view in views][1:] == [
        {("Wie?", 2, None), ("Waar?", None, 2)},
        set(),
    ]
    told = render(document(views[1]))
    for text in (
        "Wat er van eerdere afspraken kwam",
        "zolder",
        "losgelaten",
        "geparkeerd in sessie 2",
        "heropend in sessie 2",
    ):
        assert text in told, text
