"""What a summary holds for whom it is meant: the same records, without what is not theirs to read."""

from __future__ import annotations

from dataclasses import replace

from data.report.records import Column, Decided, Evaluated, Storm, SummaryView
from data.report.wanted import Version


def version_of(view: SummaryView, version: Version) -> SummaryView:
    """The summary for a commissioner has numbers and what was decided, and nothing that a person said."""
    if version is not Version.COMMISSIONER:
        return view
    return replace(
        view,
        asked=(),
        parked=(),
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
    return Evaluated(evaluated.results)
