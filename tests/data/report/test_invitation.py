"""The invitation has every element, names what lacks, and can be edited as a text without losing anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.engagements import ASKED, PROPOSED, kind_of
from data.model import Call, Element, Engagement, EngagementKind, Fate, Kept, Mix, Profile, Promise, Reach
from data.report.blocks import Heading, Paragraph
from data.report.invitation import TITLES, document, invitation, lacking
from data.report.invitation_text import as_text, edited
from data.report.markdown import render
from data.report.tongue import Tongue
from data.verbs import invitation as verbs
from data.verbs import network, profile, promises
from tests.data.verbs.room import Room, room

POINTS = {
    Element.GAINS: "- frisse ideeën",
    Element.GAINS_ORGANISATION: "- minder fouten",
    Element.GUIDANCE: "- een begeleider die de groep kent\n- hulp bij je case",
    Element.TAKE_HOME: "- een methode om te proberen",
    Element.ENGAGEMENT: (
        "- Je bent er elke sessie bij\n- Breng een praktijkcase mee\n- Zeg waarover we het hebben\n"
        "- Geef door wat je leert"
    ),
}


def whole() -> Room:
    here = room()
    here.do(profile.set_profile, purpose="Van elkaar leren")
    here.do(
        profile.set_shape,
        reach=Reach.EXTERNAL,
        mix=Mix.SAME,
        meetings=4,
        call=Call.CAPPED,
        places=15,
        hosts_in_turn=True,
    )
    here.do(network.plan_session, session=here.session, place="Gent")
    here.do(verbs.rewrite, written=POINTS)
    return here


def test_a_fresh_network_lacks_most_and_each_is_named_once() -> None:
    here = room()
    lacks = lacking(invitation(here.state))
    assert {lack.element for lack in lacks} == set(Element) - {Element.NETWORK, Element.WORKING}
    assert len({lack.said.message for lack in lacks}) == len(lacks)
    assert [lack.said.message for lack in lacks if lack.element is Element.PRACTICAL] == ["practical: where it is"]


def test_a_whole_one_lacks_nothing_and_has_every_element_in_its_order() -> None:
    view = invitation(whole().state)
    assert lacking(view) == []
    for language in ("nl", "en"):
        blocks = document(view, language).blocks
        headings = [block.text for block in blocks if isinstance(block, Heading)]
        assert headings[1:] == [Tongue(language)(TITLES[element]) for element in Element]
    text = render(document(view, "nl"))
    for said in (
        "4 sessies",
        "15",
        "dinsdag 16 maart 2027",
        "13:30",
        "Gent",
        "frisse ideeën",
        "Breng een praktijkcase",
    ):
        assert said in text


@pytest.mark.parametrize("element", [*POINTS, Element.PURPOSE, Element.AUDIENCE, Element.TIME])
def test_taking_an_element_away_names_it(element: Element) -> None:
    here = whole()
    if element in POINTS:
        here.do(verbs.rewrite, written={element: ""})
    here.do(profile.set_profile, purpose="") if element is Element.PURPOSE else None
    here.do(profile.set_shape, reach=None, mix=None) if element is Element.AUDIENCE else None
    here.do(profile.set_shape, meetings=0) if element is Element.TIME else None
    assert {lack.element for lack in lacking(invitation(here.state))} == {element}
    if element not in POINTS:
        here.do(profile.write_passage, element=element, text="In eigen woorden")
        assert lacking(invitation(here.state)) == []
        assert "In eigen woorden" in as_text(invitation(here.state))


def test_what_is_offered_stays_the_same_promise_when_it_is_worded_anew() -> None:
    here = whole()
    guide, help_, method = here.state.all(Promise)
    assert [each.source for each in (guide, help_, method)] == ["guidance", "guidance", "take_home"]
    here.do(promises.check_promise, promise=guide.id, session=here.session, kept=Kept.PARTLY)
    here.do(verbs.offer, element=Element.GUIDANCE, texts=["hulp bij je case", "een begeleider", "koffie"])
    now = {promise.id: promise for promise in here.state.all(Promise)}
    assert (now[guide.id].text, now[guide.id].checks) == ("een begeleider", {here.session: Kept.PARTLY})
    assert now[help_.id].text == "hulp bij je case" and len(now) == 4
    here.do(verbs.offer, element=Element.GUIDANCE, texts=[])
    left = {promise.id: promise for promise in here.state.all(Promise)}
    assert left[guide.id].fate is Fate.DROPPED, "what was looked at is let go, not gone"
    assert set(left) == {guide.id, method.id} and verbs.offered(here.state, Element.GUIDANCE) == []


def test_what_is_expected_keeps_its_kind() -> None:
    here = whole()
    asked = {each.kind: each for each in here.state.all(Engagement)}
    assert list(asked) == list(ASKED)
    here.do(verbs.expect, texts=["Geef door wat je leert", "Kom elke keer"])
    now = {each.id: each for each in here.state.all(Engagement)}
    assert now[asked[EngagementKind.PASSING_ON].id] == asked[EngagementKind.PASSING_ON]
    assert now[asked[EngagementKind.SESSIONS].id].text == "Kom elke keer"
    assert len(now) == 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_proposed_is_of_the_kind_it_is_for(language: str) -> None:
    t = Tongue(language)
    assert [kind_of(t(said)) for _kind, said in PROPOSED] == [kind for kind, _said in PROPOSED]


def test_an_unchanged_text_changes_nothing() -> None:
    for here in (room(), whole()):
        view = invitation(here.state)
        assert edited(view, as_text(view)) == edited(view, as_text(view).replace("\n\n", "\n\n\n"))
        assert edited(view, as_text(view)).written == {} and edited(view, as_text(view)).gone == ()


def test_what_is_edited_goes_where_it_is_kept() -> None:
    here = whole()
    view = invitation(here.state)
    text = as_text(view).replace("- frisse ideeën", "* nieuwe\n  ideeën\n- goesting")
    text = text.replace("Wat je meeneemt", "Iets anders").replace("4 sessies.", "Vier keer een halve dag.")
    found = edited(view, text)
    assert found.gone == (Element.TAKE_HOME,)
    assert found.written[Element.GAINS] == "- nieuwe ideeën\n- goesting"
    assert found.written[Element.TIME].startswith("Vier keer een halve dag.")
    assert "Iets anders" in found.written[Element.GUIDANCE], "what stands under no known heading is kept above"
    here.do(verbs.rewrite, written=found.written)
    assert here.only(Profile).gains == ("nieuwe ideeën", "goesting")
    assert "Vier keer" in render(document(invitation(here.state)))


def test_a_text_of_an_element_becomes_paragraphs_and_points() -> None:
    here = room()
    here.do(
        profile.write_passage,
        element=Element.PRACTICAL,
        text="Schrijf in voor 1 maart.\n- gratis\n- met lunch\nTot dan",
    )
    view = invitation(here.state)
    blocks = document(view).blocks
    assert blocks[-3] == Paragraph("Schrijf in voor 1 maart.") and blocks[-1] == Paragraph("Tot dan")


@given(st.text(max_size=200))
def test_no_text_loses_a_word_of_what_was_typed(typed: str) -> None:
    view = invitation(_SEEN)
    found = edited(view, typed)
    words = " ".join(found.written.values())
    assert all(word in words for word in "".join(c if c.isalnum() and c.isascii() else " " for c in typed).split())


_SEEN = room().state
