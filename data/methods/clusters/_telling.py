"""How much a phrase tells of a group: more often in it than elsewhere, near its middle, whole, and no poor title.

The weight is that of class-based TF-IDF (Grootendorst, 2022) times how close the notes with the phrase are to the
middle of the group. A word also counts, for half, where it is part of a compound (fiets, fietspad), and a phrase counts
for less where its last word is followed by another that may belong to it (sociale, of sociale fraude).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt

from data.methods.clusters._phrases import Phrase, Phrases

_WORTH = (1.0, 1.6, 1.8)
"""Of a phrase of one, two or three words: longer ones say more, and fewer notes have them."""

_WORTH_ALONE = (0.7, 0.85, 0.9)
"""Of a phrase that only one note of a group has."""

_TORN = 0.4
"""What is left of the worth of a phrase that is nowhere whole."""

_IN_COMPOUND = 0.5
"""What a word counts for where it is part of another."""

_MUCH = 0.4
"""Part of a group from which a phrase may be its title even if it is a poor one."""

_WIDE = 0.25
"""Part of all notes from which a phrase that is mostly elsewhere is what the session is about, and no title."""

_MORE = 1.5
"""How much more often than in the session such a phrase is in a group of which it is the title all the same."""


@dataclass(frozen=True, slots=True)
class Session:
    """The phrases of all notes, and how many notes have each, or have it in a compound."""

    phrases: Sequence[Phrases]
    spread: Counter[Phrase]
    compounds: Counter[str]


def session_of(phrases: Sequence[Phrases]) -> Session:
    """Count the phrases of all notes."""
    return Session(
        phrases,
        Counter(chain.from_iterable(found.written for found in phrases)),
        Counter(chain.from_iterable(found.parts for found in phrases)),
    )


def weights(session: Session, notes: Sequence[int], closeness: Sequence[float]) -> dict[Phrase, float]:
    """How much each phrase in these notes tells of them; where some are good titles, only these.

    `closeness` tells for each note of the session how close it is to the middle of its group, 0 at least.
    """
    inside: Counter[Phrase] = Counter()
    whole: Counter[Phrase] = Counter()
    poor: Counter[Phrase] = Counter()
    close: defaultdict[Phrase, float] = defaultdict(float)
    parts: Counter[str] = Counter()
    for i in notes:
        parts.update(session.phrases[i].parts)
        for phrase, written in session.phrases[i].written.items():
            inside[phrase] += 1
            whole[phrase] += written.whole
            poor[phrase] += written.bare or written.place
            close[phrase] += closeness[i]

    def telling(phrase: Phrase) -> float:
        here, everywhere = float(inside[phrase]), float(session.spread[phrase])
        if len(phrase) == 1:
            here += _IN_COMPOUND * parts[phrase[0]]
            everywhere += _IN_COMPOUND * session.compounds[phrase[0]]
        rarity = log(1 + len(session.phrases) / everywhere) * sqrt(here / everywhere)
        complete = _TORN + (1 - _TORN) * whole[phrase] / inside[phrase]
        worth = _WORTH if here > 1 else _WORTH_ALONE
        return close[phrase] / inside[phrase] * here * rarity * complete * worth[len(phrase) - 1]

    def good(phrase: Phrase) -> bool:
        share, everywhere = inside[phrase] / len(notes), session.spread[phrase] / len(session.phrases)
        wide = everywhere >= _WIDE and 2 * inside[phrase] < session.spread[phrase]
        if share >= _MUCH:
            return not wide or share > _MORE * everywhere
        return not wide and whole[phrase] > 0 and 2 * poor[phrase] <= inside[phrase]

    chosen = list(filter(good, inside)) or list(inside)
    return {phrase: telling(phrase) for phrase in chosen}
