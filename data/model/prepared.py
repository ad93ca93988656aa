"""What is prepared for sessions: programmes kept for later, assignments asked beforehand, and what a session uses."""

from enum import StrEnum
from typing import ClassVar

import msgspec

from data.model.base import Record
from data.model.evaluation import EvaluationKind
from data.model.kinds import ActivityKind


class KeptItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An item of a programme that was kept."""

    kind: ActivityKind
    minutes: int
    title: str = ""
    question: str = ""
    evaluates: EvaluationKind = EvaluationKind.SESSION


class KeptProgramme(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A programme that worked, kept under a name to plan another session with."""

    table: ClassVar[str] = "programmes"

    name: str
    items: tuple[KeptItem, ...]


class Delivery(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What one person delivered of an assignment (an engagement); ``text`` is the answer, if it was written down.

    Whoever was forgotten delivered it as nobody.
    """

    table: ClassVar[str] = "deliveries"

    assignment: str
    participant: str | None = None
    text: str = ""


class ResourceKind(StrEnum):
    """What stays of what was shown in a session."""

    SLIDES = "slides"
    MODEL = "model"
    LINK = "link"


class Resource(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something a session used or refers to: ``where`` is an address, or where the file is."""

    table: ClassVar[str] = "resources"

    session: str
    text: str
    kind: ResourceKind = ResourceKind.LINK
    where: str = ""
