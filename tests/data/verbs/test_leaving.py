"""Whoever leaves the network keeps what they said; what is open goes on."""

from data.model import Action, Participant, Question
from data.verbs import agreements, carried, check_in, leaving, network, prepared, round_table
from tests.data.verbs.room import Room, room


def with_something_open() -> tuple[Room, str, str]:
    here = room()
    karel, lien = here.who("Karel"), here.who("Lien")
    for text in ("Hoe meet je talent?", "Hoe lang duurt dat?"):
        here.do(round_table.say_question, session=here.session, text=text, participant=karel)
    here.do(agreements.agree, session=here.session, text="Verslag nalezen; Karel, An Claes; morgen")
    here.do(agreements.agree, session=here.session, text="Zaal zoeken; Karel")
    here.do(carried.close, item=here.last(Action).id, session=here.session)
    here.do(prepared.ask_beforehand, session=here.session, text="Scan invullen; Karel; 20/3")
    return here, karel, lien


def test_what_is_open_goes_on_with_who_comes_instead() -> None:
    here, karel, lien = with_something_open()
    here.do(carried.close, item=here.last(Question).id, session=here.session)
    change = here.do(leaving.leave_network, participant=karel, left="15/3/2027", replaced_by=lien)
    assert change.label.message == "{name} is replaced by {other}"
    gone = here.state.get(Participant, karel)
    assert (gone.left, gone.replaced_by) == ("2027-03-15", lien)
    asked, answered = here.state.all(Question)
    assert (asked.participant, asked.also) == (karel, (lien,)) and not answered.also
    open_, done = here.state.all(Action)
    assert open_.who == (lien, here.who("An Claes")) and done.who == (karel,)
    (assignment,) = prepared.assignments(here.state, here.session)
    assert assignment.who == (lien,)
    assert leaving.open_of(here.state, karel) == [asked] and leaving.open_of(here.state, lien) == [
        asked,
        open_,
        assignment,
    ]


def test_without_anybody_instead_it_stays_open_under_the_name() -> None:
    here, karel, _lien = with_something_open()
    before = leaving.open_of(here.state, karel)
    here.do(leaving.leave_network, participant=karel)
    assert here.state.get(Participant, karel).left == "2027-03-16"
    assert leaving.open_of(here.state, karel) == before and len(before) == 4


def test_whoever_left_is_not_waited_for_and_stays_where_they_were() -> None:
    here, karel, _lien = with_something_open()
    here.do(check_in.arrive, session=here.session, participant=karel)
    here.do(network.plan_session, date="2027-04-20", template="working")
    here.do(network.plan_session, date="2027-03-01")
    first, second, earlier = (session.id for session in network.sessions(here.state))
    here.do(leaving.leave_network, participant=karel)
    assert karel not in [who.id for who in network.members(here.state)]
    assert karel in [who.id for who in network.members(here.state, first)], "was there"
    assert karel not in [who.id for who in network.members(here.state, second)]
    assert karel in [who.id for who in network.members(here.state, earlier)], "left after it"
    assert karel not in [who.id for who in check_in.unknown(here.state, second)]
    assert karel in [who.id for who in network.people(here.state)]
    here.do(leaving.come_back, participant=karel)
    assert karel in [who.id for who in network.members(here.state, second)]


def test_nobody_is_replaced_by_who_is_not_there() -> None:
    here, karel, lien = with_something_open()
    assert "in the network" in here.refused(leaving.leave_network, participant=karel, replaced_by=karel)
    here.do(leaving.leave_network, participant=lien)
    assert "in the network" in here.refused(leaving.leave_network, participant=karel, replaced_by=lien)
    assert "not a date" in here.refused(leaving.leave_network, participant=karel, left="32/3")
