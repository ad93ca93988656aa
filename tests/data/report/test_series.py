"""The report of the whole series: what was promised and asked with what came of it, for whom it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.demo import demo_records
from data.model import (
    Action,
    Activity,
    ActivityKind,
    Attendance,
    Decision,
    DecisionStatus,
    Engagement,
    Evaluation,
    EvaluationKind,
    Fate,
    Kept,
    Liked,
    Liking,
    Parked,
    Participant,
    Presence,
    Profile,
    Promise,
    Question,
    QuestionKind,
    Record,
    Refused,
    Session,
    SessionStatus,
    Spoken,
    SpokenKind,
    State,
)
from data.network import Network
from data.report.export import rendered
from data.report.formats import formats_for, formats_of
from data.report.report import Report, without_of
from data.report.series_view import series
from data.report.wanted import About, Naming, Version, Wanted
from tui.cli import main

FORMS = [
    Evaluation(id=f"e{n}", session="s2", activity="x", content=8, learning=("to listen",), suggestions=("more time",))
    for n in range(5)
]


def network(*more: Record) -> State:
    sessions = [
        Session(id="s1", number=1, date="2027-02-18", place="Ghent", status=SessionStatus.CLOSED, themes=("talent",)),
        Session(id="s2", number=2, date="2027-03-18", status=SessionStatus.CLOSED),
        Session(id="s3", number=3, date="2027-04-18"),
    ]
    people = [Participant(id=id_, name=name) for id_, name in (("a", "An Bos"), ("b", "Bo Maes"))]
    there = [
        Attendance(id=f"{who}{session}", session=session, participant=who, presence=presence)
        for who, session, presence in (
            ("a", "s1", Presence.PRESENT),
            ("a", "s2", Presence.LEFT),
            ("b", "s1", Presence.EXCUSED),
            ("b", "s2", Presence.PRESENT),
        )
    ]
    profile = Profile(id="p", name="Sounding board", language="en", theme="Talent", shared_goal="One thing tried")
    return State.holding([profile, *sessions, *people, *there, *more])


def whole() -> State:
    return network(
        Promise(id="k1", session="s1", text="Cases", checks={"s2": Kept.KEPT, "s1": Kept.NOT_YET}),
        Promise(id="k2", session="s1", text="Tips"),
        Engagement(id="g", session="s1", text="Bring a case", who=("a",), fate=Fate.CLOSED, closed="s2"),
        Action(
            id="c", session="s1", text="Find a room", who=("b",), named="Cem", due="Friday", fate=Fate.CLOSED,
            closed="s2", words="a barn",
        ),
        Question(id="q1", session="s1", text="Why?", participant="a", fate=Fate.CLOSED, closed="s2", words="because"),
        Question(id="q2", session="s1", text="How?", participant="b", also=("a",)),
        Question(id="q3", session="s1", text="Nothing useful", kind=QuestionKind.EXPECTATION, fate=Fate.DROPPED),
        Question(id="q4", session="s1", text="Been there", kind=QuestionKind.EXPERIENCE),
        Parked(id="r", session="s1", text="Wages"),
        Decision(
            id="d", session="s1", question="Where?", outcome="In Ghent", status=DecisionStatus.DECIDED,
            decided_in="s2", decided_by="consent",
        ),
        Decision(id="n", session="s2", question="When?"),
        Activity(id="x", session="s2", kind=ActivityKind.EVALUATION, position=1, evaluates=EvaluationKind.FINAL),
        Spoken(id="m", session="s2", activity="x", kind=SpokenKind.LEARNED, text="to wait"),
        Liking(id="l", session="s2", activity="x", form=ActivityKind.BRAINSTORM, liked=Liked.LIKED, why="quick"),
        *FORMS,
    )  # fmt: skip


def text(state: State, language: str = "en", **how: object) -> str:
    (made,) = rendered(Report(state, "s1", About.SERIES, Wanted(language, **how)), "md").values()  # type: ignore[arg-type]
    return str(made)


def test_it_tells_what_was_promised_and_asked_and_what_came_of_it() -> None:
    told = text(whole())
    for line in (
        "# Sounding board: the whole series",
        "Our shared goal: One thing tried",
        "In 2 sessions, 2 people learned from one another. That led to 1 decision and 1 agreement.",
        "One of 2 learning questions was answered.",
        "- In Ghent *(Where? · consent · session 2)*",
        "- When? *(Not decided yet: exploring.)*",
        "- Cases *(session 1: not kept yet · session 2: kept)*",
        "- Tips *(open)*",
        "- Bring a case *(An Bos · done in session 2)*",
        "- Find a room *(Bo Maes and Cem · Friday · from session 1 · done in session 2 · “a barn”)*",
        "- Why? *(An Bos · from session 1 · answered in session 2 · “because”)*",
        "- How? *(Bo Maes and An Bos · from session 1 · open)*",
        "- Nothing useful *(from session 1 · dropped)*",
        "- to listen *(5×)*\n- to wait",
        "## Suggestions\n\n- more time *(5×)*",
        "- Brainstorm *(liked · quick)*",
        "| 1 | Thursday 18 February 2027 | Ghent | talent | 1 of 2 |",
        "One person attended at least three quarters of the sessions.",
        "The regulars: An Bos",
    ):
        assert line in told, line
    assert told.index("The regulars") < told.index("| 1 | Thursday"), "nothing is left over under a table"
    assert "Been there" not in told and "Wages" not in told and "s3" not in told


def test_the_scores_are_told_once_two_sessions_have_enough_forms() -> None:
    assert "scores over the sessions" not in text(whole())
    first = [Evaluation(id=f"f{n}", session="s1", activity="y", content=6, learning=("early",)) for n in range(5)]
    earlier = Activity(id="y", session="s1", kind=ActivityKind.EVALUATION, position=1)
    two = State.holding([*(r for rows in whole().tables.values() for r in rows.values()), earlier, *first])
    told = text(two)
    assert "## The scores over the sessions" in told and "+2, " in told and "### Session 1\n\n- early" in told
    few = State.holding([r for rows in two.tables.values() for r in rows.values() if r.id not in {"f0", "e0"}])
    assert "early" not in text(few) and "to listen" not in text(few) and "to wait" in text(few)


def test_a_version_holds_what_is_for_whom_it_is() -> None:
    assert "Wages" in text(whole(), version=Version.FACILITATOR)
    told = text(whole(), version=Version.COMMISSIONER)
    for said in ("Why?", "because", "a barn", "to listen", "to wait", "quick", "more time", "Wages", "The regulars"):
        assert said not in told, said
    for known in ("In Ghent", "Cases", "Find a room", "liked", "of 2 learning questions", "One person attended"):
        assert known in told, known
    nameless = text(whole(), naming=Naming.NONE)
    assert not any(name in nameless for name in ("An Bos", "Bo Maes", "AB", "regulars"))
    assert "The regulars: AB" in text(whole(), naming=Naming.INITIALS)


def test_sections_are_left_out_by_their_keys_and_those_of_a_summary_are_not_known() -> None:
    without = without_of("questions,learned", About.SERIES)
    told = text(whole(), without=without)
    assert "Why?" not in told and "to listen" not in told and "In Ghent" in told
    with pytest.raises(Refused) as caught:
        without_of("clusters", About.SERIES)
    assert "promises" in str(caught.value.said.fills["known"])
    with pytest.raises(Refused) as caught:
        without_of("clusters", About.REMINDER)
    assert "known" not in caught.value.said.fills


def test_of_a_network_in_which_nothing_happened_only_its_name_is_told() -> None:
    nothing = State.holding([Profile(id="p", name="Empty", language="en"), Session(id="s1", number=1)])
    assert text(nothing) == "# Empty: the whole series\n"
    assert series(nothing).over == () and series(nothing).held == ()
    with pytest.raises(Refused):
        series(State())


def test_what_does_not_fit_it_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {"md", "html", "pdf", "docx"} <= set(formats_for(About.SERIES))
    for ending in ("xlsx", "csv", "ics", "eml", "svg"):
        with pytest.raises(Refused):
            formats_of(f"md,{ending}", About.SERIES)
    path = tmp_path / "demo.kring.json"
    Network.create(path, demo_records("nl", date(2027, 3, 18))).close()
    for arguments in (["--format", "csv"], ["--session", "1"], ["--without", "weather"]):
        assert main(["export", str(path), "--series", *arguments]) == 2
        captured = capsys.readouterr()
        assert captured.out == "" and captured.err.count("\n") == 1
    assert main(["export", str(path), "--series", "--format", "md,html"]) == 0
    made = [Path(line) for line in capsys.readouterr().out.split()]
    assert [each.name for each in made] == [f"2027-03-18-klankbordgroep-talent-hele-reeks.{e}" for e in ("md", "html")]
    assert "# Klankbordgroep talent: de hele reeks\n" in made[0].read_text("utf-8")
