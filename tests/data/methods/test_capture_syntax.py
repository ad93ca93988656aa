"""The one line of a brainstorm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.capture_syntax import Captured, LineKind, Sign, bare, candidates, complete, open_mark, read
from data.text import fold, line

TITLES = ("Houding", "Uitdagen", "Tijd en middelen")


GROUPS = tuple(f"groep {number}" for number in range(1, 5))


def who(fragment: str) -> str | None:
    return {"lien": "Lien", "an peeters": "An Peeters"}.get(fragment.lower())


@pytest.mark.parametrize(
    ("typed", "text", "cluster", "new", "person", "subgroup"),
    [
        ("meer fietsen", "meer fietsen", "", False, None, None),
        ("meer fietsen #houding", "meer fietsen", "Houding", False, None, None),
        ("meer fietsen =Houding ", "meer fietsen", "Houding", False, None, None),
        ("meer fietsen =tijd en middelen", "meer fietsen", "Tijd en middelen", False, None, None),
        ("meer fietsen ##tijd", "meer fietsen", "Tijd", True, None, None),
        ("meer fietsen =#wegen en paden", "meer fietsen", "Wegen en paden", True, None, None),
        ("meer fietsen ##houding", "meer fietsen", "Houding", False, None, None),
        ("meer fietsen #houding @lien +groep 2", "meer fietsen", "Houding", False, "Lien", 2),
        ("meer fietsen +Groep 2 :an peeters =uitdagen", "meer fietsen", "Uitdagen", False, "An Peeters", 2),
        ("mail @jan morgen #houding", "mail @jan morgen", "Houding", False, None, None),
        ("punt #3 van de agenda @lien", "punt #3 van de agenda", "", False, "Lien", None),
        ("#houding #uitdagen", "#houding", "Uitdagen", False, None, None),
    ],
)
def test_reads_marks_that_are_written_out_at_the_end(
    typed: str, text: str, cluster: str, new: bool, person: str | None, subgroup: int | None
) -> None:
    found = read(typed, titles=TITLES, who=who, groups=GROUPS)
    assert (found.text, found.cluster, found.new, found.who, found.subgroup) == (text, cluster, new, person, subgroup)
    assert found.kind is LineKind.NOTE


@pytest.mark.parametrize(
    "typed",
    [
        "wij zijn #1",
        "een twee drie vier =vijf",
        "dit idee +1",
        "+2 meer fietsen",
        "+7 procent meer",
        "samen lachen :D",
        "leuk :p",
        "leuk :)",
        ":D",
        ":lien",
        "=)",
        "+5",
        "+9",
        "#samen leuk",
        "meer fietsen #hou",
        "meer fietsen #9",
        "meer fietsen #nieuwe naam",
        "mail @jan morgen",
        "@li",
        "C# en .NET",
        "let op: a = b",
        "een # los",
        "een #",
        "#een heel lange zin met een sleutelwoord",
        "een ##een heel lange zin met een sleutelwoord",
        "een ##)",
        "#houding @lien",
    ],
)
def test_a_sign_that_was_not_chosen_stays_text(typed: str) -> None:
    assert read(typed, titles=TITLES, who=who, groups=GROUPS) == Captured(LineKind.NOTE, typed)


@pytest.mark.parametrize(
    ("typed", "cluster", "new", "subgroup"),
    [
        ("#hou", "Houding", False, None),
        ("=2", "Uitdagen", False, None),
        ("#midd", "Tijd en middelen", False, None),
        ("=#nieuw", "Nieuw", True, None),
        ("+3", "", False, 3),
        ("+groep 3", "", False, 3),
        ("+0", "", False, 0),
        ("  =uit +4 ", "Uitdagen", False, 4),
        ("+4 =uit", "Uitdagen", False, 4),
    ],
)
def test_a_line_of_its_own_sets_what_comes(typed: str, cluster: str, new: bool, subgroup: int | None) -> None:
    found = read(typed, titles=TITLES, who=who, groups=GROUPS)
    assert (found.text, found.cluster, found.new, found.subgroup, found.who) == ("", cluster, new, subgroup, None)
    assert found.marks


def test_a_sign_in_front_makes_it_a_question_or_an_agreement() -> None:
    asked = read("? hoe doen anderen dat @lien", titles=TITLES, who=who)
    assert (asked.kind, asked.text, asked.who) == (LineKind.QUESTION, "hoe doen anderen dat", "Lien")
    agreed = read("!zaal boeken @Lien", titles=TITLES, who=who)
    assert (agreed.kind, agreed.text, agreed.who) == (LineKind.AGREEMENT, "zaal boeken", "Lien")
    whole = read("!zaal boeken; @li; vrijdag", titles=TITLES, who=who)
    assert whole.text == "zaal boeken; @li; vrijdag"
    assert read("?wat is #hou", titles=TITLES).text == "wat is #hou", "a question is not put in a cluster"


def test_an_unattributed_note_keeps_its_at_sign() -> None:
    found = read("meer fietsen @lien", who=who, attributed=False)
    assert (found.text, found.who) == ("meer fietsen @lien", None)
    assert read("?waarom @lien", who=who, attributed=False).who == "Lien"


def test_completes_an_open_mark() -> None:
    mark = open_mark("meer fietsen #ti")
    assert mark is not None
    assert (mark.sign, mark.fragment) == (Sign.CLUSTER, "ti")
    assert complete("meer fietsen #ti", mark, "Tijd en middelen") == "meer fietsen #Tijd en middelen "
    assert open_mark("meer fietsen") is None
    group = open_mark("meer fietsen +2")
    assert group is not None and candidates(group.fragment, GROUPS) == ["groep 2"]
    assert read(complete("meer fietsen +2", group, "groep 2"), groups=GROUPS).subgroup == 2
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
    found = read(typed, titles=titles, who=who, groups=[f"groep {n}" for n in range(subgroups)])
    left = typed
    for mark in reversed(found.marks):
        left = left[: mark.start] + left[mark.end :]
    if found.kind is not LineKind.NOTE:
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


def test_the_titles_are_counted_from_one() -> None:
    assert [candidates(str(number), TITLES) for number in range(5)] == [[], ["Houding"], ["Uitdagen"], [TITLES[2]], []]


def test_an_agreement_in_full_is_left_to_its_own_reader() -> None:
    assert read("! zaal; @lien; mei", who=who) == Captured(LineKind.AGREEMENT, "zaal; @lien; mei")
    assert read("! zaal @lien", who=who).who == "Lien"


def test_a_sign_alone_names_nobody() -> None:
    asked: list[str] = []
    assert read("idee @", who=asked.append) == Captured(LineKind.NOTE, "idee @")
    assert asked == []
