"""What a network says of itself: whom it is for, how people are called in, and the invitation."""

from enum import StrEnum

import msgspec


class Reach(StrEnum):
    """Whether a network is of one organisation or of several."""

    INTERNAL = "internal"
    EXTERNAL = "external"


class Mix(StrEnum):
    """Whether its participants have the same function or different ones."""

    SAME = "same"
    MIXED = "mixed"


class Call(StrEnum):
    """How people are invited: up to a number, or whoever wants to."""

    CAPPED = "capped"
    OPEN = "open"


class Element(StrEnum):
    """What an invitation tells, in its order."""

    NETWORK = "network"
    PURPOSE = "purpose"
    GAINS = "gains"
    GAINS_ORGANISATION = "gains_organisation"
    AUDIENCE = "audience"
    TIME = "time"
    WORKING = "working"
    GUIDANCE = "guidance"
    TAKE_HOME = "take_home"
    ENGAGEMENT = "engagement"
    PRACTICAL = "practical"


class Naming(StrEnum):
    """How people are named in what leaves the laptop: in full, by their initials, or not at all."""

    FULL = "full"
    INITIALS = "initials"
    NONE = "none"


class ExportChoice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a network's reports are made unless something else is asked, as it was chosen the last time.

    ``formats`` are endings of files, ``without`` keys of sections; what this Kring does not know is passed over.
    """

    formats: tuple[str, ...] = ()
    naming: Naming = Naming.FULL
    without: tuple[str, ...] = ()


class Passage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody wrote of one element of the invitation; ``text`` may have several lines."""

    element: Element
    text: str
