"""An agenda is laid in the frame of a programme: nothing of the frame is lost, and it takes no longer."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.agenda import TEMPLATES, Item, Template
from data.methods.recap import LEAST, MOST, WORK, AgendaItem, Claim, Topic, agenda, ordered
from data.model import ActivityKind

WORKING = next(template.items for template in TEMPLATES if template.key == "working")

TOPICS = st.lists(
    st.builds(
        Topic,
        about=st.uuids().map(str),
        text=st.sampled_from(["Loon", "loon ", "Feedback", "Talent", "Tijd", "Cases", "Coaching"]),
        claim=st.sampled_from(Claim),
        weight=st.integers(0, 12),
        decision=st.booleans(),
    ),
    max_size=9,
)


@given(TOPICS, st.sampled_from(TEMPLATES))
def test_an_agenda_has_the_frame_of_its_programme_and_takes_as_long(topics: list[Topic], template: Template) -> None:
    made = agenda(topics, template.items)
    assert sum(item.minutes for item in made) == template.minutes
    frame = [item.kind for item in template.items if item.kind not in {*WORK, ActivityKind.BREAK}]
    assert [item.kind for item in made if item.kind not in {*WORK, ActivityKind.BREAK}] == frame
    assert Counter(item.kind for item in made)[ActivityKind.BREAK] == 1
    treated = [item.topic for item in made if item.topic]
    assert treated == ordered(topics)[: len(treated)] and len(treated) <= MOST
    assert all(item.minutes >= LEAST for item in made if item.topic)
    assert all((item.kind is ActivityKind.DECISION) is item.topic.decision for item in made if item.topic)


@given(TOPICS, st.lists(st.sampled_from([20, 25, 45, 200]), max_size=3), st.sampled_from(TEMPLATES[:3]))
def test_what_is_given_comes_first_and_all_of_it(topics: list[Topic], lengths: list[int], found: Template) -> None:
    fixed = [AgendaItem(ActivityKind.CONTRIBUTION, minutes) for minutes in lengths]
    made = agenda(topics, found.items, fixed)
    assert sum(item.minutes for item in made) == found.minutes
    work = [item for item in made if item.topic or item.kind is ActivityKind.CONTRIBUTION]
    brought = work[: len(lengths)]
    assert [item.kind for item in brought] == [ActivityKind.CONTRIBUTION] * len(lengths)
    assert all(item.minutes > 0 for item in brought)
    whole = sum(item.minutes for item in found.items if item.kind in WORK)
    if sum(lengths) <= whole and len(work) > len(lengths):
        assert [item.minutes for item in brought] == lengths


@given(TOPICS)
def test_a_topic_comes_once_by_its_strongest_claim(topics: list[Topic]) -> None:
    found = ordered(topics)
    assert len({topic.text.strip().lower() for topic in found}) == len(found)
    assert found == sorted(found, key=lambda topic: (topic.claim, -topic.weight))


def test_the_break_stands_among_the_work() -> None:
    topics = [Topic(str(n), f"Thema {n}", Claim.PLANNED) for n in range(2)]
    kinds = [item.kind for item in agenda(topics, WORKING)]
    where = kinds.index(ActivityKind.BREAK)
    assert kinds[where - 1] is kinds[where + 1] is ActivityKind.BRAINSTORM


def test_without_topics_or_time_it_is_the_programme_itself() -> None:
    plain = [(item.kind, item.minutes) for item in WORKING]
    assert [(item.kind, item.minutes) for item in agenda([], WORKING)] == plain
    short = (Item(ActivityKind.CHECK_IN, 10), Item(ActivityKind.BRAINSTORM, LEAST - 1))
    assert len(agenda([Topic("x", "Loon", Claim.OPEN)], short)) == 2
    assert agenda([Topic("x", "Loon", Claim.OPEN)], short)[1].topic is None


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.key)
def test_every_programme_speaks_its_points_through_before_it_ends(template: Template) -> None:
    kinds = [item.kind for item in template.items]
    assert kinds.index(ActivityKind.RECAP) in range(len(kinds) - 3, len(kinds))
    assert template.minutes == 180
