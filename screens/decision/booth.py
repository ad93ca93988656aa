"""The secret ballot: each in turn alone at the laptop, names in shuffled order, a blank screen between two people.

Ballots live in this process's memory only, until the vote is closed. Nothing of them is drafted, logged or shown.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static

from data.i18n import _, told
from data.methods.votes.way import ABSTAIN
from data.methods.votes.ways import spec_of
from data.model import Refused, Vote
from data.verbs.decision.ballot import read_ballot
from screens.decision.words import answer_word, how_to_answer
from screens.shell.box import Box
from screens.shell.house import house_of
from widgets.keys import digits


class Booth(ModalScreen[None]):
    """Blank, then a name, then a ballot, then blank again; Esc on a blank screen goes back to the facilitator."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    BALLOTS = True
    """Nobody quits from here."""

    def __init__(self, vote: Vote, box: Box, names: dict[str, str], options: dict[str, tuple[str, str]]) -> None:
        super().__init__()
        self.vote = vote
        self.spec = spec_of(vote)
        self.box = box
        self.names = names
        self.options = options
        self._alone = False
        self._typed = ""
        self._said = ""
        self._sure = False

    def compose(self) -> ComposeResult:
        """One place for everything."""
        with Vertical(id="booth"):
            yield Static(id="booth-text", markup=False)

    def on_mount(self) -> None:
        """Begin blank."""
        self._show()

    async def on_key(self, event: Key) -> None:
        """Every key is for whoever sits here; one that leads elsewhere for others is refused."""
        if event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        if not event.is_printable and (elsewhere := house_of(self).command_for(event.key)):
            await house_of(self).perform(elsewhere)
        elif not self.box.to_come:
            if event.key == "enter":
                self.dismiss()
        elif not self._alone:
            self._between(event)
        else:
            self._voting(event)
        self._show()

    def _between(self, event: Key) -> None:
        if event.key == "enter":
            self._alone = True
        elif event.key in {"l", "space", "right"}:
            self.box.later()

    def _voting(self, event: Key) -> None:
        if event.key == "enter":
            self._enter()
            return
        self._sure = False
        self._said = ""
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif event.character and event.character.isprintable() and not event.character.isspace():
            self._type(event.character)

    def _type(self, character: str) -> None:
        """One more key; a letter typed twice takes an agreement back."""
        typed = self.spec.typed(self._typed, digits(character).upper())
        try:
            if typed:
                read_ballot(self.vote, self._letters, typed)
            self._typed = typed
        except Refused as refused:
            self._said = told(refused.said)

    def _enter(self) -> None:
        """First shows what will go into the box, then puts it in."""
        if not self._typed:
            self._said = _("Nothing is filled in yet: the line above says which keys answer.")
            return
        try:
            ballot = read_ballot(self.vote, self._letters, self._typed)
        except Refused as refused:
            self._said = told(refused.said)
            return
        if not self._sure:
            self._sure = True
            return
        self.box.put(ballot)
        self._blank()

    def _blank(self) -> None:
        self._alone, self._typed, self._said, self._sure = False, "", "", False

    def action_leave(self) -> None:
        """A half filled ballot is thrown away; from a blank screen the facilitator goes back."""
        if self._alone:
            self._blank()
            self._show()
        else:
            self.dismiss()

    @property
    def _letters(self) -> list[str]:
        return [letter for letter, _wording in self.options.values()]

    # -- what is shown

    def _show(self) -> None:
        self.query_one("#booth-text", Static).update(self._text())

    def _text(self) -> Content:
        if not self.box.to_come:
            return Content.assemble(
                (_("Everybody has voted."), "bold"),
                "\n\n",
                _("Enter: back to the facilitator, who closes the vote."),
            )
        name = self.names.get(self.box.to_come[0], "?")
        if not self._alone:
            memory = _(
                "To keep them secret, ballots are only in the memory of this window until the vote is closed: if "
                "it ends before that, everybody votes again."
            )
            first = () if self.box.ballots else ("\n\n", (memory, "$muted"))
            return Content.assemble(
                (_("Pass the laptop to"), "$muted"),
                "\n\n",
                (name, "bold $accent"),
                "\n\n",
                _("Alone at the screen? Press Enter."),
                "\n\n",
                (_("l: later, not now   ·   Esc: the facilitator goes back"), "$muted"),
                *first,
            )
        return self._ballot(name)

    def _ballot(self, name: str) -> Content:
        parts: list[Content | tuple[str, str] | str] = [
            (name, "bold"),
            ("   " + _("secret") + " · " + told(self.spec.words.title), "$muted"),
            "\n\n",
            (told(self.spec.asks(len(self.vote.options))), "bold $accent"),
            "\n\n",
        ]
        for row in self._rows():
            parts += [row, "\n"]
        parts += ["\n", (how_to_answer(self.vote), "$muted"), "\n\n"]
        if self._said:
            parts.append((self._said, "bold $attention"))
        elif self._sure:
            parts.append((_("Enter again: into the box. It cannot be undone."), "bold $attention"))
        else:
            parts.append((_("Enter when it is right · Backspace corrects · Esc starts over"), "$muted"))
        return Content.assemble(*parts)

    def _rows(self) -> list[Content]:
        """Every proposal, or every answer, with what was chosen."""
        ballot: dict[str, int] = {}
        if self._typed:
            ballot = read_ballot(self.vote, self._letters, self._typed)
        if self.spec.choices:
            (id_,) = self.options
            letter, wording = self.options[id_]
            about = Content.assemble((f"{letter}  ", "bold"), (wording, "bold"))
            answers = how_to_answer(self.vote).split("   ")
            chosen = ballot.get(id_, 0)
            return [about, Content(""), *(_mark(answer, number == chosen) for number, answer in enumerate(answers, 1))]
        if ABSTAIN in ballot:
            return [_mark(answer_word(self.vote, ABSTAIN), True)]
        rows = [
            Content.assemble((self._given(ballot, id_).ljust(4), "bold"), (f"{letter}  ", "bold"), wording)
            for id_, (letter, wording) in self.options.items()
        ]
        if left := self.spec.left(self.vote, ballot):
            rows.append(Content.styled(told(left), "$muted"))
        if self._typed and not ballot:
            rows.append(_mark(_("none of these"), True))
        return rows

    def _given(self, ballot: dict[str, int], id_: str) -> str:
        if id_ not in ballot:
            return "▸" if self.spec.in_turn and len(ballot) == list(self.options).index(id_) else "·"
        return self.spec.mark(ballot[id_])


def _mark(answer: str, chosen: bool) -> Content:
    return Content.styled(("● " if chosen else "○ ") + answer, "bold" if chosen else "")
