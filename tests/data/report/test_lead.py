"""The first sentences of a summary: what it was about, what came of it, what comes next."""

import dataclasses
from datetime import date

import pytest
from msgspec.structs import replace

from data.demo import demo_records
from data.model import Action, Attendance, Fate, Participant, Presence, Profile, Question, Session, State
from data.report.blocks import Heading, Lead, Paragraph
from data.report.document import document
from data.report.lead import in_brief, lead
from data.report.markdown import render
from data.report.tongue import Tongue
from data.report.view import summary
from data.report.wanted import Version
from data.verbs import network


def sentences(state: State, session: str, language: str) -> list[str]:
    return [text for block in lead(summary(state, session), Tongue(language)) for text in block.sentences]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "nl",
            [
                "13 mensen werkten rond “Wat kan een leidinggevende doen om medewerkers te laten groeien?”",
                "Dat leverde 3 afspraken en 15 post-its in 4 clusters op.",
            ],
        ),
        (
            "en",
            [
                "13 people worked on “What can a manager do to help people grow?”",
                "That led to 3 agreements and 15 post-its in 4 clusters.",
            ],
        ),
    ],
)
def test_the_demo_begins_with_who_worked_on_what_and_what_came_of_it(language: str, told: list[str]) -> None:
    state = State.holding(demo_records(language, date(2027, 3, 18)))
    found = sentences(state, network.sessions(state)[0].id, language)
    assert found[:2] == told
    assert len(found) == 3 and "18" in found[2]


@pytest.mark.parametrize(
    ("language", "told"), [("nl", "1 afspraak en 15 post-its"), ("en", "1 agreement and 15 post-its")]
)
def test_one_is_a_figure_as_well_beside_other_figures(language: str, told: str) -> None:
    records = demo_records(language, date(2027, 3, 18))
    first = network.sessions(State.holding(records))[0].id
    agreed = [one.id for one in records if isinstance(one, Action) and one.session == first]
    state = State.holding([one for one in records if one.id not in agreed[1:]])
    assert told in sentences(state, first, language)[1]


def test_own_words_stand_in_place_of_what_is_made_but_not_for_a_commissioner() -> None:
    state = State.holding(demo_records("nl", date(2027, 3, 18)))
    held = network.sessions(state)[0]
    own = State.holding([*demo_records("nl", date(2027, 3, 18)), replace(held, lead="Een dag.\nTot straks!")])
    assert sentences(own, held.id, "nl") == ["Een dag.", "Tot straks!"]
    told = summary(own, held.id, version=Version.COMMISSIONER)
    made = [text for block in lead(told, Tongue("nl")) for text in block.sentences]
    assert made[:2] == sentences(state, held.id, "nl")[:2]


def test_what_there_is_not_is_not_told() -> None:
    empty = [Profile(id="p", name="Klankbord"), Session(id="s", number=1)]
    assert sentences(State.holding(empty), "s", "en") == []
    asked = Question(id="q", session="s", text="why?")
    assert sentences(State.holding([*empty, asked]), "s", "en") == ["One question is still open."]
    later = Session(id="t", number=2, date="2027-04-01")
    assert sentences(State.holding([*empty, asked, later]), "s", "en") == [
        "One question is still open and we meet again on Thursday 1 April 2027."
    ]
    dropped = Question(id="d", session="s", text="no longer", fate=Fate.DROPPED, closed="s")
    assert sentences(State.holding([*empty, asked, dropped]), "s", "en") == ["One question is still open."]


@pytest.mark.parametrize(
    ("language", "told"),
    [("nl", "Eén persoon werkte in deze sessie."), ("en", "One person worked in this session.")],
)
def test_one_person_alone_works_in_the_singular(language: str, told: str) -> None:
    alone = [
        Profile(id="p", name="Klankbord"),
        Session(id="s", number=1),
        Participant(id="x", name="An"),
        Attendance(id="a", session="s", participant="x", presence=Presence.PRESENT),
    ]
    assert sentences(State.holding(alone), "s", language) == [told]


def test_it_stands_behind_what_was_decided_with_the_themes_who_spoke_and_what_is_still_to_come() -> None:
    state = State.holding(demo_records("en", date(2027, 3, 18)))
    view = dataclasses.replace(summary(state, network.sessions(state)[2].id), speakers=("Roos",))
    blocks = list(document(view, "en").blocks)
    outcome = blocks.index(Heading(2, "Decisions and agreements"))
    assert [type(block) for block in blocks[:outcome]] == [Heading, Paragraph, Paragraph]
    assert blocks[outcome - 1] == Paragraph("The session is still going on.")
    assert outcome < blocks.index(Heading(2, "In brief"))
    _heading, told, *facts = in_brief(view, Tongue("en"))
    assert isinstance(told, Lead)
    begins = [block.text.partition(" ")[0] for block in facts if isinstance(block, Paragraph)]
    assert begins == ["Themes:", "With", "Still"]
    empty = State.holding([Profile(id="p", name="Klankbord"), Session(id="s", number=1)])
    assert not list(in_brief(summary(empty, "s"), Tongue("en"))), "no heading without anything below it"


def test_where_nothing_was_decided_that_is_the_first_sentence() -> None:
    state = State.holding(demo_records("en", date(2027, 3, 18)))
    third = list(document(summary(state, network.sessions(state)[2].id), "en").plain)
    place = third.index(Heading(2, "Decisions and agreements"))
    assert third[place + 1] == Paragraph("Nothing has been decided or agreed so far.")


def test_an_evaluation_is_called_by_what_it_looks_back_on_wherever_the_programme_is_told() -> None:
    state = State.holding(demo_records("en", date(2027, 3, 18)))
    first, second, *_rest = network.sessions(state)
    for session in (first, second):
        told = render(document(summary(state, session.id), "en"))
        assert "Interim evaluation" in told[told.index("## Programme" if session is second else "## Next session") :]
