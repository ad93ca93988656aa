"""What a session is announced with, in no language: records that every format renders."""

from __future__ import annotations

from dataclasses import dataclass

from data.model import ACTIVITIES, Activity, ActivityKind, EvaluationKind, Phase
from data.report.tongue import Tongue
from data.words import EVALUATIONS


@dataclass(frozen=True, slots=True)
class Item:
    """An activity of the programme: its own title if it has one, its timebox, and from when to when it was held.

    ``took`` is how many minutes it was, for who facilitates; ``evaluates`` what an evaluation looks back on.
    """

    kind: ActivityKind
    title: str
    minutes: int
    began: str = ""
    ended: str = ""
    took: int | None = None
    evaluates: EvaluationKind = EvaluationKind.SESSION


def called(item: Item | Activity, t: Tongue) -> str:
    """Its own title, or that of its kind; an evaluation is called by what it looks back on, as in the programme."""
    of_kind = EVALUATIONS[item.evaluates] if item.kind is ActivityKind.EVALUATION else ACTIVITIES[item.kind].title
    return item.title or t(of_kind)


@dataclass(frozen=True, slots=True)
class Announced:
    """What is done in a session to come or before it: by or from whom, by when, and the phases of a decision there."""

    text: str
    who: tuple[str, ...] = ()
    phases: tuple[Phase, ...] = ()
    due: str = ""


@dataclass(frozen=True, slots=True)
class NextSession:
    """The session to come: what stands on its agenda, what is asked before it, and its programme."""

    number: int
    date: str
    starts: str
    ends: str
    place: str
    themes: tuple[str, ...]
    speakers: tuple[str, ...]
    agenda: tuple[Announced, ...] = ()
    beforehand: tuple[Announced, ...] = ()
    programme: tuple[Item, ...] = ()
    title: str = ""
