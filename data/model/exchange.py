"""An exchange of experience: how far it is, who reports, and whether it is to become an advice."""

from enum import StrEnum

import msgspec


class ExchangeStep(StrEnum):
    """The steps of an exchange of experience: in small groups, their reports, tips, and what is left open."""

    GROUPS = "groups"
    REPORTS = "reports"
    TIPS = "tips"
    OPEN = "open"


class Exchange(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The step of now; in the reports, of which small group (from 0). ``reporters`` are participants (ids).

    ``advice_for`` is for whom the small groups draft an advice; empty when they exchange experience only.
    """

    step: ExchangeStep = ExchangeStep.GROUPS
    group: int = 0
    reporters: tuple[str, ...] = ()
    advice_for: str = ""
