"""Files of a summary: which session, which formats, which names, never over another; and what a language writes."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from data.model import (
    Action,
    Activity,
    ActivityKind,
    Attendance,
    Cluster,
    Decision,
    DecisionStatus,
    Fate,
    Note,
    Objection,
    Participant,
    Presence,
    Profile,
    Question,
    Record,
    Refused,
    Rule,
    RuleKind,
    Session,
    SessionStatus,
    Spoken,
    SpokenKind,
    State,
    say,
)
from data.model.content import Parked
from data.report import export
from data.report.blocks import Document, Heading, Paragraph, Table
from data.report.document import attendance, document
from data.report.export import rendered, session_to_report, write, write_format
from data.report.formats import FORMATS, Format, formats_of
from data.report.markdown import render
from data.report.names import Names
from data.report.report import Report, without_of
from data.report.tongue import Tongue
from data.report.view import SummaryView, summary
from data.report.wanted import About, Naming, Version, Wanted

ALL_AND_COMMISSIONER = (Version.PARTICIPANTS, Version.COMMISSIONER)


def network(*more: Record) -> State:
    return State.holding(
        [
            Profile(id="p", name="Klankbord", language="en"),
            Session(id="s1", number=1, status=SessionStatus.CLOSED),
            Session(id="s2", number=2, status=SessionStatus.OPEN),
            Session(id="s3", number=3),
            *more,
        ]
    )


# Which session.


def test_without_a_number_the_latest_session_is_meant() -> None:
    assert session_to_report(network()) == "s2"
    planned = State.holding([Session(id="a", number=1), Session(id="b", number=2)])
    assert session_to_report(planned) == "a"


def test_a_session_is_found_by_its_number_and_one_that_is_not_there_is_refused() -> None:
    assert session_to_report(network(), 3) == "s3"
    with pytest.raises(Refused) as caught:
        session_to_report(network(), 4)
    assert caught.value.said.fills == {"number": 4}
    with pytest.raises(Refused) as caught:
        session_to_report(State())
    assert caught.value.said.fills == {}


# Which formats.


def test_formats_are_named_in_a_row_each_once_in_any_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMATS, "txt", Format(say("Text"), lays_out="x:y"))
    assert formats_of(" TXT, md ,,txt") == ("txt", "md")


@pytest.mark.parametrize(("asked", "unknown"), [("md,doc,odt", "doc, odt"), ("", ""), (" , ", "")])
def test_a_format_that_is_not_there_is_refused_and_the_others_are_told(asked: str, unknown: str) -> None:
    with pytest.raises(Refused) as caught:
        formats_of(asked)
    assert caught.value.said.fills == {"name": unknown, "known": ", ".join(FORMATS)}


# Which names.


def test_a_file_is_called_after_its_day_the_network_and_the_session() -> None:
    assert Report(network(), "s2").name == "klankbord-summary-session-2"
    assert Report(network(), "s2", wanted=Wanted("nl")).name == "klankbord-verslag-sessie-2"
    assert "cards" in Report(network(), "s2", About.CARDS).name
    dated = Session(id="s", number=1, date="2027-03-14")
    long = State.holding([Profile(id="p", name="k" * 90, language="en"), dated])
    assert Report(long, "s").name == "2027-03-14-" + "k" * 60 + "-summary-session-1"


@pytest.mark.parametrize("called", ["CON", "nul.", "a.", "lpt1", "日本", "…", "../../etc", "C:\\x: y?", "aux"])
def test_every_system_accepts_the_name_of_a_file(called: str) -> None:
    state = State.holding([Profile(id="p", name=called, language="en"), Session(id="s", number=1)])
    stem = Report(state, "s").name
    assert re.fullmatch("[a-z0-9][a-z0-9-]*[a-z0-9]", stem)
    assert not re.fullmatch("(con|prn|aux|nul|com[0-9]|lpt[0-9])", stem)


def test_while_a_session_goes_on_its_summary_says_what_is_not_over() -> None:
    kinds = (ActivityKind.ROUND_TABLE, ActivityKind.BREAK, ActivityKind.BRAINSTORM, ActivityKind.BREAK)
    items = [
        Activity(id=f"a{place}", session="s2", kind=kind, position=place)
        for place, kind in enumerate((*kinds, ActivityKind.EVALUATION, ActivityKind.CLOSE))
    ]
    begun = [replace(item, started="2027-03-14T09:05:00+01:00") for item in items]

    def open_at(now: int) -> Session:
        return Session(id="s2", number=2, status=SessionStatus.OPEN, now=f"a{now}")

    def told(now: int, *of_it: Activity) -> str:
        return render(document(summary(network(*items, *of_it, open_at(now)), "s2")))

    not_over = "Still to come: {}."
    assert not_over.format("Brainstorm and Evaluation") in told(0, begun[0])
    assert not_over.format("Evaluation") in told(2, begun[0], begun[2])
    asked = Question(id="q", session="s2", text="Hoe begin je?", activity="a0")
    note = Note(id="n", session="s2", activity="a2", text="Een idee")
    worked_on = render(document(summary(network(*items, asked, note, open_at(1)), "s2")))
    assert not_over.format("Evaluation") in worked_on, "what holds something began, whatever key was pressed"
    last = told(4, begun[0], begun[4])
    assert "is still going on." in last and "Still to come" not in last
    assert "still going on" not in told(5, begun[0], begun[5])
    closed = replace(network().get(Session, "s2"), status=SessionStatus.CLOSED)
    assert "still going on" not in render(document(summary(network(*items, closed), "s2")))


def test_people_are_named_in_full_by_their_initials_or_not_at_all() -> None:
    people = (Participant(id="a", name="An Peeters"), Participant(id="b", name="Bo Claes"))
    here = [
        Attendance(id=f"t{who.id}", session="s2", participant=who.id, presence=Presence.PRESENT, since="x")
        for who in people
    ]
    did = Action(id="1", session="s2", text="call", who=("b",), due="soon")
    state = network(*people, *here, did)
    told = {naming: summary(state, "s2", naming) for naming in Naming}
    assert [told[naming].agreements[0].who for naming in Naming] == [("Bo Claes",), ("BC",), ()]
    assert [[who.name for who in told[naming].attendance.present] for naming in Naming] == [
        ["An Peeters", "Bo Claes"],
        ["AP", "BC"],
        ["", ""],
    ]
    for naming in (Naming.INITIALS, Naming.NONE):
        text = render(document(told[naming]))
        assert "Bo" not in text and "Peeters" not in text
    assert [type(block) for block in attendance(told[Naming.NONE], Tongue("en"))] == [Heading, Paragraph]
    nameless = render(document(told[Naming.NONE]))
    assert "2 of 2 present" in nameless and "| What | When |" in nameless
    assert "| What | Who | When |" in render(document(told[Naming.FULL]))


def test_a_commissioner_reads_numbers_and_what_was_decided_and_nothing_that_a_person_said() -> None:
    asked = Question(id="q", session="s2", text="quoted")
    decided = Decision(
        id="d", session="s2", question="Where?", outcome="Here", status=DecisionStatus.DECIDED, decided_in="s2"
    )
    said = Objection(id="o", decision="d", proposal="p", text="quoted", session="s2")
    storm = Activity(id="b", session="s2", kind=ActivityKind.BRAINSTORM, position=1)
    cluster = Cluster(id="c", session="s2", activity="b", title="Together")
    note = Note(id="n", session="s2", activity="b", text="quoted", cluster="c")
    state = network(asked, decided, said, storm, cluster, note, Parked(id="k", session="s2", text="quoted"))
    for_all, for_them = (Report(state, "s2", wanted=Wanted(version=version)) for version in ALL_AND_COMMISSIONER)
    ((_behind, text),) = rendered(for_them, "md").items()
    assert "quoted" not in str(text) and "Here" in str(text) and "Together" in str(text)
    assert str(rendered(for_all, "md")[""]).count("quoted") == 3


def test_a_section_is_left_out_by_its_key_and_one_that_is_not_there_is_refused() -> None:
    state = network(Question(id="q", session="s2", text="why"))
    assert "why" in render(document(summary(state, "s2")))
    assert "why" not in render(document(summary(state, "s2"), without=without_of(" Questions,met")))
    with pytest.raises(Refused) as caught:
        without_of("questions,weather")
    assert caught.value.said.fills["name"] == "weather"
    assert "questions" in str(caught.value.said.fills["known"])


def test_a_file_that_is_there_stays_and_the_next_gets_a_number_and_is_the_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    written = [write(Report(network(), "s2"), ["md"], folder).paths[0] for _ in range(3)]
    stem = "klankbord-summary-session-2"
    assert [path.name for path in written] == [f"{stem}.md", f"{stem}-2.md", f"{stem}-3.md"]
    assert {path.stat().st_mode & 0o777 for path in written} == {0o600}
    assert len({path.read_bytes() for path in written}) == 1
    assert [made.again for made in write_format(Report(network(), "s2"), "html", folder)[0]] == [False]
    assert [made.again for made in write_format(Report(network(), "s2"), "html", folder)[0]] == [True]


def test_what_cannot_be_written_whole_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "made_of", lambda report, ending: ({"": b"x" * 9}, []))
    monkeypatch.setattr("builtins.open", full)
    with pytest.raises(OSError, match="full"):
        write_format(Report(network(), "s2"), "md", tmp_path)
    assert not list(tmp_path.iterdir())


def test_of_a_format_of_several_files_that_cannot_all_be_written_none_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = {"one": b"1", "two": b"2", "three": b"3"}
    monkeypatch.setattr(export, "made_of", lambda report, ending: (parts, []))
    opened = open

    def fills(handle: int, mode: str) -> object:
        return full(handle, mode) if len(list(tmp_path.iterdir())) == len(parts) else opened(handle, mode)

    monkeypatch.setattr("builtins.open", fills)
    with pytest.raises(OSError, match="full"):
        write_format(Report(network(), "s2"), "csv", tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_told_once_and_keeps_no_format_back_that_fits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = export.write_format

    def fits_html(report: Report, ending: str, folder: Path) -> object:
        if ending == "html":
            return kept(report, ending, folder)
        raise OSError(28, "full")

    monkeypatch.setattr(export, "write_format", fits_html)
    made = write(Report(network(), "s2"), ["md", "html", "csv"], tmp_path)
    assert [path.suffix for path in made.paths] == [".html"]
    assert [said.message for said in made.refused] == ["The disk is full: make room, or choose another place."]


def full(handle: int, mode: str) -> object:
    """A disk that is full once something is written."""
    os.close(handle)
    raise OSError(28, "full")


# What is in it, and what is not.


def view(*more: Record) -> SummaryView:
    return summary(network(*more), "s2", version=Version.FACILITATOR)


def test_rules_that_were_agreed_by_now_are_told_and_what_was_only_proposed_in_its_own_session() -> None:
    def rule(text: str, session: str, *, agreed: bool) -> Rule:
        return Rule(id=text, session=session, kind=RuleKind.GROUND_RULE, text=text, agreed=agreed)

    told = view(
        rule("agreed before", "s1", agreed=True),
        rule("agreed now", "s2", agreed=True),
        rule("agreed later", "s3", agreed=True),
        rule("proposed before", "s1", agreed=False),
        rule("proposed now", "s2", agreed=False),
    ).rules
    assert [(each.text, each.agreed) for each in told] == [
        ("agreed before", True),
        ("agreed now", True),
        ("proposed now", False),
    ]


def test_parked_points_are_told_where_they_were_parked_or_taken_up_and_while_they_wait() -> None:
    told = view(
        Parked(id="1", session="s1", text="waits"),
        Parked(id="2", session="s1", text="taken up before", treated="s1"),
        Parked(id="3", session="s1", text="taken up now", treated="s2"),
        Parked(id="4", session="s2", text="parked now"),
        Parked(id="5", session="s2", text="parked now, taken up later", treated="s3"),
        Parked(id="6", session="s3", text="parked later"),
    ).parked
    assert [(each.text, each.session, each.treated) for each in told] == [
        ("waits", 1, None),
        ("taken up now", 1, 2),
        ("parked now", 2, None),
        ("parked now, taken up later", 2, 3),
    ]


def test_a_question_says_where_it_was_asked_treated_and_answered() -> None:
    told = view(
        Question(id="1", session="s1", text="a", treated="s2", fate=Fate.CLOSED, closed="s3"),
        Question(id="2", session="s2", text="b"),
        Question(id="3", session="s1", text="elsewhere"),
    ).asked
    assert [(each.text, each.session, each.treated, each.answered) for each in told] == [
        ("a", 1, 2, 3),
        ("b", 2, None, None),
    ]


def test_what_was_said_aloud_is_told_by_question() -> None:
    def said(text: str, kind: SpokenKind) -> Spoken:
        return Spoken(id=text, session="s2", activity="e", kind=kind, text=text)

    (found,) = view(
        Activity(id="e", session="s2", kind=ActivityKind.EVALUATION, position=1, minutes=5),
        said("to listen", SpokenKind.LEARNED),
        said("well", SpokenKind.WENT),
    ).evaluations
    assert found.said == {SpokenKind.LEARNED: ("to listen",), SpokenKind.WENT: ("well",)}


def test_who_left_has_an_hour_of_leaving_and_who_stayed_has_none() -> None:
    def there(id_: str, presence: Presence) -> list[Record]:
        since, until = "2027-03-14T09:05:00+01:00", "2027-03-14T11:40:00+01:00"
        return [
            Participant(id=id_, name=id_),
            Attendance(id=f"a{id_}", session="s2", participant=id_, presence=presence, since=since, until=until),
        ]

    both = (*there("left", Presence.LEFT), *there("stayed", Presence.PRESENT))
    told = view(*both).attendance.present
    assert [(each.name, bool(each.since), bool(each.until)) for each in told] == [
        ("left", True, True),
        ("stayed", True, False),
    ]
    assert "2 of 2 present · one left early" in render(document(view(*both)))
    three = view(*both, *there("other", Presence.LEFT))
    assert "3 of 3 present · 2 left early" in render(document(three))


# Names and sessions.


def test_who_is_gone_has_no_name_and_stands_last() -> None:
    names = Names.of(network(Participant(id="b", name="Bo"), Participant(id="a", name="An")))
    assert names.who("a") == "An" and names.who("gone") == "" == names.who(None)
    assert names.all(("b", "gone", "a")) == ("Bo", "An")
    assert names.in_order(["y", "b", "x", "a", "b"]) == ["a", "b", "x", "y"]
    assert names.session("s2") == 2 and names.session(None) is None and names.session("gone") is None
    assert names.number("s3") == 3 and names.number("gone") == 0


# A language.


def test_a_language_that_is_not_there_is_the_usual_one() -> None:
    assert Tongue("en").language == "en" and Tongue("tlh").language == "nl"


def test_one_and_more_are_told_apart() -> None:
    t = Tongue("en")
    told = [t.count(say("one"), say("many"), number) for number in (0, 1, 2)]
    assert told == ["many", "one", "many"]


def test_several_things_are_told_in_a_row_and_those_that_are_not_there_are_not() -> None:
    t = Tongue("en")
    assert t.all(["a", "", "b", "c"]) == "a, b and c"
    assert t.all(["", "a"]) == "a" and t.all([]) == "" and t.all(["a", "b"]) == "a and b"
    assert t.joined(["a", "", "b"]) == "a · b" and t.joined([]) == ""


def test_a_day_is_told_in_full_and_what_is_none_as_it_is() -> None:
    t = Tongue("en")
    assert "14" in t.day("2027-03-14") and t.day("2027-03-14").endswith("2027")
    assert t.day("someday") == "someday"


def test_a_number_has_the_decimal_sign_of_its_language() -> None:
    assert (Tongue("en").number(7.25, 2), Tongue("nl").number(7.25, 2), Tongue("en").number(7.26)) == (
        "7.25",
        "7,25",
        "7.3",
    )


# Tables.


def test_columns_of_numbers_stand_to_the_right() -> None:
    table = Table(("name", "met"), (("An", "3"),), right=frozenset({1}))
    assert render(Document("en", (table,))) == "| name | met |\n|---|---:|\n| An | 3 |\n"


def test_a_name_of_nothing_but_blanks_ends_no_summary() -> None:
    """No verb makes one; a file that somebody edited by hand may have it."""
    state = network(Participant(id="a", name=" "), Participant(id="b", name="Bo Claes"))
    for naming in Naming:
        assert len(Names.of(state, naming).people) == 2
