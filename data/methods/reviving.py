"""Reviving questions: kept at hand for when ideas dry up, in our own words and in both languages."""

from __future__ import annotations

from data.model import Said, say

BANK: tuple[Said, ...] = (
    say("What would somebody who starts here tomorrow say?"),
    say("What would we do with twice the time, and what with none at all?"),
    say("How could we make sure this fails?"),
    say("Where did this work well once, and what was different there?"),
    say("What would your most critical colleague add?"),
    say("What do people already do of their own accord?"),
    say("Which idea did you leave out because it seemed too small?"),
    say("Which idea did you leave out because it seemed impossible?"),
    say("Who is not in this room, and what would they write?"),
    say("What would we notice in a year if this had worked?"),
    say("Which two ideas on the board become stronger together?"),
    say("How do they solve this in another trade?"),
)
"""Kept untranslated; a network may have questions of its own beside these."""
