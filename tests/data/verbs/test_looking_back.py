"""Looking back over several sessions: promises, work forms, and scores of which few say nothing."""

from __future__ import annotations

import pytest

from data.methods.evaluation import ALOUD, ASKED, LISTED, proposed_kind
from data.model import (
    ActivityKind,
    Change,
    Evaluation,
    EvaluationKind,
    Liked,
    Liking,
    Record,
    SpokenKind,
    Strand,
    ThemeSource,
    say,
)
from data.report.document import document
from data.report.markdown import render
from data.report.tables import sheets
from data.report.view import summary
from data.report.wanted import Version
from data.verbs import evaluation, looking_back, network, profile, programme, promises
from data.verbs.brainstorm import noting
from data.verbs.pending import pending
from data.verbs.themes import all_themes
from tests.data.verbs.room import Room, room

SESSION, INTERIM, FINAL = EvaluationKind


@pytest.mark.parametrize(
    ("number", "meetings", "held", "promised", "kind"),
    [
        (1, 4, (), True, SESSION),
        (2, 4, (), True, INTERIM),
        (2, 4, (), False, SESSION),
        (3, 4, (), True, INTERIM),
        (3, 4, (INTERIM,), True, SESSION),
        (4, 4, (INTERIM,), True, FINAL),
        (5, 4, (), True, FINAL),
        (1, 1, (), True, SESSION),
        (2, 0, (), True, SESSION),
        (3, 0, (), True, INTERIM),
        (9, 0, (INTERIM,), True, SESSION),
    ],
)
def test_the_place_in_the_series_proposes_a_kind(
    number: int, meetings: int, held: tuple[EvaluationKind, ...], promised: bool, kind: EvaluationKind
) -> None:
    assert proposed_kind(number, meetings, held, promised=promised) is kind


def test_every_kind_asks_lists_of_the_form_and_a_final_one_asks_no_themes() -> None:
    assert set(LISTED) <= set(Evaluation.__struct_fields__)
    assert set(ASKED) == set(ALOUD) == set(EvaluationKind)
    assert not {"treat", "deepen"} & set(ASKED[FINAL])


def later_session(here: Room) -> str:
    """Another session with a kick-off; its id."""
    here.do(network.plan_session, template="kick_off")
    return network.sessions(here.state)[-1].id


def evaluation_in(here: Room, session: str) -> str:
    (item,) = programme.of_kind(here.state, session, ActivityKind.EVALUATION)
    return item.id


def test_a_kind_is_chosen_proposed_and_kept_with_a_programme() -> None:
    here = room()
    here.do(promises.add_promises, texts=["Cases"])
    here.do(profile.set_shape, meetings=2)
    first, last = (evaluation_in(here, here.session), evaluation_in(here, later_session(here)))
    assert [looking_back.proposed(here.state, item) for item in (first, last)] == [SESSION, FINAL]
    assert here.fresh(last).evaluates is SESSION, "a proposal changes nothing"
    assert here.do(looking_back.set_kind, activity=last, kind=FINAL).label.message == "Final evaluation"
    assert here.fresh(last).evaluates is FINAL
    here.do(network.plan_session, template="closing")
    closing = network.sessions(here.state)[-1].id
    assert here.fresh(evaluation_in(here, closing)).evaluates is FINAL


def test_work_forms_that_were_used_are_marked_with_why_and_the_mark_is_taken_back() -> None:
    here = room()
    for kind in (ActivityKind.ROUND_TABLE, ActivityKind.BREAK, ActivityKind.SPEED_DATES):
        here.begin(kind)
    sitting = here.begin(ActivityKind.EVALUATION)
    assert looking_back.forms_used(here.state, sitting) == {
        ActivityKind.ROUND_TABLE: (1,),
        ActivityKind.SPEED_DATES: (1,),
    }
    storm = here.do(programme.add_activity, session=here.session, kind=ActivityKind.BRAINSTORM).puts[0].id
    assert ActivityKind.BRAINSTORM not in looking_back.forms_used(here.state, sitting)
    here.do(noting.capture, activity=storm, text="luisteren")
    assert ActivityKind.BRAINSTORM in looking_back.forms_used(here.state, sitting), "begun by nobody"
    form = {"activity": sitting, "form": ActivityKind.ROUND_TABLE}
    here.do(looking_back.mark_form, **form, liked=Liked.LESS)
    here.do(looking_back.say_why, **form, why="te lang\n")
    assert here.only(Liking) == Liking(
        id=here.only(Liking).id,
        session=here.session,
        activity=sitting,
        form=ActivityKind.ROUND_TABLE,
        liked=Liked.LESS,
        why="te lang",
    )
    here.do(looking_back.mark_form, **form, liked=None)
    assert here.only(Liking).why == "te lang"
    here.do(looking_back.say_why, **form, why=" ")
    assert here.state.all(Liking) == []
    assert here.do(looking_back.say_why, **form, why="").puts == ()
    assert "what the room said" in here.refused(programme.remove_activity, activity=marked(here, sitting))


def marked(here: Room, sitting: str) -> str:
    """The evaluation, marked and over."""
    here.do(looking_back.mark_form, activity=sitting, form=ActivityKind.BRAINSTORM, liked=Liked.LIKED)
    here.begin(ActivityKind.CLOSE)
    return sitting


