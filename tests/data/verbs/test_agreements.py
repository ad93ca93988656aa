"""Ground rules, and agreements in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import Action, Participant, Profile, Rule, RuleKind, Session
from data.verbs import agreements, carried, network
from data.verbs.agreements import parse_agreement
from tests.data.verbs.room import Room, room


def test_rules_are_proposed_agreed_changed_and_taken_away() -> None:
    here = room()
    here.do(agreements.propose_rules, session=here.session, texts=["Luisteren", "Uitspreken", " "])
    assert [rule.agreed for rule in agreements.rules(here.state)] == [False, False]
    assert here.do(agreements.propose_rule, session=here.session, text="luisteren").puts == ()
    first = here.state.all(Rule)[0].id
    here.do(agreements.agree_rule, rule=first)
    here.do(agreements.edit_rule, rule=first, text="Goed luisteren")
    assert (here.state.all(Rule)[0].text, here.state.all(Rule)[0].agreed) == ("Goed luisteren", True)
    here.do(agreements.agree_rule, rule=first, agreed=False)
    assert not here.state.get(Rule, first).agreed
    way = RuleKind.WAY_OF_WORKING
    added = here.do(agreements.propose_rule, session=here.session, text="Luisteren", kind=way, agreed=True)
    assert added.label.message == "Way of working added"
    assert [rule.text for rule in agreements.rules(here.state, way)] == ["Luisteren"]
    here.do(agreements.remove_rule, rule=first)
    assert len(agreements.rules(here.state, RuleKind.GROUND_RULE)) == 1
    assert "ground rule" in here.refused(agreements.propose_rule, session=here.session, text="")


def test_there_are_two_rules_to_start_from() -> None:
    here = room()
    texts = [said.message for said in agreements.DEFAULT_RULES]
    here.do(agreements.propose_rules, session=here.session, texts=texts)
    assert here.do(agreements.propose_rules, session=here.session, texts=texts).puts == ()
    assert len(here.state.all(Rule)) == 2


def names(here: Room, ids: tuple[str, ...]) -> list[str]:
    return [here.state.get(Participant, id_).name for id_ in ids]


@pytest.mark.parametrize(
    ("line", "what", "who", "named", "due"),
    [
        ("Koffie", "Koffie", [], "", ""),
        ("Zaal zoeken; Karel; 14/4", "Zaal zoeken", ["Karel Wouters"], "", "14/4"),
        ("Zaal; kw en Lien, iemand van HR; mei", "Zaal", ["Karel Wouters", "Lien Vermeulen"], "iemand van HR", "mei"),
        ("Zaal; Noel & els de smet", "Zaal", ["Noël Baeten", "Els De Smet"], "", ""),
        ("Zaal; An; mei", "Zaal", [], "An", "mei"),
        ("Zaal; An P; mei", "Zaal", ["An Peeters"], "", "mei"),
        ("Zaal ;; mei; juni", "Zaal", [], "", "mei juni"),
        ("@Karel vraagt de zaal; ; mei @lv", "Karel vraagt de zaal", ["Karel Wouters", "Lien Vermeulen"], "", "mei"),
        (
            "@kw, vraag de zaal aan @lien.",
            "Karel, vraag de zaal aan lien.",
            ["Karel Wouters", "Lien Vermeulen"],
            "",
            "",
        ),
        ("bel @onthaal; Karel; mei @huis", "bel @onthaal", ["Karel Wouters"], "", "mei @huis"),
        ("Zaal;; mei; juni @kw; @niemand", "Zaal", ["Karel Wouters"], "", "mei juni @niemand"),
        ("mail naar info@voorbeeld.be", "mail naar info@voorbeeld.be", [], "", ""),
        ("Zaal; @kw @kw", "Zaal", [], "kw @kw", ""),
        ("Zaal; @kw, @kw", "Zaal", ["Karel Wouters"], "", ""),
    ],
)
def test_what_who_when_are_read_from_one_line(line: str, what: str, who: list[str], named: str, due: str) -> None:
    here = room()
    read = parse_agreement(line, network.people(here.state))
    assert (read.text, names(here, read.who), read.named, read.due) == (what, who, named, due)


@given(st.text(max_size=80))
def test_no_line_breaks_the_reading(text: str) -> None:
    parse_agreement(text, network.people(ROOM.state))


ROOM = room()


def test_an_agreement_is_kept_ticked_off_and_typed_over() -> None:
    here = room()
    here.do(agreements.agree, session=here.session, text="Zaal; Karel, iemand; mei")
    action = here.only(Action)
    line = agreements.as_line(here.state, action)
    assert line == "Zaal; Karel Wouters, iemand; mei"
    here.do(agreements.edit_action, action=action.id, text=line)
    assert here.only(Action) == action
    here.do(carried.close, item=action.id, session=here.session)
    assert agreements.to_do(here.state) == []
    here.do(carried.reopen, item=action.id, session=here.session)
    assert len(agreements.to_do(here.state)) == 1
    assert "what; who; when" in here.refused(agreements.agree, session=here.session, text="; Karel")
    here.do(agreements.remove_action, action=action.id)
    assert not here.state.all(Action)


def test_the_shared_goal_and_the_next_session_are_set() -> None:
    here = room()
    here.do(agreements.set_shared_goal, text="Samen  verder")
    assert here.only(Profile).shared_goal == "Samen verder"
    here.do(agreements.set_next_session, session=here.session, date="14/4", themes=["Feedback"])
    here.do(agreements.set_next_session, session=here.session, place="Gent")
    every = network.sessions(here.state)
    assert len(every) == 2, "agreeing twice plans one session"
    assert (every[1].date, every[1].place, every[1].themes) == ("2027-04-14", "Gent", ("Feedback",))
    assert "14/3/2027" in here.refused(agreements.set_next_session, session=here.session, date="ooit")


def test_a_next_session_comes_after_this_one() -> None:
    here = room()
    assert "before this session" in here.refused(agreements.set_next_session, session=here.session, date="1/1/2020")
    assert len(network.sessions(here.state)) == 1
    here.do(agreements.set_next_session, session=here.session, date=here.state.get(Session, here.session).date)


def test_what_is_written_as_a_day_and_is_none_is_refused_and_other_words_are_kept_as_said() -> None:
    here = room()
    for due in ("32/13", "tegen 30 februari", "10-15"):
        assert "not a da" in here.refused(agreements.agree, session=here.session, text=f"Lijst sturen; Els; {due}")
    for due in ("tegen 4/12", "10-15 maart", "volgende sessie", "vrijdag", "24/7 bereikbaar"):
        here.do(agreements.agree, session=here.session, text=f"Lijst sturen; Els; {due}")
        assert here.last(Action).due == due
        assert "not a da" in here.refused(agreements.edit_action, action=here.last(Action).id, text="Lijst; Els; 32/13")


def test_all_that_is_proposed_is_agreed_at_once() -> None:
    here = room()
    here.do(agreements.propose_rules, session=here.session, texts=["Luisteren", "Uitspreken"])
    here.do(agreements.propose_rule, session=here.session, text="Om de beurt gastheer", kind=RuleKind.WAY_OF_WORKING)
    here.do(agreements.agree_rules, kind=RuleKind.GROUND_RULE)
    assert [rule.agreed for rule in agreements.rules(here.state)] == [True, True, False]
    assert len(here.do(agreements.agree_rules).puts) == 1
    assert here.do(agreements.agree_rules).puts == ()


def test_two_of_one_name_are_asked_for_and_one_apostrophe_is_as_good_as_another() -> None:
    here = room()
    for name in ("Bert d’Oultremont", "Zita D'oultremont"):
        here.do(network.add_participant, name=name)
    known = network.people(here.state)
    assert parse_agreement("Zaal; d'Oultremont; mei", known).several
    assert names(here, parse_agreement("Zaal; bert d'oultremont; mei", known).who) == ["Bert d’Oultremont"]
    assert names(here, parse_agreement("Zaal; @zita; mei", known).who) == ["Zita D'oultremont"]
    asked = parse_agreement("Zaal; An, doultremont; mei", known)
    assert (asked.who, asked.named) == ((), "An, doultremont")
    assert {name: [who.name for who in people] for name, people in asked.several.items()} == {
        "An": ["An Claes", "An Peeters"],
        "doultremont": ["Bert d’Oultremont", "Zita D'oultremont"],
    }
