"""What the demo tells, apart from the language it tells it in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """Something said at the round table: by whom (place in the list of people), and who joined in."""

    by: int
    text: str
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Idea:
    """A post-it: its small group, how many more said the same, and how it was weighed (feasibility, value)."""

    text: str
    subgroup: int
    weight: int = 0
    weighed: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Grouped:
    """A cluster: its title, the hands that want to go on with it, and its post-its."""

    title: str
    hands: int
    ideas: tuple[Idea, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """An evaluation form: content, discussion, facilitation, and what was written."""

    scores: tuple[float | None, float | None, float | None]
    comments: tuple[str, str, str] = ("", "", "")
    learning: tuple[str, ...] = ()
    treat: tuple[str, ...] = ()
    deepen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal: its wordings in order, the cluster it came from (place on the board), and its SWOT points.

    ``swot`` has strengths, weaknesses, opportunities and threats.
    """

    wordings: tuple[str, ...]
    cluster: int | None = None
    swot: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]] = ((), (), (), ())


@dataclass(frozen=True, slots=True)
class Story:
    """Everything the demo says, in one language. ``people`` are lines of ``name; organisation; function``.

    ``answers`` are those to the ``assignment``, by place in the list of names; ``material`` goes by number of session.
    """

    name: str
    theme: str
    purpose: str
    people: str
    promises: tuple[str, ...]
    reviving_questions: tuple[str, ...]
    prompts: tuple[str, ...]
    places: tuple[str, str]
    themes: tuple[tuple[str, ...], tuple[str, ...]]
    excuses: tuple[str, str]
    round_table: tuple[str, str]
    questions: tuple[Asked, ...]
    expectations: tuple[Asked, ...]
    experiences: tuple[Asked, ...]
    brainstorm: tuple[str, str]
    clusters: tuple[Grouped, ...]
    ground_rules: tuple[str, str]
    ways_of_working: tuple[str, ...]
    shared_goal: str
    agreements: tuple[str, ...]
    parked: tuple[str, ...]
    forms: tuple[Form, ...]
    decision: tuple[str, str, str]
    proposals: tuple[Proposed, ...]
    gains: tuple[str, ...]
    gains_organisation: tuple[str, ...]
    take_home: tuple[str, ...]
    expected: tuple[str, ...]
    assignment: str
    answers: tuple[tuple[int, str], ...]
    material: tuple[tuple[int, str], ...]
