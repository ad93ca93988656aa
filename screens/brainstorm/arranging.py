"""On the board: post-its go to clusters, and clusters are made, named, merged, split and ordered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from textual import on
from textual.content import Content

from data.i18n import _
from data.methods.capture_syntax import candidates
from data.model import Cluster
from data.text import fold
from data.verbs.brainstorm.board import (
    dissolve_cluster,
    merge_clusters,
    merge_notes,
    move_cluster,
    move_note,
    move_notes,
    new_cluster,
    rename_cluster,
    split_cluster,
)
from data.verbs.brainstorm.noting import add_weight, bin_notes, set_question, unbin_notes
from screens.brainstorm.canvas import Ask, StormScreen
from screens.brainstorm.columns import BIN, LOOSE
from widgets.board import Board


class Arranging(StormScreen):
    """What the letters and digits on the board do."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._digit = ""

    # -- to a cluster

    @on(Board.Digit)
    def _digit_pressed(self, event: Board.Digit) -> None:
        self.number(event.digit)

    def number(self, digit: str) -> None:
        """A digit sends post-its to that cluster; what may be the first of two waits for the second or Enter."""
        typed = self._digit + digit
        count = len(self.clusters)
        if typed != "0" and int(typed) * 10 <= count:
            self._digit = typed
            self.show_hint()
            return
        self._digit = ""
        self._send_to(int(typed))

    def _send_to(self, number: int) -> None:
        if number > len(self.clusters):
            self.house.tell(_("There is no cluster {n}: n makes a new one.").format(n=number))
        else:
            self.move(self.board.chosen, self.clusters[number - 1].id if number else None)
        self.show_hint()

    def forget_digit(self) -> bool:
        """Forget the first of two digits; says whether there was one."""
        had, self._digit = bool(self._digit), ""
        return had

    def move(self, notes: Sequence[str], cluster: str | None) -> None:
        """Put post-its in a cluster, or among the loose ones, and go on with the next."""
        binned = [id_ for id_ in notes if (note := self.note(id_)) and note.binned]
        if binned:
            self.house.do(unbin_notes, notes=binned)
        after = self.board.next_to(notes)
        if self.house.do(move_notes, notes=list(notes), cluster=cluster):
            self.board.unmark()
            self.board.go_to(after)

    @on(Board.Dropped)
    def _dropped(self, event: Board.Dropped) -> None:
        if event.column == BIN:
            self.house.do(bin_notes, notes=event.cards)
        elif event.column == LOOSE or any(cluster.id == event.column for cluster in self.clusters):
            self.move(event.cards, event.column or None)

    @on(Board.Chosen)
    def _chosen(self) -> None:
        if self._digit:
            number, self._digit = int(self._digit), ""
            self._send_to(number)
        elif self.board.card:
            self.action_edit()
        elif self.cluster:
            self.action_rename()

    @on(Board.Moved)
    def _moved(self) -> None:
        self.cursor_moved()

    def cursor_moved(self) -> None:
        """Tell what can be done with what the cursor stands on."""
        self.show_hint()

    def action_move_to(self) -> None:
        """Send post-its to a cluster by a few letters of its title."""
        notes = self.board.chosen
        self.choose_cluster(
            _("To"), lambda cluster: self.move(notes, cluster.id), _("a few letters, then Enter; a new title makes it"),
            lambda title: self._make(title, notes),
        )  # fmt: skip

    def choose_cluster(
        self, prompt: str, then: Callable[[Cluster], None], how: str, make: Callable[[str], bool] | None = None
    ) -> None:
        """Ask for a cluster by number or letters."""

        def found(typed: str) -> list[Cluster]:
            names = candidates(typed.strip(), self.titles)
            return [cluster for name in names for cluster in self.clusters if cluster.title == name]

        def hint(typed: str) -> Content:
            shown = found(typed)[:6]
            if typed and not shown:
                return Content(
                    _("new cluster “{title}”").format(title=typed) if make else _("No cluster has these letters.")
                )
            rows = [(str(self.clusters.index(cluster) + 1), cluster.title) for cluster in shown]
            return self.keys(*rows) if rows else Content(how)

        def submit(typed: str) -> bool:
            clusters = found(typed)
            if not typed.strip():
                return False
            if clusters:
                then(clusters[0])
                return True
            return bool(make and make(typed))

        self.ask(Ask(prompt, submit, hint=hint))

    # -- clusters

    def action_new_cluster(self) -> None:
        """Make a cluster of the marked post-its."""
        notes = self.board.chosen
        self.ask(Ask(_("New cluster"), lambda title: self._make(title, notes), hint=self._how_many(notes)))

    def _how_many(self, notes: Sequence[str]) -> Callable[[str], Content]:
        texts = [note.text for id_ in notes if (note := self.note(id_))]
        told = " · ".join(texts)
        return lambda _typed: Content(told or _("A cluster without post-its yet"))

    def _make(self, title: str, notes: Sequence[str]) -> bool:
        after = self.board.next_to(notes)
        made = self.house.do(new_cluster, activity=self.place, title=title, notes=list(notes))
        if made:
            self.board.unmark()
            self.board.go_to(after)
        return made is not None

    def action_rename(self) -> None:
        """Give the cluster another title."""
        cluster = self._here()
        self.ask(
            Ask(
                _("Title"),
                lambda title: self.house.do(rename_cluster, cluster=cluster.id, title=title) is not None,
                cluster.title,
            )
        )

    def _here(self) -> Cluster:
        """The cluster at the cursor; ``refusal`` sees to it that there is one."""
        cluster = self.cluster
        assert cluster is not None
        return cluster

    def action_join(self) -> None:
        """Put this cluster in another one, which keeps its title."""
        gone = self._here()

        def join(into: Cluster) -> None:
            if self.house.do(merge_clusters, clusters=[into.id, gone.id]):
                self.house.tell(_("“{gone}” is now in “{title}”").format(gone=gone.title, title=into.title))

        self.choose_cluster(
            _("Merge “{title}” with").format(title=gone.title[:24]), join, _("its number or a few letters, then Enter")
        )

    def action_split(self) -> None:
        """Take the marked post-its into a new cluster right behind this one."""
        cluster, notes = self._here(), self.board.chosen

        def split(title: str) -> bool:
            done = self.house.do(split_cluster, cluster=cluster.id, notes=notes, title=title)
            if done:
                self.board.unmark()
            return done is not None

        self.ask(Ask(_("Split off as"), split, hint=self._how_many(notes)))

    def action_apart(self) -> None:
        """Make the post-its of this cluster loose again."""
        if self.house.do(dissolve_cluster, cluster=self._here().id):
            self.house.tell(_("Taken apart; ^Z puts it back."))

    def action_along(self, by: int) -> None:
        """Move the cluster along the board."""
        self.house.do(move_cluster, cluster=self._here().id, by=by)

    # -- post-its

    def action_order(self, by: int) -> None:
        """Move the post-it within its cluster."""
        self.house.do(move_note, note=self.board.card, by=by)

    def action_edit(self) -> None:
        """Word the post-it anew."""
        note = self.note(self.board.card)
        if note:
            self.edit(note)

    def action_bin(self) -> None:
        """To the bin, and from the bin back."""
        column, notes = self.board.column, self.board.chosen
        after = self.board.next_to(notes)
        verb = unbin_notes if column and column.id == BIN else bin_notes
        if self.house.do(verb, notes=notes):
            self.board.unmark()
            self.board.go_to(after)

    def action_show_bin(self) -> None:
        """Show or hide the bin."""
        self.show_as(bin=not self.showing.bin)
        if self.showing.bin:
            self.board.go_to(f"head {BIN}")

    def action_weight(self, by: int) -> None:
        """Count one person more or less."""
        for id_ in self.board.chosen:
            self.house.do(add_weight, note=id_, by=by)

    def action_same(self) -> None:
        """Let one post-it stand for all that are marked."""
        if self.house.do(merge_notes, notes=self.board.chosen):
            self.board.unmark()

    # -- what is shown

    def show_as(self, **changes: object) -> None:
        """Show the board in another way."""
        self.showing = replace(self.showing, **changes)  # type: ignore[arg-type]
        self.show_board()
        self.show_hint()

    def action_filter(self) -> None:
        """Show only the post-its with these letters, while they are typed."""

        def keep(typed: str) -> bool:
            self.show_as(filter=typed)
            return True

        def hint(typed: str) -> Content:
            count = sum(fold(typed) in fold(note.text) for note in self.found.notes)
            told = _("{n} of {total} · Enter keeps the filter · Esc shows everything")
            return Content(told.format(n=count, total=len(self.found.notes)))

        self.ask(Ask(_("Filter"), keep, self.showing.filter, hint, lambda typed: self.show_as(filter=typed)))

    def action_filter_board(self) -> None:
        """The same, by the key of the board."""
        self.action_filter()

    def action_question(self) -> None:
        """Word the question."""
        self.ask(
            Ask(
                _("Question"),
                lambda typed: self.house.do(set_question, activity=self.place, question=typed) is not None,
                self.storm.question,
            )
        )

    def action_to_board(self) -> None:
        """From the line to the board."""
        self.board.focus()

    def action_to_line(self) -> None:
        """Back to the line; first a waiting digit, the marks and the filter go."""
        if self.forget_digit() or self.board.unmark():
            self.show_hint()
        elif self.showing.filter:
            self.show_as(filter="")
        else:
            self.line.focus()
