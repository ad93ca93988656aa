"""The evaluation of a session: a form for each, or two questions answered aloud, and what they say together."""

from __future__ import annotations

from typing import Any, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from data.i18n import N_, _, plural
from data.methods.evaluation import ENOUGH
from data.model import Evaluation, Participant, Spoken, SpokenKind
from data.names import matching
from data.verbs.check_in import attended
from data.verbs.evaluation import (
    edit_spoken,
    fill_form,
    forms,
    remove_spoken,
    results,
    reveal,
    say_learned,
    say_went,
    set_spoken,
)
from data.verbs.network import called
from screens.dialogs.ask import AskLine
from screens.dialogs.who import Who
from screens.evaluation.view import aloud, invitation, question, spread, together
from screens.shell.screen import ActivityScreen
from screens.shell.standing import title
from widgets.capture_line import CaptureLine
from widgets.command import Bound, Command
from widgets.evaluation_form import Answers, EvaluationForm
from widgets.ledger import Ledger
from widgets.matches import Match

NEW = ""
"""Stands for the form that is being filled in, among the ids of those that were kept."""


class EvaluationScreen(ActivityScreen):
    """Forms are typed one after the other; the result opens by a key, from five forms on."""

    CSS_PATH = "evaluation.tcss"
    TABLES = frozenset({"evaluations", "spoken", "activities", "attendance", "participants"})
    ABOUT = N_(
        "Type the forms one by one. A digit fills a score and moves on; 1 waits for a 0, a comma adds a half, - is no"
        " answer; a letter begins the comment. Enter in an empty last line keeps the form."
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._sitting: list[str] = []
        self._at = NEW
        self._whose: str | None = None
        self._kind = SpokenKind.LEARNED

    def compose_work(self) -> ComposeResult:
        """The form, the result, and the spoken form; one of them is shown."""
        yield Static(id="eva-head", markup=False)
        yield EvaluationForm(id="eva-form")
        yield Static(id="eva-hint", classes="muted", markup=False)
        with VerticalScroll(id="eva-result"):
            yield Static(id="eva-together", markup=False)
        with Container(id="eva-spoken"):
            yield Ledger(id="eva-lines")
            with Horizontal(classes="capture"):
                yield Static("› ", classes="prompt", markup=False)
                yield CaptureLine("spoken", id="eva-line")
                yield Static(id="eva-aside", classes="aside", markup=False)

    def compose_room(self) -> ComposeResult:
        """What is asked, or what the forms say together."""
        yield Static(id="eva-room", markup=False)

    def on_mount(self) -> None:
        """Bring back the form that was being filled in."""
        super().on_mount()
        self._show_form(self._drafted())
        self._line.many = True
        if self.activity.spoken:
            self._line.focus()

    # -- what is shown

    def show_data(self) -> None:
        """Draw the part that counts now."""
        activity = self.activity
        self.set_class(activity.spoken, "-spoken")
        self.set_class(activity.revealed and not activity.spoken, "-revealed")
        self.query_one(EvaluationForm).set_class(self.size.height >= 30, "-airy")
        self.query_one(EvaluationForm).hide_scores(self.house.looking_along)
        self._show_head()
        self.query_one("#eva-hint", Static).update(
            Content(_("1 waits for 0 · , a half · - no answer · a letter begins the comment · Enter goes on"))
        )
        found = results(self.house.state, self.place)
        width = self.size.width - 6
        if activity.spoken:
            self.query_one(Ledger).show(aloud(self.house.state, self.place, self._kind))
            self.query_one("#eva-aside", Static).update(
                Content(" · ".join((question(self._kind), _("Tab: the other"))))
            )
        self.query_one("#eva-together", Static).update(together(self.house.state, self.place, found, width))
        self.query_one("#eva-room", Static).update(
            spread(found, width, tall=self.size.height >= 24)
            if activity.revealed and not activity.spoken
            else invitation(activity.spoken, len(forms(self.house.state, self.place)))
        )

    def _show_head(self) -> None:
        activity, kept = self.activity, len(forms(self.house.state, self.place))
        if activity.spoken:
            facts = [_("spoken")]
        elif activity.revealed:
            facts = [plural("{n} form", "{n} forms", kept)]
        else:
            expected = max(kept + (self._at == NEW), len(attended(self.house.state, activity.session)))
            place = self._sitting.index(self._at) + 1 if self._at in self._sitting else kept + 1
            who = self.house.state.find(Participant, self._whose)
            facts = [
                _("form {n} of {all}").format(n=place, all=expected)
                if self._at == NEW
                else _("a form of this sitting, to correct"),
                called(self.house.state)[who.id] if who else _("anonymous"),
                _("the room looks along: on") if self.house.looking_along else _("scores are shown"),
            ]
        self.query_one("#eva-head", Static).update(
            Content.assemble((f"▸ {title(activity)}", "bold $accent"), ("   " + " · ".join(facts), "$muted"))
        )

    def room_question(self) -> str:
        """The question of the evaluation."""
        return self.activity.question or _("How was this session?")

    # -- commands

    def own_commands(self) -> list[Bound]:
        """Those of the form, or of the spoken evaluation."""
        here = self.SPOKEN_KEYS if self.activity.spoken else self.FORM_KEYS
        return [*super().own_commands(), *(Bound(command, self) for command in here)]

    @classmethod
    def every_command(cls) -> tuple[Command[Any], ...]:
        """Also those of the form and of the spoken evaluation."""
        return (*super().every_command(), *cls.FORM_KEYS, *cls.SPOKEN_KEYS)

    def too_few(self) -> str | None:
        """Why the result stays closed."""
        kept = len(forms(self.house.state, self.place))
        if kept < ENOUGH and not self.activity.revealed:
            return _("The result opens from five forms on; there are {n}.").format(n=kept)
        return None

    def first_form(self) -> str | None:
        """Why there is no form before."""
        if self._at == [*self._sitting, NEW][0]:
            return _("There is no form of this sitting before this one.")
        return None

    def last_form(self) -> str | None:
        """Why there is no form after."""
        return _("This is the last form.") if self._at == NEW else None

    def no_line(self) -> str | None:
        """Why there is nothing to change or take away."""
        return None if self.query_one(Ledger).chosen else _("There is no line yet.")

    def action_next_form(self) -> None:
        """Keep the form; when it is refused everything stays as it was typed."""
        if self._keep():
            self._turn_to(NEW)

    @on(EvaluationForm.Finished)
    def _finished(self) -> None:
        self.action_next_form()

    @on(EvaluationForm.Edited)
    def _draft(self) -> None:
        """The form being filled in is kept as it grows; one that is corrected is kept when it is left."""
        if self._at == NEW:
            typed = msgspec.json.encode(self.query_one(EvaluationForm).answers).decode()
            self.house.network.drafts.set(self._draft_name, typed)

    @property
    def _draft_name(self) -> str:
        return f"{self.place}:form"

    def _drafted(self) -> Answers:
        typed = self.house.network.drafts.get(self._draft_name)
        try:
            return msgspec.json.decode(typed, type=Answers) if typed else Answers()
        except msgspec.DecodeError:
            return Answers()

    def _keep(self) -> bool:
        """Keep what is on the form; False when it was refused, and why was told."""
        answers = self.query_one(EvaluationForm).answers
        given = msgspec.structs.asdict(answers)
        if self._at != NEW:
            if self.house.do(fill_form, activity=self.place, form=self._at, **given) is None:
                return False
            self.house.tell(_("Form corrected"))
            return True
        applied = self.house.do(fill_form, activity=self.place, participant=self._whose, **given)
        if applied is None:
            return False
        form = next(record for record in applied.change.puts if isinstance(record, Evaluation))
        self._sitting = [*(id_ for id_ in self._sitting if id_ != form.id), form.id]
        self.house.network.drafts.set(self._draft_name, "")
        return True

    def action_turn(self, by: int) -> None:
        """To another form of this sitting; what was changed on this one is kept first."""
        if self._at == NEW or self._keep():
            order = [*self._sitting, NEW]
            self._turn_to(order[max(0, min(len(order) - 1, order.index(self._at) + by))])

    def _turn_to(self, form: str) -> None:
        kept = self.house.state.find(Evaluation, form)
        self._at = form if kept else NEW
        self._whose = kept.participant if kept else None
        if kept:
            self._show_form(Answers(**{name: getattr(kept, name) for name in Answers.__struct_fields__}))
        else:
            self._show_form(self._drafted())
        self.show_all()

    def _show_form(self, answers: Answers) -> None:
        form = self.query_one(EvaluationForm)
        form.fill(answers)
        if not self.activity.spoken and not self.activity.revealed:
            form.begin()

    def action_result(self) -> None:
        """Open the result for the room, or close it."""
        self.house.do(reveal, activity=self.place, revealed=not self.activity.revealed)
        if not self.activity.revealed:
            self.query_one(EvaluationForm).begin()

    def action_whose(self) -> None:
        """Anonymous, or of one of those who were there."""
        self.app.push_screen(Who(_("Whose form is this?"), self._find, _("Enter chooses · Esc: anonymous")), self._of)

    def _find(self, letters: str) -> list[Match]:
        there = attended(self.house.state, self.activity.session)
        found = matching(there, letters) if letters else there
        return [Match(person.id, person.name, person.organisation) for person in found[:8]]

    def _of(self, participant: str | None) -> None:
        self._whose = participant
        mine = next(
            (f for f in forms(self.house.state, self.place) if participant and f.participant == participant), None
        )
        if mine is not None and self._at == NEW:
            self._sitting = [*(id_ for id_ in self._sitting if id_ != mine.id), mine.id]
            self._turn_to(mine.id)
        self._show_head()

    # -- said aloud

    @property
    def _line(self) -> CaptureLine:
        return self.query_one("#eva-line", CaptureLine)

    def action_spoken(self) -> None:
        """Two questions answered aloud, or a form each; what is there already stays."""
        if self.house.do(set_spoken, activity=self.place, spoken=not self.activity.spoken):
            if self.activity.spoken:
                self._line.focus()
            else:
                self.query_one(EvaluationForm).begin()

    def action_kind(self) -> None:
        """The other question."""
        self._kind = SpokenKind.WENT if self._kind is SpokenKind.LEARNED else SpokenKind.LEARNED
        self.show_all()

    def action_other(self) -> None:
        """From the line to the list, or back."""
        (self.query_one(Ledger) if self._line.has_focus else self._line).focus()

    @on(Input.Submitted, "#eva-line")
    def _said(self, event: Input.Submitted) -> None:
        verb = say_learned if self._kind is SpokenKind.LEARNED else say_went
        if self.house.do(verb, activity=self.place, text=event.value):
            self._line.restore("")

    @on(CaptureLine.Pasted, "#eva-line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        from screens.dialogs.paste import PasteSheet

        def keep(lines: list[str] | None) -> None:
            verb = say_learned if self._kind is SpokenKind.LEARNED else say_went
            for text in lines or ():
                self.house.do(verb, activity=self.place, text=text)

        self.app.push_screen(PasteSheet(event, (), _("{n} lines become {n} lines here")), keep)

    def action_edit(self) -> None:
        """Word the chosen line anew."""
        spoken = self.house.state.get(Spoken, self.query_one(Ledger).chosen)

        def changed(text: str | None) -> None:
            if text:
                self.house.do(edit_spoken, spoken=spoken.id, text=text)

        self.app.push_screen(AskLine(_("Reword it"), spoken.text), changed)

    def action_remove(self) -> None:
        """Take the chosen line away; undo brings it back."""
        self.house.do(remove_spoken, spoken=self.query_one(Ledger).chosen)

    # -- its keys

    KEYS: ClassVar[tuple[Command[EvaluationScreen], ...]] = (
        Command(
            action_spoken, N_("Spoken or form"), N_("Two questions answered aloud, or a form each"), ("shift+f6",), 14
        ),
    )
    FORM_KEYS: ClassVar[tuple[Command[EvaluationScreen], ...]] = (
        Command(action_next_form, N_("Next form"), N_("Keep this form and begin another"), ("f5", "ctrl+s"), 10),
        Command(
            action_result,
            N_("Result"),
            N_("Open what the forms say together, or close it"),
            ("f6",),
            11,
            cannot=too_few,
        ),
        Command(
            lambda screen: screen.action_turn(-1),
            N_("Earlier form"),
            N_("Back to a form of this sitting, to correct it"),
            ("pageup",),
            12,
            cannot=first_form,
        ),
        Command(
            lambda screen: screen.action_turn(1),
            N_("Later form"),
            N_("The form after this one"),
            ("pagedown",),
            cannot=last_form,
        ),
        Command(action_whose, N_("Whose form"), N_("Anonymous, or of one person"), ("shift+f5", "ctrl+f"), 13),
    )
    SPOKEN_KEYS: ClassVar[tuple[Command[EvaluationScreen], ...]] = (
        Command(action_kind, N_("Other question"), N_("What was learned, or how it went"), ("tab",)),
        Command(action_other, N_("List"), N_("To the list and back, where letters are commands"), ("escape",)),
        Command(action_edit, N_("Edit"), N_("Reword the chosen line"), ("e",), cannot=no_line),
        Command(action_remove, N_("Take away"), N_("Take the chosen line away"), ("delete",), cannot=no_line),
    )
