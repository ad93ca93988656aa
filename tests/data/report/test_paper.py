"""What is printed to be written on: evaluation forms, the attendance sheet, and the run sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document as Opened

from data.demo import demo_records
from data.methods.evaluation import ASKED
from data.methods.reviving import BANK
from data.model import Activity, ActivityKind, Decision, EvaluationKind, Participant, Profile, Session, State
from data.report.blocks import TEXT_WIDTH, Heading, Lines, Paragraph, Points, Table, Ticks, lines
from data.report.docx import render as word
from data.report.paper import QUESTIONS, attendance_sheet, documents, evaluation_form
from data.report.pdf import render
from data.report.run_sheet import hours_of, run_sheet
from data.report.wanted import Wanted
from data.text import line
from data.verbs.network import sessions
from data.verbs.programme import programme
from tests.data.report.pdf_read import Pdf

DEMO = State.holding(demo_records("en", date(2027, 3, 18)))
SESSION = sessions(DEMO)[0]


@pytest.mark.parametrize("kind", EvaluationKind)
def test_a_form_asks_what_its_kind_of_evaluation_asks_under_the_title_of_the_session(kind: EvaluationKind) -> None:
    kept = State.holding([Profile(id="p", name="Net"), Session(id="s", number=3, title="Luisteren", date="2027-03-14")])
    title, facts, *blocks = evaluation_form(kept, "s", kind, "en").blocks
    assert isinstance(title, Heading) and title.text.endswith("valuation: Luisteren")
    assert facts == Paragraph("Net · session 3 · Sunday 14 March 2027")
    (ticks,) = (block for block in blocks if isinstance(block, Ticks))
    assert ticks == Ticks(("", *map(str, range(11))), ("Content", "Discussion", "Facilitation"))
    asked = [block.text for block in blocks if isinstance(block, Lines)]
    assert asked[3:] == [QUESTIONS[field].message for field in ASKED[kind]]
    lines = sum(block.count for block in blocks if isinstance(block, Lines))
    assert 12 <= lines <= 13, "on one page"


LONG = "What goes wrong on a day like this, and what do we take from it when all of it is over? " * 2


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("title", ["Brief", LONG[:88], LONG])
@pytest.mark.parametrize("kind", EvaluationKind)
def test_a_form_is_one_page_however_long_its_title(kind: EvaluationKind, title: str, language: str) -> None:
    meeting = Session(
        id="s", number=3, title=line(title), date="2027-03-14", starts="09:00", ends="16:30", place="Gent"
    )
    document = evaluation_form(State.holding([Profile(id="p", name="Net"), meeting]), "s", kind, language)
    assert len(Pdf(render(document).content).file.pages) == 1
    made = word(document)
    assert isinstance(made, bytes)
    file = Opened(BytesIO(made))
    styled = [(p.style.name if p.style else "", p) for p in file.paragraphs]
    assert styled[0][0] == "Title" and (not file.paragraphs[0].runs[0].font.size) == (title == "Brief")
    written = [p.paragraph_format.line_spacing.pt for style, p in styled if style == "Written"]
    asked = [p for style, p in styled if style == "Asked"]
    above = document.title_size * lines(document.title, document.title_size, TEXT_WIDTH)
    assert sum(written) + 26 * len(asked) + 1.3 * above + 100 < 728, "points on an A4 with 2 cm around"
    assert min(written) >= 17, "and still room to write"


def test_a_session_without_a_title_is_called_by_its_themes_or_not_at_all() -> None:
    profile = Profile(id="p", name="Net")
    for themes, told in (((), "Evaluation"), (("a", "b"), "Evaluation: a · b")):
        kept = State.holding([profile, Session(id="s", number=1, themes=themes)])
        assert evaluation_form(kept, "s", EvaluationKind.SESSION, "en").title == told


def test_the_attendance_sheet_is_by_family_name_and_has_room_to_sign_and_for_others() -> None:
    names = ("Zita Ameel", "Bo van den Berg", "Åsa Claes", "Cher", "An Claes")
    people = [Participant(id=name, name=name, organisation=f"of {name}") for name in names]
    gone = Participant(id="x", name="Al Gone", left="2026-01-01")
    kept = State.holding([Profile(id="p", name="Net"), Session(id="s", number=1, date="2027-01-01"), *people, gone])
    (table,) = (block for block in attendance_sheet(kept, "s", "en").blocks if isinstance(block, Table))
    assert table.tall and table.head == ("No.", "Name", "Organisation", "Signature")
    assert [row[1] for row in table.rows] == [
        "Ameel, Zita", "Cher", "Claes, An", "Claes, Åsa", "van den Berg, Bo", "", "", ""
    ]  # fmt: skip
    assert table.rows[0] == ("1", "Ameel, Zita", "of Zita Ameel", "") and table.rows[-1] == ("8", "", "", "")
    nameless = State.holding([Profile(id="p", name="Net"), Session(id="s", number=1), Participant(id="a", name="Bo")])
    (table,) = (block for block in attendance_sheet(nameless, "s", "en").blocks if isinstance(block, Table))
    assert table.head == ("No.", "Name", "Signature") and table.rows[0] == ("1", "Bo", "")


def test_the_run_sheet_has_the_hours_the_forms_what_to_prepare_and_the_reviving_questions() -> None:
    sheet = run_sheet(DEMO, SESSION.id, "en")
    headings = [block.text for block in sheet.blocks if isinstance(block, Heading)]
    assert headings[1:3] == ["To prepare", "Programme"] and headings[3] == "13:30–13:40 · Check-in · 10 min"
    items = programme(DEMO, SESSION.id)
    assert len([each for each in headings if each.endswith(" min")]) == len(items)
    points = [point.text for block in sheet.blocks if isinstance(block, Points) for point in block.points]
    own = DEMO.all(Profile)[0].reviving_questions
    assert own and set(own) <= set(points) and {said.message for said in BANK} <= set(points)
    assert len(points) == len(set(points)), "each is said once"
    storm = next(item for item in items if item.kind is ActivityKind.BRAINSTORM)
    assert Paragraph(f"“{storm.question}”") in sheet.blocks


def test_a_decision_on_the_programme_has_its_question_on_the_run_sheet() -> None:
    found = [item for item in DEMO.all(Activity) if item.decision]
    sheet = run_sheet(DEMO, found[0].session, "en")
    assert Paragraph(f"“{DEMO.get(Decision, str(found[0].decision)).question}”") in sheet.blocks


def test_hours_go_on_from_where_the_session_begins_also_past_midnight_and_stay_open_without_a_beginning() -> None:
    from msgspec.structs import replace as changed

    items = [changed(item, minutes=45) for item in programme(DEMO, SESSION.id)[:2]]
    assert hours_of(changed(SESSION, starts="22:45"), items) == ["22:45–23:30", "23:30–00:15"]
    assert hours_of(changed(SESSION, starts=""), items) == ["", ""]
    without = State.holding([*DEMO.all(Profile), changed(SESSION, starts=""), *items])
    (table,) = (block for block in run_sheet(without, SESSION.id, "en").blocks if isinstance(block, Table))
    assert table.head == ("Activity", "Planned"), "no column in which nothing stands"
    empty = State.holding([*DEMO.all(Profile), SESSION])
    assert (
        Paragraph("There is nothing on the programme of this session yet.") in run_sheet(empty, SESSION.id, "en").blocks
    )


def test_what_is_left_out_is_not_printed() -> None:
    wanted = Wanted("en")
    assert [behind for behind, _document in documents(DEMO, SESSION.id, wanted)] == [
        "evaluation-form", "attendance-sheet", "run-sheet"
    ]  # fmt: skip
    wanted = replace(wanted, without=frozenset({"evaluation_form", "run_sheet"}))
    assert [behind for behind, _document in documents(DEMO, SESSION.id, wanted)] == ["attendance-sheet"]
