"""The close: the summary as everybody will read it, the next session, and the export."""

from __future__ import annotations

from itertools import dropwhile
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from data.i18n import N_, _, day, plural
from data.model import ActivityKind, SessionStatus
from data.model.languages import LANGUAGES
from data.report.blocks import Heading
from data.report.document import document
from data.report.markdown import render
from data.report.view import SummaryView, summary
from data.verbs.check_in import unknown
from data.verbs.evaluation import forms
from data.verbs.network import profile, session_after
from data.verbs.programme import of_kind
from screens.close.going_on import GoingOn
from screens.shell.screen import KringScreen
from widgets.command import Command
from widgets.document import Reading, spread
from widgets.paging import Footed


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
        self.own_parts = (GoingOn(self),)
        self.able_only = True

    def compose_work(self) -> ComposeResult:
        """What is still to do, and the summary."""
        yield Static(id="close-head", markup=False)
        with Footed(id="close-page"):
            yield Reading(lambda: render(document(self._view, self._language)), id="close-summary", markup=False)

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        super().on_mount()
        self.query_one(Footed).focus()

    # -- what is shown

    @property
    def _view(self) -> SummaryView:
        return summary(self.house.state, self.activity.session)

    def show_data(self) -> None:
        """Draw the summary as it would be exported now."""
        view = self._view
        page, shown = self.query_one(Footed), self.query_one("#close-summary", Static)
        made = document(view, self._language)
        blocks = list(dropwhile(lambda block: not (isinstance(block, Heading) and block.level > 1), made.plain))
        self.query_one("#close-head", Static).update(self._head(view, made.title))
        width = page.scrollable_content_region.width - shown.styles.padding.width
        text = spread(blocks, width, page.scrollable_content_region.height)
        shown.update(text)
        page.foot_for(text)

    def _head(self, view: SummaryView, title: str) -> Content:
        """The title of the summary, when and where in few words, and how it stands: the page has room for what came."""
        state, session = self.house.state, self.house.session
        facts = [_("summary in {language}").format(language=LANGUAGES[self._language or view.language].own_name)]
        if session.status is SessionStatus.CLOSED:
            facts.insert(0, _("the session is closed"))
        elif view.goes_on:
            facts.insert(0, _("the session is still going on"))
        if not self.house.looking_along:
            kept = sum(len(forms(state, item.id)) for item in of_kind(state, session.id, ActivityKind.EVALUATION))
            facts.append(plural("{n} evaluation form", "{n} evaluation forms", kept))
            missing = len(unknown(state, session.id))
            facts += [_("attendance of {n} not noted").format(n=missing)] if missing else []
        if session_after(state, session.id) is None and not 0 < profile(state).meetings <= session.number:
            facts.append(_("no next session yet: n"))
        when = [view.title, day(view.date), "–".join(filter(None, (view.starts, view.ends))), view.place]
        told = filter(None, (" · ".join(filter(None, row)) for row in (when, facts)))
        return Content("\n").join([Content.styled(title, "bold"), *(Content.styled(row, "$muted") for row in told)])

    # -- what is done

    def action_export(self) -> None:
        """Choose formats and a folder, and write it."""
        self.house.read_in = self._language
        self.house.go("export")

    def action_language(self) -> None:
        """The other language, for reading and for the export."""
        names = list(LANGUAGES)
        now = self._language or self._view.language
        self._language = names[(names.index(now) + 1) % len(names)]
        self.show_all()

    # -- its keys

    KEYS: ClassVar[tuple[Command[CloseScreen], ...]] = (
        Command(
            action_export,
            N_("Export"),
            N_("Tick formats and write the summary"),
            ("f5", "x", "ctrl+s"),
            10,
        ),
        Command(action_language, N_("Language"), N_("Read and export it in the other language"), ("l",), 12),
    )
