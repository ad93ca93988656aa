"""What a summary holds for whom it is meant: the same records, without what is not theirs to read."""

from __future__ import annotations

from dataclasses import replace

from data.model import ActivityKind
from data.report.announced import Item, NextSession
from data.report.records import Agreement, Attended, Column, Decided, Evaluated, Person, Proposed, Storm, SummaryView
from data.report.wanted import Version


def version_of(view: SummaryView, version: Version) -> SummaryView:
    """The summary for whom it is meant.

    That of the facilitator is whole. That of the participants has no reasons of absence, no e-mail addresses, no
    parked points and no turns. That of a commissioner has numbers and what was decided, nobody's name, nothing that a
    person said, and no beginning in own words.
    """
    if version is Version.FACILITATOR:
        return view
    shared = replace(
        view,
        attendance=_without_reasons(view.attendance),
        parked=(),
        turns=(),
        programme=tuple(replace(item, took=None) for item in view.programme),
    )
    return shared if version is Version.PARTICIPANTS else _for_commissioner(shared)


def announced_to(coming: NextSession, version: Version) -> NextSession:
    """The session to come for whom it is: to a commissioner neither its agenda nor what is asked of people."""
    return replace(coming, agenda=(), beforehand=()) if version is Version.COMMISSIONER else coming


def _counted(attended: Attended) -> Attended:
    """How many were there, and not who."""
    return Attended(*(tuple(Person("") for _who in people) for people in attended.every))


def _without_reasons(attended: Attended) -> Attended:
    def shared(people: tuple[Person, ...]) -> tuple[Person, ...]:
        return tuple(replace(person, email="", reason="") for person in people)

    return Attended(*map(shared, attended.every))


def _for_commissioner(view: SummaryView) -> SummaryView:
    return replace(
        view,
        attendance=_counted(view.attendance),
        dates=tuple(replace(dates, people=("",) * len(dates.people)) for dates in view.dates),
        agreements=_unnamed(view.agreements),
        to_do=_unnamed(view.to_do),
        done=_unnamed(view.done),
        programme=tuple(map(_unnamed_case, view.programme)),
        asked=(),
        consultations=(),
        exchanges=(),
        inputs=(),
        contributions=(),
        preparations=(),
        terms=(),
        recap=(),
        lead=(),
        next=announced_to(view.next, Version.COMMISSIONER) if view.next else None,
        storms=tuple(replace(storm, columns=tuple(_titled(storm))) for storm in view.storms),
        decisions=tuple(map(_without_persons, view.decisions)),
        evaluations=tuple(map(_scores_only, view.evaluations)),
    )


def _unnamed(agreements: tuple[Agreement, ...]) -> tuple[Agreement, ...]:
    """What the group agreed: not who does it, their words on what came of it, nor what they take on for their cases."""
    return tuple(replace(each, who=(), words="") for each in agreements if not each.case)


def _unnamed_case(item: Item) -> Item:
    """What a case is called may tell whose it is, and of what."""
    return replace(item, title="") if item.kind is ActivityKind.PEER_CONSULTATION else item


def _titled(storm: Storm) -> list[Column]:
    return [replace(column, notes=()) for column in storm.columns if column.title]


def _without_persons(decided: Decided) -> Decided:
    return replace(
        decided,
        proposals=tuple(map(_last_wording, decided.proposals)),
        objections=(),
        dissent="",
    )


def _last_wording(proposal: Proposed) -> Proposed:
    """A proposal as it is now, without what people brought in for or against it."""
    return replace(proposal, who="", swot=(), wordings=tuple(replace(last, why="") for last in proposal.wordings[-1:]))


def _scores_only(evaluated: Evaluated) -> Evaluated:
    return Evaluated(evaluated.results, evaluated.kind)
