"""A vote that is open: what the room sees of it while it looks along, and every count and answer where it may."""

from __future__ import annotations

from typing import Any

import pytest

from data.i18n import set_language
from data.methods.votes.way import ABSTAIN
from data.model import Attendance, Entry, Option, Participant, Presence, Proposal, State, Version, Vote, Way
from screens.decision.open_vote import answering, cell_id, count_of, counting, named
from widgets.page import Line

PEOPLE = {"p1": "An", "p2": "Bo", "p3": "Cas"}


@pytest.fixture(autouse=True)
def in_english() -> None:
    set_language("en")


STATE = State(
    {
        "participants": {id_: Participant(id=id_, name=name) for id_, name in PEOPLE.items()},
        "proposals": {
            "v1": Proposal(
                id="v1",
                decision="d",
                position=1,
                versions=(Version(text="First wording", session="s"), Version(text="Later wording", session="s")),
            ),
            "v2": Proposal(id="v2", decision="d", position=2, versions=(Version(text="Another", session="s"),)),
            "v3": Proposal(id="v3", decision="other", position=1, versions=(Version(text="Elsewhere", session="s"),)),
        },
    }
)


def vote(way: Way, entry: Entry, **more: Any) -> Vote:
    options = (Option(proposal="v1", version=0), Option(proposal="v2", version=0))
    more.setdefault("options", options if way is not Way.FOR_AGAINST else options[:1])
    return Vote(id="b", decision="d", session="s", way=way, entry=entry, base=tuple(PEOPLE), roster=9, **more)


def plain(lines: list[Line]) -> list[str]:
    return ["".join(cell.content.plain for cell in line).rstrip() for line in lines]


def ids(lines: list[Line]) -> list[str]:
    return [cell.id for line in lines for cell in line if cell.id]


# Answers per person.

GIVEN = {"voters": ("p2", "p1"), "ballots": ({"v1": 1}, {ABSTAIN: 1})}


def test_the_room_sees_how_many_answered_and_neither_who_nor_what() -> None:
    lines = answering(STATE, vote(Way.FOR_AGAINST, Entry.PERSON, **GIVEN), 80, hidden=True)
    shown = "\n".join(plain(lines))
    assert plain(lines)[1:] == ["", " A  First wording", "", " 2 of 3 answered"]
    assert not [name for name in PEOPLE.values() if name in shown]
    assert "abstain" not in shown.casefold() and not ids(lines)


def test_the_facilitator_alone_sees_who_is_waited_for_and_what_was_answered() -> None:
    lines = answering(STATE, vote(Way.FOR_AGAINST, Entry.PERSON, **GIVEN), 80, hidden=False)
    assert plain(lines)[-6:] == [
        "",
        " 2 of 3 answered",
        " still to answer: Cas",
        "",
        " " + "Bo".ljust(22) + "  for",
        " " + "An".ljust(22) + "  abstain",
    ]
    assert ids(lines) == ["p2", "p1"]


def test_once_all_answered_nobody_is_waited_for() -> None:
    all_three = {"voters": tuple(PEOPLE), "ballots": ({"v1": 1}, {"v1": 2}, {"v1": 2})}
    shown = plain(answering(STATE, vote(Way.FOR_AGAINST, Entry.PERSON, **all_three), 80, hidden=False))
    assert shown[-5:-3] == [" 3 of 3 answered", ""]
    assert [line.split() for line in shown[-3:]] == [["An", "for"], ["Bo", "against"], ["Cas", "against"]]


def test_several_who_are_waited_for_stand_in_one_line_and_who_is_gone_is_left_out() -> None:
    asked = vote(Way.FOR_AGAINST, Entry.PERSON)
    shown = plain(answering(STATE, asked, 80, hidden=False))
    assert " still to answer: An, Bo, Cas" in shown
    gone = Vote(**{field: getattr(asked, field) for field in asked.__struct_fields__} | {"base": ("p1", "gone")})
    shown = plain(answering(STATE, gone, 80, hidden=False))
    assert " still to answer: An" in shown and " 0 of 2 answered" in shown


def test_who_left_meanwhile_is_not_waited_for_and_who_came_joins_the_next_vote() -> None:
    there = {"p1": Presence.PRESENT, "p2": Presence.LEFT, "p4": Presence.PRESENT}
    rows = {id_: Attendance(id=id_, session="s", participant=id_, presence=how) for id_, how in there.items()}
    people = {**STATE.tables["participants"], "p4": Participant(id="p4", name="Dora")}
    state = State({**STATE.tables, "participants": people, "attendance": rows})
    shown = plain(answering(state, vote(Way.FOR_AGAINST, Entry.PERSON), 80, hidden=False))
    told = [" still to answer: An, Cas", " no answer from: Bo", " joins the next vote: Dora"]
    assert [line for line in shown if line in told] == told
    assert "Bo" not in "".join(plain(answering(state, vote(Way.FOR_AGAINST, Entry.PERSON), 80, hidden=True)))


def test_an_answer_of_who_is_gone_has_no_name() -> None:
    shown = plain(
        answering(STATE, vote(Way.FOR_AGAINST, Entry.PERSON, voters=("x",), ballots=({"v1": 1},)), 80, hidden=False)
    )
    assert shown[-1] == " " + "?".ljust(22) + "  for"


