"""What is filled in on an evaluation form, and what is asked in words."""

from __future__ import annotations

import msgspec

from data.i18n import N_

LISTS = {
    "learning": (N_("Learning points"), N_("what do you take away? Enter, then another")),
    "treat": (N_("Themes to cover"), N_("what should a next session be about?")),
    "deepen": (N_("To explore"), N_("what would you like to explore further?")),
    "hunger": (N_("Still missing"), N_("what did you hope for and not get yet?")),
    "adjust": (N_("To change"), N_("what should change from now on?")),
    "well": (N_("Went well"), N_("what should stay as it is?")),
    "improve": (N_("Could be better"), N_("what would you do differently?")),
    "liked": (N_("Activities liked"), N_("which activity, and why?")),
    "less_liked": (N_("Less liked"), N_("which activity, and why?")),
    "suggestions": (N_("Suggestions"), N_("for a next network")),
}
"""What is asked in words, with what stands in its empty line."""


class Answers(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is filled in on one form."""

    content: float | None = None
    discussion: float | None = None
    facilitation: float | None = None
    content_comment: str = ""
    discussion_comment: str = ""
    facilitation_comment: str = ""
    learning: tuple[str, ...] = ()
    treat: tuple[str, ...] = ()
    deepen: tuple[str, ...] = ()
    hunger: tuple[str, ...] = ()
    adjust: tuple[str, ...] = ()
    well: tuple[str, ...] = ()
    improve: tuple[str, ...] = ()
    liked: tuple[str, ...] = ()
    less_liked: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
