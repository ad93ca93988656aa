"""What a summary holds for whom it is meant: the same records, without what is not theirs to read."""

from __future__ import annotations

from dataclasses import replace

from data.report.records import Attended, Column, Decided, Evaluated, NextSession, Person, Storm, SummaryView
from data.report.wanted import Version


def version_of(view: SummaryView, version: Version) -> SummaryView:
    """The summary for whom it is meant.

    That of the facilitator is whole. That of the participants has no reasons of absence, no e-mail addresses, no
    parked points and no turns. That of a commissioner has numbers and what was decided, and nothing that a person said.
    """
    if version is Version.FACILITATOR:
        return view
    shared = replace(view, attendance=_without_reasons(view.attendance), parked=(), turns=())
    return shared if version is Version.PARTICIPANTS else _for_commissioner(shared)


def announced_to(coming: NextSession, version: Version) -> NextSession:
    """The session to come for whom it is: a commissioner does not read what people put on its agenda."""
    return replace(coming, agenda=()) if version is Version.COMMISSIONER else coming


def _without_reasons(attended: Attended) -> Attended:
    def shared(people: tuple[Person, ...]) -> tuple[Person, ...]:
        return tuple(replace(person, email="", reason="") for person in people)

    return Attended(*map(shared, (attended.present, attended.excused, attended.away, attended.unknown)))


def _for_commissioner(view: SummaryView) -> SummaryView:
    return replace(
        view,
        asked=(),
        consultations=(),
        exchanges=(),
        inputs=(),
        terms=(),
        recap=(),
        next=announced_to(view.next, Version.COMMISSIONER) if view.next else None,
        storms=tuple(replace(storm, columns=tuple(_titled(storm))) for storm in view.storms),
        decisions=tuple(map(_without_persons, view.decisions)),
        evaluations=tuple(map(_scores_only, view.evaluations)),
    )


def _titled(storm: Storm) -> list[Column]:
    return [replace(column, notes=()) for column in storm.columns if column.title]


def _without_persons(decided: Decided) -> Decided:
    return replace(
        decided,
        proposals=tuple(replace(proposal, who="") for proposal in decided.proposals),
        objections=(),
        dissent="",
    )


def _scores_only(evaluated: Evaluated) -> Evaluated:
    return Evaluated(evaluated.results, evaluated.kind)
