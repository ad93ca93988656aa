"""What the room says is kept field by field, where it was said and by whom, and the rest stays as it was."""

from typing import Any

import pytest
from msgspec.structs import replace

from data.model import (
    Action,
    Activity,
    ActivityKind,
    Change,
    Evaluation,
    Fate,
    Keep,
    Parked,
    Profile,
    Question,
    QuestionKind,
    Rule,
    RuleKind,
    Session,
    Spoken,
    SpokenKind,
)
from data.verbs import agreements, carried, check_in, evaluation, network, parked, programme, round_table
from tests.data.verbs.room import Room, room


def second_session(here: Room) -> str:
    here.do(network.plan_session, template="working")
    return network.sessions(here.state)[-1].id


# -- agreements and rules


def test_a_rule_is_kept_with_its_kind_and_whether_it_is_agreed() -> None:
    here = room()
    asked = {"session": here.session, "text": " Stil ", "kind": RuleKind.WAY_OF_WORKING, "agreed": True}
    change = here.do(agreements.propose_rule, **asked)
    assert here.only(Rule) == Rule(
        id=here.only(Rule).id, session=here.session, text="Stil", kind=RuleKind.WAY_OF_WORKING, agreed=True
    )
    assert change.label.message == "Way of working added"
    assert here.do(agreements.propose_rule, **asked).puts == ()
    change = here.do(agreements.propose_rule, session=here.session, text="stil")
    assert change.label.message == "Ground rule added"
    assert here.last(Rule) == Rule(id=here.last(Rule).id, session=here.session, text="stil"), "of another kind"
    assert "ground rule" in here.refused(agreements.propose_rule, session=here.session, text=" ")
    assert [rule.kind for rule in agreements.rules(here.state, RuleKind.GROUND_RULE)] == [RuleKind.GROUND_RULE]


def test_rules_are_agreed_all_or_of_one_kind() -> None:
    here = room()
    here.do(agreements.propose_rules, session=here.session, texts=["a", "b", "a"])
    here.do(agreements.propose_rule, session=here.session, text="c", kind=RuleKind.WAY_OF_WORKING)
    first, second, third = here.state.all(Rule)
    assert (first.text, second.text) == ("a", "b")
    here.do(agreements.agree_rule, rule=first.id)
    change = here.do(agreements.agree_rules, kind=RuleKind.GROUND_RULE)
    assert change.puts == (replace(second, agreed=True),), "what is agreed already stays untouched"
    assert here.state.get(Rule, third.id) == third
    here.do(agreements.agree_rules)
    assert all(rule.agreed for rule in here.state.all(Rule))
    here.do(agreements.agree_rule, rule=first.id, agreed=False)
    here.do(agreements.edit_rule, rule=second.id, text=" B ")
    assert here.state.get(Rule, first.id) == first
    assert here.state.get(Rule, second.id) == replace(second, agreed=True, text="B")
    assert "way" not in here.refused(agreements.edit_rule, rule=first.id, text=" ")
    change = here.do(agreements.remove_rule, rule=third.id)
    assert change.drops and here.state.find(Rule, third.id) is None


def test_the_shared_goal_is_kept_and_taken_away() -> None:
    here = room()
    before = here.only(Profile)
    here.do(agreements.set_shared_goal, text=" Samen ")
    assert here.only(Profile) == replace(before, shared_goal="Samen")
    here.do(agreements.set_shared_goal, text="")
    assert here.only(Profile) == before


def test_an_agreement_is_kept_with_who_when_and_what_it_follows_from() -> None:
    here = room()
    storm = here.begin(ActivityKind.BRAINSTORM)
    line = "Zaal; Karel, Zoë; 1 mei; of later"
    here.do(agreements.agree, session=here.session, text=line, activity=storm, decision="d")
    action = here.only(Action)
    assert action == Action(
        id=action.id,
        session=here.session,
        text="Zaal",
        who=(here.who("Karel"),),
        named="Zoë",
        due="1 mei of later",
        decision="d",
        activity=storm,
    )
    here.do(carried.close, item=action.id, session=here.session)
    assert agreements.to_do(here.state) == []
    done = replace(action, fate=Fate.CLOSED, closed=here.session, treated=here.session)
    assert here.only(Action) == done and done.done
    here.do(agreements.edit_action, action=action.id, text="Zaal zoeken; @Lien; juni")
    assert here.only(Action) == replace(done, text="Zaal zoeken", who=(here.who("Lien"),), named="", due="juni")
    here.do(carried.reopen, item=action.id, session=here.session)
    assert [kept.id for kept in agreements.to_do(here.state)] == [action.id]
    for verb, asked in ((agreements.agree, {"session": here.session}), (agreements.edit_action, {"action": action.id})):
        assert "what was agreed" in here.refused(verb, text="; Karel", **asked)
    assert here.do(agreements.remove_action, action=action.id).drops
    assert here.state.all(Action) == []


@pytest.mark.parametrize(
    "line", ["Zaal", "Zaal; Karel Wouters", "Zaal; ; mei", "Zaal; Karel Wouters, Zoë; mei", "Zaal; Zoë"]
)
def test_an_agreement_reads_as_the_line_that_gives_it(line: str) -> None:
    here = room()
    here.do(agreements.agree, session=here.session, text=line)
    assert agreements.as_line(here.state, here.only(Action)) == line


