"""Guarding the process: what a facilitator can say, in our own words and in both languages, and who was not heard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from data.methods.speaking import contributions, not_heard
from data.model import Said, say


class Occasion(StrEnum):
    """What a facilitator may see happen, in the order in which it is offered."""

    AGREEMENT = "agreement"
    DRIFT = "drift"
    OWN_KNOWLEDGE = "own_knowledge"
    FEW_VOICES = "few_voices"
    STUCK = "stuck"
    UNWANTED = "unwanted"


class Intervention(msgspec.Struct, frozen=True):
    """What it is called, how one notices, and what can be said, the mildest first.

    One that is ``about_rule`` speaks of a ground rule; its sentences fill in ``{rule}``, what was agreed.
    """

    title: Said
    noticed: Said
    sentences: tuple[Said, ...]
    about_rule: bool = False


INTERVENTIONS: Mapping[Occasion, Intervention] = {
    Occasion.AGREEMENT: Intervention(
        say("An agreement is broken"),
        say("people talk over each other, or judge too early"),
        (
            say("We agreed: “{rule}” Let us stick to that."),
            say("I notice that we are losing sight of what we agreed: “{rule}” What do we need to stick to it?"),
            say("“{rule}” Does that still suit us, or shall we reword it?"),
        ),
        about_rule=True,
    ),
    Occasion.DRIFT: Intervention(
        say("The conversation goes in all directions"),
        say("nobody sees the wood for the trees"),
        (
            say("I hear several things at once. Which one do we take first?"),
            say("Let me sum up what I heard; then tell me what is missing."),
            say("How much more time do we want to give this, and what do we leave for later?"),
        ),
    ),
    Occasion.OWN_KNOWLEDGE: Intervention(
        say("The group overlooks what it knows"),
        say("the answer is sought elsewhere, but sits at the table"),
        (
            say("Who has been through this? What did you do?"),
            say("Before we look elsewhere: what do we already know about this ourselves?"),
            say("Where has this already worked for one of you, in however small a way?"),
        ),
    ),
    Occasion.FEW_VOICES: Intervention(
        say("A few people do all the talking"),
        say("the same people speak, the others listen"),
        (
            say("Thank you. I will come back to that; first I would like to hear somebody who has not spoken yet."),
            say("Who sees this differently, or does not recognise it at all?"),
            say("Let us each say one thing, so we know where everybody stands."),
        ),
    ),
    Occasion.STUCK: Intervention(
        say("The conversation stalls"),
        say("silence, or the same thing again"),
        (
            say("Let me read our question out once more. What comes to mind first?"),
            say("What makes this difficult to talk about?"),
            say("Suppose this is solved a year from now: what did we do first to get there?"),
        ),
    ),
    Occasion.UNWANTED: Intervention(
        say("Unwanted behaviour"),
        say("a sneer, an accusation, somebody is put down or laughed at"),
        (
            say("Let me stop you for a moment: this is about a person. Can you say what the issue is?"),
            say("Everybody's experience counts equally here, mine included. Let us talk to each other that way."),
            say("This does not help people feel safe to learn. Please leave it there, and let us move on."),
            say("I would like to talk about this with you in the break, just the two of us."),
        ),
    ),
}
"""Everything there is something to say to."""

REFOCUSING: tuple[Said, ...] = (
    say("What does this tell us about our question?"),
    say("How does this bring us closer to our question?"),
    say("What of this helps our question, and what do we park?"),
    say("Where were we, and what was the last thing that moved us forward?"),
    say("Who can link this to the case or question we began with?"),
    say("If we had five minutes left for our question, what would we say first?"),
)
"""Questions that bring a digression back to what lies before the group."""

QUIET_ROUND: tuple[Said, ...] = (
    say("Take a minute in silence to write down what you think. Then we go round: one thing each, no replies."),
    say("Let us go round once, one sentence each. Anyone may pass."),
    say("Talk it over in pairs for two minutes. After that each pair says one thing."),
)
"""Ways of letting everybody be heard without anybody being pointed at."""

MANY_SILENT = 1 / 3
"""From this part of the group on that was not heard, a quiet round is worth proposing."""


class Heard(msgspec.Struct, frozen=True):
    """Who was heard, as participant ids: how often each, and who was not, here and in the whole session."""

    counts: tuple[tuple[str, int], ...] = ()
    silent: tuple[str, ...] = ()
    silent_today: tuple[str, ...] = ()

    @property
    def quiet_round(self) -> bool:
        """Whether so many were not heard, after some turns, that a quiet round is worth proposing."""
        everybody = len(self.counts) + len(self.silent)
        return len(self.counts) > 1 and len(self.silent) >= max(2, everybody * MANY_SILENT)


def heard(present: Iterable[str], here: Iterable[str | None], today: Iterable[str | None]) -> Heard:
    """Set out who was heard.

    Args:
        present: who is in the room, in its order.
        here: whose turn each was in what is going on now; None for nobody's.
        today: the same for the whole session.
    """
    room, turns = list(present), list(here)
    counts = contributions(turns)
    return Heard(
        counts=tuple(counts.most_common()),
        silent=tuple(not_heard(room, turns)),
        silent_today=tuple(not_heard(room, today)),
    )
