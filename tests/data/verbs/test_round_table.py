"""The round table and the parking lot."""

from datetime import datetime, timedelta

from data.methods.speaking import contributions, not_heard, turns
from data.model import ActivityKind, Parked, Question, QuestionKind, Role
from data.verbs import carried, check_in, network, parked, programme, round_table
from tests.data.verbs.room import Room, room


def talking() -> tuple[Room, str]:
    here = room()
    here.begin(ActivityKind.CHECK_IN)
    for name in ("Karel", "Lien", "An P", "Els"):
        here.do(check_in.arrive, session=here.session, participant=here.who(name))
    return here, here.begin(ActivityKind.ROUND_TABLE)


def test_the_floor_goes_round_and_its_order_is_remembered() -> None:
    here, table = talking()
    for name in ("Lien", "Karel"):
        here.do(round_table.speaks_next, activity=table, participant=here.who(name))
    now = round_table.turns(here.state, table)
    assert (now.heard, now.speaking) == ((here.who("Lien"),), here.who("Karel"))
    assert now.to_come == (here.who("An P"), here.who("Els"))
    for _ in range(2):
        here.do(round_table.move_on, activity=table)
    assert round_table.turns(here.state, table).speaking == here.who("Els")
    here.do(round_table.move_on, activity=table)
    after = round_table.turns(here.state, table)
    assert (after.speaking, len(after.heard), after.to_come) == (None, 4, ())
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.ROUND_TABLE)
    second = programme.of_kind(here.state, here.session, ActivityKind.ROUND_TABLE)[1].id
    order = [here.who(name) for name in ("Lien", "Karel", "An P", "Els")]
    assert round_table.turns(here.state, second).to_come == tuple(order)


def test_somebody_may_speak_again_and_a_turn_can_be_taken_back() -> None:
    here, table = talking()
    for name in ("Lien", "Karel", "Lien"):
        here.do(round_table.speaks_next, activity=table, participant=here.who(name))
    assert round_table.turns(here.state, table).speaking == here.who("Lien")
    assert here.fresh(table).speakers == (here.who("Lien"), here.who("Karel"))
    here.do(round_table.not_spoken, activity=table, participant=here.who("Lien"))
    assert round_table.turns(here.state, table).speaking is None
    assert here.who("Lien") in round_table.turns(here.state, table).to_come


def test_who_left_is_not_to_come_and_who_arrives_is() -> None:
    here, table = talking()
    here.do(check_in.leave, session=here.session, participant=here.who("Els"))
    here.do(check_in.arrive, session=here.session, participant=here.who("Noël"))
    waiting = round_table.turns(here.state, table).to_come
    assert here.who("Els") not in waiting
    assert here.who("Noël") in waiting


def test_the_facilitator_has_the_floor_only_when_it_is_given() -> None:
    here, table = talking()
    els = here.who("Els")
    here.do(network.set_role, participant=els, role=Role.FACILITATOR)
    assert els not in round_table.turns(here.state, table).to_come
    here.do(round_table.speaks_next, activity=table, participant=els)
    assert round_table.turns(here.state, table).speaking == els


def test_what_is_said_is_kept_by_kind() -> None:
    here, table = talking()
    said = {"session": here.session, "activity": table, "participant": here.who("Karel")}
    here.do(round_table.say_question, text="Hoe?", **said)
    here.do(round_table.say_expectation, text="Cases", **said)
    here.do(round_table.say_experience, text="Een proef", **said)
    assert [q.kind for q in round_table.said_in(here.state, here.session)] == list(QuestionKind)
    assert here.do(round_table.say_question, text=" hoe? ", **said).puts == (), "the same line is kept once"
    assert here.refused(round_table.say_question, text=" ", **said).startswith("Type what")
    here.do(round_table.say_question, session=here.session, text="Hoe?")
    assert len(here.state.all(Question)) == 4, "somebody else may ask the same"


def test_people_join_in_and_leave_again() -> None:
    here, _table = talking()
    here.do(round_table.say_question, session=here.session, text="Hoe?", participant=here.who("Karel"))
    question, els = here.only(Question).id, here.who("Els")
    assert here.do(round_table.joins, question=question, participant=els).label.message == "{name} joins in"
    assert here.do(round_table.joins, question=question, participant=els).puts == ()
    assert here.do(round_table.joins, question=question, participant=here.who("Karel")).puts == ()
    assert here.only(Question).also == (els,)
    here.do(round_table.joins, question=question, participant=els, joined=False)
    assert here.only(Question).also == ()


