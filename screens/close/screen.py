"""The close: the summary as everybody will read it, the next session, and the export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.i18n import N_, _, plural, told
from data.model import ActivityKind, Refused, SessionStatus, say
from data.model.languages import LANGUAGES
from data.report.document import document
from data.report.export import write
from data.report.formats import FORMATS, USUAL, formats_of
from data.report.markdown import render
from data.report.report import Report
from data.report.view import SummaryView, summary
from data.report.wanted import Wanted
from data.verbs.check_in import unknown
from data.verbs.evaluation import forms
from data.verbs.network import next_session
from data.verbs.programme import of_kind
from screens.close.going_on import GoingOn
from screens.dialogs.ask import AskLine, Choose
from screens.shell.across import across
from screens.shell.screen import KringScreen
from widgets.command import Command
from widgets.document import drawn


class Summary(Static):
    """The summary as it is read; ``exported`` gives what goes to the clipboard."""

    def __init__(self, exported: Callable[[], str], **options: Any) -> None:
        super().__init__(**options)
        self._exported = exported

    def to_copy(self) -> str:
        """All of it, as it would be exported."""
        return self._exported()


class CloseScreen(KringScreen):
    """A preview that scrolls; nothing leaves the laptop before the export."""

    CSS_PATH = "close.tcss"
    PARTS = (GoingOn,)
    ABOUT = N_(
        "Read the summary through, agree on the next session, export it for everybody, absentees included, and close."
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._language: str | None = None
        self.own_parts = (GoingOn(self, place),)

    def compose_work(self) -> ComposeResult:
        """What is still to do, and the summary."""
        yield Static(id="close-head", markup=False)
        with VerticalScroll(id="close-page"):
            yield Summary(lambda: render(document(self._view, self._language)), id="close-summary", markup=False)

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        super().on_mount()
        self.query_one("#close-page").focus()

    # -- what is shown

    @property
    def _view(self) -> SummaryView:
        return summary(self.house.state, self.activity.session)

    def show_data(self) -> None:
        """Draw the summary as it would be exported now."""
        view = self._view
        width = across(self) - 8
        self.query_one("#close-head", Static).update(self._head(view))
        self.query_one("#close-summary", Static).update(drawn(document(view, self._language).plain, width))

    def _head(self, view: SummaryView) -> Content:
        state, session = self.house.state, self.house.session
        facts = [_("summary in {language}").format(language=LANGUAGES[self._language or view.language].own_name)]
        if session.status is SessionStatus.CLOSED:
            facts.insert(0, _("the session is closed"))
        if not self.house.looking_along:
            kept = sum(len(forms(state, item.id)) for item in of_kind(state, session.id, ActivityKind.EVALUATION))
            facts.append(plural("{n} evaluation form", "{n} evaluation forms", kept))
            missing = len(unknown(state, session.id))
            facts += [_("attendance of {n} not noted").format(n=missing)] if missing else []
        if next_session(state, session.id) is None:
            facts.append(_("no next session yet: n"))
        return Content.assemble((_("Summary") + "   ", "bold"), (" · ".join(facts), "$muted"))

    # -- what is done

    def action_export(self) -> None:
        """Ask in which format, where there are several, and in which folder; then write it."""
        if len(FORMATS) == 1:
            self._ask_folder(USUAL)
            return
        kinds = [(ending, told(kind.name), f".{ending}") for ending, kind in FORMATS.items()]
        self.app.push_screen(
            Choose(_("In which format?"), [*kinds, (",".join(FORMATS), _("All of them"), "")]), self._ask_folder
        )

    def _ask_folder(self, formats: str | None) -> None:
        if formats:
            ask = AskLine(_("In which folder shall the summary come?"), str(self.house.network.path.parent))
            self.app.push_screen(ask, partial(self._export, formats_of(formats)))

    def _export(self, formats: Sequence[str], typed: str | None) -> None:
        if not typed:
            return
        try:
            report = Report(self.house.state, self.activity.session, wanted=Wanted(self._language))
            paths, problems, remarks = write(report, formats, Path(typed).expanduser())
        except Refused as refused:
            self.house.warn(refused.said)
        except OSError as error:
            why = error.strerror or str(error)
            self.house.warn(say("The file could not be written ({why}): choose another place.", why=why))
        else:
            written = [_("The summary is in {path}").format(path=", ".join(map(str, paths)))] if paths else []
            said = "  ".join((*written, *map(told, (*remarks, *problems))))
            self.house.tell(said)

    def action_language(self) -> None:
        """The other language, for reading and for the export."""
        names = list(LANGUAGES)
        now = self._language or self._view.language
        self._language = names[(names.index(now) + 1) % len(names)]
        self.show_all()

    # -- its keys

    KEYS: ClassVar[tuple[Command[CloseScreen], ...]] = (
        Command(action_export, N_("Export"), N_("Write the summary to a file"), ("f5", "x", "ctrl+s"), 10),
        Command(action_language, N_("Language"), N_("Read and export it in the other language"), ("l",), 12),
    )
