"""Engagements asked beforehand, what is delivered of them, and what stays of a session."""

import pytest

from data.model import Delivery, Engagement, Fate, Resource, ResourceKind, Role
from data.verbs import network, prepared
from tests.data.verbs.room import Room, room


def asked(line: str) -> tuple[Room, Engagement]:
    here = room()
    here.do(prepared.ask_beforehand, session=here.session, text=line)
    return here, here.only(Engagement)


def test_an_assignment_is_typed_in_one_line() -> None:
    here, assignment = asked("Vul de scan in; Karel en Lien; 20/3")
    assert (assignment.text, assignment.due) == ("Vul de scan in", "2027-03-20")
    assert [who.name for who in prepared.asked_of(here.state, assignment)] == ["Karel Wouters", "Lien Vermeulen"]
    typed = prepared.as_typed(here.state, assignment)
    here.do(prepared.edit_assignment, assignment=assignment.id, text=typed)
    assert here.only(Engagement) == assignment


@pytest.mark.parametrize("line", ["Breng een case mee", "Breng een case mee; iedereen", "Breng een case mee;;"])
def test_without_a_name_it_is_asked_of_all_participants(line: str) -> None:
    here, assignment = asked(line)
    here.do(network.set_role, participant=here.who("Els"), role=Role.OBSERVER)
    assert assignment.who == ()
    assert len(prepared.asked_of(here.state, assignment)) == 5


def test_what_is_not_clear_is_refused_and_nothing_is_kept() -> None:
    here = room()
    for line, why in (("; Karel", "ask"), ("x; Bob", "not clear"), ("x; An", "not clear"), ("x; ; ooit", "not a date")):
        assert why in here.refused(prepared.ask_beforehand, session=here.session, text=line)


def test_delivered_or_not_and_the_answers() -> None:
    here, assignment = asked("Vul de scan in")
    karel, lien = here.who("Karel"), here.who("Lien")
    given = {"assignment": assignment.id, "participant": karel}
    here.do(prepared.set_delivered, **given, delivered=True)
    assert prepared.brought(here.state, here.session, karel) == [(assignment, here.only(Delivery))]
    here.do(prepared.set_delivered, **given, delivered=False)
    assert here.state.all(Delivery) == []
    here.do(prepared.write_answers, assignment=assignment.id, answers={karel: "vier\nop tien", lien: "zes"})
    assert {who: each.text for who, each in prepared.deliveries(here.state, assignment.id).items()} == {
        karel: "vier op tien",
        lien: "zes",
    }
    assert "answer" in here.refused(prepared.set_delivered, **given, delivered=False)
    here.do(prepared.write_answers, assignment=assignment.id, answers={karel: ""})
    assert set(prepared.deliveries(here.state, assignment.id)) == {lien}
    here.do(prepared.withdraw, assignment=assignment.id)
    assert not here.state.all(Engagement) and not here.state.all(Delivery)


@pytest.mark.parametrize(
    ("typed", "kind", "text", "where"),
    [
        (
            "Slides talent https://voorbeeld.be/t.pdf",
            ResourceKind.SLIDES,
            "Slides talent",
            "https://voorbeeld.be/t.pdf",
        ),
        ("kompas.pptx", ResourceKind.SLIDES, "kompas.pptx", "kompas.pptx"),
        ("Model van de leercyclus", ResourceKind.MODEL, "Model van de leercyclus", ""),
        ("www.voorbeeld.be: de scan", ResourceKind.LINK, "de scan", "www.voorbeeld.be:"),
        ("Het artikel over loon", ResourceKind.LINK, "Het artikel over loon", ""),
    ],
)
def test_what_stays_of_a_session_is_typed_in_one_line(typed: str, kind: str, text: str, where: str) -> None:
    here = room()
    here.do(prepared.keep_resource, session=here.session, text=typed)
    kept = here.only(Resource)
    assert (kept.kind, kept.text, kept.where) == (kind, text, where.rstrip(":"))
    here.do(prepared.edit_resource, resource=kept.id, text="Iets anders")
    assert (here.only(Resource).text, here.only(Resource).where) == ("Iets anders", "")
    here.do(prepared.drop_resource, resource=kept.id)
    assert prepared.resources(here.state, here.session) == []
    assert "what it is" in here.refused(prepared.keep_resource, session=here.session, text=" ")


def test_an_assignment_is_closed_once_everybody_delivered_and_open_again_when_not() -> None:
    here, assignment = asked("Scan; Karel, Lien")
    karel, lien = here.who("Karel"), here.who("Lien")
    here.do(prepared.write_answers, assignment=assignment.id, answers={karel: "vier"})
    assert here.only(Engagement).waits and here.only(Engagement).planned == here.session
    here.do(prepared.set_delivered, assignment=assignment.id, participant=lien, delivered=True)
    assert (here.only(Engagement).fate, here.only(Engagement).closed) == (Fate.CLOSED, here.session)
    here.do(prepared.set_delivered, assignment=assignment.id, participant=lien, delivered=False)
    assert here.only(Engagement) == assignment
