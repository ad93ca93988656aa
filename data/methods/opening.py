"""Opening questions of a check-in: short to answer, for everybody in turn, in our own words and in both languages."""

from __future__ import annotations

from data.model import Said, say

BANK: tuple[Said, ...] = (
    say("How do you arrive today, in one word?"),
    say("What have you tried out since last time?"),
    say("What went well at work this week?"),
    say("What are you curious about today?"),
    say("What would make this session worth your time?"),
    say("Who did you tell about our network, and what did they say?"),
    say("What are you leaving at the door for now?"),
)
"""Kept untranslated; any other question can be typed."""
