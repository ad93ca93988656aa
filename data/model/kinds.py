"""The kinds of activity: one spec each, which everything that differs by kind is read from."""

from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module
from typing import Any

import msgspec

from data.model.base import Said, say


class ActivityKind(StrEnum):
    """The forms a programme is made of, in the order in which they are offered."""

    CHECK_IN = "check_in"
    ROUND_TABLE = "round_table"
    SPEED_DATES = "speed_dates"
    AGREEMENTS = "agreements"
    BREAK = "break"
    BRAINSTORM = "brainstorm"
    DECISION = "decision"
    EXCHANGE = "exchange"
    PEER_CONSULTATION = "peer_consultation"
    EXTERNAL_INPUT = "external_input"
    CONTRIBUTION = "contribution"
    PREPARATION = "preparation"
    RECAP = "recap"
    EVALUATION = "evaluation"
    CLOSE = "close"


class Section(msgspec.Struct, frozen=True):
    """A part of the summary: by which key it is left out, where it stands (``rank``, lowest first), what writes it.

    ``writes`` is ``module:function``; the function takes a view and a language, and gives blocks.
    """

    key: str
    rank: int
    writes: str


class ActivitySpec(msgspec.Struct, frozen=True):
    """All that is known of a kind of activity without an activity.

    ``title`` is what one is called that has no title of its own, ``minutes`` its timebox when none is given.
    ``screen`` is ``module:class``: the place where it is worked in; ``room`` is ``module:function``: what the room sees
    of it (``screens.shell.room``). ``tables`` hold what the room said in it: an activity with records there stays in
    the programme. A kind that is ``last`` stands at the end of a programme, and what is added later comes before it.
    """

    title: Said
    minutes: int
    screen: str
    room: str
    section: Section | None = None
    tables: tuple[str, ...] = ()
    last: bool = False


ACTIVITIES: Mapping[ActivityKind, ActivitySpec] = {
    ActivityKind.CHECK_IN: ActivitySpec(
        say("Check-in"),
        10,
        "screens.check_in.screen:CheckInScreen",
        "screens.check_in.room:projected",
        Section("attendance", 90, "data.report.document:attendance"),
    ),
    ActivityKind.ROUND_TABLE: ActivitySpec(
        say("Round table"),
        30,
        "screens.round_table.screen:RoundTableScreen",
        "screens.round_table.room:projected",
        Section("questions", 50, "data.report.document:asked"),
        ("questions",),
    ),
    ActivityKind.SPEED_DATES: ActivitySpec(
        say("Speed dates"),
        45,
        "screens.speed_dates.screen:SpeedDatesScreen",
        "screens.speed_dates.room:projected",
        Section("met", 80, "data.report.document:dates"),
        ("rounds",),
    ),
    ActivityKind.AGREEMENTS: ActivitySpec(
        say("Agreements"),
        20,
        "screens.agreements.screen:AgreementsScreen",
        "screens.agreements.room:projected",
        Section("agreements", 30, "data.report.document:rules"),
    ),
    ActivityKind.BREAK: ActivitySpec(
        say("Break"), 15, "screens.breaks.screen:BreakScreen", "screens.breaks.room:projected"
    ),
    ActivityKind.BRAINSTORM: ActivitySpec(
        say("Brainstorm"),
        30,
        "screens.brainstorm.screen:BrainstormScreen",
        "screens.brainstorm.room:projected",
        Section("clusters", 40, "data.report.document:storms"),
        ("notes",),
    ),
    ActivityKind.DECISION: ActivitySpec(
        say("Decision"),
        25,
        "screens.decision.screen:DecisionScreen",
        "screens.decision.room:projected",
        Section("deciding", 20, "data.report.document:deciding"),
    ),
    ActivityKind.EXCHANGE: ActivitySpec(
        say("Exchange of experience"),
        45,
        "screens.exchange.screen:ExchangeScreen",
        "screens.exchange.room:projected",
        Section("exchanges", 54, "data.report.heard:exchanged"),
        ("heard", "questions"),
    ),
    ActivityKind.PEER_CONSULTATION: ActivitySpec(
        say("Peer consultation"),
        45,
        "screens.peer_consultation.screen:PeerConsultationScreen",
        "screens.peer_consultation.room:projected",
        Section("consultations", 53, "data.report.heard:consulted"),
        ("heard", "actions"),
    ),
    ActivityKind.EXTERNAL_INPUT: ActivitySpec(
        say("External input"),
        45,
        "screens.external_input.screen:ExternalInputScreen",
        "screens.external_input.room:projected",
        Section("external_input", 56, "data.report.heard:invited"),
        ("heard", "questions", "actions", "terms"),
    ),
    ActivityKind.CONTRIBUTION: ActivitySpec(
        say("Contribution"),
        25,
        "screens.contribution.screen:ContributionScreen",
        "screens.contribution.room:projected",
        Section("contributions", 48, "data.report.heard:contributed"),
        ("heard",),
    ),
    ActivityKind.PREPARATION: ActivitySpec(
        say("Preparation review"),
        30,
        "screens.preparation.screen:PreparationScreen",
        "screens.preparation.room:projected",
        Section("preparations", 52, "data.report.heard:discussed"),
        ("heard",),
    ),
    ActivityKind.RECAP: ActivitySpec(
        say("Recap"),
        10,
        "screens.recap.screen:RecapScreen",
        "screens.recap.room:projected",
        Section("recap", 15, "data.report.recap:recap"),
        ("recap",),
        last=True,
    ),
    ActivityKind.EVALUATION: ActivitySpec(
        say("Evaluation"),
        10,
        "screens.evaluation.screen:EvaluationScreen",
        "screens.evaluation.room:projected",
        Section("evaluation", 70, "data.report.evaluations:evaluations"),
        ("evaluations", "spoken", "likings"),
        last=True,
    ),
    ActivityKind.CLOSE: ActivitySpec(
        say("Closing"),
        5,
        "screens.close.screen:CloseScreen",
        "screens.close.room:projected",
        Section("next", 110, "data.report.recap:next_time"),
        last=True,
    ),
}
"""Every kind with its spec."""


def named(where: str) -> Any:
    """What ``module:name`` stands for; it is imported now."""
    module, _colon, name = where.partition(":")
    return getattr(import_module(module), name)
