"""What an invitation asks of people: which of the usual four something is, and how each can be asked."""

from __future__ import annotations

import re

from data.model import EngagementKind, Said, say
from data.text import fold

ASKED = (EngagementKind.SESSIONS, EngagementKind.CASES, EngagementKind.AGENDA, EngagementKind.PASSING_ON)
"""What an invitation is to ask."""

PROPOSED: tuple[tuple[EngagementKind, Said], ...] = (
    (EngagementKind.SESSIONS, say("Come to every session, and let us know in good time if you cannot")),
    (EngagementKind.CASES, say("Bring a case of your own: something you are stuck on, or something that works")),
    (EngagementKind.AGENDA, say("Help decide what the sessions are about")),
    (EngagementKind.PASSING_ON, say("Pass on what you learn here in your own organisation")),
)
"""How it can be asked, each in a sentence."""

_SIGNS: tuple[tuple[EngagementKind, re.Pattern[str]], ...] = (
    (
        EngagementKind.PASSING_ON,
        re.compile(r"\b(?:doorge|doorstro|geef\w*\b.*\bdoor|intern|pass\w* (?:\w+ )?on)\b|doorgeven"),
    ),
    (EngagementKind.AGENDA, re.compile(r"\b(?:agenda|thema|theme|onderwerp|topic|about|waarover)")),
    (EngagementKind.CASES, re.compile(r"\b(?:case|praktijk|casus|inbreng)")),
    (EngagementKind.SESSIONS, re.compile(r"\b(?:sessie|session|bijeenkomst|aanwezig|meeting)")),
)


def kind_of(text: str) -> EngagementKind:
    """Which of the usual four a sentence asks, by its words; something else when none of them is in it."""
    plain = fold(text)
    return next((kind for kind, sign in _SIGNS if sign.search(plain)), EngagementKind.OTHER)