def test_who_two_people_can_be_is_asked_with_both_names() -> None:
    here = room()
    for text in ("Zaal; An", "Zaal @An"):
        change_label = here.refused(agreements.agree, session=here.session, text=text)
        assert "type more of the name" in change_label
    read = agreements.parse_agreement("Zaal; An", network.people(here.state))
    assert {who.name for who in read.several["An"]} == {"An Claes", "An Peeters"}
    assert (read.who, read.named) == ((), "An")


def test_the_next_session_takes_all_that_is_agreed_of_it() -> None:
    here = room()
    here.do(
        agreements.set_next_session,
        session=here.session,
        date="14/4",
        starts="9",
        ends="12",
        place="Gent",
        themes=["t"],
        speakers=["s"],
    )
    second = here.last(Session)
    assert second == Session(
        id=second.id,
        number=2,
        date="2027-04-14",
        starts="09:00",
        ends="12:00",
        place="Gent",
        themes=("t",),
        speakers=("s",),
    )
    assert programme.programme(here.state, second.id), "with the programme of a working session"
    here.do(agreements.set_next_session, session=here.session, place="Aalst")
    assert here.last(Session) == replace(second, place="Aalst", moves=1)


# -- the round table and the parking lot


def test_a_question_is_kept_with_who_asked_it_and_where() -> None:
    here = room()
    table = here.begin(ActivityKind.ROUND_TABLE)
    said: dict[str, Any] = {"session": here.session, "activity": table, "participant": here.who("Karel")}
    verbs = (round_table.say_question, round_table.say_expectation, round_table.say_experience)
    for verb, kind in zip(verbs, QuestionKind, strict=True):
        change = here.do(verb, text=" Hoe? ", **said)
        asked = here.last(Question)
        assert asked == Question(id=asked.id, text="Hoe?", kind=kind, **said)
        assert change.label.message.lower().startswith(kind.value)
        assert here.refused(verb, text="", **said).startswith("Type ")
    other = second_session(here)
    here.do(round_table.say_question, session=other, text="Hoe?", participant=here.who("Karel"))
    assert here.last(Question).session == other, "asked again in another session"
    assert len(round_table.said_in(here.state, here.session)) == 3
    kinds = [asked.kind for asked in round_table.open_questions(here.state, QuestionKind.EXPERIENCE)]
    assert kinds == [QuestionKind.EXPERIENCE]


def test_treated_and_answered_name_their_session() -> None:
    here = room()
    here.do(round_table.say_question, session=here.session, text="Hoe?")
    question, other = here.only(Question), second_session(here)
    asked = {"item": question.id}
    labels = [here.do(carried.treat, **asked, session=here.session).label]
    assert here.only(Question) == replace(question, treated=here.session)
    labels.append(here.do(carried.close, **asked, session=other).label)
    answered = replace(question, treated=here.session, fate=Fate.CLOSED, closed=other)
    assert here.only(Question) == answered and answered.answered == other, "treated when it was"
    labels.append(here.do(carried.reopen, **asked, session=other).label)
    labels.append(here.do(carried.treat, **asked, session=None).label)
    assert len({label.message for label in labels}) == 4, "each is told in its own words"
    assert here.only(Question) == replace(question, closed=other, reopened=other), "what it was is kept"


def test_several_join_in_and_one_leaves() -> None:
    here = room()
    here.do(round_table.say_question, session=here.session, text="Hoe?")
    question, lien, els = here.only(Question).id, here.who("Lien"), here.who("Els")
    for who in (lien, els):
        here.do(round_table.joins, question=question, participant=who)
    change = here.do(round_table.joins, question=question, participant=lien, joined=False)
    assert here.only(Question).also == (els,)
    assert (change.label.message, change.label.fills) == ("{name} no longer joins in", {"name": "Lien Vermeulen"})
    assert here.do(round_table.joins, question=question, participant=lien, joined=False).puts == ()


def test_the_order_of_speaking_is_that_of_the_table_before() -> None:
    here = room()
    for who in network.people(here.state):
        here.do(check_in.arrive, session=here.session, participant=who.id)
    first = here.begin(ActivityKind.ROUND_TABLE)
    order = [here.who(name) for name in ("Noël", "Karel", "Lien")]
    for speaker in order:
        here.do(round_table.speaks_next, activity=first, participant=speaker)
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.ROUND_TABLE)
    empty = here.last(Activity).id
    later = second_session(here)
    for who in network.people(here.state):
        here.do(check_in.arrive, session=later, participant=who.id)
    here.do(programme.add_activity, session=later, kind=ActivityKind.ROUND_TABLE)
    table = here.last(Activity).id
    for at in (empty, table):
        assert list(round_table.turns(here.state, at).to_come[:3]) == order, "tables where nobody spoke do not count"
    here.do(round_table.speaks_next, activity=table, participant=here.who("Els"))
    assert round_table.turns(here.state, empty).to_come[0] == order[0], "nor does one that comes later"
    change = here.do(round_table.speaks_next, activity=table, participant=here.who("Karel"))
    assert change.label.fills == {"name": "Karel Wouters"}


