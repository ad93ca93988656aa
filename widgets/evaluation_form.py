"""The evaluation form: three scores with a comment each, learning points, and themes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus, Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from data import text
from data.i18n import N_, _, number, told
from data.words import SCORES
from widgets.capture_line import CaptureLine
from widgets.command import Bound, Command, Commanding
from widgets.evaluation_answers import LISTS, Answers
from widgets.evaluation_steps import pull, push, put_back, to_take_back, unsave
from widgets.keys import digit
from widgets.score import BEHIND_REFUSED, BLANK_KEYS, HALF, HALF_KEYS, TOP, Behind, Score


class EvaluationForm(Commanding, VerticalScroll, can_focus=False):
    """One form, filled in from top to bottom with as few keys as there are answers."""

    DEFAULT_CSS = """
    EvaluationForm { height: 1fr; width: 1fr; }
    EvaluationForm .row { height: 1; width: 1fr; padding: 0 0 0 1; }
    EvaluationForm .row:focus-within {
        height: 3; padding: 1 0; background: $field-now; border-left: outer $accent;
    }
    EvaluationForm .row:focus-within .label { text-style: bold; }
    EvaluationForm CaptureLine { margin: 0 0 0 1; }
    EvaluationForm .label { width: 20; }
    EvaluationForm .said { height: auto; width: 1fr; padding: 0 0 0 30; color: $foreground; }
    EvaluationForm .in-words .label { width: 27; }
    EvaluationForm.-airy .row { margin: 0 0 1 0; }
    EvaluationForm.-airy .said { margin: 0 0 1 0; }
    EvaluationForm.-tall .row { height: 3; padding: 1 0; background: $field; border-left: outer $muted; }
    EvaluationForm.-tall .row:focus-within { background: $field-now; border-left: outer $accent; }
    EvaluationForm.-high .row { margin: 0 0 2 0; }
    """

    @dataclass
    class Finished(Message):
        """The last field was left with Enter: the form can be kept."""

    @dataclass
    class NoScore(Message):
        """What was typed on a score is none; it stands there, and nothing of it went elsewhere."""

        typed: str

    @dataclass
    class Edited(Message):
        """Something on the form changed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lists: dict[str, list[str]] = {field: [] for field in LISTS}
        self._asked: Sequence[str] = tuple(LISTS)
        self._place = 0
        self._behind = Behind.NOTHING
        self._mark = ","
        self._sent: Widget | None = None
        self._steps: list[Callable[[], None]] = []
        """What puts back each thing that was done on this form, beside what is typed in a line."""

    def compose(self) -> ComposeResult:
        """The scores, then the lists."""
        for field, scored in SCORES.items():
            with Horizontal(classes="row"):
                yield Static(told(scored), classes="label", markup=False)
                yield Score(id=f"score-{field}")
                yield CaptureLine(
                    f"{field}_comment", placeholder=_("comment: just start typing"), id=f"line-{field}_comment"
                )
        for field, (label, placeholder) in LISTS.items():
            with Horizontal(classes="row in-words", id=f"row-{field}"):
                yield Static(_(label), classes="label", markup=False)
                yield CaptureLine(field, placeholder=_(placeholder), id=f"line-{field}")
            yield Static(id=f"said-{field}", classes="said", markup=False)

    # -- what is on it

    @property
    def answers(self) -> Answers:
        """What is filled in now, also what stands in a line that was not ended with Enter."""
        scores = {field: self._score(field).value for field in SCORES}
        comments = {f"{field}_comment": text.line(self._line(f"{field}_comment").value) for field in SCORES}
        lists = {
            field: (*said, *([typed] if (typed := text.line(self._line(field).value)) else []))
            for field, said in self._lists.items()
        }
        return msgspec.convert({**scores, **comments, **lists}, Answers)

    def fill(self, answers: Answers) -> None:
        """Show these answers."""
        self._steps.clear()
        for field in SCORES:
            self._score(field).refused = ""
            self._score(field).value = getattr(answers, field)
            self._line(f"{field}_comment").restore(getattr(answers, f"{field}_comment"))
        for field in LISTS:
            self._lists[field] = list(getattr(answers, field))
            self._line(field).restore("")
            self._show_list(field)

    def ask(self, lists: Sequence[str]) -> None:
        """Ask these lists after the scores; what was typed in another stays, out of sight.

        Who was typing in one of those goes on in the first that is asked.
        """
        if tuple(lists) != self._asked:
            focused = self.screen.focused
            typing = (focused.id or "").removeprefix("line-") if focused else ""
            self._asked = tuple(lists)
            for field in LISTS:
                self.query_one(f"#row-{field}").display = field in self._asked
                self._show_list(field)
            self._breathe()
            if typing in LISTS and typing not in self._asked:
                self._send(self._line(self._asked[0]))

    def on_resize(self) -> None:
        """There may be another height now."""
        self._breathe()

    def _breathe(self) -> None:
        """Air between the rows, and around each, as long as all of them are in sight with it."""
        rows = len(SCORES) + len(self._asked)
        said = sum(len(self._lists[field]) + 1 for field in self._asked if self._lists[field])
        self.set_class(2 * rows + 2 + said <= self.size.height, "-airy")  # the one with the focus has its own around it
        self.set_class(4 * rows + said <= self.size.height, "-tall")
        self.set_class(5 * rows + said <= self.size.height, "-high")

    def hide_scores(self, hidden: bool) -> None:
        """Show dots in place of scores, or the scores."""
        for score in self.query(Score):
            score.hidden = hidden

    def begin(self) -> None:
        """Put the focus on the first score."""
        self._go_to(0)

    def settled(self) -> bool:
        """Whether nothing stands on it that is no score; else the focus goes there, and it is told again."""
        for place, field in enumerate(SCORES):
            if self._score(field).refused:
                self._go_to(place)
                self._refuse("")
                return False
        return True

    def _score(self, field: str) -> Score:
        return self.query_one(f"#score-{field}", Score)

    def _line(self, field: str) -> CaptureLine:
        return self.query_one(f"#line-{field}", CaptureLine)

    def _show_list(self, field: str) -> None:
        said = self.query_one(f"#said-{field}", Static)
        said.display = bool(self._lists[field]) and field in self._asked
        said.update(Content("\n").join(Content.assemble(("· ", "$muted"), line) for line in self._lists[field]))
        self._breathe()

    # -- filling it in

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The focus is where the form sent it, or where a person moved it."""
        del event  # it may be late: what counts is where the focus is now
        focused = self.screen.focused
        if self._sent is None or focused is self._sent:
            self._sent = None
            if isinstance(focused, Score) and (place := list(SCORES).index(focused.field)) != self._place:
                self._place, self._behind = place, Behind.NOTHING

    def on_key(self, event: Key) -> None:
        """A key on a score.

        A digit fills it, the next digit the next one; 1 and 0 are ten, a comma with or without its 5 adds a half, - is
        no answer; a letter begins the comment of the score that was filled last. What is no score (8,2 or 11) is
        refused and stays, with all that is typed behind it, until Backspace. Keys that are typed ahead of the focus go
        where they were meant: the form keeps its own place.
        """
        character = event.character or ""
        if isinstance(self._sent, CaptureLine):
            if not event.is_printable:
                return
            self._sent.insert_text_at_cursor(character)
        elif not isinstance(self.screen.focused, Score) or not self._on_score(event, character):
            return
        event.stop()
        event.prevent_default()

    def _on_score(self, event: Key, character: str) -> bool:
        """Do what a key means on a score; says whether it means something."""
        typed = digit(event)
        if self._here.refused and (event.key == "enter" or character in BEHIND_REFUSED or typed is not None):
            self._refuse("" if event.key == "enter" else typed or character)
        elif typed is not None:
            self._digit(typed)
        elif character in BLANK_KEYS:
            self._next_if_filled()
            self._give(None, Behind.WHOLE)
        elif character in HALF_KEYS:
            self._half(character)
        elif character == " ":
            self._behind = Behind.NOTHING if self._behind is Behind.NOTHING else Behind.WHOLE
        elif event.is_printable and character != "?":
            comment = self._line(f"{self._here.field}_comment")
            self._send(comment)
            comment.cursor_position = len(comment.value)
            comment.insert_text_at_cursor(character)
        elif event.key == "enter":
            self._go_to(self._place + 1)
        else:
            return False
        return True

    @property
    def _here(self) -> Score:
        return self._score(list(SCORES)[self._place])

    def _give(self, value: float | None, behind: Behind, refused: str = "") -> None:
        here, before = self._here, (self._here.value, self._here.refused)
        if before != (value, refused):
            self._steps.append(partial(put_back, self, self._place, *before))
        self._behind, here.value, here.refused = behind, value, refused
        self.post_message(self.Edited())

    def _go_to(self, place: int) -> None:
        """To a score, or to the first line behind them."""
        self._behind = Behind.NOTHING
        if place < len(SCORES):
            self._place = place
            self._send(self._here)
        else:
            self._send(self._line(self._asked[0]))

    def _next_if_filled(self) -> None:
        """A new value is for the next score, when this one has its own; the last one is filled anew."""
        if self._behind is not Behind.NOTHING and self._place < len(SCORES) - 1:
            self._go_to(self._place + 1)

    def _send(self, widget: Widget) -> None:
        """Ask for the focus, and remember that it is on its way, unless it is there."""
        if self._sent is not None or widget is not self.screen.focused:
            self._sent = widget
            widget.focus()

    def _digit(self, typed: str) -> None:
        value = self._here.value
        if self._behind is Behind.ONE:
            if typed == "0":
                self._give(TOP, Behind.WHOLE)
            else:
                self._refuse(f"1{typed}")
        elif self._behind is Behind.COMMA and value is not None:
            if typed in "05":
                self._give(int(value) + HALF * (typed == "5"), Behind.WHOLE)
            else:
                self._refuse(f"{int(value)}{self._mark}{typed}")
        else:
            self._next_if_filled()
            self._give(float(typed), Behind.ONE if typed == "1" else Behind.WHOLE)

    def _half(self, mark: str) -> None:
        """A comma behind a score."""
        value = self._here.value
        if value is None:
            return
        if self._here.takes_half:
            self._mark = mark
            self._give(value + HALF, Behind.COMMA)
        else:
            typed = f"{int(value)}{self._mark}" if self._behind is Behind.COMMA else number(value)
            self._refuse(typed + mark)

    def _refuse(self, typed: str) -> None:
        """It is no score: it stays where it was typed, and the form cannot be kept before it is mended."""
        self._give(None, Behind.NOTHING, self._here.refused + typed)
        self.post_message(self.NoScore(self._here.refused))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """The form is kept as a whole, not line by line."""
        event.stop()
        self.post_message(self.Edited())

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        field = (event.input.id or "").removeprefix("line-")
        if field in self._lists and (typed := self._line(field).take()):
            self._lists[field].append(typed)
            self._steps.append(partial(unsave, self, field))
            self._show_list(field)
            self.post_message(self.Edited())
            return
        if field == self._asked[-1]:
            self.post_message(self.Finished())
            return
        self._after(field)

    def _after(self, field: str) -> None:
        """From a comment to the next score, from a list to the next list."""
        scores = list(SCORES)
        scored = field.removesuffix("_comment")
        if scored in scores:
            self._go_to(scores.index(scored) + 1)
        else:
            self._send(self._line(self._asked[self._asked.index(field) + 1]))

    def undo(self) -> None:
        """Put back the last thing that was done on this form; what is typed in a line is taken back there."""
        if self._steps:
            self._steps.pop()()
        elif line := to_take_back(self.query(CaptureLine)):
            self._send(line)
        self._behind = Behind.NOTHING
        self.post_message(self.Edited())

    def own_commands(self) -> list[Bound]:
        """Nothing done on this form, nothing to put back: the key is that of the application then."""
        own = super().own_commands()
        any_left = self._steps or to_take_back(self.query(CaptureLine))
        return own if any_left else [bound for bound in own if bound.command.run is not EvaluationForm.undo]

    # -- from row to row

    def walk(self, by: int) -> None:
        """To the row above or below; up in an empty line of a list takes back its last first."""
        rows, focused = [*SCORES, *self._asked], self.screen.focused
        named = (focused.id or "") if focused else ""
        field = named.removeprefix("line-").removeprefix("score-").removesuffix("_comment")
        row = rows.index(field) if field in rows else 0
        if by < 0 and field in LISTS and self._lists[field] and not self._line(field).value:
            self._steps.append(partial(push, self, field, [*self._lists[field]]))
            pull(self, field)
        elif row + by < len(SCORES):
            self._go_to(max(0, row + by))
        else:
            self._send(self._line(self._asked[min(row + by - len(SCORES), len(self._asked) - 1)]))

    def other(self, by: int) -> None:
        """To the next or the previous place to fill in: a comment that is empty is none, a letter begins it."""
        comments = [self._line(f"{field}_comment") for field in SCORES]
        scored = [each for pair in zip(map(self._score, SCORES), comments, strict=True) for each in pair]
        every = [*scored, *map(self._line, self._asked)]
        focused = self._sent or self.screen.focused
        places = [each for each in every if each is focused or each.value or each not in comments]
        here = next((place for place, each in enumerate(places) if each is focused), 0)
        there = places[max(0, min(len(places) - 1, here + by))]
        if isinstance(there, Score):
            self._go_to(list(SCORES).index(there.field))
        elif there is not focused:
            self._send(there)

    def erase(self) -> None:
        """Take the score away, to give another."""
        if isinstance(self.screen.focused, Score):
            self._give(None, Behind.NOTHING)

    # -- its keys: at the foot, since they name what is above

    KEYS: ClassVar[tuple[Command[EvaluationForm], ...]] = (
        Command(lambda form: form.walk(-1), N_("Up"), N_("The row above: a digit gives another score"), ("up",)),
        Command(lambda form: form.walk(1), N_("Down"), N_("The row below"), ("down",)),
        Command(lambda form: form.other(1), N_("Next field"), N_("The next field, past an empty comment"), ("tab",)),
        Command(lambda form: form.other(-1), N_("Previous field"), N_("The field before it"), ("shift+tab",)),
        Command(erase, N_("Erase"), N_("Take the score away, to give another"), ("backspace", "delete")),
        Command(undo, N_("Undo"), N_("Put back what was done last on this form"), ("ctrl+z",)),
    )
