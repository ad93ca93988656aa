"""The rows of a drawing that several ways of deciding have alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from data.methods.votes.picture import Row, Tone
from data.methods.votes.room import Ranking
from data.methods.votes.words import outcome_words
from data.model import say


def by_tier(
    tiers: Ranking, counts: Mapping[str, int], base: int, reached: Mapping[str, str], near: Collection[str] = ()
) -> tuple[Row, ...]:
    """A bar a proposal, best first; behind it the outcome (a code) it reached, a shared place, or that it is near."""
    return tuple(
        Row(
            id_,
            count=counts[id_],
            of=base,
            tone=Tone.GOOD if id_ in reached else Tone.PLAIN,
            notes=(
                *((words.short,) if (words := outcome_words(reached.get(id_, ""))) else ()),
                *((say("shared"),) if len(tier) > 1 else ()),
                *((say("close"),) if id_ in near else ()),
            ),
        )
        for tier in tiers
        for id_ in tier
    )
