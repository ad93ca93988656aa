"""The parked points that wait: taken up now, put on the next agenda, or closed with a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from data.i18n import _, told
from data.model import Change, Parked
from data.verbs import carried
from data.verbs.agenda import put_on_agenda, take_off_agenda
from screens.dialogs.ask import AskLine
from screens.dialogs.park import ParkScreen
from screens.guarding.view import parked
from screens.shell.house import House
from widgets.ledger import Ledger


class ParkedPoints(ModalScreen[None]):
    """A list of points; letters say what becomes of the chosen one, the same as under Open."""

    CSS_PATH = "parked_points.tcss"
    AUTO_FOCUS = "Ledger"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("b", "take_up", show=False),
        Binding("n", "agenda", show=False),
        Binding("a", "close_it", show=False),
        Binding("p", "park", show=False),
    ]

    def __init__(self, *, hidden: bool) -> None:
        super().__init__()
        self._hidden = hidden

    def compose(self) -> ComposeResult:
        """The points, and the keys."""
        with Vertical(classes="sheet"):
            yield Static(_("Parked points"), classes="heading", markup=False)
            yield Ledger()
        foot = _("b take up · n on next agenda · a settle · p park · Esc goes back")
        yield Static(foot, classes="sheet-foot", markup=False)

    @property
    def _house(self) -> House:
        return cast("House", self.app)

    @property
    def _chosen(self) -> Parked | None:
        return self._house.state.find(Parked, self.query_one(Ledger).chosen)

    def on_mount(self) -> None:
        """Show them, and again when somebody else changes them."""
        self._house.changed.subscribe(self, lambda _tables: self._show())
        self._show()

    def _show(self) -> None:
        self.query_one(Ledger).show(parked(self._house.state, hidden=self._hidden))

    def _do(self, verb: Callable[..., Change], **asked: Any) -> None:
        if done := self._house.do(verb, **asked):
            self._house.tell(told(done.change.label))
            self._show()

    def action_take_up(self) -> None:
        """It is dealt with in this session."""
        if point := self._chosen:
            self._do(carried.treat, item=point.id, session=self._house.session.id)

    def action_agenda(self) -> None:
        """Put it on the agenda of the session to come, or take it off."""
        point = self._chosen
        if point and point.planned:
            self._do(take_off_agenda, item=point.id)
        elif point:
            self._do(put_on_agenda, item=point.id, session=self._house.session.id)

    def action_close_it(self) -> None:
        """Ask for a word, and close it."""
        if point := self._chosen:
            heading = _("What came of it, in a few words?") + f" “{point.text}”"
            self.app.push_screen(AskLine(heading, point.words), lambda words: self._ended(point.id, words))

    def _ended(self, item: str, words: str | None) -> None:
        if words is not None:
            self._do(carried.close, item=item, session=self._house.session.id, words=words)

    def action_park(self) -> None:
        """Park another one."""
        ask_point(self._house, self._show)


def ask_point(house: House, then: Callable[[], object]) -> None:
    """Park a point, as F4 does anywhere; ``then`` is called once it is kept."""

    def left(kept: bool | None) -> None:
        if kept:
            then()

    house.push_screen(ParkScreen(), left)
