"""The one line of a brainstorm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.capture_syntax import Captured, Kind, Sign, bare, candidates, complete, open_mark, read
from data.text import fold, line

TITLES = ("Houding", "Uitdagen", "Tijd en middelen")


def who(fragment: str) -> str | None:
    return {"li": "Lien", "lien": "Lien", "an p": "An Peeters"}.get(fragment.lower())


@pytest.mark.parametrize(
    ("typed", "text", "cluster", "new", "person", "subgroup"),
    [
        ("meer fietsen", "meer fietsen", "", False, None, None),
        ("meer fietsen #hou", "meer fietsen", "Houding", False, None, None),
        ("meer fietsen =hou", "meer fietsen", "Houding", False, None, None),
        ("meer fietsen #2", "meer fietsen", "Uitdagen", False, None, None),
        ("meer fietsen #9", "meer fietsen #9", "", False, None, None),
        ("meer fietsen #midd", "meer fietsen", "Tijd en middelen", False, None, None),
        ("meer fietsen #wegen en paden", "meer fietsen", "Wegen en paden", True, None, None),
        ("meer fietsen ##tijd", "meer fietsen", "Tijd", True, None, None),
        ("meer fietsen ##houding", "meer fietsen", "Houding", False, None, None),
        ("meer fietsen #hou @li +2", "meer fietsen", "Houding", False, "Lien", 2),
        ("meer fietsen +2 :an p =uit", "meer fietsen", "Uitdagen", False, "An Peeters", 2),
        ("+3 meer fietsen", "meer fietsen", "", False, None, 3),
        ("+3", "", "", False, None, 3),
        ("+0", "", "", False, None, 0),
        ("+7 procent meer", "+7 procent meer", "", False, None, None),
        ("mail @jan morgen", "mail @jan morgen", "", False, None, None),
        ("mail @jan morgen #hou", "mail @jan morgen", "Houding", False, None, None),
        ("punt #3 van de agenda", "punt #3 van de agenda", "", False, None, None),
        ("punt #3 van de agenda @li", "punt #3 van de agenda", "", False, "Lien", None),
        ("C# en .NET", "C# en .NET", "", False, None, None),
        ("let op: a = b", "let op: a = b", "", False, None, None),
        ("een # los", "een # los", "", False, None, None),
        ("een #", "een #", "", False, None, None),
        ("#een heel lange zin met een sleutelwoord", "#een heel lange zin met een sleutelwoord", "", False, None, None),
        ("#hou #uit", "#hou", "Uitdagen", False, None, None),
    ],
)
def test_reads_marks_at_the_end(
    typed: str, text: str, cluster: str, new: bool, person: str | None, subgroup: int | None
) -> None:
    found = read(typed, titles=TITLES, who=who, subgroups=4)
    assert (found.text, found.cluster, found.new, found.who, found.subgroup) == (text, cluster, new, person, subgroup)
    assert found.kind is Kind.NOTE


def test_a_sign_in_front_makes_it_a_question_or_an_agreement() -> None:
    asked = read("? hoe doen anderen dat @li", titles=TITLES, who=who)
    assert (asked.kind, asked.text, asked.who) == (Kind.QUESTION, "hoe doen anderen dat", "Lien")
    agreed = read("!zaal boeken @li", titles=TITLES, who=who)
    assert (agreed.kind, agreed.text, agreed.who) == (Kind.AGREEMENT, "zaal boeken", "Lien")
    whole = read("!zaal boeken; @li; vrijdag", titles=TITLES, who=who)
    assert whole.text == "zaal boeken; @li; vrijdag"
    assert read("?wat is #hou", titles=TITLES).text == "wat is #hou", "a question is not put in a cluster"


def test_an_unattributed_note_keeps_its_at_sign() -> None:
    found = read("meer fietsen @li", who=who, attributed=False)
    assert (found.text, found.who) == ("meer fietsen @li", None)
    assert read("?waarom @li", who=who, attributed=False).who == "Lien"


def test_completes_an_open_mark() -> None:
    mark = open_mark("meer fietsen #ti")
    assert mark is not None
    assert (mark.sign, mark.fragment) == (Sign.CLUSTER, "ti")
    assert complete("meer fietsen #ti", mark, "Tijd en middelen") == "meer fietsen #Tijd en middelen "
    assert open_mark("meer fietsen") is None
    assert open_mark("meer fietsen +2") is None
    assert candidates("", TITLES) == list(TITLES)
    assert candidates("en", TITLES) == ["Tijd en middelen"]


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [("- een", "een"), ("• een", "een"), ("12) een", "een"), ("1. een", "een"), ("-5 graden", "-5 graden"), ("-", "-")],
)
def test_takes_bullets_off(pasted: str, kept: str) -> None:
    assert bare(pasted) == kept


one_line = st.text(max_size=60).map(line)


@given(one_line, st.lists(one_line.filter(fold), max_size=5, unique_by=fold), st.integers(0, 9))
def test_no_character_is_lost(typed: str, titles: list[str], subgroups: int) -> None:
    """What is not understood stays: the text, the marks and the sign in front make up the line again."""
    found = read(typed, titles=titles, who=who, subgroups=subgroups)
    left = typed
    for mark in reversed(found.marks):
        left = left[: mark.start] + left[mark.end :]
    if found.kind is not Kind.NOTE:
        left = left.lstrip()[1:]
    assert found.text == left.strip()


@given(one_line.filter(fold), st.lists(one_line.filter(fold), min_size=1, max_size=5, unique_by=fold), st.data())
def test_a_completed_title_is_the_title(text: str, titles: list[str], data: st.DataObject) -> None:
    title = data.draw(st.sampled_from(titles))
    typed = "idee #"
    mark = open_mark(typed)
    assert mark is not None
    found: Captured[str] = read(complete(typed, mark, title), titles=titles)
    assert (found.cluster, found.new, found.text) == (title, False, "idee")