def test_an_answer_about_several_proposals_is_told_by_their_letters() -> None:
    given: dict[str, Any] = {"voters": ("p1", "p2"), "ballots": ({"v2": 1}, {})}
    shown = plain(answering(STATE, vote(Way.ALL_OF_US, Entry.PERSON, **given), 80, hidden=False))
    assert shown[-2].split() == ["An", "B"]
    assert shown[-1].endswith("none of these")


@pytest.mark.parametrize("hidden", [True, False])
def test_of_a_secret_vote_nothing_shows_but_what_is_voted_on(hidden: bool) -> None:
    secret = vote(Way.ALL_OF_US, Entry.SECRET, ballots=({"v1": 1}, {"v2": 1}))
    shown = plain(answering(STATE, secret, 80, hidden=hidden))
    assert shown[1:] == ["", " A  First wording", " B  Another"]
    assert "3 may vote" in shown[0] and shown[0].startswith(" ")


# What is voted on.


def test_the_wording_is_that_of_the_version_that_was_put_to_the_vote() -> None:
    later = vote(
        Way.ALL_OF_US, Entry.PERSON, options=(Option(proposal="v1", version=1), Option(proposal="gone", version=0))
    )
    assert named(STATE, later) == {"v1": ("A", "Later wording"), "gone": ("?", "")}


def test_a_long_wording_goes_on_below_itself() -> None:
    text = "een voorstel dat niet op een regel past"
    state = State({"proposals": {"v1": Proposal(id="v1", decision="d", versions=(Version(text=text, session="s"),))}})
    shown = plain(answering(state, vote(Way.FOR_AGAINST, Entry.SECRET), 30, hidden=True))
    wording = [line for line in shown if line.strip()][-2:]
    assert wording[0].startswith(" A  een") and wording[1].startswith("    ") and wording[1][4] != " "


# Hands.


def test_hands_have_a_line_for_every_count_with_what_was_counted() -> None:
    asked = vote(Way.FOR_AGAINST, Entry.HANDS, counts={"v1": {"for": 12, "against": 0}})
    lines = counting(STATE, asked, 80)
    assert plain(lines)[1:] == [
        "",
        " A  First wording",
        "",
        "     0   against",
        "     ·   abstain",
        "    12   for",
    ]
    assert ids(lines) == ["b:v1:against", "b:v1:abstain", "b:v1:for"]


def test_what_was_not_counted_yet_has_a_dot_and_is_not_zero() -> None:
    asked = vote(Way.ALL_OF_US, Entry.HANDS, counts={"v2": {"agree": 3}}, abstained=2)
    shown = {line.split(maxsplit=1)[1]: line.split()[0] for line in plain(counting(STATE, asked, 80))[2:]}
    assert shown["abstained"] == "2" and shown["answered in all"] == "·" and shown["A  First wording"] == "·"
    assert count_of(asked, ("v1", "agree")) is None and count_of(asked, (None, "answered")) is None
    assert count_of(asked, ("v2", "agree")) == 3 and count_of(asked, (None, "abstained")) == 2
    assert count_of(vote(Way.ALL_OF_US, Entry.HANDS, answered=5), (None, "answered")) == 5


def test_hands_for_several_proposals_stand_by_letter_and_wording_each_below_the_other() -> None:
    lines = counting(STATE, vote(Way.DOTS, Entry.HANDS), 80)
    assert plain(lines)[1:] == [
        "",
        "     ·   A  First wording",
        "     ·   B  Another",
        "     0   abstained",
    ]
    assert ids(lines) == ["b:v1:dots", "b:v2:dots", "b::abstained"]


def test_a_long_wording_to_count_for_goes_on_below_itself_and_is_chosen_as_one() -> None:
    text = "een voorstel dat niet op een regel past"
    state = State({"proposals": {"v1": Proposal(id="v1", decision="d", versions=(Version(text=text, session="s"),))}})
    one = vote(Way.DOTS, Entry.HANDS, options=(Option(proposal="v1", version=0),))
    rows = [line for line in counting(state, one, 30) if ids([line]) == ["b:v1:dots"]]
    first, *more = plain(rows)
    assert first.startswith("     ·   A  een") and more
    assert all(line.startswith("         ") and line[9] != " " for line in more)
    assert " ".join(" ".join([first[12:], *more]).split()) == text


def test_several_answers_about_each_proposal_stand_in_a_row_below_it() -> None:
    asked = vote(Way.FINGERS, Entry.HANDS, counts={"v1": {"3": 2, "5": 11}})
    lines = counting(STATE, asked, 80)
    assert plain(lines)[1:] == [
        "",
        "        0     1     2     3     4     5 abstain",
        " A  First wording",
        "        ·     ·     ·     2     ·    11     ·",
        " B  Another",
        "        ·     ·     ·     ·     ·     ·     ·",
    ]
    answers = ["0", "1", "2", "3", "4", "5", "abstain"]
    assert ids(lines) == [f"b:{proposal}:{answer}" for proposal in ("v1", "v2") for answer in answers]
    assert {cell.width for line in lines for cell in line if cell.id} == {6}


def test_a_cell_is_known_by_its_vote_its_proposal_and_its_answer() -> None:
    asked = vote(Way.FOR_AGAINST, Entry.HANDS)
    assert cell_id(asked, ("v1", "for")) == "b:v1:for" and cell_id(asked, (None, "answered")) == "b::answered"