def test_a_point_is_parked_with_where_it_came_up() -> None:
    here = room()
    storm = here.activity(ActivityKind.BRAINSTORM)
    change = here.do(parked.park, session=here.session, text=" Loon ", activity=storm)
    point = here.only(Parked)
    assert point == Parked(id=point.id, session=here.session, text="Loon", activity=storm)
    here.do(parked.edit_parked, parked=point.id, text=" Lonen ")
    assert here.only(Parked) == replace(point, text="Lonen")
    for verb, asked in ((parked.park, {"session": here.session}), (parked.edit_parked, {"parked": point.id})):
        assert "keep for later" in here.refused(verb, text=" ", **asked)
    change = here.do(carried.treat, item=point.id, session=here.session)
    assert (change.label.message, here.only(Parked).treated) == ("Point taken up", here.session)
    assert here.do(carried.treat, item=point.id, session=None).label.message == "Point parked again"
    assert here.only(Parked).treated is None


# -- the evaluation


def test_a_form_is_kept_with_all_that_was_filled_in() -> None:
    here = room()
    sitting = here.begin(ActivityKind.EVALUATION)
    texts: dict[str, Any] = {f"{theme}_comment": f"over {theme}" for theme in ("content", "discussion", "facilitation")}
    scores: dict[str, Any] = {"content": 7.5, "discussion": 10.0, "facilitation": 0.0}
    lines: dict[str, Any] = {"learning": ("a",), "treat": ("b",), "deepen": ("c",)}
    karel = here.who("Karel")
    change = here.do(evaluation.fill_form, activity=sitting, participant=karel, **texts, **scores, **lines)
    form = here.only(Evaluation)
    whole = Evaluation(
        id=form.id, session=here.session, activity=sitting, participant=karel, **texts, **scores, **lines
    )
    assert (form, change.label.message) == (whole, "Form {n} saved")
    for field in (*texts, *scores, *lines):
        given: dict[str, Any] = {name: value for name, value in {**texts, **scores, **lines}.items() if name == field}
        change = here.do(evaluation.fill_form, activity=sitting, form=form.id, **given)
        assert (change.label.message, change.keep) == ("Form corrected", Keep.HISTORY)
        assert here.only(Evaluation) == Evaluation(
            id=form.id, session=here.session, activity=sitting, participant=karel, **given
        )


def test_forms_belong_to_one_evaluation() -> None:
    here = room()
    first = here.begin(ActivityKind.EVALUATION)
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.EVALUATION)
    second = here.last(Activity).id
    for sitting in (first, second):
        here.do(evaluation.fill_form, activity=sitting, participant=here.who("Karel"), content=8)
        here.do(evaluation.fill_form, activity=sitting, content=7)
    assert [form.content for form in evaluation.forms(here.state, second)] == [8.0, 7.0]
    assert evaluation.results(here.state, first).forms == 2
    for sitting in (first, second):
        here.do(evaluation.say_aloud, activity=sitting, kind=SpokenKind.LEARNED, text="Rust")
        here.do(evaluation.say_aloud, activity=sitting, kind=SpokenKind.WENT, text="Rust")
    assert len(evaluation.said_aloud(here.state, second, SpokenKind.WENT)) == 1


@pytest.mark.parametrize("kind", SpokenKind)
def test_what_is_said_aloud_is_kept_once_a_person(kind: SpokenKind) -> None:
    here = room()
    sitting = here.begin(ActivityKind.EVALUATION)
    asked = {"activity": sitting, "kind": kind, "text": " Rust "}

    def said(**more: object) -> Change:
        return here.do(evaluation.say_aloud, **{**asked, **more})

    said(participant=here.who("Karel"))
    assert here.only(Spoken) == Spoken(
        id=here.only(Spoken).id,
        session=here.session,
        activity=sitting,
        kind=kind,
        text="Rust",
        participant=here.who("Karel"),
    )
    assert said(participant=here.who("Karel"), text="RUST").puts == ()
    assert said(participant=here.who("Karel"), text="Tijd").puts != ()
    assert said().puts != (), "somebody who is not named said it too"
    assert said().puts == ()
    assert "Type" in here.refused(evaluation.say_aloud, activity=sitting, kind=kind, text=" ")


def test_the_spoken_evaluation_is_chosen_and_left() -> None:
    here = room()
    sitting = here.begin(ActivityKind.EVALUATION)
    before = here.fresh(sitting)
    assert here.do(evaluation.set_spoken, activity=sitting, spoken=True).label.message == "Spoken evaluation"
    assert here.fresh(sitting) == replace(before, spoken=True)
    assert here.do(evaluation.set_spoken, activity=sitting, spoken=False).label.message == "Evaluation by form"
    assert here.fresh(sitting) == before
    here.do(evaluation.say_aloud, activity=sitting, kind=SpokenKind.WENT, text="Vlot")
    assert "what was said" in here.refused(evaluation.edit_spoken, spoken=here.only(Spoken).id, text="")
