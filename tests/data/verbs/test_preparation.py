"""Preparation review: the questions of a form, the answers to each, what strikes, and who may read of it."""

from msgspec.structs import replace

from data.model import ActivityKind, Change, Delivery, Engagement, PreparationStep, say
from data.report.heard import discussed
from data.report.tongue import Tongue
from data.report.view import summary
from data.report.wanted import Naming, Version
from data.verbs import preparation as verbs
from data.verbs import programme
from data.verbs.heard import hear
from data.verbs.prepared import ask_beforehand, write_answers
from data.verbs.steps import go_to
from tests.data.verbs.room import Room, room

FORM = ("Weet iedereen wat van hem verwacht wordt?", "Wie volgt op of iemand groeit?")


def discussing() -> tuple[Room, str]:
    here = room()
    here.do(ask_beforehand, session=here.session, text="Korte scan")
    here.do(verbs.set_form, assignment=here.only(Engagement).id, questions=[*FORM, "  "])
    answers = {
        here.who("Karel"): "1. ja 2. ik zelf",
        here.who("Els"): "1. Ja",
        here.who("Lien"): "Sorry voor de vertraging 2. niemand",
    }
    here.do(write_answers, assignment=here.only(Engagement).id, answers=answers)
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.PREPARATION)
    return here, here.begin(ActivityKind.PREPARATION)


def test_each_question_has_its_answers_and_they_are_gathered_in_no_order_of_people() -> None:
    here, item = discussing()
    first, second = verbs.posed(here.state, here.fresh(item))
    assert (first.text, second.text) == FORM
    assert verbs.gathered(verbs.answers(here.state, first)) == [("Ja", 2)]
    assert verbs.gathered(verbs.answers(here.state, second)) == [("ik zelf", 1), ("niemand", 1)]
    assert verbs.gathered([(None, "b"), (None, "a"), (None, "A")]) == [("A", 2), ("b", 1)]
    form = here.only(Engagement)
    assert [text for _who, text in verbs.unplaced(here.state, form)] == ["Sorry voor de vertraging"]


def test_an_assignment_without_questions_is_one_and_what_is_typed_makes_a_form() -> None:
    here = room()
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.PREPARATION)
    item = here.begin(ActivityKind.PREPARATION)
    assert verbs.stops(here.state, here.fresh(item)) == [(PreparationStep.FORM, ""), (PreparationStep.CONCLUSION, "")]
    assert "question for the form" in here.refused(verbs.add_question, activity=item, text=" ")
    here.do(verbs.add_question, activity=item, text="Korte scan")
    assert [one.text for one in verbs.posed(here.state, here.fresh(item))] == ["Korte scan"]
    for text in FORM:
        here.do(verbs.add_question, activity=item, text=text)
    assert here.only(Engagement).questions == FORM
    here.do(ask_beforehand, session=here.session, text="Een case")
    assert [one.text for one in verbs.posed(here.state, here.fresh(item))] == [*FORM, "Een case"]


def test_a_typed_question_never_takes_the_place_of_another_nor_becomes_one_of_some_people_only() -> None:
    here = room()
    here.do(ask_beforehand, session=here.session, text="Vraag een")
    here.do(ask_beforehand, session=here.session, text="Meebrengen; Lien; 4/12")
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.PREPARATION)
    item = here.begin(ActivityKind.PREPARATION)
    asked = here.state.all(Engagement)
    here.do(verbs.add_question, activity=item, text="Extra vraag")
    assert here.state.all(Engagement)[:2] == asked
    assert [one.text for one in verbs.posed(here.state, here.fresh(item))] == ["Vraag een", "Meebrengen", "Extra vraag"]
    assert not here.state.all(Engagement)[-1].who
    here.do(verbs.set_form, assignment=asked[0].id, questions=FORM)
    here.do(verbs.add_question, activity=item, text="Nog een")
    assert here.state.get(Engagement, asked[0].id).questions == (*FORM, "Nog een")
    assert here.state.get(Engagement, asked[1].id) == asked[1]


def test_a_question_typed_where_a_review_is_about_what_one_person_was_asked_is_discussed_there_too() -> None:
    here = room()
    here.do(ask_beforehand, session=here.session, text="Meebrengen; Lien; 4/12")
    here.do(ask_beforehand, session=here.session, text="Iets anders")
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.PREPARATION)
    item = here.begin(ActivityKind.PREPARATION)
    review = here.fresh(item)
    about = Change(say("about"), puts=(replace(review, about=(here.state.all(Engagement)[0].id,)),))
    here.state = here.state.after(about)
    here.do(verbs.add_question, activity=item, text="Extra vraag")
    assert [one.text for one in verbs.posed(here.state, here.fresh(item))] == ["Meebrengen", "Extra vraag"]


def test_one_goes_from_the_form_to_each_question_and_what_was_passed_is_known() -> None:
    here, item = discussing()
    seen = [verbs.stop(here.state, here.fresh(item))]
    while there := verbs.stop_beside(here.state, here.fresh(item), 1):
        here.do(go_to, activity=item, step=there[0].value, treats=there[1])
        seen.append(verbs.stop(here.state, here.fresh(item)))
    assert seen == verbs.stops(here.state, here.fresh(item))
    assert here.fresh(item).passed == tuple(one.key for one in verbs.posed(here.state, here.fresh(item)))


def test_the_summary_tells_what_was_on_the_wall_and_never_who_answered() -> None:
    here, item = discussing()
    first = verbs.posed(here.state, here.fresh(item))[0]
    here.do(go_to, activity=item, step="questions", treats=first.key)
    here.do(hear, activity=item, text="Niemand zegt neen", part=first.key)
    here.do(hear, activity=item, text="In het team bespreken", part="conclusion")
    view = summary(here.state, here.session)
    (told,) = view.preparations
    assert [(one.text, one.answers, one.strikes) for one in told.questions] == [
        (FORM[0], (("Ja", 2),), ("Niemand zegt neen",))
    ]
    written = str([*discussed(view, Tongue("nl"))])
    assert "Niemand zegt neen" in written and "In het team bespreken" in written
    assert "ik zelf" not in written, "that question was not on the wall"
    assert not any(name in written for name in ("Karel", "Els", "Lien"))
    assert not summary(here.state, here.session, Naming.FULL, Version.COMMISSIONER).preparations
    assert len(here.state.all(Delivery)) == 3


def test_numbers_before_the_questions_of_a_form_are_its_places() -> None:
    here, _item = discussing()
    form = here.only(Engagement).id
    for typed, kept in (
        (["1. Wie?", "2) Waar?"], ("Wie?", "Waar?")),
        (["2. Wie?", "1. Waar?"], ("2. Wie?", "1. Waar?")),
        (["1. Wie?", "Waar?"], ("1. Wie?", "Waar?")),
        (["1.", "2. Waar?"], ("1.", "2. Waar?")),
    ):
        here.do(verbs.set_form, assignment=form, questions=typed)
        assert here.only(Engagement).questions == kept
