"""What the room may see of an evaluation: nothing of fewer than five, and never who wrote what."""

from __future__ import annotations

from typing import Any

import pytest

from data.i18n import _, set_language
from data.methods.evaluation import ENOUGH
from data.model import Activity, ActivityKind, Evaluation, Participant, Session, Spoken, SpokenKind, State
from data.verbs.evaluation import results
from screens.evaluation.view import aloud, named, spread, together, trends
from widgets.evaluation_answers import LISTS


@pytest.fixture(autouse=True)
def in_english() -> None:
    set_language("en")


def form(number: int, **filled: Any) -> Evaluation:
    return Evaluation(id=f"f{number}", session="s", activity="e", **filled)


def label(field: str) -> str:
    return _(LISTS[field][0])


def seen(state: State, *, width: int = 100, height: int = 0) -> str:
    return together(state, "e", results(state, "e"), width, height).plain


@pytest.mark.parametrize("number", [0, 1, ENOUGH - 1])
def test_scores_of_fewer_than_five_people_are_not_drawn(number: int) -> None:
    state = State.holding(form(place, content=7.5) for place in range(number))
    drawn = spread(results(state, "e"), 100).plain
    assert drawn == f"Fewer than {ENOUGH} people gave a score."


def test_scores_of_five_people_are_drawn_by_field_with_their_average() -> None:
    state = State.holding(form(place, content=7, facilitation=8.5) for place in range(ENOUGH))
    drawn = spread(results(state, "e"), 100).plain
    assert "Content" in drawn and "Facilitation" in drawn and "Discussion" not in drawn
    assert "7" in drawn and "8.5" in drawn
    assert f"of {ENOUGH}" not in drawn, "the head says how many forms there are; here every field has all of them"


def test_scores_are_drawn_as_wide_as_the_page() -> None:
    found = results(State.holding(form(place, content=place) for place in range(ENOUGH)), "e")
    flat, narrow = spread(found, 100).plain, spread(found, 60).plain
    bar, scale = flat.splitlines()
    assert (bar.index("▇"), scale.split()) == (scale.index("0"), ["0", "5", "10"])
    assert len(narrow) < len(flat)
    assert together(State(), "e", found, 100).plain == flat


def test_on_a_wide_page_what_was_written_stands_beside_the_scores() -> None:
    state = State.holding(form(place, content=7, learning=("luisteren",)) for place in range(ENOUGH))
    first, second, *rest = together(state, "e", results(state, "e"), 130).plain.splitlines()
    assert first.split("│")[1].strip() == label("learning")
    assert second.split("│")[0].startswith("Content"), "the upper half of its spread stands above"
    airy = together(state, "e", results(state, "e"), 130, height=50).plain.splitlines()
    assert len(airy) > len(rest) + 2


@pytest.mark.parametrize(("height", "below", "between"), [(30, 1, 1), (6, 1, 0), (4, 0, 0)])
def test_what_was_written_has_air_around_headings_and_then_between_it_where_all_of_it_is_in_sight(
    height: int, below: int, between: int
) -> None:
    written = ("aaa", "bbb", "ccc")
    forms = (form(number, content=8, learning=written) for number in range(ENOUGH))
    lines = [line.split("│")[-1].strip() for line in seen(State.holding(forms), width=140, height=height).splitlines()]
    heading = lines.index(label("learning"))
    first, second = lines.index(f"· aaa {ENOUGH}×"), lines.index(f"· bbb {ENOUGH}×")
    assert (first - heading, second - first) == (1 + below, 1 + between)


