"""The text as it will be, made beside the screen: a long session keeps no key waiting."""

from __future__ import annotations

from functools import partial

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from data.i18n import _, told
from data.model import Refused, Session, State
from data.report.blocks import Plain
from data.report.markdown import render
from data.report.report import Report
from data.report.wanted import Version
from screens.export.wish import Wish, not_of
from screens.shell.part import Part
from widgets.document import spread
from widgets.paging import Footed


class Preview(Part):
    """Draws the documents of a report on ``#export-preview``, in ``#export-page``."""

    _shown: tuple[State, Wish, Size, bool] | None = None

    @property
    def page(self) -> Footed:
        """What scrolls."""
        return self.screen.query_one("#export-page", Footed)

    def show(self, wish: Wish) -> None:
        """Show the text of a wish, unless it is there already."""
        there = self.page.scrollable_content_region.size
        size = Size(there.width - 2, there.height)
        asked = (self.house.state, wish, size, self.house.looking_along)
        before = self._shown
        if not size or (before and before[0] is asked[0] and before[1:] == asked[1:]):
            return  # it is there, or being made: what was asked first is still waited for
        self._shown = asked
        if before and before[1] != wish:
            self.page.scroll_home(animate=False)
        if wish.wanted.version is Version.FACILITATOR and self.house.looking_along:
            hidden = _("The room is watching: F8 shows what is for the facilitator only.")
            self._have(asked, Content.styled(hidden, "$muted"))
            return
        self.screen.run_worker(partial(self._draw, asked), thread=True, exclusive=True, group="preview")

    def _draw(self, asked: tuple[State, Wish, Size, bool]) -> None:
        state, wish, size, _along = asked
        try:
            if said := not_of(state, state.get(Session, wish.session), wish.about):
                raise Refused(said)
            text = spread(_blocks(wish.report(state)), size.width, size.height)
        except Refused as refused:
            text = Content.styled(told(refused.said), "$attention")
        nothing = Content.styled(_("There is nothing of this to write yet."), "$muted")
        self.screen.call_later(self._have, asked, text if text.plain.strip() else nothing)

    def _have(self, asked: tuple[State, Wish, Size, bool], text: Content) -> None:
        if asked is self._shown:
            self.screen.query_one("#export-preview", Static).update(text)
            self.page.foot_for(text)

    def whole(self, wish: Wish) -> str:
        """All of it, for the clipboard."""
        return "\n".join(render(document) for document in wish.report(self.house.state).documents.values())

    def scroll(self, by: int) -> None:
        """A page further, or back."""
        (self.page.scroll_page_down if by > 0 else self.page.scroll_page_up)(animate=False)


def _blocks(report: Report) -> list[Plain]:
    return [block for document in report.documents.values() for block in document.plain]
