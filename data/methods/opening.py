"""Opening questions of a check-in: short to answer, for everybody in turn, in our own words and in both languages."""

from __future__ import annotations

from data.model import Said, say

BANK: tuple[Said, ...] = (
    say("With what do you come in today, in one word?"),
    say("What did you try out since last time?"),
    say("What went well at work this week?"),
    say("What are you curious about today?"),
    say("What would make this session worth your time?"),
    say("Whom did you tell about our network, and what did they say?"),
    say("What do you leave at the door for a while?"),
)
"""Kept untranslated; any other question can be typed."""
