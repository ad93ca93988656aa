"""A suggestion that was worked out: the board may have changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from data.methods.clusters import Group, NoteText, Proposal
from data.model import Note


@dataclass(frozen=True, slots=True)
class Worked:
    """An answer, how coarse it was asked, and the notes it is about (ids), by whose places it speaks of them."""

    notes: tuple[str, ...] = ()
    step: int = 0
    proposal: Proposal = field(default_factory=Proposal)

    def groups(self) -> list[tuple[Group, list[str]]]:
        """The groups with the ids of their notes."""
        return [(group, [self.notes[i] for i in group.notes]) for group in self.proposal.clusters]

    def titles(self) -> dict[str, str]:
        """The title of the group of each note."""
        return {id_: group.title for group, ids in self.groups() for id_ in ids}

    def again(self, places: Mapping[str, int]) -> list[Group]:
        """The groups in a new order of the notes (id to place); notes that are gone are left out."""
        return [
            Group(group.title, 0, tuple(places[id_] for id_ in ids if id_ in places), group.given)
            for group, ids in self.groups()
        ]

    def having(self, notes: Iterable[str]) -> Worked:
        """Also about these notes, which are in none of its groups."""
        return replace(self, notes=tuple(dict.fromkeys((*self.notes, *notes))))

    def standing(self, groups: Sequence[Group]) -> Worked:
        """With these groups in place of its own."""
        return replace(self, proposal=replace(self.proposal, clusters=tuple(groups)))

    def place(self, title: str) -> int | None:
        """Which of its groups has this title."""
        return next((place for place, group in enumerate(self.proposal.clusters) if group.title == title), None)

    def moved(self, note: str, title: str) -> Worked:
        """With one note in the group with this title, and nothing else changed."""
        here = self.notes.index(note)
        groups = [replace(g, notes=tuple(i for i in g.notes if i != here)) for g in self.proposal.clusters]
        return self.standing(
            [replace(g, notes=tuple(sorted((*g.notes, here)))) if g.title == title else g for g in groups]
        )

    def texts(self, notes: Mapping[str, Note], title_of: Mapping[str, str]) -> list[NoteText]:
        """Its notes as the clustering sees them; those that are gone say nothing."""
        return [NoteText(notes[id_].text if id_ in notes else "", title_of.get(id_)) for id_ in self.notes]

    def ranked(self, titles: Sequence[str]) -> dict[str, list[tuple[str, float]]]:
        """The suggested clusters by the id of each loose note, best first, without those that are gone.

        How sure (0 to 1) is a share among the clusters that are there, and says nothing where there is only one. So it
        stands only where the whole grouping puts the note there as well; elsewhere it is at most DOUBTFUL.
        """
        there, group = set(titles), self.titles()
        return {
            (id_ := self.notes[i]): [
                (title, sure if group.get(id_) == title else min(sure, DOUBTFUL))
                for title, sure in suggested
                if title in there
            ]
            for i, suggested in self.proposal.suggestions.items()
        }

    def twin(self, note: Note, here: Mapping[str, Note]) -> Note | None:
        """A note that is still here and says nearly the same."""
        for i, j, _likeness in self.proposal.duplicates:
            pair = [here.get(self.notes[place]) for place in (i, j)]
            if note in pair and None not in pair:
                return pair[1] if pair[0] == note else pair[0]
        return None


DOUBTFUL = 0.25
"""How sure it is at most where the whole grouping puts a note elsewhere: one dot of four."""