def test_a_question_stays_open_until_it_is_answered() -> None:
    here, _table = talking()
    here.do(round_table.say_question, session=here.session, text="Hoe?")
    here.do(round_table.say_expectation, session=here.session, text="Cases")
    question = here.state.all(Question)[0].id
    here.do(carried.treat, item=question, session=here.session)
    assert [q.text for q in round_table.open_questions(here.state)] == ["Hoe?"]
    assert len(round_table.open_questions(here.state, None)) == 2
    here.do(carried.treat, item=question, session=None)
    here.do(network.plan_session)
    second = network.sessions(here.state)[1].id
    here.do(carried.close, item=question, session=second)
    asked = here.state.get(Question, question)
    assert (asked.answered, asked.treated) == (second, second)
    assert round_table.open_questions(here.state) == []
    here.do(carried.reopen, item=question, session=second)
    assert len(round_table.open_questions(here.state)) == 1


def test_a_question_is_worded_anew_or_taken_away() -> None:
    here, _table = talking()
    here.do(round_table.say_question, session=here.session, text="Hoe?")
    question = here.only(Question).id
    here.do(round_table.edit_question, question=question, text="Hoe dan?", kind=QuestionKind.EXPECTATION)
    assert (here.only(Question).text, here.only(Question).kind) == ("Hoe dan?", QuestionKind.EXPECTATION)
    here.do(round_table.edit_question, question=question, text="Toch")
    assert here.only(Question).kind is QuestionKind.EXPECTATION
    assert here.refused(round_table.edit_question, question=question, text="")
    here.do(round_table.remove_question, question=question)
    assert here.refused(round_table.edit_question, question=question, text="weg")


def test_contributions_are_counted_by_name() -> None:
    assert contributions(["a", None, "a", "b"]) == {"a": 2, "b": 1}
    assert not_heard(["c", "a", "d", "c"], ["a", None]) == ["c", "d"]
    assert turns((), None, ("a", "b"), remembered=("b",)).next == "b"
    assert turns(("a", "b"), "b", ("a", "b")).next is None


def test_a_point_waits_in_the_parking_lot_until_it_is_taken_up() -> None:
    here, table = talking()
    here.do(parked.park, session=here.session, text="Loonbeleid", activity=table)
    assert here.do(parked.park, session=here.session, text="loonbeleid ").puts == ()
    point = here.only(Parked).id
    here.do(carried.treat, item=point, session=here.session)
    assert parked.waiting(here.state) == []
    here.do(parked.park, session=here.session, text="Loonbeleid")
    assert len(here.state.all(Parked)) == 2, "what was treated can come up again"
    here.do(carried.treat, item=point, session=None)
    here.do(parked.edit_parked, parked=point, text="Lonen")
    assert [p.text for p in parked.waiting(here.state)] == ["Lonen", "Loonbeleid"]
    here.do(parked.remove, parked=point)
    assert here.refused(carried.treat, item=point, session=None)
    assert here.refused(parked.park, session=here.session, text="\n")


def test_the_end_is_foreseen_from_the_turns_so_far() -> None:
    here, table = talking()
    assert round_table.foreseen_end(here.state, table, at(here)) is None, "nobody spoke yet"
    here.do(programme.set_minutes, activity=table, minutes=20)
    began = at(here)
    here.do(round_table.speaks_next, activity=table, participant=here.who("Lien"))
    assert ends(here, table, began) == 20, "four turns of five minutes, as planned"
    here.later(8)
    here.do(round_table.speaks_next, activity=table, participant=here.who("Karel"))
    assert ends(here, table, began) == 26, "a turn is expected to take (8 + 2 x 5) / 3 = 6 minutes"
    here.do(round_table.speaks_next, activity=table, participant=here.who("Karel"))
    assert len(here.fresh(table).turns) == 2, "who has the floor keeps it"
    here.later(9)
    assert ends(here, table, began) == 29, "a turn that runs takes at least as long as it took"
    for _ in range(3):
        here.do(round_table.move_on, activity=table)
    assert round_table.foreseen_end(here.state, table, at(here)) is None, "everybody was heard"
    here.do(round_table.move_on, activity=table)
    assert len(here.fresh(table).turns) == 5, "the floor came free once"


def test_without_a_timebox_no_end_is_foreseen() -> None:
    here, table = talking()
    here.do(programme.set_minutes, activity=table, minutes=0)
    here.do(round_table.speaks_next, activity=table, participant=here.who("Lien"))
    assert round_table.foreseen_end(here.state, table, at(here)) is None


def at(here: Room) -> datetime:
    return here.now


def ends(here: Room, table: str, began: datetime) -> float:
    found = round_table.foreseen_end(here.state, table, at(here))
    assert found is not None
    return (found - began) / timedelta(minutes=1)
