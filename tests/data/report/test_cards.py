"""The card of each participant: where, with whom, about what."""

from data.model import Activity, ActivityKind, Participant, Profile, Round, Session, State
from data.report.blocks import Heading, Table
from data.report.cards import cards
from data.report.markdown import render


def state() -> State:
    people = [Participant(id=name[0], name=name) for name in ("An", "Bo [x](y)", "Cem", "Dé")]
    turns = [
        Round(id="2", session="s", activity="d", number=2, tables=(("A", "C"),), sits_out=("B",), prompt="Why | how?"),
        Round(id="1", session="s", activity="d", number=1, tables=(("A", "B"), ("D", "C")), held=True),
        Round(id="x", session="s", activity="other", number=1, tables=(("A", "D"),)),
    ]
    dates = Activity(id="d", session="s", kind=ActivityKind.SPEED_DATES, position=1)
    profile = Profile(id="n", name="Test", language="en")
    return State.holding([profile, Session(id="s", number=3), dates, *people, *turns])


def test_everybody_has_a_card_with_every_round_in_its_order() -> None:
    made = cards(state(), "d")
    assert [block.text for block in made.blocks if isinstance(block, Heading)][1:] == ["An", "Bo [x](y)", "Cem", "Dé"]
    tables = [block for block in made.blocks if isinstance(block, Table)]
    assert tables[0].rows == (("1", "1", "Bo [x](y)", ""), ("2", "1", "Cem", "Why | how?"))
    assert tables[1].rows == (("1", "1", "An"), ("2", "", "sits out"))
    assert tables[3].rows == (("1", "2", "Cem"),), "nothing for the round that Dé was not there for"


def test_markdown_shows_names_letter_for_letter_in_the_language_of_the_network() -> None:
    text = render(cards(state(), "d"))
    assert text.startswith("# Speed dates · Test · session 3\n")
    assert "## Bo \\[x\\](y)\n" in text
    assert "Why \\| how?" in text
    assert "# Kennismaking" in render(cards(state(), "d", "nl"))


def test_without_rounds_there_is_only_the_title() -> None:
    alone = State.holding(record for kind in (Activity, Profile, Session) for record in state().all(kind))
    assert len(cards(alone, "d").blocks) == 1


def test_namesakes_are_told_apart_and_letters_with_a_stroke_have_their_place() -> None:
    people = [
        Participant(id="1", name="Øyvind Berg"),
        Participant(id="2", name="Jan Coppens", organisation="Haven"),
        Participant(id="3", name="Zita Maas"),
        Participant(id="4", name="Jan Coppens", organisation="Zorgpunt"),
    ]
    held = Round(id="1", session="s", activity="d", number=1, tables=(("3", "4", "1", "2"),), held=True)
    dates = Activity(id="d", session="s", kind=ActivityKind.SPEED_DATES, position=1)
    profile = Profile(id="n", name="Test", language="en")
    made = cards(State.holding([profile, Session(id="s", number=3), dates, *people, held]), "d")
    names = ["Jan Coppens (Haven)", "Jan Coppens (Zorgpunt)", "Øyvind Berg", "Zita Maas"]
    assert [block.text for block in made.blocks if isinstance(block, Heading)][1:] == names
    (row,) = next(block for block in made.blocks if isinstance(block, Table)).rows
    assert row[2] == "Jan Coppens (Zorgpunt), Øyvind Berg and Zita Maas"