@pytest.mark.parametrize("width", [50, 62, 66, 74, 100])
def test_that_it_may_be_chance_is_told_in_one_piece(width: int) -> None:
    held = [
        Activity(id=f"e{n}", session=f"s{n}", kind=ActivityKind.EVALUATION, position=1, revealed=True) for n in (1, 2)
    ]
    marks = [
        Evaluation(
            id=f"f{n}-{place}", session=f"s{n}", activity=f"e{n}", content=mark, discussion=mark, facilitation=mark
        )
        for n in (1, 2)
        for place, mark in enumerate((6 + n / 2, 7, 8, 8, 9))
    ]
    state = State.holding([*(Session(id=f"s{n}", number=n) for n in (1, 2)), *held, *marks])
    lines = [line.plain.replace("\u00a0", " ") for line in trends(state, "e2", results(state, "e2"), width)]
    assert lines[1].startswith("Since session 1")
    assert lines[-1].endswith("may be chance"), "behind the numbers that it speaks of"
    assert sum("may be chance" in line for line in lines) == 1
    assert max(map(len, lines)) <= width
    assert len(lines) == (2 if width > 80 else 3 if width > 65 else 4)


def test_what_was_written_stands_below_its_heading_the_most_said_first_and_once() -> None:
    state = State.holding(
        [
            form(1, learning=("zwijgen", "luisteren"), content_comment="lang"),
            form(2, learning=("luisteren",), treat=("rouw",)),
            form(3, deepen=("rouw",), discussion_comment="open", facilitation_comment="zacht"),
        ]
    )
    lines = seen(state).splitlines()
    assert lines[1:] == [
        "",
        label("learning"),
        "  · luisteren 2×",
        "  · zwijgen",
        "",
        label("treat"),
        "  · rouw",
        "",
        label("deepen"),
        "  · rouw",
        "",
        "Content: comments",
        "  · lang",
        "",
        "Discussion: comments",
        "  · open",
        "",
        "Facilitation: comments",
        "  · zacht",
    ]


def test_the_order_of_the_forms_tells_nothing() -> None:
    """Neither which lines stood on one form, nor which form came first."""
    forms = [
        form(1, learning=("a", "b"), content_comment="x"),
        form(2, learning=("c",)),
        form(3, learning=("b",), content_comment="w"),
    ]
    assert seen(State.holding(forms)) == seen(State.holding(reversed(forms)))


def test_only_the_forms_of_this_evaluation_are_shown() -> None:
    other = Evaluation(id="x", session="s", activity="another", learning=("elsewhere",))
    assert "elsewhere" not in seen(State.holding([form(1, learning=("here",)), other]))


def test_where_nothing_was_written_there_is_no_heading() -> None:
    assert seen(State.holding([form(1, content=5)])).splitlines() == [f"Fewer than {ENOUGH} people gave a score."]


def test_what_was_said_aloud_stands_below_its_question_with_who_said_it_where_that_is_known() -> None:
    state = State.holding(
        [
            Participant(id="p", name="An Peeters"),
            Spoken(id="1", session="s", activity="e", kind=SpokenKind.LEARNED, text="luisteren", participant="p"),
            Spoken(id="2", session="s", activity="e", kind=SpokenKind.WENT, text="goed"),
            Spoken(id="3", session="s", activity="e", kind=SpokenKind.WENT, text="kort", participant="gone"),
            Spoken(id="4", session="s", activity="another", kind=SpokenKind.WENT, text="elsewhere"),
        ]
    )
    learned, went = aloud(state, "e", SpokenKind.WENT)
    assert (learned.title, went.title) == ("  What did you learn?", "▸ How did it go?")
    assert [(each.id, each.text, each.aside) for each in learned.entries] == [("1", "luisteren", "An Peeters")]
    assert [(each.id, each.text, each.aside) for each in went.entries] == [("2", "goed", ""), ("3", "kort", "")]
    assert {(each.mark, each.style) for each in (*learned.entries, *went.entries)} == {("·", "$muted")}
    assert aloud(State(), "e", SpokenKind.LEARNED)[0].empty == "Nothing yet: type the first line, then Enter."


def test_the_accent_is_for_the_evaluation_that_is_going_on() -> None:
    activity = Activity(id="e", session="s", kind=ActivityKind.EVALUATION, position=1)
    assert "accent" in named(activity, "e")[1]
    assert "accent" not in named(activity, "another")[1]
    assert "accent" not in named(activity, None)[1]
