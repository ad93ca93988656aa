"""Post-its on the board: they go to clusters and to the bin, are worded anew, ordered and counted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from data.i18n import N_, _
from data.model import Note
from data.verbs.brainstorm.board import merge_notes, move_note, move_notes, new_cluster
from data.verbs.brainstorm.noting import add_weight, bin_notes, edit_note, unbin_notes
from screens.brainstorm.asking import Ask, Asking
from screens.brainstorm.canvas import Canvas, Keys
from screens.brainstorm.choosing import ClusterChoice, texts_of
from screens.brainstorm.columns import BIN, LOOSE, details
from screens.brainstorm.suggesting import Suggesting
from widgets.command import Command

IN_PROMPT, NAMED = 20, 60
"""So many columns of a post-it name it before the line in which it is corrected, and when that is told."""


class Arranging:
    """What is done to the marked post-its, or to the one at the cursor.

    ``suggesting`` tells which groups are proposed beside the clusters, and what goes along with a move.
    """

    def __init__(self, canvas: Canvas, asking: Asking, suggesting: Suggesting) -> None:
        self._canvas = canvas
        self._asking = asking
        self._suggesting = suggesting
        self._digit = ""

    # -- to a cluster

    def number(self, digit: str) -> None:
        """A digit sends post-its to that cluster; what may be the first of two waits for the second or Enter."""
        typed = self._digit + digit
        if typed != "0" and int(typed) * 10 <= len(self._canvas.clusters) + self._suggesting.numbers:
            self._digit = typed
            self._canvas.show_hint()
            return
        self._digit = ""
        self._send_to(int(typed))

    def _send_to(self, number: int) -> None:
        clusters = self._canvas.clusters
        chosen = self._canvas.board.chosen
        if number <= len(clusters):
            self.move(chosen, clusters[number - 1].id if number else None)
            if number < 10:
                told = _("The digit already moved it; Enter again edits what is chosen now.")
                self._canvas.house.unanswered.moved_on(told)
        elif not self._suggesting.send(chosen, number):
            self._canvas.house.unanswered.number_refused(
                _("There is no cluster {n}: n makes a new one.").format(n=number)
            )
        self._canvas.show_hint()

    def move(self, notes: Sequence[str], cluster: str | None) -> None:
        """Put post-its in a cluster, or among the loose ones, and go on with the next."""
        house, board = self._canvas.house, self._canvas.board
        binned = [id_ for id_ in notes if (note := self._canvas.note(id_)) and note.binned]
        if binned:
            house.do(unbin_notes, notes=binned)
        after = board.next_to(notes)
        if house.do(move_notes, notes=list(notes), cluster=cluster):
            titles = [found.title for found in self._canvas.clusters if found.id == cluster]
            for title in titles:
                self._suggesting.was_moved(notes, title)
            board.unmark()
            board.go_to(self._suggesting.coming(after))

    def dropped(self, cards: Sequence[str], column: str) -> None:
        """Post-its were dragged to another column."""
        if column == BIN:
            self._canvas.house.do(bin_notes, notes=cards)
        elif column == LOOSE or any(cluster.id == column for cluster in self._canvas.clusters):
            self.move(cards, column or None)
        else:
            self._suggesting.drop(cards, column)

    def move_to(self) -> None:
        """Send post-its to a cluster by a few letters of its title."""
        notes = self._canvas.board.chosen
        self._asking.ask(
            ClusterChoice(self._canvas).ask(
                _("To"),
                lambda cluster: self.move(notes, cluster.id),
                _("a few letters, then Enter; a new title makes it"),
                lambda title: self._make(title, notes),
            )
        )

    def new_cluster(self) -> None:
        """Make a cluster of the marked post-its."""
        notes = self._canvas.board.chosen
        told = Content(texts_of(self._canvas, notes) or _("A cluster without post-its yet"))
        make = partial(self._make, notes=notes)
        self._asking.ask(Ask(_("New cluster"), make, hint=lambda _typed: told, keeps=True))

    def _make(self, title: str, notes: Sequence[str]) -> bool:
        after = self._canvas.board.next_to(notes)
        made = self._canvas.house.do(new_cluster, activity=self._canvas.place, title=title, notes=list(notes))
        if made:
            if notes:
                self._suggesting.was_moved(notes, title)
            self._canvas.board.unmark()
            self._canvas.board.go_to(self._suggesting.coming(after))
        return made is not None

    # -- as it is worded

    def edit(self) -> None:
        """Word the post-it anew."""
        if note := self._canvas.at_cursor:
            self.edit_row(note, [note], to_line=False)

    def edit_last(self) -> None:
        """Word the last post-it anew."""
        latest = self._latest()
        self.edit_row(latest[-1], latest, to_line=True)

    def _latest(self) -> list[Note]:
        """The post-its on the board in the order in which they came."""
        here = {note.id for note in self._canvas.found.notes}
        return [note for note in self._canvas.house.state.all(Note) if note.id in here]

    def edit_row(self, note: Note, row: list[Note], *, to_line: bool) -> None:
        """Word a post-it anew, and from there those before and after it in this row."""
        place = row.index(note)

        def walk(by: int) -> None:
            if 0 <= place + by < len(row):
                self.edit_row(row[place + by], row, to_line=to_line)
            elif by > 0:
                self._asking.end(to=self._canvas.line)

        def back() -> Widget:
            return self._canvas.line if to_line else self._canvas.board

        def submit(typed: str) -> bool:
            house = self._canvas.house
            now = house.state.find(Note, note.id)
            if house.do(edit_note, note=note.id, text=typed, binned=note.binned):
                if now and now.binned and not note.binned:
                    house.tell(_("Another window had just put this in the bin; with your change it is back."))
                elif now and now.text != typed:
                    house.tell(_("Corrected: “{text}” · Ctrl+Z takes it back").format(text=_begin(typed, NAMED)))
                self._asking.end(to=back())
            return False

        self._canvas.board.go_to(note.id)
        self._asking.ask(
            Ask(
                _("Correct “{text}”").format(text=_begin(note.text, IN_PROMPT)),
                submit,
                note.text,
                lambda _typed: self._correcting(note.text),
                walk=walk,
                passing=back,
                keeps=True,
            )
        )

    def _correcting(self, text: str) -> Content:
        """Which post-it is worded anew, so that nobody takes its line for that of a new idea."""
        told = _("Enter changes “{text}” · Esc leaves it as it was")
        room = self._canvas.room - cell_len(told.format(text=""))
        return Content.styled(told.format(text=_begin(text, max(1, room))), "bold")

    # -- what becomes of it

    def order(self, by: int) -> None:
        """Move the post-it within its cluster."""
        self._canvas.house.do(move_note, note=self._canvas.board.card, by=by)

    def to_bin(self) -> None:
        """To the bin, and from the bin back."""
        board = self._canvas.board
        column, notes = board.column, board.chosen
        after = board.next_to(notes)
        verb = unbin_notes if column and column.id == BIN else bin_notes
        if self._canvas.house.do(verb, notes=notes):
            board.unmark()
            board.go_to(after)

    def show_bin(self) -> None:
        """Show or hide the bin."""
        self._canvas.show_as(bin=not self._canvas.showing.bin)
        if self._canvas.showing.bin:
            self._canvas.board.go_to(f"head {BIN}")

    def count(self, by: int) -> None:
        """Count one person more or less."""
        for id_ in self._canvas.board.chosen:
            self._canvas.house.do(add_weight, note=id_, by=by)

    def same(self) -> None:
        """Let one post-it stand for all that are marked, or for its near-duplicate."""
        board, note = self._canvas.board, self._canvas.at_cursor
        twin = self._suggesting.twin(note) if note and not board.marked else None
        notes = [note.id, twin.id] if note and twin else board.chosen
        if self._canvas.house.do(merge_notes, notes=notes):
            board.unmark()

    # -- what waits, and what is told

    def chosen(self) -> bool:
        """Enter on the board: send to the waiting number, or word the post-it anew; says whether there was one."""
        if self._digit:
            number, self._digit = int(self._digit), ""
            self._send_to(number)
        elif self._canvas.board.card:
            self.edit()
        else:
            return False
        return True

    def let_go(self) -> bool:
        """Forget the first of two digits, and the marks; says whether there were any."""
        had, self._digit = bool(self._digit), ""
        if had or self._canvas.board.unmark():
            self._canvas.show_hint()
            return True
        return False

    def waiting(self) -> Content | None:
        """What the second of two digits does."""
        if not self._digit:
            return None
        title = [*self._canvas.titles, *self._suggesting.grouping.open()][int(self._digit) - 1]
        return self._canvas.keys((f"{self._digit}_", _("the second digit, or Enter for {title}").format(title=title)))

    def hint(self) -> Content | None:
        """The keys for what is marked, or for the post-it that the cursor stands on and what is told of it."""
        number, keys = ("1-9", _("to a cluster")), self._canvas.keys
        if marked := len(self._canvas.board.marked):
            rest = (("=", _("the same")), ("x", _("bin")), ("n", _("new")), ("s", _("split off")))
            return keys((str(marked), _("marked")), number, *rest)
        if note := self._canvas.at_cursor:
            every = keys(number, (_("Space"), _("mark")), ("e", _("correct")), ("x", _("bin")), ("w", _("weigh")))
            return self._canvas.followed(details(note, self._canvas.showing), every, keys(number))
        return None

    # -- its keys

    def no_post_it(self) -> str | None:
        """Why there is nothing to correct."""
        return None if self._canvas.found.notes else _("There is no post-it yet.")

    def nothing_here(self) -> str | None:
        """Why nothing can be done to a post-it."""
        return self._canvas.no_note()

    KEYS: ClassVar[Keys[Arranging]] = Keys(
        line=(
            Command(
                edit_last,
                N_("Correct the last"),
                N_("Reword the last post-it; again: the one before it"),
                ("up",),
                cannot=no_post_it,
            ),
        ),
        board=(
            Command(new_cluster, N_("New cluster"), N_("From the marked post-its"), ("n",), 12),
            Command(
                move_to,
                N_("To a cluster"),
                N_("By its number or a few letters; 0: loose"),
                ("m",),
                14,
                numbered=True,
                cannot=nothing_here,
            ),
            Command(edit, N_("Correct"), N_("Reword the post-it (Enter too)"), ("e",), cannot=nothing_here),
            Command(to_bin, N_("Bin"), N_("To the bin, and from the bin back"), ("x", "delete"), cannot=nothing_here),
            Command(show_bin, N_("Show the bin"), N_("Show what is in the bin, or hide it"), ("b",)),
            Command(
                same,
                N_("The same"),
                N_("Keep the first marked post-it, and count the others with it"),
                ("equals_sign",),
                cannot=nothing_here,
            ),
            Command(
                lambda it: it.count(1),
                N_("One more"),
                N_("One more person says this"),
                ("plus",),
                cannot=nothing_here,
            ),
            Command(
                lambda it: it.count(-1),
                N_("One less"),
                N_("One person less says this"),
                ("minus",),
                cannot=nothing_here,
            ),
            Command(
                lambda it: it.order(-1),
                N_("Post-it up"),
                N_("Move the post-it within its cluster"),
                ("ctrl+up",),
                cannot=nothing_here,
            ),
            Command(
                lambda it: it.order(1),
                N_("Post-it down"),
                N_("Move the post-it within its cluster"),
                ("ctrl+down",),
                cannot=nothing_here,
            ),
        ),
    )


def _begin(text: str, width: int) -> str:
    """A text in so many columns, with … where there was more of it."""
    return Content(text).truncate(width, ellipsis=True).plain