def test_what_people_miss_becomes_a_theme_of_the_network() -> None:
    here = room()
    sitting = here.begin(ActivityKind.EVALUATION)
    here.do(evaluation.say_aloud, activity=sitting, kind=SpokenKind.HUNGER, text="Rouw op het werk")
    here.do(evaluation.say_aloud, activity=sitting, kind=SpokenKind.WENT, text="Vlot")
    (theme,) = all_themes(here.state)
    assert (theme.text, theme.source, theme.weight) == ("Rouw op het werk", ThemeSource.EVALUATION, 1)
    assert [each.text for each in pending(here.state) if each.strand is Strand.THEMES] == ["Rouw op het werk"]


def filled(here: Room, item: str, session: str, marks: list[float]) -> None:
    forms: list[Record] = [
        Evaluation(id=f"{item}-{n}", session=session, activity=item, content=mark, hunger=(f"honger {n}",))
        for n, mark in enumerate(marks)
    ]
    here.state = here.state.after(Change(say("Put"), puts=tuple(forms)))


def three_evaluated(few: int) -> Room:
    """Three sessions with six, ``few`` and six forms."""
    here = room()
    for place, count in enumerate((6, few, 6)):
        session = here.session if place == 0 else later_session(here)
        filled(here, evaluation_in(here, session), session, [3.5] + [8] * (count - 1))
    return here


@pytest.mark.parametrize(("few", "shown"), [(4, False), (5, True)])
def test_the_scores_over_the_sessions_show_nothing_of_fewer_than_five(few: int, shown: bool) -> None:
    here = three_evaluated(few)
    sessions = network.sessions(here.state)
    found = looking_back.over_sessions(here.state, sessions[-1].id)
    assert [(session.number, result.forms, bool(result.scored)) for session, result in found] == [
        (1, 6, True),
        (2, few, shown),
        (3, 6, True),
    ]
    assert [s.number for s, _ in looking_back.over_sessions(here.state, sessions[1].id)] == [1, 2]
    assert looking_back.over_sessions(here.state, sessions[-1].id, shown=True) == [], "none was opened"
    here.do(evaluation.reveal, activity=evaluation_in(here, sessions[0].id))
    assert [s.number for s, _ in looking_back.over_sessions(here.state, sessions[-1].id, shown=True)] == [1]


@pytest.mark.parametrize("few", range(1, 5))
def test_no_document_tells_of_a_session_with_too_few_forms_what_one_of_them_says(few: int) -> None:
    here = three_evaluated(few)
    second, third = network.sessions(here.state)[1:]
    views = [summary(here.state, session.id) for session in (second, third)]
    texts = [render(document(view, language)) for view in views for language in ("nl", "en")]
    odd = f"{3.5:g}"
    for text in texts[:2]:
        assert "honger 0" not in text
        assert odd not in text and odd.replace(".", ",") not in text
    assert "sessie 2" in texts[2] and "Te weinig formulieren" in texts[2]


def test_the_summary_has_promises_work_forms_and_what_was_said() -> None:
    here = room()
    here.do(promises.add_promises, texts=["Cases", "Tips"])
    first, second = (each.id for each in promises_of(here))
    here.begin(ActivityKind.BRAINSTORM)
    sitting = here.begin(ActivityKind.EVALUATION)
    assert summary(here.state, here.session).evaluations == ()
    here.do(looking_back.set_kind, activity=sitting, kind=INTERIM)
    here.do(promises.check_promise, promise=first, session=here.session, kept="partly")
    here.do(looking_back.mark_form, activity=sitting, form=ActivityKind.BRAINSTORM, liked=Liked.MIXED)
    here.do(looking_back.say_why, activity=sitting, form=ActivityKind.BRAINSTORM, why="te druk")
    here.do(evaluation.say_aloud, activity=sitting, kind=SpokenKind.ADJUST, text="Meer tijd")
    text = render(document(summary(here.state, here.session), "en"))
    assert "## Interim evaluation" in text
    for said in ("Cases", "partly kept", "liked by some", "te druk", "Meer tijd"):
        assert said in text
    assert "Tips" not in text.partition("## Interim evaluation")[2], "nobody looked at it"
    assert second


def promises_of(here: Room) -> list[Record]:
    return list(here.state.tables["promises"].values())


@pytest.mark.parametrize(("few", "numbers"), [(4, [1, 3]), (5, [1, 2, 3])])
def test_the_table_of_scores_has_a_row_a_session_that_enough_people_scored(few: int, numbers: list[int]) -> None:
    here = three_evaluated(few)
    view = summary(here.state, network.sessions(here.state)[-1].id)
    (sheet,) = (sheet for sheet in sheets(view, "en") if sheet.key == "over_time")
    assert [row[0] for row in sheet.rows] == numbers
    assert {len(row) for row in sheet.rows} == {len(sheet.head)}
    first = summary(here.state, here.session)
    assert "over_time" not in {sheet.key for sheet in sheets(first, "en")}, "one session is no course"
    assert "over the sessions" not in render(document(first, "en"))


def test_a_commissioner_reads_no_word_that_the_group_said() -> None:
    here = room()
    here.begin(ActivityKind.BRAINSTORM)
    sitting = here.begin(ActivityKind.EVALUATION)
    here.do(looking_back.say_why, activity=sitting, form=ActivityKind.BRAINSTORM, why="te druk")
    here.do(evaluation.say_aloud, activity=sitting, kind=SpokenKind.ADJUST, text="Meer tijd")
    for version, shown in ((Version.PARTICIPANTS, True), (Version.COMMISSIONER, False)):
        text = render(document(summary(here.state, here.session, version=version)))
        assert ("te druk" in text) is ("Meer tijd" in text) is shown
