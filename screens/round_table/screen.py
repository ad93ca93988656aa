"""Round table: everybody in turn says what they want to learn, what they expect, and what they bring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from data.i18n import N_, _, plural, told
from data.model import Participant, Question, QuestionKind, Session
from data.names import matching, short_names
from data.verbs.check_in import present
from data.verbs.network import called, people
from data.verbs.round_table import (
    answer,
    edit_question,
    joins,
    open_questions,
    remove_question,
    said_in,
    say_question,
    speaks_next,
    treat,
    turns,
)
from data.words import QUESTION_KINDS
from screens.dialogs.ask import AskLine
from screens.dialogs.who import Who
from screens.shell import presence
from screens.shell.line_and_page import TO_LINE, TO_PAGE, LinedScreen
from widgets.command import Command
from widgets.ledger import Chapter, Entry, Ledger
from widgets.letters import largest
from widgets.matches import Match

PROMPTS = {
    QuestionKind.QUESTION: N_("What do you want to learn, precisely?"),
    QuestionKind.EXPECTATION: N_("What should our sessions be about?"),
    QuestionKind.EXPERIENCE: N_("Which experience do you want to bring in?"),
}


ROOMY = 26
"""From this height on the room reads the other prompts as well."""


class RoundTableScreen(LinedScreen):
    """Who speaks, what they say line by line, and who joins in."""

    CSS_PATH = "round_table.tcss"
    ABOUT = N_(
        "Everybody in turn. F5 and two letters give somebody the floor (F5 Enter: whoever comes next); type each"
        " question, expectation or experience on its line, Tab changes the kind, F6 lets somebody join in."
    )
    TABLES = frozenset({"participants", "attendance", "sessions", "activities", "questions"})

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._kind = QuestionKind.QUESTION
        self._names: dict[str, str] = {}
        self._shorts: dict[str, str] = {}

    def compose_work(self) -> ComposeResult:
        """The prompt, who speaks, what was said, and the line."""
        with Horizontal(id="prompt-bar"):
            yield Static(id="prompt", classes="question", markup=False)
            yield Static(id="progress", classes="muted", markup=False)
        yield Static(id="ask", classes="muted", markup=False)
        with Horizontal(id="floor"):
            yield Static(id="speaker", markup=False)
            yield Static(id="after", classes="muted", markup=False)
        with Horizontal(id="table"):
            yield Ledger(id="said")
            yield Static(id="turns", markup=False)
        yield from self.compose_line("")

    def compose_room(self) -> ComposeResult:
        """The prompt, and who speaks, large."""
        with Vertical(id="round-room"):
            yield Static(id="room-prompts", markup=False)
            yield Static(id="room-speaker", markup=False)
            yield Static(id="room-after", classes="muted", markup=False)
            yield Static(id="room-said", markup=False)

    # -- what is shown

    @property
    def _session(self) -> Session:
        return self.house.state.get(Session, self.activity.session)

    @property
    def _speaking(self) -> Participant | None:
        return self.house.state.find(Participant, self.activity.speaking)

    def room_question(self) -> str:
        """The question of this round table, else the prompt of now."""
        return self.activity.question or _(PROMPTS[self._kind])

    def show_data(self) -> None:
        """Draw who speaks and what was said."""
        self.line.many = True
        set_out = turns(self.house.state, self.place)
        self._names = called(self.house.state)
        self._shorts = short_names(people(self.house.state))
        heard = len(set_out.heard)
        number = list(PROMPTS).index(self._kind) + 1
        place = _("{n} of {all}").format(n=number, all=len(PROMPTS))
        own = bool(self.activity.question)
        self.put("prompt", self.room_question())
        self.put("ask", f"{_(PROMPTS[self._kind])}   {place}" if own else "")
        self.set_class(own, "-asked")
        self.put(
            "progress",
            " · ".join(filter(None, ("" if own else place, plural("{n} heard", "{n} heard", heard) if heard else ""))),
        )
        self._show_floor(set_out.to_come)
        self.query_one(Ledger).show(self._chapters())
        self.line.placeholder = _(PROMPTS[self._kind])
        self.put(
            "aside", Content.assemble((told(QUESTION_KINDS[self._kind]), "bold $accent"), (_(" · Tab kind"), "$muted"))
        )
        self.put("turns", self._turns(set_out.heard, set_out.to_come))
        if self.in_room:
            self._show_room(set_out.to_come)

    def _show_floor(self, to_come: Sequence[str]) -> None:
        who = self._speaking
        if who:
            where = presence.about(who)
            self.put(
                "speaker", Content.assemble(("▸ " + self._called(who.id).upper(), "bold"), (f"   {where}", "$muted"))
            )
        else:
            self.put("speaker", Content.styled(_("F5 chooses who speaks first") if to_come else "", "$muted"))
        self.put("after", self._coming(to_come))

    def _coming(self, to_come: Sequence[str]) -> str:
        names = " · ".join(self._short(id_) for id_ in to_come[:2])
        return _("then {names}").format(names=names) if names else ""

    def _turns(self, heard: Sequence[str], to_come: Sequence[str]) -> Content:
        """The order so far; who was not heard yet is not for the room."""
        rows = [Content.styled(_("Order"), "bold"), Content("")]
        rows += [Content.assemble(("✓ ", "$success"), self._called(id_)) for id_ in heard]
        if self._speaking:
            rows.append(Content.styled(f"▸ {self._called(self._speaking.id)}", "bold $accent"))
        coming = to_come[:1] if self.house.looking_along else to_come
        rows += [Content.styled(f"  {self._called(id_)}", "$muted") for id_ in coming]
        return Content("\n").join(rows)

    def _called(self, id_: str | None) -> str:
        return self._names.get(id_ or "", "?")

    def _short(self, id_: str) -> str:
        return self._shorts.get(id_, "?")

    def _chapters(self) -> list[Chapter]:
        said = said_in(self.house.state, self._session.id)
        speaker = self.activity.speaking
        own = [question for question in said if speaker and question.participant == speaker]
        others = [question for question in said if question not in own]
        earlier = [
            question
            for question in open_questions(self.house.state, None)
            if question.session != self._session.id and question.kind is not QuestionKind.EXPERIENCE
        ]
        chapters = []
        if speaker:
            chapters.append(
                Chapter("", tuple(self._entry(question, own=True) for question in own), empty=_("Nothing yet."))
            )
        if others:
            chapters.append(Chapter(_("Said today"), tuple(map(self._entry, reversed(others))), str(len(others))))
        if earlier:
            entries = tuple(map(self._entry, earlier))
            chapters.append(Chapter(_("Still open from before"), entries, str(len(earlier)), beside=True))
        return chapters

    def _entry(self, question: Question, *, own: bool = False) -> Entry:
        mark, style = ("✓", "$success") if question.answered else ("~", "$accent") if question.treated else (" ", "")
        also = ", ".join(map(self._short, question.also))
        who = "" if own or not question.participant else self._called(question.participant)
        state = _("answered") if question.answered else _("dealt with") if question.treated else ""
        aside = " · ".join(filter(None, (who, _("also {names}").format(names=also) if also else "", state)))
        return Entry(
            question.id, question.text, told(QUESTION_KINDS[question.kind]), mark, style, aside, bool(question.answered)
        )

    def _show_room(self, to_come: Sequence[str]) -> None:
        width, height = self.size.width - 12, self.size.height - 4
        if self.activity.question:
            lines = [Content.styled(row, "bold $accent") for row in largest(self.activity.question, width, height // 2)]
        else:
            lines = []
            for kind, prompt in PROMPTS.items():
                if kind is self._kind:
                    lines += [
                        Content.styled(row, "bold $accent") for row in largest(_(prompt), width, max(7, height // 3))
                    ]
                elif height >= ROOMY:
                    lines.append(Content.styled(_(prompt), "$muted"))
                else:
                    continue
                lines.append(Content(""))
        self.put("room-prompts", Content("\n").join(lines))
        name = self._speaking.name if self._speaking else ""
        self.put("room-speaker", Content.styled("\n".join(largest(name, width, 8)) if name else "", "bold"))
        self.put("room-after", self._coming(to_come))
        said = said_in(self.house.state, self._session.id)
        own = [question.text for question in said if self._speaking and question.participant == self._speaking.id]
        self.put("room-said", Content.styled("\n".join(own), "bold"))

    # -- the line

    async def enter_line(self) -> None:
        """Keep the line for whoever has the floor."""
        self.action_keep()

    def line_kind(self) -> str:
        """A question, an expectation or an experience."""
        return told(QUESTION_KINDS[self._kind])

    @on(Input.Submitted, "#line")
    def action_keep(self) -> None:
        """Keep the line for whoever has the floor."""
        if not self.line.value.strip():
            return
        table = self.activity
        done = self.house.do(
            say_question,
            session=table.session,
            text=self.line.value,
            kind=self._kind,
            participant=table.speaking,
            activity=table.id,
        )
        if done:
            self.line.take()
            self.show_data()
            if done.change.puts:
                self.page.choose(done.change.puts[0].id)

    def action_kind(self, by: int) -> None:
        """The next kind of line; what was typed stays."""
        kinds = list(PROMPTS)
        self._kind = kinds[(kinds.index(self._kind) + by) % len(kinds)]
        self.show_data()

    # -- who speaks, who joins in

    def action_speaker(self) -> None:
        """Choose who has the floor; Enter at once takes whoever comes next."""
        self.app.push_screen(Who(_("Who has the floor?"), self._speakers), self._give_floor)

    def _speakers(self, letters: str) -> list[Match]:
        """Those who are here; with no letters whoever comes next, then everybody, so that nobody is shown up."""
        set_out = turns(self.house.state, self.place)
        here = present(self.house.state, self._session.id)
        if letters.strip():
            found = matching(here, letters) or matching(people(self.house.state), letters)
        else:
            coming = set_out.to_come[:1] if self.house.looking_along else set_out.to_come
            first = [who for id_ in coming for who in here if who.id == id_]
            found = [*first, *(who for who in here if who not in first)]
        hidden = self.house.looking_along
        return [
            Match(who.id, self._called(who.id), "" if hidden or who.id not in set_out.heard else _("heard"))
            for who in found
        ]

    def _give_floor(self, who: str | None) -> None:
        if who and self.house.do(speaks_next, activity=self.place, participant=who):
            # What is being typed keeps its kind: it may be what this person just said.
            if not self.line.value:
                self._kind = QuestionKind.QUESTION
            self.line.focus()
            self.show_data()

    def action_join(self) -> None:
        """Choose who joins in with the chosen line, or no longer does."""
        question = self.house.state.get(Question, self.page.chosen)
        heading = _("Who joins in? “{text}”").format(text=question.text)
        self.app.push_screen(
            Who(heading, lambda letters: self._joiners(question.id, letters)), lambda who: self._join(question.id, who)
        )

    def _joiners(self, id_: str, letters: str) -> list[Match]:
        question = self.house.state.get(Question, id_)
        here = [who for who in present(self.house.state, self._session.id) if who.id != question.participant]
        found = matching(here, letters) if letters.strip() else here
        return [
            Match(who.id, self._called(who.id), _("joined in: Enter takes it back") if who.id in question.also else "")
            for who in found
        ]

    def _join(self, id_: str, who: str | None) -> None:
        question = self.house.state.find(Question, id_)
        if who and question:
            self.house.do(joins, question=id_, participant=who, joined=who not in question.also)

    # -- what becomes of a line

    def no_line(self) -> str | None:
        """Why there is nothing to do it to."""
        return None if self.page.chosen else _("Nothing was said yet: type the first line.")

    def action_edit(self) -> None:
        """Type the chosen line over."""
        question = self.house.state.get(Question, self.page.chosen)
        self.app.push_screen(
            AskLine(_("Change this line"), question.text), lambda text: self._edited(question.id, text)
        )

    def _edited(self, id_: str, text: str | None) -> None:
        if text is not None:
            self.house.do(edit_question, question=id_, text=text)

    def action_other_kind(self) -> None:
        """Make it another kind."""
        question = self.house.state.get(Question, self.page.chosen)
        kinds = list(PROMPTS)
        kind = kinds[(kinds.index(question.kind) + 1) % len(kinds)]
        self.house.do(edit_question, question=question.id, text=question.text, kind=kind)

    def action_treated(self) -> None:
        """It was treated in this session, or not after all."""
        question = self.house.state.get(Question, self.page.chosen)
        self.house.do(treat, question=question.id, session=None if question.treated else self._session.id)

    def action_answered(self) -> None:
        """It was answered in this session, or not yet."""
        question = self.house.state.get(Question, self.page.chosen)
        self.house.do(answer, question=question.id, session=None if question.answered else self._session.id)

    def action_remove(self) -> None:
        """Take the chosen line away."""
        if self.house.do(remove_question, question=self.page.chosen):
            self.house.tell(_("Taken away · Ctrl+Z brings it back"))

    # -- its keys

    KEYS: ClassVar[tuple[Command[RoundTableScreen], ...]] = (
        Command(action_speaker, N_("Has the floor"), N_("Choose who speaks, by two letters"), ("f5",), 13),
    )
    LINE_KEYS: ClassVar[tuple[Command[RoundTableScreen], ...]] = (
        Command(action_keep, N_("Keep"), N_("Keep the line for who has the floor"), ("enter",), 10),
        Command(
            lambda screen: screen.action_kind(1), N_("Kind"), N_("Question, expectation, experience"), ("tab",), 30
        ),
        Command(
            lambda screen: screen.action_kind(-1),
            N_("Previous kind"),
            N_("Experience, expectation, question"),
            ("shift+tab",),
        ),
        Command(action_join, N_("Joins in"), N_("Somebody has the same question"), ("f6",), 14, cannot=no_line),
        Command(
            lambda screen: screen.page.action_walk(-1), N_("Previous line"), N_("Choose the line before it"), ("up",)
        ),
        Command(lambda screen: screen.page.action_walk(1), N_("Next line"), N_("Choose the line after it"), ("down",)),
        TO_PAGE,
    )
    PAGE_KEYS: ClassVar[tuple[Command[RoundTableScreen], ...]] = (
        Command(action_edit, N_("Change"), N_("Type it over"), ("e", "enter"), 10, cannot=no_line),
        Command(action_join, N_("Joins in"), N_("Somebody has the same question"), ("j", "f6"), 12, cannot=no_line),
        Command(
            action_treated,
            N_("Dealt with"),
            N_("It was dealt with in this session, or not after all"),
            ("b",),
            14,
            cannot=no_line,
        ),
        Command(
            action_answered,
            N_("Answered"),
            N_("It was answered in this session, or not yet"),
            ("a",),
            16,
            cannot=no_line,
        ),
        Command(action_other_kind, N_("Other kind"), N_("Question, expectation, experience"), ("k",), cannot=no_line),
        Command(
            action_remove,
            N_("Take away"),
            N_("Take it away; Ctrl+Z brings it back"),
            ("delete", "backspace"),
            cannot=no_line,
        ),
        TO_LINE,
    )
