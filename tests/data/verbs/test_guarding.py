"""Guarding the process: whose turn it was, who was not heard, and digressions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.methods.guarding import INTERVENTIONS, Occasion, heard
from data.model import ActivityKind, Role, Rule
from data.verbs import agreements, check_in, guarding, network, programme, round_table
from tests.data.verbs.room import Room, room


def talking() -> Room:
    """Three people are here, and the round table goes on."""
    here = room()
    for name in ("Karel", "Lien", "An P"):
        here.do(check_in.arrive, session=here.session, participant=here.who(name))
    here.begin(ActivityKind.ROUND_TABLE)
    return here


def turn(here: Room, name: str, activity: str | None = None) -> None:
    here.do(guarding.note_turn, session=here.session, participant=here.who(name), activity=activity)


def names(here: Room, ids: tuple[str, ...]) -> list[str]:
    return [next(who.name for who in network.people(here.state) if who.id == id_) for id_ in ids]


def test_turns_are_counted_and_who_was_not_heard_is_known_here_and_today() -> None:
    here = talking()
    table, other = here.activity(ActivityKind.ROUND_TABLE), here.activity(ActivityKind.CHECK_IN)
    for name in ("Karel", "Karel", "Lien"):
        turn(here, name, table)
    turn(here, "An P", other)
    found = guarding.heard(here.state, here.session, table)
    assert found.counts == ((here.who("Karel"), 2), (here.who("Lien"), 1))
    assert names(here, found.silent) == ["An Peeters"]
    assert found.silent_today == (), "An was heard in the check-in"
    assert guarding.heard(here.state, here.session, None).silent == ()


def test_a_turn_in_the_round_table_counts_without_being_noted() -> None:
    here = talking()
    table = here.activity(ActivityKind.ROUND_TABLE)
    here.do(round_table.speaks_next, activity=table, participant=here.who("Lien"))
    assert guarding.heard(here.state, here.session, table).counts == ((here.who("Lien"), 1),)


def test_the_room_is_who_is_present_and_before_that_who_is_not_absent() -> None:
    here = room()
    here.do(check_in.set_presence, session=here.session, participant=here.who("Els"), presence="excused")
    here.do(network.set_role, participant=here.who("Noël"), role=Role.OBSERVER)
    there = [who.name for who in guarding.in_the_room(here.state, here.session)]
    assert there == ["An Claes", "An Peeters", "Karel Wouters", "Lien Vermeulen"]
    here.do(check_in.arrive, session=here.session, participant=here.who("Lien"))
    assert [who.name for who in guarding.in_the_room(here.state, here.session)] == ["Lien Vermeulen"]


def test_a_digression_is_noted_once_and_ends_with_the_question_or_the_activity() -> None:
    here = talking()
    table = here.activity(ActivityKind.ROUND_TABLE)
    here.do(guarding.digress, activity=table)
    since = here.fresh(table).digressing
    here.later(3)
    here.do(guarding.digress, activity=table)
    assert here.fresh(table).digressing == since != ""
    here.do(guarding.refocus, activity=table)
    assert here.fresh(table).digressing == ""
    assert not here.ask(guarding.refocus, activity=table).puts
    here.do(guarding.digress, activity=table)
    here.do(programme.begin_activity, activity=here.activity(ActivityKind.AGREEMENTS))
    assert here.fresh(table).digressing == ""


def test_rules_that_were_agreed_are_pointed_at_before_those_that_were_only_proposed() -> None:
    here = room()
    assert guarding.guarded_rules(here.state) == []
    here.do(agreements.propose_rules, session=here.session, texts=["We luisteren", "We laten uitpraten"])
    one, two = here.state.all(Rule)
    assert guarding.guarded_rules(here.state) == [one, two]
    here.do(agreements.agree_rule, rule=two.id)
    assert [rule.id for rule in guarding.guarded_rules(here.state)] == [two.id]


def test_there_is_something_to_say_to_everything_and_only_what_is_about_a_rule_quotes_one() -> None:
    assert list(INTERVENTIONS) == list(Occasion)
    for each in INTERVENTIONS.values():
        assert len(each.sentences) >= 3
        assert all(("{rule}" in sentence.message) is each.about_rule for sentence in each.sentences)


PEOPLE = st.sampled_from("abcdef")


@given(st.lists(PEOPLE, unique=True), st.lists(st.one_of(st.none(), PEOPLE)), st.lists(PEOPLE))
def test_everybody_in_the_room_was_heard_or_was_not(
    present: list[str], here: list[str | None], before: list[str]
) -> None:
    found = heard(present, here, [*here, *before])
    counted = {who for who, _count in found.counts}
    assert counted.isdisjoint(found.silent) and set(present) <= counted | set(found.silent)
    assert sum(count for _who, count in found.counts) == sum(who is not None for who in here)
    assert set(found.silent_today) <= set(found.silent)
    assert not found.quiet_round or len(found.silent) >= 2
