"""What is printed for speed dates: the card of each participant, the plan on the door, the name tags."""

import pytest

from data.model import Activity, ActivityKind, Participant, Profile, Round, Session, SessionStatus, State
from data.report.blocks import A4, A6, TAG, Card, CardRow, Cards, CardSize, Heading, Plan, Table
from data.report.cards import cards, documents, lacking, plan, tags
from data.report.export import session_to_report
from data.report.formats import formats_for
from data.report.markdown import render
from data.report.wanted import About, Wanted


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
    made = list(cards(state(), "d").plain)
    assert [block.text for block in made if isinstance(block, Heading)][1:] == ["An", "Bo [x](y)", "Cem", "Dé"]
    tables = [block for block in made if isinstance(block, Table)]
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
    made = list(cards(State.holding([profile, Session(id="s", number=3), dates, *people, held]), "d").plain)
    names = ["Jan Coppens (Haven)", "Jan Coppens (Zorgpunt)", "Øyvind Berg", "Zita Maas"]
    assert [block.text for block in made if isinstance(block, Heading)][1:] == names
    (row,) = next(block for block in made if isinstance(block, Table)).rows
    assert row[2] == "Jan Coppens (Zorgpunt), Øyvind Berg and Zita Maas"


@pytest.mark.parametrize(("size", "many"), [(A6, 4), (TAG, 10)])
def test_cards_fill_an_a4_evenly_and_the_last_sheet_as_far_as_they_go(size: CardSize, many: int) -> None:
    assert 2 * size.beside + size.across * size.width == A4[0] and 2 * size.above + size.down * size.height == A4[1]
    sheets = list(Cards(size, tuple(Card(str(n)) for n in range(many * 2 + 1))).sheets)
    assert [len(sheet) for sheet in sheets] == [many, many, 1] and sheets[2][0].name == str(many * 2)


def test_a_card_with_much_on_it_is_set_smaller_so_that_all_of_it_is_there() -> None:
    def card(rounds: int, about: str) -> Card:
        return Card("An", rows=tuple(CardRow(str(n), "1", "Bo Claes", about) for n in range(rounds)))

    def size(*cards: Card) -> list[float]:
        return [Cards(A6, cards).text_size(each) for each in cards]

    assert size(*(card(rounds, "Wat?") for rounds in (0, 5, 8, 12, 16, 80))) == [12, 12, 12, 8.5, 6, 5]
    assert size(card(6, "x" * 100), card(6, "日" * 100), card(15, "")) == [9.5, 8, 10.5]
    named = [Card("An " * 20, rows=card(9, "Wat?").rows), Card("An", rows=card(9, "Wat?").rows)]
    assert [Cards(A6, ()).name_size(each) for each in named] == [15, 21] and size(*named)[0] < size(*named)[1]


def test_the_plan_on_the_door_has_the_table_of_everybody_in_every_round() -> None:
    (found,) = (block for block in plan(state(), "d").blocks if isinstance(block, Plan))
    assert found.head == ("Round", "1", "2")
    assert found.rows == (("An", "1", "1"), ("Bo [x](y)", "1", "–"), ("Cem", "2", "1"), ("Dé", "2", ""))
    assert [Plan((), (("",),) * people).row_height for people in (5, 24, 60)] == [14, 215 / 25, 8]


def test_a_name_tag_has_the_first_name_large_and_everybody_who_is_still_in_the_network_has_one() -> None:
    people = [
        Participant(id="1", name="An Van den Broeck", organisation="Haven", function="coach"),
        Participant(id="2", name="Mevr. Claes", function="coach"),
        Participant(id="3", name="Bo Maes", left="2026-01-01"),
    ]
    kept = State.holding([Profile(id="n", name="Test"), Session(id="s", number=1, date="2027-01-01"), *people])
    found = tags(kept, "s").cards
    assert found and found.size == TAG
    told = [(card.name, card.family, card.below, card.above) for card in found.cards]
    assert told == [("An", "Van den Broeck", "Haven", "Test"), ("Claes", "", "coach", "Test")]


def test_what_is_printed_is_of_the_session_to_come_and_an_invitation_of_the_first() -> None:
    every = [(1, SessionStatus.CLOSED), (2, SessionStatus.PLANNED), (3, SessionStatus.PLANNED)]
    kept = State.holding([Session(id=f"s{number}", number=number, status=status) for number, status in every])
    meant = [session_to_report(kept, None, about) for about in (About.SESSION, About.CARDS, About.PAPER)]
    assert meant == ["s1", "s2", "s2"] and session_to_report(kept, None, About.INVITATION) == "s1"
    assert session_to_report(State(), None, About.INVITATION) == ""


def test_what_is_only_printed_is_neither_markdown_nor_a_table() -> None:
    assert set(formats_for(About.CARDS)) == set(formats_for(About.PAPER)) == {"html", "pdf", "docx"}
    assert set(formats_for(About.INVITATION)) == {"md", "html", "pdf", "docx", "ics", "eml"}


def test_what_is_left_out_is_not_printed_and_a_session_without_rounds_says_so() -> None:
    def kept(*without: str) -> list[str]:
        return [behind for behind, _document in documents(state(), "s", Wanted("en", without=frozenset(without)))]

    assert kept() == ["", "table-plan", "name-tags"] and lacking(state(), "s") == []
    assert kept("cards") == ["table-plan", "name-tags"] and kept("table_plan", "name_tags") == [""]
    bare = State.holding(record for kind in (Activity, Profile, Session) for record in state().all(kind))
    assert [said.fills for said in lacking(bare, "s")] == [{"number": 3}]
