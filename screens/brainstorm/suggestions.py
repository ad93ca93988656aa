"""Suggestions: where loose post-its could go, and how a board could be grouped. They propose, one key accepts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from textual.content import Content
from textual.timer import Timer

from data.i18n import _
from data.methods import clusters as methods
from data.methods.clusters import Group, NoteText, Proposal
from data.model import Note, Profile
from data.verbs.brainstorm.board import merge_notes, move_notes, new_clusters
from screens.brainstorm.columns import Advice
from screens.brainstorm.weighing import Weighing
from widgets.board_layout import Card, Column, Look
from widgets.board_paint import DOTS

STEPS = (0.5, 0.7, 1.0, 1.4, 2.0)
"""Coarseness, from many small groups to few large ones."""

USUAL = 2
"""The step one begins with."""

FEWEST = 4
"""With fewer post-its there is nothing to group."""

PAUSE = 0.7
"""Seconds without a change before the suggestions are worked out anew."""


@dataclass(frozen=True, slots=True)
class Worked:
    """An answer, how coarse it was asked, and the notes it is about in their order: they may have changed meanwhile."""

    notes: tuple[str, ...]
    step: int
    proposal: Proposal

    def groups(self) -> list[tuple[Group, list[str]]]:
        """The groups with the ids of their notes."""
        return [(group, [self.notes[i] for i in group.notes]) for group in self.proposal.clusters]


class Advising(Weighing):
    """Suggestions are worked out in the background, and never move a note by themselves."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._advice: str | None = None
        self._mirrored = True
        self._step = USUAL
        self._worked: Worked | None = None
        self._soon: Timer | None = None

    # -- which advice is shown

    @property
    def advising(self) -> str:
        """What is shown: nothing, ``dots`` on loose notes, or a whole ``grouping``.

        Unasked it is dots, and only while nobody looks along: what F5 shows is meant for the room.
        """
        if self._advice is not None:
            return self._advice
        return "dots" if self.clusters and self.found.loose and not self.house.looking_along else ""

    def action_suggest(self) -> None:
        """Dots on loose post-its, then a whole grouping, then nothing; without clusters the grouping at once."""
        order = ["", "dots", "grouping"] if self.clusters else ["", "grouping"]
        place = order.index(self.advising) if self.advising in order else 0
        self._step = USUAL
        self._advise(order[(place + 1) % len(order)])
        self._work_out()
        if self.advising:
            self.board.focus()

    def stop_advice(self) -> bool:
        """Show no advice any more that was asked for; says whether there was some."""
        had = bool(self._advice)
        if had:
            self._advise("")
        return had

    def _advise(self, advice: str | None) -> None:
        self._advice = advice
        self.set_class(self.advising == "grouping", "-proposing")
        self.show_advice()

    def board_changed(self) -> None:
        """Work the suggestions out anew once it is quiet, when they are shown; when people begin to look, they go."""
        mirrored, self._mirrored = self._mirrored, self.house.looking_along
        if self._mirrored and not mirrored:
            self._advise(None)
        elif not self.advising and self.showing.advice:
            self.show_advice()
        if self._soon:
            self._soon.stop()
        self._soon = self.set_timer(PAUSE, self._work_out) if self.advising else None

    # -- working it out

    def _work_out(self) -> None:
        notes = self.found.notes
        if not self.advising or not notes:
            return
        title = {cluster.id: cluster.title for cluster in self.clusters}
        work = partial(
            methods.suggest,
            [NoteText(note.text, title.get(note.cluster or "")) for note in notes],
            lang=next((profile.language for profile in self.house.state.all(Profile)), None),
            coarseness=STEPS[self._step],
            previous=self._before({note.id: place for place, note in enumerate(notes)}),
            titles=list(title.values()),
        )
        ids = tuple(note.id for note in notes)
        self.run_worker(partial(self._think, ids, self._step, work), thread=True, exclusive=True, group="advice")

    def _before(self, places: dict[str, int]) -> list[Group]:
        """The groups of the last answer in the present order of the notes; none when that was finer or coarser."""
        groups = self._worked.groups() if self._worked and self._step == self._worked.step else []
        return [
            Group(group.title, 0, tuple(places[id_] for id_ in ids if id_ in places), group.given)
            for group, ids in groups
        ]

    def _think(self, notes: tuple[str, ...], step: int, work: Callable[..., Proposal]) -> None:
        """In the background: nothing of the screen is touched here."""
        self.app.call_from_thread(self._thought, Worked(notes, step, work(encoder=methods.encoder())))

    def _thought(self, worked: Worked) -> None:
        self._worked = worked
        self.show_advice()

    def show_advice(self) -> None:
        """Show what was worked out, or no longer."""
        self.show_as(advice=self._dots() if self.advising == "dots" else {})

    def _dots(self) -> dict[str, Advice]:
        """The best cluster of each loose note, with its number and how sure."""
        advice: dict[str, Advice] = {}
        loose = {note.id for note in self.found.loose}
        for id_, ranked in self._ranked().items():
            if id_ in loose and ranked:
                title, score = ranked[0]
                number = self.titles.index(title) + 1
                advice[id_] = Advice(f"→ {number} {title}", max(1, min(DOTS, round(score * DOTS))))
        return advice

    def _ranked(self) -> dict[str, list[tuple[str, float]]]:
        """The suggestions by note, without clusters that are gone."""
        if not self._worked:
            return {}
        titles = set(self.titles)
        return {
            self._worked.notes[i]: [(title, score) for title, score in ranked if title in titles]
            for i, ranked in self._worked.proposal.suggestions.items()
        }

    def proposed(self) -> list[Column] | None:
        """The board as it is proposed; None while no grouping is shown."""
        if self.advising != "grouping" or not self._worked:
            return None
        notes = {note.id: note for note in self.found.notes}
        numbers = {title: number for number, title in enumerate(self.titles, start=1)}
        columns = []
        for place, (group, ids) in enumerate(self._worked.groups()):
            cards = tuple(self._proposed(notes[id_], group.title) for id_ in ids if id_ in notes)
            look = Look.CLUSTER if group.title in numbers else Look.PROPOSED
            if cards:
                columns.append(Column(f"proposed {place}", group.title, cards, numbers.get(group.title, 0), look))
        known = set(self._worked.notes)
        late = tuple(self.cards.card(note, self.showing) for id_, note in notes.items() if id_ not in known)
        return [*columns, Column("", _("Loose"), late, look=Look.LOOSE)] if late else columns

    def _proposed(self, note: Note, title: str) -> Card:
        """A note in a proposed group: told apart from those that people put there."""
        card = self.cards.card(note, self.showing)
        here = any(cluster.id == note.cluster and cluster.title == title for cluster in self.clusters)
        return card if here else replace(card, proposed=True)

    # -- accepting

    def action_accept(self) -> None:
        """Do what is suggested here: for the marked post-its or this one, or on a title for its whole group."""
        if self.advising == "grouping":
            self._accept_groups(self._groups_here())
        elif self.advising == "dots":
            self._accept_dots(self.board.chosen)

    def action_accept_all(self) -> None:
        """Do everything that is suggested."""
        if self.advising == "dots":
            self._accept_dots([note.id for note in self.found.loose])
        elif self._worked:
            self._accept_groups([(group.title, ids) for group, ids in self._worked.groups()])
            self.stop_advice()

    def _groups_here(self) -> list[tuple[str, list[str]]]:
        """What Accept is about in a proposed grouping: titles with their notes."""
        column, chosen = self.board.column, set(self.board.chosen)
        if not self._worked or column is None:
            return []
        if not self.board.card and not self.board.marked:
            return [(column.title, [card.id for card in column.cards])] if column.look is not Look.LOOSE else []
        picked = [(group.title, [id_ for id_ in ids if id_ in chosen]) for group, ids in self._worked.groups()]
        return [(title, ids) for title, ids in picked if ids]

    def _accept_groups(self, groups: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Only notes that are still loose are moved; what people placed stays."""
        loose = {note.id for note in self.found.loose}
        wanted = [(title, [id_ for id_ in ids if id_ in loose]) for title, ids in groups]
        wanted = [(title, ids) for title, ids in wanted if ids]
        if wanted and self.house.do(new_clusters, activity=self.place, groups=wanted):
            self.board.unmark()

    def _accept_dots(self, notes: Sequence[str]) -> None:
        ranked = self._ranked()
        by_title: dict[str, list[str]] = {}
        for id_ in notes:
            if ranked.get(id_):
                by_title.setdefault(ranked[id_][0][0], []).append(id_)
        after = self.board.next_to(notes)
        done = len(by_title) > 1 and self.house.do(new_clusters, activity=self.place, groups=list(by_title.items()))
        if len(by_title) == 1:
            ((title, ids),) = by_title.items()
            done = self.house.do(move_notes, notes=ids, cluster=self.clusters[self.titles.index(title)].id)
        if done:
            self.board.unmark()
            self.board.go_to(after)

    def twin(self, note: Note) -> Note | None:
        """A note on the board that says nearly the same, while advice is shown."""
        if not self.advising or not self._worked:
            return None
        here = {other.id: other for other in self.found.notes}
        for i, j, _score in self._worked.proposal.duplicates:
            pair = [here.get(self._worked.notes[k]) for k in (i, j)]
            if note in pair and None not in pair:
                return pair[1] if pair[0] == note else pair[0]
        return None

    def action_same(self) -> None:
        """Let one post-it stand for all that are marked, or for its near-duplicate."""
        note = self.note(self.board.card)
        twin = self.twin(note) if note and not self.board.marked else None
        if note and twin:
            self.house.do(merge_notes, notes=[note.id, twin.id])
        else:
            super().action_same()

    # -- finer and coarser

    def action_along(self, by: int) -> None:
        """In a proposed grouping finer or coarser; otherwise move the cluster."""
        if self.advising != "grouping":
            super().action_along(by)
        elif 0 <= self._step + by < len(STEPS):
            self._step += by
            self._work_out()
            self.show_hint()

    def advice_hint(self) -> Content:
        """What can be done with the advice."""
        if self._worked is None:
            return Content(_("working out …"))
        note = self.note(self.board.card)
        if note and (twin := self.twin(note)):
            return self.keys(("=", _("the same as “{text}”: count it").format(text=twin.text[:60])), ("g", _("accept")))
        if self.advising == "dots":
            others = self._ranked().get(note.id, [])[1:] if note else []
            told = "   ".join(f"{self.titles.index(title) + 1} {title}" for title, _score in others)
            rest = Content.styled(_("or") + f"  {told}", "$muted") if told else Content()
            return (
                self.keys(("g", _("accept")), ("G", _("accept all")), ("F5", _("whole grouping")))
                + Content("   ")
                + rest
            )
        slider = "".join("●" if step == self._step else "─" for step in range(len(STEPS)))
        finer, coarser = ("<", _("finer")), (">", _("coarser"))
        return self.keys(finer, (slider, ""), coarser, ("g", _("this one")), ("G", _("all of it")), ("F5", _("hide")))
