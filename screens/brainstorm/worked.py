"""A suggestion that was worked out: the board may have changed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.methods.clusters import Group, Proposal
from data.model import Note


@dataclass(frozen=True, slots=True)
class Worked:
    """An answer, how coarse it was asked, and the notes it is about in their order."""

    notes: tuple[str, ...] = ()
    step: int = 0
    proposal: Proposal = field(default_factory=Proposal)

    def groups(self) -> list[tuple[Group, list[str]]]:
        """The groups with the ids of their notes."""
        return [(group, [self.notes[i] for i in group.notes]) for group in self.proposal.clusters]

    def again(self, places: Mapping[str, int]) -> list[Group]:
        """The groups in a new order of the notes (id to place); notes that are gone are left out."""
        return [
            Group(group.title, 0, tuple(places[id_] for id_ in ids if id_ in places), group.given)
            for group, ids in self.groups()
        ]

    def ranked(self, titles: Sequence[str]) -> dict[str, list[tuple[str, float]]]:
        """The suggested clusters by the id of each loose note, best first, without those that are gone."""
        there = set(titles)
        return {
            self.notes[i]: [(title, sure) for title, sure in suggested if title in there]
            for i, suggested in self.proposal.suggestions.items()
        }

    def twin(self, note: Note, here: Mapping[str, Note]) -> Note | None:
        """A note that is still here and says nearly the same."""
        for i, j, _likeness in self.proposal.duplicates:
            pair = [here.get(self.notes[place]) for place in (i, j)]
            if note in pair and None not in pair:
                return pair[1] if pair[0] == note else pair[0]
        return None
