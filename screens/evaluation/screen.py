"""The evaluation of a session: a form for each, or two questions answered aloud, and what they say together."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, Static

from data.i18n import N_, _, plural
from data.methods.evaluation import ASKED
from data.model import Participant, say
from data.verbs.check_in import attendees
from data.verbs.evaluation import forms, results, set_spoken
from data.verbs.network import called
from screens.dialogs.paste import PasteSheet
from screens.evaluation.aloud import Aloud
from screens.evaluation.forms import NEW, Forms
from screens.evaluation.kinds import Kinds
from screens.evaluation.looking_back import chapters
from screens.evaluation.marks import Marks
from screens.evaluation.view import aloud, dots, named, question, together
from screens.shell.across import across
from screens.shell.air import give_air
from screens.shell.line_and_page import capture_row
from screens.shell.screen import KringScreen
from widgets.capture_line import CaptureLine
from widgets.command import Command
from widgets.evaluation_form import EvaluationForm
from widgets.ledger import Ledger
from widgets.paging import Leaf
from widgets.wrapping import whole


class EvaluationScreen(KringScreen):
    """Forms are typed one after the other; the result opens by a key, from five forms on."""

    CSS_PATH = "evaluation.tcss"
    PARTS = (Forms, Aloud, Marks, Kinds)
    TABLES = frozenset(
        {"evaluations", "spoken", "likings", "promises", "activities", "attendance", "participants", "network"}
    )
    ABOUT = N_(
        "Type the forms one by one, as they are read out: 7.5 8 10. Each score moves on to the next, - is no answer; "
        "a letter starts the comment on that score, Enter goes to the next line. Enter on an empty last line saves "
        "the form."
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.forms = Forms(self)
        self.aloud = Aloud(self)
        self.kinds = Kinds(self)
        self.own_parts = (self.forms, self.aloud, Marks(self), self.kinds)

    def compose_work(self) -> ComposeResult:
        """The form, the result, and the spoken form; one of them is shown."""
        yield Static(id="eva-head", markup=False)
        yield Static(id="eva-hint", classes="muted", markup=False)
        yield EvaluationForm(id="eva-form")
        yield Leaf(id="eva-result")
        with Container(id="eva-spoken"):
            yield Ledger(id="eva-lines")
            yield from capture_row(CaptureLine("spoken", id="eva-line"), many=True)

    def on_mount(self) -> None:
        """Bring back the form that was being filled in."""
        super().on_mount()
        self.forms.begin()
        if self.activity.spoken:
            self.halves.work_at(self.aloud.line)

    # -- what is shown

    def show_data(self) -> None:
        """Draw the part that counts now."""
        activity = self.activity
        self.set_class(activity.spoken, "-spoken")
        self.set_class(activity.revealed and not activity.spoken, "-revealed")
        self.query_one(EvaluationForm).ask(ASKED[activity.evaluates])
        self.query_one(EvaluationForm).hide_scores(self.house.looking_along)
        if activity.revealed and not activity.spoken:
            self.query_one("#eva-result").focus()  # what is typed now goes nowhere: the form is not seen
        self._show_head()
        self._show_hint()
        give_air(self, self.query_one("#eva-result" if self.has_class("-revealed") else "#eva-form"))
        found = results(self.house.state, self.place)
        if activity.spoken:
            said = aloud(self.house.state, self.place, self.aloud.kind)
            self.query_one(Ledger).show([*chapters(self.house.state, activity), *said])
            self.aloud.line.placeholder = question(self.aloud.kind)
            self.put("aside", _("Tab: another question"))
        self.query_one(Leaf).show(partial(together, self.house.state, self.place, found))

    def _show_hint(self) -> None:
        """How a form is typed, and what the place in the series suggests."""
        activity = self.activity
        typed = "" if activity.spoken else _("0 to 10 · - for no answer · a letter starts the comment · Enter: next")
        hints = [line for line in (typed, self.kinds.hint()) if line]
        hint = self.query_one("#eva-hint", Static)
        hint.display = bool(hints) and not (activity.revealed and not activity.spoken)
        hint.update(Content("\n".join(hints)))

    def _show_head(self) -> None:
        activity, kept = self.activity, len(forms(self.house.state, self.place))
        far: list[tuple[str, str]] = []
        if activity.spoken:
            facts = [_("spoken")]
        elif activity.revealed:
            facts = [plural("{n} form", "{n} forms", kept)]
        else:
            expected = max(kept + (self.forms.at == NEW), attendees(self.house.state, activity.session))
            place = self.forms.sitting.index(self.forms.at) + 1 if self.forms.at in self.forms.sitting else kept + 1
            who = self.house.state.find(Participant, self.forms.who)
            far = dots(kept, place if self.forms.at == NEW else 0, expected)
            facts = [
                _("form {n} of {all}").format(n=place, all=expected)
                if self.forms.at == NEW
                else _("a form from today, being corrected"),
                called(self.house.state)[who.id] if who else _("anonymous"),
                _("room watching: on") if self.house.looking_along else _("scores are shown"),
            ]
        lead = Content.assemble(named(activity, self.house.session.now), "   ", *far)
        head = self.query_one("#eva-head")
        self.put(
            "eva-head",
            lead + Content.styled(whole(facts, (head.size.width or across(self) - 6) - lead.cell_length), "$muted"),
        )

    # -- what happens in it

    @on(EvaluationForm.Finished)
    def _finished(self) -> None:
        self.forms.next_form()

    @on(EvaluationForm.NoScore)
    def _no_score(self, event: EvaluationForm.NoScore) -> None:
        typed = event.typed
        if self.house.looking_along:
            said = say("That is no score: 0 to 10, whole or a half. Backspace clears it.")
        else:
            said = say("“{typed}” is no score: 0 to 10, whole or a half. Backspace clears it.", typed=typed)
        self.house.warn(said)

    @on(EvaluationForm.Edited)
    def _edited(self) -> None:
        self.forms.draft()

    @on(CaptureLine.Pasted, "#eva-line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        self.house.push_screen(PasteSheet(event, (), _("{n} lines become {n} lines here")), self.aloud.keep_all)

    @on(Input.Submitted, "#eva-line")
    def _line_entered(self, event: Input.Submitted) -> None:
        self.aloud.keep(event.value)

    def turn_spoken(self) -> None:
        """Questions answered aloud, or a form each; what is there already stays."""
        if self.house.do(set_spoken, activity=self.place, spoken=not self.activity.spoken):
            if self.activity.spoken:
                self.halves.work_at(self.aloud.line)
            else:
                self.forms.form.begin()

    # -- its keys

    KEYS: ClassVar[tuple[Command[EvaluationScreen], ...]] = (
        Command(turn_spoken, N_("Spoken or form"), N_("Spoken questions, or a form each"), ("shift+f6",), 14),
    )
