"""A decision in a document: what was decided first, and the whole way there."""

from dataclasses import replace
from datetime import date

from data.demo import demo_records
from data.model import DecisionStatus, ObjectionFate, Phase, State, SwotKind
from data.model.decision import Entry, Way
from data.report.document import document
from data.report.markdown import render
from data.report.process import record
from data.report.records import Decided, Objected, Proposed, Voted, VoteLine, Wording
from data.report.tongue import Tongue
from data.report.view import summary
from data.verbs import network

VOTE = VoteLine(
    session=2,
    way=Way.CONSENT,
    entry=Entry.HANDS,
    base=12,
    roster=15,
    answered=11,
    abstained=0,
    options=(Voted("A", "Old words", (("agree", 9), ("concern", 2), ("4", 1))),),
    outcome="decided_with_concerns",
)
DECIDED = Decided(
    question="What next?",
    origin="the poll",
    importance="time",
    status=DecisionStatus.DECIDED,
    phase=Phase.DECIDE,
    planned=((Phase.EXPLORE, 1),),
    proposals=(
        Proposed(
            "A",
            (Wording("Old words", 1, "shorter"), Wording("New words", 2)),
            cluster="Attitude",
            who="An",
            swot=((SwotKind.THREAT, ("it rains",)),),
        ),
        Proposed("B", (Wording("Other", 1),), dropped=True),
    ),
    votes=(VOTE,),
    objections=(Objected("A", "Too dear", "Els", False, ObjectionFate.INTEGRATED, "cheaper room"),),
    outcome="We take A",
    decided_by="consent",
    decided_in=2,
    here=True,
    provisional=True,
    dissent="one doubts",
    review="in May",
    supersedes="What now?",
)

PROPOSALS = """\
- A: New words *(from the cluster “Attitude” · by An)*
  - earlier wording, session 1: Old words *(shorter)*
  - threat: it rains
- B: Other *(dropped)*
"""
VOTED = """\
*Vote in session 2 · consent · by show of hands · 11 of 12 present answered · network of 15*

- A: Old words *(agree: 9 · concern: 2 · 4: 1)*

Decided by consent; the concerns are noted.
"""


def told(decided: Decided) -> str:
    state = State.holding(demo_records("en", date(2027, 3, 18)))
    view = replace(summary(state, network.sessions(state)[1].id), decisions=(decided,))
    return render(document(view))


def test_the_record_of_a_decision_is_told_whole() -> None:
    text = told(DECIDED)
    for said in (
        "*Decided in session 2.*",
        "Background: the poll",
        "Why it matters: time",
        "It replaces: What now?",
        PROPOSALS,
        VOTED,
        "- Objection (A): Too dear *(Els · integrated · cheaper room)*",
        "Outcome: We take A\n\nDecided by: consent\n\nTo be confirmed next time",
        "Dissent and concerns: one doubts",
        "To be reviewed: in May",
    ):
        assert said in text, said


def test_what_was_decided_stands_first() -> None:
    head = told(DECIDED).split("## ")[1]
    assert "- We take A *(What next? · consent · provisional: to be confirmed next time)*" in head
    assert "Nothing was decided" not in head
    assert "We take A" not in told(replace(DECIDED, here=False)).split("## ")[1]


def test_what_is_not_there_is_not_told() -> None:
    bare = replace(
        DECIDED,
        origin="",
        importance="",
        status=DecisionStatus.OPEN,
        phase=Phase.PROPOSE,
        proposals=(),
        votes=(),
        objections=(),
        outcome="",
        decided_by="",
        provisional=False,
        dissent="",
        review="",
        supersedes="",
    )
    _, standing, *rest = record(bare, Tongue("en"))
    assert rest == []
    assert "Not decided yet: proposing. Planned: exploring in session 1." in str(standing)
    _, standing = record(replace(bare, planned=((Phase.PROPOSE, 2), (Phase.DECIDE, 3))), Tongue("en"))
    assert "Not decided yet: proposing in session 2. Planned: deciding in session 3." in str(standing), (
        "no phase is told twice"
    )
    _, standing = record(replace(bare, status=DecisionStatus.PARKED), Tongue("nl"))
    assert "Geparkeerd" in str(standing)


def test_a_vote_tells_of_abstentions_and_of_its_tie() -> None:
    vote = replace(
        VOTE,
        answered=None,
        abstained=3,
        outcome="tie",
        tie_way="draw",
        tie_break="nobody minds",
        drawn="B",
        entry=Entry.SECRET,
    )
    text = told(replace(DECIDED, votes=(vote,)))
    assert "secret · 12 present · network of 15 · 3 abstained" in text
    assert "A tie. The tie: drawn by lot · B · nobody minds." in text


def test_a_vote_on_several_proposals_tells_what_each_came_to() -> None:
    options = (Voted("A", "one", (("1", 3), ("2", 1)), "winner"), Voted("B", "other", (("2", 3),)))
    text = told(replace(DECIDED, votes=(replace(VOTE, way=Way.RANKING, options=options, outcome="winner"),)))
    assert "- A: one *(place 1: 3 · place 2: 1 · beats every other)*\n- B: other *(place 2: 3)*" in text
    assert "- A: Old words *(agree: 9" in told(DECIDED)


def test_a_decision_that_was_confirmed_or_replaced_says_so() -> None:
    text = told(replace(DECIDED, confirmed=3, superseded="And then?", review="2027-05-04"))
    assert "Confirmed in session 3." in text
    assert "Replaced by: And then?" in text
    assert "To be reviewed: Tuesday 4 May 2027" in text
    assert "provisional" not in text
    assert "To be confirmed" not in text


def test_every_decision_has_its_own_heading_in_the_document() -> None:
    state = State.holding(demo_records("en", date(2027, 3, 18)))
    view = summary(state, network.sessions(state)[1].id)
    titles = [block for block in document(view).blocks if getattr(block, "level", 0) == 3]
    assert any(getattr(title, "text", "") == view.decisions[0].question for title in titles)
