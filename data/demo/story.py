"""What the demo tells, apart from the language it tells it in."""

from __future__ import annotations

from dataclasses import dataclass

from data.model import ConsultationStep, QuestionKind


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
    hunger: tuple[str, ...] = ()
    adjust: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal: its wordings in order, the cluster it came from (place on the board), and its SWOT points.

    ``swot`` has strengths, weaknesses, opportunities and threats; ``why`` is why it was worded anew.
    """

    wordings: tuple[str, ...]
    cluster: int | None = None
    swot: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]] = ((), (), (), ())
    why: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case in a peer consultation: whose (place in the list of people), what was said in each step, and whose turns.

    ``next_step`` is a line as it is typed: what, and by when.
    """

    bringer: int
    lines: tuple[tuple[ConsultationStep, tuple[str, ...]], ...]
    next_step: str
    turns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision that was taken: question, origin and importance; everybody agreed with the first of two proposals.

    ``others`` are the hands for the second one; ``action`` is what follows, as it is typed.
    """

    question: tuple[str, str, str]
    proposals: tuple[str, str]
    others: int
    action: str


@dataclass(frozen=True, slots=True)
class Working:
    """What the second session says.

    ``left`` is what the exchange of experience left open; ``answer`` and ``let_go`` are the words in which the recap
    closes a question and a parked point.
    """

    round_table: str
    said: tuple[tuple[QuestionKind, Asked], ...]
    exchange: str
    reports: tuple[tuple[str, ...], ...]
    tips: tuple[str, ...]
    left: Asked
    case: Case
    settled: Settled
    parked: str
    answer: str
    let_go: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Everything the demo says, in one language.

    ``people`` are lines of ``name; organisation; function; email``, the addresses at domains that are reserved for
    examples; two have none.

    ``places`` and ``themes`` go by session. ``answers`` are those to the first of the ``assignments``, by place in the
    list of names; the second is the ``form``; ``material`` goes by number of session.
    """

    name: str
    theme: str
    purpose: str
    people: str
    promises: tuple[str, ...]
    reviving_questions: tuple[str, ...]
    prompts: tuple[str, ...]
    places: tuple[str, ...]
    themes: tuple[tuple[str, ...], ...]
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
    expert: str
    terms: tuple[str, ...]
    agreements: tuple[str, ...]
    parked: tuple[str, ...]
    forms: tuple[Form, ...]
    decision: tuple[str, str, str]
    proposals: tuple[Proposed, ...]
    gains: tuple[str, ...]
    gains_organisation: tuple[str, ...]
    take_home: tuple[str, ...]
    expected: tuple[str, ...]
    assignments: tuple[str, str]
    form: tuple[str, ...]
    contribution: str
    answers: tuple[tuple[int, str], ...]
    material: tuple[tuple[int, str], ...]
    working: Working
