"""Evaluation forms and what they say together."""

import json
from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.evaluation import counted, results
from data.model import ActivityKind, Evaluation, Keep, Spoken, SpokenKind
from data.verbs import evaluation
from tests.data.verbs.room import Room, room


def sitting() -> tuple[Room, str]:
    here = room()
    return here, here.begin(ActivityKind.EVALUATION)


def test_a_form_is_filled_in_and_corrected_by_name() -> None:
    here, activity = sitting()
    karel = here.who("Karel")
    change = here.do(
        evaluation.fill_form,
        activity=activity,
        participant=karel,
        content=7.5,
        facilitation_comment=" rustig ",
        learning=["a", "", "b"],
    )
    form = here.only(Evaluation)
    assert (form.content, form.discussion, form.facilitation_comment, form.learning) == (
        7.5,
        None,
        "rustig",
        ("a", "b"),
    )
    assert change.keep is Keep.HISTORY
    here.do(evaluation.fill_form, activity=activity, participant=karel, content=8)
    assert (here.only(Evaluation).id, here.only(Evaluation).content, here.only(Evaluation).learning) == (form.id, 8, ())
    here.do(evaluation.fill_form, activity=activity, form=form.id, discussion=0, deepen=["c"])
    assert (here.only(Evaluation).content, here.only(Evaluation).discussion) == (None, 0)


def test_an_anonymous_form_holds_nothing_that_tells_whose_it_is() -> None:
    here, activity = sitting()
    change = here.do(evaluation.fill_form, activity=activity, content=7)
    assert change.keep is Keep.MEMORY
    kept = json.loads(msgspec.json.encode(here.only(Evaluation)))
    assert set(kept) == {"id", "session", "activity", "content"}
    form = here.only(Evaluation).id
    assert here.do(evaluation.fill_form, activity=activity, form=form, content=6).keep is Keep.MEMORY


@pytest.mark.parametrize("mark", [-0.5, 10.5, 7.25, float("nan"), float("inf"), float("-inf"), 1e300])
def test_a_score_is_zero_to_ten_in_halves(mark: float) -> None:
    here, activity = sitting()
    assert "halves" in here.refused(evaluation.fill_form, activity=activity, content=mark)


def test_an_empty_form_is_refused_but_a_zero_is_an_answer() -> None:
    here, activity = sitting()
    assert "Nothing" in here.refused(evaluation.fill_form, activity=activity, participant=here.who("Els"))
    assert "Nothing" in here.refused(evaluation.fill_form, activity=activity, learning=[" "])
    here.do(evaluation.fill_form, activity=activity, content=0)
    assert here.refused(evaluation.fill_form, activity=activity, form=here.only(Evaluation).id)


def test_the_result_opens_from_five_forms_on() -> None:
    here, activity = sitting()
    for number in range(5):
        assert "{enough}" in here.refused(evaluation.reveal, activity=activity)
        assert evaluation.results(here.state, activity).scored == ()
        here.do(evaluation.fill_form, activity=activity, content=6 + number / 2, discussion=7 if number else None)
    here.do(evaluation.reveal, activity=activity)
    assert here.fresh(activity).revealed
    outcome = evaluation.results(here.state, activity)
    content = outcome.of("content")
    assert content is not None
    assert (content.count, content.average, content.lowest, content.highest) == (5, 7.0, 6.0, 8.0)
    assert content.distribution == (0, 0, 0, 0, 0, 0, 2, 2, 1, 0, 0)
    assert outcome.of("discussion") is None, "four answers are too few"
    here.do(evaluation.reveal, activity=activity, revealed=False)
    assert not here.fresh(activity).revealed


@given(st.lists(st.one_of(st.none(), st.integers(0, 20).map(lambda half: half / 2)), max_size=30))
def test_averages_and_counts_are_exact(marks: list[float | None]) -> None:
    forms = [
        Evaluation(id=str(number), session="s", activity="a", content=mark, learning=("x",))
        for number, mark in enumerate(marks)
    ]
    given_ = [Fraction(mark) for mark in marks if mark is not None]
    outcome = results(forms)
    found = outcome.of("content")
    assert outcome.forms == len(marks)
    if len(given_) < 5:
        assert found is None
    else:
        assert found is not None
        assert (found.count, sum(found.distribution)) == (len(given_), len(given_))
        assert found.average == float(sum(given_) / len(given_))


def test_the_same_line_of_several_is_counted_and_no_order_is_kept() -> None:
    lines = ["Feedback", "geduld", "feedback", "Aandacht"]
    assert counted(lines) == counted(reversed(lines)) == [("Feedback", 2), ("Aandacht", 1), ("geduld", 1)]


def test_what_is_said_aloud_is_kept_by_question() -> None:
    here, activity = sitting()
    here.do(evaluation.set_spoken, activity=activity, spoken=True)
    here.do(
        evaluation.say_aloud, activity=activity, kind=SpokenKind.LEARNED, text="Luisteren", participant=here.who("Els")
    )
    here.do(evaluation.say_aloud, activity=activity, kind=SpokenKind.WENT, text="Vlot")
    assert here.do(evaluation.say_aloud, activity=activity, kind=SpokenKind.WENT, text="vlot").puts == ()
    assert here.fresh(activity).spoken
    assert [s.text for s in evaluation.said_aloud(here.state, activity, SpokenKind.LEARNED)] == ["Luisteren"]
    went = evaluation.said_aloud(here.state, activity, SpokenKind.WENT)[0].id
    here.do(evaluation.edit_spoken, spoken=went, text="Heel vlot")
    assert here.last(Spoken).text == "Heel vlot"
    here.do(evaluation.remove_spoken, spoken=went)
    assert len(here.state.all(Spoken)) == 1
    assert here.refused(evaluation.say_aloud, activity=activity, kind=SpokenKind.LEARNED, text=" ")
